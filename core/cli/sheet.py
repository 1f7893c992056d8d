"""Writes an answer as a table. Each row says where it comes from, so that a part of it can still be cited."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from core.errors import RequestProblem
from core.store.files import write_whole

TABLES = (".csv", ".tsv", ".tab")


def write_sheet(
    path: Path, headings: Mapping[str, str], rows: Sequence[Mapping[str, Any]], about: Mapping[str, Any]
) -> None:
    """`headings` names the keys of a row, with their units; `about` is the same for all rows."""
    check_sheet(path)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="\t" if path.suffix.lower() in (".tsv", ".tab") else ",")
    writer.writerow([*headings.values(), *about])
    for row in rows:
        cells = [*(row[key] for key in headings), *about.values()]
        writer.writerow(["" if cell is None else cell for cell in cells])
    with write_whole(path) as file:
        file.write(text.getvalue().encode("utf-8", "replace"))


def check_sheet(path: Path) -> None:
    """Before anything is worked out for it."""
    if path.suffix.lower() not in TABLES:
        raise RequestProblem(
            f"A table cannot be written as {path.suffix or path.name}.",
            f"Name a file that ends in {' or '.join(TABLES)}.",
        )
