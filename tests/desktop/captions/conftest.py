"""Six recordings that two runs and some people have described, with real files, and the page of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Signal

from core.library.caption_edits import add_caption
from core.library.journal import forget_history
from core.runs import PredictionRow, ScoreRow, begin_run, write_predictions, write_scores
from core.store import open_collection
from core.store.files import hash_file
from core.store.schema import Checkpoint, Folder
from desktop.captions.page import CaptionsPage
from desktop.commands import Command
from tests.core.library.shelf import add, hear, tag
from tests.desktop.stage import LONG_MS, QuietPlayer, Stage

RATE, LASTS_S = 2000, 30.0
NAMES = ("shore", "lullaby", "bell", "reel", "air", "jig")
RECIPE = (
    'name = "describe"\n[encoder]\nname = "descriptors"\ntune = "frozen"\n'
    '[writer]\nname = "own"\nbeams = 4\nnamed = ["genre", "mood"]\n'
)
SETTINGS = {"encoder": "descriptors", "layer": "embedding", "writer": "own", "beams": 4, "temperature": 0.0,
            "seed": 0, "epoch": 9}  # fmt: skip


class Deck(QuietPlayer):
    """Notes what it is asked, and whether it would be heard."""

    playing_changed = Signal(bool)

    def __init__(self, parent) -> None:
        super().__init__(parent)
        self.is_playing = False
        self.looped = 0

    def play(self, passages, start: int = 0) -> None:
        super().play(passages, start)
        self.is_playing = True
        self.playing_changed.emit(True)

    def toggle(self) -> None:
        self.is_playing = not self.is_playing
        self.playing_changed.emit(self.is_playing)

    def toggle_loop(self) -> None:
        self.looped += 1


def begun(collection) -> int:
    return begin_run(
        collection, name="describe", task="caption", text=RECIPE, seed=0, device="cpu", environment={},
        split_id=None, job_id=None,
    )  # fmt: skip


@pytest.fixture(scope="session")
def described(empty_collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once; copy it. Its files stay where they are. Run 2 has the scores."""
    folder = tmp_path_factory.mktemp("described") / "coast"
    audio = folder.with_name("audio")
    audio.mkdir()
    shutil.copytree(empty_collection, folder)
    for number, name in enumerate(NAMES, 1):
        t = np.arange(int(RATE * LASTS_S)) / RATE
        soundfile.write(audio / f"{name}.wav", 0.1 * number * np.sin(2 * np.pi * 80 * number * t), RATE)
    with open_collection(folder) as collection:
        with collection.database.writing() as session:
            session.add(Folder(path=str(audio)))
        for name in NAMES:
            sha256 = hash_file(audio / f"{name}.wav")
            add(collection, f"{name}.wav", duration_s=LASTS_S, sha256=sha256)
        for track, name in enumerate(NAMES, 1):
            tag(collection, track, title=name.title(), artist="Band T" if track % 2 else "Duo H", genre="air")
        first, second = begun(collection), begun(collection)
        _write(collection, first, second)
        _score(collection, second)
        forget_history(collection)
    return folder


def _write(collection, first: int, second: int) -> None:
    hear(collection, first, (1, 0.0, "A harp."), **SETTINGS)
    hear(
        collection, second, (1, 10.0, "A slow flute over a low drone."), (2, 5.0, "A slow song."),
        (3, 0.0, "A slow song."), (4, 20.0, "Two fiddles play a reel."), **SETTINGS,
    )  # fmt: skip
    add_caption(collection, 1, "Unaccompanied flute, low drone and tape hiss")
    add_caption(collection, 2, "A woman sings her child to sleep")
    add_caption(collection, 5, "A fiddle alone")
    with collection.database.writing() as session:
        for run in (first, second):
            row = {"epoch": 8, "step": 90, "filename": f"run-{run}.safetensors", "size_bytes": 3}
            session.add(Checkpoint(run_id=run, reason="best", sha256="ab" * 32, **row))


def _score(collection, run: int) -> None:
    rows = [
        ScoreRow("test", "cider_d", 0.9, 0.7, 1.1, 4, method="CIDEr-D so."),
        ScoreRow("test", "recall_at_10", 0.6, 0.5, 0.7, 4),
        ScoreRow("test", "bleu_4", 0.05, 0.04, 0.06, 4),
        ScoreRow("test", "attribute_accuracy", 0.8, 0.7, 0.9, 4, about="genre"),
    ]
    floors = {"constant caption": 0.3, "random caption": 0.2, "nearest caption": 0.65, "shuffled audio": 0.25}
    for control, value in floors.items():
        rows.append(ScoreRow("test", "cider_d", value, value - 0.1, value + 0.1, 4, control=control))
        rows.append(ScoreRow("test", "recall_at_10", value, None, None, 4, control=control))
    write_scores(collection, run, rows)
    said = ("A slow flute over a low drone.", "A slow song.", "A slow song.", "Two fiddles play a reel.")
    write_predictions(
        collection, run,
        [PredictionRow(track, "test", f"Human {track}", text) for track, text in enumerate(said, 1)],
    )  # fmt: skip


@pytest.fixture
def stage(described: Path, tmp_path: Path, qtbot, monkeypatch, home: Path) -> Iterator[Stage]:
    import tests.desktop.stage as module

    monkeypatch.setattr(module, "QuietPlayer", Deck)
    monkeypatch.setenv("SOUNDINGS_EXTRA_KINDS", "tests.core.jobs.strange")
    folder = tmp_path / "coast"
    shutil.copytree(described, folder)
    made = Stage(folder, qtbot)
    made.asked = []
    for name in ("teach", "methods", "page_results", "add"):
        made.commands.offer("teach", [Command(name, name, name, partial(made.asked.append, name))])
    yield made
    made.end()


@pytest.fixture
def page(stage: Stage, qtbot) -> Iterator[CaptionsPage]:
    """What run 2 has written is seen."""
    shown = CaptionsPage(stage.kit)
    stage.put(shown, 1500, 640)
    with qtbot.waitActive(stage, timeout=LONG_MS):
        stage.activateWindow()
    shown.show_collection(stage.workspace.summary)
    qtbot.waitUntil(lambda: len(shown.model.lines) == 4 and shown.scores.sheet is not None, timeout=LONG_MS)
    stage.calm()
    shown.table.setFocus()
    yield shown
    shown.forget()
    shown.finish()


def texts(page: CaptionsPage) -> list[str]:
    """The machine text of each line, as far as it is known."""
    says = [page.model.says(row) for row in range(len(page.model.lines))]
    return [one.machine.text if one and one.machine else "" for one in says]
