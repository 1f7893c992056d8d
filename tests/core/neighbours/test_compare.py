"""The job `match`: what was planted is found at its second, and told beside chance."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import RequestProblem
from core.neighbours import MatchRequest, MatchResult, compare
from core.progress import Context
from core.store import Collection
from tests.core.neighbours.songs import encode


def match(collection: Collection, a: int, b: int | None = None) -> MatchResult:
    return compare.run(MatchRequest("ear", a, b), Context(collection.folder, 1))


@pytest.fixture
def songs(collection: Collection) -> Collection:
    """Windows 5 to 12 of the first return as 20 to 27 of the second; the third is verse, bridge, verse."""
    rng = np.random.default_rng(0)
    a, b = rng.standard_normal((30, 40)) + 5, rng.standard_normal((35, 40)) + 5
    b[20:28] = a[5:13] + 0.1 * rng.standard_normal((8, 40))
    # The parts have something of their own, so that a boundary is to be seen.
    verse, bridge = (rng.standard_normal((6, 40)) + 2 * rng.standard_normal(40) for _ in range(2))
    form = np.concatenate([verse, bridge, verse]) + 5
    others = {f"other {i}": rng.standard_normal((12, 40)) + 5 for i in range(8)}
    encode(collection, {"a": a, "b": b, "form": form, "short": a[:1]} | others)
    return collection


def test_what_was_planted_is_found_in_seconds(songs: Collection) -> None:
    found = match(songs, 1, 2)
    best = found.stretches[0]
    assert (best.a_start_s, best.a_end_s, best.b_start_s, best.b_end_s) == (50.0, 130.0, 200.0, 280.0)
    assert best.similarity > 0.98
    assert found.chance is not None
    assert 0.2 < found.chance < 0.6
    assert (found.a_path, found.b_path) == ("a.wav", "b.wav")
    number = len(found.stretches)
    said = "1 stretch of a.wav matches" if number == 1 else f"{number} stretches of a.wav match"
    assert found.sentence() == f"{said} b.wav, as ear hears them."
    back = match(songs, 2, 1).stretches[0]
    assert (back.a_start_s, back.b_start_s) == (200.0, 50.0)


def test_the_picture_is_the_similarity(songs: Collection) -> None:
    found = match(songs, 1, 2)
    picture = np.frombuffer(found.picture, np.uint8).reshape(len(found.a_starts_s), len(found.b_starts_s))
    assert picture.shape == (30, 35)
    assert picture[5, 20] > 250
    assert found.a_starts_s[:3] == [0.0, 10.0, 20.0]
    assert found.b_ends_s[-1] == 350.0
    alone = np.frombuffer(match(songs, 1).picture, np.uint8).reshape(30, 30)
    assert (alone.diagonal() == 255).all()
    np.testing.assert_array_equal(alone, alone.T)


def test_unlike_tracks_have_no_stretch_beyond_chance(songs: Collection) -> None:
    found = match(songs, 5, 6)
    assert all(s.similarity > found.chance for s in found.stretches)  # type: ignore[operator]
    assert len(found.stretches) <= 1


def test_one_track_shows_how_it_is_built(songs: Collection) -> None:
    found = match(songs, 3)
    assert found == match(songs, 3, 3)
    assert found.parts_s == [60.0, 120.0]
    best = found.stretches[0]
    assert (best.a_start_s, best.a_end_s, best.b_start_s, best.b_end_s) == (0.0, 60.0, 120.0, 180.0)
    assert "form.wav has 3 parts, and" in found.sentence()


def test_long_tracks_are_compared_more_coarsely(songs: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "MOST_WINDOWS", 10)
    monkeypatch.setattr(compare, "PICTURE", 4)
    found = match(songs, 1, 2)
    assert len(found.picture) == 16
    assert found.a_starts_s == [0.0, 60.0, 150.0, 240.0]
    assert (found.a_ends_s[-1], found.b_ends_s[-1]) == (300.0, 350.0)
    assert found.a_starts_s[1:] == found.a_ends_s[:-1]


def test_what_is_too_short_or_not_there_is_told(songs: Collection) -> None:
    with pytest.raises(
        RequestProblem, match=r"short\.wav is too short to be compared part by part: ear hears 10 s"
    ):
        match(songs, 1, 4)
    with pytest.raises(RequestProblem, match="There is no track 99"):
        match(songs, 1, 99)


def test_the_result_survives_being_written_down(songs: Collection) -> None:
    import msgspec

    found = match(songs, 1, 2)
    assert msgspec.json.decode(msgspec.json.encode(found), type=MatchResult) == found
