"""Speed and pitch by steps, and the question on what to play."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.player.devices import NAME, DeviceDialog
from desktop.player.player import Player
from desktop.player.steps import Steps


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_steps_end_at_whole_tenths_and_at_the_limits(player: Player, window: QWidget) -> None:
    command = {each.name: each.slot for each in Steps(player, window).commands()}
    player.set_speed(0.87)
    command["faster"]()
    assert player.speed == 0.9
    command["slower"]()
    assert player.speed == 0.8
    for _ in range(20):
        command["slower"]()
        command["lower"]()
    assert (player.speed, player.semitones) == (0.5, -12)
    command["higher"]()
    assert player.semitones == -11


def test_a_device_is_chosen_by_keyboard(player: Player, window: QWidget, qtbot: QtBot) -> None:
    dialog = DeviceDialog(window, player)
    with qtbot.waitExposed(dialog):
        dialog.open()
    player._hear({"devices": ["Headphones", "Speakers"]})
    assert [dialog.list.item(row).text() for row in range(3)] == ["As the system", "Headphones", "Speakers"]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    player._hear({"devices": ["Headphones"]})
    assert dialog.list.currentItem().data(NAME) == "Headphones"  # what is chosen stays
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: player.device == "Headphones")
    player.choose_device("")


def test_a_device_that_is_not_there_is_still_named(player: Player, window: QWidget, qtbot: QtBot) -> None:
    player.choose_device("Old amplifier")
    player._hear({"devices": ["Headphones"]})
    dialog = DeviceDialog(window, player)
    qtbot.addWidget(dialog)
    assert dialog.list.currentItem().text() == "Old amplifier (not there)"
    player.choose_device("")
