"""Small things about the pane and the dock that it lies in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QWidget


def resize_dock(pane: QWidget, height: int) -> None:
    """Of the pane's dock, wherever that is."""
    dock = pane.parentWidget()
    while dock is not None and not isinstance(dock, QDockWidget):
        dock = dock.parentWidget()
    if dock is None:
        return
    main = dock.parentWidget()
    if dock.isFloating():
        dock.resize(dock.width(), height)
    elif isinstance(main, QMainWindow):
        main.resizeDocks([dock], [height], Qt.Orientation.Vertical)


def upright() -> QFrame:
    """A hairline between two blocks."""
    result = QFrame()
    result.setObjectName("rule")
    result.setFixedWidth(1)
    return result
