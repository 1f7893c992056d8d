"""What can be done with the excerpt that a person has marked in the picture: a small bar upon it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.player.picture import Picture
from desktop.theme import look
from desktop.widgets import Button


class MarkedBar(QWidget):
    """Lies on the picture, at the foot of the marked excerpt, where there is room."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(picture)
        self._picture = picture
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.play = self._button(self.tr("Play"), "play", self.tr("Play the marked excerpt (Enter)"))
        self.loop = self._button(self.tr("Loop"), "loop", self.tr("Play it round and round"))
        self.near = self._button(self.tr("Neighbours"), "search", self.tr("Find what is near this excerpt"))
        self.name = self._button(self.tr("Label…"), "tag", self.tr("Give this excerpt a label"))
        self.clear = self._button("", "close", self.tr("Take the mark away (Escape)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 1, 2, 1)
        row.setSpacing(0)
        for button in (self.play, self.loop, self.near, self.name, self.clear):
            row.addWidget(button)
        picture.chosen_changed.connect(self.place)
        picture.span.changed.connect(self.place)
        picture.installEventFilter(self)
        self.hide()

    def _button(self, words: str, icon_name: str, tip: str) -> Button:
        button = Button(words, "flat", icon_name=icon_name, tip=tip, name=words or tip)
        button.setFont(look().font(12))
        button.setIconSize(QSize(look().px(14), look().px(14)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            self.setVisible(False)
            if event.type() != QEvent.Type.MouseButtonPress:
                self.place(released=event.type() == QEvent.Type.MouseButtonRelease)
        return False

    def place(self, *, released: bool = False) -> None:
        picture, chosen = self._picture, self._picture.scene.chosen
        lane = picture.lanes.spectrum
        fits = lane.height() >= self.sizeHint().height() + look().px(22)
        seen = chosen is not None and chosen[1] > picture.span.start_s and chosen[0] < picture.span.end_s
        if chosen is None or not fits or not seen or (picture.is_dragging and not released):
            self.hide()
            return
        self.adjustSize()
        left = min(max(round(picture.x_at(chosen[0])) + 4, 4), picture.width() - self.width() - 4)
        self.move(left, lane.bottom() - self.height() - 3)
        self.show()
        self.raise_()
