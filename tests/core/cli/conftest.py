"""Commands in the test's own process, which has imported everything; their jobs in one worker process.

What only a process of its own can show is in `test_commands`, and in one test for each group of commands.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from core.cli.main import run
from core.jobs import device
from tests.conftest import log_as_before
from tests.core.jobs.warm import WarmWorker


class Said(NamedTuple):
    status: int
    out: str
    told: str


Say = Callable[..., Said]
Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shared") / "home"


@pytest.fixture(scope="module")
def warm(shared_home: Path) -> Iterator[WarmWorker]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDINGS_HOME", str(shared_home))
        worker = WarmWorker()
    yield worker
    worker.end()


@pytest.fixture(scope="module")
def command(shared_home: Path, warm: WarmWorker) -> Callable[..., int]:
    """As `say`, for what the tests of a module share."""

    def command(*arguments: str) -> int:
        with log_as_before(), pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOUNDINGS_HOME", str(shared_home))
            patch.setattr(device, "WorkerProcess", warm.take)
            return run(list(arguments))

    return command


@pytest.fixture(autouse=True)
def home(shared_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same for all tests of a module, since a worker keeps to its own; empty for each."""
    shutil.rmtree(shared_home, ignore_errors=True)
    monkeypatch.setenv("SOUNDINGS_HOME", str(shared_home))
    return shared_home


@pytest.fixture
def say(
    home: Path, warm: WarmWorker, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Say:
    """A command; its exit status, what it wrote to stdout, and what it told on stderr."""
    monkeypatch.setattr(device, "WorkerProcess", warm.take)

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
