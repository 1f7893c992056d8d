"""The map under hand: how long a frame takes while it is pulled and zoomed, and what catching points costs.

The peer is the usual way to draw points with pyqtgraph, in turn with ours. A
frame is what the window's thread does for it; of many points the picture is
drawn anew in a thread, and how long that takes is a figure of its own.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from tests.benchmarks.figure import Figure, in_turn

WIDTH, HEIGHT = 1200, 800
STEPS = 12
LIMITS_MS = {100_000: 16.0, 1_000_000: 33.0}
CATCH_MS = 100.0


def clusters(count: int) -> tuple[Any, Any]:
    """Points of ten clusters and their classes."""
    rng = np.random.default_rng(3)
    centres, spread = rng.normal(size=(10, 2)) * [7, 4.5], rng.uniform(0.5, 1.2, size=(10, 1))
    codes = rng.integers(0, 10, count)
    points = centres[codes] + rng.normal(size=(count, 2)) * spread[codes]
    return points.astype(np.float32), codes.astype(np.int16)


def _median(moves: list[Callable[[], None]]) -> float:
    """Milliseconds of one move with all that it paints."""
    taken = []
    for move in moves:
        start = time.perf_counter()
        move()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def _canvas(points: Any, codes: Any) -> Any:
    from desktop.map.canvas import MapCanvas
    from desktop.theme import look

    canvas = MapCanvas()
    canvas.resize(WIDTH, HEIGHT)
    canvas.set_points(np.arange(len(points)), points)
    canvas.set_classes(codes, look().theme.classes)
    canvas.show()
    _settle(canvas)
    return canvas


def _settle(canvas: Any) -> None:
    from PySide6.QtWidgets import QApplication

    while not canvas.is_complete():
        QApplication.processEvents()


def _moves(canvas: Any, after: Callable[[], None]) -> list[Callable[[], None]]:
    from PySide6.QtCore import QPointF

    def pull() -> None:
        canvas.pan(9.0, 5.0)
        after()

    def grow(factor: float) -> Callable[[], None]:
        def zoom() -> None:
            canvas.zoom(factor, QPointF(WIDTH / 3, HEIGHT / 3))
            after()

        return zoom

    return [*[pull] * STEPS, *[grow(1.1)] * STEPS, *[grow(1 / 1.1)] * STEPS]


def _frames(canvas: Any) -> float:
    """As a hand moves it: each move is painted, and answers of the thread come in between."""
    from PySide6.QtWidgets import QApplication

    def paint() -> None:
        QApplication.processEvents()
        canvas.repaint()

    canvas.fit()
    _settle(canvas)
    return _median(_moves(canvas, paint))


def _redraws(canvas: Any) -> float:
    canvas.fit()
    _settle(canvas)
    return _median(_moves(canvas, lambda: (canvas.repaint(), _settle(canvas))))


def _scatter(points: Any, codes: Any) -> Any:
    import pyqtgraph

    from desktop.theme import look

    plot = pyqtgraph.PlotWidget()
    plot.resize(WIDTH, HEIGHT)
    brushes = [pyqtgraph.mkBrush(style.colour) for style in look().theme.classes]
    for code in range(10):
        own = points[codes == code]
        plot.addItem(pyqtgraph.ScatterPlotItem(own[:, 0], own[:, 1], size=3, pen=None, brush=brushes[code]))
    plot.setAspectLocked(True)
    plot.show()
    plot.viewport().repaint()
    return plot


def _peer_frames(plot: Any) -> float:
    box = plot.getPlotItem().getViewBox()
    box.autoRange()

    def pull() -> None:
        box.translateBy(x=0.2, y=0.1)
        plot.viewport().repaint()

    def grow(factor: float) -> Callable[[], None]:
        def zoom() -> None:
            box.scaleBy((factor, factor))
            plot.viewport().repaint()

        return zoom

    few = 3
    return _median([*[pull] * few, *[grow(1 / 1.1)] * few, *[grow(1.1)] * few])


def _catch(canvas: Any) -> float:
    around = np.linspace(0, 2 * np.pi, 300)
    outline = np.column_stack([6 * np.cos(around), 4 * np.sin(around)])
    index = canvas.measuring.indexes.reach
    return _median([lambda: (index.inside(outline), None)[1]] * 5)


def _hover(canvas: Any) -> float:
    from PySide6.QtCore import QPointF

    canvas.fit()
    at = [QPointF(x, y) for x in range(100, WIDTH, 150) for y in range(100, HEIGHT, 150)]
    return _median([lambda at=at: (canvas.nearest(at), None)[1] for at in at])


def measure() -> list[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "" if os.environ.get("DISPLAY") else "offscreen")
    from desktop.app import make_app

    make_app("dark")
    figures = []
    for count, limit in LIMITS_MS.items():
        points, codes = clusters(count)
        canvas, plot = _canvas(points, codes), _scatter(points, codes)
        ours, theirs = in_turn(lambda c=canvas: _frames(c), lambda p=plot: _peer_frames(p), rounds=3)
        said = f"{count:,} points"
        figures += [
            Figure(f"map frame, {said}", ours, "ms", "bare ScatterPlotItem", theirs, limit=limit),
            Figure(f"map drawn anew, {said}", _redraws(canvas), "ms", "bare ScatterPlotItem", theirs),
            Figure(f"lasso of {said}", _catch(canvas), "ms", limit=CATCH_MS),
            Figure(f"point under the pointer, {said}", _hover(canvas), "ms"),
        ]
        canvas.finish()
        for widget in (canvas, plot):
            widget.hide()
            widget.deleteLater()
    return figures
