"""What stands where the texts will be: nothing written yet, nobody who can write, nothing found."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme import look
from desktop.widgets import Button, IconLabel, label

Why = Literal["tracks", "teach", "write", "found"]
MORE_PX = 440


class Empty(QWidget):
    """One sentence, one button."""

    wanted = Signal(str)
    """What its button offers now."""

    def __init__(self) -> None:
        super().__init__()
        self.why: Why = "teach"
        self.title = label(size=15, bold=True)
        self.more = label(tone="text2", wrap=True)
        self.more.setFixedWidth(look().px(MORE_PX))
        self.button = Button("", "main")
        rows = QVBoxLayout(self)
        rows.setSpacing(8)
        rows.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        rows.addWidget(IconLabel("note", "text2", 24), 0, centre)
        for widget in (self.title, self.more):
            widget.setAlignment(centre)
            rows.addWidget(widget, 0, centre)
        rows.addSpacing(8)
        rows.addWidget(self.button, 0, centre)
        rows.addStretch(3)
        self.button.clicked.connect(self._act)
        self.show_why("teach")

    def show_why(self, why: Why) -> None:
        tr = self.tr
        self.why = why
        titles = {
            "tracks": tr("There are no tracks yet"),
            "teach": tr("Nothing is described yet"),
            "write": tr("Nothing is described yet"),
            "found": tr("No text is found"),
        }
        more = {
            "tracks": tr("Captions say in words what is heard. Add a folder of recordings first."),
            "teach": tr(
                "A model that writes is taught first: Teach… with the task Caption. It learns from texts "
                "that people wrote of at least 10 tracks. Texts are imported with a table, or written one "
                "by one in the pane Track."
            ),
            "write": tr("A run has learnt to write. It can describe any track that can be heard."),
            "found": tr("No caption is like that. Show all of them again."),
        }
        buttons = {
            "tracks": tr("Add folder…"),
            "teach": tr("Teach…"),
            "write": tr("Write captions…"),
            "found": tr("Show all texts"),
        }
        self.title.setText(titles[why])
        self.more.setText(more[why])
        self.more.setMinimumHeight(self.more.heightForWidth(look().px(MORE_PX)))
        self.button.setText(buttons[why])
        self.button.setAccessibleName(buttons[why])

    @Slot()
    def _act(self) -> None:
        self.wanted.emit(self.why)
