"""The parts of the pane "Where it matches" and their places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.kit import Kit
from desktop.neighbours import says
from desktop.neighbours.matrix import MatrixView
from desktop.neighbours.notice import Notice
from desktop.neighbours.row import figure
from desktop.neighbours.stretches import StretchTable
from desktop.neighbours.waiting import Waiting
from desktop.theme import look
from desktop.times import clock
from desktop.widgets import Button, Elided, label, rule

if TYPE_CHECKING:
    from core.embedding import SetInfo
    from core.neighbours.request import Hit, MatchResult

ROWS_SHOWN = 10


class Legend(QWidget):
    """How alike a colour is."""

    def __init__(self) -> None:
        super().__init__()
        self.low = 0.0
        self.setFixedHeight(look().px(16))
        self.setMinimumWidth(look().px(110))
        look().changed.connect(self.update)

    def show_low(self, low: float) -> None:
        self.low = low
        self.setAccessibleName(self.tr("Similarity from {} to 1").format(f"{low:.2f}"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(look().font(11))
        low = f"{self.low:.2f}" if self.low else "0"
        left = painter.fontMetrics().horizontalAdvance(low) + look().px(5)
        right = painter.fontMetrics().horizontalAdvance("1") + look().px(5)
        bar = QRectF(left, self.height() / 2 - look().px(4), self.width() - left - right, look().px(8))
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        stops = look().theme.ramps["depth"]
        for place, stop in enumerate(stops):
            gradient.setColorAt(place / (len(stops) - 1), QColor(stop))
        painter.fillRect(bar, gradient)
        painter.setPen(QPen(look().colour("edge"), 1))
        painter.drawRect(bar)
        painter.setPen(look().colour("text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, low)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "1")


class MatchBody(QWidget):
    pair_chosen = Signal(int)
    """Another B."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._hits: Sequence[Hit] = ()
        self._pair: tuple[int | None, int | None] = (None, None)
        self._make()
        self._build()
        self.b.activated.connect(self._choose)
        self.above.toggled.connect(self._set_above)
        self.matrix.pointed.connect(self._show_pointed)
        kit.cards.arrived.connect(self._cards_arrived)
        kit.selection.current_changed.connect(self._show_choices)

    def _make(self) -> None:
        tr = self.tr
        self.a = Elided("", 13, "text")
        self.a_about = Elided("", 12)
        self.b = QComboBox()
        self.b.setProperty("kind", "small")
        self.b.setFont(look().font(12))
        self.b.setAccessibleName(tr("B: which track to compare with"))
        self.b.setToolTip(tr("Compare with this track"))
        self.b.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.b.setMinimumContentsLength(10)
        self.export = Button("", "icon", icon_name="export", name=tr("Export…"))
        self.export.setToolTip(tr("Export the picture or the stretches"))
        self.export.setIconSize(QSize(look().px(16), look().px(16)))
        self.waiting = Waiting()
        self.matrix = MatrixView()
        self.caption = label(size=11, tone="text2")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.legend = Legend()
        self.above = QCheckBox(tr("Above chance only"))
        self.above.setChecked(True)
        self.above.setFont(look().font(12))
        self.above.setToolTip(tr("Leave out what excerpts of unrelated tracks reach, too"))
        self.table = StretchTable()
        self.none = label(size=12, tone="text2", wrap=True)
        self.none.setContentsMargins(8, 8, 8, 8)
        self.notice = Notice()
        self.foot = label(size=11, tone="text2", wrap=True)

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(_row((8, 8, 8, 2), label("A", 12, bold=True), self.a, self.a_about, None))
        rows.addLayout(_row((8, 2, 8, 6), label("B", 12, bold=True), self.b, self.export))
        rows.addWidget(self.waiting)
        rows.addWidget(rule())
        self.stack = QStackedWidget()
        self.stack.addWidget(self._made_content())
        self.stack.addWidget(self.notice)
        rows.addWidget(self.stack, 1)

    def _made_content(self) -> QWidget:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(0)
        similar = label(self.tr("Similarity"), 11, tone="text2")
        rows.addWidget(self.matrix, 5)
        rows.addWidget(self.caption)
        rows.addLayout(_row((8, 4, 8, 6), similar, self.legend, None, self.above))
        rows.addWidget(rule())
        rows.addWidget(self.table, 4)
        rows.addWidget(self.none)
        rows.addWidget(rule())
        rows.addLayout(_row((8, 6, 8, 8), self.foot))
        return content

    # A and B

    def set_hits(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        self._show_choices()

    def has_hit(self, track_id: int) -> bool:
        return any(hit.track_id == track_id for hit in self._hits)

    def show_pair(self, a: int | None, b: int | None) -> None:
        self._pair = (a, b)
        self._show_choices()

    @Slot()
    def _show_choices(self) -> None:
        a, b = self._pair
        self._show_a(a)
        self.b.clear()
        self.b.setEnabled(a is not None)
        if a is None:
            return
        for hit in self._hits:
            self.b.addItem(
                f"{hit.rank}  {self._named(hit.track_id)} · {figure(hit.similarity, 0)}", hit.track_id
            )
        others = {self._kit.selection.current, b} - {a, None} - {hit.track_id for hit in self._hits}
        for track_id in sorted(id_ for id_ in others if id_ is not None):
            self.b.addItem(self._named(track_id), track_id)
        self.b.addItem(self.tr("A itself: how it is built"), a)
        self.b.setCurrentIndex(self.b.findData(b))

    def _show_a(self, a: int | None) -> None:
        card = None if a is None else self._kit.cards.get(a)
        self.a.show_text("–" if a is None else says.title(self._kit, a))
        about = "" if card is None else card.first("artist")
        length = "" if card is None or card.duration_s is None else clock(card.duration_s)
        self.a_about.show_text(" · ".join(part for part in (about, length) if part))

    def _named(self, track_id: int) -> str:
        card = self._kit.cards.get(track_id)
        artist = "" if card is None else card.first("artist")
        return " · ".join(part for part in (says.title(self._kit, track_id), artist) if part)

    @Slot(object)
    def _cards_arrived(self, track_ids: frozenset[int]) -> None:
        shown = {*self._pair, *(hit.track_id for hit in self._hits)}
        if shown & track_ids:
            self._show_choices()

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.pair_chosen.emit(self.b.itemData(place))

    # What was found

    def show_result(self, result: MatchResult, info: SetInfo) -> None:
        self.matrix.show_result(result)
        self.table.rows.set_stretches(result.stretches)
        shown = min(len(result.stretches), ROWS_SHOWN)
        high = self.table.horizontalHeader().sizeHint().height() + shown * self.table.rowHeight(0) + 2
        self.table.setMaximumHeight(high)
        self.table.setVisible(bool(result.stretches))
        self.none.setVisible(not result.stretches)
        self.none.setText(says.no_stretch(result))
        self.foot.setText(says.match_foot(result, info))
        self.above.setEnabled(result.chance is not None)
        self._show_pointed(None)
        self._show_legend()
        self.export.setEnabled(True)
        self.stack.setCurrentIndex(0)

    def show_notice(self, text: str, button: str, what: str) -> None:
        self.matrix.show_result(None)
        self.table.rows.set_stretches(())
        self.notice.say(text, button, what)
        self.export.setEnabled(False)
        self.stack.setCurrentWidget(self.notice)

    def show_heard(self, stretch: int | None, a_s: float | None, b_s: float | None) -> None:
        self.table.rows.set_heard(stretch)
        self.matrix.show_heard(stretch, a_s, b_s)

    @Slot(bool)
    def _set_above(self, above: bool) -> None:
        self.matrix.set_above(above)
        self._show_legend()

    def _show_legend(self) -> None:
        if self.matrix.picture is not None:
            self.legend.show_low(self.matrix.picture.low(above=self.above.isChecked()))

    @Slot(object)
    def _show_pointed(self, at: tuple[float, float, float] | None) -> None:
        if at is None:
            self.caption.setText(self.tr("A across, B upwards, minutes"))
        else:
            said = self.tr("{} of A, {} of B: similarity {}")
            self.caption.setText(said.format(clock(at[0], 1), clock(at[1], 1), figure(at[2], 0)))


def _row(margins: tuple[int, int, int, int], *widgets: QWidget | None) -> QHBoxLayout:
    """None stands for the room that is left."""
    row = QHBoxLayout()
    row.setContentsMargins(*margins)
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 1 if isinstance(widget, QComboBox) else 0)
    return row
