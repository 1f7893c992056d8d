"""A stage for curves: an open collection, so that something can be written beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.stage import Stage, staged


@pytest.fixture
def stage(stocked: Path, tmp_path: Path, qtbot) -> Iterator[Stage]:
    with staged(stocked, tmp_path, qtbot) as stage:
        yield stage
