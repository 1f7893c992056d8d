"""Playlists as a person makes, orders, plays and deletes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from core.library.edits import Span
from core.library.playlists import create, list_playlists, read_playlist, rename
from core.store import open_collection
from desktop.changes import Changes
from desktop.mime import TRACKS, read_numbers, tracks_data
from desktop.player.passage import Passage
from desktop.playlists.pane import PlaylistsPane
from tests.core.library.shelf import add, tag
from tests.desktop.stage import LONG_MS, Stage, staged

Role = Qt.ItemDataRole


@pytest.fixture(scope="session")
def coast(empty_collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    import shutil

    folder = tmp_path_factory.mktemp("playlists") / "coast"
    shutil.copytree(empty_collection, folder)
    with open_collection(folder) as collection:
        ids = add(collection, "a.wav", "b.wav", "c.wav", "d.wav", "e.wav", duration_s=60.0)
        tag(collection, ids[0], title="Shore", artist="Ann")
        create(collection, "Laments", [1, Span(2, 10.0, 20.0), 3, 4], notes="for Friday")
        create(collection, "Dances", [5])
    return folder


@pytest.fixture
def stage(coast: Path, tmp_path: Path, qtbot) -> Iterator[Stage]:
    with staged(coast, tmp_path, qtbot) as stage:
        yield stage


@pytest.fixture
def pane(stage: Stage, qtbot) -> Iterator[PlaylistsPane]:
    pane = PlaylistsPane(stage.kit)
    stage.put(pane)
    qtbot.waitUntil(lambda: pane.content is not None, timeout=LONG_MS)
    yield pane
    pane.forget()


@pytest.fixture
def laments(pane: PlaylistsPane, stage: Stage, qtbot) -> PlaylistsPane:
    """The pane, with the playlist of four chosen."""
    pane.list.selectRow(1)
    qtbot.waitUntil(lambda: pane.content.name == "Laments", timeout=LONG_MS)
    qtbot.waitUntil(lambda: rows(pane)[3][1] == "d", timeout=LONG_MS)
    return pane


def rows(pane: PlaylistsPane) -> list[tuple[str, ...]]:
    model = pane.items
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def names(pane: PlaylistsPane) -> list[tuple[str, ...]]:
    model = pane.names
    return [tuple(model.index(row, column).data() for column in range(3)) for row in range(model.rowCount())]


def kept(stage: Stage, name: str) -> list[int | Span]:
    with stage.collection() as collection:
        (info,) = [info for info in list_playlists(collection) if info.name == name]
        return list(read_playlist(collection, info.id).items)


def order(stage: Stage, name: str = "Laments") -> list[int]:
    return [item if isinstance(item, int) else item.track_id for item in kept(stage, name)]


def test_listed_with_counts_and_lengths(pane, laments, qtmodeltester):
    assert names(pane) == [("Dances", "1", "1:00"), ("Laments", "4", "3:10")]
    assert rows(pane) == [
        ("1", "Shore", "1:00"),
        ("2", "b · 0:10.0–0:20.0", "0:10"),
        ("3", "c", "1:00"),
        ("4", "d", "1:00"),
    ]
    assert pane.head.name.accessibleName() == "Laments"
    assert pane.head.about.text() == "4 items · 3:10"
    assert pane.head.notes.text() == "for Friday"
    qtmodeltester.check(pane.items)
    qtmodeltester.check(pane.names)


def test_played_in_order_and_from_anywhere(laments, stage, qtbot):
    qtbot.mouseClick(laments.foot.play, Qt.MouseButton.LeftButton)
    assert [(p.track_id, p.start_s, p.end_s) for p in stage.player.queue] == [
        *((1, 0.0, None), (2, 10.0, 20.0), (3, 0.0, None), (4, 0.0, None)),
    ]
    assert stage.player.place == 0
    assert stage.player.queue[1].why == "2 of 4: Laments, excerpt 0:10.0–0:20.0"
    place = laments.table.visualRect(laments.items.index(2, 1)).center()
    qtbot.mouseClick(laments.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stage.kit.selection.current == 3
    qtbot.mouseDClick(laments.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stage.player.place == 2
    assert laments.items.heard == 2
    assert laments.items.index(2, 0).data() == ""
    assert not laments.items.index(2, 0).data(Role.DecorationRole).isNull()
    stage.player.place = 3
    stage.player.passage_changed.emit(stage.player.passage)
    assert laments.items.heard == 3
    stage.player.play([Passage(4)])
    assert laments.items.heard is None


def test_moved_by_the_keyboard_and_undone(laments, stage, qtbot):
    laments.table.setFocus()
    laments.table.choose([0, 1])
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(laments.table, Qt.Key.Key_Down, alt)
    qtbot.waitUntil(lambda: rows(laments)[0][1] == "c", timeout=LONG_MS)
    assert order(stage) == [3, 1, 2, 4]
    assert laments.table.chosen == [1, 2]
    qtbot.keyClick(laments.table, Qt.Key.Key_Down, alt)
    qtbot.waitUntil(lambda: rows(laments)[1][1] == "d", timeout=LONG_MS)
    qtbot.keyClick(laments.table, Qt.Key.Key_Down, alt)
    stage.calm()
    assert order(stage) == [3, 4, 1, 2]
    for wanted in ([3, 1, 2, 4], [1, 2, 3, 4]):
        with qtbot.waitSignal(stage.workspace.changed, timeout=LONG_MS):
            stage.kit.history.undo()
        assert order(stage) == wanted
    with qtbot.waitSignal(stage.workspace.changed, timeout=LONG_MS):
        stage.kit.history.redo()
    assert order(stage) == [3, 1, 2, 4]
    qtbot.waitUntil(lambda: rows(laments)[0][1] == "c", timeout=LONG_MS)


def drop(table, data: QMimeData, y: int) -> None:
    """As the system delivers it."""
    view = table.viewport()
    actions, buttons, keys = (
        Qt.DropAction.MoveAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(QPoint(40, y), actions, data, buttons, keys)
        QApplication.sendEvent(view, event)
        assert event.isAccepted()
    QApplication.sendEvent(view, QDropEvent(QPointF(40, y), actions, data, buttons, keys))


def top_of(table, row: int) -> int:
    return table.visualRect(table.model().index(row, 1)).top()


@pytest.mark.parametrize(
    ("places", "row", "wanted"),
    [([3], 0, [4, 1, 2, 3]), ([0, 2], 4, [2, 4, 1, 3]), ([0], 1, [1, 2, 3, 4]), ([1], 3, [1, 3, 2, 4])],
)
def test_moved_by_dragging(laments, stage, places, row, wanted):
    data = laments.items.mimeData([laments.items.index(place, 1) for place in places])
    y = top_of(laments.table, row) + 2 if row < 4 else laments.table.viewport().height() - 2
    drop(laments.table, data, y)
    stage.calm()
    assert order(stage) == wanted
    assert [span for span in kept(stage, "Laments") if isinstance(span, Span)] == [Span(2, 10.0, 20.0)]


def test_tracks_of_the_library_are_dropped_between(laments, stage, qtbot):
    drop(laments.table, tracks_data([5, 1]), top_of(laments.table, 1) + 2)
    qtbot.waitUntil(lambda: len(rows(laments)) == 6, timeout=LONG_MS)
    assert order(stage) == [1, 5, 1, 2, 3, 4]
    assert laments.table.chosen == [1, 2]


def test_tracks_are_dropped_on_a_name(laments, stage, qtbot):
    place = laments.list.visualRect(laments.names.index(0, 0)).center().y()
    drop(laments.list, tracks_data([1, 2]), place)
    qtbot.waitUntil(lambda: names(laments)[0][1] == "3", timeout=LONG_MS)
    assert order(stage, "Dances") == [5, 1, 2]
    assert laments.content.name == "Laments"


def test_what_is_no_list_of_tracks_is_left_out(laments, stage):
    for raw in (b"", b"no", b"[1, true]", b'{"a": 1}', b'["1"]'):
        data = QMimeData()
        data.setData(TRACKS, raw)
        assert read_numbers(data, TRACKS) == []
        laments.items.dropMimeData(data, Qt.DropAction.CopyAction, 0, 0, laments.table.rootIndex())
    stage.calm()
    assert order(stage) == [1, 2, 3, 4]


def test_removed_with_the_keyboard(laments, stage, qtbot):
    laments.table.setFocus()
    laments.table.choose([1, 2])
    qtbot.keyClick(laments.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(rows(laments)) == 2, timeout=LONG_MS)
    assert order(stage) == [1, 4]
    assert laments.table.chosen == [1]
    assert stage.kit.history.undo_words == "Remove 2 items from Laments"


def test_made_of_the_chosen_tracks_and_named_at_once(pane, stage, qtbot):
    with qtbot.waitSignal(stage.kit.filter.found_changed, timeout=LONG_MS):
        stage.kit.filter.ask("", "-path")
    assert not pane.tools.new_chosen.isVisible()
    stage.kit.selection.choose([2, 4, 1])
    assert pane.tools.new_chosen.text() == "Of 3 chosen"
    with qtbot.waitSignal(pane.wanted):
        qtbot.mouseClick(pane.tools.new_chosen, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(pane.list.viewport().findChildren(QLineEdit)), timeout=LONG_MS)
    (line,) = pane.list.viewport().findChildren(QLineEdit)
    assert line.text() == "Selection"
    qtbot.keyClicks(line, "Mine")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.content.name == "Mine", timeout=LONG_MS)
    assert order(stage, "Mine") == [4, 2, 1]


def test_an_empty_one_gets_a_name_that_is_free(pane, stage, qtbot):
    for wanted in ("New playlist", "New playlist 2"):
        qtbot.mouseClick(pane.tools.new, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda wanted=wanted: pane.content.name == wanted, timeout=LONG_MS)
        (line,) = [e for e in pane.list.viewport().findChildren(QLineEdit) if e.isVisible()]
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not pane.foot.play.isEnabled()
    stage.kit.selection.choose([1])
    pane.add_chosen()
    qtbot.waitUntil(pane.foot.play.isEnabled, timeout=LONG_MS)
    assert order(stage, "New playlist 2") == [1]


def test_a_name_that_is_taken_says_so(laments, stage, qtbot, messages):
    laments.list.setFocus()
    qtbot.keyClick(laments.list, Qt.Key.Key_F2)
    (line,) = laments.list.viewport().findChildren(QLineEdit)
    qtbot.keyClicks(line, "Dances")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(messages), timeout=LONG_MS)
    assert messages[0].text == "There is a playlist Dances already. Choose another name."
    assert [name for name, *_ in names(laments)] == ["Dances", "Laments"]


test_a_name_that_is_taken_says_so = pytest.mark.may_log("told: ")(test_a_name_that_is_taken_says_so)


def test_deleted_and_brought_back_whole(laments, stage, qtbot):
    before = kept(stage, "Laments")
    qtbot.mouseClick(laments.foot.delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: laments.content.name == "Dances", timeout=LONG_MS)
    assert len(names(laments)) == 1
    assert stage.kit.history.undo_words == "Delete playlist Laments"
    stage.kit.history.undo()
    qtbot.waitUntil(lambda: len(names(laments)) == 2, timeout=LONG_MS)
    assert kept(stage, "Laments") == before


@pytest.mark.may_log("told: ")
def test_what_another_program_changed_is_not_undone(laments, stage, qtbot, messages):
    laments.work.rename(laments.content.id, "Elegies")
    qtbot.waitUntil(lambda: laments.content.name == "Elegies", timeout=LONG_MS)
    with stage.collection() as collection:
        rename(collection, laments.content.id, "Theirs")
    stage.kit.history.undo()
    qtbot.waitUntil(lambda: bool(messages), timeout=LONG_MS)
    assert "has been changed since by something else" in messages[0].text
    stage.workspace.changed.emit(Changes(playlists=True))
    qtbot.waitUntil(lambda: laments.content.name == "Theirs", timeout=LONG_MS)


def test_notes_are_kept(laments, stage, qtbot):
    laments.head.notes.setFocus()
    laments.head.notes.selectAll()
    qtbot.keyClicks(laments.head.notes, "for Monday")
    qtbot.keyClick(laments.head.notes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.kit.history.undo_words == "Change the notes of Laments", timeout=LONG_MS)
    with stage.collection() as collection:
        assert [info.notes for info in list_playlists(collection)] == ["", "for Monday"]


def test_shown_in_the_library_and_followed(laments, stage, qtbot):
    with qtbot.waitSignal(stage.kit.filter.found_changed, timeout=LONG_MS):
        qtbot.mouseClick(laments.foot.show_found, Qt.MouseButton.LeftButton)
    assert stage.kit.filter.asked.text == "playlist:Laments"
    assert stage.kit.filter.ids == [1, 2, 3, 4]
    laments.work.remove(laments.content.id, [0])
    qtbot.waitUntil(lambda: stage.kit.filter.ids == [2, 3, 4], timeout=LONG_MS)


def test_exported_and_imported(laments, stage, qtbot, monkeypatch, tmp_path, messages):
    out = tmp_path / "laments"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), "M3U8 (*.m3u8)"))
    qtbot.mouseClick(laments.foot.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(messages), timeout=LONG_MS)
    assert messages[0].text == f"4 items written to {out}.m3u8."
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (f"{out}.m3u8", ""))
    qtbot.mouseClick(laments.tools.bring_in, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: laments.content.name == "laments", timeout=LONG_MS)
    assert order(stage, "laments") == [1, 2, 3, 4]
    (line,) = [e for e in laments.list.viewport().findChildren(QLineEdit) if e.isVisible()]
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    stage.kit.history.undo()
    qtbot.waitUntil(lambda: len(names(laments)) == 2, timeout=LONG_MS)


def test_without_any(stage, qtbot):
    with stage.collection() as collection:
        from core.library.playlists import delete

        for info in list_playlists(collection):
            delete(collection, info.id)
    pane = PlaylistsPane(stage.kit)
    stage.put(pane)
    stage.calm()
    assert pane.empty.isVisible()
    assert not pane.split.isVisible()
    stage.kit.selection.choose([3])
    stage.commands.actions["add_to_playlist"].trigger()
    qtbot.waitUntil(lambda: pane.content is not None, timeout=LONG_MS)
    assert order(stage, "Selection") == [3]


@pytest.mark.parametrize("size", [(300, 330), (300, 700), (240, 500)])
def test_nothing_is_clipped(laments, stage, size):
    stage.kit.selection.choose([1, 2])
    stage.resize(*size)
    QApplication.processEvents()
    for button in laments.findChildren(QPushButton):
        if button.isVisible():
            assert button.accessibleName()
            assert button.width() >= button.minimumSizeHint().width()
            assert laments.rect().contains(button.mapTo(laments, button.rect().center()))
