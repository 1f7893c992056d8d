"""The log of one job, as far as it has been written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.theme import fixed_font, look
from desktop.widgets import Button, label

TAIL_BYTES = 200_000


def read_tail(path: Path) -> str:
    """The end of the log, from the start of a line; empty when nothing was written."""
    try:
        with path.open("rb") as file:
            start = max(path.stat().st_size - TAIL_BYTES, 0)
            file.seek(start)
            text = file.read().decode("utf-8", errors="replace")
    except OSError:
        return ""
    return text.partition("\n")[2] if start else text


class LogDialog(QDialog):
    def __init__(self, parent: QWidget, title: str, path: Path) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Log of {}").format(title))
        self.resize(look().px(820), look().px(480))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(8)
        where = label(str(path), 12, tone="text2", wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows.addWidget(where)
        self.text = QPlainTextEdit(read_tail(path) or self.tr("Nothing has been written yet."))
        self.text.setReadOnly(True)
        self.text.setFont(fixed_font())
        self.text.setAccessibleName(self.windowTitle())
        self.text.setTabChangesFocus(True)
        rows.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(8)
        copy = Button(self.tr("Copy"), icon_name="copy", tip=self.tr("Copy the log to the clipboard"))
        copy.clicked.connect(self._copy)
        close = Button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        rows.addLayout(row)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())
        self.text.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
