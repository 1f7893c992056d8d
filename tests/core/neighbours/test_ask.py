"""Questions put to a small collection of which everything is known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from core.embedding.sets import make_set
from core.encoders import BuiltIn, Card, find_card, open_encoder
from core.errors import RequestProblem
from core.neighbours import NearRequest, NearResult
from core.neighbours import ask as module
from core.neighbours.ask import run
from core.progress import Context
from core.store import Collection
from core.store.schema import Track
from tests.core.library.shelf import add, tag
from tests.core.neighbours.songs import encode

CARD = Card(
    name="compass",
    family="descriptors",
    title="Compass",
    hears="Directions.",
    dimension=2,
    rate_hz=100,
    window_s=10.0,
    licence="MIT",
    source=BuiltIn(),
    layers=("first", "second"),
    usual_layer=1,
)
DEGREES = {"north": 0.0, "north too": 4.0, "north-east": 40.0, "east": 90.0, "south": 180.0}


def direction(degrees: float) -> np.ndarray:
    return np.array([np.sin(np.radians(degrees)), np.cos(np.radians(degrees))])


@pytest.fixture
def compass(collection: Collection) -> Collection:
    """A track a direction, its second window 20 degrees further; the first layer says nothing."""
    ids = add(collection, *(f"{name}.wav" for name in DEGREES), duration_s=20.0)
    for id_, artist in zip(ids, ("Ann", "Ann", "Bo", "Bo", "Cy"), strict=True):
        tag(collection, id_, artist=artist)
    set_id = make_set(collection, "0" * 64, CARD, (0, 1), 10.0, 10.0, {})
    windows = [np.stack([direction(d), direction(d + 20)]) for d in DEGREES.values()]
    excerpts = np.stack([np.ones((10, 2)), np.concatenate(windows)], 1).astype(np.float16)
    means = [np.stack([np.ones(2), direction(d)]) for d in DEGREES.values()]
    tracks = np.stack([np.stack([mean, np.zeros((2, 2))], 1) for mean in means]).astype(np.float16)
    collection.vectors.append_all(
        set_id, {"excerpt": (excerpts, [(i, 2) for i in ids]), "track": (tracks, [(i, 1) for i in ids])}
    )
    return collection


def ask(collection: Collection, **asked: Any) -> NearResult:
    return run(NearRequest("compass", **asked), Context(collection.folder, 1))


def names(result: NearResult) -> list[str]:
    return [hit.path.removesuffix(".wav") for hit in result.hits]


def test_the_nearest_in_order(compass: Collection) -> None:
    result = ask(compass, like=(1,))
    assert names(result) == ["north too", "north-east", "east", "south"]
    expected = [np.cos(np.radians(d)) for d in (4, 40, 90, 180)]
    np.testing.assert_allclose([hit.similarity for hit in result.hits], expected, atol=1e-3)
    assert [hit.rank for hit in result.hits] == [1, 2, 3, 4]
    assert result.sentence() == "4 neighbours of north.wav among 4 tracks, as compass hears them."
    assert (result.layer, result.metric) == ("second", "cosine")


def test_distances(compass: Collection) -> None:
    hits = ask(compass, like=(5,), metric="euclidean", k=1).hits
    assert [hit.path for hit in hits] == ["east.wav"]
    assert hits[0].similarity == pytest.approx(-np.sqrt(2), abs=1e-3)


def test_added_and_taken_away(compass: Collection) -> None:
    assert names(ask(compass, like=(1, 4), k=1)) == ["north-east"]
    away = ask(compass, like=(3,), unlike=(1,), k=1)
    assert names(away) == ["east"]
    assert away.asked == "north-east.wav − north.wav"


def test_an_artist_each_and_not_the_asked_one(compass: Collection) -> None:
    assert names(ask(compass, like=(1,), distinct="artist")) == ["north-east", "south"]


def test_only_within_a_query(compass: Collection) -> None:
    result = ask(compass, like=(1,), query="artist:Bo")
    assert names(result) == ["north-east", "east"]
    assert result.searched == 2


def test_repeats_are_left_out_unless_wanted(compass: Collection) -> None:
    with compass.database.writing() as session:
        track = session.get_one(Track, 2)
        track.state, track.duplicate_of_id = "duplicate", 1
    assert names(ask(compass, like=(1,), k=1)) == ["north-east"]
    assert names(ask(compass, like=(1,), k=1, duplicates=True)) == ["north too"]
    assert names(ask(compass, like=(2,), k=1)) == ["north-east"]


def test_an_excerpt_finds_excerpts(compass: Collection) -> None:
    result = ask(compass, like=(3,), at_s=14.0)
    assert result.asked == "north-east.wav from 10.0 to 20.0 s"
    assert (result.start_s, result.end_s) == (10.0, 20.0)
    best = result.hits[0]
    assert (best.path, best.start_s, best.end_s) == ("east.wav", 0.0, 10.0)
    assert best.similarity == pytest.approx(np.cos(np.radians(30)), abs=1e-3)
    assert len({hit.track_id for hit in result.hits}) == len(result.hits) == 4


def test_another_layer(compass: Collection) -> None:
    assert {round(hit.similarity, 3) for hit in ask(compass, like=(1,), layer=0).hits} == {1.0}


def test_the_correction_keeps_the_set_and_says_so(compass: Collection) -> None:
    corrected = ask(compass, like=(1,), corrected=True)
    assert corrected.corrected
    assert sorted(names(corrected)) == sorted(names(ask(compass, like=(1,))))


def test_new_vectors_are_seen(compass: Collection) -> None:
    ask(compass, like=(1,))
    (new,) = add(compass, "north again.wav", duration_s=5.0)
    vector = np.stack([np.ones(2), direction(1.0)])[None].astype(np.float16)
    compass.vectors.append_all(
        1, {"excerpt": (vector, [(new, 1)]), "track": (np.stack([vector[0], vector[0]], 1)[None], [(new, 1)])}
    )
    assert names(ask(compass, like=(1,), k=1)) == ["north again"]


def test_a_file_outside_is_heard_as_the_tracks_were(
    home: Path, collection: Collection, tmp_path: Path
) -> None:
    from core.embedding import EncodeRequest
    from core.embedding.encode import run as encode
    from core.library import listen, scan

    audio = tmp_path / "audio"
    audio.mkdir()
    for i in range(4):
        tone = 0.2 * np.sin(2 * np.pi * 150 * (2 * i + 1) * np.arange(22_050 * 12) / 22_050)
        soundfile.write(
            audio / f"{i}.wav", tone + 0.01 * i * np.random.default_rng(i).standard_normal(len(tone)), 22_050
        )
    scan.run(scan.ScanRequest((str(audio),)), Context(collection.folder, 1))
    listen.run(listen.ListenRequest(), Context(collection.folder, 2))
    encode(EncodeRequest("descriptors"), Context(collection.folder, 3))
    outside = tmp_path / "outside.wav"
    outside.write_bytes((audio / "2.wav").read_bytes())
    result = run(NearRequest("descriptors", file=str(outside), k=1), Context(collection.folder, 4))
    assert [hit.path for hit in result.hits] == ["2.wav"]
    assert result.hits[0].similarity == pytest.approx(1.0, abs=1e-3)
    assert open_encoder(find_card("descriptors")).card.dimensions
    outside.write_bytes(b"RIFF")
    with pytest.raises(RequestProblem, match=r"outside\.wav"):
        run(NearRequest("descriptors", file=str(outside)), Context(collection.folder, 5))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "Ask with tracks, with one file, or with one text."),
        ({"like": (1,), "text": "sad"}, "Ask with tracks"),
        ({"like": (1,), "k": 0}, "There can be 1 to 10,000 neighbours, not 0."),
        ({"file": "x.wav", "unlike": (1,)}, "can only be taken away from tracks"),
        ({"like": (1, 2), "at_s": 3.0}, "A second belongs to one track."),
        ({"like": (1,), "at_s": float("nan")}, "nan is no second of a track."),
        ({"like": (1,), "at_s": 25.1}, "north.wav ends before 25.1 s."),
        ({"like": (2**63,)}, "There is no track 9223372036854775808."),
        ({"text": "sad", "metric": "euclidean"}, "compared by cosine only"),
        ({"like": (99,)}, "There is no track 99."),
        ({"like": (1,), "layer": 2}, "has no layer 2 here: there are 2"),
        ({"like": (1,), "query": "artist:("}, ""),
        ({"text": "sad"}, "has no text tower"),
        ({"file": "/nowhere.wav"}, "/nowhere.wav is no file"),
    ],
)
def test_what_cannot_be_asked_is_said(compass: Collection, asked: dict[str, Any], said: str) -> None:
    with pytest.raises(RequestProblem) as raised:
        ask(compass, **asked)
    assert said in str(raised.value)


def test_a_track_without_vectors_is_named(compass: Collection) -> None:
    (new,) = add(compass, "late.wav", duration_s=5.0)
    for asked in ({"like": (new,)}, {"like": (new,), "at_s": 1.0}):
        with pytest.raises(RequestProblem, match="has not been encoded with compass"):
            ask(compass, **asked)


def test_chance_stands_beside_the_answer(compass: Collection) -> None:
    pairs = ask(compass, like=(1,)).chance
    assert pairs is not None
    assert pairs == ask(compass, like=(2,)).chance
    assert ask(compass, like=(1, 2), unlike=(5,)).chance not in (pairs, None)
    assert ask(compass, like=(1, 2, 3), unlike=(4, 5)).chance is None


def test_an_open_collection_is_not_opened_again(compass: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = ask(compass, like=(1,))
    monkeypatch.setattr(module, "open_collection", None)
    assert module.answer(compass, NearRequest("compass", like=(1,)), may_index=False) == expected


def test_many_tracks_are_not_named_one_by_one(collection: Collection) -> None:
    rng = np.random.default_rng(0)
    encode(collection, {f"s{i}": rng.standard_normal((2, 8)) for i in range(14)})
    result = run(NearRequest("ear", like=tuple(range(1, 13)), unlike=(13,)), Context(collection.folder, 1))
    assert result.asked == "s0.wav + s1.wav + s2.wav + 9 more − s12.wav"
    assert [hit.path for hit in result.hits] == ["s13.wav"]
