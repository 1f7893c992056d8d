"""The table of runs for others: every figure with its name, unit and interval. Runs in the background."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.results.figures import SHARES

if TYPE_CHECKING:
    from core.runs.shown import Figures, RunLine
    from desktop.results.read import Facts
    from desktop.results.rows import Row, Table

ABOUT = (
    "run", "control", "recipe", "title", "task", "field", "encoder", "learns", "head", "split", "seed",
    "device", "state", "begun (UTC)", "ended (UTC)", "note", "tags", "study", "archived", "not comparable",
)  # fmt: skip
UNITS = {"mae": "in units of the field", "rmse": "in units of the field"}


def write_table(path: Path, table: Table, lines: Sequence[RunLine], facts: Mapping[int, Facts]) -> int:
    """The rows that are shown, in their order; returns how many."""
    from core.store.files import write_whole

    by_run = {line.run: line for line in lines}
    figures = {(row.run, row.control): _figures(row, by_run, facts) for row in table.rows}
    names = list(dict.fromkeys(name for found in figures.values() for name in found))
    text = io.StringIO(newline="")
    comma = "\t" if path.suffix.lower() in (".tsv", ".tab") else ","
    writer = csv.writer(text, delimiter=comma, lineterminator="\n")
    writer.writerow([*ABOUT, *(head for name in names for head in _headings(name))])
    for row in table.rows:
        found = figures[row.run, row.control]
        values = [cell for name in names for cell in _cells(found, name)]
        writer.writerow([*_about(row, by_run[row.run], facts[row.run]), *values])
    with write_whole(path) as file:
        file.write(text.getvalue().encode("utf-8", "replace"))
    return len(table.rows)


def _figures(row: Row, by_run: Mapping[int, RunLine], facts: Mapping[int, Facts]) -> Figures:
    return facts[row.run].controls[row.control] if row.control else by_run[row.run].scores


def _headings(name: str) -> list[str]:
    unit = "0 to 1" if name in SHARES else UNITS.get(name, "")
    said = f"{name} ({unit})" if unit else name
    return [said, f"{name}, 95 % from", f"{name}, 95 % to", f"{name}, test tracks"]


def _cells(found: Figures, name: str) -> list[Any]:
    if name not in found:
        return [""] * 4
    figure = found[name]
    return ["" if value is None else value for value in (figure.value, figure.low, figure.high, figure.n)]


def _about(row: Row, line: RunLine, facts: Facts) -> list[Any]:
    moments = [f"{moment:%Y-%m-%d %H:%M:%S}" if moment else "" for moment in (line.started, line.ended)]
    own = not row.control
    return [
        row.run, row.control, line.recipe, facts.title, line.task, facts.field,
        row.encoder, facts.tune if own else "", facts.head if own else "", line.split or "", line.seed,
        line.device, line.state if own else "", *moments, line.notes if own else "",
        ", ".join(line.tags) if own else "", line.study or "", "yes" if line.archived else "", row.reason,
    ]  # fmt: skip
