"""The command `playlists`: what has been put together to be heard, changed and taken along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from core import places
from core.cli.collection import Folder, opened
from core.cli.near import find_track
from core.cli.output import AsJson, answer, table
from core.errors import RequestProblem

if TYPE_CHECKING:
    from core.library.edits import Target
    from core.library.playlists import Change, Content
    from core.store import Collection


class PlaylistAction(StrEnum):
    LIST = "list"
    SHOW = "show"
    MAKE = "make"
    ADD = "add"
    REMOVE = "remove"
    MOVE = "move"
    RENAME = "rename"
    NOTE = "note"
    DELETE = "delete"
    EXPORT = "export"


@dataclass(frozen=True)
class _Asked:
    """What is wanted, beside the action."""

    name: str
    words: Sequence[str]
    query: str | None
    at: int | None
    start_s: float | None
    end_s: float | None
    out: Path | None
    as_json: bool


def playlists(
    folder: Folder,
    action: Annotated[PlaylistAction, typer.Argument(help="What to do.")] = PlaylistAction.LIST,
    name: Annotated[str, typer.Argument(help="The playlist.", metavar="[NAME]")] = "",
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TRACK|PLACE|TEXT]…",
            help="Tracks to add, places to remove or move, the new name, or what the note says.",
        ),
    ] = None,
    query: Annotated[str | None, typer.Option("--of", help="The tracks that this query finds.")] = None,
    at: Annotated[
        int | None, typer.Option(help="The place where they come, from 1; at the end if left out.")
    ] = None,
    start_s: Annotated[
        float | None, typer.Option("--start", help="Only an excerpt of the track, from this second.")
    ] = None,
    end_s: Annotated[float | None, typer.Option("--end", help="Where the excerpt ends, in seconds.")] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where export writes: a file that ends in .m3u8 or .csv.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List, show, make, change, delete and export playlists.

    \b
    soundings playlists ~/coast make 'Slow laments' --of 'genre:lament tempo:<70'
    soundings playlists ~/coast add 'Slow laments' shore.flac --start 10 --end 20 --at 1
    soundings playlists ~/coast remove 'Slow laments' 3 4
    soundings playlists ~/coast move 'Slow laments' 7 --at 1
    soundings playlists ~/coast export 'Slow laments' --out laments.m3u8
    """
    asked = _Asked(name, words or [], query, at, start_s, end_s, out, as_json)
    if action != PlaylistAction.LIST and not name:
        raise typer.BadParameter(f"{action} wants the name of a playlist.", param_hint="NAME")
    with opened(folder) as collection:
        _ACTIONS[action](collection, asked)


def _list(collection: Collection, asked: _Asked) -> None:
    from core.library.playlists import list_playlists

    found = list_playlists(collection)
    if asked.as_json or not found:
        answer(
            found, "No playlists yet. Make one with: soundings playlists DIR make NAME", as_json=asked.as_json
        )
        return
    rows = [
        (info.name, f"{info.items:,}", _clock(info.duration_s), f"{info.changed_at:%Y-%m-%d}", info.notes)
        for info in found
    ]
    table(("playlist", "items", "length", "changed", "notes"), rows, right=("items", "length"))


def _show(collection: Collection, asked: _Asked) -> None:
    content = _content(collection, asked)
    rows = _rows(collection, content)
    if asked.as_json:
        about = {"playlist": content.name, "notes": content.notes, "created_at": content.created_at}
        answer(about | {"items": rows}, "", as_json=True)
        return
    answer(None, f"{content.name}: {_items(len(rows))}", as_json=False)
    if content.notes:
        answer(None, content.notes, as_json=False)
    if rows:
        shown = [(row["place"], row["track_id"], row["title"], _span(row), row["path"]) for row in rows]
        table(("place", "track", "title", "from–to", "file"), shown, right=("place", "track"))


def _rows(collection: Collection, content: Content) -> list[dict[str, Any]]:
    from core.library.edits import Span
    from core.library.labels import values_of
    from core.library.ledger import paths_of

    spans = [item if isinstance(item, Span) else Span(item, 0.0, 0.0) for item in content.items]
    ids = list({span.track_id for span in spans})
    with collection.database.reading() as session:
        paths, values = paths_of(session, ids), values_of(session, ids, ["title"])
    rows = []
    for place, (item, span) in enumerate(zip(content.items, spans, strict=True), 1):
        whole = not isinstance(item, Span)
        path = paths[span.track_id].encode("utf-8", "replace").decode()
        rows.append(
            {
                "place": place,
                "track_id": span.track_id,
                "title": next(iter(values[span.track_id].get("title", [])), ""),
                "path": path,
                "start_s": None if whole else span.start_s,
                "end_s": None if whole else span.end_s,
            }
        )
    return rows


def _make(collection: Collection, asked: _Asked) -> None:
    from core.library.playlists import create

    _tell(create(collection, asked.name, _wanted(collection, asked)), asked)


def _add(collection: Collection, asked: _Asked) -> None:
    from core.library.playlists import add_items

    wanted = _wanted(collection, asked)
    if not wanted:
        found = "The query finds no track." if asked.query is not None else "add wants tracks, or --of QUERY."
        raise RequestProblem(found, "soundings find lists the tracks.")
    at = None if asked.at is None else asked.at - 1
    _tell(add_items(collection, _content(collection, asked).id, wanted, at), asked)


def _remove(collection: Collection, asked: _Asked) -> None:
    from core.library.playlists import remove_items

    _tell(remove_items(collection, _content(collection, asked).id, _places(asked, "remove")), asked)


def _move(collection: Collection, asked: _Asked) -> None:
    """`--at` is the place of the first of them afterwards, as a person counts."""
    from core.library.playlists import move_items

    content, moved = _content(collection, asked), _places(asked, "move")
    if asked.at is None:
        raise typer.BadParameter("move wants --at, the place where they come.", param_hint="--at")
    rest = [place for place in range(len(content.items)) if place not in moved]
    above = asked.at - 1
    if not 0 <= above <= len(rest):
        raise RequestProblem(f"{content.name} has no place {asked.at} for them.")
    to = rest[above] if above < len(rest) else len(content.items)
    _tell(move_items(collection, content.id, moved, to), asked)


def _rename(collection: Collection, asked: _Asked) -> None:
    from core.library.playlists import rename

    if not asked.words:
        raise typer.BadParameter("rename wants the new name, too.", param_hint="TEXT")
    _tell(rename(collection, _content(collection, asked).id, " ".join(asked.words)), asked)


def _note(collection: Collection, asked: _Asked) -> None:
    from core.library.playlists import set_notes

    _tell(set_notes(collection, _content(collection, asked).id, " ".join(asked.words)), asked)


def _delete(collection: Collection, asked: _Asked) -> None:
    from core.library.playlists import delete

    _tell(delete(collection, _content(collection, asked).id), asked)


def _export(collection: Collection, asked: _Asked) -> None:
    from core.library.playlist_sheets import export_playlist

    content = _content(collection, asked)
    if asked.out is None:
        raise RequestProblem("Export writes to a file.", "Name it with --out.")
    number = export_playlist(collection, content.id, places.whole(asked.out))
    said = f"{_items(number)} written to {asked.out}."
    answer({"file": str(asked.out), "items": number}, said, as_json=asked.as_json)


def _content(collection: Collection, asked: _Asked) -> Content:
    from core.library.playlists import find_playlist, read_playlist

    return read_playlist(collection, find_playlist(collection, asked.name))


def _wanted(collection: Collection, asked: _Asked) -> list[Target]:
    from core.library.edits import Span
    from core.library.query import find

    ids = [find_track(collection, word) for word in asked.words]
    if asked.query is not None:
        ids += find(collection, asked.query).ids
    if asked.start_s is None and asked.end_s is None:
        return list(ids)
    if asked.end_s is None:
        raise RequestProblem("An excerpt needs an end.", "Say it with --end, in seconds.")
    return [Span(id_, asked.start_s or 0.0, asked.end_s) for id_ in ids]


def _places(asked: _Asked, action: str) -> set[int]:
    strange = next((word for word in asked.words if not word.isdecimal()), None)
    if strange is not None or not asked.words:
        said = f"{strange} is not a place." if strange else f"{action} wants places, such as 3."
        raise typer.BadParameter(said, param_hint="PLACE")
    return {int(word) - 1 for word in asked.words}


def _tell(change: Change, asked: _Asked) -> None:
    there = change.after
    data = {"playlist": there.name if there else None, "items": len(there.items) if there else 0}
    answer(data | {"done": change.title}, f"{change.title}.", as_json=asked.as_json)


def _span(row: dict[str, Any]) -> str:
    return "" if row["end_s"] is None else f"{row['start_s']:g}–{row['end_s']:g} s"


def _items(number: int) -> str:
    return f"{number:,} {'item' if number == 1 else 'items'}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


_ACTIONS: dict[PlaylistAction, Callable[[Collection, _Asked], None]] = {
    PlaylistAction.LIST: _list,
    PlaylistAction.SHOW: _show,
    PlaylistAction.MAKE: _make,
    PlaylistAction.ADD: _add,
    PlaylistAction.REMOVE: _remove,
    PlaylistAction.MOVE: _move,
    PlaylistAction.RENAME: _rename,
    PlaylistAction.NOTE: _note,
    PlaylistAction.DELETE: _delete,
    PlaylistAction.EXPORT: _export,
}
