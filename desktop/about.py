"""About: which versions are here and where things are kept. Made to be copied into a report."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core import __version__, places, settings
from desktop.theme import look
from desktop.widgets import Button, IconLabel, heading, label

PACKAGES = (
    "PySide6-Essentials", "pyqtgraph", "torch", "torchaudio", "transformers", "scikit-learn", "numpy",
    "sounddevice", "soundfile", "SQLAlchemy",
)  # fmt: skip


def versions() -> dict[str, str]:
    """Read from the packages' metadata: nothing is imported for it."""
    found = {
        "Soundings": __version__,
        "Python": platform.python_version(),
        "Qt": qVersion(),
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
    }
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    return found


def kept() -> dict[str, str]:
    return {
        "Program": sys.executable,
        "Preferences": str(settings.settings_path()),
        "Log": str(places.log_folder()),
        "State": str(places.state_folder()),
        "Cache": str(places.cache_folder()),
        "Demo": str(places.demo_folder()),
        "Models": str(places.model_folder()),
    }


class AboutDialog(QDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Soundings"))
        self._facts = {self.tr("Versions"): versions(), self.tr("Where things are kept"): kept()}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 16)
        rows.setSpacing(12)
        rows.addLayout(self._title())
        for name, facts in self._facts.items():
            rows.addSpacing(4)
            rows.addWidget(heading(name))
            rows.addLayout(self._grid(facts, columns=2 if len(facts) > 8 else 1))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        copy = Button(self.tr("Copy"), icon_name="copy", tip=self.tr("Copy all of it for a report"))
        copy.clicked.connect(self._copy)
        close = Button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addWidget(close)
        rows.addSpacing(4)
        rows.addLayout(row)
        close.setFocus()

    def _title(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(IconLabel("soundings", "text", 48))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(label(f"Soundings {__version__}", 15, bold=True))
        texts.addWidget(label(self.tr("A desktop workbench for musicologists."), tone="text2"))
        texts.addWidget(label(self.tr("MIT licence. You may use, change and share it."), tone="text2"))
        line.addLayout(texts, 1)
        return line

    def _grid(self, facts: dict[str, str], columns: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        lines = -(-len(facts) // columns)
        for place, (name, value) in enumerate(facts.items()):
            line, column = place % lines, 2 * (place // lines)
            grid.addWidget(label(name, 12, tone="text2"), line, column)
            grid.addWidget(_selectable(value), line, column + 1)
            grid.setColumnStretch(column + 1, 1)
            grid.setColumnMinimumWidth(column, look().px(96))
        return grid

    def _copy(self) -> None:
        lines = [f"{name}: {value}" for facts in self._facts.values() for name, value in facts.items()]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _selectable(text: str) -> QLabel:
    result = label(text, 12)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result
