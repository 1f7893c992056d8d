"""The dialog of encoders: which there are, what they have heard here, and everything to be done with one.

It is no modal dialog: the window's strip of jobs stays in reach while it is open.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QSplitter, QTableView, QVBoxLayout

from core.embedding import EncodeRequest, SetInfo, list_sets
from core.encoders import Card, Listed, listed, remove_card
from core.messages import message_for
from desktop.doctor import fastest_device
from desktop.encoders.add import AddEncoderDialog
from desktop.encoders.details import Details
from desktop.encoders.encode import EncodeDialog
from desktop.encoders.model import Column, EncodersModel, Row
from desktop.encoders.notice import Notice
from desktop.encoders.reasons import why_not_check, why_not_encode, why_not_fetch, why_not_remove
from desktop.encoders.work import Work
from desktop.tables import RowCell, dress
from desktop.theme import look
from desktop.widgets import Button, Question, label, scroller

if TYPE_CHECKING:
    from desktop.window import MainWindow

SMALLEST = (752, 440)
USUAL = (1060, 600)
WIDTHS = {
    Column.TITLE: 168, Column.DIMENSION: 76, Column.LAYERS: 56, Column.LICENCE: 104, Column.READY: 126,
    Column.ENCODED: 84,
}  # fmt: skip


class EncodersDialog(QDialog):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._wanted = ""
        """The encoder that is chosen as soon as it is listed."""
        self._reason = ""
        """What the notice says unless there is something newer."""
        self.setWindowTitle(self.tr("Encoders"))
        self.setMinimumSize(look().px(SMALLEST[0]), look().px(SMALLEST[1]))
        self.model = EncodersModel(self)
        self.notice = Notice()
        self.work = Work(self, self.notice)
        self._build()
        self._connect()
        self._show_chosen()
        room = window.size() - QSize(look().px(24), look().px(48))
        self.resize(QSize(look().px(USUAL[0]), look().px(USUAL[1])).boundedTo(room))

    # How it is made

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(8)
        purpose = self.tr("An encoder turns excerpts into vectors, which maps and neighbours are made of.")
        rows.addWidget(label(purpose, tone="text2", wrap=True))
        self.table = self._make_table()
        self.details = Details()
        below = scroller(self.details)
        below.setAccessibleName(self.tr("About the chosen encoder"))
        below.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([look().px(270), look().px(200)])
        rows.addWidget(split, 1)
        rows.addWidget(self.notice)
        rows.addLayout(self._make_buttons())

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(RowCell(table))
        dress(table, self.tr("Encoders"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(Column.HEARS, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            table.setColumnWidth(column, look().px(width))
        return table

    def _make_buttons(self) -> QHBoxLayout:
        tr = self.tr
        self.encode = Button(tr("&Encode…"), "main")
        self.fetch = Button(tr("&Fetch…"))
        self.check = Button(tr("&Check"))
        self.remove = Button(tr("&Remove…"))
        tip = tr("From a folder of this computer, or of one of your runs")
        self.add = Button(tr("&Add encoder…"), icon_name="plus", tip=tip)
        close = Button(tr("Close"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.encode, self.fetch, self.check, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.add)
        row.addWidget(close)
        self.encode.clicked.connect(self._ask_encode)
        self.fetch.clicked.connect(self._fetch)
        self.check.clicked.connect(self._check)
        self.remove.clicked.connect(self._ask_remove)
        self.add.clicked.connect(self._ask_add)
        close.clicked.connect(self.reject)
        return row

    def _connect(self) -> None:
        workspace = self._workspace
        for news in (workspace.opened, workspace.summary_changed, workspace.closing, workspace.closed):
            news.connect(self._read_sets)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.model.modelReset.connect(self._choose_again)
        self.model.dataChanged.connect(self._show_chosen)
        self.work.changed.connect(self._show_chosen)
        self.work.fetched.connect(self.refresh)

    # Coming and going

    def come(self) -> None:
        """Show what is there now."""
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """For good: the window is closing."""
        for question in self.findChildren(QDialog):
            question.close()
        self.hide()
        self.work.stop()

    @Slot()
    def refresh(self) -> None:
        self._window.background.call(listed, self._listed)
        self._read_sets()

    def _listed(self, items: list[Listed]) -> None:
        self.model.show_encoders(items)

    @Slot()
    def _read_sets(self) -> None:
        if self._workspace.folder is None:
            self.model.show_sets([], None)
        else:
            self._workspace.read(list_sets, self._show_sets)

    def _show_sets(self, sets: list[SetInfo]) -> None:
        self.model.show_sets(sets, self._workspace.tracks)

    # The chosen one

    @property
    def chosen(self) -> Row | None:
        place = self.table.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def choose(self, name: str) -> None:
        """Now, or as soon as it is listed."""
        self._wanted = name
        place = self.model.place_of(name)
        if place is not None:
            self.table.selectRow(place)

    @Slot()
    def _choose_again(self) -> None:
        """The rows are new: go back to the one that was chosen, or to the first."""
        self.table.selectRow(self.model.place_of(self._wanted) or 0)
        self._show_chosen()

    @Slot()
    def _choose(self) -> None:
        row = self.chosen
        if row is not None and row.card.name != self._wanted:
            self._wanted = row.card.name
            self._reason = self.notice.text.text()  # of the last one, and out of date
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        row = self.chosen
        findings = self.work.findings.get(row.card.name, ()) if row else ()
        self.details.show_row(row, findings)
        if row is None:
            for button in (self.encode, self.fetch, self.check, self.remove):
                button.setEnabled(False)
            return
        under_way = self.work.busy
        if not under_way and self.notice.text.text() == self._reason:
            self._reason = why_not_encode(row)
            self.notice.say(self._reason)
        fetch = self.tr("Says how large it is, and asks, before anything is fetched")
        check = self.tr("Load it and see whether it works")
        encode = self.tr("Let it hear the tracks of {}").format(self._workspace.name)
        for button, why_not, tip in (
            (self.encode, why_not_encode(row), encode),
            (self.fetch, why_not_fetch(row, under_way), fetch),
            (self.check, why_not_check(row, under_way), check),
            (self.remove, why_not_remove(row, under_way), self.tr("Take it from the list; its weights stay")),
        ):
            button.setEnabled(not why_not)
            button.setToolTip(why_not or tip)

    # What is done with it

    @Slot()
    def _ask_encode(self) -> None:
        row = self.chosen
        if row is not None:
            device = fastest_device(self._window.doctor.findings)
            dialog = EncodeDialog(self, row.card, self._workspace, device)
            dialog.agreed.connect(self._encode)
            dialog.open()

    @Slot(object)
    def _encode(self, request: EncodeRequest) -> None:
        self._workspace.encode(request, fastest_device(self._window.doctor.findings))
        self._reason = self.tr("Encoding is a job now: the bottom of the window shows how far it is.")
        self.notice.say(self._reason)

    @Slot()
    def _fetch(self) -> None:
        if (row := self.chosen) is not None:
            self.work.fetch(row.card)

    @Slot()
    def _check(self) -> None:
        if (row := self.chosen) is not None:
            self.work.check(row.card)

    @Slot()
    def _ask_add(self) -> None:
        AddEncoderDialog(self, self._window.background, self._added).open()

    def _added(self, card: Card) -> None:
        self.notice.say(self.tr("{} is added.").format(card.title), "check", "good")
        self.choose(card.name)
        self.refresh()

    @Slot()
    def _ask_remove(self) -> None:
        row = self.chosen
        if row is None:
            return
        Question(
            self,
            self.tr("Remove {}?").format(row.card.title),
            self.tr("It leaves the list. Its weights stay where they are, and so does what it has encoded."),
            {
                self.tr("Remove encoder"): partial(self._remove, row.card),
                self.tr("Keep it"): _nothing,
            },
        )

    def _remove(self, card: Card) -> None:
        done = partial(self._removed, card)
        self._window.background.call(partial(remove_card, card.name), done, self._failed)

    def _removed(self, card: Card, _nothing: None) -> None:
        self.choose(self.model.rows[0].card.name)
        self.notice.say(self.tr("{} is removed.").format(card.title))
        self.refresh()

    def _failed(self, error: Exception) -> None:
        if (message := message_for(error)) is not None:
            self.notice.say(message.text, "error", "bad")


def _nothing() -> None: ...
