"""What maps are coloured by: fields, runs and clusters, each group apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox

from desktop.map.folding import ElidedBox
from desktop.theme import look


class ColourBox(ElidedBox):
    chosen = Signal(object)
    """What `show_choices` was given for it."""

    def __init__(self, letters: int, width: int) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Colour by"))
        self.setMinimumWidth(look().px(width))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)
        self.activated.connect(self._choose)

    def show_choices(self, groups: Sequence[Sequence[tuple[str, object]]], chosen: object) -> None:
        """Words and what each stands for, in groups."""
        with QSignalBlocker(self):
            self.clear()
            for group in groups:
                if self.count() and group:
                    self.insertSeparator(self.count())
                for said, value in group:
                    self.addItem(said, value)
            place = next((place for place in range(self.count()) if self.itemData(place) == chosen), -1)
            self.setCurrentIndex(place)
        self.setToolTip(self.tr("Coloured by {}").format(self.currentText()))

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.chosen.emit(self.itemData(place))
