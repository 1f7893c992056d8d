"""How long until something is there: the version on a terminal, the painted window on a screen."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from tests.benchmarks.figure import Figure, in_turn

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
import pyqtgraph

class Plot(pyqtgraph.PlotWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)

def painted():
    sys.stderr.write("painted\\n")
    sys.stderr.flush()
    app.quit()

app = QApplication([])
window = QMainWindow()
window.setCentralWidget(Plot())
window.resize(1280, 720)
window.show()
app.exec()
"""


def _seconds_to_line(command: list[str]) -> float:
    """From the start of the process to its first line on stderr."""
    environment = os.environ | {"SOUNDINGS_TIME_START": "1"}
    environment.setdefault("QT_QPA_PLATFORM", "" if environment.get("DISPLAY") else "offscreen")
    start = time.perf_counter()
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stderr is not None
        while b"painted" not in (line := process.stderr.readline()):
            assert line, "the window was never painted"
        seconds = time.perf_counter() - start
        process.stderr.read()
    return seconds


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def measure() -> list[Figure]:
    ours = [sys.executable, "-P", "-m", "desktop"]
    version, nothing = in_turn(
        lambda: _seconds([*ours, "--version"]), lambda: _seconds([sys.executable, "-c", "pass"]), rounds=9
    )
    _seconds_to_line(ours)  # the first start of a day reads everything from the disk
    window, bare = in_turn(
        lambda: _seconds_to_line(ours), lambda: _seconds_to_line([sys.executable, "-c", BARE]), rounds=7
    )
    return [
        Figure("soundings --version", version, "s", "python -c pass", nothing, limit=0.3),
        Figure("painted window", window, "s", "bare PySide6 + pyqtgraph window", bare, limit=1.2),
    ]
