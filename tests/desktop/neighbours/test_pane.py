"""Neighbours as a person meets them: asked by a click, listed, heard, asked on from there, kept."""

from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QMenu

from core.library.playlists import list_playlists, read_playlist
from core.maps.links import Link
from core.neighbours import NearRequest
from core.neighbours.ask import answer
from core.neighbours.closest import closest
from core.store import open_collection
from desktop.changes import Changes
from desktop.neighbours.model import HIT_ROLE
from desktop.player.passage import Passage
from tests.desktop.conftest import LONG_MS
from tests.desktop.neighbours.conftest import AIR, BELL, JIG, LULLABY, REEL, SHORE, UNHEARD, answered

LEFT = Qt.MouseButton.LeftButton


def core_hits(pane, **asked):
    with open_collection(pane.kit.workspace.folder) as collection:
        return answer(collection, NearRequest("1", **asked)).hits


def shown(pane):
    model = pane.model
    return [model.index(row, 0).data(HIT_ROLE) for row in range(model.rowCount())]


def click(qtbot, pane, row, x=120):
    rect = pane.list.visualRect(pane.model.index(row, 0))
    qtbot.mouseClick(pane.list.viewport(), LEFT, pos=QPoint(x, rect.center().y()))


def titles(pane):
    return [pane.model.title_of(hit) for hit in pane.model.hits]


def test_what_is_listed_is_what_the_engine_answers(ask, qtbot, qtmodeltester):
    pane = ask(SHORE)
    assert shown(pane) == core_hits(pane, like=(SHORE,))
    assert len(pane.model.hits) == 6
    assert pane.head.asked.accessibleName() == "Shore"
    assert "full space (24 numbers), not on the map" in pane.body.foot.text()
    chance = f"{pane.answer.result.chance:.2f}"
    assert f"95 % of random pairs score below {chance}." in pane.body.foot.text()
    assert "7 of 8 tracks are encoded." in pane.body.foot.text()
    qtbot.waitUntil(lambda: all(pane.kit.cards.get(hit.track_id) for hit in pane.model.hits), timeout=LONG_MS)
    qtmodeltester.check(pane.model)
    first = pane.model.hits[0]
    said = pane.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(f"1. {titles(pane)[0]}, ")
    assert said.endswith(f"similarity {first.similarity:.2f}")
    pane.show_links(SHORE, 2, [Link(first.track_id, True), Link(pane.model.hits[1].track_id, False)])
    far = [pane.model.index(row, 0).data().endswith("far on map") for row in range(6)]
    assert far == [True, *[False] * 5]
    pane.show_links(LULLABY, 2, [])
    assert pane.model.index(0, 0).data().endswith("far on map")


def test_how_many_and_distinct_artists(ask, qtbot):
    pane = ask(SHORE)
    qtbot.mouseClick(pane.head.distinct, LEFT, pos=QPoint(8, pane.head.distinct.height() // 2))
    answered(qtbot, pane, lambda: len(pane.model.hits) == 4)
    assert shown(pane) == core_hits(pane, like=(SHORE,), distinct="artist")
    assert BELL not in [hit.track_id for hit in pane.model.hits]
    pane.head.count.setValue(2)
    answered(qtbot, pane, lambda: len(pane.model.hits) == 2)
    assert shown(pane) == core_hits(pane, like=(SHORE,), distinct="artist", k=2)


def test_a_click_plays_and_marks_but_keeps_the_question(ask, qtbot):
    pane = ask(SHORE)
    hits = list(pane.model.hits)
    player = pane.kit.player
    click(qtbot, pane, 2)
    assert player.passage == Passage(hits[2].track_id)
    assert player.is_playing
    assert len(player.queue) == 1
    assert pane.kit.selection.current == hits[2].track_id
    qtbot.wait(300)
    assert pane.question.plus == (SHORE,)
    assert pane.model.hits == hits
    assert pane.list.row == 2
    click(qtbot, pane, 2, x=38)
    assert not player.is_playing
    click(qtbot, pane, 2, x=38)
    assert player.is_playing
    click(qtbot, pane, 0, x=38)
    assert player.passage == Passage(hits[0].track_id)


def test_the_keyboard_walks_plays_and_asks_anew(ask, qtbot):
    pane = ask(SHORE)
    hits = list(pane.model.hits)
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    assert pane.list.row == 1
    assert pane.kit.selection.current == hits[1].track_id
    assert not pane.kit.player.is_playing
    qtbot.keyClick(pane.list, Qt.Key.Key_Space)
    assert pane.kit.player.passage == Passage(hits[1].track_id)
    assert pane.kit.player.is_playing
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    answered(qtbot, pane, lambda: pane.question.plus == (hits[1].track_id,))
    assert shown(pane) == core_hits(pane, like=(hits[1].track_id,))
    qtbot.mouseClick(pane.head.back, LEFT)
    answered(qtbot, pane, lambda: pane.question.plus == (SHORE,))
    assert pane.model.hits == hits
    assert not pane.head.back.isEnabled()
    pane.kit.commands.actions["near-forward"].trigger()
    answered(qtbot, pane, lambda: pane.question.plus == (hits[1].track_id,))


def test_a_pinned_question_stays(ask, qtbot):
    pane = ask(SHORE)
    qtbot.mouseClick(pane.head.pin, LEFT)
    pane.kit.selection.make_current(REEL)
    qtbot.wait(300)
    assert pane.question.plus == (SHORE,)
    qtbot.mouseClick(pane.head.pin, LEFT)
    answered(qtbot, pane, lambda: pane.question.plus == (REEL,))


def test_only_the_last_of_many_clicks_is_asked(pane, qtbot):
    asked = []
    pane.asking.answered.connect(lambda found: asked.append(found.question.plus))
    for track_id in (SHORE, LULLABY, BELL, REEL):
        pane.kit.selection.make_current(track_id)
    answered(qtbot, pane, lambda: pane.question.plus == (REEL,))
    assert asked == [(REEL,)]


def test_all_in_order(ask, qtbot):
    pane = ask(SHORE)
    qtbot.mouseClick(pane.body.play, LEFT)
    player = pane.kit.player
    assert player.queue == [Passage(hit.track_id) for hit in pane.model.hits]
    assert player.place == 0
    assert player.is_playing
    pane.kit.player.next()
    assert player.passage == Passage(pane.model.hits[1].track_id)


def test_a_and_b_are_the_excerpts_that_match_best(ask, qtbot):
    pane = ask(SHORE)
    row = next(r for r, hit in enumerate(pane.model.hits) if hit.track_id == LULLABY)
    with open_collection(pane.kit.workspace.folder) as collection:
        pair = closest(collection, "1", [SHORE], LULLABY)
    click(qtbot, pane, row)
    player = pane.kit.player
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: player.passage.track_id == SHORE, timeout=LONG_MS)
    assert (player.passage.start_s, player.passage.end_s) == (pair.a_start_s, pair.a_end_s)
    player.toggle()
    player.seek(pair.a_start_s + 2.5)
    qtbot.keyClick(pane.list, Qt.Key.Key_X)
    assert (player.passage.track_id, player.passage.start_s) == (LULLABY, pair.b_start_s)
    assert player.position_s == pytest.approx(pair.b_start_s + 2.5, abs=0.2)
    assert player.is_playing
    assert pair.a_start_s - 20 == pair.b_start_s - 50  # as planted


def test_adding_and_taking_away(ask, qtbot):
    pane = ask(SHORE)
    pane.mark(REEL)
    qtbot.mouseClick(pane.body.add, LEFT)
    answered(qtbot, pane, lambda: pane.question.plus == (SHORE, REEL))
    assert pane.mode == "selection"
    pane.mark(AIR)
    qtbot.mouseClick(pane.body.subtract, LEFT)
    answered(qtbot, pane, lambda: pane.question.minus == (AIR,))
    assert shown(pane) == core_hits(pane, like=(SHORE, REEL), unlike=(AIR,))
    assert "when 3 random ones are asked with so" in pane.body.foot.text()
    said = [(chip.part.track_ids, chip.part.minus) for chip in pane.body.chips.chips]
    assert said == [((SHORE,), False), ((REEL,), False), ((AIR,), True)]
    assert pane.head.asked.accessibleName() == "the average of 2 tracks less 1 track"
    qtbot.mouseClick(pane.body.chips.chips[1].remove, LEFT)
    answered(qtbot, pane, lambda: pane.question.plus == (SHORE,))
    assert shown(pane) == core_hits(pane, like=(SHORE,), unlike=(AIR,))
    pane.kit.selection.choose((BELL, JIG))
    qtbot.mouseClick(pane.body.chips.clear, LEFT)
    answered(qtbot, pane, lambda: pane.question.plus == (BELL, JIG))


def test_the_average_of_the_selection_follows_it(ask, qtbot):
    pane = ask(SHORE)
    qtbot.mouseClick(pane.head.modes.buttons["selection"], LEFT)
    assert pane.body.notice.isVisible()
    assert "Their average is asked with" in pane.body.notice.text.text()
    pane.kit.selection.choose((SHORE, BELL, REEL))
    answered(qtbot, pane, lambda: pane.question.plus == (SHORE, BELL, REEL))
    assert shown(pane) == core_hits(pane, like=(SHORE, BELL, REEL))
    pane.kit.history.undo()
    qtbot.waitUntil(pane.body.notice.isVisible)
    qtbot.mouseClick(pane.body.notice.button, LEFT)
    answered(qtbot, pane, lambda: pane.question.plus == (SHORE,))


def test_an_excerpt_finds_excerpts(ask, qtbot):
    pane = ask(SHORE)
    player = pane.kit.player
    player.play([Passage(SHORE)])
    player.toggle()
    player.set_loop(31.0, 35.0)
    pane.kit.commands.actions["near-excerpt"].trigger()
    answered(qtbot, pane, lambda: pane.question.at_s == 33.0)
    assert shown(pane) == core_hits(pane, like=(SHORE,), at_s=33.0)
    assert pane.head.asked.accessibleName() == "Shore, 0:30–0:40"
    best = pane.model.hits[0]
    assert (best.track_id, best.start_s, best.end_s) == (LULLABY, 60.0, 70.0)
    click(qtbot, pane, 0)
    assert (player.passage.track_id, player.passage.start_s, player.passage.end_s) == (LULLABY, 60.0, 70.0)
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_X)
    assert (player.passage.track_id, player.passage.start_s, player.passage.end_s) == (SHORE, 30.0, 40.0)


def test_a_track_that_was_not_encoded_says_so_and_what_to_do(ask, pane, qtbot):
    pane.kit.selection.make_current(UNHEARD)
    qtbot.waitUntil(
        lambda: "unheard.wav has not been encoded" in pane.body.notice.text.text(), timeout=LONG_MS
    )
    assert pane.body.notice.button.text() == "Encode…"
    assert pane.body.buttons.isHidden()
    assert not pane.head.export.isEnabled()
    ask(SHORE)
    assert pane.list.isVisible()


def test_text_needs_an_encoder_with_words(ask, stand, qtbot):
    pane = ask(SHORE)
    pane.kit.commands.actions["near-text"].trigger()
    qtbot.keyClicks(pane.head.edit, "slow lament")
    qtbot.keyClick(pane.head.edit, Qt.Key.Key_Return)
    assert "Text needs an encoder with words, such as CLAP." in pane.body.notice.text.text()
    assert pane.body.notice.button.text() == "Encoders…"
    qtbot.mouseClick(pane.body.notice.button, LEFT)
    assert stand.encoders_wanted == 1


def test_nothing_is_asked_while_it_is_not_seen(stand, pane, qtbot):
    stand.hide()
    pane.kit.selection.make_current(SHORE)
    qtbot.wait(300)
    assert pane.answer is None
    stand.show()
    answered(qtbot, pane, lambda: pane.question.plus == (SHORE,))


def test_new_vectors_are_asked_for_again(ask, qtbot):
    pane = ask(SHORE)
    answers = []
    pane.answered.connect(answers.append)
    pane.kit.workspace.changed.emit(Changes(sets=True))
    qtbot.waitUntil(lambda: bool(answers), timeout=LONG_MS)
    assert answers[-1].question.plus == (SHORE,)


def test_the_list_is_exported_with_units_and_sources(ask, qtbot, tmp_path, monkeypatch):
    pane = ask(SHORE)
    qtbot.waitUntil(lambda: all(pane.kit.cards.get(hit.track_id) for hit in pane.model.hits), timeout=LONG_MS)
    path = tmp_path / "near.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qtbot.mouseClick(pane.head.export, LEFT)
    qtbot.waitUntil(path.exists, timeout=LONG_MS)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert [int(row["track_id"]) for row in rows] == [hit.track_id for hit in pane.model.hits]
    assert float(rows[0]["similarity [cosine]"]) == pytest.approx(pane.model.hits[0].similarity)
    assert rows[0]["asked"] == "shore.wav"
    assert rows[0]["title"] == titles(pane)[0]
    assert float(rows[0]["chance"]) == pytest.approx(pane.answer.result.chance)


def test_the_menu_of_a_row_and_a_playlist_that_can_be_undone(ask, qtbot):
    pane = ask(SHORE)
    pane.list.menu_wanted.emit(1, QPoint(0, 0))
    menu = next(menu for menu in pane.findChildren(QMenu) if menu.isVisible())
    acts = {action.text(): action for action in menu.actions()}
    acts["Save the list as playlist"].trigger()
    menu.close()
    collection = open_collection(pane.kit.workspace.folder)
    with collection:
        qtbot.waitUntil(lambda: pane.kit.history.undo_words != "", timeout=LONG_MS)
        (info,) = list_playlists(collection)
        assert info.name == "Nearest to Shore"
        assert read_playlist(collection, info.id).items == tuple(hit.track_id for hit in pane.model.hits)
        pane.kit.history.undo()
        qtbot.waitUntil(lambda: pane.kit.history.redo_words != "", timeout=LONG_MS)
        assert list_playlists(collection) == []
        pane.kit.history.redo()
        qtbot.waitUntil(lambda: len(list_playlists(collection)) == 1, timeout=LONG_MS)


def test_another_collection_begins_anew_and_the_settings_come_back(ask, stand, qtbot):
    pane = ask(SHORE)
    pane.head.count.setValue(3)
    answered(qtbot, pane, lambda: len(pane.model.hits) == 3)
    kept = pane.remembered()
    assert kept == {"mode": "track", "count": 3, "distinct": False, "set": 1, "layer": 0}
    stand.shut(qtbot)
    assert pane.model.rowCount() == 0
    assert not pane.head.back.isEnabled()
    pane.head.count.setValue(10)
    pane.restore({"count": "many", "set": "?", "mode": 7, "distinct": 1})
    assert (pane.head.count.value(), pane.head.distinct.isChecked()) == (10, False)
    pane.restore(kept | {"distinct": True})
    assert (pane.head.count.value(), pane.head.distinct.isChecked()) == (3, True)


def test_everything_has_a_name_and_can_be_reached(ask, qtbot):
    pane = ask(SHORE)
    head, body = pane.head, pane.body
    for widget in (head.count, head.export, head.distinct, head.sets, head.back, head.forward, head.pin,
                   body.play, body.compare, body.add, body.subtract, pane.list):  # fmt: skip
        assert widget.accessibleName() or widget.text(), widget
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget
    for button in head.modes.buttons.values():
        assert button.accessibleName()
        assert button.toolTip()
    assert pane.body.add.toolTip() == "Ask with Shore, too"


def test_a_dropped_file_is_asked_with(pane, qtbot, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(
        pane.kit.workspace, "answer", lambda kind, request, *_, **__: asked.append((kind, request))
    )
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "take 9.flac"))])
    drop = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    pane.dropEvent(drop)
    assert [(kind, request.file) for kind, request in asked] == [("near", str(tmp_path / "take 9.flac"))]
    assert pane.mode == "file"
    qtbot.waitUntil(pane.body.waiting.isVisible, timeout=LONG_MS)
    assert "Ear is listening" in pane.body.waiting.text.accessibleName()
    qtbot.mouseClick(pane.body.waiting.cancel, LEFT)
    assert pane.body.notice.text.text() == "The question was cancelled."
    assert pane.body.waiting.isHidden()
