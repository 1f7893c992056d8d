"""The words of the page of studies: figures, what a cell waits for, what it would take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.progress import say_seconds
from desktop import words

if TYPE_CHECKING:
    from core.jobs import Job
    from core.studies import StudyInfo
    from core.studies.outlook import Ahead, Outlook
    from core.studies.tables import Told
    from desktop.studies.read import Line, Opened


def _tr(text: str) -> str:
    return QCoreApplication.translate("Studies", text)


def figure(told: Told | None) -> str:
    """`0.720 (0.660 to 0.770)`, as the report has it."""
    if told is None:
        return ""
    value = words.number(told.value, ".3f")
    if told.low is None or told.high is None:
        return value
    low, high = words.number(told.low, ".3f"), words.number(told.high, ".3f")
    return _tr("{} ({} to {})").format(value, low, high)


def needs(line: Line, tracks: int) -> str:
    """What it asks for here."""
    labels = _tr("captions") if line.task == "caption" else _tr("field {}").format(line.field)
    ready = _tr("{} of {} encoders ready").format(line.ready, line.encoders)
    return ", ".join((labels, ready, words.tracks(tracks)))


def begun(info: StudyInfo, state: str) -> str:
    """How far it is, and since when."""
    of = max(info.wanted, info.runs)
    runs = _tr("{} of {} runs").format(words.number(info.runs), words.number(of))
    return ", ".join((state_words(state, info), runs, words.when(info.created_at)))


def state_words(state: str, info: StudyInfo | None = None) -> str:
    if state in ("waiting", "running", "paused", "interrupted", "failed"):
        return words.state(state)
    return _tr("done") if info and info.runs >= max(info.wanted, 1) else _tr("put down")


def waits(outlook: Outlook, cell: Ahead, now: str) -> str:
    """What stands in the last column: what goes on, what is done, what it would take, or why it cannot be."""
    if now:
        return now
    if not cell.can:
        return _why(cell)
    if cell.why:
        return cell.why
    done, of = len(cell.runs), len(outlook.seeds)
    if done >= of:
        return _tr("done")
    parts = [_tr("{} to do").format(words.runs(of - done)), _time(outlook, cell)]
    cost = cell.cost
    if cost is not None and cost.missing:
        parts.append(_tr("first hears {}").format(words.tracks(cost.missing)))
    if cost is not None and cost.disk_bytes:
        parts.append(words.size(cost.disk_bytes))
    return ", ".join(parts)


def _why(cell: Ahead) -> str:
    """Commands that are typed say nothing here."""
    why = cell.why.split("; soundings ")[0]
    if cell.fetch_bytes:
        return _tr("{} ({} to fetch)").format(why, words.size(cell.fetch_bytes))
    return why


def _time(outlook: Outlook, cell: Ahead) -> str:
    left = outlook.cell_s(cell)
    if left is None:
        return _tr("not timed here yet")
    return _tr("about {}").format(say_seconds(left))


def whole(outlook: Outlook) -> str:
    """What is left of all of it."""
    left = outlook.wanted - outlook.done
    if not left:
        return _tr("All {} are done.").format(words.runs(outlook.wanted))
    said = _tr("{} of {} done").format(words.number(outlook.done), words.runs(outlook.wanted))
    known, untimed = outlook.left_s, outlook.untimed
    if untimed:
        time = _tr("how long the rest takes is not known yet: the first runs tell")
        if known:
            time = _tr("{} for what has been timed; {} cells have not").format(say_seconds(known), untimed)
    else:
        time = _tr("about {} left").format(say_seconds(known or 0.0))
    disk = sum(cell.cost.disk_bytes or 0 for cell in outlook.cells if cell.cost and cell.cost.missing)
    room = _tr("; {} of disk").format(words.size(disk)) if disk else ""
    return f"{said}; {time}{room}."


def about(outlook: Outlook) -> str:
    """What is judged, on which split."""
    split = outlook.split
    if split is None:
        return ""
    n = words.number
    what = (
        _tr("{} values of {}").format(n(len(outlook.classes)), outlook.field)
        if outlook.classes
        else _tr("Captions")
    )
    sizes = _tr("{} train, {} valid, {} test tracks").format(n(split.train), n(split.valid), n(split.test))
    artists = (
        _tr("test tracks of {} artists").format(n(split.artists))
        if split.artists
        else _tr("artists are not known")
    )
    said = _tr("{}; split {}: {}; {}.").format(what, split.name, sizes, artists)
    if split.asked:
        said += " " + _tr("The split {} is not here.").format(split.asked)
    return said


def progress(job: Job, note: str, done: int, total: int, left_s: float | None) -> str:
    parts = [note or job.note]
    if total:
        parts.append(_tr("{} %").format(100 * done // total))
    if left_s is not None:
        parts.append(_tr("about {} left").format(say_seconds(left_s)))
    return ", ".join(part for part in parts if part)


def source(opened: Opened) -> str:
    return " ".join(opened.study.source.split())
