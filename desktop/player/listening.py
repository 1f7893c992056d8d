"""How everything is heard: speed, pitch, volume, loudness match, device; and why nothing is heard."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.messages import channel
from desktop.player import kept
from desktop.player.kept import Kept
from desktop.player.levels import SILENT, Ballistics, Levels
from desktop.player.link import Link

SLOWEST, FASTEST = 0.5, 2.0
LOWEST, HIGHEST = -12.0, 12.0
KEEP_MS = 800


class Listening(QObject):
    """The part of the player that holds for whatever is played."""

    levels_changed = Signal(object)
    """The Levels now."""
    speed_changed = Signal(float)
    pitch_changed = Signal(float)
    """In semitones."""
    volume_changed = Signal(float)
    """Between 0 and 1."""
    matching_changed = Signal(bool)
    gain_changed = Signal(float)
    """What matching adds to the current track, in dB."""
    silence_changed = Signal(str)
    """Why nothing is heard and what to do; empty when all is well."""
    devices_changed = Signal()
    """Other devices are there, or another one is chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.speed, self.semitones = 1.0, 0.0
        self.gain_db = 0.0
        self.levels: Levels = SILENT
        self.silence = ""
        self.devices: list[str] = []
        """Names of what can be played on."""
        remembered = kept.recall()
        self.volume = remembered.volume
        self.matching = remembered.matching
        self.device = remembered.device
        """The name of the chosen one; empty: whatever the system plays on."""
        self._ballistics = Ballistics()
        self._link = Link(self)
        self._link.begun.connect(self._introduce)
        self._keep = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keep.timeout.connect(self._remember)

    def set_speed(self, speed: float) -> None:
        """0.5 to 2; the pitch stays."""
        speed = min(max(speed, SLOWEST), FASTEST)
        if speed != self.speed:
            self.speed = speed
            self._send_rate()
            self.speed_changed.emit(speed)

    def set_pitch(self, semitones: float) -> None:
        """-12 to 12; the speed stays."""
        semitones = min(max(semitones, LOWEST), HIGHEST)
        if semitones != self.semitones:
            self.semitones = semitones
            self._send_rate()
            self.pitch_changed.emit(semitones)

    def set_volume(self, volume: float) -> None:
        volume = min(max(volume, 0.0), 1.0)
        if volume != self.volume:
            self.volume = volume
            self._send({"do": "volume", "volume": volume})
            self._keep.start()
            self.volume_changed.emit(volume)

    def set_matching(self, on: bool) -> None:
        """Bring each track to a common loudness, or leave it as it is."""
        if on != self.matching:
            self.matching = on
            self._keep.start()
            self._match()
            self.matching_changed.emit(on)

    def choose_device(self, name: str) -> None:
        """Play on this one; empty: whatever the system plays on."""
        if name != self.device:
            self.device = name
            self._keep.start()
            self._send({"do": "device", "name": name})
            self.devices_changed.emit()

    @Slot()
    def look_for_devices(self) -> None:
        """`devices_changed` follows."""
        self._link.send({"do": "devices"})

    # For the player

    def _match(self) -> None:
        """Matching was switched."""
        raise NotImplementedError

    def _send(self, order: dict[str, Any]) -> None:
        """To a process that is there. One that is begun later is told everything then."""
        if self._link.is_running:
            self._link.send(order)

    def _send_rate(self) -> None:
        self._send({"do": "rate", "speed": self.speed, "semitones": self.semitones})

    @Slot()
    def _introduce(self) -> None:
        self._send({"do": "device", "name": self.device})
        self._send({"do": "volume", "volume": self.volume})
        self._send_rate()
        self._send({"do": "devices"})

    def _hear_of_sound(self, thing: dict[str, Any]) -> None:
        if "silence" in thing:
            self._show_silence(str(thing["silence"]))
        elif "devices" in thing:
            self.devices = [str(name) for name in thing["devices"]]
            self.devices_changed.emit()

    def _show_levels(self, left: float, right: float, *, now_s: float) -> None:
        self.levels = self._ballistics.feed(left, right, now_s)
        self.levels_changed.emit(self.levels)

    def _drop_levels(self) -> None:
        self._ballistics = Ballistics()
        self.levels = SILENT
        self.levels_changed.emit(SILENT)

    def _show_silence(self, why: str) -> None:
        said = self._reason(why) if why else ""
        if said == self.silence:
            return
        if why in ("gone", "refused", "failed"):
            channel.warning(said)
        elif not why and self.silence:
            channel.info(self.tr("Sound is back."))
        self.silence = said
        self.silence_changed.emit(said)

    def _reason(self, why: str) -> str:
        device = self.device or self.tr("The sound device")
        install = self.tr("Set Soundings up again.")
        if sys.platform.startswith("linux"):
            install = self.tr("Type: sudo apt-get install libportaudio2")
        reasons = {
            "off": self.tr("Sound is switched off by SOUNDINGS_SOUND in the environment."),
            "no_library": self.tr("Nothing is heard: PortAudio is not installed. {}").format(install),
            "no_device": self.tr(
                "Nothing is heard: there is no sound device. Connect a sound card or headphones."
            ),
            "gone": self.tr(
                "Nothing is heard: {} is gone. Connect it again, or choose another output device."
            ).format(device),
            "refused": self.tr(
                "Nothing is heard: {} cannot be opened. End other programs that play, "
                "or choose another output device."
            ).format(device),
        }
        usual = self.tr("Nothing is heard: the process that plays ends again and again. Restart Soundings.")
        return reasons.get(why, usual)

    @Slot()
    def _remember(self) -> None:
        kept.remember(Kept(self.volume, self.matching, self.device))

    def finish(self) -> None:
        """The window closes: let the device and every helper go."""
        if self._keep.isActive():
            self._keep.stop()
            self._remember()
        self._link.finish()
