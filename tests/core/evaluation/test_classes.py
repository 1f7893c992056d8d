"""Figures of classes against scikit-learn, against loops, and against their promise to hold the truth."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
import sklearn.metrics as theirs
from hypothesis import given, settings
from hypothesis import strategies as st

from core.evaluation import ClassScores, Score, bootstrap, class_scores, wilson
from core.evaluation.classes import BINS, NEVER_SAID, NO_TRACK

KINDS = 5


def said(n: int, seed: int, kinds: int = KINDS, skill: float = 0.5) -> tuple[np.ndarray, np.ndarray]:
    """Classes of unequal size, and probabilities that know a little of them."""
    rng = np.random.default_rng(seed)
    truth = rng.choice(kinds, n, p=np.arange(1, kinds + 1) / np.arange(1, kinds + 1).sum())
    probabilities = rng.dirichlet(np.ones(kinds), n)
    probabilities[np.arange(n), truth] += skill * rng.random(n)
    return truth, probabilities / probabilities.sum(1, keepdims=True)


def reference(truth: np.ndarray, probabilities: np.ndarray, rows: np.ndarray) -> dict[str, float]:
    """scikit-learn, asked of some rows; its macro figures only of the classes that occur there."""
    true, given = truth[rows], probabilities[rows]
    called, occur, kinds = given.argmax(1), np.unique(truth[rows]), np.arange(given.shape[1])
    options = {"labels": occur, "zero_division": 0.0}
    return {
        "accuracy": theirs.accuracy_score(true, called),
        "balanced_accuracy": theirs.recall_score(true, called, average="macro", **options),
        "macro_f1": theirs.f1_score(true, called, average="macro", **options),
        "weighted_f1": theirs.f1_score(true, called, average="weighted", **options),
        "top_k_accuracy": theirs.top_k_accuracy_score(true, given, k=3, labels=kinds),
        "log_loss": theirs.log_loss(true, given, labels=kinds),
        "brier": theirs.brier_score_loss(true, given, labels=kinds, scale_by_half=False),
    }


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 120), st.integers(4, 9), st.integers(0, 10**6))
def test_as_in_scikit_learn(n: int, kinds: int, seed: int) -> None:
    truth, probabilities = said(n, seed, kinds)
    found = class_scores(truth, probabilities, seed=0, resamples=5)
    for name, value in reference(truth, probabilities, np.arange(n)).items():
        assert found.figures[name].value == pytest.approx(value), name
        assert found.figures[name].n == n
    called = probabilities.argmax(1)
    matrix = theirs.confusion_matrix(truth, called, labels=np.arange(kinds))
    np.testing.assert_array_equal(found.confusion, matrix)
    each = theirs.precision_recall_fscore_support(
        truth, called, labels=np.arange(kinds), zero_division=np.nan
    )
    for one, precision, recall, f1, support in zip(found.classes, *each, strict=True):
        assert one.n == support
        if support:
            assert (one.recall.value, one.f1.value) == (pytest.approx(recall), pytest.approx(f1))
            assert (
                one.precision is None
                if np.isnan(precision)
                else one.precision.value == pytest.approx(precision)
            )


@pytest.mark.parametrize("grouped", [False, True])
def test_intervals_as_from_drawing_rows(grouped: bool) -> None:
    """The same draws, each judged by scikit-learn from its rows."""
    truth, probabilities = said(60, 1)
    groups = np.random.default_rng(2).integers(-1, 15, 60) if grouped else None
    found = class_scores(truth, probabilities, groups=groups, seed=4, resamples=60)
    judged: dict[bytes, dict[str, float]] = {}

    def asked(rows: np.ndarray, name: str) -> float:
        if rows.tobytes() not in judged:
            judged[rows.tobytes()] = reference(truth, probabilities, rows)
        return judged[rows.tobytes()][name]

    for name in reference(truth, probabilities, np.arange(60)):
        if not grouped and name in ("accuracy", "top_k_accuracy"):
            continue
        figure = partial(asked, name=name)
        slow = bootstrap(figure, 60, groups=groups, seed=4, resamples=60)
        ours = found.figures[name]
        assert (ours.low, ours.high) == (pytest.approx(slow.low), pytest.approx(slow.high)), name


def test_shares_of_tracks_that_stand_alone_have_wilsons_interval() -> None:
    truth, probabilities = said(80, 3)
    called = probabilities.argmax(1)
    found = class_scores(truth, probabilities, seed=0, resamples=5)
    assert found.figures["accuracy"] == wilson(int((called == truth).sum()), 80)
    for kind, one in enumerate(found.classes):
        hits = int(((truth == kind) & (called == kind)).sum())
        assert one.recall == wilson(hits, int((truth == kind).sum()))
        assert one.precision == wilson(hits, int((called == kind).sum()))
        either = int(((truth == kind) | (called == kind)).sum())
        low, high = wilson(hits, either).low, wilson(hits, either).high
        assert one.f1.low == pytest.approx(2 * low / (1 + low))
        assert one.f1.high == pytest.approx(2 * high / (1 + high))


def test_figures_of_a_class_from_groups() -> None:
    truth, probabilities = said(60, 5)
    groups = np.random.default_rng(6).integers(0, 12, 60)
    found = class_scores(truth, probabilities, groups=groups, seed=7, resamples=81).classes[4]
    called = probabilities.argmax(1)

    # With 81 resamples both ends are resamples themselves.
    def f1(rows: np.ndarray) -> float:
        return theirs.f1_score(truth[rows] == 4, called[rows] == 4)

    slow = bootstrap(f1, 60, groups=groups, seed=7, resamples=81)
    assert found.f1.value == pytest.approx(slow.value)
    assert (found.f1.low, found.f1.high) == (pytest.approx(slow.low), pytest.approx(slow.high))


def test_the_interval_of_f1_holds_the_truth_about_95_times_in_100() -> None:
    """For a class of few tracks, where it is hardest."""
    rng, held, rounds = np.random.default_rng(8), 0, 600
    for _ in range(rounds):
        truth = (rng.random(80) < 0.25).astype(np.int64)
        called = np.where(rng.random(80) < np.where(truth, 0.7, 0.1), 1, 0)
        one = class_scores(truth, np.eye(2)[called], seed=0, resamples=1).classes[1]
        expected = 2 * 0.25 * 0.7 / (0.25 + 0.25 * 0.7 + 0.75 * 0.1)
        held += one.f1.low <= expected <= one.f1.high
    assert 0.92 <= held / rounds <= 0.98


def test_a_class_that_is_absent_has_no_figures() -> None:
    truth = np.array([0, 0, 2, 2])
    probabilities = np.eye(4)[[0, 1, 2, 2]]
    found = class_scores(truth, probabilities, seed=0, resamples=5)
    assert found.absent == (1, 3)
    for kind, times in ((1, 1), (3, 0)):
        one = found.classes[kind]
        assert (one.n, one.said, one.precision, one.recall, one.f1) == (0, times, None, None, None)
        assert one.reason == NO_TRACK
    # The false call costs class 0 its recall: F1 of 2/3 and 1.
    assert found.figures["macro_f1"].value == pytest.approx((2 / 3 + 1) / 2)
    assert found.figures["balanced_accuracy"].value == 0.75


def test_a_class_that_is_never_said_has_no_precision() -> None:
    found = class_scores(np.array([0, 1, 1]), np.eye(2)[[0, 0, 0]], seed=0, resamples=5)
    one = found.classes[1]
    assert (one.precision, one.reason) == (None, NEVER_SAID)
    assert (one.recall, one.f1.value) == (wilson(0, 2), 0.0)


def test_of_equal_probabilities_the_first_counts() -> None:
    flat = np.full((4, 4), 0.25)
    found = class_scores(np.arange(4), flat, seed=0, resamples=5, top_k=2)
    assert found.figures["accuracy"].value == 0.25
    assert found.figures["top_k_accuracy"].value == 0.5
    assert found.classes[0].said == 4


def slow_bins(truth: np.ndarray, probabilities: np.ndarray) -> list[tuple[float, float, int]]:
    """(confidence, share right, tracks) of each tenth of the tracks, where no two are equally sure."""
    order = np.argsort(probabilities.max(1))
    n, found = len(order), []
    for place in range(BINS):
        rows = order[n * place // BINS : n * (place + 1) // BINS]
        if len(rows):
            right = [probabilities[row].argmax() == truth[row] for row in rows]
            found.append((float(probabilities[rows].max(1).mean()), float(np.mean(right)), len(rows)))
    return found


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 95), st.integers(0, 10**6))
def test_calibration_as_bin_by_bin(n: int, seed: int) -> None:
    truth, probabilities = said(n, seed)
    found = class_scores(truth, probabilities, seed=0, resamples=5)
    bins = slow_bins(truth, probabilities)
    for one, (confidence, right, tracks) in zip(found.reliability, bins, strict=True):
        assert one.confidence == pytest.approx(confidence)
        assert (one.right.value, one.right.n) == (pytest.approx(right), tracks)
    error = sum(tracks * abs(right - confidence) for confidence, right, tracks in bins) / n
    assert found.figures["calibration_error"].value == pytest.approx(error)


def test_equally_sure_tracks_share_a_bin() -> None:
    truth = np.repeat([0, 1], [70, 30])
    found = class_scores(truth, np.tile([0.9, 0.1], (100, 1)), seed=0, resamples=50)
    assert len(found.reliability) == 1
    assert found.reliability[0].right == wilson(70, 100)
    assert found.figures["calibration_error"].value == pytest.approx(0.2)


def claims(n: int, boast: float, rng: np.random.Generator) -> ClassScores:
    """Of two classes, each claim true but for how much it boasts."""
    sure = rng.uniform(0.65, 1.0, n)
    right = rng.random(n) < sure - boast
    probabilities = np.stack([sure, 1 - sure], axis=1)
    return class_scores(np.where(right, 0, 1), probabilities, seed=0, resamples=200)


@pytest.mark.parametrize("boast", [0.0, 0.15])
def test_the_interval_of_the_calibration_error_holds_the_truth(boast: float) -> None:
    """Mere percentiles would hold the truth of an honest model never: noise only ever adds to the error."""
    rng, held, rounds = np.random.default_rng(9), 0, 200
    for _ in range(rounds):
        error = claims(200, boast, rng).figures["calibration_error"]
        assert error.low <= error.value <= error.high
        held += error.low <= boast <= error.high
    assert held / rounds >= 0.85


def test_the_calibration_error_that_chance_gives() -> None:
    rng = np.random.default_rng(10)
    scores = [claims(150, 0.0, rng) for _ in range(200)]
    errors = [one.figures["calibration_error"].value for one in scores]
    expected = np.mean([one.calibration_by_chance for one in scores])
    assert np.mean(errors) == pytest.approx(expected, rel=0.05)


@settings(deadline=None, max_examples=25)
@given(st.integers(2, 60), st.integers(0, 10**6))
def test_the_order_of_tracks_is_nothing(n: int, seed: int) -> None:
    truth, probabilities = said(n, seed)
    order = np.random.default_rng(seed).permutation(n)
    once = class_scores(truth, probabilities, seed=0, resamples=5)
    again = class_scores(truth[order], probabilities[order], seed=0, resamples=5)
    for name, score in once.figures.items():
        assert again.figures[name].value == pytest.approx(score.value), name
    assert again.classes == once.classes
    np.testing.assert_array_equal(again.confusion, once.confusion)
    assert [one.right for one in again.reliability] == [one.right for one in once.reliability]


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 60), st.integers(4, 8), st.integers(0, 10**6))
def test_all_right_is_all_ones(n: int, kinds: int, seed: int) -> None:
    truth = np.random.default_rng(seed).integers(0, kinds, n)
    found = class_scores(truth, np.eye(kinds)[truth], seed=0, resamples=20)
    shares = ("accuracy", "balanced_accuracy", "macro_f1", "weighted_f1", "top_k_accuracy")
    assert [found.figures[name].value for name in shares] == pytest.approx([1.0] * 5)
    assert [found.figures[name].value for name in ("brier", "log_loss", "calibration_error")] == [0, 0, 0]
    # Every resample is all right too, and so has nothing to tell; Wilson's interval has.
    assert found.figures["macro_f1"].low is None
    assert found.figures["accuracy"] == wilson(n, n)


def test_guesses_are_at_chance() -> None:
    """Chance lies in the interval as often as the interval promises."""
    rng, held = np.random.default_rng(11), {"accuracy": 0, "balanced_accuracy": 0}
    for _ in range(200):
        truth, guessed = rng.integers(0, 4, (2, 120))
        found = class_scores(truth, np.eye(4)[guessed], seed=0, resamples=200)
        for name in held:
            held[name] += found.figures[name].low <= 0.25 <= found.figures[name].high
    assert all(0.9 <= times / 200 <= 0.99 for times in held.values()), held


def test_tracks_of_one_artist_are_no_independent_evidence() -> None:
    truth, probabilities = said(30, 12)
    often, groups = np.repeat(np.arange(30), 8), np.repeat(np.arange(30), 8)
    honest = class_scores(truth, probabilities, groups=np.arange(30), seed=0)
    grouped = class_scores(truth[often], probabilities[often], groups=groups, seed=0)
    alone = class_scores(truth[often], probabilities[often], seed=0)
    assert (grouped.groups, alone.groups) == (30, None)
    for name in ("accuracy", "macro_f1", "log_loss"):
        ours, once, seeming = (each.figures[name] for each in (grouped, honest, alone))
        assert (ours.low, ours.high) == (pytest.approx(once.low), pytest.approx(once.high))
        assert seeming.high - seeming.low < 0.6 * (ours.high - ours.low)


def test_all_right_in_few_groups_is_told_as_few() -> None:
    truth = np.repeat([0, 1], 50)
    found = class_scores(truth, np.eye(2)[truth], groups=np.repeat(np.arange(10), 10), seed=0)
    expected = wilson(10, 10)
    assert found.figures["accuracy"] == Score(1.0, expected.low, 1.0, 100)
    of_five = wilson(5, 5)
    assert found.classes[0].recall == Score(1.0, of_five.low, 1.0, 50)


def test_a_single_group_has_no_interval() -> None:
    truth, probabilities = said(20, 13)
    found = class_scores(truth, probabilities, groups=np.zeros(20, np.int64), seed=0)
    assert all((score.low, score.high) == (None, None) for score in found.figures.values())
    groups = np.where(truth == 4, 99, np.arange(20))
    one = class_scores(truth, probabilities, groups=groups, seed=0).classes[4]
    assert (one.recall.low, one.recall.high) == (None, None)


def test_one_track() -> None:
    found = class_scores(np.array([1]), np.array([[0.4, 0.6]]), seed=0)
    assert found.figures["accuracy"] == wilson(1, 1)
    assert found.figures["macro_f1"] == Score(1.0, None, None, 1)
    assert found.figures["top_k_accuracy"] is None
    assert found.reasons["top_k_accuracy"] == "there are no more classes than that"


def test_one_class() -> None:
    found = class_scores(np.zeros(5, np.int64), np.ones((5, 1)), seed=0, resamples=5)
    assert found.figures["accuracy"] == wilson(5, 5)
    assert found.figures["macro_f1"].value == 1.0


def test_what_was_called_impossible_costs_without_end() -> None:
    found = class_scores(np.array([0, 1]), np.array([[1.0, 0.0], [1.0, 0.0]]), seed=0, resamples=5)
    assert found.figures["log_loss"] is None
    assert found.reasons["log_loss"].startswith("1 of 2 tracks")
    assert found.figures["brier"].value == 1.0


@pytest.mark.parametrize(
    ("truth", "probabilities", "says"),
    [
        (np.zeros(0, np.int64), np.zeros((0, 3)), "no tracks"),
        (np.array([0, 1]), np.array([[0.5, 0.5], [np.nan, 0.5]]), "1 of 2 tracks .* no numbers"),
        (np.array([0, 1]), np.array([[0.5, 0.5], [0.9, 0.5]]), "1 of 2 tracks .* do not sum to 1"),
        (np.array([0, 1]), np.array([[0.5, 0.5], [1.5, -0.5]]), "1 of 2 tracks .* do not sum to 1"),
        (np.array([0, 2]), np.full((2, 2), 0.5), "classes from 0 to 2, but probabilities for 2"),
        (np.array([0, -1]), np.full((2, 2), 0.5), "classes from -1 to 0"),
        (np.array([0, 1]), np.full((3, 2), 0.5), r"shape \(3, 2\) for 2 tracks"),
        (np.array([0.0, 1.0]), np.full((2, 2), 0.5), "told by its number"),
    ],
)
def test_what_cannot_be_judged(truth: np.ndarray, probabilities: np.ndarray, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        class_scores(truth, probabilities, seed=0)
