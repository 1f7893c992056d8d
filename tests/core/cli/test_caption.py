"""The command `caption`, as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.library.captions import NewCaption, write_captions
from core.store import create_collection
from tests.core.cli.conftest import Say
from tests.core.recipes.conftest import GENRES, N, crowd, fill

SMALL = ("encoder.window_s=0", "writer.width=16", "writer.pieces=300", "writer.longest=12", "writer.beams=1",
         "training.epochs=2")  # fmt: skip


@pytest.fixture
def coast(home: Path, tmp_path: Path) -> str:
    with create_collection(tmp_path / "coast") as collection:
        fill(collection)
        _, of = crowd()
        with collection.database.writing() as session:
            write_captions(session, [NewCaption(i + 1, f"A {GENRES[of[i]]}.", "import") for i in range(N)])
    return str(tmp_path / "coast")


def test_a_run_learns_to_write_and_describes_tracks(coast: str, say: Say) -> None:
    settings = [word for setting in SMALL for word in ("--set", setting)]
    status, out, told = say("train", coast, "caption", *settings)
    assert status == 0, told
    assert "Run 1 of caption: CIDEr-D" in out
    for floor in ("constant caption", "random caption", "nearest caption", "shuffled audio"):
        assert floor in out
    status, out, told = say("caption", coast, "--run", "1", "0007.wav", "12", "--json")
    assert status == 0, told
    found = json.loads(out)
    assert [(one["track_id"], one["run"], one["start_s"], one["end_s"]) for one in found] == [
        (8, 1, 0.0, 10.0),
        (12, 1, 0.0, 10.0),
    ]
    status, out, told = say("caption", coast, "--run", "1", "--of", "genre:raga -artist:'artist 1'")
    assert status == 0, told
    assert "Run 1 has described" in out
    status, out, _ = say("find", coast, "captioned:run-1", "--json")
    assert json.loads(out)["count"] > 2
    status, out, _ = say("runs", coast, "show", "1", "--json")
    assert json.loads(out)["captions"] > 2


@pytest.mark.may_log("told")
@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--run", "7"], 1, "There is no run 7."),
        (["--run", "1", "--beams", "99"], 1, "1 to 64 wordings can be followed"),
        (["--run", "1", "nowhere.wav"], 1, "nowhere.wav"),
        ([], 2, "--run"),
    ],
)
def test_what_cannot_be_written_is_said(
    coast: str, say: Say, words: list[str], status: int, said: str
) -> None:
    found, out, told = say("caption", coast, *words)
    assert found == status
    assert said in told
    assert out == ""
