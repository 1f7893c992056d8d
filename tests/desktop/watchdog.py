"""How long the window's thread stood still, and who held it.

A timer on the thread ticks; a second thread looks whether it does. When the
ticks stay away, the second thread notes what the first one is doing.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from PySide6.QtCore import Qt, QTimer

ROOT = Path(__file__).resolve().parents[2]
TICK_MS = 4
LOOK_S = 0.008


@dataclass
class Stalls:
    """`longest_s` is the longest time without a turn of the loop; `by` counts what was seen meanwhile."""

    longest_s: float = 0.0
    longest_by: str = ""
    over: int = 0
    """How many turns took longer than the mark."""
    by: Counter[str] = field(default_factory=Counter)

    def worst(self, number: int = 3) -> str:
        return ", ".join(f"{who} ({seen})" for who, seen in self.by.most_common(number)) or "nobody"


class Watchdog:
    """Watches the thread that makes it, from `start` to `stop`."""

    def __init__(self, mark_s: float = 0.05) -> None:
        self._mark_s = mark_s
        self._watched = threading.get_ident()
        self._last_s = time.perf_counter()
        self._seen: Counter[str] = Counter()
        self._stalls = Stalls()
        self._over = threading.Event()
        self._timer = QTimer(interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._thread = threading.Thread(target=self._look, name="watchdog", daemon=True)

    def start(self) -> Watchdog:
        self._last_s = time.perf_counter()
        self._timer.start()
        self._thread.start()
        return self

    def stop(self) -> Stalls:
        self._tick()
        self._timer.stop()
        self._over.set()
        self._thread.join()
        return self._stalls

    def _tick(self) -> None:
        now = time.perf_counter()
        took, self._last_s = now - self._last_s, now
        seen, self._seen = self._seen, Counter()
        if took > self._mark_s:
            self._stalls.over += 1
            self._stalls.by.update(seen)
        if took > self._stalls.longest_s:
            self._stalls.longest_s = took
            self._stalls.longest_by = seen.most_common(1)[0][0] if seen else ""

    def _look(self) -> None:
        while not self._over.wait(LOOK_S):
            if time.perf_counter() - self._last_s > 2 * LOOK_S:
                self._seen[who(sys._current_frames().get(self._watched))] += 1


def who(frame: FrameType | None) -> str:
    """The innermost line of ours, else the innermost of anybody's."""
    first = frame
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(ROOT / "desktop") or path.is_relative_to(ROOT / "core"):
            return f"{path.relative_to(ROOT)}:{frame.f_lineno} {frame.f_code.co_name}"
        frame = frame.f_back
    return f"{Path(first.f_code.co_filename).name}:{first.f_lineno}" if first is not None else "nobody"
