"""MusicCaps: captions and aspects for ten-second clips, with the official split.

The table is public, the audio is not part of it: whatever clips are in the
folder are matched by the id in their name, and the rest is counted.
"""

from __future__ import annotations

import ast
import csv
from pathlib import Path
from typing import Any

from sqlalchemy import delete

from core.errors import RequestProblem
from core.library.fields import ensure_field
from core.library.importers.matching import Report, Tracks
from core.library.labels import NewLabel, write_labels
from core.library.splits import Part, store_split
from core.store.collection import Collection
from core.store.schema import Caption

COLUMNS = {"ytid", "start_s", "end_s", "aspect_list", "caption", "is_audioset_eval"}
SPLIT = "MusicCaps official"


def import_musiccaps(collection: Collection, table: Path, folder: Path) -> Report:
    rows, tracks, report = _read(table), Tracks(collection, folder), Report("MusicCaps")
    parts: dict[int, Part] = {}
    labels: list[NewLabel] = []
    captions: list[Caption] = []
    for row in rows:
        track_id = _find(tracks, row)
        if track_id is None:
            report.missing.append(row["ytid"])
            continue
        parts[track_id] = "test" if row["is_audioset_eval"].strip().lower() == "true" else "train"
        labels += [NewLabel(track_id, "aspect", aspect, "import") for aspect in _aspects(row["aspect_list"])]
        captions.append(Caption(track_id=track_id, text=row["caption"].strip(), source="import"))
    if not parts:
        raise RequestProblem(
            f"None of the {len(rows):,} clips of MusicCaps is in {folder}.",
            "Clips are found by their id, as in -0Gj8-vB1q4.wav or [-0Gj8-vB1q4]-[30-40].wav.",
        )
    with collection.database.writing() as session:
        session.execute(delete(Caption).where(Caption.track_id.in_(list(parts)), Caption.source == "import"))
        ensure_field(session, "aspect", "category", many=True)
        write_labels(session, labels, replace=True)
        session.add_all(captions)
    store_split(collection, SPLIT, "imported lists", parts)
    report.tracks, report.labels, report.captions = len(parts), len(labels), len(captions)
    report.splits, report.unreadable = [SPLIT], tracks.unreadable(parts)
    return report


def _read(table: Path) -> list[dict[str, Any]]:
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            lacking = COLUMNS - set(reader.fieldnames or [])
            if lacking:
                raise RequestProblem(
                    f"{table.name} is not the table of MusicCaps: it has no column {min(lacking)}.",
                    "Choose musiccaps-public.csv.",
                )
            return list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RequestProblem(f"{table} cannot be read as a table: {error}.") from error


def _find(tracks: Tracks, row: dict[str, Any]) -> int | None:
    ytid, start, end = row["ytid"], row["start_s"], row["end_s"]
    names = (
        ytid,
        f"[{ytid}]-[{start}-{end}]",
        f"{ytid}_{start}_{end}",
        f"{ytid}_{start}",
        f"{ytid}-{start}-{end}",
    )
    return next((id_ for name in names if (id_ := tracks.called(name)) is not None), None)


def _aspects(text: str) -> list[str]:
    """The column holds a list as Python writes it; it is read as data, never run."""
    try:
        found = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return []
    aspects = (str(aspect).strip() for aspect in found) if isinstance(found, list) else ()
    return list(dict.fromkeys(aspect for aspect in aspects if aspect))
