"""The page of studies: a published comparison, run again on this collection."""

from __future__ import annotations

from desktop.desk.pane import Pane
from desktop.kit import Kit


class StudiesPage(Pane):
    name = "studies"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit

    def title(self) -> str:
        return self.tr("Studies")
