"""A run that has really taught an encoder, compared with what that began as, opened with what panes share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop.commands import Commands
from desktop.kit import make_kit
from desktop.moved.view import MovedResult
from desktop.player.passage import Passage
from desktop.workspace import Workspace
from tests.core.moved import taught
from tests.core.moved.conftest import compared_once, taught_once  # noqa: F401 - fixtures
from tests.desktop.conftest import LONG_MS


class Bench(QMainWindow):
    """A view by itself, on an open collection, and what the player was asked to play."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        super().__init__()
        self._qtbot = qtbot
        self.workspace = Workspace(self)
        self.commands = Commands(self)
        self.kit = make_kit(self)  # type: ignore[arg-type]
        self.heard: list[list[Passage]] = []
        self.near: list[int | None] = []
        self.toggled = 0
        player = self.kit.player
        player.play, player.toggle = self._play, self._toggle  # type: ignore[method-assign]
        player.prepare = lambda passage: None  # type: ignore[method-assign]
        self.view = MovedResult(self.kit)
        self.setCentralWidget(self.view)
        self.resize(1280, 520)
        self.show()
        qtbot.waitExposed(self)
        self.activateWindow()
        with qtbot.waitSignal(self.workspace.opened, timeout=LONG_MS):
            self.workspace.open(folder)
        self.commands.show_collection(is_open=True)
        with qtbot.waitSignal(self.kit.colouring.changed, timeout=LONG_MS):
            self.kit.colouring.refresh()
        self.kit.runs.refresh()
        qtbot.waitUntil(lambda: bool(self.kit.runs.lines), timeout=LONG_MS)

    def _play(self, passages: Sequence[Passage], start: int = 0) -> None:
        """Loaded, and not heard: there is no device in a test."""
        self.heard.append(list(passages))
        self.kit.player._set_queue(passages, start)

    def _toggle(self) -> None:
        self.toggled += 1

    def look_at(self, run: int, beside: int | None = None) -> MovedResult:
        self.view.show_runs(self.kit.runs.line(run), self.kit.runs.line(beside))
        self._qtbot.waitUntil(lambda: self.view.state is not None, timeout=LONG_MS)
        return self.view

    def played(self) -> list[int]:
        """The tracks that were asked for last."""
        return [passage.track_id for passage in self.heard[-1]] if self.heard else []

    def at(self, which: str, track_id: int) -> QPoint:
        canvas = self.view.charts.before if which == "before" else self.view.charts.after
        return canvas.point_of(track_id).toPoint()

    def calm(self) -> None:
        """Until what was asked for in the background is answered."""
        answered: list[object] = []
        self.workspace.look(lambda collection: None, answered.append)
        self._qtbot.waitUntil(lambda: bool(answered), timeout=LONG_MS)

    def end(self) -> None:
        self.view.finish()
        self.kit.player.finish()
        with self._qtbot.waitSignal(self.workspace.closed, timeout=LONG_MS):
            self.workspace.close()
        self.workspace.finish()
        self.hide()
        self.deleteLater()


@pytest.fixture
def make_bench(qtbot: QtBot) -> Iterator[Callable[[Path], Bench]]:
    made: list[Bench] = []

    def make(folder: Path) -> Bench:
        made.append(Bench(qtbot, folder))
        return made[-1]

    yield make
    for bench in made:
        bench.end()


@pytest.fixture
def folder(compared_once: Path, tmp_path: Path, home: Path) -> Path:  # noqa: F811
    """Compared already; may be changed."""
    return taught.lend(compared_once, tmp_path, home)


@pytest.fixture
def bench(make_bench: Callable[[Path], Bench], folder: Path, qtbot: QtBot) -> Bench:
    """Both maps are seen, at rest."""
    bench = make_bench(folder)
    view = bench.look_at(1)
    assert view.drawn is not None
    for canvas in view.charts.canvases:
        qtbot.waitUntil(canvas.is_complete, timeout=LONG_MS)
    return bench
