"""All that a run was made of, beside another: what the view of settings shows. Runs in the background."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.results.figures import (
    control_words,
    heading,
    interval_words,
    part_words,
    state_words,
    value_words,
)

if TYPE_CHECKING:
    from core.runs.checkpoints import CheckpointInfo
    from core.runs.scores import ScoreRow
    from core.runs.shown import RunInfo
    from core.store import Collection

SPOKEN = ("title", "about", "source")
Entries = dict[str, tuple[str, str]]
"""By name, what is said and more for whoever wants to know."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Results", text)


@dataclass(frozen=True)
class Entry:
    section: str
    name: str
    values: tuple[str, ...]
    """Of the run that is looked at, then of the one beside it."""
    more: str = ""

    @property
    def differs(self) -> bool:
        return len(set(self.values)) > 1


@dataclass(frozen=True)
class Sheet:
    runs: tuple[int, ...] = ()
    entries: tuple[Entry, ...] = ()
    recipes: tuple[str, ...] = ()
    """Their texts."""


def read_sheet(runs: Sequence[int], collection: Collection) -> Sheet:
    made = [_sections(run, collection) for run in runs]
    entries = [
        Entry(
            section,
            name,
            tuple(one[0].get(section, {}).get(name, ("", ""))[0] for one in made),
            next((one[0][section][name][1] for one in made if name in one[0].get(section, {})), ""),
        )
        for section in _union(one[0] for one in made)
        for name in _union(one[0].get(section, {}) for one in made)
    ]
    return Sheet(tuple(runs), tuple(entries), tuple(text for _, text in made))


def _union(parts: Any) -> list[str]:  # noqa: ANN401 - mappings
    """Keys of all, in the order in which they come."""
    return list(dict.fromkeys(name for part in parts for name in part))


def _sections(run: int, collection: Collection) -> tuple[dict[str, Entries], str]:
    from core.runs.checkpoints import list_checkpoints
    from core.runs.scores import read_scores
    from core.runs.shown import read_run

    info = read_run(collection, run)
    return {
        _tr("Recipe"): dict(_flat(_recipe(info.recipe.text))),
        _tr("Split"): _split(info, collection),
        _tr("Figures"): _figures(read_scores(collection, run)),
        _tr("Run"): _run(info),
        _tr("Checkpoints"): _checkpoints(list_checkpoints(collection, run)),
        _tr("Hardware and versions"): dict(_flat(info.environment)),
    }, info.recipe.text


def _run(info: RunInfo) -> Entries:
    from core.progress import say_seconds

    took = ""
    if info.started is not None and info.ended is not None:
        took = say_seconds((info.ended - info.started).total_seconds())
    plain = {
        _tr("State"): state_words(info.state)[0],
        _tr("Seed"): str(info.seed),
        _tr("Device"): info.device,
        _tr("Begun"): f"{info.started:%Y-%m-%d %H:%M:%S} UTC" if info.started else "",
        _tr("From begin to end"): took,
        _tr("Epochs"): words.number(info.epochs) if info.epochs else "",
        _tr("Study"): str(info.study or ""),
        _tr("Note"): info.notes,
        _tr("Tags"): ", ".join(info.tags),
    }
    return {name: (said, "") for name, said in plain.items() if said}


def _recipe(text: str) -> dict[str, Any]:
    """Its settings; what it says of itself stands in its text."""
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}
    return {name: value for name, value in whole.items() if name not in SPOKEN}


def _flat(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, tuple[str, str]]]:
    """By dotted names, as settings are changed and cited."""
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name}.")
        else:
            said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            yield f"{above}{name}", (" ".join(said.split()), "")


def _split(info: RunInfo, collection: Collection) -> Entries:
    from core.library.splits import list_splits

    if info.split is None:
        return {_tr("Split"): (_tr("Deleted"), _tr("The predictions say which part each track was in"))}
    made = next((one for one in list_splits(collection) if one.name == info.split.name), None)
    plain = {
        _tr("Split"): info.split.name,
        _tr("How"): made.method if made else "",
        _tr("Seed of the split"): "" if made is None or made.seed is None else str(made.seed),
        _tr("Tracks to learn from"): words.number(info.split.train),
        _tr("Tracks to choose by"): words.number(info.split.valid),
        _tr("Tracks to judge by"): words.number(info.split.test),
    }
    return {name: (said, "") for name, said in plain.items() if said}


def _figures(rows: Sequence[ScoreRow]) -> Entries:
    """Of all classes together; those of each class have a view of their own."""
    found: Entries = {}
    for row in rows:
        if row.about:
            continue
        where = control_words(row.control) if row.control else part_words(row.part)
        interval = interval_words(row.name, row)  # type: ignore[arg-type]
        said = value_words(row.name, row.value) + (f" ({interval})" if interval else "")
        name = f"{heading(row.name)}, {where}"
        found[name] = (f"{said}, n = {words.number(row.n)}", row.method)
    return found


def _checkpoints(kept: Sequence[CheckpointInfo]) -> Entries:
    reasons = {"latest": _tr("Latest"), "best": _tr("Best"), "kept": _tr("Kept")}
    return {
        reasons.get(info.reason, info.reason): (
            _tr("epoch {}, step {}, {}, SHA-256 {}").format(
                info.epoch + 1, words.number(info.step), words.size(info.size_bytes), info.sha256
            ),
            str(info.path),
        )
        for info in kept
    }
