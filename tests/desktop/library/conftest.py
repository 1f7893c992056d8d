"""A library with a few dozen tracks, opened as the desk opens it, in a window of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from core.library.labels import NewLabel, write_labels
from core.store import open_collection
from core.store.schema import Folder, Track, now
from desktop.commands import Commands
from desktop.filter import Asked
from desktop.kit import Kit, make_kit
from desktop.library.pane import LibraryPane
from desktop.workspace import Workspace

GENRES = ("Lament", "Fiddle", "Brass", "Choir")
TRACKS = 40


def fill(folder: Path, audio: Path, tracks: int = TRACKS) -> None:
    """Genres in turn, years from 1930 on, two artists; the last two tracks cannot be heard."""
    with open_collection(folder) as collection:
        with collection.database.writing() as session:
            session.add(Folder(path=str(audio)))
            session.flush()
            for i in range(1, tracks + 1):
                state = {tracks: "undecodable", tracks - 1: "silent"}.get(i, "ok")
                session.add(
                    Track(
                        folder_id=1, path=f"reel {i:03}.wav", shown_path=f"reel {i:03}.wav", size_bytes=9,
                        mtime_ns=i, state=state, reason="The file ends early." * (state == "undecodable"),
                        duration_s=59.6 + i, rate_hz=44100, loudness_db=-20.0, added_at=now(),
                    )
                )  # fmt: skip
        labels = []
        for i in range(1, tracks + 1):
            labels += [
                NewLabel(i, "artist", f"Duo {'A' if i % 2 else 'B'}", "tag"),
                NewLabel(i, "genre", GENRES[i % 4], "tag"),
                NewLabel(i, "year", float(1930 + i), "tag"),
                NewLabel(i, "place", f"Village {i % 15}", "person"),
            ]
            if i > 1:
                labels.append(NewLabel(i, "title", f"Take {i:03}", "tag"))
        with collection.database.writing() as session:
            write_labels(session, labels)


@dataclass
class Shown:
    """The pane in its window."""

    window: QMainWindow
    workspace: Workspace
    kit: Kit
    pane: LibraryPane
    qtbot: QtBot

    @property
    def titles(self) -> list[str]:
        """As the rows say them."""
        model = self.pane.tracks
        return [model.index(row, 0).data() for row in range(len(model.ids))]

    def row_place(self, row: int, x: int = 60) -> QPoint:
        table = self.pane.table
        return QPoint(x, table.rowViewportPosition(row) + table.rowHeight(row) // 2)

    def click(self, row: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        viewport = self.pane.table.viewport()
        self.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, held, self.row_place(row))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.pane.table, key, held)

    def until(self, done: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(done, timeout=20_000)

    def ask(self, text: str | None = None, sort: str | None = None) -> None:
        with self.qtbot.waitSignal(self.kit.filter.found_changed, timeout=20_000):
            self.kit.filter.ask(text, sort)

    def wait_for_cards(self) -> None:
        model = self.pane.tracks
        self.until(lambda: all(model.card(row) is not None for row in range(min(len(model.ids), 30))))


@pytest.fixture(scope="session")
def filled(empty_collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once; copy it."""
    place = tmp_path_factory.mktemp("library")
    shutil.copytree(empty_collection, place / "coast")
    fill(place / "coast", place / "audio")
    return place / "coast"


@pytest.fixture
def show(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Shown]]:
    shown: list[Shown] = []

    def show(made: Path, kept: dict[str, object] | None = None, width: int = 640) -> Shown:
        folder = tmp_path / "coast"
        if not folder.exists():
            shutil.copytree(made, folder)
        window = QMainWindow()
        window.resize(width, 700)
        window.workspace = Workspace(window)
        window.commands = Commands(window)
        kit = make_kit(window)
        pane = LibraryPane(kit)
        window.setCentralWidget(pane)
        one = Shown(window, window.workspace, kit, pane, qtbot)
        shown.append(one)
        window.show()
        with qtbot.waitSignal(window.workspace.opened, timeout=20_000):
            window.workspace.open(folder)
        window.commands.show_collection(is_open=True)
        pane.restore(kept or {})
        pane.show_collection(window.workspace.summary)
        with qtbot.waitSignal(kit.filter.found_changed, timeout=20_000):
            kit.filter.start_with(Asked())
        kit.colouring.refresh()
        one.until(lambda: bool(pane.tracks.columns))
        if pane.tracks.ids:
            one.wait_for_cards()
        return one

    yield show
    for one in shown:
        one.pane.forget()
        one.pane.finish()
        one.kit.player.finish()
        with qtbot.waitSignal(one.workspace.closed, timeout=20_000):
            one.workspace.close()
        one.workspace.finish()
        one.window.hide()
        one.window.deleteLater()


@pytest.fixture
def library(show: Callable[..., Shown], filled: Path) -> Shown:
    return show(filled)
