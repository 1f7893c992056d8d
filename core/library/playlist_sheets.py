"""Playlists as files for other programs: M3U8 for players, CSV for tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from core.errors import RequestProblem
from core.library.edits import Span
from core.library.labels import each, values_of
from core.library.ledger import paths_of
from core.library.playlists import read_playlist
from core.store.collection import Collection
from core.store.files import write_text
from core.store.schema import Track

COLUMNS = ("place", "track_id", "path", "title", "artist", "start_s", "end_s", "length_s")


@dataclass(frozen=True)
class _Entry:
    """`start_s` and `end_s` are None where the item is a whole track."""

    track_id: int
    path: str
    title: str
    artist: str
    start_s: float | None
    end_s: float | None
    length_s: float | None


def export_playlist(collection: Collection, playlist_id: int, path: Path) -> int:
    """Write it as the ending of `path` says; returns the number of items."""
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise RequestProblem(
            f"{path.name} does not say which kind of file it is.", f"Let it end in {', '.join(_WRITERS)}."
        )
    name = read_playlist(collection, playlist_id).name
    entries = _entries(collection, playlist_id)
    write_text(path, writer(name, entries))
    return len(entries)


def _entries(collection: Collection, playlist_id: int) -> list[_Entry]:
    items = read_playlist(collection, playlist_id).items
    spans = [item if isinstance(item, Span) else Span(item, 0.0, 0.0) for item in items]
    ids = list({span.track_id for span in spans})
    with collection.database.reading() as session:
        paths, values = paths_of(session, ids), values_of(session, ids, ("title", "artist"))
        known = select(Track.id, Track.duration_s).where(Track.id.in_(each(ids)))
        lengths: dict[int, float | None] = dict(session.execute(known).all())
    found = []
    for item, span in zip(items, spans, strict=True):
        id_, path = span.track_id, paths[span.track_id]
        said = values[id_]
        title = str(said["title"][0]) if said.get("title") else Path(path).stem
        artist = ", ".join(map(str, said.get("artist", ())))
        whole = not isinstance(item, Span)
        length_s = lengths[id_] if whole else span.end_s - span.start_s
        start_s, end_s = (None, None) if whole else (span.start_s, span.end_s)
        found.append(_Entry(id_, path, title, artist, start_s, end_s, length_s))
    return found


def _m3u8(name: str, entries: list[_Entry]) -> str:
    """Excerpts as VLC reads them: other players ignore the lines and play the whole track."""
    lines = ["#EXTM3U", f"#PLAYLIST:{_line(name)}"]
    for entry in entries:
        length = -1 if entry.length_s is None else round(entry.length_s)
        lines.append(f"#EXTINF:{length},{_line(' - '.join(filter(None, (entry.artist, entry.title))))}")
        if entry.start_s is not None and entry.end_s is not None:
            lines += [f"#EXTVLCOPT:start-time={entry.start_s:g}", f"#EXTVLCOPT:stop-time={entry.end_s:g}"]
        lines.append(_location(entry.path))
    return "\n".join(lines) + "\n"


def _csv(name: str, entries: list[_Entry]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for place, entry in enumerate(entries, 1):
        path = entry.path.encode("utf-8", "replace").decode()
        spans = ["" if s is None else f"{s:g}" for s in (entry.start_s, entry.end_s)]
        length = "" if entry.length_s is None else f"{entry.length_s:.3f}"
        writer.writerow([place, entry.track_id, path, entry.title, entry.artist, *spans, length])
    return out.getvalue()


def _location(path: str) -> str:
    """The path as it is; as an address where a line of text cannot hold it."""
    plain = path.isprintable() and path == path.strip() and not path.startswith("#")
    return path if plain else Path(path).as_uri()


def _line(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode().split())


_WRITERS: dict[str, Callable[[str, list[_Entry]], str]] = {".m3u8": _m3u8, ".m3u": _m3u8, ".csv": _csv}
