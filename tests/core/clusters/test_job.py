"""The job on a collection of which everything is known."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from sqlalchemy import delete, select

from core.clusters import ClusterRequest, ClusterResult
from core.clusters.job import run
from core.clusters.keep import as_table, label_clusters, make_playlists
from core.embedding.sets import make_set
from core.encoders import BuiltIn, Card
from core.errors import Interrupted, RequestProblem
from core.library.fields import list_fields
from core.library.groups import read_values
from core.library.journal import undo
from core.progress import Context, Step, Stop
from core.store import Collection
from core.store.schema import Playlist, PlaylistItem, Track
from tests.conftest import copied
from tests.core.library.shelf import add, tag

DIMENSION = 4


def card(dimensions: tuple[str, ...] = ()) -> Card:
    return Card(
        name="ears",
        family="descriptors",
        title="Ears",
        hears="Groups.",
        dimension=DIMENSION,
        rate_hz=100,
        window_s=10.0,
        licence="MIT",
        source=BuiltIn(),
        layers=("only",),
        usual_layer=0,
        dimensions=dimensions,
    )


def fill(collection: Collection, values: np.ndarray, dimensions: tuple[str, ...] = ()) -> list[int]:
    """A track a row."""
    ids = add(collection, *(f"{i:03}.wav" for i in range(len(values))), duration_s=10.0)
    set_id = make_set(collection, "0" * 64, card(dimensions), (0,), 10.0, 10.0, {})
    if ids:
        rows = np.stack([values, np.zeros_like(values)], 1)[:, None].astype(np.float32)
        collection.vectors.append_all(
            set_id,
            {
                "excerpt": (values[:, None].astype(np.float32), [(i, 1) for i in ids]),
                "track": (rows, [(i, 1) for i in ids]),
            },
        )
    return ids


SIZES = (12, 9, 6)
GENRES = ("raga", "reel", "fado")


def shelf_of(collection: Collection) -> Collection:
    """Three groups a genre each, three axes; one track of each is told wrong, one not at all."""
    rng = np.random.default_rng(0)
    truth = np.repeat(np.arange(3), SIZES)
    values = 5 * np.eye(DIMENSION)[truth] + 0.3 * rng.standard_normal((len(truth), DIMENSION))
    ids = fill(collection, values)
    for id_, group in zip(ids, truth, strict=True):
        tag(collection, id_, genre=GENRES[group], artist=f"artist {id_}", title="Shore")
    for first, group in ((1, 1), (13, 2), (22, 0)):
        tag(collection, first, "person", genre=GENRES[group])
    with collection.database.writing() as session:
        session.get_one(Track, 2).state = "vanished"
    return collection


@pytest.fixture(scope="session")
def shelf_once(empty_collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy it."""
    with copied(empty_collection, tmp_path_factory.mktemp("shelf")) as collection:
        shelf_of(collection)
    return collection.folder


@pytest.fixture
def shelf(shelf_once: Path, tmp_path: Path) -> Iterator[Collection]:
    with copied(shelf_once, tmp_path) as collection:
        yield collection


def ask(collection: Collection, **asked: Any) -> ClusterResult:
    return run(ClusterRequest("ears", **asked), Context(collection.folder, 1))


def test_groups_get_their_names(shelf: Collection) -> None:
    result = ask(shelf)
    assert [(one.number, one.size, one.name) for one in result.clusters] == [
        (1, 12, "raga"),
        (2, 9, "reel"),
        (3, 6, "fado"),
    ]
    assert str(result.clusters[0].reasons[0]) == "genre raga: 11 of 12, elsewhere 1 of 15"
    assert result.cluster_of == [1] * 12 + [2] * 9 + [3] * 6
    assert result.track_ids == list(range(1, 28))
    assert (result.in_none, result.stability, result.judged) == (0, 1.0, 27)
    assert result.silhouette is not None
    assert result.silhouette > 0.9
    assert result.sentence() == "3 clusters of 27 tracks by k-means, as ears hears them."
    assert "Of 2 to 12 clusters, 3 are best apart." in result.remarks()
    assert msgspec.json.decode(msgspec.json.encode(result), type=ClusterResult) == result


@pytest.mark.parametrize("metric", ["cosine", "euclidean"])
def test_what_there_is_to_listen_to(shelf: Collection, metric: Any) -> None:
    result = ask(shelf, clusters=3, metric=metric)
    far = dict(zip(result.track_ids, result.distances, strict=True))
    for cluster in result.clusters:
        mine = [
            id_ for id_, n in zip(result.track_ids, result.cluster_of, strict=True) if n == cluster.number
        ]
        heard = [cluster.medoid, *cluster.typical, *cluster.edge]
        assert {one.track_id for one in heard} <= set(mine)
        assert all(far[one.track_id] == one.distance for one in heard)
        assert all(one.path == f"{one.track_id - 1:03}.wav" for one in heard)
        others = sorted(
            (id_ for id_ in mine if id_ != cluster.medoid.track_id), key=lambda id_: far[id_] or 0
        )
        near_first = others[:3]
        assert [one.track_id for one in cluster.typical] == near_first
        assert [one.track_id for one in cluster.edge] == others[: len(near_first) - 1 : -1][:3]
        assert 0.5 < cluster.compactness < 1


def test_density_finds_them_too_and_leaves_out_what_is_alone(shelf: Collection) -> None:
    result = ask(shelf, method="hdbscan", smallest=4, metric="euclidean")
    assert [(one.size, one.name) for one in result.clusters] == [(12, "raga"), (9, "reel"), (6, "fado")]
    assert (result.smallest, result.stability, result.tried) == (4, None, [])
    few = ask(shelf, method="hdbscan", smallest=4, metric="euclidean", query="-path:026.wav")
    assert len(few.track_ids) == 26


def test_outliers_are_in_no_cluster(collection: Collection) -> None:
    rng = np.random.default_rng(0)
    values = np.repeat(np.eye(2, DIMENSION), 8, axis=0) + 0.01 * rng.standard_normal((16, DIMENSION))
    fill(collection, np.concatenate([values, [[9, 9, 9, -9]]]))
    result = ask(collection, method="hdbscan", metric="euclidean")
    assert (result.in_none, result.cluster_of[-1], result.distances[-1]) == (1, 0, None)
    assert (
        result.sentence() == "2 clusters of 17 tracks by HDBSCAN, as ears hears them; 1 track in no cluster."
    )
    assert as_table(collection, result).splitlines()[-1] == "17,/music/016.wav,,,"


def test_a_field_can_be_compared(shelf: Collection) -> None:
    result = ask(shelf, field="genre", clusters=3)
    assert result.agreement is not None
    assert 0.4 < result.agreement < 1
    assert [one.name for one in result.clusters] == ["raga", "reel", "fado"]
    assert [one.name for one in ask(shelf, field="artist", clusters=3).clusters] == ["", "", ""]


def test_only_these_tracks(shelf: Collection) -> None:
    result = ask(shelf, query="genre:raga", clusters=2)
    assert len(result.track_ids) == 12
    assert sum(one.size for one in result.clusters) == 12


def test_named_values_are_made_comparable_first(collection: Collection) -> None:
    """Hertz would drown all else."""
    rng = np.random.default_rng(0)
    values = np.stack([3000 + 500 * rng.standard_normal(30), np.repeat([0.1, 0.9], 15)], 1)
    fill(collection, np.pad(values, ((0, 0), (0, 2))), ("brightness (Hz)", "beat", "none", "neither"))
    result = ask(collection, clusters=2, metric="euclidean")
    assert result.cluster_of == [1] * 15 + [2] * 15


def test_the_same_question_has_the_same_answer(shelf: Collection) -> None:
    for asked in ({"clusters": 5, "seed": 7}, {"method": "hdbscan"}, {}):
        assert msgspec.json.encode(ask(shelf, **asked)) == msgspec.json.encode(ask(shelf, **asked))


def test_a_playlist_of_each(shelf: Collection) -> None:
    result = ask(shelf, clusters=3)
    with shelf.database.writing() as session:
        session.add(Playlist(name="Cluster 2: reel"))
        session.execute(delete(Track).where(Track.id == 5))
    assert make_playlists(shelf, result) == ["Cluster 1: raga", "Cluster 2: reel (2)", "Cluster 3: fado"]
    with shelf.database.reading() as session:
        first = session.scalars(select(Playlist).where(Playlist.name == "Cluster 1: raga")).one()
        items = session.scalars(
            select(PlaylistItem.track_id)
            .where(PlaylistItem.playlist_id == first.id)
            .order_by(PlaylistItem.position)
        ).all()
        assert first.notes == "genre raga: 11 of 12, elsewhere 1 of 15"
    far = dict(zip(result.track_ids, result.distances, strict=True))
    assert list(items) == sorted(set(range(1, 13)) - {5}, key=lambda id_: far[id_] or 0)


def test_labels_of_all_in_one_edit_that_can_be_undone(shelf: Collection) -> None:
    result = ask(shelf, clusters=3)
    with shelf.database.writing() as session:
        session.execute(delete(Track).where(Track.id == 5))
    edit = label_clusters(shelf, result, "heard-group")
    assert edit is not None
    assert edit.title == "Set heard-group of 26 tracks to 3 clusters"
    titles = {cluster.number: cluster.title for cluster in result.clusters}
    pairs = zip(result.track_ids, result.cluster_of, strict=True)
    wanted = {id_: [titles[number]] for id_, number in pairs if id_ != 5}
    assert read_values(shelf, "heard-group") == wanted
    assert label_clusters(shelf, result, "heard-group") is None
    undo(shelf)
    with shelf.database.reading() as session:
        assert "heard-group" not in {field.name for field in list_fields(session)}


def test_a_table_of_all(shelf: Collection) -> None:
    result = ask(shelf, clusters=3)
    rows = list(csv.DictReader(io.StringIO(as_table(shelf, result))))
    assert [int(row["cluster"]) for row in rows] == [1] * 12 + [2] * 9 + [3] * 6
    assert rows[0]["name"] == "raga"
    assert {row["path"] for row in rows} == {f"/music/{i:03}.wav" for i in range(27)}
    distances = [float(row["distance"]) for row in rows[:12]]
    assert distances == sorted(distances)


@pytest.mark.parametrize("method", ["kmeans", "hdbscan"])
def test_a_stop_at_any_moment(shelf: Collection, method: Any) -> None:
    for moment in range(12):
        steps, asked = list[Step](), 0

        def should_stop(moment: int = moment) -> Stop | None:
            nonlocal asked
            asked += 1
            return Stop.CANCEL if asked > moment else None

        with pytest.raises(Interrupted):
            run(
                ClusterRequest("ears", method=method),
                Context(shelf.folder, 1),
                progress=steps.append,
                should_stop=should_stop,
            )
        assert asked == moment + 1
        done = [step.done for step in steps]
        assert done == sorted(done)


@pytest.mark.parametrize("metric", ["cosine", "euclidean"])
@pytest.mark.parametrize("method", ["kmeans", "hdbscan"])
def test_few_tracks_and_equal_tracks(collection: Collection, method: Any, metric: Any) -> None:
    fill(collection, np.array([[1.0, 0, 0, 0], [0, 1, 0, 0], [1, 1, 0, 0], *[[0.5, 0.5, 0.5, 1]] * 5]))
    for query, tracks in (("path:000.wav or path:001.wav or path:002.wav", 3), ("", 8)):
        result = ask(collection, method=method, metric=metric, query=query)
        assert sum(one.size for one in result.clusters) + result.in_none == tracks
    same = ask(collection, method=method, metric=metric, query="-path:000.wav -path:001.wav -path:002.wav")
    (one,) = same.clusters
    assert (one.size, one.compactness, same.silhouette, same.cluster_of) == (5, 1.0, None, [1] * 5)
    silent = ask(collection, method=method, metric=metric, query="path:*00*")
    assert len(silent.track_ids) == 8


def test_a_cluster_a_track(collection: Collection) -> None:
    fill(collection, np.eye(4))
    result = ask(collection, clusters=4)
    assert [one.size for one in result.clusters] == [1, 1, 1, 1]
    assert (result.silhouette, result.stability) == (None, 1.0)
    assert not any(one.name or one.typical or one.edge for one in result.clusters)
    nothing = ask(collection, method="hdbscan", smallest=4)
    assert (
        nothing.sentence()
        == "No clusters of 4 tracks by HDBSCAN, as ears hears them; 4 tracks in no cluster."
    )
    assert make_playlists(collection, nothing) == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"clusters": 0}, "There can be 1 to 1,000 clusters, not 0."),
        ({"clusters": 28}, "27 tracks cannot be in 28 clusters."),
        ({"method": "hdbscan", "smallest": 28}, "No cluster of 27 tracks has 28."),
        ({"method": "hdbscan", "smallest": 1}, "A cluster has at least 2 tracks, not 1."),
        ({"method": "hdbscan", "clusters": 3}, "HDBSCAN finds out itself how many clusters there are."),
        ({"smallest": 3}, "k-means knows no smallest cluster."),
        ({"seed": -1}, "A seed lies between 0 and 4,294,967,295; -1 does not."),
        ({"query": "path:nowhere"}, "Clusters need at least 3 tracks; there are 0 that ears has heard."),
        ({"query": "path:000.wav"}, "there is 1 that ears has heard"),
        ({"query": "path:000.wav or path:001.wav"}, "there are 2 that ears has heard"),
        ({"query": "artist:("}, ""),
        ({"layer": 3}, "has no layer 3 here"),
        ({"field": "gnre"}, "Unknown field gnre. Did you mean genre?"),
        ({"field": "title"}, "title holds no categories."),
    ],
)
def test_what_cannot_be_asked_is_said(shelf: Collection, asked: dict[str, Any], said: str) -> None:
    with pytest.raises(RequestProblem) as raised:
        ask(shelf, **asked)
    assert said in str(raised.value)


def test_without_vectors(collection: Collection) -> None:
    for asked in ("ears", "descriptors"):
        with pytest.raises(RequestProblem, match="Nothing in this collection has been encoded with"):
            run(ClusterRequest(asked), Context(collection.folder, 1))
    with pytest.raises(RequestProblem, match="Clusters need an encoder"):
        ClusterRequest("")


@pytest.mark.parametrize("wrong", [np.nan, np.inf])
@pytest.mark.parametrize("dimensions", [(), ("a", "b", "c", "d")])
def test_no_numbers_are_told_by_track(collection: Collection, wrong: float, dimensions: Any) -> None:
    values = np.random.default_rng(0).random((6, DIMENSION))
    values[3, 1] = wrong
    fill(collection, values, dimensions)
    with pytest.raises(RequestProblem, match="The vector of track 4 holds values that are no numbers"):
        ask(collection)
    assert len(ask(collection, query="-path:003.wav").track_ids) == 5
