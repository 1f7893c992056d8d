"""The watchdog sees a stall, and says who made it."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer

from tests.desktop.watchdog import Watchdog


def dawdle() -> None:
    end = time.perf_counter() + 0.2
    while time.perf_counter() < end:
        pass


def test_a_stall_is_seen_and_named(qtbot):
    watchdog = Watchdog().start()
    QTimer.singleShot(30, dawdle)
    qtbot.wait(400)
    stalls = watchdog.stop()
    assert stalls.longest_s > 0.19
    assert stalls.over >= 1
    assert "test_watchdog.py" in stalls.longest_by


def test_it_ends_when_it_is_told_to(qtbot):
    watchdog = Watchdog(mark_s=60.0).start()
    qtbot.wait(30)
    assert watchdog.stop().over == 0
