"""What stands below the two maps, and what each is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.library.splits import PARTS
from core.maps.request import SAID
from core.progress import say_seconds
from desktop import words
from desktop.map.facts import plain

if TYPE_CHECKING:
    from core.moved.pair import Pair, Side
    from core.moved.read import BeforeAfter


def _tr(text: str) -> str:
    return QCoreApplication.translate("Moved", text)


def before_words(pair: Pair) -> str:
    side = pair.before
    if side.is_taught:
        return _tr("before: taught in run {}").format(side.run)
    if side.run:
        return _tr("before: {}, frozen in run {}").format(side.title, side.run)
    return _tr("before: {}").format(side.title)


def after_words(pair: Pair) -> str:
    side = pair.after
    if side.is_taught:
        return _tr("after: taught in run {}").format(side.run)
    return _tr("after: {}, frozen in run {}").format(side.title, side.run)


def counts(drawn: BeforeAfter, seen: int) -> str:
    """`2,000 of 2,046 tracks shown, both maps`"""
    return _tr("{} of {} shown, both maps").format(words.number(seen), words.tracks(drawn.info.total))


def method(drawn: BeforeAfter) -> str:
    """`t-SNE, perplexity 30, seed 1; B started from A and was turned to fit it`"""
    info = drawn.info
    parts = [SAID[info.method]]
    if "perplexity" in info.settings:
        parts.append(_tr("perplexity {}").format(plain(info.settings["perplexity"])))
    if info.method != "pca":
        parts.append(_tr("seed {}").format(info.seed))
    for side in (drawn.first.info, info):
        if side.settings.get("stopped"):
            which = "B" if side is info else "A"
            steps = words.number(side.settings["steps"])
            parts.append(_tr("{} stopped after {} steps").format(which, steps))
    how = (
        _tr("B was turned to fit A")
        if info.method == "pca"
        else _tr("B started from A and was turned to fit it")
    )
    return f"{', '.join(parts)}; {how}"


def stayed(drawn: BeforeAfter) -> str:
    """How many neighbours a track kept, beside what chance keeps; and whether what was taught moved more."""
    kept = drawn.stayed
    near = _tr("true neighbours of other artists") if drawn.apart else _tr("true neighbours")
    interval = ""
    if kept.low is not None and kept.high is not None:
        interval = _tr("95 % interval {} to {}, ").format(one(kept.low), one(kept.high))
    said = _tr("A track kept on average {mean} of its {k} {near} ({interval}by chance {chance}); {none}.")
    none = _tr("{} kept none").format(words.number(kept.none)) if kept.none else _tr("none lost all")
    told = said.format(
        mean=one(kept.mean), k=kept.k, near=near, interval=interval, chance=one(kept.by_chance), none=none
    )
    return f"{told} {taught(drawn)}".strip()


def taught(drawn: BeforeAfter) -> str:
    (train, n_train), (test, n_test) = drawn.kept_in("train"), drawn.kept_in("test")
    if not n_train:
        return ""
    share = round(100 * int((drawn.part == PARTS.index("train")).sum()) / max(len(drawn.track_ids), 1))
    trained = _tr("{} % of the points were trained on").format(share)
    if not n_test:
        return f"{trained}."
    if one(train) == one(test):
        how = _tr("Training tracks move as much as test tracks (both kept {}); {}.")
        return how.format(one(train), trained)
    how = _tr("Training tracks move more") if train < test else _tr("Training tracks move less")
    more = _tr("{how} (they kept {train}, test tracks {test}); {trained}.")
    return more.format(how=how, train=one(train), test=one(test), trained=trained)


def one(value: float) -> str:
    """With one digit, or none where it says nothing."""
    return words.number(value, ".1f")


def to_hear(pair: Pair) -> str:
    """What has to be done first."""
    parts = [
        _tr("{} by {}").format(words.tracks(side.missing), _name(side))
        for side in (pair.before, pair.after)
        if side.missing
    ]
    if not parts:
        return _tr("Both encoders have heard all {}.").format(words.tracks(pair.tracks))
    return _tr("First, these are to be heard: {}.").format(_tr(" and ").join(parts))


def _name(side: Side) -> str:
    return side.title


def about(seconds: float) -> str:
    return _tr("about {}").format(say_seconds(max(seconds, 1.0)))
