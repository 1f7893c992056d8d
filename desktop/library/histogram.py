"""How the numbers of a field are spread, as bars; a range that is dragged on them becomes the condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from desktop import words
from desktop.library.columns import figure
from desktop.theme import look

if TYPE_CHECKING:
    from core.library.query.histogram import Histogram

BARS, FEET = 34, 18
EDGE = 12


class HistogramView(QWidget):
    """The keyboard: arrows go along the bars, with Shift they take a range, Enter asks, Delete lets go."""

    range_wanted = Signal(float, float)
    cleared = Signal()

    def __init__(self, title: str, unit: str = "") -> None:
        super().__init__()
        self._title, self._unit = title, unit
        self.histogram: Histogram | None = None
        self._asked: tuple[float | None, float | None] | None = None
        self._taken: tuple[int, int] | None = None
        """From where to where it is being dragged, in bins."""
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFixedHeight(look().px(BARS + FEET + 6))

    def show_histogram(
        self, histogram: Histogram | None, asked: tuple[float | None, float | None] | None
    ) -> None:
        self.histogram, self._asked = histogram, asked
        if histogram is not None:
            self._at = min(self._at, len(histogram.counts) - 1)
            said = self.tr("{} from {} to {}; {} found").format(
                self._title, figure(histogram.low), figure(histogram.high),
                words.tracks(sum(histogram.counts)),
            )  # fmt: skip
            self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(120), self.height())

    # Where the bars are

    def _left(self) -> int:
        return look().px(EDGE)

    def _wide(self) -> int:
        return max(self.width() - 2 * look().px(EDGE), 1)

    def bar_at(self, x: float) -> int:
        count = len(self.histogram.counts) if self.histogram else 1
        return min(max(int((x - self._left()) * count / self._wide()), 0), count - 1)

    def bar_rect(self, place: int) -> QRectF:
        """The whole column of a bar."""
        count = len(self.histogram.counts) if self.histogram else 1
        wide = self._wide() / count
        return QRectF(self._left() + place * wide, look().px(2), wide, look().px(BARS))

    def _bars(self) -> tuple[int, int] | None:
        """Those in the range, be it dragged or asked for."""
        found = self.histogram
        if self._taken is not None:
            return min(self._taken), max(self._taken)
        if found is None or self._asked is None:
            return None
        low, high = self._asked
        inside = [
            place for place in range(len(found.counts))
            if (low is None or found.edges[place + 1] > low) and (high is None or found.edges[place] <= high)
        ]  # fmt: skip
        return (inside[0], inside[-1]) if inside else None

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        found = self.histogram
        if found is None:
            return
        painter = QPainter(self)
        bars, most = self._bars(), max(found.counts) or 1
        for place, count in enumerate(found.counts):
            whole = self.bar_rect(place)
            inside = bars is not None and bars[0] <= place <= bars[1]
            high = max(whole.height() * count / most, 1.0 if count else 0.0)
            rect = QRectF(whole.left() + 0.5, whole.bottom() - high, max(whole.width() - 1, 1), high)
            tint = "accent" if inside else "edge" if bars is not None else "border"
            painter.fillRect(rect, look().colour(tint))
        foot = self.bar_rect(0).bottom()
        painter.fillRect(QRectF(self._left(), foot, self._wide(), 1), look().colour("line"))
        self._paint_words(painter, foot, bars)
        if self.hasFocus():
            at = self.bar_rect(self._at)
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.drawRect(at.adjusted(-1, -1, 1, 1))

    def _paint_words(self, painter: QPainter, top: float, bars: tuple[int, int] | None) -> None:
        found = self.histogram
        assert found is not None
        font = look().font(11)
        painter.setFont(font)
        painter.setPen(look().colour("text2"))
        rect = QRect(self._left(), int(top) + 2, self._wide(), look().px(FEET))
        if bars is not None:
            low, high = found.span(*bars) if self._taken is not None else self._said_range(bars)
            painter.setPen(look().colour("accent"))
            said = f"{figure(low)}–{figure(high)}"
            painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, said)
            return
        low_words, high_words = figure(found.low), figure(found.high)
        if self._unit:
            high_words = f"{high_words} {self._unit}"
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, low_words)
        metrics = QFontMetrics(font)
        together = metrics.horizontalAdvance(low_words) + metrics.horizontalAdvance(high_words)
        if together + look().px(6) < rect.width():
            painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, high_words)

    def _said_range(self, bars: tuple[int, int]) -> tuple[float, float]:
        """As it is asked for, which may be within a bar."""
        assert self.histogram is not None
        assert self._asked is not None
        low, high = self.histogram.span(*bars)
        return (
            self._asked[0] if self._asked[0] is not None else low,
            self._asked[1] if self._asked[1] is not None else high,
        )

    # Dragging a range

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.histogram is not None:
            self._at = self.bar_at(event.position().x())
            self._taken = (self._at, self._at)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._taken is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._at = self.bar_at(event.position().x())
            self._taken = (self._taken[0], self._at)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._ask()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._taken = None
        self.cleared.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.histogram is None:
            super().keyPressEvent(event)
            return
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            start = self._taken[0] if self._taken is not None else self._at
            step = 1 if key == Qt.Key.Key_Right else -1
            self._at = min(max(self._at + step, 0), len(self.histogram.counts) - 1)
            self._taken = (start, self._at) if shift else None
            self._say()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._taken = self._taken or (self._at, self._at)
            self._ask()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._taken = None
            self.cleared.emit()
        else:
            super().keyPressEvent(event)
        self.update()

    def _ask(self) -> None:
        taken, self._taken = self._taken, None
        if taken is not None and self.histogram is not None:
            low, high = self.histogram.span(min(taken), max(taken))
            self._asked = (low, high)
            self.range_wanted.emit(low, high)
        self.update()

    def _say(self) -> None:
        self.setAccessibleDescription(self.words_at(self._at))

    def words_at(self, place: int) -> str:
        assert self.histogram is not None
        low, high = self.histogram.span(place, place)
        span = figure(low) if low == high else f"{figure(low)}–{figure(high)}"
        return self.tr("{}: {}").format(span, words.tracks(self.histogram.counts[place]))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.histogram:
            place = QPoint(event.pos())
            said = self.words_at(self.bar_at(place.x()))
            QToolTip.showText(event.globalPos(), self.tr("{}. Drag to choose a range").format(said), self)
            return True
        return super().event(event)
