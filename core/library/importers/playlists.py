"""Playlists in M3U, M3U8, PLS and XSPF. A playlist may point anywhere; it brings in only known tracks."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit
from xml.etree import ElementTree

from sqlalchemy import insert, select

from core.errors import RequestProblem
from core.library.importers.matching import Report
from core.store.collection import Collection
from core.store.schema import Folder, Playlist, PlaylistItem, Track

LARGEST_BYTES = 20_000_000


def import_playlist(collection: Collection, path: Path) -> Report:
    """Tracks that the collection knows become a playlist; entries elsewhere are named, not taken in."""
    entries, report = read_playlist(path), Report("Playlist")
    known = _known(collection)
    ids: list[int] = []
    for entry in entries:
        place = _resolve(path.parent, entry)
        track_id = known.get(place) if place else None
        if track_id is None:
            report.missing.append(entry)
        else:
            ids.append(track_id)
    if not ids:
        raise RequestProblem(
            f"{path.name} names no track of this collection ({len(entries):,} entries).",
            "Scan the folder that holds its recordings first.",
        )
    report.tracks = len(set(ids))
    report.playlists = [_store(collection, path.stem, ids)]
    if report.missing:
        report.notes.append("Entries that the collection does not know are left out.")
    return report


def read_playlist(path: Path) -> list[str]:
    """The entries as they are written."""
    readers: dict[str, Callable[[str], list[str]]] = {
        ".m3u": _m3u,
        ".m3u8": _m3u,
        ".pls": _pls,
        ".xspf": _xspf,
    }
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise RequestProblem(f"{path.name} is no playlist that can be read.", f"Known: {', '.join(readers)}.")
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise RequestProblem(f"{path.name} is too large for a playlist.")
        return reader(_text(path.read_bytes()))
    except (OSError, ElementTree.ParseError, ValueError) as error:
        raise RequestProblem(f"{path.name} cannot be read as a playlist: {error}.") from error


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _m3u(text: str) -> list[str]:
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _pls(text: str) -> list[str]:
    found = re.findall(r"^\s*File(\d+)\s*=\s*(.+?)\s*$", text, re.MULTILINE | re.IGNORECASE)
    return [entry for _, entry in sorted(found, key=lambda pair: int(pair[0]))]


def _xspf(text: str) -> list[str]:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("it declares entities, which no playlist needs")
    root = ElementTree.fromstring(text)  # noqa: S314 - entities are refused above
    locations = (e.text or "" for e in root.iter() if e.tag.rpartition("}")[2] == "location")
    return [location.strip() for location in locations if location.strip()]


def _resolve(folder: Path, entry: str) -> Path | None:
    """A local file, or None for anything on a network."""
    parts = urlsplit(entry)
    if parts.scheme == "file":
        entry = os.fsdecode(unquote_to_bytes(parts.path))
    elif len(parts.scheme) > 1:
        return None
    path = Path(entry.replace("\\", "/"))
    return Path(folder, path).resolve()


def _known(collection: Collection) -> dict[Path, int]:

    with collection.database.reading() as session:
        rows = session.execute(select(Track.id, Folder.path, Track.path).join(Folder)).all()
    return {(Path(folder) / path).resolve(): id_ for id_, folder, path in rows}


def _store(collection: Collection, name: str, ids: list[int]) -> str:

    with collection.database.writing() as session:
        taken = set(session.scalars(select(Playlist.name)))
        number = 2
        free = name
        while free in taken:
            free, number = f"{name} {number}", number + 1
        row = Playlist(name=free)
        session.add(row)
        session.flush()
        items = [{"playlist_id": row.id, "position": i, "track_id": id_} for i, id_ in enumerate(ids)]
        session.execute(insert(PlaylistItem), items)
    return free
