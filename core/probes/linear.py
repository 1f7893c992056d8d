"""Linear heads that are solved at once: logistic regression, one or several at a time, and ridge.

They have the optimum of scikit-learn's, of the same vectors brought to mean 0 and
deviation 1, and come to it sooner. The penalty does not care how the space is
turned: where there are fewer rows than dimensions, the problem is turned to the
main directions of the rows, of which there are few. And it is stretched by the root
of about its curvature, where it is round, so that few steps lead to its bottom.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.progress import ShouldStop, never

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]
Loss = Callable[[Floats], tuple[float, Floats]]
"""From logits (n, kinds) to what is lost over all rows, and how it changes with each logit."""

FLAT = 1e-6
"""Deviations below this share of the mean tell nothing."""
FIRM = 1e-6
"""So much of the greatest curvature is added to all, lest rounding makes one of them negative."""
LEAST = 1e-10
"""Directions that hold a smaller share of the main one's squares are rounding."""
GAIN = 1e-7
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
    """(kinds,). Without end where the rows knew nothing else: a class of none of them is never said."""

    def logits(self, values: NDArray[Any]) -> Floats:
        """(n, kinds); of numbers the number itself."""
        at = np.result_type(values, np.float32)
        away = values - self.mean.astype(at)
        return np.asarray(away @ (self.weights / self.scale).T.astype(at) + self.offsets, np.float64)

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
    """Rows to learn from, made ready once for as many fits as are wanted."""

    mean: Floats
    scale: Floats
    rows: NDArray[np.float32]
    """(n, directions)"""
    squares: Floats
    """(directions,): sums over the rows along main directions, or (directions, directions): all products."""
    basis: NDArray[np.float32] | None
    """(dimension, directions): the main directions, each of length 1; None where dimensions are as given."""

    @classmethod
    def of(cls, values: NDArray[Any]) -> Span:
        if values.ndim != 2 or not len(values):
            raise ValueError(f"values of shape {values.shape}")
        if not np.isfinite(values).all():
            raise ValueError("values that are no numbers")
        mean = values.mean(0, dtype=np.float64)
        scale = values.std(0, dtype=np.float64)
        flat = scale <= FLAT * np.abs(mean)
        scale[flat] = 1.0
        at = np.result_type(values, np.float32)
        rows = (values - mean.astype(at)) * np.where(flat, 0.0, 1 / scale).astype(at)
        rows = rows.astype(np.float32, copy=False)
        with _one_thread():
            if len(rows) < rows.shape[1]:
                return cls(mean, scale, *_main_directions(rows))
            return cls(mean, scale, rows, (rows.T @ rows).astype(np.float64), None)

    def linear(self, weights: Floats, offsets: Floats) -> Linear:
        """`weights` (directions, kinds) along the directions."""
        turned = weights if self.basis is None else self.basis @ weights
        return Linear(self.mean, self.scale, turned.T, offsets)


def fit_classes(
    values: NDArray[Any] | Span,
    labels: Rows,
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
    there, truth, counts = np.unique(labels, return_inverse=True, return_counts=True)
    weights, offsets = np.zeros((len(span.squares), kinds)), np.full(kinds, -np.inf)
    offsets[there] = 0.0
    if len(there) > 1:
        weigh = (len(labels) / (counts * len(there)))[truth] if balanced else np.ones(len(labels))
        # Two classes are one question, and share the one penalty of its answer.
        penalty = (2 if len(there) == 2 else 1) / strength
        begin = _begin(span, start, there, kinds)
        loss, curvature = _exclusive(truth, len(there), weigh), 1 / len(there) * (1 - 1 / len(there))
        weights[:, there], offsets[there] = _solve(
            span, loss, len(there), penalty, curvature, begin, should_stop
        )
    return span.linear(weights, offsets)


def fit_tags(
    values: NDArray[Any] | Span,
    carried: Mask,
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
    share = truth.mean(0)
    weights = np.zeros((len(span.squares), truth.shape[1]))
    offsets = np.where(share > 0.5, np.inf, -np.inf)
    told = np.flatnonzero((share > 0) & (share < 1))
    if len(told):
        begin = _begin(span, start, told, truth.shape[1])
        curvature = float((share * (1 - share))[told].mean())
        solved = _solve(span, _each(truth[:, told]), len(told), 1 / strength, curvature, begin, should_stop)
        weights[:, told], offsets[told] = solved
    return span.linear(weights, offsets)


def fit_numbers(values: NDArray[Any] | Span, numbers: NDArray[Any], *, strength: float = 1.0) -> Linear:
    """Ridge: `strength` is one over scikit-learn's alpha."""
    from scipy.linalg import solve

    span = values if isinstance(values, Span) else Span.of(values)
    true = np.asarray(numbers, np.float64)
    if true.shape != (len(span.rows),):
        raise ValueError(f"numbers of shape {true.shape} for {len(span.rows)} rows")
    if not np.isfinite(true).all():
        raise ValueError("numbers that are none")
    rows = span.rows.astype(np.float64)
    with _one_thread():
        held = rows.T @ rows + np.eye(rows.shape[1]) / strength
        along = solve(held, rows.T @ (true - true.mean()), assume_a="pos")
    return span.linear(along[:, None], np.array([true.mean()]))


def _solve(
    span: Span,
    loss: Loss,
    kinds: int,
    penalty: float,
    curvature: float,
    begin: tuple[Floats, Floats] | None,
    should_stop: ShouldStop,
) -> tuple[Floats, Floats]:
    """Weights (directions, kinds) and offsets; `curvature` of the loss by a logit is about the usual one."""
    from scipy.optimize import minimize

    n, r = span.rows.shape
    root = _Root.of(curvature * span.squares, penalty)
    depth = np.sqrt(n * curvature)

    def placed(flat: Floats) -> tuple[Floats, Floats]:
        point = flat.reshape(r + 1, kinds)
        return root.unstretch(point[:r], "T"), point[r] / depth

    def lost(flat: Floats) -> tuple[float, Floats]:
        if should_stop():
            raise Interrupted
        weights, offsets = placed(flat)
        value, slope = loss(span.rows @ weights.astype(np.float32) + offsets)
        steep = span.rows.T @ slope.astype(np.float32) + penalty * weights
        value += 0.5 * penalty * float((weights**2).sum())
        return value, np.vstack([root.unstretch(steep, "N"), slope.sum(0) / depth]).ravel()

    first = np.zeros((r + 1, kinds))
    if begin is not None:
        first[:r], first[r] = root.stretch(begin[0]), begin[1] * depth
    options = {"maxiter": STEPS, "maxfun": 2 * STEPS, "ftol": GAIN, "gtol": 1e-7, "maxcor": 20}
    with _one_thread():
        return placed(minimize(lost, first.ravel(), jac=True, method="L-BFGS-B", options=options).x)


@dataclass(frozen=True)
class _Root:
    """Of a curvature: its diagonal, or the lower triangle."""

    values: Floats

    @classmethod
    def of(cls, squares: Floats, penalty: float) -> _Root:
        if squares.ndim == 1:
            return cls(np.sqrt(squares[:, None] + penalty))
        penalty += FIRM * float(squares.diagonal().max(initial=0.0))
        with _one_thread():
            found = np.linalg.cholesky(squares + penalty * np.eye(len(squares)))
        return cls(np.asarray(found, np.float64))

    def stretch(self, weights: Floats) -> Floats:
        found: Floats = self.values * weights if self.values.shape[1] == 1 else self.values.T @ weights
        return found

    def unstretch(self, point: Floats, turned: Literal["N", "T"]) -> Floats:
        from scipy.linalg import solve_triangular

        if self.values.shape[1] == 1:
            return point / self.values
        found: Floats = solve_triangular(self.values, point, turned, lower=True, check_finite=False)
        return found


def _main_directions(rows: NDArray[np.float32]) -> tuple[NDArray[np.float32], Floats, NDArray[np.float32]]:
    """The rows along the main directions of what they span, the sums of squares along each, and these."""
    exact = rows.astype(np.float64)
    squares, turned = np.linalg.eigh(exact @ exact.T)
    told = squares > LEAST * squares[-1]
    squares, turned = squares[told], turned[:, told]
    basis = exact.T @ (turned / np.sqrt(squares))
    return (turned * np.sqrt(squares)).astype(np.float32), squares, basis.astype(np.float32)


def _one_thread() -> AbstractContextManager[Any]:
    """These products are small: where others work, too, threads would wait for each other."""
    return _pools().limit(limits=1, user_api="blas")  # type: ignore[no-any-return]


@cache
def _pools() -> Any:  # noqa: ANN401 - a module without hints
    import scipy.linalg  # noqa: F401 - has threads of its own, which must be there to be found
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _exclusive(truth: Rows, kinds: int, weigh: Floats) -> Loss:
    target = np.eye(kinds)[truth]

    def loss(logits: Floats) -> tuple[float, Floats]:
        top = logits.max(1, keepdims=True)
        odds = np.exp(logits - top)
        total = odds.sum(1, keepdims=True)
        lost = np.log(total[:, 0]) + top[:, 0] - (logits * target).sum(1)
        return float(lost @ weigh), (odds / total - target) * weigh[:, None]

    return loss


def _each(truth: Floats) -> Loss:
    def loss(logits: Floats) -> tuple[float, Floats]:
        lost = np.logaddexp(0, logits) - logits * truth
        return float(lost.sum()), _sigmoid(logits) - truth

    return loss


def _begin(span: Span, start: Linear | None, these: Rows, kinds: int) -> tuple[Floats, Floats] | None:
    """Where another head stands, seen from these rows; nowhere if it is of other values or classes."""
    if start is None or start.weights.shape != (kinds, len(span.mean)):
        return None
    bent = start.weights / start.scale
    offsets = (start.offsets + bent @ (span.mean - start.mean))[these]
    along = bent * span.scale if span.basis is None else bent * span.scale @ span.basis
    return along.T[:, these], np.where(np.isfinite(offsets), offsets, 0.0)


def _sigmoid(logits: Floats) -> Floats:
    found: Floats = 0.5 * (1 + np.tanh(0.5 * logits))
    return found


def _checked(labels: Rows, n: int, kinds: int) -> Rows:
    labels = np.asarray(labels)
    if labels.shape != (n,):
        raise ValueError(f"labels of shape {labels.shape} for {n} rows")
    if labels.min() < 0 or labels.max() >= kinds:
        raise ValueError(f"classes from {labels.min()} to {labels.max()}, but there are {kinds}")
    return labels.astype(np.int64)
