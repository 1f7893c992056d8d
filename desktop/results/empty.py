"""What the page says before anything has been taught."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets import Button, label


class Empty(QWidget):
    def __init__(self) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setSpacing(12)
        text = self.tr("No runs yet. A run teaches a model your own labels and judges what it has learnt.")
        said = label(text, tone="text2", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.teach = Button(self.tr("Teach…"), "main")
        rows.addStretch(1)
        rows.addWidget(said)
        rows.addWidget(self.teach, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(1)
