"""Playlists: which there are, what is in one, and all that is done with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QSplitter, QVBoxLayout, QWidget

from core.library.edits import Span
from core.library.query import Match
from desktop.changes import Changes
from desktop.commands import Command
from desktop.desk.pane import Pane
from desktop.icons import icon
from desktop.kit import Kit
from desktop.player.passage import Passage
from desktop.playlists.model import ItemsModel
from desktop.playlists.names import NamesModel
from desktop.playlists.parts import Foot, Head, NamesTable, Tools, empty_words
from desktop.playlists.table import ItemsTable
from desktop.playlists.work import Work, read_all
from desktop.theme import look
from desktop.track.sources import span_words

if TYPE_CHECKING:
    from core.library.playlists import Change, Content, PlaylistInfo

NAMES_PX = 150
FILTERS = "M3U8 (*.m3u8);;CSV (*.csv)"
READ = "*.m3u *.m3u8 *.pls *.xspf"


class PlaylistsPane(Pane):
    name = "playlists"
    wanted = Signal(object)
    """It wants to be seen: itself."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._wanted = 0
        """The playlist that should be chosen as soon as it is there."""
        self._to_name = 0
        """The playlist whose name is typed as soon as it is there."""
        self._to_choose: list[int] = []
        """Places that should be chosen as soon as the items are there."""
        self._is_stale = True
        self._played: list[Passage] = []
        self.content: Content | None = None
        self.work = Work(kit, self)
        self.names = NamesModel(self)
        self.items = ItemsModel(kit.cards, self)
        self._build()
        self._connect()
        kit.commands.offer("tracks", self._commands())
        self._show([], None)
        self.empty.hide()  # until it is known that there are none

    def title(self) -> str:
        return self.tr("Playlists")

    # How it is made

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.tools, self.foot = Tools(), Foot()
        self.empty = empty_words()
        self.list = NamesTable(self.names)
        self.head = Head()
        self.table = ItemsTable(self.items)
        below = QWidget()
        inner = QVBoxLayout(below)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.head)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.foot)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.list)
        self.split.addWidget(below)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([look().px(NAMES_PX), look().px(400)])
        rows.addWidget(self.tools)
        rows.addWidget(self.empty, 1)
        rows.addWidget(self.split, 1)

    def _connect(self) -> None:
        kit, work = self._kit, self.work
        kit.workspace.changed.connect(self._look_again)
        kit.selection.changed.connect(self._show_offers)
        kit.player.passage_changed.connect(self._show_heard)
        self.names.renamed.connect(work.rename)
        self.names.dropped.connect(self._dropped_on)
        self.items.moved.connect(self._move)
        self.items.dropped.connect(self._dropped)
        self.list.selectionModel().currentRowChanged.connect(self._choose)
        self.list.customContextMenuRequested.connect(self._show_list_menu)
        self.table.selectionModel().currentRowChanged.connect(self._make_current)
        self.table.selectionModel().selectionChanged.connect(self._show_offers)
        self.table.doubleClicked.connect(self.play_from_here)
        self.table.played.connect(self.play_from_here)
        self.table.removed.connect(self.remove)
        self.table.shifted.connect(self._shift)
        self.table.menu_wanted.connect(self._show_menu)
        self.head.notes.editingFinished.connect(self._note)
        tools, foot = self.tools, self.foot
        for button, slot in (
            (tools.new, self.make_empty),
            (tools.new_chosen, self.save_chosen),
            (tools.bring_in, self._ask_bring_in),
            (foot.play, self.play_in_order),
            (foot.add, self.add_chosen),
            (foot.take_away, self.remove),
            (foot.show_found, self.show_in_library),
            (foot.export, self._ask_export),
            (foot.delete, self.delete_playlist),
        ):
            button.clicked.connect(slot)

    def _commands(self) -> list[Command]:
        return [
            Command("save_as_playlist", self.tr("Save as &playlist…"), self.tr("Of the chosen tracks"),
                    self.save_chosen, icon_name="playlist", needs_collection=True),
            Command("add_to_playlist", self.tr("&Add to playlist"), self.tr("The chosen tracks, at its end"),
                    self.add_chosen, needs_collection=True),
        ]  # fmt: skip

    # What is shown

    def forget(self) -> None:
        self._wanted, self._to_name, self._to_choose, self._is_stale = 0, 0, [], True
        self._played = []
        self._show([], None)
        self.empty.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.playlists or changes.tracks:
            self._is_stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        self._is_stale = False
        self._kit.workspace.look(partial(read_all, self._wanted), partial(self._came, self._wanted))

    def _came(self, wanted: int, found: tuple[list[PlaylistInfo], Content | None]) -> None:
        if wanted == self._wanted:
            self._show(*found)

    def _show(self, infos: list[PlaylistInfo], content: Content | None) -> None:
        other = content is None or self.content is None or content.id != self.content.id
        self.content = content
        self.names.show_playlists(infos)
        self.empty.setVisible(not infos)
        self.split.setVisible(bool(infos))
        if content is not None:
            self._wanted = content.id
            place = self.names.place_of(content.id)
            if place is not None and self.list.currentIndex().row() != place:
                self.list.selectRow(place)
            info = next(info for info in infos if info.id == content.id)
            self.head.show_playlist(info)
        chosen = [] if other else self.table.chosen
        self.items.show_items(content.id if content else 0, content.items if content else ())
        self.table.choose([place for place in self._to_choose or chosen if place < len(self.items.items)])
        self._to_choose = []
        self._show_heard()
        self._show_offers()
        if content is not None and content.id == self._to_name:
            self._to_name = 0
            self.list.setFocus()
            self.list.rename()

    @Slot()
    def _show_offers(self) -> None:
        chosen = len(self._kit.selection.chosen)
        self.tools.show_offers(chosen)
        self.foot.show_offers(chosen, filled=bool(self.items.items), marked=bool(self.table.chosen))

    @Slot()
    def _show_heard(self) -> None:
        """Gold is the item that is heard, if it is heard as one of this playlist."""
        player, place = self._kit.player, None
        passage = player.passage
        if passage is not None and self._played and list(player.queue) == self._played:
            at = player.place
            same = [self._passage(p) for p in range(len(self.items.items))] == self._played
            place = at if same and 0 <= at < len(self._played) else None
        self.items.show_heard(place)

    @Slot()
    def _note(self) -> None:
        text = self.head.notes.text().strip()
        if self.content is not None and text != self.content.notes:
            self.work.note(self.content.id, text)

    @Slot()
    def _choose(self) -> None:
        place = self.list.currentIndex().row()
        if 0 <= place < len(self.names.infos) and self.names.infos[place].id != self._wanted:
            self._wanted = self.names.infos[place].id
            self._read()

    @Slot()
    def _make_current(self) -> None:
        place = self.table.currentIndex().row()
        if self.table.hasFocus() and 0 <= place < len(self.items.items):
            item = self.items.items[place]
            self._kit.selection.make_current(item.track_id if isinstance(item, Span) else item)

    # What is asked

    def _begin(self, name: str, ids: Sequence[int]) -> None:
        self.wanted.emit(self)
        self.work.create(name, ids, self._made)

    def _made(self, change: Change) -> None:
        """It is shown next, and its name is typed."""
        self._wanted = self._to_name = change.playlist_id

    @Slot()
    def make_empty(self) -> None:
        self._begin(self.tr("New playlist"), [])

    @Slot()
    def save_chosen(self) -> None:
        """In the order of the library, what is not shown there behind."""
        ids = self._chosen_in_order()
        if ids:
            asked = self._kit.filter.asked.text
            self._begin(asked[:60] if asked else self.tr("Selection"), ids)

    def _chosen_in_order(self) -> list[int]:
        chosen = self._kit.selection.chosen
        shown = [track_id for track_id in self._kit.filter.ids if track_id in chosen]
        ids = [*shown, *sorted(chosen - set(shown))]
        current = self._kit.selection.current
        return ids or ([] if current is None else [current])

    @Slot()
    def add_chosen(self) -> None:
        if self.content is None:
            self.save_chosen()
        elif ids := self._chosen_in_order():
            self.wanted.emit(self)
            self._wanted = self.content.id
            self.work.add(self.content.id, ids)

    @Slot()
    def remove(self) -> None:
        if self.content is not None and (places := self.table.chosen):
            left = len(self.items.items) - len(places)
            self._to_choose = [min(places[0], left - 1)] if left else []
            self.work.remove(self.content.id, places)

    def _move(self, places: Sequence[int], to: int) -> None:
        if self.content is not None and places:
            above = sum(place < to for place in set(range(len(self.items.items))) - set(places))
            self._to_choose = list(range(above, above + len(set(places))))
            self.work.move(self.content.id, places, to)

    @Slot(int)
    def _shift(self, by: int) -> None:
        places = self.table.chosen
        if not places:
            return
        to = places[0] - 1 if by < 0 else places[-1] + 2
        if 0 <= to <= len(self.items.items):
            self._move(places, to)

    def _dropped(self, ids: Sequence[int], to: int) -> None:
        if self.content is not None:
            self._to_choose = list(range(to, to + len(ids)))
            self.work.add(self.content.id, ids, to)

    def _dropped_on(self, ids: Sequence[int], info: PlaylistInfo | None) -> None:
        if info is None:
            self._begin(self.tr("New playlist"), ids)
        else:
            self.work.add(info.id, ids)

    @Slot()
    def delete_playlist(self) -> None:
        if self.content is not None:
            self.work.delete(self.content.id)

    def _passage(self, place: int) -> Passage:
        item, name = self.items.items[place], self.content.name if self.content else ""
        why = self.tr("{} of {}: {}").format(place + 1, len(self.items.items), name)
        if isinstance(item, Span):
            why = self.tr("{}, excerpt {}").format(why, span_words(item.start_s, item.end_s))
            return Passage(item.track_id, item.start_s, item.end_s, why)
        return Passage(item, why=why)

    def _play(self, start: int) -> None:
        if self.items.items:
            self._played = [self._passage(place) for place in range(len(self.items.items))]
            self._kit.player.play(self._played, start)
            self._show_heard()

    @Slot()
    def play_in_order(self) -> None:
        self._play(0)

    @Slot()
    def play_from_here(self) -> None:
        self._play(max(self.table.currentIndex().row(), 0))

    @Slot()
    def show_in_library(self) -> None:
        if self.content is not None:
            self._kit.filter.ask(str(Match("playlist", "is", (self.content.name,))))

    @Slot()
    def _ask_bring_in(self) -> None:
        kinds = self.tr("Playlists ({})").format(READ)
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import playlist"), str(Path.home()), kinds)
        if path:
            self.work.bring_in(Path(path), self._made)

    @Slot()
    def _ask_export(self) -> None:
        if self.content is None:
            return
        start = Path.home() / f"{self.content.name.replace('/', '-')}.m3u8"
        path, chosen = QFileDialog.getSaveFileName(self, self.tr("Export playlist"), str(start), FILTERS)
        if path:
            ending = ".csv" if "csv" in chosen else ".m3u8"
            whole = path if Path(path).suffix else f"{path}{ending}"
            self.work.take_out(self.content.id, Path(whole))

    def _show_menu(self, place: object) -> None:
        tr = self.tr
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("play"), tr("Play from here"), self.play_from_here)
        menu.addAction(icon("minus"), tr("Remove from the playlist"), self.remove)
        menu.popup(place)  # type: ignore[arg-type]

    @Slot(QPoint)
    def _show_list_menu(self, place: QPoint) -> None:
        tr = self.tr
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.content is not None and self.list.indexAt(place).isValid():
            menu.addAction(icon("play"), tr("Play in order"), self.play_in_order)
            menu.addAction(icon("edit"), tr("Rename"), self.list.rename)
            menu.addAction(icon("filter"), tr("Show in the library"), self.show_in_library)
            menu.addAction(icon("export"), tr("Export…"), self._ask_export)
            menu.addAction(icon("trash"), tr("Delete"), self.delete_playlist)
            menu.addSeparator()
        menu.addAction(icon("plus"), tr("New playlist"), self.make_empty)
        menu.addAction(icon("import"), tr("Import…"), self._ask_bring_in)
        menu.popup(self.list.viewport().mapToGlobal(place))
