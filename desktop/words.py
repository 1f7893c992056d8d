"""How the window says numbers, sizes, times and states; every page says them alike."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

_MARKS = {"en": (",", "."), "de": (".", ",")}
"""What stands between thousands, and before a fraction."""
_written = ["en"]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Words", text)


def write_numbers_as(language: str) -> None:
    _written[0] = language


def number(value: float, form: str = ",") -> str:
    """2,046 in English, 2.046 in German; `form` as for `format`, such as `,.1f`."""
    thousand, point = _MARKS[_written[0]]
    return format(value, form).translate({ord(","): thousand, ord("."): point})


def _months() -> tuple[str, ...]:
    return (
        *(_tr("Jan"), _tr("Feb"), _tr("Mar"), _tr("Apr"), _tr("May"), _tr("Jun"), _tr("Jul"), _tr("Aug")),
        *(_tr("Sep"), _tr("Oct"), _tr("Nov"), _tr("Dec")),
    )


def tracks(count: int) -> str:
    return _tr("1 track") if count == 1 else _tr("{} tracks").format(number(count))


def runs(count: int) -> str:
    return _tr("1 run") if count == 1 else _tr("{} runs").format(number(count))


def part(name: str) -> str:
    """Of the tracks of a split."""
    return {"train": _tr("training"), "valid": _tr("validation"), "test": _tr("test")}.get(name, name)


def state(name: str) -> str:
    """Of a job, or of the run that it makes."""
    return {
        "waiting": _tr("waiting"),
        "running": _tr("running"),
        "paused": _tr("paused"),
        "interrupted": _tr("interrupted"),
        "done": _tr("done"),
        "stopped": _tr("stopped, kept"),
        "cancelled": _tr("cancelled"),
        "failed": _tr("failed"),
    }.get(name, name)


def contents(counts: dict[str, int]) -> str:
    """What a collection holds, in a few words: `2,046 tracks, 9 runs`."""
    words = tracks(counts.get("tracks", 0))
    if counts.get("runs"):
        words = f"{words}, {runs(counts['runs'])}"
    return words


def size(count: int) -> str:
    """A size on disk: `812 B`, `4.2 MB`, `61 GB`."""
    if count < 1000:
        return f"{count} B"
    value = float(count)
    for unit in ("kB", "MB", "GB"):
        value /= 1000
        if value < 999.5:
            return f"{number(value, '.1f' if value < 9.95 else '.0f')} {unit}"
    return f"{number(value / 1000, ',.1f')} TB"


def when(moment: datetime, now: datetime | None = None) -> str:
    """A moment as a person would say it: `today 14:02`, `yesterday`, `3 Nov`, `3 Nov 2024`."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    moment = moment.astimezone()
    today = (now or datetime.now(UTC)).astimezone().date()
    days = (today - moment.date()).days
    if days == 0:
        return _tr("today {}").format(f"{moment:%H:%M}")
    if days == 1:
        return _tr("yesterday")
    day = _tr("{} {}").format(moment.day, _months()[moment.month - 1])
    return day if moment.year == today.year else f"{day} {moment.year}"
