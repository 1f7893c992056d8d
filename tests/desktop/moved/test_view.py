"""Before and after under hand: what is seen, heard, chosen, kept and taken away."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.library.playlists import list_playlists, read_playlist
from core.messages import Message
from core.store import open_collection
from desktop.commands import Command
from desktop.moved import canvas as canvases
from desktop.moved.colours import KEPT, PART
from desktop.moved.model import NUMBERED
from desktop.moved.naming import NameDialog
from tests.core.moved import taught
from tests.desktop.conftest import LONG_MS, dialog_of, press
from tests.desktop.moved.conftest import Bench

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


def lonely(bench: Bench, which: str) -> int:
    """A track that no other lies in front of."""
    charts = bench.view.charts
    points = (charts.before if which == "before" else charts.after).scene.points
    apart = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    return int(charts.after.scene.ids[apart.min(1).argmax()])


def row_at(bench: Bench, row: int) -> QPoint:
    list_ = bench.view.movers.list
    return list_.visualRect(list_.model().index(row, 0)).center()


# What is seen


def test_it_opens_with_both_maps_and_says_how_they_were_drawn(bench: Bench) -> None:
    view, drawn = bench.view, bench.view.drawn
    assert drawn is not None
    assert view.stack.currentWidget() is view.split
    np.testing.assert_array_equal(view.charts.before.scene.points, drawn.before)
    np.testing.assert_array_equal(view.charts.after.scene.points, drawn.after)
    assert view.counted.accessibleName() == (
        "24 of 24 tracks shown, both maps · t-SNE, perplexity 5, seed 1; "
        "B started from A and was turned to fit it"
    )
    said = view.told.text()
    assert said.startswith(f"A track kept on average {drawn.stayed.mean:.1f} of its 4 true neighbours")
    assert f"by chance {drawn.stayed.by_chance:.1f}" in said
    train = int((drawn.part == 0).sum())
    assert f"{round(100 * train / taught.N)} % of the points were trained on." in said
    assert [badge.text for badge in view.charts.badges] == [
        "before: Mel CNN, untrained",
        "after: taught in run 1",
    ]


def test_the_list_is_in_the_order_of_movement_and_numbers_stand_on_both_maps(bench: Bench) -> None:
    view, drawn = bench.view, bench.view.drawn
    assert drawn is not None
    lines = view.movers.model.lines
    assert [line.row for line in lines] == drawn.movers(50)
    assert [line.kept for line in lines] == sorted(line.kept for line in lines)
    for canvas in view.charts.canvases:
        marks = canvas.marks()
        assert [mark.number for mark in marks] == list(range(1, NUMBERED + 1))
        for mark, line in zip(marks, lines, strict=False):
            assert mark.at == tuple(canvas.scene.points[line.row].tolist())
    starts = [mark.start for mark in view.charts.after.marks()]
    assert starts == [tuple(drawn.before[line.row].tolist()) for line in lines[:NUMBERED]]
    assert all(mark.start is None for mark in view.charts.before.marks())
    view.bar.ways.click()
    assert all(mark.start is None for mark in view.charts.after.marks())


def test_most_neighbours_are_counted_by_the_colour_that_is_chosen(bench: Bench) -> None:
    view, drawn, colours = bench.view, bench.view.drawn, bench.kit.colouring.colours
    assert drawn is not None
    assert colours.field == "genre"
    for line in view.movers.model.lines:
        for near, told in ((drawn.was_near, line.was), (drawn.is_near, line.now)):
            names = [colours.names[colours.codes[id_]] for id_ in near[line.row].tolist()]
            assert names.count(told[0]) == told[1] == max(names.count(name) for name in names)


def test_only_test_tracks_when_asked(bench: Bench) -> None:
    view, drawn = bench.view, bench.view.drawn
    assert drawn is not None
    view.movers.test_only.click()
    assert [line.row for line in view.movers.model.lines] == drawn.movers(50, test_only=True)
    assert view.movers.model.lines
    assert all(drawn.part[line.row] == 2 for line in view.movers.model.lines)
    assert [way.number for way in view.charts.after.ways] == [
        line.rank for line in view.movers.model.lines[:NUMBERED]
    ]


def test_a_class_is_hidden_in_both_maps_and_the_caption_counts(bench: Bench, qtbot: QtBot) -> None:
    view = bench.view
    entry = view.strip.entries[0]
    assert entry.row.count == 8
    qtbot.mouseClick(entry, LEFT)
    for canvas in view.charts.canvases:
        assert canvas.scene.shown is not None
        assert int(canvas.scene.shown.sum()) == 16
    assert view.counted.accessibleName().startswith("16 of 24 tracks shown")
    qtbot.mouseClick(entry, LEFT, Qt.KeyboardModifier.ControlModifier)
    assert view.visible == 8
    qtbot.mouseClick(entry, LEFT, Qt.KeyboardModifier.ShiftModifier)
    assert len(bench.kit.selection.chosen) == 8


def test_colours_of_neighbours_kept_and_of_the_split(bench: Bench) -> None:
    view, drawn = bench.view, bench.view.drawn
    assert drawn is not None
    view.tints.choose(KEPT)
    numbers = view.charts.before.scene.numbers
    assert numbers is not None
    assert numbers.values.tolist() == [drawn.kept(row) for row in range(taught.N)]
    view.tints.choose(PART)
    assert [entry.row.name for entry in view.strip.entries] == ["training", "validation", "test"]
    assert sum(entry.row.count for entry in view.strip.entries) == taught.N
    assert view.bar.colour.currentText() == "Part of the split"


def test_both_are_looked_at_from_the_same_place(bench: Bench) -> None:
    before, after = bench.view.charts.canvases
    assert before.view == after.view or before.width() != after.width()
    before.zoom(3.0)
    assert after.view.scale == pytest.approx(before.view.scale, rel=0.01)
    after.pan(20, 10)
    assert (before.view.x, before.view.y) == (after.view.x, after.view.y)
    before.setFocus()
    before.fit()
    assert after.view.scale == pytest.approx(before.view.scale, rel=0.01)


# The change


def test_the_change_is_played_from_before_to_after(bench: Bench, qtbot: QtBot) -> None:
    view, drawn = bench.view, bench.view.drawn
    assert drawn is not None
    seen = view.charts.after.view
    qtbot.mouseClick(view.bar.play, LEFT)
    np.testing.assert_array_equal(view.charts.after.scene.points, drawn.before)
    assert not view.charts.after.is_complete()
    qtbot.waitUntil(view.charts.after.is_complete, timeout=LONG_MS)
    np.testing.assert_array_equal(view.charts.after.scene.points, drawn.after)
    assert view.charts.after.view == seen


def test_with_reduced_motion_nothing_moves(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, drawn = bench.view, bench.view.drawn
    assert drawn is not None
    monkeypatch.setattr(canvases, "is_reduced", lambda widget: True)
    monkeypatch.setattr("desktop.map.surface.is_reduced", lambda widget: True)
    view._choose_many("one")
    qtbot.mouseClick(view.bar.moment.buttons["before"], LEFT)
    np.testing.assert_array_equal(view.charts.after.scene.points, drawn.before)
    qtbot.mouseClick(view.bar.play, LEFT)
    np.testing.assert_array_equal(view.charts.after.scene.points, drawn.after)


def test_one_map_shows_either_moment(bench: Bench, qtbot: QtBot) -> None:
    view, drawn = bench.view, bench.view.drawn
    assert drawn is not None
    qtbot.mouseClick(view.bar.many.buttons["one"], LEFT)
    assert not view.charts.before.isVisible()
    assert view.charts.badges[1].text == "after: taught in run 1"
    qtbot.mouseClick(view.bar.moment.buttons["before"], LEFT)
    qtbot.waitUntil(view.charts.after.is_complete, timeout=LONG_MS)
    np.testing.assert_array_equal(view.charts.after.scene.points, drawn.before)
    assert (view.charts.badges[1].letter, view.charts.badges[1].text) == ("A", "before: Mel CNN, untrained")
    qtbot.mouseClick(view.bar.many.buttons["two"], LEFT)
    assert view.charts.before.isVisible()
    np.testing.assert_array_equal(view.charts.after.scene.points, drawn.after)


# What is heard


@pytest.mark.parametrize("which", ["before", "after"])
def test_a_click_on_a_point_plays_and_chooses_its_track(bench: Bench, qtbot: QtBot, which: str) -> None:
    track_id = lonely(bench, which)
    canvas = bench.view.charts.before if which == "before" else bench.view.charts.after
    qtbot.mouseClick(canvas, LEFT, pos=bench.at(which, track_id))
    qtbot.waitUntil(lambda: bool(bench.heard), timeout=LONG_MS)
    assert bench.played() == [track_id]
    passage = bench.heard[-1][0]
    assert (passage.start_s, passage.end_s) == (0.0, 1.0)
    assert "Mel CNN, run 1" in passage.why
    assert bench.kit.selection.chosen == {track_id}
    assert bench.kit.selection.current == track_id
    assert bench.view.movers.list.row == bench.view.movers.model.row_of(track_id)


def test_a_click_on_a_mover_plays_it_and_marks_it_on_both_maps(bench: Bench, qtbot: QtBot) -> None:
    list_, line = bench.view.movers.list, bench.view.movers.model.lines[2]
    qtbot.mouseClick(list_.viewport(), LEFT, pos=row_at(bench, 2))
    qtbot.waitUntil(lambda: bool(bench.heard), timeout=LONG_MS)
    assert bench.played() == [line.track_id]
    for canvas in bench.view.charts.canvases:
        assert [mark.number for mark in canvas.marks() if mark.is_current] == [3]


def test_a_b_plays_the_mover_then_whom_it_lost_and_whom_it_gained(bench: Bench, qtbot: QtBot) -> None:
    view, drawn = bench.view, bench.view.drawn
    assert drawn is not None
    list_, line = view.movers.list, view.movers.model.lines[0]
    spot = list_.visualRect(list_.model().index(0, 0))
    qtbot.mouseClick(list_.viewport(), LEFT, pos=QPoint(spot.right() - 24, spot.center().y()))
    qtbot.waitUntil(lambda: bool(bench.heard), timeout=LONG_MS)
    lost, gained = drawn.lost_and_gained(line.row)
    assert bench.played() == [line.track_id, lost, gained]
    assert view.movers.sides.isVisible()
    list_.setFocus()
    qtbot.keyClick(list_, Key.Key_X)
    assert bench.played() == [lost]
    qtbot.mouseClick(view.movers.sides.buttons["b"], LEFT)
    qtbot.waitUntil(lambda: bench.played() == [gained], timeout=LONG_MS)
    qtbot.mouseClick(view.movers.sides.buttons["it"], LEFT)
    qtbot.waitUntil(lambda: bench.played() == [line.track_id], timeout=LONG_MS)


def test_n_right_and_left_play_one_after_the_other(bench: Bench, qtbot: QtBot) -> None:
    list_, ids = bench.view.movers.list, bench.view.movers.track_ids
    list_.setFocus()
    for key, place in ((Key.Key_N, 0), (Key.Key_Right, 1), (Key.Key_N, 2), (Key.Key_Left, 1)):
        qtbot.keyClick(list_, key)
        qtbot.waitUntil(lambda place=place: bench.played() == [ids[place]], timeout=LONG_MS)
        assert list_.row == place
    qtbot.keyClick(list_, Key.Key_Space)
    assert bench.toggled == 1
    qtbot.keyClick(list_, Key.Key_Down)
    assert bench.played() == [ids[1]]
    qtbot.keyClick(list_, Key.Key_Space)
    qtbot.waitUntil(lambda: bench.played() == [ids[2]], timeout=LONG_MS)
    qtbot.keyClick(list_, Key.Key_Right, Qt.KeyboardModifier.KeypadModifier)  # as a Mac sends its arrows
    qtbot.waitUntil(lambda: bench.played() == [ids[3]], timeout=LONG_MS)


def test_play_in_order_is_the_order_of_the_list(bench: Bench, qtbot: QtBot) -> None:
    qtbot.mouseClick(bench.view.movers.order, LEFT)
    qtbot.waitUntil(lambda: bool(bench.heard), timeout=LONG_MS)
    assert bench.played() == bench.view.movers.track_ids


def test_neighbours_are_asked_of_the_encoder_as_it_is_after(bench: Bench, qtbot: QtBot) -> None:
    kit, drawn = bench.kit, bench.view.drawn
    assert drawn is not None
    slot = lambda: bench.near.append(kit.selection.current)  # noqa: E731
    kit.commands.offer("tracks", [Command("near", "Find neighbours", "", slot)])
    qtbot.mouseClick(bench.view.movers.near, LEFT)
    assert bench.near == [bench.view.movers.track_ids[0]]
    assert kit.heard.set_id == drawn.info.embedding_set


# What is chosen and kept


def test_what_is_chosen_elsewhere_is_seen_in_both(bench: Bench) -> None:
    chosen = bench.view.movers.track_ids[:5]
    bench.kit.selection.choose(chosen)
    for canvas in bench.view.charts.canvases:
        assert canvas.scene.chosen is not None
        assert set(canvas.scene.ids[canvas.scene.chosen].tolist()) == set(chosen)
    bench.kit.selection.make_current(chosen[3])
    assert bench.view.movers.list.row == 3


def test_arrows_walk_and_what_is_said_names_the_neighbours_kept(bench: Bench, qtbot: QtBot) -> None:
    canvas = bench.view.charts.before
    canvas.setFocus()
    qtbot.keyClick(canvas, Key.Key_Home)
    current = bench.kit.selection.current
    assert current is not None
    qtbot.waitUntil(lambda: "true neighbours" in canvas.accessibleDescription(), timeout=LONG_MS)
    kept = bench.view.bonds.near_words(current)
    assert kept in canvas.accessibleDescription()
    qtbot.keyClick(canvas, Key.Key_P)
    assert not bench.view.bar.ways.isChecked()
    qtbot.keyClick(canvas, Key.Key_L)
    assert {each.tool for each in bench.view.charts.canvases} == {"lasso"}
    qtbot.keyClick(canvas, Key.Key_Return)
    qtbot.waitUntil(lambda: bench.played() == [current], timeout=LONG_MS)


def test_movers_become_a_playlist_in_their_order(bench: Bench, qtbot: QtBot, folder: Path) -> None:
    view = bench.view
    qtbot.mouseClick(view.movers.save, LEFT)
    dialog = dialog_of(bench, NameDialog)  # type: ignore[arg-type]
    assert isinstance(dialog, NameDialog)
    assert dialog.name.text() == "Movers of run 1"
    dialog.name.clear()
    assert not dialog.save.isEnabled()
    qtbot.keyClicks(dialog.name, "Wanderers")
    with qtbot.waitSignal(view.movers.work.done, timeout=LONG_MS):
        press(qtbot, dialog, "Save")
    with open_collection(folder) as collection:
        [info] = list_playlists(collection)
        assert info.name == "Wanderers"
        items = read_playlist(collection, info.id).items
    assert list(items) == view.movers.track_ids


# To take away


def test_pictures_have_the_caption_on_their_face(
    bench: Bench, qtbot: QtBot, tmp_path: Path, messages: list[Message]
) -> None:
    view = bench.view
    bench.calm()
    view.exporting.write(tmp_path / "both.png")
    view.exporting.write(tmp_path / "both.svg")
    qtbot.waitUntil(lambda: len(messages) == 2, timeout=LONG_MS)
    image = QImage(str(tmp_path / "both.png"))
    assert (image.width(), image.height()) == (2400, 1200)
    text = (tmp_path / "both.svg").read_text(encoding="utf-8")
    assert "24 of 24 tracks shown, both maps" in text
    assert "B started from A and was turned to fit it" in text
    assert "A track kept on average" in text
    for said in ("before: Mel CNN, untrained", "after: taught in run 1", "buzz", "hiss", "hum"):
        assert said in text


def test_the_table_has_every_track_with_where_it_was_and_is(
    bench: Bench, qtbot: QtBot, tmp_path: Path, messages: list[Message]
) -> None:
    view, drawn = bench.view, bench.view.drawn
    assert drawn is not None
    view.exporting.write(tmp_path / "both.csv")
    qtbot.waitUntil(lambda: bool(messages), timeout=LONG_MS)
    with (tmp_path / "both.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["track_id"]) for row in rows] == view.movers.track_ids
    for row, line in zip(rows, view.movers.model.lines, strict=True):
        assert int(row["kept_neighbours"]) == line.kept
        assert (row["most_before"], int(row["most_before_count"])) == line.was
        assert float(row["after_x"]) == pytest.approx(float(drawn.after[line.row, 0]), abs=1e-5)
        assert row["neighbours_before"].split(";") == [str(id_) for id_ in drawn.was_near[line.row]]
        assert "24 of 24 tracks shown" in row["about"]


# House


def test_the_model_keeps_its_promises(bench: Bench, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(bench.view.movers.model, force_py=True)
    said = bench.view.movers.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("1. ")
    assert "of 4 neighbours" in said


def test_everything_that_can_be_pressed_has_a_name(bench: Bench) -> None:
    nameless = [
        button
        for button in bench.view.findChildren(QAbstractButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert nameless == []


def test_another_theme_and_a_small_window_are_painted(bench: Bench, qtbot: QtBot) -> None:
    from desktop.theme import look

    look().choose("dark")
    bench.resize(760, 300)
    assert not bench.view.grab().isNull()
    look().choose("light")


def test_it_is_the_same_when_it_is_looked_at_again(
    bench: Bench, make_bench: Callable[[Path], Bench], qtbot: QtBot
) -> None:
    """The view stays, and what is read again is not shown as new."""
    bench.view.charts.after.zoom(2.0)
    seen = bench.view.charts.after.view
    before = bench.view.drawn
    bench.look_at(1)
    qtbot.waitUntil(lambda: bench.view.drawn is not before, timeout=LONG_MS)
    assert bench.view.charts.after.view == seen
