"""Algebra to SQL: each comparison becomes one statement that lists the ids of tracks.

Whatever a person wrote is a bound parameter. `finder` puts the lists together.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    and_,
    column,
    false,
    func,
    literal_column,
    or_,
    select,
    table,
)

from core.library.fields import FieldInfo
from core.library.query.algebra import And, Match, Node, Or, Text
from core.library.query.properties import PROPERTIES, Property, days, read_number_of
from core.store.schema import Caption, LabelSource, PlaylistItem, Standing, Track, fold

Ids = Select[int]
Listing = Select[*tuple[Any, ...]]
Expression = SQLColumnExpression[Any]
Fields = Mapping[str, FieldInfo]

HIGHEST = "\U0010ffff"
_SEARCH = table("search", column("rowid"))
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
"""As SQLite lowers: plain letters only."""


def ids_of(match: Match, fields: Fields) -> Ids:
    """The tracks of which the comparison holds, in any order and perhaps more than once."""
    if match.field in fields:
        return _of_field(fields[match.field], match)
    item = PROPERTIES[match.field]
    if item.name == "source":
        named = LabelSource.source.in_(match.values) if match.op == "is" else LabelSource.source != ""
        return select(LabelSource.track_id).where(named)
    if item.name == "caption":
        return _saying(match)
    if item.name == "captioned":
        return _captioned(match)
    return select(Track.id).where(_of_property(item, match))


def in_playlists(ids: Ids) -> Ids:
    return select(PlaylistItem.track_id).where(PlaylistItem.playlist_id.in_(ids))


def fits(text: str, match: Match) -> bool:
    """Whether a text is what the comparison asks for, as the database would say of a field."""
    key, wanted = fold(text), [fold(str(value)) for value in match.values]
    if match.op == "is":
        return key in wanted
    tests: dict[str, Callable[[str], bool]] = {
        "starts": key.startswith,
        "ends": key.endswith,
        "contains": key.__contains__,
    }
    return match.op == "any" or tests[match.op](wanted[0])


def words_of(node: Node) -> str | None:
    """One expression for the full-text index, if nothing but words is asked for."""
    if isinstance(node, Text):
        return phrase(node.text, prefix=node.prefix) if has_words(node.text) else None
    if isinstance(node, And | Or):
        parts = [words_of(part) for part in node.parts]
        joint = " AND " if isinstance(node, And) else " OR "
        return "(" + joint.join(part for part in parts if part) + ")" if all(parts) else None
    return None


def ids_with(words: str) -> Ids:
    return select(_SEARCH.c.rowid).where(literal_column("search").op("MATCH")(words))


def no_ids() -> Ids:
    return select(Track.id).where(false())


def has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def phrase(text: str, *, prefix: bool = False) -> str:
    quoted = text.replace("\0", " ").replace('"', '""')
    return f'"{quoted}"' + "*" * prefix


def ordered(name: str, fields: Fields) -> Listing:
    """All tracks that have a value, in its order, then in that of adding."""
    by, ids, chosen = _order(name, fields)
    return select(ids.label("id")).where(*chosen).order_by(*by, ids)


def lengths(name: str, fields: Fields) -> Listing:
    """How many of the tracks in `ordered` have the same value, value after value."""
    by, _, chosen = _order(name, fields)
    return select(func.count().label("n")).where(*chosen).group_by(*by).order_by(*by)


def grouped(field: FieldInfo) -> Listing:
    """A row a value, in order: how many labels of tracks and excerpts have it, and the ids of the tracks
    as one string."""
    by = (Standing.number, Standing.key, Standing.value_id)
    ids = func.group_concat(Standing.track_id).label("ids")
    chosen = select(Standing.number, Standing.value_id, func.count().label("n"), ids)
    return chosen.where(Standing.field_id == field.id).group_by(*by).order_by(*by)


def numbers_of(field: FieldInfo) -> Listing:
    """One row: the tracks that have a number in the field as one string, and the numbers as another."""
    ids, numbers = func.group_concat(Standing.track_id), func.group_concat(Standing.number)
    return select(ids, numbers).where(Standing.field_id == field.id, Standing.excerpt_id == 0)


def values_of(field: FieldInfo, tracks: Ids) -> Listing:
    """How many of a few tracks have which value."""
    columns = (Standing.number, Standing.value_id)
    number = func.count(Standing.track_id.distinct()).label("n")
    chosen = select(*columns, number).where(Standing.track_id.in_(tracks), Standing.field_id == field.id)
    return chosen.group_by(*columns)


def _order(name: str, fields: Fields) -> tuple[tuple[Expression, ...], Expression, list[ColumnElement[bool]]]:
    """By what the tracks are sorted, their ids, and which of them have a value."""
    if name in fields:
        columns = (Standing.number, Standing.key, Standing.value_id)
        return columns, Standing.track_id, [Standing.field_id == fields[name].id, Standing.excerpt_id == 0]
    by = _column(PROPERTIES[name])
    return (by,), Track.__table__.c.id, [by.is_not(None)]


def is_known(match: Match, fields: Fields) -> bool:
    """Standard fields can be asked for before any track has them."""
    return match.field in fields or match.field in PROPERTIES


def _of_field(field: FieldInfo, match: Match) -> Ids:
    chosen = select(Standing.track_id).where(Standing.field_id == field.id)
    if match.op == "any":
        return chosen
    if field.kind == "number":
        return chosen.where(_compare(Standing.number, match, 0.0))
    return chosen.where(Standing.number == 0.0, _match_text(Standing.key, match, fold))


def _of_property(item: Property, match: Match) -> ColumnElement[bool]:
    if item.name == "duplicate":
        is_one = Track.duplicate_of_id.is_not(None)
        asked = {"yes": is_one, "no": ~is_one}
        return or_(*(asked[str(value)] for value in match.values)) if match.op == "is" else is_one
    by = _column(item)
    if match.op == "any":
        return by.is_not(None)
    if item.compared == "amount":
        return _compare(by, match, item.near)
    if item.compared == "day":
        return _compare_days(by, match)
    if item.compared == "path":
        return or_(*(by.like(pattern, escape="\\") for pattern in _path_patterns(match)))
    seen = _distinct(by)
    return by.in_(
        select(seen).where(_match_text(func.lower(seen), match, lambda text: text.translate(_LOWER)))
    )


def _path_patterns(match: Match) -> list[str]:
    """A path is itself and, if it is a folder, all below it."""
    found: list[str] = []
    for value in match.values:
        text = str(value).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        before = "%" if match.op in ("ends", "contains") else ""
        after = "%" if match.op in ("starts", "contains") else ""
        found.append(before + text + after)
        if match.op == "is":
            found.append(text.rstrip("/") + "/%")
    return found


def _distinct(by: Expression) -> Expression:
    """The few values of a column, by leaps along its index."""
    seen = select(func.min(by).label("value")).cte("seen", recursive=True)
    following = select(func.min(by)).where(by > seen.c.value).scalar_subquery()
    return seen.union_all(select(following).where(seen.c.value.is_not(None))).c.value


def _column(item: Property) -> ColumnElement[Any]:
    assert item.column
    found: ColumnElement[Any] = Track.__table__.c[item.column]
    return found


def _match_text(by: Expression, match: Match, form: Any) -> ColumnElement[bool]:  # noqa: ANN401
    texts = [form(str(value)) for value in match.values]
    if match.op == "is":
        return by.in_(texts)
    (text,) = texts
    if match.op == "starts":
        return and_(by >= text, by < text + HIGHEST)
    if match.op == "ends":
        return func.substr(by, -len(text)) == text if text else by.is_not(None)
    return func.instr(by, text) > 0


def _compare(by: Expression, match: Match, near: float) -> ColumnElement[bool]:
    if match.op == "is":
        if not near:
            return by.in_(match.values)
        return or_(*(and_(by >= value - near, by < value + near) for value in map(_number, match.values)))
    if match.op == "..":
        low, high = match.values
        bounds = ([by >= low] if low is not None else []) + ([by <= high] if high is not None else [])
        return and_(*bounds)
    (value,) = match.values
    return {"<": by < value, "<=": by <= value, ">": by > value, ">=": by >= value}[match.op]


def _compare_days(by: Expression, match: Match) -> ColumnElement[bool]:
    spans = [days(str(value)) if value is not None else None for value in match.values]
    if match.op == "is":
        return or_(*(and_(by >= span[0], by < span[1]) for span in spans if span))
    if match.op == "..":
        low, high = spans
        bounds = ([by >= low[0]] if low else []) + ([by < high[1]] if high else [])
        return and_(*bounds)
    (span,) = spans
    assert span
    first, after = span
    return {"<": by < first, "<=": by < after, ">": by >= after, ">=": by >= first}[match.op]


def _captioned(match: Match) -> Ids:
    if match.op == "any":
        return select(Caption.track_id)
    asked: list[ColumnElement[bool]] = []
    for value in map(str, match.values):
        if value == "none":
            asked.append(Track.id.not_in(select(Caption.track_id)))
        else:
            asked.append(Track.id.in_(select(Caption.track_id).where(_of_caption(value))))
    return select(Track.id).where(or_(*asked))


def _of_caption(value: str) -> ColumnElement[bool]:
    if value == "accepted":
        return Caption.accepted.is_(True)
    if value in ("human", "machine"):
        return Caption.source == "run" if value == "machine" else Caption.source != "run"
    return Caption.run_id == read_number_of("run", value)


def _saying(match: Match) -> Ids:
    if match.op == "any":
        return select(Caption.track_id)
    texts = [str(value) for value in match.values if has_words(str(value))]
    if not texts:
        return no_ids()
    words = " OR ".join(phrase(text, prefix=match.op == "starts") for text in texts)
    return ids_with(f"caption : ({words})")


def _number(value: Any) -> float:  # noqa: ANN401
    return float(value)
