"""What is added and what is taken away, each on a chip that can be removed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.cards import Cards
from desktop.flow import Flow
from desktop.neighbours.question import Question
from desktop.theme import look
from desktop.widgets import Button, Elided, label

GAP = 4
WIDEST = 150
MOST_SHOWN = 8
"""On either side; the rest share a chip."""


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
        self._flow = Flow(self, GAP)
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
