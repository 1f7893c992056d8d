"""The window's thread while a demo is made, scanned, encoded and mapped with the desk open.

No turn of its loop may take longer than 50 ms; whoever holds it longer is named
on stderr. How soon the palette opens is measured on the same desk.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from core.store import create_collection
from tests.benchmarks.bench_window import _close, _wait
from tests.benchmarks.figure import Figure

TRACKS = 24
SECONDS = 4.0
MARK_S = 0.05
ROUNDS = 9


def _job(window, kind: str, request: object) -> None:
    """Ask for a job and wait until it and what follows from it are over."""
    before = {row.id for row in window.jobs.rows}
    window.workspace.submit(kind, request)

    def over() -> bool:
        new = [row for row in window.jobs.rows if row.id not in before]
        return any(row.kind == kind for row in new) and all(row.ended for row in new)

    _wait(over, 300.0)


def _watched(name: str, work: Callable[[], object]) -> Figure:
    from tests.desktop.watchdog import Watchdog

    watchdog = Watchdog(MARK_S).start()
    work()
    stalls = watchdog.stop()
    if stalls.over:
        said = f"{name}: {stalls.over} over {MARK_S * 1000:.0f} ms, longest {stalls.longest_s * 1000:.0f} ms"
        sys.stderr.write(f"  {said} by {stalls.longest_by}; seen: {stalls.worst()}\n")
    return Figure(f"longest stall, {name}", stalls.longest_s, "s", limit=MARK_S)


def _rest(seconds: float) -> None:
    end = time.monotonic() + seconds
    _wait(lambda: time.monotonic() > end)


def _palette(window) -> float:
    """Seconds from the key until it has been painted, the median of several."""
    from PySide6.QtWidgets import QApplication

    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        window.palette_door.toggle()
        window.palette_door.palette.repaint()
        taken.append(time.perf_counter() - begun)
        window.palette_door.toggle()
        QApplication.processEvents()
    return statistics.median(taken)


def measure() -> list[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "" if os.environ.get("DISPLAY") else "offscreen")
    from core.demo.request import DemoRequest
    from core.embedding.request import EncodeRequest
    from core.library.scan import ScanRequest
    from core.maps.request import MapRequest
    from desktop.app import make_app
    from desktop.window import MainWindow

    make_app("dark")
    with tempfile.TemporaryDirectory() as folder:
        create_collection(Path(folder) / "coast", "Coastal archive").close()
        window = MainWindow()
        window.resize(1280, 720)
        window.show()
        window.open_collection(Path(folder) / "coast")
        _wait(lambda: window.desk is not None and window.desk.isVisible())
        window.desk.turn_to("map")
        _rest(2.0)
        figures = [
            _watched("nothing to do", lambda: _rest(2.0)),
            _watched(
                "a demo is made", lambda: _job(window, "demo", DemoRequest(tracks=TRACKS, seconds=SECONDS))
            ),
            _watched("scan", lambda: _job(window, "scan", ScanRequest())),
            _watched("encode with descriptors", lambda: _job(window, "encode", EncodeRequest("descriptors"))),
            _watched("a map is drawn", lambda: _job(window, "map", MapRequest("descriptors", perplexity=5))),
            Figure(f"palette opens (median of {ROUNDS})", _palette(window), "s", limit=MARK_S),
        ]
        _close(window)
    return figures
