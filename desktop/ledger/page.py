"""The ledger: every file of the collection with its state, the reason, and what to do about it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication, QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QHeaderView, QMenu, QTableView, QVBoxLayout, QWidget

from core.library.ledger import Ledger
from core.library.states import State
from core.messages import channel
from desktop import words
from desktop.changes import Changes
from desktop.desk.pane import Pane
from desktop.icons import icon
from desktop.kit import Kit
from desktop.ledger.model import SORTS, Column, LedgerModel
from desktop.ledger.read import Asked, Row, read_order, read_rows
from desktop.ledger.states import state_words
from desktop.ledger.states_list import STATES, StatesList, StatesModel
from desktop.player.passage import Passage
from desktop.tables import RowCell, dress
from desktop.theme import look
from desktop.track.folder import show_in_folder
from desktop.widgets import Button, label, rule

if TYPE_CHECKING:
    from core.store import Collection

SIDE_PX = 192
WIDTHS = {Column.STATE: 130, Column.LENGTH: 64, Column.SIZE: 72}
NARROW_PX = 560
"""Below this width the table keeps to state, file and reason."""


class LedgerPage(Pane):
    name = "ledger"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.asked = Asked()
        self._is_stale = True
        self.states = StatesModel(self)
        self.model = LedgerModel(self)
        self._build()
        self._connect()
        self._show_meaning()

    def title(self) -> str:
        return self.tr("Ledger")

    # How it is made

    def _build(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._make_side())
        line = rule()
        line.setFixedSize(1, 16_777_215)
        line.setMaximumHeight(16_777_215)
        line.setMinimumHeight(0)
        columns.addWidget(line)
        columns.addWidget(self._make_main(), 1)

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(look().px(SIDE_PX))
        rows = QVBoxLayout(side)
        rows.setContentsMargins(6, 8, 6, 12)
        rows.setSpacing(8)
        self.list = StatesList(self.states)
        rows.addWidget(self.list)
        rows.addWidget(rule())
        self.meaning = label("", 12, wrap=True)
        self.remedy = label("", 12, tone="text2", wrap=True)
        for text in (self.meaning, self.remedy):
            text.setContentsMargins(6, 0, 6, 0)
            rows.addWidget(text)
        rows.addStretch(1)
        return side

    def _make_main(self) -> QWidget:
        main = QWidget()
        rows = QVBoxLayout(main)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._make_tools())
        self.none = label("", tone="text2")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.none.hide()
        rows.addWidget(self.none, 1)
        self.table = self._make_table()
        rows.addWidget(self.table, 1)
        return main

    def _make_tools(self) -> QHBoxLayout:
        tr = self.tr
        self.count = label("", 12, bold=True)
        self.scan = Button(tr("Scan again"), "small", icon_name="refresh")
        self.scan.setToolTip(tr("Look for files that are new, changed, moved or gone (Ctrl+R)"))
        self.folder = Button(tr("Show in folder"), "small", icon_name="folder")
        self.export = Button(tr("Export CSV…"), "small", icon_name="export")
        self.export.setToolTip(tr("The files shown here, with state, reason and path"))
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(6)
        row.addWidget(self.count)
        row.addStretch(1)
        for button in (self.scan, self.folder, self.export):
            row.addWidget(button)
        return row

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(RowCell(table))
        dress(table, self.tr("Files with their states"))
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(Column.FILE, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(Column.FILE, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            table.setColumnWidth(column, look().px(width))
        return table

    def _connect(self) -> None:
        kit = self._kit
        kit.workspace.changed.connect(self._look_again)
        self.list.turned.connect(self._turn)
        self.model.pages_wanted.connect(self._read_pages)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        self.table.selectionModel().currentRowChanged.connect(self._make_current)
        self.table.doubleClicked.connect(self._play)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.scan.clicked.connect(self._scan)
        self.folder.clicked.connect(self.show_folder)
        self.export.clicked.connect(self._ask_export)

    # What is shown

    def forget(self) -> None:
        self._is_stale = True
        self.model.show_order([])
        self.states.show_counts(Ledger())
        self.count.setText("")
        self.none.hide()
        self.table.show()

    def remembered(self) -> dict[str, Any]:
        return {"state": self.asked.state, "sort": self.asked.sort, "descending": self.asked.descending}

    def restore(self, kept: dict[str, Any]) -> None:
        state, sort = kept.get("state"), kept.get("sort")
        self.list.choose(state if state in STATES else "")
        if sort in SORTS:
            order = Qt.SortOrder.DescendingOrder if kept.get("descending") else Qt.SortOrder.AscendingOrder
            self.table.horizontalHeader().setSortIndicator(SORTS.index(sort), order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - look().px(SIDE_PX)
        narrow = room < look().px(NARROW_PX)
        for column in (Column.LENGTH, Column.SIZE):
            self.table.setColumnHidden(column, narrow)
        self.table.setColumnWidth(Column.REASON, round(0.27 * room))
        for button, name in ((self.scan, "refresh"), (self.folder, "folder"), (self.export, "export")):
            button.setIcon(QIcon() if narrow else icon(name))  # their words go before their signs

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.tracks:
            self._is_stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        self._is_stale = False
        asked = self.asked
        self._kit.workspace.look(partial(read_order, asked), partial(self._came, asked))

    def _came(self, asked: Asked, found: tuple[Ledger, list[int]]) -> None:
        if asked != self.asked:
            return
        ledger, ids = found
        current = self.current
        self.states.show_counts(ledger)
        self.model.show_order(ids)
        if current is not None and current.id in set(ids):
            self.table.selectRow(ids.index(current.id))
        shown, whole = words.number(len(ids)), words.number(ledger.total)
        files = self.tr("{} files") if ledger.total != 1 else self.tr("{} file")
        text = self.tr("{} of {}").format(shown, files.format(whole)) if asked.state else files.format(whole)
        self.count.setText(text)
        self.table.setVisible(bool(ids))
        self.none.setVisible(not ids)
        self.none.setText(
            self.tr("No file is in this state.") if ledger.total else self.tr("No files yet. Add a folder.")
        )
        self.export.setEnabled(bool(ids))
        self._show_offers()

    @Slot(object)
    def _read_pages(self, pages: list[list[int]]) -> None:
        for ids in pages:
            self._kit.workspace.look(partial(read_rows, ids), partial(self.model.show_rows, ids))

    @Slot(str)
    def _turn(self, state: str) -> None:
        self._ask(Asked(state, self.asked.sort, self.asked.descending))
        self._show_meaning()

    @Slot(int, Qt.SortOrder)
    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        self._ask(Asked(self.asked.state, SORTS[section], order == Qt.SortOrder.DescendingOrder))

    def _ask(self, asked: Asked) -> None:
        if asked != self.asked:
            self.asked = asked
            self._is_stale = True
            if self.isVisible():
                self._read()

    def _show_meaning(self) -> None:
        if not self.asked.state:
            self.meaning.setText(self.tr("Every file is in one state; the counts add up."))
            self.remedy.setText(self.tr("Only files that are OK are encoded, drawn and learnt from."))
            return
        said = state_words(self.asked.state)
        self.meaning.setText(said.meaning)
        self.remedy.setText(said.remedy)

    @property
    def current(self) -> Row | None:
        place = self.table.currentIndex().row()
        return self.model.row(place) if 0 <= place < len(self.model.ids) else None

    @Slot()
    def _make_current(self) -> None:
        place = self.table.currentIndex().row()
        if self.table.hasFocus() and 0 <= place < len(self.model.ids):
            self._kit.selection.make_current(self.model.ids[place])
        self._show_offers()

    def _show_offers(self) -> None:
        chosen = self.table.currentIndex().isValid()
        self.folder.setEnabled(chosen)
        self.folder.setToolTip("" if chosen else self.tr("Choose a file first"))

    # What is asked

    @Slot()
    def _scan(self) -> None:
        self._kit.workspace.scan()

    @Slot()
    def show_folder(self) -> None:
        if (row := self.current) is not None:
            show_in_folder(row.path)

    @Slot()
    def copy_path(self) -> None:
        if (row := self.current) is not None:
            QGuiApplication.clipboard().setText(str(row.path).encode("utf-8", "replace").decode())

    @Slot()
    def _play(self) -> None:
        if (row := self.current) is not None:
            self._kit.player.play([Passage(row.id)])

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        if not self.table.indexAt(place).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("folder"), self.tr("Show in folder"), self.show_folder)
        menu.addAction(icon("copy"), self.tr("Copy path"), self.copy_path)
        menu.popup(self.table.viewport().mapToGlobal(place))

    @Slot()
    def _ask_export(self) -> None:
        start = str(Path.home() / "ledger.csv")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export ledger"), start, "CSV (*.csv)")
        if path:
            whole = Path(path) if Path(path).suffix else Path(f"{path}.csv")
            self._kit.workspace.read(
                partial(_export, whole, self.asked.state), partial(self._exported, whole)
            )

    def _exported(self, path: Path, lines: int) -> None:
        said = self.tr("{} line written to {}.") if lines == 1 else self.tr("{} lines written to {}.")
        channel.info(said.format(words.number(lines), path))


def _export(path: Path, state: str, collection: Collection) -> int:
    from core.library.ledger import export_ledger

    return export_ledger(collection, path, State(state) if state else None)
