"""Undo and redo, in one order, for labels, selections and filters.

A selection is undone here at once. What was written is undone in the
background, an edit of labels by the collection's own journal; meanwhile nothing
else is undone, and what cannot be undone stays done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from core.messages import channel
from desktop.changes import Changes

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.store import Collection
    from desktop.workspace import Workspace

KEPT = 200
Which = Literal["undo", "redo"]
EDITED = Changes(labels=True, captions=True)


@dataclass(frozen=True)
class Writing:
    """How something is undone and done again in the collection."""

    undo: Callable[[Collection], object]
    redo: Callable[[Collection], object]
    changes: Changes


@dataclass(frozen=True, eq=False)
class Done:
    """Something that can be undone: at once, or by writing; an edit of the journal unless told otherwise."""

    words: str
    undo: Callable[[], None] | None = None
    redo: Callable[[], None] | None = None
    writing: Writing = field(default_factory=lambda: Writing(_undo, _redo, EDITED))


class History(QObject):
    changed = Signal()
    edited = Signal(str)
    """What an edit of the collection did, in words."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._done: list[Done] = []
        self._undone: list[Done] = []
        self._is_busy = False

    @property
    def undo_words(self) -> str:
        return self._done[-1].words if self._done and not self._is_busy else ""

    @property
    def redo_words(self) -> str:
        return self._undone[-1].words if self._undone and not self._is_busy else ""

    def did(self, words: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self._push(Done(words, undo, redo))

    def wrote(
        self,
        words: str,
        undo: Callable[[Collection], object],
        redo: Callable[[Collection], object],
        changes: Changes,
    ) -> None:
        """Something was written that the journal does not know."""
        self._push(Done(words, writing=Writing(undo, redo, changes)))

    def edit(
        self,
        work: Callable[[Collection], Edit | None],
        done: Callable[[Edit | None], None] | None = None,
        failed: Callable[[Exception], None] = channel.failure,
    ) -> None:
        """Let `work` edit labels or captions in the background; what it returns can be undone."""
        self._workspace.write(work, partial(self._edited, done), EDITED, failed)

    def _edited(self, done: Callable[[Edit | None], None] | None, edit: Edit | None) -> None:
        if edit is not None:
            self._push(Done(edit.title))
            self.edited.emit(edit.title)
        if done is not None:
            done(edit)

    def _push(self, done: Done) -> None:
        self._done = [*self._done[-KEPT + 1 :], done]
        self._undone = []
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        self._step("undo")

    @Slot()
    def redo(self) -> None:
        self._step("redo")

    def _lists(self, which: Which) -> tuple[list[Done], list[Done]]:
        """Where a step comes from, and where it goes."""
        return (self._done, self._undone) if which == "undo" else (self._undone, self._done)

    def _step(self, which: Which) -> None:
        source, target = self._lists(which)
        if not source or self._is_busy:
            return
        step = source[-1]
        act = step.undo if which == "undo" else step.redo
        if act is not None:
            source.pop()
            target.append(step)
            act()
            self.changed.emit()
            return
        self._is_busy = True
        self.changed.emit()
        writing = step.writing
        work = writing.undo if which == "undo" else writing.redo
        done = partial(self._stepped, which, step)
        self._workspace.write(work, done, writing.changes, self._not_stepped)

    def _stepped(self, which: Which, step: Done, found: object) -> None:
        """Meanwhile something else may have been done, which lies above the step now."""
        self._is_busy = False
        source, target = self._lists(which)
        if step in source:
            source.remove(step)
            if found is not None or step.writing.undo is not _undo:
                target.append(step)
        self.changed.emit()

    def _not_stepped(self, error: Exception) -> None:
        self._is_busy = False
        channel.failure(error)
        self.changed.emit()

    def start_with(self, edits: list[Edit]) -> None:
        """The edits that the journal can still undo, the newest first, when a collection is opened."""
        self._is_busy = False
        self._done = [Done(edit.title) for edit in reversed(edits) if not edit.undone][-KEPT:]
        self._undone = [Done(edit.title) for edit in edits if edit.undone]
        self.changed.emit()

    def forget(self) -> None:
        self.start_with([])


def _undo(collection: Collection) -> Edit | None:
    from core.library.journal import undo

    return undo(collection)


def _redo(collection: Collection) -> Edit | None:
    from core.library.journal import redo

    return redo(collection)
