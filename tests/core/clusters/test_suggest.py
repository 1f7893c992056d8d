"""Names beside counts by hand."""

from __future__ import annotations

import math
from math import comb

import numpy as np
import pytest

from core.clusters import Reason
from core.clusters.suggest import log_odds, suggest

IDS = list(range(1, 201))
TWENTY = np.array([1] * 20 + [2] * 180)


def on(value: str, *ids: int) -> dict[int, list[str]]:
    return {id_: [value] for id_ in ids}


def test_the_counts_are_told() -> None:
    genre = on("other", *IDS) | on("raga", *range(1, 19), 50, 60, 70)
    ((best, *rest), second) = suggest({"genre": genre}, IDS, TWENTY, 2)
    assert (best.value, rest) == ("raga", [])
    assert str(best) == "genre raga: 18 of 20, elsewhere 3 of 180"
    assert best.log_odds == pytest.approx(math.log(18.5 / 2.5) - math.log(3.5 / 177.5), abs=1e-3)
    assert [reason.value for reason in second] == ["other"]


def test_log_odds_by_hand() -> None:
    assert log_odds(3, 4, 1, 9) == pytest.approx(math.log((3.5 / 1.5) / (1.5 / 8.5)))
    assert log_odds(2, 2, 0, 5) == pytest.approx(math.log((2.5 / 0.5) / (0.5 / 5.5)))
    assert log_odds(1, 4, 1, 4) == 0


@pytest.mark.parametrize("here", [2, 3, 4, 5, 6])
def test_it_takes_more_than_chance(here: int) -> None:
    """Fisher's exact test, one value to look at: `here` of 6 tracks have it, 6 of 40 in all."""
    ids, cluster_of = list(range(40)), np.array([1] * 6 + [2] * 34)
    mood = on("other", *ids)
    mood |= on("calm", *range(here), *range(6, 12 - here))
    values = {id_: each for id_, each in mood.items() if each == ["calm"]} | {
        id_: ["x" + str(id_)] for id_, each in mood.items() if each == ["other"]
    }
    tail = sum(comb(6, i) * comb(34, 6 - i) for i in range(here, 7)) / comb(40, 6)
    found = suggest({"mood": values}, ids, cluster_of, 1)[0]
    assert bool(found) == (tail <= 0.05)
    assert not found or found[0] == Reason("mood", "calm", here, 6, 6 - here, 34, found[0].log_odds)


def test_one_track_gives_no_name() -> None:
    artist = {id_: [f"artist {id_}"] for id_ in IDS}
    assert suggest({"artist": artist}, IDS, TWENTY, 2) == [[], []]
    alone = np.array([1] + [2] * 199)
    assert suggest({"genre": on("raga", 1) | on("x", *IDS[1:])}, IDS, alone, 2)[0] == []


def test_tracks_without_the_field_are_not_counted() -> None:
    genre = on("raga", *range(1, 11)) | on("x", *range(100, 150))
    ((best, *_), _) = suggest({"genre": genre}, IDS, TWENTY, 2)
    assert (best.here, best.of_here, best.elsewhere, best.of_elsewhere) == (10, 10, 0, 50)
    only_here = on("raga", *range(1, 11))
    assert suggest({"genre": only_here}, IDS, TWENTY, 2) == [[], []]


def test_a_name_speaks_for_a_third_of_its_tracks() -> None:
    genre = on("x", *IDS) | on("raga", *range(1, 7))
    assert [reason.value for reason in suggest({"genre": genre}, IDS, TWENTY, 1)[0]] == []
    genre |= on("raga", 7)
    assert [reason.value for reason in suggest({"genre": genre}, IDS, TWENTY, 1)[0]] == ["raga"]


def test_the_best_comes_first_and_each_value_once() -> None:
    some = on("few", *range(1, 11)) | on("x", *range(11, 201))
    more = on("Ann", *range(1, 20)) | on("Bo", *range(20, 201))
    fields = {"genre": some, "artist": more, "composer": more}
    names = [(reason.field, reason.value) for reason in suggest(fields, IDS, TWENTY, 1)[0]]
    assert names == [("artist", "Ann"), ("genre", "few")]


def test_many_values_on_a_track_and_none_anywhere() -> None:
    both = {id_: ["raga", "raga", "slow"] for id_ in range(1, 21)} | on("fast", *range(21, 201))
    (found, _) = suggest({"genre": both}, IDS, TWENTY, 2)
    assert {(reason.value, reason.here, reason.of_here) for reason in found} == {
        ("raga", 20, 20),
        ("slow", 20, 20),
    }
    assert suggest({"genre": {}}, IDS, TWENTY, 2) == [[], []]
    assert suggest({}, [], np.zeros(0, np.int64), 0) == []
