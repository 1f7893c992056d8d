"""MagnaTagATune: 188 tags on 25,863 clips; the literature splits it by the folders 0 to f, 12 : 1 : 3."""

from __future__ import annotations

import csv
from pathlib import Path

from core.errors import RequestProblem
from core.library.fields import ensure_field
from core.library.importers.matching import Report, Tracks
from core.library.labels import NewLabel, write_labels
from core.library.splits import Part, store_split
from core.store.collection import Collection

SPLIT = "MagnaTagATune 12:1:3"
FOLDERS = "0123456789abcdef"
OTHER_COLUMNS = {"clip_id", "mp3_path"}


def import_magnatagatune(collection: Collection, table: Path, folder: Path) -> Report:
    tracks, report = Tracks(collection, folder), Report("MagnaTagATune")
    parts: dict[int, Part] = {}
    labels: list[NewLabel] = []
    for path, tags in _read(table):
        track_id = tracks.at(path)
        if track_id is None:
            track_id = tracks.called(Path(path).stem)
        if track_id is None:
            report.missing.append(path)
            continue
        part = _part(path)
        if part is not None:
            parts[track_id] = part
        report.tracks += 1
        labels += [NewLabel(track_id, "tag", tag, "import") for tag in tags]
    if not report.tracks:
        raise RequestProblem(
            f"None of the clips of MagnaTagATune is in {folder}.",
            "Choose the folder that holds the folders 0 to f.",
        )
    with collection.database.writing() as session:
        ensure_field(session, "tag", "category", many=True)
        write_labels(session, labels, replace=True)
    store_split(collection, SPLIT, "imported lists", parts)
    report.labels, report.splits = len(labels), [SPLIT]
    report.unreadable = tracks.unreadable(parts)
    return report


def _part(path: str) -> Part | None:
    """0 to b train, c chooses, d to f judge."""
    number = FOLDERS.find(path[:1].lower())
    if number < 0:
        return None
    return "train" if number < 12 else "valid" if number == 12 else "test"


def _read(table: Path) -> list[tuple[str, list[str]]]:
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t")
            names = reader.fieldnames or []
            if not set(names) >= OTHER_COLUMNS:
                raise RequestProblem(
                    f"{table.name} is not the table of MagnaTagATune: it lacks clip_id or mp3_path.",
                    "Choose annotations_final.csv.",
                )
            tags = [name for name in names if name not in OTHER_COLUMNS]
            return [
                (row["mp3_path"] or "", [t for t in tags if (row[t] or "").strip() == "1"]) for row in reader
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RequestProblem(f"{table} cannot be read as a table: {error}.") from error
