"""A crew of processes for things that may crash: whoever dies takes only the thing at hand along.

Decoders are written in C and files are written by anybody. A worker that must
look at 100,000 of them gives each to a member of the crew; a member that
crashes or hangs is replaced, its thing is reported, and the rest goes on.
"""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any

from core.errors import WorkerProblem
from core.progress import ShouldStop, never

ANSWER_S = 0.02
"""A member answers when it has emptied its hands, and this often meanwhile."""

MOST_STILLBORN = 3
"""So many members may end before they could begin; then something is wrong with us, not with a file."""

_spawn = multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Died:
    """The member that had the thing ended: `how` is a phrase for a person."""

    how: str


@dataclass
class _Member:
    process: Any
    pipe: Connection
    batch: deque[Any]
    """What it still has in hand, in the order in which it answers."""
    since_s: float = 0.0
    ready: bool = False
    """It has found its function: if it dies now, that is a thing's doing."""
    suspect: bool = False
    """It has one thing in hand that may have killed another: whatever happens now is that thing's doing."""


class Crew:
    """Calls `function` ("module:name") on things, in `size` processes. Close it, or use `with`."""

    def __init__(self, function: str, size: int, *, batch: int = 1, patience_s: float = 120.0) -> None:
        self._function = function
        self._batch = batch
        self._patience_s = patience_s
        self._members: list[_Member] = []
        self._size = max(size, 1)
        self._stillborn = 0

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def run(self, things: Iterable[Any], should_stop: ShouldStop = never) -> Iterator[tuple[Any, Any]]:
        """(thing, what the function returned or `Died`), as they come. Stops early when asked to."""
        waiting = iter(things)
        again: deque[Any] = deque()
        while True:
            if not should_stop():
                self._hand_out(waiting, again)
            busy = [member for member in self._members if member.batch]
            if not busy:
                return
            yield from self._collect(busy, again)
            if should_stop():
                return

    def start(self) -> None:
        """One member gets ready, for things that are sure to come."""
        if not self._members:
            self._members.append(self._start())

    def close(self) -> None:
        for member in self._members:
            member.pipe.close()
            if member.batch:
                member.process.kill()
        for member in self._members:
            member.process.join(5)
            if member.process.is_alive():
                member.process.kill()
                member.process.join()
            member.process.close()
        self._members.clear()

    def _hand_out(self, waiting: Iterator[Any], again: deque[Any]) -> None:
        """To each who has room: the next batch waits at the door. Members are hired as long as there is work.

        What a dead member had in hand goes one by one, alone, so that only the culprit is blamed.
        """
        room = [m for m in self._members if len(m.batch) < self._batch and not (m.suspect and m.batch)]
        while room or len(self._members) < self._size:
            member = room.pop(0) if room else None
            if again and member and member.batch:
                continue
            suspect = bool(again)
            batch = [again.popleft()] if again else list(islice(waiting, self._batch))
            if not batch:
                return
            if member is None:
                member = self._start()
                self._members.append(member)
            member.suspect = suspect
            self._hand(member, batch)

    def _start(self) -> _Member:
        ours, theirs = _spawn.Pipe()
        process = _spawn.Process(target=_serve, args=(self._function, theirs), daemon=True)
        process.start()
        theirs.close()
        return _Member(process, ours, deque())

    def _hand(self, member: _Member, batch: list[Any]) -> None:
        member.batch.extend(batch)
        member.since_s = time.monotonic()
        with contextlib.suppress(OSError):  # a member that is gone is noticed when its answer is awaited
            member.pipe.send(batch)

    def _collect(self, busy: list[_Member], again: deque[Any]) -> Iterator[tuple[Any, Any]]:
        ready = wait([member.pipe for member in busy], timeout=0.2)
        for member in busy:
            if member.pipe in ready:
                try:
                    answers = member.pipe.recv()
                except (EOFError, OSError):
                    yield from self._bury(member, again, self._how(member))
                    continue
                member.since_s, member.ready = time.monotonic(), True
                for answer in answers:
                    yield member.batch.popleft(), answer
            elif time.monotonic() - member.since_s > self._patience_s:
                member.process.kill()
                yield from self._bury(member, again, f"it took longer than {self._patience_s:.0f} s")

    def _how(self, member: _Member) -> str:
        member.process.join(5)
        code = member.process.exitcode
        if code is not None and code < 0:
            return f"the decoder crashed ({signal.Signals(-code).name})"
        return f"the decoder crashed (exit status {code})"

    def _bury(self, member: _Member, again: deque[Any], how: str) -> Iterator[tuple[Any, Any]]:
        """Of several things in hand any may be the culprit, and some may even be done."""
        member.process.join(5)
        member.process.close()
        member.pipe.close()
        self._members.remove(member)
        if not member.ready:
            self._stillborn += 1
            if self._stillborn >= MOST_STILLBORN:
                raise WorkerProblem(
                    f"The processes that read files cannot start: {how}.",
                    "Run soundings doctor to see what is missing.",
                )
            again.extend(member.batch)
        elif len(member.batch) > 1:
            again.extend(member.batch)
        else:
            yield member.batch.popleft(), Died(how)


def in_order(things: Iterable[Any], answers: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The answers in the order of the things, each as soon as all before it are there."""
    early: dict[Any, Any] = {}
    expected = iter(things)
    next_ = next(expected, None)
    for thing, answer in answers:
        early[thing] = answer
        while next_ in early:
            yield next_, early.pop(next_)
            next_ = next(expected, None)
    yield from early.items()


def _serve(function: str, pipe: Connection) -> None:
    """A member's life: until its crew closes the pipe, or dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # one thread a member: the crew is the parallelism
    module, _, name = function.partition(":")
    call: Callable[[Any], Any] = getattr(importlib.import_module(module), name)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        pipe.send([])  # ready
        while True:
            answers, begun_s = [], time.monotonic()
            for thing in pipe.recv():
                answers.append(call(thing))
                if time.monotonic() - begun_s > ANSWER_S:
                    pipe.send(answers)
                    answers, begun_s = [], time.monotonic()
            if answers:
                pipe.send(answers)
