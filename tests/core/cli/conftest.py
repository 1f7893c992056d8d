"""Commands in the test's own process, which has imported everything; their jobs in one worker process.

What only a process of its own can show is in `test_commands`, and in one test for each group of commands.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from core.cli.main import run
from core.jobs import device
from tests.conftest import log_as_before
from tests.core.warm import WarmWorker


class Said(NamedTuple):
    status: int
    out: str
    told: str


Say = Callable[..., Said]
Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def command(warm: tuple[WarmWorker, Path]) -> Callable[..., int]:
    """As `say`, for what the tests of a module share."""
    worker, home = warm

    def command(*arguments: str) -> int:
        with log_as_before(), pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOUNDINGS_HOME", str(home))
            patch.setattr(device, "WorkerProcess", worker.take)
            return run(list(arguments))

    return command


@pytest.fixture
def say(warm_worker: None, capfd: pytest.CaptureFixture[str]) -> Say:
    """A command; its exit status, what it wrote to stdout, and what it told on stderr."""

    def say(*arguments: str) -> Said:
        status = run(list(arguments))
        return Said(status, *capfd.readouterr())

    return say


@pytest.fixture
def ask(say: Say) -> Ask:
    """What a command that succeeds answers to scripts."""

    def ask(*arguments: str) -> Any:
        status, out, told = say(*arguments, "--json")
        assert status == 0, told
        assert "Warning" not in told
        return json.loads(out)

    return ask
