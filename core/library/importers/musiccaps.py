"""MusicCaps: captions and aspects for ten-second clips, with the official split.

The table is public, the audio is not part of it: whatever clips are in the
folder are matched by the id in their name, and the rest is counted.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.errors import RequestProblem
from core.library.captions import NewCaption, write_captions
from core.library.fields import ensure_field
from core.library.importers.matching import Report, Tracks
from core.library.importers.musiccaps_table import aspects, is_evaluated, read_rows
from core.library.labels import NewLabel, write_labels
from core.library.splits import Part, store_split
from core.store.collection import Collection

SPLIT = "MusicCaps official"


def import_musiccaps(collection: Collection, table: Path, folder: Path) -> Report:
    rows, tracks, report = read_rows(table), Tracks(collection, folder), Report("MusicCaps")
    parts: dict[int, Part] = {}
    labels: list[NewLabel] = []
    captions: list[NewCaption] = []
    for row in rows:
        track_id = _find(tracks, row)
        if track_id is None:
            report.missing.append(row["ytid"])
            continue
        parts[track_id] = "test" if is_evaluated(row) else "train"
        labels += [NewLabel(track_id, "aspect", aspect, "import") for aspect in aspects(row["aspect_list"])]
        captions.append(NewCaption(track_id, row["caption"], "import", settings={"from": "MusicCaps"}))
    if not parts:
        raise RequestProblem(
            f"None of the {len(rows):,} clips of MusicCaps is in {folder}.",
            "Clips are found by their id, as in -0Gj8-vB1q4.wav or [-0Gj8-vB1q4]-[30-40].wav.",
        )
    with collection.database.writing() as session:
        ensure_field(session, "aspect", "category", many=True)
        write_labels(session, labels, replace=True)
        write_captions(session, captions)
    store_split(collection, SPLIT, "imported lists", parts)
    report.tracks, report.labels, report.captions = len(parts), len(labels), len(captions)
    report.splits, report.unreadable = [SPLIT], tracks.unreadable(parts)
    return report


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
