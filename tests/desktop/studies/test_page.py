"""The page of studies: plan, live figures, pause and going on, what others have published, the report."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.progress import Stop
from core.store import open_collection
from core.studies import list_studies
from core.studies.findings import Findings
from core.studies.methods import study_sheet
from core.studies.page import answers
from core.studies.tables import say
from desktop.studies.page import StudiesPage
from desktop.studies.shelf import KEY, MORE
from tests.desktop.stage import Stage
from tests.desktop.studies.conftest import LONG_MS

LEFT = Qt.MouseButton.LeftButton


def state_of(page: StudiesPage, encoder: str, way: str) -> str:
    row = next(
        row for row in page.view.table.plan.rows if row.texts[0].startswith(encoder) and row.texts[1] == way
    )
    return row.texts[-1]


def test_what_there_is(page: StudiesPage) -> None:
    keys = [page.list.item(row).data(KEY) for row in range(page.list.count())]
    assert keys == ["", *(f"study {study.name}" for study in list_studies())]
    more = page.list.item(2).data(MORE)
    assert "field genre" in more
    assert "encoders ready" in more
    assert "18 tracks" in more


def test_the_plan_before_it_is_begun(small: StudiesPage) -> None:
    outlook = small.course.outlook
    assert outlook is not None
    assert (outlook.study, outlook.done, outlook.wanted) == (0, 0, 3)
    assert state_of(small, "MERT", "frozen").startswith("not here: not fetched yet")
    assert state_of(small, "Descriptors", "fine-tuned") == "cannot learn along: it is used as it is"
    assert state_of(small, "Descriptors", "frozen").startswith("1 run to do, not timed here yet")
    assert small.view.start.isEnabled()
    assert not small.view.report.isEnabled()
    assert not small.view.copy.isEnabled()
    assert "low" not in small.view.about.text()
    assert "3 values of genre" in small.view.about.text()


def test_options_change_what_is_asked(small: StudiesPage, qtbot: QtBot) -> None:
    small.view.options.seeds.setValue(2)
    next(tick for tick in small.view.options.ticks() if tick.data() == "mel-cnn").setChecked(False)
    qtbot.waitUntil(
        lambda: small.course.outlook is not None and small.course.outlook.seeds == (0, 1), timeout=LONG_MS
    )
    request = small.course.request
    assert request is not None
    assert (request.seeds, request.encoders) == ((0, 1), ("descriptors", "mert-95m"))
    assert {cell.encoder for cell in small.course.outlook.cells} == {"descriptors", "mert-95m"}
    small.view.options.query.setFocus()
    qtbot.keyClicks(small.view.options.query, "year:(")
    qtbot.keyClick(small.view.options.query, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(small.course.problem or _problem(small)), timeout=LONG_MS)
    assert small.view.says.text()


def _problem(page: StudiesPage) -> str:
    return page.course.outlook.problem if page.course.outlook else ""


def test_published_figures_stay_apart(small: StudiesPage) -> None:
    beside = small.beside
    assert [beside.which.itemText(i) for i in range(2)] == [
        "Encoders for genre, frozen and learning along",
        beside.which.itemText(1),
    ]
    printed = {beside.table.item(row, 0).text() for row in range(beside.table.rowCount())}
    assert "MERT (Frozen)" in printed
    ours = {text for row in small.view.table.plan.rows for text in row.texts}
    assert not printed & ours
    row = next(r for r in range(beside.table.rowCount()) if beside.table.item(r, 0).text() == "MERT (Frozen)")
    assert beside.table.item(row, 2).text().startswith("0.665 (")
    assert "GTZAN random 800/200" in beside.judged.text()
    assert "must not be compared" in beside.judged.text()
    assert "have changed places" in beside.notes.text()


def test_a_double_click_starts_one_study(small: StudiesPage, stage: Stage, qtbot: QtBot) -> None:
    qtbot.mouseClick(small.view.start, LEFT)
    qtbot.mouseDClick(small.view.start, LEFT)
    qtbot.mouseClick(small.view.start, LEFT)
    qtbot.waitUntil(lambda: small.course.is_live, timeout=LONG_MS)
    stage.calm()
    assert [job.kind for job in small.course.jobs] == ["study"]
    small.course.stop(Stop.CANCEL)
    qtbot.waitUntil(lambda: small.course.state == "cancelled", timeout=LONG_MS)


def test_started_paused_and_gone_on_with_it_ends_as_the_engine_has_it(
    small: StudiesPage, stage: Stage, qtbot: QtBot
) -> None:
    view, course = small.view, small.course
    seen = list[str]()
    course.cells_changed.connect(lambda: seen.extend(f"{key} {seed}" for key, seed in course.now.items()))
    qtbot.mouseClick(view.start, LEFT)
    qtbot.waitUntil(lambda: ("mel-cnn", "fine-tuned") in course.now, timeout=LONG_MS)
    assert view.running.isVisible()
    assert "teaching seed 0…" in [row.texts[-1] for row in view.table.plan.rows]
    qtbot.mouseClick(view.pause, LEFT)
    qtbot.waitUntil(lambda: course.state in ("paused", "done"), timeout=LONG_MS)
    assert course.state == "paused"
    qtbot.waitUntil(lambda: course.outlook is not None and course.outlook.done == 2, timeout=LONG_MS)
    assert view.start.text() == "Go on"
    with stage.collection() as collection:
        assert study_sheet(collection, 1).count("Run ") >= 2
    qtbot.mouseClick(view.start, LEFT)
    qtbot.waitUntil(lambda: course.state == "done", timeout=LONG_MS)
    qtbot.waitUntil(lambda: course.outlook is not None and course.outlook.done == 3, timeout=LONG_MS)
    qtbot.waitUntil(lambda: small.report_folder is not None, timeout=LONG_MS)
    assert "('descriptors', 'frozen') 0" in seen


def findings_of(page: StudiesPage) -> Findings:
    assert page.report_folder is not None
    return msgspec.json.decode((page.report_folder / "study.json").read_bytes(), type=Findings)


def test_the_table_has_the_figures_of_the_report(small: StudiesPage) -> None:
    """With the same intervals, n and controls; the cells of both stand in the same order."""
    found = findings_of(small)
    rows = small.view.table.plan.rows
    titles = small.view.table.plan.titles
    assert titles[3:5] == ("Test accuracy", "Test macro F1")
    assert len(rows) == len(found.cells) + len(found.controls)
    for cell, row in zip(found.cells, rows, strict=False):
        test = cell.means.get("test", {})
        assert row.texts[3] == say(test.get("accuracy"))
        assert row.texts[4] == say(test.get("macro_f1"))
        assert row.runs == tuple((run.seed, run.run) for run in cell.runs)
        if cell.runs:
            assert row.texts[-2] == str(test["accuracy"].n)
    for control, row in zip(found.controls, rows[len(found.cells) :], strict=True):
        assert row.texts[0] == f"Control: {control.title}"
        assert row.texts[3] == say(control.scores["accuracy"])
    assert small.view.found.text().splitlines()[: len(answers(found))] == answers(found)


def test_a_cell_opens_its_run(small: StudiesPage, stage: Stage, qtbot: QtBot) -> None:
    stage.kit.runs.refresh()
    stage.calm()
    table = small.view.table
    place = next(place for place, row in enumerate(table.plan.rows) if row.runs)
    table.setCurrentIndex(table.plan.index(place, 0))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert stage.kit.runs.run == table.plan.rows[place].runs[-1][1]


@pytest.mark.may_log("is there already")
def test_the_report_goes_into_a_folder_once(
    small: StudiesPage, stage: Stage, tmp_path: Path, qtbot: QtBot, said: list[str]
) -> None:
    small.deeds.export_to(tmp_path)
    stage.calm()
    folder = tmp_path / "study-small"
    assert {"report.html", "results.csv", "methods.txt"} <= {path.name for path in folder.iterdir()}
    (folder / "report.html").write_text("mine")
    small.deeds.export_to(tmp_path)
    stage.calm()
    assert (folder / "report.html").read_text() == "mine"
    assert any("is there already" in text for text in said)


def test_the_methods_sheet_is_copied(small: StudiesPage, stage: Stage, qtbot: QtBot) -> None:
    with open_collection(stage.folder) as collection:
        sheet = study_sheet(collection, 1)
    assert "3 of 3 runs are done" in sheet
    QApplication.clipboard().clear()
    qtbot.mouseClick(small.view.copy, LEFT)
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == sheet, timeout=LONG_MS)


def test_what_was_begun_is_found_again(page: StudiesPage, qtbot: QtBot) -> None:
    """It is the newest, so it opens by itself."""
    qtbot.waitUntil(lambda: page.course.outlook is not None, timeout=LONG_MS)
    assert (page.study, page.course.outlook.done) == (1, 3)
    item = page.list.currentItem()
    assert item.data(KEY) == "begun 1"
    assert item.data(MORE).startswith("done, 3 of 3 runs")
