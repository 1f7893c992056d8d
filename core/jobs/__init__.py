"""Long work: a queue of jobs in SQLite, a worker thread and process a device, events for whoever watches."""

from core.jobs.engine import Engine
from core.jobs.events import UNFINISHED, Changed, Event, JobState, Progressed, Said, Shown
from core.jobs.kinds import Kind, Priority
from core.jobs.queue import Job, Queue

__all__ = [
    "UNFINISHED",
    "Changed",
    "Engine",
    "Event",
    "Job",
    "JobState",
    "Kind",
    "Priority",
    "Progressed",
    "Queue",
    "Said",
    "Shown",
]
