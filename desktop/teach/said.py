"""The words of the consequences: leaks, time, precision, in sentences with their figures."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.progress import say_seconds
from core.recipes.recipe import Task
from desktop import words
from desktop.theme import look

if TYPE_CHECKING:
    from core.recipes.cost import Cost
    from core.recipes.preview import Leak, Preview
    from core.recipes.recipe import Recipe

LEAST = 3
FEW_GROUPS = 0.8
"""Below this share of artists to tracks, tracks of one artist are no news to each other."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teach", text)


def groups(group: str, count: int) -> str:
    one, many = {
        "artist": (_tr("1 artist"), _tr("{} artists")),
        "album": (_tr("1 album"), _tr("{} albums")),
        "recording": (_tr("1 recording"), _tr("{} recordings")),
    }[group]
    return one if count == 1 else many.format(words.number(count))


def leak(preview: Preview) -> tuple[str, str]:
    """What lies on two sides, and the remedy."""
    torn = [one for one in preview.leaks if one.names]
    if not torn:
        return "", ""
    named = _and([groups(one.group, one.names) for one in torn])
    single = len(torn) == 1 and torn[0].names == 1
    first = (_tr("{} is on two sides.") if single else _tr("{} are on two sides.")).format(named)
    worst = max(torn, key=lambda one: one.tests)
    second = _shared(worst, preview.parts[2])
    third = _tr("Scores may come out too high.")
    remedy = {
        "artist": _tr("Keep artists together"),
        "album": _tr("Keep albums together"),
        "recording": _tr("Keep recordings together"),
    }[torn[0].group]
    return f"<b>{escape(first)}</b> {escape(second)} {escape(third)}", remedy


def _shared(leak: Leak, tests: int) -> str:
    of = {
        "artist": _tr("{} of {} test tracks share an artist with tracks to learn from."),
        "album": _tr("{} of {} test tracks share an album with tracks to learn from."),
        "recording": _tr("{} of {} test tracks are of a recording to learn from."),
    }[leak.group]
    return of.format(words.number(leak.tests), words.number(tests))


def fine(preview: Preview) -> str:
    """What is well."""
    tick = f'<span style="color:{look().colour("good").name()}">✓</span> '
    none = {
        "artist": _tr("No artist on two sides"),
        "album": _tr("No album on two sides"),
        "recording": _tr("No recording on two sides"),
    }
    unknown = {"artist": _tr("No artist is known"), "album": _tr("No album is known")}
    found = []
    for one in preview.leaks:
        if not one.known and one.group in unknown:
            found.append(f"– {escape(unknown[one.group])}")
        elif not one.names and one.known:
            found.append(tick + escape(none[one.group]))
    if preview.duplicates:
        found.append(escape(_tr("{} repeats are left out").format(words.number(preview.duplicates))))
    if preview.tracks and preview.rest:
        found.append(
            escape(
                _tr("{} tracks without a {} are told, too").format(words.number(preview.rest), preview.field)
            )
        )
    return " &nbsp; ".join(part.replace(" ", "&nbsp;") for part in found)


def problem(preview: Preview) -> str:
    """Hints that are of the command line say nothing here."""
    hint = preview.hint
    if "--set" in hint or "soundings " in hint.lower():
        hint = ""
    return f"<b>{escape(preview.problem)}</b> {escape(hint)}".strip()


def mend(preview: Preview) -> tuple[str, dict[str, object]]:
    """What would let it be taught: words of a button, and settings; empty where nobody knows."""
    if preview.problem.startswith("There is no split"):
        return _tr("Make a new split"), {"data.split": ""}
    if preview.problem.startswith("Only one track"):
        return _tr("Leave out rare labels"), {"data.least": LEAST}
    lacking = [row.tracks for row in preview.classes if not row.train or not row.test]
    if preview.task == "classify" and lacking and len(lacking) < len(preview.classes) - 1:
        least = max(lacking) + 1
        if sum(row.tracks >= least for row in preview.classes) > 1:
            return _tr("Leave out labels of fewer than {}").format(least), {"data.least": least}
    return "", {}


def expect(preview: Preview, device: str) -> str:
    cost = preview.cost
    if cost is None or not preview.tracks:
        return ""
    parts = [_learning(cost, device), _hearing(cost, device), _steps(cost), _room(cost)]
    return " ".join(part for part in parts if part)


def _where(device: str) -> str:
    return _tr("the processor") if device == "cpu" else device


def _learning(cost: Cost, device: str) -> str:
    if not cost.steps:
        return _tr("Solved at once, without epochs.")
    if cost.learn_s is None:
        return _tr(
            "How long it takes is not known yet: no run like it has been timed on {}; its first epoch tells."
        ).format(_where(device))
    time, whence = say_seconds(cost.learn_s), cost.rests_on.replace("run", _tr("run"))
    return _tr("<b>About {}</b> on {} (as fast as {}), less if it ends early.").format(
        time, _where(device), whence
    )


def _hearing(cost: Cost, device: str) -> str:
    if not cost.missing:
        return ""
    heard = _tr("Before that {} are heard").format(words.tracks(cost.missing))
    sound = say_seconds(cost.missing_s)
    if cost.encode_s is None:
        return _tr("{}: {} of sound, not timed yet on {}.").format(heard, sound, _where(device))
    return _tr("{}: about {}.").format(heard, say_seconds(cost.encode_s))


def _steps(cost: Cost) -> str:
    if not cost.steps:
        return ""
    return _tr("{} steps at most, {} an epoch.").format(
        words.number(cost.steps), words.number(cost.epoch_steps)
    )


def _room(cost: Cost) -> str:
    memory = _tr("{} in memory").format(_size(cost.memory_bytes))
    if not cost.disk_bytes:
        return f"{memory}."
    return _tr("{}, {} on disk.").format(memory, _size(cost.disk_bytes))


def _size(count: int) -> str:
    """In one piece."""
    return words.size(count).replace(" ", "\u00a0")


def precision(preview: Preview) -> str:
    known = preview.precision
    if known is None:
        return ""
    if preview.task == "regress":
        return _tr("{} judge. Always saying the mean gives R² 0.").format(words.tracks(known.tracks))
    share = words.number(100 * (known.floor or 0), ".1f")
    if preview.task == "tag":
        text = _tr("{} judge. Saying of each label how frequent it is gives an mAP of {} %.")
        return _whole(text.format(words.tracks(known.tracks), share))
    half = words.number(100 * known.half, ".1f")
    text = _tr("With {} test tracks, 70 % is known to <b>±{} points</b>").format(
        words.number(known.tracks), half
    )
    if known.artists and known.artists < FEW_GROUPS * known.tracks:
        text = _tr("{}, less well as they are of {}").format(text, groups("artist", known.artists))
    floor = _tr("Always choosing {} gives {} %.").format(escape(known.constant), share)
    return _whole(f"{text}. {floor}")


def _whole(text: str) -> str:
    """A figure and its sign stay on one line."""
    return text.replace(" %", "\u00a0%")


def controls(cost: Cost | None) -> dict[str, str]:
    """What those cost that have to listen first, in a few words."""
    found = {}
    for name, tracks, seconds in cost.controls if cost else ():
        if tracks and seconds is None:
            found[name] = _tr("hears {}").format(words.tracks(tracks))
        elif tracks and seconds is not None:
            found[name] = f"+{say_seconds(seconds)}"
    return found


def what(recipe: Recipe) -> str:
    """What is taught, in a word."""
    return _tr("captions") if recipe.task is Task.CAPTION else recipe.data.field


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else _tr("{} and {}").format(", ".join(parts[:-1]), parts[-1])
