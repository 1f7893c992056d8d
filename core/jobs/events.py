"""What jobs tell the world, and what a worker and its device thread tell each other.

All are frozen and hold plain values only, so they can cross threads as they
are and processes as one line of JSON.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

import msgspec

from core.progress import Stop


class JobState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    """The program or the worker died; the job can be resumed or dismissed."""
    DONE = "done"
    STOPPED = "stopped"
    """Ended early; what it had finished was kept."""
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def ended(self) -> bool:
        return self in ENDED

    @property
    def living(self) -> bool:
        """It runs, or will as soon as its turn comes."""
        return self in (JobState.WAITING, JobState.RUNNING)


UNFINISHED = frozenset({JobState.PAUSED, JobState.INTERRUPTED, JobState.FAILED})
"""It should go on when the same is asked for again."""
ENDED = frozenset({JobState.DONE, JobState.STOPPED, JobState.CANCELLED, JobState.FAILED})


class _Message(msgspec.Struct, frozen=True, tag_field="event", tag=str.lower):
    job_id: int


class Changed(_Message, frozen=True, tag="changed"):
    """The job's state, or what is asked of it, is now this."""

    state: JobState
    asked: Stop | None = None
    sentence: str = ""


class Progressed(_Message, frozen=True, tag="progressed"):
    done: int
    total: int
    unit: str = ""
    note: str = ""
    seconds_left: float | None = None

    @property
    def share(self) -> float:
        return self.done / self.total if self.total else 0.0


class Said(_Message, frozen=True, tag="said"):
    level: Literal["info", "warning"]
    text: str


class Shown(_Message, frozen=True, tag="shown"):
    """Live data, such as a point of a curve."""

    name: str
    data: dict[str, Any]


Event = Changed | Progressed | Said | Shown


class Ready(_Message, frozen=True, tag="ready"):
    """The worker has started; it speaks for no job yet."""


class Finished(_Message, frozen=True, tag="finished"):
    """The job's function has returned or raised."""

    failed: bool = False
    noticed: bool = False
    """It saw that it should stop before it was through."""
    sentence: str = ""
    result: str | None = None


class Gone(_Message, frozen=True, tag="gone"):
    """The worker's process has ended. Made by its handle, never sent."""


FromWorker = Ready | Progressed | Said | Shown | Finished | Gone


class Work(_Message, frozen=True, tag="work"):
    kind: str
    request: str
    folder: str


class Ask(_Message, frozen=True, tag="ask"):
    stop: Stop


ToWorker = Work | Ask

_from_worker: msgspec.json.Decoder[FromWorker] = msgspec.json.Decoder(FromWorker)
_to_worker: msgspec.json.Decoder[ToWorker] = msgspec.json.Decoder(ToWorker)
PROGRESS_START = b'{"event":"progressed"'
SAID_START = b'{"event":"said"'
"""How lines of progress and of talk begin: enough to drop them unread."""


def write_line(message: FromWorker | ToWorker) -> bytes:
    return msgspec.json.encode(message) + b"\n"


def read_from_worker(line: bytes) -> FromWorker:
    return _from_worker.decode(line)


def read_to_worker(line: bytes) -> ToWorker:
    return _to_worker.decode(line)
