"""Below the table: the views that fit what is looked at, one of which is seen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.neighbours.segments import Segment
from desktop.results.view import ResultView
from desktop.widgets import Elided, label

if TYPE_CHECKING:
    from core.runs.shown import RunLine
    from desktop.kit import Kit

PLACES = (
    ("desktop.matrix.result", "MatrixResult"),
    ("desktop.matrix.classes", "ClassesResult"),
    ("desktop.matrix.certainty", "CertaintyResult"),
    ("desktop.results.curves", "CurvesResult"),
    ("desktop.moved.view", "MovedResult"),
    ("desktop.results.settings", "SettingsResult"),
)
"""Modules that draw are fetched when the page is first seen."""


class Views(QWidget):
    turned = Signal(str)
    """By a person."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._lines: tuple[RunLine | None, RunLine | None] = (None, None)
        self._told: dict[str, tuple[RunLine | None, RunLine | None]] = {}
        self.wished = ""
        """The view that a person chose last, whether or not it fits now."""
        self.views: dict[str, ResultView] = {}
        self.buttons: dict[str, Segment] = {}
        self._group = QButtonGroup(self)
        self._build()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(0)
        self.about = Elided("", 12)
        self._row.addStretch(1)
        self._row.addWidget(self.about)
        self.stack = QStackedWidget()
        self.none = label(self.tr("Choose a run above to see what lies behind its figures."), tone="text2")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(self.none)
        rows.addLayout(self._row)
        rows.addWidget(self.stack, 1)

    def fetch(self) -> None:
        """Make the views, once."""
        if self.views:
            return
        for module, kind in PLACES:
            self.add(getattr(import_module(module), kind)(self._kit))

    def add(self, view: ResultView) -> None:
        self.views[view.name] = view
        button = Segment(view.title(), "")
        self.buttons[view.name] = button
        self._group.addButton(button)
        self._row.insertWidget(len(self.buttons) - 1, button)
        self.stack.addWidget(view)
        button.clicked.connect(partial(self.turn_to, view.name))
        button.hide()

    @property
    def current(self) -> ResultView | None:
        view = self.stack.currentWidget()
        return view if isinstance(view, ResultView) else None

    @Slot()
    def turn_to(self, name: str) -> None:
        """Somebody wants this view, now and for other runs that it fits."""
        self.wished = name
        self._place()
        self.turned.emit(name)

    def show_differences(self) -> None:
        """The settings, and of them only those that differ."""
        if "settings" in self.views:
            self.turn_to("settings")
            self.views["settings"].show_differences()  # type: ignore[attr-defined]

    def show_runs(self, run: RunLine | None, beside: RunLine | None, about: str) -> None:
        self._lines = (run, beside)
        self.about.show_text(about)
        self._place()

    def _place(self) -> None:
        run, beside = self._lines
        fitting = [name for name, view in self.views.items() if run is not None and view.fits(run, beside)]
        for name, button in self.buttons.items():
            button.setVisible(name in fitting)
        if not fitting:
            self.stack.setCurrentWidget(self.none)
            return
        name = self.wished if self.wished in fitting else fitting[0]
        self.buttons[name].setChecked(True)
        self.stack.setCurrentWidget(self.views[name])
        self._tell(name)

    def _tell(self, name: str) -> None:
        """What it was told already it need not read again."""
        lines = self._lines if name == "settings" else (_plain(self._lines[0]), _plain(self._lines[1]))
        if self.isVisible() and self._told.get(name) != lines:
            self._told[name] = lines
            self.views[name].show_runs(*self._lines)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def forget(self) -> None:
        self._lines, self._told = (None, None), {}
        for view in self.views.values():
            view.forget()
        self.about.show_text("")
        self._place()

    def finish(self) -> None:
        for view in self.views.values():
            view.finish()


def _plain(line: RunLine | None) -> RunLine | None:
    """Without what people have written of it: only the settings show that."""
    return None if line is None else replace(line, notes="", tags=(), archived=False)
