"""The spine of the desk without its window: a real collection, opened, with what all panes share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.cards import Cards
from desktop.colouring import Colouring
from desktop.filter import Filter
from desktop.history import History
from desktop.selection import Selection
from desktop.workspace import Workspace

GENRES = ("lament", "ballad", "lament", "dance")


@dataclass
class Spine:
    workspace: Workspace
    history: History
    selection: Selection
    filter: Filter
    cards: Cards
    colouring: Colouring
    folder: Path

    @property
    def ids(self) -> list[int]:
        return self.filter.ids

    def label(self, qtbot, track_ids, value: str, field: str = "genre") -> None:
        """Edit labels as a pane would, and wait until it is done."""
        from core.library.edits import set_values

        with qtbot.waitSignal(self.history.edited, timeout=30_000):
            self.history.edit(lambda collection: set_values(collection, track_ids, field, [value]))

    def values(self, field: str = "genre") -> dict[int, list[str]]:
        """As they stand in the database."""
        from core.library.groups import read_values

        return {track_id: list(found) for track_id, found in read_values(self.collection, field).items()}

    @property
    def collection(self):
        return self.workspace._held.collection
