"""The library: query bar, facets and the table of what is found, put together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from core.errors import KnownError
from core.library.query.rewrite import sort_keys, unsorted
from core.messages import channel
from desktop import words
from desktop.desk.pane import Pane
from desktop.holding import Summary
from desktop.kit import Kit
from desktop.library.acts import Acts
from desktop.library.columns import Column
from desktop.library.empty import Empty
from desktop.library.facets import WIDE, Facets
from desktop.library.fields import Fields
from desktop.library.model import TracksModel
from desktop.library.query_bar import QueryBar
from desktop.library.shown import ShownColumns
from desktop.library.table import TracksTable
from desktop.theme import look
from desktop.widgets import Button

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.library.labels import Value
    from core.store import Collection

NARROW_PX = 400
"""Below this the facets are a button."""


class LibraryPane(Pane):
    name = "library"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self._facets_px = WIDE
        self._asked_text = ""
        self._asked_sort = ""
        self.fields = Fields(kit.workspace)
        self.tracks = TracksModel(kit.cards, self)
        self.table = TracksTable(kit, self.tracks, self.fields)
        self.columns = ShownColumns(self.table, self.fields)
        self.facets = Facets(kit, self.fields)
        self.main_parts = (self.table,)
        self._build()
        self.acts = Acts(self)
        self._connect()

    def title(self) -> str:
        return self.tr("Library")

    def title_widgets(self) -> list[QWidget]:
        return [self.columns_button, self.export_button]

    def keys(self) -> list[tuple[str, str]]:
        tr = self.tr
        return [
            ("Enter", tr("Play the track and those below it")),
            ("F2", tr("Type in the cell")),
            ("← →", tr("Go from cell to cell")),
            ("Shift+↑ ↓", tr("Choose more tracks")),
            ("Ctrl+↑ ↓", tr("Walk without choosing")),
            ("Ctrl+Space", tr("Choose the track, or no longer")),
        ]

    # Making

    def _build(self) -> None:
        tr = self.tr
        self.columns_button = Button(
            "", "icon", icon_name="list", name=tr("Columns"), tip=tr("Choose columns")
        )
        self.export_button = Button(
            "", "icon", icon_name="export", name=tr("Export tracks…"), tip=tr("Export what is found…")
        )
        self.facets_button = Button(
            "", "icon", icon_name="filter", name=tr("Facets"), tip=tr("Show the facets")
        )
        self.bar = QueryBar(self.kit.filter, self.fields, beside=self.facets_button)
        self.none_yet = Empty(
            tr("This collection holds no tracks yet. The files of a folder stay where they are."),
            tr("Add a folder of recordings…"), "main",
        )  # fmt: skip
        self.nothing = Empty(tr("No track is found."), tr("Show all tracks"))
        self.body = QStackedWidget()
        for widget in (self.table, self.none_yet, self.nothing):
            self.body.addWidget(widget)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.facets)
        self.splitter.addWidget(self.body)
        self.splitter.setStretchFactor(1, 1)
        self.popup = QFrame(self, Qt.WindowType.Popup)
        self.popup.setObjectName("pane")
        QHBoxLayout(self.popup).setContentsMargins(1, 1, 1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self.splitter, 1)
        self.facets_button.hide()
        self._settled = QTimer(self, singleShot=True, interval=0)

    def _connect(self) -> None:
        kit, header = self.kit, self.table.head
        kit.filter.found_changed.connect(self._show_found)
        kit.filter.asked_changed.connect(self._show_sort)
        self.fields.changed.connect(self._show_sort)
        self.tracks.typed.connect(self._write)
        self.table.played.connect(self.acts.play_row)
        self.table.menu_wanted.connect(self.acts.show_menu)
        self.table.resized.connect(self._settled.start)
        self._settled.timeout.connect(header.fit)
        header.sort_wanted.connect(self._sort)
        header.menu_wanted.connect(self.acts.show_columns_menu)
        self.bar.rows_wanted.connect(self._go_to_rows)
        self.columns_button.clicked.connect(self.show_columns_menu)
        self.export_button.clicked.connect(self.acts.export)
        self.facets_button.clicked.connect(self.show_facets)
        self.none_yet.pressed.connect(self._add_folder)
        self.nothing.pressed.connect(self.bar.show_all)
        self.splitter.splitterMoved.connect(self._splitter_moved)

    # What is found

    @Slot()
    def _show_found(self) -> None:
        ids, asked, table = self.kit.filter.ids, self.kit.filter.asked, self.table
        same_question = asked.text == self._asked_text
        top = table.seen_rows()
        kept = self.tracks.ids[top.start] if same_question and len(top) and top.start else None
        is_new = self.tracks.show_ids(ids)
        if is_new:
            self._settle_rows(kept, resorted=same_question and asked.sort != self._asked_sort)
        self._asked_text, self._asked_sort = asked.text, asked.sort
        self._show_count()
        self._show_sort()

    def _settle_rows(self, kept: int | None, *, resorted: bool) -> None:
        """After an edit the rows stay where they are; in another order the current track stays in sight."""
        if resorted:
            kept = self.kit.selection.current
        row = self.tracks.row_of(kept)
        if row is None:
            self.table.scrollToTop()
        else:
            hint = self.table.ScrollHint.PositionAtCenter if resorted else self.table.ScrollHint.PositionAtTop
            self.table.scrollTo(self.tracks.index(row, 0), hint)

    def _show_count(self) -> None:
        found, total = len(self.tracks.ids), max(self.kit.workspace.tracks, len(self.tracks.ids))
        said = words.tracks(total)
        if found != total:
            said = self.tr("{} of {}").format(words.number(found), said)
        self.told.emit(said)
        self.table.setAccessibleDescription(said)
        empty = self.none_yet if not total else self.nothing if not found else self.table
        self.body.setCurrentWidget(empty)
        asked = self.kit.filter.asked.text
        self.nothing.sentence.setText(
            self.tr("No track is found for {}").format(asked) if asked else self.tr("No track is found.")
        )
        self._arrange()

    def show_collection(self, summary: Summary) -> None:
        self.fields.refresh()
        if not summary.counts.get("tracks"):
            self._show_count()

    def come(self) -> None:
        """In sight, wherever its dock is."""
        if not self.isVisible():
            action = self.kit.commands.actions.get("pane_library")
            if action is not None:
                action.trigger()

    @Slot()
    def _go_to_rows(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.tracks.ids and self.table.row < 0:
            self.table.show_row(0)

    @Slot()
    def _add_folder(self) -> None:
        action = self.kit.commands.actions.get("add")
        if action is not None:
            action.trigger()

    # The order

    def _order(self) -> tuple[str, bool, bool]:
        """By what it is sorted, whether downwards, and whether the text of the query says so."""
        asked = self.kit.filter.asked
        try:
            keys = sort_keys(asked.text, self.fields.kinds)
        except KnownError:
            keys = ()
        if keys:
            return keys[0].name, keys[0].descending, True
        return asked.sort.removeprefix("-"), asked.sort.startswith("-"), False

    @Slot()
    def _show_sort(self) -> None:
        key, down, _ = self._order()
        self.table.head.show_sort(key, down=down)

    @Slot(object)
    def _sort(self, column: Column) -> None:
        """Up, then down, then as the tracks were added."""
        key, down, is_written = self._order()
        sort = column.key if key != column.key else "" if down else f"-{column.key}"
        text = self.kit.filter.asked.text
        self.kit.filter.ask(unsorted(text, self.fields.kinds) if is_written else None, sort)

    # Columns

    @Slot()
    def show_columns_menu(self) -> None:
        button = self.columns_button
        below = button if button.isVisible() else self.bar
        self.acts.show_columns_menu(below.mapToGlobal(QPoint(0, below.height())))

    # Editing

    @Slot(int, object, str)
    def _write(self, track_id: int, column: Column, text: str) -> None:
        work = partial(_set_values, track_id, column.key, column.read(text))
        failed = partial(self._not_written, track_id, column.key, text)
        self.kit.history.edit(work, failed=failed)

    def _not_written(self, track_id: int, key: str, text: str, error: Exception) -> None:
        """What was typed is there again, with the reason beside it."""
        if isinstance(error, KnownError):
            self.table.edit_again(track_id, key, text, str(error))
        else:
            channel.failure(error)

    # Facets beside the table, or behind a button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.facets.watch(is_watched=False)

    def _arrange(self) -> None:
        narrow = self.width() < look().px(NARROW_PX)
        has_tracks = self.body.currentWidget() is not self.none_yet
        self.facets_button.setVisible(narrow and has_tracks)
        if not narrow and self.facets.parentWidget() is self.popup:
            self.popup.hide()
            self.splitter.insertWidget(0, self.facets)
            self.splitter.setStretchFactor(0, 0)
        if not narrow:
            self.facets.setVisible(has_tracks)
            rest = self.width() - look().px(self._facets_px)
            self.splitter.setSizes([look().px(self._facets_px), max(rest, 1)])
        elif self.facets.parentWidget() is not self.popup:
            self.facets.hide()
        self.facets.watch(is_watched=self.isVisible() and (not narrow or self.popup.isVisible()))

    @Slot()
    def show_facets(self) -> None:
        """Over the table, as long as somebody wants them."""
        if self.facets.parentWidget() is not self.popup:
            layout = self.popup.layout()
            assert layout is not None
            layout.addWidget(self.facets)
        self.facets.show()
        below = self.splitter.mapToGlobal(QPoint(0, 0))
        self.popup.setGeometry(
            below.x() + 4, below.y(), min(look().px(240), self.width() - 8), self.splitter.height()
        )
        self.popup.show()
        self.facets.setFocus()
        self.facets.watch(is_watched=True)

    @Slot()
    def _splitter_moved(self) -> None:
        self._facets_px = round(self.facets.width() / look().scale)

    # As it was

    def remembered(self) -> dict[str, Any]:
        return {
            **self.columns.remembered(),
            "facets": self.facets.remembered(),
            "facets_px": self._facets_px,
            "past": self.bar.remembered(),
        }

    def restore(self, kept: dict[str, Any]) -> None:
        facets_px = kept.get("facets_px")
        self._facets_px = min(max(facets_px, 112), 400) if type(facets_px) is int else WIDE
        self.facets.restore(kept.get("facets"))
        self.bar.restore(kept.get("past"))
        self.columns.restore(kept)
        self._arrange()

    def forget(self) -> None:
        self.popup.hide()
        self.bar.forget()
        self.facets.forget()
        self.tracks.forget()
        self.fields.forget()
        self.told.emit("")

    def finish(self) -> None:
        self.popup.hide()


def _set_values(track_id: int, field: str, values: list[Value], collection: Collection) -> Edit | None:
    from core.library.edits import set_values

    return set_values(collection, [track_id], field, values)
