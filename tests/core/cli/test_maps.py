"""The commands `map`, `maps`, `place` and `movers`, as scripts and people meet them."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import numpy as np
import pytest

from core.embedding.chosen import choose_vectors
from core.store import create_collection, open_collection
from tests.core.cli.conftest import Ask, Say
from tests.core.cli.test_commands import soundings
from tests.core.library.shelf import tag
from tests.core.maps.conftest import GENRES, crowd, write


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty tracks of three genres, heard by two encoders; copy it."""
    folder = tmp_path_factory.mktemp("made") / "coast"
    with create_collection(folder) as collection:
        values, of = crowd(30)
        ids = write(collection, values, dimensions=tuple(f"value {i} (dB)" for i in range(6)))
        for id_, genre in zip(ids, of, strict=True):
            tag(collection, id_, genre=GENRES[genre], artist=f"<{id_ % 10}> & $co", year=1900.0 + id_)
        values[4], values[9] = values[9].copy(), values[4].copy()
        write(collection, values, "nose", tracks=ids)
    return folder


@pytest.fixture
def coast(home: Path, made: Path, tmp_path: Path) -> str:
    shutil.copytree(made, tmp_path / "coast")
    return str(tmp_path / "coast")


def test_a_map_with_all_that_can_be_asked(say: Say, ask: Ask, coast: str, tmp_path: Path) -> None:
    out = tmp_path / "map.csv"
    command = ["map", coast, "--encoder", "ears", "--field", "genre", "--drawings", "1", "-k", "5"]
    told = ask(*command, "--out", str(out))
    assert {"map", "method", "seed", "n", "shown", "trust"} <= set(told)
    assert (told["map"], told["method"], told["seed"], told["n"], told["shown"]) == (1, "tsne", 0, 30, 30)
    assert {"trustworthiness", "continuity", "kept", "kept_by_chance", "wander"} <= set(told["trust"])
    assert (told["stability"]["drawings"], told["separation"]["overall"]["tracks"]) == (1, 30)
    assert "key" not in told["settings"]
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 30
    assert [row["genre"] for row in rows[:3]] == list(GENRES)
    assert "t-SNE of ears, layer only; perplexity 9.67, metric cosine" in rows[0]["about"]
    assert "seed 0" in rows[0]["about"]
    assert float(rows[0]["x"])
    plain = say(*command)
    assert plain.status == 0, plain.told
    assert plain.out.startswith("Map 1 was there already: t-SNE of ears, seed 0, 30 of 30 tracks, ")
    assert "Drawn again, 1 ×: tracks wander" in plain.out
    assert "of the 5 nearest carry the same genre" in plain.out


def test_pca_its_axes_and_its_picture(say: Say, ask: Ask, coast: str, tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    told = ask("map", coast, "--encoder", "ears", "--method", "pca", "--field", "artist", "--out", str(out))
    assert [axis["name"] for axis in told["axes"]] == ["First component", "Second component"]
    assert told["axes"][0]["loadings"][0]["name"].startswith("value ")
    drawing = out.read_text(encoding="utf-8")
    assert "&lt;3&gt; &amp; $co" in drawing
    assert "first component, " in drawing
    table = tmp_path / "map.tsv"
    shown = say("maps", coast, "show", "1", "--out", str(table))
    assert shown.out.startswith("Trustworthiness 0.")
    assert "First component: " in shown.out
    assert len(table.read_text().splitlines()) == 31
    assert table.read_text().splitlines()[0].split("\t")[:4] == ["track_id", "path", "x", "y"]


def test_as_a_program(coast: str, tmp_path: Path) -> None:
    out = tmp_path / "map.png"
    done = soundings("map", coast, "--encoder", "ears", "--field", "genre", "--out", str(out))
    lowered = "The perplexity was lowered from 30 to 9.67: there are no more than 30 tracks.\n"
    assert done.returncode == 0
    assert done.stderr.startswith(lowered)
    assert "Warning" not in done.stderr
    assert done.stdout.startswith("Map 1 drawn: t-SNE of ears, seed 0, 30 of 30 tracks, ")
    assert out.read_bytes().startswith(b"\x89PNG")


def test_maps_of_two_encoders_are_listed_and_deleted(say: Say, ask: Ask, coast: str, tmp_path: Path) -> None:
    out = str(tmp_path / "map.png")
    both = ask(
        "map",
        coast,
        "--encoder",
        "ears",
        "--encoder",
        "nose",
        "--method",
        "umap",
        "--seed",
        "7",
        "--out",
        out,
    )
    assert [(one["map"], one["encoder"], one["seed"]) for one in both] == [(1, "ears", 7), (2, "nose", 7)]
    assert both[1]["settings"]["like"] == 1
    assert {path.name for path in tmp_path.glob("*.png")} == {"map-ears.png", "map-nose.png"}
    assert [one["map"] for one in ask("maps", coast)] == [2, 1]
    listed = say("maps", coast).out
    assert "30 of 30" in listed
    assert ask("maps", coast, "delete", "1") == {"deleted": 1}
    assert say("maps", coast, "delete", "2").out == "Map 2 is gone; it can be drawn again.\n"
    assert say("maps", coast).out == "No map has been drawn.\n"


def test_new_tracks_are_placed(say: Say, ask: Ask, coast: str) -> None:
    ask("map", coast, "--encoder", "nose", "--method", "umap")
    with open_collection(Path(coast)) as collection:
        write(collection, crowd(2, seed=3)[0], "nose")
        assert len(choose_vectors(collection, "nose").track_ids) == 32
    told = ask("place", coast, "1")
    assert (told["map"], told["placed"], told["shown"], told["x"]) == (1, 2, 32, None)
    again = say("place", coast, "1")
    assert again.out == "0 tracks placed on map 1, which shows 32 now.\n"
    assert again.told == ""


def test_movers(say: Say, ask: Ask, coast: str, tmp_path: Path) -> None:
    out = tmp_path / "movers.csv"
    told = ask("movers", coast, "ears", "nose", "-k", "4", "--most", "3", "--metric", "euclidean")
    assert {"before", "after", "k", "tracks", "overlap", "movers", "track_ids", "overlaps"} == set(told)
    assert {one["track_id"] for one in told["movers"]} >= {5, 10}
    assert np.mean(told["overlaps"]) == pytest.approx(told["overlap"]["value"], abs=1e-3)
    plain = say("movers", coast, "ears", "nose", "--out", str(out))
    assert "of the 15 nearest stayed from ears (only) to nose (only)" in plain.out
    with out.open(encoding="utf-8", newline="") as file:
        assert [row["rank"] for row in csv.DictReader(file)] == [str(i) for i in range(1, 21)]


WRONG = (
    (["map"], "Nothing in this collection has been encoded with descriptors."),
    (["map", "--encoder", "ears", "--perplexity", "1"], "The perplexity is a number from 2 to 500, not 1."),
    (["map", "--encoder", "ears", "--out", "map.jpg"], "A map cannot be written as .jpg."),
    (["map", "--encoder", "ears", "--within", "genre"], "What should be compared within or apart?"),
    (["map", "--encoder", "ears", "--drawings", "99"], "Draw a map 1 to 20 times again, not 99."),
    (["map", "--encoder", "ears", "--field", "genre", "-k", "0"], "There can be 1 to 500 neighbours, not 0."),
    (["map", "--encoder", "ears", "--layer", "4"], "ears has no layer 4 here"),
    (["map", "--encoder", "ears", "--of", "genre:polka"], "ears has heard no track that"),
    (["map", "--encoder", "ears", "--like", "7"], "There is no map 7."),
    (["maps", "show"], "There is no map 0."),
    (["maps", "delete", "3"], "There is no map 3."),
    (["place", "3"], "There is no map 3."),
    (["movers", "ears", "ears"], "Before and after are both ears"),
    (["movers", "ears", "mert-95m"], "Nothing in this collection has been encoded with mert-95m."),
)


@pytest.mark.may_log("told")
def test_what_cannot_be_is_one_sentence_before_anything_is_drawn(say: Say, ask: Ask, coast: str) -> None:
    for (command, *rest), said in WRONG:
        done = say(command, coast, *rest)
        assert (done.status, done.out) == (1, ""), (command, rest)
        assert said in done.told
        assert "Traceback" not in done.told
        assert "went wrong inside" not in done.told
    assert ask("maps", coast) == []


@pytest.mark.may_log("told")
def test_what_cannot_be_told_of_a_map_that_is_drawn(say: Say, ask: Ask, coast: str) -> None:
    for rest, said in (
        (["--field", "colour"], "colour"),
        (["--field", "year"], "year holds no categories."),
        (["--out", f"{coast}/collection.sqlite/map.png"], "collection.sqlite"),
        (["--out", f"{coast}/collection.sqlite/map.csv"], "collection.sqlite"),
    ):
        done = say("map", coast, "--encoder", "ears", "--method", "pca", *rest)
        assert done.status == 1, rest
        assert said in done.told
        assert "Traceback" not in done.told
    assert [one["map"] for one in ask("maps", coast)] == [1]
