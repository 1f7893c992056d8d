"""What the axes of a PCA map stand for."""

from __future__ import annotations

import numpy as np
import pytest

from core.maps.loadings import loadings
from core.store import Collection
from tests.core.maps.conftest import crowd, drawn, write

NAMES = ("brightness (Hz)", "beat", "loudness", "never changes")


def test_named_values_that_follow_an_axis(collection: Collection) -> None:
    rng = np.random.default_rng(0)
    one, other = rng.standard_normal((2, 50))
    values = np.stack([3000 + 500 * one, 3 * one + 0.1 * other, other, np.ones(50)], 1)
    write(collection, values, dimensions=NAMES)
    kept = drawn(collection)
    first, second = loadings(collection, kept)
    assert [first["name"], second["name"]] == ["First component", "Second component"]
    assert {row["name"] for row in first["loadings"][:2]} == {"brightness (Hz)", "beat"}
    assert second["loadings"][0]["name"] == "loudness"
    assert "never changes" not in {row["name"] for axis in (first, second) for row in axis["loadings"]}
    for axis, told in enumerate((first, second)):
        for row in told["loadings"]:
            expected = np.corrcoef(values[:, NAMES.index(row["name"])], kept.points[:, axis])[0, 1]
            assert row["correlation"] == pytest.approx(expected, abs=2e-4)
    assert first["explained"] + second["explained"] == pytest.approx(1, abs=0.01)


def test_values_of_a_network_have_no_names(shelf: Collection) -> None:
    found = loadings(shelf, drawn(shelf))
    assert [axis["loadings"] for axis in found] == [[], []]


@pytest.mark.parametrize("n", [1, 2, 5])
def test_few_tracks_and_equal_ones(collection: Collection, n: int) -> None:
    write(collection, np.ones((n, 4)), dimensions=NAMES)
    assert [axis["loadings"] for axis in loadings(collection, drawn(collection))] == [[], []]
    more = crowd(3, 4)[0]
    write(collection, more, "nose", dimensions=NAMES)
    for axis in loadings(collection, drawn(collection, encoder="nose")):
        assert all(-1 <= row["correlation"] <= 1 for row in axis["loadings"])
