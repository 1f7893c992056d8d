"""The open line: its text to edit, judge and write anew, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from desktop import words
from desktop.captions.cell import MARGIN
from desktop.captions.said import is_of_another_file, machine_source, provenance, same_words
from desktop.captions.texts import Laid, common_marks, joined
from desktop.theme import look
from desktop.track.caption import CaptionField
from desktop.widgets import Button, Elided, IconLabel, label, rule, set_tone

if TYPE_CHECKING:
    from core.library.caption_lines import CaptionLine
    from desktop.captions.reading import Details, WritingRun

MOST_LINES = 9


class TextField(CaptionField):
    """As high as its text."""

    grown = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, 13)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._other = ""
        self.textChanged.connect(self._changed)

    def underline(self, other: str) -> None:
        """What `other` says too."""
        self._other = other
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self._show_common()
        self.fit(self.width())

    def _show_common(self) -> None:
        selections = []
        for at, count in common_marks(self.toPlainText(), self._other) if self._other else ():
            cursor = QTextCursor(self.document())
            cursor.setPosition(at)
            cursor.setPosition(at + count, QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(look().colour("accent"))
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, form
            selections.append(selection)
        self.setExtraSelections(selections)

    def fit(self, width: int) -> None:
        """As many lines as the text has at this width."""
        room = max(width - look().px(8) - 10, 40)
        text = self.toPlainText() or " "
        laid = [
            Laid(part or " ", self.font(), room, (), look().colour("text"), 0) for part in text.split("\n")
        ]
        count = min(max(sum(one.layout.lineCount() for one in laid), 2), MOST_LINES)
        height = count * self.fontMetrics().lineSpacing() + look().px(10) + 12
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit()


class OpenText(QWidget):
    """Lies over the cell of the machine text of the current line."""

    accept_wanted = Signal(str)
    """With these words."""
    reject_wanted = Signal()
    again_wanted = Signal()
    left = Signal()
    resized = Signal()
    """It has another height now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tr = self.tr
        self.says: CaptionLine | None = None
        self.source = Elided("", 11)
        self.text = TextField(tr("Machine text"))
        self.accept = Button(tr("Accept"), "main", icon_name="check", tip=tr("Accept this text (Ctrl+Enter)"))
        self.reject = Button(tr("Reject"), "small", tip=tr("It stays, as wrong (Ctrl+Backspace)"))
        self.again = Button(tr("Write again…"), "small", tip=tr("By the same run or another, otherwise"))
        self.alike = label("", 11, tone="text2")
        self.sign = IconLabel("warning", "warn", 12)
        self.same = label("", 11, tone="warn")
        self.origin = label("", 11, tone="text2", wrap=True)
        self.behind = label("", 11, tone="text2", wrap=True)
        self.behind.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build()
        self.accept.clicked.connect(self._accept)
        self.reject.clicked.connect(self.reject_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.text.kept.connect(self._accept)
        self.text.left.connect(self._leave)
        self.text.textChanged.connect(self._show_ready)
        self.text.grown.connect(self.resized)

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        side = look().px(MARGIN)
        rows.setContentsMargins(side, look().px(MARGIN - 1), side, look().px(MARGIN - 1))
        rows.setSpacing(look().px(4))
        row = QHBoxLayout()
        row.setSpacing(6)
        self.accept.setProperty("kind", "main")
        self.accept.setFixedHeight(look().px(26))
        for button in (self.accept, self.reject, self.again):
            row.addWidget(button)
        row.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.source, 1)
        head.addWidget(self.alike)
        told = QHBoxLayout()
        told.setSpacing(5)
        told.addWidget(self.sign)
        told.addWidget(self.same)
        told.addStretch(1)
        rows.addLayout(head)
        rows.addWidget(self.text)
        rows.addLayout(told)
        rows.addLayout(row)
        rows.addWidget(rule())
        rows.addWidget(self.origin)
        rows.addWidget(self.behind)
        rows.addStretch(1)

    # What is shown

    def show_line(self, says: CaptionLine, run: WritingRun | None, draft: str | None) -> None:
        """`draft`: what somebody has begun to write instead."""
        assert says.machine is not None
        other = self.says is None or self.says.line.key != says.line.key
        typed = self.is_changed and not other
        self.says = says
        machine = says.machine
        self.source.show_text(machine_source(machine))
        if other or not typed:
            self.text.blockSignals(True)
            self.text.setPlainText(draft if draft is not None else machine.text)
            self.text.blockSignals(False)
        self.text.underline(joined([one.text for one in says.human]))
        self.sign.setVisible(bool(says.same))
        self.same.setVisible(bool(says.same))
        self.same.setText(same_words(says.same) if says.same else "")
        self.origin.setVisible(machine.origin is not None)
        self.origin.setText(self.tr("Written at first: {}").format(machine.origin or ""))
        self.reject.setText(self.tr("Not rejected") if machine.rejected else self.tr("Reject"))
        if other:
            self.alike.setText("")
        self.show_details(run, None)
        self._show_ready()

    def show_details(self, run: WritingRun | None, details: Details | None) -> None:
        machine = self.says.machine if self.says else None
        if machine is None:
            return
        self.behind.setText(provenance(machine, run, details))
        set_tone(self.behind, "warn" if is_of_another_file(machine, details) else "text2")
        if details is not None and details.alike is not None:
            said = self.tr("alike {}").format(words.number(details.alike, ".2f"))
            if details.chance is not None:
                said = self.tr("{}, by chance {}").format(said, words.number(details.chance, ".2f"))
            self.alike.setText(said)
            self.alike.setToolTip(
                self.tr(
                    "F1 of the words that both texts have in the same order (ROUGE-L);\n"
                    "by chance: the mean over human texts of 50 other tracks"
                )
            )
        self.resized.emit()

    @property
    def is_changed(self) -> bool:
        machine = self.says.machine if self.says else None
        return machine is not None and self.text.toPlainText().strip() != machine.text

    @property
    def draft(self) -> str | None:
        return self.text.toPlainText() if self.is_changed else None

    def wanted_height(self, width: int) -> int:
        side = 2 * look().px(MARGIN)
        self.text.fit(width - side)
        layout = self.layout()
        assert layout is not None
        return max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())

    def sizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(140))

    @Slot()
    def _show_ready(self) -> None:
        machine = self.says.machine if self.says else None
        empty = not self.text.toPlainText().strip()
        settled = machine is not None and machine.accepted and not self.is_changed
        self.accept.setEnabled(not empty and not settled)
        why = (
            self.tr("A caption cannot be empty") if empty else self.tr("Accepted already") if settled else ""
        )
        self.accept.setToolTip(why or self.tr("Accept this text (Ctrl+Enter)"))

    @Slot()
    def _accept(self) -> None:
        if self.accept.isEnabled():
            self.accept_wanted.emit(self.text.toPlainText().strip())

    @Slot()
    def _leave(self) -> None:
        """What was begun is given up."""
        if self.says is not None and self.says.machine is not None:
            self.text.setPlainText(self.says.machine.text)
        self.left.emit()

    def edit(self) -> None:
        self.text.setFocus()
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.says is not None:
            self.text.underline(joined([one.text for one in self.says.human]))
