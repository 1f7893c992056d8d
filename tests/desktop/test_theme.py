"""The tokens are whole, legible, and reach palette and stylesheet."""

from __future__ import annotations

import re
import tomllib

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from core import places
from desktop.theme import BODY_PX, load_theme, look, palette, stylesheet, text_scale

TOKENS = {
    *("window", "pane", "raised", "plot", "line", "edge", "border", "text", "text2", "text3", "accent"),
    *("on-accent", "selected", "hear", "hearfill", "good", "warn", "warnfill", "bad"),
}
THEMES = ("light", "dark")


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_tokens_are_complete_and_colours(name):
    theme = load_theme(name)
    assert set(theme.colours) == TOKENS
    every = [*theme.colours.values(), *theme.ramps["depth"], *theme.ramps["ember"]]
    every += [style.colour for style in theme.classes]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in every)


@pytest.mark.parametrize("name", THEMES)
def test_ramps_have_nine_stops_in_monotone_lightness(name):
    for stops in load_theme(name).ramps.values():
        lightness = [luminance(stop) for stop in stops]
        assert len(stops) == 9
        assert lightness == sorted(lightness, reverse=name == "light")


@pytest.mark.parametrize("name", THEMES)
def test_twelve_classes_differ_in_colour_or_shape(name):
    classes = load_theme(name).classes
    assert len(classes) == 12
    assert len({style.colour for style in classes}) == 12
    assert len({(style.symbol, style.hollow) for style in classes}) == 12


@pytest.mark.parametrize("name", THEMES)
def test_contrast_is_as_stated(name):
    values = tomllib.loads(places.resource(f"themes/{name}.toml").read_text())
    colours = values["colours"]
    for token, least in values["contrast_on_pane"].items():
        assert round(contrast(colours[token], colours["pane"]), 1) >= least, token
    for front, back, least in values["contrast"]["pairs"]:
        assert round(contrast(colours[front], colours[back]), 1) >= least, (front, back)


@pytest.mark.parametrize("name", THEMES)
def test_text_is_legible_on_everything_it_stands_on(name):
    colours = load_theme(name).colours
    for back in ("window", "pane", "raised", "selected"):
        for front in ("text", "text2", "accent", "good", "warn", "bad"):
            assert contrast(colours[front], colours[back]) >= 4.4, (front, back)
        assert contrast(colours["border"], colours[back]) >= 3.0 or back == "selected", back


@pytest.mark.parametrize("name", THEMES)
def test_stylesheet_leaves_no_token_or_unit(name):
    text = stylesheet(load_theme(name), 1.5)
    assert "@" not in text
    assert not re.search(r"\d+u\b", text)
    for path in re.findall(r"url\((.*?)\)", text):
        assert places.resource(path).is_file()


@pytest.mark.parametrize("name", THEMES)
def test_drawn_arrows_have_the_theme_colours(name):
    colours = load_theme(name).colours
    for path in places.resource(f"themes/{name}").glob("*.svg"):
        token = "on-accent" if path.stem == "tick" else "text2"
        assert f'stroke="{colours[token]}"' in path.read_text(), path


def test_sizes_grow_with_the_text():
    assert "min-height: 26px" in stylesheet(load_theme("dark"), 1.0)
    assert "min-height: 52px" in stylesheet(load_theme("dark"), 2.0)


@pytest.mark.parametrize(("pixels", "scale"), [(10, 1.0), (13, 1.0), (26, 2.0), (400, 3.0)])
def test_text_scale_follows_the_system_within_reason(qapp, pixels, scale):
    font = QFont()
    font.setPixelSize(pixels)
    assert text_scale(font) == scale


def test_figures_line_up(qapp):
    label = QLabel()
    label.setFont(look().font())
    assert label.font().pixelSize() == look().px(BODY_PX)
    widths = {label.fontMetrics().horizontalAdvance(digit) for digit in "0123456789"}
    assert len(widths) == 1


def test_palette_takes_its_colours_from_the_theme(qapp):
    theme = load_theme("dark")
    made = palette(theme)
    assert made.color(QPalette.ColorRole.WindowText) == QColor(theme.colours["text"])
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(theme.colours["text3"])


def test_choosing_a_theme_dresses_the_program_at_once(qapp: QApplication, qtbot):
    with qtbot.waitSignal(look().changed):
        look().choose("dark")
    assert look().theme.name == "dark"
    assert qapp.palette().color(QPalette.ColorRole.Window) == look().colour("pane")
    assert load_theme("dark").colours["window"] in qapp.styleSheet()
    assert look().plot_options()["background"] == load_theme("dark").colours["plot"]


def test_choosing_the_same_theme_again_changes_nothing(qapp, qtbot):
    with qtbot.assertNotEmitted(look().changed):
        look().choose("light")
