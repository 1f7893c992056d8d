"""Kills `soundings encode` at random moments, for real, and compares what a resumed job makes, to the bit.

`python -m tests.core.embedding.kill_encode --moments 20` tries as many as you
like over 300 tracks of the demo. Moments are spread over the time in which the
job itself runs: what comes before it, as starting Python, writes nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil

from core.embedding import list_sets
from core.store import open_collection
from core.store.files import TEMPORARY
from tests.core.jobs.kill_verify import COMMAND, Ask, answer

Rows = dict[str, tuple[list[int], list[int], bytes]]
WAIT_S = 100.0


@dataclass(frozen=True)
class Killed:
    """`left`: how much of the job's usual time was left; then tracks encoded before and after."""

    left: float
    before: int
    after: int


def encode(folder: Path, encoder: str) -> list[str]:
    return ["encode", str(folder), "--encoder", encoder, "--device", "cpu", "--precision", "fp32"]


def vectors(folder: Path) -> Rows:
    """Every vector of the only set, with the track and window it belongs to."""
    with open_collection(folder) as collection:
        (info,) = list_sets(collection)
        found: Rows = {}
        for part in ("track", "excerpt"):
            read = collection.vectors.read_set(info.id, part)  # type: ignore[arg-type]
            found[part] = (
                read.track_ids.tolist(),
                read.window.tolist(),
                np.ascontiguousarray(read.matrix).tobytes(),
            )
        return found


def written(folder: Path) -> int:
    """Tracks that had vectors when the program died; both parts of each, or none."""
    with open_collection(folder) as collection, collection.database.connection() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        parts = [
            connection.exec_driver_sql(
                "SELECT track_id FROM shard_tracks JOIN shards ON id = shard_id WHERE part = ? ORDER BY 1",
                (part,),
            )
            .scalars()
            .all()
            for part in ("track", "excerpt")
        ]
    assert parts[0] == parts[1]
    assert len(set(parts[0])) == len(parts[0])
    return len(parts[0])


def start(folder: Path, encoder: str) -> subprocess.Popen[bytes]:
    """The program, once its worker has loaded the encoder and begun to hear: its crew is there."""
    program = subprocess.Popen(
        [*COMMAND, *encode(folder, encoder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    worker, deadline = psutil.Process(program.pid), time.monotonic() + WAIT_S
    while not any(child.children() for child in worker.children()):
        assert program.poll() is None, "the job never began"
        assert time.monotonic() < deadline, "the job never began"
        time.sleep(0.02)
    return program


def kill(pid: int) -> None:
    """A process and all that it has started, at once, as when the power goes."""
    family = [*psutil.Process(pid).children(recursive=True), psutil.Process(pid)]
    for member in family:
        try:
            os.kill(member.pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def usual_s(folder: Path, encoder: str) -> float:
    """How long the job takes when nobody disturbs it."""
    with start(folder, encoder) as program:
        begun_s = time.monotonic()
        assert program.wait() == 0
        return time.monotonic() - begun_s


def kill_at(folder: Path, encoder: str, moment_s: float) -> None:
    with start(folder, encoder) as program:
        time.sleep(moment_s)
        if program.poll() is None:
            kill(program.pid)
        program.wait()


def resume(folder: Path, encoder: str, answer: Ask) -> tuple[int, int]:
    """Tracks encoded before and after the kill."""
    before = written(folder)
    _, jobs, _ = answer("jobs", str(folder))
    assert isinstance(jobs, list)
    left = next((job for job in jobs if job["kind"] == "encode" and job["state"] != "done"), None)
    command = ["jobs", str(folder), "resume", str(left["job"])] if left else encode(folder, encoder)
    status, job, told = answer(*command)
    assert status == 0, told
    assert isinstance(job, dict)
    new = job["result"]["new"] if left else job["new"]
    assert list(folder.rglob(f"{TEMPORARY}*")) == []
    return before, new


def try_moments(
    template: Path, folder: Path, encoder: str, moments: int, seed: int, answer: Ask = answer
) -> list[Killed]:
    """One moment at random in each of so many equal spans of the job."""
    undisturbed = folder / "undisturbed"
    shutil.copytree(template, undisturbed)
    whole_s = usual_s(undisturbed, encoder)
    expected, tracks, rng, found = vectors(undisturbed), written(undisturbed), random.Random(seed), []
    for i in range(moments):
        trial, share = folder / f"trial {i}", (i + rng.random()) / moments
        shutil.copytree(template, trial)
        kill_at(trial, encoder, share * whole_s)
        before, after = resume(trial, encoder, answer)
        assert before + after == tracks, (before, after)
        assert vectors(trial) == expected
        found.append(Killed(1 - share, before, after))
        shutil.rmtree(trial)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=20)
    parser.add_argument("--tracks", type=int, default=300)
    parser.add_argument("--encoder", default="mel-resnet")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["SOUNDINGS_HOME"] = f"{place}/home"
        template = Path(place) / "template"
        status, _, told = answer("demo", str(template), "--tracks", str(arguments.tracks))
        assert status == 0, told
        found = try_moments(template, Path(place), arguments.encoder, arguments.moments, arguments.seed)
    for one in found:
        share = f"{1 - one.left:4.0%} of the job"
        sys.stdout.write(f"killed after {share}: {one.before:4} tracks, {one.after:4} more when resumed\n")
    early = sum(not one.before for one in found)
    late = sum(not one.after for one in found)
    sys.stdout.write(f"{len(found)} kills, all resumed to the same bits; ")
    sys.stdout.write(f"{early} came before the first shard, {late} after the last\n")


if __name__ == "__main__":
    main()
