"""What a person is told, as a calm bar on top of the page: one at a time, until it is closed."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from core.messages import Message
from desktop.theme import fixed_font, look
from desktop.widgets import Button, IconLabel, label

ICONS = {"info": ("info", "accent"), "warning": ("warning", "warn"), "error": ("error", "bad")}
KEPT = 50


class MessageBar(QFrame):
    """Shows the oldest message that nobody has closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("message")
        self._waiting: deque[Message] = deque(maxlen=KEPT)
        self.message: Message | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        self.icon = IconLabel("info")
        self.text = label(wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.more = label(size=12, tone="text2")
        self.details = Button(self.tr("Details…"), "small", tip=self.tr("What to put into a report"))
        self.close_button = Button("", "icon", icon_name="close", name=self.tr("Close this message"))
        self.close_button.setToolTip(self.tr("Close this message (Escape)"))
        for widget in (self.icon, self.text, self.more, self.details, self.close_button):
            row.addWidget(widget)
        row.setStretch(1, 1)
        self.details.clicked.connect(self.show_details)
        self.close_button.clicked.connect(self.show_next)
        self.hide()

    @Slot(object)
    def tell(self, message: Message) -> None:
        """Show `message`, or keep it until those before it are closed. Saying it twice changes nothing."""
        if message == self.message or message in self._waiting:
            return
        self._waiting.append(message)
        if self.message is None or self.message.level == "info":
            self.show_next()
        else:
            self._count()

    @Slot()
    def show_next(self) -> None:
        self.message = self._waiting.popleft() if self._waiting else None
        message = self.message
        self.setVisible(message is not None)
        if message is None:
            return
        self.icon.show_icon(*ICONS[message.level])
        self.text.setText(message.text)
        self.setAccessibleName(message.text)
        self.details.setVisible(bool(message.details))
        self._count()
        if self.property("level") != message.level:
            self.setProperty("level", message.level)
            self.style().unpolish(self)
            self.style().polish(self)

    def _count(self) -> None:
        self.more.setVisible(bool(self._waiting))
        self.more.setText(self.tr("{} more").format(len(self._waiting)))

    @Slot()
    def show_details(self) -> None:
        if self.message is not None:
            DetailsDialog(self.window(), self.message).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.show_next()
        else:
            super().keyPressEvent(event)


class DetailsDialog(QDialog):
    def __init__(self, parent: QWidget, message: Message) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Details"))
        self.resize(look().px(640), look().px(320))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(12)
        rows.addWidget(label(message.text, bold=True, wrap=True))
        self.text = QPlainTextEdit(message.details)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(fixed_font())
        self.text.setAccessibleName(self.tr("Details"))
        rows.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        copy = Button(self.tr("Copy"), icon_name="copy", tip=self.tr("Copy the message and its details"))
        copy.clicked.connect(self._copy)
        close = Button(self.tr("Close"))
        close.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addWidget(close)
        rows.addLayout(row)
        self._message = message

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._message.text}\n{self._message.details}")
