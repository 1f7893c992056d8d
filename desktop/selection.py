"""What is chosen, and which track is current: one thing for table, map, neighbours and player."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Signal

from desktop import words
from desktop.history import History

How = Literal["replace", "add", "remove", "toggle"]


class Selection(QObject):
    """Ids of tracks. Choosing can be undone; being current follows the eye and cannot."""

    changed = Signal()
    """`chosen` is another set now."""
    current_changed = Signal(object)
    """The id of the current track, or None."""

    def __init__(self, history: History) -> None:
        super().__init__(history)
        self._history = history
        self.chosen: frozenset[int] = frozenset()
        self.current: int | None = None

    def choose(self, track_ids: Iterable[int], how: How = "replace") -> None:
        these = frozenset(track_ids)
        chosen = {
            "replace": these,
            "add": self.chosen | these,
            "remove": self.chosen - these,
            "toggle": self.chosen ^ these,
        }[how]
        if chosen == self.chosen:
            return
        before = self.chosen
        said = self.tr("Select {}").format(words.tracks(len(chosen))) if chosen else self.tr("Select nothing")
        self._history.did(said, partial(self._show, before), partial(self._show, chosen))
        self._show(chosen)

    def make_current(self, track_id: int | None) -> None:
        if track_id != self.current:
            self.current = track_id
            self.current_changed.emit(track_id)

    def start_with(self, chosen: Iterable[int], current: int | None) -> None:
        """As it was when the collection was last open: nothing to undo."""
        self._show(frozenset(chosen))
        self.make_current(current)

    def forget(self) -> None:
        """Another collection: its tracks have other ids."""
        self._show(frozenset())
        self.make_current(None)

    def _show(self, chosen: frozenset[int]) -> None:
        if chosen != self.chosen:
            self.chosen = chosen
            self.changed.emit()
