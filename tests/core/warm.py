"""A worker process that outlives its engine, for tests that ask for many jobs and are not about workers.

It is a real one in all else. Whoever kills it, or leaves it with a job in hand, ends it, and the next
engine starts its own.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from core.jobs.events import Finished, FromWorker, Gone, Ready, ToWorker, Work
from core.jobs.process import WorkerProcess

Deliver = Callable[[WorkerProcess, FromWorker], None]


class WarmWorker(WorkerProcess):
    """`take` stands in for `WorkerProcess` where an engine starts one."""

    def __init__(self, device: str = "cpu") -> None:
        self._device, self._settings = device, _settings()
        self._borrower: Deliver | None = None
        self._at_work = self._gone = False
        super().__init__(device, self._pass_on)

    def take(self, device: str, deliver: Deliver) -> WorkerProcess:
        """Itself, unless somebody has it or a new one would be another."""
        if self._gone or self._borrower or (device, _settings()) != (self._device, self._settings):
            return WorkerProcess(device, deliver)
        self._borrower = deliver
        deliver(self, Ready(0))
        return self

    def send(self, message: ToWorker) -> None:
        self._at_work |= isinstance(message, Work)
        super().send(message)

    def kill(self) -> None:
        self._gone = True
        super().kill()

    def close(self, wait_s: float = 1.0) -> None:
        self._borrower = None
        if self._gone or self._at_work:
            self.end(wait_s)

    def end(self, wait_s: float = 1.0) -> None:
        self._gone = True
        super().close(wait_s)

    def _pass_on(self, worker: WorkerProcess, message: FromWorker) -> None:
        self._gone |= isinstance(message, Gone)
        self._at_work &= not isinstance(message, Finished)
        borrower = self._borrower
        if borrower is not None:
            borrower(self, message)


def _settings() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith("SOUNDINGS_")}
