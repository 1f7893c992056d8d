"""Trouble while a job runs: locks, lost wishes, logs that cannot be written, work from elsewhere."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.jobs import Changed, Engine, JobState, Progressed, device
from core.progress import Stop
from core.store import Collection, open_collection
from core.store.schema import JobRow
from tests.core.jobs.conftest import Ear
from tests.core.jobs.strange import Strange
from tests.core.jobs.test_engine import is_running

pytestmark = pytest.mark.usefixtures("warm_worker")


def lock(collection: Collection) -> subprocess.Popen[bytes]:
    code = (
        "import sqlite3, sys; connection = sqlite3.connect(sys.argv[1])\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "print('locked', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(collection.database.path)]
    locker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert locker.stdout is not None
    locker.stdout.readline()
    return locker


@pytest.mark.may_log("no heartbeat")
def test_a_lock_for_a_while_disturbs_nothing(empty_collection: Path, tmp_path: Path) -> None:
    shutil.copytree(empty_collection, tmp_path / "busy")
    with open_collection(tmp_path / "busy", busy_s=0.3) as collection:
        engine = Engine(collection)
        ear = Ear(engine)
        job_id = engine.submit("strange", Strange("count", 600, str(tmp_path / "place")))
        ear.until(is_running)
        locker = lock(collection)
        ear.until(lambda event: isinstance(event, Progressed) and event.done > 450)
        locker.communicate()
        assert ear.until_over(job_id).sentence == "The answer is 600."
        assert engine.job(job_id).state == JobState.DONE
        engine.close()


@pytest.mark.usefixtures("own_worker")
@pytest.mark.may_log("bug|told|no heartbeat|interrupted")
def test_a_job_whose_end_cannot_be_written_is_not_mixed_up_with_the_next(
    empty_collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: list[object]
) -> None:
    monkeypatch.setattr(device, "RETRY_S", 0.2)
    shutil.copytree(empty_collection, tmp_path / "busy")
    with open_collection(tmp_path / "busy", busy_s=0.3) as collection:
        engine = Engine(collection)
        ear = Ear(engine)
        job_id = engine.submit("strange", Strange("count", 300, str(tmp_path / "place")))
        ear.until(is_running)
        locker = lock(collection)
        end = ear.until_over(job_id)
        assert end.state == JobState.INTERRUPTED
        assert "another program has kept it locked" in end.sentence
        locker.communicate()
        after = engine.submit("strange", Strange("answer", 3000))
        assert ear.until_over(after).sentence == "The answer is 3000."
        assert engine.job(job_id).state == JobState.INTERRUPTED
        assert json.loads(engine.job(after).result or "") == {"number": 3000}
        engine.close()


@pytest.mark.parametrize("stop", [Stop.PAUSE, Stop.KEEP])
def test_a_wish_before_the_worker_is_ready_is_heard(
    engine: Engine, ear: Ear, tmp_path: Path, stop: Stop
) -> None:
    for i in range(4):
        job_id = engine.submit("strange", Strange("count", 2000, str(tmp_path / f"place {i}")))
        ear.until(lambda event: isinstance(event, Changed) and event.state == JobState.RUNNING)
        engine.ask(job_id, stop)
        expected = JobState.PAUSED if stop == Stop.PAUSE else JobState.STOPPED
        assert ear.until_over(job_id).state == expected


def test_wishes_for_an_earlier_sitting_do_not_reach_the_next(
    engine: Engine, ear: Ear, tmp_path: Path
) -> None:
    job_id = engine.submit("strange", Strange("count", 100, str(tmp_path / "place")))
    ear.until(is_running)
    for _ in range(5):
        engine.ask(job_id, Stop.PAUSE)
    (thread,) = engine._threads.values()
    assert ear.until_over(job_id).state == JobState.PAUSED
    for _ in range(5):
        thread.ask(job_id, Stop.PAUSE)
    engine.resume(job_id)
    assert ear.until_over(job_id).state == JobState.DONE


def test_giving_way_does_not_undo_a_pause(engine: Engine, ear: Ear, tmp_path: Path) -> None:
    background = engine.submit("background", Strange("count", 5000, str(tmp_path / "place")))
    ear.until(is_running)
    engine.ask(background, Stop.PAUSE)
    normal = engine.submit("strange", Strange("answer", 1))
    ear.until_over(normal)
    assert engine.job(background).state == JobState.PAUSED


def test_a_log_that_cannot_be_written_stops_no_job(engine: Engine, ear: Ear, collection: Collection) -> None:
    (collection.folder / "logs").rmdir()
    (collection.folder / "logs").write_text("a file where the folder should be")
    job_id = engine.submit("strange", Strange("answer", 4))
    assert ear.until_over(job_id).sentence == "The answer is 4."


def test_jobs_of_a_collection_from_elsewhere_wait_to_be_asked(collection: Collection) -> None:
    with collection.database.writing() as session:
        row = JobRow(
            kind="verify",
            title="Odd",
            request="{}",
            device="cpu",
            priority=10,
            state="waiting",
            host="elsewhere",
        )
        session.add(row)
        session.flush()
        job_id = row.id
    engine = Engine(collection)
    ear = Ear(engine)
    other = engine.submit("strange", Strange("answer", 1))
    ear.until_over(other)
    assert engine.job(job_id).state == JobState.WAITING
    engine.resume(job_id)
    assert ear.until_over(job_id).state == JobState.DONE
    engine.close()
