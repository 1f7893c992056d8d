"""Kills `soundings verify` at random moments, for real, and looks at what is left.

The suite tries a few moments; `python -m tests.core.jobs.kill_verify --moments 50`
tries as many as you like of each kind: the worker, the whole program, both.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import io
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import psutil

from core.cli.main import run as run_command
from core.store import create_collection, open_collection
from core.store.files import TEMPORARY
from tests.core.tracks import add_tracks

Target = Literal["worker", "program", "both"]
Answer = tuple[int, object, str]
Ask = Callable[..., Answer]
TARGETS: tuple[Target, ...] = ("worker", "program", "both")
COMMAND = [sys.executable, "-P", "-m", "core.cli"]


def make_template(folder: Path, tracks: int) -> Path:
    with create_collection(folder / "template") as collection:
        add_tracks(collection, folder / "audio", tracks, size=4000)
    return folder / "template"


def answer(*arguments: str) -> Answer:
    """What a program answers: its exit status, its document, what it told."""
    run = subprocess.run([*COMMAND, *arguments, "--json"], capture_output=True, text=True, check=False)
    return run.returncode, json.loads(run.stdout) if run.stdout else None, run.stderr


def answer_here(*arguments: str) -> Answer:
    """The same in this process, for what is done after a kill."""
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as told:
        status = run_command([*arguments, "--json"])
    return status, json.loads(out.getvalue()) if out.getvalue() else None, told.getvalue()


def duration_s(template: Path, folder: Path) -> float:
    """How long an undisturbed run takes here and now."""
    shutil.copytree(template, folder)
    start = time.monotonic()
    answer("verify", str(folder))
    shutil.rmtree(folder)
    return time.monotonic() - start


def kill_at(folder: Path, target: Target, moment_s: float) -> bool:
    """Start `verify`, kill at the moment; false when it was through before."""
    with subprocess.Popen(
        [*COMMAND, "verify", str(folder), "--json"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as program:
        time.sleep(moment_s)
        try:
            workers = psutil.Process(program.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            workers = []
        alive = program.poll() is None
        if target != "worker" and alive:
            os.kill(program.pid, signal.SIGKILL)
        if target != "program":
            for worker in workers:
                with_suppressed(worker.kill)
        program.wait()
        psutil.wait_procs(workers, timeout=10)
    left = [worker for worker in workers if worker.is_running() and worker.status() != psutil.STATUS_ZOMBIE]
    assert not left, f"workers outlive their program: {left}"
    return alive


def with_suppressed(function: Callable[[], None]) -> None:
    try:
        function()
    except psutil.NoSuchProcess:
        return


def examine(folder: Path, tracks: int, answer: Ask = answer) -> str:
    """Everything that must hold after a kill; returns the state in which the job was found."""
    with open_collection(folder) as collection, collection.database.connection() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None
    assert list(folder.rglob(f"{TEMPORARY}*")) == []
    status, jobs, told = answer("jobs", str(folder))
    assert status == 0, told
    assert isinstance(jobs, list)
    if not jobs:
        found = "never queued"
        status, job, told = answer("verify", str(folder))
    elif jobs[0]["state"] == "done":
        found, job = "done", jobs[0]
    else:
        assert jobs[0]["state"] in ("interrupted", "waiting"), jobs[0]
        found = jobs[0]["state"]
        status, job, told = answer("jobs", str(folder), "resume", str(jobs[0]["job"]))
    assert status == 0, told
    assert isinstance(job, dict)
    assert job["state"] == "done"
    empty = {"shards": {}, "harmed": [], "checkpoints": {}, "lost": []}
    assert job["result"] == empty | {"tracks": {"unchanged": tracks}}, job
    assert (job["done"], job["total"]) == (tracks, tracks)
    with sqlite3.connect(folder / "collection.sqlite") as connection_:
        (rows,) = connection_.execute("SELECT count(*) FROM verifications").fetchone()
    connection_.close()
    assert rows == tracks
    assert list(folder.rglob(f"{TEMPORARY}*")) == []
    return found


def try_moments(
    folder: Path,
    moments: int,
    tracks: int,
    seed: int,
    targets: Sequence[Target] = TARGETS,
    answer: Ask = answer,
) -> collections.Counter[tuple[str, str]]:
    template = make_template(folder, tracks)
    whole_s = duration_s(template, folder / "undisturbed")
    rng = random.Random(seed)
    found: collections.Counter[tuple[str, str]] = collections.Counter()
    for target in targets:
        for i in range(moments):
            trial = folder / f"{target} {i}"
            shutil.copytree(template, trial)
            kill_at(trial, target, rng.uniform(0.0, 1.05 * whole_s))
            found[target, examine(trial, tracks, answer)] += 1
            shutil.rmtree(trial)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--tracks", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SOUNDINGS_HOME"] = f"{folder}/home"
        found = try_moments(Path(folder), arguments.moments, arguments.tracks, arguments.seed)
    for (target, state), number in sorted(found.items()):
        sys.stdout.write(f"killed {target:8} found {state:13} {number:4}\n")
    sys.stdout.write(f"{sum(found.values())} kills, all recovered to {arguments.tracks} unchanged\n")


if __name__ == "__main__":
    main()
