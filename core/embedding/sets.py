"""Embedding sets: which there are, what identifies one, and how its vectors are read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.encoders.card import Card
from core.errors import RequestProblem
from core.store.collection import Collection
from core.store.schema import EmbeddingSet, Shard, ShardTrack

POOLING = "mean"
"""Over the frames of a window. A track's summary is the mean and the standard deviation of its windows."""


@dataclass(frozen=True)
class SetInfo:
    """An embedding set as shown. `layers` and `usual_layer` count in what is stored."""

    id: int
    encoder: str
    card: Card
    layers: tuple[str, ...]
    usual_layer: int
    dimension: int
    window_s: float
    hop_s: float
    tracks: int
    size_bytes: int
    made: dict[str, Any]
    """How its first vectors were made: device, precision, batch."""


@dataclass(frozen=True)
class Matrix:
    """`values[i]` belongs to track `track_ids[i]`, and to its window `windows[i]` when of excerpts."""

    track_ids: NDArray[np.int64]
    windows: NDArray[np.int64]
    values: NDArray[np.float32]


def identity(card: Card, weights: str, layers: tuple[int, ...], window_s: float, hop_s: float) -> str:
    """A hash over everything that changes a vector; the card's words do not."""
    said = {
        "family": card.family,
        "settings": card.settings,
        "layers": [card.layers[layer] for layer in layers],
        "dimension": card.dimension,
        "rate_hz": card.rate_hz,
        "version": card.version,
        "weights": weights,
        "pooling": POOLING,
        "window_s": window_s,
        "hop_s": hop_s,
    }
    return hashlib.sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()


def find_set_id(collection: Collection, identity: str) -> int | None:
    with collection.database.reading() as session:
        return session.scalar(select(EmbeddingSet.id).where(EmbeddingSet.identity == identity))


def make_set(
    collection: Collection,
    identity: str,
    card: Card,
    layers: tuple[int, ...],
    window_s: float,
    hop_s: float,
    made: dict[str, Any],
) -> int:
    """The set's id; it is made when it is not there."""
    with collection.database.writing() as session:
        known = session.scalar(select(EmbeddingSet.id).where(EmbeddingSet.identity == identity))
        if known is not None:
            return known
        row = EmbeddingSet(
            identity=identity,
            encoder=card.name,
            card={"card": msgspec.to_builtins(card), "layers": list(layers), "made": made},
            layers=len(layers),
            dimension=card.dimension,
            pooling=POOLING,
            rate_hz=card.rate_hz,
            window_s=window_s,
            hop_s=hop_s,
        )
        session.add(row)
        session.flush()
        return row.id


def list_sets(collection: Collection, encoder: str | None = None) -> list[SetInfo]:
    """The newest first."""
    with collection.database.reading() as session:
        rows = session.scalars(select(EmbeddingSet).order_by(EmbeddingSet.id.desc())).all()
        tracks = _counts(session)
        sizes = select(Shard.embedding_set_id, func.sum(Shard.size_bytes)).group_by(Shard.embedding_set_id)
        size_of = {row[0]: row[1] for row in session.execute(sizes)}
        found = [_info(row, tracks.get(row.id, 0), size_of.get(row.id, 0)) for row in rows]
    return [item for item in found if encoder is None or item.encoder == encoder]


def find_set(collection: Collection, encoder: str) -> SetInfo:
    """The set of an encoder that holds most tracks, or the set with this number."""
    known = list_sets(collection)
    fitting = [item for item in known if encoder in (item.encoder, str(item.id)) and item.tracks]
    if not fitting:
        raise RequestProblem(
            f"Nothing in this collection has been encoded with {encoder}.",
            f"Encode it: soundings encode {collection.folder} --encoder {encoder}.",
        )
    return max(fitting, key=lambda item: item.tracks)


def layer_of(info: SetInfo, layer: int | None) -> int:
    """The layer's place in what is stored; None means the usual one, negative ones count from the end."""
    if layer is None:
        return info.usual_layer
    if not -len(info.layers) <= layer < len(info.layers):
        raise RequestProblem(
            f"{info.encoder} has no layer {layer} here: there are {len(info.layers)}, counted from 0."
        )
    return layer % len(info.layers)


def track_vectors(
    collection: Collection, info: SetInfo, layer: int | None = None, *, spread: bool = False
) -> Matrix:
    """One vector a track, in order of id: the mean over its windows, and their spread after it if asked."""
    place = layer_of(info, layer)
    stop = 2 if spread else 1

    def pick(rows: NDArray[Any]) -> NDArray[Any]:
        return rows[:, place, :stop].reshape(len(rows), -1)

    found = collection.vectors.read_set(info.id, "track", pick)
    return Matrix(found.track_ids, found.window, found.matrix.astype(np.float32))


def excerpt_vectors(collection: Collection, info: SetInfo, layer: int | None = None) -> Matrix:
    """One vector a window, in order of track and time."""
    place = layer_of(info, layer)
    found = collection.vectors.read_set(info.id, "excerpt", lambda rows: rows[:, place])
    return Matrix(found.track_ids, found.window, found.matrix.astype(np.float32))


def _counts(session: Session) -> dict[int, int]:
    counted = (
        select(Shard.embedding_set_id, func.count())
        .join(ShardTrack, ShardTrack.shard_id == Shard.id)
        .where(Shard.part == "track")
        .group_by(Shard.embedding_set_id)
    )
    return {row[0]: row[1] for row in session.execute(counted)}


def _info(row: EmbeddingSet, tracks: int, size_bytes: int) -> SetInfo:
    card = msgspec.convert(row.card["card"], Card)
    kept: list[int] = row.card["layers"]
    usual = card.usual_layer % len(card.layers)
    return SetInfo(
        id=row.id,
        encoder=row.encoder,
        card=card,
        layers=tuple(card.layers[layer] for layer in kept),
        usual_layer=kept.index(usual) if usual in kept else len(kept) - 1,
        dimension=row.dimension,
        window_s=row.window_s,
        hop_s=row.hop_s,
        tracks=tracks,
        size_bytes=size_bytes,
        made=row.card["made"],
    )
