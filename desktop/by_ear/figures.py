"""What the probe knows so far, in figures with their floor, and what can be done with its guesses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop import words
from desktop.by_ear.growth import Growth, Point
from desktop.widgets import Button, IconLabel, label

if TYPE_CHECKING:
    from core.probes.request import ProbeResult, Share


class Figures(QWidget):
    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.sign = IconLabel("info")
        self.told = label(size=12, wrap=True)
        self.right = label(size=12, tone="text2", wrap=True)
        self.growth = Growth()
        self.colour = Button(tr("Colour the map"), "small")
        self.select = Button(tr("Select guessed…"), "small")
        self.accept = Button(tr("Accept guesses…"), "small")
        self.teach = Button(tr("Teach…"), "small")
        self.colour.setToolTip(tr("Colour the map by what the probe guesses"))
        self.select.setToolTip(tr("Select the tracks that are guessed to be of one class"))
        self.accept.setToolTip(tr("Take guesses over as labels"))
        self.teach.setToolTip(tr("Teach a model with these labels (Ctrl+Shift+T)"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.told, 1)
        rows.addLayout(line)
        rows.addWidget(self.right)
        rows.addWidget(self.growth)
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, button in enumerate((self.colour, self.select, self.accept, self.teach)):
            grid.addWidget(button, place // 2, place % 2)
        rows.addLayout(grid)

    def show_result(
        self, result: ProbeResult | None, labelled: int, points: list[Point], *, problem: str = ""
    ) -> None:
        self.sign.setVisible(bool(problem) or result is None or bool(result.needs))
        self.sign.show_icon("error" if problem else "info", "bad" if problem else "text2")
        self.told.setText(problem or self._told(result, labelled))
        learnt = result is not None and not result.needs and not problem
        self.right.setText(self._right(result) if learnt and result is not None else "")
        self.right.setVisible(bool(self.right.text()))
        floor = _floor(result) if learnt and result is not None else None
        self.growth.show_points(points, floor)
        self.growth.setVisible(bool(points))
        for button in (self.colour, self.select, self.accept):
            button.setEnabled(learnt)

    def _told(self, result: ProbeResult | None, labelled: int) -> str:
        if result is None:
            return self.tr("The probe is listening…")
        if result.needs:
            return self.needs(result)
        said = self.tr("{} of {} labelled, {} classes. The rest is guessed.")
        total = len(result.tracks)
        return said.format(words.number(labelled), words.tracks(total), len(result.classes))

    def needs(self, result: ProbeResult) -> str:
        """What is still missing before the probe can guess."""
        counts = result.labelled
        ready = [name for name, number in counts.items() if number > 1]
        if not counts:
            return self.tr("Two labels of two classes each are needed before the probe can guess.")
        if ready:
            return self.tr("{} has enough labels; another class needs two.").format(ready[0])
        if len(counts) == 1:
            return self.tr("One more {}, and two labels of another class, and the probe can guess.").format(
                next(iter(counts))
            )
        return self.tr("Two classes need two labels each; so far there are: {}.").format(
            ", ".join(f"{name} {number}" for name, number in counts.items())
        )

    def _right(self, result: ProbeResult) -> str:
        share = result.accuracy
        if share is None:
            return self.tr("How right it is can be said once labels of a second artist are there.")
        said = self.tr("{} right on {} labelled tracks that it had not learnt from; majority {}.")
        return said.format(_figure(share), words.number(share.n), f"{result.majority:.2f}")


def _figure(share: Share) -> str:
    """0.61 (0.48–0.73)"""
    if share.low is None or share.high is None:
        return f"{share.value:.2f}"
    return f"{share.value:.2f} ({share.low:.2f}–{share.high:.2f})"


def _floor(result: ProbeResult) -> float:
    """Macro F1 of the most frequent class alone."""
    share = result.majority
    return 2 * share / (1 + share) / max(len(result.classes), 1)
