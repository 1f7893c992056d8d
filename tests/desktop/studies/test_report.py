"""A study that was done before: its table, its report, its methods sheet, and how it is found again."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.progress import Context
from core.store import open_collection
from core.studies import StudyRequest
from core.studies.findings import Findings
from core.studies.job import run
from core.studies.methods import study_sheet
from core.studies.page import answers
from core.studies.tables import say
from desktop.studies.page import StudiesPage
from desktop.studies.shelf import KEY, MORE
from tests.core import heard
from tests.core.studies.conftest import end, job
from tests.desktop.stage import Stage
from tests.desktop.studies.conftest import LONG_MS, SMALL

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def asked() -> str:
    return SMALL.replace('"training.epochs" = "12"', '"training.epochs" = "2"')


@pytest.fixture(scope="module")
def taped(asked: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With the small study done, whichever test comes first."""
    place = tmp_path_factory.mktemp("done")
    folder = heard.make_tones(place, 18) / "coast"
    with pytest.MonkeyPatch.context() as patch, open_collection(folder) as collection:
        patch.setenv("SOUNDINGS_HOME", str(place / "home"))
        number = job(collection)
        done = run(StudyRequest(asked), Context(folder, number))
        end(collection, number, "done")
    assert (done.state, done.findings.study) == ("done", 1)
    return folder


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
