"""Finds tracks: the ids that each comparison lists become sets, the sets are put together, then sorted.

A hundred thousand ids cross from SQLite as one string and are held as one
array of yes and no, since row by row they would cost more than the search.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.library.fields import FieldInfo, find_field, list_fields
from core.library.labels import each
from core.library.query import compile as sql
from core.library.query.algebra import And, Match, Node, Not, Or, Query, SortKey, Text
from core.library.query.parse import STANDARD_KINDS, parse
from core.library.query.properties import PROPERTIES
from core.store.collection import Collection
from core.store.schema import FieldValue, Playlist, Track, fold, search

Numbers = NDArray[np.int64]
T = TypeVar("T")

FEW = 5000
"""So many tracks are looked up one by one; of more, whole fields are read."""
REMEMBERED = 24
"""Orders and groups kept for the next query, about 1 MB each in a large collection."""


@dataclass(frozen=True)
class Found:
    """The tracks that a query asks for, in its order."""

    query: Query
    ids: list[int]


@dataclass(frozen=True)
class FacetValue:
    """A value of a field and how many tracks have it, as a whole or in an excerpt."""

    value: str | float
    tracks: int


@dataclass(frozen=True)
class Groups:
    """The tracks of each value of a field, value after value."""

    values: list[tuple[float, int]]
    lengths: Numbers
    ids: Numbers


@dataclass(frozen=True)
class IdSet:
    """Tracks by id; `inverted`: all but these, without a list of all being needed."""

    marks: NDArray[np.bool_]
    inverted: bool = False

    def __invert__(self) -> IdSet:
        return IdSet(self.marks, not self.inverted)

    def __and__(self, other: IdSet) -> IdSet:
        if self.inverted and other.inverted:
            return IdSet(self.marks | other.marks, inverted=True)
        marks = [~part.marks if part.inverted else part.marks for part in (self, other)]
        return IdSet(marks[0] & marks[1])

    def __or__(self, other: IdSet) -> IdSet:
        return ~(~self & ~other)

    def has(self, ids: Numbers) -> NDArray[np.bool_]:
        return self.marks[ids] ^ self.inverted


def find(collection: Collection, query: str | Query) -> Found:
    with collection.database.reading() as session:
        finder = Finder(session)
        asked = finder.parse(query)
        return Found(asked, finder.sorted(asked).tolist())


def count(collection: Collection, query: str | Query) -> int:
    with collection.database.reading() as session:
        finder = Finder(session)
        return finder.size(finder.select(finder.parse(query).where))


def facets(
    collection: Collection, field: str, query: str | Query = "", *, most: int = 500
) -> list[FacetValue]:
    """The values of a field among the tracks found, the most frequent first, at most `most` of them."""
    with collection.database.reading() as session:
        finder = Finder(session)
        return finder.facets(find_field(session, field), finder.parse(query), most)


def rebuild_search(collection: Collection) -> None:
    """Make all that search relies on anew from the labels, captions and paths."""
    with collection.database.writing() as session:
        search.fill_standing(session.connection())


class Finder:
    """Answers queries from one moment of the collection, as `session` sees it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._fields = {field.name: field for field in list_fields(session)}
        self._size = (session.scalar(select(func.max(Track.id))) or 0) + 1
        self._connection = session.connection()
        ours = self._connection.exec_driver_sql("SELECT total_changes()").scalar()
        self._version = (self._connection.exec_driver_sql("PRAGMA data_version").scalar(), ours)

    def parse(self, query: str | Query) -> Query:
        """With the fields that this collection has, and the standard ones."""
        kinds = {name: field.kind for name, field in self._fields.items()}
        return parse(query, {**STANDARD_KINDS, **kinds}) if isinstance(query, str) else query

    def select(self, node: Node | None) -> IdSet:
        if node is None:
            return ~self._marked(sql.no_ids())
        if words := sql.words_of(node):
            return self._marked(sql.ids_with(words))
        if isinstance(node, Not):
            return ~self.select(node.part)
        if isinstance(node, And):
            return self._all(node)
        if isinstance(node, Or):
            return ~self._all(And(tuple(Not(part) for part in _words_together(node.parts, Or))))
        if isinstance(node, Text) or not sql.is_known(node, self._fields):
            return self._marked(sql.no_ids())
        if node.field == "playlist" and node.field not in self._fields:
            return self._marked(sql.in_playlists(each(self._playlists(node))))
        return self._marked(sql.ids_of(node, self._fields))

    def _playlists(self, match: Match) -> list[int]:
        """There are few, and SQLite cannot compare without accents."""
        names = self._session.execute(select(Playlist.id, Playlist.name))
        return [row.id for row in names if sql.fits(row.name, match)]

    def size(self, chosen: IdSet) -> int:
        marked = int(np.count_nonzero(chosen.marks))
        return self._count() - marked if chosen.inverted else marked

    def sorted(self, query: Query) -> Numbers:
        """In order of the sort keys, tracks without a value last. Among equals the order of adding decides,
        turned round where the last key is."""
        chosen = self.select(query.where)
        keys = [key for key in query.sort if key.name in self._fields or key.name in PROPERTIES]
        if not keys:
            return self._listed(chosen)
        ids = self._in_order(keys[-1])
        ids = ids[chosen.has(ids)]
        if len(ids) < self.size(chosen):
            missing = chosen & ~self._mark(ids)
            ids = np.concatenate([ids, self._listed(missing)])
        for key in reversed(keys[:-1]):
            ids = ids[np.argsort(self._ranks(key)[ids], kind="stable")]
        return ids

    def facets(self, field: FieldInfo, query: Query, most: int) -> list[FacetValue]:
        chosen = self.select(query.where)
        if self.size(chosen) <= FEW:
            few = each(self._listed(chosen).tolist())
            rows = self._session.execute(sql.values_of(field, few)).all()
            counted = [((row.number, row.value_id), row.n) for row in rows]
        else:
            counted = self._counted(field, chosen)
        counted = sorted((pair for pair in counted if pair[1]), key=lambda pair: -pair[1])[:most]
        if field.kind == "number":
            found = [FacetValue(number, n) for (number, _), n in counted]
            return sorted(found, key=lambda facet: (-facet.tracks, facet.value))
        ids = each(value_id for (_, value_id), _ in counted)
        texts = select(FieldValue.id, FieldValue.text).where(FieldValue.id.in_(ids))
        text_of = {row.id: row.text for row in self._session.execute(texts)}
        found = [FacetValue(text_of[value_id], n) for (_, value_id), n in counted]
        return sorted(found, key=lambda facet: (-facet.tracks, fold(str(facet.value)), facet.value))

    def numbers(self, field: FieldInfo) -> tuple[Numbers, NDArray[np.float64]]:
        """Of a field of numbers: the tracks that have one, and which, each as often as it is said."""
        return self._remember(("numbers", field.name), lambda: self._read_numbers(field))

    def _read_numbers(self, field: FieldInfo) -> tuple[Numbers, NDArray[np.float64]]:
        ids, numbers = self._session.execute(sql.numbers_of(field)).one()
        return (
            np.fromstring(ids or "", dtype=np.int64, sep=","),
            np.fromstring(numbers or "", dtype=np.float64, sep=","),
        )

    def _counted(self, field: FieldInfo, chosen: IdSet) -> list[tuple[tuple[float, int], int]]:
        groups = self._remember(("groups", field.name), lambda: self._groups(field))
        kept = chosen.has(groups.ids)
        number = np.repeat(np.arange(len(groups.lengths)), groups.lengths)
        kept[1:] &= (number[1:] != number[:-1]) | (groups.ids[1:] != groups.ids[:-1])
        tracks = np.bincount(number[kept], minlength=len(groups.lengths))
        return list(zip(groups.values, tracks.tolist(), strict=True))

    def _all(self, node: And) -> IdSet:
        """Parts that leave tracks out come last, so that they need no list of all tracks."""
        parts = sorted(_words_together(node.parts, And), key=lambda part: isinstance(part, Not))
        chosen = self.select(parts[0])
        for part in parts[1:]:
            if not chosen.inverted and not chosen.marks.any():
                break
            chosen = chosen & self.select(part)
        return chosen

    def _in_order(self, key: SortKey) -> Numbers:
        """All tracks that have a value, by their first in the order asked for."""
        ids = self._ordered(key.name)
        ids = ids[::-1] if key.descending else ids
        first = np.empty(self._size, dtype=np.intp)
        places = np.arange(len(ids))
        first[ids[::-1]] = places[::-1]
        kept: Numbers = ids[first[ids] == places]
        return kept

    def _ranks(self, key: SortKey) -> Numbers:
        """By id: the same for the same value, the highest for none. In few bytes, which sort quickly."""
        ids = self._ordered(key.name)
        lengths = self._remember(
            ("lengths", key.name), lambda: self._numbers(sql.lengths(key.name, self._fields))
        )
        rank = np.repeat(np.arange(len(lengths)), lengths)
        if key.descending:
            ids, rank = ids[::-1], len(lengths) - 1 - rank[::-1]
        ranks = np.full(self._size, len(lengths), dtype=np.min_scalar_type(len(lengths)))
        ranks[ids[::-1]] = rank[::-1]
        return ranks

    def _ordered(self, name: str) -> Numbers:
        return self._remember(("order", name), lambda: self._numbers(sql.ordered(name, self._fields)))

    def _groups(self, field: FieldInfo) -> Groups:
        rows = self._session.execute(sql.grouped(field)).all()
        ids = np.fromstring(",".join(row.ids for row in rows), dtype=np.int64, sep=",")
        lengths = np.array([row.n for row in rows], dtype=np.int64)
        return Groups([(row.number, row.value_id) for row in rows], lengths, ids)

    def _remember(self, name: tuple[Any, ...], read: Callable[[], T]) -> T:
        """What one connection read stays true until anybody writes, which SQLite counts."""
        memory: OrderedDict[tuple[Any, ...], Any] = self._connection.info.setdefault(
            "soundings_orders", OrderedDict()
        )
        if memory.get(()) != self._version:
            memory.clear()
            memory[()] = self._version
        if name not in memory:
            memory[name] = read()
            if len(memory) > REMEMBERED:
                memory.pop(next(key for key in memory if key))
        memory.move_to_end(name)
        found: T = memory[name]
        return found

    def _marked(self, ids: sql.Ids) -> IdSet:
        return self._mark(self._numbers(ids))

    def _mark(self, ids: Numbers) -> IdSet:
        marks = np.zeros(self._size, dtype=bool)
        marks[ids] = True
        return IdSet(marks)

    def _listed(self, chosen: IdSet) -> Numbers:
        return np.flatnonzero((self._everything() & chosen).marks if chosen.inverted else chosen.marks)

    def _everything(self) -> IdSet:
        if self._count() == self._size - 1:  # no track ever left, so the ids have no gaps
            return self._mark(np.arange(1, self._size))
        return self._remember(("all",), lambda: self._marked(select(Track.id)))

    def _count(self) -> int:
        return self._session.scalar(select(func.count()).select_from(Track)) or 0

    def _numbers(self, listing: sql.Listing) -> Numbers:
        """The only column of a listing, whole and in its order."""
        (column,) = listing.subquery().c
        joined = self._session.scalar(select(func.group_concat(column)))
        return np.fromstring(joined or "", dtype=np.int64, sep=",")


def _words_together(parts: Sequence[Node], joint: type[And] | type[Or]) -> list[Node]:
    """One look into the full-text index is quicker than many."""
    words = [part for part in parts if sql.words_of(part)]
    if len(words) < 2:
        return list(parts)
    return [joint(tuple(words)), *(part for part in parts if part not in words)]
