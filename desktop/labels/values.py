"""A line to type values in, with those that are there already and how many tracks have each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from desktop import words
from desktop.track.sources import value_text

if TYPE_CHECKING:
    from core.library.query import FacetValue

VALUE_ROLE = Qt.ItemDataRole.UserRole + 1


class ValueEdit(QLineEdit):
    """Several values stand between semicolons, where a field takes several."""

    def __init__(self) -> None:
        super().__init__()
        self._several = False
        self.setAccessibleName(self.tr("Value"))
        self._model = QStandardItemModel(self)
        completer = Completer(self)
        completer.setModel(self._model)
        completer.setCompletionRole(VALUE_ROLE)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(10)
        self.setCompleter(completer)

    def be_for(self, *, several: bool) -> None:
        self._several = several
        self.setPlaceholderText(self.tr("Values, between semicolons") if several else "")
        completer = self.completer()
        if isinstance(completer, Completer):
            completer.several = several

    def offer(self, values: list[FacetValue]) -> None:
        self._model.clear()
        for facet in values:
            item = QStandardItem(f"{value_text(facet.value)}   {words.number(facet.tracks)}")
            item.setData(value_text(facet.value), VALUE_ROLE)
            item.setData(words.tracks(facet.tracks), Qt.ItemDataRole.ToolTipRole)
            self._model.appendRow(item)

    @Slot()
    def show_all(self) -> None:
        self.completer().complete()


class Completer(QCompleter):
    """Completes what stands behind the last semicolon."""

    several = False

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(";")[2].strip() if self.several else path]

    def pathFromIndex(self, index: QModelIndex) -> str:  # type: ignore[override]
        text = str(index.data(VALUE_ROLE))
        edit = self.widget()
        if not self.several or not isinstance(edit, QLineEdit):
            return text
        before = edit.text().rpartition(";")
        text = text.replace("\\", "\\\\").replace(";", "\\;")
        return f"{before[0]}; {text}" if before[1] else text
