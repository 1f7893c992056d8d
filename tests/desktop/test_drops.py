"""Whatever is dropped: looked at, taken in, opened, asked about, or left aside in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
import soundfile
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktop import drops
from desktop.collection import new
from desktop.drops import Haul, look_at
from desktop.widgets import Question
from tests.desktop.conftest import LONG_MS, dialog_of, press


@pytest.fixture
def reels(tmp_path) -> Path:
    """Three recordings, one of them deeper, beside a note."""
    import numpy as np

    folder = tmp_path / "Reels"
    (folder / "side b").mkdir(parents=True)
    for number, place in enumerate((folder, folder, folder / "side b")):
        sound = 0.1 * np.random.default_rng(number).standard_normal(9000)
        soundfile.write(place / f"take {number}.wav", sound, 22050)
    (folder / "notes.txt").write_text("x")
    return folder


@pytest.fixture(autouse=True)
def usual(tmp_path, monkeypatch) -> Path:
    """New collections go here."""
    monkeypatch.setattr(new, "usual_folder", lambda: tmp_path / "Soundings")
    return tmp_path / "Soundings"


def drop(window, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), *how)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *how))
    return enter.isAccepted()


def asked(window, qtbot) -> Question:
    qtbot.waitUntil(lambda: any(q.isVisible() for q in window.findChildren(Question)), timeout=LONG_MS)
    return dialog_of(window, Question)


def told(window, qtbot) -> str:
    qtbot.waitUntil(window.messages.isVisible, timeout=LONG_MS)
    return window.messages.text.text()


# What it is


def test_every_kind_is_known(tmp_path, reels, folder):
    (tmp_path / "evening.m3u").write_text("a.wav\n")
    (tmp_path / "empty").mkdir()
    haul = look_at(
        [folder, folder / "collection.sqlite", reels, tmp_path / "empty", tmp_path / "evening.m3u",
         reels / "notes.txt", tmp_path / "gone.wav"]
    )  # fmt: skip
    assert haul == Haul(
        collections=(folder, folder),
        folders=(reels,),
        empty=(tmp_path / "empty",),
        playlists=(tmp_path / "evening.m3u",),
        others=(reels / "notes.txt", tmp_path / "gone.wav"),
        files=3,
    )


def test_a_file_stands_for_its_folder_and_a_folder_for_what_is_in_it(reels):
    haul = look_at(
        [reels / "take 0.wav", reels / "take 1.wav", reels / "side b", reels / "side b" / "take 2.wav"]
    )
    assert (haul.folders, haul.files) == ((reels,), 3)


def test_a_count_that_takes_too_long_is_a_lower_bound(reels, monkeypatch):
    monkeypatch.setattr(drops, "LOOK_S", -1.0)
    haul = look_at([reels])
    assert (haul.folders, haul.is_whole) == ((reels,), False)


# On the start page


def test_from_a_dropped_folder_to_its_tracks(window, qtbot, reels, usual):
    assert drop(window, reels)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
    assert (window.workspace.name, window.workspace.folder) == ("Reels", usual / "Reels")
    qtbot.waitUntil(lambda: window.desk.overview.numbers["tracks"].text() == "3", timeout=LONG_MS)
    qtbot.waitUntil(lambda: len(window.kit.filter.ids) == 3, timeout=LONG_MS)
    qtbot.waitUntil(
        lambda: all(row.ended for row in window.jobs.rows) and len(window.jobs.rows) >= 2, timeout=LONG_MS
    )
    assert sorted(path.name for path in reels.iterdir()) == [
        "notes.txt",
        "side b",
        "take 0.wav",
        "take 1.wav",
    ]


def test_a_second_collection_of_the_same_name_gets_a_folder_of_its_own(usual):
    (usual / "Reels").mkdir(parents=True)
    (usual / "Reels 2").mkdir()
    assert new.free_folder("Reels") == usual / "Reels 3"
    assert new.free_folder("a/b\\c").name == "a-b-c"


def test_a_playlist_needs_a_collection(window, qtbot, tmp_path):
    (tmp_path / "evening.m3u").write_text("a.wav\n")
    drop(window, tmp_path / "evening.m3u")
    assert "needs an open collection" in told(window, qtbot)


def test_what_is_of_no_use_is_said_in_one_sentence(window, qtbot, reels, tmp_path):
    (tmp_path / "letter.pdf").write_bytes(b"x")
    drop(window, reels / "notes.txt", tmp_path / "letter.pdf")
    assert told(window, qtbot).startswith("notes.txt and 1 more were left aside")


def test_text_is_no_drop(window):
    data = QMimeData()
    data.setText("hello")
    enter = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


# On an open collection


def test_a_folder_is_asked_about_and_added(opened, qtbot, reels):
    drop(opened, reels)
    question = asked(opened, qtbot)
    assert question.accessibleName() == "Add 3 files of Reels to Coastal archive?"
    assert [button.text() for button in question.buttons] == [
        "Add 3 files", "Make a new collection", "Cancel",
    ]  # fmt: skip
    press(qtbot, question, "Add 3 files")
    qtbot.waitUntil(lambda: opened.desk.overview.numbers["tracks"].text() == "3", timeout=LONG_MS)
    qtbot.waitUntil(lambda: all(row.ended for row in opened.jobs.rows), timeout=LONG_MS)


def test_cancel_adds_nothing(opened, qtbot, reels):
    drop(opened, reels / "take 0.wav")
    press(qtbot, asked(opened, qtbot), "Cancel")
    qtbot.wait(50)
    assert opened.jobs.rows == []


def test_a_new_collection_instead(opened, qtbot, reels, usual):
    drop(opened, reels)
    press(qtbot, asked(opened, qtbot), "Make a new collection")
    qtbot.waitUntil(lambda: opened.workspace.folder == usual / "Reels", timeout=LONG_MS)
    qtbot.waitUntil(lambda: len(opened.kit.filter.ids) == 3, timeout=LONG_MS)
    qtbot.waitUntil(lambda: all(row.ended for row in opened.jobs.rows), timeout=LONG_MS)


def test_a_folder_without_a_recording_says_so(opened, qtbot, tmp_path):
    (tmp_path / "empty").mkdir()
    drop(opened, tmp_path / "empty")
    assert told(opened, qtbot).startswith("empty holds no recording.")


def test_a_playlist_is_taken_in(window, qtbot, stocked, stocked_template):
    reels = stocked_template.parent / "reels"
    playlist = reels.parent / "evening.m3u8"
    playlist.write_text(f"{reels / 'track 0001.wav'}\n{reels / 'track 0002.wav'}\nelsewhere.wav\n")
    window.open_collection(stocked)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
    with qtbot.waitSignal(window.workspace.changed, timeout=LONG_MS) as said:
        drop(window, playlist)
    assert said.args[0].playlists
    assert told(window, qtbot) == "evening is a playlist now: 2 tracks. Not in this collection: 1."


def test_a_collection_beside_other_things_is_opened(window, qtbot, folder, reels):
    drop(window, folder, reels)
    qtbot.waitUntil(lambda: window.workspace.folder == folder, timeout=LONG_MS)
    assert told(window, qtbot).startswith("Reels was left aside")


def test_a_drop_on_a_floating_dock_counts(opened, qtbot, reels):
    dock = opened.desk.docks["player"]
    dock.setFloating(True)
    drop(dock, reels)
    press(qtbot, asked(opened, qtbot), "Cancel")
    dock.setFloating(False)
