"""The ledger as a page: counts that add up, any number of files, what to do about each state."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from sqlalchemy import func, select, update

from core.library.ledger import export_ledger, read_ledger
from core.library.states import State
from core.store import open_collection
from core.store.schema import Track
from desktop.changes import Changes
from desktop.ledger.model import PAGE, SORTS, Column, LedgerModel
from desktop.ledger.page import LedgerPage
from desktop.ledger.read import SORTS as ORDERS
from desktop.ledger.read import Row
from desktop.ledger.states import state_words
from desktop.ledger.states_list import STATES
from desktop.player.passage import Passage
from tests.core.library.shelf import add
from tests.desktop.stage import LONG_MS, Stage, staged

FILES = 1000


@pytest.fixture(scope="session")
def coast(empty_collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    import shutil

    folder = tmp_path_factory.mktemp("ledger") / "coast"
    shutil.copytree(empty_collection, folder)
    with open_collection(folder) as collection:
        add(collection, *(f"reels/{n:04}.wav" for n in range(FILES - 2)))
        with collection.database.writing() as session:
            session.execute(update(Track).values(duration_s=Track.id))
        add(collection, "torn.wav", state="undecodable", reason="The file ends early.")
        add(collection, "gone.wav", state="vanished", reason="The file is not where it was.", size_bytes=9)
    return folder


@pytest.fixture
def stage(coast: Path, tmp_path: Path, qtbot) -> Iterator[Stage]:
    with staged(coast, tmp_path, qtbot) as stage:
        yield stage


@pytest.fixture
def page(stage: Stage, qtbot) -> Iterator[LedgerPage]:
    page = LedgerPage(stage.kit)
    stage.put(page, 900, 500)
    qtbot.waitUntil(lambda: len(page.model.ids) == FILES, timeout=LONG_MS)
    qtbot.waitUntil(lambda: cell(page, 0, Column.FILE) != "…", timeout=LONG_MS)
    yield page
    page.forget()


def cell(page: LedgerPage, row: int, column: int) -> str:
    return page.model.index(row, column).data()


def states(page: LedgerPage) -> dict[str, str]:
    model = page.states
    return {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}


def test_the_counts_add_up(page):
    counts = states(page)
    assert counts == {
        "All files": "1,000",
        "OK": "998",
        "Too short": "0",
        "Silent": "0",
        "Cannot be read": "1",
        "Not supported": "0",
        "Duplicate": "0",
        "File is missing": "1",
    }
    numbers = [int(count.replace(",", "")) for count in counts.values()]
    assert sum(numbers[1:]) == numbers[0] == FILES
    assert page.count.text() == "1,000 files"


def test_a_state_says_what_it_means_and_shows_its_files(page, qtbot):
    page.list.setFocus()
    for _ in range(4):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(page.model.ids) == 1, timeout=LONG_MS)
    qtbot.waitUntil(lambda: cell(page, 0, Column.FILE) == "torn.wav", timeout=LONG_MS)
    assert cell(page, 0, Column.STATE) == "Cannot be read"
    assert cell(page, 0, Column.REASON) == "The file ends early."
    assert page.count.text() == "1 of 1,000 files"
    assert page.remedy.text() == "Copy it again from where it came, then scan."
    page.list.choose("silent")
    qtbot.waitUntil(page.none.isVisible, timeout=LONG_MS)
    assert page.none.text() == "No file is in this state."
    assert not page.export.isEnabled()


def test_every_state_has_words():
    assert STATES[1:] == tuple(state.value for state in State)
    for state in State:
        said = state_words(state)
        assert said.title
        assert said.meaning.endswith(".")
        assert said.remedy.endswith(".") or state == State.OK


@pytest.mark.parametrize(
    ("column", "first", "last"),
    [
        (Column.STATE, "0000.wav", "gone.wav"),
        (Column.REASON, "0000.wav", "gone.wav"),
        (Column.LENGTH, "0000.wav", "torn.wav"),
        (Column.SIZE, "gone.wav", "torn.wav"),
    ],
)
def test_sorted_by_any_column_and_back(page, stage, qtbot, column, first, last):
    header = page.table.horizontalHeader()
    place = header.sectionViewportPosition(column) + 20
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().topLeft() + _at(place))
    qtbot.waitUntil(lambda: page.asked.sort == SORTS[column], timeout=LONG_MS)
    stage.calm()
    ids = page.model.ids
    with stage.collection() as collection, collection.database.reading() as session:
        paths = dict(session.execute(select(Track.id, Track.shown_path)).all())
    shown = [paths[id_].removeprefix("reels/") for id_ in ids]
    descending = page.asked.descending
    assert sorted(ids) == list(range(1, FILES + 1))
    if not descending:
        assert (shown[0], shown[-1]) == (first, last)
    header.setSortIndicator(
        column, Qt.SortOrder.AscendingOrder if descending else Qt.SortOrder.DescendingOrder
    )
    stage.calm()
    assert page.model.ids != ids


def _at(x: int):
    from PySide6.QtCore import QPoint

    return QPoint(x, 8)


def test_orders_and_columns_go_together():
    assert tuple(ORDERS) == SORTS
    assert len(SORTS) == len(Column)


def test_scrolled_to_the_end_only_what_is_seen_is_read(page, stage, qtbot):
    read: list[int] = []
    page.model.pages_wanted.connect(lambda pages: read.extend(map(len, pages)))
    page.table.scrollToBottom()
    QApplication.processEvents()
    page.table.grab()
    qtbot.waitUntil(lambda: cell(page, FILES - 1, Column.FILE) == "torn.wav", timeout=LONG_MS)
    assert sum(read) <= 2 * PAGE
    assert cell(page, FILES - 2, Column.STATE) == "OK"


def test_the_model_keeps_qts_rules(page, qtmodeltester):
    qtmodeltester.check(page.model)
    qtmodeltester.check(page.states)


def test_choosing_everything_reads_nothing(qapp):
    model = LedgerModel()
    wanted: list[object] = []
    model.pages_wanted.connect(wanted.append)
    model.show_order(range(1, 100_001))
    for row in range(0, 100_000, 100):
        model.flags(model.index(row, 0))
    QCoreApplication.processEvents()
    assert wanted == []
    assert model.rowCount() == 100_000


def test_a_page_of_an_older_order_is_left_out(qapp):
    model = LedgerModel()
    model.show_order([1, 2, 3])
    asked: list[list[list[int]]] = []
    model.pages_wanted.connect(asked.append)
    assert model.row(0) is None
    QCoreApplication.processEvents()
    assert asked == [[[1, 2, 3]]]
    model.show_order([3, 1])
    row = Row(1, Path("/x/a.wav"), "a.wav", "ok", "", None, 5)
    model.show_rows([1, 2, 3], [row])
    assert model.row(1) is None
    QCoreApplication.processEvents()
    model.show_rows([3, 1], [row])
    assert model.row(1) == row
    assert model.row(0) is None  # gone meanwhile


def test_the_current_file_is_current_everywhere(page, stage, qtbot):
    page.table.setFocus()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert stage.kit.selection.current == page.model.ids[1]
    page.table.doubleClicked.emit(page.table.currentIndex())
    assert stage.player.queue == [Passage(page.model.ids[1])]


def test_news_keep_the_current_file(page, stage, qtbot):
    page.table.selectRow(5)
    current = page.model.ids[5]
    with stage.collection() as collection, collection.database.writing() as session:
        session.execute(update(Track).where(Track.id == page.model.ids[0]).values(state="silent"))
    stage.workspace.changed.emit(Changes(tracks=True))
    qtbot.waitUntil(lambda: states(page)["Silent"] == "1", timeout=LONG_MS)
    assert page.model.ids[page.table.currentIndex().row()] == current
    page.table.grab()
    qtbot.waitUntil(lambda: cell(page, 0, Column.STATE) == "Silent", timeout=LONG_MS)


def test_shown_in_its_folder(page, qtbot, monkeypatch):
    assert not page.folder.isEnabled()
    assert page.folder.toolTip() == "Choose a file first"
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toLocalFile()) or True)
    )
    page.table.selectRow(1)
    qtbot.mouseClick(page.folder, Qt.MouseButton.LeftButton)
    assert opened == ["/music/reels"]
    page.copy_path()
    assert QGuiApplication.clipboard().text() == "/music/reels/0000.wav"


def test_scan_again_is_a_job(page, stage, qtbot):
    with qtbot.waitSignal(stage.workspace.jobs_listed, timeout=LONG_MS):
        qtbot.mouseClick(page.scan, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _jobs(stage) == ["scan"], timeout=LONG_MS)


def _jobs(stage: Stage) -> list[str]:
    from core.store.schema import JobRow

    with stage.collection() as collection, collection.database.reading() as session:
        return list(session.scalars(select(JobRow.kind)))


def test_exported(page, stage, qtbot, monkeypatch, tmp_path, messages):
    out = tmp_path / "ledger"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    page.list.choose("vanished")
    qtbot.waitUntil(lambda: len(page.model.ids) == 1, timeout=LONG_MS)
    qtbot.mouseClick(page.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(messages), timeout=LONG_MS)
    assert messages[0].text == f"1 line written to {out}.csv."
    (row,) = csv.DictReader(Path(f"{out}.csv").read_text().splitlines())
    assert (row["state"], row["path"], row["size_bytes"]) == ("vanished", "/music/gone.wav", "9")
    assert row["reason"] == "The file is not where it was."


def test_the_whole_ledger_as_a_table(stage, tmp_path):
    with stage.collection() as collection:
        assert export_ledger(collection, tmp_path / "all.csv") == FILES
        total = read_ledger(collection).total
        with collection.database.reading() as session:
            assert session.scalar(select(func.count()).select_from(Track)) == total
    rows = list(csv.DictReader((tmp_path / "all.csv").read_text().splitlines()))
    assert len(rows) == total
    assert {row["state"] for row in rows} == {"ok", "undecodable", "vanished"}


def test_as_it_was_when_opened_again(page, stage, qtbot):
    page.list.choose("ok")
    page.table.horizontalHeader().setSortIndicator(Column.SIZE, Qt.SortOrder.DescendingOrder)
    kept = page.remembered()
    page.restore({})
    assert page.asked.state == ""
    page.restore(kept)
    assert page.remembered() == kept == {"state": "ok", "sort": "size", "descending": True}
    page.restore({"state": "odd", "sort": 7})
    assert page.asked.state == ""


@pytest.mark.parametrize("size", [(600, 480), (1200, 700), (465, 300)])
def test_nothing_is_clipped(page, stage, size):
    stage.resize(*size)
    QApplication.processEvents()
    for button in page.findChildren(QPushButton):
        assert button.accessibleName()
        assert button.width() >= button.minimumSizeHint().width()
    assert page.table.horizontalScrollBar().maximum() == 0
    assert page.table.columnWidth(Column.FILE) >= 100
