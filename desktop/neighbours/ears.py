"""Whose ears decide what is near: the embedding set and its layer, for both panes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.changes import Changes
from desktop.heard import Heard

if TYPE_CHECKING:
    from core.embedding import SetInfo
    from core.store import Collection
    from desktop.kit import Kit


class Ears(QObject):
    changed = Signal()
    """Another set or layer, or other vectors in it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.workspace)
        self._workspace = kit.workspace
        self._heard: Heard = kit.heard
        self.sets: list[SetInfo] = []
        """The newest first; those without a track are left out."""
        self.is_known = False
        """Whether the sets of the collection have been read."""
        self.age = 0
        """Another number whenever vectors may have changed."""
        self._wanted: int | None = None
        self._layers: dict[int, int] = {}
        self.info: SetInfo | None = None
        self._workspace.changed.connect(self._look_again)
        self._heard.changed.connect(self._follow)

    @property
    def layer(self) -> int:
        return 0 if self.info is None else self._layers.get(self.info.id, self.info.usual_layer)

    def refresh(self) -> None:
        self._workspace.look(_sets, partial(self._came, self._workspace.folder))

    def _came(self, _folder: object, sets: list[SetInfo]) -> None:
        self.sets, self.is_known = sets, True
        self.age += 1
        self._choose()
        self.changed.emit()

    def _choose(self) -> None:
        for wanted in (self._wanted, self._heard.set_id):
            found = next((info for info in self.sets if info.id == wanted), None)
            if found is not None:
                self.info = found
                return
        self.info = self.sets[0] if self.sets else None

    def choose(self, set_id: int, layer: int | None = None) -> None:
        """By a person: it stays, whatever the map shows."""
        self._wanted = set_id
        if layer is not None:
            self._layers[set_id] = layer
        self._choose()
        self.changed.emit()

    def restore(self, set_id: int | None, layer: int | None) -> None:
        """As it was when the collection was last open."""
        self._wanted = set_id
        if set_id is not None and layer is not None:
            self._layers[set_id] = layer
        if self.is_known:
            self._choose()
            self.changed.emit()

    def with_words(self) -> SetInfo | None:
        """The present set if its encoder reads words, else the newest whose encoder does."""
        known = [self.info, *self.sets] if self.info is not None else self.sets
        return next((info for info in known if info.card.text), None)

    def tell(self) -> None:
        """Neighbours were asked for: what this encoder heard can be shown and played."""
        if (info := self.info) is not None:
            self._heard.show(info.id, info.card.title, info.window_s, info.hop_s, info.card.rate_hz)

    @Slot()
    def _follow(self) -> None:
        """The map shows another set: so do we."""
        set_id = self._heard.set_id
        if set_id is None or (self.info is not None and set_id == self.info.id):
            return
        if any(info.id == set_id for info in self.sets):
            self._wanted = set_id
            self._choose()
            self.changed.emit()

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.sets or changes.tracks:
            self.refresh()

    def forget(self) -> None:
        self.sets, self.info, self.is_known, self._wanted = [], None, False, None
        self._layers.clear()


def _sets(collection: Collection) -> list[SetInfo]:
    from core.embedding import list_sets

    return [info for info in list_sets(collection) if info.tracks]


def set_words(info: SetInfo) -> str:
    """Descriptors · 5 s"""
    return f"{info.card.title} · {info.window_s:g} s"
