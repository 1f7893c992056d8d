"""What there is of a study, what is left and what that would take: a question, answered beside long work.

It asks the same code that the study asks, so that what is told before and what
is done cannot differ. Nothing is written down, not even the split. No torch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.encoders import Card, find_card
from core.encoders.card import Pinned
from core.errors import RequestProblem
from core.progress import Context, Progress, ShouldStop, ignore, never
from core.recipes.cost import Cost, reckon
from core.recipes.material import Material, check, draft
from core.store.collection import Collection, open_collection
from core.studies.book import find_begun, find_done, read_begun
from core.studies.cells import Cell, Grid, check_tasks, sketch
from core.studies.findings import Findings, SplitTold
from core.studies.gather import Key, gather_findings, tell_split
from core.studies.judge import Runs
from core.studies.looks import Desk
from core.studies.request import OutlookRequest
from core.studies.study import read_study


@dataclass(frozen=True)
class Ahead:
    """A cell as it is before, between and after its runs."""

    encoder: str
    title: str
    way: str
    learns: bool
    """The encoder learns along."""
    why: str
    """Why it cannot be done here, or has failed."""
    can: bool
    note: str
    fetch_bytes: int
    """Of weights that are missing, where that is known."""
    cost: Cost | None
    """Of one run; None where there can be none."""
    runs: dict[int, int] = field(default_factory=dict)
    """Those that are done, by seed."""


@dataclass(frozen=True)
class Outlook:
    study: int
    """0: not begun."""
    field: str
    classes: tuple[str, ...]
    seeds: tuple[int, ...]
    device: str
    cells: tuple[Ahead, ...]
    split: SplitTold | None
    findings: Findings | None
    """Of what is done; None before anything is."""
    folder: str = ""
    """Where its report lies."""
    problem: str = ""
    """Why it cannot be begun."""
    hint: str = ""

    @property
    def wanted(self) -> int:
        return len(self.seeds) * sum(cell.can for cell in self.cells)

    @property
    def done(self) -> int:
        return sum(len(cell.runs) for cell in self.cells)

    @property
    def left_s(self) -> float | None:
        """Of the runs that are left, as far as they have been timed; None where none has."""
        return sum(known) if (known := [s for s in map(self.cell_s, self.cells) if s is not None]) else None

    @property
    def untimed(self) -> int:
        """Cells with runs left of which nobody knows how long they take."""
        left = [cell for cell in self.cells if cell.can and len(cell.runs) < len(self.seeds)]
        return sum(self.cell_s(cell) is None for cell in left)

    def cell_s(self, cell: Ahead) -> float | None:
        """What is left of it; None where it is not known, or cannot be."""
        cost, left = cell.cost, len(self.seeds) - len(cell.runs)
        if cost is None or not cell.can:
            return None
        if not left:
            return 0.0
        if cost.learn_s is None or cost.encode_s is None:
            return None
        return cost.encode_s + cost.learn_s * left


def run(
    request: OutlookRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> Outlook:
    with open_collection(context.folder) as collection:
        return look_ahead(collection, request, context, should_stop)


def look_ahead(
    collection: Collection, request: OutlookRequest, context: Context, should_stop: ShouldStop = never
) -> Outlook:
    asked = request.asked
    study = read_study(asked.study)
    seeds = asked.seeds or study.seeds
    data, other_split, cells = sketch(collection, study, asked)
    material, problem, hint = _draft(collection, cells)
    study_id = find_begun(collection, study.name, asked.query, data.field)
    begun = read_begun(collection, study_id) if study_id else None
    failed = begun.failed if begun else {}
    ahead = tuple(
        _ahead(collection, cell, material, study_id, seeds, failed, request.device) for cell in cells
    )
    grid = Grid(study, cells, seeds, data, material, other_split) if material else None
    findings = None
    if grid and any(cell.runs for cell in ahead):
        runs: dict[Key, Runs] = {(cell.encoder, cell.way): cell.runs for cell in ahead if cell.runs}
        desk = Desk(collection, grid, context, Path(), should_stop)
        findings = gather_findings(desk, study_id, runs, failed, ())
    return Outlook(
        study_id,
        material.field if material else data.field,
        material.names if material and material.truth.dtype != object else (),
        seeds,
        request.device,
        ahead,
        tell_split(grid) if grid else None,
        findings,
        begun.info.folder if begun else "",
        problem,
        hint,
    )


def _draft(collection: Collection, cells: Sequence[Cell]) -> tuple[Material | None, str, str]:
    """What would be learnt from, and why it will not do, with a hint."""
    possible, material = [cell.recipe for cell in cells if cell.recipe], None
    try:
        if not possible:
            raise RequestProblem("None of the encoders is here.", "Fetch one, or let others take part.")  # noqa: TRY301
        check_tasks(possible)
        material = draft(collection, possible[0])
        check(material)
    except RequestProblem as error:
        return material, error.sentence, error.hint
    return material, "", ""


def _ahead(
    collection: Collection,
    cell: Cell,
    material: Material | None,
    study_id: int,
    seeds: tuple[int, ...],
    failed: Mapping[Key, str],
    device: str,
) -> Ahead:
    recipe, runs = cell.recipe, dict[int, int]()
    if recipe is None or material is None:
        lacking = _missing_bytes(find_card(cell.encoder)) if cell.encoder != cell.title else 0
        lacking = lacking if cell.why.startswith("not here") else 0
        return Ahead(cell.encoder, cell.title, cell.way, False, cell.why, False, cell.note, lacking, None)
    if study_id:
        found = {seed: find_done(collection, study_id, cell, seed, material) for seed in seeds}
        runs = {seed: run for seed, run in found.items() if run is not None}
    return Ahead(
        cell.encoder,
        cell.title,
        cell.way,
        recipe.encoder.tune != "frozen",
        "" if len(runs) == len(seeds) else failed.get((cell.encoder, cell.way), ""),
        True,
        cell.note,
        0,
        reckon(collection, recipe, material, device),
        runs,
    )


def _missing_bytes(card: Card) -> int:
    return sum(file.size_bytes for file in card.source.files) if isinstance(card.source, Pinned) else 0
