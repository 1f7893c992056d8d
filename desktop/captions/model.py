"""The lines of the table. They are keys; what they say comes by the page, perhaps later."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.captions.reading import read_page
from desktop.captions.said import verdict_words
from desktop.captions.texts import joined
from desktop.tables import ROOT, HeadedModel, Index, Role

if TYPE_CHECKING:
    from core.library.caption_lines import CaptionLine, Line
    from desktop.kit import Kit

PAGE = 48
KEPT = 3000


class Column(IntEnum):
    TRACK = 0
    HUMAN = 1
    MACHINE = 2
    STATE = 3


class CaptionsModel(HeadedModel):
    came = Signal(object)
    """The keys of lines of which it is known now what they say, as a frozenset."""

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self.lines: list[Line] = []
        self._rows: Mapping[int, int] = {}
        self._known: OrderedDict[int, CaptionLine] = OrderedDict()
        self._fresh: set[int] = set()
        """Keys whose text is as it is in the collection; others are shown until theirs has come."""
        self._wanted: set[int] = set()
        self._age = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        self.headings = (
            self.tr("Track and excerpt"),
            self.tr("Human text"),
            self.tr("Machine text"),
            self.tr("State"),
        )

    # What is shown

    def show_lines(self, lines: list[Line], rows: Mapping[int, int]) -> None:
        """What was read before is shown until it is read again."""
        self._age += 1
        self._fresh.clear()
        self._wanted.clear()
        if rows == self._rows:
            self.lines = lines
            self.refresh()
            return
        self.beginResetModel()
        self.lines, self._rows = lines, rows
        self.endResetModel()

    def forget(self) -> None:
        self._known.clear()
        self.show_lines([], {})

    def refresh(self) -> None:
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, Column.STATE))

    def row_of(self, key: int) -> int | None:
        return self._rows.get(key)

    def says(self, row: int) -> CaptionLine | None:
        """What is known of it now; more is on its way."""
        if not 0 <= row < len(self.lines):
            return None
        key = self.lines[row].key
        if key not in self._fresh:
            self._wanted.add(row // PAGE)
            self._soon.start()
        found = self._known.get(key)
        if found is not None:
            self._known.move_to_end(key)
        return found

    @Slot()
    def _read(self) -> None:
        pages, self._wanted = sorted(self._wanted), set()
        lines = [line for page in pages for line in self.lines[page * PAGE : (page + 1) * PAGE]]
        lines = [line for line in lines if line.key not in self._fresh]
        if lines:
            self._fresh.update(line.key for line in lines)
            self._kit.workspace.look(partial(read_page, lines), partial(self._came, self._age))

    def _came(self, age: int, found: list[CaptionLine]) -> None:
        if age != self._age:
            return
        for one in found:
            self._known[one.line.key] = one
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        keys = frozenset(one.line.key for one in found)
        rows = [row for key in keys if (row := self.row_of(key)) is not None]
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), Column.STATE))
        self.came.emit(keys)

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if role == Role.AccessibleTextRole and index.isValid():
            return f"{self.headings[index.column()]}: {self._spoken(index.row(), Column(index.column()))}"
        return None

    def _spoken(self, row: int, column: Column) -> str:
        says, line = self.says(row), self.lines[row]
        if column == Column.TRACK:
            card = self._kit.cards.get(line.track_id)
            return card.title if card is not None else ""
        if column == Column.STATE:
            return verdict_words(line.verdict)
        if says is None:
            return ""
        if column == Column.HUMAN:
            return joined([one.text for one in says.human]) or self.tr("No human text.")
        return says.machine.text if says.machine else self.tr("No machine text yet.")
