"""What the teach dialog has to know of the collection and this computer; read in the background."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.recipes.described import FEWEST as FEWEST_CAPTIONS

if TYPE_CHECKING:
    from core.encoders import Listed
    from core.store import Collection

FEWEST = 2


@dataclass(frozen=True)
class FieldFact:
    name: str
    kind: str
    unit: str
    values: int
    """Different ones."""
    tracks: int
    """With a value that no run has given."""


@dataclass(frozen=True)
class SplitFact:
    name: str
    sizes: tuple[int, int, int]


@dataclass(frozen=True)
class Facts:
    fields: tuple[FieldFact, ...] = ()
    splits: tuple[SplitFact, ...] = ()
    playlists: tuple[tuple[str, int], ...] = ()
    encoders: tuple[Listed, ...] = ()
    described: int = 0
    """Tracks that a person has described."""
    tracks: int = 0
    """That can be heard."""

    def of_kind(self, kind: str) -> list[FieldFact]:
        """With the most tracks first."""
        found = [fact for fact in self.fields if fact.kind == kind and fact.tracks]
        return sorted(found, key=lambda fact: -fact.tracks)

    def teachable(self, task: str) -> list[FieldFact]:
        """Fields that the task can learn from; captions need none."""
        if task == "regress":
            return self.of_kind("number")
        return [fact for fact in self.of_kind("category") if fact.values > (task == "classify")]

    def encoder(self, name: str) -> Listed | None:
        return next((item for item in self.encoders if item.card.name == name), None)

    @property
    def can_caption(self) -> bool:
        return self.described >= FEWEST_CAPTIONS


def read_facts(collection: Collection) -> Facts:
    from sqlalchemy import func, select

    from core.encoders import listed
    from core.library.playlists import list_playlists
    from core.library.splits import PARTS, list_splits
    from core.store.schema import Caption, Track

    captions = select(func.count(Caption.track_id.distinct())).where(Caption.source != "run")
    with collection.database.reading() as session:
        described = session.scalar(captions) or 0
        tracks = session.scalar(select(func.count()).where(Track.state == "ok")) or 0
    splits = [
        SplitFact(info.name, (info.sizes[PARTS[0]], info.sizes[PARTS[1]], info.sizes[PARTS[2]]))
        for info in list_splits(collection)
    ]
    playlists = [(info.name, info.items) for info in list_playlists(collection)]
    return Facts(_fields(collection), tuple(splits), tuple(playlists), tuple(listed()), described, tracks)


def _fields(collection: Collection) -> tuple[FieldFact, ...]:
    from sqlalchemy import func, select

    from core.library.fields import list_fields
    from core.store.schema import Label, Standing

    counted = (
        select(
            Standing.field_id,
            func.count(Standing.value_id.distinct()),
            func.count(Standing.track_id.distinct()),
        )
        .join(Label, Label.id == Standing.label_id)
        .where(Standing.excerpt_id == 0, Label.source != "run")
        .group_by(Standing.field_id)
    )
    with collection.database.reading() as session:
        counts = {field_id: (values, tracks) for field_id, values, tracks in session.execute(counted)}
        fields = list_fields(session)
    return tuple(
        FieldFact(field.name, field.kind, field.unit, *counts.get(field.id, (0, 0))) for field in fields
    )
