"""Several studios side by side: hands out tracks, gathers answers, and ends them all when asked to stop."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import IO

import msgspec

from core.demo.studio import Answer, Order
from core.errors import BugError, KnownError
from core.progress import ShouldStop

POLL_S = 0.05
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Studios:
    """A context: leaving it ends every process that was started."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[threading.Thread] = []
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        self._answers = queue.SimpleQueue[Answer | None]()

    def __enter__(self) -> Studios:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.wait()
        for thread in self._threads:
            thread.join()
        for process in self._processes:
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    _close(pipe)
        self._errors.close()

    def work(self, orders: Sequence[Order], should_stop: ShouldStop) -> Iterator[int]:
        """The index of each track as it is finished; ends early when asked to stop."""
        waiting = iter(orders)
        lock = threading.Lock()

        def next_order() -> Order | None:
            with lock:
                return next(waiting, None)

        for _ in range(min(self._number, len(orders))):
            process = self._start()
            self._processes.append(process)
            thread = threading.Thread(target=self._serve, args=(process, next_order), daemon=True)
            self._threads.append(thread)
            thread.start()
        done = 0
        while done < len(orders):
            if should_stop():
                return
            try:
                answer = self._answers.get(timeout=POLL_S)
            except queue.Empty:
                continue
            if answer is None:
                raise BugError(f"a studio died: {self._last_words()}")
            if answer.sentence:
                raise KnownError(answer.sentence, answer.hint)
            done += 1
            yield answer.index

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "core.demo.studio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=os.environ | ONE_THREAD,
        )

    def _serve(self, process: subprocess.Popen[bytes], next_order: object) -> None:
        """Runs in a thread: one order, one answer. None tells that the process is gone."""
        assert process.stdin is not None
        assert process.stdout is not None
        assert callable(next_order)
        while (order := next_order()) is not None:
            try:
                process.stdin.write(msgspec.json.encode(order) + b"\n")
                process.stdin.flush()
                line = process.stdout.readline()
            except (OSError, ValueError):
                line = b""
            self._answers.put(msgspec.json.decode(line, type=Answer) if line else None)
            if not line:
                return

    def _last_words(self) -> str:
        self._errors.seek(0)
        lines = self._errors.read()[-4000:].decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else "it said nothing"


def _close(pipe: IO[bytes]) -> None:
    """What is still buffered for a dead process is of no use."""
    try:
        pipe.close()
    except OSError:
        return


def processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
