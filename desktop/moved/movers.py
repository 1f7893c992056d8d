"""The panel "Biggest movers": who has other neighbours now, to be heard, compared, kept as a playlist."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop import words
from desktop.moved.hearing import Hearing
from desktop.moved.list import MoversList
from desktop.moved.model import NUMBERED, Line, MoversModel
from desktop.moved.naming import NameDialog
from desktop.moved.row import ARROW, COMPARE, GAP, class_width
from desktop.player.passage import heard_track
from desktop.playlists.work import Work
from desktop.rows import PLAY, RANK
from desktop.theme import look
from desktop.widgets import Button, Elided, heading, label, rule

if TYPE_CHECKING:
    from core.library.playlists import Change
    from core.moved.read import BeforeAfter
    from desktop.kit import Kit


class Movers(QWidget):
    listed = Signal()
    """Other movers, or in another order."""

    def __init__(self, kit: Kit, hearing: Hearing) -> None:
        super().__init__()
        tr = self.tr
        self._kit, self._hearing = kit, hearing
        self._drawn: BeforeAfter | None = None
        self.model = MoversModel(kit)
        self.list = MoversList(kit, self.model)
        self.heading = heading(tr("Biggest movers"))
        self.note = Elided("", 12)
        self.test_only = QCheckBox(tr("Test only"))
        self.test_only.setToolTip(tr("Only tracks that nothing was learnt from"))
        self.columns = Columns()
        self.sides = Sides(kit, hearing)
        self.order = Button(tr("Play in order"), "small", icon_name="play")
        self.order.setToolTip(tr("Play all that are listed, the biggest mover first"))
        self.near = Button(tr("Show neighbours"), "small")
        self.near.setToolTip(tr("Who is nearest to this track now, in the pane Neighbours"))
        self.save = Button(tr("Save as playlist…"), "small")
        self.work = Work(kit, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        px = look().px
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        head = _row((10, 5, 8, 5), self.heading, self.note, self.test_only)
        head.setStretch(1, 1)
        foot = _row((8, 6, 8, 6), self.order, self.near)
        foot.addStretch(1)
        foot.addWidget(self.save)
        rows.addLayout(head)
        rows.addWidget(rule())
        rows.addWidget(self.columns)
        rows.addWidget(rule())
        rows.addWidget(self.list, 1)
        rows.addWidget(self.sides)
        rows.addWidget(rule())
        rows.addLayout(foot)
        self.setMinimumWidth(px(300))

    def _connect(self) -> None:
        self.test_only.toggled.connect(self._show_lines)
        self.list.played.connect(self._play)
        self.list.pressed_play.connect(self._press)
        self.list.compared.connect(self._compare)
        self.list.walked.connect(self._walk)
        self.order.clicked.connect(self.play_in_order)
        self.near.clicked.connect(self.show_neighbours)
        self.save.clicked.connect(self.ask_name)
        self._hearing.compared.connect(self._show_compared)
        self._kit.selection.current_changed.connect(self._show_current)
        self.model.modelReset.connect(self._relisted)

    # What it shows

    def show_drawn(self, drawn: BeforeAfter | None) -> None:
        self._drawn = drawn
        self.test_only.setEnabled(drawn is not None and drawn.kept_in("test")[1] > 0)
        self._show_lines()

    @Slot()
    def _show_lines(self) -> None:
        test_only = self.test_only.isChecked() and self.test_only.isEnabled()
        self.model.show_drawn(self._drawn, test_only=test_only)
        self._relisted()

    @Slot()
    def _relisted(self) -> None:
        lines = self.model.lines
        self.note.show_text(self._kept_words(lines[:NUMBERED]))
        self.columns.show_k(self.model.k)
        for button in (self.order, self.near, self.save):
            button.setEnabled(bool(lines))
        self._show_current(self._kit.selection.current)
        self.listed.emit()

    def _kept_words(self, lines: list[Line]) -> str:
        if not lines:
            return ""
        low, high = min(line.kept for line in lines), max(line.kept for line in lines)
        k = self.model.k
        if not high:
            return self.tr("none of {} neighbours kept").format(k)
        if low == high:
            return self.tr("{} of {} neighbours kept").format(low, k)
        return self.tr("{} to {} of {} neighbours kept").format(low, high, k)

    @Slot(object)
    def _show_current(self, track_id: int | None) -> None:
        row = self.model.row_of(track_id)
        if row != (self.list.row if self.list.row >= 0 else None):
            self.list.show_row(row)

    @Slot()
    def _show_compared(self) -> None:
        self.list.delegate.compared = self._hearing.mover
        self.list.repaint_rows()

    # What a person does

    @property
    def track_ids(self) -> list[int]:
        return [line.track_id for line in self.model.lines]

    @Slot(int)
    def _walk(self, row: int) -> None:
        self._kit.selection.make_current(self.model.lines[row].track_id)

    @Slot(int)
    def _play(self, row: int) -> None:
        self._walk(row)
        self._hearing.play([self.model.lines[row].track_id])

    @Slot(int)
    def _press(self, row: int) -> None:
        self._walk(row)
        self._hearing.press(self.model.lines[row].track_id)

    @Slot(int)
    def _compare(self, row: int) -> None:
        self._walk(row)
        self._hearing.compare(self.model.lines[row].track_id)

    @Slot()
    def play_in_order(self) -> None:
        self._hearing.play(self.track_ids)

    @Slot()
    def show_neighbours(self) -> None:
        """Of the mover with the keyboard, or the first, as the encoder hears it after."""
        lines = self.model.lines
        action = self._kit.commands.actions.get("near")
        if lines and action is not None:
            self._walk(max(self.list.row, 0))
            self._hearing.tell_heard()
            action.trigger()

    @Slot()
    def ask_name(self) -> None:
        drawn = self._drawn
        if drawn is not None and self.model.lines:
            name = self.tr("Movers of run {}").format(drawn.pair.after.run)
            dialog = NameDialog(self, name, len(self.model.lines))
            dialog.named.connect(self._save)
            dialog.open()

    @Slot(str)
    def _save(self, name: str) -> None:
        self.work.create(name, self.track_ids, self._saved)

    def _saved(self, change: Change) -> None:
        from core.messages import channel

        channel.info(self.tr("{}: done.").format(change.title))

    def forget(self) -> None:
        self.show_drawn(None)


class Columns(QWidget):
    """What the columns of the list are, above them."""

    def __init__(self) -> None:
        super().__init__()
        self.track = label(self.tr("Track"), 11, tone="text2")
        self.near = Elided("", 11)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(look().px(RANK + PLAY + 2), look().px(3), look().px(4), look().px(3))
        self.row.setSpacing(0)
        self.row.addWidget(self.track)
        self.row.addStretch(1)
        self.row.addWidget(self.near)

    def show_k(self, k: int) -> None:
        self.near.show_text(self.tr("Most neighbours of {}, before → after").format(words.number(k)))
        self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        """Above the classes."""
        wide = 2 * class_width(self.width()) + look().px(ARROW + COMPARE + 2 * GAP)
        self.near.setFixedWidth(max(wide - look().px(4), 1))


class Sides(QWidget):
    """What A/B plays: the mover, whom it lost, whom it gained; each can be heard by itself."""

    def __init__(self, kit: Kit, hearing: Hearing) -> None:
        super().__init__()
        self._kit, self._hearing = kit, hearing
        self.buttons = {side: Button("", "small") for side in ("it", "a", "b")}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(6)
        for side, button in self.buttons.items():
            row.addWidget(button, 1)
            button.setMinimumWidth(look().px(40))
            button.clicked.connect(partial(hearing.play_side, side))
        hearing.compared.connect(self.refresh)
        kit.cards.arrived.connect(self.refresh)
        kit.player.passage_changed.connect(self.refresh)
        kit.player.playing_changed.connect(self.refresh)
        self.hide()

    @Slot()
    def refresh(self, _what: object = None) -> None:
        hearing = self._hearing
        self.setVisible(hearing.mover is not None)
        if hearing.mover is None:
            return
        heard = hearing.side_of(heard_track(self._kit.player))
        tr = self.tr
        sides = {
            "it": (hearing.mover, "{}", tr("The track itself")),
            "a": (hearing.old, tr("A  {}"), tr("The nearest that it lost (X switches)")),
            "b": (hearing.new, tr("B  {}"), tr("The nearest that it gained (X switches)")),
        }
        for side, (track_id, form, tip) in sides.items():
            card = self._kit.cards.get(track_id) if track_id is not None else None
            title = card.title if card is not None else tr("Track {}").format(track_id)
            button = self.buttons[side]
            said = form.format(title)
            room = max(button.width() - look().px(22), look().px(30))
            button.setText(button.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room))
            button.setToolTip(f"{tip}: {title}")
            button.setAccessibleName(f"{tip}: {title}")
            colours = look().theme.colours
            style = f"border: 1px solid {colours['hear']}; color: {colours['hear']};"
            button.setStyleSheet(style if side == heard else "")

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.refresh()


def _row(margins: tuple[int, int, int, int], *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(*margins)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row
