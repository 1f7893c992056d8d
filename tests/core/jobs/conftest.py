"""An engine with the strange kinds, and a listener that keeps what it hears."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator

import pytest

from core.jobs import Changed, Engine, Event, JobState, device
from core.jobs.process import WorkerProcess
from core.store import Collection

OVER = {state for state in JobState if state not in (JobState.WAITING, JobState.RUNNING)}


class Ear:
    """Keeps events; `until` waits for one."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.heard: list[Event] = []
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        engine.listen(self._events.put)

    def until(self, wanted: Callable[[Event], bool], timeout_s: float = 60) -> Event:
        while True:
            event = self._events.get(timeout=timeout_s)
            self.heard.append(event)
            if wanted(event):
                return event

    def until_over(self, job_id: int) -> Changed:
        event = self.until(lambda e: isinstance(e, Changed) and e.job_id == job_id and e.state in OVER)
        assert isinstance(event, Changed)
        return event

    def of(self, kind: type, job_id: int) -> list:
        return [event for event in self.heard if isinstance(event, kind) and event.job_id == job_id]


@pytest.fixture(scope="module", autouse=True)
def _strange_kinds() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDINGS_EXTRA_KINDS", "tests.core.jobs.strange")
        yield


@pytest.fixture
def own_worker(warm_worker: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """As programs have it: for a test that ends its worker, or floods it."""
    monkeypatch.setattr(device, "WorkerProcess", WorkerProcess)


@pytest.fixture
def engine(collection: Collection) -> Iterator[Engine]:
    engine = Engine(collection)
    yield engine
    engine.close(10.0)


@pytest.fixture
def ear(engine: Engine) -> Ear:
    return Ear(engine)
