"""Figures of tags against scikit-learn, ties and all, and against pairs counted one by one."""

from __future__ import annotations

import numpy as np
import pytest
import sklearn.metrics as theirs
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Interrupted
from core.evaluation import bootstrap, tag_scores
from core.evaluation.tags import EVERY_TRACK, NO_TAG, NO_TRACK
from core.progress import Stop

NAMES = ("macro_roc_auc", "macro_average_precision", "micro_roc_auc", "micro_average_precision")
MEASURES = (theirs.roc_auc_score, theirs.average_precision_score)


def heard(n: int, tags: int, seed: int, levels: int = 6) -> tuple[np.ndarray, np.ndarray]:
    """Scores on few levels, so that many are the same."""
    rng = np.random.default_rng(seed)
    truth = rng.random((n, tags)) < np.linspace(0.15, 0.6, tags)
    return truth, rng.integers(0, levels, (n, tags)) / levels + np.round(0.4 * truth, 1)


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 50), st.integers(1, 5), st.integers(1, 40), st.integers(0, 10**6))
def test_as_in_scikit_learn(n: int, tags: int, levels: int, seed: int) -> None:
    truth, scores = heard(n, tags, seed, levels)
    found = tag_scores(truth, scores, seed=0, resamples=5)
    counted = [tag for tag in range(tags) if 0 < truth[:, tag].sum() < n]
    assert sorted({*range(tags)} - {*counted}) == list(found.left_out)
    for tag in counted:
        one = found.tags[tag]
        expected = [measure(truth[:, tag], scores[:, tag]) for measure in MEASURES]
        assert [one.roc_auc.value, one.average_precision.value] == pytest.approx(expected)
    for name, measure in zip(NAMES, (*MEASURES, *MEASURES), strict=True):
        if name.startswith("micro") and 0 < truth.sum() < truth.size:
            expected = measure(truth.ravel(), scores.ravel())
            assert found.figures[name].value == pytest.approx(expected), name
        elif name.startswith("macro") and counted:
            expected = measure(truth[:, counted], scores[:, counted], average="macro")
            assert found.figures[name].value == pytest.approx(expected), name
        else:
            assert (found.figures[name], found.reasons[name]) == (None, NO_TAG)


@settings(deadline=None, max_examples=40)
@given(st.integers(2, 25), st.integers(0, 10**6))
def test_as_pair_by_pair(n: int, seed: int) -> None:
    truth, scores = heard(n, 1, seed)
    truth[:2, 0] = (True, False)
    one = tag_scores(truth, scores, seed=0, resamples=5).tags[0]
    with_, without = scores[truth], scores[~truth]
    won = [1.0 if high > low else 0.5 if high == low else 0.0 for high in with_ for low in without]
    assert one.roc_auc.value == pytest.approx(np.mean(won))
    precision = [truth[scores >= score].mean() for score in with_]
    assert one.average_precision.value == pytest.approx(np.mean(precision))


def reference(truth: np.ndarray, scores: np.ndarray, rows: np.ndarray, name: str) -> float:
    """scikit-learn on some rows, of the tags that can be told apart there."""
    true, given = truth[rows], scores[rows]
    measure = theirs.roc_auc_score if "roc" in name else theirs.average_precision_score
    if name.startswith("micro"):
        return measure(true.ravel(), given.ravel())
    counted = (true.sum(0) > 0) & (true.sum(0) < len(rows) + ("roc" not in name))
    return float(np.mean([measure(true[:, tag], given[:, tag]) for tag in np.flatnonzero(counted)]))


@pytest.mark.parametrize("grouped", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_intervals_as_from_drawing_rows(name: str, grouped: bool) -> None:
    truth, scores = heard(40, 4, 1)
    groups = np.random.default_rng(2).integers(-1, 12, 40) if grouped else None
    ours = tag_scores(truth, scores, groups=groups, seed=3, resamples=60).figures[name]
    slow = bootstrap(
        lambda rows: reference(truth, scores, rows, name), 40, groups=groups, seed=3, resamples=60
    )
    assert (ours.value, ours.n) == (pytest.approx(slow.value), 40)
    assert (ours.low, ours.high) == (pytest.approx(slow.low), pytest.approx(slow.high))


def test_the_interval_of_one_tag() -> None:
    truth, scores = heard(50, 3, 4)
    ours = tag_scores(truth, scores, seed=5, resamples=60).tags[1]
    for score, measure in zip((ours.roc_auc, ours.average_precision), MEASURES, strict=True):
        slow = bootstrap(
            lambda rows, measure=measure: measure(truth[rows, 1], scores[rows, 1]), 50, seed=5, resamples=60
        )
        assert (score.low, score.high) == (pytest.approx(slow.low), pytest.approx(slow.high))


def test_what_all_or_none_carry_is_left_out() -> None:
    truth, scores = heard(30, 4, 6)
    truth[:, 1], truth[:, 3] = False, True
    found = tag_scores(truth, scores, seed=0, resamples=5)
    assert found.left_out == (1, 3)
    for tag, reason in ((1, NO_TRACK), (3, EVERY_TRACK)):
        one = found.tags[tag]
        assert (one.roc_auc, one.average_precision, one.reason) == (None, None, reason)
        assert one.positives == truth[:, tag].sum()
    kept = tag_scores(truth[:, [0, 2]], scores[:, [0, 2]], seed=0, resamples=5)
    for name in NAMES[:2]:
        assert found.figures[name] == kept.figures[name]
    assert found.figures["micro_roc_auc"].value != kept.figures["micro_roc_auc"].value


@settings(deadline=None, max_examples=25)
@given(st.integers(2, 40), st.integers(0, 10**6))
def test_neither_the_order_of_tracks_nor_the_scale_of_scores_counts(n: int, seed: int) -> None:
    truth, scores = heard(n, 2, seed)
    truth[:2] = [[True, False], [False, True]]
    order = np.random.default_rng(seed).permutation(n)
    once = tag_scores(truth, scores, seed=0, resamples=20)
    again = tag_scores(truth[order], scores[order], seed=0, resamples=20)
    scaled = tag_scores(truth, np.exp(3 * scores) - 7, seed=0, resamples=20)
    assert scaled == once
    for name in NAMES:
        assert again.figures[name].value == pytest.approx(once.figures[name].value)


def test_all_in_order_is_one_and_all_the_same_is_chance() -> None:
    truth, _ = heard(60, 3, 7)
    for scores, auc in ((truth.astype(float), 1.0), (-truth.astype(float), 0.0), (np.zeros((60, 3)), 0.5)):
        found = tag_scores(truth, scores, seed=0, resamples=20)
        assert found.figures["macro_roc_auc"].value == auc
        if auc == 0.5:
            assert found.figures["macro_average_precision"].value == pytest.approx(truth.mean())
        if auc == 1.0:
            assert found.figures["macro_average_precision"].value == 1.0
            assert found.figures["macro_roc_auc"].low is None


def test_guesses_are_at_chance() -> None:
    rng, held = np.random.default_rng(8), 0
    for seed in range(150):
        truth = rng.random((100, 3)) < 0.3
        found = tag_scores(truth, rng.random((100, 3)), seed=seed, resamples=200)
        held += found.figures["macro_roc_auc"].low <= 0.5 <= found.figures["macro_roc_auc"].high
    assert 0.88 <= held / 150 <= 0.99


def test_what_one_artist_alone_carries_has_no_interval() -> None:
    truth, scores = heard(30, 2, 9)
    groups = np.where(truth[:, 0], 50, np.arange(30))
    found = tag_scores(truth, scores, groups=groups, seed=0, resamples=20)
    assert (found.tags[0].roc_auc.low, found.tags[0].roc_auc.high) == (None, None)
    assert found.tags[1].roc_auc.low is not None


def test_one_track_tells_nothing() -> None:
    found = tag_scores(np.array([[True, False]]), np.array([[0.7, 0.2]]), seed=0)
    assert found.left_out == (0, 1)
    assert found.figures["macro_roc_auc"] is None
    assert found.figures["micro_roc_auc"].value == 1.0
    assert found.figures["micro_roc_auc"].low is None


@pytest.mark.parametrize(
    ("truth", "scores", "says"),
    [
        (np.zeros((0, 2), bool), np.zeros((0, 2)), "no tracks"),
        (np.zeros((2, 2), bool), np.array([[0.0, np.nan], [0.0, 1.0]]), "1 of 2 tracks .* no numbers"),
        (np.zeros((2, 2), bool), np.array([[0.0, np.inf], [0.0, 1.0]]), "1 of 2 tracks .* no numbers"),
        (np.zeros((2, 2), bool), np.zeros((2, 3)), r"shape \(2, 3\)"),
        (np.zeros((2, 2), int), np.zeros((2, 2)), "true or false"),
    ],
)
def test_what_cannot_be_judged(truth: np.ndarray, scores: np.ndarray, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        tag_scores(truth, scores, seed=0)


def test_it_can_be_stopped_between_blocks() -> None:
    asked = 0

    def at_the_third() -> Stop | None:
        nonlocal asked
        asked += 1
        return Stop.CANCEL if asked == 3 else None

    truth, scores = heard(3000, 2, 10)
    with pytest.raises(Interrupted):
        tag_scores(truth, scores, seed=0, should_stop=at_the_third)
    assert asked == 3
