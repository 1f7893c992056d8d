"""The encoders as a person meets them: listed, explained, encoded with; and what cannot be done says why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from core.embedding import list_sets
from core.encoders import cards
from core.store import open_collection
from desktop.encoders.encode import EncodeDialog
from desktop.encoders.model import Column
from tests.desktop.conftest import LONG_MS, dialog_of, press
from tests.desktop.encoders.conftest import cell
from tests.desktop.test_start import HEAVY, run


def text(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def test_every_encoder_is_listed_without_a_collection(window, show, qtmodeltester):
    dialog = show(window)
    assert [row.card.name for row in dialog.model.rows] == [card.name for card in cards()]
    qtmodeltester.check(dialog.model)
    assert cell(dialog, "descriptors", Column.READY) == "yes"
    assert cell(dialog, "descriptors", Column.DIMENSION) == "105"
    assert cell(dialog, "mert-95m", Column.READY) == "not fetched yet"
    assert cell(dialog, "mert-95m", Column.LICENCE) == "CC BY-NC 4.0"
    assert cell(dialog, "mert-95m", Column.ENCODED) == "–"
    assert dialog.chosen.card.name == "descriptors"
    assert not dialog.encode.isEnabled()
    assert dialog.encode.toolTip() == dialog.notice.text.text() == "Open a collection to encode it."
    assert dialog.check.isEnabled()


def test_the_keyboard_walks_through_the_list_and_the_details_follow(window, show, qtbot):
    dialog = show(window)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.chosen.card.name == "musicnn-msd"
    said = text(dialog.details)
    assert "excerpts of 3 s at 16,000 Hz" in said
    assert "not here; they go to" in said
    assert "female vocalists" in said
    assert not dialog.encode.isEnabled()
    assert dialog.notice.text.text() == "MusiCNN (MSD) cannot be used: not fetched yet. Fetch it first."
    assert dialog.fetch.isEnabled()
    assert dialog.remove.toolTip() == "It comes with the program."
    dialog.choose("mert-95m")
    assert "768 values in each of 13 layers, input to block 12; usually block 7" in text(dialog.details)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_tab_reaches_everything_and_everything_has_a_name(opened, show):
    dialog = show(opened)
    reached: list[QWidget] = []
    for _ in range(30):
        dialog.focusNextPrevChild(True)
        widget = QApplication.focusWidget() or dialog.focusWidget()
        if widget in reached:
            break
        reached.append(widget)
    wanted = {dialog.table, dialog.check, dialog.add}
    assert wanted <= set(reached)
    assert all(widget.accessibleName() for widget in reached)


@pytest.mark.parametrize("size", [(800, 500), (1280, 720)])
def test_nothing_is_clipped(opened, show, qtbot, size):
    dialog = show(opened)
    dialog.resize(*(min(usual, room - 48) for usual, room in zip((1060, 600), size, strict=True)))
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    for button in (dialog.encode, dialog.fetch, dialog.check, dialog.remove, dialog.add):
        assert dialog.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
    assert dialog.details.minimumSizeHint().width() <= dialog.width()


@pytest.fixture
def filled(opened, reels, qtbot):
    opened.workspace.scan(str(reels))
    qtbot.waitUntil(lambda: opened.workspace.tracks == 3, timeout=LONG_MS)
    return opened


def test_an_empty_collection_has_nothing_to_encode(opened, show, qtbot):
    dialog = show(opened)
    words = "Add a folder of recordings first"
    qtbot.waitUntil(lambda: words in dialog.encode.toolTip(), timeout=LONG_MS)
    assert not dialog.encode.isEnabled()


def test_encoded_from_the_page_to_the_new_numbers(filled, folder, qtbot):
    qtbot.mouseClick(filled.desk.overview.encode, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: filled.encoders.dialog is not None, timeout=LONG_MS)
    dialog = filled.encoders.dialog
    qtbot.waitUntil(dialog.encode.isEnabled, timeout=LONG_MS)
    assert cell(dialog, "descriptors", Column.ENCODED) == "0 of 3"
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    question = dialog_of(dialog, EncodeDialog)
    assert question.says.text() == "3 tracks; what has been encoded already is not encoded again."
    qtbot.keyClicks(question.query, "take 1")
    qtbot.waitUntil(lambda: question.says.text() == "1 track found", timeout=LONG_MS)
    question.window_s.setValue(2.0)
    press(qtbot, question, "Encode")
    qtbot.waitUntil(lambda: "Encode with Descriptors" in filled.strip.title.accessibleName(), timeout=LONG_MS)
    qtbot.waitUntil(lambda: cell(dialog, "descriptors", Column.ENCODED) == "1 of 3", timeout=LONG_MS)
    assert "1 track, 1 layer, excerpts of 2 s" in text(dialog.details)
    with open_collection(folder) as collection:
        (found,) = list_sets(collection, "descriptors")
    assert (found.tracks, found.window_s) == (1, 2.0)


def test_a_query_that_cannot_be_read_is_said_below_it(filled, show, qtbot):
    dialog = show(filled)
    qtbot.waitUntil(dialog.encode.isEnabled, timeout=LONG_MS)
    press(qtbot, dialog, "Encode…")
    question = dialog_of(dialog, EncodeDialog)
    qtbot.keyClicks(question.query, "year:")
    qtbot.waitUntil(lambda: "needs a value" in question.says.text(), timeout=LONG_MS)
    assert not question.encode.isEnabled()
    question.query.clear()
    qtbot.keyClicks(question.query, "nowhere")
    qtbot.waitUntil(lambda: question.says.text() == "No track fits this query.", timeout=LONG_MS)
    assert not question.encode.isEnabled()
    question.query.clear()
    assert question.encode.isEnabled()
    question.reject()


def test_closing_the_collection_leaves_the_list(filled, show, qtbot):
    dialog = show(filled)
    qtbot.waitUntil(dialog.encode.isEnabled, timeout=LONG_MS)
    filled.jobs.clear()  # so that it does not ask
    filled.close_collection()
    qtbot.waitUntil(filled.start.isVisible, timeout=LONG_MS)
    assert dialog.isVisible()
    assert cell(dialog, "descriptors", Column.ENCODED) == "–"
    assert not dialog.encode.isEnabled()
    qtbot.waitUntil(filled.start.shows_chart)


PROBE = """
import sys
from PySide6.QtCore import QTimer
import desktop.window

class Probed(desktop.window.MainWindow):
    def __init__(self):
        super().__init__()
        self.painted.connect(self.encoders.show)
        self.timer = QTimer(self, interval=50)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        dialog = self.encoders.dialog
        if dialog is not None and dialog.model.rows:
            self.timer.stop()
            print("listed", len(dialog.model.rows))
            dialog.add.click()
            import core.embedding.encode  # what asking for the job reads
            self.close()
"""


@pytest.mark.usefixtures("known_computer")
def test_the_list_imports_nothing_heavy(home):
    probe = PROBE + (
        "desktop.window.MainWindow = Probed\n"
        "import desktop.app\n"
        "desktop.app.MainWindow = Probed\n"
        "status = desktop.app.run_window(None)\n"
        f"print('heavy', sorted(set({HEAVY!r}) & set(sys.modules)))\n"
        "sys.exit(status)\n"
    )
    done = run(home, "-c", probe)
    assert done.returncode == 0, done.stderr
    assert f"listed {len(cards())}" in done.stdout
    assert "heavy []" in done.stdout
