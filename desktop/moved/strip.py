"""The legend above two maps: classes in a line or two; a click hides one in both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import shapes
from desktop.colouring import NONE
from desktop.map.legend import ClassButton, Ramp, Row
from desktop.theme import look

HEIGHT, SIGN, ROOM = 22, 16, 8
LONGEST = 150
LINES = 2


class Entry(ClassButton):
    def __init__(self, row: Row, parent: QWidget) -> None:
        super().__init__(row, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(look().font(12)).horizontalAdvance(self.row.name)
        return QSize(min(wide, look().px(LONGEST)) + look().px(SIGN + ROOM + 4), look().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), look().colour("raised"))
        painter.setOpacity(1.0 if self.isChecked() else 0.35)
        centre = QPointF(look().px(4 + SIGN / 2), self.height() / 2)
        if self.row.code == NONE:
            painter.setPen(QPen(look().colour("text3"), 1.2))
            painter.drawEllipse(centre, look().px(4), look().px(4))
        else:
            shapes.paint(painter, self.row.style, centre, look().px(4.6))
        painter.setOpacity(1.0)
        painter.setFont(look().font(12))
        painter.setPen(look().colour("text" if self.isChecked() else "text3"))
        room = self.rect().adjusted(look().px(4 + SIGN + 2), 0, -2, 0)
        said = painter.fontMetrics().elidedText(self.row.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)
        if self.hasFocus():
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)


class Strip(QWidget):
    hidden_changed = Signal(object)
    """The codes that are not to be seen, as a frozenset."""
    chosen = Signal(int)
    """The code of the class whose tracks are to be selected."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self.ramp = Ramp()
        self.ramp.setParent(self)
        self.ramp.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.update)

    def show_classes(self, title: str, rows: Sequence[Row], hidden: frozenset[int]) -> None:
        self.setAccessibleName(self.tr("Legend: {}").format(title))
        self.ramp.hide()
        if [entry.row for entry in self.entries] != list(rows):
            for entry in self.entries:
                entry.hide()
                entry.deleteLater()
            self.entries = [Entry(row, self) for row in rows]
            for entry in self.entries:
                entry.clicked.connect(self._tell)
                entry.alone.connect(self._show_alone)
                entry.chosen.connect(self.chosen)
                entry.show()
        for entry in self.entries:
            entry.setChecked(entry.row.code not in hidden)
        self._lay_out()

    def show_numbers(self, title: str, low: str, high: str) -> None:
        self.show_classes(title, (), frozenset())
        self.ramp.show_range(low, high)
        self.ramp.show()
        self._lay_out()

    @property
    def hidden(self) -> frozenset[int]:
        return frozenset(entry.row.code for entry in self.entries if not entry.isChecked())

    @Slot()
    def _tell(self) -> None:
        self.hidden_changed.emit(self.hidden)

    @Slot(int)
    def _show_alone(self, code: int) -> None:
        """Once more shows all again."""
        others = {entry.row.code for entry in self.entries} - {code}
        hidden = frozenset() if self.hidden == others else frozenset(others)
        for entry in self.entries:
            entry.setChecked(entry.row.code not in hidden)
        self._tell()

    # Where they stand

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """From left to right, in a second line where one is too short; what does not fit then is narrower."""
        left, line, step = look().px(6), 0, look().px(HEIGHT)
        shrink = 1.0
        total = sum(entry.sizeHint().width() for entry in self.entries)
        room = max(self.width() - 2 * left, 1)
        if total > LINES * room * 0.94:
            shrink = LINES * room * 0.9 / total
        x = left
        for entry in self.entries:
            wide = round(entry.sizeHint().width() * shrink)
            if x + wide > self.width() - left and x > left and line + 1 < LINES:
                x, line = left, line + 1
            entry.setGeometry(QRect(QPoint(x, line * step + look().px(2)), QSize(wide, step)))
            x += wide
        if not self.ramp.isHidden():
            self.ramp.setGeometry(left, 0, look().px(240), look().px(44))
            self.setFixedHeight(look().px(44))
        else:
            self.setFixedHeight((line + 1) * step + look().px(4) if self.entries else look().px(4))
