"""Runs one job in the foreground: progress on stderr, Ctrl-C cancels it."""

from __future__ import annotations

import contextlib
import queue
import signal
import time
from collections.abc import Iterator
from types import FrameType

from rich.progress import BarColumn, Progress, TaskID, TextColumn

from core.cli.output import errors, tell
from core.errors import RequestProblem
from core.jobs import Changed, Engine, Event, Job, JobState, Progressed, Said
from core.progress import Stop, say_seconds

QUIET_S = 5.0
"""Where nobody watches a bar, a line at most this often."""
OVER = frozenset({JobState.PAUSED, JobState.INTERRUPTED})


class Terminated(BaseException):
    """Somebody ended the program politely: put the job down, do not cancel it."""


def follow(
    engine: Engine, start: int | None, submit: tuple[str, object] | None = None, device: str = "cpu"
) -> tuple[Job, bool]:
    """See job `start` (to be resumed) or a new one through; returns it, and whether Ctrl-C ended it."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    leave = engine.listen(events.put)
    asked = False
    with _terminable(), _Bar() as bar:
        try:
            if submit is not None:
                job_id = engine.submit(*submit, device=device)
            else:
                assert start is not None
                job_id = start
                engine.resume(job_id)
            if engine.job(job_id).state == JobState.RUNNING and not engine.job(job_id).here:
                raise RequestProblem(f"Job {job_id} runs in another program.", "Wait for it, or cancel it.")
            while True:
                try:
                    if _show(events, job_id, bar):
                        break
                except KeyboardInterrupt:
                    bar.stop()
                    tell("Cancelling…")
                    engine.ask(job_id, Stop.CANCEL)
                    asked = True
        finally:
            leave()
            engine.close()
    return engine.job(job_id), asked


def _show(events: queue.SimpleQueue[Event], job_id: int, bar: _Bar) -> bool:
    """Deal with one event; true when the job is over."""
    try:
        event = events.get(timeout=0.2)
    except queue.Empty:
        return False
    if event.job_id != job_id:
        return False
    if isinstance(event, Progressed):
        bar.update(event)
    elif isinstance(event, Said):
        tell(event.text)
    elif isinstance(event, Changed):
        return event.state.ended or event.state in OVER
    return False


@contextlib.contextmanager
def _terminable() -> Iterator[None]:
    """Turn a polite end of the program into an exception, so that the job is put down first."""

    def end(number: int, frame: FrameType | None) -> None:
        raise Terminated(number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    except Terminated as ended:
        raise SystemExit(128 + ended.args[0]) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Bar:
    """A bar on a terminal, a line now and then elsewhere."""

    def __init__(self) -> None:
        self._bar: Progress | None = None
        self._task = TaskID(0)
        self._told_s = time.monotonic()

    def __enter__(self) -> _Bar:
        if errors.is_terminal:
            columns = (
                BarColumn(),
                TextColumn("{task.fields[where]}", markup=False),
                TextColumn("{task.fields[note]}", markup=False),
            )
            self._bar = Progress(*columns, console=errors, transient=True)
            self._task = self._bar.add_task("", total=None, where="", note="")
            self._bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()

    def stop(self) -> None:
        bar, self._bar = self._bar, None
        if bar is not None:
            bar.stop()

    def update(self, event: Progressed) -> None:
        left = f" · {say_seconds(event.seconds_left)} left" if event.seconds_left else ""
        unit = f" {event.unit}" if event.unit else ""
        where = (
            f"{event.done:,} of {event.total:,}{unit}"
            if unit
            else f"{100 * event.done // max(event.total, 1)} %"
        )
        if self._bar is not None:
            self._bar.update(
                self._task, completed=event.done, total=event.total, where=where + left, note=event.note
            )
        elif time.monotonic() - self._told_s >= QUIET_S:
            self._told_s = time.monotonic()
            tell(where + left)
