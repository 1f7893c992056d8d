"""The palette: what it lists, how letters find it, and that the keyboard is enough."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from desktop.fuzzy import fit
from desktop.palette_row import ENTRY_ROLE
from desktop.start import recent
from tests.desktop.conftest import LONG_MS

letters = st.text("abc DEf-", max_size=12)


def is_within(typed: str, name: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in typed)


@settings(max_examples=300, deadline=None)
@given(typed=letters, name=letters)
def test_a_word_fits_when_its_letters_are_there_in_order(typed, name):
    word = typed.replace(" ", "").lower()
    found = fit(word, name)
    assert (found is not None) == is_within(word, name.lower())
    if found is not None and word:
        marked = "".join(name[place].lower() for place in found.places)
        assert marked == word
        assert list(found.places) == sorted(set(found.places))


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("sa", "Select all", "Back up…"),
        ("sa", "Scan again", "Play a sound"),
        ("map", "Map", "Make an alphabet"),
        ("nei", "Neighbours", "No entry in it"),
        ("vf", "Verify files", "Move from"),
        ("open", "Open collection", "Drop a pen"),
        ("all sel", "Select all", "Small selfish things"),
    ],
)
def test_initials_and_runs_count_most(typed, better, worse):
    first, second = fit(typed, better), fit(typed, worse)
    assert first is not None
    assert second is None or first.score > second.score


def palette_of(window, qtbot):
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(
        lambda: window.palette_door.palette is not None and window.palette_door.palette.isVisible()
    )
    return window.palette_door.palette


def listed(palette) -> list[str]:
    return [entry.words for entry, _ in palette.model.shown]


def test_everything_that_is_offered_is_listed(window, qtbot):
    palette = palette_of(window, qtbot)
    keys = {entry.key for entry, _ in palette.model.shown}
    assert keys >= set(window.commands.actions) - {"palette"}
    assert {"colours_dark", "colours_light", "colours_system"} <= keys
    assert not any("&" in words for words in listed(palette))


def test_a_command_is_found_and_done_without_the_mouse(window, qtbot):
    done = []
    window.help.show_about = None
    window.commands.actions["about"].triggered.disconnect()
    window.commands.actions["about"].triggered.connect(lambda: done.append("about"))
    palette = palette_of(window, qtbot)
    qtbot.keyClicks(palette.typed, "abo")
    assert listed(palette)[0] == "About Soundings"
    qtbot.keyClick(palette.typed, Qt.Key.Key_Return)
    assert done == ["about"]
    assert not palette.isVisible()
    again = palette_of(window, qtbot)
    assert listed(again)[0] == "About Soundings"


def test_what_cannot_be_done_comes_last_and_says_why(window, qtbot):
    palette = palette_of(window, qtbot)
    qtbot.keyClicks(palette.typed, "verify")
    index = palette.list.currentIndex()
    assert index.data() == "Verify files"
    assert index.data(ENTRY_ROLE).reason == "Open a collection first"
    assert "Open a collection first" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(palette.typed, Qt.Key.Key_Return)
    assert palette.isVisible()
    reasons = [bool(entry.reason) for entry, _ in palette.model.shown]
    assert reasons == sorted(reasons)


def test_arrows_go_round_and_escape_gives_the_keyboard_back(window, qtbot):
    window.start.new_card.setFocus()
    palette = palette_of(window, qtbot)
    assert palette.typed.hasFocus()
    rows = palette.model.rowCount()
    qtbot.keyClick(palette.typed, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == rows - 1
    qtbot.keyClick(palette.typed, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    qtbot.keyClick(palette.typed, Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() > 5
    qtbot.keyClick(palette.typed, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.start.new_card.hasFocus()


def test_the_same_keys_close_it(window, qtbot):
    palette = palette_of(window, qtbot)
    window.commands.actions["palette"].trigger()
    assert not palette.isVisible()
    qtbot.keyClick(
        window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert palette.isVisible()


def test_the_keyboard_elsewhere_closes_it(window, qtbot):
    palette = palette_of(window, qtbot)
    window.start.new_card.setFocus()
    assert not palette.isVisible()


def test_nothing_found_says_so(window, qtbot):
    palette = palette_of(window, qtbot)
    qtbot.keyClicks(palette.typed, "qqzzqq")
    assert palette.none.isVisible()
    assert not palette.list.isVisible()
    qtbot.keyClick(palette.typed, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_recent_collection_is_opened_from_it(window, qtbot, folder):
    recent.remember(folder, "Coast & isles", {})
    palette = palette_of(window, qtbot)
    qtbot.keyClicks(palette.typed, "coast isles")
    assert listed(palette)[0] == "Open Coast & isles"
    qtbot.keyClick(palette.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.folder == folder, timeout=LONG_MS)


@pytest.mark.may_log("counts as empty")
@pytest.mark.parametrize("text", ["{", '{"a": 1}', "[1, null, {}]"])
def test_a_damaged_memory_is_no_harm(window, qtbot, home, text):
    path = home / "state" / "palette.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    palette = palette_of(window, qtbot)
    assert palette.model.rowCount() > 10


def test_it_lies_inside_the_window_at_its_smallest(window, qtbot):
    window.resize(800, 500)
    palette = palette_of(window, qtbot)
    assert window.rect().contains(palette.geometry())
    assert not palette.grab().isNull()
    qtbot.waitUntil(window.start.shows_chart)
