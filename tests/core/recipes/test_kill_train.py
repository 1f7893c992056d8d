"""One of the moments at which training can be killed; `kill_train` tries many."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.store import open_collection
from core.store.schema import Folder
from tests.core.recipes.kill_train import WHOLE, try_moments
from tests.core.recipes.test_whole import takes_once

__all__ = ["takes_once"]


@pytest.mark.timeout(300)
def test_a_killed_run_goes_on_to_the_same_bits(takes_once: Path, home: Path, tmp_path: Path) -> None:
    template = tmp_path / "template"
    shutil.copytree(takes_once / "coast", template)
    with open_collection(template) as collection, collection.database.writing() as session:
        session.query(Folder).one().path = str(takes_once / "reels")
    settings = (*WHOLE, "encoder.window_s=1.5", "training.epochs=6")
    (killed,) = try_moments(template, tmp_path, settings, moments=1, seed=1)
    assert 0 < killed.share < 1
