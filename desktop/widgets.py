"""The few widgets that every page is made of: buttons with a focus ring, labels, panes, questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon
from desktop.theme import Weight, look

Kind = Literal["plain", "main", "small", "flat", "icon", "card"]
Tone = Literal["text", "text2", "good", "warn", "bad"]

RING = 4
"""The ring's two pixels and the gap of two."""


class FocusRing(QWidget):
    """Shows where the keyboard is: two pixels of accent, two pixels away."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around.parentWidget())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.follow(around)
        self.show()

    def follow(self, around: QWidget) -> None:
        self.setGeometry(around.geometry().adjusted(-RING, -RING, RING, RING))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look().colour("accent"), 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


class Button(QPushButton):
    """A button that Enter presses too while the keyboard is on it, and that shows when it is.

    From elsewhere in a dialog, Enter presses the main button only.
    """

    def __init__(
        self, text: str, kind: Kind = "plain", *, icon_name: str = "", tip: str = "", name: str = ""
    ) -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setToolTip(tip)
        self.setAccessibleName(name or text.replace("&", "") or tip)
        if icon_name:
            self.setIcon(icon(icon_name, "on-accent" if kind == "main" else "text2"))
            self.setIconSize(QSize(look().px(16), look().px(16)))
        self._ring: FocusRing | None = None
        self._by_keyboard = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.property("kind") == "main" and isinstance(self.window(), QDialog):
            self.setDefault(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        kept = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
        if event.reason() not in kept:
            self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if self._by_keyboard and self.parentWidget() is not None and self._ring is None:
            self._ring = FocusRing(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._drop_ring()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._drop_ring()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._ring is not None:
            self._ring.follow(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._ring is not None:
            self._ring.follow(self)

    def _drop_ring(self) -> None:
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None


class IconLabel(QLabel):
    """An icon that follows the theme; its meaning is always said in words beside it."""

    def __init__(self, name: str, tint: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_icon(name, tint)

    def show_icon(self, name: str, tint: str = "text2") -> None:
        self._name, self._tint = name, tint
        self._draw()

    def _draw(self) -> None:
        side = look().px(self._size)
        self.setPixmap(icon(self._name, self._tint).pixmap(QSize(side, side), self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._draw()


def label(
    text: str = "", size: int = 13, *, tone: Tone = "text", bold: bool = False, wrap: bool = False
) -> QLabel:
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setFont(look().font(size, Weight.DemiBold if bold else Weight.Normal))
    result.setProperty("tone", tone)
    result.setWordWrap(wrap)
    return result


class Elided(QLabel):
    """One line that gives way in the middle when room is short, and says the rest in its tool tip."""

    def __init__(self, text: str, size: int, tone: Tone = "text2", *, bold: bool = False) -> None:
        super().__init__()
        self._whole = ""
        self.setFont(look().font(size, Weight.DemiBold if bold else Weight.Normal))
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._fit()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), look().px(60)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width(), self.minimumSizeHint().width())
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def heading(text: str) -> QLabel:
    """The quiet title above a pane."""
    return label(text, 13, tone="text2", bold=True)


def set_tone(widget: QWidget, tone: Tone) -> None:
    """Change what the stylesheet makes of `widget`."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def pane() -> QFrame:
    result = QFrame()
    result.setObjectName("pane")
    return result


def scroller(body: QWidget) -> QScrollArea:
    """Lets `body` scroll; both let whatever is behind shine through."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    for widget in (area.viewport(), body):
        widget.setAutoFillBackground(False)
    return area


def rule() -> QFrame:
    """A hairline."""
    result = QFrame()
    result.setObjectName("rule")
    result.setFixedHeight(1)
    return result


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of `layout` and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class Question(QDialog):
    """One question with its answers as verbs. The last answer is the harmless one; Escape gives it."""

    def __init__(self, parent: QWidget, text: str, more: str, answers: dict[str, Callable[[], None]]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Soundings")
        self.setAccessibleName(text)
        self.setAccessibleDescription(more)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 16)
        rows.setSpacing(8)
        rows.addWidget(label(text, 15, bold=True, wrap=True))
        rows.addWidget(label(more, tone="text2", wrap=True))
        rows.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        rows.addLayout(row)
        self.buttons = [Button(words, "plain" if place else "main") for place, words in enumerate(answers)]
        self._answers = list(answers.values())
        for button in self.buttons:
            row.addWidget(button)
            button.clicked.connect(self._answer)
        self.setMinimumWidth(look().px(440))
        self.buttons[0].setFocus()
        self.open()

    def _answer(self) -> None:
        place = next(place for place, button in enumerate(self.buttons) if button is self.sender())
        answer = self._answers[place]
        self._answers[-1] = _nothing
        self.accept()
        answer()

    def reject(self) -> None:
        answer = self._answers[-1]
        super().reject()
        answer()


def _nothing() -> None:
    """The answer when nothing is to be done."""
