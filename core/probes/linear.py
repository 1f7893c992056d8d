"""Linear heads that are solved at once: logistic regression, one or several at a time, and ridge.

They have the optimum of scikit-learn's, of the same vectors brought to mean 0 and
deviation 1, and come to it sooner. The penalty does not care how the space is
turned, so what the rows span is turned to its main directions, where the problem
is small; and each direction is stretched by about the root of its curvature,
where it is round. Turning is done once for as many strengths as are tried.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.progress import ShouldStop, never

Floats = NDArray[np.float64]
Values = NDArray[np.float32]

FLAT = 1e-6
"""Deviations below this share of the mean, and directions below this share of the main one, tell nothing."""
GAIN = 1e-5
"""A step that gains no larger a share of what is lost is the last."""
STEPS = 1000


@dataclass(frozen=True)
class Linear:
    """Weights for values brought to mean 0 and deviation 1."""

    mean: Floats
    scale: Floats
    weights: Floats
    """(kinds, dimension)"""
    offsets: Floats
    """(kinds,)"""

    def logits(self, values: NDArray[Any]) -> Floats:
        """(n, kinds); of numbers the number itself."""
        bent = self.weights / self.scale
        found: Floats = values @ bent.T + (self.offsets - bent @ self.mean)
        return found

    def probabilities(self, values: NDArray[Any], *, exclusive: bool = True) -> Floats:
        """`exclusive` classes rule each other out; tags do not."""
        logits = self.logits(values)
        if not exclusive:
            return _sigmoid(logits)
        odds = np.exp(logits - logits.max(1, keepdims=True))
        shares: Floats = odds / odds.sum(1, keepdims=True)
        return shares


@dataclass(frozen=True)
class Span:
    """The rows to learn from, turned to the main directions of what they span."""

    mean: Floats
    scale: Floats
    rows: Floats
    """(n, directions)"""
    power: Floats
    """(directions,): the sum of squares along each."""
    basis: Floats
    """(dimension, directions): each of length 1."""

    @classmethod
    def of(cls, values: NDArray[Any]) -> Span:
        if values.ndim != 2 or not len(values):
            raise ValueError(f"values of shape {values.shape}")
        if not np.isfinite(values).all():
            raise ValueError("values that are no numbers")
        mean = values.mean(0, dtype=np.float64)
        scale = values.std(0, dtype=np.float64)
        scale[scale <= FLAT * np.abs(mean)] = np.inf  # a constant tells nothing
        scale[scale == 0] = np.inf
        rows = (values - mean) / scale
        tall = len(rows) > rows.shape[1]
        power, turned = np.linalg.eigh(rows.T @ rows if tall else rows @ rows.T)
        told = power > FLAT**2 * max(float(power[-1]), 1e-300)
        power, turned = power[told][::-1], turned[:, told][:, ::-1]
        basis = turned if tall else rows.T @ turned / np.sqrt(power)
        along = rows @ basis if tall else turned * np.sqrt(power)
        return cls(mean, np.where(np.isinf(scale), 1.0, scale), along, power, basis)

    def linear(self, weights: Floats, offsets: Floats) -> Linear:
        """`weights` (directions, kinds) along the directions."""
        return Linear(self.mean, self.scale, (self.basis @ weights).T, offsets)


def fit_classes(
    values: NDArray[Any] | Span,
    labels: NDArray[np.int64],
    kinds: int,
    *,
    strength: float = 1.0,
    balanced: bool = False,
    start: Linear | None = None,
    should_stop: ShouldStop = never,
) -> Linear:
    """Multinomial logistic regression; `strength` is scikit-learn's C, which weighs rows against weights.

    `balanced`: each class weighs the same, however many rows are of it.
    """
    span = values if isinstance(values, Span) else Span.of(values)
    labels = _checked(labels, len(span.rows), kinds)
    truth = np.eye(kinds)[labels]
    counts = np.bincount(labels, minlength=kinds)
    each = (len(labels) / (np.maximum(counts, 1) * (counts > 0).sum()))[labels] if balanced else None
    weigh = np.ones(len(labels)) if each is None else each

    def loss(logits: Floats) -> tuple[float, Floats]:
        top = logits.max(1, keepdims=True)
        odds = np.exp(logits - top)
        total = odds.sum(1, keepdims=True)
        lost = np.log(total[:, 0]) + top[:, 0] - (logits * truth).sum(1)
        return float(lost @ weigh), (odds / total - truth) * weigh[:, None]

    return _solve(span, kinds, loss, 1 / strength, 1 / kinds * (1 - 1 / kinds), start, should_stop)


def fit_tags(
    values: NDArray[Any] | Span,
    carried: NDArray[np.bool_],
    *,
    strength: float = 1.0,
    start: Linear | None = None,
    should_stop: ShouldStop = never,
) -> Linear:
    """Logistic regression of each tag (n, tags) against its absence, all at once."""
    span = values if isinstance(values, Span) else Span.of(values)
    truth = np.asarray(carried, np.float64)
    if truth.ndim != 2 or len(truth) != len(span.rows):
        raise ValueError(f"tags of shape {truth.shape} for {len(span.rows)} rows")

    def loss(logits: Floats) -> tuple[float, Floats]:
        lost = np.logaddexp(0, logits) - logits * truth
        return float(lost.sum()), _sigmoid(logits) - truth

    return _solve(span, truth.shape[1], loss, 1 / strength, 1 / 4, start, should_stop)


def fit_numbers(values: NDArray[Any] | Span, numbers: NDArray[Any], *, strength: float = 1.0) -> Linear:
    """Ridge: `strength` is one over scikit-learn's alpha."""
    span = values if isinstance(values, Span) else Span.of(values)
    true = np.asarray(numbers, np.float64)
    if true.shape != (len(span.rows),) or not np.isfinite(true).all():
        raise ValueError(f"numbers of shape {true.shape} for {len(span.rows)} rows")
    along = span.rows.T @ (true - true.mean()) / (span.power + 1 / strength)
    return span.linear(along[:, None], np.array([true.mean()]))


def _solve(
    span: Span,
    kinds: int,
    loss: Callable[[Floats], tuple[float, Floats]],
    penalty: float,
    curvature: float,
    start: Linear | None,
    should_stop: ShouldStop,
) -> Linear:
    """`loss` gives what is lost over all rows, and how it changes with each logit; at most `curvature`."""
    from scipy.optimize import minimize

    n, r = span.rows.shape
    stretch = np.sqrt(span.power * curvature + penalty)
    rows, held = (span.rows / stretch).astype(np.float32), (penalty / stretch**2)[:, None]
    depth = np.sqrt(n * curvature)

    def lost(flat: Floats) -> tuple[float, Floats]:
        if should_stop():
            raise Interrupted
        point = flat.reshape(r + 1, kinds)
        value, slope = loss(rows @ point[:r].astype(np.float32) + point[r] / depth)
        value += 0.5 * float((held * point[:r] ** 2).sum())
        steep = np.vstack([rows.T @ slope.astype(np.float32) + held * point[:r], slope.sum(0)[None] / depth])
        return value, steep.ravel()

    first = np.zeros((r + 1, kinds))
    if start is not None and start.weights.shape == (kinds, len(span.basis)):
        first[:r] = stretch[:, None] * (span.basis.T @ start.weights.T)
        first[r] = start.offsets * depth
    options = {"maxiter": STEPS, "maxfun": 2 * STEPS, "ftol": GAIN, "gtol": 1e-7, "maxcor": 20}
    found = minimize(lost, first.ravel(), jac=True, method="L-BFGS-B", options=options).x.reshape(
        r + 1, kinds
    )
    return span.linear(found[:r] / stretch[:, None], found[r] / depth)


def _sigmoid(logits: Floats) -> Floats:
    found: Floats = 0.5 * (1 + np.tanh(0.5 * logits))
    return found


def _checked(labels: NDArray[np.int64], n: int, kinds: int) -> NDArray[np.int64]:
    labels = np.asarray(labels)
    if labels.shape != (n,):
        raise ValueError(f"{labels.shape} labels for {n} rows")
    if labels.min() < 0 or labels.max() >= kinds:
        raise ValueError(f"classes from {labels.min()} to {labels.max()}, but there are {kinds}")
    return labels.astype(np.int64)
