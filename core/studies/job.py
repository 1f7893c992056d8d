"""The job `study`: a grid of runs that answers a question, what they have learnt looked at, and a report.

A run that is done is never made again, nor one that was put down begun anew, whichever job of the
study began it. Stopped with *keep*, the run at hand is put down and what is done is reported.
Cancelled, the study loses every run that this job has made, also those that were done; vectors
that were encoded stay, and so does a report that was written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from core import places
from core.errors import Interrupted, RequestProblem, WeightsProblem
from core.maps import delete_map, list_maps
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never, shares
from core.recipes import TrainRequest
from core.recipes.train import run as train
from core.runs import delete_run, run_of_job
from core.store.collection import Collection, open_collection
from core.store.files import explain_os_errors
from core.studies.book import adopt, begin_study, find_done, forget, note_asked, write_end
from core.studies.cells import Cell, Grid, lay_out
from core.studies.findings import Look
from core.studies.gather import gather_findings
from core.studies.looks import FIGURES, Desk, look_at
from core.studies.report import write_report
from core.studies.request import StudyRequest, StudyResult
from core.studies.study import read_study

EXPORTS = "exports"
LEARNING, FROZEN, LOOKING, WRITING = 30.0, 2.0, 2.0, 0.3
"""How long things take, by and large, beside each other."""


@dataclass
class AtWork:
    """A study, and what of it is done."""

    id: int
    desk: Desk
    context: Context
    runs: dict[tuple[str, str], dict[int, int]] = field(default_factory=dict)
    """By encoder and way, then by seed."""
    failed: dict[tuple[str, str], str] = field(default_factory=dict)
    looks: list[Look] = field(default_factory=list)

    @property
    def grid(self) -> Grid:
        return self.desk.grid


def run(
    request: StudyRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> StudyResult:
    asked = read_study(request.study)
    with open_collection(context.folder) as collection:
        progress(Step(0, 1, note="Looking at encoders and labels"))
        context = replace(context, say=_once(context.say))
        grid = lay_out(collection, asked, request)
        for sentence in grid.material.said:
            context.say("warning", sentence)
        out = folder_of(collection, request)
        with explain_os_errors(out):
            (out / FIGURES).mkdir(parents=True, exist_ok=True)
        study_id = begin_study(collection, asked, request, grid.data.field, context.job_id)
        wanted = len(grid.possible) * len(grid.seeds)
        note_asked(collection, study_id, request, wanted, context.job_id)
        study = AtWork(study_id, Desk(collection, grid, context, out, _put_down(should_stop)), context)
        working, writing = shares(progress, 20, WRITING)
        stopped = _work(study, working, should_stop)
        writing(Step(0, 1, note="Writing the report"))
        findings = gather_findings(study.desk, study.id, study.runs, study.failed, study.looks)
        files = write_report(collection, findings, out)
        write_end(collection, study.id, str(out), study.failed)
        return StudyResult("stopped" if stopped else "done", str(out), files, findings)


def discard(request: StudyRequest, context: Context) -> None:
    """Also the maps that it has drawn."""
    with open_collection(context.folder) as collection:
        forget(collection, context.job_id)
        for info in list_maps(collection):
            if info.settings.get("job") == context.job_id:
                delete_map(collection, info.id)


def folder_of(collection: Collection, request: StudyRequest) -> Path:
    if request.out:
        return places.whole(request.out)
    return collection.folder / EXPORTS / f"study-{read_study(request.study).name}"


def _work(study: AtWork, progress: Progress, should_stop: ShouldStop) -> bool:
    """Seed by seed, so that all encoders have a figure early; true when stopped to keep what there is."""
    pieces = list[tuple[float, Callable[[Progress], None]]]()
    for seed in study.grid.seeds:
        for encoder in dict.fromkeys(cell.encoder for cell in study.grid.possible):
            for cell in (cell for cell in study.grid.possible if cell.encoder == encoder):
                frozen = cell.recipe is not None and cell.recipe.encoder.tune == "frozen"
                pieces.append((FROZEN if frozen else LEARNING, _cell(study, cell, seed)))
            if seed == study.grid.seeds[0]:
                pieces.append((LOOKING, _look(study, encoder, seed)))
    parts = shares(progress, *(weight for weight, _ in pieces))
    for (_, work), part in zip(pieces, parts, strict=True):
        asked = should_stop()
        if asked == Stop.KEEP:
            return True
        if asked:
            raise Interrupted
        try:
            work(part)
        except Interrupted:
            if should_stop() != Stop.KEEP:
                raise
            return True
    return False


def _cell(study: AtWork, cell: Cell, seed: int) -> Callable[[Progress], None]:
    key, said = (cell.encoder, cell.way), f"{cell.encoder}, {cell.way}, seed {seed}"

    def work(progress: Progress) -> None:
        collection = study.desk.collection
        done = find_done(collection, study.id, cell, seed, study.grid.material)
        if done is None and key not in study.failed:
            adopt(collection, study.id, cell, seed, study.grid.material, study.context.job_id)
            _show(study, cell, seed, "running")
            done = _train(
                study, cell, seed, lambda step: progress(replace(step, note=f"{said}: {step.note}"))
            )
        if done is not None:
            study.runs.setdefault(key, {})[seed] = done
        progress(Step(1, 1, note=said))
        _show(study, cell, seed, "done" if done else "failed", done or 0)

    return work


def _train(study: AtWork, cell: Cell, seed: int, progress: Progress) -> int | None:
    """What is wrong with one cell is told in its place, and the others go on."""
    request = TrainRequest(cell.text, seed, study.id)
    try:
        done = train(request, study.context, progress=progress, should_stop=study.desk.should_stop)
        if cell.recipe and cell.recipe.encoder.tune != "frozen" and not done.encoder:
            raise RequestProblem(f"{cell.recipe.name} did not let the encoder learn along.")  # noqa: TRY301
        return done.run
    except (RequestProblem, WeightsProblem) as error:
        study.failed[cell.encoder, cell.way] = f"failed with seed {seed}: {error.sentence}"
        study.context.say("warning", f"{cell.encoder}, {cell.way}: {error}")
        begun = run_of_job(study.desk.collection, study.context.job_id, text=cell.text, seed=seed)
        if begun is not None:
            delete_run(study.desk.collection, begun, by_job=study.context.job_id)
        return None


def _look(study: AtWork, encoder: str, seed: int) -> Callable[[Progress], None]:
    cells = [cell for cell in study.grid.possible if cell.encoder == encoder]

    def work(progress: Progress) -> None:
        made = {cell.way: study.runs.get((encoder, cell.way), {}).get(seed) for cell in cells}
        runs = {way: run for way, run in made.items() if run is not None}

        def told(step: Step) -> None:
            progress(replace(step, note=f"Maps of {encoder}: {step.note}"))

        study.looks.append(look_at(study.desk, cells, runs, told))

    return work


def _show(
    study: AtWork, cell: Cell, seed: int, state: Literal["running", "done", "failed"], run: int = 0
) -> None:
    told = {"study": study.id, "encoder": cell.encoder, "way": cell.way, "seed": seed}
    study.context.show("cell", told | {"state": state, "run": run})


def _put_down(should_stop: ShouldStop) -> ShouldStop:
    """To a run or map, stop and keep means: go on later. Half of one is no part of a study."""

    def stop() -> Stop | None:
        asked = should_stop()
        return Stop.PAUSE if asked == Stop.KEEP else asked

    return stop


def _once(
    say: Callable[[Literal["info", "warning"], str], None],
) -> Callable[[Literal["info", "warning"], str], None]:
    """Each run would warn of the same."""
    told = set[str]()

    def once(level: Literal["info", "warning"], text: str) -> None:
        if text not in told:
            told.add(text)
            say(level, text)

    return once
