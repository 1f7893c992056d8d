"""The window's end of the sound's process: starts it when it is first needed, and again when it dies."""

from __future__ import annotations

import json
import logging
import sys
import time
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from desktop.child import environment

MOST_DEATHS, WITHIN_S = 3, 60.0
GRACE_MS = 400

_log = logging.getLogger(__name__)


class Link(QObject):
    said = Signal(object)
    """What the process tells, as a dict."""
    begun = Signal()
    """A process was started and knows nothing yet."""
    lost = Signal(bool)
    """It ended by itself; whether another one is worth a try."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._deaths: list[float] = []
        self._is_over = False

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        if self._process is not None or self._is_over:
            return
        self._process = process = QProcess(self)
        process.setProgram(sys.executable)
        process.setArguments(["-m", "desktop.player.helper"])
        process.setProcessEnvironment(environment())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        process.start()
        self.begun.emit()

    def send(self, order: dict[str, Any]) -> None:
        """In order; what is sent before the process has begun waits for it."""
        self.start()
        if self._process is not None:
            self._process.write(json.dumps(order).encode() + b"\n")

    def finish(self) -> None:
        self._is_over = True
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.closeWriteChannel()
            if not process.waitForFinished(GRACE_MS):
                process.kill()
                process.waitForFinished(2000)
            process.deleteLater()

    @Slot()
    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                thing = json.loads(line)
            except ValueError:
                _log.warning("the sound's process said %r", line)
            else:
                self.said.emit(thing)

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._ended()

    @Slot()
    def _ended(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        _log.info("the sound's process ended: %s", process.errorString())
        process.deleteLater()
        now = time.monotonic()
        self._deaths = [*(death for death in self._deaths if now - death < WITHIN_S), now]
        self.lost.emit(len(self._deaths) <= MOST_DEATHS)
