"""The jobs `path` and `hubs`, on collections of which the answer is known."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import Interrupted, RequestProblem
from core.neighbours import HubsRequest, Metric, PathRequest, Space, count, walk
from core.neighbours.hubs import Mutual
from core.progress import Context, Stop
from core.store import Collection
from core.store.schema import Track
from tests.core.library.shelf import add, tag
from tests.core.neighbours.songs import encode


def arc(collection: Collection, tracks: int = 20) -> list[int]:
    """Tracks along a quarter of a circle; each is nearest to those beside it."""
    angles = np.linspace(0, 1.5, tracks)
    return encode(collection, {f"{i:02d}": np.array([[np.cos(a), np.sin(a)]]) for i, a in enumerate(angles)})


def path(collection: Collection, start: int, end: int, **asked: object) -> walk.PathResult:
    return walk.run(PathRequest("ear", start, end, **asked), Context(collection.folder, 1))  # type: ignore[arg-type]


@pytest.mark.parametrize("metric", list(Metric))
def test_a_path_goes_step_by_step(collection: Collection, metric: Metric) -> None:
    ids = arc(collection)
    found = path(collection, ids[0], ids[-1], steps=4, metric=metric.value)
    assert [track.track_id for track in found.tracks] == ids
    assert found.tracks[0].similarity is None
    step = 1.5 / 19
    expected = np.cos(step) if metric == Metric.COSINE else -2 * np.sin(step / 2)
    np.testing.assert_allclose([t.similarity for t in found.tracks[1:]], expected, atol=2e-3)
    assert found.sentence() == "19 steps from 00.wav to 19.wav among 20 tracks, as ear hears them."


def test_a_path_leads_over_what_it_may_and_over_no_repeats(collection: Collection) -> None:
    ids = arc(collection)
    for id_ in ids[::2]:
        tag(collection, id_, genre="jazz")
    with collection.database.writing() as session:
        track = session.get_one(Track, ids[4])
        track.state, track.duplicate_of_id = "duplicate", ids[2]
    found = path(collection, ids[0], ids[-1], steps=4, query="genre:jazz")
    assert [track.track_id for track in found.tracks] == [id_ for id_ in ids[::2] if id_ != ids[4]] + [
        ids[-1]
    ]
    assert found.searched == 10


def test_of_very_many_tracks_those_between_the_ends_are_taken(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = arc(collection, 60)
    monkeypatch.setattr(walk, "MOST", 12)
    found = path(collection, ids[20], ids[30], steps=3)
    assert [track.track_id for track in found.tracks] == ids[20:31]
    assert found.searched == 12


def test_where_no_path_leads_a_sentence_says_so(collection: Collection) -> None:
    islands = np.concatenate([np.eye(8)[:4] + 0.1, -np.eye(8)[4:] - 0.1])
    ids = encode(collection, {str(i): vector[None] for i, vector in enumerate(islands)})
    found = path(collection, ids[0], ids[-1], steps=2)
    assert found.tracks == []
    assert found.sentence().startswith("No path leads from 0.wav to 7.wav among 8 tracks, as ear hears them.")


def test_ends_that_cannot_be_are_told(collection: Collection) -> None:
    ids = arc(collection, 3)
    (late,) = add(collection, "late.wav", duration_s=5.0)
    for start, end, said in (
        (ids[0], ids[0], "00.wav is both ends of the path."),
        (ids[0], 10**20, "There is no track 100000000000000000000."),
        (late, ids[0], "late.wav has not been encoded with ear."),
    ):
        with pytest.raises(RequestProblem) as raised:
            path(collection, start, end)
        assert said in str(raised.value)
    with pytest.raises(RequestProblem, match="to 1 to 100 others, not to 0"):
        PathRequest("ear", 1, 2, 0)


def test_hubs_are_counted_before_and_after(collection: Collection) -> None:
    vectors = np.random.default_rng(0).standard_normal((300, 200)) + 1.0
    ids = encode(collection, {f"{i:03d}": vector[None] for i, vector in enumerate(vectors)})
    steps = list[int]()
    found = count.run(
        HubsRequest("ear", 5), Context(collection.folder, 1), progress=lambda step: steps.append(step.done)
    )
    space = Space(vectors.astype(np.float32))
    for told, near in ((found.before, space.own_nearest(5)), (found.after, Mutual(space).own_nearest(5))):
        named = np.bincount(near.rows.ravel(), minlength=300)
        assert told.orphans == (named == 0).sum()
        assert [hub.named for hub in told.hubs] == sorted(named, reverse=True)[: count.SHOWN]
        assert all(named[ids.index(hub.track_id)] == hub.named for hub in told.hubs)
        assert told.hubs[0].path == f"{ids.index(told.hubs[0].track_id):03d}.wav"
    assert (found.n, found.k) == (300, 5)
    assert found.after.skewness < found.before.skewness
    assert steps == sorted(steps)
    assert found.sentence().startswith("300 tracks, 5 nearest of each, as ear hears them: skewness ")


def test_too_few_tracks_for_hubs_and_a_cancel(collection: Collection) -> None:
    arc(collection, 5)
    with pytest.raises(RequestProblem, match="5 tracks have been encoded with ear: too few for 5 neighbours"):
        count.run(HubsRequest("ear", 5), Context(collection.folder, 1))
    with pytest.raises(Interrupted):
        count.run(HubsRequest("ear", 2), Context(collection.folder, 1), should_stop=lambda: Stop.CANCEL)
