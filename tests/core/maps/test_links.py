"""True neighbours on a map, against counting them one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Interrupted, RequestProblem
from core.maps import MapRequest, read_map
from core.maps.draw import run
from core.maps.links import Link, Sight, read_sight
from core.neighbours import Metric, Space
from core.progress import Context, Stop
from core.store.schema import ShardTrack
from tests.core.maps.conftest import crowd


def slow_links(vectors: np.ndarray, points: np.ndarray, row: int, k: int) -> list[tuple[int, bool]]:
    """By sorting everything."""
    others = [other for other in range(len(vectors)) if other != row]
    true = sorted(others, key=lambda other: (np.linalg.norm(vectors[other] - vectors[row]), other))[:k]
    apart = ((points - points[row]) ** 2).sum(1)
    reach = sorted(apart[other] for other in others)[min(3 * k, len(others)) - 1]
    return [(other, bool(apart[other] > reach)) for other in true]


@given(st.integers(0, 1000), st.integers(5, 60), st.integers(1, 8))
def test_links_and_their_share_are_those_of_counting(seed, n, k):
    rng = np.random.default_rng(seed)
    vectors = rng.standard_normal((n, 4)).astype(np.float32)
    points = rng.standard_normal((n, 2)).astype(np.float32)
    ids = np.arange(n) * 3 + 7
    sight = Sight(ids, Space(vectors, Metric.EUCLIDEAN), points)
    k = min(k, n - 1)
    wanted = [slow_links(vectors, points, row, k) for row in range(n)]
    for row in range(n):
        assert sight.links(int(ids[row]), k) == [Link(int(ids[o]), far) for o, far in wanted[row]]
    share = sight.share(k)
    if 3 * k >= n - 1:
        assert share is None
    else:
        near = np.array([np.mean([not far for _, far in line]) for line in wanted])
        assert share.of_each == pytest.approx(near, abs=1e-6)
        assert share.mean == pytest.approx(near.mean(), abs=1e-6)
        assert (share.k, share.wider, share.judged) == (k, 3 * k, n)
        assert share.by_chance == pytest.approx(3 * k / (n - 1))


def test_a_track_without_a_vector_and_a_map_of_one_have_no_links():
    sight = Sight(np.array([4]), Space(np.ones((1, 2)), Metric.COSINE), np.zeros((1, 2), np.float32))
    assert sight.links(4, 10) == []
    assert sight.links(5, 10) == []
    assert sight.share(10) is None


def test_of_many_points_some_are_judged_and_a_stop_is_heard():
    rng = np.random.default_rng(0)
    points = rng.standard_normal((6000, 2)).astype(np.float32)
    sight = Sight(np.arange(6000), Space(points, Metric.EUCLIDEAN), points)
    share = sight.share(5)
    assert share.judged == 1000
    assert np.isfinite(share.of_each).sum() == 1000
    assert share.mean == 1  # the map is the space
    with pytest.raises(Interrupted):
        sight.share(5, lambda: Stop.CANCEL)


def drawn(shelf, **differing):
    request = MapRequest("ears", **({"method": "tsne", "seed": 1, "perplexity": 8.0} | differing))
    return read_map(shelf, run(request, Context(shelf.folder, 1)).map)


def test_read_from_a_collection(shelf):
    kept = drawn(shelf)
    sight = read_sight(shelf, kept)
    assert sight.track_ids.tolist() == kept.track_ids.tolist()
    assert (sight.points == kept.points).all()
    vectors = sight.space.vectors
    first = int(kept.track_ids[0])
    assert [link.track_id for link in sight.links(first, 5)] == [
        int(kept.track_ids[row]) for row, _ in slow_links(vectors, kept.points, 0, 5)
    ]
    _, of = crowd()
    own = np.mean([of[sight.row_of(link.track_id)] == of[0] for link in sight.links(first, 10)])
    assert own == 1
    assert sight.share(5).mean > 3 * sight.share(5).by_chance


def test_a_map_of_a_query_knows_its_own_tracks_only(shelf):
    kept = drawn(shelf, query="genre:raga", perplexity=5.0)
    sight = read_sight(shelf, kept)
    assert sight.track_ids.tolist() == kept.track_ids.tolist()
    linked = {link.track_id for link in sight.links(int(kept.track_ids[0]), 10)}
    assert len(linked) == 10
    assert linked <= set(kept.track_ids.tolist())


def test_tracks_that_lost_their_vectors_are_left_out(shelf):
    kept = drawn(shelf)
    gone = [int(id_) for id_ in kept.track_ids[:3]]
    with shelf.database.writing() as session:
        session.query(ShardTrack).filter(ShardTrack.track_id.in_(gone)).delete()
    sight = read_sight(shelf, kept)
    assert sight.track_ids.tolist() == kept.track_ids[3:].tolist()
    assert (sight.points == kept.points[3:]).all()
    with shelf.database.writing() as session:
        session.query(ShardTrack).delete()
    with pytest.raises(RequestProblem):
        read_sight(shelf, kept)
