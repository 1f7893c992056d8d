"""What leaves the program of a run: a table of its predictions, or a folder that says all of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from core import places
from core.library.ledger import paths_of
from core.library.splits import export_split, find_split
from core.runs.curves import read_curves
from core.runs.methods import methods_sheet
from core.runs.predictions import read_predictions
from core.runs.scores import ScoreRow, read_scores
from core.runs.shown import read_run
from core.store.collection import Collection
from core.store.files import explain_os_errors, write_text, write_whole

TABLES = (".csv", ".tsv", ".tab")

Table = tuple[list[str], list[list[Any]]]
"""Headings and rows."""


def export_run(collection: Collection, run_id: int, out: Path) -> list[Path]:
    """The files that were written: `out` itself where it is named as a table, else those in the folder."""
    run, out = read_run(collection, run_id), places.whole(out)
    if out.suffix.lower() in TABLES:
        _write(out, predictions_table(collection, run_id))
        return [out]
    with explain_os_errors(out):
        out.mkdir(parents=True, exist_ok=True)
    tables = {
        "scores.csv": scores_table(collection, run_id),
        "predictions.csv": predictions_table(collection, run_id),
        "curves.csv": curves_table(collection, run_id),
    }
    texts = {"recipe.toml": run.recipe.text, "methods.txt": methods_sheet(collection, run_id)}
    if run.split:
        texts["split.csv"] = export_split(collection, find_split(collection, run.split.name))
    for name, table in tables.items():
        _write(out / name, table)
    for name, text in texts.items():
        write_text(out / name, text)
    return [out / name for name in (*tables, *texts)]


def predictions_table(collection: Collection, run_id: int) -> Table:
    """A track a row, with the probability of every class or tag."""
    rows = read_predictions(collection, run_id)
    names = sorted({name for row in rows for name in row.probabilities})
    with collection.database.reading() as session:
        paths = paths_of(session, [row.track_id for row in rows])
    headings = ["run", "track_id", "path", "part", "truth", "said", "number", "probability"]
    cells = [
        [
            *(run_id, row.track_id, paths.get(row.track_id, ""), row.part, row.truth, row.said),
            *(row.number, row.probability),
            *(row.probabilities.get(name) for name in names),
        ]
        for row in rows
    ]
    return [*headings, *(f"probability of {name}" for name in names)], cells


def scores_table(collection: Collection, run_id: int) -> Table:
    names = [field.name for field in fields(ScoreRow)]
    rows = read_scores(collection, run_id)
    return ["run", *names], [[run_id, *(getattr(row, name) for name in names)] for row in rows]


def curves_table(collection: Collection, run_id: int) -> Table:
    """A figure of an epoch a row."""
    return ["run", "epoch", "step", "seconds", "part", "figure", "value"], [
        [run_id, row.epoch, row.step, row.seconds, part, name, value]
        for row in read_curves(collection, run_id)
        for part, figures in row.figures.items()
        for name, value in figures.items()
    ]


def _write(path: Path, table: Table) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="," if path.suffix.lower() == ".csv" else "\t", lineterminator="\n")
    headings, rows = table
    writer.writerow(headings)
    writer.writerows(map(_cells, rows))
    with write_whole(path) as file:
        file.write(text.getvalue().encode("utf-8", "replace"))


def _cells(row: Sequence[Any]) -> list[Any]:
    return ["" if cell is None else cell for cell in row]
