"""Labels that stand in the names of files: `ambi_choir.flac` says ambi. One edit, counted beforehand."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.library.edits import rewrite
from core.library.fields import STANDARD, FieldInfo, check_name, ensure_field, list_fields
from core.library.journal import Edit, mark, record
from core.library.labels import Place, clean, each, store_values, values_of
from core.store.collection import Collection
from core.store.schema import Track

Part = Literal["before", "after", "folder"]


@dataclass(frozen=True)
class NameRule:
    """Which part of a path is the value: before the first separator of the file's name, after the last
    one, or the folder that the file lies in. Each character of `separators` is one."""

    part: Part = "before"
    separators: str = "_-"


@dataclass(frozen=True)
class NamedPlan:
    """What would be set. `without`: tracks whose path says nothing, and which stay as they are."""

    field: str
    is_new: bool
    values: dict[str, int] = dataclasses.field(default_factory=dict)
    """How many tracks get each value, the most frequent first."""
    without: int = 0
    same: int = 0
    replaced: int = 0
    """Tracks that lose another value."""

    @property
    def changed(self) -> int:
        return sum(self.values.values()) - self.same


def read_path(path: str, rule: NameRule) -> str:
    """The value that stands in a path relative to its folder; empty where there is none."""
    pure = PurePath(path)
    if rule.part == "folder":
        return pure.parent.name.strip()
    name = pure.stem
    places = [place for place, sign in enumerate(name) if sign in rule.separators]
    if not places:
        return ""
    return name[: places[0]].strip() if rule.part == "before" else name[places[-1] + 1 :].strip()


def plan_names(collection: Collection, track_ids: Iterable[int], name: str, rule: NameRule) -> NamedPlan:
    """Refuses what cannot be done."""
    ids = list(track_ids)
    with collection.database.reading() as session:
        info, is_new = _find(session, name)
        said = _read(session, info, ids, rule)
        there = {} if is_new else values_of(session, list(said), [info.name])
    counts = Counter(said.values())
    old = {id_: there.get(id_, {}).get(info.name, []) for id_ in said}
    return NamedPlan(
        info.name,
        is_new,
        dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
        len(ids) - len(said),
        sum(old[id_] == [value] for id_, value in said.items()),
        sum(bool(set(old[id_]) - {value}) for id_, value in said.items()),
    )


def label_by_names(
    collection: Collection, track_ids: Iterable[int], name: str, rule: NameRule
) -> Edit | None:
    """A person says of each track what its path says, and nothing else. None: nothing changes."""
    with collection.database.writing() as session:
        begun = mark(session)
        _find(session, name)
        info = ensure_field(session, name)
        said = _read(session, info, list(track_ids), rule)
        there = values_of(session, list(said), [info.name])
        changing = {
            id_: value for id_, value in said.items() if there.get(id_, {}).get(info.name, []) != [value]
        }
        stored = store_values(session, info, changing.values())
        wanted = {Place(id_): [stored[value]] for id_, value in changing.items()}
        count = f"{len(changing):,} {'track' if len(changing) == 1 else 'tracks'}"
        title = f"Set {info.name} of {count} from their names"
        return record(session, title, rewrite(session, info, wanted), begun)


def _find(session: Session, name: str) -> tuple[FieldInfo, bool]:
    """The field, and whether it is new."""
    name = name.strip().lower()
    if not name:
        raise RequestProblem("Name a field, such as genre or prefix.")
    known = {info.name: info for info in list_fields(session)}
    standard = STANDARD.get(name)
    if name not in known and standard is None:
        check_name(name)
    usual = FieldInfo(0, name, standard.kind if standard else "category", False, "")
    info = known.get(name, usual)
    if info.kind == "number":
        raise RequestProblem(f"{name} holds numbers; names give words. Choose another field.")
    return info, name not in known


def _read(session: Session, info: FieldInfo, ids: list[int], rule: NameRule) -> dict[int, str]:
    paths = select(Track.id, Track.shown_path).where(Track.id.in_(each(ids))).order_by(Track.id)
    said = {id_: clean(info, read_path(path, rule)) for id_, path in session.execute(paths)}
    return {id_: value for id_, value in said.items() if value}
