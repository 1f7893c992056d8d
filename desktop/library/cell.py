"""Draws the cells of the table. Everything is painted here, for a frame has a few milliseconds only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop import shapes
from desktop.icons import icon
from desktop.ledger.states import StateWords, state_words
from desktop.library.columns import Column
from desktop.library.editor import CellEditing
from desktop.player.passage import heard_track
from desktop.tables import ROW
from desktop.theme import ClassStyle, Weight, look

if TYPE_CHECKING:
    from desktop.cards import TrackCard
    from desktop.library.table import TracksTable

GUTTER = 22
"""Before the first column, for what is heard."""
PAD = 6
SIGN = 14
KEPT = 6000

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Ink:
    """Colours, fonts and sizes of one frame, and what the whole frame needs to know of the table."""

    def __init__(self, table: TracksTable) -> None:
        lk = look()
        self.text, self.quiet = lk.colour("text"), lk.colour("text2")
        self.faint, self.accent = lk.colour("text3"), lk.colour("accent")
        self.selected, self.hover = lk.colour("selected"), lk.colour("raised")
        self.font, self.bold = lk.font(12), lk.font(12, Weight.DemiBold)
        self.metrics, self.bold_metrics = QFontMetrics(self.font), QFontMetrics(self.bold)
        self.pad, self.gutter, self.sign = lk.px(PAD), lk.px(GUTTER), lk.px(SIGN)
        self.radius = lk.px(4.4)
        kit = table.kit
        self.chosen = kit.selection.chosen
        self.current = kit.selection.current
        self.coloured = "" if kit.colouring.colours.is_number else kit.colouring.colours.field
        self.heard = heard_track(kit.player)
        self.hovered = table.hovered
        self.has_focus = table.hasFocus()
        self.first = table.head.logicalIndex(0)
        index = table.currentIndex()
        self._table, self._drawn = table, dict[tuple[str, str], QPixmap]()
        self.box = (index.row(), index.column()) if table.walks_cells and self.has_focus else None

    def sign_of(self, name: str, tint: str) -> QPixmap:
        """An icon, drawn once a frame."""
        if (name, tint) not in self._drawn:
            side = QSize(self.sign, self.sign)
            self._drawn[name, tint] = icon(name, tint).pixmap(side, self._table.devicePixelRatioF())
        return self._drawn[name, tint]

    def shape_of(self, style: ClassStyle | None) -> QPixmap:
        key = (style.name if style is not None else "", "shape")
        if key not in self._drawn:
            dots = self._table.devicePixelRatioF()
            picture = QPixmap(round(self.sign * dots), round(self.sign * dots))
            picture.setDevicePixelRatio(dots)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            shapes.paint(painter, style, QPointF(self.sign / 2, self.sign / 2), self.radius)
            painter.end()
            self._drawn[key] = picture
        return self._drawn[key]


class TrackCell(CellEditing):
    """Its parent is the table."""

    def __init__(self, table: TracksTable) -> None:
        super().__init__(table)
        self.ink: Ink | None = None
        self._fitted: dict[tuple[str, int, bool], str] = {}
        self._words: dict[str, StateWords] = {}

    def begin_frame(self) -> None:
        self.ink = Ink(self._table)

    def end_frame(self) -> None:
        self.ink = None

    def forget_sizes(self) -> None:
        """Another font or theme."""
        self._fitted.clear()
        self._words.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Of a whole column, so that a double click on its edge fits it to what is known."""
        column, card = self._table.tracks.columns[index.column()], self._table.tracks.card(index.row())
        ink = self.ink or Ink(self._table)
        wide = ink.metrics.horizontalAdvance(column.text(card)) if card is not None else 0
        extra = ink.gutter if index.column() == ink.first else 0
        extra += ink.sign if column.key in (ink.coloured, "state") else 0
        return QSize(wide + extra + 2 * ink.pad + 2, look().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ink = self.ink or Ink(self._table)
        tracks, row, place = self._table.tracks, index.row(), index.column()
        if row >= len(tracks.ids) or place >= len(tracks.columns):
            return
        track_id, column, rect = tracks.ids[row], tracks.columns[place], option.rect
        if track_id in ink.chosen:
            painter.fillRect(rect, ink.selected)
        elif row == ink.hovered:
            painter.fillRect(rect, ink.hover)
        if track_id == ink.current:
            self._paint_current(painter, rect, ink)
        if ink.box == (row, place):
            painter.setPen(QPen(ink.accent, 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        room = rect.adjusted(ink.pad, 0, -ink.pad, 0)
        if place == ink.first:
            if track_id == ink.heard:
                self._paint_heard(painter, rect, ink)
            room.setLeft(rect.left() + ink.gutter)
        card = tracks.card(row)
        if card is None:
            self._write(painter, room, "…" if place == ink.first else "", ink.faint, ink)
        else:
            self._paint_value(painter, room, column, card, ink)

    def _paint_current(self, painter: QPainter, rect: QRect, ink: Ink) -> None:
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, ink.accent)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, ink.accent)

    def _paint_heard(self, painter: QPainter, rect: QRect, ink: Ink) -> None:
        side = ink.sign
        top = rect.top() + (rect.height() - side) // 2
        painter.drawPixmap(rect.left() + (ink.gutter - side) // 2, top, ink.sign_of("speaker", "hear"))

    def _paint_value(self, painter: QPainter, room: QRect, column: Column, card: TrackCard, ink: Ink) -> None:
        colour = ink.text
        if column.key == ink.coloured:
            self._paint_shape(painter, room, card, ink)
        elif column.key == "state":
            self._paint_state(painter, room, card, ink)
            return
        elif column.field is None and not column.is_figure:
            colour = ink.quiet
        if column.is_guessed(card):
            colour = ink.quiet
        bold = card.id == ink.heard and column.key == "title"
        text = column.text(card)
        self._write(painter, room, text, colour, ink, figure=column.is_figure, bold=bold)

    def _paint_shape(self, painter: QPainter, room: QRect, card: TrackCard, ink: Ink) -> None:
        values = card.values.get(ink.coloured)
        if values:
            style = self._table.kit.colouring.style(str(values[0]))
            top = room.top() + (room.height() - ink.sign + 1) // 2
            painter.drawPixmap(room.left() - ink.pad // 3, top, ink.shape_of(style))
        room.setLeft(room.left() + ink.sign)

    def _paint_state(self, painter: QPainter, room: QRect, card: TrackCard, ink: Ink) -> None:
        """Where there is no room for words, only what is not OK has a sign."""
        said = self._words.get(card.state) or self._words.setdefault(card.state, state_words(card.state))
        has_room = room.width() >= 3 * ink.sign
        if not has_room:
            room.adjust(ink.sign // 4 - ink.pad, 0, ink.pad, 0)
            if card.state == "ok":
                return
        top = room.top() + (room.height() - ink.sign) // 2
        painter.drawPixmap(room.left(), top, ink.sign_of(said.icon, said.tone))
        if has_room:
            room.setLeft(room.left() + ink.sign + ink.pad)
            self._write(painter, room, said.title, ink.text, ink)

    def _write(
        self, painter: QPainter, room: QRect, text: str, colour: QColor, ink: Ink,
        *, figure: bool = False, bold: bool = False,
    ) -> None:  # fmt: skip
        wide = room.width()
        if not text or wide <= 0:
            return
        painter.setPen(colour)
        painter.setFont(ink.bold if bold else ink.font)
        painter.drawText(room, _RIGHT if figure else _LEFT, self._fit(text, wide, ink, bold=bold))

    def _fit(self, text: str, wide: int, ink: Ink, *, bold: bool) -> str:
        key = (text, wide, bold)
        shown = self._fitted.get(key)
        if shown is None:
            if len(self._fitted) > KEPT:
                self._fitted.clear()
            metrics = ink.bold_metrics if bold else ink.metrics
            shown = self._fitted[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide)
        return shown
