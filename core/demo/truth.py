"""What is known of the tracks of a demo, in a file beside them: once for programs, once as a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import FileProblem
from core.store.files import explain_os_errors, write_text

if TYPE_CHECKING:
    from core.demo.planning import TrackPlan

TRUTH = ("truth.json", "truth.csv")
KEYS = {"path", "seed", "index", "captions"}


def write_truth(folder: Path, plans: Iterable[TrackPlan]) -> None:
    """One row a track. Rows of an earlier demo in the same folder stay while their files do."""
    rows = [plan.truth for plan in plans]
    paths = {row["path"] for row in rows}
    kept = [row for row in read_truth(folder) if row["path"] not in paths and (folder / row["path"]).exists()]
    rows = sorted(rows + kept, key=lambda row: (row["seed"], row["index"], row["path"]))
    if not rows:
        if (folder / TRUTH[0]).exists():
            for name in TRUTH:
                (folder / name).unlink(missing_ok=True)
        return
    write_text(folder / TRUTH[0], json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    table = io.StringIO(newline="")
    flat = [_flat(row) for row in rows]
    writer = csv.DictWriter(table, fieldnames=list(flat[0]))
    writer.writeheader()
    writer.writerows(flat)
    write_text(folder / TRUTH[1], table.getvalue())


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    captions = {f"caption_{n}": caption for n, caption in enumerate(row["captions"], 1)}
    kept = {name: value for name, value in row.items() if name != "captions"}
    return kept | {"instruments": "; ".join(row["instruments"])} | captions


def read_truth(folder: Path) -> list[dict[str, Any]]:
    """What an earlier demo has left; a file that is none of ours is refused."""
    path = folder / TRUTH[0]
    if not path.exists():
        return []
    try:
        with explain_os_errors(path):
            rows = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        rows = None
    if not (isinstance(rows, list) and all(isinstance(row, dict) and row.keys() >= KEYS for row in rows)):
        raise FileProblem(path, "is no truth of a demo", "Move it away or choose another folder.")
    return rows
