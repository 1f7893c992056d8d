"""What can be done with a recipe, outside of what scrolls, and why it cannot be done yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout

from desktop.theme import look
from desktop.widgets import Button, Elided, IconLabel


class Foot(QFrame):
    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.save = Button(tr("&Save as recipe…"), tip=tr("A file that can be read, changed and cited"))
        self.copy = Button(tr("Co&py command line"), tip=tr("The same run from a terminal"))
        self.cancel = Button(tr("Cancel"))
        self.queue = Button(tr("Add to &queue"), tip=tr("It runs after those that wait; this page stays"))
        self.start = Button(tr("Start training"), "main")
        self.device = QComboBox()
        self.device.setAccessibleName(tr("Device"))
        self.device.setToolTip(tr("What does the computing"))
        self.device.textActivated.connect(self._choose)
        self._chosen = ""
        self.sign = IconLabel("info", "text2", 14)
        self.said = Elided("", 12)
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(16), look().px(10), look().px(16), look().px(10))
        row.setSpacing(8)
        for button in (self.save, self.copy):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.device)
        for button in (self.cancel, self.queue, self.start):
            row.addWidget(button)

    def show_devices(self, names: Sequence[str]) -> None:
        """The one that was chosen stays as long as it is there; one alone is no choice."""
        self.device.clear()
        self.device.addItems(names)
        self.device.setCurrentText(self._chosen if self._chosen in names else names[0])
        self.device.setVisible(len(names) > 1)

    @Slot(str)
    def _choose(self, name: str) -> None:
        self._chosen = name

    def show_state(self, why_not: str, *, waiting: bool, runs: int) -> None:
        for button in (self.queue, self.start):
            button.setEnabled(not why_not or waiting)
        tip = self.tr("Turns to the Monitor, where it can be watched (Ctrl+Enter)")
        self.start.setToolTip(why_not or tip)
        self.start.setText(self.tr("Start {} runs").format(runs) if runs > 1 else self.tr("Start training"))
        self.said.show_text(why_not)
        self.sign.setVisible(bool(why_not))
        self.sign.show_icon("clock" if waiting else "error", "text2" if waiting else "bad")

    def tell(self, text: str) -> None:
        self.said.show_text(text)
        self.sign.show_icon("check", "good")
        self.sign.show()
