"""How soon Ctrl-C is answered and how soon the job is over, on the command line.

The job hashes a file that never ends, so there is always something to cancel.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from core.store import create_collection
from tests.benchmarks.figure import Figure
from tests.core.tracks import add_tracks

ROUNDS = 7


def endless(folder: Path) -> Path:
    """A collection whose only track never ends."""
    with create_collection(folder / "coast") as collection:
        (path,) = add_tracks(collection, folder / "audio", 1)
    path.unlink()
    path.symlink_to("/dev/zero")
    return folder / "coast"


def _cancel(collection: Path, job: int) -> tuple[float, float]:
    command = [sys.executable, "-P", "-m", "core.cli", "verify", str(collection)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as program:
        assert program.stderr is not None
        log = collection / "logs" / f"job-{job:06d}.log"
        while not (log.exists() and log.stat().st_size):
            time.sleep(0.01)
        time.sleep(0.5)
        start = time.perf_counter()
        os.killpg(program.pid, signal.SIGINT)
        assert program.stderr.readline() == "Cancelling…\n".encode()
        answered = time.perf_counter() - start
        assert b"was cancelled" in program.stderr.readline()
        return answered, time.perf_counter() - start


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        collection = endless(Path(folder))
        taken = [_cancel(collection, job) for job in range(1, ROUNDS + 1)]
    answered, ended = (max(values) for values in zip(*taken, strict=True))
    return [
        Figure(f"Ctrl-C answered (worst of {ROUNDS})", answered, "s", limit=0.2),
        Figure(f"Ctrl-C until the job is over (worst of {ROUNDS})", ended, "s", limit=2.0),
    ]
