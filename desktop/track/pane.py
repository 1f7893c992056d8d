"""Track."""

from __future__ import annotations

from desktop.desk.pane import Pane
from desktop.kit import Kit


class TrackPane(Pane):
    name = "track"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit

    def title(self) -> str:
        return self.tr("Track")
