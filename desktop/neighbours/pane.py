"""Neighbours: what is nearest to a track, a selection, words or a file, in the full space."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.desk.pane import Pane
from desktop.holding import Summary
from desktop.kit import Kit
from desktop.neighbours import says
from desktop.neighbours.acts import Acts
from desktop.neighbours.asking import Answer, Asking
from desktop.neighbours.body import Body
from desktop.neighbours.drop import dropped_recording
from desktop.neighbours.ears import Ears
from desktop.neighbours.model import HitsModel
from desktop.neighbours.offers import offers
from desktop.neighbours.question import MODES, Mode, Question, Trail

if TYPE_CHECKING:
    from core.embedding import SetInfo
    from core.maps.links import Link

SETTLED_MS = 150


class NeighboursPane(Pane):
    wanted = Signal(object)
    """A pane that should come to the front."""
    answered = Signal(object)
    """The Answer that is shown, or None."""
    match_wanted = Signal(int, int)
    """Two tracks: where do they match?"""

    name = "neighbours"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.ears = Ears(kit)
        self.asking = Asking(kit.workspace)
        self.model = HitsModel(kit)
        self.trail = Trail()
        self.mode: Mode = "track"
        self.question = Question()
        self.answer: Answer | None = None
        self._mixed: Question | None = None
        """Put together with chips; else the selection is asked with."""
        self._far: tuple[int, frozenset[int]] = (0, frozenset())
        """A track, and which of its neighbours are far from it on the map."""
        self._is_stale = False
        self._is_ours = False
        self.watchers: list[QWidget] = []
        """Panes that need the answer, too, while they are seen."""
        self._settle = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self.acts = Acts(self)
        self.setAcceptDrops(True)
        self.body = body = Body(kit, self.ears, self.model)
        self.head, self.list = body.head, body.list
        self.main_parts = (self.list,)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(body)
        self._connect()
        kit.commands.offer("tracks", offers(self))
        self._show_state()

    def title(self) -> str:
        return self.tr("Neighbours")

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("Space", self.tr("Play the neighbour")),
            ("Enter", self.tr("Find its neighbours")),
            ("X", self.tr("Switch between the asked track and the neighbour, where they match best")),
        ]

    def _connect(self) -> None:
        kit, body, head, asking = self.kit, self.body, self.head, self.asking
        head.mode_chosen.connect(self.turn_to)
        head.changed.connect(self.ask_again)
        head.text_asked.connect(self.ask_text)
        head.file.clicked.connect(self.choose_file)
        head.back.clicked.connect(self.go_back)
        head.forward.clicked.connect(self.go_on)
        head.export.clicked.connect(self.acts.export)
        head.pin.toggled.connect(self._pinned)
        body.chips.removed.connect(self._remove_part)
        body.chips.cleared.connect(self._clear_mix)
        body.waiting.cancelled.connect(self.cancel)
        body.notice.pressed.connect(self._remedy)
        self.ears.changed.connect(self.ask_again)
        asking.answered.connect(self._answered)
        asking.refused.connect(self._refused)
        asking.busy_changed.connect(body.waiting.show_busy)
        asking.progressed.connect(body.waiting.show_progress)
        self._settle.timeout.connect(self._follow)
        kit.selection.current_changed.connect(self._current_changed)
        kit.selection.changed.connect(self._selection_changed)
        kit.cards.arrived.connect(self._show_words)
        kit.player.passage_changed.connect(self._show_state)
        self.list.played.connect(self.acts.play_row)
        self.list.pressed_play.connect(self.acts.press_play)
        self.list.walked.connect(self._walked)
        self.list.asked.connect(self.acts.ask_row)
        self.list.compared.connect(self.acts.compare)
        self.list.menu_wanted.connect(self.acts.show_menu)
        body.play.clicked.connect(self.acts.play_in_order)
        body.compare.clicked.connect(self.acts.compare)
        body.add.clicked.connect(self.acts.add)
        body.subtract.clicked.connect(self.acts.subtract)

    # What is asked

    @Slot(str)
    def turn_to(self, mode: str) -> None:
        self.mode = next(known for known in MODES if known == mode)
        self.head.show_mode(self.mode)
        self._follow()
        if self.mode == "text":
            self.head.edit.setFocus()

    @Slot()
    def _follow(self) -> None:
        """Ask what the present mode asks now."""
        chosen, current = self.kit.selection.chosen, self.kit.selection.current
        if self.mode == "track":
            self.ask(Question("track", (current,) if current is not None else ()))
        elif self.mode == "selection":
            self.ask(self._mixed or Question("selection", tuple(sorted(chosen))))
        else:
            self.ask(self.question if self.question.mode == self.mode else Question(self.mode))

    def ask(self, question: Question, *, note: bool = True) -> None:
        self._settle.stop()
        self.question = question
        self._is_stale = not self.is_needed
        if self._is_stale or not self.ears.is_known:
            return
        if (why := says.why_not(self.kit, self.ears, question)) is not None:
            self._refuse(*why)
            return
        if note:
            self.trail.add(question)
        info, layer = self._whose(question)
        distinct = self.head.distinct.isChecked()
        request = question.request(info.id, layer, self.head.count.value(), distinct=distinct)
        self.asking.ask(question, info, layer, request, self.ears.age)
        self._show_state()

    @property
    def is_needed(self) -> bool:
        return self.isVisible() or any(watcher.isVisible() for watcher in self.watchers)

    def _whose(self, question: Question) -> tuple[SetInfo, int]:
        info = self.ears.with_words() if question.text else self.ears.info
        assert info is not None
        return info, self.ears.layer if info is self.ears.info else info.usual_layer

    @Slot()
    def ask_again(self) -> None:
        """The same, of other vectors or with another number of neighbours."""
        if not self._settle.isActive():  # else another question follows at once
            self.ask(self.question, note=False)

    @Slot()
    def catch_up(self) -> None:
        """It is seen again, or somebody who needs it."""
        if self._is_stale:
            self.ask(self.question)

    def ask_track(self, track_id: int, at_s: float | None = None) -> None:
        self._enter("track")
        self.ask(Question("track", (track_id,), at_s=at_s))

    def ask_mixed(self, question: Question) -> None:
        """With tracks added and taken away; with none left, the selection is asked with again."""
        self._mixed = None if question.is_empty else question
        self._enter("selection")
        self._follow()

    @Slot(str)
    def ask_text(self, text: str) -> None:
        self._enter("text")
        self.head.edit.setText(text)
        self.ask(Question("text", text=text))

    def ask_file(self, path: Path) -> None:
        self._enter("file")
        self.ask(Question("file", file=str(path)))

    def _enter(self, mode: Mode) -> None:
        self.mode = mode
        self.head.show_mode(mode)

    @Slot()
    def choose_file(self) -> None:
        title = self.tr("A recording to find neighbours of")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()))
        if chosen:
            self.ask_file(Path(chosen))

    @Slot()
    def go_back(self) -> None:
        self._go(-1)

    @Slot()
    def go_on(self) -> None:
        self._go(1)

    def _go(self, steps: int) -> None:
        question = self.trail.go(steps)
        if question is not None:
            if question.mode == "selection":
                self._mixed = question
            self._enter(question.mode)
            self.ask(question, note=False)

    @Slot()
    def cancel(self) -> None:
        self.asking.cancel()
        self._refuse(self.tr("The question was cancelled."), self.tr("Ask again"), "again")

    # What changes elsewhere

    @Slot(object)
    def _current_changed(self, track_id: int | None) -> None:
        if not self._is_ours:
            self.list.show_row(self.model.row_of(track_id))
            if self.mode == "track" and not self.head.pin.isChecked():
                self._settle.start()
        self._show_state()

    @Slot()
    def _selection_changed(self) -> None:
        if self.mode == "selection" and self._mixed is None and not self.head.pin.isChecked():
            self._settle.start()
        self._show_state()

    @Slot(bool)
    def _pinned(self, pinned: bool) -> None:
        if not pinned and self.mode in ("track", "selection"):
            self._follow()

    @Slot(int)
    def _walked(self, row: int) -> None:
        self.mark(self.model.hits[row].track_id)

    def mark(self, track_id: int) -> None:
        """Make a neighbour current everywhere, without asking anew."""
        self._is_ours = True
        self.kit.selection.make_current(track_id)
        self._is_ours = False
        self.list.show_row(self.model.row_of(track_id))
        self._show_state()

    @Slot(object)
    def _remove_part(self, track_ids: tuple[int, ...]) -> None:
        self.ask_mixed(self.question.without(track_ids))

    @Slot()
    def _clear_mix(self) -> None:
        self.ask_mixed(Question("selection"))

    @Slot(int, int, object)
    def show_links(self, track_id: int, _number: int, links: list[Link]) -> None:
        """The map says which true neighbours of a track are far from it there."""
        self._far = track_id, frozenset(link.track_id for link in links if link.is_far)
        self._show_far()

    def _show_far(self) -> None:
        track_id, far = self._far
        if self.answer is not None and self.answer.question.track == track_id:
            self.model.set_far(far)

    # What is answered

    @Slot(object)
    def _answered(self, answer: Answer) -> None:
        self.answer = answer
        self.list.delegate.chance = answer.result.chance
        self.model.set_hits(answer.result.hits)
        self._show_far()
        self.kit.cards.want(hit.track_id for hit in answer.result.hits)
        self.list.show_row(self.model.row_of(self.kit.selection.current))
        self.list.scrollToTop()
        self.ears.tell()
        if answer.result.hits:
            self._show_list()
        else:
            self._refuse(self.tr("No other track could be found. Ask without “Distinct artists”."))
        self.answered.emit(answer)

    def _show_list(self) -> None:
        self.body.show_list(len(self.model.hits), says.foot(self.kit, self.answer))
        self._show_state()

    @Slot(object, str)
    def _refused(self, question: Question, why: str) -> None:
        what = self.tr("Encoders…") if question.needs_worker else self.tr("Encode…")
        self._refuse(why, what, "encoders")

    def _refuse(self, text: str, button: str = "", what: str = "") -> None:
        self.asking.cancel()
        self.answer = None
        self.model.set_hits(())
        self.body.show_notice(text, button, what)
        self._show_state()
        self.answered.emit(None)

    @Slot()
    def _show_state(self) -> None:
        """Buttons that can be used, and why others cannot."""
        found = bool(self.model.hits)
        self.head.export.setEnabled(found)
        self.head.back.setEnabled(self.trail.can_go_back)
        self.head.forward.setEnabled(self.trail.can_go_on)
        self.body.mix.setVisible(self._mixed is not None and self.mode == "selection")
        if self._mixed is not None:
            self.body.chips.show_question(self._mixed)
        self.acts.show_state()
        self._show_words()

    @Slot()
    def _show_words(self) -> None:
        self.head.asked.show_text(says.asked(self.kit, self.question, self.answer))

    @Slot(str)
    def _remedy(self, what: str) -> None:
        if what == "encoders":
            self.kit.commands.actions["encoders"].trigger()
        elif what == "file":
            self.choose_file()
        elif what == "track":
            self.turn_to("track")
        elif what == "any":
            self.kit.selection.make_current(random.choice(self.kit.filter.ids))  # noqa: S311 - any will do
        elif what == "again":
            self.ask_again()

    # What Qt and the desk tell it

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.ears.is_known and dropped_recording(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := dropped_recording(event)) is not None:
            event.acceptProposedAction()
            self.ask_file(path)

    def show_collection(self, summary: Summary) -> None:
        if not self.ears.is_known:
            self.ears.refresh()

    def forget(self) -> None:
        self._settle.stop()
        self.asking.forget()
        self.ears.forget()
        self.trail.forget()
        self._mixed, self.question, self._is_stale = None, Question(), False
        self._far = (0, frozenset())
        self._enter("track")
        self.head.edit.clear()
        self.head.pin.setChecked(False)
        self._refuse("")

    def remembered(self) -> dict[str, Any]:
        info = self.ears.info
        return {
            "mode": self.mode if self.mode in ("track", "selection") else "track",
            "count": self.head.count.value(),
            "distinct": self.head.distinct.isChecked(),
            "set": None if info is None else info.id,
            "layer": self.ears.layer,
        }

    def restore(self, kept: dict[str, Any]) -> None:
        if type(kept.get("count")) is int:
            self.head.count.setValue(kept["count"])
        self.head.distinct.setChecked(kept.get("distinct") is True)
        set_id, layer = (kept.get(key) if type(kept.get(key)) is int else None for key in ("set", "layer"))
        self.ears.restore(set_id, layer)
        if kept.get("mode") in ("track", "selection"):
            self._enter(kept["mode"])
            self.question = Question(self.mode)

    def finish(self) -> None:
        self._settle.stop()
        self.body.waiting.show_busy("")
