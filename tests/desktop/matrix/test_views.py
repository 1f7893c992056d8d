"""What the Results page shows of a run: the matrix it left, its classes, how sure it was."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from core.library.sheets import split_cell
from core.runs import PredictionRow, read_predictions, read_scores
from core.runs.shown import RunLine
from desktop.commands import Command
from desktop.matrix.certainty import CertaintyResult
from desktop.matrix.classes import ClassesResult
from desktop.matrix.result import MatrixResult
from desktop.results.view import ResultView
from desktop.theme import look
from tests.desktop.matrix.conftest import CLASSES, NUMBERS, TAGS
from tests.desktop.stage import LONG_MS, Stage

PARTS = ("train", "valid", "test")


@pytest.fixture
def put(stage: Stage, qtbot) -> Iterator[object]:
    views: list[ResultView] = []

    def put(kind: type[ResultView], run: int) -> ResultView:
        view = kind(stage.kit)  # type: ignore[call-arg]
        views.append(view)
        stage.put(view, 1000, 480)
        view.show_runs(line(stage, qtbot, run), None)
        stage.calm()
        return view

    yield put
    stage.calm()
    for view in views:
        view.forget()
        view.finish()


def line(stage: Stage, qtbot, run: int) -> RunLine:
    stage.kit.runs.refresh()
    qtbot.waitUntil(lambda: stage.kit.runs.line(run) is not None, timeout=LONG_MS)
    found = stage.kit.runs.line(run)
    assert found is not None
    return found


def told(stage: Stage, run: int, part: str) -> list[PredictionRow]:
    with stage.collection() as collection:
        return read_predictions(collection, run, part)


def test_each_part_has_the_matrix_that_its_tracks_add_up_to(put, stage: Stage, qtbot) -> None:
    view = put(MatrixResult, CLASSES)
    for part in PARTS:
        qtbot.mouseClick(view.part.buttons[part], Qt.MouseButton.LeftButton)
        stage.calm()
        shown, rows = view.matrix.confusion, told(stage, CLASSES, part)
        assert shown.part == part
        assert shown.field == "genre"
        for i, true in enumerate(shown.names):
            for j, said in enumerate(shown.names):
                assert shown.counts[i][j] == sum((r.truth, r.said) == (true, said) for r in rows)


def test_the_worst_cell_is_looked_at_first_and_plays(put, stage: Stage, qtbot) -> None:
    view = put(MatrixResult, CLASSES)
    true, said = view.matrix.cell
    assert true != said
    counts, place = view.matrix.confusion.counts, view.matrix.confusion.place((true, said))
    wrong = [count for a, row in enumerate(counts) for b, count in enumerate(row) if a != b]
    assert counts[place[0]][place[1]] == max(wrong)
    stage.calm()
    qtbot.mouseClick(
        view.matrix.grid.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.matrix.grid.rect_of((true, said)).center().toPoint(),
    )
    qtbot.waitUntil(lambda: stage.player.passage is not None, timeout=LONG_MS)
    assert stage.player.passage.track_id == view.cells.ids()[0]
    assert view.matrix.grid.heard == place


def test_mistakes_come_to_the_map(put, stage: Stage, qtbot) -> None:
    from desktop.map.data import Choices
    from desktop.map.tints import Tints

    turned: list[str] = []
    stage.commands.offer("view", [Command("page_map", "Map", "", lambda _on=False: turned.append("map"))])
    tints = Tints(stage.kit)
    view = put(MatrixResult, CLASSES)
    tints.show_choices(Choices(runs=(line(stage, qtbot, CLASSES),)))
    stage.kit.runs.look_at(CLASSES)
    qtbot.mouseClick(view.on_map, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tints.colours.names == ("correct", "wrong"), timeout=LONG_MS)
    rows = [row for part in PARTS for row in told(stage, CLASSES, part)]
    wrong = {row.track_id for row in rows if row.truth != row.said}
    assert {id_ for id_, code in tints.colours.codes.items() if code == 1} == wrong
    assert len(tints.colours.codes) == len(rows)  # tracks that nobody has labelled have no value
    stage.commands.actions["colour_by_run_confidence"].trigger()
    qtbot.waitUntil(lambda: tints.colours.is_number, timeout=LONG_MS)
    assert tints.colours.numbers[rows[0].track_id] == pytest.approx(rows[0].probability)
    assert turned == ["map", "map"]


def test_what_fits_a_task(put, stage: Stage, qtbot) -> None:
    fitting = {
        run: [
            kind.name
            for kind in (MatrixResult, ClassesResult, CertaintyResult)
            if kind.fits(kind, line(stage, qtbot, run), None)  # type: ignore[arg-type]
        ]
        for run in (CLASSES, TAGS, NUMBERS)
    }
    assert fitting == {
        CLASSES: ["matrix", "classes", "certainty"],
        TAGS: ["classes", "certainty"],
        NUMBERS: ["certainty"],
    }


@pytest.mark.parametrize(("run", "figure"), [(CLASSES, "f1"), (TAGS, "average_precision")])
def test_classes_have_the_figures_of_the_run(put, stage: Stage, qtbot, run: int, figure: str) -> None:
    view = put(ClassesResult, run)
    with stage.collection() as collection:
        scores = [s for s in read_scores(collection, run) if s.part == "test" and s.about and not s.control]
    wanted = {s.about: (s.value, s.low, s.high) for s in scores if s.name == figure}
    assert {row.name: row.figures[figure] for row in view.model.rows} == wanted
    rows = told(stage, run, "test")
    for row in view.model.rows:
        assert row.tracks == sum(row.name in split_cell(one.truth or "") for one in rows)


def test_classes_are_put_in_order_by_a_click_on_the_head(put, stage: Stage, qtbot) -> None:
    view = put(ClassesResult, CLASSES)
    assert [row.name for row in view.model.rows] == ["fado", "raga", "reel"]
    header = view.table.horizontalHeader()
    recall = 2 + view.model.figures.index("recall")
    for _ in (False, True):
        place = QPoint(header.sectionViewportPosition(recall) + 20, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        values = [row.figures["recall"][0] for row in view.model.rows]
        assert values == sorted(values, reverse=header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder)
    said = view.model.said(view.model.rows[0], recall)
    assert said.startswith(f"{view.model.rows[0].name}, Recall ")
    assert "random labels" in said


def test_classes_can_be_taken_away(put, stage: Stage, qtbot, tmp_path) -> None:
    view = put(ClassesResult, CLASSES)
    path = tmp_path / "classes.csv"
    view.write(path)
    stage.calm()
    lines = [text for text in path.read_text("utf-8-sig").splitlines() if not text.startswith("#")]
    found = list(csv.DictReader(lines))
    assert [row["class"] for row in found] == ["fado", "raga", "reel"]
    assert float(found[0]["f1"]) == pytest.approx(view.model.rows[0].figures["f1"][0])


def test_certainty_of_classes_says_the_calibration_error_of_the_run(put, stage: Stage, qtbot) -> None:
    view = put(CertaintyResult, CLASSES)
    qtbot.waitUntil(lambda: len(view.precision.curves) == 3, timeout=LONG_MS)
    with stage.collection() as collection:
        (error,) = (
            s.value
            for s in read_scores(collection, CLASSES)
            if (s.part, s.name, s.control) == ("test", "calibration_error", "")
        )
    assert view.claims.certainty.error == pytest.approx(error, abs=1e-4)
    assert view.claims.said().startswith("Calibration error 0.")
    view.which.setCurrentText("reel")
    assert view.precision.curves[view.precision.chosen].name == "reel"
    qtbot.mouseClick(view.part.buttons["train"], Qt.MouseButton.LeftButton)
    stage.calm()
    assert view.which.currentText() == "reel"
    before = [view.which.itemIcon(place).pixmap(16).toImage() for place in range(view.which.count())]
    look().choose("dark")
    after = [view.which.itemIcon(place).pixmap(16).toImage() for place in range(view.which.count())]
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert view.claims.certainty.tracks == len(told(stage, CLASSES, "train"))


def test_certainty_can_be_taken_away(put, stage: Stage, qtbot, tmp_path, monkeypatch) -> None:
    view = put(CertaintyResult, CLASSES)
    qtbot.waitUntil(lambda: len(view.precision.curves) == 3, timeout=LONG_MS)
    asked: list[str] = []

    def answer(_parent: object, title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(tmp_path / "sure"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    qtbot.mouseClick(view.export, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    for action in menu.actions():
        action.trigger()
    menu.close()
    stage.calm()
    assert asked == [f"Certainty of run {CLASSES}, test{ending}" for ending in (".png", ".svg", ".csv")]
    assert QImage(str(tmp_path / "sure.png")).width() > 1000
    assert f"Certainty of run {CLASSES}, test" in (tmp_path / "sure.svg").read_text()
    with (tmp_path / "sure.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    claims = [row for row in rows if row["plot"] == "claims"]
    drawn = view.claims.certainty.claims
    assert [float(row["y"]) for row in claims] == [claim.right for claim in drawn]
    assert sum(int(row["tracks"]) for row in claims) == view.claims.certainty.tracks
    names = {row["name"] for row in rows if row["plot"] == "precision"}
    assert names == {"fado", "raga", "reel"}


def test_certainty_of_tags_has_the_average_precision_of_the_run(put, stage: Stage, qtbot) -> None:
    view = put(CertaintyResult, TAGS)
    qtbot.waitUntil(lambda: len(view.precision.curves) == 2, timeout=LONG_MS)
    with stage.collection() as collection:
        scores = {
            s.about: s.value
            for s in read_scores(collection, TAGS)
            if s.part == "test" and s.name == "average_precision" and not s.control
        }
    assert {c.name: c.average for c in view.precision.curves} == pytest.approx(scores, abs=1e-4)
    assert not view.claims.isVisible()


def test_numbers_are_points_that_play(put, stage: Stage, qtbot) -> None:
    view = put(CertaintyResult, NUMBERS)
    plot = view.numbers
    qtbot.waitUntil(lambda: bool(plot.points), timeout=LONG_MS)
    rows = {row.track_id: row for row in told(stage, NUMBERS, "test")}
    assert {p.track_id: (p.true, p.said) for p in plot.points} == {
        id_: (float(row.truth or "nan"), row.number) for id_, row in rows.items()
    }
    area = plot.area()
    places = np.array([[at.x(), at.y()] for at in (plot.place(area, p.true, p.said) for p in plot.points)])
    gaps = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)) + 1e9 * np.eye(len(places))
    lonely = int(gaps.min(1).argmax())
    at = QPoint(*(round(value) for value in places[lonely].tolist()))
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert stage.player.passage.track_id == plot.points[lonely].track_id
    assert plot.heard == plot.points[lonely].track_id
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    following = min(lonely + 1, len(plot.points) - 1)
    assert stage.player.passage.track_id == plot.points[following].track_id


@pytest.mark.parametrize("kind", [MatrixResult, CertaintyResult])
def test_a_part_without_known_tracks_says_so(put, stage: Stage, kind: type[ResultView]) -> None:
    from core.runs import write_predictions

    with stage.collection() as collection:
        write_predictions(collection, CLASSES, told(stage, CLASSES, "train"))
    view = put(kind, CLASSES)
    text = view.matrix.empty.text() if isinstance(view, MatrixResult) else view.empty.text()
    assert "test tracks" in text
