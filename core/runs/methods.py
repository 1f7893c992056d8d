"""The methods sheet of a run: what somebody else would have to know to get the same figures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from core import __version__
from core.library.splits import list_splits
from core.progress import say_seconds
from core.runs.checkpoints import list_checkpoints
from core.runs.scores import read_scores
from core.runs.shown import Figure, RunInfo, leading, read_run
from core.store.collection import Collection

UNKNOWN = "not known"


def methods_sheet(collection: Collection, run_id: int) -> str:
    run = read_run(collection, run_id)
    sections = {
        "Run": _run(collection, run),
        "Figures": _figures(run),
        "How they were worked out": _methods(collection, run_id),
        "Split": _split(collection, run),
        "Recipe": _recipe(run),
        "Checkpoints": _checkpoints(collection, run_id),
        "Hardware and versions": _environment(run.environment),
    }
    said = [f"{title}\n{'-' * len(title)}\n" + "\n".join(lines) for title, lines in sections.items()]
    return "\n\n".join(said) + "\n"


def _run(collection: Collection, run: RunInfo) -> list[str]:
    lines = [
        f"Run {run.run} of the recipe {run.recipe.name}, in the collection {collection.name}.",
        f"State: {run.state}.",
        f"Seed: {run.seed}.",
        f"Device: {run.device}.",
        f"Begun: {_moment(run.started)}; ended: {_moment(run.ended)}.",
        f"Wall clock: {_wall_clock(run)}.",
    ]
    if run.epochs:
        lines.append(f"Epochs: {run.epochs:,}, in {say_seconds(run.seconds)}.")
    return [*lines, *([f"Notes: {run.notes}"] if run.notes else [])]


def _figures(run: RunInfo) -> Iterator[str]:
    """The leading ones of the test part, with the controls beside them."""
    test = run.scores.get("test", {})
    if not test:
        yield "Nothing was judged on the test part."
    for name in leading(run.recipe.task, test):
        yield f"{name}: {say_figure(test[name])}, n = {test[name].n:,}"
        for control, figures in run.controls.items():
            if name in figures:
                yield f"  {control}: {say_figure(figures[name])}"


def say_figure(figure: Figure) -> str:
    """`0.72 (0.66–0.77)`: between them it would lie 95 times in 100."""
    if figure.low is None or figure.high is None:
        return f"{figure.value:.3f}"
    return f"{figure.value:.3f} ({figure.low:.3f}–{figure.high:.3f})"


def _methods(collection: Collection, run_id: int) -> list[str]:
    """Each figure once; the parts differ in their groups, so the test part speaks."""
    found: dict[str, str] = {}
    for row in read_scores(collection, run_id):
        if row.method and (row.name not in found or (row.part == "test" and not row.control)):
            found[row.name] = row.method
    lines = [f"{name}: {how}" for name, how in found.items()]
    return ["Intervals are of 95 %.", *lines] if lines else ["There are no figures."]


def _split(collection: Collection, run: RunInfo) -> list[str]:
    if run.split is None:
        return ["The split is deleted; predictions.csv tells the part of each track."]
    made = next(split for split in list_splits(collection) if split.name == run.split.name)
    seed = "" if made.seed is None else f", seed {made.seed}"
    return [
        f"{run.split.name} ({made.method}{seed}), made {_moment(made.created_at)}.",
        f"Used: {run.split.train:,} train, {run.split.valid:,} valid, {run.split.test:,} test tracks.",
        "split.csv tells the part of each track.",
    ]


def _recipe(run: RunInfo) -> list[str]:
    sha256 = hashlib.sha256(run.recipe.text.encode()).hexdigest()
    return [f"{run.recipe.name}, to {run.recipe.task}; its text is in recipe.toml.", f"SHA-256: {sha256}"]


def _checkpoints(collection: Collection, run_id: int) -> list[str]:
    found = [
        f"{info.reason}: epoch {info.epoch}, step {info.step:,}, {info.path.name}, SHA-256 {info.sha256}"
        for info in list_checkpoints(collection, run_id)
    ]
    return found or ["None are kept."]


def _environment(environment: Mapping[str, Any]) -> list[str]:
    written = f"This sheet was written by Soundings {__version__}."
    return [*(f"{name}: {value}" for name, value in _flat(environment)), written]


def _flat(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name} ")
        else:
            yield f"{above}{name}", ", ".join(map(str, value)) if isinstance(value, list) else value


def _wall_clock(run: RunInfo) -> str:
    if run.started is None or run.ended is None:
        return UNKNOWN
    return f"{say_seconds((run.ended - run.started).total_seconds())} from begin to end"


def _moment(when: datetime | None) -> str:
    return f"{when:%Y-%m-%d %H:%M:%S} UTC" if when else UNKNOWN
