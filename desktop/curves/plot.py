"""A plot of curves with title, switches and read-out; redrawn by time, and only while it is seen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop import words
from desktop.curves.data import Curves, last
from desktop.curves.exporting import Exporting
from desktop.neighbours.segments import Segments
from desktop.theme import look
from desktop.widgets import Button, Elided, heading, label, rule

if TYPE_CHECKING:
    from core.store import Collection
    from desktop.curves.canvas import Canvas
    from desktop.kit import Kit

EVERY_MS = 500
FEW = 5


class CurvesPlot(QWidget):
    """`show_curves` may be called as often as there is news; at most twice a second it is drawn."""

    read_off = Signal(object)
    """The epoch that is read off, from 1, as float; None: none."""

    def __init__(self, kit: Kit, name: str) -> None:
        """`name`: for the desk's memory and for screen readers until there is a title."""
        super().__init__()
        self._kit = kit
        self.name = name
        self.of = ""
        """Of which runs, for what is exported: "Run 7"."""
        self.curves = Curves(name)
        self.canvas: Canvas | None = None
        self.drawn = 0
        """How often it has been drawn."""
        self._epoch: float | None = None
        self.title = heading(name)
        self.note = Elided("", 12)
        self.log = QCheckBox(self.tr("Log"))
        self.log.setToolTip(self.tr("Equal steps of the axis are equal factors"))
        few = self.tr("Last {}").format(FEW)
        self.span = Segments(
            self.tr("Which epochs"),
            {
                "all": (self.tr("All"), self.tr("Every epoch")),
                "last": (few, self.tr("Only the last {} epochs").format(FEW)),
            },
        )
        tip = self.tr("Export the curves…")
        self.export = Button("", "icon", icon_name="export", name=tip, tip=tip)
        self.exporting = Exporting(self, kit)
        self.empty = label(self.tr("The first epoch is not over yet."), tone="text2", wrap=True)
        self._pause = QTimer(self, singleShot=True)
        self._is_stale = False
        self._build()
        self._connect()
        self.show_curves(self.curves)

    def _build(self) -> None:
        px = look().px
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.head = head = QHBoxLayout()
        head.setContentsMargins(px(10), px(5), px(8), px(5))
        head.setSpacing(px(8))
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        for widget in (self.log, self.span, self.export):
            head.addWidget(widget)
        rows.addLayout(head)
        rows.addWidget(rule())
        self.body = QVBoxLayout()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.empty, 1)
        rows.addLayout(self.body, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(px(120))

    def _connect(self) -> None:
        self._pause.timeout.connect(self._draw_if_stale)
        self.log.toggled.connect(self._redraw)
        self.span.chosen.connect(self._redraw)
        self.export.clicked.connect(partial(self.exporting.open_menu, self.export))
        look().changed.connect(self._redraw)

    # What it shows

    def show_curves(self, curves: Curves, why_empty: str = "") -> None:
        if why_empty:
            self.empty.setText(why_empty)
        self.curves = curves
        self._is_stale = True
        self._draw_soon()

    def forget(self) -> None:
        self.show_curves(Curves(self.name))

    @property
    def shown(self) -> Curves:
        """As far as it is drawn: all, or the last epochs."""
        return last(self.curves, FEW) if self.span.current == "last" else self.curves

    def remembered(self) -> dict[str, Any]:
        return {"log": self.log.isChecked(), "span": self.span.current}

    def restore(self, kept: dict[str, Any]) -> None:
        self.log.setChecked(kept.get("log") is True)
        self.span.show_chosen("last" if kept.get("span") == "last" else "all")
        self._redraw()

    @Slot()
    def _redraw(self, _how: object = None) -> None:
        """At once, for somebody has asked for it."""
        self._is_stale = True
        if self.isVisible():
            self._draw()

    def _draw_soon(self) -> None:
        """In a turn of its own."""
        if self.isVisible() and not self._pause.isActive():
            self._pause.start(0)

    @Slot()
    def _draw_if_stale(self) -> None:
        if self._is_stale and self.isVisible():
            self._draw()

    def _draw(self) -> None:
        self._is_stale = False
        self._pause.start(EVERY_MS)
        curves = self.shown
        self.title.setText(curves.title or self.name)
        self.note.show_text(self.read_words() or curves.note)
        self.log.setVisible(curves.may_be_log)
        self.export.setEnabled(not curves.is_empty)
        self.span.setEnabled(not curves.is_empty)
        self.empty.setVisible(curves.is_empty)
        if self.canvas is None:
            if not curves.is_empty:
                self._is_stale = True
                self._kit.workspace.read(bring_plots, self._make_canvas)
            return
        self.canvas.setVisible(not curves.is_empty)
        if not curves.is_empty:
            self.canvas.show_curves(curves, as_log=self.log.isChecked())
            self.canvas.mark(self._epoch)
            self.drawn += 1
        self.setAccessibleName(f"{curves.title or self.name}. {self.said()}")

    def _make_canvas(self, _brought: None) -> None:
        if self.canvas is not None:
            return
        from desktop.curves.canvas import Canvas

        self.canvas = Canvas()
        self.canvas.viewport().installEventFilter(self)
        self.body.addWidget(self.canvas, 1)
        self._redraw()

    def said(self) -> str:
        """In words, for those who cannot see it."""
        digits = self.curves.digits
        ends = [
            f"{line.name} {words.number(line.points[-1][1], f',.{digits}f')}"
            for line in self.curves.lines
            if line.points
        ]
        return ", ".join(ends)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._pause.start(0)  # once it has its size

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._is_stale = True
        if not self._pause.isActive():
            self._pause.start(0)

    # Reading off

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._hover(event.position())
        elif event.type() == QEvent.Type.Leave:
            self.read_at(None)
        return False

    def _hover(self, place: QPointF) -> None:
        from desktop.curves.canvas import nearest

        if self.canvas is not None:
            self.read_at(nearest(self.shown.lines, self.canvas.epoch_at(place)))

    def read_at(self, epoch: float | None) -> None:
        """Say the values of this epoch in the head, and mark where it is."""
        if epoch == self._epoch:
            return
        self._epoch = epoch
        self.note.show_text(self.read_words() or self.shown.note)
        if self.canvas is not None:
            self.canvas.mark(epoch)
        self.read_off.emit(epoch)

    def read_words(self) -> str:
        """`Epoch 12: training 0.61, validation 0.91`; empty when nothing is read off."""
        if self._epoch is None:
            return ""
        curves = self.shown
        said = list[str]()
        for line in curves.lines:
            for place, (epoch, value) in enumerate(line.points):
                if epoch == self._epoch:
                    form = f",.{max(curves.digits, 2) if not curves.unit else curves.digits}f"
                    text = f"{line.name} {words.number(value, form)}"
                    if line.band:
                        low, high = (words.number(end, form) for end in line.band[place])
                        text = f"{text} ({low} to {high})"
                    said.append(text)
        return self.tr("Epoch {}: {}").format(words.number(self._epoch, ",g"), ", ".join(said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        epochs = sorted({point[0] for line in self.shown.lines for point in line.points})
        if key == Qt.Key.Key_Escape and self._epoch is not None:
            self.read_at(None)
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and epochs and key in steps:
            at = epochs.index(self._epoch) + steps[key] if self._epoch in epochs else len(epochs) - 1
            self.read_at(epochs[min(max(at, 0), len(epochs) - 1)])
        else:
            super().keyPressEvent(event)


# In the background


def bring_plots(_collection: Collection) -> None:
    """It takes a third of a second, which is too long for the window's thread."""
    import desktop.curves.canvas  # noqa: F401
