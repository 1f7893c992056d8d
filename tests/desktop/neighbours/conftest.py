"""Seven songs with real files, of whose vectors everything is known, and the panes that show them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from core.store import open_collection
from core.store.schema import Folder
from desktop.commands import Command, Commands
from desktop.filter import Asked
from desktop.holding import Summary
from desktop.kit import make_kit
from desktop.neighbours.match import MatchPane
from desktop.neighbours.pane import NeighboursPane
from desktop.workspace import Workspace
from tests.core.library.shelf import add, tag
from tests.core.neighbours.songs import WINDOW_S, encode
from tests.desktop.conftest import LONG_MS

RATE = 2000
SONGS = {"shore": "Duo H", "lullaby": "Group J", "bell": "Duo H", "reel": "Band T", "air": "Duo D",
         "jig": "Band T", "lament": "Singer V"}  # fmt: skip
SHORE, LULLABY, BELL, REEL, AIR, JIG, LAMENT = range(1, 8)
UNHEARD = 8
"""A track that has not been encoded."""


def vectors() -> dict[str, np.ndarray]:
    """Windows 2 to 4 of shore return as 5 to 7 of lullaby; on the whole, songs are a little alike."""
    rng = np.random.default_rng(3)
    centre = rng.standard_normal(24)
    songs = {name: rng.standard_normal((8, 24)) + 0.2 * centre for name in SONGS}
    songs["lullaby"][5:8] = songs["shore"][2:5] + 0.05 * rng.standard_normal((3, 24))
    songs["lament"] = songs["lament"][:1]
    return songs


@pytest.fixture(scope="session")
def songs(empty_collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once; copy it. Its files stay where they are."""
    folder = tmp_path_factory.mktemp("songs") / "coast"
    audio = folder.with_name("audio")
    audio.mkdir()
    shutil.copytree(empty_collection, folder)
    made = vectors()
    for number, (name, windows) in enumerate(made.items(), 1):
        t = np.arange(int(RATE * WINDOW_S * len(windows))) / RATE
        soundfile.write(audio / f"{name}.wav", 0.2 * np.sin(2 * np.pi * 80 * number * t), RATE)
    with open_collection(folder) as collection:
        with collection.database.writing() as session:
            session.add(Folder(path=str(audio)))
        encode(collection, made)
        add(collection, "unheard.wav", duration_s=20.0)
        for id_, (name, artist) in enumerate(SONGS.items(), 1):
            tag(collection, id_, title=name.title(), artist=artist, year=1950 + id_)
    return folder


@pytest.fixture
def folder(songs: Path, tmp_path: Path) -> Path:
    shutil.copytree(songs, tmp_path / "coast")
    return tmp_path / "coast"


class Stand(QWidget):
    """As much of the window as the panes need, so that a test is quick."""

    def __init__(self) -> None:
        super().__init__()
        self.workspace = Workspace(self)
        self.commands = Commands(self)
        self.encoders_wanted = 0
        self.commands.offer("collection", [Command("encoders", "Encoders…", "", self._want_encoders)])
        self.kit = make_kit(self)  # type: ignore[arg-type]
        self.neighbours = NeighboursPane(self.kit)
        self.match = MatchPane(self.kit)
        self.match.follow(self.neighbours)
        self.stack = QStackedWidget(self)
        for pane in (self.neighbours, self.match):
            self.stack.addWidget(pane)
            pane.wanted.connect(self.stack.setCurrentWidget)
        self.workspace.opened.connect(self._enter)
        self.resize(320, 720)
        self.stack.resize(320, 720)

    def _want_encoders(self) -> None:
        self.encoders_wanted += 1

    def _enter(self, summary: Summary) -> None:
        self.kit.filter.start_with(Asked())
        self.commands.show_collection(is_open=True)
        for pane in (self.neighbours, self.match):
            pane.show_collection(summary)

    def shut(self, qtbot: QtBot) -> None:
        for pane in (self.neighbours, self.match):
            pane.forget()
        self.kit.selection.forget()
        with qtbot.waitSignal(self.workspace.closed, timeout=LONG_MS):
            self.workspace.close()


@pytest.fixture
def stand(qtbot: QtBot, folder: Path, home: Path) -> Iterator[Stand]:
    stand = Stand()
    stand.show()
    stand.workspace.open(folder)
    qtbot.waitUntil(lambda: stand.neighbours.ears.is_known, timeout=LONG_MS)
    yield stand
    stand.shut(qtbot)
    for pane in (stand.neighbours, stand.match):
        pane.finish()
    stand.kit.player.finish()
    stand.workspace.finish()
    stand.hide()
    stand.deleteLater()


@pytest.fixture
def pane(stand: Stand) -> NeighboursPane:
    return stand.neighbours


@pytest.fixture
def ask(pane: NeighboursPane, qtbot: QtBot) -> Callable[[int], NeighboursPane]:
    """Make a track current, as a click elsewhere does, and wait for its neighbours."""

    def ask(track_id: int) -> NeighboursPane:
        pane.kit.selection.make_current(track_id)
        answered(qtbot, pane, lambda: pane.question.track == track_id)
        return pane

    return ask


def answered(qtbot: QtBot, pane: NeighboursPane, holds: Callable[[], bool] = lambda: True) -> None:
    """Until what is asked now is answered, and is what was meant."""

    def done() -> bool:
        return holds() and pane.answer is not None and pane.answer.question == pane.question

    qtbot.waitUntil(done, timeout=LONG_MS)
