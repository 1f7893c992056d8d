"""Kinds of job that misbehave, each in its own way. Workers find them by SOUNDINGS_EXTRA_KINDS."""

from __future__ import annotations

import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from core.errors import FileProblem
from core.jobs.kinds import Kind, Priority
from core.progress import Context, Progress, ShouldStop, Step, ignore, never

MODULE = "tests.core.jobs.strange"
KINDS = {
    kind.name: kind
    for kind in (
        Kind("strange", "Do something strange", MODULE, "Strange", resumable=True),
        Kind("fragile", "Do something fragile", MODULE, "Strange"),
        Kind("question", "Answer", MODULE, "Strange", priority=Priority.QUESTION),
        Kind("background", "Tidy up", MODULE, "Strange", resumable=True, priority=Priority.BACKGROUND),
        Kind("unimportable", "Do something broken", "tests.core.jobs.no_such_module", "Strange"),
    )
}


@dataclass(frozen=True)
class Strange:
    what: str
    number: int = 0
    path: str = ""

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError("number must not be negative")


@dataclass(frozen=True)
class Answer:
    number: int

    def sentence(self) -> str:
        return f"The answer is {self.number}."


def run(
    request: Strange, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> Answer:
    return globals()[f"_{request.what}"](request, context, progress, should_stop)


def discard(request: Strange, context: Context) -> None:
    if request.path:
        Path(request.path).write_text("discarded")


def _answer(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    progress(Step(1, 1, "answers"))
    return Answer(request.number)


def _count(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    """Goes on until stopped; keeps its place in a file, so that it can be resumed."""
    place = Path(request.path)
    start = int(place.read_text()) if place.exists() else 0
    for i in range(start, request.number):
        progress(Step(i, request.number, "steps", f"step {i}"))
        if should_stop():
            place.write_text(str(i))
            return Answer(i)
        time.sleep(0.005)
    return Answer(request.number)


def _judge(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    """Goes on until stopped, then finishes what is kept, which takes longer than patience lasts."""
    while not should_stop():
        progress(Step(1, 100, "steps"))
        time.sleep(0.02)
    for i in range(request.number):
        progress(Step(50 + i, 100, "steps"))
        time.sleep(0.1)
    return Answer(request.number)


def _deaf(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    """Never asks whether it should stop."""
    progress(Step(1, 10, "steps"))
    time.sleep(60)
    return Answer(0)


def _flood(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    for i in range(request.number):
        progress(Step(i, request.number, "drops"))
    return Answer(request.number)


def _raw_flood(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    """Goes round the throttle, as a bug would."""
    for i in range(request.number):
        progress._next_s = 0.0  # type: ignore[attr-defined]
        progress(Step(i, request.number, "drops"))
        context.say("info", f"drop {i}")
    return Answer(request.number)


def _print(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    """Libraries print; some write to the file descriptor itself."""
    sys.stdout.write('{"event":"finished","job_id":1,"failed":true}\n')
    os.write(1, b'{"event":"finished","job_id":1,"failed":true}\nnot json\n')
    sys.stdout.flush()
    return Answer(request.number)


def _die(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    progress(Step(3, 10, "steps"))
    time.sleep(0.2)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def _exit(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    sys.stderr.write("Segmentation fault (a driver's last words)\n")
    sys.stderr.flush()
    os._exit(7)


def _known(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    raise FileProblem(Path("Reel 12.wav"), "cannot be read: the file ends early", "Copy it again, then scan.")


def _bug(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    return 1 / 0  # type: ignore[return-value]


def _memory(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    raise MemoryError


def _bytes(request: Strange, context: Context, progress: Progress, should_stop: ShouldStop) -> Answer:
    """A file name that is no text."""
    name = os.fsdecode(b"reel \xff\xfe.wav")
    progress(Step(1, 1, "files", name))
    context.say("warning", f"{name} is odd")
    context.show("point", {"loss": 0.5, "name": "valid"})
    return Answer(1)
