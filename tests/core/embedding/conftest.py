"""Takes in a collection: heard, and encoded in two jobs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.embedding import EncodeRequest, book
from core.embedding.encode import run
from core.progress import Context
from core.store import Collection
from tests.core import heard as heard_

LENGTHS_S = (3.0, 25.0, 10.0, 34.0, 0.5, 12.0)


@pytest.fixture(autouse=True)
def _one_shard(monkeypatch: pytest.MonkeyPatch) -> None:
    """A job writes all at its end, however slow the machine is."""
    monkeypatch.setattr(book, "FLUSH_S", 1e9)
    monkeypatch.setattr(book, "YOUNG_S", 1e9)


@pytest.fixture(scope="session")
def heard_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy it."""
    return heard_.make(tmp_path_factory.mktemp("heard"), LENGTHS_S)


@pytest.fixture(scope="session")
def encoded_once(heard_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """By job 3 the three short takes, by job 4 the others. Copy it."""
    place = tmp_path_factory.mktemp("encoded")
    with pytest.MonkeyPatch.context() as patch, heard_.copy(heard_once, place) as collection:
        patch.setenv("SOUNDINGS_HOME", str(place / "home"))
        patch.setattr(book, "FLUSH_S", 1e9)
        patch.setattr(book, "YOUNG_S", 1e9)
        run(EncodeRequest("descriptors", "duration:<11"), Context(collection.folder, 3))
        run(EncodeRequest("descriptors"), Context(collection.folder, 4))
    return place


@pytest.fixture
def heard(home: Path, heard_once: Path, tmp_path: Path) -> Iterator[Collection]:
    with heard_.copy(heard_once, tmp_path) as collection:
        yield collection


@pytest.fixture
def encoded(home: Path, encoded_once: Path, tmp_path: Path) -> Iterator[Collection]:
    with heard_.copy(encoded_once, tmp_path) as collection:
        yield collection


@pytest.fixture
def reels(tmp_path: Path) -> Path:
    """The folder of the takes."""
    return tmp_path / "reels"
