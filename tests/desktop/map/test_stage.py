"""The legend hides nothing: where no corner of the map is empty, the map stands beside it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from desktop.map.legend import Row
from desktop.map.stage import Stage

CROWDED = np.random.default_rng(0).random((400, 2)).astype(np.float32)
"""As many points in every corner as anywhere."""
ALONG = np.column_stack([np.linspace(0, 1, 60), np.linspace(0, 1, 60)]).astype(np.float32)
"""From one corner to the other: the other two are empty."""


@pytest.fixture
def stage(qtbot):
    made = Stage()
    qtbot.addWidget(made)
    made.resize(700, 420)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.finish()


def show(stage: Stage, points: np.ndarray, qtbot) -> None:
    stage.canvas.set_points(np.arange(1, len(points) + 1), points)
    stage.legend.show_classes(
        "Genre", [Row(code, f"genre {code}", 10, None) for code in range(8)], frozenset()
    )
    stage.place_legend()
    qtbot.waitUntil(stage.canvas.is_complete)


def hidden(stage: Stage) -> int:
    places = [stage.canvas.view.to_screen(float(x), float(y)) for x, y in stage.canvas.scene.points]
    return sum(stage.legend.geometry().contains(place.toPoint()) for place in places)


def seen(stage: Stage) -> int:
    rect = stage.canvas.rect()
    places = [stage.canvas.view.to_screen(float(x), float(y)) for x, y in stage.canvas.scene.points]
    return sum(rect.contains(place.toPoint()) for place in places)


@pytest.mark.parametrize("points", [CROWDED, ALONG], ids=["crowded", "along"])
def test_the_legend_lies_over_no_point(stage, points, qtbot):
    show(stage, points, qtbot)
    assert hidden(stage) == 0
    assert seen(stage) == len(points)


def test_a_legend_that_was_put_somewhere_takes_no_room(stage, qtbot):
    show(stage, CROWDED * np.float32([3, 1]), qtbot)
    beside = stage.canvas.view.scale
    stage.put_legend([0.0, 0.0])
    assert stage.canvas.view.scale > beside
    assert hidden(stage) > 0
    stage.put_legend(None)
    assert stage.canvas.view.scale == pytest.approx(beside)
    assert isinstance(stage.canvas.point_of(1), QPointF)
