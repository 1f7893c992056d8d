"""The head of the inspector when several tracks are chosen: how many, how long, in which states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import words
from desktop.ledger.states import state_words
from desktop.times import clock
from desktop.widgets import Elided, IconLabel, clear, label

if TYPE_CHECKING:
    from desktop.track.facts import SeveralFacts


class SeveralHead(QWidget):
    def __init__(self) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 8)
        rows.setSpacing(4)
        self.count = label("", 15, bold=True)
        self.length = label("", 12, tone="text2")
        self._states = QVBoxLayout()
        self._states.setSpacing(2)
        rows.addWidget(self.count)
        rows.addWidget(self.length)
        rows.addLayout(self._states)

    def show_tracks(self, facts: SeveralFacts) -> None:
        self.count.setText(self.tr("{} chosen").format(words.tracks(len(facts.ids))))
        self.length.setText(self.tr("{} in all").format(clock(facts.duration_s)))
        clear(self._states)
        for state, number in sorted(facts.states.items(), key=lambda item: -item[1]):
            if state != "ok":
                self._states.addWidget(_State(state, number))


class _State(QWidget):
    def __init__(self, state: str, number: int) -> None:
        super().__init__()
        said = state_words(state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(said.icon, said.tone))
        row.addWidget(Elided(f"{said.title}: {words.tracks(number)}", 12, said.tone), 1)
