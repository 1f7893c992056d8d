"""The question where a backup goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.widgets import Question


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backup", text)


def ask_where(window: QWidget, back_up: Callable[[str], None]) -> None:
    """`back_up` gets the folder, or nothing when it is the collection's own."""
    Question(
        window,
        _tr("Where does the backup go?"),
        _tr("A folder on another drive is safer than the collection's own."),
        {
            _tr("Choose a folder…"): partial(_choose, window, back_up),
            _tr("Into the collection"): partial(back_up, ""),
            _tr("Cancel"): _nothing,
        },
    )


def _choose(window: QWidget, back_up: Callable[[str], None]) -> None:
    title = _tr("The backup gets a folder of its own in here")
    chosen = QFileDialog.getExistingDirectory(window, title, str(Path.home()))
    if chosen:
        back_up(chosen)


def _nothing() -> None: ...
