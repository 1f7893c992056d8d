"""Lets the track that is asked about be heard, and shows what is heard of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.by_ear.state import around, read_typical
from desktop.player.passage import Passage

if TYPE_CHECKING:
    from desktop.by_ear.state import Span
    from desktop.by_ear.subject import Subject
    from desktop.by_ear.teaching import Teaching
    from desktop.kit import Kit


class Hearing(QObject):
    def __init__(self, kit: Kit, teaching: Teaching, subject: Subject) -> None:
        super().__init__(subject)
        self._kit, self._teaching, self._subject = kit, teaching, subject
        self._typical: dict[tuple[int, int, int], Span | None] = {}
        """By set, layer and track: what is most like the whole of it."""
        self._plays = False
        """The track has come by somebody's doing, and is to play as soon as it is known."""
        self._length_s = teaching.choice.length_s
        player = kit.player
        for signal in (player.playing_changed, player.passage_changed, player.moved):
            signal.connect(self._follow)
        kit.cards.arrived.connect(self._arrived)
        teaching.changed.connect(self._length_changed)
        subject.play.clicked.connect(self.toggle)
        subject.wave.sought.connect(self.play_from)

    @property
    def track_id(self) -> int | None:
        one = self._teaching.course.current
        return one.track_id if one is not None else None

    def come(self, *, by_hand: bool) -> None:
        """Another track is asked about."""
        self._plays = by_hand and self._teaching.choice.plays
        silent = not self._plays or self.track_id is None
        if by_hand and silent and self._is_another_heard():
            self._kit.player.stop()
        self._look()
        self._show()

    def _is_another_heard(self) -> bool:
        passage = self._kit.player.passage
        return self._kit.player.is_playing and passage is not None and passage.track_id != self.track_id

    def _key(self, track_id: int) -> tuple[int, int, int]:
        choice = self._teaching.choice
        return choice.set_id or 0, choice.layer, track_id

    def _look(self) -> None:
        """Where this track, and the next, are most like themselves."""
        course = self._teaching.course
        ids = [self.track_id] if self.track_id is not None else []
        ids += [one.track_id for one in course.queue[:2]]
        self._kit.cards.want(ids)
        for id_ in dict.fromkeys(ids):
            key = self._key(id_)
            if key not in self._typical and key[0]:
                work = partial(read_typical, *key)
                self._kit.workspace.look(work, partial(self._found, key), partial(self._found, key, None))

    def _found(self, key: tuple[int, int, int], span: object, _error: object = None) -> None:
        self._typical[key] = span if isinstance(span, tuple) else None
        if key[2] == self.track_id:
            self._show()

    def passage(self) -> Passage | None:
        """None while it is not known."""
        track_id = self.track_id
        card = self._kit.cards.get(track_id) if track_id is not None else None
        if track_id is None or card is None:
            return None
        key = self._key(track_id)
        if key[0] and key not in self._typical:
            return None
        start, end = around(self._typical.get(key), self._teaching.choice.length_s, card.duration_s)
        return Passage(track_id, start, end, self.tr("Label by ear") if end is not None else "")

    @Slot()
    def _length_changed(self) -> None:
        if self._length_s != self._teaching.choice.length_s:
            self._length_s = self._teaching.choice.length_s
            self._show()

    @Slot(object)
    def _arrived(self, track_ids: frozenset[int]) -> None:
        if self.track_id in track_ids:
            self._show()

    def _show(self) -> None:
        track_id, passage = self.track_id, self.passage()
        card = self._kit.cards.get(track_id) if track_id is not None else None
        span = (0.0, 0.0)
        if passage is not None and card is not None:
            end = passage.end_s if passage.end_s is not None else card.duration_s
            span = passage.start_s, end or 0.0
        self._subject.show_track(card, span, there=track_id is not None)
        if passage is None:
            return
        if self._plays:
            self._plays = False
            self._kit.player.play([passage])
        elif self._subject.isVisible() and self._kit.player.passage != passage:
            self._kit.player.load(passage)
        self._follow()

    @Slot()
    def toggle(self) -> None:
        """Play or pause what is asked about, whatever else is loaded."""
        passage, player = self.passage(), self._kit.player
        if player.passage is not None and player.passage.track_id == self.track_id:
            player.toggle()
        elif passage is not None:
            player.play([passage])

    @Slot(float)
    def play_from(self, seconds: float) -> None:
        passage, player = self.passage(), self._kit.player
        if passage is None:
            return
        if player.passage is None or player.passage.track_id != passage.track_id:
            player.play([passage])
        player.seek(seconds)
        if not player.is_playing:
            player.toggle()

    @Slot()
    def _follow(self) -> None:
        """What is heard is gold."""
        if not self._subject.isVisible():
            return
        player, wave = self._kit.player, self._subject.wave
        ours = player.passage is not None and player.passage.track_id == self.track_id
        playing = ours and player.is_playing
        wave.show_heard(heard=playing, position_s=player.position_s if ours else None)
        words = self.tr("Pause") if playing else self.tr("Play")
        if self._subject.play.text() != words:
            from desktop.icons import icon

            self._subject.play.setText(words)
            self._subject.play.setIcon(icon("pause-filled" if playing else "play"))

    def forget(self) -> None:
        self._typical.clear()
        self._plays = False
        self._subject.show_track(None, (0.0, 0.0), there=False)
