"""The dialog of methods sheets: its text is the engine's; it is copied and saved, and no file is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.embedding import EncodeRequest
from core.embedding.encode import run as encode
from core.errors import RequestProblem
from core.maps import list_maps
from core.maps.draw import run as draw
from core.maps.export import caption
from core.maps.methods import map_sheet
from core.maps.request import MapRequest
from core.progress import Context
from core.store import open_collection
from desktop.studies.sheet import MethodsSheet, as_markdown
from tests.desktop.conftest import by_main_only
from tests.desktop.stage import Stage
from tests.desktop.studies.conftest import LONG_MS


@pytest.fixture(scope="module")
def drawn(taped: Path) -> str:
    """The sheet of a map of the collection."""
    context = Context(taped, 1)
    encode(EncodeRequest("descriptors"), context)
    draw(MapRequest("descriptors", "pca"), context)
    with open_collection(taped) as collection:
        (info,) = list_maps(collection)
        sheet = map_sheet(collection, info.id)
        for line in caption(info):
            assert line in sheet
        assert f"seed: {info.seed}" in sheet
        assert "18 of 18 tracks shown" in sheet
        with pytest.raises(RequestProblem, match="There is no map 99 here"):
            map_sheet(collection, 99)
    return sheet


@pytest.fixture
def sheet(drawn: str, stage: Stage, qtbot: QtBot) -> MethodsSheet:
    dialog = MethodsSheet(stage, stage.kit, {"map": 1}, "map")
    dialog.open()
    qtbot.waitUntil(lambda: dialog.text.toPlainText() == drawn, timeout=LONG_MS)
    return by_main_only(dialog)


def test_it_is_copied(sheet: MethodsSheet, drawn: str, qtbot: QtBot) -> None:
    QApplication.clipboard().clear()
    qtbot.mouseClick(sheet.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == drawn
    assert sheet.says.text() == "The text is on the clipboard."
    sheet.reject()


def test_it_is_saved_and_replaces_nothing_in_silence(
    sheet: MethodsSheet, drawn: str, tmp_path: Path, stage: Stage
) -> None:
    sheet.save_to(tmp_path / "methods")
    stage.calm()
    path = tmp_path / "methods.txt"
    assert path.read_text(encoding="utf-8") == drawn
    path.write_text("mine", encoding="utf-8")
    for name in ("methods.txt", "methods"):
        sheet.save_to(tmp_path / name)
        stage.calm()
        assert path.read_text(encoding="utf-8") == "mine"
        assert "is there already" in sheet.says.text()
    sheet.save_to(tmp_path / "methods.md")
    stage.calm()
    written = (tmp_path / "methods.md").read_text(encoding="utf-8")
    assert written == as_markdown(drawn)
    assert "## Settings" in written
    sheet.save_to(tmp_path / "none" / "methods.txt")
    stage.calm()
    assert "methods.txt" in sheet.says.text()
    sheet.reject()


def test_what_is_gone_is_said(drawn: str, stage: Stage, qtbot: QtBot) -> None:
    dialog = MethodsSheet(stage, stage.kit, {"run": 77, "map": 1}, "run")
    dialog.open()
    qtbot.waitUntil(lambda: "77" in dialog.says.text(), timeout=LONG_MS)
    assert not dialog.copy.isEnabled()
    dialog.which.setFocus()
    qtbot.keyClick(dialog.which, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.text.toPlainText() == drawn, timeout=LONG_MS)
    assert dialog.copy.isEnabled()
    dialog.reject()
