"""How the window fares while jobs run: answers to a cancel, and stalls of its thread under a flood.

A watchdog ticks every 5 ms on the window's thread; the longest time between two
ticks is the longest stall. The peer is the same window with nothing to do.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from core.store import create_collection
from tests.benchmarks.bench_cancel import endless
from tests.benchmarks.figure import Figure

ROUNDS = 5
IDLE_S = 5.0


class Watchdog:
    """The longest time that the thread's loop did not turn."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest_s = 0.0
        self._last_s = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest_s = max(self.longest_s, now - self._last_s)
        self._last_s = now

    def stop(self) -> float:
        self._tick()
        self._timer.stop()
        return self.longest_s


def _wait(until: Callable[[], bool], timeout_s: float = 120.0) -> None:
    """Turns the loop until it is so, as `exec` would."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, deadline = QEventLoop(), time.monotonic() + timeout_s
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: loop.quit() if until() or time.monotonic() > deadline else None)
    timer.start()
    loop.exec()
    timer.stop()
    assert until(), "waited in vain"


def _open(folder: Path):
    from desktop.window import MainWindow

    window = MainWindow()
    window.resize(1280, 720)
    window.show()
    window.open_collection(folder)
    _wait(lambda: window.desk is not None and window.desk.isVisible())
    window.jobs_door.toggle()
    return window


def _close(window) -> None:
    window.close()
    _wait(lambda: not window.isVisible())
    window.deleteLater()


def _cancel(window) -> tuple[float, float]:
    """Seconds from the click until the strip says so, and until the job is over."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    window.verify()
    _wait(lambda: window.strip.current is not None and window.strip.current.state == "running")
    _wait(lambda: window.strip.cancel.isVisible() and window.strip.cancel.isEnabled())
    QTest.qWait(1000)
    start = time.perf_counter()
    QTest.mouseClick(window.strip.cancel, Qt.MouseButton.LeftButton)

    def says_so() -> bool:
        """Or is over already: some cancels are quicker than the eye."""
        said = window.strip.progress.text() + window.strip.title.text()
        return "Cancelling" in said or all(row.state != "running" for row in window.jobs.rows)

    _wait(says_so)
    answered = time.perf_counter() - start
    _wait(lambda: all(row.state != "running" for row in window.jobs.rows))
    return answered, time.perf_counter() - start


def _flood(window, what: str, number: int) -> float:
    from tests.core.jobs.strange import Strange

    engine = window.workspace._held.engine
    done = 1 + sum(row.state == "done" for row in window.jobs.rows)
    watchdog = Watchdog()
    engine.submit("strange", Strange(what, number))
    _wait(lambda: sum(row.state == "done" for row in window.jobs.rows) >= done)
    return watchdog.stop()


def _idle() -> float:
    watchdog, end = Watchdog(), time.monotonic() + IDLE_S
    _wait(lambda: time.monotonic() > end)
    return watchdog.stop()


def measure() -> list[Figure]:
    os.environ["SOUNDINGS_EXTRA_KINDS"] = "tests.core.jobs.strange"
    os.environ.setdefault("QT_QPA_PLATFORM", "" if os.environ.get("DISPLAY") else "offscreen")
    from desktop.app import make_app

    make_app("dark")
    with tempfile.TemporaryDirectory() as folder:
        window = _open(endless(Path(folder)))
        taken = [_cancel(window) for _ in range(ROUNDS)]
        _close(window)
    answered, ended = (max(values) for values in zip(*taken, strict=True))
    with tempfile.TemporaryDirectory() as folder:
        create_collection(Path(folder) / "coast").close()
        window = _open(Path(folder) / "coast")
        _wait(lambda: True)
        _flood(window, "answer", 1)  # the worker is warm from here on
        idle = _idle()
        throttled = _flood(window, "flood", 1_000_000)
        raw = _flood(window, "raw_flood", 100_000)
        _close(window)
    return [
        Figure(f"Cancel answered in the window (worst of {ROUNDS})", answered, "s", limit=0.2),
        Figure(f"Cancel until the job is over (worst of {ROUNDS})", ended, "s", limit=2.0),
        Figure("longest stall, 1,000,000 reports", throttled, "s", "idle window", idle, limit=0.05),
        Figure(
            "longest stall, 100,000 reports and sentences unthrottled",
            raw,
            "s",
            "idle window",
            idle,
            limit=0.05,
        ),
    ]
