"""Every key that does something, made from the commands and panes that there are, so that it stays true."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
)

from core.messages import channel
from desktop.palette import plain, shortcut_of
from desktop.tables import RowCell, dress
from desktop.theme import look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from desktop.commands import Commands
    from desktop.desk.pane import Pane
    from desktop.window import MainWindow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True)
class Key:
    group: str
    keys: str
    words: str

    def has(self, typed: str) -> bool:
        text = f"{self.group} {self.keys} {self.words}".casefold()
        return all(part in text for part in typed.casefold().split())


def list_keys(commands: Commands, titles: dict[str, str], panes: Sequence[Pane], while_in: str) -> list[Key]:
    """By menu in the order of the menu bar, then by pane; `while_in` says where a pane's keys count."""
    found = [
        Key(plain(title), shortcut_of(action), plain(action.text()).rstrip("…"))
        for menu, title in titles.items()
        for name, action in commands.actions.items()
        if commands.menu_of[name] == menu and not action.shortcut().isEmpty()
    ]
    for pane in panes:
        group = while_in.format(pane.title())
        found += [Key(group, keys, words) for keys, words in pane.keys()]  # noqa: SIM118 - no dictionary
    return found


class KeysModel(QAbstractTableModel):
    """Where, the keys, what they do."""

    def __init__(self, keys: list[Key], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = keys
        self.shown = keys

    def search(self, typed: str) -> None:
        self.beginResetModel()
        self.shown = [key for key in self._all if key.has(typed)]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variant
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.heads()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def heads(self) -> tuple[str, str, str]:
        return self.tr("Where"), self.tr("Keys"), self.tr("What they do")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        key = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            again = index.row() and self.shown[index.row() - 1].group == key.group
            return ("" if again else key.group, key.keys, key.words)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (key.group, key.keys, key.words)[index.column()]
        return None


class ShortcutsDialog(QDialog):
    def __init__(self, window: MainWindow, commands: Commands, panes: Sequence[Pane]) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(look().px(620), look().px(600))
        titles = {name: menu.title() for name, menu in window.menus.menus.items()}
        self.model = KeysModel(list_keys(commands, titles, panes, self.tr("While {} has the keyboard")), self)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("Search keys and what they do"))
        self.typed.setAccessibleName(self.tr("Search the shortcuts"))
        self.typed.textChanged.connect(self._search)
        self.table = self._make_table()
        self.none = label(self.tr("No key does that. The command palette (Ctrl+K) may."), 12, tone="text2")
        self.none.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 16, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(self.typed)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(self._foot())
        self.typed.setFocus()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(RowCell(table))
        dress(table, self.tr("Keyboard shortcuts"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, look().px(170))
        table.setColumnWidth(1, look().px(170))
        return table

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.export = Button(
            self.tr("Export…"), icon_name="export", tip=self.tr("As a page, PDF or plain text")
        )
        self.print_button = Button(self.tr("Print…"), tip=self.tr("The whole list, on paper"))
        close = Button(self.tr("Close"))
        self.export.clicked.connect(self._ask_where)
        self.print_button.clicked.connect(self._print)
        close.clicked.connect(self.accept)
        row.addWidget(self.export)
        row.addWidget(self.print_button)
        row.addStretch(1)
        row.addWidget(close)
        return row

    @Slot(str)
    def _search(self, typed: str) -> None:
        self.model.search(typed)
        found = self.model.rowCount() > 0
        self.table.setVisible(found)
        self.none.setVisible(not found)

    # Out of the window

    @Slot()
    def _ask_where(self) -> None:
        title = self.tr("Export the shortcuts")
        start = str(Path.home() / self.tr("Soundings shortcuts.html"))
        chosen, _ = QFileDialog.getSaveFileName(
            self, title, start, self.tr("Page (*.html);;PDF (*.pdf);;Text (*.txt)")
        )
        if chosen:
            self.write(Path(chosen))

    def write(self, path: Path) -> None:
        """What is shown now, in the form that the ending of `path` says."""
        try:
            if path.suffix.lower() == ".pdf":
                path.touch()  # who may not write here is told so by the system, not by the writer of PDF
                write_pdf(path, self._page())
            elif path.suffix.lower() == ".txt":
                path.write_text(self._text(), encoding="utf-8")
            else:
                path.write_text(self._page(), encoding="utf-8")
        except OSError as error:
            text = self.tr("{} cannot be written: {}. Choose another folder.")
            channel.warning(text.format(path, (error.strerror or str(error)).lower()))
            return
        channel.info(self.tr("{} shortcuts were written to {}.").format(self.model.rowCount(), path))

    @Slot()
    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setHtml(self._page())
            document.print_(printer)

    def _page(self) -> str:
        heads = "".join(f"<th align='left'>{html.escape(head)}</th>" for head in self.model.heads())
        lines = [
            f"<tr><td>{html.escape(key.group)}</td><td><b>{html.escape(key.keys)}</b></td>"
            f"<td>{html.escape(key.words)}</td></tr>"
            for key in self.model.shown
        ]
        title = html.escape(self.windowTitle())
        return (
            f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title></head><body>"
            f"<h1>{title}</h1><table cellspacing='0' cellpadding='4'><tr>{heads}</tr>\n"
            + "\n".join(lines)
            + "</table></body></html>\n"
        )

    def _text(self) -> str:
        width = max((len(key.keys) for key in self.model.shown), default=0)
        lines, group = [self.windowTitle()], ""
        for key in self.model.shown:
            if key.group != group:
                group = key.group
                lines += ["", group]
            lines.append(f"  {key.keys.ljust(width)}  {key.words}")
        return "\n".join(lines) + "\n"


def write_pdf(path: Path, page: str) -> None:
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document = QTextDocument()
    document.setHtml(page)
    document.print_(writer)
