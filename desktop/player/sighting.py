"""The helper process that decodes for the eye, as seen from the window; see core/audio/sight.py."""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from core.audio.sight import LENGTHS
from desktop.child import environment

CALM_S = 3000
_log = logging.getLogger(__name__)


class Sighting(QObject):
    """One request at a time; a newer one ends the older, of which nothing more is heard."""

    answered = Signal(object, object)
    """The answer's head, as a dictionary, and its body, as bytes."""
    failed = Signal(str, bool)
    """Why, as the part of a sentence; and whether the file is gone."""

    def __init__(self, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._number = 0
        self._is_busy = False
        self._process: QProcess | None = None
        self._heard = bytearray()

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    def ask(self, path: str, **more: object) -> None:
        self._is_busy = True
        self._send({"path": path, **more})

    def forget(self) -> None:
        """What is under way is not wanted any more."""
        if self._is_busy:
            self._is_busy = False
            self._send({})

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        self._is_busy = False
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(CALM_S)
            process.deleteLater()

    def _send(self, request: dict[str, Any]) -> None:
        self._number += 1
        if self._process is None:
            self._process = self._start()
        said = json.dumps(request | {"number": self._number}) + "\n"
        self._process.write(said.encode())

    def _start(self) -> QProcess:
        process = QProcess(self)
        self._heard.clear()
        process.setProgram(sys.executable)
        process.setArguments(["-m", "core.audio.sight", self._kind])
        process.setProcessEnvironment(environment())
        process.readyReadStandardOutput.connect(self._listen)
        process.readyReadStandardError.connect(self._note)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._not_started)
        process.start()
        return process

    @Slot()
    def _listen(self) -> None:
        if self._process is None:
            return
        self._heard += self._process.readAllStandardOutput().data()
        while (answer := self._next()) is not None:
            head, body = answer
            if head.pop("number_of_request") != self._number:
                continue
            if head["what"] == "failed":
                self._is_busy = False
                self.failed.emit(head["why"], head["gone"])
            else:
                self._is_busy = self._is_busy and head["what"] != "done"
                self.answered.emit(head, body)

    def _next(self) -> tuple[dict[str, Any], bytes] | None:
        """The first answer that has arrived whole."""
        if len(self._heard) < LENGTHS.size:
            return None
        head, body = LENGTHS.unpack_from(self._heard)
        end = LENGTHS.size + head + body
        if len(self._heard) < end:
            return None
        said = bytes(self._heard[LENGTHS.size : LENGTHS.size + head])
        content = bytes(self._heard[LENGTHS.size + head : end])
        del self._heard[:end]
        return json.loads(said), content

    @Slot()
    def _note(self) -> None:
        if self._process is not None:
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
            _log.info("helper for %s: %s", self._kind, said)

    @Slot()
    def _ended(self) -> None:
        """It has crashed: the file at hand is to blame, and the next request starts another."""
        self._lose(self.tr("the decoder crashed"))

    @Slot(QProcess.ProcessError)
    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._lose(self.tr("the helper that reads files does not start"))

    def _lose(self, why: str) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        if self._is_busy:
            self._is_busy = False
            self.failed.emit(why, False)
