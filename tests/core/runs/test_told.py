"""What was said in each epoch comes back as it was, is replaced when told again, and goes with its run."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.library.sheets import join_cell
from core.runs import delete_run, forget_told, keep_told, read_told, told_epochs
from core.runs import told as module
from core.runs.told import pack, unpack
from core.store import Collection
from tests.core.library.shelf import rows
from tests.core.runs.conftest import begun

NAMES = ("fado", "raga", 'reel, "slow"')


@st.composite
def said(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Tracks in any order, what is true of each, and the odds of each class."""
    count = draw(st.integers(1, 12))
    tracks = draw(st.lists(st.integers(1, 2**40), min_size=count, max_size=count, unique=True))
    truth = draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
    odds = draw(
        st.lists(
            st.lists(st.floats(0, 1), min_size=3, max_size=3).filter(sum), min_size=count, max_size=count
        )
    )
    values = np.array(odds)
    return np.array(tracks), np.array(truth), values / values.sum(1, keepdims=True)


@given(said())
def test_classes_come_back_as_they_were_said(told: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    tracks, truth, odds = told
    found = {row.track_id: row for row in unpack(pack(NAMES, tracks, truth, odds))}
    assert list(found) == sorted(tracks.tolist())
    for track_id, true, each in zip(tracks.tolist(), truth.tolist(), odds, strict=True):
        row = found[track_id]
        assert (row.part, row.truth, row.said) == ("valid", NAMES[true], NAMES[int(each.argmax())])
        assert [row.probabilities[name] for name in NAMES] == pytest.approx(each.tolist(), abs=1e-5)
        assert row.probability == row.probabilities[row.said or ""]


@given(said())
def test_tags_come_back_as_they_were_said(told: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    tracks, _, odds = told
    found = {row.track_id: row for row in unpack(pack(NAMES, tracks, odds > 0.3, odds))}
    for track_id, each in zip(tracks.tolist(), odds, strict=True):
        row = found[track_id]
        assert row.truth == join_cell([name for name, odd in zip(NAMES, each, strict=True) if odd > 0.3])
        assert row.said == join_cell([name for name, odd in zip(NAMES, each, strict=True) if odd >= 0.5])


def test_numbers_come_back_to_the_last_digit() -> None:
    values = np.array([0.1, -3e300, 1 / 3])
    found = unpack(pack(("bpm",), np.array([3, 1, 2]), values[::-1].copy(), values))
    assert [(row.track_id, row.truth, row.number) for row in found] == [
        (1, repr(-3e300), -3e300),
        (2, repr(0.1), 1 / 3),
        (3, repr(1 / 3), 0.1),
    ]


def one(value: float) -> bytes:
    return pack(NAMES, np.array([4]), np.array([1]), np.array([[1 - value, value, 0.0]]))


def test_what_is_told_again_replaces_and_what_will_be_told_again_goes(shelf: Collection) -> None:
    run, other = begun(shelf), begun(shelf, seed=4)
    keep_told(shelf, run, {0: one(0.25), 1: one(0.5), 2: one(0.75)})
    keep_told(shelf, other, {0: one(1.0)})
    keep_told(shelf, run, {1: one(1.0)})
    again = read_told(shelf, run, 1)
    assert again is not None
    assert again[0].probabilities["raga"] == 1.0
    forget_told(shelf, run, 1)
    assert told_epochs(shelf, run) == [0]
    assert read_told(shelf, run, 1) is None
    delete_run(shelf, run)
    assert rows(shelf, "SELECT run_id FROM told") == [(other,)]


def test_the_oldest_epochs_make_room(shelf: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    run, size = begun(shelf), len(one(0.5))
    monkeypatch.setattr(module, "LARGEST_BYTES", 3 * size)
    for epoch in range(6):
        keep_told(shelf, run, {epoch: one(0.5)})
    assert told_epochs(shelf, run) == [3, 4, 5]
    monkeypatch.setattr(module, "LARGEST_BYTES", 1)
    keep_told(shelf, run, {6: one(0.5)})
    assert told_epochs(shelf, run) == [6]


@pytest.mark.parametrize("kind", ["classes", "tags"])
def test_an_epoch_of_many_tracks_is_small(kind: str) -> None:
    rng = np.random.default_rng(0)
    odds = rng.dirichlet(np.full(50, 0.05), 2000)
    truth: Any = rng.integers(0, 50, 2000) if kind == "classes" else odds > 0.2
    assert len(pack([f"class {i}" for i in range(50)], np.arange(2000), truth, odds)) < 2 * odds.size + 40_000
