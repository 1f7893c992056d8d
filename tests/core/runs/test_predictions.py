"""What a run says of tracks is read as it was written, and becomes what evaluation judges."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from core import __version__
from core.errors import RequestProblem
from core.evaluation import class_scores, number_scores, tag_scores
from core.library.sheets import join_cell
from core.runs import PredictionRow, outcome, read_predictions, read_scores, write_predictions
from core.runs.scores import rows_of_classes, rows_of_numbers, rows_of_tags, write_scores
from core.store import Collection
from core.store.schema import Track
from tests.core.runs.conftest import GENRES, begun, predictions

finite = st.floats(allow_nan=False, allow_infinity=False)
text = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=10)
one = st.builds(
    PredictionRow,
    track_id=st.integers(1, 60),
    part=st.sampled_from(["train", "valid", "test", "rest"]),
    truth=st.none() | text,
    said=st.none() | text,
    number=st.none() | finite,
    probability=st.none() | finite,
    probabilities=st.dictionaries(text, finite, max_size=4),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(one, max_size=10, unique_by=lambda row: row.track_id))
def test_what_was_written_is_read_in_the_order_of_tracks(
    shelf: Collection, rows: list[PredictionRow]
) -> None:
    run = begun(shelf)
    write_predictions(shelf, run, predictions(0.5))
    write_predictions(shelf, run, rows)
    ordered = sorted(rows, key=lambda row: row.track_id)
    assert read_predictions(shelf, run) == ordered
    assert read_predictions(shelf, run, "test") == [row for row in ordered if row.part == "test"]


def test_tracks_that_went_meanwhile_are_left_out(shelf: Collection) -> None:
    run = begun(shelf)
    with shelf.database.writing() as session:
        session.execute(delete(Track).where(Track.id == 4))
    write_predictions(shelf, run, predictions(0.5))
    assert [row.track_id for row in read_predictions(shelf, run)] == [i for i in range(1, 61) if i != 4]


def test_classes_are_judged_in_the_order_of_their_names(shelf: Collection) -> None:
    run = begun(shelf)
    write_predictions(shelf, run, [*reversed(predictions(0.9))])
    found = outcome(shelf, run, "test")
    known = [row for row in predictions(0.9) if row.part == "test" and row.truth]
    assert found.tracks.tolist() == [row.track_id for row in known]
    assert [GENRES[i] for i in found.truth] == [row.truth for row in known]
    assert found.said.tolist() == [[row.probabilities[name] for name in GENRES] for row in known]
    assert class_scores(found.truth, found.said, seed=0, resamples=10).n == len(known) == 24


def test_a_class_that_the_run_was_never_taught_counts_as_missed(shelf: Collection) -> None:
    run = begun(shelf)
    given = {"folk": 0.75, "jazz": 0.25}
    write_predictions(
        shelf,
        run,
        [
            PredictionRow(1, "test", "blues", "folk", None, 0.75, given),
            PredictionRow(2, "test", "folk", "folk", None, 0.75, given),
        ],
    )
    found = outcome(shelf, run, "test")
    assert found.truth.tolist() == [0, 1]
    assert found.said.tolist() == [[0.0, 0.75, 0.25], [0.0, 0.75, 0.25]]


def test_tags_and_numbers(shelf: Collection) -> None:
    tags = begun(shelf, task="tag", text="tags")
    scores = {"a;b": 0.9, "calm": 0.1, "sad": 0.6}
    write_predictions(
        shelf,
        tags,
        [
            PredictionRow(1, "test", join_cell(["a;b", "sad"]), "sad", None, None, scores),
            PredictionRow(2, "test", "", "sad", None, None, scores),
            PredictionRow(3, "test", None, "sad", None, None, scores),
        ],
    )
    found = outcome(shelf, tags, "test")
    assert found.tracks.tolist() == [1, 2]
    assert found.truth.tolist() == [[True, False, True], [False, False, False]]
    assert found.said.tolist() == [[0.9, 0.1, 0.6]] * 2
    assert tag_scores(found.truth, found.said, seed=0, resamples=5).left_out == (1,)
    numbers = begun(shelf, task="regress", text="numbers")
    value = 119.99999999999999
    write_predictions(
        shelf, numbers, [PredictionRow(1, "test", repr(value), None, 7.5), PredictionRow(2, "test", "3")]
    )
    found = outcome(shelf, numbers, "test")
    assert found.truth.tolist() == [value, 3.0]
    assert found.said[0] == 7.5
    assert np.isnan(found.said[1])


def test_what_cannot_be_judged_is_said(shelf: Collection) -> None:
    run = begun(shelf)
    said = r"^Run 1 has no predictions of test tracks whose truth is known\.$"
    with pytest.raises(RequestProblem, match=said):
        outcome(shelf, run, "test")
    write_predictions(shelf, run, [PredictionRow(1, "test", None, "folk")])
    with pytest.raises(RequestProblem, match=said):
        outcome(shelf, run, "test")
    other = begun(shelf, task="contrast", text="views")
    with pytest.raises(RequestProblem, match="its task is contrast"):
        outcome(shelf, other, "test")


def test_every_figure_that_there_is_becomes_a_row_with_its_method(shelf: Collection) -> None:
    run = begun(shelf)
    truth, rng = np.array([0, 0, 1, 1, 0, 1]), np.random.default_rng(0)
    said = rng.dirichlet([1, 1, 1], 6)
    found = class_scores(truth, said, groups=np.array([0, 0, 1, 1, 2, -1]), seed=0, resamples=20)
    rows = rows_of_classes(found, "test", GENRES, control="random labels", resamples=20)
    write_scores(shelf, run, predictions_of_nothing())
    write_scores(shelf, run, rows)
    assert read_scores(shelf, run) == rows
    whole = {row.name: row for row in rows if not row.about}
    assert whole.keys() == {name for name, figure in found.figures.items() if figure is not None}
    assert "top_k_accuracy" not in whole
    accuracy, figure = whole["accuracy"], found.figures["accuracy"]
    assert figure is not None
    assert (accuracy.value, accuracy.low, accuracy.high, accuracy.n) == (
        figure.value,
        figure.low,
        figure.high,
        6,
    )
    assert "percentiles of 20 resamples of whole groups, of which there are 4" in accuracy.method
    assert accuracy.method.endswith(f" Soundings {__version__}.")
    about = {(row.about, row.name) for row in rows if row.about}
    assert {("blues", "recall"), ("folk", "f1")} <= about
    assert not {name for name, _ in about} - {"blues", "folk"}
    assert {row.control for row in rows} == {"random labels"}


def predictions_of_nothing() -> list:
    return rows_of_numbers(
        number_scores(np.array([1.0, 2.0]), np.array([1.0, 1.0]), seed=0, resamples=5), "test"
    )


def test_rows_of_tags_and_numbers() -> None:
    truth = np.array([[True, False], [False, False], [True, False], [False, False]])
    found = tag_scores(truth, np.random.default_rng(1).random((4, 2)), seed=0, resamples=5)
    rows = rows_of_tags(found, "valid", ["calm", "loud"], resamples=5)
    assert {(row.about, row.name) for row in rows if row.about} == {
        ("calm", "roc_auc"),
        ("calm", "average_precision"),
    }
    assert {row.name for row in rows if not row.about} >= {"macro_roc_auc", "macro_average_precision"}
    names = {row.name for row in predictions_of_nothing()}
    assert names == {"r2", "mae", "rmse", "concordance"}
    four = class_scores(np.array([0, 1, 2, 3]), np.eye(4), seed=0, resamples=5)
    (top,) = [
        row for row in rows_of_classes(four, "test", "abcd", resamples=5) if row.name == "top_k_accuracy"
    ]
    assert " k = 3." in top.method
