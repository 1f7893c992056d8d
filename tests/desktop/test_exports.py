"""Where things go that are taken away: the name that is offered, and the ending that a file gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.exports import ask_path


@pytest.mark.parametrize(
    ("typed", "path"),
    [("map", "map.svg"), ("map.SVG", "map.SVG"), ("map.v2", "map.v2.svg"), ("", None)],
)
def test_a_file_has_the_ending_whatever_is_typed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, path: str | None
) -> None:
    asked: list[tuple[object, ...]] = []
    chosen = str(tmp_path / typed) if typed else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (asked.append(given), (chosen, ""))[1])
    parent = QWidget()
    qtbot.addWidget(parent)
    found = ask_path(parent, "Export", tmp_path, "AC/DC: live", ".svg")
    assert found == (tmp_path / path if path else None)
    assert asked == [(parent, "Export", str(tmp_path / "AC-DC live.svg"), "SVG (*.svg)")]
