"""A command of ours as a child process that answers with JSON: what it imports never weighs on the window."""

from __future__ import annotations

import json
import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal, Slot

import core

_log = logging.getLogger(__name__)


class Child(QObject):
    """One at a time: it answers, fails (perhaps with a sentence of its own), or could not even be started."""

    answered = Signal(object)
    failed = Signal(str)
    not_started = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None

    @property
    def busy(self) -> bool:
        return self._process is not None

    def start(self, *arguments: str) -> None:
        if self.busy:
            return
        self._process = process = QProcess(self)
        process.setProgram(sys.executable)
        process.setArguments(["-m", "core.cli", *arguments])
        process.setProcessEnvironment(environment())
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._not_started)
        process.start()

    def stop(self) -> None:
        """End it, if it runs; no signal follows."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(2000)
            process.deleteLater()

    @Slot()
    def _finished(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        text = bytes(process.readAllStandardOutput().data())
        complaint = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        process.deleteLater()
        try:
            answer = json.loads(text)
        except ValueError:
            _log.info("%s ended with %d: %s", process.arguments(), process.exitCode(), complaint)
            last = complaint.splitlines()[-1] if process.exitCode() == 1 and complaint else ""
            self.failed.emit(last)
        else:
            self.answered.emit(answer)

    @Slot(QProcess.ProcessError)
    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error != QProcess.ProcessError.FailedToStart or self._process is None:
            return
        _log.warning("a child did not start: %s", self._process.errorString())
        self._process.deleteLater()
        self._process = None
        self.not_started.emit()


def environment() -> QProcessEnvironment:
    """The child must find the same `core`, wherever the program was started."""
    result = QProcessEnvironment.systemEnvironment()
    ours = str(Path(core.__file__).parent.parent)
    others = result.value("PYTHONPATH")
    result.insert("PYTHONPATH", f"{ours}{os.pathsep}{others}" if others else ours)
    return result
