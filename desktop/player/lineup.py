"""The queue, as the sound's process must be told of it: where its files are, how loud, what follows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

from desktop.cards import Cards, TrackCard
from desktop.player.passage import Passage

MATCHED_DB = -23.0
"""What EBU R128 asks of every programme, in LUFS."""
FOLLOWING = 6
"""Passages that are told ahead."""

Span = tuple[float, float | None]


class Lineup:
    """Each place has a number, by which the process calls it: one passage may stand there twice."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards
        self._counter = count(1)
        self.passages: list[Passage] = []
        self.numbers: list[int] = []
        self.place = -1

    @property
    def current(self) -> Passage | None:
        return self.passages[self.place] if 0 <= self.place < len(self.passages) else None

    @property
    def number(self) -> int:
        return self.numbers[self.place]

    def set(self, passages: Sequence[Passage]) -> None:
        self.passages, self.numbers, self.place = [], [], -1
        self.append(passages)

    def append(self, passages: Sequence[Passage]) -> None:
        self.passages.extend(passages)
        self.numbers.extend(next(self._counter) for _ in passages)

    def card(self, place: int) -> TrackCard | None:
        """None: not known yet; it is asked for."""
        there = 0 <= place < len(self.passages)
        return self._cards.get(self.passages[place].track_id) if there else None

    def item(self, place: int, *, matching: bool, span: Span | None = None) -> dict[str, Any] | None:
        """`span` instead of what the passage says."""
        card = self.card(place)
        if card is None:
            return None
        start_s, end_s = span or (self.passages[place].start_s, self.passages[place].end_s)
        gain = 10 ** (gain_db(card) / 20) if matching else 1.0
        return {
            "serial": self.numbers[place],
            "path": str(card.path),
            "start_s": start_s,
            "end_s": end_s,
            "gain": gain,
        }

    def following(self, *, matching: bool) -> list[dict[str, Any]]:
        """What comes next, as far as its cards are here; the others are asked for."""
        places = range(self.place + 1, min(self.place + 1 + FOLLOWING, len(self.passages)))
        self._cards.want([self.passages[place].track_id for place in places])
        items = []
        for place in places:
            item = self.item(place, matching=matching)
            if item is None:
                break
            items.append(item)
        return items


def gain_db(card: TrackCard) -> float:
    """What brings a track to the common loudness, as far as its peak allows."""
    if card.loudness_db is None:
        return 0.0
    return min(MATCHED_DB - card.loudness_db, -card.peak_db if card.peak_db is not None else 0.0)
