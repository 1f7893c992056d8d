"""Captions written in bulk by programs, and captions read.

What a person does, with undo, lies in `caption_edits`. A caption is a
machine's if a run wrote it, otherwise a human's. It says what it speaks of,
who wrote it and with what, so that it can be cited.
"""

from __future__ import annotations

import json
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, delete, func, select, text
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.library.edits import Span, Target, place_all
from core.library.journal import TABLES, Changes, Row, Rows, read_rows
from core.library.labels import Place, each
from core.store.collection import Collection
from core.store.rows import put_rows
from core.store.schema import Caption, Excerpt, Recipe, Run, now

Source = Literal["person", "import", "run"]
Writer = Literal["human", "machine"]
Verdict = Literal["to check", "accepted", "edited", "rejected"]
COLUMNS = [c.name for c in TABLES["captions"].c]
AT = {name: place for place, name in enumerate(COLUMNS)}
REJECTED = "rejected"
"""Stands among the settings of what a run has written while a person says that it is wrong."""


@dataclass(frozen=True)
class NewCaption:
    """A caption on its way in; without a span it speaks of the whole track.

    `settings` are those of a run's generation; an import says there under `from` what it has read.
    """

    track_id: int
    text: str
    source: Source
    start_s: float | None = None
    end_s: float | None = None
    run_id: int | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def target(self) -> Target:
        if self.start_s is None or self.end_s is None:
            return self.track_id
        return Span(self.track_id, float(self.start_s), float(self.end_s))


@dataclass(frozen=True)
class CaptionInfo:
    """A caption as shown. `origin`: what it said before a person edited it."""

    id: int
    track_id: int
    start_s: float | None
    end_s: float | None
    text: str
    origin: str | None
    source: Source
    accepted: bool
    run_id: int | None
    encoder: str | None
    """What the run has heard with."""
    settings: dict[str, Any]
    created_at: datetime
    edited_at: datetime | None

    @property
    def writer(self) -> Writer:
        return "machine" if self.source == "run" else "human"

    @property
    def rejected(self) -> bool:
        return bool(self.settings.get(REJECTED))

    @property
    def verdict(self) -> Verdict | None:
        """What a person has made of a machine's text; None of a human's."""
        if self.source != "run":
            return None
        if self.rejected:
            return "rejected"
        return "edited" if self.origin is not None else "accepted" if self.accepted else "to check"


@dataclass(frozen=True)
class Written:
    """How many captions are new, how many they replace, how many stay since a person had a hand in them."""

    new: int = 0
    replaced: int = 0
    kept: int = 0


@dataclass(frozen=True)
class Plan:
    """What writing would take away and put there, as the journal keeps it."""

    changes: Changes
    kept: int

    def written(self) -> Written:
        before, after = self.changes.before["captions"], self.changes.after["captions"]
        return Written(len(after), len(before), self.kept)


class _Voice(NamedTuple):
    """Who speaks of what: only what the same voice said of it is replaced."""

    place: Place
    source: str
    run_id: int | None
    read_from: str


def write_captions(session: Session, captions: Iterable[NewCaption]) -> Written:
    """Write many captions, without undo, in the transaction of the caller: all of them or none.

    They stand for all that the same run, or an import from the same place, says of that excerpt. What a
    person has edited or accepted stays, and a run then says nothing else there; what is said already stays.
    What a person has rejected gives way.
    """
    plan = plan_captions(session, captions)
    gone = plan.changes.before["captions"]
    if gone:
        session.execute(delete(Caption).where(Caption.id.in_(each(gone))))
    put_rows(session, "captions", COLUMNS, list(plan.changes.after["captions"].values()))
    return plan.written()


def plan_captions(session: Session, captions: Iterable[NewCaption], *, replace: bool = True) -> Plan:
    """As `write_captions`, for an edit that can be undone. Without `replace`, nothing is taken away."""
    wanted = _by_voice(session, captions)
    said = _said(session, wanted)
    before: Rows = {}
    new: list[tuple[_Voice, NewCaption, str]] = []
    kept = 0
    for voice, asked in wanted.items():
        here = said[voice[:3]]
        old = {id_: row for id_, row in here.items() if _read_from(row) == voice.read_from}
        by_hand = {id_ for id_, row in old.items() if _is_by_hand(row)}
        kept += len(by_hand)
        if replace and by_hand and voice.source == "run":
            continue
        known = {words: _known(here, words, caption) for words, caption in asked.items()}
        new += [(voice, asked[words], words) for words, id_ in known.items() if id_ is None]
        if replace:
            gone = old.keys() - by_hand - set(known.values())
            before |= {id_: old[id_] for id_ in gone}
    return Plan(Changes({"captions": before}, {"captions": _new_rows(session, new)}), kept)


def clean_text(words: str) -> str:
    """Text as it is kept: readable, composed, without space around it."""
    readable = words.encode("utf-8", "replace").decode().replace("\0", " ")
    return unicodedata.normalize("NFC", readable).strip()


def stamp() -> str:
    """This moment, as rows hold it."""
    return now().strftime("%Y-%m-%d %H:%M:%S.%f")


def changed(row: Row, **cells: Any) -> Row:  # noqa: ANN401 - whatever a column holds
    return tuple(cells.get(name, cell) for name, cell in zip(COLUMNS, row, strict=True))


def captions_of(session: Session, track_ids: Sequence[int]) -> dict[int, list[CaptionInfo]]:
    """All captions of each track and its excerpts: the whole track first, then by time, human ones first."""
    found: dict[int, list[CaptionInfo]] = {track_id: [] for track_id in track_ids}
    for caption in _read(session, Caption.track_id.in_(each(found))):
        found[caption.track_id].append(caption)
    return found


def read_captions(
    collection: Collection,
    track_ids: Sequence[int] | None = None,
    *,
    ids: Sequence[int] | None = None,
    writer: Writer | None = None,
    run_id: int | None = None,
) -> list[CaptionInfo]:
    """Captions of these tracks and in their order, with these numbers, of this writer, of this run."""
    where: list[ColumnElement[bool]] = []
    if ids is not None:
        where.append(Caption.id.in_(each(ids)))
    if writer is not None:
        where.append(Caption.source == "run" if writer == "machine" else Caption.source != "run")
    if run_id is not None:
        where.append(Caption.run_id == run_id)
    with collection.database.reading() as session:
        if run_id is not None:
            _check_runs(session, {run_id})
        if track_ids is None:
            found = _read(session, *where)
        else:
            order = {track_id: place for place, track_id in enumerate(track_ids)}
            found = _read(session, Caption.track_id.in_(each(order)), *where)
            found.sort(key=lambda caption: order[caption.track_id])
    check_there(ids or (), {caption.id for caption in found})
    return found


def check_there(ids: Iterable[int], there: Iterable[int]) -> None:
    if missing := sorted(set(ids) - set(there)):
        raise RequestProblem(f"There is no caption {missing[0]}.", "soundings captions lists them.")


def count_captioned(collection: Collection) -> dict[Writer, int]:
    """How many tracks humans have captioned, and how many a machine."""
    tracks = select(func.count(Caption.track_id.distinct()))
    with collection.database.reading() as session:
        return {
            "human": session.scalar(tracks.where(Caption.source != "run")) or 0,
            "machine": session.scalar(tracks.where(Caption.source == "run")) or 0,
        }


def _by_voice(session: Session, captions: Iterable[NewCaption]) -> dict[_Voice, dict[str, NewCaption]]:
    """By what they say; empty ones say nothing."""
    said = [(caption, words) for caption in captions if (words := clean_text(caption.text))]
    for caption, _ in said:
        if (caption.source == "run") != (caption.run_id is not None):
            raise ValueError("a run's captions name it, and only they do")
    _check_runs(session, {caption.run_id for caption, _ in said if caption.run_id is not None})
    targets = list(dict.fromkeys(caption.target for caption, _ in said))
    places = dict(zip(targets, place_all(session, targets), strict=True))
    found: dict[_Voice, dict[str, NewCaption]] = defaultdict(dict)
    for caption, words in said:
        read_from = str(caption.settings.get("from", "")) if caption.source == "import" else ""
        voice = _Voice(places[caption.target], caption.source, caption.run_id, read_from)
        found[voice].setdefault(words, caption)
    return found


def _said(session: Session, voices: Iterable[_Voice]) -> dict[tuple[Any, ...], Rows]:
    """What is there of the tracks, by place, source and run."""
    found: dict[tuple[Any, ...], Rows] = defaultdict(dict)
    tracks = each({voice.place.track_id for voice in voices})
    for id_, row in sorted(read_rows(session, Caption, Caption.track_id.in_(tracks)).items()):
        place = Place(row[AT["track_id"]], row[AT["excerpt_id"]])
        found[place, row[AT["source"]], row[AT["run_id"]]][id_] = row
    return found


def _read_from(row: Row) -> str:
    return str(json.loads(row[AT["settings"]]).get("from", "")) if row[AT["source"]] == "import" else ""


def _is_by_hand(row: Row) -> bool:
    return bool(row[AT["accepted"]] or row[AT["edited_at"]]) and not is_rejected(row)


def is_rejected(row: Row) -> bool:
    return bool(json.loads(row[AT["settings"]]).get(REJECTED))


def made_with(row: Row) -> dict[str, Any]:
    """What it was written with, whatever a person has said of it since."""
    return {name: value for name, value in json.loads(row[AT["settings"]]).items() if name != REJECTED}


def _known(here: Rows, words: str, caption: NewCaption) -> int | None:
    """The caption that says so already: an import's perhaps edited since, a run's with the same settings."""
    settings = json.loads(json.dumps(dict(caption.settings)))
    for id_, row in here.items():
        same = words == row[AT["text"]] or (caption.source == "import" and words == row[AT["origin"]])
        if same and (caption.source != "run" or made_with(row) == settings):
            return id_
    return None


def _new_rows(session: Session, new: Sequence[tuple[_Voice, NewCaption, str]]) -> Rows:
    first, created_at = _claim_ids(session, len(new)), stamp()
    rows: Rows = {}
    for id_, (voice, caption, words) in enumerate(new, first):
        settings = json.dumps(dict(caption.settings))
        rest = (words, None, voice.source, voice.run_id, 0, settings, created_at, None)
        rows[id_] = (id_, *voice.place, *rest)
    return rows


def _claim_ids(session: Session, number: int) -> int:
    """The first of so many new ids. None is ever used again, so that the journal can rely on them.

    SQLite counts only for tables that were made so; for this one we keep the same count ourselves.
    """
    counted = session.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'captions'"))
    highest = max(counted or 0, session.scalar(select(func.max(Caption.id))) or 0)
    if counted is None:
        session.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES ('captions', 0)"))
    session.execute(
        text("UPDATE sqlite_sequence SET seq = :seq WHERE name = 'captions'"), {"seq": highest + number}
    )
    return highest + 1


def _check_runs(session: Session, run_ids: set[int]) -> None:
    there = set(session.scalars(select(Run.id).where(Run.id.in_(each(run_ids)))))
    if missing := sorted(run_ids - there):
        raise RequestProblem(f"There is no run {missing[0]}.", "soundings runs lists them.")


def _read(session: Session, *where: ColumnElement[bool]) -> list[CaptionInfo]:
    columns = (
        *(Caption.id, Caption.track_id, Excerpt.start_s, Excerpt.end_s, Caption.text, Caption.origin),
        *(Caption.source, Caption.accepted, Caption.run_id),
        *(Caption.settings, Caption.created_at, Caption.edited_at),
    )
    chosen = select(*columns).outerjoin(Excerpt, Excerpt.id == Caption.excerpt_id).where(*where)
    order = (Caption.track_id, Excerpt.start_s, Excerpt.end_s, Caption.source == "run", Caption.id)
    rows = session.execute(chosen.order_by(*order)).all()
    encoders = _encoders(session, {row.run_id for row in rows if row.run_id is not None})
    return [CaptionInfo(**row._asdict(), encoder=encoders.get(row.run_id)) for row in rows]


def _encoders(session: Session, run_ids: set[int]) -> dict[int, str]:
    """What each run has heard with, as its recipe says."""
    chosen = select(Run.id, Recipe.text).join(Recipe, Recipe.id == Run.recipe_id)
    found: dict[int, str] = {}
    for run_id, recipe in session.execute(chosen.where(Run.id.in_(each(run_ids)))):
        try:
            encoder = tomllib.loads(recipe).get("encoder")
        except tomllib.TOMLDecodeError:
            continue
        if isinstance(encoder, dict) and encoder.get("name"):
            found[run_id] = str(encoder["name"])
    return found
