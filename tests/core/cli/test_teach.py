"""The commands `teach`, `curve`, `recipes` and `train`, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.store import create_collection
from tests.core.cli.conftest import Say
from tests.core.recipes.conftest import fill


@pytest.fixture
def coast(home: Path, tmp_path: Path) -> str:
    with create_collection(tmp_path / "coast") as collection:
        fill(collection)
    return str(tmp_path / "coast")


def test_labels_are_taught_and_few_of_them_drawn(coast: str, say: Say, tmp_path: Path) -> None:
    status, out, _ = say("teach", coast, "genre", "-n", "3")
    assert status == 0
    assert "135 labelled tracks of 3 kinds of genre tell 150" in out
    assert "Listen next: these could be one thing or another." in out
    assert "Listen again: their labels do not fit what the others say." in out
    status, out, _ = say("teach", coast, "genre", "--json")
    assert len(json.loads(out)["uncertain"]) == 6  # two of each artist
    few = tmp_path / "few.csv"
    status, out, _ = say("curve", coast, "genre", "--draws", "2", "--sizes", "2,4", "--out", str(few))
    assert status == 0
    assert "Macro F1 of genre on" in out
    assert len(few.read_text().splitlines()) == 1 + 2 * 3
    status, out, _ = say(
        "curve", coast, "genre", "--draws", "2", "--sizes", "2", "--out", tmp_path / "few.svg", "--json"
    )
    assert json.loads(out)["draws"] == 2
    assert (tmp_path / "few.svg").read_text().startswith("<?xml")


def test_a_recipe_is_shown_changed_and_trained(coast: str, say: Say, tmp_path: Path) -> None:
    status, out, _ = say("recipes")
    assert status == 0
    assert out.splitlines()[1].startswith("classify ")
    status, out, _ = say("recipes", "show", "classify")
    path = tmp_path / "mine.toml"
    path.write_text(out.replace('name = "classify"', 'name = "mine"').replace("epochs = 100", "epochs = 5"))
    status, out, told = say("train", coast, str(path), "--set", "controls=majority", "--seed", "3")
    assert status == 0, told
    assert "Run 1 of mine: accuracy" in out
    assert "majority" in out
    status, out, _ = say("train", coast, str(path), "--set", "controls=majority", "--seed", "3", "--json")
    run = json.loads(out)
    assert (run["run"], run["state"], run["seed"]) == (2, "done", 3)
    assert set(run["scores"]["test"]["accuracy"]) >= {"value", "low", "high", "n"}
    assert set(run["controls"]) == {"majority"}
    assert run["split"]["train"] > run["split"]["test"] > 0
    status, out, _ = say("runs", coast)
    assert out.count(" mine ") == 2


@pytest.mark.may_log("^told: ")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("train", "classfy"), "There is no recipe called classfy. Did you mean classify?"),
        (("train", "classify", "--set", "epochs"), "A setting is written as training.epochs=20, not epochs."),
        (("train", "classify", "--set", "training.epoch=3"), "Did you mean training.epochs?"),
        (("train", "classify", "--device", "cuda:7"), "There is no device"),
        (("teach", "mood"), "two kinds of mood"),
        (("curve", "genre", "--sizes", "two"), "Numbers, such as 1,2,5,10."),
        (("curve", "genre", "--out", "few.doc"), "A table cannot be written as .doc."),
    ],
)
def test_what_cannot_be_is_a_sentence(coast: str, say: Say, words: tuple[str, ...], said: str) -> None:
    status, _, told = say(words[0], coast, *words[1:])
    assert status in (1, 2)
    assert said in " ".join(told.split())
    assert "Traceback" not in told
