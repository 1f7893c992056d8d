"""What can be done with neighbours: heard, compared, asked about, kept, exported."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMenu

from core.library.edits import Span
from core.messages import channel
from desktop import words
from desktop.icons import icon
from desktop.neighbours import says
from desktop.neighbours.listening import Pairing
from desktop.neighbours.question import Question
from desktop.player.passage import Passage
from desktop.playlists.work import Work

if TYPE_CHECKING:
    from core.library.edits import Target
    from core.library.playlists import Change
    from core.neighbours.closest import Pair
    from core.neighbours.request import Hit
    from core.store import Collection
    from desktop.neighbours.asking import Answer
    from desktop.neighbours.pane import NeighboursPane

LABEL_COMMAND = "set_label"


class Acts(QObject):
    def __init__(self, pane: NeighboursPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._kit = pane.kit
        self._playlists = Work(pane.kit, self)
        self.pairing = Pairing(pane.kit.player)
        self._paired: tuple[Question, int] | None = None

    # Listening

    def passage(self, hit: Hit) -> Passage:
        if hit.start_s is None:
            return Passage(hit.track_id)
        why = self.tr("Excerpt like {}").format(says.asked(self._kit, self._pane.question, self._pane.answer))
        return Passage(hit.track_id, hit.start_s, hit.end_s, why)

    @Slot(int)
    def play_row(self, row: int) -> None:
        """Unless it plays already."""
        hit, player = self._pane.model.hits[row], self._kit.player
        self._pane.mark(hit.track_id)
        if player.passage != self.passage(hit) or not player.is_playing:
            player.play([self.passage(hit)])

    @Slot(int)
    def press_play(self, row: int) -> None:
        """Play, or pause what plays."""
        hit, player = self._pane.model.hits[row], self._kit.player
        if player.passage is not None and player.passage.track_id == hit.track_id:
            self._pane.mark(hit.track_id)
            player.toggle()
        else:
            self.play_row(row)

    @Slot()
    def play_in_order(self) -> None:
        if hits := self._pane.model.hits:
            self._kit.player.play([self.passage(hit) for hit in hits])

    def append(self, row: int) -> None:
        self._kit.player.append([self.passage(self._pane.model.hits[row])])

    def compared_row(self) -> int | None:
        """The neighbour that is B: where the keyboard is, else what is heard, else the nearest."""
        model, passage = self._pane.model, self._kit.player.passage
        if self._pane.list.row >= 0:
            return self._pane.list.row
        heard = model.row_of(passage.track_id) if passage is not None else None
        return heard if heard is not None else 0 if model.hits else None

    @Slot()
    def compare(self) -> None:
        """Between the asked track and the neighbour, at the two excerpts that are most alike."""
        row, question, answer = self.compared_row(), self._pane.question, self._pane.answer
        if row is None or answer is None or not question.plus:
            return
        hit, key = self._pane.model.hits[row], (question, self._pane.model.hits[row].track_id)
        if self._paired == key:
            self.pairing.toggle()
            return
        if hit.start_s is not None and answer.result.start_s is not None:
            a = Passage(question.plus[0], answer.result.start_s, answer.result.end_s, self.tr("Asked with"))
            self._pair(key, a, self.passage(hit))
            return
        work = partial(_closest, str(answer.info.id), answer.layer, question.plus, hit.track_id)
        self._kit.workspace.look(work, partial(self._found_closest, key))

    def _found_closest(self, key: tuple[Question, int], pair: Pair) -> None:
        if self._pane.question == key[0]:
            a = Passage(pair.a, pair.a_start_s, pair.a_end_s, self.tr("A: where it matches best"))
            b = Passage(pair.b, pair.b_start_s, pair.b_end_s, self.tr("B: where it matches best"))
            self._pair(key, a, b)

    def _pair(self, key: tuple[Question, int], a: Passage, b: Passage) -> None:
        self._paired = key
        self.pairing.set_sides(a, b)
        self.pairing.toggle()

    # Asking

    @Slot(int)
    def ask_row(self, row: int) -> None:
        self._pane.ask_track(self._pane.model.hits[row].track_id)

    @Slot()
    def find(self) -> None:
        self._come()
        current = self._kit.selection.current
        if current is None:
            self._pane.turn_to("track")
        else:
            self._pane.ask_track(current)

    @Slot()
    def find_excerpt(self) -> None:
        """Of what is marked in the player, else of its loop, else where it is."""
        player, marked = self._kit.player, self._kit.heard.marked
        if marked is not None and marked.end_s is not None:
            self._come()
            self._pane.ask_track(marked.track_id, (marked.start_s + marked.end_s) / 2)
            return
        if player.passage is None:
            channel.info(self.tr("Play a track first: what it is at is asked with."))
            return
        at_s = sum(player.loop) / 2 if player.loop else player.position_s
        self._come()
        self._pane.ask_track(player.passage.track_id, at_s)

    @Slot()
    def find_selection(self) -> None:
        self._come()
        self._pane.ask_mixed(Question("selection"))

    @Slot()
    def find_text(self) -> None:
        self._come()
        self._pane.turn_to("text")

    @Slot()
    def find_file(self) -> None:
        self._come()
        self._pane.turn_to("file")
        self._pane.choose_file()

    def _come(self) -> None:
        self._pane.wanted.emit(self._pane)

    def _meant(self) -> tuple[int, ...]:
        """Which tracks are added: the neighbour with the keyboard, else the chosen, else the current one."""
        pane, selection = self._pane, self._kit.selection
        if pane.list.row >= 0:
            return (pane.model.hits[pane.list.row].track_id,)
        if selection.chosen:
            return tuple(sorted(selection.chosen))
        return () if selection.current is None else (selection.current,)

    @Slot()
    def add(self) -> None:
        self._mix(self._meant(), minus=False)

    @Slot()
    def subtract(self) -> None:
        self._mix(self._meant(), minus=True)

    def _mix(self, track_ids: tuple[int, ...], *, minus: bool) -> None:
        question = self._pane.question
        mixed = question.with_track(track_ids, minus=minus)
        if mixed.plus and track_ids:
            self._pane.ask_mixed(mixed)

    @Slot()
    def show_match(self) -> None:
        row, asked = self.compared_row(), self._pane.question.plus
        if row is not None and asked:
            self._pane.match_wanted.emit(asked[0], self._pane.model.hits[row].track_id)
        elif (current := self._kit.selection.current) is not None:
            self._pane.match_wanted.emit(current, current)
        else:
            self._come()

    # Keeping

    @Slot()
    def export(self) -> None:
        answer = self._pane.answer
        folder = self._kit.workspace.folder
        if answer is None or folder is None:
            return
        name = f"{says.file_name(says.asked(self._kit, answer.question, answer))}.csv"
        chosen, _ = QFileDialog.getSaveFileName(
            self._pane,
            self.tr("Export the neighbours as a table"),
            str(folder / "exports" / name),
            self.tr("Tables (*.csv *.tsv)"),
        )
        if chosen:
            path = Path(chosen if Path(chosen).suffix else f"{chosen}.csv")
            self._kit.workspace.look(partial(_export, path, answer), partial(self._wrote, path))

    def _wrote(self, path: Path, _nothing: None) -> None:
        channel.info(self.tr("{} was written.").format(path))

    def save_playlist(self) -> None:
        answer = self._pane.answer
        if answer is not None and answer.result.hits:
            name = self.tr("Nearest to {}").format(says.asked(self._kit, answer.question, answer))
            self._playlists.create(name, [_target(hit) for hit in answer.result.hits], self._saved)

    def _saved(self, change: Change) -> None:
        channel.info(self.tr("{}: done.").format(change.title))

    # What is offered

    @Slot(int, QPoint)
    def show_menu(self, row: int, place: QPoint) -> None:
        pane, tr = self._pane, self.tr
        self._pane.list.show_row(row)
        hit = pane.model.hits[row]
        menu = QMenu(pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("play"), tr("Play"), partial(self.play_row, row))
        menu.addAction(icon("playlist"), tr("Add to queue"), partial(self.append, row))
        menu.addSeparator()
        menu.addAction(icon("search"), tr("Find its neighbours"), partial(self.ask_row, row))
        match = menu.addAction(icon("columns"), tr("Where it matches"), self.show_match)
        match.setEnabled(bool(pane.question.plus))
        for name, text, act in (("plus", tr("Add to the question"), self.add),
                                ("minus", tr("Subtract from the question"), self.subtract)):  # fmt: skip
            menu.addAction(icon(name), text, act).setEnabled(bool(pane.question.plus))
        menu.addSeparator()
        if LABEL_COMMAND in self._kit.commands.actions:
            menu.addAction(icon("tag"), tr("Set label…"), partial(self._set_label, hit.track_id))
        menu.addAction(icon("playlist"), tr("Save the list as playlist"), self.save_playlist)
        menu.popup(place)

    def _set_label(self, track_id: int) -> None:
        self._kit.selection.choose((track_id,))
        self._kit.commands.actions[LABEL_COMMAND].trigger()

    def show_state(self) -> None:
        """What the buttons say, and whether they can be pressed."""
        pane, tr = self._pane, self.tr
        asked = bool(pane.question.plus)
        only = tr("Only tracks of the collection can be compared: ask with one")
        body, both = (
            pane.body,
            tr("Switch between the asked track and the neighbour, where they match best (X)"),
        )
        body.compare.setEnabled(asked)
        body.compare.setToolTip(both if asked else only)
        meant = self._meant()
        who = says.title(self._kit, meant[0]) if len(meant) == 1 else words.tracks(len(meant))
        for button, text in ((body.add, tr("Ask with {}, too")), (body.subtract, tr("Ask with less of {}"))):
            button.setEnabled(asked and bool(meant))
            button.setToolTip(text.format(who) if asked and meant else only)


# In the background


def _closest(encoder: str, layer: int, a: tuple[int, ...], b: int, collection: Collection) -> Pair:
    from core.neighbours.closest import closest

    return closest(collection, encoder, a, b, layer=layer)


def _export(path: Path, answer: Answer, collection: Collection) -> None:
    from desktop.neighbours.keeping import write_neighbours

    write_neighbours(path, answer, collection)


def _target(hit: Hit) -> Target:
    if hit.start_s is None or hit.end_s is None:
        return hit.track_id
    return Span(hit.track_id, hit.start_s, hit.end_s)
