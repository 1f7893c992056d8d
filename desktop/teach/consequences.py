"""The right side of the dialog: what would become of the recipe here, as far as it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.teach import said
from desktop.teach.bars import Bars
from desktop.teach.draft import Draft
from desktop.teach.split import SplitPart
from desktop.theme import look
from desktop.widgets import Button, IconLabel, label, rule

if TYPE_CHECKING:
    from core.recipes.preview import Preview
    from desktop.kit import Kit


class Notice(QFrame):
    """Something will come out wrong; one remedy, in place."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leak")
        row = QHBoxLayout(self)
        row.setContentsMargins(look().px(10), look().px(6), look().px(8), look().px(6))
        row.setSpacing(8)
        row.addWidget(IconLabel("warning", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        self.text = label(size=12, wrap=True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        row.addWidget(self.text, 1)
        self.remedy = Button("", "small", name=self.tr("Mend it"))
        row.addWidget(self.remedy, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()


class Consequences(QWidget):
    remedy_wanted = Signal()
    mend_wanted = Signal(dict)
    """Settings that would let it be taught."""

    def __init__(self) -> None:
        super().__init__()
        self.preview: Preview | None = None

    def fill(self, draft: Draft, kit: Kit) -> None:
        """Where it stands by now."""
        self._kit = kit
        self.split = SplitPart(draft)
        self.bars = Bars()
        self.leak = Notice()
        self.fine = label(size=12, tone="text2", wrap=True)
        self.fine.setTextFormat(Qt.TextFormat.RichText)
        self.problem = Notice()
        self._mended: dict[str, object] = {}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look().px(16), look().px(10), look().px(16), look().px(10))
        rows.setSpacing(look().px(8))
        for widget in (self.split, self.problem, self.bars, self.leak, self.fine, rule()):
            rows.addWidget(widget)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look().px(10))
        self._grid.setVerticalSpacing(look().px(6))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, look().px(66))
        rows.addLayout(self._grid)
        rows.addStretch(1)
        self.expect = self._line(self.tr("Expect"))
        self.exact = self._line(self.tr("Precision"))
        self.published = self._line(self.tr("Published"))
        self.bars.hide()
        self.fine.hide()
        self.leak.remedy.clicked.connect(self.remedy_wanted)
        self.problem.remedy.clicked.connect(self._mend)
        kit.colouring.changed.connect(self._show_rows)
        look().changed.connect(self._show_rows)

    def _line(self, name: str) -> QLabel:
        row = self._grid.rowCount()
        words = label(name, 12, tone="text2")
        text = label(size=12, wrap=True)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setAccessibleName(name)
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, row, 1)
        text.setProperty("heads", words)
        text.hide()
        words.hide()
        return text

    def show_preview(self, preview: Preview, device: str, published: str) -> None:
        self.preview = preview
        self._show_rows()
        self._show_problem()
        self._show_leaks()
        for line, text in (
            (self.expect, said.expect(preview, device)),
            (self.exact, said.precision(preview)),
            (self.published, published),
        ):
            line.setText(text)
            line.setVisible(bool(text))
            line.property("heads").setVisible(bool(text))

    @Slot()
    def _show_rows(self) -> None:
        preview = self.preview
        if preview is None:
            return
        colouring, theme = self._kit.colouring, look().theme.classes
        same = colouring.colours.field == preview.field
        ranked = sorted(preview.classes, key=lambda row: (-row.tracks, row.name))
        own = {row.name: theme[place] if place < len(theme) else None for place, row in enumerate(ranked)}
        styles = {row.name: colouring.style(row.name) if same else own[row.name] for row in preview.classes}
        shaped = preview.task in ("classify", "tag")
        self.bars.setVisible(bool(preview.classes) or any(preview.parts))
        self.bars.show_rows(preview.classes, preview.parts, styles, shaped=shaped)

    def _show_problem(self) -> None:
        assert self.preview is not None
        self.problem.text.setText(said.problem(self.preview))
        words, self._mended = said.mend(self.preview)
        self.problem.remedy.setText(words)
        self.problem.remedy.setVisible(bool(words))
        self.problem.setVisible(bool(self.preview.problem))

    @Slot()
    def _mend(self) -> None:
        self.mend_wanted.emit(self._mended)

    def _show_leaks(self) -> None:
        assert self.preview is not None
        text, remedy = said.leak(self.preview)
        self.leak.text.setText(text)
        self.leak.remedy.setText(remedy)
        self.leak.setVisible(bool(text))
        fine = said.fine(self.preview)
        self.fine.setText(fine)
        self.fine.setVisible(bool(fine))
