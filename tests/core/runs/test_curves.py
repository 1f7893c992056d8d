"""Curves come back as they were told, whatever is told twice or not a number."""

from __future__ import annotations

import math

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.runs import EpochRow, forget_after, read_curves, write_epochs
from core.store import Collection
from tests.core.runs.conftest import begun

finite = st.floats(allow_nan=False, allow_infinity=False)
names = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8)
figures = st.dictionaries(names, st.dictionaries(names, finite, min_size=1, max_size=4), max_size=3)
confusion = st.none() | st.lists(st.lists(st.integers(0, 10**9), max_size=4), max_size=4)
told = st.lists(st.tuples(st.floats(0, 1e9), figures, confusion), max_size=5)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=told)
def test_what_was_told_is_read(shelf: Collection, told: list[tuple]) -> None:
    run = begun(shelf)
    rows = [EpochRow(epoch, 10 * epoch + 3, *rest) for epoch, rest in enumerate(told)]
    with shelf.database.writing() as session:
        write_epochs(session, run, rows)
    assert read_curves(shelf, run) == rows


def row(epoch: int, loss: float) -> EpochRow:
    return EpochRow(epoch, 5 * (epoch + 1), 1.0, {"train": {"loss": loss}}, [[epoch]])


def test_what_is_told_again_replaces_what_was_told(shelf: Collection) -> None:
    run, other = begun(shelf), begun(shelf)
    for number in (run, other):
        with shelf.database.writing() as session:
            write_epochs(session, number, [row(0, 1.0), row(1, 2.0), row(2, 3.0)])
    with shelf.database.writing() as session:
        write_epochs(session, run, [row(1, 9.0)])
    assert read_curves(shelf, run) == [row(0, 1.0), row(1, 9.0), row(2, 3.0)]
    with shelf.database.writing() as session:
        forget_after(session, run, 5)
    assert read_curves(shelf, run) == [row(0, 1.0)]
    assert read_curves(shelf, other) == [row(0, 1.0), row(1, 2.0), row(2, 3.0)]


def test_a_loss_out_of_bounds_leaves_a_gap(shelf: Collection) -> None:
    run = begun(shelf)
    strange = {"loss": math.nan, "worse": -math.inf, "accuracy": 0.1}
    with shelf.database.writing() as session:
        write_epochs(session, run, [EpochRow(0, 4, 2.0, {"train": strange}, None)])
    assert read_curves(shelf, run) == [EpochRow(0, 4, 2.0, {"train": {"accuracy": 0.1}}, None)]
