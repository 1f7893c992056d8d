"""The question before movers are kept as a playlist: what it is called."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from core.library.playlists import LONGEST_NAME
from desktop import words
from desktop.forms import foot
from desktop.theme import look
from desktop.widgets import Button, label


class NameDialog(QDialog):
    named = Signal(str)

    def __init__(self, parent: QWidget, name: str, count: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Save {} as a playlist").format(words.tracks(count))
        self.setWindowTitle(title)
        self.setMinimumWidth(look().px(420))
        self.name = QLineEdit(name)
        self.name.setMaxLength(LONGEST_NAME - 8)
        self.name.setAccessibleName(self.tr("Name of the playlist"))
        self.save = Button(self.tr("Save"), "main")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(title, 15, bold=True, wrap=True))
        rows.addWidget(self.name)
        rows.addLayout(foot(self, self.save, self._agree))
        self.name.textChanged.connect(self._typed)
        self.name.selectAll()
        self.name.setFocus()

    @Slot()
    def _typed(self) -> None:
        empty = not self.name.text().strip()
        self.save.setEnabled(not empty)
        self.save.setToolTip(self.tr("A playlist needs a name") if empty else "")

    @Slot()
    def _agree(self) -> None:
        name = " ".join(self.name.text().split())
        self.accept()
        self.named.emit(name)
