"""What the page of results expects of its views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from core.runs.shown import RunLine


class ResultView(QWidget):
    """One way to look at a run, or at two beside each other. Shown only while it `fits` what is looked at."""

    name = ""
    """For the desk's memory; never shown."""

    def title(self) -> str:
        raise NotImplementedError

    def fits(self, run: RunLine, beside: RunLine | None) -> bool:
        """Whether it has anything to say of these runs."""
        raise NotImplementedError

    def show_runs(self, run: RunLine | None, beside: RunLine | None) -> None:
        """Called while it is seen, and again when what these runs have left behind has changed."""
        raise NotImplementedError

    def forget(self) -> None:
        """The collection is closed."""

    def finish(self) -> None:
        """The window closes."""
