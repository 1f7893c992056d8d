"""A labelled collection with one run, and the dialog over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from core.library.playlists import create
from core.store import create_collection
from desktop.teach.dialog import TeachDialog
from tests.core.recipes.conftest import fill, recipe, taught
from tests.desktop.conftest import by_main_only
from tests.desktop.stage import LONG_MS, Stage, staged
from tests.desktop.teach.hands import settled

RUN_MS = 100_000


@pytest.fixture(scope="session")
def taught_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hundred and fifty tracks that descriptors have heard, one run, one playlist; copy it."""
    folder = tmp_path_factory.mktemp("teach") / "coast"
    with create_collection(folder) as collection:
        fill(collection)
        create(collection, "Slow ones", range(1, 61))
        taught(collection, recipe(controls="majority", training__epochs="2"), 5)
    return folder


@pytest.fixture
def stage(taught_once: Path, tmp_path: Path, qtbot) -> Iterator[Stage]:
    with staged(taught_once, tmp_path, qtbot) as stage:
        stage.put(QWidget(), 800, 600)
        yield stage


@pytest.fixture
def dialog(stage: Stage, qtbot) -> Iterator[TeachDialog]:
    made = TeachDialog(stage, stage.kit)
    stage.kit.runs.refresh()
    made.come(["cpu"])
    qtbot.waitUntil(lambda: settled(made), timeout=LONG_MS)
    qtbot.waitUntil(lambda: bool(stage.kit.runs.lines), timeout=LONG_MS)
    yield by_main_only(made)
    made.hide()
    stage.calm()
