"""What a trained run tells of its epochs, and the curves that become of it."""

from __future__ import annotations

import pytest
from scipy.stats import binomtest

from core.runs import read_run
from core.runs.curves import EpochRow
from desktop.curves.story import Story, figures_of, loss_curves, read_saved, read_story, score_curves
from tests.core.recipes.conftest import filled_once, shelf, teach

__all__ = ["filled_once", "shelf"]


def test_a_run_as_it_was_trained(shelf):
    found = teach(shelf, training__epochs="12", training__patience="5")
    story = read_story(found.run, shelf)
    learnt = read_run(shelf, found.run).environment["learnt"]
    assert story.labels == ("fado", "raga", "reel")
    assert (story.task, story.field, story.epochs, story.patience) == ("classify", "genre", 12, 5)
    assert story.best + 1 == learnt["best_epoch"]
    assert len(story.rows) == learnt["epochs"]
    assert story.stale == learnt["epochs"] - learnt["best_epoch"]
    assert (story.saved, story.saved_at) == (read_saved(found.run, shelf) or (None, None))
    loss = loss_curves([story])
    assert [line.name for line in loss.lines] == ["training", "validation"]
    assert [p[0] for p in loss.lines[1].points] == [row.epoch + 1 for row in story.rows]
    assert (loss.best, loss.end, loss.may_be_log) == (learnt["best_epoch"], 12, True)
    assert figures_of([story])[0] == "accuracy"
    score = score_curves([story], "accuracy")
    valid = score.lines[1]
    confusion = story.rows[-1].confusion
    hits, n = sum(confusion[i][i] for i in range(3)), sum(map(sum, confusion))
    assert valid.points[-1][1] == pytest.approx(100 * hits / n)
    wanted = binomtest(hits, n).proportion_ci(0.95, "wilson")
    assert valid.band[-1] == pytest.approx((100 * wanted.low, 100 * wanted.high))
    assert score.note == f"%, band: 95 % interval, n = {n}"
    levels = {level.name: level.value for level in score.levels}
    assert levels["majority label, test"] == pytest.approx(
        100 * found.controls["majority"]["accuracy"]["value"]
    )


def row(epoch: int, **figures: float) -> EpochRow:
    return EpochRow(epoch, epoch, 1.0, {"train": {"loss": figures["loss"]}, "valid": figures}, None)


def test_the_best_epoch_is_the_first_of_the_best():
    rows = (
        row(0, loss=1.0, r2=0.1),
        row(1, loss=0.5, r2=0.5),
        row(2, loss=0.5, r2=0.5),
        row(3, loss=0.6, r2=0.4),
    )
    story = Story(1, "regress", rows=rows)
    assert (story.best, story.stale) == (1, 2)
    assert Story(1, "regress").best is None


def test_several_runs_laid_over_each_other():
    stories = [Story(n, "regress", epochs=9, rows=(row(0, loss=1.0 / n, r2=0.1),)) for n in (3, 4)]
    curves = loss_curves(stories)
    assert [line.name for line in curves.lines] == [
        "Run 3, training", "Run 3, validation", "Run 4, training", "Run 4, validation",
    ]  # fmt: skip
    assert [line.place for line in curves.lines] == [0, 0, 1, 1]
    assert curves.best is None
    assert figures_of(stories) == ["r2"]
    assert not score_curves(stories, "r2").levels
