"""Where the window was and how large, from one start to the next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from core import places
from desktop.state import read_json, write_json


def _path() -> Path:
    return places.state_folder() / "window.json"


def restore_place(window: QWidget) -> bool:
    """Whether there was a place to go back to. Qt keeps it on a screen that is there."""
    kept = read_json(_path())
    text = kept.get("geometry") if isinstance(kept, dict) else None
    return isinstance(text, str) and window.restoreGeometry(QByteArray.fromBase64(text.encode()))


def remember_place(window: QWidget) -> None:
    geometry = bytes(window.saveGeometry().toBase64().data()).decode()
    write_json(_path(), {"geometry": geometry})
