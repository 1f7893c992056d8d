"""A caption finds its track as often as all orders of equals say, and who says one thing is at chance."""

from __future__ import annotations

from itertools import permutations
from math import log, sqrt
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Interrupted
from core.evaluation import bootstrap, retrieval_scores, text_retrieval_scores, text_similarity, wilson
from core.evaluation.retrieval import ALL_FOUND, ONE_TRACK, RECALLS, WORDING
from core.evaluation.wording import words
from core.progress import Stop

NAMES = ("recall_at_1", "recall_at_5", "recall_at_10", "median_rank", "mean_reciprocal_rank")


def alike(n: int, pool: int, seed: int, levels: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    return rng.integers(0, levels, (n, pool)).astype(float), rng.integers(0, pool, n)


def places(similarity: np.ndarray, own: int) -> list[int]:
    """The rank of the own track in every order that breaks ties."""
    found = []
    for order in permutations(range(len(similarity))):
        ranked = sorted(order, key=lambda track: -similarity[track])
        found.append(ranked.index(own) + 1)
    return found


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 4), st.integers(2, 6), st.integers(1, 4), st.integers(0, 10**6))
def test_as_in_every_order_of_equals(n: int, pool: int, levels: int, seed: int) -> None:
    similarity, own = alike(n, pool, seed, levels)
    found = retrieval_scores(similarity, own=own, seed=0, resamples=2)
    ranks = [places(row, mine) for row, mine in zip(similarity, own, strict=True)]
    for k in RECALLS:
        if k < pool:
            expected = np.mean([np.mean(np.array(each) <= k) for each in ranks])
            assert found.figures[f"recall_at_{k}"].value == pytest.approx(expected)
        else:
            assert found.reasons[f"recall_at_{k}"] == ALL_FOUND
    expected = np.mean([np.mean(1 / np.array(each)) for each in ranks])
    assert found.figures["mean_reciprocal_rank"].value == pytest.approx(expected)
    assert found.figures["median_rank"].value == pytest.approx(
        median(rank for each in ranks for rank in each)
    )


@settings(deadline=None, max_examples=40)
@given(st.integers(2, 40), st.integers(0, 10**6))
def test_a_constant_caption_is_at_chance(n: int, seed: int) -> None:
    row = np.random.default_rng(seed).integers(0, 3, n).astype(float)
    found = retrieval_scores(np.tile(row, (n, 1)), seed=0, resamples=2)
    assert found.pool == n
    for name, score in found.figures.items():
        if score is not None:
            assert score.value == pytest.approx(found.chance[name]), name
    assert found.chance["recall_at_5"] == min(5 / n, 1)


def test_a_constant_text_is_at_chance() -> None:
    references = [[f"song {place} with drums"] for place in range(30)]
    found = text_retrieval_scores(["a song 3 with 7 drums"] * 30, references, seed=0)
    assert found.by == WORDING
    for name in NAMES:
        assert found.figures[name].value == pytest.approx(found.chance[name]), name


@settings(deadline=None, max_examples=25)
@given(st.integers(2, 25), st.integers(0, 10**6))
def test_the_order_of_tracks_and_the_scale_are_nothing(n: int, seed: int) -> None:
    similarity, _ = alike(n, n, seed, 4)
    order = np.random.default_rng(seed).permutation(n)
    once = retrieval_scores(similarity, seed=0, resamples=3)
    assert retrieval_scores(np.exp(similarity), seed=0, resamples=3) == once
    again = retrieval_scores(similarity[order][:, order], seed=0, resamples=3)
    for name, score in once.figures.items():
        assert score is None or again.figures[name].value == pytest.approx(score.value)


def slow(similarity: np.ndarray, name: str, rows: np.ndarray) -> float:
    """Only without equals."""
    ranks = 1 + (similarity > np.diag(similarity)[:, None]).sum(1)[rows]
    if name == "median_rank":
        return float(np.median(ranks))
    if name == "mean_reciprocal_rank":
        return float(np.mean(1 / ranks))
    return float(np.mean(ranks <= int(name.rsplit("_", maxsplit=1)[-1])))


@pytest.mark.parametrize("grouped", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_intervals_as_from_drawing_captions(name: str, grouped: bool) -> None:
    similarity = np.random.default_rng(0).random((31, 31)) + 0.5 * np.eye(31)
    groups = np.random.default_rng(1).integers(-1, 6, 31) if grouped else None
    ours = retrieval_scores(similarity, groups=groups, seed=3, resamples=80).figures[name]
    if not grouped and name.startswith("recall"):
        assert ours == wilson(round(slow(similarity, name, np.arange(31)) * 31), 31)
        return
    other = bootstrap(lambda rows: slow(similarity, name, rows), 31, groups=groups, seed=3, resamples=80)
    assert (ours.value, ours.low, ours.high) == pytest.approx((other.value, other.low, other.high))


def test_where_equals_share_a_hit_the_interval_is_drawn() -> None:
    similarity = np.eye(20)
    similarity[:5] = 0
    found = retrieval_scores(similarity, seed=0)
    score = found.figures["recall_at_1"]
    assert score.value == pytest.approx((15 + 5 / 20) / 20)
    assert score.low < score.value < score.high


def slow_cosine(said: str, meant: str, references: list[list[str]]) -> float:
    known = {word for each in references for text in each for word in words(text)}
    rare = {
        word: log(len(references) / max(sum(any(word in words(t) for t in each) for each in references), 1))
        for word in known | set(words(said))
    }
    first, second = (
        {word: words(text).count(word) * rare[word] for word in words(text)} for text in (said, meant)
    )
    norms = [sqrt(sum(value**2 for value in each.values())) for each in (first, second)]
    product = sum(value * second.get(word, 0) for word, value in first.items())
    return product / (norms[0] * norms[1]) if all(norms) else 0.0


def test_similarity_of_texts_with_loops() -> None:
    said = ["slow piano piano", "loud drums of iron", ""]
    references = [["a slow piano", "piano"], ["loud loud drums"], ["a voice, and drums", "", "voices"]]
    expected = [
        [np.mean([slow_cosine(mine, text, references) for text in each]) for each in references]
        for mine in said
    ]
    np.testing.assert_allclose(text_similarity(said, references), expected, atol=1e-12)
    assert text_retrieval_scores(said, references, seed=0, resamples=9).figures == (
        retrieval_scores(np.array(expected), seed=0, resamples=9).figures
    )


def test_many_captions_are_compared_in_blocks() -> None:
    n = 700
    texts = [f"word{place} of all" for place in range(n)]
    found = text_retrieval_scores(texts, [[text] for text in texts], seed=0, resamples=2)
    assert (found.n, found.pool, found.figures["recall_at_1"].value) == (n, n, 1)


def test_one_track_cannot_be_mistaken() -> None:
    found = retrieval_scores(np.ones((1, 1)), seed=0)
    assert found.figures == dict.fromkeys(NAMES)
    assert found.reasons["median_rank"] == ONE_TRACK


@pytest.mark.parametrize(
    ("similarity", "own", "says"),
    [
        (np.zeros((0, 0)), None, "captions down and tracks across"),
        (np.zeros(3), None, "captions down and tracks across"),
        (np.zeros((3, 2)), None, "whose caption is which"),
        (np.zeros((3, 2)), np.array([0, 1, 2]), "one of 2 tracks as its own"),
        (np.array([[0.0, np.nan], [0.0, 1.0]]), None, "1 of 2 captions .* no numbers"),
    ],
)
def test_what_cannot_be_judged(similarity: np.ndarray, own: np.ndarray | None, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        retrieval_scores(similarity, own=own, seed=0)


def test_it_can_be_stopped() -> None:
    with pytest.raises(Interrupted):
        text_similarity(["a"], [["a"]], should_stop=lambda: Stop.CANCEL)
    with pytest.raises(Interrupted):
        retrieval_scores(np.eye(3), seed=0, should_stop=lambda: Stop.CANCEL)
