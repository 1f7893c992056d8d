"""The two maps: beside each other, or one that goes from before to after. What is seen is shared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.map.hover import HoverCard
from desktop.map.stage import CARD_AFTER_MS
from desktop.moved.canvas import MovedCanvas, Way, box_of
from desktop.theme import Weight, look

if TYPE_CHECKING:
    from core.maps.frame import Frame
    from core.moved.read import BeforeAfter

Moment = Literal["before", "after"]


class Badge(QWidget):
    """A or B, and which encoder that is. The mouse goes through."""

    def __init__(self, letter: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.letter, self.text = letter, ""
        self.hide()

    def say(self, text: str, letter: str = "") -> None:
        self.letter = letter or self.letter
        self.text = text
        self.setAccessibleName(f"{self.letter} {text}")
        self.setVisible(bool(text))
        self.fit()
        self.update()

    def fit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            wide = QFontMetrics(look().font(12)).horizontalAdvance(self.text) + look().px(40)
            self.resize(min(wide, max(parent.width() - look().px(16), 1)), look().px(26))
            self.move(look().px(8), look().px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look().colour("line"), 1))
        painter.setBrush(look().colour("pane"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        side = look().px(18)
        square = QRectF(look().px(4), (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("accent" if self.letter == "B" else "text2"))
        painter.drawRoundedRect(square, look().px(3), look().px(3))
        painter.setPen(look().colour("on-accent" if self.letter == "B" else "pane"))
        painter.setFont(look().font(12, Weight.DemiBold))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self.letter)
        painter.setPen(look().colour("text"))
        painter.setFont(look().font(12))
        room = self.rect().adjusted(look().px(28), 0, -look().px(6), 0)
        said = painter.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)


class Charts(QWidget):
    clicked = Signal(int)
    walked = Signal(int, bool)
    activated = Signal(int)
    outlined = Signal(object, str)
    card_wanted = Signal(int)
    """The pointer has rested on this track."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.after = MovedCanvas(), MovedCanvas()
        self.canvases = (self.before, self.after)
        self.badges = (Badge("A", self.before), Badge("B", self.after))
        self.before.setAccessibleName(self.tr("Map before"))
        self.after.setAccessibleName(self.tr("Map after"))
        self.drawn: BeforeAfter | None = None
        self.is_one = False
        self.moment: Moment = "after"
        self._names = ("", "")
        self._ways: tuple[Way, ...] = ()
        self._cards = {canvas: HoverCard(canvas) for canvas in self.canvases}
        self._hovered: tuple[MovedCanvas, int, QPointF] | None = None
        self._card_soon = QTimer(self, singleShot=True, interval=CARD_AFTER_MS)
        self._card_soon.timeout.connect(self._want_card)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for canvas in self.canvases:
            row.addWidget(canvas, 1)
            canvas.setMinimumSize(QSize(look().px(120), look().px(90)))
            canvas.clicked.connect(self.clicked)
            canvas.walked.connect(self._walk)
            canvas.activated.connect(self.activated)
            canvas.outlined.connect(self.outlined)
        self.before.view_changed.connect(self._follow_before)
        self.after.view_changed.connect(self._follow_after)
        self.before.hovered.connect(self._hover_before)
        self.after.hovered.connect(self._hover_after)

    # What they show

    def show_drawn(self, drawn: BeforeAfter | None, names: tuple[str, str] = ("", "")) -> None:
        self.drawn, self._names, self._ways = drawn, names, ()
        empty = np.empty((0, 2), np.float32)
        ids = drawn.track_ids if drawn is not None else np.empty(0, np.int64)
        first, second = (drawn.before, drawn.after) if drawn is not None else (empty, empty)
        box = box_of(first, second)
        self.before.show_points(ids, first, box)
        self.after.show_points(ids, second, box)
        self.moment = "after"
        self._say_names()

    def show_frame(self, which: str, frame: Frame) -> None:
        """As a map forms: by itself, and without numbers."""
        canvas = self.before if which == "before" else self.after
        canvas.show_points(frame.track_ids, frame.points, box_of(frame.points))

    def _say_names(self) -> None:
        letters = ("A", "B")
        shown = 0 if self.moment == "before" else 1
        for place, badge in enumerate(self.badges):
            at = shown if self.is_one and place else place
            badge.say(self._names[at], letters[at])
            canvas = self.canvases[place]
            canvas.badge_px = badge.width() + look().px(16) if badge.text else 0
            if canvas.is_fitted:
                canvas.fit()

    def show_ways(self, ways: Sequence[Way]) -> None:
        """Before, the numbers alone; after, the way each has come."""
        self._ways = tuple(ways)
        self.before.show_ways(ways)
        self.after.show_ways(ways)

    def set_shows_ways(self, on: bool) -> None:
        for canvas in self.canvases:
            canvas.set_shows_ways(on)

    def set_one(self, on: bool) -> None:
        """One map, at one of the two moments, or both beside each other."""
        if on != self.is_one:
            self.is_one = on
            had = self.before.hasFocus()
            self.before.setVisible(not on)
            if had:
                self.after.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_moment("after", moves=False)

    def show_moment(self, moment: Moment, *, moves: bool = True) -> None:
        """What the right map, or the only one, shows."""
        if self.drawn is None:
            return
        first, second = self.drawn.before, self.drawn.after
        start, end = (first, second) if moment == "after" else (second, first)
        self.moment = moment
        if moves:
            self.after.change(start, end)
        else:
            self.after.move_points(end, 0)
        self._say_names()

    def play_change(self) -> None:
        """From before to after, in 600 ms."""
        self.show_moment("after")

    # Looked at together

    @Slot()
    def _follow_before(self) -> None:
        self._forget_card()
        if not self.is_one:
            self.after.look_like(self.before)

    @Slot()
    def _follow_after(self) -> None:
        self._forget_card()
        self.before.look_like(self.after)

    def fit(self) -> None:
        for canvas in self.canvases:
            canvas.fit()

    @Slot(int, bool)
    def _walk(self, track_id: int, choose: bool) -> None:
        self.walked.emit(track_id, choose)

    # The card of a point

    @Slot(object, object)
    def _hover_before(self, track_id: int | None, at: QPointF) -> None:
        self._hover(self.before, track_id, at)

    @Slot(object, object)
    def _hover_after(self, track_id: int | None, at: QPointF) -> None:
        self._hover(self.after, track_id, at)

    def _hover(self, canvas: MovedCanvas, track_id: int | None, at: QPointF) -> None:
        if track_id is None:
            self._forget_card()
            return
        self._hovered = (canvas, track_id, at)
        if self._cards[canvas].isHidden():
            self._card_soon.start()
        else:
            self._want_card()

    @Slot()
    def _want_card(self) -> None:
        if self._hovered is not None:
            self.card_wanted.emit(self._hovered[1])

    def fill_card(self, track_id: int, card: object, near: str) -> None:
        if self._hovered is not None and self._hovered[1] == track_id:
            canvas, _, at = self._hovered
            self._cards[canvas].show_card(track_id, card, at)  # type: ignore[arg-type]
            self._cards[canvas].show_near(near)

    @property
    def carded(self) -> int | None:
        """Whose card is open."""
        return next((card.track_id for card in self._cards.values() if not card.isHidden()), None)

    def _forget_card(self) -> None:
        self._hovered = None
        self._card_soon.stop()
        for card in self._cards.values():
            card.forget()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        for badge in self.badges:
            QTimer.singleShot(0, badge, badge.fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), look().colour("line"))

    def forget(self) -> None:
        self._forget_card()
        self.show_drawn(None)

    def finish(self) -> None:
        self._forget_card()
        for canvas in self.canvases:
            self._cards[canvas].finish()
            canvas.finish()
