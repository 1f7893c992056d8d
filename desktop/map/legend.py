"""The legend on the map: what each shape and colour stands for, how often, and whether it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop import shapes, words
from desktop.colouring import NONE
from desktop.icons import icon
from desktop.map.ink import ramp_colours
from desktop.theme import ClassStyle, Weight, look
from desktop.widgets import Button, Elided, clear, scroller

ROW, WIDTH, WIDEST = 23, 132, 210
EDGE = 8
"""Between the legend and the rim of the map."""


@dataclass(frozen=True)
class Row:
    code: int
    name: str
    count: int
    style: ClassStyle | None
    """None: "other", or, below zero, no value."""


class ClassButton(QAbstractButton):
    """A class: a click hides or shows it, Ctrl+click shows it alone, Shift+click selects its tracks."""

    alone = Signal(int)
    chosen = Signal(int)

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setCheckable(True)
        self.setChecked(True)
        self.setText(row.name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        tip = self.tr("{}: {}. Click hides or shows it; Ctrl+click shows it alone, Shift+click selects it")
        self.setToolTip(tip.format(row.name, words.tracks(row.count)))
        self.setAccessibleName(self.tr("{}, {}").format(row.name, words.tracks(row.count)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._take(event.modifiers()):
            event.accept()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._take(event.modifiers()):
                self.click()
        else:
            super().keyPressEvent(event)

    def _take(self, held: Qt.KeyboardModifier) -> bool:
        """Whether what is held down means something else than a plain click."""
        if held & Qt.KeyboardModifier.ControlModifier:
            self.alone.emit(self.row.code)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self.chosen.emit(self.row.code)
        else:
            return False
        return True


class LegendRow(ClassButton):
    walked = Signal(int)
    """Up or down, by the keyboard."""

    def __init__(self, row: Row) -> None:
        super().__init__(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        font = look().font(12)
        self.setFont(font)
        name = self.fontMetrics().horizontalAdvance(self.row.name)
        count = self.fontMetrics().horizontalAdvance(words.number(self.row.count))
        wide = name + count + look().px(24 + 16 + 8)
        return QSize(min(max(wide, look().px(WIDTH)), look().px(WIDEST)), look().px(ROW))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        tr, code = self.tr, self.row.code
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts = {
            tr("Select {}").format(words.tracks(self.row.count)): lambda: self.chosen.emit(code),
            tr("Show alone"): lambda: self.alone.emit(code),
            tr("Hide") if self.isChecked() else tr("Show"): self.click,
        }
        for said, act in acts.items():
            menu.addAction(said).triggered.connect(act)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), look().colour("raised"))
        left, middle = look().px(14), self.height() / 2
        painter.setOpacity(1.0 if self.isChecked() else 0.35)
        style = self.row.style
        if self.row.code == NONE:
            style = ClassStyle("none", look().theme.colours["text3"], "o", hollow=True)
        shapes.paint(painter, style, QPointF(left, middle), look().px(4.6))
        painter.setOpacity(1.0)
        painter.setFont(look().font(12))
        painter.setPen(look().colour("text" if self.isChecked() else "text3"))
        count = words.number(self.row.count)
        right = painter.fontMetrics().horizontalAdvance(count)
        start = left + look().px(12)
        room = QRectF(start, 0, self.width() - start - look().px(16) - right, self.height())
        wide = int(room.width())
        name = painter.fontMetrics().elidedText(self.row.name, Qt.TextElideMode.ElideMiddle, wide)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(look().colour("text2" if self.isChecked() else "text3"))
        edge = QRectF(0, 0, self.width() - look().px(8), self.height())
        painter.drawText(edge, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        if self.hasFocus():
            painter.setPen(QPen(look().colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1, -2, -1), 3, 3)


class Ramp(QWidget):
    """Numbers as a bar of colours with both ends named."""

    def __init__(self) -> None:
        super().__init__()
        self._ends = ("", "")
        self.setMinimumSize(look().px(WIDTH), look().px(46))

    def show_range(self, low: str, high: str) -> None:
        self._ends = (low, high)
        self.setAccessibleName(self.tr("From {} to {}").format(low, high))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        bar = QRectF(look().px(10), look().px(6), self.width() - look().px(20), look().px(12))
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        stops = ramp_colours(look().theme, "depth", 9)
        for place, colour in enumerate(stops):
            gradient.setColorAt(place / (len(stops) - 1), colour)
        painter.setPen(QPen(look().colour("edge"), 1))
        painter.setBrush(gradient)
        painter.drawRect(bar)
        painter.setFont(look().font(11))
        painter.setPen(look().colour("text2"))
        below = QRectF(bar.left(), bar.bottom() + look().px(3), bar.width(), look().px(18))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._ends[0])
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._ends[1])


class Legend(QFrame):
    hidden_changed = Signal(object)
    """The codes that are not to be seen, as a frozenset."""
    chosen = Signal(int)
    """The code of the class whose tracks are to be selected."""
    moved = Signal()
    """A person has put it somewhere else."""
    refitted = Signal()
    """It has another size."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self.is_placed = False
        """By a person: it stays there."""
        self.rows: list[LegendRow] = []
        self._grip: QPoint | None = None
        self._without = ""
        self.title = Elided("", 12, "text", bold=True)
        words_ = self.tr("Show all values")
        self.eye = Button("", "icon", icon_name="eye", name=words_, tip=words_)
        self.fold = Button("", "icon", icon_name="down")
        self.fold.clicked.connect(self._toggle)
        self.is_folded = False
        self.ramp = Ramp()
        self.without = Elided("", 11, "text2")
        self.body = QWidget()
        self.body.setObjectName("legendrows")
        self._rows = QVBoxLayout(self.body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.area = scroller(self.body)
        self._build()
        self.eye.clicked.connect(self._show_all)
        look().changed.connect(self._dress)
        self._dress()
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 2, 1, 4)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 4, 0)
        head.setSpacing(2)
        head.addWidget(self.title, 1)
        head.addWidget(self.eye)
        head.addWidget(self.fold)
        column.addLayout(head)
        column.addWidget(self.area)
        column.addWidget(self.ramp)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 0, 8, 2)
        foot.addWidget(self.without)
        column.addLayout(foot)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        for widget in (self.area, self.eye, self.fold):
            widget.setCursor(Qt.CursorShape.ArrowCursor)
        self.setToolTip(self.tr("Drag the legend to where it is not in the way"))

    @Slot()
    def _dress(self) -> None:
        colours = look().theme.colours
        self.setStyleSheet(
            f"#legend {{ background: {colours['pane']}; border: 1px solid {colours['line']};"
            " border-radius: 2px; }"
        )

    # What it shows

    def show_classes(self, title: str, rows: list[Row], hidden: frozenset[int]) -> None:
        self._begin(title)
        clear(self._rows)
        self.rows = []
        for row in rows:
            line = LegendRow(row)
            line.setChecked(row.code not in hidden)
            line.clicked.connect(self._tell)
            line.alone.connect(self._show_alone)
            line.chosen.connect(self.chosen)
            line.walked.connect(self._walk)
            self._rows.addWidget(line)
            self.rows.append(line)
        self._without = ""
        self.setVisible(bool(rows))
        self._show_parts()

    def show_numbers(self, title: str, low: str, high: str, without: int) -> None:
        self._begin(title)
        clear(self._rows)
        self.rows = []
        self.ramp.show_range(low, high)
        self._without = self.tr("{} without a value").format(words.tracks(without)) if without else ""
        self.without.show_text(self._without)
        self.show()
        self._show_parts()

    def _show_parts(self) -> None:
        """Rows or a ramp, or the title alone."""
        is_open, has_rows = not self.is_folded, bool(self.rows)
        self.area.setVisible(is_open and has_rows)
        self.eye.setVisible(is_open and has_rows)
        self.ramp.setVisible(is_open and not has_rows)
        self.without.setVisible(is_open and not has_rows and bool(self._without))
        said = self.tr("Unfold the legend") if self.is_folded else self.tr("Fold the legend")
        self.fold.setIcon(icon("right" if self.is_folded else "down"))
        self.fold.setToolTip(said)
        self.fold.setAccessibleName(said)
        self.fit()

    @Slot()
    def _toggle(self) -> None:
        self.set_folded(folded=not self.is_folded)
        self.refitted.emit()

    def set_folded(self, *, folded: bool) -> None:
        self.is_folded = folded
        self._show_parts()

    def _begin(self, title: str) -> None:
        self.title.setFont(look().font(12, Weight.DemiBold))
        self.title.show_text(title)
        self.setAccessibleName(self.tr("Legend: {}").format(title))

    def fit(self) -> None:
        """As large as its rows need, and no larger than the map lets it be."""
        parent = self.parentWidget()
        if parent is None:
            return
        wide = max([look().px(WIDTH), *(row.sizeHint().width() for row in self.rows)])
        tall = sum(row.sizeHint().height() for row in self.rows)
        room = parent.height() - 2 * look().px(EDGE) - look().px(38)
        bar = look().px(12) if tall > room else 0
        self.area.setFixedSize(wide + bar, max(min(tall, room), 0))
        self.setFixedSize(self.sizeHint())

    # What a person does

    @property
    def hidden(self) -> frozenset[int]:
        return frozenset(line.row.code for line in self.rows if not line.isChecked())

    @Slot()
    def _tell(self) -> None:
        self.hidden_changed.emit(self.hidden)

    @Slot(int)
    def _show_alone(self, code: int) -> None:
        """Once more shows all again."""
        others = {line.row.code for line in self.rows} - {code}
        self._hide(frozenset() if self.hidden == others else frozenset(others))

    @Slot()
    def _show_all(self) -> None:
        self._hide(frozenset())

    def _hide(self, hidden: frozenset[int]) -> None:
        for line in self.rows:
            line.setChecked(line.row.code not in hidden)
        self._tell()

    @Slot(int)
    def _walk(self, step: int) -> None:
        place = next((place for place, line in enumerate(self.rows) if line.hasFocus()), 0)
        self.rows[(place + step) % len(self.rows)].setFocus(Qt.FocusReason.TabFocusReason)

    # Where it is

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self.is_placed = True
            self.put(self.mapToParent(event.position().toPoint()) - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._grip = None
            self.moved.emit()

    def put(self, at: QPoint) -> None:
        """Within the map."""
        parent = self.parentWidget()
        if parent is not None:
            right = max(parent.width() - self.width() - look().px(EDGE), 0)
            bottom = max(parent.height() - self.height() - look().px(EDGE), 0)
            left = min(max(at.x(), min(look().px(EDGE), right)), right)
            self.move(left, min(max(at.y(), min(look().px(EDGE), bottom)), bottom))

    def corners(self) -> list[QPoint]:
        """Where it could stand: the lower left first."""
        parent = self.parentWidget()
        if parent is None:
            return []
        edge = look().px(EDGE)
        right, bottom = parent.width() - self.width() - edge, parent.height() - self.height() - edge
        return [QPoint(edge, bottom), QPoint(edge, edge), QPoint(right, bottom), QPoint(right, edge)]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()
