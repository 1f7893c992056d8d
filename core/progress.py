"""How long work tells where it is, and how it is asked to stop.

A job is a plain function `run(request, context, *, progress, should_stop)`.
Phases take shares of one scale, so that no job does arithmetic:

    listing, reading = shares(progress, 1, 9)
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal


@dataclass(frozen=True)
class Step:
    """`done` of `total` `unit`s; `note` names the thing at hand."""

    done: int
    total: int
    unit: str = ""
    note: str = ""


class Stop(StrEnum):
    """Why a job should end now. Every member is true, so `if should_stop():` reads well."""

    KEEP = "keep"
    """Stop and keep what is finished."""
    CANCEL = "cancel"
    """Stop and throw away what this job made."""
    PAUSE = "pause"
    """Stop so that the job can go on later."""
    GIVE_WAY = "give way"
    """As pause, but the job goes on by itself when the device is free."""


Progress = Callable[[Step], None]
ShouldStop = Callable[[], Stop | None]


def _say_nothing(level: Literal["info", "warning"], text: str) -> None: ...


def _show_nothing(name: str, data: dict[str, Any]) -> None: ...


@dataclass(frozen=True)
class Context:
    """Where a job works. `folder` is the collection's; it may have moved since the job was asked for."""

    folder: Path
    job_id: int
    device: str = "cpu"
    say: Callable[[Literal["info", "warning"], str], None] = _say_nothing
    """One sentence for the person, while the job goes on."""
    show: Callable[[str, dict[str, Any]], None] = _show_nothing
    """Data for whoever watches live, such as a point of a curve."""


SCALE = 10_000
"""Steps on the common scale of `shares`."""


def ignore(step: Step) -> None:
    """Progress that nobody watches."""


def never() -> Stop | None:
    """Nobody will ask to stop."""
    return None


def shares(progress: Progress, *weights: float) -> list[Progress]:
    """One progress a phase; together they fill the whole scale in order."""
    whole = sum(weights)
    starts = [sum(weights[:i]) / whole for i in range(len(weights))]

    def phase(start: float, share: float) -> Progress:
        def report(step: Step) -> None:
            part = min(step.done / step.total, 1.0) if step.total else 1.0
            progress(replace(step, done=round((start + part * share) * SCALE), total=SCALE, unit=""))

        return report

    return [phase(start, weight / whole) for start, weight in zip(starts, weights, strict=True)]


class TimeLeft:
    """Estimates the seconds left from the recent speed, and says nothing until it knows."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, memory_s: float = 20.0) -> None:
        self._clock = clock
        self._memory_s = memory_s
        self._start_s = clock()
        self._last: tuple[float, int] | None = None
        self._speed = 0.0

    def update(self, step: Step) -> float | None:
        now = self._clock()
        if self._last is None:
            self._last = (now, step.done)
            return None
        elapsed, gained = now - self._last[0], step.done - self._last[1]
        if elapsed >= 0.2:
            speed = max(gained, 0) / elapsed
            weight = min(elapsed / self._memory_s, 1.0) if self._speed else 1.0
            self._speed += weight * (speed - self._speed)
            self._last = (now, step.done)
        if now - self._start_s < 1.0 or self._speed <= 0 or not step.total:
            return None
        return max(step.total - step.done, 0) / self._speed


def say_seconds(seconds: float) -> str:
    """A duration as a person would say it: `40 s`, `6 min`, `2 h 10 min`."""
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
