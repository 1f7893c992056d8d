"""The process that does long work: one job at a time, told by lines on stdin, telling by lines on stdout.

It ends at once when its program is gone, since stdin then ends. Heavy modules
that a job has imported stay loaded for the next one.
"""

from __future__ import annotations

import logging
import os
import queue
import signal
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal

import msgspec

from core import settings
from core.errors import Interrupted, KnownError
from core.jobs.events import (
    Finished,
    FromWorker,
    Progressed,
    Ready,
    Said,
    Shown,
    Work,
    read_to_worker,
    write_line,
)
from core.jobs.kinds import find_kind
from core.logs import job_log, start_logging
from core.messages import BUG_HINT, BUG_SENTENCE
from core.progress import Context, Step, Stop, TimeLeft

REPORT_S = 0.05
"""Progress is told at most this often; what comes faster is dropped but for the last."""

_log = logging.getLogger(__name__)


class Wire:
    """Sends from any thread. Third parties' prints cannot get in: they go to stderr."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._lock = threading.Lock()

    def send(self, message: FromWorker) -> None:
        line = write_line(message)
        with self._lock:
            self._out.write(line)
            self._out.flush()


@dataclass
class Control:
    """What is asked of the job at hand; `noticed` once the job has looked."""

    job_id: int = 0
    asked: Stop | None = None
    noticed: bool = False

    def should_stop(self) -> Stop | None:
        if self.asked:
            self.noticed = True
        return self.asked


class Reporter:
    """Progress, throttled at its source, with the time left."""

    def __init__(self, wire: Wire, job_id: int) -> None:
        self._wire = wire
        self._job_id = job_id
        self._next_s = 0.0
        self._unsent: Step | None = None
        self._time_left = TimeLeft()

    def __call__(self, step: Step) -> None:
        self._unsent = step
        now = time.monotonic()
        if now >= self._next_s:
            self._next_s = now + REPORT_S
            self.flush()

    def flush(self) -> None:
        step, self._unsent = self._unsent, None
        if step is not None:
            left = self._time_left.update(step)
            note = readable(step.note)
            self._wire.send(Progressed(self._job_id, step.done, step.total, step.unit, note, left))


def readable(text: str) -> str:
    """File names may hold bytes that are no text; a message must not."""
    return text.encode("utf-8", "replace").decode()


def work(message: Work, wire: Wire, control: Control, device: str) -> Finished:
    """Run one job to its end, whatever end that is."""
    folder = Path(message.folder)
    with job_log(folder, message.job_id) as log:
        reporter = Reporter(wire, message.job_id)
        _log.info("job %d %s %s on %s", message.job_id, message.kind, message.request, device)
        try:
            result = _run(message, _context(message, wire, device), reporter, control)
        except Interrupted:
            return Finished(message.job_id, noticed=True)
        except KnownError as error:
            _log.warning("job %d failed: %s", message.job_id, error, exc_info=error)
            return Finished(message.job_id, failed=True, sentence=str(error))
        except MemoryError:
            _log.exception("job %d ran out of memory", message.job_id)
            what = "Memory ran out. Close other programs or choose smaller settings, then try again."
            return Finished(message.job_id, failed=True, sentence=what)
        except Exception as error:  # noqa: BLE001 - whatever a job does, its worker lives on
            _log.exception("job %d failed", message.job_id)
            what = f"{BUG_SENTENCE} {BUG_HINT} ({type(error).__name__}, {log.name})"
            return Finished(message.job_id, failed=True, sentence=what)
        finally:
            reporter.flush()
        sentence = result.sentence() if hasattr(result, "sentence") else ""
        _log.info("job %d returned: %s", message.job_id, sentence)
        encoded = msgspec.json.encode(result).decode() if result is not None else None
        return Finished(message.job_id, False, control.noticed, readable(sentence), encoded)


def _run(message: Work, context: Context, reporter: Reporter, control: Control) -> Any:  # noqa: ANN401
    kind = find_kind(message.kind)
    request = kind.read(message.request)
    discard = kind.discard()
    try:
        return kind.run()(request, context, progress=reporter, should_stop=control.should_stop)
    finally:  # a job returns when it is cancelled, or raises Interrupted
        if control.asked == Stop.CANCEL and control.noticed and discard:
            discard(request, context)


def _context(message: Work, wire: Wire, device: str) -> Context:
    def say(level: Literal["info", "warning"], text: str) -> None:
        _log.info("said: %s", text)
        wire.send(Said(message.job_id, level, readable(text)))

    def show(name: str, data: dict[str, Any]) -> None:
        wire.send(Shown(message.job_id, name, data))

    return Context(Path(message.folder), message.job_id, device, say, show)


def listen(stdin: BinaryIO, inbox: queue.SimpleQueue[Work], control: Control) -> None:
    """Runs in a thread, so that a question to stop is heard while the job computes."""
    for line in stdin:
        message = read_to_worker(line)
        if isinstance(message, Work):
            # Before the job is begun, so that a wish that follows at once is not lost.
            control.job_id, control.asked, control.noticed = message.job_id, None, False
            inbox.put(message)
        elif message.job_id == control.job_id:
            control.asked = message.stop
    os._exit(0)  # the program is gone, or wants us gone: nobody is left to finish for


def main(device: str) -> None:
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which then asks us
    if hasattr(os, "nice"):
        os.nice(5)  # the window and the player come first
    start_logging("worker", detailed=settings.load().detailed_log)
    wire, control, inbox = Wire(out), Control(), queue.SimpleQueue[Work]()
    threading.Thread(target=listen, args=(sys.stdin.buffer, inbox, control), daemon=True).start()
    wire.send(Ready(0))
    while True:
        wire.send(work(inbox.get(), wire, control, device))
