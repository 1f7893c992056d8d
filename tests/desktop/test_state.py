"""Small files that may be lost, but never half written."""

from __future__ import annotations

import pytest

from desktop.state import read_json, write_json


def test_round_trip(tmp_path):
    path = tmp_path / "deep" / "window.json"
    assert write_json(path, {"geometry": "é"})
    assert read_json(path) == {"geometry": "é"}
    assert [entry.name for entry in path.parent.iterdir()] == ["window.json"]


def test_nothing_there_is_nothing(tmp_path):
    assert read_json(tmp_path / "none.json") is None


@pytest.mark.may_log("cannot be read and counts as empty")
@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[1,"])
def test_a_torn_file_counts_as_empty(tmp_path, content):
    path = tmp_path / "torn.json"
    path.write_bytes(content)
    assert read_json(path) is None


@pytest.mark.may_log("cannot be written")
def test_a_place_that_cannot_be_written_is_only_noted(tmp_path):
    (tmp_path / "file").write_text("")
    assert not write_json(tmp_path / "file" / "window.json", {})
