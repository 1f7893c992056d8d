"""One line of a facet: a box or a sign, a word, and how many tracks it stands for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop import shapes, words
from desktop.icons import icon
from desktop.theme import ClassStyle, look

ROW = 24
BOX = 14


class FacetRow(QCheckBox):
    walked = Signal(int)
    """Up or down, by the keyboard."""

    turned = Signal(str, bool)
    """Somebody wants its value, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clicked.connect(self._say)
        self.value = ""
        self._count = 0
        self._sign: tuple[str, str] | None = None
        self._style: ClassStyle | None = None
        self._has_shape = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMinimumWidth(0)

    @Slot(bool)
    def _say(self, checked: bool) -> None:
        self.turned.emit(self.value, checked)

    def show_value(self, value: str, shown: str, count: int, *, checked: bool) -> None:
        self.value, self._count = value, count
        self.setText(shown)
        self.setChecked(checked)
        self.setAccessibleName(self.tr("{}, {}").format(shown, words.tracks(count)))
        self.setToolTip(self.tr("{}: {}").format(shown, words.tracks(count)))
        self.update()

    def show_sign(self, name: str, tint: str) -> None:
        """Instead of a box; being chosen is shown by its ground."""
        self._sign = (name, tint)

    def show_shape(self, style: ClassStyle | None, *, has_shape: bool) -> None:
        if (style, has_shape) != (self._style, self._has_shape):
            self._style, self._has_shape = style, has_shape
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(120), look().px(ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(60), look().px(ROW))

    def hitButton(self, place: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), look().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._sign is not None and self.isChecked():
            painter.fillRect(self.rect(), look().colour("selected"))
        elif self.underMouse():
            painter.fillRect(self.rect(), look().colour("raised"))
        left, side = px(10), px(BOX)
        top = (self.height() - side) // 2
        if self._sign is not None:
            icon(*self._sign).paint(painter, QRect(left, top, side, side))
        else:
            self._paint_box(painter, QRectF(left, top, side, side))
        left += side + px(8)
        if self._has_shape:
            shapes.paint(painter, self._style, QPointF(left + px(4), self.height() / 2), px(4.4))
            left += px(15)
        self._paint_words(painter, left)
        if self.hasFocus():
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1, -2, -1), 3, 3)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        px, quiet = look().px, not self._count and not self.isChecked()
        font = look().font(12)
        painter.setFont(font)
        metrics, count = QFontMetrics(font), words.number(self._count)
        right = self.width() - px(8)
        wide = metrics.horizontalAdvance(count)
        painter.setPen(look().colour("text3" if quiet else "text"))
        room = QRect(left, 0, right - wide - px(6) - left, self.height())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(look().colour("text3" if quiet else "text2"))
        edge = QRect(0, 0, right, self.height())
        painter.drawText(edge, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)

    def _paint_box(self, painter: QPainter, rect: QRectF) -> None:
        rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        checked = self.isChecked()
        edge = "accent" if checked or self.underMouse() else "border"
        painter.setPen(QPen(look().colour(edge), 1))
        painter.setBrush(look().colour("accent" if checked else "raised"))
        painter.drawRoundedRect(rect, 3, 3)
        if checked:
            side = int(rect.width()) - 1
            at = QRect(int(rect.left()) + 1, int(rect.top()) + 1, side, side)
            icon("check", "on-accent").paint(painter, at)
