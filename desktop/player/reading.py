"""How far a track has been read, over the picture: with the time left, and a way to stop and to go on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.progress import say_seconds
from desktop.icons import icon
from desktop.player.shape import Shape
from desktop.theme import look
from desktop.widgets import Button, label, set_tone


class Reading(QWidget):
    """Lies in the upper right corner; away when there is nothing to say."""

    def __init__(self, parent: QWidget, shape: Shape) -> None:
        super().__init__(parent)
        self._over = parent
        self._shape = shape
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.said = label(size=11, tone="text2")
        self.button = Button("", "icon", icon_name="close", name=self.tr("Stop reading"))
        self.button.setFixedSize(look().px(24), look().px(20))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.said)
        row.addWidget(self.button)
        self.button.clicked.connect(self._act)
        shape.changed.connect(self.refresh)
        parent.installEventFilter(self)
        self.hide()

    @Slot()
    def refresh(self) -> None:
        shape = self._shape
        said = self._words()
        self.setVisible(bool(said))
        if not said:
            return
        self.said.setText(said)
        set_tone(self.said, "bad" if shape.problem else "text2")
        act = self.tr("Stop reading") if shape.share is not None else self.tr("Read again")
        self.button.setIcon(icon("close" if shape.share is not None else "refresh"))
        self.button.setToolTip(act)
        self.button.setAccessibleName(act)
        self._place()

    def _words(self) -> str:
        shape = self._shape
        if shape.problem:
            return self.tr("No picture: {}.").format(shape.problem)
        if shape.is_stopped:
            return self.tr("Only the beginning has been read.")
        if shape.share is None:
            return ""
        said = self.tr("Reading the file… {:.0%}").format(shape.share)
        left = shape.left_s
        return said if left is None else self.tr("{}, {} left").format(said, say_seconds(left))

    @Slot()
    def _act(self) -> None:
        if self._shape.share is not None:
            self._shape.stop_reading()
        else:
            self._shape.read_again()

    def _place(self) -> None:
        self.adjustSize()
        self.move(self._over.width() - self.width() - 4, 3)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
