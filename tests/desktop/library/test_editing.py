"""Typing into cells: kept with undo, completed with what is known, refused beside the cell."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.library.labels import values_of
from desktop.library.editor import CellEditor
from tests.desktop.library.conftest import Shown

Key = Qt.Key


def begin(library: Shown, row: int, key: str) -> CellEditor:
    """Go to the cell by keyboard and press F2."""
    library.click(row)
    place = [column.key for column in library.pane.tracks.columns].index(key)
    while library.pane.table.currentIndex().column() < place:
        library.key(Key.Key_Right)
    library.key(Key.Key_F2)
    return editor_of(library)


def editor_of(library: Shown) -> CellEditor:
    found = [one for one in library.pane.table.viewport().findChildren(CellEditor) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def read(library: Shown, track_id: int, field: str) -> list[object]:
    said: list[list[object]] = []

    def look(collection):
        with collection.database.reading() as session:
            return values_of(session, [track_id], [field])[track_id].get(field, [])

    library.workspace.look(look, said.append)
    library.until(lambda: bool(said))
    return said[0]


def test_several_values_are_kept_and_can_be_undone(library: Shown) -> None:
    editor = begin(library, 3, "genre")
    assert editor.text() == "Lament"
    editor.selectAll()
    library.qtbot.keyClicks(editor, "Waltz; Slow air")
    library.qtbot.keyClick(editor, Key.Key_Return)
    place = library.pane.tracks.index(3, 2)
    library.until(lambda: place.data() == "Waltz; Slow air")
    assert read(library, 4, "genre") == ["Waltz", "Slow air"]
    assert library.kit.history.undo_words == "Set genre of 1 track to Waltz, Slow air"
    library.kit.history.undo()
    library.until(lambda: place.data() == "Lament")


def test_an_emptied_cell_is_a_label_taken_away(library: Shown) -> None:
    editor = begin(library, 3, "title")
    editor.selectAll()
    library.qtbot.keyClick(editor, Key.Key_Delete)
    library.qtbot.keyClick(editor, Key.Key_Return)
    library.until(lambda: library.pane.tracks.index(3, 0).data() == "reel 004")
    assert read(library, 4, "title") == [None] or read(library, 4, "title") == []


def test_no_number_is_refused_beside_the_cell_and_stays(library: Shown) -> None:
    editor = begin(library, 3, "year")
    editor.selectAll()
    library.qtbot.keyClicks(editor, "about 1962")
    library.qtbot.keyClick(editor, Key.Key_Return)
    assert editor.isVisible()
    assert editor.text() == "about 1962"
    assert editor.refusal is not None
    assert editor.refusal.isVisible()
    assert editor.accessibleDescription() == "Year holds numbers; about 1962 is none."
    library.click(7)
    assert editor.isVisible(), "another row must not swallow what was typed"
    editor.selectAll()
    library.qtbot.keyClicks(editor, "1962")
    assert editor.refusal is None
    library.qtbot.keyClick(editor, Key.Key_Return)
    library.until(lambda: library.pane.tracks.index(3, 3).data() == "1962")
    assert read(library, 4, "year") == [1962.0]


def test_what_the_collection_refuses_is_there_again_with_the_reason(library: Shown) -> None:
    editor = begin(library, 3, "genre")
    library.pane._write(4, library.pane.tracks.columns[0], "x" * 3)  # another edit is under way
    editor.selectAll()
    library.qtbot.keyClicks(editor, "Waltz")
    library.qtbot.keyClick(editor, Key.Key_Escape)
    from core.errors import RequestProblem

    library.pane._not_written(4, "genre", "Waltz; ", RequestProblem("There is no track 4."))
    again = editor_of(library)
    assert again.text() == "Waltz; "
    assert again.accessibleDescription() == "There is no track 4."
    library.qtbot.keyClick(again, Key.Key_Escape)


def test_escape_leaves_the_cell_as_it_was(library: Shown) -> None:
    editor = begin(library, 3, "genre")
    library.qtbot.keyClicks(editor, "Waltz")
    library.qtbot.keyClick(editor, Key.Key_Escape)
    assert library.pane.tracks.index(3, 2).data() == "Lament"
    assert library.kit.history.undo_words.startswith("Select")


def test_known_values_are_offered_between_semicolons(library: Shown) -> None:
    editor = begin(library, 3, "genre")
    completer = editor.completer()
    library.until(lambda: completer.known.rowCount() == 4)
    editor.selectAll()
    library.qtbot.keyClicks(editor, "Waltz; ch")
    popup = completer.popup()
    assert popup.isVisible()
    assert completer.completionCount() == 1
    library.qtbot.keyClick(popup, Key.Key_Down)
    library.qtbot.keyClick(popup, Key.Key_Return)
    assert editor.text() == "Waltz; Choir"
    library.qtbot.keyClick(editor, Key.Key_Return)
    library.until(lambda: library.pane.tracks.index(3, 2).data() == "Waltz; Choir")


def test_a_cell_of_the_file_is_not_typed_in_but_the_title_is(library: Shown) -> None:
    editor = begin(library, 3, "duration")
    assert editor.column.key == "title"
    library.qtbot.keyClick(editor, Key.Key_Escape)
