"""What the pane of neighbours says: what was asked, on what figures rest, and why it cannot answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.kit import Kit
from desktop.neighbours.asking import Answer
from desktop.neighbours.ears import Ears
from desktop.neighbours.question import Question
from desktop.neighbours.row import bar_start
from desktop.times import clock, span_words

if TYPE_CHECKING:
    from core.embedding import SetInfo
    from core.neighbours.request import MatchResult

Why = tuple[str, str, str]
"""A sentence, the words of a button, and what it does; the latter may be empty."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Neighbours", text)


def title(kit: Kit, track_id: int) -> str:
    card = kit.cards.get(track_id)
    return card.title if card is not None else "…"


def asked(kit: Kit, question: Question, answer: Answer | None) -> str:
    """What stands after "Nearest to"."""
    if question.is_empty:
        return "–"
    if question.text:
        return f"“{question.text}”"
    if question.file:
        return question.file_name
    if question.track is not None:
        name = title(kit, question.track)
        if question.at_s is None:
            return name
        if answer is not None and answer.question == question and answer.result.start_s is not None:
            return f"{name}, {span_words(answer.result.start_s, answer.result.end_s or 0.0)}"
        return _tr("{} at {}").format(name, clock(question.at_s))
    mean = _tr("the average of {}").format(words.tracks(len(question.plus)))
    if len(question.plus) == 1:
        mean = title(kit, question.plus[0])
    return _tr("{} less {}").format(mean, words.tracks(len(question.minus))) if question.minus else mean


def why_not(kit: Kit, ears: Ears, question: Question) -> Why | None:
    if ears.info is None:
        text = _tr("Nothing here has been encoded yet. Neighbours need the ears of an encoder.")
        return text, _tr("Encode…"), "encoders"
    if question.mode == "text" and ears.with_words() is None:
        text = _tr(
            "Text needs an encoder with words, such as CLAP. Nothing here has been encoded with one yet."
        )
        return text, _tr("Encoders…"), "encoders"
    if not question.is_empty:
        return None
    if question.mode == "text":
        return _tr("Type how it should sound, then press Enter."), "", ""
    if question.mode == "file":
        return _tr("Drop a recording here. It stays outside the collection."), _tr("Choose file…"), "file"
    if question.mode == "selection":
        text = _tr("Choose tracks in the table or on the map. Their average is asked with.")
        return text, _tr("Ask with the current track"), "track"
    text = _tr("Click a track to see what is nearest to it.")
    return text, _tr("Take any track") if kit.filter.ids else "", "any"


def foot(kit: Kit, answer: Answer | None) -> str:
    """On what the figures rest."""
    if answer is None:
        return ""
    result, question, info = answer.result, answer.question, answer.info
    space = _tr("Cosine similarity in the full space ({} numbers), not on the map.")
    said = [space.format(words.number(info.dimension))]
    if question.text:
        said.append(_tr("Words are less alike to sounds than sounds are to each other."))
    elif result.chance is not None:
        said.append(_tr("The tick marks chance: {}").format(_chance(question, result.chance)))
        if start := bar_start(result.chance):
            said.append(_tr("Bars begin at {}.").format(f"{start:.2f}"))
    if info.tracks < kit.workspace.tracks:
        searched = _tr("{} of {} tracks are encoded.")
        said.append(searched.format(words.number(info.tracks), words.number(kit.workspace.tracks)))
    return " ".join(said)


def _chance(question: Question, chance: float) -> str:
    level = f"{chance:.2f}" if not bar_start(chance) else f"{chance:.3f}"
    number = len(question.plus) + len(question.minus)
    if question.at_s is not None:
        return _tr("95 % of random pairs of excerpts score below {}.").format(level)
    if number > 1:
        said = _tr("95 % of tracks score below {1} when {0} random ones are asked with so.")
        return said.format(number, level)
    return _tr("95 % of random pairs score below {}.").format(level)


def no_stretch(result: MatchResult) -> str:
    if result.a == result.b:
        return _tr("No stretch of it comes again.")
    return _tr("No stretch of A matches one of B beyond chance.")


def match_foot(result: MatchResult, info: SetInfo) -> str:
    """On what the picture rests: `MERT layer 7, steps of 0.5 s. Stretches of at least 10 s, above …`."""
    who = info.card.title
    if len(info.layers) > 1:
        who = _tr("{} layer {}").format(who, result.layer)
    steps = _tr("{}, steps of {} s.").format(who, f"{info.hop_s:g}")
    least = f"{info.window_s + info.hop_s:g}"
    if result.a == result.b:
        again = _tr("Stretches of at least {} s that come again.").format(least)
        parts = ", ".join(clock(at) for at in result.parts_s)
        return f"{steps} {again} " + (_tr("Parts begin at {}.").format(f"0:00, {parts}") if parts else "")
    if result.chance is None:
        return f"{steps} " + _tr("Stretches of at least {} s.").format(least)
    above = _tr("Stretches of at least {} s, above what 99 % of pairs with other tracks reach ({}).")
    return f"{steps} {above.format(least, f'{result.chance:.2f}')}"


def file_name(said: str) -> str:
    """Words as the name of a file."""
    return re.sub(r"[^\w\-. ]+", "", said).strip(" .")[:80] or "neighbours"
