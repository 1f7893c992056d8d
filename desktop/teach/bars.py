"""Labels with their shape, and how many tracks of each train, choose and judge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop import words
from desktop.shapes import paint
from desktop.theme import ClassStyle, Weight, look

if TYPE_CHECKING:
    from core.recipes.preview import ClassRow

ROW, MOST = 19, 12
NAME_PX, FIGURE_PX, GAP_PX = 104, 46, 8
STOPS = (6, 4, 2)
"""Of the ramp "depth": train, valid, test; on dark ground from the other end."""


class Bars(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ClassRow] = []
        self.parts = (0, 0, 0)
        self.styles: dict[str, ClassStyle | None] = {}
        self.shaped = False
        self.rest: list[ClassRow] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.update)

    def show_rows(
        self,
        rows: Sequence[ClassRow],
        parts: tuple[int, int, int],
        styles: dict[str, ClassStyle | None],
        *,
        shaped: bool,
    ) -> None:
        """The most frequent, where there are too many; the rest is one line."""
        first = sorted(rows, key=lambda row: -row.tracks)[:MOST] if len(rows) > MOST else list(rows)
        kept = {row.name for row in first}
        self.rows = [row for row in rows if row.name in kept]
        self.rest = [row for row in rows if row.name not in kept]
        self.parts, self.styles, self.shaped = parts, styles, shaped
        self.setAccessibleName(self.tr("Labels and parts"))
        self.setAccessibleDescription("; ".join(self.said(row) for row in self.rows))
        self.updateGeometry()
        self.update()

    def said(self, row: ClassRow) -> str:
        line = self.tr("{}: {} train, {} valid, {} test")
        return line.format(row.name, *(words.number(n) for n in (row.train, row.valid, row.test)))

    def sizeHint(self) -> QSize:
        lines = len(self.rows) + 2 + bool(self.rest)
        return QSize(look().px(360), look().px(ROW) * lines + look().px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(280), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = event.pos().y() // look().px(ROW) - 1
            told = self.rows[place] if 0 <= place < len(self.rows) else None
            QToolTip.showText(event.globalPos(), self.said(told) if told else "", self)
            return True
        return super().event(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter)
        most = max((row.tracks for row in self.rows), default=1) or 1
        for place, row in enumerate(self.rows, 1):
            self._paint_row(painter, place, row, most)
        place = len(self.rows) + 1
        if self.rest:
            self._paint_rest(painter, place)
            place += 1
        self._paint_total(painter, place)

    def _line(self, place: int) -> QRectF:
        return QRectF(0, look().px(ROW) * place, self.width(), look().px(ROW))

    def _figures(self, place: int, which: int) -> QRectF:
        line, wide = self._line(place), look().px(FIGURE_PX)
        return QRectF(line.right() - wide * (3 - which), line.top(), wide, line.height())

    def _paint_heads(self, painter: QPainter) -> None:
        painter.setFont(look().font(11))
        metrics = QFontMetrics(painter.font())
        for which, said in enumerate((self.tr("train"), self.tr("valid"), self.tr("test"))):
            rect = self._figures(0, which)
            painter.setPen(look().colour("text2"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
            side = look().px(8)
            left = rect.right() - metrics.horizontalAdvance(said) - side - 4
            painter.fillRect(QRectF(left, rect.center().y() - side / 2, side, side), tint(which))

    def _paint_row(self, painter: QPainter, place: int, row: ClassRow, most: int) -> None:
        line, left = self._line(place), 0
        if self.shaped:
            paint(painter, self.styles.get(row.name), QPointF(look().px(7), line.center().y()), look().px(5))
            left = look().px(19)
        painter.setFont(look().font(12))
        name = QFontMetrics(painter.font()).elidedText(
            row.name, Qt.TextElideMode.ElideRight, look().px(NAME_PX)
        )
        painter.setPen(look().colour("text"))
        painter.drawText(line.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
        start = left + look().px(NAME_PX + GAP_PX)
        room = self.width() - start - look().px(3 * FIGURE_PX + 4)
        at = float(start)
        for which, count in enumerate((row.train, row.valid, row.test)):
            wide = room * count / most
            painter.fillRect(
                QRectF(at, line.top() + look().px(4), max(wide - 1, 0), look().px(ROW - 8)), tint(which)
            )
            at += wide
            painter.setPen(look().colour("bad" if not count and which != 1 else "text"))
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self._figures(place, which), align, words.number(count))

    def _paint_rest(self, painter: QPainter, place: int) -> None:
        said = self.tr("and {} more labels").format(words.number(len(self.rest)))
        painter.setFont(look().font(12))
        painter.setPen(look().colour("text2"))
        left = look().px(19) if self.shaped else 0
        painter.drawText(self._line(place).adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_total(self, painter: QPainter, place: int) -> None:
        painter.setFont(look().font(12, Weight.DemiBold))
        painter.setPen(look().colour("text"))
        total = words.tracks(sum(self.parts))
        painter.drawText(self._line(place), Qt.AlignmentFlag.AlignVCenter, total)
        for which, count in enumerate(self.parts):
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self._figures(place, which), align, words.number(count))


def tint(which: int) -> QColor:
    """Of a part: from strong to quiet, also in grey."""
    return QColor(look().theme.ramps["depth"][STOPS[which]])
