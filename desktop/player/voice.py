"""What sounds: a tape, at its speed and pitch, written ahead onto the deck, and where in it one is.

All of it happens in one thread of the sound's own process. Orders come through
`post`, what is to be known goes out through `tell`; both as JSON has it.
"""

from __future__ import annotations

import queue
import threading
import time
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from core.audio.limiter import Limiter
from core.audio.reader import Samples
from core.audio.stretch import Stretch
from desktop.player.deck import Deck
from desktop.player.source import Chunk, Source
from desktop.player.tape import Item, Tape

AHEAD_S = 0.25
BLOCK = 4096
TICK_S, REST_S = 0.008, 0.25
REPORT_S = 0.03
USUAL_HZ = 48000
PREPARED = 8

Order = dict[str, Any]


class Need(Protocol):
    """Says whether a device is needed."""

    def __call__(self, *, needed: bool) -> None: ...


@dataclass(frozen=True)
class Era:
    """From this frame of the deck on: this tape, at this speed."""

    at: int
    tape: Tape
    speed: float
    turn: int


class Voice:
    """`fill` is called by the device's thread, everything else by `run`."""

    def __init__(self, tell: Callable[[Order], None]) -> None:
        self._tell = tell
        self.need: Need = _nobody
        self._orders: queue.SimpleQueue[Order] = queue.SimpleQueue()
        self._deck = Deck(USUAL_HZ)
        self._source = Source(lambda: self.post({"do": "look"}))
        self._tape: Tape | None = None
        self._line: list[Item] = []
        """The item that the order to play named, and what follows it."""
        self._eras: list[Era] = []
        self._stretch = Stretch(USUAL_HZ)
        self._limiter = Limiter(USUAL_HZ)
        self._speed, self._semitones = 1.0, 0.0
        self._loop: tuple[float, float] | None = None
        self._tail: Samples | None = None
        self._end: int | None = None
        self._turn = 0
        self._prepared: list[tuple[str, float]] = []
        self._wanted: list[Chunk] = []
        self._is_waited_for = False
        self._reported_s = 0.0
        self._last: tuple[int, int, float] | None = None
        self._told_bad: set[int] = set()

    # From other threads

    def post(self, order: Order) -> None:
        self._orders.put(order)

    def fill(self, out: Samples, delay_s: float) -> None:
        self._deck.fill(out, delay_s)

    def set_rate(self, rate_hz: int) -> None:
        """Returns when what comes is at this rate."""
        if rate_hz != self._deck.rate_hz:
            done = threading.Event()
            self.post({"do": "rate_hz", "rate_hz": rate_hz, "done": done})
            done.wait(2)

    # The thread

    def run(self) -> None:
        """Until the order to quit."""
        while True:
            wait_s = TICK_S if self._tape is not None or self._deck.goes else REST_S
            try:
                order = self._orders.get(timeout=wait_s)
            except queue.Empty:
                order = {"do": "look"}
            if order["do"] == "quit":
                break
            getattr(self, f"_do_{order['do']}")(order)
            self._write_ahead()
            self._report()
        self._source.close()

    def _do_look(self, order: Order) -> None:
        """Something may have come, or time has passed; or somebody waits for all before this to be done."""
        if "done" in order:
            order["done"].set()

    def _do_play(self, order: Order) -> None:
        item = Item(**order["item"])
        self._source.forgive(item.path)
        self._told_bad.clear()
        self._line = [item, *(Item(**each) for each in order["follow"])]
        self._loop = _span(order["loop"])
        self._turn = order["turn"]
        tail = self._deck.cut()
        self._deck.write(self._deck.faded_out(tail))
        self._begin(item, round(order["at_s"] * self._deck.rate_hz), joins=False)
        self._set_going(going=order["goes"], resumes=False)

    def _do_go(self, order: Order) -> None:
        if self._tape is not None:
            self._set_going(going=True, resumes=True)

    def _do_pause(self, order: Order) -> None:
        self._set_going(going=False, resumes=False)

    def _do_stop(self, order: Order) -> None:
        self._turn = order["turn"]
        self._set_going(going=False, resumes=False)
        self._tape = None

    def _do_follow(self, order: Order) -> None:
        """What comes after the item `after`; where something else was written already, that is undone."""
        items = [Item(**each) for each in order["items"]]
        place = next((i for i, item in enumerate(self._line) if item.serial == order["after"]), None)
        if place is None or self._tape is None:
            return
        self._line[place + 1 :] = items
        taken = list(dict.fromkeys(segment.item.serial for segment in self._tape.segments))
        later = taken[taken.index(order["after"]) + 1 :] if order["after"] in taken else []
        is_too_late = self._tape.is_over and len(items) > len(later)
        if later == [item.serial for item in items[: len(later)]] and not is_too_late:
            self._tape.follow.clear()
            self._tape.follow.extend(items[len(later) :])
        else:
            self._change()

    def _do_loop(self, order: Order) -> None:
        self._loop = _span(order["span"])
        self._change()

    def _do_rate(self, order: Order) -> None:
        self._speed, self._semitones = order["speed"], order["semitones"]
        self._change()

    def _do_gains(self, order: Order) -> None:
        gains = {int(serial): gain for serial, gain in order["gains"].items()}
        self._line = [replace(item, gain=gains.get(item.serial, item.gain)) for item in self._line]
        self._change()

    def _do_volume(self, order: Order) -> None:
        self._deck.volume = order["volume"]

    def _do_prepare(self, order: Order) -> None:
        place = (order["path"], order["start_s"])
        self._prepared = [place, *(other for other in self._prepared if other != place)][:PREPARED]
        self.need(needed=True)

    def _do_rate_hz(self, order: Order) -> None:
        """The device has another rate: everything is written anew."""
        old, where = self._deck, self._where(self._deck.heard())
        self._deck = Deck(order["rate_hz"])
        self._deck.volume = old.volume
        self._limiter = Limiter(self._deck.rate_hz)
        self._eras.clear()
        if self._tape is not None and where is not None:
            item, frame, _ = where
            self._begin(item, round(frame * self._deck.rate_hz / old.rate_hz), joins=False)
            self._deck.goes = old.goes
        order["done"].set()

    # Writing

    def _begin(self, item: Item, frame: int, *, joins: bool) -> None:
        """From here on the deck gets this item, from this frame of its file."""
        deck = self._deck
        self._tape = Tape(
            self._source, deck.rate_hz, item, frame, self._after(item), self._loop, self._bad, joins=joins
        )
        self._stretch = Stretch(deck.rate_hz, self._speed, self._semitones)
        self._tail = self._end = None
        self._eras = [era for era in self._eras if era.at < deck.written]
        self._eras.append(Era(deck.written, self._tape, self._speed, self._turn))
        self._last = None

    def _change(self) -> None:
        """What is not heard yet is written anew, with what holds now."""
        if self._tape is None:
            return
        self._write_ahead()  # so that there is something to lead over from
        tail = self._deck.cut()
        where = self._where(self._deck.written)
        if where is None:
            return
        item, frame, _ = where
        item = next((each for each in self._line if each.serial == item.serial), item)
        self._begin(item, round(frame), joins=True)
        self._tail = tail if len(tail) else None

    def _after(self, item: Item) -> Sequence[Item]:
        serials = [each.serial for each in self._line]
        return self._line[serials.index(item.serial) + 1 :] if item.serial in serials else ()

    def _write_ahead(self) -> None:
        tape, deck = self._tape, self._deck
        while tape is not None and self._end is None and deck.ahead < AHEAD_S * deck.rate_hz:
            piece = tape.take(BLOCK)
            if piece is not None:
                self._write(self._stretch.feed(piece))
            elif tape.is_over:
                self._write(self._stretch.finish())
                self._end = deck.written
            else:
                break
        self._want()

    def _write(self, samples: Samples) -> None:
        samples = self._limiter.feed(samples)
        if self._tail is not None and len(samples):
            samples = self._deck.faded_in(samples, self._tail)
            self._tail = None
        self._deck.write(samples)

    def _want(self) -> None:
        wanted = self._tape.wanted() if self._tape is not None else []
        rate_hz = self._deck.rate_hz
        for path, start_s in self._prepared:
            second = round(start_s * rate_hz) // rate_hz
            wanted += [(path, rate_hz, second), (path, rate_hz, second + 1)]
        if wanted != self._wanted:
            self._wanted = wanted
            self._source.want(wanted)

    def _set_going(self, *, going: bool, resumes: bool) -> None:
        self.need(needed=going)
        self._write_ahead()
        self._deck.resumes = resumes
        if going:
            self._deck.peaks()  # those of what was heard before count no more
            self._deck.first = None
            self._is_waited_for = True
        self._deck.goes = going
        self._last = None

    # Telling

    def _where(self, frame: float) -> tuple[Item, float, int] | None:
        """The item that a frame of the deck belongs to, the frame of its file, and whose turn it was."""
        if not self._eras:
            return None
        era = self._eras[max(bisect_right([era.at for era in self._eras], frame) - 1, 0)]
        at = min(max((frame - era.at) * era.speed, 0), era.tape.length)
        starts = [segment.at for segment in era.tape.segments]
        segment = era.tape.segments[max(bisect_right(starts, at) - 1, 0)]
        return segment.item, segment.frame + at - segment.at, era.turn

    def _report(self) -> None:
        deck, now = self._deck, time.monotonic()
        if self._is_waited_for and deck.first is not None:
            self._is_waited_for = False
            self._tell({"started": self._turn, "t": deck.first})
        if self._tape is None:
            return
        heard = deck.heard()
        if self._end is not None and deck.goes and heard >= self._end:
            self._report_place(self._end)
            self._tell({"ended": self._turn})
            self._set_going(going=False, resumes=False)
            self._tape = None
            return
        if now - self._reported_s >= REPORT_S:
            self._reported_s = now
            self._report_place(heard)

    def _report_place(self, heard: int) -> None:
        where = self._where(heard)
        if where is None:
            return
        item, frame, turn = where
        place = (turn, item.serial, frame / self._deck.rate_hz)
        if place != self._last:
            self._last = place
            left, right = self._deck.peaks()
            self._tell({"at": place, "levels": (left, right), "t": time.monotonic()})
        while len(self._eras) > 1 and self._eras[1].at <= heard:
            del self._eras[0]

    def _bad(self, item: Item, sentence: str) -> None:
        if item.serial not in self._told_bad:
            self._told_bad.add(item.serial)
            self._tell({"bad": item.serial, "why": sentence})


def _nobody(*, needed: bool) -> None:
    """Nobody asks for a device."""


def _span(pair: Sequence[float] | None) -> tuple[float, float] | None:
    return None if pair is None else (float(pair[0]), float(pair[1]))
