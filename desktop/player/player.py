"""The one voice of the program: what plays, where it is, what comes next.

Everything that plays anything asks this object; nobody else knows of sound.
The sound itself is made in a process of its own (`desktop.player.helper`),
which is told what to play next well before, so that nothing the window does
can be heard.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot

from core.messages import channel
from desktop.cards import Cards
from desktop.player.lineup import FOLLOWING, Lineup, Span, gain_db
from desktop.player.listening import Listening
from desktop.player.passage import Passage

AGAIN_S = 3.0
"""Later than this in a passage, going back means to its start."""
SHORTEST_LOOP_S = 0.05
PREPARE_MS = 60


class Player(Listening):
    passage_changed = Signal(object)
    """The Passage that is loaded, or None."""
    playing_changed = Signal(bool)
    moved = Signal(float)
    """Seconds from the start of the track, about 30 times a second while it plays."""
    queue_changed = Signal()
    """Other passages, or another one of them is current."""
    loop_changed = Signal(object)
    """(start_s, end_s), or None."""
    started = Signal(float)
    """What was asked for last has reached the device; the moment, as `time.monotonic` has it."""

    def __init__(self, cards: Cards) -> None:
        super().__init__(cards)
        self._cards = cards
        self._lineup = Lineup(cards)
        self.is_playing = False
        self.position_s = 0.0
        self.duration_s: float | None = None
        """Of the current track, once it is known."""
        self.loop: tuple[float, float] | None = None
        self._turn = 0
        self._is_loaded = False
        """The sound's process has the current passage."""
        self._is_awaited = False
        """The card of the current track is on its way."""
        self._told_after: list[int] = []
        self._span: Span | None = None
        """What is played of the current track instead of its passage."""
        self._prepared: Passage | None = None
        self._soon = QTimer(self, singleShot=True, interval=PREPARE_MS)
        self._connect()

    def _connect(self) -> None:
        self._link.said.connect(self._hear)
        self._link.lost.connect(self._begin_again)
        self._soon.timeout.connect(self._prepare)
        self._cards.arrived.connect(self._cards_arrived)

    @property
    def queue(self) -> list[Passage]:
        return self._lineup.passages

    @property
    def place(self) -> int:
        """In the queue."""
        return self._lineup.place

    @property
    def passage(self) -> Passage | None:
        return self._lineup.current

    @property
    def span_instead(self) -> Span | None:
        """What is played of the current track instead of its passage: an audition, or the rest behind it."""
        return self._span

    # What is played

    def play(self, passages: Sequence[Passage], start: int = 0) -> None:
        """Play these one after the other, without a gap, from the one at `start`; nothing else any more."""
        self._set_queue(passages, start)
        if self.passage is not None:
            self._start(self.passage.start_s, goes=True)

    def load(self, passage: Passage) -> None:
        """Show a passage, ready to be played, unless something plays."""
        if not self.is_playing:
            self._set_queue([passage], 0)
            self._let_go()
            self._move(passage.start_s)
            self.prepare(passage)

    def prepare(self, passage: Passage) -> None:
        """This may be played in a moment, for it is current or hovered over: have its start at hand."""
        self._prepared = passage
        self._cards.want([passage.track_id])
        self._soon.start()

    def append(self, passages: Sequence[Passage]) -> None:
        """These come after what is in the queue."""
        if not self.queue:
            self._set_queue(passages, 0)
            if self.passage is not None:
                self._move(self.passage.start_s)
            return
        self._lineup.append(passages)
        self.queue_changed.emit()
        self._tell_following()

    def jump(self, place: int) -> None:
        """Play the passage at this place of the queue."""
        if 0 <= place < len(self.queue):
            self._show_place(place)
            self._start(self.queue[place].start_s, goes=True)

    def audition(self, start_s: float, end_s: float, *, loop: bool = False) -> None:
        """Of the current track, play this span and stop at its end, or play it round and round."""
        if self.passage is not None and end_s > start_s:
            self._set_loop((start_s, max(end_s, start_s + SHORTEST_LOOP_S)) if loop else None)
            self._start(start_s, goes=True, span=(start_s, end_s))

    @Slot()
    def toggle(self) -> None:
        """Play or pause."""
        if self.is_playing:
            self._link.send({"do": "pause"})
            self._set_playing(playing=False)
        elif self.passage is not None:
            self._soon.stop()
            if self._is_loaded:
                self._link.send({"do": "go"})
                self._set_playing(playing=True)
            else:
                self._start(self.position_s, goes=True, span=self._span)

    @Slot()
    def play_from_start(self) -> None:
        """Play the current passage from its start."""
        if self.passage is not None:
            self._start(self.passage.start_s, goes=True)

    @Slot()
    def stop(self) -> None:
        """Back to the start of the passage, silent."""
        self._let_go()
        if self.passage is not None:
            self._move(self.passage.start_s)

    @Slot()
    def next(self) -> None:
        self._step(1)

    @Slot()
    def previous(self) -> None:
        """The passage before, or the start of this one where more than 3 s of it have passed."""
        here = self.passage
        if here is not None and (self.position_s > here.start_s + AGAIN_S or self.place == 0):
            self._start(here.start_s, goes=self.is_playing)
        else:
            self._step(-1)

    def seek(self, seconds: float) -> None:
        """To this second of the track. Behind the passage's end it plays on to the end of the track."""
        here = self.passage
        if here is None:
            return
        seconds = max(seconds, 0.0)
        if self.duration_s is not None:
            seconds = min(seconds, self.duration_s)
        span = (seconds, None) if here.end_s is not None and seconds >= here.end_s else None
        if self.loop is not None and not self.loop[0] <= seconds < self.loop[1]:
            self._set_loop(None)
        if self.is_playing or self._is_loaded:
            self._start(seconds, goes=self.is_playing, span=span)
        else:
            self._span = span
            self._move(seconds)

    def skip(self, seconds: float) -> None:
        """So much on, or back."""
        self.seek(self.position_s + seconds)

    def set_loop(self, start_s: float | None, end_s: float | None) -> None:
        """Play this span of the current track round and round; without a span, no longer."""
        if start_s is None or end_s is None or end_s <= start_s:
            self._set_loop(None)
        else:
            self._set_loop((start_s, max(end_s, start_s + SHORTEST_LOOP_S)))
        if self.loop is not None and not self.loop[0] <= self.position_s < self.loop[1]:
            self.seek(self.loop[0])
        elif self._is_loaded:
            self._link.send({"do": "loop", "span": self.loop})

    @Slot()
    def toggle_loop(self) -> None:
        """Loop the passage, or no longer."""
        here = self.passage
        if self.loop is not None or here is None:
            self.set_loop(None, None)
        else:
            self.set_loop(here.start_s, here.end_s if here.end_s is not None else self.duration_s)

    # The queue

    def _set_queue(self, passages: Sequence[Passage], place: int) -> None:
        self._lineup.set(passages)
        self._show_place(min(max(place, 0), len(self.queue) - 1))

    def _show_place(self, place: int) -> None:
        """Another passage is current; a loop and an audition were the old one's."""
        self._lineup.place = place
        self._span = None
        self._set_loop(None)
        self._show_track()
        self.passage_changed.emit(self.passage)
        self.queue_changed.emit()

    def _show_track(self) -> None:
        card = self._lineup.card(self.place)
        self.duration_s = card.duration_s if card else None
        gain = gain_db(card) if card is not None and self.matching else 0.0
        if gain != self.gain_db:
            self.gain_db = gain
            self.gain_changed.emit(gain)

    def _step(self, by: int) -> None:
        if 0 <= self.place + by < len(self.queue):
            plays = self.is_playing
            self._show_place(self.place + by)
            self._start(self.queue[self.place].start_s, goes=plays)

    # What the sound's process is told

    def _start(self, at_s: float, *, goes: bool, span: Span | None = None) -> None:
        """From this second of the current track on; `span` instead of its passage."""
        self._turn += 1
        self._span = span
        self._move(at_s)
        self._set_playing(playing=goes)
        self._is_loaded = False
        self._tell_current()

    def _tell_current(self) -> None:
        item = self._lineup.item(self.place, matching=self.matching, span=self._span)
        self._is_awaited = item is None
        if item is None:
            return
        self._is_loaded = True
        follow = self._following()
        self._link.send(
            {
                "do": "play",
                "item": item,
                "at_s": self.position_s,
                "follow": follow,
                "loop": self.loop,
                "turn": self._turn,
                "goes": self.is_playing,
            }
        )
        self._told_after = [each["serial"] for each in follow]

    def _tell_following(self) -> None:
        follow = self._following()
        serials = [each["serial"] for each in follow]
        if self._is_loaded and serials != self._told_after:
            self._told_after = serials
            self._link.send({"do": "follow", "after": self._lineup.number, "items": follow})

    def _match(self) -> None:
        self._show_track()
        places = range(max(self.place, 0), self.place + 1 + FOLLOWING)
        items = [self._lineup.item(place, matching=self.matching) for place in places]
        gains = {item["serial"]: item["gain"] for item in items if item is not None}
        if self._is_loaded:
            self._send({"do": "gains", "gains": gains})

    def _set_loop(self, loop: tuple[float, float] | None) -> None:
        if loop != self.loop:
            self.loop = loop
            self.loop_changed.emit(loop)

    def _following(self) -> list[dict[str, Any]]:
        """After an audition comes nothing."""
        is_audition = self._span is not None and self._span[1] is not None
        return [] if is_audition else self._lineup.following(matching=self.matching)

    @Slot()
    def _prepare(self) -> None:
        card = self._cards.get(self._prepared.track_id) if self._prepared is not None else None
        if card is not None and self._prepared is not None:
            self._link.send({"do": "prepare", "path": str(card.path), "start_s": self._prepared.start_s})
            self._prepared = None

    @Slot(object)
    def _cards_arrived(self, track_ids: frozenset[int]) -> None:
        if self._prepared is not None and self._prepared.track_id in track_ids and not self._soon.isActive():
            self._prepare()
        here = self.passage
        if here is None:
            return
        if here.track_id in track_ids:
            self._show_track()
            if self._is_awaited:
                self._tell_current()
        self._tell_following()

    # What it says

    @Slot(object)
    def _hear(self, thing: dict[str, Any]) -> None:
        if "at" in thing:
            turn, serial, position_s = thing["at"]
            if turn == self._turn and self._is_loaded:
                self._follow(serial)
                self._move(position_s)
                self._show_levels(*thing["levels"], now_s=thing["t"])
        elif "ended" in thing:
            if thing["ended"] == self._turn and self._is_loaded:
                self._come_to_end()
        elif "started" in thing:
            if thing["started"] == self._turn:
                self.started.emit(thing["t"])
        elif "bad" in thing:
            channel.warning(thing["why"])
        else:
            self._hear_of_sound(thing)

    def _follow(self, serial: int) -> None:
        """The sound has come to another passage of the queue."""
        numbers = self._lineup.numbers
        if serial in numbers and serial != self._lineup.number:
            self._show_place(numbers.index(serial))
            self._told_after = self._told_after[self._told_after.index(serial) + 1 :]
            self._tell_following()

    def _come_to_end(self) -> None:
        span = self._span
        self._let_go()
        if self.passage is not None:
            self._move(span[0] if span is not None and span[1] is not None else self.passage.start_s)

    @Slot(bool)
    def _begin_again(self, worth_it: bool) -> None:
        """The sound's process has died; another one goes on where it was."""
        was_playing, self._is_loaded = self.is_playing, False
        if not worth_it:
            self._set_playing(playing=False)
            self._show_silence("failed")
        elif was_playing:
            self._start(self.position_s, goes=True, span=self._span)

    # What is seen

    def _move(self, seconds: float) -> None:
        if seconds != self.position_s:
            self.position_s = seconds
            self.moved.emit(seconds)

    def _set_playing(self, *, playing: bool) -> None:
        if playing != self.is_playing:
            self.is_playing = playing
            self.playing_changed.emit(playing)
            if not playing:
                self._drop_levels()

    def _let_go(self) -> None:
        """Nothing plays, and nothing that is on its way counts any more."""
        self._turn += 1
        if self._is_loaded:
            self._send({"do": "stop", "turn": self._turn})
        self._is_loaded = self._is_awaited = False
        self._span = None
        self._set_playing(playing=False)

    def forget(self) -> None:
        """Another collection: its tracks have other numbers."""
        self._soon.stop()
        self._prepared = None
        self._let_go()
        self._set_queue([], 0)
        self._move(0.0)

    def finish(self) -> None:
        self._soon.stop()
        super().finish()
