"""The list of labels: as high as its lines, edited in place, with the values that are known already."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import (
    QEvent,
    QObject,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QFrame,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.icons import icon
from desktop.tables import Index
from desktop.theme import look
from desktop.track.lines import Line
from desktop.track.model import LinesModel

ROW = 24
ABOVE = 3
"""A field stands a little apart from the one above."""
NAME = 78
"""The column of fields."""
LONG_EDITOR = 110
Suggest = Callable[[str, Callable[[list[str]], None]], None]
"""Asks for the values of a field; they come later."""


class LineDelegate(QStyledItemDelegate):
    def __init__(self, view: LabelList, suggest: Suggest) -> None:
        super().__init__(view)
        self._view = view
        self._suggest = suggest

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, height(self._view.line(index)))

    # Drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._view.line(index)
        painter.save()
        self._paint_ground(painter, option)
        rect = option.rect.adjusted(0, look().px(ABOVE) if line.head else 0, 0, 0)
        if line.head:
            self._paint_field(painter, rect, line)
        if line.kind == "value":
            self._paint_value(painter, rect.adjusted(look().px(NAME), 0, 0, 0), line)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if not self._view.hasFocus() and not self._view.has_menu:
            if option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(option.rect, look().colour("raised"))
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look().colour("selected"))
            painter.setPen(QPen(look().colour("accent"), 1))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, look().colour("raised"))

    def _paint_field(self, painter: QPainter, rect: QRect, line: Line) -> None:
        painter.setFont(look().font(12))
        painter.setPen(look().colour("text2"))
        room = QRect(rect.left(), rect.top(), look().px(NAME - 8), rect.height())
        shown = painter.fontMetrics().elidedText(line.field.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_value(self, painter: QPainter, rect: QRect, line: Line) -> None:
        px, side = look().px, look().px(14)
        left = rect.left()
        if line.icon:
            top = rect.top() + (rect.height() - side) // 2
            tint = "text3" if line.overruled else "text2"
            icon(line.icon, tint).paint(painter, QRect(left, top, side, side))
        left += side + px(6)
        right = rect.right() - px(2)
        quiet_font, font = look().font(11), look().font(12)
        painter.setFont(quiet_font)
        said = line.quiet
        most = (right - left) * 3 // 5
        said = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, most)
        width = painter.fontMetrics().horizontalAdvance(said)
        painter.setPen(look().colour("text2"))
        painter.drawText(
            QRect(right - width, rect.top(), width + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, said
        )
        font.setStrikeOut(line.overruled)
        font.setItalic(line.value is None)
        font.setStyle(QFont.Style.StyleItalic if line.value is None else QFont.Style.StyleNormal)
        painter.setFont(font)
        quiet = line.overruled or line.value is None
        painter.setPen(look().colour("text2" if quiet else "text"))
        room = QRect(left, rect.top(), right - width - px(8) - left, rect.height())
        shown = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = self._view.line(index)
        name = self.tr("Another value of {}") if line.kind == "new" else self.tr("Value of {}")
        if isinstance(line.value, str) and "\n" in line.value:
            long = QPlainTextEdit(parent)
            long.setAccessibleName(name.format(line.field.name))
            long.setToolTip(self.tr("Ctrl+Enter keeps it, Escape leaves it as it was"))
            return long
        editor = QLineEdit(parent)
        editor.setFont(look().font(12))
        editor.setAccessibleName(name.format(line.field.name))
        if line.kind == "new":
            editor.setPlaceholderText(self.tr("Another value"))
        known = QStringListModel(editor)
        completer = QCompleter(known, editor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        editor.setCompleter(completer)

        def came(values: list[str]) -> None:
            if shiboken6.isValid(known):
                known.setStringList(values)

        self._suggest(line.field.name, came)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect.adjusted(look().px(NAME - 6), 0, 0, 0)
        high = look().px(LONG_EDITOR) if isinstance(editor, QPlainTextEdit) else look().px(28)
        top = min(rect.top() - (high - rect.height()) // 2, self._view.viewport().height() - high)
        editor.setGeometry(rect.left(), max(top, 0), rect.width(), high)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        text = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()  # type: ignore[attr-defined]
        index.model().setData(index, text, Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """In the long editor Enter is a new line, Ctrl+Enter keeps it."""
        if isinstance(editor, QPlainTextEdit) and isinstance(event, QKeyEvent):
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_Tab:
                return False
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held:
                if event.type() == QEvent.Type.KeyPress:
                    self.commitData.emit(editor)
                    self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
        return super().eventFilter(editor, event)


def height(line: Line) -> int:
    return look().px(ROW + ABOVE if line.head else ROW)


class LabelList(QListView):
    """The keyboard: F2 or Enter changes a value, Insert adds one, Delete removes; Enter plays an excerpt."""

    removal_wanted = Signal()
    play_wanted = Signal()
    menu_wanted = Signal(object)
    current_moved = Signal()
    left_alone = Signal()
    """Nobody is typing in it any more."""

    def __init__(self, model: LinesModel, suggest: Suggest) -> None:
        super().__init__()
        self.has_menu = False
        self._key: tuple[object, ...] | None = None
        self._field = ""
        self.setModel(model)
        self._lines = model
        delegate = LineDelegate(self, suggest)
        self.setItemDelegate(delegate)
        delegate.closeEditor.connect(self._closed)
        self.setAccessibleName(self.tr("Labels"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        model.modelAboutToBeReset.connect(self._keep_current)
        model.modelReset.connect(self._fit)
        model.rowsInserted.connect(self._fit)
        model.rowsRemoved.connect(self._fit)
        self._fit()

    def line(self, index: Index) -> Line:
        return self._lines.lines[index.row()]

    @property
    def current(self) -> Line | None:
        index = self.currentIndex()
        return self.line(index) if index.isValid() and index.row() < len(self._lines.lines) else None

    @property
    def is_typed_in(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    @Slot()
    def _keep_current(self) -> None:
        """The same value, or the field when it is another one then."""
        line = self.current
        self._key = line.key if line is not None else None
        self._field = line.field.name if line is not None else ""

    @Slot()
    def _fit(self) -> None:
        high = sum(height(line) for line in self._lines.lines)
        self.setFixedHeight(max(high, look().px(ROW)) + 2)
        place = self._lines.place_of(self._key) if self._key is not None else None
        if place is None and self._field:
            names = [line.field.name for line in self._lines.lines]
            place = names.index(self._field) if self._field in names else None
        if place is not None and not self.is_typed_in:
            self.setCurrentIndex(self._lines.index(place))
        self.current_moved.emit()

    @Slot()
    def _closed(self) -> None:
        # After the view has let the editor go: it still points into the model.
        QTimer.singleShot(0, self, self.left_alone.emit)

    def add_value(self) -> None:
        if self.current is not None:
            index = self._lines.begin_new(self.current)
            self.setCurrentIndex(index)
            self.edit(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current
        if self.is_typed_in:
            super().keyPressEvent(event)  # what the editor has left over of its own Enter
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line is not None:
            if line.span is not None:
                self.play_wanted.emit()
            elif not line.overruled:
                self.edit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_value()
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()  # it plays and pauses everywhere
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
        self.menu_wanted.emit(event.globalPos())
