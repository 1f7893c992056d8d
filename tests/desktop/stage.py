"""A stage for single panes: an open collection, what panes share, a player that notes what it is asked.

Quicker than the whole window, and nothing is heard.
"""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from core.store import Collection, open_collection
from desktop.commands import Commands
from desktop.kit import Kit, make_kit
from desktop.player.passage import Passage
from desktop.workspace import Workspace

LONG_MS = 20_000


class QuietPlayer(QObject):
    passage_changed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.queue: list[Passage] = []
        self.place = -1

    @property
    def passage(self) -> Passage | None:
        return self.queue[self.place] if 0 <= self.place < len(self.queue) else None

    def play(self, passages: Sequence[Passage], start: int = 0) -> None:
        self.queue, self.place = list(passages), start
        self.passage_changed.emit(self.passage)


class Stage(QMainWindow):
    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        super().__init__()
        self._qtbot = qtbot
        self.folder = folder
        self.workspace = Workspace(self)
        self.commands = Commands(self)
        made = make_kit(self)  # type: ignore[arg-type]
        self.player = QuietPlayer(self)
        self.kit: Kit = dataclasses.replace(made, player=self.player)  # type: ignore[arg-type]
        with qtbot.waitSignal(self.workspace.opened, timeout=LONG_MS):
            self.workspace.open(folder)
        self.commands.show_collection(is_open=True)

    def put(self, pane: QWidget, width: int = 300, height: int = 700) -> None:
        self.setCentralWidget(pane)
        self.resize(width, height)
        self.show()
        self._qtbot.waitExposed(self)
        self.activateWindow()

    @contextmanager
    def collection(self) -> Iterator[Collection]:
        """The same collection, as another program sees it."""
        with open_collection(self.folder) as collection:
            yield collection

    def calm(self) -> None:
        """Wait until everything asked for has been answered."""
        for _ in range(2):
            answered: list[Any] = []
            self.workspace.read(_nothing, answered.append)
            self.workspace.look(_nothing, answered.append)
            self._qtbot.waitUntil(partial(_all_came, answered), timeout=LONG_MS)

    def end(self) -> None:
        with self._qtbot.waitSignal(self.workspace.closed, timeout=LONG_MS):
            self.workspace.close()
        self.workspace.finish()
        self.kit.heard.finish() if hasattr(self.kit.heard, "finish") else None
        self.hide()
        self.deleteLater()


def _all_came(answered: list[Any]) -> bool:
    return len(answered) == 2


def _nothing(_collection: Collection) -> None: ...


@contextmanager
def staged(made: Path, place: Path, qtbot: QtBot) -> Iterator[Stage]:
    """With a copy of a collection that was made once."""
    folder = place / "coast"
    if made != folder:
        shutil.copytree(made, folder)
    stage = Stage(folder, qtbot)
    yield stage
    stage.end()
