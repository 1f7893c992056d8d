"""Choosing, walking, playing and sorting in the table, by hand and by keyboard."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop.mime import TRACKS
from desktop.player.passage import Passage
from desktop.theme import look
from tests.desktop.library.conftest import TRACKS as TOTAL
from tests.desktop.library.conftest import Shown

Key, Held = Qt.Key, Qt.KeyboardModifier


def ids(library: Shown, *rows: int) -> frozenset[int]:
    return frozenset(library.pane.tracks.ids[row] for row in rows)


def has_colour(library: Shown, row: int, token: str) -> bool:
    table = library.pane.table
    image: QImage = table.viewport().grab().toImage()
    wanted, dots = look().colour(token).rgb(), image.devicePixelRatio()
    top, high = table.rowViewportPosition(row), table.rowHeight(row)
    rows = range(round(top * dots), round((top + high) * dots))
    return any(image.pixel(x, y) == wanted for y in rows for x in range(image.width() // 2))


def test_a_click_chooses_and_makes_current(library: Shown) -> None:
    library.click(3)
    assert library.kit.selection.chosen == ids(library, 3)
    assert library.kit.selection.current == library.pane.tracks.ids[3]
    assert has_colour(library, 3, "selected")
    assert has_colour(library, 3, "accent")
    assert not has_colour(library, 5, "selected")


def test_ctrl_adds_and_shift_takes_all_between(library: Shown) -> None:
    library.click(2)
    library.click(6, Held.ControlModifier)
    assert library.kit.selection.chosen == ids(library, 2, 6)
    library.click(6, Held.ControlModifier)
    assert library.kit.selection.chosen == ids(library, 2)
    library.click(2)
    library.click(5, Held.ShiftModifier)
    assert library.kit.selection.chosen == ids(library, 2, 3, 4, 5)
    library.click(8, Held.ControlModifier)
    library.click(9, Held.ControlModifier | Held.ShiftModifier)
    assert library.kit.selection.chosen == ids(library, 2, 3, 4, 5, 8, 9)
    library.click(4)
    assert library.kit.selection.chosen == ids(library, 4)


def test_choosing_can_be_undone(library: Shown) -> None:
    library.click(2)
    library.click(4)
    library.kit.history.undo()
    assert library.kit.selection.chosen == ids(library, 2)


def test_a_click_below_the_rows_lets_go(library: Shown) -> None:
    library.ask("genre:Lament year:..1940")
    library.click(0)
    viewport = library.pane.table.viewport()
    library.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(50, viewport.height() - 5))
    assert library.kit.selection.chosen == frozenset()


def test_the_keyboard_walks_chooses_and_extends(library: Shown) -> None:
    library.click(2)
    library.key(Key.Key_Down)
    assert library.kit.selection.chosen == ids(library, 3)
    library.key(Key.Key_Down, Held.ShiftModifier)
    library.key(Key.Key_Down, Held.ShiftModifier)
    assert library.kit.selection.chosen == ids(library, 3, 4, 5)
    library.key(Key.Key_Down, Held.ControlModifier)
    assert library.kit.selection.chosen == ids(library, 3, 4, 5)
    assert library.kit.selection.current == library.pane.tracks.ids[6]
    library.key(Key.Key_Space, Held.ControlModifier)
    assert library.kit.selection.chosen == ids(library, 3, 4, 5, 6)
    library.key(Key.Key_End)
    assert library.kit.selection.chosen == ids(library, TOTAL - 1)
    library.key(Key.Key_Home)
    assert library.pane.table.row == 0
    library.key(Key.Key_PageDown)
    assert library.pane.table.row > 5


def test_what_is_walked_past_while_a_key_is_held_is_not_chosen(library: Shown) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    library.click(0)
    for _ in range(5):
        held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Down, Held.NoModifier, "", autorep=True)
        QApplication.sendEvent(library.pane.table, held)
    assert library.kit.selection.current == library.pane.tracks.ids[5]
    assert library.kit.selection.chosen == ids(library, 0)
    released = QKeyEvent(QEvent.Type.KeyRelease, Key.Key_Down, Held.NoModifier, "")
    QApplication.sendEvent(library.pane.table, released)
    assert library.kit.selection.chosen == ids(library, 5)


def test_what_others_choose_is_seen_and_their_current_track_comes_into_sight(library: Shown) -> None:
    last = library.pane.tracks.ids[-1]
    library.kit.selection.choose(library.pane.tracks.ids)
    library.kit.selection.make_current(last)
    table = library.pane.table
    assert table.row == TOTAL - 1
    assert TOTAL - 1 in table.seen_rows()
    assert has_colour(library, TOTAL - 3, "selected")


def test_enter_and_a_double_click_play_from_there_on(library: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[Passage]] = []
    monkeypatch.setattr(library.kit.player, "play", lambda passages, start=0: asked.append(list(passages)))
    library.click(TOTAL - 3)
    library.key(Key.Key_Return)
    library.qtbot.mouseDClick(
        library.pane.table.viewport(), Qt.MouseButton.LeftButton, pos=library.row_place(TOTAL - 2)
    )
    order = library.pane.tracks.ids
    assert asked == [[Passage(id_) for id_ in order[-3:]], [Passage(id_) for id_ in order[-2:]]]
    assert library.kit.selection.current == order[-2]


def test_gold_is_only_in_the_row_that_is_heard(library: Shown) -> None:
    player, track_id = library.kit.player, library.pane.tracks.ids[4]
    player._lineup.set([Passage(track_id)])  # as if the sound had come there, without sound
    player._lineup.place = 0
    player._set_playing(playing=True)
    library.click(2)
    assert has_colour(library, 4, "hear")
    assert not any(has_colour(library, row, "hear") for row in (2, 3, 5))
    player._set_playing(playing=False)
    assert not has_colour(library, 4, "hear")


def test_the_head_sorts_up_down_and_not_at_all(library: Shown) -> None:
    head = library.pane.table.head

    def click(key: str) -> None:
        place = [column.key for column in library.pane.tracks.columns].index(key)
        at = QPoint(head.sectionViewportPosition(place) + head.sectionSize(place) // 2, 12)
        with library.qtbot.waitSignal(library.kit.filter.found_changed, timeout=20_000):
            library.qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click("year")
    assert (library.kit.filter.asked.sort, head.sorted_key, head.sorted_down) == ("year", "year", False)
    click("year")
    assert library.pane.tracks.ids[0] == TOTAL
    assert head.sorted_down
    click("year")
    assert (library.kit.filter.asked.sort, head.sorted_key) == ("", "")
    library.ask("genre:Lament sort:-year")
    assert (head.sorted_key, head.sorted_down) == ("year", True)
    click("title")
    assert library.kit.filter.asked.query() == "genre:Lament sort:title"


def test_after_sorting_the_current_track_stays_in_sight(library: Shown) -> None:
    library.click(1)
    library.ask(sort="-year")
    assert library.pane.table.row in library.pane.table.seen_rows()


def test_an_edit_elsewhere_leaves_the_rows_where_they_are(library: Shown) -> None:
    table = library.pane.table
    table.verticalScrollBar().setValue(10)
    top = table.seen_rows().start
    from core.library.edits import set_values

    with library.qtbot.waitSignal(library.kit.filter.found_changed, timeout=20_000):
        library.kit.history.edit(lambda collection: set_values(collection, [12], "genre", ["Waltz"]))
    library.until(lambda: library.pane.tracks.index(11, 2).data() == "Waltz")
    assert table.seen_rows().start == top == 10


def test_what_is_dragged_is_what_is_chosen_in_the_order_of_the_rows(library: Shown) -> None:
    library.ask(sort="-year")
    library.kit.selection.choose([3, 30, 12])
    library.wait_for_cards()
    table = library.pane.table
    row = library.pane.tracks.row_of(30)
    assert row is not None
    data = library.pane.tracks.mime_of(table.dragged(row))
    assert json.loads(bytes(data.data(TRACKS).data())) == [30, 12, 3]
    assert table.dragged(0) == [library.pane.tracks.ids[0]]


def test_a_chosen_row_is_pulled_without_losing_the_others(
    library: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[int] = []
    table, viewport = library.pane.table, library.pane.table.viewport()
    monkeypatch.setattr(table, "drag", dragged.append)
    library.click(2)
    library.click(4, Held.ShiftModifier)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Held.NoModifier, library.row_place(3))
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    place = QPointF(library.row_place(3) + QPoint(0, 40))
    pulled = QMouseEvent(
        QEvent.Type.MouseMove, place, viewport.mapToGlobal(place),
        Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Held.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(viewport, pulled)
    assert dragged == [3]
    assert library.kit.selection.chosen == ids(library, 2, 3, 4)


def test_a_state_says_its_reason(library: Shown) -> None:
    row = TOTAL - 1
    library.pane.table.show_row(row)
    library.until(lambda: library.pane.tracks.card(row) is not None)
    place = [column.key for column in library.pane.tracks.columns].index("state")
    index = library.pane.tracks.index(row, place)
    assert (index.data(), index.data(Qt.ItemDataRole.ToolTipRole)) == (
        "Cannot be read",
        "The file ends early.",
    )
    assert library.pane.table._tip(library.pane.table.visualRect(index).center()) == "The file ends early."
