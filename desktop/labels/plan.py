"""What setting a label would do, counted before it is done. Read in the background."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from core.errors import RequestProblem
from core.library.edits import NewField
from core.library.fields import STANDARD, FieldInfo, Kind, check_name, list_fields
from core.library.labels import as_number, clean, values_of
from core.library.sheets import read_number, split_cell

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.library.labels import Value
    from core.store import Collection

Mode = Literal["set", "add", "remove", "clear"]


@dataclass(frozen=True)
class Asked:
    """What a person has filled in. `kind` and `many` are for a field that is not there yet."""

    track_ids: tuple[int, ...]
    mode: Mode
    field: str
    text: str = ""
    kind: Kind = "category"
    many: bool = False


@dataclass(frozen=True)
class Plan:
    """Of how many tracks what will change. `near`: values that differ only in case or accents."""

    asked: Asked
    info: FieldInfo
    is_new: bool
    values: tuple[Value, ...]
    same: int = 0
    """Tracks that stay as they are."""
    replaced: int = 0
    """Tracks that lose another value."""
    near: dict[str, str] = field(default_factory=dict)

    @property
    def changed(self) -> int:
        return len(self.asked.track_ids) - self.same


class ValueProblem(RequestProblem):
    """The value cannot be used; other problems are those of the field."""


def make_plan(asked: Asked, collection: Collection) -> Plan:
    """Refuses what cannot be done."""
    from core.library.query import facets
    from core.store.schema import fold

    with collection.database.reading() as session:
        known = {info.name: info for info in list_fields(session)}
        info = _info(asked, known)
        is_new = info.name not in known
        values = _values(asked, info)
        said = {} if is_new else values_of(session, asked.track_ids, [info.name])
    there = {id_: tuple(said.get(id_, {}).get(info.name, ())) for id_ in asked.track_ids}
    counts: dict[str, int] = defaultdict(int)
    for old in there.values():
        counts[_fate(asked.mode, info, old, values)] += 1
    texts = [value for value in values if isinstance(value, str)]
    near: dict[str, str] = {}
    if texts and not is_new and asked.mode in ("set", "add") and info.kind == "category":
        spelled = {str(facet.value) for facet in facets(collection, info.name)}
        folded = {fold(text): text for text in sorted(spelled)}
        near = {t: folded[fold(t)] for t in texts if t not in spelled and fold(t) in folded}
    return Plan(asked, info, is_new, values, counts["same"], counts["replaced"], near)


def _info(asked: Asked, known: dict[str, FieldInfo]) -> FieldInfo:
    name = asked.field.strip().lower()
    if not name:
        raise RequestProblem("Name a field, such as genre or mood.")
    if name in known:
        return known[name]
    if asked.mode in ("remove", "clear"):
        raise RequestProblem(f"No track has a field {name}.")
    standard = STANDARD.get(name)
    if standard is not None:
        return FieldInfo(0, standard.name, standard.kind, standard.many, standard.unit)
    check_name(name)
    return FieldInfo(0, name, asked.kind, asked.many and asked.kind == "category", "")


def _values(asked: Asked, info: FieldInfo) -> tuple[Value, ...]:
    if asked.mode == "clear":
        return ()
    several = info.many and info.kind != "number"
    texts = split_cell(asked.text) if several else [asked.text.strip()] * bool(asked.text.strip())
    if not texts:
        raise ValueProblem(f"Say which {info.name}.")
    if info.kind != "number":
        return tuple(dict.fromkeys(clean(info, text) for text in texts))
    number = read_number(texts[0])
    if number is None:
        raise ValueProblem(f"{info.name} holds numbers; {texts[0]} is none.")
    return (as_number(info, number),)


def _fate(mode: Mode, info: FieldInfo, old: tuple[Value, ...], values: tuple[Value, ...]) -> str:
    if mode == "clear":
        return "replaced" if old else "same"
    if mode == "remove":
        return "replaced" if set(old) & set(values) else "same"
    if mode == "add" and info.many:
        return "same" if set(values) <= set(old) else "new"
    if set(old) == set(values):
        return "same"
    return "replaced" if set(old) - set(values) else "new"


def do(plan: Plan, collection: Collection) -> Edit | None:
    from core.library import edits

    asked, name = plan.asked, plan.info.name
    new = NewField(plan.info.kind, plan.info.many) if plan.is_new else edits.USUAL
    if asked.mode == "set":
        return edits.set_values(collection, asked.track_ids, name, plan.values, new)
    if asked.mode == "add":
        return edits.add_value(collection, asked.track_ids, name, *plan.values, new=new)
    if asked.mode == "remove":
        return edits.remove_value(collection, asked.track_ids, name, *plan.values)
    return edits.clear(collection, asked.track_ids, name)


def known_fields(collection: Collection) -> Sequence[FieldInfo]:
    with collection.database.reading() as session:
        return list_fields(session)
