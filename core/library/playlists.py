"""Playlists: made, changed and put back, each in one transaction.

The journal of edits knows labels and captions only. A change of a playlist
says what was there before and after instead, so that whoever asked for it can
take it back as long as nobody else has changed that playlist since.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete as delete_rows
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.library.edits import Span, Target, place_all
from core.library.fields import did_you_mean
from core.store.collection import Collection
from core.store.rows import insert_rows
from core.store.schema import Excerpt, Playlist, PlaylistItem, Track, fold, now

LONGEST_NAME = 200


@dataclass(frozen=True)
class PlaylistInfo:
    """A playlist in a list. `duration_s` is what hearing it takes; `unknown` items have no known length."""

    id: int
    name: str
    notes: str
    items: int
    duration_s: float
    unknown: int
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True)
class Content:
    """A playlist whole. An item is a track, or an excerpt of one; it may come twice."""

    id: int
    name: str
    notes: str
    items: tuple[Target, ...]
    created_at: datetime


@dataclass(frozen=True)
class Change:
    """What a playlist was before and is after; None: there is none. `title` says what was done."""

    title: str
    before: Content | None
    after: Content | None

    @property
    def playlist_id(self) -> int:
        there = self.after or self.before
        assert there is not None
        return there.id


def list_playlists(collection: Collection) -> list[PlaylistInfo]:
    """By name."""
    length = func.coalesce(Excerpt.end_s - Excerpt.start_s, Track.duration_s)
    columns = (
        *(Playlist.id, Playlist.name, Playlist.notes, func.count(PlaylistItem.track_id).label("items")),
        func.coalesce(func.sum(length), 0.0).label("duration_s"),
        (func.count(PlaylistItem.track_id) - func.count(length)).label("unknown"),
        *(Playlist.created_at, Playlist.changed_at),
    )
    chosen = (
        select(*columns)
        .outerjoin(PlaylistItem, PlaylistItem.playlist_id == Playlist.id)
        .outerjoin(Track, Track.id == PlaylistItem.track_id)
        .outerjoin(Excerpt, Excerpt.id == PlaylistItem.excerpt_id)
        .group_by(Playlist.id)
    )
    with collection.database.reading() as session:
        found = [PlaylistInfo(**row._asdict()) for row in session.execute(chosen)]
    return sorted(found, key=lambda info: (fold(info.name), info.name))


def find_playlist(collection: Collection, name: str) -> int:
    """By its name, or by a name that differs only in case and accents where one alone does."""
    with collection.database.reading() as session:
        rows = session.execute(select(Playlist.name, Playlist.id))
        names: dict[str, int] = {row.name: row.id for row in rows}
    alike = [known for known in names if fold(known) == fold(name)]
    if name in names or len(alike) == 1:
        return names[name if name in names else alike[0]]
    raise RequestProblem(f"There is no playlist {name}.", did_you_mean(name, list(names)))


def read_playlist(collection: Collection, playlist_id: int) -> Content:
    with collection.database.reading() as session:
        return _there(session, playlist_id)


def create(collection: Collection, name: str, items: Iterable[Target] = (), notes: str = "") -> Change:
    with collection.database.writing() as session:
        row = Playlist(name=_new_name(session, name), notes=notes.strip())
        session.add(row)
        session.flush()
        _put_items(session, row.id, list(items))
        return Change(f"Make playlist {row.name}", None, _there(session, row.id))


def rename(collection: Collection, playlist_id: int, name: str) -> Change:
    with collection.database.writing() as session:
        before = _there(session, playlist_id)
        values = {"name": _new_name(session, name, besides=playlist_id)}
        session.execute(update(Playlist).where(Playlist.id == playlist_id).values(values))
        after = _there(session, playlist_id)
        return Change(f"Rename playlist {before.name} to {after.name}", before, after)


def set_notes(collection: Collection, playlist_id: int, notes: str) -> Change:
    with collection.database.writing() as session:
        before = _there(session, playlist_id)
        values = {"notes": notes.strip()}
        session.execute(update(Playlist).where(Playlist.id == playlist_id).values(values))
        return Change(f"Change the notes of {before.name}", before, _there(session, playlist_id))


def delete(collection: Collection, playlist_id: int) -> Change:
    """Its tracks stay in the collection."""
    with collection.database.writing() as session:
        before = _there(session, playlist_id)
        session.execute(delete_rows(Playlist).where(Playlist.id == playlist_id))
        return Change(f"Delete playlist {before.name}", before, None)


def add_items(
    collection: Collection, playlist_id: int, items: Sequence[Target], at: int | None = None
) -> Change:
    """Before the item at `at`, which counts from 0; at the end if left out."""
    with collection.database.writing() as session:
        before = _there(session, playlist_id)
        place = len(before.items) if at is None else _place(before, at, "put in at", len(before.items) + 1)
        wanted = [*before.items[:place], *items, *before.items[place:]]
        title = f"Add {_count(len(items))} to {before.name}"
        return _rewrite(session, title, before, wanted)


def remove_items(collection: Collection, playlist_id: int, places: Iterable[int]) -> Change:
    with collection.database.writing() as session:
        before = _there(session, playlist_id)
        gone = {_place(before, place, "removed from", len(before.items)) for place in places}
        wanted = [item for place, item in enumerate(before.items) if place not in gone]
        return _rewrite(session, f"Remove {_count(len(gone))} from {before.name}", before, wanted)


def move_items(collection: Collection, playlist_id: int, places: Iterable[int], to: int) -> Change:
    """In their order, before the item that is at `to` now; the number of items means the end."""
    with collection.database.writing() as session:
        before = _there(session, playlist_id)
        moved = {_place(before, place, "moved from", len(before.items)) for place in places}
        _place(before, to, "moved to", len(before.items) + 1)
        order = moved_order(len(before.items), moved, to)
        title = f"Move {_count(len(moved))} in {before.name}"
        return _rewrite(session, title, before, [before.items[place] for place in order])


def moved_order(count: int, places: Iterable[int], to: int) -> list[int]:
    """The old places in their new order."""
    moved = sorted(set(places))
    rest = [place for place in range(count) if place not in set(moved)]
    above = sum(place < to for place in rest)
    return [*rest[:above], *moved, *rest[above:]]


def take_back(collection: Collection, change: Change) -> None:
    """The playlist as it was before the change."""
    _swap(collection, change, change.after, change.before, "undone")


def do_again(collection: Collection, change: Change) -> None:
    _swap(collection, change, change.before, change.after, "done again")


def free_name(taken: Iterable[str], name: str) -> str:
    """The name, or the next one with a number behind it."""
    known, free, number = set(taken), name, 2
    while free in known:
        free, number = f"{name} {number}", number + 1
    return free


def _swap(
    collection: Collection, change: Change, there: Content | None, wanted: Content | None, done: str
) -> None:
    with collection.database.writing() as session:
        if _read(session, change.playlist_id) != there:
            raise RequestProblem(
                f"“{change.title}” cannot be {done}: the playlist has been changed since by something else.",
                "It was left as it is now.",
            )
        if wanted is None:
            session.execute(delete_rows(Playlist).where(Playlist.id == change.playlist_id))
            return
        name = _new_name(session, wanted.name, besides=wanted.id)
        values = {"name": name, "notes": wanted.notes, "created_at": wanted.created_at}
        if there is None:
            session.add(Playlist(id=wanted.id, **values))
            session.flush()
        else:
            session.execute(update(Playlist).where(Playlist.id == wanted.id).values(values))
        _put_items(session, wanted.id, wanted.items)


def _rewrite(session: Session, title: str, before: Content, wanted: Sequence[Target]) -> Change:
    _put_items(session, before.id, wanted)
    session.execute(update(Playlist).where(Playlist.id == before.id).values(changed_at=now()))
    return Change(title, before, _there(session, before.id))


def _put_items(session: Session, playlist_id: int, items: Sequence[Target]) -> None:
    """These and no others."""
    for item in items:
        if isinstance(item, Span) and not math.isfinite(item.end_s):
            raise RequestProblem("An excerpt needs an end.", "Name it in seconds.")
    different = list(dict.fromkeys(items))
    places = dict(zip(different, place_all(session, different), strict=True))
    session.execute(delete_rows(PlaylistItem).where(PlaylistItem.playlist_id == playlist_id))
    rows = [
        {"playlist_id": playlist_id, "position": position, **places[item]._asdict()}
        for position, item in enumerate(items)
    ]
    insert_rows(session, PlaylistItem, rows)


def _there(session: Session, playlist_id: int) -> Content:
    found = _read(session, playlist_id)
    if found is None:
        raise RequestProblem(f"There is no playlist {playlist_id}.", "It may have been deleted meanwhile.")
    return found


def _read(session: Session, playlist_id: int) -> Content | None:
    about = (Playlist.id, Playlist.name, Playlist.notes, Playlist.created_at)
    row = session.execute(select(*about).where(Playlist.id == playlist_id)).one_or_none()
    if row is None:
        return None
    chosen = (
        select(PlaylistItem.track_id, Excerpt.start_s, Excerpt.end_s)
        .outerjoin(Excerpt, Excerpt.id == PlaylistItem.excerpt_id)
        .where(PlaylistItem.playlist_id == playlist_id)
        .order_by(PlaylistItem.position)
    )
    items = tuple(
        row.track_id if row.start_s is None else Span(*row)  # an outer join leaves the span empty
        for row in session.execute(chosen)
    )
    return Content(row.id, row.name, row.notes, items, row.created_at)


def _new_name(session: Session, name: str, besides: int | None = None) -> str:
    name = " ".join(name.split())
    if not name:
        raise RequestProblem("A playlist needs a name.")
    if len(name) > LONGEST_NAME:
        raise RequestProblem(f"The name of a playlist has at most {LONGEST_NAME} characters.")
    taken = session.scalar(select(Playlist.id).where(Playlist.name == name))
    if taken is not None and taken != besides:
        raise RequestProblem(f"There is a playlist {name} already.", "Choose another name.")
    return name


def _place(content: Content, place: int, what: str, count: int) -> int:
    if not 0 <= place < count:
        raise RequestProblem(
            f"{content.name} has {_count(len(content.items))}; nothing can be {what} place {place + 1}."
        )
    return place


def _count(number: int) -> str:
    return f"{number:,} {'item' if number == 1 else 'items'}"
