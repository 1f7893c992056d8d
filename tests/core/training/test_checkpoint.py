"""Checkpoints: readable by people, refused where they are damaged or of something else, as often as asked."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import pytest

from core.errors import FileProblem, Interrupted, RequestProblem
from core.runs import EpochRow
from core.training.checkpoint import State, read
from core.training.loop import Lesson, Ties, train
from core.training.plan import Plan
from tests.core.training.lessons import Watched, lesson, whole


def test_a_checkpoint_can_be_read_by_people_and_holds_no_code(tmp_path: Path) -> None:
    watched = Watched(tmp_path, 3)
    with pytest.raises(Interrupted):
        whole(lesson(Plan(epochs=5, batch=8)), watched)
    data = watched.path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    note = json.loads(json.loads(data[8 : 8 + length])["__metadata__"]["soundings"])
    assert note["state"]["step"] == 3
    tensors, state, _ = read(watched.path)
    assert state.batch == 3
    assert {name.partition("/")[0] for name in tensors} == {"learner", "optimiser", "random"}


@pytest.mark.parametrize("cut", [0, 7, 100, -5])
def test_a_damaged_checkpoint_is_a_sentence(tmp_path: Path, cut: int) -> None:
    watched = Watched(tmp_path, 3)
    with pytest.raises(Interrupted):
        whole(lesson(Plan(epochs=5, batch=8)), watched)
    watched.path.write_bytes(watched.path.read_bytes()[:cut])
    with pytest.raises(FileProblem, match="the checkpoint is damaged"):
        whole(lesson(Plan(epochs=5, batch=8)), Watched(tmp_path), watched.path)


def test_a_checkpoint_of_other_conditions_is_refused(tmp_path: Path) -> None:
    watched = Watched(tmp_path, 3)
    ours = lesson(Plan(epochs=5, batch=8))
    with pytest.raises(Interrupted):
        whole(ours, watched)
    other = Lesson(
        ours.learner, ours.loss, ours.tally, ours.batches, ours.judge, ours.plan, 3, about={"tracks": 7}
    )
    with pytest.raises(RequestProblem, match="is of other conditions: tracks differ"):
        whole(other, Watched(tmp_path), watched.path)


def test_checkpoints_come_as_often_as_asked(tmp_path: Path) -> None:
    kept: list[int] = []

    def keep(state: State, write: Any, rows: list[EpochRow]) -> None:
        kept.append(state.step)

    ours = lesson(Plan(epochs=2, batch=8, checkpoint_s=0, patience=0))
    train(ours, Ties(keep, lambda *_: None, lambda _: None, lambda: None))
    # No clock: what one costs keeps the next one away, so that how many there are is open.
    assert kept
    assert kept == sorted(set(kept))
    never = lesson(Plan(epochs=2, batch=8, checkpoint_s=3600, patience=0))
    before = len(kept)
    train(never, Ties(keep, lambda *_: None, lambda _: None, lambda: None))
    assert len(kept) == before
