"""What a person does to captions. Every function is one edit, in the same history as those of labels."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.library.captions import (
    AT,
    REJECTED,
    NewCaption,
    changed,
    check_there,
    clean_text,
    made_with,
    plan_captions,
    stamp,
)
from core.library.edits import Span, Target
from core.library.fields import find_field
from core.library.journal import Changes, Edit, Row, Rows, mark, read_rows, record
from core.library.labels import each
from core.store.collection import Collection
from core.store.schema import Caption, FieldValue, Label, Standing, Track

SLACK_S = 1.0
"""By so much a container may misstate how long a track lasts."""
_WORD = re.compile(r"\b[^\W\d_]{2,}\b")


@dataclass(frozen=True)
class TagReport:
    """What became of a tag: how many captions, and of how many tracks it holds no words."""

    edit: Edit | None
    captions: int
    wordless: int


def add_caption(collection: Collection, target: Target, text: str) -> Edit | None:
    """A person says of a track, or a span of one, what is heard there. None: a person has said so already."""
    _check_words(text)
    with collection.database.writing() as session:
        begun = mark(session)
        if isinstance(target, Span):
            _check_span(session, target)
            new = NewCaption(target.track_id, text, "person", target.start_s, target.end_s)
        else:
            new = NewCaption(target, text, "person")
        title = f"Add a caption to 1 {'excerpt' if isinstance(target, Span) else 'track'}"
        return record(session, title, plan_captions(session, [new], replace=False).changes, begun)


def edit_caption(collection: Collection, caption_id: int, text: str) -> Edit | None:
    """Other words. What it said first is kept; the same words again, and it is as if never edited."""
    _check_words(text)
    return _change(collection, [caption_id], "Edit", partial(_say, clean_text(text)))


def settle_caption(collection: Collection, caption_id: int, text: str) -> Edit | None:
    """What a run has written is right in these words: edited, where they are others, and accepted at once."""
    _check_words(text)
    words = clean_text(text)
    return _change(collection, [caption_id], "Accept", lambda row: _accept(_say(words, row)))


def accept_captions(
    collection: Collection, caption_ids: Sequence[int], *, accepted: bool = True
) -> Edit | None:
    """A person says that what a run has written is right, or no longer says so."""
    judge = partial(_accept, accepted=accepted)
    return _change(collection, caption_ids, "Accept" if accepted else "Unaccept", judge)


def reject_captions(
    collection: Collection, caption_ids: Sequence[int], *, rejected: bool = True
) -> Edit | None:
    """A person says that what a run has written is wrong, or no longer says so. It stays, to be counted."""

    def reject(row: Row) -> Row:
        _check_machine(row, "rejected")
        settings = json.dumps(made_with(row) | ({REJECTED: True} if rejected else {}))
        return changed(row, accepted=0 if rejected else row[AT["accepted"]], settings=settings)

    return _change(collection, caption_ids, "Reject" if rejected else "Unreject", reject)


def delete_captions(collection: Collection, caption_ids: Sequence[int]) -> Edit | None:
    return _change(collection, caption_ids, "Delete", None)


def import_tags(collection: Collection, track_ids: Sequence[int], field: str = "comment") -> TagReport:
    """What the tags of these tracks say in a field becomes human captions of the source "import".

    Only tags that count: where a person has said otherwise of the field, its tag is none.
    """
    with collection.database.writing() as session:
        begun = mark(session)
        info = find_field(session, field)
        if info.kind == "number":
            raise RequestProblem(f"{info.name} holds numbers; a caption is words.")
        chosen = (
            select(Standing.track_id, FieldValue.text)
            .join(FieldValue, FieldValue.id == Standing.value_id)
            .join(Label, Label.id == Standing.label_id)
            .where(Standing.field_id == info.id, Standing.excerpt_id == 0, Label.source == "tag")
            .where(Standing.track_id.in_(each(track_ids)))
            .order_by(Standing.track_id, Standing.label_id)
        )
        said = [(track_id, text) for track_id, text in session.execute(chosen)]
        settings = {"from": f"tag {info.name}"}
        new = [NewCaption(id_, text, "import", settings=settings) for id_, text in said if _WORD.search(text)]
        changes = plan_captions(session, new).changes
        number = len(changes.after["captions"])
        title = f"Import {_count(number)} from the tag {info.name}"
        return TagReport(record(session, title, changes, begun), number, len(said) - len(new))


def _change(
    collection: Collection, ids: Sequence[int], verb: str, change: Callable[[Row], Row] | None
) -> Edit | None:
    """Rows become others, or go; those that stay the same are no part of the edit."""
    with collection.database.writing() as session:
        begun = mark(session)
        before = read_rows(session, Caption, Caption.id.in_(each(ids)))
        check_there(ids, before)
        after: Rows = {id_: change(row) for id_, row in sorted(before.items())} if change else {}
        before = {id_: row for id_, row in before.items() if after.get(id_) != row}
        after = {id_: row for id_, row in after.items() if id_ in before}
        title = f"{verb} {_count(len(before))}"
        return record(session, title, Changes({"captions": before}, {"captions": after}), begun)


def _say(words: str, row: Row) -> Row:
    if words == row[AT["text"]]:
        return row
    first = row[AT["text"]] if row[AT["origin"]] is None else row[AT["origin"]]
    if words == first:
        return changed(row, text=words, origin=None, edited_at=None)
    return changed(row, text=words, origin=first, edited_at=stamp())


def _accept(row: Row, *, accepted: bool = True) -> Row:
    _check_machine(row, "accepted")
    settings = json.dumps(made_with(row)) if accepted else row[AT["settings"]]
    return changed(row, accepted=int(accepted), settings=settings)


def _check_machine(row: Row, judged: str) -> None:
    if row[AT["source"]] != "run":
        raise RequestProblem(
            f"Caption {row[0]} is a human's; only what a run has written is {judged}.",
            "Choose machine captions: --source machine.",
        )


def _check_words(text: str) -> None:
    if not clean_text(text):
        raise RequestProblem("A caption cannot be empty.", "Say what is heard.")


def _check_span(session: Session, span: Span) -> None:
    if not math.isfinite(span.end_s):
        raise RequestProblem("An excerpt needs an end.", "Name it in seconds.")
    lasts_s = session.scalar(select(Track.duration_s).where(Track.id == span.track_id))
    if lasts_s is not None and span.end_s > lasts_s + SLACK_S:
        raise RequestProblem(
            f"Track {span.track_id} lasts {lasts_s:g} s; an excerpt of it cannot end at {span.end_s:g} s."
        )


def _count(number: int) -> str:
    return f"{number:,} {'caption' if number == 1 else 'captions'}"
