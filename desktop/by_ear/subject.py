"""The track that is asked about: what it is, its sound, and what can be done with it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.by_ear.choice import LENGTHS_S, Choice
from desktop.by_ear.wave import Wave
from desktop.theme import look
from desktop.widgets import Button, Elided

if TYPE_CHECKING:
    from desktop.cards import TrackCard


class Subject(QWidget):
    chosen = Signal(object)
    """A Choice: how it is played."""

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self._choice = Choice()
        self.title = Elided("", 15, "text", bold=True)
        self.about = Elided("", 12)
        self.plays = QCheckBox(tr("Play by itself"))
        self.plays.setFont(look().font(12))
        self.plays.setToolTip(tr("Each track plays when it comes"))
        self.length = QComboBox()
        self.length.setAccessibleName(tr("How much of it is played"))
        self.length.setToolTip(tr("Around what is most like the whole track, as the encoder hears it"))
        self.length.setProperty("kind", "small")
        self.length.setFont(look().font(12))
        for seconds in LENGTHS_S:
            self.length.addItem(
                tr("{} s of it").format(f"{seconds:g}") if seconds else tr("all of it"), seconds
            )
        self.wave = Wave()
        self.play = Button(tr("Play"), "small", icon_name="play", tip=tr("Play or pause (Space)"))
        self.none = Button(tr("No label"), "small", tip=tr("It is none of these (0 or Delete)"))
        self.skip = Button(tr("Skip"), "small", tip=tr("Do not ask about it again (S)"))
        self.next = Button(
            tr("Next"), "small", icon_name="next", tip=tr("To the next; this one comes again (N)")
        )
        self.undo = Button(
            tr("Undo"), "small", icon_name="undo", tip=tr("Take the last label back (Backspace)")
        )
        self._build()
        self.plays.toggled.connect(self._chosen)
        self.length.activated.connect(self._chosen)

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.about)
        top.addLayout(names, 1)
        top.addWidget(self.plays)
        top.addWidget(self.length)
        rows.addLayout(top)
        rows.addWidget(self.wave)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        for button in (self.play, self.none, self.skip, self.next):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.undo)
        rows.addLayout(foot)

    def show_choice(self, choice: Choice) -> None:
        self._choice = choice
        with QSignalBlocker(self.plays), QSignalBlocker(self.length):
            self.plays.setChecked(choice.plays)
            self.length.setCurrentIndex(LENGTHS_S.index(choice.length_s))

    def show_track(self, card: TrackCard | None, span: tuple[float, float], *, there: bool) -> None:
        self.title.show_text(card.title if card is not None else "…" if there else "")
        self.about.show_text(card.about() if card is not None else "")
        self.wave.show_track(card, span)
        for button in (self.play, self.none, self.skip, self.next):
            button.setEnabled(there)

    @Slot()
    def _chosen(self) -> None:
        self.chosen.emit(
            dataclasses.replace(
                self._choice, plays=self.plays.isChecked(), length_s=self.length.currentData()
            )
        )
