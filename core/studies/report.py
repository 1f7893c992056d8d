"""The report of a study, in a folder: a page, tables, figures, the methods of every run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from core.runs import read_scores
from core.store.collection import Collection
from core.store.files import write_text, write_whole
from core.studies.chart import chart_name, draw_chart
from core.studies.findings import Findings
from core.studies.methods import write_sheet
from core.studies.page import write_page
from core.studies.published import find_published
from core.studies.tasks import manner_of


def write_report(collection: Collection, findings: Findings, out: Path) -> list[str]:
    """Names of the files, in `out`, the page first. Pictures of maps are there already."""
    pictures = [one.picture for look in findings.looks for stage in look.stages for one in stage.maps]
    if any(cell.means for cell in findings.cells):
        chart = chart_name(findings)
        draw_chart(findings, [out / f"{chart}{ending}" for ending in (".png", ".svg")])
        pictures.insert(0, chart)
    drawn = {name: (out / f"{name}.png").read_bytes() for name in dict.fromkeys(pictures)}
    _write_csv(out / "results.csv", RESULTS, _results(collection, findings))
    _write_csv(out / "published.csv", PUBLISHED, _published(findings))
    write_text(out / "methods.txt", _methods(collection, findings))
    readable = msgspec.json.format(msgspec.json.encode(findings), indent=1)
    write_text(out / "study.json", readable.decode() + "\n")
    write_text(out / "report.html", write_page(findings, drawn))
    figures = [f"{name}{ending}" for name in drawn for ending in (".png", ".svg")]
    return ["report.html", "results.csv", "published.csv", "methods.txt", "study.json", *figures]


RESULTS = (
    "encoder", "way", "seed", "run", "recipe", "split", "part", "control", "class", "figure",
    "value", "low", "high", "n", "why",
)  # fmt: skip


def _results(collection: Collection, findings: Findings) -> Iterator[list[Any]]:
    """A figure of a run a row, its controls among them; then means over seeds; what is missing says why."""
    split = findings.split.name
    shown = {figure.key: figure for figure in manner_of(findings.task).figures}
    for cell in findings.cells:
        for run in cell.runs:
            known = [cell.encoder, cell.way, run.seed, run.run, cell.recipe, split]
            for row in read_scores(collection, run.run):
                figures = [row.name, row.value, row.low, row.high, row.n]
                yield [*known, row.part, row.control, row.about, *figures, ""]
        for part, means in cell.means.items():
            for key, mean in means.items():
                known = [cell.encoder, cell.way, "mean", "", cell.recipe, split, part, "", shown[key].about]
                yield [*known, shown[key].name, mean.value, mean.low, mean.high, mean.n, cell.why]
        if not cell.runs:
            yield [cell.encoder, cell.way, *[""] * 12, cell.why]


PUBLISHED = (
    "table", "source", "row", "encoder", "tune", "data", "split", "part", "figure", "value", "low", "high",
    "n", "note",
)  # fmt: skip


def _published(findings: Findings) -> Iterator[list[Any]]:
    for table in map(find_published, findings.published):
        for row in table.rows:
            for column in table.columns:
                score = table.score(row, column)
                if score is not None:
                    known = [table.name, row.source or table.source, row.name, row.encoder, row.tune]
                    of = [column.data, column.split, column.part, column.metric]
                    yield [*known, *of, score.value, score.low, score.high, score.n or "", row.note]


def _methods(collection: Collection, findings: Findings) -> str:
    about = [
        f"Study {findings.study}, {findings.name}: {findings.title}",
        findings.question,
        f"{findings.done} of {findings.wanted} runs are done. Written {findings.written}.",
    ]
    return write_sheet(collection, about, [run.run for cell in findings.cells for run in cell.runs])


def _write_csv(path: Path, headings: Sequence[str], rows: Iterator[list[Any]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([["" if cell is None else cell for cell in row] for row in rows])
    with write_whole(path) as file:
        file.write(text.getvalue().encode("utf-8", "replace"))
