"""A few of the moments at which encoding can be killed; `kill_encode` tries many."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.embedding import EncodeRequest
from core.embedding.encode import run
from core.progress import Context
from tests.core import heard
from tests.core.embedding.kill_encode import Rows, kill, try_moments, vectors, written
from tests.core.jobs.kill_verify import answer_here

TRACKS = 30
JOB = """
import sys
from pathlib import Path
from core.embedding import EncodeRequest, book
from core.embedding.encode import run
from core.progress import Context
book.FLUSH_S = 0.0
context = Context(Path(sys.argv[1]), 3)
run(EncodeRequest("descriptors"), context, progress=lambda step: print(step.done, flush=True))
"""
"""With a shard for every track, so that there is something to be killed between."""


@pytest.fixture(scope="module")
def takes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return heard.make(tmp_path_factory.mktemp("takes"), [3.0] * TRACKS)


@pytest.fixture(scope="module")
def undisturbed(takes: Path, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    folder = tmp_path_factory.mktemp("undisturbed") / "coast"
    shutil.copytree(takes / "coast", folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDINGS_HOME", str(folder.with_name("home")))
        run(EncodeRequest("descriptors"), Context(folder, 3))
    return vectors(folder)


@pytest.mark.parametrize("lines", [2, 9, 25])
def test_a_killed_job_goes_on_to_the_same_bits(
    lines: int, takes: Path, undisturbed: Rows, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "coast"
    shutil.copytree(takes / "coast", folder)
    with subprocess.Popen([sys.executable, "-c", JOB, str(folder)], stdout=subprocess.PIPE) as job:
        assert job.stdout is not None
        for _ in range(lines):
            job.stdout.readline()
        kill(job.pid)
    before = written(folder)
    assert lines - 2 <= before < TRACKS
    assert run(EncodeRequest("descriptors"), Context(folder, 3)).new == TRACKS - before
    assert vectors(folder) == undisturbed


@pytest.mark.usefixtures("warm_worker")
def test_a_killed_program_goes_on_to_the_same_bits(takes: Path, tmp_path: Path) -> None:
    (killed,) = try_moments(takes / "coast", tmp_path, "descriptors", moments=1, seed=3, answer=answer_here)
    assert killed.before + killed.after == TRACKS
