"""The page on which training is watched: curves, matrix, time left, while it goes on."""

from __future__ import annotations

from desktop.desk.pane import Pane
from desktop.kit import Kit


class MonitorPage(Pane):
    name = "monitor"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit

    def title(self) -> str:
        return self.tr("Monitor")
