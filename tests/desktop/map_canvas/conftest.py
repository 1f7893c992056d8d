"""Maps of a few points, shown and painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, SignalInstance
from pytestqt.qtbot import QtBot

from desktop.map.canvas import MapCanvas
from desktop.theme import look

CROSS = [(0, 0), (-4, 0), (4, 0), (0, 3), (0, -3)]
MIDDLE, WEST, EAST, NORTH, SOUTH = 11, 12, 13, 14, 15
"""Its tracks."""
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def make_canvas(qtbot: QtBot) -> Iterator[Callable[..., MapCanvas]]:
    made = []

    def make(points: object = CROSS, size: tuple[int, int] = (600, 400)) -> MapCanvas:
        canvas = MapCanvas()
        qtbot.addWidget(canvas)
        made.append(canvas)
        canvas.resize(*size)
        places = np.array(points, np.float32).reshape(-1, 2)
        canvas.set_points(np.arange(11, 11 + len(places)), places)
        canvas.set_classes(np.zeros(len(places), np.int16), list(look().theme.classes))
        canvas.show()
        canvas.setFocus()
        qtbot.waitUntil(canvas.is_complete)
        return canvas

    yield make
    for canvas in made:
        canvas.finish()


@pytest.fixture
def canvas(make_canvas: Callable[..., MapCanvas]) -> MapCanvas:
    return make_canvas()


def colour_at(canvas: MapCanvas, at: QPointF) -> str:
    return canvas.grab().toImage().pixelColor(at.toPoint()).name().upper()


def is_near(one: QPointF, other: QPointF, within: float = 1.0) -> bool:
    return (one - other).manhattanLength() <= within


def at(canvas: MapCanvas, track_id: int) -> QPoint:
    return canvas.point_of(track_id).toPoint()


def drag(
    qtbot: QtBot,
    canvas: MapCanvas,
    *places: QPoint,
    button: Qt.MouseButton = LEFT,
    modifier: Qt.KeyboardModifier = NONE,
) -> None:
    qtbot.mousePress(canvas, button, modifier, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(canvas, pos=place)
    qtbot.mouseRelease(canvas, button, modifier, pos=places[-1])


def heard(signal: SignalInstance) -> list[tuple[Any, ...]]:
    """What a signal tells from now on."""
    told: list[tuple[Any, ...]] = []
    signal.connect(lambda *arguments: told.append(arguments))
    return told
