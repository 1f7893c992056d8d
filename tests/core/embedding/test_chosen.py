"""The vectors that a query and a list of tracks choose."""

from __future__ import annotations

import numpy as np
import pytest

from core.embedding.chosen import choose_vectors
from core.errors import RequestProblem
from core.store import Collection
from tests.core.library.shelf import add, tag
from tests.core.maps.conftest import crowd, write


def test_of_a_query_and_of_some_tracks(collection: Collection) -> None:
    values = crowd(9)[0]
    for id_ in write(collection, values):
        tag(collection, id_, genre="raga" if id_ % 2 else "reel")
    (unheard,) = add(collection, "unheard.wav")
    tag(collection, unheard, genre="reel")
    every = choose_vectors(collection, "ears")
    assert every.track_ids.tolist() == list(range(1, 10))
    assert every.total == 10
    np.testing.assert_allclose(every.values, values, rtol=1e-6)
    reels = choose_vectors(collection, "ears", query="genre:reel")
    assert (reels.track_ids.tolist(), reels.total) == ([2, 4, 6, 8], 5)
    some = choose_vectors(collection, "1", query="genre:reel", only=np.array([2, 3, 8, 99]))
    assert some.track_ids.tolist() == [2, 8]
    np.testing.assert_array_equal(some.values, reels.values[[0, 3]])
    nobody = choose_vectors(collection, "ears", query="genre:fado")
    assert (len(nobody.track_ids), nobody.total, nobody.values.shape) == (0, 0, (0, 6))


def test_named_values_are_scaled_over_what_is_chosen(collection: Collection) -> None:
    values = np.arange(12.0).reshape(6, 2) * [1, 1000]
    write(collection, values, dimensions=("a", "b"))
    some = choose_vectors(collection, "ears", only=np.array([1, 2, 3]))
    np.testing.assert_allclose(some.values.mean(0), 0, atol=1e-6)
    np.testing.assert_allclose(some.values.std(0), 1, atol=1e-6)
    np.testing.assert_allclose(some.scaling(values[:3]), some.values, atol=1e-6)


def test_what_is_no_number_is_told_with_its_track(collection: Collection) -> None:
    values = crowd(4)[0]
    values[2, 0] = np.nan
    write(collection, values)
    with pytest.raises(RequestProblem, match="The vector of track 3 holds values that are no numbers"):
        choose_vectors(collection, "ears")
    assert len(choose_vectors(collection, "ears", only=np.array([1, 2])).values) == 2
