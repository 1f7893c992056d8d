"""The query bar: it asks when typing stops, completes, remembers, and says what is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.library.completing import Offer, offers, place_at, put
from tests.desktop.library.conftest import TRACKS as TOTAL
from tests.desktop.library.conftest import Shown

Key = Qt.Key
KINDS = {"artist": "category", "album": "category", "year": "number", "mood": "category"}


def type_in(library: Shown, text: str) -> None:
    """And wait until what it asks for is there, or is refused."""
    bar, filter_ = library.pane.bar, library.kit.filter
    bar.line.setFocus()
    library.qtbot.keyClicks(bar.line, text)
    library.until(lambda: not bar.is_pending)
    library.until(lambda: filter_.asked.text == bar.line.text().strip())


def listed(library: Shown) -> list[str]:
    known = library.pane.bar.known
    return [known.item(row).text() for row in range(known.rowCount())]


def test_it_asks_when_typing_stops_and_not_before(library: Shown) -> None:
    asked: list[str] = []
    library.kit.filter.asked_changed.connect(lambda: asked.append(library.kit.filter.asked.text))
    type_in(library, "genre:Lament")
    library.until(lambda: len(library.pane.tracks.ids) == TOTAL // 4)
    assert asked == ["genre:Lament"]


def test_a_mistake_is_told_in_one_sentence_and_the_rows_stay(library: Shown) -> None:
    type_in(library, "gerne:Lament")
    bar = library.pane.bar
    library.until(bar.trouble.isVisible)
    assert bar.sentence.text() == "Unknown field gerne. Did you mean genre?"
    assert len(library.pane.tracks.ids) == TOTAL
    assert library.pane.table.isVisible()
    bar.line.clear()
    type_in(library, "river")
    library.until(lambda: not bar.trouble.isVisible())


def test_a_value_that_is_half_written_is_not_asked_for(library: Shown) -> None:
    bar, asked = library.pane.bar, library.kit.filter.asked
    bar.line.setFocus()
    library.qtbot.keyClicks(bar.line, "genre:")
    library.until(lambda: not bar.is_pending)
    assert library.kit.filter.asked == asked
    library.qtbot.keyClicks(bar.line, "lam")
    library.until(lambda: listed(library) == ["Lament"] and not bar.is_pending)
    assert library.kit.filter.asked == asked
    library.qtbot.keyClicks(bar.line, "ent")
    library.until(lambda: len(library.pane.tracks.ids) == TOTAL // 4)
    library.qtbot.keyClicks(bar.line, ",fi")
    library.until(lambda: listed(library) == ["Fiddle"] and not bar.is_pending)
    library.qtbot.keyClick(bar.popup, Key.Key_Escape)
    library.until(lambda: library.kit.filter.asked.text == "genre:lament,fi")


def test_undo_shows_what_it_brought_back(library: Shown) -> None:
    type_in(library, "genre:Brass")
    library.until(lambda: len(library.pane.tracks.ids) == TOTAL // 4)
    library.kit.history.undo()
    assert library.pane.bar.line.text() == ""
    library.until(lambda: len(library.pane.tracks.ids) == TOTAL)


def test_undo_wins_over_what_is_still_being_typed(library: Shown) -> None:
    library.ask("genre:Brass")
    library.qtbot.keyClicks(library.pane.bar.line, " river")
    assert library.pane.bar.is_pending
    library.kit.history.undo()
    assert not library.pane.bar.is_pending
    assert library.pane.bar.line.text() == ""


def test_fields_and_then_their_values_are_offered(library: Shown) -> None:
    bar = library.pane.bar
    type_in(library, "gen")
    assert listed(library) == ["genre:"]
    library.qtbot.keyClick(bar.popup, Key.Key_Down)
    library.qtbot.keyClick(bar.popup, Key.Key_Return)
    assert bar.line.text() == "genre:"
    library.until(lambda: listed(library) == ["*", "Brass", "Choir", "Fiddle", "Lament"])
    library.qtbot.keyClicks(bar.line, "la")
    library.until(lambda: listed(library) == ["Lament"])
    library.qtbot.keyClick(bar.popup, Key.Key_Down)
    library.qtbot.keyClick(bar.popup, Key.Key_Tab)
    assert bar.line.text() == "genre:Lament "
    library.until(lambda: len(library.pane.tracks.ids) == TOTAL // 4)


def test_who_types_quicker_than_values_are_known_is_not_overwritten(library: Shown) -> None:
    """The list still offers the field when its value has been typed."""
    bar = library.pane.bar
    type_in(library, "genr")
    assert listed(library) == ["genre:"]
    library.qtbot.keyClick(bar.popup, Key.Key_Down)
    library.qtbot.keyClicks(bar.line, "e:Lament")
    library.qtbot.keyClick(bar.popup, Key.Key_Return)
    assert bar.line.text() == "genre:Lament"
    library.until(lambda: len(library.pane.tracks.ids) == TOTAL // 4)


def test_enter_keeps_the_query_and_down_brings_it_back(library: Shown) -> None:
    bar = library.pane.bar
    type_in(library, "genre:Choir")
    library.qtbot.keyClick(bar.line, Key.Key_Return)
    library.until(lambda: len(library.pane.tracks.ids) == TOTAL // 4)
    library.qtbot.keyClick(bar.line, Key.Key_Return)
    bar.clear.trigger()
    library.until(lambda: len(library.pane.tracks.ids) == TOTAL)
    library.qtbot.keyClick(bar.line, Key.Key_Down)
    assert bar.popup.isVisible()
    assert listed(library) == ["genre:Choir"]
    library.qtbot.keyClick(bar.popup, Key.Key_Down)
    library.qtbot.keyClick(bar.popup, Key.Key_Return)
    assert library.kit.filter.asked.text == "genre:Choir"
    assert library.pane.remembered()["past"] == ["genre:Choir"]


def test_escape_goes_to_the_rows(library: Shown) -> None:
    library.pane.bar.take_keyboard()
    library.qtbot.keyClick(library.pane.bar.line, Key.Key_Escape)
    assert library.window.focusWidget() is library.pane.table


def test_nothing_found_offers_all_tracks(library: Shown) -> None:
    type_in(library, "genre:Polka")
    library.until(library.pane.nothing.isVisible)
    assert library.pane.nothing.sentence.text() == "No track is found for genre:Polka"
    library.qtbot.mouseClick(library.pane.nothing.button, Qt.MouseButton.LeftButton)
    library.until(lambda: library.pane.table.isVisible() and len(library.pane.tracks.ids) == TOTAL)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("ar", ["artist:"]),
        ("river a", ["artist:", "album:", "added:"]),
        ("-mo", ["mood:"]),
        ("(ye", ["year:"]),
        ("", []),
        ("river ", []),
        ('artist:"Duo ', ['"Duo W"']),
        ("artist:duo", ['"Duo W"']),
        ("artist:Solo,w", ['"Duo W"']),
        ("year:", ["*", ">", "<", "..", "1962"]),
        ("sort:-y", ["-year"]),
        ("state:", ["*", "ok"]),
        ("captioned:", ["human"]),
    ],
)
def test_what_is_offered_at_the_end_of_a_text(text, offered):
    place = place_at(text, len(text))
    values = {"artist": ["Duo W", "Solo"], "year": ["1962"], "state": ["ok"], "captioned": ["human"]}
    assert [offer.text for offer in offers(place, KINDS, values.get(place.name, ()))] == offered


@pytest.mark.parametrize(
    ("text", "cursor", "offer", "after", "stands"),
    [
        ("ri art river", 6, Offer("artist:", goes_on=True), "ri artist: river", 10),
        ("-gen", 4, Offer("genre:", goes_on=True), "-genre:", 7),
        ("genre:La", 8, Offer("Lament"), "genre:Lament ", 13),
        ("genre:La,Br river", 8, Offer("Lament"), "genre:Lament,Br river", 12),
        ("(genre:La)", 9, Offer("Lament"), "(genre:Lament)", 13),
        ('artist:"Duo', 11, Offer('"Duo W"'), 'artist:"Duo W" ', 15),
    ],
)
def test_an_offer_takes_the_place_of_what_was_typed(text, cursor, offer, after, stands):
    assert put(text, place_at(text, cursor), offer) == (after, stands)
