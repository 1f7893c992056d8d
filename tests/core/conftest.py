"""What the engine's tests have in common beside the habits of all."""

from __future__ import annotations

import multiprocessing
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import crew
from core.jobs import device
from tests.core.warm import WarmWorker

MEMBERS = ("core.library.look", "core.library.hear", "core.embedding.spans")


@pytest.fixture(scope="session", autouse=True)
def _forked_crews() -> Iterator[None]:
    """Members of a crew are forked from a process that has imported what they need, not started from nothing.

    Each scan, listening and encoding of a test starts some; `test_crew` has them as a program does.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import forkserver

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crew, "_spawn", multiprocessing.get_context("forkserver"))
        with pytest.MonkeyPatch.context() as for_it:
            for_it.setenv("OMP_NUM_THREADS", "1")
            for_it.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
            forkserver.set_forkserver_preload(list(MEMBERS))
            forkserver.ensure_running()
        yield
    forkserver._forkserver._stop()


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[WarmWorker, Path]]:
    """A worker, and the home to which it keeps."""
    home = tmp_path_factory.mktemp("warm") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDINGS_HOME", str(home))
        worker = WarmWorker()
    yield worker, home
    worker.end()


@pytest.fixture
def warm_worker(home: Path, warm: tuple[WarmWorker, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Every engine of the test is lent the worker of its module; the home of both is empty."""
    worker, shared_home = warm
    shutil.rmtree(shared_home, ignore_errors=True)
    monkeypatch.setenv("SOUNDINGS_HOME", str(shared_home))
    monkeypatch.setattr(device, "WorkerProcess", worker.take)
