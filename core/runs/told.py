"""What a run said of each track of the valid part, epoch by epoch, so that a cell of its matrix can be heard.

Packed, since it is written while a run learns: a number for each class and track
in two bytes, exact to a hundredth of a thousandth. The largest of a track is kept
apart, so that rounding never changes what was said.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from core.library.sheets import join_cell
from core.runs.book import find_run
from core.runs.predictions import PredictionRow
from core.store.collection import Collection
from core.store.schema import Told

LARGEST_BYTES = 64_000_000
"""Of one run; past that its oldest epochs go."""
FINE = 65535
HALF = 0.5
QUICK = 1
"""Level of packing: the others take many times as long and save little."""


class _Packed(msgspec.Struct, array_like=True):
    kind: str
    names: list[str]
    tracks: bytes
    truth: bytes
    values: bytes
    said: bytes


def pack(
    names: Sequence[str], tracks: NDArray[np.int64], truth: NDArray[Any], said: NDArray[np.float64]
) -> bytes:
    """`truth` and `said` as families have them: of classes, tags or a number."""
    kind = "numbers" if said.ndim == 1 else "tags" if truth.ndim == 2 else "classes"
    if kind == "numbers":
        true, values, chosen = truth.astype("<f8"), said.astype("<f8"), np.zeros(0, "<u2")
    else:
        values = np.rint(np.clip(said, 0.0, 1.0) * FINE).astype("<u2")
        true = truth.astype("<u1" if kind == "tags" else "<u2")
        chosen = said.argmax(1).astype("<u2") if kind == "classes" else (said >= HALF).astype("<u1")
    arrays = (tracks.astype("<i8"), true, values, chosen)
    packed = _Packed(kind, list(names), *(array.tobytes() for array in arrays))
    return zlib.compress(msgspec.msgpack.encode(packed), QUICK)


def unpack(packed: bytes) -> list[PredictionRow]:
    """In the order of tracks, as a finished run's predictions are."""
    found = msgspec.msgpack.decode(zlib.decompress(packed), type=_Packed)
    tracks = np.frombuffer(found.tracks, "<i8").tolist()
    rows = {"numbers": _numbers, "tags": _tags, "classes": _classes}[found.kind](found, tracks)
    return sorted(rows, key=lambda row: row.track_id)


def _numbers(found: _Packed, tracks: list[int]) -> list[PredictionRow]:
    truth, said = np.frombuffer(found.truth, "<f8").tolist(), np.frombuffer(found.values, "<f8").tolist()
    return [
        PredictionRow(id_, "valid", repr(true), number=number)
        for id_, true, number in zip(tracks, truth, said, strict=True)
    ]


def _tags(found: _Packed, tracks: list[int]) -> list[PredictionRow]:
    shape = (len(tracks), len(found.names))
    truth, said = (
        np.frombuffer(each, "<u1").reshape(shape).astype(bool) for each in (found.truth, found.said)
    )
    return [
        PredictionRow(id_, "valid", _cell(found, true), said=_cell(found, chosen), probabilities=odds)
        for id_, true, chosen, odds in zip(tracks, truth, said, _odds(found, tracks), strict=True)
    ]


def _cell(found: _Packed, carried: NDArray[np.bool_]) -> str:
    return join_cell([name for name, is_so in zip(found.names, carried.tolist(), strict=True) if is_so])


def _classes(found: _Packed, tracks: list[int]) -> list[PredictionRow]:
    truth, said = (np.frombuffer(each, "<u2").tolist() for each in (found.truth, found.said))
    rows = []
    for id_, true, chosen, odds in zip(tracks, truth, said, _odds(found, tracks), strict=True):
        name = found.names[chosen]
        rows.append(
            PredictionRow(
                id_, "valid", found.names[true], said=name, probability=odds[name], probabilities=odds
            )
        )
    return rows


def _odds(found: _Packed, tracks: list[int]) -> list[dict[str, float]]:
    values = np.frombuffer(found.values, "<u2").reshape(len(tracks), len(found.names)) / FINE
    return [dict(zip(found.names, each, strict=True)) for each in np.round(values, 6).tolist()]


def write_told(session: Session, run_id: int, packed: Mapping[int, bytes]) -> None:
    """What is told of an epoch again replaces what was told."""
    if not packed:
        return
    session.execute(delete(Told).where(Told.run_id == run_id, Told.epoch.in_(packed)))
    session.add_all(Told(run_id=run_id, epoch=epoch, packed=each) for epoch, each in packed.items())
    session.flush()
    _keep_newest(session, run_id)


def _keep_newest(session: Session, run_id: int) -> None:
    size = func.length(Told.packed)
    room = LARGEST_BYTES
    sizes = select(Told.epoch, size).where(Told.run_id == run_id).order_by(Told.epoch.desc())
    for place, (epoch, length) in enumerate(session.execute(sizes).all()):
        room -= length
        if room < 0 and place:
            session.execute(delete(Told).where(Told.run_id == run_id, Told.epoch <= epoch))
            return


def keep_told(collection: Collection, run_id: int, packed: Mapping[int, bytes]) -> None:
    """Before a checkpoint is due, so that it can be heard at once."""
    with collection.database.writing() as session:
        write_told(session, run_id, packed)


def forget_told(collection: Collection, run_id: int, epoch: int = 0) -> None:
    """Of this epoch and those after it, which will be learnt again."""
    with collection.database.writing() as session:
        session.execute(delete(Told).where(Told.run_id == run_id, Told.epoch >= epoch))


def told_epochs(collection: Collection, run_id: int) -> list[int]:
    """Those of which it is known what was said, from 0."""
    with collection.database.reading() as session:
        find_run(session, run_id)
        chosen = select(Told.epoch).where(Told.run_id == run_id).order_by(Told.epoch)
        return list(session.scalars(chosen))


def read_told(collection: Collection, run_id: int, epoch: int) -> list[PredictionRow] | None:
    """As `read_predictions` of the valid part; None where it is not known."""
    with collection.database.reading() as session:
        packed = session.scalar(select(Told.packed).where(Told.run_id == run_id, Told.epoch == epoch))
    return None if packed is None else unpack(packed)
