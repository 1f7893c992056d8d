"""What stands where the map will be: no tracks yet, nothing heard yet, nothing drawn yet."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import words
from desktop.theme import look
from desktop.widgets import Button, IconLabel, label

Why = Literal["tracks", "heard", "hearing", "drawn", "chosen"]

MORE_PX = 440


class Empty(QWidget):
    """One sentence, one button."""

    add_wanted = Signal()
    hear_wanted = Signal()
    encoders_wanted = Signal()
    draw_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.why: Why = "tracks"
        self.title = label(size=15, bold=True)
        self.more = label(tone="text2", wrap=True)
        self.more.setFixedWidth(look().px(MORE_PX))
        self.button = Button("", "main")
        self.other = Button(self.tr("Other encoders…"))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        for widget in (IconLabel("map", "text2", 24), self.title, self.more):
            column.addWidget(widget, 0, centre)
        for said in (self.title, self.more):
            said.setAlignment(centre)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.button)
        row.addWidget(self.other)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        self.button.clicked.connect(self._act)
        self.other.clicked.connect(self.encoders_wanted)

    def show_why(self, why: Why, tracks: int = 0, said: str = "") -> None:
        tr = self.tr
        self.why = why
        titles = {
            "tracks": tr("There are no tracks yet"),
            "heard": tr("Nothing has been heard yet"),
            "hearing": tr("Being heard"),
            "drawn": tr("No map is drawn yet"),
            "chosen": tr("This map is not drawn yet"),
        }
        more = {
            "tracks": tr(
                "A map shows what sounds alike. Add a folder of recordings; they stay where they are."
            ),
            "heard": tr(
                "A map shows what sounds alike. Descriptors measure timbre, pitch and rhythm of {}, "
                "without a network; then a first map is drawn."
            ).format(words.tracks(tracks)),
            "hearing": said or tr("The first map is drawn as soon as the tracks have been heard."),
            "drawn": tr("{} can be drawn.").format(words.tracks(tracks)),
            "chosen": tr("{} can be drawn so.").format(words.tracks(tracks)),
        }
        buttons = {
            "tracks": tr("Add folder…"),
            "heard": tr("Encode with descriptors"),
            "drawn": tr("Draw the map"),
            "chosen": tr("Draw the map"),
        }
        self.title.setText(titles[why])
        self.more.setText(more[why])
        self.more.setMinimumHeight(self.more.heightForWidth(look().px(MORE_PX)))
        self.button.setText(buttons.get(why, ""))
        self.button.setAccessibleName(buttons.get(why, ""))
        self.button.setVisible(why in buttons)
        self.other.setVisible(why == "heard")

    @Slot()
    def _act(self) -> None:
        wanted = {"tracks": self.add_wanted, "heard": self.hear_wanted}
        wanted.get(self.why, self.draw_wanted).emit()
