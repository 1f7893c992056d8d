"""Collections with vectors that are written by hand, and the maps drawn of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.embedding.sets import make_set
from core.encoders import BuiltIn, Card
from core.maps import KeptMap, MapRequest, MapResult, read_map
from core.maps.draw import run
from core.progress import Context
from core.store import Collection
from tests.conftest import copied
from tests.core.library.shelf import add, tag

GENRES = ("raga", "reel", "fado")


def write(
    collection: Collection,
    values: np.ndarray,
    encoder: str = "ears",
    *,
    tracks: list[int] | None = None,
    dimensions: tuple[str, ...] = (),
) -> list[int]:
    """A track a row, entered into the set of an encoder; the tracks' ids."""
    n, dimension = values.shape
    card = Card(
        name=encoder,
        family="descriptors",
        title=encoder.title(),
        hears="What the test wants.",
        dimension=dimension,
        rate_hz=100,
        window_s=10.0,
        licence="MIT",
        source=BuiltIn(),
        layers=("only",),
        dimensions=dimensions,
    )
    set_id = make_set(collection, encoder.encode().hex().ljust(64, "0"), card, (0,), 10.0, 10.0, {})
    first = collection.counts()["tracks"]
    ids = tracks or add(collection, *(f"{first + i:05}.wav" for i in range(n)), duration_s=10.0)
    if ids:
        windows = values.astype(np.float32)[:, None]
        means = np.stack([windows, np.zeros_like(windows)], 2)
        counts = [(id_, 1) for id_ in ids]
        collection.vectors.append_all(set_id, {"excerpt": (windows, counts), "track": (means, counts)})
    return ids


def crowd(n: int = 60, dimension: int = 6, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Vectors around three centres, and whose they are."""
    rng = np.random.default_rng(seed)
    of = np.arange(n) % 3
    return 4 * np.eye(3, dimension)[of] + 0.5 * rng.standard_normal((n, dimension)) + 1, of


@pytest.fixture(scope="session")
def shelf_once(empty_collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty tracks of three genres that `ears` hears; copy it."""
    with copied(empty_collection, tmp_path_factory.mktemp("shelf")) as collection:
        values, of = crowd()
        ids = write(collection, values)
        for id_, genre in zip(ids, of, strict=True):
            tag(collection, id_, genre=GENRES[genre], artist=f"artist {id_ % 20}", year=1900.0 + id_)
    return collection.folder


@pytest.fixture
def shelf(shelf_once: Path, tmp_path: Path) -> Iterator[Collection]:
    with copied(shelf_once, tmp_path) as collection:
        yield collection


def draw(collection: Collection, method: Any = "pca", **asked: Any) -> MapResult:
    return run(MapRequest(asked.pop("encoder", "ears"), method, **asked), Context(collection.folder, 1))


def drawn(collection: Collection, method: Any = "pca", **asked: Any) -> KeptMap:
    return read_map(collection, draw(collection, method, **asked).map)
