"""The jobs `separation` and `movers` against nested loops; what a collection cannot answer is said."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest

from core.embedding.chosen import choose_vectors
from core.errors import RequestProblem
from core.maps import MoversRequest, SeparationRequest, moved, read_map, separate
from core.neighbours import Metric, Space
from core.progress import Context
from core.store import Collection
from tests.core.library.shelf import tag
from tests.core.maps.conftest import GENRES, crowd, draw, write


def apart(collection: Collection, map_: int, field: str, **asked: Any) -> Any:
    return separate.run(SeparationRequest(map_, field, **asked), Context(collection.folder, 2))


def change(collection: Collection, **asked: Any) -> Any:
    return moved.run(MoversRequest("ears", "nose", **asked), Context(collection.folder, 2))


def slow_purity(space: Space, labels: list[str], k: int) -> list[float]:
    values = space.vectors.astype(np.float64)
    shares = []
    for row in range(len(values)):
        far = ((values - values[row]) ** 2).sum(1)
        near = sorted((other for other in range(len(values)) if other != row), key=lambda other: far[other])[
            :k
        ]
        shares.append(sum(labels[other] == labels[row] for other in near) / k)
    return shares


@pytest.mark.parametrize("metric", ["cosine", "euclidean"])
@pytest.mark.parametrize("method", ["pca", "tsne"])
def test_purity_as_by_nested_loops(shelf: Collection, method: Any, metric: Any) -> None:
    map_ = draw(shelf, method, metric=metric).map
    result = apart(shelf, map_, "genre", k=25)
    labels = [GENRES[i % 3] for i in range(60)]
    spaces = [
        Space(choose_vectors(shelf, "ears").values, Metric(metric)),
        Space(read_map(shelf, map_).points, Metric.EUCLIDEAN),
    ]
    for space, name in zip(spaces, ("purity", "purity_on_map"), strict=True):
        shares = slow_purity(space, labels, 25)
        assert getattr(result.overall, name).value == pytest.approx(np.mean(shares), abs=1e-9)
        for one in result.classes:
            mine = [share for share, label in zip(shares, labels, strict=True) if label == one.name]
            assert getattr(one, name).value == pytest.approx(np.mean(mine), abs=1e-9)
            assert one.tracks == 20
    assert [one.name for one in result.classes] == sorted(GENRES)
    assert result.overall.purity.by_chance == pytest.approx(19 / 59)
    assert result.overall.silhouette.value > 0.4
    assert result.sentence().startswith(f"{result.overall.purity.value:.2f} (")
    msgspec.json.encode(result)


def test_within_and_apart(shelf: Collection) -> None:
    draw(shelf)
    inside = apart(shelf, 1, "artist", within="genre")
    assert inside.classes == ()
    assert inside.k == 6
    left_out = apart(shelf, 1, "genre", apart="artist")
    assert "neighbours of the same artist left out" in left_out.sentence()
    assert msgspec.json.encode(apart(shelf, 1, "genre")) == msgspec.json.encode(apart(shelf, 1, "genre"))


def test_one_value_only_or_none(shelf: Collection) -> None:
    for id_ in range(1, 61):
        tag(shelf, id_, language="gaelic")
    tag(shelf, 3, mood="sad")
    draw(shelf)
    one = apart(shelf, 1, "language")
    assert (one.overall.purity.value, one.overall.purity.by_chance, one.overall.silhouette) == (1, 1, None)
    alone = apart(shelf, 1, "mood")
    assert alone.overall.purity is None
    assert "could be compared" in alone.sentence()
    few = apart(shelf, 1, "mood", within="language")
    assert few.overall.purity is None
    album = apart(shelf, 1, "genre", apart="album")
    assert album.overall.purity == apart(shelf, 1, "genre").overall.purity
    tag(shelf, 3, series="lone")
    write(shelf, crowd(2, seed=8)[0])
    draw(shelf, query="path:00060.wav")
    nobody = apart(shelf, 2, "series")
    assert (nobody.overall.tracks, nobody.overall.purity, nobody.classes) == (0, None, ())


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"field": "colour"}, "colour"),
        ({"field": "year"}, "year holds no categories. Only categories can lie apart."),
        ({"field": "genre", "within": "year"}, "year holds no categories."),
        ({"field": "genre", "apart": "label"}, "Tracks have no label in common."),
        ({"field": "genre", "map_": 9}, "There is no map 9."),
        ({"field": ""}, "Separation needs a field."),
        ({"field": "genre", "k": 0}, "There can be 1 to 500 neighbours, not 0."),
    ],
)
def test_what_cannot_be_compared_is_said(shelf: Collection, asked: dict[str, Any], said: str) -> None:
    draw(shelf)
    with pytest.raises(RequestProblem) as raised:
        apart(shelf, **{"map_": 1, **asked})
    assert said in str(raised.value)


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_a_map_of_few(collection: Collection, n: int) -> None:
    for id_ in write(collection, np.random.default_rng(0).standard_normal((n, 3))):
        tag(collection, id_, genre=GENRES[id_ % 2])
    draw(collection)
    result = apart(collection, 1, "genre")
    assert result.overall.tracks == n
    assert (result.overall.purity is None) == (n == 1)
    msgspec.json.encode(result)


def test_movers_as_by_nested_loops(shelf: Collection) -> None:
    values = choose_vectors(shelf, "ears").values.copy()
    values[4], values[9] = values[9].copy(), values[4].copy()
    write(shelf, values, "nose", tracks=list(range(1, 61)))
    result = change(shelf, k=5, metric="euclidean")
    near = [
        [
            set(line)
            for line in Space(choose_vectors(shelf, name).values, Metric.EUCLIDEAN)
            .own_nearest(5)
            .rows.tolist()
        ]
        for name in ("ears", "nose")
    ]
    shares = [len(was & is_) / 5 for was, is_ in zip(*near, strict=True)]
    np.testing.assert_allclose(result.overlaps, shares, atol=1e-4)
    assert result.overlap.value == pytest.approx(np.mean(shares))
    assert {one.track_id for one in result.movers[:2]} == {5, 10}
    first = result.movers[0]
    assert {*first.lost} == {row + 1 for row in near[0][first.track_id - 1] - near[1][first.track_id - 1]}
    assert first.path == f"{first.track_id - 1:05}.wav"
    assert result.before == "ears (only)"
    assert "stayed from ears (only) to nose (only)" in result.sentence()
    msgspec.json.encode(result)


def test_movers_that_share_nothing_or_are_the_same(shelf: Collection) -> None:
    with pytest.raises(RequestProblem, match="Nothing in this collection has been encoded with nose"):
        change(shelf)
    with pytest.raises(RequestProblem, match="Before and after are both ears, only"):
        moved.run(MoversRequest("ears", "1"), Context(shelf.folder, 2))
    write(shelf, crowd(3)[0], "nose")
    nobody = change(shelf)
    assert (nobody.tracks, nobody.overlap, nobody.movers) == (0, None, [])
    assert nobody.sentence() == "There are no two tracks that both encoders have heard."
    with pytest.raises(RequestProblem, match="There can be 1 to 500 neighbours"):
        change(shelf, k=0)
