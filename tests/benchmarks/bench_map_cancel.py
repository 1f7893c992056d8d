"""How soon a map of 10,000 tracks hears that it is cancelled, and how soon its job is over, at any moment.

Through the engine and its worker, as a window asks it.
"""

from __future__ import annotations

import os
import queue
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from core.jobs import Changed, Engine, Event, JobState, Progressed
from core.maps import MapRequest
from core.progress import Stop
from core.store import Collection, create_collection
from tests.benchmarks.figure import Figure
from tests.core.maps.conftest import write

TRACKS = 10_000
DIMENSION = 512
MOMENTS = 12


def fill(collection: Collection) -> None:
    """Forty groups, as music has."""
    rng = np.random.default_rng(0)
    centres = 2 * rng.standard_normal((40, DIMENSION))
    write(collection, centres[rng.integers(0, 40, TRACKS)] + rng.standard_normal((TRACKS, DIMENSION)))


def _until(events: queue.SimpleQueue[Event], job_id: int, wanted: Callable[[Event], bool]) -> Event:
    """The first event of the job that is wanted, or that ends it."""
    while True:
        event = events.get(timeout=600)
        ended = isinstance(event, Changed) and event.state.ended
        if event.job_id == job_id and (ended or wanted(event)):
            return event


def _draw(engine: Engine, events: queue.SimpleQueue[Event]) -> float:
    start = time.perf_counter()
    job_id = engine.submit("map", MapRequest("ears", "tsne"))
    _until(events, job_id, lambda event: False)
    assert engine.job(job_id).state == JobState.DONE
    return time.perf_counter() - start


def _cancel(engine: Engine, events: queue.SimpleQueue[Event], share: float) -> tuple[float, float]:
    """Once so much of the job is done."""
    job_id = engine.submit("map", MapRequest("ears", "tsne", again=True))
    _until(events, job_id, lambda event: isinstance(event, Progressed) and event.done >= share * event.total)
    start = time.perf_counter()
    engine.ask(job_id, Stop.CANCEL)
    _until(events, job_id, lambda event: isinstance(event, Changed) and event.asked == Stop.CANCEL)
    answered = time.perf_counter() - start
    if not engine.job(job_id).state.ended:
        _until(events, job_id, lambda event: False)
    over = time.perf_counter() - start
    ended = engine.job(job_id)
    assert ended.state == JobState.CANCELLED, (share, ended)
    return answered, over


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SOUNDINGS_HOME"] = f"{folder}/home"
        with create_collection(Path(folder) / "coast") as collection:
            fill(collection)
            engine, events = Engine(collection), queue.SimpleQueue[Event]()
            engine.listen(events.put)
            try:
                whole = _draw(engine, events)
                shares = [0.0, *np.random.default_rng(0).uniform(0, 0.85, MOMENTS - 1).tolist()]
                taken = [_cancel(engine, events, share) for share in shares]
            finally:
                engine.close()
    answered, over = (max(values) for values in zip(*taken, strict=True))
    size = f"{TRACKS:,} x {DIMENSION}"
    return [
        Figure(f"a cancelled map of {size} is answered (worst of {MOMENTS})", answered, "s", limit=0.2),
        Figure(f"a cancelled map of {size} is over (worst of {MOMENTS})", over, "s", limit=2.0),
        Figure(f"a map of {size} by t-SNE", whole, "s"),
    ]
