"""The panes on the desk: commands bring them to the front, and a worker hears a file from outside."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt

from core.embedding import EncodeRequest
from core.embedding import encode as encoding
from core.library import scan as scanning
from core.library.scan import ScanRequest
from core.progress import Context
from tests.desktop.conftest import LONG_MS
from tests.desktop.neighbours.conftest import SHORE, answered


def test_commands_bring_the_panes(opened, qtbot):
    desk = opened.desk
    neighbours, match = desk.neighbours, desk.match
    qtbot.waitUntil(lambda: neighbours.ears.is_known, timeout=LONG_MS)
    desk.show_pane(desk.track)
    assert not neighbours.isVisible()
    opened.kit.selection.make_current(SHORE)
    opened.menus.actions["near"].trigger()
    assert neighbours.isVisible()
    answered(qtbot, neighbours, lambda: neighbours.question.plus == (SHORE,))
    assert opened.kit.heard.set_id == 1
    opened.menus.actions["where-it-matches"].trigger()
    assert match.isVisible()
    qtbot.waitUntil(lambda: match.result is not None, timeout=LONG_MS)
    assert (match.result.a, match.result.b) == (SHORE, neighbours.model.hits[0].track_id)
    opened.menus.actions["near-play"].trigger()
    assert [p.track_id for p in opened.kit.player.queue] == [hit.track_id for hit in neighbours.model.hits]
    opened.close_collection()
    qtbot.waitUntil(lambda: opened.workspace.folder is None and opened.start.isVisible(), timeout=LONG_MS)
    assert not opened.menus.actions["near"].isEnabled()
    assert match.result is None


@pytest.fixture
def reels(tmp_path: Path) -> Path:
    """Four tones; the one outside is nearly the second."""
    folder = tmp_path / "reels"
    folder.mkdir()
    rng = np.random.default_rng(0)
    t = np.arange(22_050 * 3) / 22_050
    for name, hertz in (("a", 110), ("b", 440), ("c", 1700), ("d", 3500), ("outside", 450)):
        tone = 0.3 * np.sin(2 * np.pi * hertz * t) + 0.003 * rng.standard_normal(len(t))
        place = tmp_path if name == "outside" else folder
        soundfile.write(place / f"{name}.flac", tone, 22_050)
    return folder


@pytest.fixture
def encoded(empty_collection: Path, tmp_path: Path, reels: Path) -> Path:
    import shutil

    folder = tmp_path / "encoded"
    shutil.copytree(empty_collection, folder)
    scanning.run(ScanRequest((str(reels),)), Context(folder, 1))
    encoding.run(EncodeRequest("descriptors"), Context(folder, 2))
    return folder


def test_a_worker_hears_a_file_from_outside(window, encoded, tmp_path, qtbot):
    window.open_collection(encoded)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
    pane = window.desk.neighbours
    qtbot.waitUntil(lambda: pane.ears.is_known, timeout=LONG_MS)
    window.desk.show_pane(pane)
    pane.ask_file(tmp_path / "outside.flac")
    answered(qtbot, pane)
    assert pane.model.hits[0].path.endswith("b.flac")
    assert pane.answer.result.asked == "outside.flac"
    assert pane.head.asked.accessibleName() == "outside.flac"
    assert not pane.body.compare.isEnabled()
    assert "Only tracks of the collection" in pane.body.compare.toolTip()
    pane.ask_file(tmp_path / "gone.flac")
    qtbot.waitUntil(lambda: "gone.flac is no file" in pane.body.notice.text.text(), timeout=LONG_MS)
    assert pane.body.notice.isVisible()
    qtbot.mouseClick(pane.head.back, Qt.MouseButton.LeftButton)
    answered(qtbot, pane, lambda: pane.question.file.endswith("outside.flac"))
