"""What the engine's tests have in common beside the habits of all."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import crew

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
