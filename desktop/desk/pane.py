"""What the desk expects of its panes and pages."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.holding import Summary


class Pane(QWidget):
    """A part of the desk, made once. Between collections it is empty and hidden."""

    told = Signal(str)
    """A quiet word beside its title, such as how much it shows."""

    name = ""
    """For the desk's memory; never shown."""
    main_parts: tuple[QWidget, ...] = ()
    """The keyboard begins at the first of them that is seen; else at whatever takes it first."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def title(self) -> str:
        raise NotImplementedError

    def title_widgets(self) -> list[QWidget]:
        """What stands at the right of its title, before float and close."""
        return []

    def keys(self) -> list[tuple[str, str]]:
        """Keys that count while it has the keyboard, each with what it does: for the list of shortcuts."""
        return []

    def show_collection(self, summary: Summary) -> None:
        """A collection was opened, or its counts have changed."""

    def forget(self) -> None:
        """The collection is closed."""

    def remembered(self) -> dict[str, Any]:
        """What should be as it was when the collection is opened again, as JSON."""
        return {}

    def restore(self, kept: dict[str, Any]) -> None:
        """What `remembered` gave, perhaps by another version: whatever does not fit is left out."""

    def finish(self) -> None:
        """The window closes."""
