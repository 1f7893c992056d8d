"""Heads that are solved at once, on vectors: logistic regression, ridge, support vectors.

What has to be chosen, such as how much weights may grow, the valid part chooses;
where there is none, it is the middle of what was to be tried. The test part never does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import Interrupted
from core.probes.linear import Linear, Span, fit_classes, fit_numbers, fit_tags
from core.progress import ShouldStop, never
from core.recipes.contract import Family, Said
from core.recipes.heads import figures
from core.recipes.recipe import Head, Task

STRENGTHS = (0.001, 0.01, 0.1, 1.0, 10.0, 100.0)


@dataclass(frozen=True)
class Solved:
    said: Said
    """Of every row of the material."""
    decisive: float
    """On the valid part."""
    facts: dict[str, Any] = field(default_factory=dict)


def solve(head: Head, family: Family, values: NDArray[np.float32], should_stop: ShouldStop) -> Solved:
    if head.kind == "svm":
        return _best(_machines(head, family, values, should_stop), family)
    return logistic(family, values, head.strengths, balanced=head.balance, should_stop=should_stop)


def logistic(
    family: Family,
    values: NDArray[np.float32],
    strengths: tuple[float, ...] = STRENGTHS,
    *,
    balanced: bool = False,
    truth: NDArray[Any] | None = None,
    should_stop: ShouldStop = never,
) -> Solved:
    """`truth` of the train part, where it is to be another than the true one."""
    train = family.material.parts["train"]
    taught = family.material.truth[train] if truth is None else truth

    def tries() -> Iterator[tuple[Said, dict[str, Any]]]:
        span, fitted = Span.of(values[train]), None
        for strength in sorted(strengths):
            fitted = _fit(family, span, taught, strength, balanced, fitted, should_stop)
            yield _said(family, fitted, values), {"strength": strength}

    return _best(tries(), family)


def choose_layer(
    family: Family, values: NDArray[np.float32], should_stop: ShouldStop
) -> tuple[int, dict[str, float]]:
    """The one on which a quick head does best on the valid part, and how each did."""
    found = [logistic(family, values[:, layer], should_stop=should_stop) for layer in range(values.shape[1])]
    told = {str(layer): round(solved.decisive, 4) for layer, solved in enumerate(found)}
    return int(np.argmax([solved.decisive for solved in found])), told


def _best(tries: Iterator[tuple[Said, dict[str, Any]]], family: Family) -> Solved:
    """The best on the valid part; of equal ones the first, which is the simplest."""
    rows = family.material.parts["valid"]
    truth = family.material.truth[rows]
    found = [
        Solved(said, family.quick(truth, said[rows]).decisive if len(rows) else 0.0, facts)
        for said, facts in tries
    ]
    if not len(rows):
        return found[len(found) // 2]
    return max(found, key=lambda solved: solved.decisive)


def _fit(
    family: Family,
    span: Span,
    truth: NDArray[Any],
    strength: float,
    balanced: bool,
    start: Linear | None,
    should_stop: ShouldStop,
) -> Linear:
    task = family.material.task
    if task is Task.CLASSIFY:
        labels, kinds = truth.astype(np.int64), family.outputs
        return fit_classes(
            span, labels, kinds, strength=strength, balanced=balanced, start=start, should_stop=should_stop
        )
    if task is Task.TAG:
        return fit_tags(span, truth.astype(bool), strength=strength, start=start, should_stop=should_stop)
    return fit_numbers(span, truth, strength=strength)


def _said(family: Family, fitted: Linear, values: NDArray[np.float32]) -> Said:
    task = family.material.task
    if task is Task.REGRESS:
        return np.asarray(fitted.logits(values), np.float64).reshape(-1)
    return np.asarray(fitted.probabilities(values, exclusive=task is Task.CLASSIFY), np.float64)


def _machines(
    head: Head, family: Family, values: NDArray[np.float32], should_stop: ShouldStop
) -> Iterator[tuple[Said, dict[str, Any]]]:
    """One after the other, the most restrained first."""
    train = family.material.parts["train"]
    mean, scale = figures(values[train]) if head.standardise else (np.float32(0), np.float32(1))
    scaled = (values - mean) / scale
    for kernel in head.kernels:
        for gamma in head.gammas if kernel == "rbf" else (0.0,):
            for strength in sorted(head.strengths):
                if should_stop():
                    raise Interrupted
                settings = {"kernel": kernel, "C": strength, "gamma": gamma or "scale"}
                yield _machine(family, scaled, train, settings, balanced=head.balance), settings


def _machine(
    family: Family,
    values: NDArray[np.float32],
    train: NDArray[np.int64],
    settings: dict[str, Any],
    *,
    balanced: bool,
) -> Said:
    """Distances from the border become probabilities by a factor that suits the valid part."""
    from sklearn.svm import SVC, SVR

    truth, task = family.material.truth, family.material.task
    if task is Task.REGRESS:
        numbers = truth.astype(np.float64)
        mean, deviation = numbers[train].mean(), numbers[train].std()
        machine = SVR(**settings).fit(values[train], (numbers[train] - mean) / deviation)
        return np.asarray(machine.predict(values) * deviation + mean, np.float64)
    weight = "balanced" if balanced else None
    if task is Task.TAG:
        columns = [
            _one_tag(values, train, truth[train, tag], settings, weight) for tag in range(family.outputs)
        ]
        return _scaled(family, np.stack(columns, 1))
    fitted = SVC(**settings, class_weight=weight, decision_function_shape="ovr").fit(
        values[train], truth[train]
    )
    distances = np.full((len(values), family.outputs), -np.inf)
    found = fitted.decision_function(values)
    distances[:, fitted.classes_] = np.stack([-found, found], 1) if found.ndim == 1 else found
    return _scaled(family, np.where(np.isinf(distances), found.min() - 1, distances))


def _one_tag(
    values: NDArray[np.float32],
    train: NDArray[np.int64],
    carried: NDArray[Any],
    settings: dict[str, Any],
    weight: str | None,
) -> NDArray[np.float64]:
    from sklearn.svm import SVC

    if carried.all() or not carried.any():
        return np.full(len(values), 1.0 if carried.all() else -1.0)
    machine = SVC(**settings, class_weight=weight).fit(values[train], carried)
    return np.asarray(machine.decision_function(values), np.float64)


FACTORS = (0.5, 1.0, 2.0, 4.0, 8.0)


def _scaled(family: Family, distances: NDArray[np.float64]) -> Said:
    rows = family.material.parts["valid"]
    if not len(rows):
        return family.said(distances)
    truth = family.material.truth[rows]
    losses = [
        family.quick(truth, family.said(distances[rows] * factor)).figures["loss"] for factor in FACTORS
    ]
    return family.said(distances * FACTORS[int(np.argmin(losses))])
