"""The desk as it was: after closing, after another version, after the program was killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.desk import session
from desktop.start.parts import LeftCard
from tests.desktop.conftest import LONG_MS
from tests.desktop.desk.conftest import close, open_in
from tests.desktop.test_start import environment


def written(folder: Path) -> dict:
    return json.loads(session.session_path(folder).read_text())


def test_everything_is_as_it_was(make_window, stocked, qtbot):
    first = open_in(make_window(), stocked, qtbot)
    first.kit.filter.ask("genre:lament", "-year")
    first.kit.selection.choose([3, 5, 7])
    first.kit.selection.make_current(5)
    first.desk.docks["library"].close()
    first.desk.docks["answers"].bring(first.desk.track)
    first.desk.pages.set_double(double=True, beside="collection")
    first.jobs_door.toggle()
    close(first, qtbot)
    assert written(stocked)["runs"] is None
    again = open_in(make_window(), stocked, qtbot)
    kit, desk = again.kit, again.desk
    qtbot.waitUntil(lambda: bool(kit.selection.chosen), timeout=LONG_MS)
    assert (kit.filter.asked.text, kit.filter.asked.sort) == ("genre:lament", "-year")
    assert (kit.selection.chosen, kit.selection.current) == ({3, 5, 7}, 5)
    assert desk.docks["library"].isHidden()
    assert desk.docks["answers"].front is desk.track
    assert desk.pages.shown == ["map", "collection"]
    assert again.jobs_door.pane.isVisible()
    assert not kit.history.undo_words


def test_each_collection_has_its_own(desk_window, folder, stocked, qtbot):
    desk_window.desk.docks["library"].close()
    desk_window.kit.filter.ask("genre:dance")
    desk_window.open_collection(folder)
    qtbot.waitUntil(
        lambda: desk_window.workspace.folder == folder and desk_window.desk.isVisible(), timeout=LONG_MS
    )
    assert not desk_window.desk.docks["library"].isHidden()
    assert desk_window.kit.filter.asked.text == ""
    assert desk_window.desk.pages.shown == ["collection"]
    desk_window.open_collection(stocked)
    qtbot.waitUntil(lambda: desk_window.kit.filter.asked.text == "genre:dance", timeout=LONG_MS)
    assert desk_window.desk.docks["library"].isHidden()


def test_tracks_that_are_gone_are_left_out(make_window, stocked, qtbot):
    first = open_in(make_window(), stocked, qtbot)
    first.kit.selection.start_with([2, 4_000], 5_000)
    close(first, qtbot)
    again = open_in(make_window(), stocked, qtbot)
    qtbot.waitUntil(lambda: again.kit.selection.chosen == {2}, timeout=LONG_MS)
    assert again.kit.selection.current is None


def test_a_floating_dock_goes_with_the_collection_and_comes_back(desk_window, stocked, qtbot):
    dock = desk_window.desk.docks["answers"]
    dock.setFloating(True)
    desk_window.close_collection()
    qtbot.waitUntil(desk_window.start.isVisible, timeout=LONG_MS)
    assert not dock.isVisible()
    qtbot.waitUntil(desk_window.start.shows_chart)
    open_in(desk_window, stocked, qtbot)
    assert dock.isFloating()
    assert dock.isVisible()


@pytest.mark.may_log("counts as empty")
@pytest.mark.parametrize(
    "desk",
    [
        None,
        [],
        {"places": "eA==", "places_version": 1, "front": [], "pages": {"shown": ["gone"]}, "asked": 7},
        {"places": 9, "front": {"library": 4, "gone": "x"}, "chosen": [True, "1", None, 2.5], "current": "x"},
        {"panes": {"library": []}, "pages": None, "colour_by": 3, "jobs": "yes", "chosen": {"a": 1}},
    ],
)
def test_what_makes_no_sense_is_left_out(make_window, stocked, qtbot, desk):
    path = session.session_path(stocked)
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"version": 1, "folder": str(stocked), "name": "x", "runs": 7, "desk": desk}))
    window = open_in(make_window(), stocked, qtbot)
    assert window.desk.pages.shown == ["map"]
    assert not window.desk.docks["library"].isHidden()


@pytest.mark.may_log("counts as empty")
@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 99, "desk": {"jobs": true}}'])
def test_a_damaged_file_counts_as_none(home, tmp_path, text):
    path = session.session_path(tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert session.read(tmp_path) == {}
    assert session.left_behind() is None


def test_nothing_is_written_while_nothing_changes(desk_window, stocked, qtbot):
    qtbot.waitUntil(session.session_path(stocked).exists, timeout=LONG_MS)
    desk_window.session.note()
    qtbot.wait(50)
    before = session.session_path(stocked).stat().st_mtime_ns
    desk_window.session.note()
    qtbot.wait(100)
    assert session.session_path(stocked).stat().st_mtime_ns == before
    desk_window.kit.selection.choose([4])
    desk_window.session.note()
    qtbot.waitUntil(lambda: written(stocked)["desk"]["chosen"] == [4], timeout=LONG_MS)


def test_too_many_chosen_are_not_kept(desk_window):
    desk_window.kit.selection.start_with(range(10_000), None)
    assert desk_window.desk.kept()["chosen"] == []
    desk_window.kit.selection.start_with(range(9_999), None)
    assert len(desk_window.desk.kept()["chosen"]) == 9_999


# A program that is killed

VICTIM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
import desktop.desk.session as session
session.EVERY_MS = 100
from desktop.app import make_app
from desktop.window import MainWindow

app = make_app("light")
window = MainWindow()
window.painted.connect(lambda: window.open_collection(Path(sys.argv[1])))

def act():
    if window.desk is None or not window.kit.filter.ids:
        return
    timer.stop()
    window.kit.selection.choose([2, 6])
    window.kit.filter.ask("genre:ballad")
    window.desk.docks["player"].close()

timer = QTimer(interval=50)
timer.timeout.connect(act)
timer.start()
window.show()
sys.exit(app.exec())
"""


@pytest.fixture
def killed(stocked, home, known_computer) -> Path:
    """A real program was killed while it showed the collection."""
    program = subprocess.Popen(
        [sys.executable, "-c", VICTIM, str(stocked)],
        env=environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if session.session_path(stocked).exists():
            desk = written(stocked)["desk"]
            if desk["chosen"] == [2, 6] and desk["asked"]["text"] == "genre:ballad":
                break
        time.sleep(0.1)
    else:
        program.kill()
        pytest.fail("the program never wrote down how its desk is")
    assert session.left_behind() is None  # it lives
    time.sleep(0.3)
    os.kill(program.pid, signal.SIGKILL)
    program.wait(30)
    return stocked


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
@pytest.mark.may_log("interrupted|left open|busy")
def test_after_a_kill_the_collection_is_offered_as_it_was(killed, make_window, qtbot):
    window = make_window()
    card = window.findChild(LeftCard)
    qtbot.waitUntil(card.isVisible, timeout=LONG_MS)
    assert card.open_button.text() == "Open Coastal archive as it was"
    qtbot.mouseClick(card.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.kit.selection.chosen == {2, 6}, timeout=LONG_MS)
    qtbot.waitUntil(lambda: sorted(window.kit.filter.ids) == [2, 6, 10], timeout=LONG_MS)
    assert window.desk.docks["player"].isHidden()
    close(window, qtbot)
    assert session.left_behind() is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
@pytest.mark.may_log("interrupted|left open|busy")
def test_what_is_left_alone_is_not_offered_again(killed, make_window, qtbot):
    window = make_window()
    card = window.findChild(LeftCard)
    qtbot.waitUntil(card.isVisible, timeout=LONG_MS)
    qtbot.mouseClick(card.leave_button, Qt.MouseButton.LeftButton)
    assert not card.isVisible()
    qtbot.waitUntil(lambda: session.left_behind() is None, timeout=LONG_MS)
    assert session.read(killed)["chosen"] == [2, 6]
