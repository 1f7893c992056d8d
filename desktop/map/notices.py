"""The lines between controls and map: a map on its way, tracks that have come since, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from core.progress import Stop
from desktop import words
from desktop.map.drawing import Drawing
from desktop.theme import look
from desktop.widgets import Button, Elided, IconLabel

STEPS = 1000


class Notice(QWidget):
    """A line with a sign, words and buttons; hidden until there is something to say."""

    closed = Signal()

    def __init__(self, icon_name: str, tint: str = "text2") -> None:
        super().__init__()
        self.sign = IconLabel(icon_name, tint)
        self.text = Elided("", 12, "text")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(10, 4, 8, 4)
        self.row.setSpacing(8)
        self.row.addWidget(self.sign)
        self.row.addWidget(self.text, 1)
        self.hide()

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.row.addWidget(widget)

    def add_close(self) -> Button:
        words_ = self.tr("Close this line")
        close = Button("", "icon", icon_name="close", name=words_, tip=words_)
        close.clicked.connect(self._close)
        self.add(close)
        return close

    def say(self, text: str) -> None:
        self.text.show_text(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    @Slot()
    def _close(self) -> None:
        self.hide()
        self.closed.emit()


class FormingBar(Notice):
    """A map on its way: how far, how long, and the two ways to end it."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__("running", "accent")
        self._drawing = drawing
        self.bar = QProgressBar(textVisible=False, maximum=STEPS)
        self.bar.setFixedWidth(look().px(120))
        self.bar.setAccessibleName(self.tr("Progress of the map"))
        tip = self.tr("The map stays as far as it has formed, and says so")
        self.keep = Button(self.tr("Stop and keep"), "small", tip=tip)
        self.cancel = Button(self.tr("Cancel"), "small", tip=self.tr("Throw away what has formed"))
        self.add(self.bar, self.keep, self.cancel)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self._cancel)
        drawing.begun.connect(self.refresh)
        drawing.progressed.connect(self.refresh)
        drawing.ended.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        drawing = self._drawing
        self.setVisible(drawing.is_busy)
        if not drawing.is_busy:
            return
        self.say(drawing.said())
        self.bar.setValue(round(STEPS * drawing.share))
        self.keep.setEnabled(drawing.asked is None and not drawing.is_waiting)
        self.cancel.setEnabled(drawing.asked != Stop.CANCEL)

    @Slot()
    def _keep(self) -> None:
        self._drawing.stop(Stop.KEEP)

    @Slot()
    def _cancel(self) -> None:
        self._drawing.stop(Stop.CANCEL)


class Notices(QWidget):
    """All of them, one below the other; each goes when it has nothing to say."""

    place_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        tr = self.tr
        self.forming = FormingBar(drawing)
        self.newcomers = Notice("info")
        tip = tr("Each where its neighbours are; nothing else moves")
        self.place = Button(tr("Place them"), "small", tip=tip)
        self.again = Button(tr("Draw again"), "small", tip=tr("A new map of all tracks"))
        self.newcomers.add(self.place, self.again)
        self.newcomers.add_close()
        self.problem = Notice("error", "bad")
        self.problem.add_close()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        for notice in (self.forming, self.newcomers, self.problem):
            self.add(notice)
        self.place.clicked.connect(self.place_wanted)
        self.again.clicked.connect(self.again_wanted)

    def add(self, notice: Notice) -> None:
        self.column.addWidget(notice)

    def show_newcomers(self, number: int) -> None:
        if not number:
            self.newcomers.hide()
            return
        said = self.tr("{} heard since this map was drawn").format(words.tracks(number))
        self.newcomers.say(said)

    def forget(self) -> None:
        self.newcomers.hide()
        self.problem.hide()
