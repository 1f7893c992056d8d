"""A matrix equals a slow count; its cells hold the tracks they count, surest first, with what was heard."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.runs import PredictionRow, keep_told, write_epochs, write_predictions
from core.runs.cells import Standing, read_cell, read_matrix
from core.runs.curves import EpochRow
from core.runs.heard import excerpt_starts, heard_spans
from core.runs.told import pack
from core.store import Collection
from tests.core.runs.conftest import GENRES, begun, finished

WRITTEN = 'name = "x"\ntask = "classify"\n\n[data]\nfield = "genre"\n\n[encoder]\nname = "{}"\n'
ALONG = WRITTEN.format("mel-resnet") + 'tune = "whole"\nwindow_s = 0.0\ncrop = "{}"\nexcerpts = {}\n'
CARD = {"rate_hz": 100, "window_s": 5.0}


@st.composite
def told(draw: st.DrawFn) -> list[PredictionRow]:
    rows = []
    for track_id in draw(st.lists(st.integers(1, 60), max_size=25, unique=True)):
        odds = np.array(draw(st.lists(st.floats(0.01, 1), min_size=3, max_size=3)))
        named = dict(zip(GENRES, np.round(odds / odds.sum(), 6).tolist(), strict=True))
        said = max(named, key=named.__getitem__)
        truth = draw(st.sampled_from([*GENRES, "polka", None]))
        part = draw(st.sampled_from(["train", "valid", "test"]))
        rows.append(PredictionRow(track_id, part, truth, said, None, named[said], named))
    return rows


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=told())
def test_a_matrix_equals_a_slow_count(shelf: Collection, rows: list[PredictionRow]) -> None:
    run = begun(shelf)
    write_predictions(shelf, run, rows)
    for part in ("train", "valid", "test"):
        known = [row for row in rows if row.part == part and row.truth is not None]
        found = read_matrix(shelf, run, part)
        if not known:
            assert found is None
            continue
        assert found is not None
        assert found.field == "genre"
        for i, true in enumerate(found.names):
            for j, said in enumerate(found.names):
                ours = [row for row in known if row.truth == true and row.said == said]
                assert found.counts[i][j] == len(ours)
                cell = read_cell(shelf, run, part, true, said)
                assert cell is not None
                assert {member.track_id for member in cell.members} == {row.track_id for row in ours}
                sure = [member.of_said for member in cell.members]
                assert sure == sorted(sure, reverse=True)


def test_an_epoch_has_its_own_matrix_and_cells(shelf: Collection) -> None:
    run = begun(shelf, environment={"labels": list(GENRES)})
    odds = np.array([[0.2, 0.5, 0.3], [0.1, 0.9, 0.0], [0.8, 0.1, 0.1]])
    packed = pack(GENRES, np.array([7, 3, 5]), np.array([0, 0, 2]), odds)
    with shelf.database.writing() as session:
        write_epochs(session, run, [EpochRow(2, 9, 1.0, {}, [[0, 2, 0], [0, 0, 0], [1, 0, 0]])])
    assert read_cell(shelf, run, "valid", "blues", "folk", 2) is None
    keep_told(shelf, run, {2: packed})
    found = read_matrix(shelf, run, "valid", 2)
    assert found is not None
    assert (found.names, found.counts[0]) == (GENRES, (0, 2, 0))
    assert read_matrix(shelf, run, "valid", 1) is None
    cell = read_cell(shelf, run, "valid", "blues", "folk", 2)
    assert cell is not None
    assert [(m.track_id, round(m.of_said, 4), round(m.of_true, 4)) for m in cell.members] == [
        (3, 0.9, 0.1),
        (7, 0.5, 0.2),
    ]


def test_an_artist_stands_out_who_has_most_of_a_cell_and_less_of_its_row(shelf: Collection) -> None:
    """Of tracks 1 and 2 each pair is of one artist; see the shelf."""
    run = finished(shelf)
    rows = []
    for track_id in range(1, 21):
        said = "folk" if track_id in (1, 2, 9) else "blues"
        rows.append(PredictionRow(track_id, "test", "blues", said, None, 0.9, {"blues": 0.1, "folk": 0.9}))
    from tests.core.library.shelf import tag

    tag(shelf, 9, "person", artist="artist 00")
    write_predictions(shelf, run, rows)
    cell = read_cell(shelf, run, "test", "blues", "folk")
    assert cell is not None
    assert cell.standing == Standing("artist 00", 3, 3, 20)
    whole = read_cell(shelf, run, "test", "blues", "blues")
    assert whole is not None
    assert whole.standing is None


@given(
    total=st.integers(1, 10**7), length=st.integers(1, 10**6), most=st.integers(1, 60), first=st.booleans()
)
def test_excerpts_lie_within_the_track(total: int, length: int, most: int, first: bool) -> None:
    starts = excerpt_starts(total, length, most, first=first)
    assert 1 <= len(starts) <= most
    assert starts == sorted(set(starts))
    assert starts[0] >= 0
    assert starts[-1] <= max(total - length, 0)
    if not first and len(starts) > 1:
        assert starts == [round(at) for at in np.linspace(0, total - length, len(starts)).tolist()]


def test_the_seconds_that_were_heard(shelf: Collection) -> None:
    assert heard_spans(ALONG.format("random", 1), CARD, 21.0) == [(8.0, 13.0)]
    assert heard_spans(ALONG.format("random", 3), CARD, 21.0) == [(0.0, 5.0), (8.0, 13.0), (16.0, 21.0)]
    assert heard_spans(ALONG.format("first", 2), CARD, 21.0) == [(0.0, 5.0), (5.0, 10.0)]
    assert heard_spans(ALONG.format("middle", 1), CARD, 3.0) == [(0.0, 3.0)]
    assert heard_spans(WRITTEN.format("descriptors"), CARD, 21.0) == []
    assert heard_spans(ALONG.format("middle", 1), {}, 21.0) == []


def test_members_carry_the_excerpt_in_the_middle(shelf: Collection) -> None:
    run = begun(shelf, text=ALONG.format("random", 3), environment={"encoder": CARD, "labels": ["a"]})
    with shelf.database.writing() as session:
        from core.store.schema import Track

        session.get_one(Track, 4).duration_s = 21.0
        session.get_one(Track, 5).duration_s = None
    write_predictions(
        shelf, run, [PredictionRow(id_, "test", "a", "a", None, 1.0, {"a": 1.0}) for id_ in (4, 5)]
    )
    cell = read_cell(shelf, run, "test", "a", "a")
    assert cell is not None
    assert [(m.track_id, m.start_s, m.end_s) for m in cell.members] == [(4, 8.0, 13.0), (5, None, None)]


@pytest.mark.parametrize("part", ["train", "valid", "test"])
def test_a_run_that_has_said_nothing_has_no_matrix(shelf: Collection, part: str) -> None:
    assert read_matrix(shelf, begun(shelf), part) is None
