"""Texts laid out in a cell: words that both texts have are underlined, what has no room is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

Marks = tuple[tuple[int, int], ...]
"""(first, how many), as Qt counts: a sign such as 𝄞 is two."""

KEPT = 400
LAST_OF_ONE = "\uffff"
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    _WORD.findall(
        "a about an and are as at be by for from has have in into is it its of on one or over that the "
        "their there this to under with without "
        "der die das ein eine einer eines und mit von im in ist auf zu den dem"
    )
)
"""Words that say nothing of music: that both texts have them means nothing."""


@lru_cache(maxsize=KEPT)
def common_marks(text: str, other: str) -> Marks:
    """Where `text` has words that `other` has too; words that stand together are one."""
    there = {word.casefold() for word in _WORD.findall(other)} - _SMALL
    marks: list[tuple[int, int]] = []
    for found in _WORD.finditer(text):
        if found[0].casefold() not in there:
            continue
        start, end = found.span()
        if marks and text[sum(marks[-1]) : start] == " ":
            start = marks.pop()[0]
        marks.append((start, end - start))
    if text and max(text) > LAST_OF_ONE:
        return tuple((_places(text[:at]), _places(text[at : at + count])) for at, count in marks)
    return tuple(marks)


def _places(text: str) -> int:
    """How long Qt takes `text` to be."""
    return len(text) + sum(sign > LAST_OF_ONE for sign in text)


def _before(text: str, place: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "surrogatepass")


class Laid:
    """A text in lines of one width."""

    def __init__(self, text: str, font: QFont, width: int, marks: Marks, ink: QColor, most: int) -> None:
        text = " ".join(text.split()) if not marks else text
        self.text, self.cut = text, False
        self.layout = _lines(text, font, width, marks, ink)
        if most and self.layout.lineCount() > most:
            self.cut = True
            before = _before(text, self.layout.lineAt(most - 1).textStart())
            rest = text[len(before) :]
            shown = before + QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            room = _places(shown) - 1
            kept = tuple((at, min(count, room - at)) for at, count in marks if at < room)
            self.layout = _lines(shown, font, width, kept, ink)

    @property
    def height(self) -> float:
        return self.layout.boundingRect().height()

    def paint(self, painter: QPainter, place: QPointF) -> None:
        self.layout.draw(painter, place)


def _lines(text: str, font: QFont, width: int, marks: Marks, ink: QColor) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.setFormats([_format(at, count, ink) for at, count in marks])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _format(at: int, count: int, ink: QColor) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = at, count
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    form.setUnderlineColor(ink)
    found.format = form
    return found


class Layouts:
    """What was laid out lately: scrolling shows the same texts again and again."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Laid] = {}

    def get(self, text: str, font: QFont, width: int, other: str, ink: QColor, most: int = 0) -> Laid:
        key = (text, font.pixelSize(), width, other, ink.rgba(), most)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > KEPT:
                self._known.clear()
            line = " ".join(text.split())
            marks = common_marks(line, other) if other else ()
            found = self._known[key] = Laid(line, font, max(width, 20), marks, ink, most)
        return found

    def forget(self) -> None:
        self._known.clear()


def joined(texts: Sequence[str]) -> str:
    """All that people wrote of a track, as a run is taught it."""
    return " ".join(" ".join(text.split()) for text in texts)
