"""The only place where anything crosses from another thread into Qt.

Three crossings: `Background` for calls that block, `JobBridge` for the events
of jobs, `MessageBridge` for what a person should be told. All of them end in a
queued signal to a method of a QObject on the GUI thread.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from core.messages import Message, channel

if TYPE_CHECKING:
    from core.jobs import Engine
    from core.jobs.events import Changed, Event, Progressed, Shown

PROGRESS_EVERY_MS = 33

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Background(QObject):
    """One thread that makes blocking calls in order; each answer comes back on the GUI thread."""

    _answered = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None, *, may_be_left: bool = False) -> None:
        """Calls that `may_be_left` may break off anywhere: the end of the program does not wait for them."""
        super().__init__(parent)
        self._name = name
        self._may_be_left = may_be_left
        self._answering = threading.Lock()
        self._calls: queue.SimpleQueue[Callable[[], Callable[[], None]] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._is_over = False
        self._answered.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def call(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] = channel.failure,
    ) -> None:
        """Do `work` in the thread, then `done` or `failed` here."""
        self._calls.put(partial(_try, work, done, failed))
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=self._may_be_left)
            self._thread.start()

    def finish(self) -> None:
        """Wait until everything asked for is done. Answers that nobody has seen yet are dropped."""
        if self._thread is not None:
            self._calls.put(None)
            self._thread.join()
            self._thread = None
        self._is_over = True

    def leave(self) -> None:
        """Wait for nothing: what is under way ends by itself, or with the program, and is not heard of."""
        assert self._may_be_left
        with self._answering:
            self._is_over = True
        self._calls.put(None)
        self._thread = None

    def _run(self) -> None:
        while not self._is_over and (call := self._calls.get()) is not None:
            answer = call()
            with self._answering:  # once it was left, the object may be gone
                if not self._is_over:
                    self._answered.emit(answer)
            del answer  # and all that it holds, such as an error with its connection

    @Slot(object)
    def _hand_over(self, answer: Callable[[], None]) -> None:
        if not self._is_over:
            answer()


def _try(
    work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
) -> Callable[[], None]:
    try:
        return partial(done, work())
    except Exception as error:  # noqa: BLE001 - whoever asked is told, and no thread dies
        return partial(failed, error)


class JobBridge(QObject):
    """Events of an engine as signals. Progress is thinned to the newest, 30 times a second a job.

    What a job says goes to its log and stops here; what it shows arrives
    in order, none left out: whoever shows too much floods the window.
    """

    changed = Signal(object)
    progressed = Signal(object)
    shown = Signal(object)
    """A Shown: a point of a curve, a map that forms."""
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._news: deque[Changed | Shown] = deque()
        self._progress: dict[int, Progressed] = {}
        self._progress_is_awaited = False
        self._listening_to = 0
        self._leave: Callable[[], None] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PROGRESS_EVERY_MS)
        self._pause.timeout.connect(self._after_pause)
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def attach(self, engine: Engine) -> None:
        self.detach()
        self._leave = engine.listen(partial(self._hear, self._listening_to))

    def detach(self) -> None:
        """Nothing more of the old engine arrives, not even what is on its way."""
        if self._leave is not None:
            self._leave()
            self._leave = None
        with self._lock:
            self._listening_to += 1
            self._news.clear()
            self._progress.clear()
            self._progress_is_awaited = False
        self._pause.stop()

    def _hear(self, listening_to: int, event: Event) -> None:
        """Called in any thread."""
        from core.jobs.events import Changed, Progressed, Shown

        wake = False
        with self._lock:
            if listening_to != self._listening_to:
                return
            if isinstance(event, Progressed):
                self._progress[event.job_id] = event
                wake = not self._progress_is_awaited
                self._progress_is_awaited = True
            elif isinstance(event, Changed | Shown):
                wake = not self._news
                self._news.append(event)
        if wake:
            self._woken.emit()

    @Slot()
    def _deliver(self) -> None:
        with self._lock:
            news = list(self._news)
            self._news.clear()
        for event in news:
            self._pass_on(event)
        if not self._pause.isActive():
            self._deliver_progress()

    def _pass_on(self, event: Changed | Shown) -> None:
        """The progress that led to a change comes before it."""
        from core.jobs.events import Shown

        if isinstance(event, Shown):
            self.shown.emit(event)
            return
        with self._lock:
            last = self._progress.pop(event.job_id, None)
        if last is not None:
            self.progressed.emit(last)
        self.changed.emit(event)

    def _deliver_progress(self) -> None:
        with self._lock:
            progress = list(self._progress.values())
            self._progress.clear()
            self._progress_is_awaited = bool(progress)
        for event in progress:
            self.progressed.emit(event)
        if progress:
            self._pause.start()

    @Slot()
    def _after_pause(self) -> None:
        self._deliver_progress()


class MessageBridge(QObject):
    """What any thread says on the channel, as a signal."""

    told = Signal(object)
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self.told, Qt.ConnectionType.QueuedConnection)
        self._leave: Callable[[], None] | None = None

    def attach(self) -> None:
        """Whatever was said before arrives now."""
        self._leave = channel.connect(self._hear)

    def detach(self) -> None:
        if self._leave is not None:
            self._leave()
            self._leave = None

    def _hear(self, message: Message) -> None:
        self._heard.emit(message)
