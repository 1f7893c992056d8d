"""What a run says becomes labels: of the weakest source, and an edit that can be undone like any other."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import RequestProblem
from core.evaluation import Task
from core.library.edits import next_label_id
from core.library.fields import FieldInfo, Kind, ensure_field
from core.library.journal import Changes, Edit, Rows, mark, read_rows, record
from core.library.labels import Value, each, store_values
from core.library.sheets import split_cell
from core.runs.book import find_run
from core.runs.predictions import PredictionRow, read_predictions, task_of
from core.store.collection import Collection
from core.store.schema import Label, Recipe, now

Said = list[tuple[Value, float | None]]
"""Values with the probability of each, where there is one."""


def accept_predictions(
    collection: Collection,
    run_id: int,
    field: str | None = None,
    least: float = 0.0,
    *,
    only_unlabelled: bool = True,
) -> int:
    """How many tracks get what the run says of them, at a probability of `least` or more.

    `field`: where it goes; the one that the run has learnt if left out. What this run said there before is
    replaced. A person's word, and that of any other source, still counts for more.
    """
    task = task_of(collection, run_id)
    if task is Task.CAPTIONS:
        raise RequestProblem(
            f"Run {run_id} writes captions, which are no labels.", "soundings captions DIR accepts them."
        )
    if task is Task.NUMBERS and least > 0:
        raise RequestProblem(f"Run {run_id} tells numbers, and how sure it is of each it does not tell.")
    said = {row.track_id: _said(row, task, least) for row in read_predictions(collection, run_id)}
    kind: Kind | None = "number" if task is Task.NUMBERS else None
    with collection.database.writing() as session:
        begun = mark(session)
        name = field or _learnt(session, run_id)
        info = ensure_field(session, name, kind, many=task is Task.TAGS)
        if only_unlabelled:
            labelled = _labelled(session, info)
            said = {track_id: values for track_id, values in said.items() if track_id not in labelled}
        wanted = {track_id: values for track_id, values in said.items() if values}
        if not info.many and any(len(values) > 1 for values in wanted.values()):
            raise RequestProblem(f"A track has one {info.name}, and run {run_id} says several of some.")
        tracks = f"{len(wanted):,} {'track' if len(wanted) == 1 else 'tracks'}"
        title = f"Accept {info.name} of {tracks} from run {run_id}"
        edit = record(session, title, _changes(session, info, run_id, wanted), begun)
    return len(wanted) if edit else 0


def accept_guesses(collection: Collection, field: str, said: Mapping[int, tuple[str, float]]) -> Edit | None:
    """What a probe says of tracks, each with its probability, becomes labels that belong to no run.

    Whatever a probe said in this field before is replaced, and tracks of which anybody but a run has said
    something are left alone. None: nothing changes.
    """
    with collection.database.writing() as session:
        begun = mark(session)
        info = ensure_field(session, field)
        labelled = _labelled(session, info)
        wanted: dict[int, Said] = {id_: [one] for id_, one in said.items() if id_ not in labelled}
        tracks = f"{len(wanted):,} {'track' if len(wanted) == 1 else 'tracks'}"
        title = f"Accept {info.name} of {tracks} from the probe"
        return record(session, title, _changes(session, info, None, wanted), begun)


def _said(row: PredictionRow, task: Task, least: float) -> Said:
    if task is Task.NUMBERS:
        return [] if row.number is None else [(row.number, None)]
    if not row.said:
        return []
    if task is Task.CLASSES:
        return [(row.said, row.probability)] if (row.probability or 0.0) >= least else []
    tags = [(tag, row.probabilities.get(tag)) for tag in split_cell(row.said)]
    return [(tag, probability) for tag, probability in tags if (probability or 0.0) >= least]


def _learnt(session: Session, run_id: int) -> str:
    """The field that the recipe names."""
    recipe = session.get_one(Recipe, find_run(session, run_id).recipe_id)
    try:
        field = tomllib.loads(recipe.text).get("data", {}).get("field", "")
    except (tomllib.TOMLDecodeError, AttributeError):
        field = ""
    if not isinstance(field, str) or not field:
        raise RequestProblem(f"Which field has run {run_id} learnt? Its recipe does not say.", "Name it.")
    return field


def _labelled(session: Session, field: FieldInfo) -> set[int]:
    """Tracks of which anybody but a run has said something in this field, if only that there is none."""
    chosen = select(Label.track_id).where(
        Label.field_id == field.id, Label.excerpt_id.is_(None), Label.source != "run"
    )
    return set(session.scalars(chosen.distinct()))


def _changes(session: Session, field: FieldInfo, run_id: int | None, wanted: Mapping[int, Said]) -> Changes:
    stored = store_values(session, field, (value for said in wanted.values() for value, _ in said))
    before = read_rows(
        session,
        Label,
        Label.track_id.in_(each(wanted)),
        Label.field_id == field.id,
        Label.source == "run",
        Label.run_id == run_id,
        Label.excerpt_id.is_(None),
    )
    known = {row[2:9]: id_ for id_, row in before.items()}
    created_at = now().strftime("%Y-%m-%d %H:%M:%S.%f")
    next_id = next_label_id(session)
    after: Rows = {}
    for track_id, said in wanted.items():
        for value, confidence in _once(said, stored):
            label = (track_id, None, *value, "run", run_id, confidence)
            if label in known:
                after[known[label]] = before[known[label]]
            else:
                after[next_id] = (next_id, field.id, *label, created_at)
                next_id += 1
    return Changes({"labels": before}, {"labels": after})


def _once(
    said: Sequence[tuple[Value, float | None]], stored: Mapping[Value, tuple[int | None, float | None]]
) -> list[tuple[tuple[int | None, float | None], float | None]]:
    """Each stored value once: two spellings may be kept as the same."""
    found: dict[tuple[int | None, float | None], float | None] = {}
    for value, confidence in said:
        if value in stored:
            found.setdefault(stored[value], confidence)
    return list(found.items())
