"""The picture and the strip above it, by wheel, mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.player.picture import Picture
from desktop.theme import look
from tests.desktop.player_pane.conftest import say_position

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def turn(widget: QWidget, x: float, notches: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    point = QPointF(x, widget.height() / 2)
    event = QWheelEvent(
        point, widget.mapToGlobal(point), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def move(widget: QWidget, point: QPoint, buttons: Qt.MouseButton = LEFT) -> None:
    at = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, widget.mapToGlobal(at), Qt.MouseButton.NoButton, buttons, NONE
    )
    QApplication.sendEvent(widget, event)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, LEFT, NONE, start)
    for step in range(1, 5):
        move(widget, start + (end - start) * step / 4)
    QTest.mouseRelease(widget, LEFT, NONE, end)


@pytest.fixture
def picture(loaded) -> Picture:
    return loaded.picture


def at(picture: Picture, seconds: float, y: int | None = None) -> QPoint:
    return QPoint(round(picture.x_at(seconds)), picture.height() // 2 if y is None else y)


def test_the_wheel_zooms_at_the_pointer(picture):
    x = picture.width() * 0.75
    before = picture.seconds(x)
    turn(picture, x, 4)
    assert picture.span.length_s < 30
    assert picture.seconds(x) == pytest.approx(before, abs=0.05)
    turn(picture, x, -6)
    assert picture.span.is_whole


def test_shift_and_wheel_move_along(picture):
    picture.span.show(10, 20)
    turn(picture, 5, -2, SHIFT)
    assert picture.span.start_s > 11
    assert picture.span.length_s == pytest.approx(10)


def test_a_click_seeks(picture, loaded):
    QTest.mouseClick(picture, LEFT, NONE, at(picture, 42.0))
    assert loaded._kit.player.position_s == pytest.approx(42.0, abs=0.1)
    assert loaded.transport.time.text().startswith("0:4")
    assert picture.scene.chosen is None


def test_a_drag_marks_an_excerpt_and_a_double_click_takes_it_away(picture, loaded):
    drag(picture, at(picture, 20.0), at(picture, 12.5))
    assert picture.scene.chosen == pytest.approx((12.5, 20.0), abs=0.1)
    marked = loaded._kit.heard.marked
    assert (marked.start_s, marked.end_s) == picture.scene.chosen
    assert loaded._kit.player.position_s == 0, "nothing was sought"
    assert loaded.marked.isVisible()
    QTest.mouseDClick(picture, LEFT, NONE, at(picture, 40.0))
    assert picture.scene.chosen is None
    assert loaded._kit.heard.marked is None
    assert not loaded.marked.isVisible()


def test_the_edges_of_the_mark_can_be_dragged(picture):
    picture.choose((10.0, 20.0))
    drag(picture, at(picture, 20.0), at(picture, 30.0))
    assert picture.scene.chosen == pytest.approx((10.0, 30.0), abs=0.1)
    drag(picture, at(picture, 10.0), at(picture, 35.0))
    assert picture.scene.chosen == pytest.approx((30.0, 35.0), abs=0.1)


def test_dragging_the_axis_moves_along(picture):
    picture.span.show(20, 30)
    foot = picture.height() - 4
    drag(picture, QPoint(600, foot), QPoint(400, foot))
    assert picture.span.start_s == pytest.approx(20 + 200 / picture.width() * 10, abs=0.05)
    assert picture.scene.chosen is None


def test_the_window_under_the_pointer_is_shown_and_a_click_plays_it_alone(picture, loaded):
    assert len(picture.scene.windows) == 12
    lane = picture.lanes.windows.center().y()
    move(picture, at(picture, 22.0, lane), Qt.MouseButton.NoButton)
    assert picture.scene.pointed == 4
    QTest.mouseClick(picture, LEFT, NONE, at(picture, 22.0, lane))
    passage = loaded._kit.player.passage
    assert (passage.start_s, passage.end_s) == (20.0, 25.0)
    assert loaded._kit.player.is_playing
    move(picture, at(picture, 22.0, 5), Qt.MouseButton.NoButton)
    assert picture.scene.pointed is None


@pytest.mark.parametrize(
    ("keys", "holds"),
    [
        ("+++", lambda span: span.length_s == pytest.approx(60 / 1.25**3, abs=0.1)),
        ("+++-", lambda span: span.length_s == pytest.approx(60 / 1.25**2, abs=0.1)),
        ("+++0", lambda span: span.is_whole),
    ],
)
def test_keys_zoom(picture, qtbot, keys, holds):
    picture.setFocus()
    qtbot.keyClicks(picture, keys)
    assert holds(picture.span)


def test_keys_move(picture, qtbot):
    picture.span.show(20, 30)
    key = Qt.Key
    for pressed, start in ((key.Key_Right, 21), (key.Key_Left, 20), (key.Key_PageDown, 30), (key.Key_End, 50),
                           (key.Key_Home, 0)):  # fmt: skip
        qtbot.keyClick(picture, pressed)
        assert picture.span.start_s == pytest.approx(start, abs=0.01)


def test_an_excerpt_is_marked_played_and_let_go_by_keys(picture, loaded, qtbot, orders):
    player = loaded._kit.player
    player.seek(10.0)
    qtbot.keyClicks(picture, "[")
    player.seek(14.0)
    qtbot.keyClicks(picture, "]")
    assert picture.scene.chosen == pytest.approx((10.0, 14.0))
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert player.is_playing
    assert picture.scene.heard == pytest.approx((10.0, 14.0)), "an audition is heard: gold"
    qtbot.keyClick(picture, Qt.Key.Key_Escape)
    assert picture.scene.chosen is None


class Painted(QObject):
    """How much of a widget is painted each time."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.rooms: list[int] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.rooms.append(sum(rect.width() * rect.height() for rect in event.region()))
        return False


def test_while_it_plays_only_the_line_is_painted(picture, loaded, qapp):
    loaded._kit.player.toggle()
    qapp.processEvents()
    picture.repaint()
    painted, backing = Painted(picture), picture._backing
    for step in range(1, 6):
        say_position(loaded, step * 0.2)
        qapp.processEvents()
    assert len(painted.rooms) >= 4
    assert max(painted.rooms) < picture.width() * picture.height() * 0.05
    assert picture._backing is backing, "the picture itself is not made again"


def test_the_page_turns_when_what_plays_leaves_it(picture, loaded, qapp):
    picture.span.show(10, 20)
    player = loaded._kit.player
    player.seek(19.9)
    player.toggle()
    say_position(loaded, 20.1)
    assert picture.span.start_s == pytest.approx(19.6, abs=0.1)
    picture.span.show(40, 50)
    say_position(loaded, 20.3)
    assert picture.span.start_s == 40, "whoever looks elsewhere is left in peace"


def test_everything_is_painted_in_both_themes(picture, loaded, qapp):
    picture.choose((5.0, 15.0))
    picture.point_at(3)
    pictures = []
    for theme in ("dark", "light"):
        look().choose(theme)
        qapp.processEvents()
        pictures.append(picture.grab().toImage())
        assert not loaded.grab().isNull()
    grounds = [image.pixelColor(image.width() - 3, 1).name() for image in pictures]
    assert len(set(grounds)) == 2


@pytest.fixture
def strip(loaded):
    return loaded.overview


def test_the_frame_is_dragged_resized_and_let_go(strip, loaded):
    span, middle = loaded.span, strip.height() // 2
    span.show(20, 30)
    drag(strip, QPoint(round(strip.x_at(25)), middle), QPoint(round(strip.x_at(45)), middle))
    assert span.start_s == pytest.approx(40, abs=0.2)
    assert span.length_s == pytest.approx(10)
    drag(strip, QPoint(round(strip.frame.right()), middle), QPoint(round(strip.x_at(58)), middle))
    assert (span.start_s, span.end_s) == pytest.approx((40, 58), abs=0.2)
    drag(strip, QPoint(round(strip.frame.left()), middle), QPoint(round(strip.x_at(30)), middle))
    assert (span.start_s, span.end_s) == pytest.approx((30, 58), abs=0.3)
    QTest.mouseDClick(strip, LEFT, NONE, QPoint(50, middle))
    assert span.is_whole


def test_a_click_beside_the_frame_brings_it_there(strip, loaded):
    loaded.span.show(20, 30)
    QTest.mouseClick(strip, LEFT, NONE, QPoint(round(strip.x_at(50)), 5))
    assert (loaded.span.start_s, loaded.span.end_s) == pytest.approx((45, 55), abs=0.2)


def test_where_all_is_seen_a_click_in_the_strip_seeks(strip, loaded):
    QTest.mouseClick(strip, LEFT, NONE, QPoint(round(strip.x_at(33)), 5))
    assert loaded._kit.player.position_s == pytest.approx(33, abs=0.1)
