"""All that a study has found, gathered from its runs and looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import numpy as np

from core import __version__
from core.progress import ShouldStop, Stop
from core.recipes import Task
from core.studies.cells import Cell, Grid
from core.studies.examples import choose_examples
from core.studies.findings import Findings, Look, OneCell, Paired, SplitTold
from core.studies.judge import Runs, compare_ways, controls_of, tell_cell
from core.studies.looks import Desk

Key = tuple[str, str]
"""Encoder and way."""


def gather_findings(
    desk: Desk, study_id: int, runs: Mapping[Key, Runs], failed: Mapping[Key, str], looks: Sequence[Look]
) -> Findings:
    grid, collection, should_stop = desk.grid, desk.collection, _unless_put_down(desk.should_stop)
    cells = tuple(
        tell_cell(
            collection, cell, _why(cell, runs, failed), runs.get((cell.encoder, cell.way), {}), should_stop
        )
        for cell in grid.cells
    )
    made = [run.run for cell in cells for run in cell.runs]
    study, data = grid.study, grid.data
    return Findings(
        study_id,
        study.name,
        study.title,
        study.question,
        study.source,
        collection.name,
        str(grid.material.task),
        data.field,
        data.query,
        grid.material.names,
        grid.seeds,
        len(made),
        len(grid.possible) * len(grid.seeds),
        tell_split(grid),
        cells,
        controls_of(collection, cells),
        tuple(_pairs(desk, cells, should_stop)),
        tuple(looks),
        study.published,
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, Soundings {__version__}",
        *(choose_examples(collection, cells) if grid.material.task is Task.CAPTION else ()),
    )


def _why(cell: Cell, runs: Mapping[Key, Runs], failed: Mapping[Key, str]) -> str:
    key = cell.encoder, cell.way
    return cell.why or failed.get(key, "") or ("" if runs.get(key) else "not done yet")


def _pairs(desk: Desk, cells: Sequence[OneCell], should_stop: ShouldStop) -> list[Paired]:
    first = desk.grid.study.ways[0].name
    by_key = {(cell.encoder, cell.way): cell for cell in cells}
    found = [
        compare_ways(desk.collection, by_key[cell.encoder, first], cell, should_stop)
        for cell in cells
        if cell.way != first
    ]
    return [pair for pair in found if pair is not None]


def tell_split(grid: Grid) -> SplitTold:
    material = grid.material
    sizes = [len(material.parts[part]) for part in ("train", "valid", "test")]
    groups = material.groups_of("test")
    artists = 0 if groups is None else len(np.unique(groups[groups >= 0]))
    train, valid, test = sizes
    return SplitTold(material.split, train, valid, test, artists, grid.asked_split, material.said)


def _unless_put_down(should_stop: ShouldStop) -> ShouldStop:
    """What was put down is reported, too."""

    def stop() -> Stop | None:
        return Stop.CANCEL if should_stop() == Stop.CANCEL else None

    return stop
