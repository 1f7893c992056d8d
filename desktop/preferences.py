"""The preferences as a form, made from what `core.settings` declares. Every change counts at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core import settings
from core.errors import SettingsProblem
from core.settings import Declared
from desktop.theme import look
from desktop.widgets import Button, IconLabel, label, scroller


class PreferencesDialog(QDialog):
    changed = Signal(str)
    """The name of the preference."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(look().px(640), look().px(610))
        self.inputs: dict[str, QWidget] = {}
        self._show: dict[str, Callable[[Any], None]] = {}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 16, 16, 16)
        rows.setSpacing(12)
        rows.addWidget(self._form(), 1)
        rows.addWidget(self._problem_line())
        row = QHBoxLayout()
        row.setSpacing(8)
        self.defaults = Button(
            self.tr("Restore defaults"), tip=self.tr("Every preference as it was at first")
        )
        self.defaults.clicked.connect(self._restore)
        close = Button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(self.defaults)
        row.addStretch(1)
        row.addWidget(close)
        rows.addLayout(row)
        self._show_all()

    def _form(self) -> QScrollArea:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 8, 8, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, declared in enumerate(settings.declared()):
            field = self._input(declared)
            field.setAccessibleName(said(declared.label))
            field.setAccessibleDescription(said(declared.description))
            self.inputs[declared.name] = field
            if declared.kind != "switch":
                caption = label(said(declared.label))
                caption.setBuddy(field)
                grid.addWidget(caption, 3 * place, 0, Qt.AlignmentFlag.AlignVCenter)
            if declared.kind in ("choice", "number"):
                field.setFixedWidth(look().px(160))
            grid.addWidget(field, 3 * place, 1)
            grid.addWidget(label(said(declared.description), 12, tone="text2", wrap=True), 3 * place + 1, 1)
            grid.setRowMinimumHeight(3 * place + 2, 8)
        grid.setRowStretch(3 * len(self.inputs), 1)
        return scroller(body)

    def _problem_line(self) -> QWidget:
        self.problem = QWidget()
        row = QHBoxLayout(self.problem)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel("error", "bad"))
        self.problem_text = label(wrap=True)
        row.addWidget(self.problem_text, 1)
        self.problem.hide()
        return self.problem

    # One input a kind

    def _input(self, declared: Declared) -> QWidget:
        make = {"choice": self._choice, "switch": self._switch, "number": self._number, "text": self._text}
        return make[declared.kind](declared)

    def _choice(self, declared: Declared) -> QWidget:
        field = QComboBox()
        for choice in declared.choices:
            field.addItem(self.tr(choice.capitalize()), choice)
        field.activated.connect(partial(self._chosen, declared.name, field))
        self._show[declared.name] = lambda value: field.setCurrentIndex(field.findData(value))
        return field

    def _chosen(self, name: str, field: QComboBox, _place: int) -> None:
        self._save(name, str(field.currentData()))

    def _switch(self, declared: Declared) -> QWidget:
        field = QCheckBox(said(declared.label))
        field.toggled.connect(partial(self._switched, declared.name))
        self._show[declared.name] = field.setChecked
        return field

    def _switched(self, name: str, on: bool) -> None:
        self._save(name, "true" if on else "false")

    def _number(self, declared: Declared) -> QWidget:
        field = QSpinBox()
        field.setRange(declared.low or 0, 1_000_000 if declared.high is None else declared.high)
        field.editingFinished.connect(partial(self._typed, declared.name, field))
        field.valueChanged.connect(partial(self._stepped, declared.name, field))
        field.setKeyboardTracking(False)
        self._show[declared.name] = field.setValue
        return field

    def _stepped(self, name: str, _field: QSpinBox, value: int) -> None:
        self._save(name, str(value))

    def _text(self, declared: Declared) -> QWidget:
        field = QLineEdit()
        field.editingFinished.connect(partial(self._typed, declared.name, field))
        self._show[declared.name] = field.setText
        return field

    def _typed(self, name: str, field: QLineEdit | QSpinBox) -> None:
        self._save(name, field.text().strip())

    # Keeping

    def _save(self, name: str, text: str) -> None:
        current = str(getattr(settings.load(), name))
        if text.lower() == current.lower():
            return
        try:
            settings.set_value(name, text)
        except SettingsProblem as problem:
            self.problem_text.setText(str(problem))
            self.problem.show()
            return
        self.problem.hide()
        self.changed.emit(name)

    def _show_all(self) -> None:
        preferences = settings.load()
        for name, show in self._show.items():
            field = self.inputs[name]
            field.blockSignals(True)
            show(getattr(preferences, name))
            field.blockSignals(False)

    def _restore(self) -> None:
        try:
            settings.save(settings.Preferences())
        except SettingsProblem as problem:
            self.problem_text.setText(str(problem))
            self.problem.show()
        self._show_all()
        for name in self.inputs:
            self.changed.emit(name)


def said(declared: str) -> str:
    """What `core` declares, in the language of the window."""
    return QCoreApplication.translate("Settings", declared)
