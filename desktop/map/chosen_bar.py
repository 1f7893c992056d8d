"""The blue bar above the map: how many tracks are selected, and what can be done with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import words
from desktop.map.data import in_order
from desktop.player.passage import Passage
from desktop.theme import look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from desktop.kit import Kit

COMMANDS = ("save_as_playlist", "set_label")
"""Whoever offers these is another part of the window; without it there is no button."""


class ChosenBar(QWidget):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setObjectName("chosenbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tr = self.tr
        self.count = label(size=12, bold=True)
        tip = tr("One after the other, in the order of the table")
        self.play = Button(tr("Play in order"), "small", icon_name="play", tip=tip)
        self.clear = Button("", "icon", icon_name="close", name=tr("Select nothing"))
        self.clear.setToolTip(tr("Select nothing (Escape)"))
        self.others = {
            "save_as_playlist": Button(tr("Save as playlist…"), "small"),
            "set_label": Button(tr("Set label…"), "small"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.play, *self.others.values(), self.clear):
            row.addWidget(button)
        self.play.clicked.connect(self._play)
        self.clear.clicked.connect(self._clear)
        for name, button in self.others.items():
            button.clicked.connect(partial(self._do, name))
        kit.selection.changed.connect(self.show_chosen)
        kit.commands.offered.connect(self._offered)
        look().changed.connect(self._dress)
        self._dress()
        self.show_chosen()

    @Slot()
    def _dress(self) -> None:
        colours = look().theme.colours
        self.setStyleSheet(f"#chosenbar {{ background: {colours['selected']}; }}")

    @Slot()
    def show_chosen(self) -> None:
        chosen = len(self._kit.selection.chosen)
        said = self.tr("{} selected").format(words.number(chosen))
        self.count.setText(said)
        self.setAccessibleName(said)
        self.setVisible(bool(chosen))
        self._show_commands()

    def _show_commands(self) -> None:
        for name, button in self.others.items():
            action = self._kit.commands.actions.get(name)
            button.setVisible(action is not None)
            if action is not None:
                button.setToolTip(action.toolTip())

    @Slot(str, object)
    def _offered(self, _menu: str, action: QAction) -> None:
        if action in [self._kit.commands.actions.get(name) for name in COMMANDS]:
            self._show_commands()

    def _do(self, name: str, _checked: bool = False) -> None:
        if (action := self._kit.commands.actions.get(name)) is not None:
            action.trigger()

    @Slot()
    def _play(self) -> None:
        kit = self._kit
        order = in_order(kit.selection.chosen, kit.filter.ids)
        kit.player.play([Passage(track_id) for track_id in order])

    @Slot()
    def _clear(self) -> None:
        self._kit.selection.choose(())
