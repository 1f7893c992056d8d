"""The library under hand: 100,000 tracks scrolled, searched, chosen and edited in the real pane.

A frame is what the window's thread does to move the rows and paint them. The
peer is the same table with the cells that Qt itself paints. From filter to rows
is the time from the question to the moment at which every visible row is painted
with its words; the 150 ms that the query bar waits for more typing come before.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from core.store import create_collection
from tests.benchmarks.bench_query import TRACKS, fill, once_s
from tests.benchmarks.figure import Figure, in_turn

if TYPE_CHECKING:
    from desktop.library.pane import LibraryPane

SIZE = (900, 1000)
STEPS = 60
FRAME_MS, FOUND_MS = 16.0, 100.0
TEXTS = ("genre:g3", "artist:artist_7", "year:1950..1965", "river", "-genre:g1 mood:*", "title:*lament*", "")


def _until(done: Callable[[], bool], timeout_s: float = 60.0) -> None:
    from PySide6.QtWidgets import QApplication

    deadline = time.monotonic() + timeout_s
    while not done():
        QApplication.processEvents()
        time.sleep(0.0005)  # as a window that waits does: the other threads have the interpreter meanwhile
        assert time.monotonic() < deadline, "waited in vain"


def _open(folder: Path) -> tuple[Any, LibraryPane]:
    from PySide6.QtWidgets import QMainWindow

    from desktop.commands import Commands
    from desktop.filter import Asked
    from desktop.kit import make_kit
    from desktop.library.pane import LibraryPane
    from desktop.workspace import Workspace

    window: Any = QMainWindow()
    window.resize(*SIZE)
    window.workspace, window.commands = Workspace(window), Commands(window)
    kit = make_kit(window)
    pane = LibraryPane(kit)
    window.setCentralWidget(pane)
    window.show()
    window.workspace.open(folder)
    _until(lambda: window.workspace.summary is not None)
    pane.restore({})
    pane.show_collection(window.workspace.summary)
    kit.filter.start_with(Asked())
    kit.colouring.refresh()
    _until(lambda: len(pane.tracks.ids) == TRACKS and bool(pane.tracks.columns) and _is_filled(pane))
    return window, pane


def _close(window: Any, pane: LibraryPane) -> None:
    pane.forget()
    pane.finish()
    pane.kit.player.finish()
    closed: list[bool] = []
    window.workspace.closed.connect(lambda: closed.append(True))
    window.workspace.close()
    _until(lambda: bool(closed))
    window.workspace.finish()
    window.hide()
    window.deleteLater()


def _is_filled(pane: LibraryPane) -> bool:
    return all(pane.tracks.card(row) is not None for row in pane.table.seen_rows())


def _frame_ms(pane: LibraryPane, move: Callable[[], object]) -> float:
    start = time.perf_counter()
    move()
    pane.table.viewport().repaint()
    return (time.perf_counter() - start) * 1000


def _scroll(pane: LibraryPane, by: int) -> list[float]:
    """As a wheel does: what comes into sight is painted, and answers of the other thread are heard."""
    from PySide6.QtWidgets import QApplication

    bar = pane.table.verticalScrollBar()
    taken = []
    for _ in range(STEPS):
        start = time.perf_counter()
        bar.setValue(bar.value() + by)
        QApplication.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
        time.sleep(0.005)
    return taken


def _whole_frame(pane: LibraryPane) -> float:
    _until(lambda: _is_filled(pane))
    return statistics.median(_frame_ms(pane, lambda: None) for _ in range(STEPS))


def _scrolling(pane: LibraryPane) -> list[Figure]:
    from PySide6.QtWidgets import QStyledItemDelegate

    from desktop.library.cell import TrackCell

    table = pane.table
    busy = _scroll(pane, 3)
    _until(lambda: pane.facets.counting.is_done and bool(pane.kit.colouring.colours.field))
    table.verticalScrollBar().setValue(0)
    steady, far = _scroll(pane, 3), _scroll(pane, 1500)
    plain = QStyledItemDelegate(table)

    def with_cells(cells: TrackCell | QStyledItemDelegate) -> float:
        table.setItemDelegate(cells)
        return _whole_frame(pane)

    ours, theirs = in_turn(lambda: with_cells(table.cell), lambda: with_cells(plain), rounds=3)
    table.setItemDelegate(table.cell)
    rows = len(table.seen_rows())
    return [
        Figure(f"table frame, {rows} rows painted whole", ours, "ms", "cells as Qt paints them", theirs,
               limit=FRAME_MS),
        Figure("table frame, scrolling by 3 rows", statistics.median(steady), "ms", limit=FRAME_MS),
        Figure("table frame, scrolling by 3 rows, worst", max(steady), "ms"),
        Figure("the same while facets and colours are being read, worst", max(busy), "ms"),
        Figure("table frame, scrolling by 1,500 rows", statistics.median(far), "ms", limit=FRAME_MS),
        Figure("table frame, scrolling by 1,500 rows, worst", max(far), "ms"),
    ]  # fmt: skip


def _found_ms(pane: LibraryPane, text: str) -> float:
    """Until all that is seen is painted, the facets still being counted."""
    answered: list[bool] = []
    connection = pane.kit.filter.found_changed.connect(lambda: answered.append(True))
    start = time.perf_counter()
    pane.kit.filter.ask(text)
    _until(lambda: bool(answered) and _is_filled(pane))
    pane.table.viewport().repaint()
    taken = (time.perf_counter() - start) * 1000
    pane.kit.filter.found_changed.disconnect(connection)
    _until(lambda: pane.facets.counting.is_done)
    return taken


def _jump_ms(pane: LibraryPane) -> float:
    """To the end, until the rows there are painted with their words."""
    bar = pane.table.verticalScrollBar()
    taken = []
    for place in (bar.maximum(), bar.maximum() // 3, bar.maximum() // 2, 40):
        start = time.perf_counter()
        bar.setValue(place)
        _until(lambda: _is_filled(pane))
        pane.table.viewport().repaint()
        taken.append((time.perf_counter() - start) * 1000)
    return max(taken)


def _choosing(pane: LibraryPane) -> list[Figure]:
    from PySide6.QtWidgets import QApplication

    kit = pane.kit

    def painted_ms(act: Callable[[], object]) -> float:
        start = time.perf_counter()
        act()
        QApplication.processEvents()
        return (time.perf_counter() - start) * 1000

    everything = painted_ms(lambda: kit.selection.choose(kit.filter.ids))
    other = painted_ms(lambda: kit.selection.choose(kit.filter.ids[::2]))
    walked = statistics.median(
        painted_ms(lambda: pane.table.make_current(pane.table.row + 1)) for _ in range(STEPS)
    )
    kit.selection.choose(())
    return [
        Figure(f"choose all {TRACKS:,}, painted", everything, "ms", limit=100.0),
        Figure("choose every other track, painted", other, "ms", limit=100.0),
        Figure("walk on by a row with half of them chosen", walked, "ms", limit=FRAME_MS),
    ]


def measure() -> list[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "" if os.environ.get("DISPLAY") else "offscreen")
    from desktop.app import make_app

    make_app("dark")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "coast"
        with create_collection(folder) as made:
            fill(made)
        before = psutil.Process().memory_info().rss
        shown: list[tuple[Any, LibraryPane]] = []
        opened = once_s(lambda: shown.append(_open(folder)))
        window, pane = shown[0]
        figures = [Figure(f"open the library of {TRACKS:,} tracks, rows painted", opened, "s", limit=2.0)]
        figures += _scrolling(pane)
        figures.append(Figure("jump anywhere, rows with their words, worst of 4", _jump_ms(pane), "ms"))
        taken = {text: _found_ms(pane, text) for text in TEXTS}
        figures += [
            Figure(f"{text or 'all tracks'}: from filter to painted rows", ms, "ms", limit=FOUND_MS)
            for text, ms in taken.items()
        ]
        figures += _choosing(pane)
        grown = (psutil.Process().memory_info().rss - before) / 1e6
        figures.append(Figure("memory that the open library takes", grown, "MB", limit=300.0))
        _close(window, pane)
    return figures
