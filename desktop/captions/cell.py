"""How a line of captions is painted: the track with its excerpt, both texts, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import shapes
from desktop.captions.model import Column
from desktop.captions.said import ICONS, TONES, human_source, same_words, verdict_words
from desktop.captions.texts import Laid, Layouts, joined
from desktop.icons import render
from desktop.rows import paint_ground, paint_play
from desktop.tables import Index
from desktop.theme import Weight, look
from desktop.times import span_words

if TYPE_CHECKING:
    from core.library.caption_lines import CaptionLine, Line
    from desktop.captions.table import CaptionsTable
    from desktop.captions.waves import Wave

ROW = 92
PLAY = 28
"""Room for the sign before the track."""
MARGIN = 8
WAVE = 22
LINES = 4
"""Of a text that is not open."""


class CaptionCell(QStyledItemDelegate):
    """Its parent is the table."""

    def __init__(self, table: CaptionsTable) -> None:
        super().__init__(table)
        self._table = table
        self.layouts = Layouts()

    # Where things are

    def is_on_play(self, rect: QRect, place: QPoint) -> bool:
        return rect.left() <= place.x() < rect.left() + look().px(PLAY)

    def write_place(self, rect: QRect, row: int) -> QRect:
        """Where a person is offered to write, in the cell of the human text; nothing where one is there."""
        says = self._table.model_.says(row)
        if says is None or says.human:
            return QRect()
        font = look().font(13)
        metrics = QFontMetrics(font)
        left = rect.left() + look().px(MARGIN) + metrics.horizontalAdvance(self.tr("No human text.") + " ")
        width = metrics.horizontalAdvance(self.tr("Write one…"))
        return QRect(left, rect.top() + look().px(MARGIN - 2), width, metrics.height() + look().px(4))

    def human_height(self, says: CaptionLine, width: int) -> int:
        """Of the whole human text with its sources."""
        small = QFontMetrics(look().font(11)).height()
        heights = [self._laid(text, width, "", 0).height for _, text in _blocks(says)]
        sources = sum(small + look().px(4) for said, _ in _blocks(says) if said)
        return round(sources + sum(heights)) + look().px(2 * MARGIN)

    def _laid(self, text: str, width: int, other: str, most: int) -> Laid:
        room = width - look().px(2 * MARGIN)
        return self.layouts.get(text, look().font(13), room, other, look().colour("accent"), most)

    def tip(self, index: Index) -> str:
        """The whole of a text that has no room."""
        says = self._table.model_.says(index.row())
        if says is None or index.row() == self._table.row:
            return ""
        human, width = joined([one.text for one in says.human]), self._table.columnWidth(index.column())
        text = human if index.column() == Column.HUMAN else says.machine.text if says.machine else ""
        if index.column() not in (Column.HUMAN, Column.MACHINE) or not text:
            return ""
        return text if self._laid(text, width, "", LINES).cut else ""

    # Painting

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(look().px(100), look().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.row()
        line, says = self._table.model_.lines[row], self._table.model_.says(row)
        painter.save()
        painter.setClipRect(option.rect)
        self._paint_ground(painter, option, row)
        if index.column() == Column.TRACK:
            self._paint_track(painter, option.rect, line)
        elif index.column() == Column.STATE:
            self._paint_state(painter, option.rect, line)
        elif says is not None and index.column() == Column.HUMAN:
            self._paint_human(painter, option.rect, says, is_open=row == self._table.row)
        elif says is not None and not (row == self._table.row and says.machine):
            self._paint_machine(painter, option.rect, says)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        table = self._table
        is_open = row == table.row
        chosen = is_open or bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, option.rect, chosen=chosen, hovered=row == table.hovered, current=is_open)

    def _paint_track(self, painter: QPainter, rect: QRect, line: Line) -> None:
        heard = self._table.is_heard(line)
        middle = QPointF(rect.left() + look().px(PLAY) / 2, rect.top() + look().px(MARGIN + 8))
        paint_play(painter, middle, heard=heard)
        left, top = rect.left() + look().px(PLAY + 2), rect.top() + look().px(MARGIN - 1)
        width = rect.right() - look().px(MARGIN) - left
        card = self._table.kit.cards.get(line.track_id)
        if card is None:
            return
        bold, small = look().font(13, Weight.DemiBold), look().font(11)
        top += _draw(painter, QPoint(left, top), width, bold, "text", card.title)
        about = card.about()
        if about:
            top += _draw(painter, QPoint(left, top), width, small, "text2", about)
        top += look().px(2)
        wave = QRect(left, top, min(width, look().px(132)), look().px(WAVE))
        self._paint_wave(painter, wave, line, card.duration_s, heard=heard)
        self._paint_span(painter, QPoint(left, wave.bottom() + look().px(3)), width, line)

    def _paint_wave(
        self, painter: QPainter, place: QRect, line: Line, lasts_s: float | None, *, heard: bool
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(place, look().colour("plot"))
        span = self._table.excerpt(line)
        first = last = 0
        if span is not None and lasts_s:
            first = round(place.width() * min(span[0] / lasts_s, 1.0))
            last = max(round(place.width() * min(span[1] / lasts_s, 1.0)), first + 2)
        wave = self._table.waves.get(line.track_id)
        if wave is not None:
            self._paint_columns(painter, place, wave, first, last, heard=heard)
        if last > first:
            ink = look().colour("hear" if heard else "border")
            if heard:
                glow = QColor(ink)
                glow.setAlpha(50)
                painter.fillRect(place.left() + first, place.top(), last - first, place.height(), glow)
            painter.fillRect(place.left() + first, place.top(), 1, place.height(), ink)
            painter.fillRect(place.left() + last - 1, place.top(), 1, place.height(), ink)

    def _paint_columns(
        self, painter: QPainter, place: QRect, wave: Wave, first: int, last: int, *, heard: bool
    ) -> None:
        values = wave.tolist()
        plain, gold = look().colour("text2"), look().colour("hearfill")
        middle, half = place.top() + place.height() / 2, place.height() / 2 - 1
        for x in range(place.width()):
            low, high, _ = values[min(x * len(values) // place.width(), len(values) - 1)]
            top, bottom = middle - float(high) * half, middle - float(low) * half
            column = QRectF(place.left() + x, top, 1, max(bottom - top, 1))
            painter.fillRect(column, gold if heard and first <= x < last else plain)

    def _paint_span(self, painter: QPainter, place: QPoint, width: int, line: Line) -> None:
        kit, left = self._table.kit, place.x()
        small = look().font(11)
        code = kit.colouring.colours.codes.get(line.track_id)
        if code is not None:
            middle = QPointF(left + look().px(5), place.y() + QFontMetrics(small).height() / 2)
            shapes.paint(painter, kit.colouring.style_of(code), middle, look().px(4))
            left += look().px(14)
        said = self.tr("whole track")
        if line.start_s is not None and line.end_s is not None:
            said = span_words(line.start_s, line.end_s)
        _draw(painter, QPoint(left, place.y()), place.x() + width - left, small, "text2", said)

    def _paint_human(self, painter: QPainter, rect: QRect, says: CaptionLine, *, is_open: bool) -> None:
        left, top = rect.left() + look().px(MARGIN), rect.top() + look().px(MARGIN - 1)
        width = rect.width() - look().px(2 * MARGIN)
        if not says.human:
            said = self.tr("No human text.") + " "
            _draw(painter, QPoint(left, top), width, look().font(13), "text2", said)
            place = self.write_place(rect, self._table.model_.row_of(says.line.key) or 0)
            at = QPoint(place.left(), top)
            _draw(painter, at, place.width() + 8, look().font(13), "accent", self.tr("Write one…"))
            return
        if not is_open:
            text = joined([one.text for one in says.human])
            self._ink(painter)
            self._laid(text, rect.width(), "", LINES).paint(painter, QPointF(left, top))
            return
        for said, text in _blocks(says):
            if said:
                top += _draw(painter, QPoint(left, top), width, look().font(11), "text2", said)
            laid = self._laid(text, rect.width(), "", 0)
            self._ink(painter)
            laid.paint(painter, QPointF(left, top))
            top += round(laid.height) + look().px(4 if said else 0)

    def _paint_machine(self, painter: QPainter, rect: QRect, says: CaptionLine) -> None:
        left, top = rect.left() + look().px(MARGIN), rect.top() + look().px(MARGIN - 1)
        width = rect.width() - look().px(2 * MARGIN)
        if says.machine is None:
            said = self.tr("No machine text yet.")
            _draw(painter, QPoint(left, top), width, look().font(13), "text2", said)
            return
        human = joined([one.text for one in says.human])
        laid = self._laid(says.machine.text, rect.width(), human, LINES - bool(says.same))
        self._ink(painter)
        laid.paint(painter, QPointF(left, top))
        if says.same:
            self._paint_same(painter, QPoint(left, round(top + laid.height) + look().px(2)), width, says.same)

    def _paint_same(self, painter: QPainter, place: QPoint, width: int, same: int) -> None:
        side, dots = look().px(12), painter.device().devicePixelRatio()
        picture = render("warning", look().theme.colours["warn"], QSize(side, side), dots)
        painter.drawPixmap(QPointF(place.x(), place.y() + 1), picture)
        said = same_words(same)
        at = QPoint(place.x() + look().px(17), place.y())
        _draw(painter, at, width - look().px(17), look().font(11), "warn", said)

    def _paint_state(self, painter: QPainter, rect: QRect, line: Line) -> None:
        if line.verdict is None:
            return
        left, top = rect.left() + look().px(MARGIN), rect.top() + look().px(MARGIN - 1)
        name, tone = ICONS[line.verdict], TONES[line.verdict]
        if name:
            side, dots = look().px(14), painter.device().devicePixelRatio()
            picture = render(name, look().theme.colours[tone], QSize(side, side), dots)
            painter.drawPixmap(QPointF(left, top + look().px(1)), picture)
            left += look().px(19)
        width = rect.right() - left
        _draw(painter, QPoint(left, top), width, look().font(12), tone, verdict_words(line.verdict))

    def _ink(self, painter: QPainter) -> None:
        painter.setPen(look().colour("text"))


def _blocks(says: CaptionLine) -> list[tuple[str, str]]:
    """What people wrote, each with its source where that is another than before."""
    found, before = list[tuple[str, str]](), ""
    for one in says.human:
        said = human_source(one)
        found.append(("" if said == before else said, one.text))
        before = said
    return found


def _draw(painter: QPainter, place: QPoint, width: int, font: QFont, tone: str, text: str) -> int:
    """One line; returns its height."""
    painter.setFont(font)
    painter.setPen(look().colour(tone))
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))
    painter.drawText(QPoint(place.x(), place.y() + metrics.ascent()), shown)
    return metrics.height()
