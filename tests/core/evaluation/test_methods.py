"""A methods sheet has a line for every figure that is ever told."""

from __future__ import annotations

import numpy as np

from core.evaluation import METHODS, class_scores, method, number_scores, tag_scores


def test_every_figure_says_how_it_is_worked_out() -> None:
    rng = np.random.default_rng(0)
    truth, numbers = rng.integers(0, 4, 20), rng.random(20)
    told = [
        class_scores(truth, np.full((20, 4), 0.25), seed=0, resamples=2).figures,
        tag_scores(truth[:, None] == np.arange(4), rng.random((20, 4)), seed=0, resamples=2).figures,
        number_scores(numbers, rng.random(20), seed=0, resamples=2).figures,
    ]
    named = {name for figures in told for name in figures}
    single = {"precision", "recall", "f1", "roc_auc", "average_precision"}
    assert named | single == set(METHODS)


def test_the_interval_is_told_as_it_was_made() -> None:
    assert method("accuracy", groups=None, resamples=2000).endswith("Interval: Wilson's interval.")
    assert "2,000 resamples of the tracks" in method("macro_f1", groups=None, resamples=2000)
    grouped = method("recall", groups=12, resamples=500)
    assert "500 resamples of whole groups, of which there are 12" in grouped
    assert "Wilson's interval for as many groups" in grouped
    assert "mirrored" in method("calibration_error", groups=None, resamples=2000)
