"""A window with three takes that an encoder has heard; the sound's process is written down, not started."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from core.audio import peaks
from core.encoders import find_card
from core.store import open_collection
from core.store.schema import Shard, ShardTrack, Track
from desktop.commands import Commands
from desktop.desk.dock import Dock
from desktop.kit import make_kit
from desktop.player.link import Link
from desktop.player.pane import PlayerPane
from desktop.player.spectrogram import Tiles
from desktop.workspace import Workspace
from tests.core import heard

LONG_MS = 30_000
LENGTHS_S = (12.0, 60.0, 3.0)
WINDOW_S, HOP_S = 5.0, 5.0


@pytest.fixture(scope="session")
def heard_once(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    return heard.make(tmp_path_factory.mktemp("takes"), LENGTHS_S)


@pytest.fixture
def coast(home: Path, heard_once: Path, tmp_path: Path) -> Path:
    """All takes but the last are in an embedding set with the number 1."""
    from core.embedding.sets import make_set

    with heard.copy(heard_once, tmp_path) as collection:
        for path in (tmp_path / "reels").iterdir():
            keep_peaks(path)
        card = find_card("descriptors")
        make_set(collection, "0" * 64, card, (0,), WINDOW_S, HOP_S, {})
        with collection.database.writing() as session:
            ids = sorted(session.query(Track.id).all())
            for part in ("track", "excerpt"):
                shard = Shard(
                    embedding_set_id=1, part=part, filename=f"{part}.npy", rows=16, dtype="float32",
                    size_bytes=1, sha256="0" * 64,
                )  # fmt: skip
                session.add(shard)
                session.flush()
                for track_id, rows in zip([row[0] for row in ids][:2], (2, 12), strict=True):
                    number = rows if part == "excerpt" else 1
                    session.add(ShardTrack(shard_id=shard.id, track_id=track_id, first_row=0, rows=number))
    return tmp_path / "coast"


@pytest.fixture(autouse=True)
def _no_tiles(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No process for the spectrogram where a test does not look at it."""
    if "tiles" not in request.fixturenames:
        monkeypatch.setattr(Tiles, "_ask", lambda self: None)


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the sound's process would have been told."""
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(Link, "send", lambda self, order: told.append(order))
    return told


class Host(QMainWindow):
    """As much of the main window as the pane needs."""

    def __init__(self) -> None:
        super().__init__()
        self.workspace = Workspace(self)
        self.commands = Commands(self)
        self.kit = make_kit(self)
        self.pane = PlayerPane(self.kit)
        self.dock = Dock("player", "Player", [self.pane])
        self.setCentralWidget(QWidget())
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
        self.resize(1600, 900)


@pytest.fixture
def window(home: Path, orders: list[dict[str, Any]], qtbot: QtBot) -> Iterator[Host]:
    host = Host()
    host.show()
    yield host
    host.pane.forget()
    host.kit.player.stop()
    with qtbot.waitSignal(host.workspace.closed, timeout=LONG_MS):
        host.workspace.close()
    host.pane.finish()
    host.kit.player.finish()
    host.workspace.finish()
    host.hide()
    host.deleteLater()


@pytest.fixture
def pane(window: Host, coast: Path, qtbot: QtBot) -> PlayerPane:
    """Shown, unfolded, with nothing loaded."""
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG_MS) as opened:
        window.workspace.open(coast)
    window.commands.show_collection(is_open=True)
    window.pane.show_collection(opened.args[0])
    window.pane.set_folded(folded=False)
    qtbot.waitUntil(lambda: window.kit.heard.set_id == 1, timeout=LONG_MS)
    return window.pane


@pytest.fixture
def track_ids(coast: Path) -> list[int]:
    with open_collection(coast) as collection, collection.database.reading() as session:
        return [row[0] for row in session.query(Track.id).order_by(Track.path).all()]


@pytest.fixture
def loaded(window: Host, pane: PlayerPane, track_ids: list[int], qtbot: QtBot) -> PlayerPane:
    """With the take of a minute, of which everything is known."""
    window.kit.selection.make_current(track_ids[1])
    wait_for(qtbot, pane)
    return pane


def keep_peaks(path: Path) -> None:
    """So that no process has to read the file."""
    growing = None
    for rate_hz, expected, bins, frames in peaks.stream(path):
        growing = growing or peaks.Growing(rate_hz, expected)
        growing.append(bins, frames)
    assert growing is not None
    peaks.keep(growing.pyramid, peaks.place_of(path))


def wait_for(qtbot: QtBot, pane: PlayerPane) -> None:
    """Until all of the track is known."""
    qtbot.waitUntil(lambda: pane.shape.is_whole, timeout=LONG_MS)
    qtbot.waitUntil(lambda: pane.windows.state not in ("", "checking"), timeout=LONG_MS)


def say_position(pane: PlayerPane, seconds: float) -> None:
    """As the sound's process says where it is."""
    player = pane._kit.player
    serial = player._lineup.number
    said = {"at": [player._turn, serial, seconds], "levels": [0.5, 0.25], "t": seconds}
    player._link.said.emit(said)
