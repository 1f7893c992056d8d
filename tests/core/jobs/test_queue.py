"""The queue under several programs: one claim each, and nothing held by the dead."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import timedelta

import pytest

from core.errors import RequestProblem
from core.jobs import JobState, Priority, Queue
from core.jobs.kinds import find_kind
from core.jobs.process import birth, is_alive
from core.progress import Stop
from core.store import Collection
from core.store.schema import JobRow, now


@pytest.fixture
def queue(collection: Collection) -> Queue:
    return Queue(collection)


def submit(queue: Queue, kind: str = "strange", device: str = "cpu") -> int:
    return queue.submit(find_kind(kind), '{"what":"answer"}', device)


def change(collection: Collection, job_id: int, **values: object) -> None:
    with collection.database.writing() as session:
        for name, value in values.items():
            setattr(session.get_one(JobRow, job_id), name, value)


def test_the_most_urgent_goes_first_then_the_oldest(queue: Queue) -> None:
    background, first, second = submit(queue, "background"), submit(queue), submit(queue)
    question = submit(queue, "question")
    order = []
    while (job := queue.claim("cpu")) is not None:
        order.append(job.id)
    assert order == [question, first, second, background]


def test_a_device_takes_its_own_jobs_and_a_lane_its_own_urgency(queue: Queue) -> None:
    submit(queue, device="cuda:0")
    assert queue.claim("cpu") is None
    submit(queue)
    assert queue.claim("cpu", Priority.QUESTION) is None
    assert queue.claim("cpu", Priority.NORMAL) is not None


def test_each_job_is_claimed_once(queue: Queue) -> None:
    ids = [submit(queue) for _ in range(30)]
    claimed: list[int] = []

    def take() -> None:
        while (job := queue.claim("cpu")) is not None:
            claimed.append(job.id)

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claimed) == ids


def test_what_is_kept_for_one_program_is_not_taken_by_another(collection: Collection, queue: Queue) -> None:
    mine = queue.submit(find_kind("strange"), "{}", "cpu", mine=True)
    other = Queue(collection)
    other._pid = 1
    assert other.claim("cpu") is None
    job = queue.claim("cpu", adopt=False)
    assert job is not None
    assert job.id == mine
    submit(queue)
    assert queue.claim("cpu", adopt=False) is None


def dead_process() -> tuple[int, float]:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        born = birth(process.pid)
        assert born is not None
        process.communicate(b"\n")
    return process.pid, born


def test_jobs_of_the_dead_are_interrupted(collection: Collection, queue: Queue) -> None:
    job_id, waiting = submit(queue), queue.submit(find_kind("strange"), "{}", "cpu", mine=True)
    queue.claim("cpu", adopt=True)
    pid, born = dead_process()
    change(collection, job_id, state="running", runner_pid=pid, runner_born=born)
    change(collection, waiting, state="waiting", runner_pid=pid, runner_born=born)
    change(collection, job_id, done=812, total=2000, unit="files", title="Verify files", kind="verify")
    (found,) = queue.recover()
    assert (found.id, found.state) == (job_id, JobState.INTERRUPTED)
    assert found.sentence == "Verify files was interrupted at 812 of 2,000 files. Nothing is lost."
    assert queue.get(waiting).state == JobState.WAITING
    assert queue.recover() == []
    queue.resume(job_id)
    assert queue.get(job_id).state == JobState.WAITING


def test_a_number_used_again_is_not_the_same_process(collection: Collection, queue: Queue) -> None:
    job_id = submit(queue)
    queue.claim("cpu")
    assert queue.recover() == []
    change(collection, job_id, runner_born=1.0)
    assert [job.id for job in queue.recover()] == [job_id]


def test_an_orphan_is_ended_before_its_job_is_offered(collection: Collection, queue: Queue) -> None:
    job_id = submit(queue)
    queue.claim("cpu")
    pid, born = dead_process()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as orphan:
        orphan_born = birth(orphan.pid)
        change(collection, job_id, runner_pid=pid, runner_born=born)
        change(collection, job_id, worker_pid=orphan.pid, worker_born=orphan_born)
        assert is_alive(orphan.pid, orphan_born)
        assert [job.id for job in queue.recover()] == [job_id]
        assert not is_alive(orphan.pid, orphan_born)


@pytest.mark.parametrize("left", ["running", "waiting", "paused", "interrupted"])
def test_a_question_goes_with_its_program(collection: Collection, queue: Queue, left: str) -> None:
    """As a kill leaves it, or an older version that paused questions."""
    asked = submit(queue, "question")
    queue.claim("cpu")
    assert queue.recover() == []
    pid, born = dead_process() if left in ("running", "waiting") else (None, None)
    change(collection, asked, state=left, runner_pid=pid, runner_born=born, asked="pause")
    assert queue.recover() == []
    assert queue.get(asked).state == JobState.CANCELLED
    assert queue.get(asked).asked is None
    assert queue.claim("cpu") is None


def test_a_question_is_answered_by_the_program_that_asks(collection: Collection, queue: Queue) -> None:
    asked = submit(queue, "question")
    other = Queue(collection)
    other._pid = 1
    assert other.claim("cpu") is None
    other.drop_questions()
    assert queue.get(asked).state == JobState.WAITING
    job = queue.claim("cpu")
    assert job is not None
    assert job.id == asked


def test_another_computer_is_trusted_for_a_minute(collection: Collection, queue: Queue) -> None:
    job_id = submit(queue)
    queue.claim("cpu")
    change(collection, job_id, host="the other one", runner_pid=1)
    assert queue.recover() == []
    change(collection, job_id, beat_at=now() - timedelta(seconds=61))
    assert [job.id for job in queue.recover()] == [job_id]


def test_a_fragile_job_of_the_dead_has_failed(collection: Collection, queue: Queue) -> None:
    job_id = submit(queue, "fragile")
    queue.claim("cpu")
    change(collection, job_id, runner_born=1.0)
    (found,) = queue.recover()
    assert found.state == JobState.FAILED
    assert found.sentence == "Do something fragile was interrupted. Start it anew."


@pytest.mark.parametrize(
    ("before", "stop", "after"),
    [
        ("waiting", Stop.PAUSE, "paused"),
        ("waiting", Stop.CANCEL, "cancelled"),
        ("waiting", Stop.KEEP, "cancelled"),
        ("paused", Stop.CANCEL, "cancelled"),
        ("interrupted", Stop.CANCEL, "cancelled"),
        ("paused", Stop.PAUSE, "paused"),
        ("done", Stop.CANCEL, "done"),
        ("failed", Stop.PAUSE, "failed"),
    ],
)
def test_a_job_that_does_not_run_obeys_at_once(
    collection: Collection, queue: Queue, before: str, stop: Stop, after: str
) -> None:
    job_id = submit(queue)
    change(collection, job_id, state=before)
    assert queue.ask(job_id, stop) == after
    assert queue.get(job_id).state == after


def test_an_ended_job_cannot_be_resumed(collection: Collection, queue: Queue) -> None:
    job_id = submit(queue)
    change(collection, job_id, state="done")
    with pytest.raises(RequestProblem, match="is done and cannot be resumed"):
        queue.resume(job_id)
