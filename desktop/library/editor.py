"""Typing into a cell: known values are offered, and what cannot be kept is refused beside the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.library.columns import Column
from desktop.theme import look
from desktop.widgets import IconLabel, label

if TYPE_CHECKING:
    from desktop.library.table import TracksTable

Index = QModelIndex | QPersistentModelIndex
LONGEST_LIST = 12


class Refusal(QFrame):
    """A sentence below the cell, as long as what is typed there cannot be kept."""

    def __init__(self, editor: QWidget, sentence: str) -> None:
        super().__init__(editor.parentWidget())
        self.setObjectName("pane")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 8, 4)
        row.setSpacing(6)
        row.addWidget(IconLabel("error", "bad", 14), 0, Qt.AlignmentFlag.AlignTop)
        words = label(sentence, 12, wrap=True)
        words.setAccessibleName(sentence)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self.follow(editor)
        self.show()

    def follow(self, editor: QWidget) -> None:
        parent = self.parentWidget()
        assert parent is not None
        wide = min(look().px(240), parent.width() - 8)
        self.setFixedSize(wide, max(self.heightForWidth(wide), look().px(26)))
        left = min(editor.x(), parent.width() - self.width() - 4)
        below = editor.geometry().bottom() + 3
        above = editor.y() - self.height() - 3
        self.move(max(left, 4), below if below + self.height() <= parent.height() else max(above, 0))
        self.raise_()


class CellEditor(QLineEdit):
    def __init__(self, parent: QWidget, column: Column) -> None:
        super().__init__(parent)
        self.column = column
        self.refusal: Refusal | None = None
        self.setFont(look().font(12))
        self.setProperty("kind", "small")
        self.setAccessibleName(self.tr("{} of the track").format(column.title))
        if column.field is not None and column.field.many:
            self.setToolTip(self.tr("Several values are written with a semicolon between them"))
        self.textEdited.connect(self.accept_again)

    def problem(self) -> str:
        """Why the text cannot be kept; empty when it can."""
        try:
            self.column.read(self.text())
        except ValueError as error:
            return str(error)
        return ""

    def refuse(self, sentence: str) -> None:
        self.accept_again()
        self.refusal = Refusal(self, sentence)
        self.setAccessibleDescription(sentence)

    def accept_again(self) -> None:
        if self.refusal is not None:
            self.refusal.hide()
            self.refusal.deleteLater()
            self.refusal = None
            self.setAccessibleDescription("")


class ValueCompleter(QCompleter):
    """Completes the value at the cursor, between semicolons."""

    def __init__(self, editor: CellEditor) -> None:
        super().__init__(editor)
        self.known = QStringListModel(self)
        self.setModel(self.known)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(LONGEST_LIST)
        self._editor = editor

    def _span(self) -> tuple[int, int]:
        text, at = self._editor.text(), self._editor.cursorPosition()
        field = self._editor.column.field
        if field is None or not field.many:
            return 0, len(text)
        start = text.rfind(";", 0, at) + 1
        end = text.find(";", at)
        return start, len(text) if end < 0 else end

    def splitPath(self, path: str) -> list[str]:
        start, end = self._span()
        return [path[start:end].strip()]

    def pathFromIndex(self, index: Index) -> str:
        text, (start, end) = self._editor.text(), self._span()
        gap = " " if start else ""
        return f"{text[:start]}{gap}{index.data()}{text[end:]}"


class CellEditing(QStyledItemDelegate):
    """The half of the delegate that edits."""

    def __init__(self, table: TracksTable) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._table.tracks.columns[index.column()]
        editor = CellEditor(parent, column)
        if column.field is not None and column.field.kind == "category":
            completer = ValueCompleter(editor)
            editor.setCompleter(completer)

            def came(values: list[str]) -> None:
                if shiboken6.isValid(completer):
                    completer.known.setStringList(values)

            self._table.fields.ask_values(column.key, came)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell, and wide enough to write in."""
        rect, room = option.rect, self._table.viewport().width()
        wide = min(max(rect.width(), look().px(140)), room)
        left = max(min(rect.left(), room - wide), 0)
        editor.setGeometry(left, rect.top(), wide, rect.height())
        if isinstance(editor, CellEditor) and editor.refusal is not None:
            editor.refusal.follow(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor):
            kept = self._table.take_unsaved()
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "" if kept is None else kept[0])
            editor.selectAll()
            if kept is not None:
                editor.refuse(kept[1])

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEditor) and editor.text() != (index.data(Qt.ItemDataRole.EditRole) or ""):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Text that cannot be kept stays where it was typed."""
        if not isinstance(editor, CellEditor):
            return super().eventFilter(editor, event)
        leaves = event.type() == QEvent.Type.FocusOut
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            leaves = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if leaves and (problem := editor.problem()):
            editor.refuse(problem)
            return event.type() != QEvent.Type.FocusOut
        return super().eventFilter(editor, event)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor):
            editor.accept_again()
        super().destroyEditor(editor, index)
