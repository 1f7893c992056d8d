"""Curves and claims say what the scores of the run say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.evaluation import class_scores, tag_scores
from core.runs.certainty import POINTS, curve, read_certainty
from core.store import Collection
from tests.core.runs.conftest import GENRES, finished, predictions


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 6)), min_size=2, max_size=60))
def test_the_average_is_the_average_precision_of_the_scores(pairs: list[tuple[bool, int]]) -> None:
    wanted, scores = np.array([pair[0] for pair in pairs]), np.array([pair[1] / 6 for pair in pairs])
    if not wanted.any() or wanted.all():
        return
    found = curve("reel", wanted, scores)
    theirs = tag_scores(wanted[:, None], scores[:, None], seed=0, resamples=1).tags[0].average_precision
    assert theirs is not None
    assert found.average == pytest.approx(theirs.value)
    assert found.recall[-1] == 1.0
    assert found.precision[-1] == pytest.approx(found.chance) == pytest.approx(wanted.mean())
    assert list(found.recall) == sorted(found.recall)


def test_a_long_curve_is_thinned_and_keeps_its_ends() -> None:
    rng = np.random.default_rng(0)
    found = curve("reel", rng.random(5000) < 0.3, rng.random(5000))
    assert len(found.recall) == POINTS
    assert found.recall[-1] == 1.0


def test_claims_are_those_of_the_calibration_error(shelf: Collection) -> None:
    run = finished(shelf)
    found = read_certainty(shelf, run, "test")
    rows = [row for row in predictions(0.8, 0) if row.part == "test" and row.truth]
    truth = np.array([GENRES.index(row.truth or "") for row in rows])
    said = np.array([[row.probabilities[name] for name in GENRES] for row in rows])
    theirs = class_scores(truth, said, seed=0, resamples=10)
    assert theirs.figures["calibration_error"] is not None
    assert found.error == pytest.approx(theirs.figures["calibration_error"].value)
    assert [claim.tracks for claim in found.claims] == [one.right.n for one in theirs.reliability]
    assert [claim.claimed for claim in found.claims] == pytest.approx(
        [one.confidence for one in theirs.reliability]
    )
    assert sum(claim.tracks for claim in found.claims) == found.tracks == len(rows)
    assert [one.name for one in found.curves] == list(GENRES)
