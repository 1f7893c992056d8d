"""What a run has told of its epochs: read from the collection, and made into curves.

`read_story` is for the background; `loss_curves` and `score_curves` take the
stories of one run or of several, and give what `CurvesPlot` shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from core.evaluation import wilson
from desktop import words
from desktop.curves.data import Curves, Level, Line, Point
from desktop.results.figures import SHARES, figure_words

if TYPE_CHECKING:
    from core.runs.curves import EpochRow
    from core.store import Collection

SCORES = {
    "classify": ("accuracy", "macro_f1"),
    "tag": ("macro_average_precision", "macro_roc_auc"),
    "regress": ("r2", "mae"),
}
"""Of a task, the figures with a curve of their own; the first is shown first. Captions have their loss."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Curves", text)


@dataclass(frozen=True)
class Story:
    run: int
    task: str = ""
    field: str = ""
    recipe: str = ""
    encoder: str = ""
    """Its title."""
    tune: str = ""
    seed: int = 0
    epochs: int = 0
    """At most."""
    patience: int = 0
    labels: tuple[str, ...] = ()
    """In the order of the confusion matrices."""
    rows: tuple[EpochRow, ...] = ()
    raw: tuple[Point, ...] = ()
    """Losses within the epochs, as far as somebody listened."""
    controls: Mapping[str, Mapping[str, float]] = made(default_factory=dict)
    """By control and figure, on the test part."""
    saved: int | None = None
    """The epochs that the last checkpoint holds."""
    saved_at: datetime | None = None
    started: datetime | None = None
    train: int = 0
    """So many tracks it learns from; 0: not known."""
    device: str = ""

    @property
    def name(self) -> str:
        return _tr("Run {}").format(self.run)

    @cached_property
    def best(self) -> int | None:
        """The best of the epochs, from 0, as training itself finds it."""
        found: tuple[float, int] | None = None
        for row in self.rows:
            value = decisive(self.task, row.figures.get("valid", {}))
            if value is not None and (found is None or value > found[0]):
                found = (value, row.epoch)
        return None if found is None else found[1]

    @cached_property
    def stale(self) -> int:
        """Epochs since the best one."""
        best = self.best
        return 0 if best is None else sum(row.epoch > best for row in self.rows)


def decisive(task: str, figures: Mapping[str, float]) -> float | None:
    """The higher, the better the epoch; None: nothing was judged."""
    loss = figures.get("loss")
    named = {"classify": "macro_f1", "tag": "macro_average_precision"}.get(task)
    if named is None:
        return None if loss is None else -loss
    if named not in figures:
        return None
    return figures[named] - 1e-3 * min(100.0 if loss is None else loss, 100.0)


# In the background


def read_story(run: int, collection: Collection) -> Story:
    from core.recipes.recipe import read_recipe
    from core.runs.curves import read_curves
    from core.runs.shown import read_run

    info = read_run(collection, run)
    recipe = read_recipe(info.recipe.text)
    saved = read_saved(run, collection)
    card = info.environment.get("encoder", {})
    rows = tuple(read_curves(collection, run))
    return Story(
        run,
        info.recipe.task,
        recipe.data.field,
        recipe.title or recipe.name,
        str(card.get("title", recipe.encoder.name)) if isinstance(card, dict) else recipe.encoder.name,
        recipe.encoder.tune,
        info.seed,
        recipe.training.epochs,
        recipe.training.patience,
        _labels(collection, run, info.environment, rows),
        rows,
        controls={
            control: {name: figure.value for name, figure in figures.items()}
            for control, figures in info.controls.items()
        },
        saved=saved[0] if saved else None,
        saved_at=saved[1] if saved else None,
        started=info.started,
        train=info.split.train if info.split else 0,
        device=info.device,
    )


def read_saved(run: int, collection: Collection) -> tuple[int, datetime] | None:
    """The epochs that the last checkpoint holds, and when it was written."""
    from core.runs.checkpoints import list_checkpoints

    kept = [one for one in list_checkpoints(collection, run) if one.reason == "latest"]
    return (kept[-1].epoch, kept[-1].created_at) if kept else None


def _labels(
    collection: Collection, run: int, environment: Mapping[str, Any], rows: Sequence[EpochRow]
) -> tuple[str, ...]:
    """Runs of earlier versions did not write them down; their predictions have them in the same order."""
    if "labels" in environment or not any(row.confusion for row in rows):
        return tuple(map(str, environment.get("labels", ())))
    from core.runs.predictions import read_predictions

    told = (row.probabilities for row in read_predictions(collection, run) if row.probabilities)
    return tuple(next(told, {}))


# Curves


def figures_of(stories: Sequence[Story]) -> list[str]:
    """Scores that all of these runs have told in their epochs, in the order in which they are offered."""
    told = [
        {name for row in story.rows for figures in row.figures.values() for name in figures}
        for story in stories
    ]
    if not told:
        return []
    usual = SCORES.get(stories[0].task, ())
    both = set.intersection(*told) - {"loss"}
    return [name for name in usual if name in both] + sorted(both.difference(usual))


def loss_curves(stories: Sequence[Story]) -> Curves:
    lines = [line for place, story in enumerate(stories) for line in _lines(stories, place, story, "loss", 1)]
    kinds = {
        "classify": _tr("cross-entropy"),
        "tag": _tr("binary cross-entropy"),
        "regress": _tr("squared error, 1 = always the mean"),
        "caption": _tr("cross-entropy of a word"),
    }
    tasks = {story.task for story in stories}
    note = kinds.get(tasks.pop(), "") if len(tasks) == 1 else ""
    return Curves(_tr("Loss"), note, "", tuple(lines), (), _best(stories), _end(stories), may_be_log=True)


def score_curves(stories: Sequence[Story], figure: str) -> Curves:
    factor = 100 if figure in SHARES else 1
    lines = [
        line for place, story in enumerate(stories) for line in _lines(stories, place, story, figure, factor)
    ]
    levels = _levels(stories[0], figure, factor) if len(stories) == 1 else ()
    n = _judged(stories[0]) if len(stories) == 1 else 0
    said = ["%"] if factor == 100 else []
    if any(line.band for line in lines):
        said.append(_tr("band: 95 % interval, n = {}").format(words.number(n)))
    return Curves(
        figure_words(figure),
        ", ".join(said),
        "%" if factor == 100 else "",
        tuple(lines),
        levels,
        _best(stories),
        _end(stories),
        whole=(0.0, 100.0) if factor == 100 else None,
        digits=1 if factor == 100 else 2,
    )


def _lines(stories: Sequence[Story], place: int, story: Story, figure: str, factor: float) -> list[Line]:
    found = list[Line]()
    for part in ("train", "valid"):
        told = [row for row in story.rows if figure in row.figures.get(part, {})]
        points = tuple((row.epoch + 1.0, row.figures[part][figure] * factor) for row in told)
        raw = story.raw if figure == "loss" and part == "train" else ()
        if points or raw:
            name = words.part(part) if len(stories) == 1 else f"{story.name}, {words.part(part)}"
            band = _band(told) if figure == "accuracy" and part == "valid" and len(stories) == 1 else ()
            found.append(Line(name, points, "train" if part == "train" else "valid", place, band, raw))
    return found


def _band(rows: Sequence[EpochRow]) -> tuple[Point, ...]:
    """Wilson's interval of each share, in per cent; none unless all epochs say of how many tracks."""
    found = list[Point]()
    for row in rows:
        n = sum(map(sum, row.confusion or ()))
        if not n:
            return ()
        score = wilson(round(row.figures["valid"]["accuracy"] * n), n)
        found.append((100 * (score.low or 0.0), 100 * (score.high or 1.0)))
    return tuple(found)


def _judged(story: Story) -> int:
    return next((sum(map(sum, row.confusion)) for row in story.rows if row.confusion), 0)


def _levels(story: Story, figure: str, factor: float) -> tuple[Level, ...]:
    """What is said without listening, or by an ear that learnt nothing."""
    found = [
        Level(_tr("{}, test").format(control_words(control)), told[figure] * factor)
        for control, told in story.controls.items()
        if figure in told
    ]
    if not found and figure == "accuracy" and (confusion := _confusion(story)):
        n = sum(map(sum, confusion))
        found = [Level(control_words("majority"), 100 * max(map(sum, confusion)) / n)] if n else []
    return tuple(found)


def _confusion(story: Story) -> list[list[int]] | None:
    return next((row.confusion for row in story.rows if row.confusion), None)


def control_words(control: str) -> str:
    return {
        "majority": _tr("majority label"),
        "prior": _tr("prior"),
        "random labels": _tr("random labels"),
        "shuffled labels": _tr("shuffled labels"),
        "random encoder": _tr("random encoder"),
        "descriptors": _tr("descriptors"),
        "mean": _tr("always the mean"),
    }.get(control, control.replace("_", " "))


def _best(stories: Sequence[Story]) -> float | None:
    best = stories[0].best if len(stories) == 1 else None
    return None if best is None else best + 1.0


def _end(stories: Sequence[Story]) -> float:
    return float(max((story.epochs for story in stories), default=0))
