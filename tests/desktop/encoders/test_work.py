"""Fetching, checking, adding, removing: asked for, watched, refused, cancelled, and explained."""

from __future__ import annotations

import json
import threading

import pytest
from PySide6.QtCore import Qt

from core.encoders import cards
from core.encoders.weights import own_folder
from desktop.encoders.add import AddEncoderDialog
from desktop.encoders.model import Column
from desktop.widgets import Question
from tests.desktop.conftest import LONG_MS, dialog_of, press
from tests.desktop.encoders.conftest import NAME, WEIGHTS, cell
from tests.desktop.test_start import run

LONGER_MS = 100_000
"""For a child process that imports torch."""


@pytest.fixture
def trial(window, show, pinned):
    """The dialog, with an encoder chosen whose weights are on the server."""
    dialog = show(window)
    dialog.choose("trial")
    return dialog


def asked(dialog, qtbot) -> Question:
    press(qtbot, dialog, "Fetch…")
    qtbot.waitUntil(lambda: any(q.isVisible() for q in dialog.findChildren(Question)), timeout=LONG_MS)
    return dialog_of(dialog, Question)


def said(dialog, qtbot, words: str) -> None:
    qtbot.waitUntil(lambda: words in dialog.notice.text.text(), timeout=LONG_MS)


# Fetching


def test_nothing_is_fetched_without_consent(trial, server, pinned, qtbot):
    question = asked(trial, qtbot)
    for words in ("Fetch Trial?", "1 MB", "licence ISC", str(own_folder(pinned))):
        assert words in question.accessibleName() + question.accessibleDescription()
    assert not trial.fetch.isEnabled()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert trial.notice.text.text() == "Nothing was fetched."
    assert server.asked == []
    assert not own_folder(pinned).exists()
    assert trial.fetch.isEnabled()


def test_fetched_after_consent(trial, server, pinned, qtbot):
    press(qtbot, asked(trial, qtbot), "Fetch 1.0 MB")
    said(trial, qtbot, "Trial is here now.")
    assert (own_folder(pinned) / NAME).read_bytes() == WEIGHTS
    qtbot.waitUntil(lambda: cell(trial, "trial", Column.READY) == "yes", timeout=LONG_MS)
    assert trial.fetch.toolTip() == "Its weights are here."
    assert not trial.notice.cancel.isVisible()


def test_cancelled_and_then_gone_on_with(trial, server, pinned, qtbot):
    server.go.clear()
    press(qtbot, asked(trial, qtbot), "Fetch 1.0 MB")
    said(trial, qtbot, "Fetching Trial: 262 kB of 1.0 MB")
    assert 0 < trial.notice.bar.value() < trial.notice.bar.maximum()
    qtbot.mouseClick(trial.notice.cancel, Qt.MouseButton.LeftButton)
    assert trial.notice.text.text() == "Cancelling…"
    server.go.set()
    said(trial, qtbot, "Fetching was cancelled.")
    there = (own_folder(pinned) / f"{NAME}.part").stat().st_size
    assert 0 < there < len(WEIGHTS)
    press(qtbot, asked(trial, qtbot), "Fetch 1.0 MB")
    said(trial, qtbot, "Trial is here now.")
    assert server.asked == ["bytes=0-", f"bytes={there}-"]


def test_what_goes_wrong_is_said_in_place(trial, server, qtbot):
    server.status = 404
    press(qtbot, asked(trial, qtbot), "Fetch 1.0 MB")
    said(trial, qtbot, f"{NAME} is not there any more (404")
    assert trial.fetch.isEnabled()


def test_fetching_goes_on_while_the_dialog_is_closed(trial, window, show, server, qtbot):
    server.go.clear()
    press(qtbot, asked(trial, qtbot), "Fetch 1.0 MB")
    said(trial, qtbot, "Fetching Trial: 262 kB")
    qtbot.keyClick(trial, Qt.Key.Key_Escape)
    assert not trial.isVisible()
    server.go.set()
    assert show(window) is trial
    said(trial, qtbot, "Trial is here now.")


def test_closing_the_window_waits_for_no_silent_network(trial, window, server, pinned, qtbot):
    server.go.clear()
    press(qtbot, asked(trial, qtbot), "Fetch 1.0 MB")
    said(trial, qtbot, "Fetching Trial: 262 kB")
    (waiting,) = [thread for thread in threading.enumerate() if thread.name == "fetching"]
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG_MS)
    assert waiting.is_alive(), "the network was waited for"
    assert not (own_folder(pinned) / NAME).exists()
    assert 0 < (own_folder(pinned) / f"{NAME}.part").stat().st_size < len(WEIGHTS)


LEAVING = """
import sys
import core.encoders.fetch
from core.encoders import find_card
from core.encoders.fetch import offer
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
        if dialog is None or not dialog.model.rows:
            return
        fetching = dialog.work._fetching
        if fetching.card is None:
            fetching.card = find_card("trial")
            fetching.agree(offer(fetching.card))
        elif "262 kB" in dialog.notice.text.text():
            self.timer.stop()
            print("closed")
            self.close()

core.encoders.fetch.TIMEOUT_S = 10_000  # whoever waits for the network never ends
import desktop.app
desktop.app.MainWindow = Probed
sys.exit(desktop.app.run_window(None))
"""


@pytest.mark.usefixtures("known_computer")
def test_the_program_ends_though_the_network_is_silent(server, pinned, home):
    server.go.clear()
    done = run(home, "-c", LEAVING)
    assert done.returncode == 0, done.stderr
    assert "Error" not in done.stderr
    assert "closed" in done.stdout


# Adding and removing


def test_a_folder_is_recognised_named_added_used_and_removed(window, show, qtbot, tmp_path):
    from tests.core.encoders import tiny_models as tiny

    weights = tiny.speech_folder(tmp_path / "Tiny HuBERT", tiny.speech_model("hubert"))
    dialog = show(window)
    press(qtbot, dialog, "Add encoder…")
    form = dialog_of(dialog, AddEncoderDialog)
    assert not form.add.isEnabled()
    qtbot.keyClicks(form.folder, str(weights))
    qtbot.waitUntil(form.add.isEnabled, timeout=LONG_MS)
    assert form.name.text() == "tiny-hubert"
    assert "32 values in 4 layers" in form.says.text()
    form.name.setText("mert-95m")
    press(qtbot, form, "Add encoder")
    qtbot.waitUntil(lambda: "Choose another name" in form.says.text(), timeout=LONG_MS)
    form.name.setText("tiny")
    press(qtbot, form, "Add encoder")
    qtbot.waitUntil(lambda: dialog.chosen.card.name == "tiny", timeout=LONG_MS)
    assert dialog.notice.text.text() == "Tiny HuBERT is added."
    assert cell(dialog, "tiny", Column.READY) == "yes"

    press(qtbot, dialog, "Check")
    assert dialog.work.busy
    qtbot.waitUntil(lambda: not dialog.work.busy, timeout=LONGER_MS)
    found = dialog.work.findings["tiny"]
    assert {"finite", "deterministic", "frozen"} <= {finding.name for finding in found}
    assert "checks" in dialog.notice.text.text()

    press(qtbot, dialog, "Remove…")
    press(qtbot, dialog_of(dialog, Question), "Keep it")
    press(qtbot, dialog, "Remove…")
    press(qtbot, dialog_of(dialog, Question), "Remove encoder")
    said(dialog, qtbot, "Tiny HuBERT is removed.")
    qtbot.waitUntil(lambda: dialog.model.place_of("tiny") is None, timeout=LONG_MS)
    assert "tiny" not in {card.name for card in cards()}
    assert (weights / "model.safetensors").exists()


@pytest.mark.parametrize(
    ("config", "words"),
    [(None, "holds no"), ({"model_type": "bert"}, "of the kind bert; supported are")],
)
def test_a_wrong_folder_is_said_in_place(window, show, qtbot, tmp_path, config, words):
    (tmp_path / "wrong").mkdir()
    if config is not None:
        (tmp_path / "wrong" / "config.json").write_text(json.dumps(config))
    dialog = show(window)
    press(qtbot, dialog, "Add encoder…")
    form = dialog_of(dialog, AddEncoderDialog)
    qtbot.keyClicks(form.folder, str(tmp_path / "wrong"))
    qtbot.keyClick(form.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words in form.says.text(), timeout=LONG_MS)
    assert not form.add.isEnabled()
    form.reject()


# Checking


def test_a_check_shows_what_it_found(window, show, qtbot):
    dialog = show(window)
    press(qtbot, dialog, "Check")
    assert not dialog.check.isEnabled()
    qtbot.waitUntil(lambda: not dialog.work.busy, timeout=LONGER_MS)
    assert dialog.notice.text.text() == "Descriptors works: 5 checks passed."
    assert dialog.check.isEnabled()


def test_a_check_can_be_cancelled(window, show, qtbot):
    dialog = show(window)
    press(qtbot, dialog, "Check")
    qtbot.mouseClick(dialog.notice.cancel, Qt.MouseButton.LeftButton)
    assert dialog.notice.text.text() == "The check was cancelled."
    assert not dialog.work.busy
    assert dialog.check.isEnabled()


def test_weights_that_are_no_weights_fail_the_check_with_a_sentence(trial, pinned, qtbot):
    own_folder(pinned).mkdir(parents=True)
    (own_folder(pinned) / NAME).write_bytes(b"other")
    trial.refresh()
    qtbot.waitUntil(trial.check.isEnabled, timeout=LONG_MS)
    press(qtbot, trial, "Check")
    qtbot.waitUntil(lambda: not trial.work.busy, timeout=LONGER_MS)
    assert "5 bytes instead of 1,024,000: the copy of Trial is damaged" in trial.notice.text.text()
