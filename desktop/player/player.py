"""The one voice of the program: what plays, where it is, what comes next.

Everything that plays anything asks this object; nobody else knows of sound.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from desktop.cards import Cards
from desktop.player.levels import SILENT, Levels
from desktop.player.passage import Passage


class Player(QObject):
    passage_changed = Signal(object)
    """The Passage that is loaded, or None."""
    playing_changed = Signal(bool)
    moved = Signal(float)
    """Seconds from the start of the track, about 30 times a second while it plays."""
    queue_changed = Signal()
    """Other passages, or another one of them is current."""
    levels_changed = Signal(object)
    """The Levels now."""
    loop_changed = Signal(object)
    """(start_s, end_s), or None."""
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

    def __init__(self, cards: Cards) -> None:
        super().__init__(cards)
        self.queue: list[Passage] = []
        self.place = -1
        self.is_playing = False
        self.position_s = 0.0
        self.duration_s: float | None = None
        """Of the current track, once it is known."""
        self.loop: tuple[float, float] | None = None
        self.speed = 1.0
        self.semitones = 0.0
        self.volume = 1.0
        self.matching = False
        self.gain_db = 0.0
        self.levels: Levels = SILENT
        self.silence = ""
        self.devices: list[str] = []
        """Names of what can be played on."""
        self.device = ""
        """The name of the chosen one; empty: whatever the system plays on."""

    @property
    def passage(self) -> Passage | None:
        return self.queue[self.place] if 0 <= self.place < len(self.queue) else None

    def play(self, passages: Sequence[Passage], start: int = 0) -> None:
        """Play these one after the other, without a gap, from the one at `start`; nothing else any more."""

    def load(self, passage: Passage) -> None:
        """Show a passage, ready to be played, unless something plays."""

    def prepare(self, passage: Passage) -> None:
        """This may be played in a moment, for it is current or hovered over: have its start at hand."""

    def append(self, passages: Sequence[Passage]) -> None:
        """These come after what is in the queue."""

    def jump(self, place: int) -> None:
        """Play the passage at this place of the queue."""

    def audition(self, start_s: float, end_s: float, *, loop: bool = False) -> None:
        """Of the current track, play this span and stop at its end, or play it round and round."""

    @Slot()
    def toggle(self) -> None:
        """Play or pause."""

    @Slot()
    def play_from_start(self) -> None:
        """Play the current passage from its start."""

    @Slot()
    def stop(self) -> None:
        """Back to the start of the passage, silent."""

    @Slot()
    def next(self) -> None: ...

    @Slot()
    def previous(self) -> None:
        """The passage before, or the start of this one where more than 3 s of it have passed."""

    def seek(self, seconds: float) -> None:
        """To this second of the track. Behind the passage's end it plays on to the end of the track."""

    def skip(self, seconds: float) -> None:
        """So much on, or back."""

    def set_loop(self, start_s: float | None, end_s: float | None) -> None: ...

    @Slot()
    def toggle_loop(self) -> None:
        """Loop the passage, or no longer."""

    def set_speed(self, speed: float) -> None:
        """0.5 to 2; the pitch stays."""

    def set_pitch(self, semitones: float) -> None:
        """-12 to 12; the speed stays."""

    def set_volume(self, volume: float) -> None: ...

    def set_matching(self, on: bool) -> None:
        """Bring each track to a common loudness, or leave it as it is."""

    def choose_device(self, name: str) -> None:
        """Play on this one; empty: whatever the system plays on."""

    @Slot()
    def look_for_devices(self) -> None:
        """`devices_changed` follows."""

    def finish(self) -> None:
        """The window closes: let the device and every helper go."""
