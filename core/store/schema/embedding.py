"""Tables of what encoders made: embedding sets, the shards that hold their vectors, maps."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.store.schema.base import NEVER_REUSED, Base, Json, Key, Sha256, When, part_of


class EmbeddingSet(Base):
    """The vectors of one encoder, at one layer and pooling, over the collection.

    `identity` is a hash over everything that changes a vector; another value is another set.
    """

    __tablename__ = "embedding_sets"
    id: Mapped[Key]
    identity: Mapped[Sha256] = mapped_column(unique=True)
    encoder: Mapped[str] = mapped_column(index=True)
    card: Mapped[Json]
    layers: Mapped[int] = mapped_column(default=1)
    dimension: Mapped[int]
    pooling: Mapped[str]
    rate_hz: Mapped[int]
    window_s: Mapped[float]
    hop_s: Mapped[float]
    created_at: Mapped[When]


class Shard(Base):
    """One file of vectors that is never changed after it was written."""

    __tablename__ = "shards"
    __table_args__ = (
        UniqueConstraint("embedding_set_id", "filename"),
        CheckConstraint("part IN ('track', 'excerpt')", name="part"),
    )
    id: Mapped[Key]
    embedding_set_id: Mapped[int] = mapped_column(part_of("embedding_sets.id"))
    part: Mapped[str]
    """`track`: one vector a track. `excerpt`: one vector a window, in order of time."""
    filename: Mapped[str]
    rows: Mapped[int]
    dtype: Mapped[str]
    size_bytes: Mapped[int]
    sha256: Mapped[Sha256]
    created_at: Mapped[When]


class ShardTrack(Base):
    """Where the vectors of one track lie in a shard."""

    __tablename__ = "shard_tracks"
    shard_id: Mapped[int] = mapped_column(part_of("shards.id"), primary_key=True)
    track_id: Mapped[int] = mapped_column(part_of("tracks.id"), primary_key=True, index=True)
    first_row: Mapped[int]
    rows: Mapped[int]


class Map(Base):
    """A 2-D projection of an embedding set; the positions lie in `filename`."""

    __tablename__ = "maps"
    __table_args__ = (NEVER_REUSED,)
    id: Mapped[Key]
    embedding_set_id: Mapped[int] = mapped_column(part_of("embedding_sets.id"), index=True)
    method: Mapped[str]
    seed: Mapped[int]
    settings: Mapped[Json] = mapped_column(default=dict)
    filename: Mapped[str]
    sha256: Mapped[Sha256]
    total: Mapped[int]
    shown: Mapped[int]
    trust: Mapped[Json] = mapped_column(default=dict)
    created_at: Mapped[When]
