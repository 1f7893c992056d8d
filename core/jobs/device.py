"""One worker thread a device: takes jobs from the queue and sees each through in its process.

The thread writes what must last to the queue and passes every event on. It is
told things through `ask`, `wake` and `close`, which return at once.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from core.errors import CollectionBusy, DiskFull, KnownError, WorkerProblem
from core.jobs.events import (
    Ask,
    Changed,
    Event,
    Finished,
    FromWorker,
    Gone,
    JobState,
    Progressed,
    Ready,
    Said,
    Shown,
    Work,
)
from core.jobs.kinds import Priority, find_kind, known_kind
from core.jobs.process import WorkerProcess
from core.jobs.queue import Job, Queue
from core.logs import job_log
from core.messages import channel, message_for
from core.progress import Context, Stop
from core.store import Collection

LOOK_S = 0.2
"""How often a running job's row is looked at for what other programs ask of it."""
BEAT_S = 1.0
CANCEL_GRACE_S = 1.2
START_S = 60.0
RETRY_S = 5.0
RETRIES = 720
"""An hour. After that, or if the program ends before, the next start finds the job interrupted."""
STRENGTH = {Stop.GIVE_WAY: 0, Stop.PAUSE: 1, Stop.KEEP: 2, Stop.CANCEL: 3}
"""A wish is replaced by a stronger one only."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Manners:
    """How a thread treats its jobs; from the preferences."""

    stop_grace_s: float = 20.0
    idle_s: float = 600.0
    adopt: bool = True
    """Also take jobs that another program left waiting."""


@dataclass
class _Watch:
    """A job that runs: what is known of it, what is asked of it, when patience ends."""

    job: Job
    asked: Stop | None = None
    deadline_s: float | None = None
    killed: bool = False
    progress: Progressed | None = None
    looked_s: float = 0.0
    beaten_s: float = field(default_factory=time.monotonic)


class DeviceThread(threading.Thread):
    """`least` limits the thread to jobs of that priority or more urgent."""

    def __init__(
        self,
        collection: Collection,
        device: str,
        listener: Callable[[Event], None],
        manners: Manners,
        least: Priority = Priority.BACKGROUND,
    ) -> None:
        super().__init__(name=f"device {device} {least.name.lower()}", daemon=True)
        self.device = device
        self._collection = collection
        self._queue = Queue(collection)
        self._listener = listener
        self._manners = manners
        self._least = least
        self._inbox: queue.Queue[tuple[WorkerProcess, FromWorker] | None] = queue.Queue(maxsize=1000)
        self._asks: queue.SimpleQueue[tuple[int, Stop]] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._worker: WorkerProcess | None = None
        self._watch: _Watch | None = None

    @property
    def job(self) -> Job | None:
        """The job at hand; may be asked from any thread."""
        watch = self._watch
        return watch.job if watch else None

    def wake(self) -> None:
        try:
            self._inbox.put_nowait(None)
        except queue.Full:
            return  # it is awake

    def ask(self, job_id: int, stop: Stop) -> None:
        self._asks.put((job_id, stop))
        self.wake()

    def close(self) -> None:
        """Pause the job at hand, or cancel a question, and end. `join` to wait for it."""
        self._closing.set()
        job = self.job
        if job is not None:
            self._put_down(job)
        self.wake()

    def _put_down(self, job: Job) -> None:
        """Nobody is left to hear the answer to a question."""
        self.ask(job.id, Stop.CANCEL if job.priority == Priority.QUESTION else Stop.PAUSE)

    def kill(self) -> None:
        worker = self._worker
        if worker is not None:
            worker.kill()

    def run(self) -> None:
        while not self._closing.is_set():
            try:
                job = self._queue.claim(self.device, self._least, adopt=self._manners.adopt)
                if job is None:
                    self._rest()
                else:
                    self._see_through(job)
            except Exception as error:  # noqa: BLE001 - the thread must outlive a full disk, and our bugs
                self._give_up(error)
        self._end_worker()

    def _give_up(self, error: Exception) -> None:
        """The collection cannot be written. Whatever ran is put down and, once it can be, written down."""
        channel.failure(error)
        watch, self._watch = self._watch, None
        self._kill_worker()
        if watch is None:
            self._closing.wait(RETRY_S)
            return
        said = message_for(error)
        sentence = f"{watch.job.title} was interrupted. {said.text if said else ''}".strip()
        is_question = watch.job.priority == Priority.QUESTION
        state = JobState.FAILED if is_question else JobState.INTERRUPTED
        self._tell(Changed(watch.job.id, state, None, sentence))
        for _ in range(RETRIES):
            try:
                self._queue.leave(watch.job.id, state, sentence, None, watch.progress)
                return
            except KnownError:
                if self._closing.wait(RETRY_S):
                    return

    def _rest(self) -> None:
        """Wait for work; after a while let the worker go."""
        try:
            item = self._inbox.get(timeout=self._manners.idle_s if self._worker else None)
        except queue.Empty:
            self._end_worker()
            return
        if item is not None and item[0] is self._worker and isinstance(item[1], Gone):
            self._end_worker()

    def _see_through(self, job: Job) -> None:
        while not self._asks.empty():
            self._asks.get()  # meant for what ran before
        self._watch = watch = _Watch(job)
        self._tell(Changed(job.id, JobState.RUNNING))
        try:
            find_kind(job.kind)
            worker = self._ready_worker()
        except KnownError as error:
            again = isinstance(error, WorkerProblem) and error.killed and job.resumable
            self._leave(watch, JobState.INTERRUPTED if again else JobState.FAILED, str(error))
            return
        self._queue.set_worker(job.id, worker.pid, worker.born)
        worker.send(Work(job.id, job.kind, job.request, str(self._collection.folder)))
        if self._closing.is_set():
            self._put_down(job)
        while True:
            message = self._next(worker, LOOK_S)
            if isinstance(message, Gone):
                self._lose(watch, worker)
                return
            if message is not None and message.job_id != job.id:
                continue  # the echo of an earlier job
            if isinstance(message, Finished):
                self._finish(watch, message)
                return
            if isinstance(message, Progressed):
                watch.progress = message
            if isinstance(message, (Progressed, Said, Shown)):
                self._be_patient(watch)
                self._tell(message)
            self._tend(watch, worker)

    def _tend(self, watch: _Watch, worker: WorkerProcess) -> None:
        """What is asked of the job, here or through its row; its heartbeat; the end of patience."""
        job_id, now = watch.job.id, time.monotonic()
        while not self._asks.empty():
            asked_id, stop = self._asks.get()
            if asked_id == job_id:
                self._press(watch, worker, stop)
        try:
            if now - watch.beaten_s >= BEAT_S:
                watch.beaten_s = watch.looked_s = now
                self._press(watch, worker, self._queue.beat(job_id, watch.progress))
            elif now - watch.looked_s >= LOOK_S:
                watch.looked_s = now
                self._press(watch, worker, self._queue.asked(job_id))
        except (CollectionBusy, DiskFull) as error:
            _log.warning("no heartbeat for job %d: %s", job_id, error)  # it beats again in a second
        if watch.deadline_s is not None and now >= watch.deadline_s and not watch.killed:
            watch.killed = True
            worker.kill()

    def _press(self, watch: _Watch, worker: WorkerProcess, stop: Stop | None) -> None:
        """A stronger wish replaces a weaker one: after Pause one may still Cancel."""
        if stop is None or (watch.asked is not None and STRENGTH[stop] <= STRENGTH[watch.asked]):
            return
        watch.asked = stop
        grace_s = CANCEL_GRACE_S if stop == Stop.CANCEL else self._manners.stop_grace_s
        watch.deadline_s = time.monotonic() + grace_s
        worker.send(Ask(watch.job.id, stop))
        try:
            self._queue.ask(watch.job.id, stop)  # so that every list of jobs tells of it
        except (CollectionBusy, DiskFull) as error:
            _log.warning("what is asked of job %d is not in its row: %s", watch.job.id, error)
        self._tell(Changed(watch.job.id, JobState.RUNNING, stop))

    def _be_patient(self, watch: _Watch) -> None:
        """What is kept is finished first, such as judged: as long as the job shows signs of life."""
        if watch.asked == Stop.KEEP:
            watch.deadline_s = time.monotonic() + self._manners.stop_grace_s

    def _finish(self, watch: _Watch, message: Finished) -> None:
        if message.failed:
            self._leave(watch, JobState.FAILED, message.sentence)
            return
        states = {
            Stop.KEEP: JobState.STOPPED,
            Stop.CANCEL: JobState.CANCELLED,
            Stop.PAUSE: JobState.PAUSED,
            Stop.GIVE_WAY: JobState.WAITING,
        }
        state = states[watch.asked] if watch.asked and message.noticed else JobState.DONE
        sentence = message.sentence if state in (JobState.DONE, JobState.STOPPED) else ""
        self._leave(watch, state, sentence, message.result)

    def _lose(self, watch: _Watch, worker: WorkerProcess) -> None:
        """The worker is gone: killed by us, by somebody else, or by what it did."""
        how = worker.how_it_ended()
        self._end_worker()
        job, kind = watch.job, known_kind(watch.job.kind)
        if watch.asked == Stop.CANCEL:
            self._discard(job)
            self._leave(watch, JobState.CANCELLED)
            return
        where = f" at {watch.progress.done:,} of {watch.progress.total:,}" if watch.progress else ""
        what = f"{job.title} was interrupted{where}: its worker ended unexpectedly ({how})."
        if watch.killed or self._closing.is_set():
            what = f"{job.title} was interrupted{where}: it did not stop in time."
        with job_log(self._collection.folder, job.id):
            _log.warning("%s", what)
        if kind is not None and kind.resumable:
            self._leave(watch, JobState.INTERRUPTED, f"{what} Nothing is lost.")
        else:
            self._leave(watch, JobState.FAILED, f"{what} Start it anew.")

    def _discard(self, job: Job) -> None:
        kind = find_kind(job.kind)
        discard = kind.discard()
        if discard is not None:
            discard(kind.read(job.request), Context(self._collection.folder, job.id, self.device))

    def _leave(self, watch: _Watch, state: JobState, sentence: str = "", result: str | None = None) -> None:
        self._queue.leave(watch.job.id, state, sentence, result, watch.progress)
        self._watch = None
        self._tell(Changed(watch.job.id, state, None, sentence))

    def _ready_worker(self) -> WorkerProcess:
        if self._worker is None:
            self._worker = WorkerProcess(self.device, self._deliver)
            message = None
            patience_s = time.monotonic() + START_S
            while message is None and time.monotonic() < patience_s:
                message = self._next(self._worker, LOOK_S)
            if not isinstance(message, Ready):
                how = self._worker.how_it_ended() if isinstance(message, Gone) else "no answer"
                self._end_worker()
                raise WorkerProblem(
                    f"The worker for {self.device} could not start ({how}).",
                    "Run soundings doctor to see what is missing; the log has the details.",
                    killed=how.startswith("signal 9"),
                )
        return self._worker

    def _deliver(self, worker: WorkerProcess, message: FromWorker) -> None:
        self._inbox.put((worker, message))

    def _next(self, worker: WorkerProcess, wait_s: float) -> FromWorker | None:
        """The worker's next message; None when somebody woke us or nothing came."""
        try:
            item = self._inbox.get(timeout=wait_s)
        except queue.Empty:
            return None
        return item[1] if item is not None and item[0] is worker else None

    def _kill_worker(self) -> None:
        if self._worker is not None:
            self._worker.kill()
        self._end_worker()

    def _end_worker(self) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        closer = threading.Thread(target=worker.close, daemon=True)
        closer.start()
        while closer.is_alive():  # its reader may be waiting for room in our inbox
            try:
                self._inbox.get(timeout=0.05)
            except queue.Empty:
                continue
        words = worker.last_words()
        if words:
            _log.info("last words of worker %d:\n%s", worker.pid, words)

    def _tell(self, event: Event) -> None:
        try:
            self._listener(event)
        except Exception:  # noqa: BLE001 - a listener's bug is not the job's
            _log.exception("a listener failed")
