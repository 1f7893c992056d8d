"""The page of captions: what machines wrote beside what people wrote, with the sound."""

from __future__ import annotations

from desktop.desk.pane import Pane
from desktop.kit import Kit


class CaptionsPage(Pane):
    name = "captions"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit

    def title(self) -> str:
        return self.tr("Captions")
