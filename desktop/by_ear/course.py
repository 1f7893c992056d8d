"""The course of the labelling: which track is asked about, what was said, what was passed over, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.by_ear.state import Said, read_said

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.probes.request import Next
    from core.store import Collection
    from desktop.by_ear.state import FieldState
    from desktop.kit import Kit

KEPT = 200
MOST_PASSED = 1000


@dataclass
class Act:
    """One label that was given here."""

    track_id: int
    field: str
    before: Said = None
    after: Said = None
    title: str = ""
    """Of the edit, once it is done."""
    is_done: bool = False


@dataclass
class _Written:
    """What the background says of an edit."""

    edit: Edit | None
    before: Said = None
    after: Said = None


@dataclass
class _Past:
    acts: list[Act] = field(default_factory=list)
    undone: list[Act] = field(default_factory=list)


class Course(QObject):
    came = Signal(bool)
    """Another track is asked about, or none; whether a person has moved on to it."""
    queue_changed = Signal()
    passed_changed = Signal()
    refused = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.workspace)
        self._kit = kit
        self._past = _Past()
        self._queue: list[Next] = []
        self._gone: set[int] = set()
        """Labelled here; the queue may be older."""
        self.current: Next | None = None
        self.passed: list[int] = []
        self.age = 0
        """Another number after every edit."""

    @property
    def queue(self) -> list[Next]:
        """What is still to come, the current one included."""
        gone = self._gone | set(self.passed)
        return [one for one in self._queue if one.track_id not in gone]

    @property
    def watched(self) -> list[int]:
        """Tracks whose labels tell whether something was undone or done again."""
        return [act.track_id for act in (*self._past.acts[-1:], *self._past.undone[-1:])]

    @property
    def last(self) -> Act | None:
        return self._past.acts[-1] if self._past.acts else None

    # Going on

    def show_queue(self, queue: Sequence[Next]) -> None:
        """Another order; the track that is asked about stays."""
        self._queue = list(queue)
        if self.current is not None:
            fresh = next((one for one in self._queue if one.track_id == self.current.track_id), None)
            self.current = fresh or self.current
        self.queue_changed.emit()
        if self.current is None:
            self._come(self._first(), by_hand=False)

    def _first(self) -> Next | None:
        """What the order has first, besides the current one."""
        here = None if self.current is None else self.current.track_id
        return next((one for one in self.queue if one.track_id != here), None)

    def _following(self) -> Next | None:
        """After the current one, and from the start again after the last."""
        queue = self.queue
        here = None if self.current is None else self.current.track_id
        place = next((place for place, one in enumerate(queue) if one.track_id == here), -1)
        rest = [one for one in (*queue[place + 1 :], *queue[: max(place, 0)]) if one.track_id != here]
        return rest[0] if rest else None

    def _come(self, one: Next | None, *, by_hand: bool) -> None:
        self.current = one
        if one is not None:
            self._kit.selection.make_current(one.track_id)
        self.came.emit(by_hand)

    def go_on(self) -> None:
        """To the next; this one comes again."""
        if (following := self._following()) is not None:
            self._come(following, by_hand=True)

    def pass_over(self) -> None:
        """To the next; this one does not come again."""
        if self.current is None:
            return
        following, here = self._first(), self.current.track_id
        self.passed = [*(id_ for id_ in self.passed if id_ != here), here][-MOST_PASSED:]
        self.queue_changed.emit()
        self._come(following, by_hand=True)
        self.passed_changed.emit()

    def ask_again(self) -> None:
        """Those passed over come again."""
        self.passed = []
        self.queue_changed.emit()
        self.passed_changed.emit()

    def go_to(self, track_id: int, *, by_hand: bool = True) -> None:
        """A track of the queue, or any other."""
        from core.probes.request import Next

        if self.current is None or self.current.track_id != track_id:
            known = next((one for one in self._queue if one.track_id == track_id), None)
            self._come(known or Next(track_id, "", "", 0.0), by_hand=by_hand)

    def start_over(self) -> None:
        """Another field, other ears or other tracks: the queue is a new one."""
        self._queue, self._gone = [], set()
        self._come(None, by_hand=False)
        self.queue_changed.emit()

    # Labelling

    def label(self, field_name: str, value: str | None, *, many: bool, more: bool = False) -> None:
        """The current track gets this value and the next one comes; None: it has none. `more`: and stays."""
        if self.current is None:
            return
        act = Act(self.current.track_id, field_name)
        self._past.acts = [*self._past.acts[-KEPT + 1 :], act]
        self._past.undone = []
        work = partial(write, act.track_id, field_name, value, many, more)
        self._kit.history.edit(partial(self._write, act, work), partial(self._done, act), self._failed(act))
        if not more:
            following = self._first()
            self._gone.add(act.track_id)
            self.queue_changed.emit()
            self._come(following, by_hand=True)

    def _write(self, act: Act, work: partial[_Written], collection: Collection) -> Edit | None:
        """In the background."""
        written = work(collection)
        act.before, act.after = written.before, written.after
        return written.edit

    def _done(self, act: Act, edit: Edit | None) -> None:
        self.age += 1
        if edit is None:  # it had this label already
            self._past.acts = [other for other in self._past.acts if other is not act]
            return
        act.title, act.is_done = edit.title, True

    def _failed(self, act: Act) -> partial[None]:
        return partial(self._not_written, act)

    def _not_written(self, act: Act, error: Exception) -> None:
        from core.errors import KnownError
        from core.messages import channel

        self._past.acts = [other for other in self._past.acts if other is not act]
        self._gone.discard(act.track_id)
        if isinstance(error, KnownError):
            self.refused.emit(str(error))
        else:
            channel.failure(error)
        self.go_to(act.track_id)

    # And back

    def undo(self) -> str:
        """Take the last label back; else why that cannot be."""
        history, last = self._kit.history, self.last
        if last is None:
            return self.tr("No label was given here yet.")
        if not last.is_done or not history.undo_words:
            return self.tr("The last label is being written.")
        if history.undo_words != last.title:
            return self.tr("“{}” was done since. Undo that first (Ctrl+Z).").format(history.undo_words)
        history.undo()
        return ""

    def look(self, state: FieldState, age: int) -> None:
        """Whether the last label is as it was given: it may have been undone from anywhere, or done again."""
        last, undone = self.last, self._past.undone[-1] if self._past.undone else None
        if age != self.age or (last is not None and not last.is_done):
            return  # another look follows
        if last is not None and _says(state, last, last.before):
            self._past.acts.pop()
            self._past.undone.append(last)
            self._gone.discard(last.track_id)
            self.go_to(last.track_id)
        elif undone is not None and _says(state, undone, undone.after):
            self._past.undone.pop()
            self._past.acts.append(undone)
            self._gone.add(undone.track_id)
            if self.current is not None and self.current.track_id == undone.track_id:
                self.go_on()

    def forget(self) -> None:
        self._past = _Past()
        self.passed = []
        self.age += 1
        self.start_over()


def _says(state: FieldState, act: Act, said: Said) -> bool:
    return state.name == act.field and act.track_id in state.said and state.said[act.track_id] == said


def write(
    track_id: int, name: str, value: str | None, many: bool, more: bool, collection: Collection
) -> _Written:
    """In the background."""
    from core.library.edits import NewField, add_value, clear, set_values

    before = read_said(name, [track_id], collection)[track_id]
    if value is None:
        edit = clear(collection, [track_id], name, firmly=True)
    elif more:
        edit = add_value(collection, [track_id], name, value, new=NewField("category", many))
    else:
        edit = set_values(collection, [track_id], name, [value], NewField("category", many))
    return _Written(edit, before, read_said(name, [track_id], collection)[track_id])
