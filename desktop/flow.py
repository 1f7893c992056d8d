"""Widgets from left to right, and on the next line where there is no more room; hidden ones take none."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.theme import look


class Flow(QLayout):
    def __init__(self, parent: QWidget, gap: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        gap = look().px(self._gap)
        lines: list[list[tuple[QLayoutItem, int, QSize]]] = [[]]
        x = rect.left()
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if lines[-1] and x + size.width() > rect.left() + rect.width():
                lines.append([])
                x = rect.left()
            lines[-1].append((item, x, size))
            x += size.width() + gap
        y = rect.top()
        for line in lines:
            tallest = max((size.height() for _, _, size in line), default=0)
            for item, left, size in line if move else []:
                top = y + (tallest - size.height()) // 2
                item.setGeometry(QRect(left, top, min(size.width(), rect.width()), size.height()))
            y += tallest + gap
        return max(y - gap - rect.top(), 0)
