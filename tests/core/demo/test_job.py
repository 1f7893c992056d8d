"""The job `demo`: composed, taken in, told the truth of, heard; or as if it had never been."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from sqlalchemy import func, select

from core.demo.job import discard, run
from core.demo.request import DemoRequest
from core.jobs import Changed, Engine, JobState, Progressed
from core.library.query import find
from core.progress import Context, Step, Stop
from core.store import Collection
from core.store.schema import Caption, Folder, Label, Track
from tests.core.jobs.conftest import Ear
from tests.core.jobs.kill_verify import COMMAND, answer, answer_here

pytestmark = pytest.mark.usefixtures("warm_worker")

SMALL = DemoRequest(tracks=3, seconds=3.0)


@pytest.fixture
def engine(collection: Collection) -> Iterator[Engine]:
    engine = Engine(collection)
    yield engine
    engine.close(10.0)


def count(collection: Collection, table: type) -> int:
    with collection.database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def nothing_is_left(collection: Collection) -> bool:
    counts = [count(collection, table) for table in (Track, Folder, Label, Caption)]
    return not any(counts) and not (collection.folder / "audio").exists()


def stopped(tracks: int, how: Stop) -> tuple[Callable[[Step], None], Callable[[], Stop | None]]:
    steps: list[Step] = []
    return steps.append, lambda: how if steps and steps[-1].done >= tracks else None


def test_one_job_makes_a_collection_that_knows_the_truth(collection: Collection, engine: Engine) -> None:
    ear = Ear(engine)
    job_id = engine.submit("demo", SMALL)
    assert ear.until_over(job_id).state == JobState.DONE
    heard = ear.until(lambda e: isinstance(e, Changed) and e.job_id != job_id and e.state == JobState.DONE)
    assert engine.job(heard.job_id).kind == "listen"
    assert engine.job(heard.job_id).sentence == "3 files heard. 3 tracks, all ok."
    said = engine.job(job_id).sentence
    assert said.startswith(f"3 tracks made in {(collection.folder / 'audio').resolve()}. ")
    assert "9 captions say what is true." in said
    assert count(collection, Caption) == 9
    assert len(find(collection, "genre:waltz tempo:1..999").ids) == 1
    assert [p.total for p in ear.of(Progressed, job_id)][-1] == 3
    assert not list(collection.folder.rglob(".soundings-*"))


def test_cancelling_a_running_job_leaves_no_file_and_no_track(collection: Collection, engine: Engine) -> None:
    ear = Ear(engine)
    job_id = engine.submit("demo", DemoRequest(tracks=400, seconds=3.0))
    ear.until(lambda e: isinstance(e, Progressed) and e.done >= 2)
    engine.ask(job_id, Stop.CANCEL)
    assert ear.until_over(job_id).state == JobState.CANCELLED
    assert nothing_is_left(collection)


@pytest.mark.parametrize("again", [False, True])
def test_cancelling_after_the_scan_takes_the_tracks_along(collection: Collection, again: bool) -> None:
    context = Context(collection.folder, 7)
    result = run(SMALL, context, should_stop=lambda: Stop.PAUSE if count(collection, Track) else None)
    assert result.tracks == 0
    assert count(collection, Track) == 3
    if again:
        run(SMALL, context, should_stop=lambda: Stop.PAUSE)
    discard(SMALL, context)
    assert nothing_is_left(collection)


def test_what_is_done_is_there_to_stay_whatever_is_cancelled_later(collection: Collection) -> None:
    first, later = Context(collection.folder, 1), Context(collection.folder, 2)
    run(SMALL, first)
    discard(SMALL, first)
    assert count(collection, Track) == 3
    assert count(collection, Caption) == 9
    more = DemoRequest(tracks=6, seconds=3.0)
    progress, should_stop = stopped(5, Stop.CANCEL)
    run(more, later, progress=progress, should_stop=should_stop)
    discard(more, later)
    assert count(collection, Track) == 3
    assert len(json.loads((collection.folder / "audio/truth.json").read_text(encoding="utf-8"))) == 3


def test_stop_and_keep_takes_in_what_is_there(collection: Collection) -> None:
    progress, should_stop = stopped(2, Stop.KEEP)
    many = DemoRequest(tracks=40, seconds=3.0)
    result = run(many, Context(collection.folder, 1), progress=progress, should_stop=should_stop)
    assert 2 <= result.tracks < 40
    assert count(collection, Track) == result.tracks


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_killed_program_leaves_a_job_that_goes_on(collection: Collection) -> None:
    request = DemoRequest(tracks=12, seconds=3.0)
    command = [*COMMAND, "demo", str(collection.folder), "--tracks", "12", "--seconds", "3"]
    with subprocess.Popen(command) as program:
        while len(list(collection.folder.glob("audio/*/*/*"))) < 2:
            assert program.poll() is None
            time.sleep(0.05)
        family = psutil.Process(program.pid).children(recursive=True)
        program.kill()
    psutil.wait_procs(family, timeout=10)
    engine = Engine(collection)
    try:
        job = engine.find("demo", request)
        assert job is not None
        assert job.state == JobState.INTERRUPTED
        ear = Ear(engine)
        engine.resume(job.id)
        assert ear.until_over(job.id).state == JobState.DONE
        ear.until(lambda e: isinstance(e, Changed) and e.job_id != job.id and e.state == JobState.DONE)
        assert count(collection, Track) == 12
        assert " there already. " in engine.job(job.id).sentence
    finally:
        engine.close(10.0)


def test_the_command_line_goes_the_same_way(tmp_path: Path) -> None:
    command = ["demo", str(tmp_path / "demo"), "--tracks", "2", "--seconds", "3"]
    status, made, told = answer(*command)
    assert status == 0, told
    assert isinstance(made, dict)
    assert (made["tracks"], made["captions"], made["ledger"]["states"]["ok"]) == (2, 6, 2)
    assert answer_here(*command)[:2] == (0, made)
