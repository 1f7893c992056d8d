"""The box above the map: how it should sound, in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.icons import icon
from desktop.sounds_like.search import WordSearch
from desktop.sounds_like.strip import Strip
from desktop.theme import look


class WordsLine(QLineEdit):
    left = Signal()
    """Escape: nothing more is wanted here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Box(QWidget):
    def __init__(self, search: WordSearch, elsewhere: Strip) -> None:
        """`elsewhere`: what is said there is not said here, too."""
        super().__init__()
        self._search = search
        self.line = WordsLine()
        self.line.setProperty("kind", "small")
        self.line.setFont(look().font(12))
        self.line.setPlaceholderText(self.tr("Sounds like… such as slow fiddle lament"))
        self.line.setAccessibleName(self.tr("How it should sound, in words"))
        self.line.setToolTip(self.tr("Tracks that sound as words say (Ctrl+Shift+F), then Enter"))
        self.line.addAction(icon("speaker"), QLineEdit.ActionPosition.LeadingPosition)
        self.strip = Strip(search, unless=elsewhere)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 0, 8, 6)
        rows.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.line)
        rows.addLayout(row)
        rows.addWidget(self.strip)
        self.line.returnPressed.connect(self._ask)
        self.line.left.connect(self._leave)
        search.changed.connect(self._follow)

    @Slot()
    def _ask(self) -> None:
        self._search.ask(self.line.text())
        self.line.selectAll()

    @Slot()
    def _leave(self) -> None:
        self.line.clear()
        self._search.clear()

    @Slot()
    def _follow(self) -> None:
        """The words may have been asked for elsewhere, or taken back."""
        if not self.line.hasFocus() and self.line.text() != self._search.words:
            self.line.setText(self._search.words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.strip.show_state()

    def take_keyboard(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
