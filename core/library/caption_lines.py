"""Captions as the lines of a table: which there are, in which order, and what stands beside each.

A line is a text of a run, or a track that only people have described. The list is
light, so that of 100,000 it costs a moment; what the lines say is read by the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from core.library.captions import CaptionInfo, Verdict, captions_of
from core.library.labels import each
from core.library.query import find
from core.store.collection import Collection
from core.store.schema import Caption, Excerpt

Sort = Literal["track", "newest", "to check", "text"]
VERDICTS: tuple[Verdict, ...] = ("to check", "accepted", "edited", "rejected")
_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"[\w\s'’,.-]*")
"""Words alone; whatever else somebody types is a query."""


class Line(NamedTuple):
    caption: int
    """0: no run has described the track."""
    track_id: int
    start_s: float | None
    """None: the whole track."""
    end_s: float | None
    verdict: Verdict | None

    @property
    def key(self) -> int:
        """The same line has it in every list."""
        return self.caption or -self.track_id


@dataclass(frozen=True)
class LinesAsked:
    run: int | None = None
    """None: whoever has written."""
    search: str = ""
    """Words of the text or of what people wrote of the track; or a query."""
    verdict: Verdict | None = None
    repeated: bool = False
    """Only texts that the same run has written of several tracks."""
    sort: Sort = "track"


@dataclass(frozen=True)
class Lines:
    asked: LinesAsked
    lines: list[Line]
    counts: Mapping[Verdict | None, int]
    """By verdict, whichever is asked for; None: all."""
    rows: Mapping[int, int]
    """By the key of each line, where it is: so that nobody has to go through 100,000 while a person waits."""


@dataclass(frozen=True)
class CaptionLine:
    """What a line says."""

    line: Line
    machine: CaptionInfo | None
    human: tuple[CaptionInfo, ...]
    """All that people wrote of the track."""
    same: int = 0
    """Other tracks of which the run says the same."""


def list_lines(collection: Collection, asked: LinesAsked) -> Lines:
    words = words_of(asked.search)
    tracks: set[int] | None = None
    if asked.search.strip():
        tracks = set(find(collection, query_of(asked.search)).ids)
    with collection.database.reading() as session:
        lines = _machine(session, asked)
        if asked.run is None and not asked.repeated:
            lines += _people(session)
        if tracks is not None:
            lines = [line for line in lines if line.track_id in tracks]
            if words:
                lines = _saying(session, lines, words)
    counts: Counter[Verdict | None] = Counter(line.verdict for line in lines if line.verdict)
    counts[None] = len(lines)
    if asked.sort == "track":
        lines.sort(key=lambda line: (line.track_id, line.start_s or 0.0, line.caption))
    elif asked.sort == "to check":
        lines.sort(key=lambda line: VERDICTS.index(line.verdict) if line.verdict else len(VERDICTS))
    if asked.verdict is not None:
        lines = [line for line in lines if line.verdict == asked.verdict]
    return Lines(asked, lines, counts, {line.key: row for row, line in enumerate(lines)})


def read_lines(collection: Collection, lines: Sequence[Line]) -> list[CaptionLine]:
    """In their order, without those that are gone."""
    with collection.database.reading() as session:
        of_track = captions_of(session, list({line.track_id for line in lines}))
        by_id = {one.id: one for captions in of_track.values() for one in captions}
        same = _same(session, [by_id[line.caption] for line in lines if line.caption in by_id])
    found = []
    for line in lines:
        human = tuple(one for one in of_track[line.track_id] if one.source != "run")
        machine = by_id.get(line.caption)
        if machine is not None or (human and not line.caption):
            found.append(CaptionLine(line, machine, human, same.get(line.caption, 0)))
    return found


def query_of(search: str) -> str:
    """What is typed as words is looked for in captions."""
    words = words_of(search)
    return " ".join(f"caption:{word}*" for word in words) if words else search


def words_of(search: str) -> list[str]:
    """Empty where it is a query."""
    if not _PLAIN.fullmatch(search):
        return []
    return _WORD.findall(search)


def _machine(session: Session, asked: LinesAsked) -> list[Line]:
    rejected = func.json_extract(Caption.settings, "$.rejected")
    columns = (Caption.id, Caption.track_id, Excerpt.start_s, Excerpt.end_s)
    chosen = (
        select(*columns, Caption.accepted, Caption.origin.is_not(None), rejected)
        .outerjoin(Excerpt, Excerpt.id == Caption.excerpt_id)
        .where(Caption.source == "run")
    )
    if asked.run is not None:
        chosen = chosen.where(Caption.run_id == asked.run)
    order: dict[Sort, tuple[ColumnElement[Any], ...]] = {
        "newest": (Caption.created_at.desc(), Caption.id.asc()),
        "text": (Caption.text.asc(), Caption.track_id.asc()),
    }
    rows = session.execute(chosen.order_by(*order.get(asked.sort, (Caption.track_id.asc(),))))
    lines = [
        Line(id_, track_id, start_s, end_s, _verdict(*judged))
        for id_, track_id, start_s, end_s, *judged in rows
    ]
    if asked.repeated:
        repeated = _repeated(session, asked.run)
        lines = [line for line in lines if line.caption in repeated]
    return lines


def _verdict(accepted: bool, edited: bool, rejected: Any) -> Verdict:  # noqa: ANN401 - SQLite's own
    if rejected:
        return "rejected"
    return "edited" if edited else "accepted" if accepted else "to check"


def _repeated(session: Session, run: int | None) -> set[int]:
    """Captions in words that the same run has for another track too. SQLite would compare each with each."""
    chosen = select(Caption.id, Caption.track_id, Caption.run_id, Caption.text).where(Caption.source == "run")
    if run is not None:
        chosen = chosen.where(Caption.run_id == run)
    ids: dict[tuple[int | None, str], list[int]] = defaultdict(list)
    tracks: dict[tuple[int | None, str], set[int]] = defaultdict(set)
    for id_, track_id, run_id, text in session.execute(chosen):
        ids[run_id, text].append(id_)
        tracks[run_id, text].add(track_id)
    return {id_ for key, found in ids.items() if len(tracks[key]) > 1 for id_ in found}


def _people(session: Session) -> list[Line]:
    described = select(Caption.track_id).where(Caption.source == "run")
    chosen = (
        select(Caption.track_id).distinct().where(Caption.source != "run", Caption.track_id.not_in(described))
    )
    return [Line(0, id_, None, None, None) for id_ in session.scalars(chosen.order_by(Caption.track_id))]


def _saying(session: Session, lines: list[Line], words: Sequence[str]) -> list[Line]:
    """Those whose own text has each word, or what people wrote of the track: another run's does not count."""
    human: dict[int, str] = defaultdict(str)
    machine: dict[int, str] = {}
    tracks = each({line.track_id for line in lines})
    chosen = select(Caption.id, Caption.track_id, Caption.source, Caption.text)
    for id_, track_id, source, text in session.execute(chosen.where(Caption.track_id.in_(tracks))):
        if source == "run":
            machine[id_] = text
        else:
            human[track_id] += f" {text}"
    starts = [f" {bare(word)}" for word in words]

    def has_all(line: Line) -> bool:
        said = f"{machine.get(line.caption, '')} {human[line.track_id]}"
        heard = " " + " ".join(_WORD.findall(bare(said)))
        return all(start in heard for start in starts)

    return [line for line in lines if has_all(line)]


def bare(text: str) -> str:
    """Without case and accents, as search compares."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def _same(session: Session, captions: Sequence[CaptionInfo]) -> dict[int, int]:
    """Of each, how many other tracks got the same words of the same run."""
    chosen = (
        select(Caption.run_id, Caption.text, func.count(Caption.track_id.distinct()))
        .where(Caption.run_id.in_({one.run_id for one in captions}))
        .where(Caption.text.in_({one.text for one in captions}))
        .group_by(Caption.run_id, Caption.text)
    )
    tracks = {(run_id, text): number for run_id, text, number in session.execute(chosen)}
    return {one.id: tracks.get((one.run_id, one.text), 1) - 1 for one in captions}
