"""What works on this computer, found out by a child process so that the window stays light.

The answer is kept in the cache folder: looking costs seconds of a processor,
and what is installed seldom changes.
"""

from __future__ import annotations

import logging
import re
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core import __version__, places
from desktop.child import Child
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


def known_devices(findings: Findings | None) -> list[str]:
    """As torch spells them, the fastest first; the processor is always there and last."""
    found = (
        next((check.found for check in findings.checks if check.name == "Devices"), "") if findings else ""
    )
    names = re.findall(r"(?:^|; )(cuda:\d+|mps)(?= )", found)
    return [*names, "cpu"]


def fastest_device(findings: Findings | None) -> str:
    """The processor as long as nobody has looked."""
    return known_devices(findings)[0]


class Doctor(QObject):
    """`findings` is what was found last, `problem` why the last look failed; `changed` follows both."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: Findings | None = None
        self.problem = ""
        self._child = Child(self)
        self._child.answered.connect(self._answered)
        self._child.failed.connect(self._ended_early)
        self._child.not_started.connect(self._not_started)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    @property
    def busy(self) -> bool:
        return self._child.busy

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
        self._patience.start()
        self._child.start("doctor", "--json")
        self.changed.emit()

    def stop(self) -> None:
        """End the child, if it runs; the program is closing."""
        self._patience.stop()
        self._child.stop()

    @Slot(object)
    def _answered(self, answer: Any) -> None:  # noqa: ANN401 - JSON
        try:
            self.findings = Findings(_read_checks(answer["checks"]), datetime.now(UTC))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            _log.warning("doctor: %r in its answer", error)
            self._ended_early()
            return
        _remember(self.findings)
        self._end("")

    @Slot()
    def _ended_early(self) -> None:
        self._end(self.tr("This computer could not be checked: the check ended early."))

    @Slot()
    def _not_started(self) -> None:
        self._end(self.tr("This computer could not be checked: the check did not start."))

    @Slot()
    def _give_up(self) -> None:
        self.stop()
        self._end(self.tr("This computer could not be checked: there was no answer within two minutes."))

    def _end(self, problem: str) -> None:
        self._patience.stop()
        self.problem = problem
        self.changed.emit()


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
