"""The window while something learns at full speed: how its thread turns, and how much slower it learns.

The same recipe on the same vectors, in turn with nobody watching, as the command
line trains, and with the Monitor page open and everything on it moving.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from core.jobs import Engine
from core.recipes import TrainRequest, change, find_recipe, write_recipe
from core.runs import read_run
from core.runs.shown import list_runs
from core.store import create_collection, open_collection
from tests.benchmarks.figure import Figure

EPOCHS = 400
ROUNDS = 5
TICK_MS, LOOK_MS = 4, 50
TURN_S = 0.016
SETTINGS = {
    "training.epochs": str(EPOCHS),
    "training.patience": "0",
    "training.head_lr": "0.001",
    "head.width": "512",
    "controls": "majority",
}


def _wait(until: Callable[[], bool], timeout_s: float = 120.0) -> None:
    """Turns the loop until it is so. It looks seldom, for looking takes turns, too."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, deadline = QEventLoop(), time.monotonic() + timeout_s
    timer = QTimer(interval=LOOK_MS)
    timer.timeout.connect(lambda: loop.quit() if until() or time.monotonic() > deadline else None)
    timer.start()
    loop.exec()
    timer.stop()
    assert until(), "waited in vain"


class Turns:
    """How long each turn of the window's thread took, as a timer on it finds."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.taken: list[float] = []
        self._last_s = time.perf_counter()
        self._timer = QTimer(interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        self._last_s = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.taken.append(max(now - self._last_s - TICK_MS / 1000, 0.0))
        self._last_s = now


def _request(seed: int) -> TrainRequest:
    return TrainRequest(write_recipe(change(find_recipe("classify"), SETTINGS)), seed)


def _alone(folder: Path, seed: int) -> float:
    """Seconds in its epochs, in a worker of the command line's engine."""
    with open_collection(folder) as collection:
        engine = Engine(collection, adopt=False)
        job = engine.submit("train", _request(seed))
        while not engine.job(job).state.ended:
            time.sleep(0.2)
        engine.close(30.0)
        return _seconds(collection, job)


def _seconds(collection, job: int) -> float:
    run = next(line.run for line in list_runs(collection) if line.job == job)
    return float(read_run(collection, run).environment["learnt"]["seconds"])


def _watched(
    window, folder: Path, seed: int, turns: Turns | None = None, drawn: list[int] | None = None
) -> float:
    """With `turns`, they are measured, which takes the processor some time itself."""
    before = {row.id for row in window.jobs.rows}
    window.workspace.submit("train", _request(seed))

    def new() -> list:
        return [row for row in window.jobs.rows if row.id not in before and row.kind == "train"]

    page = window.desk.monitor
    _wait(lambda: any(page.watching.run == line.run and line.job in {r.id for r in new()}
                      for line in window.kit.runs.lines), 120.0)  # fmt: skip
    start = page.loss.drawn
    if turns:
        turns.start()
    _wait(lambda: all(row.ended for row in new()), 300.0)
    if turns:
        turns.stop()
    if drawn is not None:
        drawn.append(page.loss.drawn - start)
    with open_collection(folder) as collection:
        return _seconds(collection, new()[0].id)


def measure() -> list[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "" if os.environ.get("DISPLAY") else "offscreen")
    from desktop.app import make_app
    from desktop.window import MainWindow
    from tests.core.recipes.conftest import fill

    make_app("dark")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "coast"
        with create_collection(folder) as collection:
            fill(collection)
        window = MainWindow()
        window.resize(1600, 1000)
        window.show()
        window.open_collection(folder)
        _wait(lambda: window.desk is not None and window.desk.isVisible())
        window.desk.turn_to("monitor")
        turns, drawn, taken = Turns(), list[int](), ([], [])
        _watched(window, folder, 100)  # what is imported late comes now
        for seed in range(ROUNDS):
            for values, work in zip(
                taken, (partial(_alone, folder), partial(_watched, window, folder)), strict=True
            ):
                values.append(work(seed=seed))
            _watched(window, folder, ROUNDS + seed, turns, drawn)
        window.jobs.clear()
        window.close()
        _wait(lambda: not window.isVisible())
    alone, watched = map(statistics.median, taken)
    slow = sum(turn > TURN_S for turn in turns.taken) / max(len(turns.taken), 1)
    sys.stderr.write(f"  {len(turns.taken):,} turns, curves drawn {drawn} times\n")
    return [
        Figure("turns of the window over 16 ms while training", 100 * slow, "%", limit=1.0),
        Figure("longest of them", 1000 * max(turns.taken, default=0.0), "ms", limit=100.0),
        Figure(f"{EPOCHS} epochs with the Monitor page", watched, "s", "without", alone, 1.05, True),
    ]
