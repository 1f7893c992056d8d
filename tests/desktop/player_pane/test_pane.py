"""The pane as a whole: what is loaded, what is heard, what the encoder heard, folding, remembering."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QMenu

from core.library.labels import labels_of
from desktop.changes import Changes
from desktop.commands import Command
from desktop.player.labelling import LabelForm
from desktop.player.passage import Passage
from desktop.player.spectrogram import Shades
from tests.desktop.player_pane.conftest import LONG_MS, say_position, wait_for

LEFT = Qt.MouseButton.LeftButton


def test_nothing_is_loaded(pane):
    assert pane.quiet.isVisible()
    assert not pane.body.isVisible()
    assert "Nothing is loaded" in pane.quiet.text()


def test_the_current_track_is_shown_ready_to_be_played(loaded, track_ids):
    assert loaded._kit.player.passage == Passage(track_ids[1])
    assert loaded.transport.title.text() == "take 1"
    assert loaded.transport.total.text() == "of 1:00"
    assert loaded.span.is_whole
    assert loaded.picture.scene.heard is None
    assert not loaded._kit.player.is_playing


def test_another_current_track_does_not_interrupt_what_plays(loaded, track_ids, qtbot):
    kit = loaded._kit
    qtbot.mouseClick(loaded.transport.play, LEFT)
    assert kit.player.is_playing
    kit.selection.make_current(track_ids[0])
    assert kit.player.passage.track_id == track_ids[1]
    assert loaded.shown.track_id == track_ids[1]
    qtbot.mouseClick(loaded.transport.play, LEFT)
    kit.selection.make_current(track_ids[2])
    qtbot.waitUntil(lambda: loaded.transport.title.text() == "take 2", timeout=LONG_MS)


def test_an_excerpt_is_gold_with_its_times(loaded, track_ids, qtbot):
    loaded._kit.player.play([Passage(track_ids[1], 30.0, 35.0), Passage(track_ids[0])])
    assert loaded.picture.scene.heard == (30.0, 35.0)
    assert loaded.picture.scene.heard_words == "Excerpt 0:30.0–0:35.0"
    assert loaded.transport.span.text() == "Excerpt 0:30.0–0:35.0"
    assert loaded.span.start_s < 30 < 35 < loaded.span.end_s < 60
    say_position(loaded, 31.26)
    assert loaded.transport.time.text() == "0:31.3"
    assert loaded.queue.text() == "1 of 2"
    assert "1 more" in loaded.queue.toolTip()


def test_the_queue_is_listed_and_jumped_in(loaded, track_ids, qtbot):
    loaded._kit.player.play([Passage(id_) for id_ in track_ids])
    qtbot.waitUntil(lambda: all(loaded._kit.cards.get(id_) for id_ in track_ids), timeout=LONG_MS)
    qtbot.mouseClick(loaded.queue, LEFT)
    rows = loaded.queue.list.rows
    assert [rows.item(row).text() for row in range(3)] == ["take 0", "take 1", "take 2"]
    assert rows.currentRow() == 0
    QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualItemRect(rows.item(2)).center())
    assert loaded._kit.player.place == 2


def test_a_loop_is_what_is_marked(loaded, qtbot):
    loaded.picture.choose((10.0, 12.0))
    qtbot.mouseClick(loaded.transport.loop, LEFT)
    assert loaded._kit.player.loop == (10.0, 12.0)
    assert loaded.transport.span.text() == "Loop 0:10.0–0:12.0"
    assert loaded.transport.loop.isChecked()
    assert loaded._kit.commands.actions["loop"].isChecked()
    qtbot.mouseClick(loaded.transport.loop, LEFT)
    assert loaded._kit.player.loop is None
    assert not loaded.transport.loop.isChecked()
    assert loaded.picture.scene.heard is None


def test_the_marked_excerpt_is_played_and_looped_from_its_bar(loaded, qtbot):
    loaded.picture.choose((10.0, 12.0))
    qtbot.mouseClick(loaded.marked.play, LEFT)
    assert loaded.picture.scene.heard == (10.0, 12.0)
    assert loaded._kit.player.is_playing
    qtbot.mouseClick(loaded.marked.loop, LEFT)
    assert loaded._kit.player.loop == (10.0, 12.0)
    qtbot.mouseClick(loaded.marked.clear, LEFT)
    assert loaded.picture.scene.chosen is None


def test_neighbours_of_the_excerpt_are_asked_for_where_somebody_answers(loaded, qtbot):
    actions, asked = loaded._kit.commands.actions, []
    if "near-excerpt" not in actions:
        loaded.picture.choose((1.0, 2.0))
        assert not loaded.marked.near.isVisible()
        loaded.picture.choose(None)
        loaded._kit.commands.offer("tracks", [Command("near-excerpt", "Near", "", lambda: None)])
    actions["near-excerpt"].triggered.connect(lambda: asked.append(actions["near-excerpt"].data()))
    loaded.picture.choose((10.0, 12.0))
    qtbot.mouseClick(loaded.marked.near, LEFT)
    assert asked == [Passage(loaded.shown.track_id, 10.0, 12.0)]


def test_an_excerpt_gets_a_label_that_can_be_undone(loaded, window, qtbot, coast):
    loaded.picture.choose((10.0, 12.0))
    qtbot.mouseClick(loaded.marked.name, LEFT)
    form = window.findChild(LabelForm)
    qtbot.waitUntil(lambda: form.field.count() > 3, timeout=LONG_MS)
    assert not form.agree.isEnabled()
    form.field.setEditText("year")
    qtbot.keyClicks(form.value, "old")
    assert not form.agree.isEnabled()
    assert form.says.text() == "year takes numbers."
    form.field.setEditText("mood")
    assert form.says.text() == "mood is a new field."
    with qtbot.waitSignal(loaded._kit.history.edited, timeout=LONG_MS):
        qtbot.keyClick(form.value, Qt.Key.Key_Return)
    labels = []
    loaded._kit.workspace.look(lambda c: said_of(c, loaded.shown.track_id), labels.extend)
    qtbot.waitUntil(lambda: labels == [("mood", "old", 10.0, 12.0)], timeout=LONG_MS)
    assert "mood" in loaded._kit.history.undo_words


def said_of(collection, track_id):
    with collection.database.reading() as session:
        found = labels_of(session, [track_id])[track_id]
    return [(label.field, label.value, label.start_s, label.end_s) for label in found if label.start_s]


# Keys and commands


def test_space_plays_except_where_it_ticks_or_is_typed(loaded, window, qtbot):
    player = loaded._kit.player
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    loaded.picture.setFocus()
    qtbot.keyClick(loaded.picture, Qt.Key.Key_Space)
    assert player.is_playing
    qtbot.keyClick(loaded.picture, Qt.Key.Key_Space)
    assert not player.is_playing
    box = QCheckBox("box", loaded)
    line = QLineEdit(loaded)
    for widget in (box, line):
        widget.show()
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Space)
    assert not player.is_playing
    assert box.isChecked()
    assert line.text() == " "


def test_commands_do_what_they_say(loaded, track_ids, qtbot):
    player, actions = loaded._kit.player, loaded._kit.commands.actions
    player.play([Passage(id_) for id_ in track_ids])
    actions["next_passage"].trigger()
    assert player.place == 1
    actions["skip_on"].trigger()
    assert player.position_s == 5.0
    actions["skip_back"].trigger()
    assert player.position_s == 0.0
    actions["previous_passage"].trigger()
    assert player.place == 0
    actions["stop_playing"].trigger()
    assert not player.is_playing
    qtbot.waitUntil(lambda: loaded.span.duration_s > 0, timeout=LONG_MS)
    actions["see_nearer"].trigger()
    assert not loaded.span.is_whole
    actions["see_farther"].trigger()
    actions["see_whole"].trigger()
    assert loaded.span.is_whole


def test_the_menu_of_the_picture(loaded, qapp):
    loaded.picture.choose((10.0, 12.0))
    where = QPoint(round(loaded.picture.x_at(28.0)), 20)
    loaded.excerpts.open_menu(loaded.picture.mapToGlobal(where))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert words[0].startswith("Play from 0:")
    assert words[1] == "Play what Descriptors heard, 0:25.0–0:30.0"
    assert "Loop the marked excerpt" in words
    menu.actions()[1].trigger()
    menu.close()
    assert loaded._kit.player.passage.start_s == 25.0


# Folding and remembering


def test_folded_it_shows_the_waveform_only(loaded, qtbot):
    qtbot.mouseClick(loaded.fold_button, LEFT)
    qtbot.waitUntil(lambda: loaded.height() < 90)
    assert loaded.picture.lanes.spectrum.height() == 0
    assert loaded.picture.lanes.wave.height() >= 30
    assert not loaded.sound.speed.isVisible()
    assert loaded.sound.volume.isVisible()
    assert loaded.fold_button.toolTip() == "Unfold the player"
    qtbot.mouseClick(loaded.fold_button, LEFT)
    qtbot.waitUntil(lambda: loaded.height() > 150)
    assert loaded.picture.lanes.spectrum.height() > 50


def test_the_spectrogram_is_set_and_remembered(loaded, qtbot):
    loaded.shading.range.setCurrentIndex(loaded.shading.range.findData(80))
    loaded.shading.range.activated.emit(0)
    loaded.span.show(20.0, 25.0)
    kept = loaded.remembered()
    qtbot.mouseClick(loaded.shading.usual, LEFT)
    loaded.span.show_all()
    assert loaded.tiles.shades == Shades()
    loaded.restore(kept)
    assert loaded.tiles.shades == Shades(range_db=80)
    assert loaded.shading.range.currentData() == 80
    assert (loaded.span.start_s, loaded.span.end_s) == (20.0, 25.0)
    loaded.restore({"shades": 3, "seen": ["x"], "folded": "y", "spectrum": None})


def test_without_a_spectrogram_the_wave_has_the_room(loaded):
    loaded.shading.shown.setChecked(False)
    assert loaded.picture.lanes.spectrum.height() == 0
    loaded.shading.shown.setChecked(True)
    assert loaded.picture.lanes.spectrum.height() > 0


def test_closing_the_collection_leaves_nothing(loaded):
    loaded._kit.selection.forget()
    loaded.forget()
    assert loaded.shown is None
    assert loaded.quiet.isVisible()
    assert loaded.shape.pyramid is None
    assert loaded._kit.heard.set_id is None


def test_a_file_that_cannot_be_read_says_so(pane, window, track_ids, tmp_path, qtbot):
    (tmp_path / "reels" / "take 1.flac").write_bytes(b"no sound")
    window.kit.selection.make_current(track_ids[1])
    qtbot.waitUntil(lambda: bool(pane.shape.problem), timeout=LONG_MS)
    reading = pane.picture.reading
    assert reading.isVisible()
    assert reading.said.text().startswith("No picture: ")


def test_files_that_may_have_changed_are_looked_at_again(loaded, tmp_path, qtbot):
    path = tmp_path / "reels" / "take 1.flac"
    path.write_bytes((tmp_path / "reels" / "take 2.flac").read_bytes())
    loaded._kit.workspace.changed.emit(Changes(tracks=True))
    qtbot.waitUntil(lambda: loaded.shape.is_whole, timeout=LONG_MS)
    assert loaded.shape.pyramid.duration_s == pytest.approx(3.0)
    assert loaded.span.duration_s == pytest.approx(3.0)
    qtbot.waitUntil(lambda: loaded.windows.state == "changed", timeout=LONG_MS)


def test_the_next_track_in_the_queue_is_shown(loaded, track_ids, qtbot):
    loaded._kit.player.play([Passage(track_ids[1]), Passage(track_ids[0])])
    loaded.span.show(10, 20)
    loaded._kit.player.next()
    qtbot.waitUntil(lambda: loaded.transport.title.text() == "take 0", timeout=LONG_MS)
    wait_for(qtbot, loaded)
    assert loaded.span.is_whole
    assert loaded.span.duration_s == pytest.approx(12.0)


@pytest.fixture
def tiles(loaded):
    """The spectrogram's own process may run."""
    return loaded.tiles


def test_the_spectrogram_fills_the_picture(tiles, loaded, qtbot):
    loaded.picture.refresh()
    loaded.picture.repaint()
    qtbot.waitUntil(lambda: not tiles.is_waiting and not tiles._wanted, timeout=LONG_MS)
    image = loaded.picture.grab().toImage()
    lane = loaded.picture.lanes.spectrum
    column = {image.pixelColor(lane.width() // 3, y).name() for y in range(lane.top(), lane.bottom())}
    assert len(column) > 10
