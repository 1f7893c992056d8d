"""Recent collections are remembered without opening them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.start import recent

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def names() -> list[str]:
    return [entry.name for entry in recent.load()]


def test_nothing_yet():
    assert recent.load() == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(max_size=40), counts=st.dictionaries(st.text(max_size=9), st.integers(0, 10**9), max_size=4)
)
def test_round_trip(home, name, counts):
    recent.remember(Path("/archive/coast"), name, counts, now=NOW)
    assert recent.load() == [recent.Recent(Path("/archive/coast"), name, counts, NOW)]


def test_newest_first_and_each_once():
    for name in ("a", "b", "a"):
        recent.remember(Path(f"/archive/{name}"), name, {})
    assert names() == ["a", "b"]


def test_counts_change_in_place():
    recent.remember(Path("/a"), "a", {"tracks": 1})
    recent.remember(Path("/b"), "b", {"tracks": 2})
    recent.update_counts(Path("/a"), {"tracks": 9})
    assert names() == ["b", "a"]
    assert recent.load()[1].counts == {"tracks": 9}


def test_forgetting_takes_only_the_entry(tmp_path):
    recent.remember(tmp_path, "here", {})
    recent.forget(tmp_path)
    assert names() == []
    assert tmp_path.is_dir()


def test_the_list_does_not_grow_for_ever():
    for number in range(recent.KEPT + 5):
        recent.remember(Path(f"/{number}"), str(number), {})
    assert len(names()) == recent.KEPT


@pytest.mark.may_log("counts as empty")
@pytest.mark.parametrize("text", ["{}", "nonsense", '[1, {"folder": 3}, {"name": "x"}]'])
def test_a_damaged_list_is_empty(text):
    recent.recent_path().parent.mkdir(parents=True)
    recent.recent_path().write_text(text)
    assert recent.load() == []


def test_whereabouts(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "collection.sqlite").touch()
    (tmp_path / "emptied").mkdir()
    assert recent.whereabouts(tmp_path / "there") == "there"
    assert recent.whereabouts(tmp_path / "emptied") == "folder gone"
    assert recent.whereabouts(tmp_path / "drive" / "reels") == "drive gone"
