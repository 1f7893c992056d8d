"""Pictures for print: what is on them, and what happens when they cannot be written."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from PySide6.QtGui import QImage

from desktop.map.raster import SHAPES
from desktop.map.scene_export import LegendEntry
from desktop.theme import load_theme, look

CAPTION = ["t-SNE of MERT-95M, layer 7; perplexity 30; seed 1.", "5 of 6 tracks shown.", "word " * 90]


def legend(*counts):
    styles = look().theme.classes
    entries = [LegendEntry(styles[place], f"Genre {place}", count) for place, count in enumerate(counts)]
    return [*entries, LegendEntry(None, "other", 7), LegendEntry(None, "no value", 3, has_value=False)]


def export(canvas, qtbot, path, *, width=900, height=600, entries=None, caption=CAPTION, title="Genre"):
    draw = canvas.export_png if path.suffix == ".png" else canvas.export_svg
    with qtbot.waitSignal(canvas.exported) as sent:
        draw(path, width, height, caption, legend(3, 2) if entries is None else entries, title)
    assert sent.args == [path]
    return path


def colours(image):
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    values = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return {f"#{value & 0xFFFFFF:06X}" for value in np.unique(values).tolist()}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_is_light_whatever_the_window_is(canvas, qtbot, tmp_path, theme):
    look().choose(theme)
    canvas.set_classes(np.array([0, 0, 0, 1, 1], np.int16), list(look().theme.classes))
    image = QImage(str(export(canvas, qtbot, tmp_path / "map.png")))
    assert (image.width(), image.height()) == (900, 600)
    light, dark = load_theme("light"), load_theme("dark")
    assert image.pixelColor(2, 2).name().upper() == light.colours["plot"]
    assert {light.classes[0].colour, light.classes[1].colour} <= colours(image)
    assert dark.classes[0].colour not in colours(image)


def test_what_is_only_of_the_moment_is_left_out(canvas, qtbot, tmp_path):
    plain = QImage(str(export(canvas, qtbot, tmp_path / "plain.png")))
    canvas.set_current(12)
    canvas.set_playing(13)
    qtbot.mouseMove(canvas, pos=canvas.point_of(14).toPoint())
    assert QImage(str(export(canvas, qtbot, tmp_path / "after.png"))) == plain
    canvas.set_links(11, [(12, False)])
    assert QImage(str(export(canvas, qtbot, tmp_path / "linked.png"))) != plain


def words_of(path):
    tree = ElementTree.parse(path)
    return [text for element in tree.iter() if (text := (element.text or "").strip())]


def test_an_svg_says_on_its_face_what_it_shows(canvas, qtbot, tmp_path):
    words = words_of(export(canvas, qtbot, tmp_path / "map.svg"))
    for said in (CAPTION[0], CAPTION[1], "Genre", "Genre 0", "3", "other", "no value"):
        assert said in words
    assert sum(word.startswith("word word") for word in words) > 2, "a long line is broken"


def test_shapes_stay_shapes_and_many_become_one_picture(make_canvas, qtbot, tmp_path):
    few, many = make_canvas(), make_canvas(np.random.default_rng(0).normal(size=(SHAPES + 500, 2)))
    assert "<image" not in export(few, qtbot, tmp_path / "few.svg").read_text()
    assert "<image" in export(many, qtbot, tmp_path / "many.svg").read_text()


def test_a_long_legend_counts_what_it_leaves_out(canvas, qtbot, tmp_path):
    entries = [LegendEntry(None, f"Value {number}", number) for number in range(200)]
    words = words_of(export(canvas, qtbot, tmp_path / "map.svg", entries=entries))
    (rest,) = [word for word in words if word.endswith(" more")]
    shown = sum(word.startswith("Value ") for word in words)
    assert shown + int(rest.split()[0]) == 200


def test_numbers_get_a_ramp(canvas, qtbot, tmp_path):
    canvas.set_numbers(np.array([1950, 1960, 1970, 1980, np.nan]), "depth", 1950, 1980)
    words = words_of(export(canvas, qtbot, tmp_path / "map.svg", entries=[], title="Year"))
    assert [word for word in words if word in ("Year", "1950", "1980")] == ["Year", "1950", "1980"]


def test_a_map_without_legend_or_caption_is_fine(canvas, qtbot, tmp_path):
    path = export(canvas, qtbot, tmp_path / "map.png", entries=[], caption=[], title="")
    assert not QImage(str(path)).isNull()


@pytest.mark.may_log("cannot be used")
def test_a_folder_that_is_none_is_told(canvas, qtbot, tmp_path, messages):
    path = tmp_path / "file" / "map.png"
    path.parent.write_text("no folder")
    canvas.export_png(path, 300, 200, CAPTION, [])
    qtbot.waitUntil(lambda: bool(messages))
    assert messages[0].text.startswith(f"{path} cannot be used: ")


def test_a_folder_that_is_not_there_yet_is_made(canvas, qtbot, tmp_path):
    assert export(canvas, qtbot, tmp_path / "exports" / "map.png").exists()


@pytest.mark.may_log("cannot be written")
def test_what_was_there_stays_when_writing_fails(canvas, qtbot, tmp_path, messages, monkeypatch):
    path = tmp_path / "map.png"
    path.write_text("the old one")

    def fail(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    canvas.export_png(path, 300, 200, CAPTION, [])
    qtbot.waitUntil(lambda: bool(messages))
    assert path.read_text() == "the old one"
    assert not list(tmp_path.glob(".*"))


def test_only_what_is_seen_is_exported(canvas, qtbot, tmp_path):
    canvas.zoom(6, canvas.point_of(12))
    canvas.set_classes(np.array([1, 0, 1, 1, 1], np.int16), list(look().theme.classes))
    path = export(canvas, qtbot, tmp_path / "map.png", entries=[])
    shown = colours(QImage(str(path)))
    light = load_theme("light")
    assert light.classes[0].colour in shown
    assert light.classes[1].colour not in shown
