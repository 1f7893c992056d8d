"""The methods sheet of a map: what somebody else would have to know to draw the same one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from core import __version__
from core.errors import RequestProblem
from core.maps.export import caption
from core.maps.kept import MapInfo, list_maps
from core.store.collection import Collection
from core.store.schema import EmbeddingSet

INTERNAL = frozenset({"job", "explained"})
"""Settings that say nothing of how a map was drawn, or are told elsewhere."""


def map_sheet(collection: Collection, map_id: int) -> str:
    info = next((info for info in list_maps(collection) if info.id == map_id), None)
    if info is None:
        raise RequestProblem(f"There is no map {map_id} here.", "Draw it again.")
    sections = {
        "Map": [f"In the collection {collection.name}.", *caption(info)],
        "Vectors": _vectors(collection, info),
        "Settings": [f"method: {info.method}", f"seed: {info.seed}", *_flat(info.settings)],
        "How far it can be believed": [*_flat(info.trust)] or ["Nobody has measured it."],
        "Versions": [f"This sheet was written by Soundings {__version__}."],
    }
    said = [f"{title}\n{'-' * len(title)}\n" + "\n".join(lines) for title, lines in sections.items()]
    return "\n\n".join(said) + "\n"


def _vectors(collection: Collection, info: MapInfo) -> list[str]:
    with collection.database.reading() as session:
        row = session.get(EmbeddingSet, info.embedding_set)
        if row is None:
            return [f"Embedding set {info.embedding_set} of {info.encoder} is deleted."]
        return [
            f"Embedding set {row.id} of {row.encoder}, {row.dimension:,} dimensions, {row.layers:,} layers.",
            f"Excerpts of {row.window_s:g} s, one every {row.hop_s:g} s; a track is their mean.",
        ]


def _flat(values: Mapping[str, Any], above: str = "") -> Iterator[str]:
    for name, value in values.items():
        if name in INTERNAL:
            continue
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name} ")
        elif isinstance(value, str | int | float | bool):
            yield f"{above}{name.replace('_', ' ')}: {value}"
