"""A crew survives whatever its members meet."""

from __future__ import annotations

import multiprocessing
import random
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import crew
from core.crew import Crew, Died, in_order
from core.errors import WorkerProblem
from core.progress import Stop

DO = "tests.core.odd_things:do"


@pytest.fixture(autouse=True)
def _started_as_by_a_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_spawn", multiprocessing.get_context("spawn"))


@pytest.mark.parametrize("batch", [1, 7])
@pytest.mark.parametrize("size", [1, 3])
def test_everything_is_answered_once(size: int, batch: int) -> None:
    things = [f"thing {i}" for i in range(50)]
    with Crew(DO, size, batch=batch) as crew:
        answers = dict(crew.run(things))
        assert answers == {thing: thing.upper() for thing in things}
        assert dict(crew.run(["again"])) == {"again": "AGAIN"}


@pytest.mark.parametrize("batch", [1, 5])
def test_only_the_culprit_is_lost(batch: int) -> None:
    things = [f"thing {i}" for i in range(20)] + ["crash a", "exit b", "crash c"]
    random.Random(0).shuffle(things)
    with Crew(DO, 2, batch=batch) as crew:
        answers = dict(crew.run(things))
    assert answers.keys() == set(things)
    dead = {thing: answer.how for thing, answer in answers.items() if isinstance(answer, Died)}
    assert dead == {
        "crash a": "the decoder crashed (SIGSEGV)",
        "exit b": "the decoder crashed (exit status 3)",
        "crash c": "the decoder crashed (SIGSEGV)",
    }


def test_whoever_hangs_is_ended() -> None:
    with Crew(DO, 2, patience_s=2.0) as crew:
        answers = dict(crew.run(["hang", "a", "b"]))
    assert answers == {"hang": Died("it took longer than 2 s"), "a": "A", "b": "B"}


@pytest.mark.parametrize("function", ["tests.core.nowhere:do", "tests.core.odd_things:nothing"])
def test_a_crew_that_cannot_begin_blames_no_file(function: str) -> None:
    with Crew(function, 2, batch=3) as crew, pytest.raises(WorkerProblem, match="cannot start"):
        list(crew.run([f"thing {i}" for i in range(50)]))


def test_nothing_to_do() -> None:
    with Crew(DO, 2) as crew:
        assert list(crew.run([])) == []


def test_a_stop_is_heard() -> None:
    asked = False

    def things():
        nonlocal asked
        for i in range(1000):
            asked = i > 20
            yield f"thing {i}"

    with Crew(DO, 2) as crew:
        answers = list(crew.run(things(), lambda: Stop.PAUSE if asked else None))
    assert 10 < len(answers) < 100


@given(st.permutations(range(12)), st.integers(0, 12))
def test_answers_come_in_order(order: list[int], answered: int) -> None:
    answers = [(thing, -thing) for thing in order[:answered]]
    said = list(in_order(range(12), iter(answers)))
    assert sorted(said) == sorted(answers)
    if answered == 12:
        assert said == [(thing, -thing) for thing in range(12)]


ORPHANING = """
import os, signal
from core import crew
from core.crew import Crew
if __name__ == "__main__":
    crew = Crew("tests.core.odd_things:do", 2)
    for thing, answer in crew.run(["a", "b", "c"]):
        pass
    print(*[member.process.pid for member in crew._members], flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_crew_dies_with_its_master(tmp_path: Path) -> None:
    script = tmp_path / "orphaning.py"
    script.write_text(ORPHANING)
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    pids = [int(word) for word in done.stdout.split()]
    assert len(pids) == 2
    deadline = time.monotonic() + 10
    while any(psutil.pid_exists(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in pids if psutil.pid_exists(pid)] == []
