"""The page of runs: what they reached, one beside another, and what lies behind each figure."""

from __future__ import annotations

from desktop.desk.pane import Pane
from desktop.kit import Kit


class ResultsPage(Pane):
    name = "results"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit

    def title(self) -> str:
        return self.tr("Results")
