"""The page on which tracks are labelled by listening, while a probe guesses the rest."""

from __future__ import annotations

from desktop.desk.pane import Pane
from desktop.kit import Kit


class ByEarPage(Pane):
    name = "by_ear"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit

    def title(self) -> str:
        return self.tr("By ear")
