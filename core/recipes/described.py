"""What captions are learnt from: texts that people wrote of tracks. What a run has written is no truth."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select

from core.errors import RequestProblem
from core.library.groups import read_values
from core.recipes.recipe import Recipe
from core.store.collection import Collection
from core.store.schema import Caption, Field

FEWEST = 10
"""Tracks with a caption."""


def read_texts(collection: Collection, recipe: Recipe, usable: set[int]) -> dict[int, str]:
    """One text of each track that a person has described; of excerpts in the order of time."""
    chosen = (
        select(Caption.track_id, Caption.text)
        .where(Caption.source != "run")
        .order_by(Caption.track_id, Caption.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    with collection.database.reading() as session:
        for track_id, text in session.execute(chosen):
            if track_id in usable and text.strip():
                found[track_id].append(" ".join(text.split()))
    if len(found) < FEWEST:
        raise RequestProblem(
            f"{recipe.name} needs {FEWEST} described tracks at least; {len(found)} are.",
            "Import captions, or write some.",
        )
    joined = recipe.writer.several == "joined"
    return {id_: " ".join(texts) if joined else texts[0] for id_, texts in found.items()}


def kept_even(collection: Collection, field: str, tracks: dict[int, str]) -> dict[int, str]:
    """The label of each whose shares a split keeps; nothing where there is no such field."""
    with collection.database.reading() as session:
        known = session.scalar(select(Field.id).where(Field.name == field.lower()))
    labels = read_values(collection, field, runs=False) if known else {}
    return {id_: min(labels.get(id_, ()), default="") for id_ in tracks}
