"""The ranked list as the view reads it: hits in order, each with what is shown of its track."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.kit import Kit
from desktop.lists import TrackModel
from desktop.tables import ROOT, Index

if TYPE_CHECKING:
    from core.neighbours.request import Hit

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
FAR_ROLE = Qt.ItemDataRole.UserRole + 2


class HitsModel(TrackModel):
    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.hits: list[Hit] = []
        self.far: frozenset[int] = frozenset()
        """Tracks that are far from the asked one on the map."""

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.hits):
            return None
        hit = self.hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role == FAR_ROLE:
            return hit.track_id in self.far
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(hit)
        if role == Qt.ItemDataRole.ToolTipRole:
            return hit.path
        return None

    def _said(self, hit: Hit) -> str:
        """As it is read aloud."""
        card = self._cards.get(hit.track_id)
        parts = [
            f"{hit.rank}. {self.title_of(hit)}",
            card.about().replace(" · ", ", ") if card is not None else "",
            self.tr("similarity {}").format(f"{hit.similarity:.2f}"),
            self.tr("far on map") if hit.track_id in self.far else "",
        ]
        return ", ".join(part for part in parts if part)

    def title_of(self, hit: Hit) -> str:
        card = self._cards.get(hit.track_id)
        return card.title if card is not None else hit.path.rpartition("/")[2]

    def set_hits(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.hits = list(hits)
        self.far = frozenset()
        self._row_of = {hit.track_id: row for row, hit in enumerate(self.hits)}
        self.endResetModel()

    def set_far(self, track_ids: frozenset[int]) -> None:
        self.far = track_ids
        self._repaint()
