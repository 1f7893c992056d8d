"""Runs that were trained for real, once, on a small collection, and a player that makes no sound."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Signal
from sqlalchemy import update

from core.store import open_collection
from core.store.schema import JobRow
from desktop.player.passage import Passage
from tests.core.recipes.conftest import filled_once, teach
from tests.desktop.stage import QuietPlayer, Stage, staged

__all__ = ["filled_once"]

CLASSES, TAGS, NUMBERS = 1, 2, 3
"""The numbers of the runs."""
EPOCHS = 4


@pytest.fixture(scope="session")
def taught_once(filled_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy it."""
    folder = tmp_path_factory.mktemp("taught") / "coast"
    shutil.copytree(filled_once, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDINGS_HOME", str(folder.with_name("home")))
        patch.setattr("core.training.sitting.TELL_S", 0.0)
        with open_collection(folder) as collection:
            teach(collection, controls="random labels", training__epochs=str(EPOCHS), training__keep="last")
            teach(collection, "tag", data__field="instrument", data__least="0", head__kind="logistic")
            teach(collection, "regress", data__field="tempo", head__kind="logistic")
            with collection.database.writing() as session:
                session.execute(update(JobRow).values(state="done"))
    return folder


class Playing(QuietPlayer):
    playing_changed = Signal(bool)
    is_playing = False

    def play(self, passages: Sequence[Passage], start: int = 0) -> None:
        self.is_playing = True
        super().play(passages, start)
        self.playing_changed.emit(True)

    def pause(self) -> None:
        self.is_playing = False
        self.playing_changed.emit(False)

    def go_on(self) -> None:
        """To the next of the queue, as sound does by itself."""
        self.place += 1
        self.passage_changed.emit(self.passage)


@pytest.fixture
def stage(taught_once: Path, tmp_path: Path, qtbot) -> Iterator[Stage]:
    with staged(taught_once, tmp_path, qtbot) as stage:
        stage.player = Playing(stage)
        stage.kit = dataclasses.replace(stage.kit, player=stage.player)  # type: ignore[arg-type]
        yield stage
