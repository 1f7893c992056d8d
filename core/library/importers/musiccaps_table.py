"""The public table of MusicCaps: one row a clip, read for its import and for floors that need no audio."""

from __future__ import annotations

import ast
import csv
from collections.abc import Collection
from pathlib import Path

from core.errors import RequestProblem

COLUMNS = frozenset(("ytid", "start_s", "end_s", "aspect_list", "caption", "is_audioset_eval"))
Row = dict[str, str]


def read_rows(table: Path, also: Collection[str] = ()) -> list[Row]:
    """Every row has all of the columns, and those in `also`."""
    wanted = COLUMNS | set(also)
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            lacking = wanted - set(reader.fieldnames or [])
            if lacking:
                raise RequestProblem(
                    f"{table.name} is not the table of MusicCaps: it has no column {min(lacking)}.",
                    "Choose musiccaps-public.csv.",
                )
            rows = []
            for row in reader:
                if any(row[column] is None for column in wanted):
                    raise RequestProblem(f"{table.name} breaks off in line {reader.line_num}.")
                rows.append({column: row[column] for column in wanted})
            return rows
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RequestProblem(f"{table} cannot be read as a table: {error}.") from error


def is_evaluated(row: Row) -> bool:
    """Whether the official split has it in the part that judges."""
    return row["is_audioset_eval"].strip().lower() == "true"


def aspects(text: str) -> list[str]:
    """Each once."""
    return list(dict.fromkeys(listed(text)))


def listed(text: str) -> list[str]:
    """The column holds a list as Python writes it; it is read as data, never run."""
    try:
        found = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return []
    each = (str(aspect).strip() for aspect in found) if isinstance(found, list) else ()
    return [aspect for aspect in each if aspect]
