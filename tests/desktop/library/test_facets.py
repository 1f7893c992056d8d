"""Facets: what is checked is in the query, and each counts without its own condition."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.library.facet_group import NumberGroup, ValueGroup
from desktop.library.facet_row import FacetRow
from tests.desktop.library.conftest import TRACKS as TOTAL
from tests.desktop.library.conftest import Shown

Key = Qt.Key


def rows(library: Shown, name: str) -> dict[str, FacetRow]:
    group = library.pane.facets.groups[name]
    return {row.value: row for row in group.body.findChildren(FacetRow) if not row.isHidden()}


def counts(library: Shown, name: str) -> dict[str, int]:
    return {value: row._count for value, row in rows(library, name).items()}


def counted(library: Shown, name: str, wanted: dict[str, int]) -> None:
    library.until(lambda: counts(library, name) == wanted)


def check(library: Shown, name: str, value: str) -> None:
    library.until(lambda: value in rows(library, name))
    with library.qtbot.waitSignal(library.kit.filter.found_changed, timeout=20_000):
        library.qtbot.mouseClick(rows(library, name)[value], Qt.MouseButton.LeftButton, pos=QPoint(20, 10))


def test_checked_values_are_any_of(library: Shown) -> None:
    check(library, "genre", "Fiddle")
    check(library, "genre", "Brass")
    assert library.pane.bar.line.text() == "genre:Fiddle,Brass"
    assert len(library.pane.tracks.ids) == TOTAL // 2
    counted(library, "genre", dict.fromkeys(("Lament", "Fiddle", "Brass", "Choir"), TOTAL // 4))
    assert rows(library, "genre")["Brass"].isChecked()
    check(library, "genre", "Fiddle")
    assert library.pane.bar.line.text() == "genre:Brass"


def test_a_facet_counts_within_the_others_but_not_within_itself(library: Shown) -> None:
    library.ask('artist:"Duo A" genre:Fiddle')
    counted(library, "genre", {"Brass": 0, "Choir": TOTAL // 4, "Fiddle": TOTAL // 4, "Lament": 0})
    counted(library, "artist", {"Duo A": TOTAL // 4, "Duo B": 0})


def test_what_is_typed_is_checked_whatever_its_case(library: Shown) -> None:
    library.ask("genre:fiddle")
    library.until(lambda: "Fiddle" in rows(library, "genre") and rows(library, "genre")["Fiddle"].isChecked())
    check(library, "genre", "Fiddle")
    assert library.kit.filter.asked.text == ""


def test_the_states_are_the_ledger(library: Shown) -> None:
    counted(library, "state", {"ok": TOTAL - 2, "silent": 1, "undecodable": 1})
    said = {row.text(): row.accessibleName() for row in rows(library, "state").values()}
    assert said["Cannot be read"] == "Cannot be read, 1 track"
    check(library, "state", "undecodable")
    assert library.kit.filter.asked.text == "state:undecodable"
    assert library.pane.tracks.ids == [TOTAL]
    counted(library, "state", {"ok": TOTAL - 2, "silent": 1, "undecodable": 1})


def test_a_condition_is_taken_away_at_the_head(library: Shown) -> None:
    library.ask("river genre:Fiddle")
    group = library.pane.facets.groups["genre"]
    assert group.clear.isVisible()
    library.qtbot.mouseClick(group.clear, Qt.MouseButton.LeftButton)
    assert library.kit.filter.asked.text == "river"
    assert not group.clear.isVisible()


def test_the_rest_opens_with_a_line_to_find_one(library: Shown) -> None:
    group = library.pane.facets.groups["place"]
    assert isinstance(group, ValueGroup)
    library.pane.facets.area.ensureWidgetVisible(group)
    library.qtbot.mouseClick(group.fold, Qt.MouseButton.LeftButton)
    library.until(lambda: group.more.text() == "9 more…")
    assert len(rows(library, "place")) == 6
    library.qtbot.mouseClick(group.more, Qt.MouseButton.LeftButton)
    assert len(rows(library, "place")) == 15
    library.qtbot.keyClicks(group.filter, "village 1")
    assert set(rows(library, "place")) == {"Village 1", *(f"Village {i}" for i in range(10, 15))}
    check(library, "place", "Village 12")
    library.qtbot.mouseClick(group.more, Qt.MouseButton.LeftButton)
    assert "Village 12" in rows(library, "place"), "what is checked stays in sight"


def test_the_histogram_takes_a_range_by_dragging_and_by_keyboard(library: Shown) -> None:
    group = library.pane.facets.groups["year"]
    assert isinstance(group, NumberGroup)
    view = group.view
    library.until(lambda: view.histogram is not None)
    edges = view.histogram.edges
    start, end = (view.bar_rect(bar).center().toPoint() for bar in (2, 4))
    library.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(end), view.mapToGlobal(QPointF(end)),
        Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view, move)
    with library.qtbot.waitSignal(library.kit.filter.found_changed, timeout=20_000):
        library.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    low, high = int(edges[2]), int(edges[5]) - 1
    assert library.pane.bar.line.text() == f"year:{low}..{high}"
    assert library.pane.tracks.ids == list(range(low - 1930, high - 1929))
    library.until(lambda: sum(view.histogram.counts) == TOTAL)
    view.setFocus()
    library.qtbot.keyClick(view, Key.Key_Left)
    library.qtbot.keyClick(view, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    library.qtbot.keyClick(view, Key.Key_Return)
    assert library.kit.filter.asked.text == f"year:{int(edges[2])}..{int(edges[4]) - 1}"
    library.qtbot.keyClick(view, Key.Key_Delete)
    assert library.kit.filter.asked.text == ""


def test_what_is_closed_is_not_counted_and_stays_closed(library: Shown) -> None:
    facets = library.pane.facets
    counted(library, "artist", {"Duo A": TOTAL // 2, "Duo B": TOTAL // 2})
    library.qtbot.mouseClick(facets.groups["artist"].fold, Qt.MouseButton.LeftButton)
    library.ask("genre:Brass")
    counted(library, "genre", dict.fromkeys(("Lament", "Fiddle", "Brass", "Choir"), TOTAL // 4))
    assert not facets.groups["artist"].body.isVisible()
    assert library.pane.remembered()["facets"] == {"artist": False}
    library.qtbot.mouseClick(facets.groups["artist"].fold, Qt.MouseButton.LeftButton)
    counted(library, "artist", {"Duo A": 0, "Duo B": TOTAL // 4})


def test_a_text_that_is_no_query_is_left_alone(library: Shown) -> None:
    library.until(lambda: "Fiddle" in rows(library, "genre"))
    library.kit.filter.ask("genre:")
    library.until(lambda: bool(library.kit.filter.problem))
    row = rows(library, "genre")["Fiddle"]
    library.qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert library.kit.filter.asked.text == "genre:"
    assert not row.isChecked()


def test_the_keyboard_walks_the_values(library: Shown) -> None:
    library.until(lambda: len(rows(library, "genre")) == 4)
    first, second = list(rows(library, "genre").values())[:2]
    first.setFocus()
    library.qtbot.keyClick(first, Key.Key_Down)
    assert library.window.focusWidget() is second
    with library.qtbot.waitSignal(library.kit.filter.found_changed, timeout=20_000):
        library.qtbot.keyClick(second, Key.Key_Return)
    assert library.kit.filter.asked.text == f"genre:{second.value}"
