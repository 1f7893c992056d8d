"""Floors of captions know those of training alone, or go to other tracks than their own."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Interrupted
from core.evaluation import (
    CAPTION_METHODS,
    Attribute,
    attribute_scores,
    caption_floors,
    caption_method,
    caption_scores,
    constant_caption,
    random_captions,
    shuffled,
)
from core.evaluation.caption_methods import IMPLEMENTATION
from core.progress import Stop

TRAIN = ["a sad song", "a sad slow song", "fast techno", "an old sad song", "the noise of rain"]


def test_what_the_floors_say() -> None:
    found = caption_floors(TRAIN, 3, seed=0, nearest=np.array([4, 0, 4]), said=["x", "y", "z"])
    assert list(found) == ["constant_caption", "random_caption", "nearest_caption", "shuffled"]
    assert found["constant_caption"] == ("a sad song",) * 3
    assert set(found["random_caption"]) <= set(TRAIN)
    assert found["nearest_caption"] == (TRAIN[4], TRAIN[0], TRAIN[4])
    assert sorted(found["shuffled"]) == ["x", "y", "z"]
    assert list(caption_floors(TRAIN, 3, seed=0)) == ["constant_caption", "random_caption"]


def test_the_constant_caption_is_most_like_the_others_that_were_drawn() -> None:
    rng = np.random.default_rng(0)
    train = [" ".join(rng.choice(list("abcdefg"), rng.integers(2, 8))) for _ in range(40)]
    for seed in range(5):
        drawn = [train[place] for place in np.random.default_rng(seed).choice(40, 12, replace=False)]
        means = [
            caption_scores(drawn, [[one]] * 12, retrieval=False, seed=0, resamples=0).figures["rouge_l"].value
            for one in drawn
        ]
        # Its likeness to itself is the same for all.
        chosen = constant_caption(train, seed=seed, candidates=12)
        assert means[drawn.index(chosen)] == pytest.approx(max(means))
    assert len({constant_caption(train, seed=seed, candidates=3) for seed in range(20)}) > 3


def test_random_captions_are_seeded_and_even() -> None:
    once, again, other = (random_captions(TRAIN, 5000, seed=seed) for seed in (1, 1, 2))
    assert once == again != other
    for times in Counter(once).values():
        assert abs(times - 1000) < 5 * 30


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 60), st.integers(0, 10**6))
def test_shuffled_captions_all_go_to_another_track(n: int, seed: int) -> None:
    said = [str(place) for place in range(n)]
    found = shuffled(said, seed=seed)
    assert sorted(found) == sorted(said)
    assert all(one != other for one, other in zip(found, said, strict=True))
    assert found == shuffled(said, seed=seed)


def test_nothing_to_say() -> None:
    for floor in (lambda: caption_floors([], 2, seed=0), lambda: random_captions([], 2, seed=0)):
        with pytest.raises(ValueError, match="no captions to learn from"):
            floor()
    with pytest.raises(ValueError, match="no other track"):
        shuffled(["a"], seed=0)
    with pytest.raises(ValueError, match="each of 2 tracks wants a neighbour among 5"):
        caption_floors(TRAIN, 2, seed=0, nearest=np.array([0, 5]))
    with pytest.raises(ValueError, match="1 captions of 2 tracks"):
        caption_floors(TRAIN, 2, seed=0, said=["a"])
    with pytest.raises(Interrupted):
        constant_caption(TRAIN, seed=0, should_stop=lambda: Stop.CANCEL)


def test_every_figure_says_how_it_is_worked_out_and_by_what() -> None:
    scores = caption_scores(TRAIN, [[text] for text in TRAIN], seed=0, resamples=2)
    several = Attribute(["sad", "fast"], many=True)
    said = [["sad"], ["sad"], ["fast"], [], []]
    one = attribute_scores(Attribute(["sad", "fast"]), TRAIN[:3], said[:3], seed=0, resamples=2)
    many = attribute_scores(several, TRAIN, said, seed=0, resamples=2)
    told = {*scores.figures, *scores.retrieval.figures, *one.figures, *many.figures}
    assert told == set(CAPTION_METHODS)
    for name in told:
        assert caption_method(name, groups=None, resamples=2000).endswith(f"By {IMPLEMENTATION}.")
    assert "Interval: Wilson's interval." in caption_method("recall_at_5", groups=None, resamples=2000)
    assert "500 resamples of whole groups, of which there are 7" in caption_method(
        "bleu_4", groups=7, resamples=500
    )
