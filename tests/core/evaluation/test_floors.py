"""Floors know the labels of training alone, and reach what the formulas of chance say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.evaluation import (
    class_floors,
    class_scores,
    class_shares,
    majority_levels,
    number_floors,
    number_scores,
    random_levels,
    tag_floors,
    tag_levels,
    tag_scores,
)

TRAIN = np.repeat([0, 1, 2, 3], [10, 25, 5, 10])


def test_what_the_floors_of_classes_say() -> None:
    found = class_floors(TRAIN, 4, 6, seed=0)
    assert list(found) == ["majority", "prior", "random_labels"]
    assert found["majority"].tolist() == [[0, 1, 0, 0]] * 6
    assert found["prior"].tolist() == [[0.2, 0.5, 0.1, 0.2]] * 6
    assert (found["random_labels"].sum(1) == 1).all()


def test_random_labels_are_seeded_and_have_the_shares_of_training() -> None:
    once, again, other = (class_floors(TRAIN, 4, 50_000, seed=seed)["random_labels"] for seed in (1, 1, 2))
    np.testing.assert_array_equal(once, again)
    assert (once != other).any()
    np.testing.assert_allclose(once.mean(0), [0.2, 0.5, 0.1, 0.2], atol=0.01)


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 60), st.integers(4, 8), st.integers(0, 10**6))
def test_what_the_majority_reaches(n: int, kinds: int, seed: int) -> None:
    truth = np.random.default_rng(seed).integers(0, kinds, n)
    floors = class_floors(TRAIN, kinds, n, seed=0)
    share, occur = float((truth == 1).mean()), len(np.unique(truth))
    for name in ("majority", "prior"):
        found = class_scores(truth, floors[name], seed=0, resamples=2).figures
        for figure, level in majority_levels(share, occur).items():
            assert found[figure].value == pytest.approx(level), figure


def test_the_majority_of_seven_classes() -> None:
    """Of seven classes, macro-F1 is .05 to .07 for shares of .2 to .3."""
    assert majority_levels(0.2, 7)["macro_f1"] == pytest.approx(0.0476, abs=1e-4)
    assert majority_levels(0.3, 7)["macro_f1"] == pytest.approx(0.0659, abs=1e-4)


def test_what_random_labels_reach_on_average() -> None:
    truth = np.repeat([0, 1, 2], [30, 50, 20])
    shares = class_shares(truth, 4)
    reached = {"accuracy": [], "balanced_accuracy": []}
    for seed in range(400):
        said = class_floors(TRAIN, 4, 100, seed=seed)["random_labels"]
        figures = class_scores(truth, said, seed=0, resamples=1).figures
        for name, values in reached.items():
            values.append(figures[name].value)
    for name, level in random_levels(shares, class_shares(TRAIN, 4)).items():
        values = reached[name]
        assert abs(np.mean(values) - level) < 4 * np.std(values) / len(values) ** 0.5, name


def test_the_floors_of_tags() -> None:
    rng = np.random.default_rng(3)
    train, truth = rng.random((50, 4)) < 0.3, rng.random((80, 4)) < [0.1, 0.3, 0.6, 0.0]
    floors = tag_floors(train, 80, seed=0)
    assert floors["prior"].tolist() == [train.mean(0).tolist()] * 80
    found = tag_scores(truth, floors["prior"], seed=0, resamples=2).figures
    for name, level in tag_levels(truth).items():
        assert found[name].value == pytest.approx(level), name
    drawn = tag_floors(train, 20_000, seed=1)["random_labels"]
    assert set(np.unique(drawn)) == {0.0, 1.0}
    np.testing.assert_allclose(drawn.mean(0), train.mean(0), atol=0.02)


def test_the_floors_of_numbers() -> None:
    train = np.array([1.0, 2.0, 9.0])
    floors = number_floors(train, 3)
    assert {name: values.tolist() for name, values in floors.items()} == {
        "mean": [4.0] * 3,
        "median": [2.0] * 3,
    }
    reached = {name: number_scores(train, said, seed=0).figures for name, said in floors.items()}
    assert reached["mean"]["r2"].value == pytest.approx(0)
    assert reached["mean"]["rmse"].value < reached["median"]["rmse"].value
    assert reached["median"]["mae"].value < reached["mean"]["mae"].value


def test_nothing_to_learn_from() -> None:
    with pytest.raises(ValueError, match="no tracks to learn from"):
        class_floors(np.zeros(0, np.int64), 3, 5, seed=0)
    with pytest.raises(ValueError, match="no tracks to learn from"):
        tag_floors(np.zeros((0, 2), bool), 5, seed=0)
    with pytest.raises(ValueError, match="no tracks to learn from"):
        number_floors(np.zeros(0), 5)
    with pytest.raises(ValueError, match="classes from 0 to 3, but there are 3"):
        class_floors(TRAIN, 3, 5, seed=0)
    with pytest.raises(ValueError, match="no tag is carried"):
        tag_levels(np.ones((3, 2), bool))
