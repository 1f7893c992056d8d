"""Votes of excerpts: golden cases worked out by hand, and loops over tracks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.evaluation import Voting, vote
from core.evaluation.votes import EDGE

WAYS = list(Voting)
SAID = np.array([[0.6, 0.3, 0.1], [0.6, 0.3, 0.1], [0.0, 0.9, 0.1], [0.2, 0.2, 0.6]])
TRACKS = np.array([7, 7, 7, 3])


def test_three_excerpts_of_a_track_by_hand() -> None:
    """Two are mildly for the first class, one is all against it: each way ends elsewhere."""
    mean = vote(SAID, TRACKS)
    assert (mean.by, mean.tracks.tolist(), mean.excerpts.tolist()) == (Voting.MEAN, [3, 7], [1, 3])
    np.testing.assert_allclose(mean.values, [[0.2, 0.2, 0.6], [0.4, 0.5, 0.1]])
    majority = vote(SAID, TRACKS, by=Voting.MAJORITY)
    np.testing.assert_allclose(majority.values, [[0.1, 0.1, 0.8], [2.4 / 4, 1.5 / 4, 0.1 / 4]])
    logits = vote(SAID, TRACKS, by=Voting.LOGITS)
    roots = np.array([0.36 * EDGE, 0.081, 0.001]) ** (1 / 3)
    np.testing.assert_allclose(logits.values[1], roots / roots.sum())
    np.testing.assert_allclose(logits.values[0], SAID[3])
    assert logits.by == Voting.LOGITS == "mean of logits"


def test_tags_by_hand() -> None:
    said = np.array([[0.9, 0.2], [0.5, 0.4], [0.1, 0.6]])
    tracks = np.zeros(3, np.int64)
    logits = vote(said, tracks, by=Voting.LOGITS, exclusive=False).values
    odds = (np.array([9 * 1 / 9, 0.25 * (2 / 3) * 1.5])) ** (1 / 3)
    np.testing.assert_allclose(logits, [odds / (1 + odds)])
    majority = vote(said, tracks, by=Voting.MAJORITY, exclusive=False).values
    np.testing.assert_allclose(majority, [[(2 + 0.5) / 4, (1 + 0.4) / 4]])


def slow(values: np.ndarray, tracks: np.ndarray, by: Voting, exclusive: bool) -> np.ndarray:
    """Track by track, class by class."""
    found = []
    for track in sorted(set(tracks.tolist())):
        mine = [values[row] for row in range(len(tracks)) if tracks[row] == track]
        row = []
        for place in range(values.shape[1]):
            each = [float(one[place]) for one in mine]
            if by is Voting.LOGITS:
                clear = [min(max(one, EDGE), 1 - EDGE) for one in each]
                logits = [np.log(one) if exclusive else np.log(one / (1 - one)) for one in clear]
                row.append(np.exp(np.mean(logits)))
            elif by is Voting.MAJORITY:
                votes = [one.argmax() == place if exclusive else one[place] >= 0.5 for one in mine]
                row.append((sum(votes) + np.mean(each)) / (len(mine) + 1))
            else:
                row.append(np.mean(each))
        if by is Voting.LOGITS:
            row = [odds / sum(row) if exclusive else odds / (1 + odds) for odds in row]
        found.append(row)
    return np.array(found)


@given(st.integers(1, 40), st.sampled_from(WAYS), st.booleans(), st.integers(0, 10**6))
def test_as_in_a_loop_in_any_order(n: int, by: Voting, exclusive: bool, seed: int) -> None:
    rng = np.random.default_rng(seed)
    values, tracks = rng.dirichlet(np.full(4, 0.3), n), rng.integers(0, 8, n)
    found = vote(values, tracks, by=by, exclusive=exclusive)
    np.testing.assert_allclose(found.values, slow(values, tracks, by, exclusive), rtol=1e-9)
    order = rng.permutation(n)
    again = vote(values[order], tracks[order], by=by, exclusive=exclusive)
    np.testing.assert_allclose(again.values, found.values, rtol=1e-9)
    if exclusive:
        np.testing.assert_allclose(found.values.sum(1), 1, rtol=1e-9)


@given(st.integers(1, 30), st.integers(0, 10**6))
def test_a_majority_is_never_overruled_and_ties_go_to_the_mean(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    values = rng.dirichlet(np.full(3, 0.2), n)
    votes, mean = np.bincount(values.argmax(1), minlength=3), values.mean(0)
    won = max(range(3), key=lambda place: (votes[place], mean[place]))
    assert vote(values, np.zeros(n, np.int64), by=Voting.MAJORITY).values[0].argmax() == won


@given(st.integers(1, 30), st.integers(0, 10**6))
def test_the_mean_of_logits_is_the_softmax_of_the_mean(n: int, seed: int) -> None:
    logits = np.random.default_rng(seed).normal(0, 2, (n, 4))
    said = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    expected = np.exp(logits.mean(0)) / np.exp(logits.mean(0)).sum()
    found = vote(said, np.zeros(n, np.int64), by=Voting.LOGITS).values[0]
    np.testing.assert_allclose(found, expected)


def test_numbers_have_a_mean_and_no_other_way() -> None:
    said, tracks = np.array([[90.0], [120.0]]), np.array([1, 1])
    assert vote(said, tracks).values.tolist() == [[105.0]]
    with pytest.raises(ValueError, match=r"mean of logits is for probabilities.* 90.0 to 120.0"):
        vote(said, tracks, by=Voting.LOGITS)


@pytest.mark.parametrize(
    ("values", "tracks", "says"),
    [
        (np.zeros((0, 2)), np.zeros(0, np.int64), "no excerpts"),
        (np.array([[0.5, np.nan]]), np.array([1]), "1 of 1 excerpts .* no numbers"),
        (np.zeros((2, 2)), np.array([1]), r"shape \(2, 2\)"),
    ],
)
def test_what_cannot_vote(values: np.ndarray, tracks: np.ndarray, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        vote(values, tracks)
