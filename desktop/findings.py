"""What works on this computer, as rows: the main ones on the start page, all in the Help menu's dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop import words
from desktop.doctor import Check, Doctor
from desktop.theme import look
from desktop.widgets import Button, IconLabel, Tone, heading, label, scroller

ON_START = ("Sound output", "Devices", "Disk")
"""Shown on the start page even when they work."""
NOT_ON_START = ("Window",)
"""Whoever reads the start page has one."""


class FindingsList(QWidget):
    """One row a check: icon, name, what was found, and how to mend it."""

    all_wanted = Signal()

    def __init__(self, doctor: Doctor, *, short: bool) -> None:
        super().__init__()
        self._doctor = doctor
        self._short = short
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._table: QWidget | None = None
        self._footer = label(size=12, tone="text2", wrap=True)
        self.again = Button(self.tr("Look again"), "small", icon_name="refresh")
        self.again.setToolTip(self.tr("Check this computer again; takes some seconds"))
        self.again.clicked.connect(doctor.look)
        self.all = Button(self.tr("Show all…"), "small", tip=self.tr("Everything that was looked at (F1)"))
        self.all.clicked.connect(self.all_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(self._footer, 1)
        row.setSpacing(8)
        row.addWidget(self.again)
        row.addWidget(self.all)
        self._rows.addLayout(row)
        doctor.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        doctor = self._doctor
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
            self._table = None
        if doctor.findings is not None:
            checks = doctor.findings.checks
            self._table = self._make_table([check for check in checks if self._shows(check)])
            self._rows.insertWidget(0, self._table)
        self.again.setVisible(not doctor.busy)
        self.all.setVisible(self._short and doctor.findings is not None)
        if doctor.busy:
            self._footer.setText(self.tr("Looking…"))
        elif doctor.problem:
            self._footer.setText(doctor.problem)
        elif doctor.findings is not None:
            when = words.when(doctor.findings.looked_at)
            self._footer.setText(self.tr("Looked {}").format(when))
        else:
            self._footer.setText(self.tr("Not looked yet"))

    def _shows(self, check: Check) -> bool:
        if not self._short:
            return True
        return check.name not in NOT_ON_START and (not check.ok or check.name in ON_START)

    def _make_table(self, checks: list[Check]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(1, look().px(128))
        for line, check in enumerate(checks):
            sign = IconLabel("check", "good") if check.ok else IconLabel("warning", "warn")
            sign.setAccessibleName(self.tr("works") if check.ok else self.tr("does not work"))
            grid.addWidget(sign, 2 * line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(check.name, 12), 2 * line, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_selectable(check.found, "text2"), 2 * line, 2)
            advice = " ".join(filter(None, (check.without, check.mend)))
            if not check.ok and advice:
                grid.addWidget(_selectable(advice, "text"), 2 * line + 1, 2)
        return table


def _selectable(text: str, tone: Tone) -> QWidget:
    result = label(text, 12, tone=tone, wrap=True)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result


class DoctorDialog(QDialog):
    """The same rows in a window of their own, with everything on the clipboard at a click."""

    def __init__(self, parent: QWidget, doctor: Doctor) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What works on this computer"))
        self.resize(look().px(680), look().px(440))
        self._doctor = doctor
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(heading(self.windowTitle()))
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 8, 0)
        self.list = FindingsList(doctor, short=False)
        inner.addWidget(self.list)
        inner.addStretch(1)
        area = scroller(body)
        area.setAccessibleName(self.windowTitle())
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        rows.addWidget(area, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.copy = Button(self.tr("Copy"), icon_name="copy", tip=self.tr("Copy all of it for a report"))
        self.copy.clicked.connect(self._copy)
        close = Button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(self.copy)
        row.addWidget(close)
        rows.addLayout(row)
        close.setFocus()
        doctor.look_if_needed()

    def _copy(self) -> None:
        findings = self._doctor.findings
        lines = [] if findings is None else [_line(check) for check in findings.checks]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _line(check: Check) -> str:
    sign = "+" if check.ok else "-"
    mend = f" ({check.mend})" if check.mend and not check.ok else ""
    return f"{sign} {check.name}: {check.found}{mend}"
