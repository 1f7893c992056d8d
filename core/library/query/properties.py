"""What can be asked of a track besides its fields, and how amounts and days are written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from core.library.fields import Kind

Compared = Literal["amount", "day", "text", "path", "choice", "words"]

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?"
_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d\d(?:\.\d+)?)")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_SECONDS = {"": 1.0, "ms": 0.001, "s": 1.0, "sec": 1.0, "m": 60.0, "min": 60.0, "h": 3600.0}
_BYTES = {
    "": 1.0,
    "b": 1.0,
    "kb": 1e3,
    "mb": 1e6,
    "gb": 1e9,
    "kib": 2.0**10,
    "mib": 2.0**20,
    "gib": 2.0**30,
}
_HERTZ = {"": 1.0, "hz": 1.0, "khz": 1e3}
_DECIBELS = {"": 1.0, "db": 1.0, "lufs": 1.0}
_PLAIN = {"": 1.0}


@dataclass(frozen=True)
class Property:
    """`column` is the track's column that holds it; without one it cannot be sorted by."""

    name: str
    compared: Compared
    example: str
    column: str | None = None
    units: tuple[tuple[str, float], ...] = ()
    choices: tuple[str, ...] = ()
    numbered: str = ""
    """Beside the choices: this with a number, as `run-3`."""
    near: float = 0.0
    """How far an amount may lie off and still be what `name:amount` asks for."""


def _amount(name: str, column: str, example: str, units: dict[str, float], near: float = 0.0) -> Property:
    return Property(name, "amount", example, column, tuple(units.items()), near=near)


def read_number_of(name: str, text: str) -> int | None:
    """The 3 of `run-3`; None when it is no such thing."""
    found = re.fullmatch(rf"{re.escape(name)}-([1-9]\d{{0,8}})", text, re.ASCII)
    return int(found[1]) if found else None


CAPTIONED = ("human", "machine", "accepted", "none")
PROPERTIES = {
    item.name: item
    for item in (
        _amount("duration", "duration_s", "duration:<3:20", _SECONDS, 0.5),
        _amount("rate", "rate_hz", "rate:44.1kHz", _HERTZ),
        _amount("channels", "channels", "channels:2", _PLAIN),
        _amount("bits", "bits", "bits:24", _PLAIN),
        _amount("size", "size_bytes", "size:>10MB", _BYTES),
        _amount("loudness", "loudness_db", "loudness:>-14", _DECIBELS, 0.05),
        Property("added", "day", "added:today", "added_at"),
        Property("format", "text", "format:flac", "container"),
        Property("codec", "text", "codec:mp3", "codec"),
        _amount("track_id", "id", "track_id:12,15", _PLAIN),
        Property("state", "text", "state:undecodable", "state"),
        Property("path", "path", "path:tapes/1934*", "shown_path"),
        Property("duplicate", "choice", "duplicate:yes", choices=("yes", "no")),
        Property("source", "choice", "source:person", choices=("person", "import", "tag", "folder", "run")),
        Property("caption", "words", "caption:flute"),
        Property("playlist", "text", 'playlist:"Slow laments"'),
        Property("captioned", "choice", "captioned:human", choices=CAPTIONED, numbered="run"),
    )
}

EXAMPLES: dict[Kind, str] = {"category": "jazz", "number": "1950..1965", "text": '"blue in green"'}


def read_amount(text: str, units: tuple[tuple[str, float], ...]) -> float | None:
    """`30`, `3:20`, `5min`, `44.1 kHz`; None when it is no amount."""
    known = dict(units) or _PLAIN
    if known == _SECONDS and (clock := _CLOCK.fullmatch(text)):
        hours, minutes, seconds = clock.groups(default="0")
        return int(hours) * 3600.0 + int(minutes) * 60.0 + float(seconds)
    found = re.fullmatch(rf"({_NUMBER})\s*([a-z]*)", text.strip().lower(), re.ASCII)
    if found is None or found[2] not in known:
        return None
    amount = float(found[1]) * known[found[2]] + 0.0
    return amount if abs(amount) < float("inf") else None


def read_day(text: str) -> str | None:
    """A year, month or day as written, or `today` and `yesterday`; None when there is no such day."""
    text = text.lower()
    try:
        days(text)
    except ValueError:
        return None
    return text


def days(text: str, today: Callable[[], date] = date.today) -> tuple[datetime, datetime]:
    """From where to where a year, month or day lasts on this computer's clock."""
    if text in ("today", "yesterday"):
        first = today() - timedelta(days=text == "yesterday")
        return _midnight(first), _midnight(first + timedelta(days=1))
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    first = date(year, month or 1, day or 1)
    if day:
        after = first + timedelta(days=1)
    elif month:
        after = date(year + month // 12, month % 12 + 1, 1)
    else:
        after = date(year + 1, 1, 1)
    return _midnight(first), _midnight(after)


def _midnight(day: date) -> datetime:
    try:
        return datetime(day.year, day.month, day.day).astimezone(UTC)
    except (OverflowError, OSError):
        raise ValueError(day) from None
