"""What can be done in the library: played, searched for, copied, exported; as commands and in menus."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFileDialog, QMenu

from core.library.query.algebra import Match
from core.messages import channel
from desktop import words
from desktop.cards import read_cards
from desktop.commands import Command
from desktop.icons import icon
from desktop.library.export import write_table
from desktop.player.passage import Passage

if TYPE_CHECKING:
    from core.store import Collection
    from desktop.cards import TrackCard
    from desktop.library.pane import LibraryPane

QUEUED = 300
"""So many tracks from the one that is played on go into the queue."""
COPIED = 5000
FILTERS = "CSV (*.csv);;TSV (*.tsv)"
OTHERS = ("set_label", "near", "add_to_playlist", "show_in_folder")
"""Commands of other panes that the menu of a row offers."""


class Acts(QObject):
    def __init__(self, pane: LibraryPane) -> None:
        super().__init__(pane)
        self._pane, self._kit = pane, pane.kit
        tr = self.tr
        self._kit.commands.offer(
            "edit",
            [
                Command("search", tr("&Search"), tr("Take the keyboard to the query bar"),
                        self.search, "Ctrl+F", "search", needs_collection=True, also=("/",)),
                Command("show_all_tracks", tr("Show all &tracks"), tr("Search for nothing in particular"),
                        pane.bar.show_all, needs_collection=True),
            ],
        )  # fmt: skip
        self._kit.commands.offer("tracks", self._commands())

    def _commands(self) -> list[Command]:
        tr = self.tr
        return [
            Command("play_from_row", tr("&Play from here"),
                    tr("The current track and those below it (Enter in the table)"),
                    self.play_current, icon_name="play", needs_collection=True),
            Command("queue_chosen", tr("Add to &queue"), tr("The chosen tracks are played after the others"),
                    self.queue_chosen, icon_name="plus", needs_collection=True),
            Command("edit_in_place", tr("&Edit in place"),
                    tr("Type in the current cell of the table (F2 in the table)"),
                    self.edit_in_place, icon_name="edit", needs_collection=True),
            Command("same_artist", tr("Search for same &artist"), tr("All tracks of the same artist"),
                    self.same_artist, icon_name="person", needs_collection=True),
            Command("copy_paths", tr("&Copy path"), tr("Where the files of the chosen tracks lie"),
                    self.copy_paths, icon_name="copy", needs_collection=True),
            Command("choose_columns", tr("Choose c&olumns…"), tr("Which columns the table has"),
                    self._pane.show_columns_menu, icon_name="list", needs_collection=True),
            Command("export_tracks", tr("E&xport tracks…"), tr("What is found as a table, with units"),
                    self.export, icon_name="export", needs_collection=True),
        ]  # fmt: skip

    # Which tracks are meant

    def meant(self) -> list[int]:
        """The chosen tracks in the order of the table, else the current one."""
        selection = self._kit.selection
        if selection.chosen:
            found = [track_id for track_id in self._pane.tracks.ids if track_id in selection.chosen]
            return found or sorted(selection.chosen)
        return [] if selection.current is None else [selection.current]

    # Listening

    @Slot(int)
    def play_row(self, row: int) -> None:
        ids = self._pane.tracks.ids[row : row + QUEUED]
        self._pane.table.make_current(row)
        self._kit.player.play([Passage(track_id) for track_id in ids])

    @Slot()
    def play_current(self) -> None:
        row = self._pane.tracks.row_of(self._kit.selection.current)
        if row is not None:
            self.play_row(row)
        elif self._pane.tracks.ids:
            self.play_row(0)
        else:
            channel.info(self.tr("No track is found, so there is nothing to play."))

    @Slot()
    def queue_chosen(self) -> None:
        self._kit.player.append([Passage(track_id) for track_id in self.meant()[:QUEUED]])

    # Searching and editing

    @Slot()
    def search(self) -> None:
        self._pane.come()
        self._pane.bar.take_keyboard()

    @Slot()
    def same_artist(self) -> None:
        current = self._kit.selection.current
        if current is None:
            channel.info(self.tr("Choose a track first."))
        else:
            self._kit.workspace.look(partial(_cards, [current]), self._ask_artist)

    def _ask_artist(self, cards: list[TrackCard]) -> None:
        for card in cards:
            if artist := card.first("artist"):
                self._kit.filter.ask(str(Match("artist", "is", (artist,))))
            else:
                channel.info(self.tr("{} has no artist.").format(card.title))

    @Slot()
    def edit_in_place(self) -> None:
        self._pane.come()
        self._pane.table.setFocus()
        self._pane.table.edit_current()

    # Out

    @Slot()
    def copy_paths(self) -> None:
        self._kit.workspace.look(partial(_cards, self.meant()[:COPIED]), self._copy)

    def _copy(self, cards: list[TrackCard]) -> None:
        if cards:
            QGuiApplication.clipboard().setText("\n".join(str(card.path) for card in cards))

    @Slot()
    def export(self) -> None:
        ids = list(self._pane.tracks.ids)
        if not ids:
            channel.info(self.tr("No track is found, so there is nothing to export."))
            return
        name = f"{self._kit.workspace.name} {words.tracks(len(ids)).replace(',', '')}.csv"
        start = Path.home() / name.replace("/", "-")
        chosen, _ = QFileDialog.getSaveFileName(
            self._pane.window(), self.tr("Export {}").format(words.tracks(len(ids))), str(start), FILTERS
        )
        if chosen:
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(".csv")
            work = partial(write_table, path, ids, self._pane.columns.columns())
            self._kit.workspace.read(work, partial(self._exported, path))

    def _exported(self, path: Path, rows: int) -> None:
        channel.info(self.tr("{} exported to {}.").format(words.tracks(rows), path))

    # The menu of a row

    @Slot(object)
    def show_menu(self, place: QPoint) -> None:
        if not self._kit.selection.chosen and self._kit.selection.current is None:
            return
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        actions = self._kit.commands.actions
        for name in ("play_from_row", "queue_chosen"):
            menu.addAction(actions[name])
        menu.addSeparator()
        for name in OTHERS:
            if name in actions:
                menu.addAction(actions[name])
        menu.addAction(actions["same_artist"])
        menu.addSeparator()
        menu.addAction(actions["edit_in_place"])
        menu.addAction(actions["copy_paths"])
        menu.popup(place)

    def show_columns_menu(self, place: QPoint) -> None:
        """Each column with a tick; the menu stays, so that several can be chosen."""
        menu = ColumnsMenu(self._pane)
        menu.popup(place)


class ColumnsMenu(QMenu):
    def __init__(self, pane: LibraryPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("choices", True)
        self.setToolTipsVisible(True)
        shown = pane.columns.keys()
        was_file = False
        for column in pane.columns.there_are().values():
            if column.field is None and not was_file:
                was_file = True
                self.addSeparator()
            action = self.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(column.key in shown)
            action.setData(column.key)
        self.addSeparator()
        usual = self.addAction(icon("undo"), self.tr("Usual columns"))
        usual.triggered.connect(pane.columns.show_usual)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._turn():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        presses = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if not presses or not self._turn():
            super().keyPressEvent(event)

    def _turn(self) -> bool:
        """Whether it is a column that was pressed on."""
        pressed: QAction | None = self.activeAction()
        if pressed is None or not pressed.isCheckable():
            return False
        self._pane.columns.turn(pressed.data())
        shown = self._pane.columns.keys()
        for action in self.actions():
            if action.isCheckable():
                action.setChecked(action.data() in shown)
        return True


def _cards(track_ids: list[int], collection: Collection) -> list[TrackCard]:
    """Runs in the background; in the same order, without those that are gone."""
    found = {card.id: card for card in read_cards(track_ids, collection)}
    return [found[track_id] for track_id in track_ids if track_id in found]
