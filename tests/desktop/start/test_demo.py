"""The demo collection, from the card on the start page to a collection with tracks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core import places
from core.demo.request import DemoRequest
from core.jobs import Queue
from core.store import open_collection
from desktop.widgets import Question
from desktop.window import MainWindow
from tests.desktop.conftest import LONG_MS, dialog_of, press

SMALL = DemoRequest(tracks=3, seconds=3.0)
MANY = DemoRequest(tracks=400, seconds=3.0)

LEFT_RUNNING = """
import sys
from core.demo.request import DemoRequest
from desktop.app import make_app
from desktop.window import MainWindow

app = make_app("light")
window = MainWindow(DemoRequest(tracks=24, seconds=3.0))
window.painted.connect(window.open_demo)
window.show()
sys.exit(app.exec())
"""


def click(window: MainWindow, qtbot) -> None:
    qtbot.mouseClick(window.start.demo_card, Qt.MouseButton.LeftButton)


def states(window: MainWindow) -> dict[str, str]:
    return {row.kind: row.state for row in reversed(window.jobs.rows)}


def wait_for_tracks(window: MainWindow, qtbot, tracks: int) -> None:
    def there() -> bool:
        return window.desk is not None and window.desk.overview.numbers["tracks"].text() == str(tracks)

    qtbot.waitUntil(there, timeout=LONG_MS)
    qtbot.waitUntil(lambda: states(window).get("listen") == "done", timeout=LONG_MS)


def close_collection(window: MainWindow, qtbot) -> None:
    window.menus.actions["close"].trigger()
    qtbot.waitUntil(window.start.isVisible, timeout=LONG_MS)
    qtbot.waitUntil(window.start.shows_chart)


def test_the_card_says_what_comes(make_window):
    window = make_window()
    card = window.start.demo_card
    assert card.accessibleName() == "Open the demo collection"
    assert "120 short pieces in twelve styles" in card.accessibleDescription()
    assert "85 MB" in card.accessibleDescription()
    assert str(places.demo_folder()) in card.toolTip()


def test_from_the_card_to_tracks_and_at_once_the_second_time(make_window, qtbot):
    window = make_window(SMALL)
    window.start.demo_card.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window.start.demo_card, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "demo" in states(window), timeout=LONG_MS)
    qtbot.waitUntil(lambda: window.windowTitle() == "Demo collection — Soundings", timeout=LONG_MS)
    assert window.workspace.folder == places.demo_folder()
    if states(window)["demo"] == "running":
        assert "appear here when the job below is done" in window.desk.overview.empty.text()
    wait_for_tracks(window, qtbot, 3)
    qtbot.waitUntil(lambda: window.desk.pages.current == "map", timeout=LONG_MS)
    assert not window.desk.overview.empty.isVisible()
    close_collection(window, qtbot)
    with qtbot.waitSignal(window.workspace.jobs_listed, timeout=LONG_MS) as listed:
        click(window, qtbot)
    assert [(job.kind, job.state) for job in listed.args[0]] == [("listen", "done"), ("demo", "done")]
    assert window.desk.overview.numbers["tracks"].text() == "3"


def test_cancelling_leaves_an_empty_collection_and_the_menu_begins_anew(make_window, qtbot):
    window = make_window(MANY)
    click(window, qtbot)
    qtbot.waitUntil(lambda: any(row.done for row in window.jobs.rows), timeout=LONG_MS)
    qtbot.mouseClick(window.strip.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: states(window).get("demo") == "cancelled", timeout=LONG_MS)
    assert not (places.demo_folder() / "audio").exists()
    assert "This collection is empty" in window.desk.overview.empty.text()
    assert window.desk.pages.current == "collection"
    window.demo = SMALL
    window.menus.actions["demo"].trigger()
    wait_for_tracks(window, qtbot, 3)


def test_leaving_pauses_and_the_card_goes_on(make_window, qtbot):
    window = make_window(DemoRequest(tracks=12, seconds=3.0))
    click(window, qtbot)
    qtbot.waitUntil(lambda: any(row.done for row in window.jobs.rows), timeout=LONG_MS)
    window.menus.actions["close"].trigger()
    press(qtbot, dialog_of(window, Question), "Close and pause")
    qtbot.waitUntil(window.start.isVisible, timeout=LONG_MS)
    click(window, qtbot)
    wait_for_tracks(window, qtbot, 12)
    assert [row.kind for row in window.jobs.rows].count("demo") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.usefixtures("known_computer")
def test_a_killed_window_leaves_a_demo_that_the_card_goes_on_with(make_window, qtbot):
    audio = places.demo_folder() / "audio"
    root = str(Path(__file__).parents[3])
    with subprocess.Popen([sys.executable, "-c", LEFT_RUNNING], cwd=root, env=os.environ.copy()) as left:
        while len(list(audio.glob("*/*/*"))) < 2:
            assert left.poll() is None
            time.sleep(0.05)
        left.send_signal(signal.SIGKILL)
    before = {path: path.stat().st_mtime_ns for path in audio.glob("*/*/*.*") if path.name[0] != "."}
    window = make_window(DemoRequest(tracks=24, seconds=3.0))
    click(window, qtbot)
    wait_for_tracks(window, qtbot, 24)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    with open_collection(places.demo_folder()) as collection:
        assert [(job.kind, job.attempts) for job in Queue(collection).jobs()] == [("listen", 1), ("demo", 2)]


@pytest.mark.may_log("told: ")
def test_something_else_in_its_place_is_said_in_one_sentence(make_window, qtbot):
    places.demo_folder().parent.mkdir(parents=True, exist_ok=True)
    places.demo_folder().write_text("mine")
    window = make_window(SMALL)
    click(window, qtbot)
    qtbot.waitUntil(window.messages.isVisible, timeout=LONG_MS)
    assert window.start.isVisible()
    assert window.messages.text.text().startswith(f"{places.demo_folder()} cannot be used: ")
    assert places.demo_folder().read_text() == "mine"


def test_a_strange_file_where_the_audio_goes_fails_the_job_in_one_sentence(make_window, qtbot):
    places.demo_folder().mkdir(parents=True)
    (places.demo_folder() / "audio").write_text("mine")
    window = make_window(SMALL)
    click(window, qtbot)
    qtbot.waitUntil(lambda: states(window).get("demo") == "failed", timeout=LONG_MS)
    said = next(row.sentence for row in window.jobs.rows if row.kind == "demo")
    assert said.endswith("audio is a file, not a folder. Choose a folder for the demo.")
    (places.demo_folder() / "audio").unlink()
    window.menus.actions["demo"].trigger()
    wait_for_tracks(window, qtbot, 3)
