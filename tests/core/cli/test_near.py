"""The commands `near`, `path`, `match` and `hubs`, as scripts and people meet them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.core.cli.conftest import Ask, Say
from tests.core.cli.test_commands import soundings

RATE_HZ = 22_050
SECONDS = 24


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory, command: Callable[..., int]) -> str:
    """Seven recordings: tones from dark to bright, the middle one's first half like the brightest."""
    place = tmp_path_factory.mktemp("coast")
    audio = place / "audio"
    audio.mkdir()
    rng = np.random.default_rng(0)
    for i in range(6):
        soundfile.write(audio / f"tone {i}.wav", tone(150 * 2**i, rng), RATE_HZ)
    mixed = np.concatenate([tone(150 * 2**5, rng)[: 10 * RATE_HZ], tone(150, rng)[10 * RATE_HZ :]])
    soundfile.write(audio / "mixed.wav", mixed, RATE_HZ)
    soundfile.write(place / "outside.wav", tone(150 * 2**3, rng), RATE_HZ)
    folder = str(place / "coast")
    assert command("new", folder, "--from", str(audio)) == 0
    assert command("encode", folder, "--encoder", "descriptors") == 0
    return folder


def tone(hz: float, rng: np.random.Generator) -> np.ndarray:
    seconds = np.arange(SECONDS * RATE_HZ) / RATE_HZ
    return 0.2 * np.sin(2 * np.pi * hz * seconds) + 0.005 * rng.standard_normal(len(seconds))


def test_tracks_an_excerpt_and_a_file_are_asked_with(say: Say, ask: Ask, coast: str) -> None:
    hits = ask("near", coast, "tone 0", "-k", "3")
    assert [hit["rank"] for hit in hits] == [1, 2, 3]
    assert {"rank", "track_id", "path", "similarity"} <= set(hits[0])
    outside = str(Path(coast).parent / "outside.wav")
    assert ask("near", coast, outside, "-k", "1")[0]["path"] == "tone 3.wav"
    excerpt = ask("near", coast, "mixed.wav", "--at", "3", "-k", "1")[0]
    assert (excerpt["path"], excerpt["end_s"] - excerpt["start_s"]) == ("tone 5.wav", 10.0)
    plain = say("near", coast, "tone 0", "tone 1", "--minus", "tone 5", "--metric", "euclidean")
    assert plain.out.startswith("4 neighbours of tone 0.wav + tone 1.wav − tone 5.wav among 4 tracks")
    assert "Similarity is the distance below zero." in plain.out
    assert "Found by an index" not in plain.out


def test_as_a_program(coast: str) -> None:
    done = soundings("near", coast, "tone 0", "-k", "3", "--json")
    assert done.returncode == 0
    assert "Warning" not in done.stderr
    assert [hit["rank"] for hit in json.loads(done.stdout)] == [1, 2, 3]


def test_answers_are_written_as_tables(say: Say, coast: str, tmp_path: Path) -> None:
    out = tmp_path / "near.csv"
    assert say("near", coast, "tone 0", "-k", "2", "--out", str(out)).status == 0
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["rank"] for row in rows] == ["1", "2"]
    assert float(rows[0]["similarity [cosine]"]) > float(rows[1]["similarity [cosine]"])
    assert {row["asked"] for row in rows} == {"tone 0.wav"}
    assert (rows[0]["encoder"], rows[0]["layer"], rows[0]["method"]) == ("descriptors", "embedding", "exact")
    assert rows[0]["searched"] == "6"
    path = tmp_path / "path.tsv"
    assert say("path", coast, "tone 0", "tone 5", "--out", str(path)).status == 0
    header, first = path.read_text().splitlines()[:2]
    assert header.split("\t")[:5] == ["track_id", "path", "similarity [cosine]", "start", "end"]
    assert first.split("\t")[1:3] == ["tone 0.wav", ""]


def test_a_path_a_match_and_hubs(say: Say, ask: Ask, coast: str) -> None:
    tracks = ask("path", coast, "tone 0", "tone 5", "--steps", "3")
    names = [track["path"] for track in tracks]
    assert (names[0], names[-1]) == ("tone 0.wav", "tone 5.wav")
    assert "from tone 0.wav to tone 5.wav among 7 tracks" in say("path", coast, "tone 0", "tone 5").out
    match = ask("match", coast, "mixed", "tone 5")
    assert {"stretches", "picture", "chance", "a_starts_s", "parts_s"} <= set(match)
    assert say("match", coast, "mixed").out.startswith("mixed.wav has ")
    shown = say("hubs", coast, "-k", "2").out
    assert shown.startswith("7 tracks, 2 nearest of each, as descriptors hears them: skewness ")
    assert "Neighbours corrected: skewness" in shown


WRONG = (
    (["near", "DIR", "9" * 30], "There is no track 999"),
    (["near", "DIR", "nothing"], "No track and no file is called nothing."),
    (["near", "DIR", "tone"], "tone may mean 6 tracks"),
    (["near", "DIR"], "Ask with tracks, with one file, or with one text."),
    (["near", "DIR", "1", "-k", "0"], "There can be 1 to 10,000 neighbours, not 0."),
    (
        ["near", "DIR", "1", "--encoder", "mert-95m"],
        "Nothing in this collection has been encoded with mert-95m.",
    ),
    (["near", "DIR", "--text", "sad"], "Descriptors has no text tower."),
    (["near", "DIR", "1", "--at", "nan"], "nan is no second of a track."),
    (["path", "DIR", "1", "2", "--steps", "0"], "A track can lead to 1 to 100 others, not to 0."),
    (["match", "DIR", "1", "99"], "There is no track 99."),
    (["hubs", "DIR", "-k", "7"], "too few for 7 neighbours of each."),
)


@pytest.mark.may_log("told")
def test_what_cannot_be_asked_is_said_in_a_sentence(say: Say, coast: str) -> None:
    for arguments, said in WRONG:
        done = say(*(coast if item == "DIR" else item for item in arguments))
        assert (done.status, done.out) == (1, ""), arguments
        assert said in done.told
        assert "Traceback" not in done.told
        assert "went wrong inside" not in done.told


@pytest.mark.may_log("told")
def test_an_empty_collection_and_more_neighbours_than_tracks(
    say: Say, ask: Ask, coast: str, tmp_path: Path
) -> None:
    empty = str(tmp_path / "empty")
    assert say("new", empty).status == 0
    done = say("hubs", empty)
    assert (done.status, done.out) == (1, "")
    assert "Nothing in this collection has been encoded with descriptors." in done.told
    assert len(ask("near", coast, "1", "-k", "500")) == 6
