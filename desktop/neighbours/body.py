"""The parts of the pane of neighbours and their places."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.kit import Kit
from desktop.neighbours.chips import Chips
from desktop.neighbours.ears import Ears
from desktop.neighbours.head import Head
from desktop.neighbours.model import HitsModel
from desktop.neighbours.notice import Notice
from desktop.neighbours.row import NARROW_ROW, ROW
from desktop.neighbours.view import HitsView
from desktop.neighbours.waiting import Waiting
from desktop.theme import look
from desktop.widgets import Button, label, rule

ANY_HEIGHT = 16_777_215
LOW_PX = 580


class Body(QWidget):
    """The list is as high as its rows, so that what can be done with it stands right below."""

    def __init__(self, kit: Kit, ears: Ears, model: HitsModel) -> None:
        super().__init__()
        tr = self.tr
        self._count = 0
        self.head = Head(ears)
        self.waiting = Waiting()
        self.chips = Chips(kit.cards)
        self.list = HitsView(kit, model)
        self.notice = Notice()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.notice)
        self.foot = label(size=11, tone="text2", wrap=True)
        self.play = Button(
            tr("Play in order"), "small", icon_name="play", tip=tr("Play all, the nearest first")
        )
        self.compare = Button(tr("A/B"), "small")
        self.add = Button(tr("Add"), "small", icon_name="plus")
        self.subtract = Button(tr("Subtract"), "small", icon_name="minus")
        self._build()

    def _build(self) -> None:
        self.buttons = _framed((8, 8, 8, 8), self.play, self.compare, self.add, self.subtract, None)
        self.feet = _framed((8, 6, 8, 8), self.foot)
        self.mix = _framed((8, 0, 8, 6), self.chips)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self.head, self.mix, self.waiting, rule()):
            rows.addWidget(part)
        rows.addWidget(self.stack, 1000)
        rows.addWidget(self.buttons)
        rows.addStretch(1)
        self.line = rule()
        rows.addWidget(self.line)
        rows.addWidget(self.feet)

    def show_list(self, count: int, foot: str) -> None:
        self.stack.setCurrentWidget(self.list)
        self._count = count
        self._fit()
        self._show_foot(foot)

    def _fit(self) -> None:
        """Where there is little room, rows are lower, so that more of them are seen."""
        self.list.set_row_px(ROW if self.height() >= look().px(LOW_PX) else NARROW_ROW)
        if self.stack.currentWidget() is self.list:
            self.stack.setMaximumHeight(self._count * look().px(self.list.delegate.row_px))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_notice(self, text: str, button: str, what: str) -> None:
        self.notice.say(text, button, what)
        self.stack.setCurrentWidget(self.notice)
        self.stack.setMaximumHeight(ANY_HEIGHT)
        self._show_foot("")

    def _show_foot(self, text: str) -> None:
        self.foot.setText(text)
        self.feet.setVisible(bool(text))
        self.line.setVisible(bool(text))
        self.buttons.setVisible(self.stack.currentWidget() is self.list)


def _framed(margins: tuple[int, int, int, int], *widgets: QWidget | None) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(*margins)
    row.setSpacing(6)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return holder
