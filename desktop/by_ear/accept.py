"""Guesses become labels: how sure the probe must be, and how many tracks that are, before it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.messages import channel
from desktop import words
from desktop.forms import Says, foot
from desktop.tables import RowCell, dress
from desktop.theme import look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.store import Collection
    from desktop.kit import Kit

Guesses = Mapping[int, tuple[str, float]]
"""By track: what it is taken for, and how sure that is."""
USUAL = 90


class AcceptDialog(QDialog):
    def __init__(self, parent: QWidget, kit: Kit, field: str, guesses: Guesses) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Accept guesses"))
        self._kit, self._field, self._guesses = kit, field, guesses
        self.least = QSpinBox()
        self.least.setRange(0, 99)
        self.least.setValue(USUAL)
        self.least.setSuffix(self.tr(" % or more"))
        self.least.setAccessibleName(self.tr("How sure the probe must be"))
        self.counts = QTableWidget(0, 2)
        self.counts.setItemDelegate(RowCell(self.counts))
        dress(self.counts, self.tr("Classes and how many tracks get them"))
        self.counts.setHorizontalHeaderLabels([self.tr("Class"), self.tr("Tracks")])
        self.counts.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.counts.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.counts.setFixedHeight(look().px(200))
        self.says = Says(52)
        self.agree = Button(self.tr("Accept guesses"), "main")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(10)
        title = self.tr("Accept what the probe guesses of {}").format(field)
        rows.addWidget(label(title, 15, bold=True))
        line = QHBoxLayout()
        line.addWidget(label(self.tr("Where it is sure by"), tone="text2"))
        line.addWidget(self.least)
        line.addStretch(1)
        rows.addLayout(line)
        rows.addWidget(self.counts)
        rows.addWidget(self.says)
        rows.addLayout(foot(self, self.agree, self._agree))
        self.setMinimumWidth(look().px(460))
        self.least.valueChanged.connect(self.look)
        self.look()
        self.least.setFocus()

    @property
    def wanted(self) -> dict[int, tuple[str, float]]:
        least = self.least.value() / 100
        return {id_: one for id_, one in self._guesses.items() if one[1] >= least}

    @Slot()
    def look(self) -> None:
        wanted = self.wanted
        counts = Counter(name for name, _ in wanted.values()).most_common()
        self.counts.setRowCount(len(counts))
        for row, (name, number) in enumerate(counts):
            self.counts.setItem(row, 0, QTableWidgetItem(name))
            figure = QTableWidgetItem(words.number(number))
            figure.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.counts.setItem(row, 1, figure)
        self.agree.setEnabled(bool(wanted))
        said = self.tr("{} of {} without a label are guessed so surely.").format(
            words.number(len(wanted)), words.tracks(len(self._guesses))
        )
        more = self.tr(
            "Any label of yours counts for more, and no probe is taught by them. It can be undone."
        )
        self.says.say(f"{said} {more}")

    @Slot()
    def _agree(self) -> None:
        if self.agree.isEnabled():
            self.agree.setEnabled(False)
            work = partial(_accept, self._field, self.wanted)
            self._kit.history.edit(work, self._done, self._failed)

    def _done(self, _edit: Edit | None) -> None:
        self.accept()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            channel.failure(error)
            return
        self.agree.setEnabled(True)
        self.says.complain(str(error))


def _accept(field: str, said: Guesses, collection: Collection) -> Edit | None:
    """In the background."""
    from core.runs.accept import accept_guesses

    return accept_guesses(collection, field, said)
