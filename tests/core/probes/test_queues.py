"""What is named to be listened to: in which order, of which tracks, and before anything can be learnt."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.library.edits import clear, set_values
from core.library.groups import read_values, read_without
from core.library.journal import redo, undo
from core.probes import ProbeRequest, ProbeResult, queues
from core.probes.ask import run
from core.progress import Context
from core.runs.accept import accept_guesses
from core.store import Collection
from tests.core.library.shelf import rows
from tests.core.recipes.conftest import N

UNLABELLED = set(range(1, N + 1, 10))


def ask(collection: Collection, field: str = "genre", **asked: Any) -> ProbeResult:
    return run(ProbeRequest(field, "descriptors", begin=True, **asked), Context(collection.folder, 1))


def named(found: ProbeResult, order: str) -> list[int]:
    return [one.track_id for one in getattr(found, order)]


def test_every_order_names_the_same_tracks(shelf: Collection) -> None:
    found = ask(shelf, most=100, apart="")
    assert found.unlabelled == len(UNLABELLED)
    for order in ("uncertain", "each", "listed"):
        assert sorted(named(found, order)) == sorted(UNLABELLED)
    assert named(found, "listed") == sorted(UNLABELLED)
    assert set(named(found, "surprising")).isdisjoint(UNLABELLED)


def test_shares_are_of_the_classes_and_say_what_is_said(shelf: Collection) -> None:
    found = ask(shelf)
    sure = dict(zip(found.tracks, found.probabilities, strict=True))
    for one in (*found.uncertain, *found.each, *found.listed):
        assert sum(one.shares) == pytest.approx(1, abs=0.001)
        assert found.classes[int(np.argmax(one.shares))] == one.said
        assert max(one.shares) == one.probability == pytest.approx(sure[one.track_id], abs=0.001)


def test_each_class_takes_its_turn_with_its_surest(shelf: Collection) -> None:
    each = ask(shelf, most=100, apart="").each
    of = [one.said for one in each]
    assert len(set(of[: len(set(of))])) == len(set(of))
    for name in set(of):
        sure = [one.probability for one in each if one.said == name]
        assert sure == sorted(sure, reverse=True)


def test_who_has_no_value_or_was_passed_over_is_not_asked_about(shelf: Collection) -> None:
    none, passed = sorted(UNLABELLED)[:2]
    clear(shelf, [none], "genre", firmly=True)
    assert read_without(shelf, "genre") == {none}
    found = ask(shelf, passed=(passed,), apart="", most=100)
    assert set(named(found, "uncertain")) == UNLABELLED - {none, passed}
    undo(shelf)
    assert ask(shelf, passed=(passed,)).unlabelled == len(UNLABELLED) - 1


def test_it_learns_from_all_whatever_it_is_asked_about(shelf: Collection) -> None:
    whole = ask(shelf)
    some = tuple(sorted(UNLABELLED)[:3])
    assert set(named(ask(shelf, among=some), "listed")) == set(some)
    about = ask(shelf, about='artist:"artist 0"', apart="")
    artists = read_values(shelf, "artist")
    assert set(named(about, "listed")) == {i for i in UNLABELLED if artists[i] == ["artist 0"]}
    assert about.labelled == ask(shelf, among=some).labelled == whole.labelled
    assert about.probabilities == whole.probabilities


def test_a_single_label_of_a_class_is_not_asked_about_again(shelf: Collection) -> None:
    set_values(shelf, [1], "genre", ["polka"])
    assert 1 not in named(ask(shelf, most=100, apart=""), "uncertain")


def test_before_the_first_labels_there_is_something_to_listen_to(shelf: Collection) -> None:
    found = ask(shelf, "mood", most=12)
    assert (found.classes, found.labelled, found.unlabelled) == ((), {}, N)
    assert "two kinds of mood" in found.sentence()
    assert found.sentence() == found.needs
    assert len(set(named(found, "uncertain"))) == 12
    artists = read_values(shelf, "artist")
    assert max(Counter(artists[i][0] for i in named(found, "uncertain")).values()) <= 2
    set_values(shelf, [named(found, "uncertain")[0]], "mood", ["glad"])
    after = ask(shelf, "mood", most=12)
    assert after.labelled == {"glad": 1}
    assert named(found, "uncertain")[0] not in named(after, "uncertain")


def test_what_is_named_first_is_further_apart_than_chance(shelf: Collection) -> None:
    rng = np.random.default_rng(2)
    values = np.concatenate([rng.normal(size=(200, 4)), rng.normal(size=(4, 4)) * 0.1 + 9]).astype(np.float32)
    order = queues.unlike(values, np.arange(len(values)), 10)
    near = [np.linalg.norm(values[a] - values[b]) for a in order[:6] for b in order[:6] if a != b]
    drawn = rng.permutation(len(values))[:6]
    usual = [np.linalg.norm(values[a] - values[b]) for a in drawn for b in drawn if a != b]
    assert min(near) > min(usual)


@given(st.lists(st.integers(0, 3), max_size=40), st.integers(1, 12))
def test_to_begin_with_each_row_comes_once(kinds: list[int], most: int) -> None:
    """Also where all are alike, or none is left."""
    values = np.array(kinds, np.float32).reshape(-1, 1) @ np.ones((1, 3), np.float32)
    rows_ = np.arange(len(values))
    order = queues.unlike(values, rows_, most)
    assert len(set(order.tolist())) == len(order) == min(len(values), queues.LOOKED_AT * most)


def test_guesses_become_labels_that_teach_nobody(shelf: Collection) -> None:
    before = ask(shelf)
    said = dict.fromkeys(range(1, 21), ("polka", 0.91))
    edit = accept_guesses(shelf, "genre", said)
    assert edit is not None
    assert edit.title == "Accept genre of 2 tracks from the probe"  # all others have labels of their own
    kept = "SELECT track_id, confidence, run_id FROM labels WHERE source = 'run' ORDER BY track_id"
    assert rows(shelf, kept) == [(1, 0.91, None), (11, 0.91, None)]
    assert read_values(shelf, "genre")[1] == ["polka"]
    assert ask(shelf).labelled == before.labelled
    assert named(ask(shelf, apart=""), "listed") == named(ask(shelf, apart=""), "listed")
    accept_guesses(shelf, "genre", {1: ("reel", 0.8)})
    assert read_values(shelf, "genre")[1] == ["reel"]
    assert read_values(shelf, "genre")[11] == ["polka"]
    for _ in range(2):
        undo(shelf)
    assert rows(shelf, kept) == []
    redo(shelf)
    assert len(rows(shelf, kept)) == 2
