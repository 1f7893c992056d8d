"""The run that has taught an encoder, and its comparison, made once for all modules here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.moved import MovedRequest
from core.moved.job import run
from core.progress import Context
from core.store import Collection, open_collection
from tests.core.moved import taught

QUICK = MovedRequest(1, perplexity=5.0, k=4)


@pytest.fixture(scope="session")
def taught_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return taught.make(tmp_path_factory.mktemp("taught"))


@pytest.fixture(scope="session")
def compared_once(taught_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As `taught_once`, with before and after drawn."""
    place = tmp_path_factory.mktemp("compared")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDINGS_HOME", str(place / "home"))
        taught.lend(taught_once, place, place / "home").rename(place / "coast")
        run(QUICK, Context(place / "coast", 50))
    return place


@pytest.fixture
def fresh(taught_once: Path, tmp_path: Path, home: Path) -> Iterator[Collection]:
    """Taught, and nothing compared yet."""
    with open_collection(taught.lend(taught_once, tmp_path, home)) as collection:
        yield collection


@pytest.fixture
def compared(compared_once: Path, tmp_path: Path, home: Path) -> Iterator[Collection]:
    with open_collection(taught.lend(compared_once, tmp_path, home)) as collection:
        yield collection
