"""Any sequence of edits, with undo and redo between them, can be walked back and forth."""

from __future__ import annotations

import atexit
import contextlib
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.errors import RequestProblem
from core.library import edits
from core.library.journal import Edit, history, redo, undo
from core.library.query import rebuild_search
from core.store import Collection, create_collection, open_collection
from tests.core.library.shelf import add, derived, labels, tag

TARGETS = st.lists(
    st.integers(1, 4) | st.builds(edits.Span, st.integers(1, 4), st.just(0.0), st.sampled_from([1.0, 2.0])),
    min_size=1,
    max_size=6,
)
FIELDS = st.sampled_from(["genre", "title", "mood"])
VALUES = st.sampled_from(["jazz", "Jazz", "lament", "Café", "x"])


@cache
def _empty() -> Path:
    """Made once; copied for each example."""
    folder = Path(tempfile.mkdtemp()) / "coast"
    create_collection(folder).close()
    atexit.register(shutil.rmtree, folder.parent)
    return folder


class Editing(RuleBasedStateMachine):
    """Remembers what the labels were after each edit."""

    @initialize()
    def begin(self) -> None:
        self.place = Path(tempfile.mkdtemp())
        shutil.copytree(_empty(), self.place / "coast")
        self.collection: Collection = open_collection(self.place / "coast")
        add(self.collection, "a.wav", "b.wav", "c.wav", "d.wav")
        tag(self.collection, 1, genre=["jazz", "bop"], title="Blue")
        tag(self.collection, 2, "import", genre="Jazz")
        tag(self.collection, 3, mood="calm", year=1959.0)
        self.past: list[Any] = [labels(self.collection)]
        self.future: list[Any] = []

    def teardown(self) -> None:
        if not hasattr(self, "collection"):
            return
        end = labels(self.collection)
        while undo(self.collection):
            pass
        assert labels(self.collection) == self.past[0]
        for _ in range(len(self.past) - 1):
            assert redo(self.collection)
        assert labels(self.collection) == end
        self.collection.close()
        shutil.rmtree(self.place)

    def remember(self, edit: Edit | None) -> None:
        if edit is not None:
            self.past.append(labels(self.collection))
            self.future.clear()

    @rule(where=TARGETS, field=FIELDS, values=st.lists(VALUES, max_size=3))
    def set(self, where: list[Any], field: str, values: list[str]) -> None:
        with contextlib.suppress(RequestProblem):
            self.remember(edits.set_values(self.collection, where, field, values))

    @rule(where=TARGETS, value=st.sampled_from([1.0, 1959.0, -2.5]))
    def set_number(self, where: list[Any], value: float) -> None:
        self.remember(edits.set_values(self.collection, where, "year", [value]))

    @rule(where=TARGETS, field=FIELDS, value=VALUES)
    def add(self, where: list[Any], field: str, value: str) -> None:
        self.remember(edits.add_value(self.collection, where, field, value))

    @rule(where=TARGETS, field=FIELDS, value=VALUES)
    def remove(self, where: list[Any], field: str, value: str) -> None:
        with contextlib.suppress(RequestProblem):
            self.remember(edits.remove_value(self.collection, where, field, value))

    @rule(where=TARGETS, field=FIELDS, back=st.booleans())
    def clear(self, where: list[Any], field: str, back: bool) -> None:
        with contextlib.suppress(RequestProblem):
            self.remember((edits.revert if back else edits.clear)(self.collection, where, field))

    @rule(field=FIELDS, old=st.lists(VALUES, min_size=1, max_size=3), new=VALUES)
    def merge(self, field: str, old: list[str], new: str) -> None:
        with contextlib.suppress(RequestProblem):
            self.remember(edits.merge_values(self.collection, field, old, new))

    @rule(field=FIELDS, old=VALUES, new=VALUES | st.just("new"))
    def rename(self, field: str, old: str, new: str) -> None:
        with contextlib.suppress(RequestProblem):
            self.remember(edits.rename_value(self.collection, field, old, new))

    @rule(old=st.sampled_from(["mood", "feeling"]), new=st.sampled_from(["mood", "feeling"]))
    def rename_field(self, old: str, new: str) -> None:
        with contextlib.suppress(RequestProblem):
            self.remember(edits.rename_field(self.collection, old, new))

    @rule(field=FIELDS)
    def delete_field(self, field: str) -> None:
        with contextlib.suppress(RequestProblem):
            self.remember(edits.delete_field(self.collection, field))

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self) -> None:
        assert undo(self.collection)
        self.future.append(self.past.pop())

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        assert redo(self.collection)
        self.past.append(self.future.pop())

    @rule()
    def restart(self) -> None:
        self.collection.close()
        self.collection = open_collection(self.place / "coast")

    @rule()
    def derive_anew(self) -> None:
        kept = derived(self.collection)
        rebuild_search(self.collection)
        assert derived(self.collection) == kept

    @invariant()
    def labels_are_as_remembered(self) -> None:
        if hasattr(self, "collection"):
            assert labels(self.collection) == self.past[-1]
            assert len(history(self.collection)) == len(self.past) + len(self.future) - 1


Editing.TestCase.settings = settings(
    max_examples=10,
    stateful_step_count=20,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking would outlast every limit of time
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestEditing = Editing.TestCase
