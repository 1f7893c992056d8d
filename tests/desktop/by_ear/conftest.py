"""Forty-eight tones of three kinds: real files, vectors that are known, and the page in a real window."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from core.library.groups import read_values
from core.library.labels import NewLabel, write_labels
from core.store import create_collection, open_collection
from core.store.schema import Folder, Track, now
from desktop.by_ear.page import ByEarPage
from desktop.window import MainWindow
from tests.core.recipes.conftest import write_vectors
from tests.desktop.conftest import LONG_MS
from tests.desktop.desk.conftest import open_in

N, RATE, SECONDS = 48, 4000, 12.0
KINDS = ("low", "middle", "high")


def kind_of(track_id: int) -> str:
    return KINDS[(track_id - 1) % 3]


@pytest.fixture(scope="session")
def tones_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once; copy it. Its files stay where they are."""
    place = tmp_path_factory.mktemp("tones")
    (place / "audio").mkdir()
    t = np.arange(int(RATE * SECONDS)) / RATE
    rng = np.random.default_rng(4)
    values = 3.0 * np.eye(3, 8)[np.arange(N) % 3] + rng.standard_normal((N, 8))
    with create_collection(place / "coast") as collection:
        with collection.database.writing() as session:
            session.add(Folder(path=str(place / "audio")))
            session.flush()
            for i in range(N):
                path = f"tone {i:02}.wav"
                soundfile.write(place / "audio" / path, 0.2 * np.sin(2 * np.pi * (90 + 20 * i) * t), RATE)
                session.add(
                    Track(folder_id=1, path=path, shown_path=path, size_bytes=9, mtime_ns=i, state="ok",
                          duration_s=SECONDS, rate_hz=RATE, loudness_db=-20.0, added_at=now())
                )  # fmt: skip
        write_vectors(collection, values, list(range(1, N + 1)))
        with collection.database.writing() as session:
            write_labels(
                session, [NewLabel(i + 1, "artist", f"Duo {i % 12}", "tag") for i in range(N)]
            )  # fmt: skip
    return place / "coast"


@pytest.fixture
def tones(tones_once: Path, tmp_path: Path) -> Path:
    shutil.copytree(tones_once, tmp_path / "coast")
    return tmp_path / "coast"


@pytest.fixture
def opened(make_window: Callable[[], MainWindow], tones: Path, qtbot: QtBot) -> MainWindow:
    return open_in(make_window(), tones, qtbot)


@pytest.fixture
def page(opened: MainWindow, qtbot: QtBot) -> ByEarPage:
    """Labelling a new field, pitch, of three classes, with nothing labelled yet."""
    assert opened.desk is not None
    opened.desk.turn_to("by_ear")
    page: ByEarPage = opened.desk.by_ear
    qtbot.waitUntil(lambda: page.teaching.is_known, timeout=LONG_MS)
    page.acts._begin_field("pitch", False)
    for kind in KINDS:
        page.acts._add(kind)
    answered(page, qtbot)
    return page


def answered(page: ByEarPage, qtbot: QtBot) -> None:
    """Everything that was asked for is written, learnt and shown."""
    teaching = page.teaching
    course = teaching.course
    qtbot.waitUntil(lambda: course.last is None or course.last.is_done, timeout=LONG_MS)
    with open_collection(page.kit.workspace.folder) as collection:
        values = read_values(collection, teaching.choice.field, runs=False)
    counts = Counter(value for found in values.values() for value in found)

    def is_learnt() -> bool:
        result = teaching.result
        if result is None or teaching.state.counts != counts or teaching.probe.is_busy:
            return False
        told = {name: number for name, number in counts.items() if number > 1 or result.needs}
        return result.labelled == told or teaching.state.many

    qtbot.waitUntil(is_learnt, timeout=LONG_MS)
