"""Widgets that flow: on the next line where there is no more room, in their order, none on another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.flow import Flow
from desktop.theme import look

GAP = 5
SIZES = st.lists(st.tuples(st.integers(1, 90), st.integers(1, 30), st.booleans()), max_size=9)


def filled(qtbot: QtBot, sizes: list[tuple[int, int, bool]]) -> tuple[QWidget, Flow, list[QWidget]]:
    """With what is seen of it."""
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, GAP)
    seen = []
    for wide, high, hidden in sizes:
        widget = QWidget(holder)
        widget.setFixedSize(wide, high)
        flow.addWidget(widget)
        if hidden:
            widget.hide()
        else:
            seen.append(widget)
    return holder, flow, seen


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(sizes=SIZES, width=st.integers(90, 300))
def test_all_that_is_seen_has_its_place(qtbot: QtBot, sizes: list[tuple[int, int, bool]], width: int) -> None:
    gap = look().px(GAP)
    holder, flow, seen = filled(qtbot, sizes)
    holder.resize(width, flow.heightForWidth(width))
    flow.setGeometry(holder.rect())
    places = [widget.geometry() for widget in seen]
    assert all(holder.rect().contains(place) for place in places)
    for before, after in pairwise(places):
        beside = after.left() == before.right() + 1 + gap
        below = after.left() == 0 and after.top() > before.top()
        assert beside or (below and before.right() + 1 + gap + after.width() > width)
    assert not any(a.intersects(b) for k, a in enumerate(places) for b in places[k + 1 :])


def test_a_line_is_as_high_as_the_tallest_and_hidden_ones_take_no_room(qtbot: QtBot) -> None:
    holder, flow, _ = filled(qtbot, [(40, 10, False), (40, 30, True), (40, 20, False), (40, 12, False)])
    assert holder.layout() is flow
    assert flow.heightForWidth(200) == 20
    assert flow.heightForWidth(90) == 20 + look().px(GAP) + 12
    assert (flow.minimumSize().width(), flow.minimumSize().height()) == (40, 20)
