"""The widgets of the pane of playlists: what makes one, the list of them, the head and foot of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop import words
from desktop.playlists.names import Column, NamesModel, item_words, length_words
from desktop.tables import RowCell, dress
from desktop.theme import look
from desktop.track.section import tool
from desktop.widgets import Button, Elided, label

if TYPE_CHECKING:
    from core.library.playlists import PlaylistInfo


class Tools(QWidget):
    """What makes a playlist."""

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.new = Button(tr("New"), "small", icon_name="plus", tip=tr("An empty playlist"))
        self.new_chosen = Button("", "small", icon_name="playlist", tip=tr("A playlist of the chosen tracks"))
        self.bring_in = tool("import", tr("Import playlist…"), tr("Import an M3U, PLS or XSPF file…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(6)
        row.addWidget(self.new)
        row.addWidget(self.new_chosen)
        row.addStretch(1)
        row.addWidget(self.bring_in)

    def show_offers(self, chosen: int) -> None:
        tr = self.tr
        self.new_chosen.setText(tr("Of {} chosen").format(words.number(chosen)))
        self.new_chosen.setAccessibleName(tr("New playlist of {} chosen tracks").format(words.number(chosen)))
        self.new_chosen.setVisible(chosen > 0)


def empty_words() -> QLabel:
    text = "No playlists yet. Choose tracks in the library or on the map, then put them together."
    said = label(QCoreApplication.translate("Playlists", text), 12, tone="text2", wrap=True)
    said.setAlignment(Qt.AlignmentFlag.AlignTop)
    said.setContentsMargins(12, 4, 12, 12)
    return said


class NamesTable(QTableView):
    """F2 renames in place; tracks are dropped on a row."""

    def __init__(self, model: NamesModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(RowCell(self))
        dress(self, self.tr("Playlists"))
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((Column.ITEMS, 52), (Column.LENGTH, 68)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, look().px(width))
        model.modelReset.connect(self._fit)

    def _fit(self) -> None:
        """Never higher than its rows, so that the tracks below have the room."""
        rows = max(self.model().rowCount(), 1)
        high = self.horizontalHeader().sizeHint().height() + rows * look().px(26) + 2
        self.setMaximumHeight(high)
        self.setMinimumHeight(min(high, look().px(84)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.rename()
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()  # it plays and pauses everywhere
        else:
            super().keyPressEvent(event)

    def rename(self) -> None:
        self.edit(self.currentIndex().siblingAtColumn(Column.NAME))


class Head(QWidget):
    """Which playlist it is, how much it holds, and what is noted about it."""

    def __init__(self) -> None:
        super().__init__()
        self.name = Elided("", 12, "text", bold=True)
        self.about = label("", 12, tone="text2")
        self.notes = QLineEdit()
        self.notes.setFont(look().font(12))
        self.notes.setPlaceholderText(self.tr("Notes"))
        self.notes.setAccessibleName(self.tr("Notes about the playlist"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        line.addWidget(self.about)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 6)
        rows.setSpacing(6)
        rows.addLayout(line)
        rows.addWidget(self.notes)

    def show_playlist(self, info: PlaylistInfo) -> None:
        self.name.show_text(info.name)
        self.about.setText(f"{item_words(info.items)} · {length_words(info)}")
        if not self.notes.hasFocus() or not self.notes.isModified():
            self.notes.setText(info.notes)
            self.notes.setCursorPosition(0)


class Foot(QWidget):
    """What is done with a playlist."""

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.play = Button(tr("Play in order"), "small", icon_name="play", tip=tr("From the first track"))
        self.add = tool("plus", tr("Add the chosen tracks"))
        self.take_away = tool(
            "minus", tr("Remove from the playlist"), tr("Remove from the playlist (Delete)")
        )
        self.show_found = tool(
            "filter", tr("Show in the library"), tr("Show only these tracks in the library")
        )
        self.export = tool("export", tr("Export playlist…"), tr("For players (M3U8) or as a table (CSV)…"))
        self.delete = tool("trash", tr("Delete playlist"), tr("Delete the playlist; its tracks stay"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(2)
        row.addWidget(self.play)
        row.addStretch(1)
        for button in (self.add, self.take_away, self.show_found, self.export, self.delete):
            row.addWidget(button)

    def show_offers(self, chosen: int, *, filled: bool, marked: bool) -> None:
        tr = self.tr
        for button in (self.play, self.export, self.show_found):
            button.setEnabled(filled)
        self.add.setEnabled(chosen > 0)
        add = tr("Add {} at the end").format(words.tracks(chosen))
        self.add.setToolTip(add if chosen else tr("Choose tracks first"))
        self.take_away.setEnabled(marked)
