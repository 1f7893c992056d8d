"""From the window: the command, the selection, another page's recipe, and on to the Monitor."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from core.recipes import write_recipe
from core.store import create_collection
from desktop.window import MainWindow
from tests.core.recipes.conftest import fill, recipe
from tests.desktop.conftest import LONG_MS
from tests.desktop.teach.hands import settled


@pytest.fixture(scope="session")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("door") / "coast"
    with create_collection(folder) as collection:
        fill(collection)
    return folder


@pytest.fixture
def at_desk(make_window: Callable[[], MainWindow], labelled: Path, tmp_path: Path, qtbot) -> MainWindow:
    shutil.copytree(labelled, tmp_path / "coast")
    window = make_window()
    window.open_collection(tmp_path / "coast")
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
    return window


def test_the_door(at_desk: MainWindow, qtbot, messages, monkeypatch) -> None:
    desk = at_desk.desk
    assert desk is not None
    door, actions = desk.teach, desk.kit.commands.actions
    assert door.dialog is None
    actions["teach_selection"].trigger()
    assert [told.text for told in messages] == ["Choose the tracks that should be learnt from first."]
    desk.kit.selection.choose(range(1, 61))
    actions["teach_selection"].trigger()
    qtbot.waitUntil(lambda: door.dialog is not None and settled(door.dialog), timeout=LONG_MS)
    dialog = door.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.draft.recipe.data.query == "track_id:1..60"
    dialog.hide()
    text = write_recipe(recipe(controls="majority"))
    door.show(text, 9)
    qtbot.waitUntil(lambda: dialog.isVisible() and settled(dialog), timeout=LONG_MS)
    assert write_recipe(dialog.draft.recipe) == text
    assert dialog.form.controls.seeds.text() == "9"
    sent: list[object] = []
    monkeypatch.setattr(desk.kit.workspace, "submit", lambda kind, request, **_: sent.append(request))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(request.recipe, request.seed) for request in sent] == [(text, 9)]  # type: ignore[attr-defined]
    assert desk.pages.current == "monitor"
    assert not dialog.isVisible()
