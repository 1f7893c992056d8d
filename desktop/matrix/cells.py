"""A cell of the matrix as a playlist: its tracks, surest first, to hear, to choose, to keep."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.messages import channel
from desktop import words
from desktop.matrix.cell_model import CellModel
from desktop.matrix.cell_view import CellView, columns
from desktop.matrix.data import Cell
from desktop.playlists.work import Work
from desktop.theme import Weight, look
from desktop.widgets import Button, Elided, label, rule

if TYPE_CHECKING:
    from core.library.playlists import Change
    from core.runs.cells import CellTracks
    from core.store import Collection
    from desktop.kit import Kit
    from desktop.matrix.matrix import Matrix
    from desktop.player.passage import Passage

AGAIN_MS, AGAIN = 600, 5
"""What was said in an epoch may be written down a little later than its matrix is shown."""
WIDE = 470


class CellList(QWidget):
    heard = Signal(object)
    """The Cell of which a track is heard now, or None."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._run: int | None = None
        self._part = "valid"
        self._epoch: int | None = None
        self.cell: Cell | None = None
        self._asked = 0
        self._plays_when_there = self._chooses_when_there = False
        self._left = 0
        self._queued: list[Passage] = []
        self._queued_cell: Cell | None = None
        self._work = Work(kit, self)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self.model = CellModel(kit)
        self.list = CellView(kit, self.model)
        self.title = Elided("", 13, "text", bold=True)
        self.count = label("", 12, tone="text2")
        self.columns = Columns(self.model)
        self.empty = label("", tone="text2", wrap=True)
        self._build()
        self._connect()
        self._show_tracks(None)

    def _build(self) -> None:
        px = look().px
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(10), px(5), px(8), px(5))
        head.setSpacing(px(8))
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        self.title.setMinimumHeight(px(28))
        rows.addLayout(head)
        rows.addWidget(rule())
        rows.addWidget(self.columns)
        rows.addWidget(self.list, 1)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(px(16), 0, px(16), 0)
        rows.addWidget(self.empty, 1)
        rows.addWidget(rule())
        self._buttons(rows)

    def _buttons(self, rows: QVBoxLayout) -> None:
        tr, px = self.tr, look().px
        self.next = Button(tr("Next"), "small", icon_name="next", tip=tr("Hear the next track (N or Right)"))
        self.show_map = Button(tr("Show on map"), "small", tip=tr("Select these tracks, and turn to the map"))
        self.choose = Button(tr("Select"), "small", tip=tr("Select these tracks everywhere"))
        self.keep = Button(tr("Save as playlist"), "small", tip=tr("In this order, surest first"))
        self.set_label = Button(tr("Set label…"), "small", tip=tr("Select these tracks, and label them"))
        self.acts = (self.next, self.show_map, self.choose, self.keep, self.set_label)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(px(8), px(6), px(8), px(6))
        self._grid.setSpacing(px(6))
        self._in_a_row = 0
        rows.addLayout(self._grid)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """In one row, or in two where there is no room."""
        in_a_row = 5 if self.width() >= look().px(WIDE) else 3
        if in_a_row == self._in_a_row:
            return
        self._in_a_row = in_a_row
        for place, button in enumerate(self.acts):
            self._grid.addWidget(button, place // in_a_row, place % in_a_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def sizeHint(self) -> QSize:
        return QSize(look().px(420), look().px(360))

    def _connect(self) -> None:
        self.list.played.connect(self.play_row)
        self.list.stepped.connect(self.step)
        self.list.walked.connect(self._walked)
        self.next.clicked.connect(partial(self.step, 1))
        self.choose.clicked.connect(self.select_all)
        self.show_map.clicked.connect(self._show_on_map)
        self.keep.clicked.connect(self.save_playlist)
        self.set_label.clicked.connect(self._set_label)
        self._again.timeout.connect(self._read)
        self._kit.player.passage_changed.connect(self._follow_player)
        self._kit.player.playing_changed.connect(self._follow_player)

    # What it shows

    def follow(self, matrix: Matrix) -> None:
        """Show, play and choose what is looked at there; gold goes back to it."""
        matrix.chosen.connect(self.show_cell)
        matrix.played.connect(self.play_cell)
        matrix.picked.connect(self.pick_cell)
        self.heard.connect(matrix.mark_heard)

    def show_run(self, run: int | None, part: str = "valid", epoch: int | None = None) -> None:
        """Of which run, of which part; `epoch` from 0 while it learns, None once it has ended."""
        if (run, part, epoch) == (self._run, self._part, self._epoch):
            return
        if run != self._run or part != self._part:
            self._show_tracks(None)
        if run != self._run:
            self.cell = None
        self._run, self._part, self._epoch = run, part, epoch
        self._read()
        self._follow_player()

    @Slot(str, str)
    def show_cell(self, true: str, said: str) -> None:
        if self.cell != (true, said):
            self.cell = (true, said)
            self._plays_when_there = self._chooses_when_there = False
            self._read()

    @Slot(str, str)
    def play_cell(self, true: str, said: str) -> None:
        """From the surest on."""
        self.show_cell(true, said)
        self._plays_when_there = True
        self._if_there()

    @Slot(str, str)
    def pick_cell(self, true: str, said: str) -> None:
        self.show_cell(true, said)
        self._chooses_when_there = True
        self._if_there()

    def refresh(self) -> None:
        """What the run has left behind has changed."""
        self._read()

    @Slot()
    def _read(self) -> None:
        self._asked += 1
        if self._again.isActive():
            self._again.stop()
        elif self.sender() is not self._again:
            self._left = AGAIN
        if self._run is None or self.cell is None:
            self._show_tracks(None)
            return
        work = partial(read, self._run, self._part, self._epoch, self.cell)
        self._kit.workspace.look(work, partial(self._came, self._asked), partial(self._failed, self._asked))

    def _came(self, asked: int, tracks: CellTracks | None) -> None:
        if asked != self._asked:
            return
        if tracks is None and self._left:
            self._left -= 1
            self._again.start()
            return
        self._show_tracks(tracks)
        self._if_there()

    def _failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked:  # the run may have been deleted meanwhile
            self._show_tracks(None)
            channel.failure(error)

    def _if_there(self) -> None:
        tracks = self.model.tracks
        if tracks is None or (tracks.true, tracks.said) != self.cell:
            return
        if self._chooses_when_there:
            self.select_all()
        if self._plays_when_there and tracks.members:
            self.play_row(0)
        self._plays_when_there = self._chooses_when_there = False

    def _show_tracks(self, tracks: CellTracks | None) -> None:
        row = self.list.row
        before = self.model.members[row].track_id if 0 <= row < len(self.model.members) else None
        self.model.show_tracks(tracks)
        self._kit.cards.want([member.track_id for member in self.model.members[:100]])
        self.list.show_row(self.model.row_of(before))
        there = bool(self.model.members)
        self.title.show_text(self.model.said() if tracks is not None else self.tr("Tracks of a cell"))
        self.count.setText(self._counted())
        self.columns.show_note(self._note())
        self.columns.setVisible(there)
        self.list.setVisible(there)
        self.empty.setVisible(not there)
        self.empty.setText(self._why_empty(tracks))
        for button in self.acts:
            button.setEnabled(there)

    def _counted(self) -> str:
        members = self.model.members
        return self.tr("{}, surest first").format(words.tracks(len(members))) if members else ""

    def _why_empty(self, tracks: CellTracks | None) -> str:
        if tracks is not None:
            return self.tr("No track is in this cell.")
        if self.cell is not None and self._run is not None and self._epoch is not None:
            return self.tr("What was said of each track in epoch {} is not kept.").format(self._epoch + 1)
        return self.tr("Choose a cell of the matrix to hear its tracks.")

    def _note(self) -> str:
        standing = self.model.tracks.standing if self.model.tracks is not None else None
        if standing is None or self.model.tracks is None:
            return ""
        said = self.tr("{} of {} are by {}, who has {} of the {} {} tracks here")
        return said.format(
            *(standing.here, len(self.model.members), standing.artist),
            *(standing.of_row, standing.row, self.model.tracks.true),
        )

    # Listening

    @Slot(int)
    def play_row(self, row: int) -> None:
        """And those after it."""
        if self._run is None or not self.model.members:
            return
        self.list.show_row(row)
        self._queued, self._queued_cell = self.model.passages(self._run), self.cell
        self._walked(row)
        self._kit.player.play(self._queued, row)
        self._follow_player()

    @Slot(int)
    def step(self, by: int, _checked: bool = False) -> None:
        """The next track, or the one before, from the one that is heard or looked at."""
        passage = self._kit.player.passage if self._is_ours() else None
        here = self.model.row_of(passage.track_id) if passage is not None else None
        row = (self.list.row if here is None else here) + by
        if 0 <= row < len(self.model.members):
            self.play_row(row)

    @Slot(int)
    def _walked(self, row: int) -> None:
        member = self.model.members[row]
        self._kit.selection.make_current(member.track_id)

    def _is_ours(self) -> bool:
        return bool(self._queued) and list(self._kit.player.queue) == self._queued

    @Slot()
    def _follow_player(self, _what: object = None) -> None:
        player = self._kit.player
        ours = self._is_ours()
        self.heard.emit(self._queued_cell if ours and player.is_playing else None)
        if ours and player.passage is not None and self.cell == self._queued_cell:
            row = self.model.row_of(player.passage.track_id)
            if row is not None and row != self.list.row and player.is_playing:
                self.list.show_row(row)

    # What can be done with all of them

    def ids(self) -> list[int]:
        return [member.track_id for member in self.model.members]

    @Slot()
    def select_all(self) -> None:
        self._kit.selection.choose(self.ids())

    @Slot()
    def _show_on_map(self) -> None:
        self.select_all()
        if (turn := self._kit.commands.actions.get("page_map")) is not None:
            turn.trigger()

    @Slot()
    def _set_label(self) -> None:
        self.select_all()
        if (ask := self._kit.commands.actions.get("set_label")) is not None:
            ask.trigger()

    @Slot()
    def save_playlist(self) -> None:
        from core.library.edits import Span, Target

        items: list[Target] = [
            member.track_id
            if member.start_s is None or member.end_s is None
            else Span(member.track_id, member.start_s, member.end_s)
            for member in self.model.members
        ]
        name = self.tr("{}, run {}").format(self.model.said(), self._run)
        self._work.create(name, items, self._saved)

    def _saved(self, change: Change) -> None:
        if change.after is not None:
            said = self.tr("Playlist “{}” has {}.")
            channel.info(said.format(change.after.name, words.tracks(len(change.after.items))))

    def forget(self) -> None:
        self._again.stop()
        self._asked += 1
        self._queued, self._queued_cell = [], None
        self.cell, self._run, self._epoch = None, None, None
        self._show_tracks(None)
        self.heard.emit(None)


class Columns(QWidget):
    """Above the figures: whose they are; at the left what stands out in the cell."""

    def __init__(self, model: CellModel) -> None:
        super().__init__()
        self._model = model
        self._note = ""
        self.setFixedHeight(look().px(24))
        look().changed.connect(self.update)

    def show_note(self, note: str) -> None:
        self._note = note
        self.setToolTip(note)
        self.setAccessibleName(note)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tracks = QPainter(self), self._model.tracks
        if tracks is None:
            return
        bar, said, true = columns(self.rect(), is_right=self._model.is_right)
        painter.setPen(look().colour("text2"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look().font(11, Weight.DemiBold))
        metrics, mode = painter.fontMetrics(), Qt.TextElideMode.ElideRight
        name = QRect(
            bar.right() - look().px(36), said.top(), said.right() - bar.right() + look().px(36), said.height()
        )
        painter.drawText(name, right, metrics.elidedText(tracks.said, mode, name.width()))
        painter.setFont(look().font(11))
        metrics = painter.fontMetrics()
        painter.drawText(true, right, metrics.elidedText(tracks.true, mode, true.width() - look().px(3)))
        start = look().px(30)
        room = QRect(
            start,
            0,
            name.right() - metrics.horizontalAdvance(tracks.said) - start - look().px(10),
            self.height(),
        )
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(self._note, mode, room.width())
        )


# In the background


def read(run: int, part: str, epoch: int | None, cell: Cell, collection: Collection) -> CellTracks | None:
    from core.runs.cells import read_cell

    return read_cell(collection, run, part, *cell, epoch)
