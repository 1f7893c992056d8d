"""What each epoch of a run told: losses and scores, seconds, who was taken for whom."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core.runs.told import write_told
from core.store.collection import Collection
from core.store.rows import insert_rows
from core.store.schema import Epoch, Metric

Figures = dict[str, dict[str, float]]
"""By part, then by name: `{"train": {"loss": 0.7}, "valid": {"loss": 0.9, "macro_f1": 0.5}}`."""


@dataclass(frozen=True)
class EpochRow:
    epoch: int
    step: int
    """Steps of the optimiser up to its end."""
    seconds: float
    figures: Figures
    """A figure that is no number, such as a loss out of bounds, leaves a gap."""
    confusion: list[list[int]] | None
    """Tracks of the valid part: what is true down, what was said across."""
    told: bytes | None = None
    """What was said of each, packed; None where it is unknown or kept already. Not read back with these."""


def write_epochs(session: Session, run_id: int, rows: Sequence[EpochRow]) -> None:
    """What is told of an epoch again replaces what was told."""
    for model, column, told in (
        (Epoch, Epoch.epoch, [row.epoch for row in rows]),
        (Metric, Metric.step, [row.step for row in rows]),
    ):
        session.execute(delete(model).where(model.run_id == run_id, column.in_(told)))
    session.add_all(
        Epoch(run_id=run_id, epoch=row.epoch, step=row.step, seconds=row.seconds, confusion=row.confusion)
        for row in rows
    )
    points = [
        {"run_id": run_id, "name": name, "part": part, "step": row.step, "epoch": row.epoch, "value": value}
        for row in rows
        for part, figures in row.figures.items()
        for name, value in figures.items()
        if math.isfinite(value)
    ]
    session.flush()
    insert_rows(session, Metric, points)
    write_told(session, run_id, {row.epoch: row.told for row in rows if row.told is not None})


def forget_after(session: Session, run_id: int, step: int) -> None:
    """What a killed run had told after its last checkpoint will be told again."""
    for model in (Epoch, Metric):
        session.execute(delete(model).where(model.run_id == run_id, model.step > step))


def read_curves(collection: Collection, run_id: int) -> list[EpochRow]:
    """In the order of epochs."""
    figures: dict[int, Figures] = defaultdict(dict)
    with collection.database.reading() as session:
        points = select(Metric.step, Metric.part, Metric.name, Metric.value).where(Metric.run_id == run_id)
        for step, part, name, value in session.execute(points.order_by(Metric.part, Metric.name)):
            figures[step].setdefault(part, {})[name] = value
        rows = session.scalars(select(Epoch).where(Epoch.run_id == run_id).order_by(Epoch.epoch))
        return [EpochRow(r.epoch, r.step, r.seconds, figures.get(r.step, {}), r.confusion) for r in rows]
