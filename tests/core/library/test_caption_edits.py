"""What a person does to captions, and takes back."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.errors import RequestProblem
from core.library.caption_edits import (
    accept_captions,
    add_caption,
    delete_captions,
    edit_caption,
    import_tags,
    reject_captions,
    settle_caption,
)
from core.library.captions import CaptionInfo, Written, read_captions
from core.library.edits import Span, Target, clear, set_values
from core.library.journal import Edit, history, redo, undo
from core.library.query import find, rebuild_search
from core.runs import delete_run
from core.store import Collection, create_collection, open_collection
from tests.core.library.shelf import add, begun, captions, derived, hear, labels, tag


@pytest.fixture
def tracks(collection: Collection) -> list[int]:
    """What a run has heard in two of three tracks, and what a person has."""
    ids = add(collection, "a.wav", "b.wav", "c.wav", duration_s=30.0)
    hear(collection, begun(collection), (1, 0.0, "a flute"), (2, None, "a drum"))
    add_caption(collection, 3, "a reed")
    return ids


def words(collection: Collection) -> list[str]:
    return [caption.text for caption in read_captions(collection)]


EDITS: list[tuple[Callable[[Collection], Edit | None], str, list[str]]] = [
    (
        lambda c: add_caption(c, 1, "wind"),
        "Add a caption to 1 track",
        ["wind", "a flute", "a drum", "a reed"],
    ),
    (
        lambda c: add_caption(c, Span(1, 20, 30.5), " wind\n"),
        "Add a caption to 1 excerpt",
        ["a flute", "wind", "a drum", "a reed"],
    ),
    (lambda c: edit_caption(c, 1, "two flutes"), "Edit 1 caption", ["two flutes", "a drum", "a reed"]),
    (lambda c: accept_captions(c, [1, 2]), "Accept 2 captions", ["a flute", "a drum", "a reed"]),
    (lambda c: reject_captions(c, [1, 2]), "Reject 2 captions", ["a flute", "a drum", "a reed"]),
    (lambda c: settle_caption(c, 1, "two flutes"), "Accept 1 caption", ["two flutes", "a drum", "a reed"]),
    (lambda c: delete_captions(c, [1, 3]), "Delete 2 captions", ["a drum"]),
]


@pytest.mark.parametrize(("edit", "title", "expected"), EDITS, ids=[title for _, title, _ in EDITS])
def test_an_edit_is_done_undone_and_redone(
    collection: Collection,
    tracks: list[int],
    edit: Callable[[Collection], Edit | None],
    title: str,
    expected: list[str],
) -> None:
    before = (read_captions(collection), derived(collection))
    done = edit(collection)
    assert done is not None
    assert done.title == title
    assert words(collection) == expected
    after = (read_captions(collection), derived(collection))
    assert after != before
    undone = undo(collection)
    assert undone is not None
    assert (undone.title, undone.undone) == (title, True)
    assert (read_captions(collection), derived(collection)) == before
    assert redo(collection) == done
    assert (read_captions(collection), derived(collection)) == after


def caption(collection: Collection, number: int) -> CaptionInfo:
    (found,) = read_captions(collection, ids=[number])
    return found


def test_the_first_text_is_kept_until_it_comes_back(collection: Collection, tracks: list[int]) -> None:
    first = caption(collection, 1)
    edit_caption(collection, 1, "two flutes")
    edited = caption(collection, 1)
    assert (edited.origin, edited.source, edited.created_at) == ("a flute", "run", first.created_at)
    assert edited.edited_at is not None
    edit_caption(collection, 1, "three flutes")
    assert caption(collection, 1).origin == "a flute"
    assert find(collection, "caption:three").ids == [1]
    assert find(collection, "caption:two").ids == []
    edit_caption(collection, 1, "a flute ")
    assert caption(collection, 1) == first


def test_a_person_s_verdict_is_one_of_four(collection: Collection, tracks: list[int]) -> None:
    def verdicts() -> list[str | None]:
        return [one.verdict for one in read_captions(collection)]

    first = caption(collection, 1)
    assert verdicts() == ["to check", "to check", None]
    accept_captions(collection, [1])
    reject_captions(collection, [1, 2])
    assert verdicts() == ["rejected", "rejected", None]
    assert (caption(collection, 1).accepted, caption(collection, 1).rejected) == (False, True)
    reject_captions(collection, [1], rejected=False)
    assert caption(collection, 1) == first
    settle_caption(collection, 2, "two drums")
    accept_captions(collection, [1])
    assert verdicts() == ["accepted", "edited", None]
    assert caption(collection, 2).accepted
    assert caption(collection, 2).origin == "a drum"
    settle_caption(collection, 2, "a drum")
    assert verdicts() == ["accepted", "accepted", None]


def test_what_is_rejected_gives_way_and_is_not_said_again(collection: Collection, tracks: list[int]) -> None:
    run = caption(collection, 1).run_id
    assert run is not None
    settle_caption(collection, 1, "two flutes")
    reject_captions(collection, [1, 2])
    assert hear(collection, run, (1, 0.0, "a horn"), (2, None, "a drum")) == Written(new=1, replaced=1)
    found = read_captions(collection, run_id=run)
    assert [(one.text, one.verdict) for one in found] == [("a horn", "to check"), ("a drum", "rejected")]


def test_an_edit_that_changes_nothing_is_none(collection: Collection, tracks: list[int]) -> None:
    accept_captions(collection, [1])
    number = len(history(collection))
    assert add_caption(collection, 3, " a reed") is None
    assert edit_caption(collection, 1, "a flute") is None
    assert accept_captions(collection, [1]) is None
    assert accept_captions(collection, [2], accepted=False) is None
    assert delete_captions(collection, []) is None
    assert len(history(collection)) == number
    edit = accept_captions(collection, [1, 2])
    assert edit is not None
    assert edit.title == "Accept 1 caption"


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (lambda c: add_caption(c, 1, " \0\n"), "A caption cannot be empty."),
        (lambda c: edit_caption(c, 1, ""), "A caption cannot be empty."),
        (lambda c: edit_caption(c, 9, "x"), "There is no caption 9."),
        (lambda c: accept_captions(c, [1, 3]), "Caption 3 is a human's; only what a run"),
        (lambda c: reject_captions(c, [1, 3]), "Caption 3 is a human's; only what a run"),
        (lambda c: settle_caption(c, 1, " "), "A caption cannot be empty."),
        (lambda c: delete_captions(c, [1, 8, 9]), "There is no caption 8."),
        (lambda c: add_caption(c, 9, "x"), "There is no track 9 in the collection."),
        (lambda c: add_caption(c, Span(1, 9, 2), "x"), "An excerpt ends after it begins; 9 s to 2 s"),
        (lambda c: add_caption(c, Span(1, 0, 32), "x"), "Track 1 lasts 30 s; an excerpt of it cannot end"),
        (lambda c: add_caption(c, Span(1, 0, float("inf")), "x"), "An excerpt needs an end."),
        (lambda c: import_tags(c, [1], "commnt"), "Unknown field commnt. Did you mean comment?"),
        (lambda c: import_tags(c, [1], "year"), "year holds numbers; a caption is words."),
    ],
)
def test_what_cannot_be_done_is_said(
    collection: Collection, tracks: list[int], edit: Callable[[Collection], object], sentence: str
) -> None:
    tag(collection, 1, year=1959.0, comment="x")
    before = (read_captions(collection), derived(collection), history(collection))
    with pytest.raises(RequestProblem) as problem:
        edit(collection)
    assert str(problem.value).startswith(sentence)
    assert (read_captions(collection), derived(collection), history(collection)) == before


def test_tags_become_captions_where_a_person_asks(collection: Collection, tracks: list[int]) -> None:
    tag(collection, 1, comment=["A slow lament", "00000A1F 0000"], title="Shore")
    tag(collection, 2, comment="日本の民謡")
    tag(collection, 3, comment="gone")
    clear(collection, [3], "comment")
    report = import_tags(collection, [1, 2, 3])
    assert report.edit is not None
    assert report.edit.title == "Import 2 captions from the tag comment"
    assert (report.captions, report.wordless) == (2, 1)
    (lament,) = [c for c in read_captions(collection, [1]) if c.source == "import"]
    assert (lament.text, lament.settings, lament.writer) == (
        "A slow lament",
        {"from": "tag comment"},
        "human",
    )
    assert find(collection, "caption:slow").ids == [1]
    assert import_tags(collection, [1, 2, 3]).edit is None
    assert import_tags(collection, [2], "title").captions == 0
    undo(collection)
    assert find(collection, "caption:slow").ids == []


def test_what_a_run_rewrote_meanwhile_stops_an_undo(collection: Collection, tracks: list[int]) -> None:
    """The accepting is undone and what was accepted is replaced, so that it cannot be accepted again."""
    accept_captions(collection, [1])
    undo(collection)
    hear(collection, 1, (1, 0.0, "a horn"))
    before = captions(collection)
    with pytest.raises(RequestProblem, match="“Accept 1 caption” cannot be redone"):
        redo(collection)
    assert captions(collection) == before


def test_what_has_left_with_its_run_does_not_come_back(collection: Collection, tracks: list[int]) -> None:
    delete_captions(collection, [1])
    delete_run(collection, 1)
    with pytest.raises(RequestProblem, match="“Delete 1 caption” cannot be undone"):
        undo(collection)
    assert words(collection) == ["a reed"]


def test_labels_and_captions_have_one_history(collection: Collection, tracks: list[int]) -> None:
    set_values(collection, [1], "genre", ["lament"])
    edit_caption(collection, 1, "two flutes")
    collection.close()
    with open_collection(collection.folder) as again:
        titles = [edit.title for edit in history(again)]
        assert titles == ["Edit 1 caption", "Set genre of 1 track to lament", "Add a caption to 1 track"]
        undo(again)
        assert (words(again)[0], len(labels(again))) == ("a flute", 1)
        undo(again)
        assert labels(again) == []


TEXTS = st.sampled_from(["a flute", "a drum", "two drums", "Größe", " wind\n"])
PICKS = st.lists(st.integers(0, 5), min_size=1, max_size=3)
TARGETS = st.integers(1, 3) | st.builds(Span, st.integers(1, 3), st.just(0.0), st.sampled_from([10.0, 20.0]))


class Describing(RuleBasedStateMachine):
    """Remembers what the captions were after each edit, while a second run keeps writing between them."""

    @initialize()
    def begin(self) -> None:
        self.place = Path(tempfile.mkdtemp())
        self.collection: Collection = create_collection(self.place / "coast")
        add(self.collection, "a.wav", "b.wav", "c.wav")
        tag(self.collection, 2, comment="a comment")
        self.run, self.other = begun(self.collection), begun(self.collection)
        hear(self.collection, self.run, (1, None, "a flute"), (1, 0.0, "a drum"), (2, 0.0, "a reed"))
        self.past: list[Any] = [self.seen()]
        self.future: list[Any] = []

    def teardown(self) -> None:
        if not hasattr(self, "collection"):
            return
        end = self.seen()
        while undo(self.collection):
            pass
        assert self.seen() == self.past[0]
        for _ in range(len(self.past) - 1):
            assert redo(self.collection)
        assert self.seen() == end
        self.collection.close()
        shutil.rmtree(self.place)

    def seen(self) -> list[CaptionInfo]:
        """With their numbers and times."""
        return [c for c in read_captions(self.collection) if c.run_id != self.other]

    def picked(self, picks: list[int]) -> list[int]:
        there = self.seen()
        return [there[pick % len(there)].id for pick in picks] if there else []

    def remember(self, edit: Edit | None) -> None:
        if edit is not None:
            self.past.append(self.seen())
            self.future.clear()

    @rule(target_=TARGETS, text=TEXTS)
    def add(self, target_: Target, text: str) -> None:
        self.remember(add_caption(self.collection, target_, text))

    @rule(picks=PICKS, text=TEXTS)
    def edit(self, picks: list[int], text: str) -> None:
        for number in self.picked(picks[:1]):
            self.remember(edit_caption(self.collection, number, text))

    @rule(picks=PICKS, accepted=st.booleans())
    def accept(self, picks: list[int], accepted: bool) -> None:
        with contextlib.suppress(RequestProblem):
            self.remember(accept_captions(self.collection, self.picked(picks), accepted=accepted))

    @rule(picks=PICKS)
    def delete(self, picks: list[int]) -> None:
        self.remember(delete_captions(self.collection, self.picked(picks)))

    @rule()
    def take_tags(self) -> None:
        self.remember(import_tags(self.collection, [1, 2, 3]).edit)

    @rule(track=st.integers(1, 3), start=st.none() | st.just(0.0), text=TEXTS)
    def hear(self, track: int, start: float | None, text: str) -> None:
        hear(self.collection, self.other, (track, start, text))
        said = (track, None if start is None else start + 10, text.strip())
        there = read_captions(self.collection, run_id=self.other)
        assert said in [(c.track_id, c.end_s, c.text) for c in there]
        assert len({(c.track_id, c.start_s) for c in there}) == len(there)

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
    def derive_anew(self) -> None:
        kept = derived(self.collection)
        rebuild_search(self.collection)
        assert derived(self.collection) == kept

    @invariant()
    def captions_are_as_remembered(self) -> None:
        if hasattr(self, "collection"):
            assert self.seen() == self.past[-1]
            assert len(history(self.collection)) == len(self.past) + len(self.future) - 1


Describing.TestCase.settings = settings(
    max_examples=10,
    stateful_step_count=20,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking would outlast every limit of time
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestDescribing = Describing.TestCase
