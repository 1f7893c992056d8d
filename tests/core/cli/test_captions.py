"""The command `captions`, and what other commands tell of captions."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from core.library.caption_edits import accept_captions, add_caption
from core.store import Collection
from tests.core.cli.conftest import Ask, Say
from tests.core.library.shelf import add, begun, hear, tag

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def coast(collection: Collection) -> str:
    """Two runs have heard three tracks, one of which a person has described; one bears a comment."""
    ids = add(collection, "shore.flac", "reels/harbour.flac", "gulls.wav", duration_s=60.0)
    tag(collection, ids[0], title="Shore", artist="Ann", comment="A slow lament", genre="lament")
    tag(collection, ids[1], comment="0000A1F 1")
    first, second = begun(collection, "mert-95m"), begun(collection)
    hear(collection, first, *((id_, 0.0, f"a flute, {id_}") for id_ in ids), beams=4)
    hear(collection, second, (ids[2], None, "birds"))
    add_caption(collection, ids[0], "a woman sings")
    return str(collection.folder)


def texts(ask: Ask, coast: str, *arguments: str) -> list[str]:
    return [caption["text"] for caption in ask("captions", coast, *arguments)]


def test_captions_are_listed(coast: str, ask: Ask, say: Say) -> None:
    listed = ask("captions", coast)
    assert [caption["text"] for caption in listed] == [
        *("a woman sings", "a flute, 1", "a flute, 2", "birds", "a flute, 3"),
    ]
    assert listed[1] | {"created_at": ""} == {
        "caption": 1,
        "track_id": 1,
        "path": "/music/shore.flac",
        "title": "Shore",
        "artist": "Ann",
        "start_s": 0.0,
        "end_s": 10.0,
        "text": "a flute, 1",
        "origin": None,
        "source": "run",
        "accepted": False,
        "rejected": False,
        "run": 1,
        "encoder": "mert-95m",
        "settings": {"beams": 4},
        "created_at": "",
        "edited_at": None,
    }
    assert texts(ask, coast, "list", "--run", "2") == ["birds"]
    assert texts(ask, coast, "--source", "human") == ["a woman sings"]
    assert texts(ask, coast, "--source", "machine", "--of", "caption:flute sort:-path", "--run", "1") == [
        *("a flute, 1", "a flute, 2", "a flute, 3"),
    ]
    plain = say("captions", coast, "--limit", "2").out.splitlines()
    assert plain[0] == "5 captions, the first 2 of them"
    assert "shore.flac" in plain[3]
    assert "0–10 s" in plain[3]
    assert len(plain) == 4
    assert say("captions", coast, "--of", "genre:none").out == "No captions.\n"
    assert ask("captions", coast, "--of", "genre:none") == []


def test_a_caption_is_added_edited_and_shown(coast: str, ask: Ask, say: Say) -> None:
    told = ask("captions", coast, "add", "harbour.flac", "a", "slow", "drum", "--start", "5", "--end", "20")
    assert (told["track_id"], told["edit"]["title"]) == (2, "Add a caption to 1 excerpt")
    assert say("captions", coast, "add", "gulls.wav", "gulls", "--end", "3").status == 0
    assert say("captions", coast, "add", "1", "a woman sings").out == "Nothing changed.\n"
    (drum,) = [caption for caption in ask("captions", coast) if caption["text"] == "a slow drum"]
    assert (drum["start_s"], drum["end_s"], drum["source"], drum["run"]) == (5.0, 20.0, "person", None)
    edited = ask("captions", coast, "edit", "1", "two", "flutes")
    assert (edited["captions"], edited["edit"]["title"]) == ([1], "Edit 1 caption")
    (shown,) = ask("captions", coast, "show", "1")
    assert (shown["text"], shown["origin"]) == ("two flutes", "a flute, 1")
    plain = say("captions", coast, "show", "1").out
    assert plain.startswith(
        "Caption 1 of /music/shore.flac, 0–10 s:\ntwo flutes\nAt first: a flute, 1\n"
        "run 1, edited; heard with mert-95m; beams 4; 20"
    )
    assert ask("find", coast, "caption:flutes")["count"] == 1


def test_captions_are_judged_deleted_and_taken_back(coast: str, ask: Ask, say: Say) -> None:
    said = say("captions", coast, "accept", "1", "2")
    assert said.out == "Accept 2 captions. soundings captions DIR undo takes it back.\n"
    assert ask("find", coast, "captioned:accepted")["count"] == 2
    assert ask("captions", coast, "accept", "--of", "title:*")["captions"] == [1]
    assert ask("captions", coast, "unaccept", "--run", "1")["edit"]["title"] == "Unaccept 2 captions"
    assert ask("find", coast, "captioned:accepted")["count"] == 0
    assert ask("captions", coast, "reject", "1")["edit"]["title"] == "Reject 1 caption"
    assert "run 1, rejected" in say("captions", coast, "show", "1").out
    assert ask("captions", coast, "unreject", "1")["edit"]["title"] == "Unreject 1 caption"
    assert ask("captions", coast, "delete", "--source", "machine")["captions"] == [1, 2, 4, 3]
    assert texts(ask, coast) == ["a woman sings"]
    assert say("captions", coast, "undo").out == "Undone: Delete 4 captions.\n"
    assert len(texts(ask, coast)) == 5
    assert ask("labels", coast, "redo")["title"] == "Delete 4 captions"
    assert ask("captions", coast, "undo")["undone"] is True
    assert ask("captions", coast, "delete", "5")["captions"] == [5]


def test_tags_are_taken_in(coast: str, ask: Ask, say: Say) -> None:
    told = ask("captions", coast, "import-tags", "--of", "captioned:*")
    assert (told["captions"], told["wordless"]) == (1, 1)
    assert texts(ask, coast, "--of", "caption:lament", "--source", "human") == [
        *("a woman sings", "A slow lament"),
    ]
    again = say("captions", coast, "import-tags").out
    assert again == "No tag says anything new. 1 tag holds no words; left out.\n"
    assert ask("captions", coast, "undo")["title"] == "Import 1 caption from the tag comment"


def test_captions_are_exported(coast: str, ask: Ask, say: Say, tmp_path: Path) -> None:
    out = tmp_path / "heard.csv"
    said = say("captions", coast, "export", "--source", "machine", "--out", str(out))
    assert said.out == f"4 captions written to {out}.\n"
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["text"], row["run"]) for row in rows][:2] == [("a flute, 1", "1"), ("a flute, 2", "1")]
    whole = tmp_path / "all.json"
    assert ask("captions", coast, "export", "--out", str(whole))["captions"] == 5
    assert json.loads(whole.read_text(encoding="utf-8")) == ask("captions", coast)


def test_a_table_with_captions_is_imported(coast: str, ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("path,start_s,end_s,caption\nshore.flac,5,9,waves\n")
    report = ask("import", coast, str(tmp_path / "t.csv"), "--kind", "table")
    assert (report["captions"], report["tracks"]) == (1, 1)
    assert ask("find", coast, "caption:waves captioned:human")["count"] == 1


def test_other_commands_tell_of_captions(coast: str, collection: Collection, ask: Ask, say: Say) -> None:
    ledger = ask("ledger", coast)
    assert ledger["captions"] == {"human": 1, "machine": 3}
    assert sum(ledger["states"].values()) == ledger["total"] == 3
    assert "Tracks with captions: 1 by a human, 3 by a machine.\n" in say("ledger", coast).out
    assert ask("runs", coast, "show", "1")["captions"] == 3
    shown = say("runs", coast, "show", "2").out
    assert "It has written 1 caption: soundings captions DIR --run 2\n" in shown
    assert ask("find", coast, "captioned:run-2")["tracks"] == [{"track_id": 3, "path": "/music/gulls.wav"}]
    accept_captions(collection, [4])
    assert say("runs", coast, "delete", "2").status == 0
    assert ask("find", coast, "captioned:accepted or caption:birds")["count"] == 0


def test_a_collection_without_captions_says_nothing_of_them(
    collection: Collection, ask: Ask, say: Say
) -> None:
    assert ask("ledger", str(collection.folder))["captions"] == {"human": 0, "machine": 0}
    assert say("ledger", str(collection.folder)).out == "0 tracks, all ok.\n"
    assert say("captions", str(collection.folder)) == (0, "No captions.\n", "")


WRONG = (
    (["list", "1"], 2, "list takes no numbers; show does."),
    (["show"], 2, "show wants the number of a caption."),
    (["show", "first"], 2, "first is not the number of a caption."),
    (["show", "9"], 1, "There is no caption 9. soundings captions lists them."),
    (["add", "shore.flac"], 2, "add wants a track, then what is heard in it."),
    (["add", "nowhere.flac", "x"], 1, "No track and no file is called nowhere.flac."),
    (["add", "77", "x"], 1, "There is no track 77 in the collection."),
    (["add", "1", " "], 1, "A caption cannot be empty."),
    (["add", "1", "x", "--start", "3"], 1, "An excerpt needs an end. Say it with --end, in seconds."),
    (["add", "1", "x", "--start", "nan", "--end", "3"], 1, "An excerpt ends after it begins; nan s to 3 s"),
    (["add", "1", "x", "--end", "99"], 1, "Track 1 lasts 60 s; an excerpt of it cannot end at 99 s."),
    (["edit", "1"], 2, "edit wants the number of a caption, then what it should say."),
    (["edit", "x", "y"], 2, "x is not the number of a caption."),
    (["accept"], 2, "accept wants numbers of captions, or --of, --run or --source."),
    (["accept", "5"], 1, "Caption 5 is a human's; only what a run has written is accepted."),
    (["accept", "--run", "9"], 1, "There is no run 9. soundings runs lists them."),
    (["delete", "1", "9"], 1, "There is no caption 9."),
    (["delete"], 2, "delete wants numbers of captions, or --of, --run or --source."),
    (["list", "--of", "captioned:machin"], 1, "Did you mean machine?"),
    (["list", "--source", "robot"], 2, "robot"),
    (["export"], 1, "Export writes to a file. Name it with --out."),
    (["export", "--out", "x.docx"], 1, "Captions cannot be written as .docx."),
    (["import-tags", "--field", "commnt"], 1, "Unknown field commnt. Did you mean comment?"),
)


@pytest.mark.may_log("told")
def test_what_cannot_be_done_is_said_in_a_sentence(
    coast: str, ask: Ask, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = ask("captions", coast)
    for arguments, status, words in WRONG:
        done = say("captions", coast, *arguments)
        assert (done.status, done.out) == (status, ""), arguments
        assert words in done.told
        assert "went wrong inside" not in done.told
    assert ask("captions", coast) == before
    assert not (tmp_path / "x.docx").exists()
