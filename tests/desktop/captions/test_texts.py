"""Texts in a cell: marks where Qt looks for them, and no sign torn in two, whatever signs a text has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.captions.texts import Laid, common_marks
from desktop.theme import look

BEYOND = "𝄞 A 😀 slow flute 🎻 over the low drone"


def test_marks_are_where_qt_counts_them(qapp):
    document = QTextDocument(BEYOND)
    found = []
    for at, count in common_marks(BEYOND, "Flute, low drone"):
        cursor = QTextCursor(document)
        cursor.setPosition(at)
        cursor.setPosition(at + count, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText())
    assert found == ["flute", "low drone"]


@pytest.mark.usefixtures("qapp")
@given(text=st.text("𝄞😀 a", min_size=1, max_size=60), width=st.integers(20, 120), most=st.integers(1, 3))
def test_what_has_no_room_is_left_out_by_whole_signs(text: str, width: int, most: int) -> None:
    laid = Laid(text, look().font(13), width, (), look().colour("text"), most)
    shown = laid.layout.text()
    assert laid.text.startswith(shown.rstrip("…")) if laid.cut else shown == laid.text
    assert laid.layout.lineCount() <= most
