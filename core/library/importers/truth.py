"""What is known of music that was made here: the demo's `truth.json` becomes labels and captions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.library.captions import NewCaption, write_captions
from core.library.fields import ensure_field
from core.library.importers.matching import Report, Tracks
from core.library.labels import NewLabel, write_labels
from core.store.collection import Collection

FILE = "truth.json"
NUMBERS = {"tempo": ("tempo_bpm", "bpm"), "valence": ("valence", ""), "arousal": ("arousal", "")}
CATEGORIES = {"metre": "metre", "key": "key", "mood": "mood"}


def import_truth(collection: Collection, folder: Path) -> Report:
    tracks, report = Tracks(collection, folder), Report("Truth")
    labels: list[NewLabel] = []
    captions: list[NewCaption] = []
    ids: list[int] = []
    for row in _read(folder / FILE):
        track_id = tracks.at(row["path"])
        if track_id is None:
            report.missing.append(row["path"])
            continue
        ids.append(track_id)
        labels += _labels(track_id, row)
        captions += [
            NewCaption(track_id, text, "import", settings={"from": FILE}) for text in row["captions"]
        ]
    with collection.database.writing() as session:
        _fields(session)
        write_labels(session, labels)
        write_captions(session, captions)
    report.tracks, report.labels, report.captions = len(ids), len(labels), len(captions)
    return report


def _fields(session: Session) -> None:
    for name, (_, unit) in NUMBERS.items():
        ensure_field(session, name, "number", unit=unit)
    for name in CATEGORIES:
        ensure_field(session, name, "category")
    ensure_field(session, "instrument", "category", many=True)


def _labels(track_id: int, row: dict[str, Any]) -> list[NewLabel]:
    said: list[tuple[str, str | float]] = [(name, float(row[key])) for name, (key, _) in NUMBERS.items()]
    said += [(name, str(row[key])) for name, key in CATEGORIES.items()]
    said += [("instrument", str(instrument)) for instrument in row["instruments"]]
    return [NewLabel(track_id, name, value, "import") for name, value in said]


def _read(path: Path) -> list[dict[str, Any]]:
    needed = {"path", "captions", "instruments", *CATEGORIES.values(), *(key for key, _ in NUMBERS.values())}
    hint = "Make the demo again."
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RequestProblem(f"{path} cannot be read: {error}.", hint) from error
    if not isinstance(rows, list) or not all(isinstance(r, dict) and needed <= r.keys() for r in rows):
        raise RequestProblem(f"{path} does not hold what it should.", hint)
    return rows
