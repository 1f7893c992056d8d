"""Jobs from submission to their one end, in real worker processes."""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from core.errors import RequestProblem
from core.jobs import Changed, Engine, JobState, Progressed, Said, Shown, process
from core.progress import Stop
from core.store import Collection
from core.store.schema import JobRow
from tests.core.jobs.conftest import Ear
from tests.core.jobs.strange import Strange

pytestmark = pytest.mark.usefixtures("warm_worker")


def is_running(event: object) -> bool:
    return isinstance(event, Progressed) and event.done > 0


def test_a_job_is_done_and_its_row_says_so(engine: Engine, ear: Ear) -> None:
    job_id = engine.submit("strange", Strange("answer", 42))
    end = ear.until_over(job_id)
    assert (end.state, end.sentence) == (JobState.DONE, "The answer is 42.")
    job = engine.job(job_id)
    assert json.loads(job.result or "") == {"number": 42}
    assert (job.done, job.total, job.attempts) == (1, 1, 1)
    assert "The answer is 42." in job.log_path.read_text()


def test_states_come_in_order(engine: Engine, ear: Ear) -> None:
    job_id = engine.submit("strange", Strange("answer"))
    ear.until_over(job_id)
    states = [event.state for event in ear.of(Changed, job_id)]
    assert states == [JobState.WAITING, JobState.RUNNING, JobState.DONE]


@pytest.mark.usefixtures("own_worker")
def test_the_worker_stays_warm(engine: Engine, ear: Ear, collection: Collection) -> None:
    pids = set()
    for _ in range(3):
        job_id = engine.submit("strange", Strange("answer"))
        ear.until_over(job_id)
        (thread,) = engine._threads.values()
        assert thread._worker is not None
        pids.add(thread._worker.pid)
    assert len(pids) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a file has a name there as long as it is held")
@pytest.mark.usefixtures("own_worker")
def test_a_worker_leaves_no_file_behind_even_when_its_program_is_killed(
    engine: Engine, ear: Ear, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "passing").mkdir()
    monkeypatch.setattr(process.tempfile, "tempdir", str(tmp_path / "passing"))
    ear.until_over(engine.submit("strange", Strange("answer")))
    (thread,) = engine._threads.values()
    assert thread._worker is not None, "it runs on"
    assert list((tmp_path / "passing").iterdir()) == []


@pytest.mark.parametrize(
    ("stop", "state"),
    [(Stop.KEEP, JobState.STOPPED), (Stop.CANCEL, JobState.CANCELLED), (Stop.PAUSE, JobState.PAUSED)],
)
def test_stop_has_three_ends(engine: Engine, ear: Ear, tmp_path: Path, stop: Stop, state: JobState) -> None:
    job_id = engine.submit("strange", Strange("count", 10_000, str(tmp_path / "place")))
    ear.until(is_running)
    engine.ask(job_id, stop)
    asked = ear.until(lambda event: isinstance(event, Changed) and event.asked is not None)
    assert asked.asked == stop  # type: ignore[union-attr]
    assert ear.until_over(job_id).state == state
    discarded = (tmp_path / "place").read_text() == "discarded"
    assert discarded == (state == JobState.CANCELLED)


def test_a_paused_job_goes_on_where_it_was(engine: Engine, ear: Ear, tmp_path: Path) -> None:
    place = tmp_path / "place"
    job_id = engine.submit("strange", Strange("count", 200, str(place)))
    ear.until(is_running)
    engine.ask(job_id, Stop.PAUSE)
    assert ear.until_over(job_id).state == JobState.PAUSED
    at = int(place.read_text())
    assert 0 < at < 200
    ear.heard.clear()
    engine.resume(job_id)
    assert ear.until_over(job_id).state == JobState.DONE
    assert min(event.done for event in ear.of(Progressed, job_id)) >= at
    assert engine.job(job_id).attempts == 2


@pytest.mark.usefixtures("own_worker")
def test_a_deaf_job_is_killed_and_the_next_one_runs(engine: Engine, ear: Ear, tmp_path: Path) -> None:
    job_id = engine.submit("strange", Strange("deaf", path=str(tmp_path / "place")))
    ear.until(is_running)
    engine.ask(job_id, Stop.CANCEL)
    assert ear.until_over(job_id).state == JobState.CANCELLED
    assert (tmp_path / "place").read_text() == "discarded"
    after = engine.submit("strange", Strange("answer", 1))
    assert ear.until_over(after).state == JobState.DONE


def test_a_waiting_job_is_cancelled_at_once(engine: Engine, ear: Ear, tmp_path: Path) -> None:
    first = engine.submit("strange", Strange("count", 10_000, str(tmp_path / "place")))
    second = engine.submit("strange", Strange("answer"))
    ear.until(is_running)
    engine.ask(second, Stop.CANCEL)
    assert ear.until_over(second).state == JobState.CANCELLED
    engine.ask(first, Stop.CANCEL)
    assert ear.until_over(first).state == JobState.CANCELLED


@pytest.mark.usefixtures("own_worker")
@pytest.mark.may_log("interrupted at 3 of 10")
def test_a_killed_worker_leaves_an_interrupted_job(engine: Engine, ear: Ear) -> None:
    job_id = engine.submit("strange", Strange("die"))
    end = ear.until_over(job_id)
    assert end.state == JobState.INTERRUPTED
    assert end.sentence == (
        "Do something strange was interrupted at 3 of 10: its worker ended unexpectedly (signal 9)."
        " Nothing is lost."
    )
    assert "signal 9" in engine.job(job_id).log_path.read_text()
    after = engine.submit("strange", Strange("answer", 5))
    assert ear.until_over(after).sentence == "The answer is 5."


@pytest.mark.usefixtures("own_worker")
@pytest.mark.may_log("interrupted")
def test_a_job_that_cannot_be_resumed_fails_and_says_why(engine: Engine, ear: Ear) -> None:
    job_id = engine.submit("fragile", Strange("exit"))
    end = ear.until_over(job_id)
    assert end.state == JobState.FAILED
    assert "exit status 7; its last words: Segmentation fault (a driver's last words)" in end.sentence
    assert "Start it anew." in end.sentence


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("known", "Reel 12.wav cannot be read: the file ends early. Copy it again, then scan."),
        ("bug", "Something went wrong inside Soundings."),
        ("memory", "Memory ran out."),
    ],
)
def test_a_failure_is_one_sentence(engine: Engine, ear: Ear, what: str, sentence: str) -> None:
    job_id = engine.submit("strange", Strange(what))
    end = ear.until_over(job_id)
    assert end.state == JobState.FAILED
    assert end.sentence.startswith(sentence)
    assert "Traceback" not in end.sentence
    assert "Traceback" in engine.job(job_id).log_path.read_text()


@pytest.mark.usefixtures("own_worker")
def test_a_worker_that_dies_at_import(engine: Engine, ear: Ear, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = [sys.executable, "-c", "raise ImportError('libcudart.so.13 is missing')"]
    monkeypatch.setattr(process, "worker_command", lambda device: broken)
    job_id = engine.submit("strange", Strange("answer"))
    end = ear.until_over(job_id)
    assert end.state == JobState.FAILED
    assert end.sentence == (
        "The worker for cpu could not start (exit status 1; its last words: "
        "ImportError: libcudart.so.13 is missing). "
        "Run soundings doctor to see what is missing; the log has the details."
    )
    monkeypatch.undo()
    engine.resume(job_id)
    assert ear.until_over(job_id).state == JobState.DONE


@pytest.mark.parametrize("text", ["", "{", '{"what": 3}', '{"what": "answer", "number": -1}', "[]", "\x00"])
def test_a_request_that_cannot_be_read(engine: Engine, ear: Ear, collection: Collection, text: str) -> None:
    with collection.database.writing() as session:
        row = JobRow(kind="strange", title="Odd", request=text, device="cpu", priority=10, state="paused")
        session.add(row)
        session.flush()
        job_id = row.id
    engine.resume(job_id)
    end = ear.until_over(job_id)
    assert end.state == JobState.FAILED
    assert end.sentence.startswith("Do something strange cannot start: its request cannot be read (")
    assert end.sentence.endswith("Start it anew; this one can be cancelled.")


def test_a_job_of_an_unknown_kind(engine: Engine, ear: Ear, collection: Collection) -> None:
    with collection.database.writing() as session:
        row = JobRow(
            kind="of 2030", title="Odd", request="{}", device="cpu", priority=10, state="interrupted"
        )
        session.add(row)
        session.flush()
        job_id = row.id
    engine.resume(job_id)
    assert ear.until_over(job_id).sentence.startswith(
        "This version of Soundings knows no job called of 2030."
    )
    with pytest.raises(RequestProblem, match="knows no job called nonsense"):
        engine.submit("nonsense", Strange("answer"))


def test_a_kind_whose_module_cannot_be_imported(engine: Engine, ear: Ear, collection: Collection) -> None:
    with collection.database.writing() as session:
        row = JobRow(
            kind="unimportable", title="Odd", request="{}", device="cpu", priority=10, state="interrupted"
        )
        session.add(row)
        session.flush()
        job_id = row.id
    engine.resume(job_id)
    end = ear.until_over(job_id)
    assert end.state == JobState.FAILED
    assert end.sentence.startswith("Something went wrong inside Soundings.")


def test_an_invalid_request_is_never_queued(engine: Engine) -> None:
    invalid = Strange("answer")
    object.__setattr__(invalid, "number", -1)
    with pytest.raises(RequestProblem, match="number must not be negative"):
        engine.submit("strange", invalid)
    with pytest.raises(TypeError):
        engine.submit("verify", Strange("answer"))
    assert engine.jobs() == []


@pytest.mark.usefixtures("own_worker")
def test_a_flood_of_progress_is_throttled_at_its_source(engine: Engine, ear: Ear) -> None:
    job_id = engine.submit("strange", Strange("flood", 300_000))
    assert ear.until_over(job_id).state == JobState.DONE
    told = ear.of(Progressed, job_id)
    assert 1 <= len(told) < 1000
    assert told[-1].done == 299_999
    assert engine.job(job_id).done == 300_000


@pytest.mark.usefixtures("own_worker")
def test_a_flood_past_the_throttle_is_thinned_on_the_way(engine: Engine, ear: Ear) -> None:
    job_id = engine.submit("strange", Strange("raw_flood", 20_000))
    assert ear.until_over(job_id).state == JobState.DONE
    assert len(ear.of(Said, job_id)) < 20_000 / 10
    assert len(ear.of(Progressed, job_id)) < 20_000 / 10
    assert ear.of(Progressed, job_id)[-1].done == 19_999


def test_prints_do_not_disturb(engine: Engine, ear: Ear) -> None:
    job_id = engine.submit("strange", Strange("print", 3))
    assert ear.until_over(job_id).sentence == "The answer is 3."


def test_names_that_are_no_text(engine: Engine, ear: Ear) -> None:
    job_id = engine.submit("strange", Strange("bytes"))
    assert ear.until_over(job_id).state == JobState.DONE
    assert ear.of(Said, job_id)[0].text == "reel ??.wav is odd"
    assert ear.of(Shown, job_id)[0].data == {"loss": 0.5, "name": "valid"}


def test_a_question_is_answered_beside_long_work(engine: Engine, ear: Ear, tmp_path: Path) -> None:
    long = engine.submit("strange", Strange("count", 100_000, str(tmp_path / "place")))
    ear.until(is_running)
    question = engine.submit("question", Strange("answer", 7))
    assert ear.until_over(question).sentence == "The answer is 7."
    assert engine.job(long).state == JobState.RUNNING
    engine.ask(long, Stop.CANCEL)
    ear.until_over(long)


def test_background_work_gives_way_and_comes_back(engine: Engine, ear: Ear, tmp_path: Path) -> None:
    place = tmp_path / "place"
    background = engine.submit("background", Strange("count", 150, str(place)))
    ear.until(is_running)
    normal = engine.submit("strange", Strange("answer", 7))
    assert ear.until_over(normal).state == JobState.DONE
    assert int(place.read_text()) > 0
    assert ear.until_over(background).state == JobState.DONE
    states = [event.state for event in ear.of(Changed, background)]
    assert states.count(JobState.WAITING) == 2


def test_urgent_jobs_go_first(engine: Engine, ear: Ear, tmp_path: Path) -> None:
    first = engine.submit("strange", Strange("count", 10_000, str(tmp_path / "place")))
    ear.until(is_running)
    background = engine.submit("background", Strange("answer", 1))
    normal = engine.submit("strange", Strange("answer", 2))
    engine.ask(first, Stop.CANCEL)
    ear.until_over(background)
    ends = [e.job_id for e in ear.heard if isinstance(e, Changed) and e.state == JobState.DONE]
    assert ends == [normal, background]


@pytest.mark.usefixtures("own_worker")
def test_close_pauses_what_runs(collection: Collection, tmp_path: Path) -> None:
    engine = Engine(collection)
    ear = Ear(engine)
    job_id = engine.submit("strange", Strange("count", 100_000, str(tmp_path / "place")))
    ear.until(is_running)
    (thread,) = engine._threads.values()
    assert thread._worker is not None
    worker = psutil.Process(thread._worker.pid)
    engine.close(20.0)
    assert engine.job(job_id).state == JobState.PAUSED
    assert not worker.is_running()


@pytest.mark.usefixtures("own_worker")
def test_close_cancels_questions_that_nobody_hears_any_more(collection: Collection, tmp_path: Path) -> None:
    engine = Engine(collection)
    ear = Ear(engine)
    places = [tmp_path / f"place {i}" for i in range(3)]
    asked = [engine.submit("question", Strange("count", 100_000, str(place))) for place in places]
    ear.until(is_running)
    assert engine.job(asked[2]).state == JobState.WAITING, "two lanes, three questions"
    engine.close(20.0)
    assert [engine.job(job_id).state for job_id in asked] == [JobState.CANCELLED] * 3
    assert places[0].read_text() == "discarded"
    again = Engine(collection)
    assert again.interrupted == []
    assert not any(job.state in (JobState.PAUSED, JobState.WAITING) for job in again.jobs())
    again.close()


@pytest.mark.usefixtures("own_worker")
@pytest.mark.may_log("did not stop in time")
def test_close_does_not_wait_for_the_deaf(collection: Collection) -> None:
    engine = Engine(collection)
    ear = Ear(engine)
    job_id = engine.submit("strange", Strange("deaf"))
    ear.until(is_running)
    engine.close(0.3)
    assert engine.job(job_id).state == JobState.INTERRUPTED


def test_what_is_kept_is_finished_first(engine: Engine, ear: Ear) -> None:
    engine._manners = replace(engine._manners, stop_grace_s=1.0)
    job_id = engine.submit("strange", Strange("judge", 30))
    ear.until(is_running)
    engine.ask(job_id, Stop.KEEP)
    ear.until(lambda event: isinstance(event, Changed) and event.asked == Stop.KEEP)
    assert engine.job(job_id).asked == Stop.KEEP, "a list that is read now tells of it, too"
    assert ear.until_over(job_id).state == JobState.STOPPED
    assert engine.job(job_id).asked is None


@pytest.mark.usefixtures("own_worker")
@pytest.mark.may_log("did not stop in time")
def test_what_shows_no_sign_of_life_is_not_waited_for(engine: Engine, ear: Ear) -> None:
    engine._manners = replace(engine._manners, stop_grace_s=0.5)
    job_id = engine.submit("strange", Strange("deaf"))
    ear.until(is_running)
    engine.ask(job_id, Stop.KEEP)
    assert ear.until_over(job_id).state == JobState.INTERRUPTED


def test_what_another_program_asks_is_heard(engine: Engine, ear: Ear, tmp_path: Path) -> None:
    job_id = engine.submit("strange", Strange("count", 100_000, str(tmp_path / "place")))
    ear.until(is_running)
    engine._queue.ask(job_id, Stop.CANCEL)  # as another process does: through the row alone
    assert ear.until_over(job_id).state == JobState.CANCELLED


@pytest.mark.usefixtures("own_worker")
@pytest.mark.may_log("interrupted")
def test_killed_from_outside(engine: Engine, ear: Ear, tmp_path: Path) -> None:
    job_id = engine.submit("strange", Strange("count", 100_000, str(tmp_path / "place")))
    ear.until(is_running)
    (thread,) = engine._threads.values()
    assert thread._worker is not None
    os.kill(thread._worker.pid, signal.SIGKILL)
    assert ear.until_over(job_id).state == JobState.INTERRUPTED


def test_a_listener_that_fails_disturbs_nobody(
    engine: Engine, ear: Ear, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(event: object) -> None:
        if isinstance(event, Progressed):
            raise TypeError("a window's bug")

    engine.listen(fail)
    job_id = engine.submit("strange", Strange("answer", 9))
    assert ear.until_over(job_id).state == JobState.DONE
    assert "a listener failed" in caplog.text
    caplog.clear()
