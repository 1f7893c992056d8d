"""What others have published, apart from ours: a table of its own, its split, its known errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from desktop.studies import said
from desktop.tables import RowCell, dress
from desktop.theme import look
from desktop.widgets import heading, label, scroller

if TYPE_CHECKING:
    from core.studies import Published
    from core.studies.findings import SplitTold

NOTE_BULLET = "–"


class Beside(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._tables: tuple[Published, ...] = ()
        self._split = ""
        self.title = heading(self.tr("Published by others"))
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Published table"))
        self.which.setProperty("kind", "small")
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.judged = label(size=12, tone="text2", wrap=True)
        self.table = QTableWidget()
        dress(self.table, self.tr("Published figures, as printed"))
        self.table.setItemDelegate(RowCell(self.table))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.notes = label(size=12, tone="text2", wrap=True)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._build()
        self.which.currentIndexChanged.connect(self._show)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        for widget in (self.title, self.which, self.judged):
            column.addWidget(widget)
        column.addWidget(self.table, 3)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.notes)
        inner.addStretch(1)
        column.addWidget(scroller(body), 2)

    def show_tables(self, tables: tuple[Published, ...], split: SplitTold | None) -> None:
        """`split` is ours, to say whether it is the same."""
        self._split = split.name if split else ""
        if tables != self._tables:
            self._tables = tables
            self.which.blockSignals(True)
            self.which.clear()
            for table in tables:
                self.which.addItem(table.title)
            self.which.blockSignals(False)
        self._show()

    @Slot()
    def _show(self) -> None:
        place = self.which.currentIndex()
        if not 0 <= place < len(self._tables):
            self.table.setRowCount(0)
            for text in (self.judged, self.notes):
                text.setText("")
            return
        published = self._tables[place]
        self.which.setToolTip(published.title)
        self.judged.setText(self._judged(published))
        self._fill(published)
        notes = "\n".join(f"{NOTE_BULLET} {note}" for note in published.notes)
        head = self.tr("Known errors, and what must be kept in mind:")
        self.notes.setText(f"{head}\n{notes}" if notes else "")

    def _judged(self, published: Published) -> str:
        tr = self.tr
        unstated = tr("a split that is not stated")
        splits = sorted({column.split or unstated for column in published.columns})
        said_ = tr("{}. Judged on {}.").format(published.source, ", ".join(splits))
        if self._split and self._split in splits:
            return f"{said_} {tr('It is the split of this study, too.')}"
        return f"{said_} {tr('This study has another split: the figures must not be compared.')}"

    def _fill(self, published: Published) -> None:
        tr, columns = self.tr, published.columns
        self.table.clear()
        self.table.setRowCount(len(published.rows))
        self.table.setColumnCount(1 + len(columns))
        self.table.setHorizontalHeaderLabels([tr("As printed"), *(column.title for column in columns)])
        for number, row in enumerate(published.rows):
            tip = "\n".join(filter(None, (row.head, row.note, row.source)))
            texts = [row.name, *(said.figure(published.score(row, column)) for column in columns)]
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(tip)
                side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                item.setForeground(look().colour("text2"))
                self.table.setItem(number, place, item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
