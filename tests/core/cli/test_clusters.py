"""The command `clusters`, as scripts meet it."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from core.store import create_collection
from tests.core.cli.conftest import Say
from tests.core.cli.test_commands import soundings
from tests.core.clusters.test_job import SIZES, shelf_of


@pytest.fixture
def coast(home: Path, tmp_path: Path) -> str:
    with create_collection(tmp_path / "coast") as collection:
        shelf_of(collection)
    return str(tmp_path / "coast")


def test_clusters_a_table_and_playlists(say: Say, coast: str, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    command = ["clusters", coast, "--encoder", "ears", "-k", "3", "--out", str(out), "--playlists"]
    run = say(*command, "--json")
    assert run.status == 0, run.told
    answer = json.loads(run.out)
    assert [(one["number"], one["size"], one["name"]) for one in answer["clusters"]] == [
        (1, 12, "raga"),
        (2, 9, "reel"),
        (3, 6, "fado"),
    ]
    assert answer["cluster_of"] == [number for number, size in enumerate(SIZES, 1) for _ in range(size)]
    assert (answer["method"], answer["seed"], answer["in_none"], answer["file"]) == ("kmeans", 0, 0, str(out))
    assert answer["playlists"] == ["Cluster 1: raga", "Cluster 2: reel", "Cluster 3: fado"]
    with out.open(encoding="utf-8") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["raga"] * 12 + ["reel"] * 9 + ["fado"] * 6
    with sqlite3.connect(Path(coast) / "collection.sqlite") as database:
        counted = "SELECT count(*) FROM playlist_items GROUP BY playlist_id ORDER BY playlist_id"
        assert database.execute(counted).fetchall() == [(12,), (9,), (6,)]
    database.close()
    plain = say(*command)
    assert plain.status == 0, plain.told
    assert plain.out.startswith("3 clusters of 27 tracks by k-means, as ears hears them.\n")
    assert "genre raga: 11 of 12, elsewhere 1 of 15" in plain.out
    assert plain.out.endswith(f"Every track is in {out}.\n3 playlists made.\n")


def test_density_on_the_command_line(say: Say, coast: str) -> None:
    run = say("clusters", coast, "--encoder", "ears", "--method", "hdbscan", "--field", "genre")
    assert run.status == 0, run.told
    assert run.out.startswith("3 clusters of 27 tracks by HDBSCAN, as ears hears them")
    assert "A cluster has at least 3 tracks." in run.out
    assert "Agreement with genre" in run.out


def test_as_a_program(coast: str) -> None:
    run = soundings("clusters", coast, "--encoder", "ears", "-k", "3")
    assert run.returncode == 0
    assert "Warning" not in run.stderr
    assert run.stdout.startswith("3 clusters of 27 tracks by k-means, as ears hears them.\n")


@pytest.mark.may_log("told")
@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([], 1, "Nothing in this collection has been encoded with descriptors."),
        (["--encoder", "ears", "-k", "99"], 1, "27 tracks cannot be in 99 clusters. Ask for fewer.\n"),
        (["--encoder", "ears", "--method", "hdbscan", "-k", "3"], 1, "HDBSCAN finds out itself"),
        (["--encoder", "ears", "--method", "spectral"], 2, "Invalid value for '--method'"),
        (["--encoder", "ears", "--out", "DIR/collection.sqlite/all.csv"], 1, "collection.sqlite"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    say: Say, coast: str, arguments: list[str], status: int, said: str
) -> None:
    run = say("clusters", coast, *(item.replace("DIR", coast) for item in arguments))
    assert (run.status, run.out) == (status, "")
    assert said in run.told
    assert "Traceback" not in run.told
