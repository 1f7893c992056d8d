"""Messages wait for each other and stay until they are closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.errors import CollectionMissing
from core.messages import BUG_SENTENCE, Message, channel
from desktop.messages import DetailsDialog, MessageBar


@pytest.fixture
def bar(qtbot) -> MessageBar:
    holder = QWidget()
    bar = MessageBar()
    QVBoxLayout(holder).addWidget(bar)
    bar.holder = holder
    qtbot.addWidget(holder)
    holder.show()
    return bar


def test_shows_nothing_until_something_is_said(bar):
    assert not bar.isVisible()


def test_one_at_a_time_in_the_order_they_were_said(bar, qtbot):
    for text in ("First.", "Second.", "Third."):
        bar.tell(Message("warning", text))
    assert (bar.text.text(), bar.more.text()) == ("First.", "2 more")
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert (bar.text.text(), bar.more.text()) == ("Second.", "1 more")
    qtbot.keyClick(bar.close_button, Qt.Key.Key_Escape)
    qtbot.keyClick(bar.close_button, Qt.Key.Key_Return)
    assert not bar.isVisible()


def test_saying_it_twice_changes_nothing(bar):
    bar.tell(Message("error", "Disk full."))
    bar.tell(Message("error", "Disk full."))
    assert not bar.more.isVisible()


def test_news_gives_way_to_newer_messages(bar):
    bar.tell(Message("info", "Saved."))
    bar.tell(Message("error", "Disk full."))
    assert bar.text.text() == "Disk full."
    assert bar.property("level") == "error"


def test_details_are_offered_only_where_there_are_some(bar, qtbot):
    bar.tell(Message("error", "Plain."))
    assert not bar.details.isVisible()
    bar.show_next()
    bar.tell(Message("error", f"{BUG_SENTENCE}", "ZeroDivisionError: division by zero"))
    qtbot.mouseClick(bar.details, Qt.MouseButton.LeftButton)
    dialog = bar.window().findChild(DetailsDialog)
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "division by zero" in QGuiApplication.clipboard().text()
    dialog.close()


@pytest.mark.may_log("told: Said before there was a window")
def test_what_was_said_before_the_window_is_shown_in_it(make_window, qtbot):
    channel.warning("Said before there was a window.")
    window = make_window()
    qtbot.waitUntil(window.messages.isVisible)
    assert window.messages.text.text() == "Said before there was a window."


@pytest.mark.may_log("told: ")
def test_a_known_error_reaches_the_window_as_its_sentence(window, qtbot, tmp_path):
    channel.failure(CollectionMissing(tmp_path))
    qtbot.waitUntil(window.messages.isVisible)
    assert "holds no collection" in window.messages.text.text()
    assert not window.messages.details.isVisible()
