"""Puts questions to the engine: at once, or by a worker where an encoder has to listen first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import KnownError
from core.messages import channel
from core.progress import Stop
from desktop.neighbours.question import Question

if TYPE_CHECKING:
    from core.embedding import SetInfo
    from core.jobs.events import Progressed
    from core.neighbours.request import NearRequest, NearResult
    from core.store import Collection
    from desktop.workspace import Workspace


@dataclass(frozen=True)
class Answer:
    question: Question
    info: SetInfo
    layer: int
    result: NearResult


class Wish:
    """Whether an answer is still wanted; read in another thread."""

    def __init__(self) -> None:
        self.stop: Stop | None = None

    def __call__(self) -> Stop | None:
        return self.stop


class Asking(QObject):
    """One question at a time: a newer one ends the older, of which nothing more is heard."""

    answered = Signal(object)
    refused = Signal(object, str)
    """The Question, and why."""
    busy_changed = Signal(str)
    """What is being waited for; empty: nothing."""
    progressed = Signal(int, int, str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._wish: Wish | None = None
        self._job_id: int | None = None
        self._ready: set[tuple[int, int, bool, int]] = set()
        """What has been read: a further question is answered without waiting."""
        workspace.bridge.progressed.connect(self._job_progressed)

    @property
    def is_busy(self) -> bool:
        return self._wish is not None

    def ask(self, question: Question, info: SetInfo, layer: int, request: NearRequest, age: int) -> None:
        self.cancel()
        self._wish = wish = Wish()
        done = partial(self._done, wish, question, info, layer)
        failed = partial(self._failed, wish, question)
        if question.needs_worker:
            self.busy_changed.emit(self.tr("{} is listening…").format(info.card.title))
            self._workspace.answer(
                "near", request, partial(_decoded, done), failed, submitted=partial(self._submitted, wish)
            )
            return
        key = (info.id, layer, question.at_s is not None, age)
        work = partial(_answer, request, wish)
        if key in self._ready:
            self._workspace.look(work, done, failed)
        else:
            # The first time, all vectors are read: that may take long, and pages must not wait for it.
            self.busy_changed.emit(self.tr("Reading what {} heard…").format(info.card.title))
            self._workspace.read(work, partial(self._read, key, done), failed)

    def _read(self, key: tuple[int, int, bool, int], done: partial[None], result: NearResult) -> None:
        self._ready.add(key)
        done(result)

    @Slot()
    def cancel(self) -> None:
        """What is under way is not wanted any more."""
        if self._wish is not None:
            self._wish.stop = Stop.CANCEL
            if self._job_id is not None:
                self._workspace.ask(self._job_id, Stop.CANCEL)
            self._end()

    def _end(self) -> None:
        self._wish = self._job_id = None
        self.busy_changed.emit("")

    def _submitted(self, wish: Wish, job_id: int) -> None:
        if wish is self._wish:
            self._job_id = job_id
        else:
            self._workspace.ask(job_id, Stop.CANCEL)

    @Slot(object)
    def _job_progressed(self, event: Progressed) -> None:
        if event.job_id == self._job_id:
            self.progressed.emit(event.done, event.total, event.note)

    def _done(self, wish: Wish, question: Question, info: SetInfo, layer: int, result: NearResult) -> None:
        if wish is self._wish:
            self._end()
            self.answered.emit(Answer(question, info, layer, result))

    def _failed(self, wish: Wish, question: Question, error: Exception) -> None:
        if wish is not self._wish:
            return
        self._end()
        if isinstance(error, KnownError):
            self.refused.emit(question, str(error))
        else:
            channel.failure(error)
            self.refused.emit(question, self.tr("The question could not be answered; the log says why."))

    def forget(self) -> None:
        self.cancel()
        self._ready.clear()


def _answer(request: NearRequest, wish: Wish, collection: Collection) -> NearResult:
    from core.neighbours.ask import answer

    return answer(collection, request, may_index=False, should_stop=wish)


def _decoded(done: partial[None], text: str) -> None:
    import msgspec

    from core.neighbours.request import NearResult

    done(msgspec.json.decode(text, type=NearResult))
