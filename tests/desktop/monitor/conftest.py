"""Training for real, in a real window, on vectors that are there already: an epoch takes milliseconds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.progress import Stop
from core.recipes import TrainRequest, write_recipe
from desktop.monitor.page import MonitorPage
from desktop.window import MainWindow
from tests.core.recipes.conftest import filled_once, recipe
from tests.desktop.conftest import LONG_MS

__all__ = ["filled_once"]

ENDLESS = {"training__epochs": "100000", "training__patience": "0", "controls": "majority"}
"""Until somebody stops it."""


def request(seed: int = 0, name: str = "classify", **changes: str) -> TrainRequest:
    return TrainRequest(write_recipe(recipe(name, **changes)), seed)


def submit(window: MainWindow, seed: int = 0, name: str = "classify", **changes: str) -> None:
    window.workspace.submit("train", request(seed, name, **changes), title=f"Teach genre, seed {seed}")


@pytest.fixture
def coast(filled_once: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled_once, tmp_path / "coast")
    return tmp_path / "coast"


@pytest.fixture
def watching(window: MainWindow, coast: Path, qtbot) -> Iterator[MainWindow]:
    """The Monitor page of an open collection; what still runs at the end is cancelled."""
    window.open_collection(coast)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
    window.desk.turn_to("monitor")
    yield window
    for row in list(window.jobs.rows):
        if row.state in ("running", "waiting"):
            window.workspace.ask(row.id, Stop.CANCEL)
    qtbot.waitUntil(
        lambda: not any(row.state in ("running", "waiting") for row in window.jobs.rows), timeout=LONG_MS
    )


def monitor(window: MainWindow) -> MonitorPage:
    assert window.desk is not None
    return window.desk.monitor


def epochs(window: MainWindow) -> int:
    story = monitor(window).watching.story
    return len(story.rows) if story else 0
