"""The jobs of an open collection: submit, ask, resume, listen.

Nothing starts before the first job. Every call returns at once except
`close`, which waits for what runs to be put down safely.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from core import settings
from core.errors import KnownError
from core.jobs.device import DeviceThread, Manners
from core.jobs.events import Changed, Event, JobState
from core.jobs.kinds import Priority, find_kind, known_kind
from core.jobs.queue import Job, Queue
from core.messages import channel
from core.progress import Context, Stop
from core.store import Collection

_log = logging.getLogger(__name__)

Listener = Callable[[Event], None]


class Engine:
    """`adopt`: also take jobs that another program left waiting. A command line wants only its own."""

    def __init__(self, collection: Collection, *, adopt: bool = True) -> None:
        preferences = settings.load()
        self.collection = collection
        self._queue = Queue(collection)
        self._manners = Manners(preferences.stop_grace_s, 60.0 * preferences.worker_idle_min, adopt)
        self._listeners: list[Listener] = []
        self._threads: dict[tuple[str, Priority], DeviceThread] = {}
        self._lock = threading.Lock()
        self._discarding: list[threading.Thread] = []
        self.interrupted = self._queue.recover()
        """Jobs that were found dead when the collection was opened."""
        if adopt:
            for job in self._queue.jobs():
                if job.state == JobState.WAITING:
                    self._start(job.device)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """`listener` is called in worker threads, and must be quick. Returns the way to leave."""
        with self._lock:
            self._listeners = [*self._listeners, listener]

        def leave() -> None:
            with self._lock:
                self._listeners = [other for other in self._listeners if other is not listener]

        return leave

    def submit(self, kind: str, request: object, *, title: str = "", device: str = "cpu") -> int:
        known = find_kind(kind)
        text = known.write(request)
        job_id = self._queue.submit(known, text, device, title=title, mine=not self._manners.adopt)
        self._tell(Changed(job_id, JobState.WAITING))
        self._make_room(device, known.priority)
        return job_id

    def ask(self, job_id: int, stop: Stop) -> None:
        """Ask a job to stop, whoever runs it."""
        for thread in list(self._threads.values()):
            job = thread.job
            if job is not None and job.id == job_id:
                thread.ask(job_id, stop)
                return
        state = self._queue.ask(job_id, stop)
        asked = stop if state == JobState.RUNNING else None
        if state == JobState.CANCELLED:
            self._discard(self._queue.get(job_id))
        self._tell(Changed(job_id, state, asked))

    def resume(self, job_id: int) -> None:
        self._tell(Changed(job_id, self._queue.resume(job_id, mine=not self._manners.adopt)))
        job = self._queue.get(job_id)
        self._make_room(job.device, Priority(job.priority))

    def dismiss(self, job_id: int) -> None:
        """Give up a job that was interrupted or paused."""
        self.ask(job_id, Stop.CANCEL)

    def jobs(self, limit: int = 200) -> list[Job]:
        """The newest first, also those of other programs, dead or alive."""
        self._queue.recover()
        return self._queue.jobs(limit)

    def job(self, job_id: int) -> Job:
        return self._queue.get(job_id)

    def find(self, kind: str, request: object) -> Job | None:
        """The newest job that was asked for exactly this."""
        text = find_kind(kind).write(request)
        return next((job for job in self.jobs() if job.kind == kind and job.request == text), None)

    def close(self, grace_s: float = 5.0) -> None:
        """Pause what runs, end the workers; what is not down within `grace_s` is killed and interrupted.

        Questions are cancelled.
        """
        deadline = time.monotonic() + grace_s
        threads = list(self._threads.values())
        for thread in threads:
            thread.close()
        for thread in threads:
            thread.join(max(deadline - time.monotonic(), 0.0))
            if thread.is_alive():
                thread.kill()
                thread.join(10.0)
        if threads and not any(thread.is_alive() for thread in threads):
            self._drop_questions()
        self._threads.clear()
        for discarding in self._discarding:
            discarding.join(10.0)
        self._discarding.clear()

    def _drop_questions(self) -> None:
        try:
            self._queue.drop_questions()
        except KnownError as error:
            _log.warning("questions are left behind: %s", error)  # the next program drops them

    def _make_room(self, device: str, priority: Priority) -> None:
        """Wake the device; a question goes beside long work, background work gives way."""
        thread = self._start(device)
        busy = thread.job
        if busy is None or busy.priority <= priority:
            if busy is not None and priority == Priority.QUESTION:
                self._start(device, Priority.QUESTION)
            return
        if priority == Priority.QUESTION:
            self._start(device, Priority.QUESTION)
        elif busy.priority == Priority.BACKGROUND and busy.resumable:
            thread.ask(busy.id, Stop.GIVE_WAY)

    def _start(self, device: str, least: Priority = Priority.BACKGROUND) -> DeviceThread:
        with self._lock:
            thread = self._threads.get((device, least))
            if thread is None:
                thread = DeviceThread(self.collection, device, self._tell, self._manners, least)
                self._threads[device, least] = thread
                thread.start()
        thread.wake()
        return thread

    def _discard(self, job: Job) -> None:
        """Off this thread, since it may have to import and delete much."""
        kind = known_kind(job.kind)

        def discard() -> None:
            clear = kind.discard() if kind else None
            if kind and clear:
                clear(kind.read(job.request), Context(self.collection.folder, job.id, job.device))

        thread = threading.Thread(target=_told(discard), daemon=True)
        self._discarding.append(thread)
        thread.start()

    def _tell(self, event: Event) -> None:
        for listener in self._listeners:
            listener(event)
        if self._manners.adopt and isinstance(event, Changed) and event.state == JobState.DONE:
            self._go_on(event.job_id)

    def _go_on(self, job_id: int) -> None:
        """Some work is followed by other work, unless that is waiting already."""
        kind = known_kind(self._queue.get(job_id).kind)
        if kind is None or not kind.then:
            return
        waiting = (JobState.WAITING, JobState.PAUSED, JobState.INTERRUPTED)
        if not any(job.kind == kind.then and job.state in waiting for job in self._queue.jobs()):
            self.submit(kind.then, find_kind(kind.then).usual())


def _told(function: Callable[[], None]) -> Callable[[], None]:
    """A thread's function whose failure is told instead of lost."""

    def run() -> None:
        try:
            function()
        except Exception as error:  # noqa: BLE001 - the channel sorts known errors from bugs
            channel.failure(error)

    return run
