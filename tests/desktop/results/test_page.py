"""The page of runs as a person uses it: the table, two runs beside each other, what is done with one."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, Qt

from core.library.splits import find_leaks, find_split, read_split
from core.runs import compare_runs, delete_run, list_runs, read_run
from desktop.results.page import ResultsPage
from desktop.results.rows import COLUMNS
from tests.desktop.results.conftest import FIRST, LEAKING, SECOND_SEED, SOLVED, TEMPO
from tests.desktop.stage import LONG_MS, Stage, staged

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def cells(page: ResultsPage, run: int, control: str = "") -> dict[str, str]:
    place = page.model.place_of(run, control)
    assert place is not None, f"run {run} is not shown"
    return {name: page.model.index(place, column).data() for column, name in enumerate(COLUMNS)}


def order(page: ResultsPage) -> list[str]:
    return [row.control or str(row.run) for row in page.model.table.rows]


def click(qtbot, page: ResultsPage, run: int, column: str = "what", modifier=Qt.KeyboardModifier.NoModifier):
    index = page.model.index(page.model.place_of(run), COLUMNS.index(column))
    page.table.scrollTo(index)
    place = page.table.visualRect(index).center()
    qtbot.mouseClick(page.table.viewport(), LEFT, modifier, pos=place)


def look_at(qtbot, page: ResultsPage, stage: Stage, run: int, beside: int | None = None) -> None:
    stage.kit.runs.look_at(run, beside)
    stage.calm()
    if beside is not None:
        qtbot.waitUntil(lambda: "Comparing" not in page.strip.words, timeout=LONG_MS)


# The table


def test_figures_are_those_of_the_engine(page, stage, qtbot, qtmodeltester):
    look_at(qtbot, page, stage, FIRST)
    with stage.collection() as collection:
        lines = {line.run: line for line in list_runs(collection)}
        controls = read_run(collection, FIRST).controls
    for run in (FIRST, SECOND_SEED, SOLVED, LEAKING):
        accuracy, f1 = lines[run].scores["accuracy"], lines[run].scores["macro_f1"]
        said = cells(page, run)
        assert said["figure"] == f"{100 * accuracy.value:.1f}"
        assert said["interval"] == f"{100 * accuracy.low:.1f}–{100 * accuracy.high:.1f}"
        assert said["second"] == f"{100 * f1.value:.1f}"
        assert said["state"] == "Done"
    majority = controls["majority"]["accuracy"]
    assert cells(page, FIRST, "majority")["figure"] == f"{100 * majority.value:.1f}"
    assert page.model.table.rows[0].chance == majority.value
    assert page.model.headerData(COLUMNS.index("figure"), Qt.Orientation.Horizontal) == "Accuracy %"
    qtmodeltester.check(page.model)


def test_what_is_not_comparable_says_why_and_stands_below(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST)
    assert order(page)[-1] == str(LEAKING)
    said = cells(page, LEAKING)
    assert said["split"] == "Tracks at random"
    with stage.collection() as collection:
        parts = read_split(collection, find_split(collection, stage.kit.runs.line(LEAKING).split))
        leaks = [leak for leak in find_leaks(collection, parts) if "test" in leak.parts]
    assert leaks
    assert said["note"] == f"{len(leaks)} artists on both sides: not comparable"
    assert cells(page, SOLVED)["note"] == ""
    look_at(qtbot, page, stage, LEAKING)
    assert cells(page, LEAKING)["note"] == f"{len(leaks)} artists on both sides: not comparable"
    assert cells(page, FIRST)["note"] == ""


def test_runs_of_other_tasks_have_an_axis_of_their_own(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST)
    assert str(TEMPO) not in order(page)
    combo = page.tools.subject
    assert [combo.itemText(i) for i in range(combo.count())] == ["Estimate tempo (1)", "Classify genre (4)"]
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Up)
    stage.calm()
    assert combo.currentText() == "Estimate tempo (1)"
    assert stage.kit.runs.run == TEMPO
    assert page.model.table.leading == "r2"
    assert "1" not in order(page)
    stage.kit.runs.look_at(SOLVED)
    stage.calm()
    assert combo.currentText() == "Classify genre (4)"


def test_sorted_by_any_column(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST)
    header = page.table.header
    assert header.sorted_by == "figure"
    values = [row.figure.value for row in page.model.table.rows if not row.reason]
    assert values == sorted(values, reverse=True)

    def click_head(column: str) -> None:
        x = header.sectionViewportPosition(COLUMNS.index(column)) + 8
        qtbot.mouseClick(header.viewport(), LEFT, pos=QPoint(x, header.height() // 2))

    click_head("run")
    assert order(page)[:4] == ["4", "3", "2", "1"]
    assert order(page)[4:] == ["majority", "random labels", "shuffled labels"]
    click_head("run")
    assert order(page)[:4] == ["1", "2", "3", "4"]
    click_head("what")
    assert page.asked.sort == "what"
    assert not page.asked.down


def test_filter_and_controls_and_archive(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST)
    qtbot.mouseClick(page.tools.controls, LEFT, pos=QPoint(8, 12))
    assert set(order(page)) == {"1", "2", "3", "4"}
    page.tools.text.setFocus()
    qtbot.keyClicks(page.tools.text, "logistic")
    assert set(order(page)) == {"3", "4"}
    page.tools.text.clear()
    click(qtbot, page, SECOND_SEED)
    stage.calm()
    qtbot.mouseClick(page.tools.archive, LEFT)
    qtbot.waitUntil(lambda: str(SECOND_SEED) not in order(page), timeout=LONG_MS)
    assert page.tools.count.accessibleName() == "3 of 4 shown, 1 archived"
    qtbot.mouseClick(page.tools.archived, LEFT, pos=QPoint(8, 12))
    assert str(SECOND_SEED) in order(page)
    stage.kit.history.undo()
    stage.calm()
    qtbot.waitUntil(lambda: not stage.kit.runs.line(SECOND_SEED).archived, timeout=LONG_MS)


def test_seeds_of_one_recipe_know_of_each_other(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST)
    assert (cells(page, FIRST)["seed"], cells(page, SECOND_SEED)["seed"]) == ("0 of 2", "1 of 2")
    assert cells(page, SOLVED)["seed"] == "0"
    place = page.model.index(page.model.place_of(FIRST), COLUMNS.index("seed"))
    assert "seeds 0, 1" in place.data(Qt.ItemDataRole.ToolTipRole)


# Two beside each other


def test_comparison_is_that_of_the_engine(page, stage, qtbot):
    look_at(qtbot, page, stage, SECOND_SEED)
    click(qtbot, page, FIRST)
    click(qtbot, page, SOLVED, modifier=CTRL)
    stage.calm()
    assert (stage.kit.runs.run, stage.kit.runs.beside) == (FIRST, SOLVED)
    qtbot.waitUntil(lambda: "95 % interval" in page.strip.words, timeout=LONG_MS)
    with stage.collection() as collection:
        found = compare_runs(collection, SOLVED, FIRST)
        n = read_run(collection, FIRST).scores["test"]["accuracy"].n
    apart = found.found.differences["accuracy"]
    gap = apart.score.value
    start = (
        f"B is {abs(100 * gap):.1f} points {'above' if gap > 0 else 'below'} A"
        if gap
        else "B and A are level"
    )
    said = page.strip.words.replace("\N{MINUS SIGN}", "-")
    assert said.startswith(f"{start} on the same {n} test tracks.")
    low, high = f"{100 * apart.score.low:.1f}", f"{100 * apart.score.high:.1f}"
    assert f"{low} to {high} if whole artists are drawn ({found.found.groups} artists)" in said
    assert "Seeds: 1 of A, 2 of B" in said
    assert f"p = {apart.p:.2g}" in page.strip.text.toolTip()
    told = found.found.discordance
    assert f"only A on {told.only_first}, only B on {told.only_second}" in page.strip.text.toolTip()


def test_what_cannot_be_compared_says_why(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST, LEAKING)
    assert "cannot be compared: their splits are" in page.strip.words
    look_at(qtbot, page, stage, FIRST, TEMPO)
    assert "one is to regress, the other to classify" in page.strip.words
    stage.kit.runs.look_at(FIRST)
    assert page.strip.isHidden()


def test_only_the_last_comparison_is_told(page, stage, qtbot):
    told = []
    page.pair.comparing.told.connect(told.append)
    for run in (SOLVED, SECOND_SEED, SOLVED):
        stage.kit.runs.look_at(FIRST, run)
    assert page.strip.words == "Comparing…"
    qtbot.waitUntil(lambda: bool(told), timeout=LONG_MS)
    stage.calm()
    assert [(found.alone.first, found.alone.second) for found in told] == [(SOLVED, FIRST)]


def test_comparing_can_be_cancelled(page, stage, qtbot):
    stage.kit.runs.look_at(FIRST, SOLVED)
    qtbot.mouseClick(page.strip.cancel, LEFT)
    assert stage.kit.runs.beside is None
    assert page.strip.isHidden()


def test_seeds_of_one_recipe_are_luck(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST, SECOND_SEED)
    assert "Both are of the same recipe: what lies between them is luck." in page.strip.words


def test_marks_by_mouse_and_keyboard(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST)
    click(qtbot, page, SOLVED, "mark")
    runs = stage.kit.runs
    assert (runs.run, runs.beside) == (FIRST, SOLVED)
    click(qtbot, page, FIRST, "mark")
    assert (runs.run, runs.beside) == (SOLVED, None)
    page.table.setFocus()
    page.table.go_to(SECOND_SEED)
    qtbot.keyClick(page.table, Qt.Key.Key_B)
    assert (runs.run, runs.beside) == (SOLVED, SECOND_SEED)
    qtbot.keyClick(page.table, Qt.Key.Key_B)
    assert (runs.run, runs.beside) == (SOLVED, None)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert runs.run == SECOND_SEED
    before = page.table.currentIndex().row()
    qtbot.keyClick(page.table, Qt.Key.Key_Up if before else Qt.Key.Key_Down)
    assert page.table.currentIndex().row() != before
    assert runs.run == SECOND_SEED
    index = page.model.index(page.model.place_of(SECOND_SEED), COLUMNS.index("mark"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "looked at"
    stage.calm()


# As it was


def test_reopened_as_it_was(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST, SOLVED)
    page.sort("run")
    page.views.turn_to("settings")
    qtbot.mouseClick(page.tools.controls, LEFT, pos=QPoint(8, 12))
    kept = json.loads(json.dumps(page.remembered()))
    page.forget()
    stage.kit.runs.forget()
    assert page.model.rowCount() == 0
    page.restore(kept)
    stage.kit.runs.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4, timeout=LONG_MS)
    stage.calm()
    assert (stage.kit.runs.run, stage.kit.runs.beside) == (FIRST, SOLVED)
    assert order(page) == ["4", "3", "2", "1"]
    assert page.views.current.name == "settings"
    assert not page.tools.controls.isChecked()
    assert page.remembered() == kept
    qtbot.waitUntil(lambda: "test tracks" in page.strip.words, timeout=LONG_MS)


@pytest.mark.parametrize("kept", [{"run": "x", "sort": 3, "sizes": "no"}, {"run": 99, "beside": True}, {}])
def test_what_makes_no_sense_is_left_out(page, stage, qtbot, kept):
    page.restore(kept)
    stage.kit.runs.refresh()
    stage.calm()
    assert page.asked.sort == "figure"
    assert stage.kit.runs.run != 99


def test_without_runs_one_button_teaches(empty_collection, tmp_path, qtbot):
    from desktop.commands import Command

    with staged(empty_collection, tmp_path, qtbot) as stage:
        wanted = []
        stage.commands.offer("teach", [Command("teach", "Teach…", "", lambda: wanted.append("teach"))])
        page = ResultsPage(stage.kit)
        stage.put(page, 900, 500)
        stage.calm()
        assert page.empty.isVisible()
        qtbot.mouseClick(page.empty.teach, LEFT)
        assert wanted == ["teach"]
        page.forget()
        page.finish()


def test_what_another_program_deletes_is_gone_when_the_window_is_come_back_to(page, stage, qtbot, qapp):
    look_at(qtbot, page, stage, FIRST, SOLVED)
    with stage.collection() as collection:
        delete_run(collection, FIRST)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: page.kit.runs.line(FIRST) is None, timeout=LONG_MS)
    assert (page.kit.runs.run, page.kit.runs.beside) == (None, SOLVED)
    assert page.model.place_of(FIRST) is None
    stage.calm()
