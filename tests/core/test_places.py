"""Paths as people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from core import places
from core.cli.main import run
from core.errors import FileProblem

NOBODY = "~nosuchuser/music"


def test_a_home_is_put_in_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert places.whole("~/coast") == tmp_path / "coast"
    monkeypatch.chdir(tmp_path)
    assert places.whole(Path("coast")) == tmp_path / "coast"


def test_a_home_of_nobody_is_said_in_a_sentence() -> None:
    with pytest.raises(FileProblem) as caught:
        places.whole(NOBODY)
    assert str(caught.value) == (
        "~nosuchuser/music names the home of somebody who is not known here. Write the path from the root on."
    )


@pytest.mark.may_log("told: ~nosuchuser")
@pytest.mark.parametrize(
    "arguments",
    [
        ["new", NOBODY],
        ["new", "coast", "--from", NOBODY],
        ["encode", NOBODY, "--encoder", "descriptors"],
        ["encoders", "add", NOBODY],
        ["encoders", "blend", "x", "--of", NOBODY, "--parts", "descriptors"],
        ["backup", "coast", "--to", NOBODY],
        ["scan", "coast", NOBODY],
        ["import", "coast", NOBODY, "--kind", "table"],
        ["demo", NOBODY],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_commands_say_so(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 1
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.startswith("~nosuchuser/music names the home of somebody")
    assert not list(tmp_path.glob("coast"))
