"""The left of the player: what is loaded, the transport, where it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.player.player import Player
from desktop.theme import Weight, look
from desktop.times import clock
from desktop.widgets import Button, Elided, IconLabel, Tone, label, set_tone

WIDE_PX, NARROW_PX = 226, 212


class Transport(QWidget):
    def __init__(self, player: Player) -> None:
        super().__init__()
        self._player = player
        self._sign = ""
        self.title = Elided("", 13, "text", bold=True)
        self.about = Elided("", 12)
        self.previous = self._button("previous", self.tr("Previous"), self.tr("Previous (Ctrl+Left)"))
        self.play = self._button("play", self.tr("Play"), self.tr("Play (Space)"))
        self.next = self._button("next", self.tr("Next"), self.tr("Next (Ctrl+Right)"))
        self.loop = self._button("loop", self.tr("Loop"), self.tr("Loop what is heard (Ctrl+Shift+L)"))
        self.play.setObjectName("play")
        self.loop.setCheckable(True)
        self.time = label("0:00.0")
        self.span = label(size=12, tone="text2")
        self.total = label(size=12, tone="text2")
        self.sign = IconLabel("check", "good", 14)
        self.heard = label(size=11, tone="good", wrap=True)
        self.small_sign = IconLabel("check", "good", 14)
        self._build()
        self.previous.clicked.connect(player.previous)
        self.play.clicked.connect(player.toggle)
        self.next.clicked.connect(player.next)
        player.playing_changed.connect(self.show_playing)
        look().changed.connect(self._dress)
        self._dress()
        self.show_playing(player.is_playing)

    def _button(self, icon_name: str, name: str, tip: str) -> Button:
        button = Button("", "icon", icon_name=icon_name, name=name, tip=tip)
        button.setFixedSize(look().px(28), look().px(28))
        return button

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title, 1)
        head.addWidget(self.small_sign)
        rows.addLayout(head)
        rows.addWidget(self.about)
        rows.addSpacing(4)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        for button in (self.previous, self.play, self.next, self.loop):
            keys.addWidget(button)
        keys.addStretch(1)
        keys.addWidget(self.time, 0, Qt.AlignmentFlag.AlignVCenter)
        rows.addLayout(keys)
        rows.addSpacing(3)
        line = QHBoxLayout()
        line.addWidget(self.span, 1)
        line.addWidget(self.total)
        rows.addLayout(line)
        rows.addStretch(1)
        self.foot = QWidget()
        foot = QGridLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setHorizontalSpacing(6)
        foot.addWidget(self.sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.heard, 0, 1)
        foot.setColumnStretch(1, 1)
        rows.addWidget(self.foot)
        self._rows = rows
        self.fold(folded=False)

    def fold(self, *, folded: bool) -> None:
        self._rows.setContentsMargins(10, 4 if folded else 8, 10, 4 if folded else 8)
        self.about.setVisible(not folded)
        self._folded = folded
        self._show_foot()
        self.setFixedWidth(look().px(NARROW_PX if folded else WIDE_PX))

    @Slot()
    def _dress(self) -> None:
        self.time.setFont(look().font(17, Weight.DemiBold))
        colours = look().theme.colours
        self.play.setStyleSheet(
            f'QPushButton[playing="true"] {{ border: 1px solid {colours["hear"]}; border-radius: 4px;'
            f" background: {colours['raised']}; }}"
        )
        self._show_icon()

    @Slot(bool)
    def show_playing(self, playing: bool) -> None:
        self.play.setProperty("playing", playing)
        self.play.style().unpolish(self.play)
        self.play.style().polish(self.play)
        words = self.tr("Pause") if playing else self.tr("Play")
        self.play.setAccessibleName(words)
        self.play.setToolTip(self.tr("{} (Space)").format(words))
        self._show_icon()

    def _show_icon(self) -> None:
        from desktop.icons import icon

        playing = self._player.is_playing
        self.play.setIcon(icon("pause-filled" if playing else "play", "hear" if playing else "text"))
        side = look().px(16)
        self.play.setIconSize(QSize(side, side))

    def show_track(self, title: str, about: str) -> None:
        self.title.show_text(title)
        self.about.show_text(about)

    def show_position(self, seconds: float) -> None:
        said = clock(seconds, 1)
        if said != self.time.text():
            self.time.setText(said)

    def show_length(self, seconds: float) -> None:
        self.total.setText(self.tr("of {}").format(clock(seconds)) if seconds else "")

    def show_span(self, words: str, *, looping: bool) -> None:
        self.span.setText(words)
        self.loop.setChecked(looping)

    def show_heard(self, words: str, tone: Tone, sign: str) -> None:
        self.heard.setText(words)
        self.heard.setToolTip(words)
        set_tone(self.heard, tone)
        self._sign = sign
        for picture in (self.sign, self.small_sign):
            picture.setToolTip(words)
            picture.setAccessibleName(words)
            if sign:
                picture.show_icon(sign, tone)
        self._show_foot()

    def _show_foot(self) -> None:
        """Folded, the sign alone stays, and says the rest in its tool tip."""
        self.foot.setVisible(not self._folded and bool(self.heard.text()))
        self.sign.setVisible(bool(self._sign))
        self.small_sign.setVisible(self._folded and bool(self._sign))
