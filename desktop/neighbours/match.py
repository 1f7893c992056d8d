"""Where it matches: which seconds of A are like which seconds of B, to be seen, clicked and heard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from core.errors import KnownError
from core.messages import channel
from core.progress import Stop
from desktop.desk.pane import Pane
from desktop.kit import Kit
from desktop.neighbours import says
from desktop.neighbours.asking import Answer, Wish
from desktop.neighbours.listening import Pairing
from desktop.neighbours.matchbody import MatchBody
from desktop.neighbours.matchexport import MatchExport
from desktop.neighbours.waves import Waves
from desktop.player.passage import Passage

if TYPE_CHECKING:
    from core.embedding import SetInfo
    from core.neighbours.request import MatchResult
    from core.store import Collection
    from desktop.neighbours.pane import NeighboursPane


class MatchPane(Pane):
    wanted = Signal(object)
    """A pane that should come to the front."""

    name = "match"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.a: int | None = None
        self.b: int | None = None
        self.result: MatchResult | None = None
        self._neighbours: NeighboursPane | None = None
        self._wish: Wish | None = None
        self._is_stale = True
        self.pairing = Pairing(kit.player)
        self.waves = Waves(kit, self)
        self.body = MatchBody(kit)
        self._export = MatchExport(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.body)
        self._connect()
        self._refuse(self.tr("Click a track to see where it matches others."))

    def title(self) -> str:
        return self.tr("Where it matches")

    def keys(self) -> list[tuple[str, str]]:
        return [
            ("Enter", self.tr("Play A where the cross is; with Shift, B")),
            ("Space", self.tr("Play the stretch in A; with Shift, in B")),
            ("X", self.tr("Switch between A and B at the same place")),
        ]

    def _connect(self) -> None:
        body, player = self.body, self.kit.player
        body.pair_chosen.connect(self._choose_b)
        body.matrix.picked.connect(self.play_at)
        body.matrix.compared.connect(self.compare_cross)
        body.table.played.connect(self.play_stretch)
        body.table.compared.connect(self.compare_stretch)
        body.export.clicked.connect(self._export.show_menu)
        body.notice.pressed.connect(self._remedy)
        body.waiting.cancelled.connect(self.cancel)
        self.waves.came.connect(body.matrix.show_waves)
        player.passage_changed.connect(self._show_heard)
        player.playing_changed.connect(self._show_heard)
        player.moved.connect(self._show_heard)

    def follow(self, neighbours: NeighboursPane) -> None:
        """Its answer says what A is and what B may be, and whose ears compare."""
        self._neighbours = neighbours
        neighbours.watchers.append(self)
        neighbours.answered.connect(self._neighbours_answered)
        neighbours.match_wanted.connect(self.show_pair)
        neighbours.ears.changed.connect(self._ask_again)
        self.kit.selection.current_changed.connect(self._current_changed)

    # Which two

    def show_pair(self, a: int, b: int) -> None:
        """And come to the front."""
        self._set_pair(a, b)
        self.wanted.emit(self)

    @Slot(object)
    def _neighbours_answered(self, answer: Answer | None) -> None:
        hits = [] if answer is None else answer.result.hits
        self.body.set_hits(hits)
        asked = answer.question.plus if answer is not None else ()
        a = asked[0] if asked else self.kit.selection.current
        if a is None:
            self._set_pair(None, None)
            return
        known = {hit.track_id for hit in hits}
        current = self.kit.selection.current
        if current not in known:
            current = hits[0].track_id if hits else a
        self._set_pair(a, current)

    @Slot(object)
    def _current_changed(self, track_id: int | None) -> None:
        """The keyboard walks along the neighbours: B follows."""
        if track_id is not None and track_id != self.a and self.body.has_hit(track_id):
            self._set_pair(self.a, track_id)

    def _choose_b(self, track_id: int) -> None:
        self._set_pair(self.a, track_id)

    def _set_pair(self, a: int | None, b: int | None) -> None:
        if (a, b) != (self.a, self.b) or self.result is None:
            self.a, self.b = a, b
            self.body.show_pair(a, b)
            self.ask()

    # Asking

    def ask(self) -> None:
        self._drop()
        self._is_stale = not self.isVisible()
        info = None if self._neighbours is None else self._neighbours.ears.info
        if self._is_stale or self._neighbours is None:
            return
        if self.a is None or self.b is None:
            self._refuse(self.tr("Click a track to see where it matches others."))
        elif info is None:
            why = self.tr(
                "Nothing here has been encoded yet. Where two tracks match needs an encoder's ears."
            )
            self._refuse(why, self.tr("Encode…"))
        else:
            self._wish = wish = Wish()
            self.body.waiting.show_busy(self.tr("Comparing second by second…"))
            layer = self._neighbours.ears.layer
            work = partial(_match, info, layer, self.a, self.b, wish)
            self.kit.workspace.read(work, partial(self._came, wish, info), partial(self._failed, wish))

    def _drop(self) -> None:
        """What is under way is not wanted any more."""
        if self._wish is not None:
            self._wish.stop = Stop.CANCEL
            self._wish = None
        self.body.waiting.show_busy("")

    @Slot()
    def cancel(self) -> None:
        self._drop()
        self._refuse(self.tr("The comparison was cancelled."), self.tr("Compare again"), "again")

    @Slot()
    def _ask_again(self) -> None:
        self.result = None
        self.ask()

    def _came(self, wish: Wish, info: SetInfo, result: MatchResult) -> None:
        if wish is not self._wish:
            return
        self._drop()
        self.result = result
        self.pairing.set_sides(None, None)
        self.body.show_result(result, info)
        self.waves.want(result.a, result.b)
        self._show_heard()

    def _failed(self, wish: Wish, error: Exception) -> None:
        if wish is not self._wish:
            return
        self._drop()
        if isinstance(error, KnownError):
            self._refuse(str(error), self.tr("Encode…"))
        else:
            channel.failure(error)
            self._refuse(self.tr("The tracks could not be compared; the log says why."))

    def _refuse(self, text: str, button: str = "", what: str = "encoders") -> None:
        self.result = None
        self.body.show_notice(text, button, what)

    def _remedy(self, what: str) -> None:
        if what == "encoders":
            self.kit.commands.actions["encoders"].trigger()
        else:
            self.ask()

    # Listening

    def sides_at(self, a_s: float, b_s: float) -> tuple[Passage, Passage] | None:
        if self.result is None:
            return None
        why = self.tr("Where it matches")
        return Passage(self.result.a, a_s, None, why), Passage(self.result.b, b_s, None, why)

    def sides_of(self, row: int) -> tuple[Passage, Passage] | None:
        if self.result is None or not 0 <= row < len(self.result.stretches):
            return None
        found, why = self.result.stretches[row], self.tr("Stretch {} that matches").format(row + 1)
        return (
            Passage(self.result.a, found.a_start_s, found.a_end_s, why),
            Passage(self.result.b, found.b_start_s, found.b_end_s, why),
        )

    @Slot(float, float, bool)
    def play_at(self, a_s: float, b_s: float, b: bool) -> None:
        self._play(self.sides_at(a_s, b_s), b=b)

    @Slot(int, bool)
    def play_stretch(self, row: int, b: bool) -> None:
        self._play(self.sides_of(row), b=b)

    def _play(self, sides: tuple[Passage, Passage] | None, *, b: bool) -> None:
        if sides is not None:
            self.pairing.set_sides(*sides)
            self.kit.player.play([sides[b]])

    @Slot(int)
    def compare_stretch(self, row: int) -> None:
        sides = self.sides_of(row)
        if sides is not None:
            self.pairing.set_sides(*sides)
            self.pairing.toggle()

    @Slot()
    def compare_cross(self) -> None:
        """What was clicked last, else where the cross is."""
        cross = self.body.matrix.cross
        if not self.pairing.heard and cross is not None and (sides := self.sides_at(*cross)) is not None:
            self.pairing.set_sides(*sides)
        self.pairing.toggle()

    @Slot()
    def _show_heard(self) -> None:
        player, result = self.kit.player, self.result
        if result is None or not self.isVisible():
            return
        passage, at_s = player.passage, player.position_s
        if not player.is_playing and not self.pairing.heard:
            self.body.show_heard(None, None, None)
            return
        here = passage.track_id if passage is not None else None
        rows = range(len(result.stretches))
        stretch = next((row for row in rows if passage in (self.sides_of(row) or ())), None)
        of_b = passage is not None and result.a == result.b and passage == self.pairing.b
        self.body.show_heard(
            stretch,
            at_s if here == result.a and not of_b else None,
            at_s if here == result.b and (of_b or result.a != result.b) else None,
        )

    # What Qt and the desk tell it

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._neighbours is not None:
            self._neighbours.catch_up()
        if self._is_stale:
            self.ask()

    def forget(self) -> None:
        self._drop()
        self.waves.stop()
        self.a = self.b = None
        self.body.set_hits(())
        self.body.show_pair(None, None)
        self._refuse(self.tr("Click a track to see where it matches others."))
        self._is_stale = True

    def finish(self) -> None:
        self._drop()
        self.waves.stop()

    def title_of(self, track_id: int) -> str:
        return says.title(self.kit, track_id)


def _match(info: SetInfo, layer: int, a: int, b: int, wish: Wish, collection: Collection) -> MatchResult:
    from core.neighbours.compare import answer
    from core.neighbours.request import MatchRequest

    return answer(collection, MatchRequest(str(info.id), a, b, layer), should_stop=wish)
