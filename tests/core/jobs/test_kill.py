"""A few of the moments at which a program can be killed; `kill_verify` tries many."""

from __future__ import annotations

from pathlib import Path

from tests.core.jobs.kill_verify import TARGETS, try_moments


def test_kills_lose_nothing(tmp_path: Path) -> None:
    found = try_moments(tmp_path, moments=3, tracks=500, seed=1)
    assert sum(found.values()) == 3 * len(TARGETS)
