"""Runs that were trained for real, once: two seeds of a recipe, others beside them, on a small collection."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from core.store import open_collection
from core.store.schema import JobRow
from desktop.commands import Command
from desktop.results import views
from desktop.results.page import ResultsPage
from tests.core.recipes.conftest import filled_once, teach
from tests.desktop.stage import LONG_MS, Stage, staged

__all__ = ["filled_once"]

EVERY_VIEW = views.PLACES
FIRST, SECOND_SEED, SOLVED, LEAKING, TEMPO = 1, 2, 3, 4, 5
"""The numbers of the runs."""


@pytest.fixture(scope="session")
def taught_once(filled_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy it."""
    folder = tmp_path_factory.mktemp("taught") / "coast"
    shutil.copytree(filled_once, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDINGS_HOME", str(folder.with_name("home")))
        with open_collection(folder) as collection:
            teach(collection, seed=0, training__epochs="12")
            teach(collection, seed=1, training__epochs="12")
            teach(collection, head__kind="logistic")
            teach(collection, data__together="[]", head__kind="logistic")
            teach(collection, "regress", data__field="tempo", head__kind="logistic")
            with collection.database.writing() as session:
                session.execute(update(JobRow).values(state="done"))
    return folder


@pytest.fixture(autouse=True)
def _our_views(monkeypatch: pytest.MonkeyPatch) -> None:
    """The views of others have tests of their own; here they would only cost time."""
    ours = tuple(place for place in views.PLACES if place[0].startswith("desktop.results"))
    monkeypatch.setattr(views, "PLACES", ours)


@pytest.fixture
def stage(taught_once: Path, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    with staged(taught_once, tmp_path, qtbot) as stage:
        stage.wanted = []  # type: ignore[attr-defined]
        for name in ("teach", "methods"):
            stage.commands.offer(
                "teach", [Command(name, name, "", lambda _on=False, name=name: stage.wanted.append(name))]
            )
        yield stage


@pytest.fixture
def page(stage: Stage, qtbot) -> Iterator[ResultsPage]:
    """As it is when it is first seen: the newest run is looked at."""
    page = ResultsPage(stage.kit)
    stage.put(page, 1400, 800)
    stage.kit.runs.refresh()
    qtbot.waitUntil(lambda: page.leaks != {} and stage.kit.runs.run is not None, timeout=LONG_MS)
    stage.calm()
    yield page
    stage.calm()
    page.pair.comparing.leave()
    page.forget()
    page.finish()
