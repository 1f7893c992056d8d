"""Splits: which tracks train, which choose, which judge.

A split keeps together what belongs together (one artist, one album, one
recording), so that nothing is judged that was half learnt, and keeps the
classes in proportion as far as that allows. The same seed gives the same split.
"""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

import numpy as np
from sqlalchemy import delete, func, insert, select

from core.errors import RequestProblem
from core.library.groups import GROUPS, read_groups, read_values, tie
from core.store.collection import Collection
from core.store.schema import Folder, Split, SplitItem, Track, now

Part = Literal["train", "valid", "test"]
PARTS: tuple[Part, ...] = ("train", "valid", "test")
FIRST_WISHED = (0, 2, 1)
"""Places in PARTS: nothing can be learnt without the first, nothing be known without the second."""


@dataclass(frozen=True)
class SplitRequest:
    """`label` is the field whose values are kept in proportion; `together` names the groups kept whole."""

    name: str
    label: str
    tracks: tuple[int, ...]
    shares: tuple[float, float, float] = (0.7, 0.1, 0.2)
    together: tuple[str, ...] = ("artist", "album", "recording")
    seed: int = 0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise RequestProblem("A split needs a name.")
        if min(self.shares) < 0 or abs(sum(self.shares) - 1) > 1e-6 or self.shares[0] == 0:
            raise RequestProblem("The shares of a split are not negative, add up to 1, and train is not 0.")
        unknown = [group for group in self.together if group not in GROUPS]
        if unknown:
            raise RequestProblem(
                f"Tracks cannot be kept together by {unknown[0]}.", f"Choose among {', '.join(GROUPS)}."
            )


@dataclass(frozen=True)
class SplitReport:
    """What a split is like: counts a part and class, and every group that lies on two sides."""

    split_id: int
    name: str
    counts: dict[str, dict[str, int]]
    leaks: list[Leak] = field(default_factory=list)
    unlabelled: int = 0
    """Tracks left out because they have no value of the field."""

    def sentence(self) -> str:
        sizes = ", ".join(f"{sum(classes.values()):,} {part}" for part, classes in self.counts.items())
        leaks = f" {leak_sentence(self.leaks)}" if self.leaks else " Nothing lies on two sides."
        left_out = f" {self.unlabelled:,} tracks without the label are left out." if self.unlabelled else ""
        return f"{self.name}: {sizes}.{left_out}{leaks}"


@dataclass(frozen=True)
class Leak:
    """One group, such as an artist, with how many of its tracks lie in each part."""

    group: str
    name: str
    parts: dict[str, int]


def leak_sentence(leaks: Sequence[Leak]) -> str:
    counted = Counter(leak.group for leak in leaks)
    said = ", ".join(f"{n:,} {group if n == 1 else group + 's'}" for group, n in counted.items())
    verb = "lies" if len(leaks) == 1 else "lie"
    return f"{said} {verb} on two sides; scores may come out too high." if leaks else ""


def make_split(collection: Collection, request: SplitRequest) -> SplitReport:
    classes = read_values(collection, request.label)
    tracks = [track_id for track_id in dict.fromkeys(request.tracks) if track_id in classes]
    if len(tracks) < 2:
        raise RequestProblem(
            f"A split needs at least two tracks with a value of {request.label}; {len(tracks)} have one."
        )
    groups = {group: read_groups(collection, group) for group in request.together}
    units = tie(tracks, groups.values())
    first = {track_id: classes[track_id][0] for track_id in tracks}
    parts = assign(units, first, request.shares, request.seed)
    settings = {
        "label": request.label,
        "shares": list(request.shares),
        "together": list(request.together),
        "tracks": len(tracks),
    }
    split_id = store_split(collection, request.name, "stratified", parts, request.seed, settings)
    report = report_split(collection, split_id, request.label)
    return SplitReport(
        report.split_id, report.name, report.counts, report.leaks, len(set(request.tracks)) - len(tracks)
    )


def assign(
    units: Sequence[Sequence[int]],
    classes: Mapping[int, str],
    shares: tuple[float, float, float],
    seed: int,
    *,
    cover: bool = True,
) -> dict[int, Part]:
    """Large units first, each to the part that lacks most of what the unit holds.

    With `cover`, where a class has no more units than there are parts without it, each of these gets
    one: train, then test, then valid. A class that nothing is learnt of, or that is not judged, is
    worse than shares that are not met.
    """
    names = sorted(set(classes.values()))
    column = {name: i for i, name in enumerate(names)}
    counts = np.zeros((len(units), len(names)))
    for i, unit in enumerate(units):
        for track_id in unit:
            counts[i, column[classes[track_id]]] += 1
    wanted = np.array(shares)[:, None] * counts.sum(axis=0)
    given = np.zeros_like(wanted)
    order = np.random.default_rng(seed).permutation(len(units))
    order = order[np.argsort(-counts[order].sum(axis=1), kind="stable")]
    kinds = counts.argmax(axis=1)
    left = np.bincount(kinds, minlength=len(names))
    wished = [part for part in FIRST_WISHED if shares[part] > 0]
    parts: dict[int, Part] = {}
    for i in order:
        kind = kinds[i]
        without = [part for part in wished if not given[part, kind]]
        among = without[: left[kind]] if cover and left[kind] <= len(without) else wished
        lack = wanted - given
        room = (lack * counts[i]).sum(axis=1)
        chosen = max(among, key=lambda part: (room[part], lack[part].sum()))
        given[chosen] += counts[i]
        left[kind] -= 1
        parts.update(dict.fromkeys(units[i], PARTS[chosen]))
    return parts


def store_split(
    collection: Collection,
    name: str,
    method: str,
    parts: Mapping[int, Part],
    seed: int | None = None,
    settings: dict[str, object] | None = None,
) -> int:
    """Write a split down, also one that was made elsewhere."""
    with collection.database.writing() as session:
        if session.scalar(select(Split.id).where(Split.name == name)) is not None:
            raise RequestProblem(f"There is a split called {name} already.", "Choose another name.")
        row = Split(name=name, method=method, seed=seed, settings=settings or {}, created_at=now())
        session.add(row)
        session.flush()
        items = [{"split_id": row.id, "track_id": id_, "part": part} for id_, part in sorted(parts.items())]
        session.execute(insert(SplitItem), items)
        return row.id


@dataclass(frozen=True)
class SplitInfo:
    id: int
    name: str
    method: str
    seed: int | None
    sizes: dict[str, int]
    created_at: datetime


def list_splits(collection: Collection) -> list[SplitInfo]:
    sizes: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(PARTS, 0))
    with collection.database.reading() as session:
        counted = select(SplitItem.split_id, SplitItem.part, func.count()).group_by(
            SplitItem.split_id, SplitItem.part
        )
        for split_id, part, number in session.execute(counted):
            sizes[split_id][part] = number
        rows = session.scalars(select(Split).order_by(Split.id))
        return [SplitInfo(r.id, r.name, r.method, r.seed, sizes[r.id], r.created_at) for r in rows]


def find_split(collection: Collection, name: str) -> int:
    with collection.database.reading() as session:
        split_id = session.scalar(select(Split.id).where(Split.name == name))
    if split_id is None:
        raise RequestProblem(f"There is no split called {name}.", "See soundings splits.")
    return split_id


def read_split(collection: Collection, split_id: int) -> dict[int, Part]:
    with collection.database.reading() as session:
        rows = session.execute(
            select(SplitItem.track_id, SplitItem.part).where(SplitItem.split_id == split_id)
        ).all()
    parts = {part: part for part in PARTS}
    return {track_id: parts[part] for track_id, part in rows}  # type: ignore[index]


def report_split(collection: Collection, split_id: int, label: str = "genre") -> SplitReport:
    """Counts and leaks of any split, ours or imported."""
    parts = read_split(collection, split_id)
    classes = read_values(collection, label)
    with collection.database.reading() as session:
        name = session.get_one(Split, split_id).name
    counts: dict[str, dict[str, int]] = {part: {} for part in PARTS}
    for track_id, part in parts.items():
        value = classes.get(track_id, ["(none)"])[0]
        counts[part][value] = counts[part].get(value, 0) + 1
    return SplitReport(split_id, name, counts, find_leaks(collection, parts))


def find_leaks(collection: Collection, parts: Mapping[int, Part]) -> list[Leak]:
    """Every artist, album and recording that lies on both sides, the largest first."""
    leaks: list[Leak] = []
    for group in GROUPS:
        sides: dict[str, Counter[str]] = defaultdict(Counter)
        for track_id, names in read_groups(collection, group).items():
            if track_id in parts:
                for name in names:
                    sides[name][parts[track_id]] += 1
        leaks += [
            Leak(group, name, dict(sorted(counted.items())))
            for name, counted in sorted(sides.items(), key=lambda side: (-side[1].total(), side[0]))
            if len(counted) > 1
        ]
    return leaks


def delete_split(collection: Collection, split_id: int) -> None:
    with collection.database.writing() as session:
        session.execute(delete(Split).where(Split.id == split_id))


def export_split(collection: Collection, split_id: int) -> str:
    """CSV with the columns path and part."""
    with collection.database.reading() as session:
        rows = session.execute(
            select(Folder.path, Track.path, SplitItem.part)
            .join(Track, Track.id == SplitItem.track_id)
            .join(Folder, Folder.id == Track.folder_id)
            .where(SplitItem.split_id == split_id)
            .order_by(SplitItem.part, Folder.path, Track.path)
        ).all()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["path", "part"])
    writer.writerows(
        [f"{folder}/{path}".encode("utf-8", "replace").decode(), part] for folder, path, part in rows
    )
    return out.getvalue()
