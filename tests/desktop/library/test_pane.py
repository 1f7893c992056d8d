"""The pane as a whole: what it says, remembers, offers and exports, alone and in the real window."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from core.messages import Message
from desktop.library.columns import USUAL
from desktop.theme import look
from desktop.window import MainWindow
from tests.desktop.conftest import LONG_MS
from tests.desktop.library.conftest import TRACKS as TOTAL
from tests.desktop.library.conftest import Shown

Key = Qt.Key


def column_keys(library: Shown) -> list[str]:
    return [column.key for column in library.pane.columns.columns()]


def test_the_title_says_how_many_of_how_many(library: Shown) -> None:
    told: list[str] = []
    library.pane.told.connect(told.append)
    library.ask("genre:Lament")
    library.ask("")
    assert told == [f"{TOTAL // 4} of {TOTAL} tracks", f"{TOTAL} tracks"]


def test_a_column_comes_and_goes_from_the_menu_which_stays(library: Shown) -> None:
    assert column_keys(library) == list(USUAL)
    library.qtbot.mouseClick(library.pane.columns_button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions()}
    assert [text for text, action in actions.items() if action.isChecked()] == [
        "Title", "Artist", "Genre", "Year", "Length", "State"
    ]  # fmt: skip
    for name in ("Genre", "Loudness"):
        menu.setActiveAction(actions[name])
        library.qtbot.keyClick(menu, Key.Key_Return)
    assert menu.isVisible()
    assert (actions["Genre"].isChecked(), actions["Loudness"].isChecked()) == (False, True)
    library.qtbot.keyClick(menu, Key.Key_Escape)
    assert column_keys(library) == ["title", "artist", "year", "duration", "state", "loudness"]


def test_columns_are_as_they_were(library: Shown) -> None:
    head = library.pane.table.head
    head.moveSection(0, 2)
    head.resizeSection(0, look().px(222))
    library.pane.columns.turn("path")
    kept = json.loads(json.dumps(library.pane.remembered()))
    order = column_keys(library)
    assert order == ["artist", "genre", "title", "year", "duration", "state", "path"]
    library.pane.restore({})
    assert column_keys(library) == list(USUAL)
    library.pane.restore(kept)
    assert column_keys(library) == order
    assert head.sectionSize(order.index("title")) == look().px(222)


@pytest.mark.parametrize(
    "kept",
    [
        {"columns": "title", "widths": [], "facets": 3, "facets_px": "wide", "past": {}},
        {"columns": [7, "nothing", "title", "title"], "widths": {"title": "x"}, "facets": {"genre": 1}},
        {"facets_px": 100_000, "past": [None, "", "genre:Lament"]},
    ],
)
def test_what_another_version_remembered_does_no_harm(library: Shown, kept: dict[str, object]) -> None:
    library.pane.restore(kept)
    assert set(column_keys(library)) <= set(USUAL)
    assert "title" in column_keys(library)
    assert library.pane.facets.width() < library.pane.width()


def test_columns_fit_the_room_until_somebody_sets_one(library: Shown) -> None:
    table, head = library.pane.table, library.pane.table.head
    library.window.resize(1000, 700)
    library.until(lambda: head.length() == table.viewport().width())
    library.window.resize(640, 700)
    library.until(lambda: head.length() == table.viewport().width())
    head.resizeSection(0, 300)
    library.window.resize(900, 700)
    library.until(lambda: table.viewport().width() > 560)
    assert head.sectionSize(0) == 300


def test_where_it_is_narrow_the_facets_come_over_the_table(library: Shown) -> None:
    pane = library.pane
    assert pane.facets.isVisible()
    assert not pane.facets_button.isVisible()
    library.window.resize(350, 700)
    library.until(pane.facets_button.isVisible)
    assert not pane.facets.isVisible()
    library.qtbot.mouseClick(pane.facets_button, Qt.MouseButton.LeftButton)
    assert pane.popup.isVisible()
    library.until(lambda: bool(pane.facets.states.rows))
    library.qtbot.mouseClick(pane.facets.states.rows["silent"], Qt.MouseButton.LeftButton, pos=QPoint(20, 9))
    library.until(lambda: library.pane.tracks.ids == [TOTAL - 1])
    pane.popup.hide()
    library.window.resize(640, 700)
    library.until(lambda: pane.facets.isVisible() and pane.facets.parentWidget() is not pane.popup)


def test_export_writes_what_is_found_with_units(
    library: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: list[Message]
) -> None:
    path = tmp_path / "found"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    library.ask("genre:Lament", "-year")
    library.pane.columns.turn("loudness")
    library.qtbot.mouseClick(library.pane.export_button, Qt.MouseButton.LeftButton)
    library.until(lambda: bool(messages))
    written = tmp_path / "found.csv"
    assert messages[0].text == f"10 tracks exported to {written}."
    table = list(csv.reader(written.read_text(encoding="utf-8").splitlines()))
    assert table[0] == ["path", "title", "artist", "genre", "year", "duration [s]", "state",
                        "loudness [LUFS]"]  # fmt: skip
    assert table[1] == ["reel 040.wav", "Take 040", "Duo B", "Lament", "1970", "99.6", "undecodable", "-20.0"]
    assert [row[0] for row in table[1:]] == [f"reel {i:03}.wav" for i in range(40, 0, -4)]


def test_a_collection_without_tracks_offers_to_add_a_folder(
    show: Callable[..., Shown], empty_collection: Path
) -> None:
    empty = show(empty_collection)
    asked: list[str] = []
    from desktop.commands import Command

    empty.kit.commands.offer("collection", [Command("add", "Add", "", lambda: asked.append("add"))])
    assert empty.pane.none_yet.isVisible()
    assert not empty.pane.facets.isVisible()
    empty.qtbot.mouseClick(empty.pane.none_yet.button, Qt.MouseButton.LeftButton)
    assert asked == ["add"]


def test_the_menu_of_a_row_does_what_it_says(library: Shown) -> None:
    library.click(4)
    library.click(6, Qt.KeyboardModifier.ControlModifier)
    library.qtbot.mouseClick(
        library.pane.table.viewport(), Qt.MouseButton.RightButton, pos=library.row_place(4)
    )
    library.pane.acts.show_menu(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = {action.text().replace("&", ""): action for action in menu.actions() if action.text()}
    assert list(said) == ["Play from here", "Add to queue", "Search for same artist", "Edit in place",
                          "Copy path"]  # fmt: skip
    said["Copy path"].trigger()
    library.until(lambda: "reel 005.wav" in QGuiApplication.clipboard().text())
    paths = QGuiApplication.clipboard().text().splitlines()
    assert [Path(path).name for path in paths] == ["reel 005.wav", "reel 007.wav"]
    said["Add to queue"].trigger()
    assert [passage.track_id for passage in library.kit.player.queue] == [5, 7]
    said["Search for same artist"].trigger()
    menu.close()
    library.until(lambda: len(library.pane.tracks.ids) == TOTAL // 2)
    assert library.kit.filter.asked.text == 'artist:"Duo A"'


def test_a_track_without_an_artist_says_so(library: Shown, messages: list[Message]) -> None:
    from core.library.edits import clear

    library.click(4)
    library.kit.history.edit(lambda collection: clear(collection, [5], "artist"))
    library.until(lambda: (card := library.kit.cards.get(5)) is not None and not card.first("artist"))
    library.kit.commands.actions["same_artist"].trigger()
    library.until(lambda: bool(messages))
    assert messages[-1].text == "Take 005 has no artist."


def test_a_new_field_is_a_column_and_a_facet_at_once(library: Shown) -> None:
    from core.library.edits import set_values

    library.kit.history.edit(lambda collection: set_values(collection, [3], "mood", ["calm"]))
    library.until(lambda: "mood" in library.pane.columns.there_are())
    library.until(lambda: "mood" in library.pane.facets.groups)
    library.pane.columns.turn("mood")
    place = column_keys(library).index("mood")
    library.until(lambda: library.pane.tracks.index(2, place).data() == "calm")


def test_shapes_stand_in_the_coloured_column_and_its_facet(library: Shown) -> None:
    library.until(lambda: library.kit.colouring.colours.field == "genre")
    style = library.kit.colouring.style("Lament")
    image = library.pane.table.viewport().grab().toImage()
    wanted = style.colour.lower()
    pixels = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(104)}
    assert wanted in pixels
    library.kit.colouring.choose("")
    library.until(lambda: library.kit.colouring.colours.field == "")
    image = library.pane.table.viewport().grab().toImage()
    assert wanted not in {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(104)}


def test_another_collection_shows_nothing_of_this_one(library: Shown) -> None:
    library.click(3)
    library.pane.forget()
    assert library.pane.tracks.ids == []
    assert library.pane.bar.line.text() == ""
    assert library.pane.tracks.columns != []
    assert list(library.pane.facets.groups) == ["state"]


def test_in_the_window_its_keys_work(window: MainWindow, filled: Path, folder: Path, qtbot: QtBot) -> None:
    shutil.rmtree(folder)
    shutil.copytree(filled, folder)
    window.open_collection(folder)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.isVisible(), timeout=LONG_MS)
    library = window.desk.library
    qtbot.waitUntil(lambda: len(library.tracks.ids) == TOTAL, timeout=LONG_MS)
    window.desk.docks["library"].hide()
    qtbot.keyClick(window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(library.bar.line.hasFocus)
    assert library.isVisible()
    qtbot.keyClicks(library.bar.line, "genre:Choir")
    qtbot.waitUntil(lambda: len(library.tracks.ids) == TOTAL // 4, timeout=LONG_MS)
    qtbot.keyClick(library.bar.line, Key.Key_Escape)
    qtbot.waitUntil(library.table.hasFocus)
    qtbot.keyClick(library.table, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert window.kit.selection.chosen == frozenset(library.tracks.ids)
    qtbot.keyClick(library.table, Key.Key_Escape)
    assert window.kit.selection.chosen == frozenset()
