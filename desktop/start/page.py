"""The first thing that is seen: how to begin, what was open lately, what works on this computer.

Only widgets and one small file are needed to paint it. The chart, the check of
the recent folders and the doctor come after the first paint (`fill`).
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from core import places
from core.demo.request import DemoRequest
from desktop import words
from desktop.bridge import Background
from desktop.desk.session import Left
from desktop.doctor import Doctor
from desktop.findings import FindingsList
from desktop.start import recent
from desktop.start.parts import Card, LeftCard, RecentRow
from desktop.start.recent import SHOWN, Whereabouts
from desktop.theme import look
from desktop.widgets import RING, IconLabel, clear, heading, label, pane, rule, scroller

WIDTH = 1300
BEGIN_WIDTH = 428
NARROW = 980
SETTLE_MS = 120


class StartPage(QWidget):
    demo_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    chosen = Signal(object)
    """A folder, as a Path."""
    searched = Signal(object)
    """The folder of a collection that is not where it was."""
    doctor_wanted = Signal()
    left_alone = Signal(object)
    """The folder of a collection that is not to be offered as it was any more."""

    def __init__(self, doctor: Doctor, background: Background, demo: DemoRequest) -> None:
        super().__init__()
        self._demo = demo
        self.setObjectName("page")
        self._doctor = doctor
        self._background = background
        self._chart: QImage | None = None
        self._drawn_for: object = None
        self._filled = False
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._draw)
        self.rows: list[RecentRow] = []
        self._build()
        self.show_recents()
        look().changed.connect(self._draw)

    # How it is made

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        body = QWidget()
        outer.addWidget(scroller(body))
        centre = QHBoxLayout(body)
        centre.setContentsMargins(24 - RING, 0, 24 - RING, 0)
        column = QWidget()
        column.setMaximumWidth(look().px(WIDTH))
        centre.addStretch(1)
        centre.addWidget(column, 100)
        centre.addStretch(1)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 36, RING, 24)
        rows.setSpacing(0)
        rows.addStretch(1)
        rows.addLayout(self._make_title())
        rows.addSpacing(36)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(32)
        self._begin = QWidget()
        self._begin.setLayout(self._make_begin())
        self._sides.addWidget(self._begin, 0)
        self._sides.addLayout(self._make_right(), 1)
        rows.addLayout(self._sides)
        rows.addStretch(5)

    def _make_title(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(RING, 0, 0, 0)
        line.setSpacing(20)
        sign = IconLabel("soundings", "text", 56)
        line.addWidget(sign)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(label(self.tr("Soundings"), 32, bold=True))
        purpose = self.tr(
            "See your recordings as a map you can hear, ask what is near what, and cite the answer."
        )
        texts.addWidget(label(purpose, 15, tone="text2", wrap=True))
        texts.addStretch(1)
        line.addLayout(texts, 1)
        return line

    def _make_begin(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(RING, 0, RING, RING)
        column.setSpacing(12)
        column.addWidget(heading(self.tr("Begin")))
        self.demo_card = self._make_demo_card()
        self.new_card = Card(
            "plus",
            self.tr("New collection…"),
            self.tr("Give it a name and a folder. Your audio stays where it is and is never changed."),
        )
        self.open_card = Card(
            "folder",
            self.tr("Open a collection…"),
            self.tr("A folder that holds collection.sqlite. Or drop the folder anywhere in this window."),
        )
        self.new_card.clicked.connect(self.new_wanted)
        self.open_card.clicked.connect(self.open_wanted)
        self.left = LeftCard()
        self.left.chosen.connect(self._open_left)
        self.left.left_alone.connect(self._leave_left)
        column.addWidget(self.left)
        for card in (self.demo_card, self.new_card, self.open_card):
            column.addWidget(card)
        column.addStretch(1)
        return column

    def _make_demo_card(self) -> Card:
        says = self.tr(
            "{} short pieces in twelve styles, composed here. Takes a minute the first time, and {}."
        )
        size = words.size(self._demo.size_bytes())
        card = Card(
            "note", self.tr("Open the demo collection"), says.format(words.number(self._demo.tracks), size)
        )
        card.setToolTip(
            self.tr("Style, tempo, key and mood of each are known. Kept in {}").format(places.demo_folder())
        )
        card.clicked.connect(self.demo_wanted)
        return card

    def _make_right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        self.recent_heading = heading(self.tr("Recent"))
        column.addWidget(self.recent_heading)
        self.recent_pane = pane()
        self._recent_rows = QVBoxLayout(self.recent_pane)
        self._recent_rows.setContentsMargins(1, 1, 1, 1)
        self._recent_rows.setSpacing(0)
        column.addWidget(self.recent_pane)
        column.addSpacing(12)
        column.addWidget(heading(self.tr("On this computer")))
        findings = pane()
        inner = QVBoxLayout(findings)
        inner.setContentsMargins(16, 14, 8, 10)
        self.findings = FindingsList(self._doctor, short=True)
        self.findings.all_wanted.connect(self.doctor_wanted)
        inner.addWidget(self.findings)
        column.addWidget(findings)
        column.addStretch(1)
        return column

    # After the program ended early

    def offer_left(self, left: Left) -> None:
        self.left.offer(left)

    def _open_left(self, folder: Path) -> None:
        self.left.hide()
        self.chosen.emit(folder)

    def _leave_left(self, folder: Path) -> None:
        self.left.hide()
        self.left_alone.emit(folder)
        self.demo_card.setFocus(Qt.FocusReason.OtherFocusReason)

    # Recent collections

    @Slot()
    def show_recents(self) -> None:
        entries = recent.load()[:SHOWN]
        clear(self._recent_rows)
        self.rows = []
        for place, entry in enumerate(entries):
            if place:
                self._recent_rows.addWidget(rule())
            row = RecentRow(entry, first=not place)
            row.chosen.connect(self.chosen)
            row.searched.connect(self.searched)
            row.removed.connect(self._forget)
            self._recent_rows.addWidget(row)
            self.rows.append(row)
        if not entries:
            none = label(self.tr("Collections that you open are listed here."), 12, tone="text2", wrap=True)
            none.setContentsMargins(16, 14, 16, 14)
            self._recent_rows.addWidget(none)
        if self._filled:
            self._find_folders()

    def _forget(self, folder: Path) -> None:
        place = next((place for place, row in enumerate(self.rows) if row.entry.folder == folder), 0)
        recent.forget(folder)
        self.show_recents()
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].remove_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new_card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find_folders(self) -> None:
        folders = [row.entry.folder for row in self.rows]
        if folders:
            self._background.call(partial(recent.find_all, folders), self._found)

    def _found(self, places: dict[Path, Whereabouts]) -> None:
        for row in self.rows:
            if row.entry.folder in places:
                row.show_whereabouts(places[row.entry.folder])

    # After the first paint

    @Slot()
    def fill(self) -> None:
        """Everything that the first paint did not need."""
        self._filled = True
        self._draw()
        self._find_folders()
        self._doctor.look_if_needed()

    @Slot()
    def _draw(self) -> None:
        if self._filled and self.isVisible():
            from desktop.start.chart import draw_chart

            size, scale, theme = self.size(), self.devicePixelRatioF(), look().theme
            work = partial(draw_chart, size, scale, theme)
            self._background.call(work, partial(self._drawn, (size, theme.name)))

    def _drawn(self, drawn_for: object, chart: QImage) -> None:
        self._drawn_for = drawn_for
        self._chart = chart
        self.update()

    def shows_chart(self) -> bool:
        """Whether the chart is there, in this size and theme."""
        return not self.isVisible() or self._drawn_for == (self.size(), look().theme.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= look().px(NARROW)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(direction)
        self._begin.setMaximumWidth(look().px(BEGIN_WIDTH) if beside else look().px(WIDTH))
        self._begin.setMinimumWidth(look().px(BEGIN_WIDTH) if beside else 0)
        if self._filled:
            self._settled.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._filled:
            self._settled.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("window"))
        if self._chart is not None:
            across = self.width() - round(self._chart.width() / self._chart.devicePixelRatio())
            painter.drawImage(across, 0, self._chart)
