"""Kills `soundings train` at random moments, for real, and compares what a resumed run makes, to the bit.

`python -m tests.core.recipes.kill_train --moments 20` tries as many as you like: a network of ours
learns end to end from the demo. Curves, confusions, weights, predictions and scores must be those
of a run that nobody disturbed.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from core.runs import find_checkpoint, read_curves, read_predictions, read_scores
from core.store import open_collection
from core.store.files import TEMPORARY
from core.training.checkpoint import read
from tests.core.embedding.kill_encode import WAIT_S, kill
from tests.core.jobs.kill_verify import COMMAND, answer

WHOLE = ("encoder.name=mel-cnn", "encoder.tune=whole", "encoder.window_s=3", "encoder.augment=true",
         "head.dropout=0.2", "training.batch=8", "training.encoder_lr=0.001", "training.average=0.9",
         "training.patience=0", "training.checkpoint_s=0", "controls=")  # fmt: skip
"""All that could go on otherwise is in it: crops and changes drawn, dropout, norms, a running mean."""


@dataclass(frozen=True)
class Killed:
    """`share` of the job's usual time had passed; the run stood at this step when it went on."""

    share: float
    step: int


def train(folder: Path, settings: Sequence[str]) -> list[str]:
    changes = [word for setting in settings for word in ("--set", setting)]
    return ["train", str(folder), "classify", "--device", "cpu", *changes]


def made(folder: Path) -> dict[str, Any]:
    """All that the only run has left, but for times."""
    with open_collection(folder) as collection:
        with collection.database.connection() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            runs = connection.exec_driver_sql("SELECT id, state FROM runs").all()
        assert [state for _, state in runs] == ["done"]
        number = runs[0][0]
        best = find_checkpoint(collection, number, "best")
        assert best
        tensors, _, _ = read(best.path)
        return {
            "curves": [
                (row.epoch, row.step, row.figures, row.confusion) for row in read_curves(collection, number)
            ],
            "weights": {name: tensor.numpy().tobytes() for name, tensor in tensors.items()},
            "predictions": read_predictions(collection, number),
            "scores": read_scores(collection, number),
        }


def step_kept(folder: Path) -> int:
    """Where the last checkpoint stands; 0 where there is none."""
    with open_collection(folder) as collection, collection.database.connection() as connection:
        chosen = "SELECT max(step) FROM checkpoints WHERE reason = 'latest'"
        return connection.exec_driver_sql(chosen).scalar() or 0


def start(folder: Path, settings: Sequence[str]) -> subprocess.Popen[bytes]:
    """The program, once its worker hears: its crew is there."""
    program = subprocess.Popen(
        [*COMMAND, *train(folder, settings)],
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


def try_moments(
    template: Path, folder: Path, settings: Sequence[str], moments: int, seed: int
) -> list[Killed]:
    """One moment at random in each of so many equal spans of the job."""
    undisturbed = folder / "undisturbed"
    shutil.copytree(template, undisturbed)
    with start(undisturbed, settings) as program:
        begun_s = time.monotonic()
        assert program.wait() == 0
        whole_s = time.monotonic() - begun_s
    expected, rng, found = made(undisturbed), random.Random(seed), []
    for i in range(moments):
        trial, share = folder / f"trial {i}", (i + rng.random()) / moments
        shutil.copytree(template, trial)
        with start(trial, settings) as program:
            time.sleep(share * whole_s)
            if program.poll() is None:
                kill(program.pid)
            program.wait()
        step = step_kept(trial)
        resume(trial)
        differ = [name for name, value in made(trial).items() if value != expected[name]]
        assert not differ, (share, step, differ)
        found.append(Killed(share, step))
        shutil.rmtree(trial)
    return found


def resume(folder: Path) -> None:
    _, jobs, _ = answer("jobs", str(folder))
    assert isinstance(jobs, list)
    left = [job for job in jobs if job["kind"] == "train" and job["state"] != "done"]
    if left:
        status, _, told = answer("jobs", str(folder), "resume", str(left[0]["job"]))
        assert status == 0, told
    assert list(folder.rglob(f"{TEMPORARY}*")) == []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=20)
    parser.add_argument("--tracks", type=int, default=48)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["SOUNDINGS_HOME"] = f"{place}/home"
        template = Path(place) / "template"
        status, _, told = answer("demo", str(template), "--tracks", str(arguments.tracks))
        assert status == 0, told
        settings = (*WHOLE, f"training.epochs={arguments.epochs}")
        found = try_moments(template, Path(place), settings, arguments.moments, arguments.seed)
    for one in found:
        sys.stdout.write(f"killed after {one.share:4.0%} of the job: went on from step {one.step}\n")
    fresh = sum(not one.step for one in found)
    sys.stdout.write(
        f"{len(found)} kills, all resumed to the same bits; {fresh} came before the first checkpoint\n"
    )


if __name__ == "__main__":
    main()
