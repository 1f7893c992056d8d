"""Heads that are solved at once have the optimum of scikit-learn's, and an answer where there is little."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression, Ridge

from core.errors import Interrupted
from core.probes.linear import Linear, Span, fit_classes, fit_numbers, fit_tags
from core.progress import Stop


def material(n: int, d: int, kinds: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Vectors of classes that overlap, in units of their own; their classes; new vectors."""
    rng = np.random.default_rng(seed)
    of = rng.integers(0, kinds, 2 * n)
    turn = rng.standard_normal((d, d)) * np.linspace(1, 0.05, d)[:, None]
    values = (0.8 * rng.standard_normal((kinds, d))[of] + rng.standard_normal((2 * n, d))) @ turn
    values = (values * rng.uniform(0.1, 50, d) + rng.uniform(-100, 100, d)).astype(np.float32)
    return values[:n], of[:n], values[n:]


def standard(values: np.ndarray) -> np.ndarray:
    exact = values.astype(np.float64)
    return (exact - exact.mean(0)) / exact.std(0)


def scaled(head: Linear, values: np.ndarray) -> np.ndarray:
    return (values - head.mean) / head.scale


def cost(
    rows: np.ndarray, of: np.ndarray, weights: np.ndarray, offsets: np.ndarray, strength: float
) -> float:
    """What multinomial logistic regression makes small, row by row."""
    total = 0.5 / strength * float((weights**2).sum())
    for row, kind in zip(rows, of, strict=True):
        logits = weights @ row + offsets
        total += np.log(np.exp(logits - logits.max()).sum()) + logits.max() - logits[kind]
    return total


SIZES = [(200, 12, 3), (40, 90, 4), (60, 60, 10), (150, 30, 2), (20, 50, 2)]


@pytest.mark.parametrize("strength", [0.003, 0.1, 3.0])
@pytest.mark.parametrize(("n", "d", "kinds"), SIZES)
def test_the_optimum_is_that_of_scikit_learn(n: int, d: int, kinds: int, strength: float) -> None:
    values, of, new = material(n, d, kinds)
    head = fit_classes(values, of, kinds, strength=strength)
    peer = LogisticRegression(C=strength, tol=1e-8, max_iter=10_000).fit(standard(values), of)
    np.testing.assert_allclose(head.probabilities(new), peer.predict_proba(scaled(head, new)), atol=2e-3)
    if kinds > 2:  # of two classes, both ways to write the same head cost differently
        ours = cost(standard(values), of, head.weights, head.offsets, strength)
        theirs = cost(standard(values), of, peer.coef_, peer.intercept_, strength)
        assert ours <= theirs * (1 + 1e-5)


@pytest.mark.parametrize("kinds", [2, 4])
def test_balanced_classes_weigh_the_same(kinds: int) -> None:
    values, of, new = material(150, 20, kinds)
    kept = (of > 0) | (np.arange(150) % 5 == 0)
    values, of = values[kept], of[kept]
    head = fit_classes(values, of, kinds, strength=0.1, balanced=True)
    peer = LogisticRegression(C=0.1, tol=1e-8, max_iter=10_000, class_weight="balanced")
    peer.fit(standard(values), of)
    np.testing.assert_allclose(head.probabilities(new), peer.predict_proba(scaled(head, new)), atol=2e-3)


@pytest.mark.parametrize(("n", "d"), [(200, 12), (50, 90)])
def test_tags_are_each_told_as_if_alone(n: int, d: int) -> None:
    values, of, new = material(n, d, 5)
    carried = np.stack([of == 0, of < 2, (of + np.arange(n)) % 3 == 0, of == 9, of >= 0], 1)
    carried[:, 3], carried[:, 4] = False, True
    head = fit_tags(values, carried, strength=0.1)
    said = head.probabilities(new, exclusive=False)
    for tag in range(3):
        peer = LogisticRegression(C=0.1, tol=1e-8, max_iter=10_000).fit(standard(values), carried[:, tag])
        np.testing.assert_allclose(said[:, tag], peer.predict_proba(scaled(head, new))[:, 1], atol=2e-3)
    assert (said[:, 3] == 0).all()
    assert (said[:, 4] == 1).all()


@pytest.mark.parametrize("strength", [0.001, 1.0, 100.0])
@pytest.mark.parametrize(("n", "d"), [(200, 12), (50, 90)])
def test_numbers_are_told_as_by_ridge_regression(n: int, d: int, strength: float) -> None:
    values, of, new = material(n, d, 5)
    numbers = 100.0 * of + 1900 + values[:, 0]
    head = fit_numbers(values, numbers, strength=strength)
    peer = Ridge(alpha=1 / strength).fit(standard(values), numbers)
    expected = peer.predict(scaled(head, new))
    np.testing.assert_allclose(head.logits(new)[:, 0], expected, rtol=0, atol=1e-3 * np.ptp(expected))


def test_rows_made_ready_once_serve_every_strength() -> None:
    values, of, new = material(60, 80, 3)
    span = Span.of(values)
    for strength in (0.01, 1.0):
        apart = fit_classes(values, of, 3, strength=strength)
        np.testing.assert_array_equal(
            fit_classes(span, of, 3, strength=strength).probabilities(new), apart.probabilities(new)
        )


@pytest.mark.parametrize(("n", "d"), [(200, 12), (50, 90)])
def test_from_wherever_it_starts_it_comes_to_the_same(n: int, d: int) -> None:
    values, of, new = material(n, d, 3)
    carried = np.eye(3, dtype=bool)[of]
    there = fit_classes(values, of, 3, strength=0.1)
    near = fit_classes(values[: n // 2], of[: n // 2], 3, strength=1.0)
    lacking = fit_classes(values[of < 2], of[of < 2], 3)
    other = fit_classes(values[:, :5], of, 3)
    for start in (near, there, lacking, other):
        again = fit_classes(values, of, 3, strength=0.1, start=start)
        np.testing.assert_allclose(again.probabilities(new), there.probabilities(new), atol=2e-3)
    tags = fit_tags(values, carried, strength=0.1)
    again = fit_tags(values, carried, strength=0.1, start=fit_tags(values[:30], carried[:30]))
    np.testing.assert_allclose(
        again.probabilities(new, exclusive=False), tags.probabilities(new, exclusive=False), atol=2e-3
    )


@given(
    n=st.integers(1, 12), d=st.integers(1, 15), kinds=st.integers(1, 4), seed=st.integers(0, 10**6),
    steps=st.integers(1, 3), still=st.integers(0, 3), balanced=st.booleans(),
)  # fmt: skip
def test_whatever_there_is_to_learn_from_something_is_said(
    n: int, d: int, kinds: int, seed: int, steps: int, still: int, balanced: bool
) -> None:
    """Rows that are the same, values that never change, classes without a row."""
    rng = np.random.default_rng(seed)
    values = rng.integers(0, steps, (n, d)).astype(np.float32)
    values[:, :still] = 1e6
    of = rng.integers(0, kinds, n)
    new = rng.standard_normal((5, d)).astype(np.float32)
    said = fit_classes(values, of, kinds, balanced=balanced).probabilities(new)
    np.testing.assert_allclose(said.sum(1), 1)
    there = np.bincount(of, minlength=kinds) > 0
    assert ((said > 0) == there).all()
    tags = fit_tags(values, np.eye(kinds, dtype=bool)[of]).probabilities(new, exclusive=False)
    assert ((tags >= 0) & (tags <= 1)).all()
    assert np.isfinite(fit_numbers(values, of.astype(float)).logits(new)).all()


@given(seed=st.integers(0, 10**6), wide=st.booleans())
def test_units_do_not_matter(seed: int, wide: bool) -> None:
    """Hertz or kilohertz: what is said stays the same."""
    rng = np.random.default_rng(seed)
    values, of = rng.standard_normal((20, 30 if wide else 6)), rng.integers(0, 3, 20)
    factors, shifts = rng.uniform(0.01, 100, values.shape[1]), rng.uniform(-10, 10, values.shape[1])
    one = fit_classes(values, of, 3, strength=0.1).probabilities(values)
    other = fit_classes(values * factors + shifts, of, 3, strength=0.1).probabilities(
        values * factors + shifts
    )
    np.testing.assert_allclose(one, other, atol=1e-3)


VALUES, OF = np.ones((4, 3), np.float32), np.array([0, 1, 0, 1])


@pytest.mark.parametrize(
    ("values", "labels", "kinds", "said"),
    [
        (VALUES[0], OF, 2, r"values of shape \(3,\)"),
        (VALUES[:0], OF[:0], 2, r"values of shape \(0, 3\)"),
        (np.where(np.eye(4, 3, dtype=bool), np.nan, VALUES), OF, 2, "values that are no numbers"),
        (VALUES, OF[:3], 2, r"labels of shape \(3,\) for 4 rows"),
        (VALUES, OF, 1, "classes from 0 to 1, but there are 1"),
        (VALUES, OF - 1, 2, "classes from -1 to 0, but there are 2"),
    ],
)
def test_what_cannot_be_learnt_from_is_refused(values: Any, labels: Any, kinds: int, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        fit_classes(values, labels, kinds)


def test_tags_and_numbers_must_fit_the_rows() -> None:
    with pytest.raises(ValueError, match=r"tags of shape \(4,\) for 4 rows"):
        fit_tags(VALUES, OF == 1)
    with pytest.raises(ValueError, match=r"numbers of shape \(3,\) for 4 rows"):
        fit_numbers(VALUES, OF[:3])
    with pytest.raises(ValueError, match="numbers that are none"):
        fit_numbers(VALUES, np.array([1.0, np.inf, 2.0, 3.0]))


def test_it_can_be_stopped() -> None:
    values, of, _ = material(50, 10, 3)
    asked = [None, None, Stop.CANCEL]
    with pytest.raises(Interrupted):
        fit_classes(values, of, 3, should_stop=lambda: asked.pop(0))
