"""Who was taken for whom: the matrix with its title, its switch and what its colours mean.

For the Monitor page, live, and for the Results page. It shows what it is given;
`CellList` beside it shows and plays the tracks of the cell that is looked at.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop import words
from desktop.matrix.data import Cell, Confusion
from desktop.matrix.exporting import Exporting
from desktop.matrix.grid import EMPTY, Grid
from desktop.neighbours.segments import Segments
from desktop.theme import look
from desktop.widgets import Button, Elided, heading, label, rule

if TYPE_CHECKING:
    from desktop.kit import Kit

LOW = 280


class Matrix(QWidget):
    chosen = Signal(str, str)
    """True label and what the model said: another cell is looked at."""
    played = Signal(str, str)
    """This cell is to be heard: a click, or Enter."""
    picked = Signal(str, str)
    """The tracks of this cell are to be selected everywhere: Shift+click, Shift+Enter."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.of = ""
        """Which run this is of, for what is exported: "Run 7"."""
        self.grid = Grid(kit.colouring)
        self.title = heading(self.tr("Confusion matrix"))
        self.note = Elided("", 12)
        self.controls = QHBoxLayout()
        """Room in the head, for whoever chooses an epoch or a part."""
        self.figures = Segments(
            self.tr("What the cells say"),
            {
                "counts": (self.tr("Counts"), self.tr("How many tracks")),
                "share": ("%", self.tr("Of the tracks that truly have the row's label")),
            },
        )
        tip = self.tr("Export the matrix…")
        self.export = Button("", "icon", icon_name="export", name=tip, tip=tip)
        self.empty = label(tone="text2", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._exporting = Exporting(self, kit)
        self._build()
        for mine, its in (
            (self.chosen, self.grid.chosen),
            (self.played, self.grid.played),
            (self.picked, self.grid.picked),
        ):
            its.connect(mine)
        self.figures.chosen.connect(self._switch)
        self.export.clicked.connect(partial(self._exporting.open_menu, self.export))
        self.show_counts(None)

    def _build(self) -> None:
        px = look().px
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(px(10), px(5), px(8), px(5))
        self.head.setSpacing(px(8))
        self.head.addWidget(self.title)
        self.head.addWidget(self.note, 1)
        self.controls.setSpacing(px(8))
        self.head.addLayout(self.controls)
        self.head.addWidget(self.figures)
        self.head.addWidget(self.export)
        rows.addLayout(self.head)
        rows.addWidget(rule())
        body = QVBoxLayout()
        body.setContentsMargins(px(10), px(6), px(6), px(6))
        body.addWidget(self.grid, 1)
        body.addWidget(self.empty, 1)
        rows.addLayout(body, 1)
        self.foot = QWidget()
        self.foot.setLayout(self._foot())
        self._line = rule()
        rows.addWidget(self._line)
        rows.addWidget(self.foot)
        self.grid.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _foot(self) -> QHBoxLayout:
        px = look().px
        foot = QHBoxLayout()
        foot.setContentsMargins(px(10), px(5), px(10), px(5))
        foot.setSpacing(px(6))
        foot.addWidget(Elided(self.tr("Rows: true label. Columns: the model's choice."), 11), 1)
        for said, ramp in ((self.tr("right"), "depth"), (self.tr("wrong"), "ember")):
            foot.addSpacing(px(8))
            foot.addWidget(label(said, 11, tone="text2"))
            foot.addWidget(Swatches(ramp))
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is hardly any height, the cells have it; what rows and columns are, tool tips say."""
        super().resizeEvent(event)
        for widget in (self._line, self.foot):
            widget.setVisible(self.height() >= look().px(LOW))

    # What it shows

    @property
    def confusion(self) -> Confusion:
        return self.grid.confusion

    @property
    def cell(self) -> Cell | None:
        """The one that is looked at."""
        return self.grid.cell

    def show_counts(self, confusion: Confusion | None, of: str = "", why_none: str = "") -> None:
        """None: there is nothing to show, for this reason. The cell that is looked at stays."""
        self.of = of
        there = confusion is not None and bool(confusion.names)
        self.grid.setVisible(there)
        self.empty.setVisible(not there)
        self.figures.setEnabled(there)
        self.export.setEnabled(there)
        if confusion is None or not there:
            self.grid.show_confusion(EMPTY)
            self.note.show_text("")
            self.empty.setText(why_none or self.tr("No run has said anything of classes yet."))
            return
        self.grid.show_confusion(confusion)
        self.note.show_text(self.about(confusion))

    def about(self, confusion: Confusion) -> str:
        """Of which tracks: `validation, 315 tracks`."""
        return f"{words.part(confusion.part)}, {words.tracks(confusion.n)}"

    def choose(self, cell: Cell | None) -> None:
        """Look at this cell, without a word to anybody."""
        self.grid.choose(cell)

    def mark_heard(self, cell: Cell | None) -> None:
        """A track of this cell is heard now; None: none."""
        self.grid.show_heard(cell)

    def set_as_share(self, as_share: bool) -> None:
        self.figures.show_chosen("share" if as_share else "counts")
        self.grid.set_as_share(as_share)

    @property
    def as_share(self) -> bool:
        return self.grid.as_share

    @Slot(str)
    def _switch(self, key: str) -> None:
        self.grid.set_as_share(key == "share")

    def show_export(self) -> None:
        """Ask where to, as the button does."""
        self._exporting.open_menu(self.export)


class Swatches(QWidget):
    """The colours of a ramp, few to many."""

    def __init__(self, ramp: str) -> None:
        super().__init__()
        self._ramp = ramp
        self.setFixedSize(QSize(look().px(56), look().px(10)))
        self.setAccessibleName(self.tr("From few to many"))
        look().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        stops = look().theme.ramps[self._ramp][1:]
        wide = self.width() / len(stops)
        for place, stop in enumerate(stops):
            painter.fillRect(QRectF(place * wide, 0, wide + 0.5, self.height()), QColor(stop))
        painter.setPen(QPen(look().colour("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
