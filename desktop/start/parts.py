"""The pieces of the start page: a card to begin with, a row for a recent collection."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop import words
from desktop.desk.session import Left
from desktop.start.recent import Recent, Whereabouts
from desktop.theme import look
from desktop.widgets import Button, Elided, IconLabel, label


class Card(Button):
    """A large button that says what follows."""

    def __init__(self, icon_name: str, title: str, more: str) -> None:
        super().__init__("", "card", name=title)
        self.setAccessibleDescription(more)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(14)
        sign = IconLabel(icon_name, "accent", 18)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(label(title, 15, bold=True, wrap=True))
        texts.addWidget(label(more, 13, tone="text2", wrap=True))
        row.addLayout(texts, 1)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A button knows nothing of wrapped text, so its height is set here."""
        super().resizeEvent(event)
        layout = self.layout()
        assert layout is not None
        self.setFixedHeight(layout.heightForWidth(self.width()))


class RecentRow(QWidget):
    """A collection opened lately. Delete takes it off the list."""

    chosen = Signal(object)
    searched = Signal(object)
    removed = Signal(object)

    def __init__(self, entry: Recent, *, first: bool) -> None:
        super().__init__()
        self.entry = entry
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addLayout(self._title())
        texts.addWidget(Elided(str(entry.folder), 12))
        self.trouble = self._trouble()
        texts.addWidget(self.trouble)
        row.addLayout(texts, 1)
        row.addWidget(label(words.when(entry.opened_at), 12, tone="text2"))
        row.addSpacing(8)
        self.open_button = Button(self.tr("Open"), "main" if first else "plain")
        self.open_button.setAccessibleName(self.tr("Open {}").format(entry.name))
        self.open_button.clicked.connect(self._choose)
        self.find_button = Button(self.tr("Find folder…"), tip=self.tr("Say where the collection is now"))
        self.find_button.clicked.connect(self._search)
        self.find_button.hide()
        self.remove_button = Button("", "icon", icon_name="close")
        self.remove_button.setAccessibleName(self.tr("Take {} off this list").format(entry.name))
        self.remove_button.setToolTip(self.tr("Take it off this list (Delete). Nothing on disk is touched."))
        self.remove_button.clicked.connect(self._remove)
        answers = QWidget()
        answers.setMinimumWidth(look().px(122))
        beside = QHBoxLayout(answers)
        beside.setContentsMargins(4, 4, 4, 4)
        beside.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignRight)
        beside.addWidget(self.find_button, 0, Qt.AlignmentFlag.AlignRight)
        row.addWidget(answers)
        row.addWidget(self.remove_button)

    def _title(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Elided(self.entry.name, 13, "text", bold=True))
        line.addWidget(label(words.contents(self.entry.counts), 12, tone="text2"))
        line.addStretch(1)
        return line

    def _trouble(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("warning", "warn", 14))
        self.reason = label("", 12, wrap=True)
        row.addWidget(self.reason, 1)
        line.hide()
        return line

    def show_whereabouts(self, found: Whereabouts) -> None:
        there = found == "there"
        self.open_button.setVisible(there)
        self.find_button.setVisible(not there)
        self.trouble.setVisible(not there)
        if found == "drive gone":
            self.reason.setText(self.tr("The drive is not connected, or the folder was moved."))
        else:
            self.reason.setText(self.tr("The collection is no longer in this folder."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.chosen.emit(self.entry.folder)

    def _search(self) -> None:
        self.searched.emit(self.entry.folder)

    def _remove(self) -> None:
        self.removed.emit(self.entry.folder)


class LeftCard(QWidget):
    """After the program ended early: the collection that was open, as it was."""

    chosen = Signal(object)
    left_alone = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path | None = None
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 14, 14, 14)
        rows.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(IconLabel("warning", "warn", 16), 0, Qt.AlignmentFlag.AlignTop)
        self.words = label("", 13, wrap=True)
        line.addWidget(self.words, 1)
        rows.addLayout(line)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.open_button = Button("", "main")
        self.leave_button = Button(self.tr("Leave it"), tip=self.tr("Do not offer this again"))
        self.open_button.clicked.connect(self._open)
        self.leave_button.clicked.connect(self._leave)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.open_button)
        rows.addLayout(buttons)
        self.hide()

    def offer(self, left: Left) -> None:
        self.folder = left.folder
        text = self.tr("Soundings ended early ({}). Your search, your selection and every pane were kept.")
        self.words.setText(text.format(words.when(left.at)))
        self.open_button.setText(self.tr("Open {} as it was").format(left.name.replace("&", "&&")))
        self.open_button.setAccessibleName(self.tr("Open {} as it was").format(left.name))
        self.show()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self.chosen.emit(self.folder)

    def _leave(self) -> None:
        self.left_alone.emit(self.folder)
