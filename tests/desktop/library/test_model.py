"""The model: a page at a time, at once for what nobody serves, one reset a search, one change an edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.library.fields import FieldInfo
from desktop.cards import TrackCard
from desktop.library.columns import columns_for
from desktop.library.model import PAGE, TracksModel
from desktop.mime import TRACKS, read_numbers

Role = Qt.ItemDataRole
FIELDS = [
    FieldInfo(1, "title", "text", many=False, unit=""),
    FieldInfo(2, "genre", "category", many=True, unit=""),
    FieldInfo(3, "tempo", "number", many=False, unit="bpm"),
]


class Shelf(QObject):
    """Cards that come when they are told to."""

    arrived = Signal(object)
    stale = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[int, TrackCard] = {}
        self.wanted: list[list[int]] = []

    def get(self, track_id: int) -> TrackCard | None:
        return self.known.get(track_id)

    def want(self, track_ids: list[int]) -> None:
        self.wanted.append(list(track_ids))

    def bring(self, *track_ids: int, title: str = "Take") -> None:
        for id_ in track_ids:
            values = {"title": (f"{title} {id_}",), "genre": ("Lament", "Brass"), "tempo": (104.25,)}
            path = Path(f"/tapes/reel {id_}.wav")
            self.known[id_] = TrackCard(id_, path, path.name, "ok", "", 155.2, -19.04, values)
        self.arrived.emit(frozenset(track_ids))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def model(shelf: Shelf, qtbot: QtBot) -> TracksModel:
    model = TracksModel(shelf, shelf)
    model.show_columns(list(columns_for(FIELDS).values()))
    model.show_ids(list(range(1000, 2000)))
    return model


def test_qt_finds_no_fault(model: TracksModel, shelf: Shelf, qtmodeltester: ModelTester) -> None:
    shelf.bring(*range(1000, 1010))
    qtmodeltester.check(model)


def test_a_miss_wants_its_page_and_only_once(model: TracksModel, shelf: Shelf) -> None:
    for row in range(PAGE, PAGE + 30):
        for column in range(model.columnCount()):
            assert model.index(row, column).data() in (None, "…")
    assert shelf.wanted == [list(range(1000 + PAGE, 1000 + 2 * PAGE))]


def test_what_comes_is_shown(model: TracksModel, shelf: Shelf, qtbot: QtBot) -> None:
    model.index(2, 0).data()
    with qtbot.waitSignal(model.dataChanged) as changed:
        shelf.bring(1004, 1002)
    assert (changed.args[0].row(), changed.args[1].row()) == (0, PAGE - 1)
    said = [model.index(2, column).data() for column in range(model.columnCount())]
    assert said == ["Take 1002", "Lament; Brass", "104.2", "2:35", "OK", "", "reel 1002.wav", "", "−19.0"]


def test_flags_and_other_roles_read_nothing(model: TracksModel, shelf: Shelf) -> None:
    for row in range(len(model.ids)):
        index = model.index(row, 0)
        assert model.flags(index) & Qt.ItemFlag.ItemIsEditable
        assert model.data(index, Role.ForegroundRole) is None
        assert model.data(index, Role.SizeHintRole) is None
    assert shelf.wanted == []


def test_only_labels_can_be_edited(model: TracksModel) -> None:
    editable = {
        column.key for place, column in enumerate(model.columns)
        if model.flags(model.index(0, place)) & Qt.ItemFlag.ItemIsEditable
    }  # fmt: skip
    assert editable == {"title", "genre", "tempo"}
    assert not model.setData(model.index(0, 4), "silent")


def test_a_new_search_is_one_reset_and_the_same_answer_none(model: TracksModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.modelReset):
        assert model.show_ids([5, 3, 9])
    with qtbot.assertNotEmitted(model.modelReset):
        assert not model.show_ids([5, 3, 9])
    for _ in range(3):  # one by one at first, then by a dictionary
        assert [model.row_of(id_) for id_ in (9, 5, 4, None)] == [2, 0, None, None]


def test_after_an_edit_the_old_words_stay_until_the_new_ones_come(
    model: TracksModel, shelf: Shelf, qtbot: QtBot
) -> None:
    shelf.bring(1000)
    assert model.index(0, 0).data() == "Take 1000"
    shelf.known.clear()
    changes = []
    model.dataChanged.connect(lambda *span: changes.append(span))
    shelf.stale.emit()
    assert len(changes) == 1
    assert model.index(0, 0).data() == "Take 1000"
    shelf.bring(1000, title="Lament")
    assert model.index(0, 0).data() == "Lament 1000"


def test_a_column_says_its_unit_and_what_it_is(model: TracksModel) -> None:
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    assert heads == ["Title", "Genre", "Tempo, bpm", "Length", "State", "Reason", "File", "Rate, kHz",
                     "Loudness, LUFS"]  # fmt: skip
    tip = model.headerData(1, Qt.Orientation.Horizontal, Role.ToolTipRole)
    assert tip == "Genre: The kind of music"
    right = model.headerData(2, Qt.Orientation.Horizontal, Role.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight


def test_screen_readers_hear_the_column(model: TracksModel, shelf: Shelf) -> None:
    shelf.bring(1000)
    assert model.index(0, 1).data(Role.AccessibleTextRole) == "Genre: Lament; Brass"


def test_what_is_dragged_is_ids_and_files_where_all_are_known(model: TracksModel, shelf: Shelf) -> None:
    shelf.bring(1000, 1001)
    for row in (0, 1):
        model.card(row)
    data = model.mime_of([1001, 1000])
    assert read_numbers(data, TRACKS) == [1001, 1000]
    assert [url.toLocalFile() for url in data.urls()] == ["/tapes/reel 1001.wav", "/tapes/reel 1000.wav"]
    assert not model.mime_of([1000, 1500]).hasUrls()
