"""The biggest movers as the list reads them: each with whose neighbour it mostly was, and now is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from core.moved.read import most_of
from desktop.lists import TrackModel
from desktop.tables import ROOT, Index

if TYPE_CHECKING:
    from core.moved.read import BeforeAfter
    from desktop.colouring import Colours
    from desktop.kit import Kit

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
MOST = 50
NUMBERED = 8
"""So many have their number on the maps."""


@dataclass(frozen=True)
class Line:
    """`was` and `now`: the value that most of its neighbours have, and how many of them; empty: none has."""

    rank: int
    track_id: int
    row: int
    kept: int
    was: tuple[str, int] = ("", 0)
    now: tuple[str, int] = ("", 0)


class MoversModel(TrackModel):
    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._colouring = kit.colouring
        self._drawn: BeforeAfter | None = None
        self._test_only = False
        self.lines: list[Line] = []
        kit.colouring.changed.connect(self.refresh)

    def show_drawn(self, drawn: BeforeAfter | None, *, test_only: bool) -> None:
        self._drawn, self._test_only = drawn, test_only
        self.refresh()

    @property
    def k(self) -> int:
        return self._drawn.k if self._drawn is not None else 0

    @Slot()
    def refresh(self) -> None:
        lines = self._made()
        if lines == self.lines:
            return
        same = [line.track_id for line in lines] == [line.track_id for line in self.lines]
        if same:
            self.lines = lines
            self._repaint()
            return
        self.beginResetModel()
        self.lines = lines
        self._row_of = {line.track_id: place for place, line in enumerate(lines)}
        self.endResetModel()
        self._cards.want(reversed([line.track_id for line in lines]))

    def _made(self) -> list[Line]:
        drawn = self._drawn
        if drawn is None:
            return []
        colours = self._colouring.colours
        found = []
        for rank, row in enumerate(drawn.movers(MOST, test_only=self._test_only), 1):
            was, now = (_most(near[row].tolist(), colours) for near in (drawn.was_near, drawn.is_near))
            found.append(Line(rank, int(drawn.track_ids[row]), row, drawn.kept(row), was, now))
        return found

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(line)
        return self._said(line) if role == Qt.ItemDataRole.ToolTipRole else None

    def title_of(self, line: Line) -> str:
        card = self._cards.get(line.track_id)
        return card.title if card is not None else self.tr("Track {}").format(line.track_id)

    def _said(self, line: Line) -> str:
        """As it is read aloud."""
        card = self._cards.get(line.track_id)
        kept = self.tr("kept {} of {} neighbours").format(line.kept, self.k)
        parts = [
            f"{line.rank}. {self.title_of(line)}",
            card.about().replace(" · ", ", ") if card is not None else "",
            self.tr("before {} {}").format(*line.was) if line.was[0] else "",
            self.tr("after {} {}").format(*line.now) if line.now[0] else "",
            kept,
        ]
        return ", ".join(part for part in parts if part)


def _most(near: Sequence[int], colours: Colours) -> tuple[str, int]:
    """Of the classes that have a colour of their own."""
    names = colours.names
    values = {id_: names[code] for id_ in near if 0 <= (code := colours.codes.get(id_, -1)) < len(names)}
    return most_of(near, values)
