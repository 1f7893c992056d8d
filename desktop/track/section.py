"""A part of the inspector: a heading with what can be done there, and its body below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import look
from desktop.widgets import Button, label, rule


class Section(QWidget):
    def __init__(self, title: str) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 8)
        self.rows.setSpacing(4)
        self.rows.addWidget(rule())
        head = QHBoxLayout()
        head.setContentsMargins(0, 4, 0, 0)
        head.setSpacing(2)
        self.heading = label(title, 12, bold=True)
        self.quiet = label(size=12, tone="text2")
        head.addWidget(self.heading)
        head.addSpacing(6)
        head.addWidget(self.quiet)
        head.addStretch(1)
        self._head = head
        self.rows.addLayout(head)

    def add_tool(self, icon_name: str, name: str, tip: str = "") -> Button:
        """A small button at the right of the heading."""
        button = tool(icon_name, name, tip)
        self._head.addWidget(button)
        return button


def tool(icon_name: str, name: str, tip: str = "") -> Button:
    button = Button("", "icon", icon_name=icon_name, name=name, tip=tip or name)
    button.setIconSize(QSize(look().px(14), look().px(14)))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
