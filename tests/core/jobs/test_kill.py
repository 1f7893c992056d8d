"""A few of the moments at which a program can be killed; `kill_verify` tries many."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.jobs.kill_verify import TARGETS, try_moments


@pytest.mark.timeout(300)  # nine programs are started after one another, which slow machines take minutes for
@pytest.mark.parametrize("target", TARGETS)
def test_kills_lose_nothing(tmp_path: Path, target: str) -> None:
    found = try_moments(tmp_path, moments=3, tracks=500, seed=1, targets=[target])
    assert sum(found.values()) == 3
