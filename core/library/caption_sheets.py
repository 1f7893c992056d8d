"""Captions as tables and as JSON: each row says what is heard where, who says so, and with what."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from core.errors import RequestProblem
from core.library.captions import REJECTED, CaptionInfo
from core.library.labels import values_of
from core.library.ledger import paths_of
from core.store.collection import Collection
from core.store.files import write_whole

COLUMNS = (
    *("caption", "track_id", "path", "title", "artist", "start_s", "end_s", "text", "origin", "source"),
    *("accepted", "rejected", "run", "encoder", "settings", "created_at", "edited_at"),
)
"""Times within a track are seconds; those of writing and editing are in UTC."""
ENDINGS = (".csv", ".tsv", ".tab", ".json")


def caption_rows(collection: Collection, captions: Sequence[CaptionInfo]) -> list[dict[str, Any]]:
    """As scripts rely on them; an empty span is the whole track."""
    tracks = list(dict.fromkeys(caption.track_id for caption in captions))
    with collection.database.reading() as session:
        paths, values = paths_of(session, tracks), values_of(session, tracks, ["title", "artist"])
    return [
        {
            "caption": caption.id,
            "track_id": caption.track_id,
            "path": paths[caption.track_id].encode("utf-8", "replace").decode(),
            "title": "; ".join(map(str, values[caption.track_id].get("title", ()))),
            "artist": "; ".join(map(str, values[caption.track_id].get("artist", ()))),
            "start_s": caption.start_s,
            "end_s": caption.end_s,
            "text": caption.text,
            "origin": caption.origin,
            "source": caption.source,
            "accepted": caption.accepted,
            "rejected": caption.rejected,
            "run": caption.run_id,
            "encoder": caption.encoder,
            "settings": {name: value for name, value in caption.settings.items() if name != REJECTED},
            "created_at": caption.created_at.isoformat(),
            "edited_at": caption.edited_at.isoformat() if caption.edited_at else None,
        }
        for caption in captions
    ]


def export_captions(collection: Collection, path: Path, captions: Sequence[CaptionInfo]) -> int:
    """Write these captions; returns their number. The file's ending says how."""
    check_ending(path)
    rows = caption_rows(collection, captions)
    if path.suffix.lower() == ".json":
        data = msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n"
    else:
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter="," if path.suffix.lower() == ".csv" else "\t")
        writer.writerow(COLUMNS)
        writer.writerows([_cell(row[name]) for name in COLUMNS] for row in rows)
        data = text.getvalue().encode("utf-8", "replace")
    with write_whole(path) as file:
        file.write(data)
    return len(rows)


def check_ending(path: Path) -> None:
    """Before anything is read for it."""
    if path.suffix.lower() not in ENDINGS:
        raise RequestProblem(
            f"Captions cannot be written as {path.suffix or path.name}.",
            f"Name a file that ends in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}.",
        )


def _cell(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return "" if value is None else value
