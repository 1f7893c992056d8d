"""The page of studies: plan, live figures, pause and going on, what others have published, the report."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.progress import Stop
from core.studies import list_studies
from core.studies.methods import study_sheet
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
