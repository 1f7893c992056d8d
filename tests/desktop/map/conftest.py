"""A small collection with maps of vectors that are known, opened in the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.maps import MapRequest
from core.maps.draw import run
from core.progress import Context
from core.runs import PredictionRow, begin_run, set_state, write_predictions
from core.store import Collection
from desktop.map.page import MapPage
from desktop.player.passage import Passage
from desktop.window import MainWindow
from tests.conftest import copied
from tests.core.library.shelf import tag
from tests.core.maps.conftest import GENRES, crowd, write
from tests.desktop.conftest import LONG_MS

TRACKS = 60
PERPLEXITY = 8.0
DIMENSIONS = tuple(f"loudness {i}" for i in range(6))


def draw(collection: Collection, **asked: Any) -> int:
    """The number of a map that is drawn without a worker."""
    usual: dict[str, Any] = {"seed": 1, "perplexity": PERPLEXITY}
    return run(MapRequest("ears", **(usual | asked)), Context(collection.folder, 1)).map


def judge(collection: Collection) -> None:
    """A run that is right of all tracks but the first three."""
    text = 'name = "quick"\ntask = "classify"\n\n[data]\nfield = "genre"\n'
    run_id = begin_run(
        collection, name="quick", task="classify", text=text, seed=0, device="cpu", environment={},
        split_id=None, job_id=None,
    )  # fmt: skip
    names = [GENRES[i % 3] for i in range(TRACKS)]
    said = ["fado" if i < 3 and name != "fado" else name for i, name in enumerate(names)]
    rows = [
        PredictionRow(i + 1, "test", names[i], said[i], None, 0.5 + i / 200, {said[i]: 0.5})
        for i in range(TRACKS)
    ]
    write_predictions(collection, run_id, rows)
    set_state(collection, run_id, "done")


@pytest.fixture(scope="session")
def chart_once(empty_collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty tracks of three genres, a map by PCA and then one by t-SNE, a run; copy it."""
    with copied(empty_collection, tmp_path_factory.mktemp("chart")) as collection:
        values, of = crowd(TRACKS)
        ids = write(collection, values, dimensions=DIMENSIONS)
        for id_, genre in zip(ids, of, strict=True):
            artist = f"artist {id_ % 20}"
            tag(collection, id_, title=f"Take {id_}", genre=GENRES[genre], artist=artist, year=1900.0 + id_)
        draw(collection, method="pca")
        draw(collection, method="tsne")
        judge(collection)
    return collection.folder


@pytest.fixture
def chart(chart_once: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "coast"
    shutil.copytree(chart_once, folder)
    return folder


@pytest.fixture
def open_page(window: MainWindow, qtbot: QtBot) -> Callable[[Path], MapPage]:
    def open_page(folder: Path) -> MapPage:
        window.resize(1280, 800)
        window.open_collection(folder)
        qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
        assert window.desk is not None
        page = window.desk.map
        window.desk.turn_to("map")
        qtbot.waitUntil(lambda: page.gallery.has_looked, timeout=LONG_MS)
        return page

    return open_page


@pytest.fixture
def page(open_page: Callable[[Path], MapPage], chart: Path, qtbot: QtBot) -> MapPage:
    """The newest map, with all that is said of it, at rest."""
    page = open_page(chart)
    qtbot.waitUntil(lambda: page.bonds.share is not None and bool(page.tints.colours.field), timeout=LONG_MS)
    qtbot.waitUntil(page.stage.canvas.is_complete, timeout=LONG_MS)
    page.stage.canvas.setFocus()
    return page


@pytest.fixture
def heard(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[list[Passage]]:
    """What the player was asked to play; there are no sounds behind these tracks."""
    asked: list[list[Passage]] = []
    monkeypatch.setattr(window.kit.player, "play", lambda passages, start=0: asked.append(list(passages)))
    monkeypatch.setattr(window.kit.player, "prepare", lambda passage: None)
    return asked


def at(page: MapPage, track_id: int) -> QPoint:
    return page.stage.canvas.point_of(track_id).toPoint()


def lonely(page: MapPage) -> int:
    """A track that no other lies in front of."""
    points = page.stage.canvas.scene.points
    apart = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    return int(page.stage.canvas.scene.ids[apart.min(1).argmax()])


def click(qtbot: QtBot, widget: QWidget, place: QPoint | None = None) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())
