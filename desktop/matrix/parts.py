"""Which part of the tracks is looked at: those that judge, those that choose, those that teach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.neighbours.segments import Segments
from desktop.results.view import ResultView
from desktop.theme import look
from desktop.widgets import Elided, heading, rule

if TYPE_CHECKING:
    from core.runs.shown import RunLine
    from desktop.kit import Kit


def _tr(text: str) -> str:
    return QCoreApplication.translate("Parts", text)


class PartChoice(Segments):
    def __init__(self) -> None:
        super().__init__(
            _tr("Part"),
            {
                "test": (_tr("Test"), _tr("Tracks that the run has not seen: these judge it")),
                "valid": (_tr("Validation"), _tr("Tracks that have chosen the epoch and the settings")),
                "train": (
                    _tr("Training"),
                    _tr("Tracks that it was taught with: being right here proves little"),
                ),
            },
        )


class PartView(ResultView):
    """One part of the tracks of one run. What comes for `_asked` of before comes too late."""

    tasks: tuple[str, ...] = ()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._run: RunLine | None = None
        self._asked = 0
        self.part = PartChoice()
        self.part.chosen.connect(self._read)

    def _begin_rows(self, *controls: QWidget) -> QVBoxLayout:
        """Title, note and controls, with a line below them."""
        px = look().px
        self.note = Elided("", 12)
        head = QHBoxLayout()
        head.setContentsMargins(px(10), px(5), px(8), px(5))
        head.setSpacing(px(8))
        head.addWidget(heading(self.title()))
        head.addWidget(self.note, 1)
        for control in controls:
            head.addWidget(control)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(rule())
        return rows

    def fits(self, run: RunLine, beside: RunLine | None) -> bool:
        return run.task in self.tasks and run.state in ("done", "stopped")

    def show_runs(self, run: RunLine | None, beside: RunLine | None) -> None:
        self._run = run if run is not None and self.fits(run, beside) else None
        self._read()

    @Slot(str)
    def _read(self, _part: str = "") -> None:
        raise NotImplementedError

    def forget(self) -> None:
        self._run = None
        self._asked += 1
