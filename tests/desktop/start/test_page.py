"""The start page: recent collections that are there, and those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLabel

from desktop.start import recent
from desktop.start.chart import draw_chart
from desktop.theme import load_theme


@pytest.fixture
def _two_recents(home, tmp_path):
    (tmp_path / "coast").mkdir()
    (tmp_path / "coast" / "collection.sqlite").touch()
    recent.remember(Path("/no/such/drive/reels"), "Label reels", {"tracks": 11904})
    recent.remember(tmp_path / "coast", "Coastal archive", {"tracks": 2046, "runs": 9})


@pytest.fixture
def page(_two_recents, window, qtbot):
    qtbot.waitUntil(window.start.rows[1].find_button.isVisible)
    return window.start


def words(widget) -> str:
    return " ".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def test_a_row_says_what_it_holds_without_opening_it(page):
    assert "Coastal archive 2,046 tracks, 9 runs" in words(page.rows[0])
    assert page.rows[0].open_button.isVisible()


def test_a_row_whose_drive_is_gone_says_so(page):
    assert "The drive is not connected" in words(page.rows[1])
    assert not page.rows[1].open_button.isVisible()


def test_opening(page, qtbot, tmp_path, window, monkeypatch):
    page.chosen.disconnect(window.open_collection)
    with qtbot.waitSignal(page.chosen) as chosen:
        qtbot.keyClick(page.rows[0].open_button, Qt.Key.Key_Return)
    assert chosen.args == [tmp_path / "coast"]


@pytest.mark.parametrize("with_key", [True, False])
def test_taking_one_off_the_list(page, qtbot, with_key):
    row = page.rows[1]
    if with_key:
        qtbot.keyClick(row.find_button, Qt.Key.Key_Delete)
    else:
        qtbot.mouseClick(row.remove_button, Qt.MouseButton.LeftButton)
    assert [entry.name for entry in recent.load()] == ["Coastal archive"]
    assert [row.entry.name for row in page.rows] == ["Coastal archive"]


def test_an_empty_list_says_what_it_is_for(window):
    assert "Collections that you open are listed here." in words(window.start.recent_pane)


def test_the_computer_is_described_in_short(window):
    said = words(window.start.findings)
    assert "Built-in output, 48 kHz" in said
    assert "No search by text. Fetch it." in said
    assert "WAV, FLAC" not in said
    assert "Looked" in said


def test_a_narrow_window_puts_one_below_the_other(window, qtbot):
    directions = {}
    for width in (820, 1280):
        window.resize(width, 720)
        qtbot.waitUntil(lambda width=width: window.start.width() == width)
        directions[width] = window.start._sides.direction()
    assert directions[820] == QBoxLayout.Direction.TopToBottom
    assert directions[1280] == QBoxLayout.Direction.LeftToRight
    qtbot.waitUntil(window.start.shows_chart)


@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(800, 1200), QSize(3000, 500)])
def test_the_chart_covers_the_page(qapp, size):
    theme = load_theme("dark")
    image = draw_chart(size, 2.0, theme)
    assert image.size() == size * 2
    assert image.devicePixelRatio() == 2.0
    across = range(0, image.width(), 3)
    seen = {image.pixelColor(x, y).name() for x in across for y in range(0, image.height(), 7)}
    assert len(seen) > 5
