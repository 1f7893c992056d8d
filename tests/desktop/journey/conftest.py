"""A folder of short real recordings, and a window in front of it with nothing open."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.progress import Stop
from desktop.theme import look
from desktop.window import MainWindow

SHARED = Path(__file__).parents[4] / "shared" / "data" / "one-shots"
FAMILIES = ("ambi", "bass", "bd", "drum", "elec", "hat", "perc", "tabla")
OF_EACH = 8


@pytest.fixture
def reels(tmp_path: Path) -> Path:
    """Eight families of eight, the shortest of each, so that nobody waits long."""
    if not SHARED.is_dir():
        pytest.skip(f"the recordings are not here: {SHARED}")
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(SHARED.glob("*.flac"), key=lambda path: (path.stat().st_size, path.name)):
        found[path.stem.split("_")[0]].append(path)
    folder = tmp_path / "one-shots"
    folder.mkdir()
    for family in FAMILIES:
        for path in found[family][:OF_EACH]:
            shutil.copy(path, folder)
    return folder


class Answers:
    """What the system's own file dialogs are answered with, and what they were asked."""

    def __init__(self) -> None:
        self.folder = Path()
        self.file = Path()
        self.asked: list[str] = []

    def existing(self, _parent: object, title: str, *_: object) -> str:
        self.asked.append(title)
        return str(self.folder)

    def save(self, _parent: object, title: str, *_: object) -> tuple[str, str]:
        self.asked.append(title)
        return str(self.file), ""


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    made = Answers()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", made.existing)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", made.save)
    return made


@pytest.fixture
def ready(window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """At the size of the mock-ups, active; whatever still runs at the end is stopped first."""
    look().choose(os.environ.get("SOUNDINGS_JOURNEY_THEME", "light"))
    window.resize(*map(int, os.environ.get("SOUNDINGS_JOURNEY_SIZE", "1600x1000").split("x")))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=10_000)
    yield window
    for row in window.jobs.rows:
        if row.here and row.state in ("running", "waiting"):
            window.workspace.ask(row.id, Stop.CANCEL)
    if window.desk is not None:
        window.kit.player.forget()
