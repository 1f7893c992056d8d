"""One caption with who wrote it and how, and the place where a person writes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop import words
from desktop.theme import look
from desktop.track.section import tool
from desktop.track.sources import span_words
from desktop.widgets import Button, Elided, IconLabel, label

if TYPE_CHECKING:
    from core.library.captions import CaptionInfo


class CaptionBox(QWidget):
    play_wanted = Signal(object)
    accept_wanted = Signal(object)
    edit_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, caption: CaptionInfo) -> None:
        super().__init__()
        self.caption = caption
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 2, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(self._make_head())
        self.text = label(caption.text, 12, wrap=True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.text.setAccessibleName(self.tr("Caption: {}").format(caption.text))
        rows.addWidget(self.text)
        for line in self._small():
            rows.addWidget(Elided(line, 11))

    def _make_head(self) -> QHBoxLayout:
        tr, caption = self.tr, self.caption
        is_machine = caption.writer == "machine"
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(IconLabel("computer" if is_machine else "person", size=14))
        row.addSpacing(2)
        row.addWidget(Elided(self._writer(), 12), 1)
        self.play = tool("play", tr("Play what the caption speaks of"), self._span())
        self.edit = tool("edit", tr("Edit the caption"))
        self.delete = tool("trash", tr("Delete the caption"))
        row.addWidget(self.play)
        if is_machine:
            said = tr("No longer accept the caption") if caption.accepted else tr("Accept the caption")
            self.accept = tool("check", said)
            self.accept.setCheckable(True)
            self.accept.setChecked(caption.accepted)
            self.accept.clicked.connect(self._accept)
            row.addWidget(self.accept)
        row.addWidget(self.edit)
        row.addWidget(self.delete)
        self.play.clicked.connect(self._play)
        self.edit.clicked.connect(self._edit)
        self.delete.clicked.connect(self._delete)
        return row

    def _span(self) -> str:
        caption, tr = self.caption, self.tr
        if caption.start_s is None or caption.end_s is None:
            return tr("Play the track")
        return tr("Play {}").format(span_words(caption.start_s, caption.end_s))

    def _writer(self) -> str:
        caption, tr = self.caption, self.tr
        if caption.writer == "machine":
            who = tr("Machine, run {}").format(caption.run_id)
            return tr("{}, accepted").format(who) if caption.accepted else who
        return tr("Imported") if caption.source == "import" else tr("Person")

    def _small(self) -> list[str]:
        """What is heard, with what, how; and what became of it."""
        caption, tr = self.caption, self.tr
        heard = []
        if caption.start_s is not None and caption.end_s is not None:
            heard.append(span_words(caption.start_s, caption.end_s))
        if caption.encoder:
            heard.append(tr("heard with {}").format(caption.encoder))
        if caption.source == "import" and caption.settings.get("from"):
            heard.append(tr("from {}").format(caption.settings["from"]))
        heard.append(words.when(caption.created_at))
        lines = [" · ".join(heard)]
        if caption.source == "run" and caption.settings:
            lines.append(", ".join(f"{name} {value}" for name, value in caption.settings.items()))
        if caption.origin is not None:
            lines.append(tr("edited; first: {}").format(" ".join(caption.origin.split())))
        return lines

    @Slot()
    def _play(self) -> None:
        self.play_wanted.emit(self.caption)

    @Slot()
    def _accept(self) -> None:
        self.accept_wanted.emit(self.caption)

    @Slot()
    def _edit(self) -> None:
        self.edit_wanted.emit(self.caption)

    @Slot()
    def _delete(self) -> None:
        self.delete_wanted.emit(self.caption)


class CaptionField(QPlainTextEdit):
    """Ctrl+Enter keeps its text, Escape leaves it."""

    kept = Signal()
    left = Signal()

    def __init__(self, name: str, size: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(look().font(size))
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class CaptionEditor(QWidget):
    kept = Signal(str)
    left = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        self.text = CaptionField(self.tr("Caption"), 12)
        self.text.setPlainText(text)
        self.text.setPlaceholderText(self.tr("What is heard"))
        self.text.setFixedHeight(look().px(88))
        self.text.selectAll()
        self.keep = Button(self.tr("Save caption"), "small", tip=self.tr("Ctrl+Enter"))
        self.leave = Button(self.tr("Cancel"), "small", tip=self.tr("Escape"))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.keep)
        rows.addWidget(self.text)
        rows.addLayout(row)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.left)
        self.text.kept.connect(self._keep)
        self.text.left.connect(self.left)
        self.text.textChanged.connect(self._show_ready)
        self._show_ready()

    @Slot()
    def _show_ready(self) -> None:
        self.keep.setEnabled(bool(self.text.toPlainText().strip()))

    @Slot()
    def _keep(self) -> None:
        if self.keep.isEnabled():
            self.kept.emit(self.text.toPlainText().strip())
