"""What the page says while nothing has ever been taught."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.kit import Kit
from desktop.theme import look
from desktop.widgets import Button, label


class Empty(QWidget):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        rows = QVBoxLayout(self)
        rows.setSpacing(look().px(12))
        said = label(self.tr("Nothing has been taught yet; what learns can be watched here."), tone="text2")
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.teach = Button(self.tr("Teach…"), "main")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.teach)
        row.addStretch(1)
        rows.addStretch(1)
        rows.addWidget(said)
        rows.addLayout(row)
        rows.addStretch(1)
        self.teach.clicked.connect(self._teach)

    @Slot()
    def _teach(self) -> None:
        self._kit.commands.actions["teach"].trigger()
