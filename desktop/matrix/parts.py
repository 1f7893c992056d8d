"""Which part of the tracks is looked at: those that judge, those that choose, those that teach."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.neighbours.segments import Segments


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
