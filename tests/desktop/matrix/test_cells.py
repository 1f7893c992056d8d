"""The tracks of a cell: in the right order, and what is heard is the right track and second."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import update

from core.library.playlists import list_playlists, read_playlist
from core.runs import PredictionRow, keep_told, read_predictions, read_told
from core.store import open_collection
from core.store.schema import Recipe, Run
from desktop.commands import Command
from desktop.matrix.cells import CellList
from desktop.matrix.data import Cell
from desktop.matrix.matrix import Matrix
from tests.desktop.matrix.conftest import CLASSES, EPOCHS
from tests.desktop.stage import LONG_MS, Stage

Key = Qt.Key


@pytest.fixture
def cells(stage: Stage) -> Iterator[CellList]:
    for name in ("page_map", "set_label"):
        stage.commands.offer("map", [Command(name, name, "", lambda _on=False, name=name: log.append(name))])
    log: list[str] = []
    cells = CellList(stage.kit)
    cells.log = log  # type: ignore[attr-defined]
    cells.golden = []  # type: ignore[attr-defined]
    cells.heard.connect(cells.golden.append)
    stage.put(cells, 480, 480)
    yield cells
    stage.calm()
    cells.forget()


def rows(stage: Stage, part: str = "train") -> list[PredictionRow]:
    with open_collection(stage.folder) as collection:
        return read_predictions(collection, CLASSES, part)


def fullest(found: list[PredictionRow], *, wrong: bool) -> tuple[Cell, list[int]]:
    """A cell with at least two tracks, and these by how sure the run was."""
    by_cell: dict[Cell, list[PredictionRow]] = {}
    for row in found:
        if (row.truth != row.said) == wrong:
            by_cell.setdefault((row.truth or "", row.said or ""), []).append(row)
    cell = max(by_cell, key=lambda each: len(by_cell[each]))
    ordered = sorted(by_cell[cell], key=lambda row: (-row.probabilities[cell[1]], row.track_id))
    assert len(ordered) >= 2
    return cell, [row.track_id for row in ordered]


def shown(cells: CellList, stage: Stage, qtbot, *, wrong: bool = False) -> list[int]:
    cell, ids = fullest(rows(stage), wrong=wrong)
    cells.show_run(CLASSES, "train")
    cells.show_cell(*cell)
    qtbot.waitUntil(lambda: cells.ids() == ids, timeout=LONG_MS)
    return ids


@pytest.mark.parametrize("wrong", [True, False])
def test_the_surest_come_first_with_what_they_were_given(
    cells: CellList, stage: Stage, qtbot, wrong: bool
) -> None:
    ids = shown(cells, stage, qtbot, wrong=wrong)
    known = {row.track_id: row for row in rows(stage)}
    true, said = cells.cell or ("", "")
    for member in cells.model.members:
        assert member.of_said == known[member.track_id].probabilities[said]
        assert member.of_true == known[member.track_id].probabilities[true]
    words = f"{true} taken for {said}" if wrong else f"{true} known as such"
    assert cells.title.accessibleName() == words
    assert cells.count.text() == f"{len(ids)} tracks, surest first"


def test_a_click_plays_from_there_on(cells: CellList, stage: Stage, qtbot) -> None:
    ids = shown(cells, stage, qtbot)
    rect = cells.list.visualRect(cells.model.index(1, 0))
    qtbot.mouseClick(cells.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert [passage.track_id for passage in stage.player.queue] == ids
    assert stage.player.passage.track_id == ids[1]
    assert stage.kit.selection.current == ids[1]
    assert cells.golden[-1] == cells.cell
    assert stage.player.passage.why == f"Run {CLASSES}: {cells.title.accessibleName()}"


def test_keys_play_and_step(cells: CellList, stage: Stage, qtbot) -> None:
    ids = shown(cells, stage, qtbot)
    view = cells.list
    view.setFocus()
    view.show_row(0)
    qtbot.keyClick(view, Key.Key_Return)
    heard = [stage.player.passage.track_id]
    for key in (Key.Key_N, Key.Key_Right, Key.Key_Left):
        qtbot.keyClick(view, key)
        heard.append(stage.player.passage.track_id)
    assert heard == [ids[0], ids[1], ids[2], ids[1]]
    qtbot.keyClick(view, Key.Key_Down)
    assert view.row == 2
    qtbot.keyClick(view, Key.Key_Space)
    assert stage.player.passage.track_id == ids[2]
    qtbot.mouseClick(cells.next, Qt.MouseButton.LeftButton)
    assert stage.player.passage.track_id == ids[3]


def test_the_list_follows_what_is_heard_and_gold_goes_out_with_it(
    cells: CellList, stage: Stage, qtbot
) -> None:
    shown(cells, stage, qtbot)
    cells.play_row(0)
    stage.player.go_on()
    assert cells.list.row == 1
    assert cells.golden[-1] == cells.cell
    stage.player.pause()
    assert cells.golden[-1] is None
    stage.player.play([stage.player.queue[0]])  # somebody else plays the same track
    assert cells.golden[-1] is None


def test_the_matrix_and_the_list_go_together(cells: CellList, stage: Stage, qtbot) -> None:
    from desktop.matrix.data import Confusion

    cell, ids = fullest(rows(stage), wrong=False)
    matrix = Matrix(stage.kit)
    cells.follow(matrix)
    cells.show_run(CLASSES, "train")
    matrix.show_counts(Confusion(("fado", "raga", "reel"), ((9, 1, 1),) * 3))
    matrix.played.emit(*cell)
    qtbot.waitUntil(lambda: stage.player.passage is not None, timeout=LONG_MS)
    assert [passage.track_id for passage in stage.player.queue] == ids
    assert matrix.grid.heard == matrix.confusion.place(cell)
    matrix.picked.emit(*cell)
    assert stage.kit.selection.chosen == frozenset(ids)
    matrix.deleteLater()


def test_what_can_be_done_with_all_of_them(cells: CellList, stage: Stage, qtbot) -> None:
    ids = shown(cells, stage, qtbot)
    qtbot.mouseClick(cells.choose, Qt.MouseButton.LeftButton)
    assert stage.kit.selection.chosen == frozenset(ids)
    stage.kit.selection.choose(())
    qtbot.mouseClick(cells.show_map, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(cells.set_label, Qt.MouseButton.LeftButton)
    assert cells.log == ["page_map", "set_label"]
    assert stage.kit.selection.chosen == frozenset(ids)
    with qtbot.waitSignal(stage.kit.history.edited, timeout=LONG_MS):
        qtbot.mouseClick(cells.keep, Qt.MouseButton.LeftButton)
    with stage.collection() as collection:
        (made,) = list_playlists(collection)
        assert list(read_playlist(collection, made.id).items) == ids
    assert made.name == f"{cells.title.accessibleName()}, run {CLASSES}"


def test_the_seconds_that_were_heard_are_played(cells: CellList, stage: Stage, qtbot) -> None:
    """Of a run that heard excerpts of a second: of ten seconds, the one in the middle."""
    with stage.collection() as collection, collection.database.writing() as session:
        run = session.get_one(Run, CLASSES)
        run.environment = run.environment | {"encoder": {"rate_hz": 100, "window_s": 1.0}}
        text = session.get_one(Recipe, run.recipe_id).text.replace('tune = "frozen"', 'tune = "whole"')
        session.execute(update(Recipe).where(Recipe.id == run.recipe_id).values(text=text))
    shown(cells, stage, qtbot)
    cells.play_row(0)
    assert (stage.player.passage.start_s, stage.player.passage.end_s) == (4.5, 5.5)
    assert "0:04.5–0:05.5" in cells.model.about(cells.model.members[0])


def test_each_epoch_has_its_own_tracks_and_the_last_those_of_the_finished_run(
    cells: CellList, stage: Stage, qtbot
) -> None:
    with stage.collection() as collection:
        told = read_told(collection, CLASSES, 0)
    assert told is not None
    cell, ids = fullest(told, wrong=False)
    cells.show_run(CLASSES, "valid", 0)
    cells.show_cell(*cell)
    qtbot.waitUntil(lambda: cells.ids() == ids, timeout=LONG_MS)
    cells.show_run(CLASSES, "valid", EPOCHS - 1)
    stage.calm()
    last = cells.ids()
    cells.show_run(CLASSES, "valid")
    stage.calm()
    assert set(cells.ids()) == set(last)
    assert set(last) == {r.track_id for r in rows(stage, "valid") if (r.truth, r.said) == cell}


def test_an_epoch_that_is_written_down_later_is_waited_for(cells: CellList, stage: Stage, qtbot) -> None:
    with stage.collection() as collection:
        from core.store.schema import Told

        with collection.database.reading() as session:
            packed = session.get_one(Told, (CLASSES, 1)).packed
        cell, _ = fullest(read_told(collection, CLASSES, 1) or [], wrong=False)
        cells.show_run(CLASSES, "valid", 77)
        cells.show_cell(*cell)
        stage.calm()
        assert cells.ids() == []
        keep_told(collection, CLASSES, {77: packed})
        qtbot.waitUntil(lambda: bool(cells.ids()), timeout=LONG_MS)


def test_without_a_cell_it_says_what_to_do(cells: CellList, stage: Stage) -> None:
    assert cells.empty.text() == "Choose a cell of the matrix to hear its tracks."
    assert not any(button.isEnabled() for button in cells.acts)
    cells.show_run(CLASSES, "train")
    cells.show_cell("fado", "nothing at all")
    stage.calm()
    assert cells.empty.text() == "No track is in this cell."
    cells.step(1)
    assert stage.player.passage is None
