"""What is remembered is never out of date, and an index answers as the exact search does or not at all."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import RequestProblem
from core.neighbours import NearRequest, NearResult, cells, ground
from core.neighbours.ask import run
from core.progress import Context
from core.store import Collection
from tests.core.library.shelf import tag
from tests.core.neighbours.songs import encode


@pytest.fixture
def town(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> Collection:
    """Three hundred tracks of two excerpts around ten places, and an index from the second question on."""
    monkeypatch.setattr(ground, "INDEX_FROM", 0)
    monkeypatch.setattr(ground, "INDEX_AFTER", 2)
    monkeypatch.setattr(cells, "MOST", 0.5)  # so few tracks lie in few cells
    rng = np.random.default_rng(0)
    places = 12 * rng.standard_normal((10, 8))
    songs = {f"{i:03d}": places[i % 10] + rng.standard_normal((2, 8)) for i in range(300)}
    ids = encode(collection, songs)
    for id_ in ids[:60]:
        tag(collection, id_, genre="jazz", artist=f"artist {id_ % 7}")
    return collection


def ask(collection: Collection, **asked: object) -> NearResult:
    return run(NearRequest("ear", **asked), Context(collection.folder, 1))  # type: ignore[arg-type]


def ids(result: NearResult) -> list[int]:
    return [hit.track_id for hit in result.hits]


def test_the_index_finds_what_the_exact_search_finds_and_says_how_surely(town: Collection) -> None:
    exact = [ask(town, like=(1,))]
    indexed = ask(town, like=(1,))
    assert (exact[0].method, exact[0].recall) == ("exact", None)
    assert indexed.method == "index"
    assert indexed.recall is not None
    assert 0.95 < indexed.recall <= 1
    assert len(set(ids(indexed)) & set(ids(exact[0]))) >= 9
    assert indexed.hits[0] == exact[0].hits[0]
    assert indexed.searched == exact[0].searched == 299


@pytest.mark.parametrize(
    "asked",
    [{"query": "genre:jazz"}, {"k": 200}, {"corrected": True}, {"query": "genre:jazz", "distinct": "artist"}],
)
def test_what_the_index_was_not_tried_with_is_answered_exactly(
    town: Collection, asked: dict[str, object]
) -> None:
    before = ask(town, like=(1,), **asked)
    after = [ask(town, like=(1,), **asked) for _ in range(2)][-1]
    assert ask(town, like=(1,)).method == "index"
    assert after.method == "exact"
    assert ids(after) == ids(before)
    np.testing.assert_allclose(
        [hit.similarity for hit in after.hits], [hit.similarity for hit in before.hits], atol=1e-5
    )


def test_an_index_that_was_built_before_does_not_answer_when_vectors_come(town: Collection) -> None:
    assert [ask(town, like=(1,)).method for _ in range(2)] == ["exact", "index"]
    first = town.vectors.read_set(1, "excerpt", lambda rows: rows[:, 0]).matrix[:2]
    (twin,) = encode(town, {"twin": first})
    result = ask(town, like=(1,))
    assert result.method == "exact"
    assert result.hits[0].track_id == twin
    assert result.searched == 300


def test_nor_when_vectors_go(town: Collection) -> None:
    gone = [ids(ask(town, like=(1,)))[0] for _ in range(2)][-1]
    with town.database.writing() as session:
        from core.store.schema import ShardTrack

        session.query(ShardTrack).filter(ShardTrack.track_id == gone).delete()
    result = ask(town, like=(1,))
    assert result.method == "exact"
    assert gone not in ids(result)


def test_excerpts_are_found_through_the_index_too(town: Collection) -> None:
    exact, indexed = (ask(town, like=(5,), at_s=15.0, k=20) for _ in range(2))
    assert (exact.method, indexed.method) == ("exact", "index")
    assert exact.asked == indexed.asked == "004.wav from 10.0 to 20.0 s"
    assert len(set(ids(indexed))) == 20
    assert len(set(ids(indexed)) & set(ids(exact))) >= 18
    found = {(hit.track_id, hit.start_s): hit.similarity for hit in exact.hits}
    for hit in indexed.hits:
        if (hit.track_id, hit.start_s) in found:
            assert hit.similarity == pytest.approx(found[hit.track_id, hit.start_s], abs=1e-5)


@pytest.mark.parametrize("wrong", [np.nan, np.inf, 1e30])
def test_values_that_are_no_numbers_are_told_with_their_track(collection: Collection, wrong: float) -> None:
    encode(collection, {"good": np.ones((1, 2)), "bad": np.full((1, 2), wrong), "fine": np.ones((1, 2))})
    with pytest.raises(RequestProblem, match=r"The vectors of bad\.wav hold values that are no numbers"):
        ask(collection, like=(1,))


def test_a_track_alone_and_tracks_that_are_all_the_same(collection: Collection) -> None:
    encode(collection, {"one": np.array([[1.0, 2.0]])})
    assert (
        ask(collection, like=(1,)).sentence() == "0 neighbours of one.wav among 0 tracks, as ear hears them."
    )
    encode(collection, {str(i): np.array([[1.0, 2.0]]) for i in range(4)})
    for asked in ({}, {"corrected": True}, {"metric": "euclidean"}):
        assert ids(ask(collection, like=(2,), **asked)) == [1, 3, 4, 5]
