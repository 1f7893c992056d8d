"""What waits behind the run that is watched, in its order; the list of jobs has the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import words
from desktop.theme import look
from desktop.widgets import Button, Elided, IconLabel, label

if TYPE_CHECKING:
    from desktop.jobs.row import JobRow
    from desktop.kit import Kit


class QueueLine(QWidget):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setObjectName("dock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown: tuple[str, ...] = ()
        self.count = label(size=12, bold=True)
        self.order = Elided("", 12)
        self.jobs = Button(self.tr("Jobs"), "flat", tip=self.tr("Show or hide the list of jobs (Ctrl+J)"))
        row = QHBoxLayout(self)
        px = look().px
        row.setContentsMargins(px(12), px(2), px(8), px(2))
        row.setSpacing(px(8))
        row.addWidget(IconLabel("clock"))
        row.addWidget(self.count)
        row.addWidget(self.order, 1)
        row.addWidget(self.jobs)
        self.jobs.clicked.connect(self._show_jobs)
        self.hide()

    def show_waiting(self, waiting: Sequence[JobRow]) -> None:
        titles = tuple(row.title for row in waiting)
        self.setVisible(bool(titles))
        if titles == self._shown:
            return
        self._shown = titles
        self.count.setText(self.tr("{} waiting").format(words.number(len(titles))))
        if titles:
            first, *rest = titles
            self.order.show_text(
                ", ".join([self.tr("next {}").format(first), *(self.tr("then {}").format(t) for t in rest)])
            )

    @Slot()
    def _show_jobs(self) -> None:
        self._kit.commands.actions["jobs"].trigger()
