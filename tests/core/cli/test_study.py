"""The command `study`, as scripts and people meet it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core import heard
from tests.core.cli.conftest import Ask, Say

ONE = """
name = "one"
title = "One encoder"
question = "Are tones told apart?"
seeds = [0]
maps = ["pca"]

[[ways]]
name = "frozen"
title = "frozen"
recipe = "classify"
changes = { "head.kind" = "logistic", "controls" = "majority" }

[[encoders]]
name = "descriptors"

[[encoders]]
name = "mert-95m"
"""


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory, command: Callable[..., int]) -> Path:
    place = heard.make_tones(tmp_path_factory.mktemp("coast"), 18)
    (place / "one.toml").write_text(ONE, encoding="utf-8")
    assert command("study", str(place / "coast"), str(place / "one.toml")) == 0
    return place


def test_a_study_and_its_report(say: Say, ask: Ask, coast: Path, tmp_path: Path) -> None:
    folder, study = str(coast / "coast"), str(coast / "one.toml")
    assert (coast / "coast" / "exports" / "study-one" / "report.html").is_file()
    told = ask("study", folder, study, "--out", str(tmp_path / "out"))
    assert told["state"] == "done"
    assert (tmp_path / "out" / "report.html").is_file()
    assert set(told["files"]) >= {"report.html", "results.csv", "published.csv", "methods.txt", "study.json"}
    findings = told["findings"]
    assert [(cell["encoder"], cell["why"]) for cell in findings["cells"]] == [
        ("descriptors", ""),
        ("mert-95m", "not here: not fetched yet"),
    ]
    assert [run["run"] for run in findings["cells"][0]["runs"]] == [1]
    plain = say("study", folder, study)
    assert plain.status == 0
    assert "Are tones told apart?" in plain.out
    assert "control: majority" in plain.out
    assert "Study 1, one: 1 of 1 runs. The report is " in plain.out
    listed = ask("study", folder)
    assert "encoders-genre" in [one["name"] for one in listed["studies"]]
    assert [(one["name"], one["runs"]) for one in listed["begun"]] == [("one", 1)]
    assert "which encoder" in say("study", folder).out.lower()


@pytest.mark.may_log("told: ")
@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("nothing",), 1, "There is no study called nothing."),
        (("one.toml", "--seeds", "0,x"), 2, "x is no whole number."),
        (("one.toml", "--encoders", "descriptor"), 1, "There is no encoder called descriptor."),
        (("one.toml", "--encoders", "mert-95m"), 1, "Nothing of one can be done here"),
        (("one.toml", "--field", "mood"), 1, "mood"),
    ],
)
def test_what_cannot_be_is_said(
    say: Say, coast: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    name = str(coast / words[0]) if words[0].endswith(".toml") else words[0]
    found = say("study", str(coast / "coast"), name, *words[1:])
    assert (found.status, found.out) == (status, "")
    assert said in found.told
