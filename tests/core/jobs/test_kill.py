"""A few of the moments at which a program can be killed; `kill_verify` tries many."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.jobs.kill_verify import TARGETS, Target, answer_here, try_moments

pytestmark = pytest.mark.usefixtures("warm_worker")


@pytest.mark.timeout(300)  # four programs after one another, which slow machines take a minute for
@pytest.mark.parametrize("target", TARGETS)
def test_kills_lose_nothing(tmp_path: Path, target: Target) -> None:
    found = try_moments(tmp_path, moments=3, tracks=500, seed=1, targets=[target], answer=answer_here)
    assert sum(found.values()) == 3
