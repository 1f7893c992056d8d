"""What is heard of the movers: the excerpt that a point stands for, and whom it lost and gained."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import KnownError
from core.messages import channel
from desktop.map.data import read_passage
from desktop.neighbours.listening import Pairing
from desktop.player.passage import Passage

if TYPE_CHECKING:
    from core.maps import KeptMap
    from core.store import Collection
    from desktop.kit import Kit
    from desktop.moved.data import State

Ears = Literal["before", "after"]
Sound = tuple[int, Ears]
Then = Callable[[list[Passage]], object]
REMEMBERED = 500


class Hearing(QObject):
    compared = Signal()
    """Another mover is heard beside its neighbours, or none."""

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._state: State | None = None
        self._known: dict[Sound, Passage] = {}
        self._asked = 0
        self.pairing = Pairing(kit.player)
        self.mover: int | None = None
        """The track whose old and new neighbour are compared."""
        self.old: int | None = None
        self.new: int | None = None

    def show_state(self, state: State | None) -> None:
        self._state = state
        self._known.clear()
        self._asked += 1
        self._compare_nothing()

    def _compare_nothing(self) -> None:
        self.mover = self.old = self.new = None
        self.pairing.set_sides(None, None)
        self.compared.emit()

    # Playing

    def play(self, track_ids: Sequence[int]) -> None:
        """One after the other, each at the excerpt that stands for it after."""
        self._with_passages([(id_, "after") for id_ in track_ids], self._kit.player.play)

    def press(self, track_id: int) -> None:
        """Play, or pause what plays."""
        player = self._kit.player
        if player.passage is not None and player.passage.track_id == track_id:
            player.toggle()
        else:
            self.play([track_id])

    def _with_passages(self, wanted: Sequence[Sound], then: Then) -> None:
        state = self._state
        if state is None or state.drawn is None:
            return
        self._asked += 1
        self.tell_heard()
        missing = [sound for sound in wanted if sound not in self._known]
        if not missing:
            self._came(self._asked, list(wanted), then, {})
            return
        work = partial(_read, {"before": state.drawn.first, "after": state.drawn.second}, missing)
        done = partial(self._came, self._asked, list(wanted), then)
        self._kit.workspace.look(work, done)

    def _came(
        self, asked: int, wanted: list[Sound], then: Then, found: dict[Sound, tuple[float, float] | None]
    ) -> None:
        if asked != self._asked or self._state is None:
            return
        while len(self._known) + len(found) > REMEMBERED and self._known:
            self._known.pop(next(iter(self._known)))
        self._known |= {sound: self._passage(sound, span) for sound, span in found.items()}
        then([self._known[sound] for sound in wanted])

    def _passage(self, sound: Sound, span: tuple[float, float] | None) -> Passage:
        state = self._state
        assert state is not None
        assert state.pair is not None
        track_id, ears = sound
        if span is None:
            return Passage(track_id)
        title = (state.pair.before if ears == "before" else state.pair.after).title
        why = self.tr("The excerpt most like the whole track, as {} hears it").format(title)
        return Passage(track_id, *span, why)

    def tell_heard(self) -> None:
        """What this encoder heard can be shown and checked."""
        info = self._state.heard if self._state is not None else None
        if info is not None:
            self._kit.heard.show(info.id, info.card.title, info.window_s, info.hop_s, info.card.rate_hz)

    # A and B

    def compare(self, track_id: int) -> None:
        """The mover, then the nearest that it lost and the nearest that it gained; again: between these."""
        if track_id == self.mover:
            self.switch()
            return
        drawn = self._state.drawn if self._state is not None else None
        row = drawn.row_of(track_id) if drawn is not None else None
        if drawn is None or row is None or not drawn.k:
            return
        old, new = drawn.lost_and_gained(row)
        if old is None or new is None:
            channel.info(self.tr("This track has no neighbours to compare."))
            return
        wanted: list[Sound] = [(track_id, "after"), (old, "before"), (new, "after")]
        self._with_passages(wanted, partial(self._start, track_id, old, new))

    def _start(self, mover: int, old: int, new: int, passages: list[Passage]) -> None:
        self.mover, self.old, self.new = mover, old, new
        self._kit.cards.want((mover, old, new))
        self.pairing.set_sides(passages[1], passages[2])
        self._kit.player.play(passages)
        self.compared.emit()

    @Slot()
    def switch(self) -> None:
        """Between the old and the new neighbour, at the same moment."""
        self.pairing.toggle()

    def play_side(self, side: str) -> None:
        """`it`, `a` or `b` of what is compared."""
        wanted: dict[str, Sound | None] = {
            "it": None if self.mover is None else (self.mover, "after"),
            "a": None if self.old is None else (self.old, "before"),
            "b": None if self.new is None else (self.new, "after"),
        }
        if (sound := wanted[side]) is not None:
            self._with_passages([sound], self._kit.player.play)

    def side_of(self, track_id: int | None) -> str:
        """Which of the three a track is, if it is one."""
        if track_id is None:
            return ""
        sides = {self.new: "b", self.old: "a", self.mover: "it"}
        return sides.get(track_id, "")

    def forget(self) -> None:
        self.show_state(None)


def _read(
    maps: dict[Ears, KeptMap], sounds: Sequence[Sound], collection: Collection
) -> dict[Sound, tuple[float, float] | None]:
    """In the background. A track that has lost its excerpts is heard from its start."""
    found: dict[Sound, tuple[float, float] | None] = {}
    for track_id, ears in sounds:
        try:
            found[track_id, ears] = read_passage(maps[ears], track_id, collection)
        except KnownError:
            found[track_id, ears] = None
    return found
