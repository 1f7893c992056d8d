"""What was written of a few tracks, beside what people wrote. Chosen by a seed, not by how well it went."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sqlalchemy import select

from core.library.labels import each
from core.runs import read_predictions
from core.store.collection import Collection
from core.store.schema import Track
from core.studies.findings import Example, OneCell, Said, Variety

SEED = 0
MOST = 4


def choose_examples(
    collection: Collection, cells: Sequence[OneCell]
) -> tuple[tuple[Example, ...], tuple[Variety, ...]]:
    """Of the first run of each cell, on the test part; and how many different captions it wrote there."""
    runs = [(cell, cell.runs[0].run) for cell in cells if cell.runs]
    told = [
        {row.track_id: row for row in read_predictions(collection, run, "test") if row.truth is not None}
        for _, run in runs
    ]
    varied = tuple(
        Variety(cell.encoder, cell.way, run, len({row.said for row in rows.values()}), len(rows))
        for (cell, run), rows in zip(runs, told, strict=True)
    )
    shared = sorted(set.intersection(*(set(rows) for rows in told))) if told else []
    picked = np.random.default_rng(SEED).permutation(shared)[:MOST].tolist()
    paths = _paths(collection, picked)
    examples = tuple(
        Example(
            id_,
            paths[id_],
            told[0][id_].truth or "",
            tuple(
                Said(cell.encoder, cell.way, run, rows[id_].said or "")
                for (cell, run), rows in zip(runs, told, strict=True)
            ),
        )
        for id_ in picked
    )
    return examples, varied


def _paths(collection: Collection, tracks: Sequence[int]) -> dict[int, str]:
    with collection.database.reading() as session:
        chosen = select(Track.id, Track.shown_path).where(Track.id.in_(each(tracks)))
        return {id_: str(path) for id_, path in session.execute(chosen)}
