"""What is added and what is taken away, each on a chip that can be removed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget

from desktop.cards import Cards
from desktop.neighbours.question import Question
from desktop.theme import look
from desktop.widgets import Button, Elided, label

GAP = 4
WIDEST = 150
MOST_SHOWN = 8
"""On either side; the rest share a chip."""


class Flow(QLayout):
    """From left to right, and on the next line where there is no more room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, tallest = rect.left(), rect.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if x > rect.left() and x + size.width() > rect.left() + rect.width():
                x, y = rect.left(), y + tallest + GAP
            if move:
                item.setGeometry(QRect(x, y, min(size.width(), rect.width()), size.height()))
            x += size.width() + GAP
            tallest = max(tallest, size.height())
        return y + tallest - rect.top()


@dataclass(frozen=True)
class Part:
    """Of a question: tracks on one side of it."""

    track_ids: tuple[int, ...]
    minus: bool


def parts_of(question: Question) -> list[Part]:
    found = []
    for ids, minus in ((question.plus, False), (question.minus, True)):
        alone = ids if len(ids) <= MOST_SHOWN else ids[: MOST_SHOWN - 1]
        found += [Part((id_,), minus) for id_ in alone]
        if len(ids) > len(alone):
            found.append(Part(ids[len(alone) :], minus))
    return found


class Chip(QWidget):
    removed = Signal(object)
    """The ids of its tracks."""

    def __init__(self, part: Part, words: str) -> None:
        super().__init__()
        self.part = part
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 2, 0)
        row.setSpacing(4)
        row.addWidget(label("−" if part.minus else "+", 12, tone="text2", bold=True))
        self.words = Elided(words, 12, "text")
        self.words.setMaximumWidth(look().px(WIDEST))
        row.addWidget(self.words)
        self.remove = Button("", "icon", icon_name="close", name=self.tr("Remove {}").format(words))
        self.remove.setToolTip(self.tr("Remove {} from the question").format(words))
        self.remove.setIconSize(QSize(look().px(12), look().px(12)))
        row.addWidget(self.remove)
        self.remove.clicked.connect(self._removed)

    @Slot()
    def _removed(self) -> None:
        self.removed.emit(self.part.track_ids)


class Chips(QWidget):
    removed = Signal(object)
    cleared = Signal()

    def __init__(self, cards: Cards) -> None:
        super().__init__()
        self._cards = cards
        self._question = Question()
        self._flow = Flow(self)
        self.chips: list[Chip] = []
        self.clear = Button(self.tr("Clear"), "flat", tip=self.tr("Ask with the chosen tracks again"))
        self.clear.clicked.connect(self.cleared)
        self._flow.addWidget(self.clear)
        cards.arrived.connect(self._arrived)

    def show_question(self, question: Question) -> None:
        self._question = question
        self._make()

    def _make(self) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.clear)
        self.chips = [Chip(part, self._words(part)) for part in parts_of(self._question)]
        for chip in self.chips:
            chip.removed.connect(self.removed)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.clear)
        self.updateGeometry()

    def _words(self, part: Part) -> str:
        if len(part.track_ids) > 1:
            return self.tr("{} more tracks").format(f"{len(part.track_ids):,}")
        card = self._cards.get(part.track_ids[0])
        return card.title if card is not None else "…"

    @Slot(object)
    def _arrived(self, track_ids: frozenset[int]) -> None:
        if any(id_ in track_ids for chip in self.chips for id_ in chip.part.track_ids):
            self._make()
