"""How a confusion matrix is laid out and painted, on the screen and on paper. Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop import shapes, words
from desktop.matrix.data import Confusion
from desktop.theme import ClassStyle, Theme, Weight, look

LEAST, MOST = 18, 46
"""A cell, in pixels at 100 %; wide numbers make it larger, and then it scrolls."""
SLANTED = 20
"""Narrower columns have their names upright, or they would touch."""
NAME, HEAD, SHORT = 150, 110, 44
"""The longest name of a row and of a column, and of a column where there is hardly any height.

Longer ones are cut, and the tool tip says them whole.
"""
SHAPE, FOUND, GAP = 18, 58, 6
SINE = 0.70711
STOPS = 8

Align = Qt.AlignmentFlag


@dataclass(frozen=True)
class Sizes:
    cell: float
    left: float
    """Names of rows and their shapes."""
    top: float
    right: float
    slanted: bool
    count: int
    head: float
    """How long a column's name may be."""

    @property
    def body(self) -> float:
        return self.cell * self.count

    @property
    def whole(self) -> QSizeF:
        return QSizeF(self.left + self.body + self.right, self.top + self.body)


def measure(names: tuple[str, ...], widest: str, room: QSizeF) -> Sizes:
    """The largest cells that fit into `room`, but never so small that a number leaves its cell."""
    px, count = look().px, max(len(names), 1)
    metrics = QFontMetricsF(look().font(12))
    longest = max((metrics.horizontalAdvance(name) for name in names), default=0.0)
    left = min(longest, px(NAME)) + px(SHAPE + 2 * GAP)
    head = min(longest, px(HEAD), max(px(SHORT), room.height() * 0.3))
    number = QFontMetricsF(look().font(12)).horizontalAdvance(widest) + px(6)
    least = max(px(LEAST), number)

    def sizes(*, slanted: bool) -> Sizes:
        top = head * (SINE if slanted else 1) + px(SHAPE + 2 * GAP)
        reach = head * SINE + px(GAP) if slanted else 0.0
        wide = (room.width() - left - max(px(FOUND), reach - px(LEAST))) / count
        cell = min(max(min(wide, (room.height() - top) / count), least), max(px(MOST), least))
        return Sizes(float(int(cell)), left, top, max(px(FOUND), reach - cell / 2), slanted, count, head)

    found = sizes(slanted=True)
    return found if found.cell >= px(SLANTED) else sizes(slanted=False)


@dataclass(frozen=True)
class Drawing:
    confusion: Confusion
    codes: tuple[int | None, ...]
    """Of each name the class that it is drawn as; None: other."""
    as_share: bool
    sizes: Sizes
    current: tuple[int, int] | None = None
    heard: tuple[int, int] | None = None
    has_keyboard: bool = False
    heading: str = ""

    # Places, in a whole that is not scrolled

    def cell(self, row: int, column: int) -> QRectF:
        sizes = self.sizes
        return QRectF(sizes.left + column * sizes.cell, sizes.top + row * sizes.cell, sizes.cell, sizes.cell)

    def text_of(self, row: int, column: int) -> str:
        if self.as_share:
            return share_text(self.confusion.share(row, column)) if self.confusion.counts[row][column] else ""
        count = self.confusion.counts[row][column]
        return words.number(count) if count else ""

    def found(self, row: int) -> str:
        """Of the tracks that are truly so, the part that was called so."""
        return share_text(self.confusion.share(row, row)) if self.confusion.of(row) else "–"

    # Painting

    def paint(self, painter: QPainter, theme: Theme, window: QRectF, offset: QPointF) -> None:
        """Into `window`; the cells are moved by `offset`, names stay beside them."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        sizes = self.sizes
        cells = QRectF(window.left() + sizes.left, window.top() + sizes.top, sizes.body, sizes.body)
        seen = cells.intersected(window.adjusted(0, 0, -min(sizes.right, window.width()), 0))
        painter.save()
        painter.setClipRect(seen.adjusted(-1, -1, 1, 1))
        painter.translate(window.topLeft() - offset)
        self._paint_cells(painter, theme, seen.translated(offset - window.topLeft()))
        painter.restore()
        painter.save()
        reach = sizes.right if sizes.slanted else 0
        painter.setClipRect(QRectF(seen.left(), window.top(), seen.width() + reach, sizes.top))
        painter.translate(window.left() - offset.x(), window.top())
        self._paint_columns(painter, theme, seen.translated(offset - window.topLeft()))
        painter.restore()
        self._paint_rows(painter, theme, window, offset, seen)

    def _paint_cells(self, painter: QPainter, theme: Theme, seen: QRectF) -> None:
        line = QColor(theme.colours["line"])
        font = look().font(12 if self.sizes.cell >= look().px(24) else 11)
        bold = look().font(12 if self.sizes.cell >= look().px(24) else 11, Weight.DemiBold)
        for row in self._within(seen.top() - self.sizes.top, seen.bottom() - self.sizes.top):
            for column in self._within(seen.left() - self.sizes.left, seen.right() - self.sizes.left):
                rect, count = self.cell(row, column), self.confusion.counts[row][column]
                ground = self.colour(theme, row, column)
                painter.fillRect(rect, ground)
                painter.setPen(QPen(line, 1))
                painter.drawRect(rect)
                painter.setFont(bold if row == column else font)
                painter.setPen(ink_on(ground) if count else QColor(theme.colours["text3"]))
                painter.drawText(rect, Align.AlignCenter, self.text_of(row, column) or "·")
        self._paint_marks(painter, theme)

    def _within(self, start: float, end: float) -> range:
        first = max(int(start // self.sizes.cell), 0)
        return range(first, min(int(end // self.sizes.cell) + 1, len(self.confusion.names)))

    def colour(self, theme: Theme, row: int, column: int) -> QColor:
        """Right ones by their share; wrong ones by its root, since even a few are worth a look."""
        share = self.confusion.share(row, column)
        if not self.confusion.counts[row][column]:
            return QColor(theme.colours["plot"])
        if row == column:
            return along(theme.ramps["depth"], max(share * STOPS, 1.0))
        return along(theme.ramps["ember"], min(max(share**0.5 * STOPS, 1.0), STOPS - 1.5))

    def _paint_marks(self, painter: QPainter, theme: Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.current is not None:
            wide = 3.0 if self.has_keyboard else 2.0
            painter.setPen(QPen(QColor(theme.colours["accent"]), wide))
            inset = wide / 2
            painter.drawRect(self.cell(*self.current).adjusted(inset, inset, -inset, -inset))
        if self.heard is not None:
            self._paint_speaker(painter, theme, self.cell(*self.heard))

    def _paint_speaker(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        from PySide6.QtCore import QSize

        from desktop.icons import render

        side = min(look().px(14), int(rect.width() * 0.55))
        place = QRectF(rect.right() - side - 2, rect.top() + 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours["plot"]))
        painter.drawRoundedRect(place, 3, 3)
        dots = painter.device().devicePixelRatio()
        picture = render("speaker", theme.colours["hear"], QSize(side - 2, side - 2), dots)
        painter.drawPixmap(place.topLeft() + QPointF(1, 1), picture)

    def _paint_columns(self, painter: QPainter, theme: Theme, seen: QRectF) -> None:
        px, sizes = look().px, self.sizes
        font = look().font(12)
        metrics = QFontMetricsF(font)
        for column in self._within(seen.left() - sizes.left, seen.right() - sizes.left):
            middle = sizes.left + (column + 0.5) * sizes.cell
            if not seen.left() <= middle <= seen.right():
                continue  # half scrolled away, its name would stand over something else
            base = sizes.top - px(GAP + SHAPE / 2)
            shapes.paint(painter, self._style(theme, column), QPointF(middle, base), self._radius())
            shown = metrics.elidedText(
                self.confusion.names[column], Qt.TextElideMode.ElideRight, sizes.head + 1
            )
            painter.save()
            painter.setFont(font)
            painter.setPen(QColor(theme.colours["text"]))
            painter.translate(middle, base - px(SHAPE / 2))
            painter.rotate(-45 if sizes.slanted else -90)
            painter.drawText(QPointF(0, metrics.ascent() * (0.2 if sizes.slanted else 0.4)), shown)
            painter.restore()

    def _paint_rows(
        self, painter: QPainter, theme: Theme, window: QRectF, offset: QPointF, seen: QRectF
    ) -> None:
        px, sizes = look().px, self.sizes
        font, right = look().font(12), Align.AlignRight | Align.AlignVCenter
        metrics = QFontMetricsF(font)
        found = QRectF(seen.right(), window.top(), px(FOUND) - px(4), sizes.top)
        painter.setFont(look().font(11))
        painter.setPen(QColor(theme.colours["text2"]))
        head = found.adjusted(0, 0, 0, -px(GAP))
        painter.drawText(head, Align.AlignRight | Align.AlignBottom, self.heading)
        painter.save()
        painter.setClipRect(QRectF(window.left(), seen.top(), window.width(), seen.height()))
        first = seen.top() + offset.y() - window.top() - sizes.top
        for row in self._within(first, first + seen.height()):
            top = window.top() + sizes.top + row * sizes.cell - offset.y()
            name = QRectF(window.left(), top, sizes.left - px(SHAPE + GAP), sizes.cell)
            shown = metrics.elidedText(self.confusion.names[row], Qt.TextElideMode.ElideRight, name.width())
            painter.setFont(font)
            painter.setPen(QColor(theme.colours["text"]))
            painter.drawText(name, right, shown)
            middle = QPointF(window.left() + sizes.left - px(GAP + SHAPE / 2), top + sizes.cell / 2)
            shapes.paint(painter, self._style(theme, row), middle, self._radius())
            painter.setPen(QColor(theme.colours["text2"]))
            painter.drawText(QRectF(found.left(), top, found.width(), sizes.cell), right, self.found(row))
        painter.restore()

    def _radius(self) -> float:
        return min(look().px(5), self.sizes.cell * 0.32)

    def _style(self, theme: Theme, place: int) -> ClassStyle | None:
        code = self.codes[place]
        return None if code is None else theme.classes[code]


def share_text(share: float) -> str:
    """As a whole number of per cent; what is neither none nor all does not look so."""
    per_cent = round(share * 100)
    if 0 < share < 1:
        per_cent = min(max(per_cent, 1), 99)
    return str(per_cent)


def along(stops: tuple[str, ...], place: float) -> QColor:
    """Between the colours of a ramp."""
    low = min(int(place), len(stops) - 2)
    part = min(place - low, 1.0)
    first, second = QColor(stops[low]), QColor(stops[low + 1])
    mixed = (
        round(a + (b - a) * part)
        for a, b in zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*mixed)


def ink_on(ground: QColor) -> QColor:
    """Black or white, whichever is read better there."""
    parts = (ground.redF(), ground.greenF(), ground.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return QColor("#07131D") if light > 0.19 else QColor("#FFFFFF")
