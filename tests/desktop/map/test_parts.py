"""What the map page works out without a window: where points begin, what counts as drawn, what is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.maps import MapInfo, MapRequest
from desktop.map import estimate
from desktop.map.data import Choices, Source, find_drawn, in_order, newest, of_classes
from desktop.map.facts import axes_words, method_words, near_words
from desktop.map.gallery import beginning
from desktop.map.tints import ends
from tests.desktop.conftest import make_job

points = st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=2, max_size=30)


@given(points, st.floats(0.01, 100), st.floats(-100, 100), st.integers(0, 5))
def test_points_begin_as_they_lay_whatever_the_measure(places, scale, shift, strangers):
    """The same map in another measure begins where it ends, so that nothing seems to move."""
    new = np.array(places, np.float32)
    ids = np.arange(len(new)) * 2
    old = new * np.float32(scale) + np.float32(shift)
    start = beginning(ids, old, ids, new)
    assert start == pytest.approx(new, abs=0.02)
    others = np.arange(strangers) * 2 + 1
    more = np.concatenate([ids, others])
    where = np.concatenate([new, np.zeros((strangers, 2), np.float32)])
    begun = beginning(ids, old, more, where)
    assert begun[len(ids) :] == pytest.approx(where[len(ids) :])
    assert beginning(others, where[len(ids) :], ids, new) is None


def info(number=1, method="tsne", seed=1, **settings):
    usual = {"layer": "only", "perplexity": 30.0, "metric": "cosine", "steps": 300}
    made = datetime(2026, 1, 1, tzinfo=UTC)
    return MapInfo(number, "ears", 7, method, seed, usual | settings, {}, 100, 100, made)


SOURCE = Source(7, "only")


@pytest.mark.parametrize(
    ("kept", "asked", "fits"),
    [
        (info(), {}, True),
        (info(), {"perplexity": 12.0}, False),
        (info(), {"seed": 2}, False),
        (info(query="genre:jazz"), {}, False),
        (info(stopped=True), {}, False),
        (info(like=3), {}, False),
        (info(metric="euclidean"), {}, False),
        (info(layer="other"), {}, False),
        (info(perplexity=33.0), {"perplexity": 400.0}, True),  # a hundred tracks have no larger one
        (info(method="pca", seed=9), {"method": "pca"}, True),  # chance has no part in it
        (info(method="umap", neighbours=15, min_dist=0.1), {"method": "umap"}, True),
        (info(method="umap", neighbours=15, min_dist=0.2), {"method": "umap"}, False),
    ],
)
def test_what_counts_as_drawn(kept, asked, fits):
    choices = Choices(maps=(kept,))
    request = MapRequest("7", **({"method": "tsne", "seed": 1} | asked))
    assert (find_drawn(choices, SOURCE, request) == kept) == fits


def test_the_newest_that_the_controls_can_ask_for():
    choices = Choices(maps=(info(4, query="x"), info(3, perplexity=5.0), info(2)))
    assert newest(choices, SOURCE, "tsne").id == 3
    assert newest(choices, SOURCE, "umap") is None


def test_words():
    assert (
        method_words(info(stopped=True, steps=1200))
        == "t-SNE, perplexity 30, seed 1, stopped after 1,200 steps"
    )
    assert near_words(10, 3) == "7 of 10 true neighbours are near on the map, 3 are far"
    assert near_words(10, 1) == "9 of 10 true neighbours are near on the map, 1 is far"
    assert near_words(5, 0) == "all 5 true neighbours are near on the map"
    axes = [
        {"name": "First", "explained": 0.333, "loadings": [{"name": "loudness", "correlation": -0.8234}]},
        {"name": "Second", "explained": 0.1, "loadings": []},
    ]
    assert (
        axes_words(axes) == "Across 33 % of the variance, along with loudness -0.82. Up 10 % of the variance."
    )


@given(st.lists(st.floats(-1e6, 1e6) | st.just(float("nan")), max_size=40))
def test_a_ramp_always_rises(values):
    low, high = ends(np.array(values, np.float32))
    assert np.isfinite([low, high]).all()
    assert low < high


def test_many_values_are_others_and_the_order_is_kept():
    colours = of_classes("f", {i: f"v{i % 20:02}" for i in range(40)})
    assert len(colours.names) == 12
    assert set(colours.codes.values()) == set(range(13))
    assert of_classes("f", {1: "b", 2: "b"}, ("a", "b")).values == (("a", 0), ("b", 2))
    assert in_order({5, 1, 9}, [9, 2, 1]) == [9, 1, 5]


def test_time_is_told_from_what_maps_took_here():
    start = datetime(2026, 1, 1, tzinfo=UTC)
    job = make_job(
        1, "done", kind="map", started_at=start, ended_at=start + timedelta(seconds=12.5),
        result='{"method": "tsne", "shown": 1000, "known": false}',
    )  # fmt: skip
    known = estimate.measured([job, make_job(2, "done", kind="map", result=None), make_job(3)])
    assert known == {"tsne": (1000, 12.5)}
    assert estimate.seconds("tsne", 2000, known) == pytest.approx(22.5)
    assert estimate.seconds("umap", 2000, known) == pytest.approx(14.0)
    assert estimate.disk_bytes(1000) > 1000 * 24
