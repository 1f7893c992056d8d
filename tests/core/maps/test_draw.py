"""The job `map`: its figures against slow references, what is known already, and every way to end."""

from __future__ import annotations

import contextlib
import itertools
from typing import Any

import msgspec
import numpy as np
import pytest
from sklearn.manifold import trustworthiness

from core.embedding.chosen import choose_vectors
from core.errors import Interrupted, RequestProblem
from core.jobs import Engine, JobState, Shown
from core.maps import MapRequest, MapResult, list_maps, read_map
from core.maps.draw import discard, run
from core.maps.frame import unpack
from core.neighbours import Metric, Space
from core.progress import Context, Step, Stop
from core.store import Collection
from core.store.schema import Shard
from tests.core.jobs.conftest import Ear
from tests.core.library.shelf import add
from tests.core.maps.conftest import crowd, draw, drawn, write

METHODS = ("pca", "tsne", "umap")


def test_maps_through_a_real_worker(shelf: Collection) -> None:
    with contextlib.closing(Engine(shelf)) as engine:
        ear = Ear(engine)
        for number, (method, said) in enumerate({"pca": "PCA", "tsne": "t-SNE", "umap": "UMAP"}.items(), 1):
            job_id = engine.submit("map", MapRequest("ears", method, seed=3))
            end = ear.until_over(job_id)
            assert end.state == JobState.DONE, end.sentence
            result = msgspec.json.decode(engine.job(job_id).result or "", type=MapResult)
            assert (result.map, result.method, result.seed) == (number, method, 3)
            assert (result.n, result.shown) == (60, 60)
            assert {"trustworthiness", "continuity", "kept", "kept_by_chance", "k"} <= set(result.trust)
            assert end.sentence.startswith(
                f"Map {number} drawn: {said} of ears, seed 3, 60 of 60 tracks, trustworthiness 0."
            )
            kept = read_map(shelf, number)
            assert kept.track_ids.tolist() == list(range(1, 61))
            frames = [unpack(event.data) for event in ear.of(Shown, job_id) if event.name == "map"]
            assert frames
            for frame in frames:
                assert frame.track_ids.tolist() == kept.track_ids.tolist()
                assert np.isfinite(frame.points).all()
            if method == "pca":
                np.testing.assert_allclose(frames[-1].points, kept.points, atol=np.ptp(kept.points) / 60_000)


def slow_figures(values: np.ndarray, points: np.ndarray, metric: str, k: int) -> tuple[float, float, float]:
    """Trustworthiness, continuity and what is kept, by nested loops over ranks."""
    space = Space(values, Metric(metric)).vectors.astype(np.float64)
    n = len(points)
    orders = []
    for places in (space, points.astype(np.float64)):
        far = ((places[:, None] - places[None]) ** 2).sum(2)
        np.fill_diagonal(far, np.inf)
        orders.append(far.argsort(1, kind="stable"))
    missed, kept = [0.0, 0.0], 0
    for row in range(n):
        there, here = (order[row].tolist() for order in orders)
        missed[0] += sum(max(there.index(other) + 1 - k, 0) for other in here[:k])
        missed[1] += sum(max(here.index(other) + 1 - k, 0) for other in there[:k])
        kept += len({*there[:k]} & {*here[:k]})
    worst = n * k * (2 * n - 3 * k - 1) / 2
    return 1 - missed[0] / worst, 1 - missed[1] / worst, kept / (n * k)


@pytest.mark.parametrize("metric", ["cosine", "euclidean"])
@pytest.mark.parametrize("method", METHODS)
def test_its_figures_are_those_of_slow_references(shelf: Collection, method: Any, metric: Any) -> None:
    result = draw(shelf, method, metric=metric)
    kept, values = read_map(shelf, result.map), choose_vectors(shelf, "ears").values
    k = result.trust["k"]
    told = [result.trust[name] for name in ("trustworthiness", "continuity", "kept")]
    np.testing.assert_allclose(told, slow_figures(values, kept.points, metric, k), atol=1e-3)
    theirs = trustworthiness(values, kept.points.astype(np.float64), n_neighbors=k, metric=metric)
    assert told[0] == pytest.approx(theirs, abs=1e-3)
    assert result.trust["kept_by_chance"] == pytest.approx(k / 59)
    for name, figure in zip(("trustworthiness", "continuity", "kept"), told, strict=True):
        assert kept.columns[name].mean() == pytest.approx(figure, abs=1e-5)


def test_named_values_are_scaled_before_they_are_drawn(collection: Collection) -> None:
    rng = np.random.default_rng(0)
    values = np.stack([3000 + 500 * rng.standard_normal(30), np.repeat([0.1, 0.9], 15)], 1)
    write(collection, values, dimensions=("brightness (Hz)", "beat"))
    points = drawn(collection, metric="euclidean").points
    assert points.std(0) == pytest.approx([1, 1], abs=0.3)


@pytest.mark.parametrize("method", METHODS)
def test_a_known_map_is_not_drawn_twice(shelf: Collection, method: Any) -> None:
    first = draw(shelf, method)
    second = draw(shelf, method)
    assert (second.map, second.known, first.known) == (first.map, True, False)
    assert second.sentence().startswith(f"Map {first.map} was there already: ")
    assert second.trust == first.trust
    again = draw(shelf, method, again=True)
    assert again.map != first.map
    assert drawn(shelf, method).points.tobytes() == read_map(shelf, first.map).points.tobytes()
    assert read_map(shelf, again.map).points.tobytes() == read_map(shelf, first.map).points.tobytes()


@pytest.mark.parametrize(
    ("method", "other"),
    [
        ("tsne", {"seed": 1}),
        ("tsne", {"perplexity": 5.0}),
        ("tsne", {"metric": "euclidean"}),
        ("umap", {"neighbours": 5}),
        ("umap", {"min_dist": 0.5}),
        ("pca", {"metric": "euclidean"}),
        ("pca", {"query": "genre:raga or genre:reel"}),
        ("pca", {"query": "year:1901..1960"}),
        ("pca", {"like": 1}),
    ],
)
def test_what_is_asked_otherwise_is_drawn(shelf: Collection, method: Any, other: dict[str, Any]) -> None:
    first = draw(shelf, method)
    second = draw(shelf, method, **other)
    assert second.map != first.map
    if "query" not in other:
        assert second.n == 60


def test_settings_of_other_methods_do_not_matter(shelf: Collection) -> None:
    assert draw(shelf, "pca").map == draw(shelf, "pca", perplexity=5.0, neighbours=3, min_dist=1.0).map


def test_new_tracks_and_new_vectors_are_drawn_anew(shelf: Collection) -> None:
    first = draw(shelf)
    write(shelf, crowd(3, seed=5)[0])
    more = draw(shelf)
    assert (more.map, more.n, more.shown) == (2, 63, 63)
    add(shelf, "unheard.wav", duration_s=5.0)
    assert (draw(shelf).n, draw(shelf).shown) == (64, 63)
    assert first.n == 60


def test_vectors_made_again_are_drawn_again(collection: Collection) -> None:
    """The new shards have the numbers of the old ones."""
    ids = write(collection, crowd(12)[0])
    first = draw(collection)
    with collection.database.writing() as session:
        for shard in session.query(Shard):
            session.delete(shard)
    write(collection, crowd(12, seed=9)[0], tracks=ids)
    second = draw(collection)
    assert (second.map, second.known) == (2, False)
    assert drawn(collection).info.id == 2
    assert read_map(collection, first.map).points.tobytes() != read_map(collection, 2).points.tobytes()


@pytest.mark.parametrize("method", ["tsne", "umap"])
def test_like_another_map(shelf: Collection, method: Any) -> None:
    rng = np.random.default_rng(4)
    values = choose_vectors(shelf, "ears").values
    heard = values[:50] + 0.05 * rng.standard_normal((50, values.shape[1]))
    write(shelf, heard, "nose", tracks=list(range(1, 51)))
    first = drawn(shelf, method)
    second = drawn(shelf, method, encoder="nose", like=first.info.id)
    assert second.track_ids.tolist() == list(range(1, 51))
    still = first.points[:50]
    apart = np.linalg.norm(second.points - still, axis=1)
    size = np.linalg.norm(still - still.mean(0), axis=1)
    assert np.median(apart) < 0.4 * np.median(size)
    np.testing.assert_allclose(second.points.mean(0), still.mean(0), atol=1e-3)
    alone = drawn(shelf, method, encoder="nose")
    assert np.median(np.linalg.norm(alone.points - still, axis=1)) > np.median(apart)


def test_pca_like_another_map_is_mirrored_at_most(shelf: Collection) -> None:
    values = choose_vectors(shelf, "ears").values
    write(shelf, -values, "nose", tracks=list(range(1, 61)))
    first, alone = drawn(shelf), drawn(shelf, encoder="nose")
    second = drawn(shelf, encoder="nose", like=first.info.id)
    np.testing.assert_allclose(np.abs(second.points), np.abs(alone.points), atol=1e-5)
    np.testing.assert_allclose(second.points, first.points, atol=1e-4)


def test_another_map_that_shares_too_little(shelf: Collection) -> None:
    first = draw(shelf, query="year:..1903")
    assert first.shown == 3
    with pytest.raises(RequestProblem, match="Map 1 shows 3 tracks that ears has heard"):
        draw(shelf, like=first.map)
    with pytest.raises(RequestProblem, match=r"There is no map 9\."):
        draw(shelf, like=9)


class Asked:
    """Asks to stop at the n-th look."""

    def __init__(self, at: int, stop: Stop = Stop.CANCEL) -> None:
        self.at, self.stop, self.looks = at, stop, 0

    def __call__(self) -> Stop | None:
        self.looks += 1
        return self.stop if self.looks > self.at else None


def looks_of(collection: Collection, method: Any) -> int:
    asked = Asked(10**9)
    run(MapRequest("ears", method, again=True), Context(collection.folder, 1), should_stop=asked)
    return asked.looks


def files(collection: Collection) -> list[str]:
    return sorted(path.name for path in (collection.vectors.folder / "maps").glob("*"))


@pytest.mark.parametrize("stop", [Stop.CANCEL, Stop.PAUSE])
@pytest.mark.parametrize("method", METHODS)
def test_cancelled_at_any_look_nothing_is_left(shelf: Collection, method: Any, stop: Stop) -> None:
    before = looks_of(shelf, method)
    known = files(shelf)
    moments = sorted({0, 1, 2, 3, before // 2, before - 3, before - 2, before - 1} & set(range(before)))
    for moment in moments:
        asked, steps = Asked(moment, stop), list[Step]()
        with pytest.raises(Interrupted):
            run(
                MapRequest("ears", method, again=True),
                Context(shelf.folder, 2),
                progress=steps.append,
                should_stop=asked,
            )
        assert asked.looks == moment + 1, "it went on after it was asked to stop"
        assert [step.done for step in steps] == sorted(step.done for step in steps)
        assert files(shelf) == known
        assert len(list_maps(shelf)) == 1


def test_cancelled_at_the_last_moment_its_own_map_goes_and_no_other(shelf: Collection) -> None:
    known = list_maps(shelf)
    request = MapRequest("ears", "pca", seed=5)
    run(request, Context(shelf.folder, 7))
    run(MapRequest("ears", "pca", seed=6), Context(shelf.folder, 8))
    discard(request, Context(shelf.folder, 7))
    assert [info.seed for info in list_maps(shelf)] == [6, *[info.seed for info in known]]
    assert len(files(shelf)) == len(known) + 1


@pytest.mark.parametrize("method", ["tsne", "umap"])
def test_stopped_and_kept_it_says_so_and_is_never_the_answer(shelf: Collection, method: Any) -> None:
    shown, seen = list[int](), list[int]()

    def stop() -> Stop | None:
        return Stop.KEEP if seen and seen[-1] else None

    def progress(step: Step) -> None:
        seen.append("Forming" in step.note)

    context = Context(shelf.folder, 1, show=lambda name, data: shown.append(data["done"]))
    result = run(MapRequest("ears", method), context, progress=progress, should_stop=stop)
    assert result.settings["stopped"]
    steps = result.settings["steps"]
    assert steps < 10
    assert result.sentence().startswith(f"Map 1 kept as far as it had formed after {steps} step")
    kept = read_map(shelf, 1)
    np.testing.assert_allclose(
        [result.trust[name] for name in ("trustworthiness", "continuity", "kept")],
        slow_figures(choose_vectors(shelf, "ears").values, kept.points, "cosine", result.trust["k"]),
        atol=1e-3,
    )
    whole = draw(shelf, method)
    assert (whole.map, whole.known, whole.settings["stopped"]) == (2, False, False)
    assert draw(shelf, method).map == 2


def test_pca_that_is_stopped_when_it_is_there_is_whole(shelf: Collection) -> None:
    seen = list[str]()

    def stop() -> Stop | None:
        return Stop.KEEP if "Forming" in seen else None

    result = run(
        MapRequest("ears", "pca"),
        Context(shelf.folder, 1),
        progress=lambda step: seen.append(step.note),
        should_stop=stop,
    )
    assert not result.settings["stopped"]
    assert draw(shelf, "pca").known


def test_a_perplexity_too_large_is_lowered_and_said(shelf: Collection) -> None:
    said = list[str]()
    context = Context(shelf.folder, 1, say=lambda level, text: said.append(text))
    result = run(MapRequest("ears", "tsne", query="year:..1910"), context)
    assert said == ["The perplexity was lowered from 30 to 3: there are no more than 10 tracks."]
    assert result.settings["perplexity"] == 3


@pytest.mark.parametrize("metric", ["cosine", "euclidean"])
@pytest.mark.parametrize("method", METHODS)
def test_few_and_equal_tracks(collection: Collection, method: Any, metric: Any) -> None:
    for n, same in itertools.product((1, 2, 3, 4, 5), (False, True)):
        rng, encoder = np.random.default_rng(n), f"ears-{n}-{same}"
        write(collection, np.ones((n, 4)) if same else rng.standard_normal((n, 4)), encoder)
        asked = {"encoder": encoder, "metric": metric, "perplexity": 500.0, "neighbours": 500}
        result = draw(collection, method, **asked)
        kept = read_map(collection, result.map)
        assert kept.points.shape == (n, 2)
        assert np.isfinite(kept.points).all()
        assert np.abs(kept.points).max() < 1000
        assert bool(result.trust) == (n >= 4)
        assert all(np.isfinite(value) for value in result.trust.values() if value is not None)
        msgspec.json.encode(result)


@pytest.mark.parametrize("method", METHODS)
def test_vectors_of_one_value_of_zeros_and_of_copies(collection: Collection, method: Any) -> None:
    rng = np.random.default_rng(0)
    write(collection, rng.standard_normal((20, 1)), "one")
    write(collection, np.zeros((20, 3)), "silence", tracks=list(range(1, 21)))
    copies = np.repeat(rng.standard_normal((4, 3)), 5, axis=0)
    write(collection, copies, "copies", tracks=list(range(1, 21)))
    for encoder in ("one", "silence", "copies"):
        for metric in ("cosine", "euclidean"):
            kept = drawn(collection, method, encoder=encoder, metric=metric)
            assert np.isfinite(kept.points).all()
            assert np.abs(kept.points).max() < 1000
    line = drawn(collection, "pca", encoder="one")
    assert (line.points[:, 1] == 0).all()


def test_one_dimension_is_mirrored_with_its_axis(collection: Collection) -> None:
    values = np.random.default_rng(0).standard_normal((20, 1))
    write(collection, values, "one")
    write(collection, -values, "other", tracks=list(range(1, 21)))
    first = drawn(collection, encoder="one")
    second = drawn(collection, encoder="other", like=first.info.id)
    np.testing.assert_allclose(second.points, first.points, atol=1e-5)
    columns = second.columns
    along = (-values - columns["axes_mean"]) @ columns["axes"]
    np.testing.assert_allclose(along, second.points[:, :1], atol=1e-5)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"encoder": "eyes"}, "Nothing in this collection has been encoded with eyes."),
        ({"encoder": ""}, "A map needs an encoder."),
        ({"layer": 3}, "ears has no layer 3 here"),
        ({"query": "genre:polka"}, "ears has heard no track that “genre:polka” finds."),
        ({"query": "genre:("}, ""),
        ({"seed": -1}, "A seed is a number from 0"),
        ({"seed": 2**32}, "A seed is a number from 0"),
        ({"perplexity": 1.0}, "The perplexity is a number from 2 to 500, not 1."),
        ({"perplexity": float("nan")}, "The perplexity is a number from 2 to 500, not nan."),
        ({"neighbours": 1}, "UMAP looks at 2 to 500 neighbours, not 1."),
        ({"min_dist": 1.5}, "The least distance on a map is 0 to 1, not 1.5."),
        ({"like": -3}, "There is no map -3."),
    ],
)
def test_what_cannot_be_drawn_is_said(shelf: Collection, asked: dict[str, Any], said: str) -> None:
    for method in METHODS:
        with pytest.raises(RequestProblem) as raised:
            draw(shelf, method, **asked)
        assert said in str(raised.value)
    assert list_maps(shelf) == []


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_values_that_are_no_numbers_are_told_with_their_track(collection: Collection, value: float) -> None:
    values = crowd(8)[0]
    values[4, 2] = value
    write(collection, values)
    for method in METHODS:
        with pytest.raises(RequestProblem, match=r"The vector of track 5 holds values that are no numbers\."):
            draw(collection, method)
    assert draw(collection, query="-path:00004.wav").shown == 7


def test_a_collection_without_vectors(collection: Collection) -> None:
    with pytest.raises(RequestProblem, match=r"Nothing in this collection has been encoded with ears\."):
        draw(collection)
