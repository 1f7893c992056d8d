"""The line above the table: what is shown of the runs, and the deeds that are wanted most."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop.results.rows import Table
from desktop.theme import look
from desktop.widgets import Button, Elided, label

NARROW_PX = 860
"""Below this width the filter goes, and the count says less."""


class Tools(QWidget):
    subject_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.count = Elided("", 12)
        self.subject = QComboBox()
        self.subject.setProperty("kind", "small")
        self.subject.setAccessibleName(tr("What the runs have learnt"))
        self.subject.setToolTip(tr("Runs that learnt something else are never drawn on the same axis"))
        self.text = QLineEdit()
        self.text.setProperty("kind", "small")
        self.text.setPlaceholderText(tr("Filter runs"))
        self.text.setAccessibleName(tr("Filter runs"))
        self.text.setToolTip(tr("By recipe, encoder, split, state, note or tag"))
        self.text.setClearButtonEnabled(True)
        self.text.setMaximumWidth(look().px(180))
        self.controls = QCheckBox(tr("Controls"))
        self.controls.setToolTip(tr("What was judged beside the run that is looked at"))
        self.controls.setChecked(True)
        self.archived = QCheckBox(tr("Archived"))
        self.archived.setToolTip(tr("Show runs that were put away, too"))
        self.note = Button("", "icon", icon_name="edit", name=tr("Note"), tip=tr("Write a note (N)"))
        self.archive = Button("", "icon", icon_name="archive", name=tr("Archive"))
        self.more = Button("", "icon", icon_name="list", name=tr("What can be done with this run"))
        self.more.setToolTip(tr("What can be done with this run"))
        self.export = Button("", "icon", icon_name="export", name=tr("Export the table of runs…"))
        self.export.setToolTip(tr("Export the table of runs…"))
        self._build()
        self.subject.activated.connect(self._choose)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(label(self.tr("Runs"), 13, bold=True))
        row.addWidget(self.count)
        row.addStretch(1)
        for widget in (self.subject, self.text, self.controls, self.archived):
            row.addWidget(widget)
        row.addSpacing(4)
        for button in (self.note, self.archive, self.more, self.export):
            row.addWidget(button)

    def show_narrow(self, width: int) -> None:
        narrow = width < look().px(NARROW_PX)
        self.text.setVisible(not narrow or bool(self.text.text()))
        self.count.setVisible(not narrow)

    def show_table(self, table: Table, compared: int) -> None:
        tr = self.tr
        said = [tr("{} of {} shown").format(table.runs, table.whole)]
        if compared == 2:
            said.append(tr("2 compared"))
        if table.archived:
            said.append(tr("{} archived").format(table.archived))
        self.count.show_text(", ".join(said))
        self._show_subjects(table.subjects or {}, table.subject)

    def _show_subjects(self, subjects: Mapping[str, tuple[str, int]], subject: str) -> None:
        with QSignalBlocker(self.subject):
            self.subject.clear()
            for key, (said, count) in subjects.items():
                self.subject.addItem(f"{said} ({count})", key)
            self.subject.setCurrentIndex(self.subject.findData(subject))
        self.subject.setVisible(len(subjects) > 1)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.subject_wanted.emit(str(self.subject.itemData(place)))

    def show_archived(self, *, archived: bool) -> None:
        """Whether the current run has been put away."""
        said = self.tr("Bring back from the archive") if archived else self.tr("Archive: put the run away")
        self.archive.setToolTip(said)
        self.archive.setAccessibleName(said)

    def enable(self, *, there: bool) -> None:
        for button in (self.note, self.archive, self.more):
            button.setEnabled(there)
