"""The tracks of a cell as the list reads them: the surest first, each with what is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop import words
from desktop.lists import TrackModel
from desktop.player.passage import Passage
from desktop.tables import ROOT, Index
from desktop.times import span_words

if TYPE_CHECKING:
    from core.runs.cells import CellTracks, Member
    from desktop.kit import Kit

MEMBER_ROLE = Qt.ItemDataRole.UserRole + 1


class CellModel(TrackModel):
    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.tracks: CellTracks | None = None

    @property
    def members(self) -> tuple[Member, ...]:
        return self.tracks.members if self.tracks is not None else ()

    @property
    def is_right(self) -> bool:
        """What was said is true."""
        return self.tracks is not None and self.tracks.true == self.tracks.said

    def show_tracks(self, tracks: CellTracks | None) -> None:
        self.beginResetModel()
        self.tracks = tracks
        self._row_of = {member.track_id: row for row, member in enumerate(self.members)}
        self.endResetModel()

    def title_of(self, member: Member) -> str:
        card = self._cards.get(member.track_id)
        return card.title if card is not None else self.tr("Track {}").format(member.track_id)

    def about(self, member: Member) -> str:
        card = self._cards.get(member.track_id)
        parts = [card.about() if card is not None else ""]
        if member.start_s is not None and member.end_s is not None:
            parts.append(span_words(member.start_s, member.end_s))
        return " · ".join(part for part in parts if part)

    def said(self) -> str:
        """What the list is of: `Lament taken for Lullaby`."""
        if self.tracks is None:
            return ""
        true, said = self.tracks.true, self.tracks.said
        if self.is_right:
            return self.tr("{} known as such").format(true)
        return self.tr("{} taken for {}").format(true, said)

    def passages(self, run: int) -> list[Passage]:
        """The seconds that were heard, where only some were."""
        why = self.tr("Run {}: {}").format(run, self.said())
        return [Passage(member.track_id, member.start_s or 0.0, member.end_s, why) for member in self.members]

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.members)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.members):
            return None
        member = self.members[index.row()]
        if role == MEMBER_ROLE:
            return member
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._read_aloud(index.row(), member)
        if role == Qt.ItemDataRole.ToolTipRole:
            card = self._cards.get(member.track_id)
            return card.shown_path if card is not None else None
        return None

    def _read_aloud(self, row: int, member: Member) -> str:
        assert self.tracks is not None
        parts = [f"{row + 1}. {self.title_of(member)}", self.about(member).replace(" · ", ", ")]
        pairs = [(self.tracks.said, member.of_said)]
        pairs += [] if self.is_right else [(self.tracks.true, member.of_true)]
        parts += [f"{name} {words.number(value, '.2f')}" for name, value in pairs]
        return ", ".join(part for part in parts if part)
