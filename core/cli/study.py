"""The command `study`: several runs that answer a question, and the report that says so."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from core import places
from core.cli.collection import Folder, left_over, opened, run_job
from core.cli.encoders import device_named
from core.cli.output import AsJson, answer, console, table


def study(
    folder: Folder,
    name: Annotated[
        str, typer.Argument(help="A study's name, or a TOML file; without one, list them.", metavar="[NAME]")
    ] = "",
    out: Annotated[
        Path | None, typer.Option(help="Where the report goes; among the collection's exports if left out.")
    ] = None,
    encoders: Annotated[str, typer.Option(help="Only these, with commas between them.")] = "",
    seeds: Annotated[str, typer.Option(help="With commas between them; the study's own if left out.")] = "",
    query: Annotated[str, typer.Option("--of", help="Only the tracks that this query finds.")] = "",
    field: Annotated[str, typer.Option(help="The labels to learn; the study's own if left out.")] = "",
    device: Annotated[str, typer.Option(help="Where: cpu, cuda:0, mps; auto takes the fastest.")] = "auto",
    as_json: AsJson = False,
) -> None:
    """Answer a question by several runs, with controls, beside what others have published."""
    from core.studies import StudyRequest, find_study, write_study

    if not name:
        _list(folder, as_json=as_json)
        return
    request = StudyRequest(
        write_study(find_study(name)),
        tuple(_seed(word) for word in _words(seeds)),
        tuple(_words(encoders)),
        query,
        field,
        str(places.whole(out)) if out else "",
    )
    again = left_over(folder, "study", request)
    job = run_job(folder, None if again else ("study", request), again, device_named(device))
    if as_json:
        answer(job["result"], "", as_json=True)
        return
    _show(job["result"]["findings"])
    answer(None, job["sentence"], as_json=False)


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _seed(word: str) -> int:
    if not word.isdecimal():
        raise typer.BadParameter(f"{word} is no whole number.", param_hint="--seeds")
    return int(word)


def _list(folder: Path, *, as_json: bool) -> None:
    from core.studies import list_begun, list_studies

    with opened(folder) as collection:
        begun = list_begun(collection)
    if as_json:
        known = [{"name": one.name, "title": one.title, "question": one.question} for one in list_studies()]
        answer({"studies": known, "begun": begun}, "", as_json=True)
        return
    rows = [(one.name, len(one.seeds), one.question) for one in list_studies()]
    table(("study", "seeds", "question"), rows, right=("seeds",))
    if begun:
        console.print()
        of = [(one.id, one.name, one.field, one.query, one.runs, one.folder) for one in begun]
        table(("begun", "study", "field", "tracks", "runs done", "report"), of, right=("begun", "runs done"))


def _show(told: object) -> None:
    """What Table 1 of the report says."""
    import msgspec

    from core.studies.findings import Findings
    from core.studies.tables import say, told_figures
    from core.studies.tasks import manner_of

    found: Findings = msgspec.convert(told, Findings)
    split = found.split
    console.print(
        f"{found.question}\n{split.name}: {split.train:,} train, {split.valid:,} valid, {split.test:,} test.",
        markup=False,
    )
    first, figures = manner_of(found.task).first, told_figures(found)
    rows = list[tuple[str, ...]]()
    for cell in found.cells:
        test, train = cell.means.get("test", {}), cell.means.get("train", {})
        seeds = ", ".join(str(run.seed) for run in cell.runs)
        said = (say(train.get(first.key)), *(say(test.get(figure.key)) for figure in figures))
        rows.append((cell.encoder, cell.way, *said, seeds, cell.why))
    for one in found.controls:
        said = ("", *(say(one.scores.get(figure.key)) for figure in figures))
        rows.append((f"control: {one.title}", "", *said, "", f"of run {one.run}"))
    titles = (f"train {first.title}", *(f"test {figure.title}" for figure in figures))
    table(("encoder", "way", *titles, "seeds", ""), rows)
