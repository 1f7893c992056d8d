"""The handle of a worker's process: start it, write to it, hear from it, kill it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from typing import IO

import msgspec
import psutil

from core.errors import WorkerProblem
from core.jobs.events import (
    PROGRESS_START,
    SAID_START,
    FromWorker,
    Gone,
    ToWorker,
    read_from_worker,
    write_line,
)

READ_BYTES = 1 << 16
BREATH_S = 0.01
"""Between reads, so that a flood comes in few large pieces and its sender is slowed by a full pipe."""
LAST_BYTES = 4000
"""So much of what a worker wrote at its end is kept."""
SAID_PER_S = 20
"""More sentences than this stay in the job's log only."""


def worker_command(device: str) -> list[str]:
    """`-P` keeps a folder called `core` in the user's working directory out of the way.

    Not `-m`: each process that a job starts would import the main module, with all that it needs.
    """
    begin = "import sys; from core.jobs.worker import main; main(sys.argv[1])"
    return [sys.executable, "-P", "-c", begin, device]


class WorkerProcess:
    """`deliver` is called in a thread of its own with each message, and last with `Gone`."""

    def __init__(self, device: str, deliver: Callable[[WorkerProcess, FromWorker], None]) -> None:
        self._deliver = deliver
        # A file without a name: it goes with the last who holds it, whatever becomes of this program.
        self._stderr: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `close`
        self._last_words = ""
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                worker_command(device),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._stderr,
                start_new_session=True,
                env=os.environ | {"OMP_WAIT_POLICY": "passive"},
            )
        except OSError as error:
            self._stderr.close()
            raise WorkerProblem(
                f"The worker for {device} cannot start: {(error.strerror or str(error)).lower()}.",
                "Run soundings doctor to see what is missing.",
            ) from error
        self.pid = self._process.pid
        self.born = birth(self.pid) or 0.0
        self._reader = threading.Thread(target=self._read, name=f"reader of worker {self.pid}", daemon=True)
        self._reader.start()

    def send(self, message: ToWorker) -> None:
        """A worker that is gone is told of by `Gone`, not here."""
        stdin = self._process.stdin
        try:
            if stdin is not None:
                stdin.write(write_line(message))
                stdin.flush()
        except (OSError, ValueError):
            return

    def kill(self) -> None:
        """At once, with whatever processes it has started itself."""
        if sys.platform == "win32":
            self._process.kill()
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)

    def close(self, wait_s: float = 1.0) -> None:
        """Let an idle worker end by itself; kill it if it does not."""
        if self._process.stdin is not None:
            try:
                self._process.stdin.close()
            except OSError:
                self.kill()
        try:
            self._process.wait(wait_s)
        except subprocess.TimeoutExpired:
            self.kill()
            self._process.wait()
        self._reader.join()
        self.last_words()
        self._stderr.close()

    def how_it_ended(self) -> str:
        """`signal 9`, or `exit status 1` and the last line it wrote, for a person."""
        code = self._process.wait()
        if code < 0:
            return f"signal {-code}"
        lines = self.last_words().splitlines()
        said = f"; its last words: {lines[-1].strip()}" if lines else ""
        return f"exit status {code}{said}"

    def last_words(self) -> str:
        """What it wrote to stderr. Of a process that has ended: it shares the place in the file with us."""
        if not self._stderr.closed:
            with contextlib.suppress(OSError):
                self._stderr.seek(max(self._stderr.seek(0, os.SEEK_END) - LAST_BYTES, 0))
                self._last_words = self._stderr.read().decode("utf-8", "replace").strip()
        return self._last_words

    def _read(self) -> None:
        stdout = self._process.stdout
        assert stdout is not None
        sieve, rest = Sieve(), b""
        with stdout:
            while chunk := os.read(stdout.fileno(), READ_BYTES):
                *lines, rest = (rest + chunk).split(b"\n")
                for message in sieve.pass_on(lines):
                    self._deliver(self, message)
                time.sleep(BREATH_S)
        self._process.wait()
        self._deliver(self, Gone(0))


class Sieve:
    """Lets through what is worth it: the last of much progress, a handful of much talk, all else."""

    def __init__(self) -> None:
        self._said = 0
        self._since_s = 0.0

    def pass_on(self, lines: list[bytes]) -> Iterator[FromWorker]:
        """A library may have written between our worker's lines; that is passed over."""
        outdated = {i for i, line in enumerate(lines) if line.startswith(PROGRESS_START)}
        outdated -= {max(outdated, default=-1)}
        for i, line in enumerate(lines):
            if i in outdated or (line.startswith(SAID_START) and not self._may_say()):
                continue
            try:
                message = read_from_worker(line)
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue
            yield message

    def _may_say(self) -> bool:
        now = time.monotonic()
        if now - self._since_s > 1.0:
            self._said, self._since_s = 0, now
        self._said += 1
        return self._said <= SAID_PER_S


def birth(pid: int) -> float | None:
    """When a process was born: tells it from a later one with the same number."""
    try:
        return float(psutil.Process(pid).create_time())
    except psutil.Error:
        return None


def is_alive(pid: int | None, born: float | None) -> bool:
    if pid is None or born is None:
        return False
    found = birth(pid)
    if found is None or abs(found - born) > 5.0:  # clocks are set now and then
        return False
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False


def end_orphan(pid: int | None, born: float | None) -> None:
    """A worker outlives its killed program by moments; never let it write beside its successor."""
    if pid is None or not is_alive(pid, born):
        return
    try:
        process = psutil.Process(pid)
        process.kill()
        process.wait(5)
    except psutil.Error:
        return
