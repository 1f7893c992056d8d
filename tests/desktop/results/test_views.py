"""What lies below the table: curves laid over each other, settings with what differs, who is told what."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from core.runs import begin_run, list_checkpoints, read_curves, read_run, write_epochs
from core.store.schema import JobRow
from desktop.results.settings import Column, SettingsResult
from desktop.results.view import ResultView
from tests.desktop.results.conftest import FIRST, LEAKING, SECOND_SEED, SOLVED
from tests.desktop.results.test_page import cells, look_at, order
from tests.desktop.stage import LONG_MS

LEFT = Qt.MouseButton.LeftButton


class Listener(ResultView):
    name = "listener"

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[int | None, int | None]] = []

    def title(self) -> str:
        return "Listener"

    def fits(self, run, beside) -> bool:
        return beside is not None

    def show_runs(self, run, beside) -> None:
        self.told.append((run.run if run else None, beside.run if beside else None))


def settings(page) -> dict[str, tuple[str, ...]]:
    return {entry.name: entry.values for entry in page.views.views["settings"]._sheet.entries}


def test_curves_of_both_runs_lie_over_each_other(page, stage, qtbot):
    page.views.turn_to("curves")
    look_at(qtbot, page, stage, FIRST, SECOND_SEED)
    view = page.views.current
    qtbot.waitUntil(lambda: len(view.stories) == 2, timeout=LONG_MS)
    with stage.collection() as collection:
        rows = read_curves(collection, FIRST)
    lines = {line.name: line.points for line in view.loss.curves.lines}
    assert set(lines) == {f"Run {run}, {part}" for run in (1, 2) for part in ("training", "validation")}
    ours = lines["Run 1, validation"]
    assert ours == tuple((row.epoch + 1.0, row.figures["valid"]["loss"]) for row in rows)
    assert view.score.curves.title == "Accuracy"
    view.figure.setFocus()
    qtbot.keyClick(view.figure, Qt.Key.Key_Down)
    assert view.score.curves.title == "Macro F1"
    qtbot.waitUntil(lambda: view.score.drawn > 0, timeout=LONG_MS)


def test_a_run_without_epochs_says_so(page, stage, qtbot):
    page.views.turn_to("curves")
    look_at(qtbot, page, stage, SOLVED)
    view = page.views.current
    qtbot.waitUntil(lambda: "not trained in epochs" in view.loss.empty.text(), timeout=LONG_MS)
    assert view.loss.curves.is_empty
    look_at(qtbot, page, stage, FIRST)
    qtbot.waitUntil(lambda: not view.loss.curves.is_empty, timeout=LONG_MS)


def test_settings_say_all_of_a_run_and_mark_what_differs(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST, SOLVED)
    qtbot.mouseClick(page.strip.differs, LEFT)
    view = page.views.current
    assert isinstance(view, SettingsResult)
    qtbot.waitUntil(lambda: view.model.rowCount() > 0, timeout=LONG_MS)
    shown = {row.name for row in view.model.rows if not isinstance(row, str)}
    assert settings(page)["head.kind"] == ("mlp", "logistic")
    assert "head.kind" in shown
    assert "data.field" not in shown
    place = next(
        i for i, row in enumerate(view.model.rows) if not isinstance(row, str) and row.name == "head.kind"
    )
    assert view.model.index(place, Column.NAME).data() == "≠ head.kind"
    assert (
        view.model.index(place, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole) == "head.kind, differs"
    )
    qtbot.mouseClick(view.differing, LEFT, pos=QPoint(8, 12))
    shown = {row.name for row in view.model.rows if not isinstance(row, str)}
    assert {"data.field", "Seed", "Tracks to judge by"} <= shown
    with stage.collection() as collection:
        (kept,) = [info for info in list_checkpoints(collection, FIRST) if info.reason == "best"]
        text, accuracy = (
            read_run(collection, FIRST).recipe.text,
            read_run(collection, FIRST).scores["test"]["accuracy"],
        )
    assert kept.sha256 in settings(page)["Best"][0]
    assert settings(page)["Accuracy %, test part"][0].startswith(f"{100 * accuracy.value:.1f} (")
    entry = next(entry for entry in view._sheet.entries if entry.name == "Accuracy %, test part")
    assert entry.more.startswith("share of tracks whose likeliest class is the true one")
    qtbot.mouseClick(view.copy, LEFT)
    assert QGuiApplication.clipboard().text() == text
    qtbot.mouseClick(view.as_text, LEFT, pos=QPoint(8, 12))
    assert view.text.isVisible()
    assert view.text.toPlainText() == text


def test_a_view_is_told_only_while_it_is_seen_and_once(page, stage, qtbot):
    page.views.add(listener := Listener())
    look_at(qtbot, page, stage, FIRST, SOLVED)
    assert listener.told == []
    qtbot.mouseClick(page.views.buttons["listener"], LEFT)
    assert listener.told == [(FIRST, SOLVED)]
    page.views.turn_to("settings")
    qtbot.mouseClick(page.views.buttons["listener"], LEFT)
    assert listener.told == [(FIRST, SOLVED)]
    look_at(qtbot, page, stage, FIRST)
    assert page.views.buttons["listener"].isHidden()
    assert page.views.current.name == "curves"
    page.hide()
    stage.kit.runs.look_at(FIRST, LEAKING)
    stage.calm()
    assert listener.told == [(FIRST, SOLVED)]
    page.show()
    assert listener.told == [(FIRST, SOLVED), (FIRST, LEAKING)]
    stage.calm()
    qtbot.waitUntil(lambda: "Comparing" not in page.strip.words, timeout=LONG_MS)


def test_a_run_that_is_being_made_is_there_with_its_state(page, stage, qtbot):
    look_at(qtbot, page, stage, FIRST)
    with stage.collection() as collection:
        text, split = read_run(collection, FIRST).recipe.text, stage.kit.runs.line(FIRST).split
        with collection.database.writing() as session:
            row = JobRow(
                kind="verify", title="Train", request="{}", device="cpu", priority=10, state="paused"
            )
            session.add(row)
            session.flush()
            job = row.id
        run = begin_run(collection, name="classify", task="classify", text=text, seed=7, device="cpu",
                        environment={}, split_id=1, job_id=job)  # fmt: skip
        assert split
        with collection.database.writing() as session:
            write_epochs(session, run, [])
    stage.kit.runs.refresh()
    qtbot.waitUntil(lambda: page.model.place_of(run) is not None, timeout=LONG_MS)
    assert order(page)[0] == str(run)
    assert (cells(page, run)["state"], cells(page, run)["figure"]) == ("Paused", "")
    look_at(qtbot, page, stage, FIRST, run)
    assert page.strip.words == f"Run {run} has no figures of the test part, so there is nothing to compare."
