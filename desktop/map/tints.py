"""What the points of the map are coloured by: a field, what a run says of them, clusters, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from core.clusters import ClusterResult
from desktop.colouring import CLASSES, NONE, OTHER, Colours
from desktop.map.data import Choices, of_classes, read_run_colours
from desktop.map.legend import Row
from desktop.map.scene_export import LegendEntry
from desktop.theme import ClassStyle, look

if TYPE_CHECKING:
    from core.jobs import Job
    from desktop.kit import Kit

TRIM = 0.02
"""Of numbers, so much at each end does not stretch the ramp."""


@dataclass(frozen=True)
class ColourKey:
    """`kind` is "field", "correct", "confidence", "said", "clusters" or "lent".

    `number` is a run's or a job's.
    """

    kind: str = "field"
    name: str = ""
    number: int = 0


NOTHING = ColourKey()


class Tints(QObject):
    changed = Signal()
    """Other colours, or other things to colour by."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.workspace)
        self._kit = kit
        self._clusters: dict[int, tuple[str, str]] = {}
        """By job: what it is called, and its result as JSON."""
        self._choices = Choices()
        self.key = NOTHING
        self.colours = Colours()
        self._lent = Colours()
        kit.colouring.lent.connect(self._show_lent)
        kit.colouring.run_wanted.connect(self._show_run)
        kit.colouring.changed.connect(self._follow)
        kit.workspace.jobs_listed.connect(self._list_clusters)

    # What can be chosen

    def show_choices(self, choices: Choices) -> None:
        self._choices = choices
        self.changed.emit()

    def groups(self) -> list[list[tuple[str, object]]]:
        """Words, and the key that each stands for."""
        fields: list[tuple[str, object]] = [(self.tr("Nothing"), NOTHING)]
        fields += [(name.capitalize(), ColourKey("field", name)) for name in self._kit.colouring.fields]
        clusters: list[tuple[str, object]] = [
            (title, ColourKey("clusters", title, number)) for number, (title, _) in self._clusters.items()
        ]
        runs: list[tuple[str, object]] = []
        for run in self._choices.runs:
            said = self.tr("Run {}").format(run.run)
            kinds = {"said": self.tr("{}: what it says")}
            if run.task != "regress":
                kinds |= {"correct": self.tr("{}: correct"), "confidence": self.tr("{}: confidence")}
            runs += [
                (words.format(said), ColourKey(kind, words.format(said), run.run))
                for kind, words in kinds.items()
            ]
        lent: list[tuple[str, object]] = [(self._lent.field, ColourKey("lent", self._lent.field))]
        return [fields, clusters, runs, lent if self._lent.field else []]

    @Slot(str, int)
    def _show_run(self, kind: str, run: int) -> None:
        """Somebody looks at a run and wants to see it on the map."""
        keys = [key for group in self.groups() for _, key in group if isinstance(key, ColourKey)]
        if (key := next((key for key in keys if (key.kind, key.number) == (kind, run)), None)) is not None:
            self.choose(key)

    @Slot(object, bool)
    def _show_lent(self, colours: Colours, turn: bool) -> None:
        self._lent = colours
        if self.key.kind == "lent" and not colours.field:
            self.choose(ColourKey("field", self._kit.colouring.colours.field))
        elif turn or self.key.kind == "lent":
            self.choose(ColourKey("lent", colours.field))
        else:
            self.changed.emit()

    @Slot(object)
    def _list_clusters(self, jobs: list[Job]) -> None:
        done = [job for job in jobs if job.kind == "clusters" and job.state == "done" and job.result]
        found = {job.id: (job.sentence.split(" by ")[0].rstrip(".") or job.title, job.result) for job in done}
        if found.keys() != self._clusters.keys():
            self._clusters = {
                number: (self.tr("{} (job {})").format(said, number), result or "")
                for number, (said, result) in sorted(found.items(), reverse=True)
            }
            self.changed.emit()

    def result_of(self, job_id: int) -> str | None:
        """Of a job that has found clusters, as JSON."""
        found = self._clusters.get(job_id)
        return found[1] if found else None

    def key_of_clusters(self, result: str) -> ColourKey | None:
        """Of the job with this result, the newest if there are several."""
        found = ((number, title) for number, (title, known) in self._clusters.items() if known == result)
        return next((ColourKey("clusters", title, number) for number, title in found), None)

    def choose(self, key: ColourKey) -> None:
        self.key = key
        if key.kind == "field":
            self._kit.colouring.choose(key.name)
        elif key.kind == "lent":
            self._came(key, self._lent)
        elif key.kind == "clusters":
            result = self.result_of(key.number) or ""
            work = partial(_read_clusters, self.tr("Cluster"), result)
            self._kit.workspace.call(work, partial(self._came, key), self._gone)
        else:
            work_ = partial(read_run_colours, key.number, key.kind, key.name)
            self._kit.workspace.look(work_, partial(self._came, key), self._gone)

    def _came(self, key: ColourKey, colours: Colours) -> None:
        if key == self.key:
            self.colours = colours
            self.changed.emit()

    def _gone(self, error: Exception) -> None:
        from core.messages import channel

        channel.failure(error)
        self.choose(NOTHING)

    @Slot()
    def _follow(self) -> None:
        colours = self._kit.colouring.colours
        if self.key.kind == "field":
            self.key = ColourKey("field", colours.field)
            self.colours = colours
        self.changed.emit()

    def forget(self) -> None:
        self.key = NOTHING
        self.colours = self._lent = Colours()
        self._clusters = {}
        self._choices = Choices()

    # How points look

    def codes(self, track_ids: NDArray[np.int64]) -> NDArray[np.int16]:
        known = self.colours.codes
        return np.fromiter((known.get(id_, NONE) for id_ in track_ids.tolist()), np.int16, len(track_ids))

    def numbers(self, track_ids: NDArray[np.int64]) -> NDArray[np.float32]:
        known = self.colours.numbers
        return np.fromiter((known.get(id_, np.nan) for id_ in track_ids.tolist()), np.float32, len(track_ids))

    def title(self) -> str:
        if self.key.kind == "field":
            return self.colours.field.capitalize()
        return self.colours.field

    def rows(self, codes: NDArray[np.int16]) -> list[Row]:
        """Of the legend; what the map has none of is left out."""
        counts = np.bincount(codes.astype(np.int64) + 1, minlength=OTHER + 2)
        styles = class_styles()
        found = [
            Row(code, name, int(counts[code + 1]), styles[code])
            for code, name in enumerate(self.colours.names)
            if counts[code + 1]
        ]
        for code, name in ((OTHER, self.tr("other")), (NONE, self.tr("no value"))):
            if counts[code + 1]:
                found.append(Row(code, name, int(counts[code + 1]), None))
        return found

    def named(self, track_id: int) -> str:
        """The class or number of one track; empty where it has none."""
        if self.colours.is_number:
            number = self.colours.numbers.get(track_id)
            return "" if number is None else f"{number:g} {self.colours.unit}".strip()
        code = self.colours.codes.get(track_id, NONE)
        return self.colours.names[code] if 0 <= code < len(self.colours.names) else ""


def class_styles() -> list[ClassStyle | None]:
    """Of the theme in force, with "other" last."""
    return [*look().theme.classes[:CLASSES], None]


def entries(rows: Sequence[Row]) -> list[LegendEntry]:
    """For a picture to take away."""
    return [LegendEntry(row.style, row.name, row.count, row.code != NONE) for row in rows]


def ends(values: NDArray[Any]) -> tuple[float, float]:
    """Where a ramp begins and ends, so that a few strays do not grey out the rest."""
    known = values[np.isfinite(values)]
    if not len(known):
        return 0.0, 1.0
    low, high = (float(value) for value in np.quantile(known, (TRIM, 1 - TRIM)))
    return (low, high) if high > low else (float(known.min()), float(max(known.max(), known.min() + 1)))


def _read_clusters(name: str, text: str) -> Colours:
    """In the background."""
    result = msgspec.json.decode(text, type=ClusterResult)
    titles = {cluster.number: cluster.title for cluster in result.clusters}
    pairs = zip(result.track_ids, result.cluster_of, strict=True)
    return of_classes(name, {id_: titles[number] for id_, number in pairs if number}, tuple(titles.values()))
