"""What works on this computer, found out by a child process so that the window stays light.

The answer is kept in the cache folder: looking costs seconds of a processor,
and what is installed seldom changes.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from core import __version__, places
from desktop.child import environment
from desktop.state import read_json, write_json

PATIENCE_MS = 120_000
FRESH_FOR = timedelta(days=1)

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Check:
    """One thing that works or does not: then `without` says what still works, `mend` what to do."""

    name: str
    ok: bool
    found: str
    mend: str = ""
    without: str = ""


@dataclass(frozen=True)
class Findings:
    checks: tuple[Check, ...]
    looked_at: datetime


def _read_checks(values: Any) -> tuple[Check, ...]:  # noqa: ANN401 - JSON from outside
    return tuple(
        Check(
            str(row["name"]),
            bool(row["ok"]),
            *(str(row.get(key) or "") for key in ("found", "mend", "without")),
        )
        for row in values
    )


def fastest_device(findings: Findings | None) -> str:
    """As torch spells it; the processor as long as nobody has looked. The doctor names the fastest first."""
    found = (
        next((check.found for check in findings.checks if check.name == "Devices"), "") if findings else ""
    )
    name = found.split(" ", 1)[0]
    return name if re.fullmatch(r"cuda:\d+|mps", name) else "cpu"


class Doctor(QObject):
    """`findings` is what was found last, `problem` why the last look failed; `changed` follows both."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: Findings | None = None
        self.problem = ""
        self._process: QProcess | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    @property
    def busy(self) -> bool:
        return self._process is not None

    def look_if_needed(self) -> None:
        """Show what is known; look again when it is old or was found by another version."""
        if self.findings is None:
            self.findings = _remembered()
        if self.findings is None or datetime.now(UTC) - self.findings.looked_at > FRESH_FOR:
            self.look()
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        if self.busy:
            return
        self.problem = ""
        self._process = process = QProcess(self)
        process.setProgram(sys.executable)
        process.setArguments(["-m", "core.cli", "doctor", "--json"])
        process.setProcessEnvironment(environment())
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        process.start()
        self._patience.start()
        self.changed.emit()

    def stop(self) -> None:
        """End the child, if it runs; the program is closing."""
        process, self._process = self._process, None
        self._patience.stop()
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(2000)
            process.deleteLater()

    @Slot()
    def _finished(self) -> None:
        process = self._process
        if process is None:
            return
        answer = bytes(process.readAllStandardOutput().data())
        complaint = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        self._end()
        try:
            self.findings = Findings(_read_checks(json.loads(answer)["checks"]), datetime.now(UTC))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            _log.warning("doctor: %r; it said: %s", error, complaint)
            self.problem = self.tr("This computer could not be checked: the check ended early.")
        else:
            _remember(self.findings)
        self.changed.emit()

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        if error != QProcess.ProcessError.FailedToStart or self._process is None:
            return
        _log.warning("doctor: %s", self._process.errorString())
        self._end()
        self.problem = self.tr("This computer could not be checked: the check did not start.")
        self.changed.emit()

    @Slot()
    def _give_up(self) -> None:
        self.stop()
        self.problem = self.tr("This computer could not be checked: there was no answer within two minutes.")
        self.changed.emit()

    def _end(self) -> None:
        self._patience.stop()
        if self._process is not None:
            self._process.deleteLater()
            self._process = None


def _cache_path() -> Path:
    return places.cache_folder() / "doctor.json"


def _remember(findings: Findings) -> None:
    value = {
        "version": __version__,
        "python": sys.executable,
        "looked_at": findings.looked_at.isoformat(),
        "checks": [asdict(check) for check in findings.checks],
    }
    write_json(_cache_path(), value)


def _remembered() -> Findings | None:
    value = read_json(_cache_path())
    try:
        if (value["version"], value["python"]) != (__version__, sys.executable):
            return None
        looked_at = datetime.fromisoformat(value["looked_at"])
        return Findings(_read_checks(value["checks"]), looked_at.astimezone(UTC))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
