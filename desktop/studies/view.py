"""A study that is open: its question, its settings or its progress, its table, what was found, its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.forms import Says
from desktop.studies.options import Options
from desktop.studies.plan import PlanTable
from desktop.theme import look
from desktop.widgets import Button, Elided, label, scroller

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

FOUND_PX = 92


class StudyView(QWidget):
    """Only what is seen; the page knows what it means."""

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.title = Elided("", 15, "text", bold=True)
        self.question = label(size=12, tone="text2", wrap=True)
        self.options = Options()
        self.start = Button(tr("Start study"), "main")
        self.pause = Button(tr("Pause"), icon_name="pause", tip=tr("Put it down; it goes on where it is"))
        self.keep = Button(
            tr("Stop and keep"), icon_name="keep", tip=tr("Put the run at hand down, and report what is done")
        )
        self.cancel = Button(tr("Cancel study…"), icon_name="stop")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the study"))
        self.note = Elided("", 12)
        self.about = label(size=12, tone="text2", wrap=True)
        self.table = PlanTable()
        self.says = Says(18)
        self.found = label(size=12, wrap=True)
        self.found.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.found.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.look_at = Button(tr("Look at run"), "small", tip=tr("On the page of results (Enter)"))
        self.report = Button(tr("Open report"), "small", icon_name="log")
        self.export = Button(tr("Export report…"), "small", icon_name="export")
        self.export.setToolTip(tr("Page, tables and figures, into a folder"))
        self.copy = Button(tr("Copy methods sheet"), "small", icon_name="copy")
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        head = QWidget()
        _row(head, self.title, self.start, stretch=0)
        column.addWidget(head)
        column.addWidget(self.question)
        self.settings, self.running = QWidget(), QWidget()
        _row(self.settings, self.options, stretch=0)
        _row(self.running, self.bar, self.note, self.pause, self.keep, self.cancel, stretch=1)
        self.bar.setMaximumWidth(look().px(140))
        column.addWidget(self.settings)
        column.addWidget(self.running)
        column.addWidget(self.about)
        column.addWidget(self.table, 1)
        column.addWidget(self.says)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.found)
        inner.addStretch(1)
        self.found_area = scroller(body)
        self.found_area.setMaximumHeight(look().px(FOUND_PX))
        column.addWidget(self.found_area)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.look_at, self.report, self.export, self.copy):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)


def _row(holder: QWidget, *widgets: QWidget, stretch: int) -> QBoxLayout:
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 1 if place == stretch else 0)
    return row
