"""What ties the map to everything else: selection, current track, player, query, true neighbours."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from core.errors import KnownError
from core.messages import channel
from desktop.map import tints as tinting
from desktop.map.data import Shown, read_passage
from desktop.map.facts import near_words
from desktop.map.nearness import Nearness
from desktop.map.stage import Stage
from desktop.map.tints import Tints
from desktop.player.passage import Passage, heard_track
from desktop.theme import look

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.maps.links import Link, Share
    from desktop.kit import Kit

REMEMBERED = 500


class Bonds(QObject):
    painted = Signal()
    """Other points can be seen."""

    def __init__(self, kit: Kit, stage: Stage, tints: Tints, nearness: Nearness) -> None:
        super().__init__(stage)
        self._kit, self._stage, self._tints, self._nearness = kit, stage, tints, nearness
        self.shown: Shown | None = None
        self.title = ""
        """Of the encoder whose map is shown."""
        self.links = 10
        self.shades_trust = False
        self.hover_plays = False
        self.hidden: frozenset[int] = frozenset()
        self.share: Share | None = None
        self._codes: NDArray[np.int16] = np.empty(0, np.int16)
        self._passages: dict[int, Passage] = {}
        self._to_play: int | None = None
        self._to_say: int | None = None
        self._asked: dict[int, str] = {}
        """What is said of true neighbours, by track, as far as it is known."""
        self._connect()

    def _connect(self) -> None:
        kit, canvas = self._kit, self._stage.canvas
        canvas.clicked.connect(self._click)
        canvas.dwelled.connect(self._dwell)
        canvas.walked.connect(self._walk)
        canvas.activated.connect(self.play)
        canvas.outlined.connect(self._outline)
        self._stage.card_wanted.connect(self._fill_card)
        self._stage.legend.hidden_changed.connect(self._hide)
        kit.selection.changed.connect(self._show_chosen)
        kit.selection.current_changed.connect(self._show_current)
        kit.player.passage_changed.connect(self._show_playing)
        kit.player.playing_changed.connect(self._show_playing)
        kit.filter.found_changed.connect(self._show_found)
        kit.cards.arrived.connect(self._cards_came)
        self._tints.changed.connect(self.paint)
        self._nearness.linked.connect(self._linked)
        self._nearness.shared.connect(self._shared)
        look().changed.connect(self.paint)

    @property
    def visible(self) -> int:
        """Points that the legend does not hide."""
        return int(np.count_nonzero(~np.isin(self._codes, list(self.hidden)))) if self.shown else 0

    # Another map

    def show(self, shown: Shown | None, title: str) -> None:
        """The points are on the canvas already; everything that is said of them follows."""
        self.shown, self.title = shown, title
        self.share = None
        self._passages.clear()
        self._asked.clear()
        self._nearness.show_map(shown.kept if shown else None)
        if shown is not None:
            self.dress()
            self._nearness.ask_share(max(self.links, 1))

    def dress(self) -> None:
        """Tell the canvas everything anew: it forgets when it gets other points."""
        self.paint()
        self._show_found()
        self._show_chosen()
        self._show_playing()
        self._show_current(self._kit.selection.current)
        self._show_trust()

    @Slot()
    def paint(self) -> None:
        """Colours and legend of what is on the canvas, which may be a map on its way."""
        canvas, legend, tints = self._stage.canvas, self._stage.legend, self._tints
        ids = canvas.scene.ids
        if not len(ids):
            legend.hide()
            return
        if tints.colours.is_number:
            values = tints.numbers(ids)
            low, high = tinting.ends(values)
            canvas.set_numbers(values, "depth", low, high)
            unit = f" {tints.colours.unit}" if tints.colours.unit else ""
            without = int(np.count_nonzero(~np.isfinite(values)))
            legend.show_numbers(tints.title(), _end(low), f"{_end(high)}{unit}", without)
            self._codes, self.hidden = np.zeros(len(ids), np.int16), frozenset()
        else:
            self._codes = tints.codes(ids)
            rows = tints.rows(self._codes) if tints.colours.field else []
            self.hidden &= {row.code for row in rows}
            canvas.set_classes(self._codes, tinting.class_styles())
            legend.show_classes(tints.title(), rows, self.hidden)
        self._show_hidden()
        self._stage.place_legend()

    @Slot(object)
    def _hide(self, hidden: frozenset[int]) -> None:
        self.hidden = hidden
        self._show_hidden()

    def _show_hidden(self) -> None:
        canvas = self._stage.canvas
        canvas.set_shown(~np.isin(self._codes, list(self.hidden)) if self.hidden else None)
        self._stage.legend.eye.setEnabled(bool(self.hidden))
        self.painted.emit()

    # Selection, query, player

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self._kit.selection.chosen
        ids = self._stage.canvas.scene.ids
        self._stage.canvas.set_chosen(np.isin(ids, np.fromiter(chosen, np.int64, len(chosen))))

    @Slot()
    def _show_found(self) -> None:
        found, ids = self._kit.filter, self._stage.canvas.scene.ids
        everything = not found.asked.text or not len(ids)
        self._stage.canvas.set_found(None if everything else np.isin(ids, np.array(found.ids, np.int64)))

    @Slot(object)
    def _show_current(self, track_id: int | None) -> None:
        canvas = self._stage.canvas
        canvas.set_current(track_id)
        there = track_id is not None and self.shown is not None and track_id in self.shown.row_of
        canvas.set_links(None, ())
        if there and track_id is not None:
            self._want_links(track_id)
            self._want_passage(track_id)

    @Slot()
    def _show_playing(self) -> None:
        self._stage.canvas.set_playing(heard_track(self._kit.player))

    @Slot(int)
    def _click(self, track_id: int) -> None:
        self._kit.selection.make_current(track_id)
        self.play(track_id)

    @Slot(int)
    def _dwell(self, track_id: int) -> None:
        if self.hover_plays:
            self.play(track_id)

    @Slot(object, str)
    def _outline(self, track_ids: NDArray[np.int64], how: str) -> None:
        if how in ("replace", "add", "remove"):
            self._kit.selection.choose(track_ids.tolist(), how)  # type: ignore[arg-type]

    @Slot(int, bool)
    def _walk(self, track_id: int, choose: bool) -> None:
        self._to_say = track_id
        self._kit.selection.make_current(track_id)
        if choose:
            self._kit.selection.choose((track_id,), "add")
        self._say()

    # True neighbours

    def set_links(self, number: int) -> None:
        self.links = number
        self._asked.clear()
        self._nearness.ask_share(max(number, 1))
        current = self._kit.selection.current
        if not number:
            self._stage.canvas.set_links(None, ())
        elif current is not None and self.shown is not None and current in self.shown.row_of:
            self._want_links(current)  # those of before stay until the others are there

    def _want_links(self, track_id: int) -> None:
        if self.links:
            self._nearness.ask_links(track_id, self.links)

    @Slot(int, int, object)
    def _linked(self, track_id: int, k: int, links: list[Link]) -> None:
        if k != self.links:
            return
        self._asked[track_id] = near_words(len(links), sum(link.is_far for link in links)) if links else ""
        if track_id == self._kit.selection.current:
            self._stage.canvas.set_links(track_id, [(link.track_id, link.is_far) for link in links])
        if track_id == self._stage.card.track_id:
            self._stage.card.show_near(_sentence(self._asked[track_id]))
        self._say()

    @Slot(object)
    def _shared(self, share: Share | None) -> None:
        self.share = share
        self._show_trust()

    def set_trust(self, on: bool) -> None:
        self.shades_trust = on
        self._show_trust()

    def _show_trust(self) -> None:
        """By what is said below the map; on large maps, where few points were counted, as it was judged."""
        values = None
        if self.shades_trust and self.shown is not None:
            kept, share = self.shown.kept, self.share
            values = kept.columns["trustworthiness"]
            if share is not None and len(share.of_each) == len(kept.points) == share.judged:
                values = share.of_each
            if len(values) != len(self._stage.canvas.scene):
                values = None
        self._stage.canvas.set_trust(values)

    # The card, and what is said aloud

    @Slot(int)
    def _fill_card(self, track_id: int) -> None:
        stage = self._stage
        stage.card.show_card(track_id, self._kit.cards.get(track_id), stage.pointed_at)
        self._want_passage(track_id)
        if track_id in self._asked:
            stage.card.show_near(_sentence(self._asked[track_id]))
        elif self.shown is not None and track_id in self.shown.row_of:
            self._want_links(track_id)

    @Slot(object)
    def _cards_came(self, track_ids: frozenset[int]) -> None:
        card = self._stage.card
        if card.track_id is not None and card.track_id in track_ids and not card.isHidden():
            card.show_card(card.track_id, self._kit.cards.get(card.track_id), self._stage.pointed_at)
            card.show_near(_sentence(self._asked.get(card.track_id, "")))
        if self._to_say in track_ids:
            self._say()

    def _say(self) -> None:
        """Once all is known of the track that was walked to."""
        track_id = self._to_say
        if track_id is None:
            return
        card = self._kit.cards.get(track_id)
        if card is None or (self.links and track_id not in self._asked):
            return
        self._to_say = None
        parts = [card.title, card.about(), self._tints.named(track_id), self._asked.get(track_id, "")]
        if track_id in self._kit.selection.chosen:
            parts.append(self.tr("selected"))
        self._stage.canvas.say(". ".join(part for part in parts if part))

    # What is heard

    @Slot(int)
    def play(self, track_id: int) -> None:
        """The excerpt that the point stands for, as soon as it is known which that is."""
        if track_id in self._passages:
            self._to_play = None
            self._kit.player.play([self._passages[track_id]])
        else:
            self._to_play = track_id
            self._want_passage(track_id)

    def _want_passage(self, track_id: int) -> None:
        if track_id in self._passages:
            self._kit.player.prepare(self._passages[track_id])
        elif self.shown is not None:
            work = partial(read_passage, self.shown.kept, track_id)
            done = partial(self._passage_came, self.shown, track_id)
            self._kit.workspace.look(work, done, partial(self._no_passage, self.shown, track_id))
        else:
            self._keep_passage(track_id, Passage(track_id))

    def _no_passage(self, shown: Shown, track_id: int, error: Exception) -> None:
        if not isinstance(error, KnownError):
            channel.failure(error)
        self._passage_came(shown, track_id, None)

    def _passage_came(self, shown: Shown, track_id: int, span: tuple[float, float] | None) -> None:
        if shown is not self.shown:
            return
        passage = Passage(track_id)
        if span is not None:
            why = self.tr("The excerpt most like the whole track, as {} hears it").format(self.title)
            passage = Passage(track_id, *span, why)
        self._keep_passage(track_id, passage)

    def _keep_passage(self, track_id: int, passage: Passage) -> None:
        while len(self._passages) >= REMEMBERED:
            self._passages.pop(next(iter(self._passages)))
        self._passages[track_id] = passage
        if track_id == self._to_play:
            self.play(track_id)
        elif track_id in (self._kit.selection.current, self._stage.card.track_id):
            self._kit.player.prepare(passage)

    def forget(self) -> None:
        self.show(None, "")
        self._to_play = self._to_say = None
        self.hidden = frozenset()
        self._codes = np.empty(0, np.int16)
        self._stage.canvas.set_points(np.empty(0, np.int64), np.empty((0, 2), np.float32))
        self._stage.forget()


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _end(value: float) -> str:
    """Years whole, likeness in three figures."""
    return f"{value:g}" if abs(value) >= 1000 else f"{value:.3g}"
