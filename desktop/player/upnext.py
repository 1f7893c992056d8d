"""What plays next: how many, and a list to jump in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.cards import Cards
from desktop.icons import icon
from desktop.player import ticks
from desktop.player.passage import Passage
from desktop.player.player import Player
from desktop.theme import look
from desktop.widgets import Button, label

MOST_ROWS = 12
LISTED = 500
"""More rows than anybody scrolls through; the rest is counted."""


class UpNext(Button):
    def __init__(self, player: Player, cards: Cards) -> None:
        super().__init__("", "flat", icon_name="list", name=self.tr("Up next"))
        self._player = player
        self._cards = cards
        self.setFont(look().font(12))
        self.list: QueueList | None = None
        player.queue_changed.connect(self.refresh)
        player.passage_changed.connect(self.refresh)
        self.clicked.connect(self.open)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        player = self._player
        total, left = len(player.queue), len(player.queue) - player.place - 1
        self.setText(self.tr("{} of {}").format(player.place + 1, total))
        self.setToolTip(self.tr("{} more to play; choose one").format(left))
        self.setAccessibleName(self.tr("Up next: {} more to play").format(left))
        self.setVisible(total > 1)

    @Slot()
    def open(self) -> None:
        self.list = QueueList(self, self._player, self._cards)
        self.list.open_above(self)


class QueueList(QFrame):
    def __init__(self, parent: QWidget, player: Player, cards: Cards) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("pane")
        self._player = player
        self._cards = cards
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Queue"))
        self.rows.setFont(look().font(12))
        self.rows.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 6)
        column.setSpacing(6)
        count = len(player.queue)
        said = self.tr("Queue of {}").format(count)
        if count > LISTED:
            said = self.tr("Queue of {}, the first {} from here").format(count, LISTED)
        column.addWidget(label(said, 12, tone="text2"))
        column.addWidget(self.rows)
        self._first = max(player.place, 0) if count > LISTED else 0
        self._shown = player.queue[self._first : self._first + LISTED]
        for passage in self._shown:
            self.rows.addItem(QListWidgetItem(self._words(passage)))
        self._mark()
        self.rows.itemClicked.connect(self._jump)
        self.rows.itemActivated.connect(self._jump)
        cards.arrived.connect(self._fill)
        player.passage_changed.connect(self._mark)

    def open_above(self, button: QWidget) -> None:
        row = self.rows.sizeHintForRow(0)
        height = row * min(self.rows.count(), MOST_ROWS) + 8
        self.rows.setFixedSize(look().px(320), height)
        self.adjustSize()
        corner = button.mapToGlobal(button.rect().topLeft())
        self.move(corner.x(), corner.y() - self.height() - 4)
        self.show()
        self.rows.setFocus()
        self.rows.scrollToItem(self.rows.currentItem())

    def _words(self, passage: Passage) -> str:
        card = self._cards.get(passage.track_id)
        title = card.title if card else "…"
        if passage.end_s is not None:
            title = f"{title}  {ticks.between(passage.start_s, passage.end_s)}"
        return f"{title}  {card.about()}" if card and card.about() else title

    @Slot()
    def _mark(self) -> None:
        """Gold: the one that is heard."""
        at = self._player.place - self._first
        for place in range(self.rows.count()):
            item = self.rows.item(place)
            if place == at:
                item.setIcon(icon("speaker", "hear"))
                self.rows.setCurrentItem(item)
            else:
                item.setIcon(icon("note", "text3"))

    @Slot(object)
    def _fill(self, _ids: frozenset[int]) -> None:
        for place, passage in enumerate(self._shown):
            self.rows.item(place).setText(self._words(passage))

    @Slot(QListWidgetItem)
    def _jump(self, item: QListWidgetItem) -> None:
        self._player.jump(self._first + self.rows.row(item))
        self.close()
