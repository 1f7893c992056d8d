"""The command `playlists`."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.store import Collection
from tests.core.cli.conftest import Ask, Say
from tests.core.library.shelf import add, tag

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def coast(collection: Collection) -> str:
    ids = add(collection, "shore.flac", "reels/harbour.flac", "gulls.wav", duration_s=60.0)
    tag(collection, ids[0], title="Shore", genre="lament")
    tag(collection, ids[1], genre="lament")
    return str(collection.folder)


def tracks(ask: Ask, coast: str, name: str = "mine") -> list[int]:
    return [item["track_id"] for item in ask("playlists", coast, "show", name)["items"]]


def test_made_changed_and_deleted(coast: str, ask: Ask, say: Say) -> None:
    assert say("playlists", coast).out == (
        "No playlists yet. Make one with: soundings playlists DIR make NAME\n"
    )
    assert say("playlists", coast, "make", "mine", "--of", "genre:lament").out == "Make playlist mine.\n"
    assert tracks(ask, coast) == [1, 2]
    told = ask("playlists", coast, "add", "mine", "gulls.wav", "--start", "10", "--end", "20", "--at", "1")
    assert told == {"playlist": "mine", "items": 3, "done": "Add 1 item to mine"}
    assert tracks(ask, coast) == [3, 1, 2]
    assert say("playlists", coast, "move", "mine", "1", "2", "--at", "2").out == "Move 2 items in mine.\n"
    assert tracks(ask, coast) == [2, 3, 1]
    assert say("playlists", coast, "remove", "mine", "1").status == 0
    assert tracks(ask, coast) == [3, 1]
    assert say("playlists", coast, "note", "mine", "for", "Friday").status == 0
    assert say("playlists", coast, "rename", "mine", "Slow", "laments").status == 0
    (listed,) = ask("playlists", coast)
    assert (listed["name"], listed["items"], listed["duration_s"]) == ("Slow laments", 2, 70.0)
    plain = say("playlists", coast).out
    assert "1:10" in plain
    assert "for Friday" in plain
    shown = say("playlists", coast, "show", "slow laments").out.splitlines()
    assert shown[:2] == ["Slow laments: 2 items", "for Friday"]
    assert "10–20 s" in shown[3]
    assert "/music/shore.flac" in shown[4]
    assert [row["path"] for row in ask("find", coast, 'playlist:"slow laments"')["tracks"]] == [
        *("/music/shore.flac", "/music/gulls.wav"),
    ]
    assert ask("playlists", coast, "delete", "slow laments")["done"] == "Delete playlist Slow laments"
    assert ask("playlists", coast) == []


def test_exported(coast: str, ask: Ask, say: Say, tmp_path: Path) -> None:
    say("playlists", coast, "make", "mine", "shore.flac", "gulls.wav")
    out = tmp_path / "mine.m3u8"
    assert ask("playlists", coast, "export", "mine", "--out", str(out)) == {"file": str(out), "items": 2}
    lines = out.read_text().splitlines()
    assert lines[2:] == ["#EXTINF:60,Shore", "/music/shore.flac", "#EXTINF:60,gulls", "/music/gulls.wav"]
    said = say("playlists", coast, "export", "mine", "--out", str(tmp_path / "mine.csv"))
    assert said.out.startswith("2 items written to ")


@pytest.mark.may_log("told: ")
@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["show"], 2, "show wants the name of a playlist"),
        (["show", "min"], 1, "There is no playlist min. Did you mean mine?"),
        (["make", "mine"], 1, "There is a playlist mine already."),
        (["add", "mine"], 1, "add wants tracks"),
        (["add", "mine", "--of", "genre:polka"], 1, "The query finds no track."),
        (["add", "mine", "1", "--start", "3"], 1, "An excerpt needs an end."),
        (["add", "mine", "1", "--at", "9"], 1, "mine has 1 item; nothing can be put in at place 9."),
        (["remove", "mine"], 2, "remove wants places"),
        (["remove", "mine", "x"], 2, "x is not a place"),
        (["remove", "mine", "0"], 1, "nothing can be removed from place 0"),
        (["move", "mine", "1"], 2, "move wants --at"),
        (["move", "mine", "1", "--at", "3"], 1, "mine has no place 3 for them."),
        (["rename", "mine"], 2, "rename wants the new name"),
        (["export", "mine"], 1, "Name it with --out."),
        (["export", "mine", "--out", "mine.doc"], 1, "Let it end in"),
    ],
)
def test_what_cannot_be_done(
    coast: str, say: Say, words: list[str], status: int, said: str, tmp_path: Path
) -> None:
    assert say("playlists", coast, "make", "mine", "1").status == 0
    refused = say("playlists", coast, *words)
    assert refused.status == status
    assert said in " ".join(refused.told.replace("│", " ").split())
