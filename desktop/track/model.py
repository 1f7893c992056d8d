"""The lines of labels as a model. What a person types is asked for; the lines change when it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from desktop.tables import Index
from desktop.track.lines import Line, new_line

_ROOT = QModelIndex()
Role = Qt.ItemDataRole
Flag = Qt.ItemFlag


class LinesModel(QAbstractListModel):
    typed = Signal(object, str)
    """A Line, and what it should say."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        if list(lines) == self.lines:
            return
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def begin_new(self, line: Line) -> QModelIndex:
        """A line of its own for another value of the same field, below its last one."""
        mine = [p for p, x in enumerate(self.lines) if x.field == line.field and x.targets == line.targets]
        place = mine[-1] + 1
        self.beginInsertRows(_ROOT, place, place)
        self.lines.insert(place, new_line(line))
        self.endInsertRows()
        return self.index(place)

    def drop_new(self) -> None:
        for place, line in reversed(list(enumerate(self.lines))):
            if line.kind == "new":
                self.beginRemoveRows(_ROOT, place, place)
                del self.lines[place]
                self.endRemoveRows()

    def place_of(self, key: tuple[object, ...]) -> int | None:
        return next((place for place, line in enumerate(self.lines) if line.key == key), None)

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Flag:
        if not index.isValid():
            return Flag.NoItemFlags
        usual = Flag.ItemIsEnabled | Flag.ItemIsSelectable | Flag.ItemNeverHasChildren
        line = self.lines[index.row()]
        return usual if line.overruled else usual | Flag.ItemIsEditable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Role.DisplayRole:
            return line.text
        if role == Role.EditRole:
            return whole_text(line)
        if role == Role.ToolTipRole:
            return line.tip or line.field.description or None
        if role == Role.AccessibleTextRole:
            return line.said()
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's own
        if not index.isValid() or role != Role.EditRole:
            return False
        line, text = self.lines[index.row()], str(value).strip()
        if text and text != whole_text(line):
            self.typed.emit(line, text)
        return True


def whole_text(line: Line) -> str:
    """What an editor begins with: nothing where a value is added."""
    if line.value is None:
        return ""
    return line.value if isinstance(line.value, str) else repr(line.value).removesuffix(".0")
