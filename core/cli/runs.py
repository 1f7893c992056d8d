"""The command `runs`: list, show, compare, export, annotate, put away and delete what has been trained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from core.cli.collection import Folder, opened
from core.cli.output import AsJson, answer, console, table
from core.errors import RequestProblem

if TYPE_CHECKING:
    from core.evaluation import Difference
    from core.runs import Figure, RunComparison, RunInfo, RunLine
    from core.store import Collection

Part = Literal["train", "valid", "test"]


class Action(StrEnum):
    LIST = "list"
    SHOW = "show"
    COMPARE = "compare"
    EXPORT = "export"
    ACCEPT = "accept"
    NOTE = "note"
    TAG = "tag"
    ARCHIVE = "archive"
    UNARCHIVE = "unarchive"
    DELETE = "delete"


@dataclass(frozen=True)
class _Asked:
    """What is wanted, beside the runs."""

    part: Part
    out: Path | None
    field: str
    least: float
    everywhere: bool
    as_json: bool


def runs(
    folder: Folder,
    action: Annotated[Action, typer.Argument(help="What to do.")] = Action.LIST,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[RUN]…", help="Runs by number; after note and tag one run, then words."),
    ] = None,
    part: Annotated[Part, typer.Option(help="Whose figures to show or compare.")] = "test",
    out: Annotated[
        Path | None,
        typer.Option(help="Where export writes: a table of predictions (.csv, .tsv), or a folder for all."),
    ] = None,
    archived: Annotated[bool, typer.Option("--archived", help="List archived runs, too.")] = False,
    field: Annotated[
        str, typer.Option(help="Accept into this field; into what was learnt if left out.")
    ] = "",
    least: Annotated[float, typer.Option(help="Accept what has this probability or more.")] = 0.0,
    everywhere: Annotated[
        bool, typer.Option("--everywhere", help="Accept for labelled tracks, too.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List runs, show one, compare two, take what one says as labels, export, annotate, archive, delete."""
    from core.jobs import Queue

    asked = _Asked(part, out, field, least, everywhere, as_json)
    with opened(folder) as collection:
        Queue(collection).recover()  # a run whose program died is not running
        if action == Action.LIST:
            _list(collection, archived=archived, as_json=as_json)
        elif action in (Action.NOTE, Action.TAG):
            _annotate(collection, action, words or [], as_json=as_json)
        else:
            _act(collection, action, _numbers(action, words or []), asked)


def _numbers(action: Action, words: Sequence[str]) -> list[int]:
    """In the order in which they were named."""
    strange = next((word for word in words if not word.isdecimal()), None)
    if strange is not None:
        raise typer.BadParameter(f"{strange} is not the number of a run.", param_hint="RUN")
    found = [int(word) for word in words]
    if action == Action.COMPARE and len(found) != 2:
        raise typer.BadParameter("compare wants the numbers of two runs.", param_hint="RUN")
    if action in (Action.SHOW, Action.EXPORT, Action.ACCEPT) and len(found) != 1:
        raise typer.BadParameter(f"{action} wants the number of one run.", param_hint="RUN")
    if not found:
        raise typer.BadParameter(f"{action} wants the number of a run, or of several.", param_hint="RUN")
    return list(dict.fromkeys(found)) if action != Action.COMPARE else found


def _act(collection: Collection, action: Action, numbers: list[int], asked: _Asked) -> None:
    from core import runs as engine

    if action == Action.SHOW:
        run = engine.read_run(collection, numbers[0], asked.part)
        answer(run, "", as_json=asked.as_json)
        if not asked.as_json:
            show_run(run, asked.part)
    elif action == Action.COMPARE:
        found = engine.compare_runs(collection, numbers[0], numbers[1], asked.part)
        answer(found, "", as_json=asked.as_json)
        if not asked.as_json:
            _show_comparison(found)
    elif action == Action.EXPORT:
        _export(collection, numbers[0], asked)
    elif action == Action.ACCEPT:
        _accept(collection, numbers[0], asked)
    else:
        _put_away(collection, action, numbers, as_json=asked.as_json)


def _list(collection: Collection, *, archived: bool, as_json: bool) -> None:
    from core.runs import list_runs

    found = list_runs(collection, archived=archived)
    if as_json or not found:
        answer(found, "No runs yet. Make one with: soundings train DIR classify", as_json=as_json)
        return
    headings = ("run", "recipe", "state", "split", "seed", "test", "begun (UTC)", "tags", "notes")
    table(headings, [_line(run) for run in found], right=("run", "seed"))


def _line(run: RunLine) -> tuple[Any, ...]:
    from core.runs.shown import leading

    first = next(iter(leading(run.task, run.scores)), None)
    return (
        run.run,
        run.recipe,
        f"{run.state}, archived" if run.archived else run.state,
        run.split or "",
        run.seed,
        f"{_said(first)} {_figure(run.scores[first])}" if first else "",
        f"{run.started:%Y-%m-%d %H:%M}" if run.started else "",
        ", ".join(run.tags),
        run.notes,
    )


def show_run(run: RunInfo, part: str) -> None:
    """Its figures on a part, and those of the controls beneath in the same table."""
    from core.runs.shown import leading

    split = "on a split that is deleted"
    if run.split:
        of = run.split
        split = f"on {of.name} ({of.train:,} train, {of.valid:,} valid, {of.test:,} test)"
    more = [", ".join(run.tags), run.notes, "archived" if run.archived else ""]
    said = "; ".join([f"{run.state}, seed {run.seed}, {run.device}, {split}", *filter(None, more)])
    console.print(f"Run {run.run} of {run.recipe.name}: {said}.", markup=False)
    if run.captions:
        written = f"{run.captions:,} {'caption' if run.captions == 1 else 'captions'}"
        console.print(f"It has written {written}: soundings captions DIR --run {run.run}", markup=False)
    figures = run.scores.get(part, {})
    if not figures:
        console.print(f"It has no figures of the {part} part.")
        return
    first = leading(run.recipe.task, figures)
    rows = [(f"run {run.run}", figures), *run.controls.items()]
    table(
        (part, *map(_said, first), "n"),
        [(name, *(_of(found, figure) for figure in first), _n(found, first)) for name, found in rows],
        right=("n",),
    )
    rest = [
        (_said(name), _figure(figure), f"{figure.n:,}")
        for name, figure in figures.items()
        if name not in first
    ]
    if rest:
        table(("more", "value", "n"), rest, right=("n",))
    _show_classes(run.classes.get(part, {}))


def _show_classes(classes: Mapping[str, Mapping[str, Figure]]) -> None:
    names = list(dict.fromkeys(name for figures in classes.values() for name in figures))
    if names:
        rows = [(name, *(_of(figures, figure) for figure in names)) for name, figures in classes.items()]
        table(("each", *map(_said, names)), rows)


def _show_comparison(compared: RunComparison) -> None:
    found = compared.found
    over = "" if found.groups is None else f"; intervals over {found.groups:,} groups of one artist"
    console.print(f"{found.n:,} {compared.part} tracks of the same split{over}.")
    a, b = compared.scores
    table(
        ("", f"run {compared.first}", f"run {compared.second}", "difference", "p", "by"),
        [
            (_said(name), _of(a, name), _of(b, name), *_difference(difference))
            for name, difference in found.differences.items()
            if difference
        ],
        right=("p",),
    )
    for name, reason in found.reasons.items():
        console.print(f"{_said(name)}: {reason}.", style="dim", markup=False)
    told = found.discordance
    if told:
        console.print(
            f"Both right on {told.both:,}, only run {compared.first} on {told.only_first:,}, "
            f"only run {compared.second} on {told.only_second:,}, neither on {told.neither:,}."
        )


def _difference(found: Difference) -> tuple[str, str, str]:
    score = found.score
    interval = "" if score.low is None else f" ({score.low:+.3f} to {score.high:+.3f})"
    return f"{score.value:+.3f}{interval}", "" if found.p is None else f"{found.p:.2g}", found.by


def _export(collection: Collection, run: int, asked: _Asked) -> None:
    from core.runs import export_run

    if asked.out is None:
        raise RequestProblem("Export writes to a file or folder.", "Name it with --out.")
    written = export_run(collection, run, asked.out)
    said = ", ".join(path.name for path in written)
    answer(
        {"files": [str(path) for path in written]}, f"Written to {asked.out}: {said}.", as_json=asked.as_json
    )


def _accept(collection: Collection, run: int, asked: _Asked) -> None:
    from core.runs import accept_predictions

    number = accept_predictions(
        collection, run, asked.field or None, asked.least, only_unlabelled=not asked.everywhere
    )
    tracks = "1 track is" if number == 1 else f"{number:,} tracks are"
    said = f"{tracks} labelled by run {run}. soundings labels DIR undo takes it back."
    answer({"labelled": number}, said if number else "Nothing is labelled anew.", as_json=asked.as_json)


def _annotate(collection: Collection, action: Action, words: Sequence[str], *, as_json: bool) -> None:
    from core.runs import note_run, read_run, tag_run

    (run,) = _numbers(action, words[:1])
    if action == Action.NOTE:
        note_run(collection, run, " ".join(words[1:]))
    else:
        tag_run(collection, run, words[1:])
    found = read_run(collection, run)
    said = f"Run {run}: {found.notes or 'no note'}; {', '.join(found.tags) or 'no tags'}."
    answer({"run": run, "notes": found.notes, "tags": found.tags}, said, as_json=as_json)


def _put_away(collection: Collection, action: Action, numbers: list[int], *, as_json: bool) -> None:
    from core.runs import archive_run, delete_run, read_run

    for run in numbers:
        read_run(collection, run)  # all are there before any is touched
    for run in numbers:
        if action == Action.DELETE:
            delete_run(collection, run)
        else:
            archive_run(collection, run, archived=action == Action.ARCHIVE)
    done = {Action.DELETE: "deleted", Action.ARCHIVE: "archived", Action.UNARCHIVE: "unarchived"}[action]
    named = ", ".join(map(str, numbers))
    said = f"Run {named} is" if len(numbers) == 1 else f"Runs {named} are"
    answer({done: numbers}, f"{said} {done}.", as_json=as_json)


def _said(name: str) -> str:
    return name.replace("_", " ")


def _of(figures: Mapping[str, Figure], name: str) -> str:
    return _figure(figures[name]) if name in figures else ""


def _figure(figure: Figure) -> str:
    from core.runs.methods import say_figure

    return say_figure(figure)


def _n(figures: Mapping[str, Figure], names: Sequence[str]) -> str:
    return next((f"{figures[name].n:,}" for name in names if name in figures), "")
