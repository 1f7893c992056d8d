"""The right of the player: speed, pitch, loudness, level, and what it plays on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop.player.meter import Meter
from desktop.player.player import Player
from desktop.theme import look
from desktop.widgets import IconLabel, label

WIDE_PX, NARROW_PX = 244, 200


class Spin(QDoubleSpinBox):
    """Says no more digits than there are."""

    def __init__(self, least: float, most: float, step: float, sign: str) -> None:
        super().__init__()
        self._signed = least < 0
        self.setDecimals(2)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(sign)
        self.setKeyboardTracking(False)
        self.setFont(look().font(12))

    def textFromValue(self, value: float) -> str:
        return f"{value:g}".replace("-", "−") if self._signed else f"{value:.2f}"

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(text.replace("−", "-"))

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        state, _, at = super().validate(text.replace("−", "-"), place)
        return state, text, at


class Devices(QComboBox):
    """Looks for what there is when it is opened."""

    opened = Signal()

    def showPopup(self) -> None:
        self.opened.emit()
        super().showPopup()


class Sound(QWidget):
    def __init__(self, player: Player) -> None:
        super().__init__()
        self._player = player
        self.speed = Spin(0.5, 2.0, 0.05, " ×")
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("Speed; the pitch stays"))
        self.pitch = Spin(-12, 12, 1, "")
        self.pitch.setAccessibleName(self.tr("Pitch"))
        self.pitch.setToolTip(self.tr("Pitch in semitones; the speed stays"))
        self.matching = QCheckBox(self.tr("Match loudness"))
        self.matching.setToolTip(self.tr("Bring every track to a common loudness"))
        self.gain = label(size=12, tone="text2")
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setAccessibleName(self.tr("Volume"))
        self.meter = Meter()
        self.device = Devices()
        self.device.setAccessibleName(self.tr("Output"))
        self.silence = label(size=11, tone="warn", wrap=True)
        self._build()
        self._connect()
        for show in (self._show_speed, self._show_volume, self._show_devices, self._show_silence):
            show()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setSpacing(4)
        self.top = QWidget()
        top = QHBoxLayout(self.top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(6)
        for words, spin, share in ((self.tr("Speed"), self.speed, 5), (self.tr("Pitch"), self.pitch, 4)):
            top.addWidget(label(words, 12, tone="text2"))
            top.addWidget(spin, share)
            spin.setFixedHeight(look().px(28))
            spin.setMinimumWidth(look().px(48))
        rows.addWidget(self.top)
        match = QHBoxLayout()
        match.addWidget(self.matching)
        match.addWidget(self.gain, 1, Qt.AlignmentFlag.AlignRight)
        self.matching.setFont(look().font(12))
        rows.addLayout(match)
        loud = QHBoxLayout()
        loud.setSpacing(8)
        loud.addWidget(IconLabel("speaker"))
        loud.addWidget(self.volume, 1)
        rows.addLayout(loud)
        rows.addWidget(self.meter)
        rows.addStretch(1)
        rows.addWidget(self.silence)
        self.device.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.device.setFont(look().font(12))
        self.device.setFixedHeight(look().px(28))
        rows.addWidget(self.device)
        self._rows = rows
        self.fold(folded=False)

    def _connect(self) -> None:
        player = self._player
        self.speed.valueChanged.connect(player.set_speed)
        self.pitch.valueChanged.connect(player.set_pitch)
        self.matching.toggled.connect(player.set_matching)
        self.volume.valueChanged.connect(self._set_volume)
        self.device.activated.connect(self._choose_device)
        self.device.opened.connect(player.look_for_devices)
        player.speed_changed.connect(self._show_speed)
        player.pitch_changed.connect(self._show_speed)
        player.volume_changed.connect(self._show_volume)
        player.matching_changed.connect(self._show_volume)
        player.gain_changed.connect(self._show_volume)
        player.levels_changed.connect(self.meter.show_levels)
        player.devices_changed.connect(self._show_devices)
        player.silence_changed.connect(self._show_silence)

    def fold(self, *, folded: bool) -> None:
        """What is set rarely goes first."""
        side = 4 if folded else 6
        self._rows.setContentsMargins(10, side, 10, side)
        self._rows.setSpacing(2 if folded else 3)
        self.top.setVisible(not folded)
        self.device.setVisible(not folded)
        self._folded = folded
        self.setFixedWidth(look().px(NARROW_PX if folded else WIDE_PX))
        self._show_silence()

    @Slot(int)
    def _set_volume(self, hundredths: int) -> None:
        self._player.set_volume(hundredths / 100)

    @Slot(int)
    def _choose_device(self, place: int) -> None:
        self._player.choose_device(str(self.device.itemData(place) or ""))

    @Slot()
    def _show_speed(self) -> None:
        for spin, value in ((self.speed, self._player.speed), (self.pitch, self._player.semitones)):
            if abs(spin.value() - value) > 1e-9:
                spin.blockSignals(True)
                spin.setValue(value)
                spin.blockSignals(False)

    @Slot()
    def _show_volume(self) -> None:
        player = self._player
        self.volume.blockSignals(True)
        self.volume.setValue(round(player.volume * 100))
        self.volume.blockSignals(False)
        self.volume.setToolTip(self.tr("Volume {} % (Ctrl+Up, Ctrl+Down)").format(self.volume.value()))
        self.matching.blockSignals(True)
        self.matching.setChecked(player.matching)
        self.matching.blockSignals(False)
        gain = f"{player.gain_db:+.1f}".replace("-", "−")
        self.gain.setText(self.tr("{} dB").format(gain) if player.matching else "")

    @Slot()
    def _show_devices(self) -> None:
        player = self._player
        self.device.clear()
        self.device.addItem(self.tr("As the system"), "")
        for name in player.devices:
            self.device.addItem(name, name)
        self.device.setCurrentIndex(max(self.device.findData(player.device), 0))
        self.device.setToolTip(self.tr("Played on: {}").format(self.device.currentText()))

    @Slot()
    def _show_silence(self) -> None:
        said = self._player.silence
        self.silence.setToolTip(said)
        self.silence.setAccessibleName(said)
        self.silence.setWordWrap(not self._folded)
        if self._folded:  # one line
            room = look().px(NARROW_PX - 20)
            said = self.silence.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room)
        self.silence.setText(said)
        self.silence.setVisible(bool(said))
        self.meter.setVisible(not said)
