"""Closing the window while something learns; and what a killed one leaves, with real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import update

from core.jobs import Queue
from core.runs import read_curves, read_predictions
from core.runs.shown import list_runs
from core.store import open_collection
from core.store.schema import JobRow
from desktop.widgets import Question
from tests.core.recipes.conftest import recipe, taught
from tests.desktop.conftest import LONG_MS, dialog_of, press
from tests.desktop.monitor.conftest import ENDLESS, epochs, monitor, request, submit

ROOT = str(Path(__file__).parents[3])
WINDOW = """
import sys
from pathlib import Path
import msgspec
from PySide6.QtCore import QTimer
from core.recipes import TrainRequest
from desktop.app import make_app
from desktop.widgets import Question
from desktop.window import MainWindow

app = make_app("light")
window = MainWindow()
folder, text, answer = Path(sys.argv[1]), sys.stdin.read(), sys.argv[2]
window.painted.connect(lambda: window.open_collection(folder))
window.workspace.opened.connect(
    lambda _: window.workspace.submit("train", TrainRequest(text), title="Teach genre"))

def close():
    story = window.desk.monitor.watching.story if window.desk else None
    if answer and story and len(story.rows) > 5:
        window.close()
        question = window.findChild(Question)
        next(b for b in question.buttons if b.text() == answer).click()
        print("hidden" if not window.isVisible() else "seen", flush=True)
    else:
        QTimer.singleShot(50, close)

window.show()
close()
sys.exit(app.exec())
"""
LIMITED = {
    "training__epochs": "400",
    "training__patience": "0",
    "training__checkpoint_s": "0",
    "controls": "majority",
}


def start(folder: Path, answer: str, **changes: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(folder), answer],
        cwd=ROOT, env=os.environ.copy(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(request(**changes).recipe)
    process.stdin.close()
    return process


def wait_for(
    what: Callable[[], bool], process: subprocess.Popen[str] | None = None, limit_s: float = 90
) -> None:
    until = time.monotonic() + limit_s
    while not what():
        assert time.monotonic() < until, "it took too long"
        assert process is None or process.poll() is None, "the program has ended"
        time.sleep(0.1)


def told(folder: Path, run: int = 1) -> int:
    with open_collection(folder) as collection:
        runs = [line.run for line in list_runs(collection)]
        return len(read_curves(collection, run)) if run in runs else 0


def run_state(folder: Path) -> str:
    with open_collection(folder) as collection:
        return list_runs(collection)[0].state


def test_it_asks_and_stays(watching, qtbot):
    submit(watching, **ENDLESS)
    qtbot.waitUntil(lambda: epochs(watching) > 2, timeout=LONG_MS)
    watching.close()
    question = dialog_of(watching, Question)
    assert question.accessibleName() == "Teach genre, seed 0 is running."
    assert [button.text() for button in question.buttons] == [
        "Keep running", "Stop and keep", "Pause until the next start", "Keep open",
    ]  # fmt: skip
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    before = epochs(watching)
    qtbot.waitUntil(lambda: epochs(watching) > before, timeout=LONG_MS)
    assert watching.isVisible()


def test_paused_until_the_next_start(make_window, coast, qtbot):
    window = make_window()
    window.open_collection(coast)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
    submit(window, **ENDLESS)
    qtbot.waitUntil(lambda: epochs(window) > 2, timeout=LONG_MS)
    window.close()
    press(qtbot, dialog_of(window, Question), "Pause until the next start")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG_MS)
    assert run_state(coast) == "paused"


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.usefixtures("known_computer")
def test_it_goes_on_without_its_window_and_the_next_one_sees_it(coast, make_window, qtbot):
    with start(coast, "Keep running", **(ENDLESS | {"training__checkpoint_s": "0.2"})) as left:
        try:
            assert left.stdout is not None
            assert left.stdout.readline() == "hidden\n"
            before = told(coast)
            window = make_window()
            window.open_collection(coast)
            qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
            window.desk.turn_to("monitor")
            qtbot.waitUntil(lambda: epochs(window) > before, timeout=LONG_MS)
            assert monitor(window).watching.moment().state == "running"
            assert not any(row.here for row in window.jobs.rows)
            qtbot.waitUntil(monitor(window).head.keep.isEnabled, timeout=LONG_MS)
            qtbot.mouseClick(monitor(window).head.keep, Qt.MouseButton.LeftButton)
            qtbot.waitUntil(lambda: run_state(coast) == "stopped", timeout=LONG_MS)
            assert left.wait(60) == 0
        finally:
            left.kill()
    with open_collection(coast) as collection:
        assert [(job.kind, str(job.state), job.attempts) for job in Queue(collection).jobs()] == [
            ("train", "stopped", 1)
        ]


@pytest.mark.usefixtures("known_computer", "qapp")
def test_stop_and_keep_while_closing(coast):
    with start(coast, "Stop and keep", **ENDLESS) as left:
        try:
            assert left.stdout is not None
            assert left.stdout.readline() == "hidden\n"
            assert left.wait(60) == 0
        finally:
            left.kill()
    assert run_state(coast) == "stopped"
    with open_collection(coast) as collection:
        assert list_runs(collection)[0].scores["accuracy"].value > 0


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.usefixtures("known_computer")
def test_a_killed_window_leaves_a_run_that_goes_on_as_if_nothing_had_been(
    coast, tmp_path, make_window, qtbot
):
    with open_collection(coast) as collection:
        undisturbed = taught(collection, recipe(**LIMITED)).run
        with collection.database.writing() as session:  # a job that nobody ran would seem to run for ever
            session.execute(update(JobRow).values(state="done"))
        curves, said = read_curves(collection, undisturbed), read_predictions(collection, undisturbed)
    with start(coast, "", **LIMITED) as left:
        wait_for(lambda: told(coast, 2) > 10 and run_state(coast) == "running", left)
        left.send_signal(signal.SIGKILL)
    window = make_window()
    window.open_collection(coast)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
    window.desk.turn_to("monitor")
    page = monitor(window)
    qtbot.waitUntil(lambda: page.head.resume.isVisible() and epochs(window) > 0, timeout=LONG_MS)
    assert 0 < epochs(window) < 400

    def says() -> bool:
        done = epochs(window)
        return (
            page.head.sentence.text() == f"Run 2 was interrupted after epoch {done} of 400. Nothing is lost."
        )

    qtbot.waitUntil(says, timeout=LONG_MS)
    qtbot.mouseClick(page.head.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: run_state(coast) == "done", timeout=LONG_MS)
    qtbot.waitUntil(lambda: page.head.results.isVisible() and epochs(window) == 400, timeout=LONG_MS)
    with open_collection(coast) as collection:
        again = read_curves(collection, 2)
        assert [(r.epoch, r.step, r.figures, r.confusion) for r in again] == [
            (r.epoch, r.step, r.figures, r.confusion) for r in curves
        ]
        assert read_predictions(collection, 2) == said
