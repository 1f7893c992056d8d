"""The doctor is a child process: it may be slow, silent, talk nonsense or not exist."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from core import places
from desktop import doctor as module
from desktop.doctor import Check, Doctor, Findings, fastest_device, known_devices
from desktop.findings import DoctorDialog, FindingsList


@pytest.fixture
def doctor(qapp):
    doctor = Doctor()
    yield doctor
    doctor.stop()


@pytest.fixture
def child(tmp_path, monkeypatch):
    """Puts a script in place of the interpreter that would run the real doctor."""

    def write(script: str) -> None:
        path = tmp_path / "child"
        path.write_text(f"#!{sys.executable}\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setattr(module.sys, "executable", str(path))

    return write


CHECK = {"name": "Sound output", "ok": True, "found": "48 kHz", "mend": ""}
GOOD = f"print({json.dumps({'ok': True, 'checks': [CHECK]})!r})"


def look(doctor: Doctor, qtbot) -> None:
    doctor.look()
    qtbot.waitUntil(lambda: not doctor.busy)


def test_the_real_doctor_answers(doctor, qtbot):
    doctor.look()
    qtbot.waitUntil(lambda: not doctor.busy, timeout=60_000)
    assert doctor.problem == ""
    assert {"Soundings", "Devices"} <= {check.name for check in doctor.findings.checks}


def test_what_was_found_is_remembered_for_the_next_start(doctor, child, qtbot):
    child(GOOD)
    look(doctor, qtbot)
    other = Doctor()
    other.look_if_needed()
    assert other.findings.checks == doctor.findings.checks
    assert not other.busy


def test_old_findings_are_shown_while_it_looks_again(doctor, child, qtbot, monkeypatch):
    child(GOOD)
    look(doctor, qtbot)
    monkeypatch.setattr(module, "FRESH_FOR", timedelta(0))
    other = Doctor()
    other.look_if_needed()
    assert other.busy
    assert other.findings is not None
    qtbot.waitUntil(lambda: not other.busy)


@pytest.mark.may_log("doctor: ")
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("import sys; sys.exit('no')", "ended early"),
        ("print('nonsense')", "ended early"),
        ("print('{}')", "ended early"),
        ("print('[]')", "ended early"),
        ("import os; os.abort()", "ended early"),
    ],
)
def test_a_child_that_fails_is_survived(doctor, child, qtbot, script, said):
    child(script)
    look(doctor, qtbot)
    assert said in doctor.problem
    assert doctor.findings is None


@pytest.mark.may_log("a child did not start")
def test_a_child_that_does_not_exist_is_survived(doctor, qtbot, monkeypatch):
    monkeypatch.setattr(module.sys, "executable", "/no/such/python")
    look(doctor, qtbot)
    assert "did not start" in doctor.problem


def test_patience_ends(doctor, child, qtbot):
    child("import time; time.sleep(600)")
    doctor._patience.setInterval(1)
    look(doctor, qtbot)
    assert "within two minutes" in doctor.problem


def test_closing_ends_the_child(doctor, child, qtbot):
    child("import time; time.sleep(600)")
    doctor.look()
    process = doctor._child._process
    qtbot.waitUntil(lambda: process.processId() > 0)
    doctor.stop()
    assert process.state() == process.ProcessState.NotRunning


@pytest.mark.may_log("cannot be read and counts as empty")
def test_a_damaged_cache_counts_as_none(doctor, child, qtbot):
    child(GOOD)
    places.cache_folder().mkdir(parents=True)
    (places.cache_folder() / "doctor.json").write_text("{")
    doctor.look_if_needed()
    assert doctor.busy
    qtbot.waitUntil(lambda: not doctor.busy)
    assert datetime.now(UTC) - doctor.findings.looked_at < timedelta(minutes=5)


@pytest.mark.parametrize(
    ("found", "device"),
    [
        ("cuda:1 (H200, 139 GB); cpu (8 threads, 62 GB)", "cuda:1"),
        ("mps (Apple graphics, 16 GB); cpu (8 threads, 16 GB)", "mps"),
        ("cpu (2 threads, 8 GB); no graphics processor", "cpu"),
        ("torch cannot be imported", "cpu"),
    ],
)
def test_the_fastest_device_is_the_first(found, device):
    checks = (Check("Disk", True, "61 GB free"), Check("Devices", True, found))
    assert fastest_device(Findings(checks, datetime.now(UTC))) == device


def test_all_devices_can_be_chosen_among():
    found = "cuda:0 (H200, 139 GB); cuda:1 (mps-like, 80 GB); cpu (8 threads, 62 GB)"
    checks = (Check("Devices", True, found),)
    assert known_devices(Findings(checks, datetime.now(UTC))) == ["cuda:0", "cuda:1", "cpu"]


def test_as_long_as_nobody_has_looked_it_is_the_processor():
    assert fastest_device(None) == "cpu"


def test_the_list_says_what_it_is_doing(doctor, child, qtbot):
    child(GOOD)
    rows = FindingsList(doctor, short=True)
    qtbot.addWidget(rows)
    rows.show()
    qtbot.mouseClick(rows.again, Qt.MouseButton.LeftButton)
    assert rows._footer.text() == "Looking…"
    assert not rows.again.isVisible()
    qtbot.waitUntil(rows.again.isVisible)
    assert "48 kHz" in [part.text() for part in rows.findChildren(QLabel)]


def test_the_dialog_shows_all_and_copies_it(window, qtbot):
    window.help.show_doctor()
    dialog = window.findChild(DoctorDialog)
    said = [part.text() for part in dialog.findChildren(QLabel)]
    assert "WAV, FLAC" in said
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert "- CLAP: not here (Fetch it.)" in QGuiApplication.clipboard().text()
    dialog.close()
