"""Where to listen when two tracks are compared by ear."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import RequestProblem
from core.neighbours import closest as module
from core.neighbours.closest import closest
from core.store import Collection
from tests.core.library.shelf import add
from tests.core.neighbours.songs import encode


@pytest.fixture
def songs(collection: Collection) -> list[int]:
    """Window 5 of the first is window 2 of the second; window 3 of the third is window 9 of the second."""
    rng = np.random.default_rng(0)
    a, b, c = (rng.standard_normal((windows, 40)) for windows in (9, 12, 5))
    b[2] = a[5] + 0.1 * rng.standard_normal(40)
    b[9] = c[3]
    return encode(collection, {"a": a, "b": b, "c": c})


def test_the_planted_pair(collection: Collection, songs: list[int]) -> None:
    a, b, c = songs
    pair = closest(collection, "ear", [a], b)
    assert (pair.a, pair.b) == (a, b)
    assert (pair.a_start_s, pair.a_end_s, pair.b_start_s, pair.b_end_s) == (50.0, 60.0, 20.0, 30.0)
    assert pair.similarity > 0.9
    of_two = closest(collection, "ear", [a, c], b)
    assert (of_two.a, of_two.a_start_s, of_two.b_start_s) == (c, 30.0, 90.0)
    assert of_two.similarity == pytest.approx(1, abs=1e-3)


def test_blocks_find_the_same(
    collection: Collection, songs: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = closest(collection, "ear", [songs[0]], songs[1])
    monkeypatch.setattr(module, "BLOCK", 2)
    found = closest(collection, "ear", [songs[0]], songs[1])
    assert found.similarity == pytest.approx(whole.similarity, abs=1e-6)
    assert (found.a_start_s, found.b_start_s) == (whole.a_start_s, whole.b_start_s)


def test_what_was_not_encoded_is_named(collection: Collection, songs: list[int]) -> None:
    (new,) = add(collection, "new.wav", duration_s=20.0)
    with pytest.raises(RequestProblem, match=r"new\.wav has not been encoded with ear"):
        closest(collection, "ear", [songs[0]], new)
