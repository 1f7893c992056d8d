"""The cells themselves: what mouse and keyboard do with them, and how they are read aloud."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QToolTip

from desktop import words
from desktop.colouring import CLASSES, Colouring
from desktop.icons import icon
from desktop.matrix.data import Cell, Confusion
from desktop.matrix.drawing import MOST, Drawing, Sizes, measure, share_text
from desktop.theme import look

Key = Qt.Key
_STEPS = {Key.Key_Left: (0, -1), Key.Key_Right: (0, 1), Key.Key_Up: (-1, 0), Key.Key_Down: (1, 0)}
EMPTY = Confusion((), ())


class Grid(QAbstractScrollArea):
    chosen = Signal(str, str)
    """True label and what the model said, of the cell that is looked at now."""
    played = Signal(str, str)
    """A click, or Enter."""
    picked = Signal(str, str)
    """Shift+Enter: its tracks are to be chosen everywhere."""

    def __init__(self, colouring: Colouring) -> None:
        super().__init__()
        self._colouring = colouring
        self.confusion = EMPTY
        self.as_share = False
        self.current: tuple[int, int] | None = None
        self.heard: tuple[int, int] | None = None
        self._sizes: Sizes | None = None
        self._by_keyboard = False
        self._begin()

    def _begin(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(look().px(220), look().px(160))
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self._say_name()
        self._colouring.changed.connect(self._repaint)
        look().changed.connect(self._fit)

    def sizeHint(self) -> QSize:
        return QSize(look().px(560), look().px(520))

    def show_confusion(self, confusion: Confusion) -> None:
        """The cell that is looked at stays, as long as its names do."""
        cell = self.cell
        self.confusion = confusion
        self.current = confusion.place(cell) if cell is not None else None
        self.heard = None if self.heard is None or not confusion.names else self.heard
        self._say_name()
        self._fit()

    @property
    def cell(self) -> Cell | None:
        if self.current is None:
            return None
        row, column = self.current
        return self.confusion.names[row], self.confusion.names[column]

    def set_as_share(self, as_share: bool) -> None:
        self.as_share = as_share
        self._fit()

    def show_heard(self, cell: Cell | None) -> None:
        place = None if cell is None else self.confusion.place(cell)
        if place != self.heard:
            self.heard = place
            self.viewport().update()

    # Layout

    @Slot()
    def _fit(self) -> None:
        room = QSizeF(self.width(), self.height())
        self._sizes = sizes = measure(self.confusion.names, self._widest(), room)
        self._show_bars(sizes)
        self.viewport().update()

    def _widest(self) -> str:
        """The longest that a cell says."""
        if self.as_share:
            return "100"
        return words.number(max((count for row in self.confusion.counts for count in row), default=0))

    def _show_bars(self, sizes: Sizes) -> None:
        """The names of rows and columns stay; only the cells move."""
        view = self.viewport().size()
        for bar, whole, room in (
            (self.horizontalScrollBar(), sizes.whole.width(), view.width()),
            (self.verticalScrollBar(), sizes.whole.height(), view.height()),
        ):
            bar.setRange(0, max(int(whole) + 1 - room, 0))
            bar.setPageStep(max(room, 1))
            bar.setSingleStep(int(sizes.cell))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def drawing(self) -> Drawing:
        sizes = self._sizes or measure(self.confusion.names, "0", QSizeF(self.width(), self.height()))
        return Drawing(
            self.confusion,
            self.codes(),
            self.as_share,
            sizes,
            self.current,
            self.heard,
            self.hasFocus() and self._by_keyboard,
            self.tr("found %"),
        )

    def codes(self) -> tuple[int | None, ...]:
        """As the field is coloured everywhere, or classes of its own."""
        names, colours = self.confusion.names, self._colouring.colours
        if colours.field and colours.field == self.confusion.field and not colours.is_number:
            known = {name: place for place, name in enumerate(colours.names)}
            return tuple(known.get(name) for name in names)
        return tuple(place if place < CLASSES else None for place in range(len(names)))

    def _window(self) -> QRectF:
        """Where the whole stands: in the middle while there is room."""
        view = QRectF(self.viewport().rect())
        if self._sizes is None:
            return view
        spare = view.width() - self._sizes.whole.width()
        return view.adjusted(spare / 2, 0, -spare / 2, 0) if spare > 0 else view

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def rect_of(self, cell: Cell) -> QRectF:
        """In the viewport."""
        place = self.confusion.place(cell)
        assert place is not None
        return self.drawing().cell(*place).translated(self._window().topLeft() - self._offset())

    def at(self, point: QPointF) -> tuple[int, int] | None:
        sizes, window = self._sizes, self._window()
        if sizes is None or not self.confusion.names:
            return None
        if point.x() < window.left() + sizes.left or point.y() < window.top() + sizes.top:
            return None
        inside = point - window.topLeft() + self._offset() - QPointF(sizes.left, sizes.top)
        row, column = int(inside.y() // sizes.cell), int(inside.x() // sizes.cell)
        return (row, column) if max(row, column) < sizes.count else None

    # What it says

    def _say_name(self) -> None:
        said = self.tr("Confusion matrix, {} classes, {}: {} are right")
        known = self.confusion
        self.setAccessibleName(
            said.format(len(known.names), words.tracks(known.n), words.number(known.hits))
            if known.names
            else self.tr("Confusion matrix, empty")
        )

    def said(self, row: int, column: int) -> str:
        """A cell in words."""
        names, known = self.confusion.names, self.confusion
        count, of = known.counts[row][column], known.of(row)
        if not of:
            return self.tr("{}: none of these tracks").format(names[row])
        how = self.tr("{} of {} ({} %)").format(
            words.number(count), words.tracks(of), share_text(known.share(row, column))
        )
        if row == column:
            return self.tr("{} known as such: {}").format(names[row], how)
        return self.tr("{} taken for {}: {}").format(names[row], names[column], how)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = (*_STEPS, Key.Key_Return, Key.Key_Enter, Key.Key_Home, Key.Key_End)
            if event.key() in mine and not event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            ):
                event.accept()
                return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        place = self.at(QPointF(event.pos()))
        if place is not None:
            rect = self.rect_of((self.confusion.names[place[0]], self.confusion.names[place[1]]))
            QToolTip.showText(event.globalPos(), self.said(*place), self.viewport(), rect.toRect())
        else:
            QToolTip.showText(event.globalPos(), self._named_at(QPointF(event.pos())), self.viewport())

    def _named_at(self, point: QPointF) -> str:
        """The whole name where a row or column is named."""
        sizes, window = self._sizes, self._window()
        if sizes is None or not self.confusion.names:
            return ""
        inside = point - window.topLeft() + self._offset() - QPointF(sizes.left, sizes.top)
        row, column = int(inside.y() // sizes.cell), int(inside.x() // sizes.cell)
        if 0 <= row < sizes.count and inside.y() >= 0:
            name, of = self.confusion.names[row], self.confusion.of(row)
            return self.tr("{}: {}, {} % found").format(name, words.tracks(of), self.drawing().found(row))
        if 0 <= column < sizes.count:
            name = self.confusion.names[column]
            return self.tr("{}: {} called so").format(name, words.tracks(self.confusion.called(column)))
        return ""

    # Mouse and keyboard

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._by_keyboard = False
            self._go(place)
            self._act(self.picked if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else self.played)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.current if keyboard else self.at(QPointF(event.pos()))
        if place is None:
            return
        self._go(place)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row, column = place
        menu.addAction(icon("play"), self.tr("Play, surest first"), lambda: self._act(self.played))
        count = self.confusion.counts[row][column]
        picked = menu.addAction(self.tr("Select {}").format(words.tracks(count)))
        picked.triggered.connect(lambda: self._act(self.picked))
        for action in menu.actions():
            action.setEnabled(bool(count))
        middle = self.drawing().cell(row, column).center() - self._offset() + self._window().topLeft()
        below = QPoint(int(middle.x()), int(middle.y()))
        menu.popup(self.viewport().mapToGlobal(below if keyboard else event.pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, names = Key(event.key()), self.confusion.names
        self._by_keyboard = True
        if not names:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._step(*_STEPS[key])
        elif key in (Key.Key_Home, Key.Key_End):
            row = self.current[0] if self.current else 0
            self._go((row, 0 if key == Key.Key_Home else len(names) - 1))
        elif key in (Key.Key_Return, Key.Key_Enter):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._act(self.picked if shift else self.played)
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, right: int) -> None:
        last = len(self.confusion.names) - 1
        row, column = self.current if self.current is not None else (-down, -right)
        self._go((min(max(row + down, 0), last), min(max(column + right, 0), last)))

    def choose(self, cell: Cell | None) -> None:
        """Without a word to anybody."""
        self.current = None if cell is None else self.confusion.place(cell)
        if self.current is not None:
            self._reveal(self.current)
        self.viewport().update()

    def _go(self, place: tuple[int, int]) -> None:
        is_new, self.current = place != self.current, place
        self._reveal(place)
        self.viewport().update()
        said = self.said(*place)
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        if is_new:
            self.chosen.emit(*(self.confusion.names[at] for at in place))

    def _act(self, signal: SignalInstance) -> None:
        if self.current is not None:
            row, column = self.current
            if self.confusion.counts[row][column]:
                signal.emit(self.confusion.names[row], self.confusion.names[column])

    def _reveal(self, place: tuple[int, int]) -> None:
        sizes, view = self._sizes, self.viewport().size()
        if sizes is None:
            return
        rooms = (view.height() - sizes.top, view.width() - sizes.left - sizes.right)
        for bar, at, room in zip(
            (self.verticalScrollBar(), self.horizontalScrollBar()), place, rooms, strict=True
        ):
            start, end = int(at * sizes.cell), int((at + 1) * sizes.cell) + 1
            if start < bar.value():
                bar.setValue(start)
            elif end > bar.value() + room:
                bar.setValue(end - int(room))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        if self._by_keyboard and self.current is None and self.confusion.names:
            self._go((0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Painting

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.confusion.names:
            painter = QPainter(self.viewport())
            self.drawing().paint(painter, look().theme, self._window(), self._offset())

    def print_drawing(self) -> Drawing:
        """For paper: whole, and nothing marked."""
        side = look().px(MOST) * max(len(self.confusion.names), 1)
        sizes = measure(self.confusion.names, self._widest(), QSizeF(side + 1000, side + 1000))
        return replace(self.drawing(), sizes=sizes, current=None, heard=None, has_keyboard=False)
