"""Every icon exists, is drawn crisply, and wears the colour of the theme."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap

from core import places
from desktop.icons import icon, logo, render
from desktop.jobs.row import ICONS
from desktop.theme import look

ROOT = Path(__file__).resolve().parents[2]
DRAWN = sorted(path.stem for path in places.resource("icons").glob("*.svg"))
CALLS = re.compile(r'(?:icon\(|IconLabel\(|icon_name=|Card\(\s*)"([a-z-]+)"')


def named_in_code() -> set[str]:
    text = "".join(path.read_text() for path in (ROOT / "desktop").rglob("*.py"))
    menu = re.findall(r'icon_name="([a-z-]+)"|"(?:Ctrl\+[^"]*|F1)",\s*"([a-z-]+)"', text)
    return set(CALLS.findall(text)) | {a or b for a, b in menu} | {name for name, _ in ICONS.values()}


def colours(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_every_icon_that_is_named_exists():
    missing = named_in_code() - set(DRAWN)
    assert not missing


@pytest.mark.parametrize("name", DRAWN)
def test_drawn_on_the_grid_in_the_colour_of_the_text(name, qapp):
    root = ET.fromstring(places.resource(f"icons/{name}.svg").read_text())
    if name != "soundings":
        assert root.get("viewBox") == "0 0 16 16"
        assert (root.get("stroke"), root.get("stroke-width")) == ("currentColor", "1.5")
    pixmap = render(name, "#123456", QSize(32, 32))
    assert colours(pixmap)


def test_crisp_at_twice_the_dots(qapp):
    pixmap = icon("plus").pixmap(QSize(16, 16), 2.0)
    assert pixmap.size() == QSize(32, 32)
    assert pixmap.devicePixelRatio() == 2.0


def test_the_same_question_gives_the_same_icon(qapp):
    assert icon("plus") is icon("plus")
    assert render("plus", "#123456", QSize(16, 16)).cacheKey() is not None


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_tint_follows_the_theme_and_the_state(qapp, theme):
    look().choose(theme)
    size = QSize(32, 32)
    assert QColor(look().theme.colours["warn"]).name() in colours(icon("resume", "warn").pixmap(size))
    disabled = icon("resume", "warn").pixmap(size, QIcon.Mode.Disabled)
    assert QColor(look().theme.colours["text3"]).name() in colours(disabled)


def test_the_logo_has_every_size_a_task_bar_wants(qapp):
    assert QSize(256, 256) in logo().availableSizes()
