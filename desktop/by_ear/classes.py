"""The classes with their keys: how likely each is for the track asked about, and what it has so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop import shapes, words
from desktop.theme import ClassStyle, Weight, look

ROW, HEAD = 28, 20
KEY, SHAPE, FIGURE, SHARE = 26, 22, 62, 44
NAME_SHARE = 0.34
MOST_NAME = 200
KEYS = 9


@dataclass(frozen=True)
class ClassLine:
    name: str
    style: ClassStyle | None
    labelled: int = 0
    guessed: int | None = None
    """Of the tracks without a label; None before anything is learnt."""
    share: float | None = None
    """How likely it is for the track that is asked about."""
    is_given: bool = False
    """The track has this label."""


@dataclass(frozen=True)
class _Rooms:
    """Where each part of a row lies."""

    key: QRect
    shape: QPointF
    name: QRect
    bar: QRect
    share: QRect
    labelled: QRect
    guessed: QRect


def _rooms(width: int, height: int) -> _Rooms:
    px = look().px
    left, right = px(KEY + SHAPE + 4), width - px(8)
    guessed = QRect(right - px(FIGURE), 0, px(FIGURE), height)
    labelled = QRect(guessed.left() - px(FIGURE), 0, px(FIGURE), height)
    wide = min(max(round((labelled.left() - left) * NAME_SHARE), px(72)), px(MOST_NAME))
    share = QRect(labelled.left() - px(SHARE), 0, px(SHARE), height)
    bar = QRect(left + wide + px(8), height // 2 - px(3), share.left() - left - wide - px(12), px(6))
    return _Rooms(
        QRect(0, 0, px(KEY), height),
        QPointF(px(KEY + SHAPE / 2), height / 2),
        QRect(left, 0, wide, height),
        bar,
        share,
        labelled,
        guessed,
    )


class ClassRow(QAbstractButton):
    """Pressing it gives the label, as its key does."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        self.line = ClassLine("", None)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(look().px(300), look().px(ROW))

    @property
    def key(self) -> str:
        return str(self.place + 1) if self.place < KEYS else ""

    def show_line(self, line: ClassLine) -> None:
        if line == self.line:
            return
        self.line = line
        said = [line.name]
        if line.share is not None:
            said.append(self.tr("{} likely").format(percent(line.share)))
        said.append(self.tr("{} labelled").format(words.number(line.labelled)))
        self.setAccessibleName(", ".join(said))
        tip = self.tr("Label it {} and go on").format(line.name)
        self.setToolTip(f"{tip} ({self.key})" if self.key else tip)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour, line = QPainter(self), look().colour, self.line
        rooms = _rooms(self.width(), self.height())
        if line.is_given:
            painter.fillRect(self.rect(), colour("selected"))
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), colour("raised"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        self._paint_key(painter, rooms.key)
        shapes.paint(painter, line.style, rooms.shape, look().px(5))
        likeliest = line.share is not None and line.share >= 0.5
        painter.setFont(look().font(13, Weight.DemiBold if likeliest or line.is_given else Weight.Normal))
        painter.setPen(colour("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        shown = painter.fontMetrics().elidedText(line.name, Qt.TextElideMode.ElideRight, rooms.name.width())
        painter.drawText(rooms.name, middle, shown)
        if line.share is not None:
            self._paint_share(painter, rooms, line.share)
        aside = middle | Qt.AlignmentFlag.AlignRight
        painter.setFont(look().font(12))
        painter.setPen(colour("text"))
        painter.drawText(rooms.labelled, aside, words.number(line.labelled))
        painter.setPen(colour("text2"))
        painter.drawText(rooms.guessed, aside, "–" if line.guessed is None else words.number(line.guessed))
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_key(self, painter: QPainter, room: QRect) -> None:
        if not self.key:
            return
        side = look().px(18)
        box = QRectF(look().px(4), (room.height() - side) / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look().colour("border"), 1))
        painter.setBrush(look().colour("raised"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(look().font(11, Weight.DemiBold))
        painter.setPen(look().colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.key)

    def _paint_share(self, painter: QPainter, rooms: _Rooms, share: float) -> None:
        painter.fillRect(rooms.bar, look().colour("line"))
        filled = QRectF(rooms.bar)
        filled.setWidth(rooms.bar.width() * share)
        painter.fillRect(filled, look().colour("accent"))
        painter.setFont(look().font(12))
        painter.setPen(look().colour("text"))
        aside = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rooms.share, aside, percent(share))


class _Head(QWidget):
    """What the columns are."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(look().px(HEAD))
        look().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rooms = QPainter(self), _rooms(self.width(), self.height())
        painter.setFont(look().font(11))
        painter.setPen(look().colour("text2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        aside = middle | Qt.AlignmentFlag.AlignRight
        painter.drawText(QRect(look().px(8), 0, rooms.name.right(), self.height()), middle, self.tr("Key"))
        painter.drawText(rooms.name, middle, self.tr("Class"))
        guess = QRect(rooms.bar.left(), 0, rooms.labelled.left() - rooms.bar.left(), self.height())
        painter.drawText(guess, middle, self.tr("The probe's guess"))
        painter.drawText(rooms.labelled, aside, self.tr("Labelled"))
        painter.drawText(rooms.guessed, aside, self.tr("Guessed"))


class Classes(QWidget):
    given = Signal(str)
    """This class was pressed."""
    menu_wanted = Signal(str, object)
    """A class, and where on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ClassRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(_Head())
        self._column.addStretch(1)

    @property
    def names(self) -> list[str]:
        return [row.line.name for row in self.rows]

    def show_lines(self, lines: Sequence[ClassLine], *, enabled: bool) -> None:
        while len(self.rows) > len(lines):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(lines):
            row = ClassRow(len(self.rows))
            row.clicked.connect(partial(self._pressed, row))
            self._column.insertWidget(len(self.rows) + 1, row)
            self.rows.append(row)
        for row, line in zip(self.rows, lines, strict=True):
            row.show_line(line)
            row.setEnabled(enabled)

    def _pressed(self, row: ClassRow, _checked: bool = False) -> None:
        self.given.emit(row.line.name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = next((row for row in self.rows if row.geometry().contains(event.pos())), None)
        if row is not None:
            self.menu_wanted.emit(row.line.name, QPoint(event.globalPos()))


def percent(share: float) -> str:
    """Never 100 % of what is not certain."""
    whole = round(100 * share)
    if whole == 100 and share < 1:
        return "> 99 %"
    return "< 1 %" if whole == 0 and share > 0 else f"{whole} %"
