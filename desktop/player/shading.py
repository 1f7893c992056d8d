"""How the spectrogram is coloured: range, brightest level and contrast, in a small popover."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QWidget

from desktop.player.spectrogram import Shades
from desktop.theme import look
from desktop.widgets import Button, label

RANGES = (40, 50, 60, 70, 80, 90)
TOPS = (None, 0, -10, -20, -30, -40, -50)
CONTRASTS = (0.6, 0.8, 1.0, 1.5, 2.0)


class Shading(QFrame):
    """What is chosen holds at once."""

    changed = Signal(object)
    """The Shades."""
    shown_changed = Signal(bool)
    """Whether there should be a spectrogram at all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("pane")
        self.range = self._combo(self.tr("Range"), [(self.tr("{} dB").format(v), v) for v in RANGES])
        tops = [(self.tr("{} dB").format(v).replace("-", "−"), v) for v in TOPS if v is not None]
        self.top = self._combo(self.tr("Brightest"), [(self.tr("Loudest of the track"), None), *tops])
        names = (
            *(self.tr("Very soft"), self.tr("Soft"), self.tr("Usual")),
            *(self.tr("Hard"), self.tr("Very hard")),
        )
        self.contrast = self._combo(self.tr("Contrast"), list(zip(names, CONTRASTS, strict=True)))
        self.shown = QCheckBox(self.tr("Show the spectrogram"))
        self.shown.setChecked(True)
        self.usual = Button(self.tr("Usual values"), "small")
        self._build()
        self.show_shades(Shades())
        for combo in (self.range, self.top, self.contrast):
            combo.activated.connect(self._chosen)
        self.shown.toggled.connect(self.shown_changed)
        self.usual.clicked.connect(self._set_usual)

    def _combo(self, name: str, items: list[tuple[str, Any]]) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        for words, value in items:
            combo.addItem(words, value)
        return combo

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 10, 12, 12)
        grid.setVerticalSpacing(6)
        grid.addWidget(label(self.tr("Spectrogram"), bold=True), 0, 0, 1, 2)
        grid.addWidget(self.shown, 1, 0, 1, 2)
        for row, combo in enumerate((self.range, self.top, self.contrast), 2):
            grid.addWidget(label(combo.accessibleName(), 12, tone="text2"), row, 0)
            grid.addWidget(combo, row, 1)
        grid.addWidget(self.usual, 5, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnMinimumWidth(1, look().px(170))

    @property
    def shades(self) -> Shades:
        return Shades(self.range.currentData(), self.top.currentData(), self.contrast.currentData())

    def show_shades(self, shades: Shades) -> None:
        self.range.setCurrentIndex(RANGES.index(shades.range_db))
        self.top.setCurrentIndex(TOPS.index(shades.top_db))
        self.contrast.setCurrentIndex(CONTRASTS.index(shades.contrast))

    @Slot()
    def _chosen(self) -> None:
        self.changed.emit(self.shades)

    @Slot()
    def _set_usual(self) -> None:
        self.show_shades(Shades())
        self._chosen()


def shades_of(kept: object) -> Shades:
    """What was remembered, where it is still on offer."""
    usual = Shades()
    if not isinstance(kept, dict):
        return usual
    range_db, top_db, contrast = (kept.get(name) for name in ("range_db", "top_db", "contrast"))
    return Shades(
        range_db if range_db in RANGES else usual.range_db,
        top_db if top_db in TOPS else usual.top_db,
        contrast if contrast in CONTRASTS else usual.contrast,
    )
