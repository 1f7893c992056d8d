"""What ties the two maps to everything else: colours, selection, current track, player, what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Slot

from desktop.map import tints as tinting
from desktop.player.passage import heard_track
from desktop.theme import look

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.kit import Kit
    from desktop.map.legend import Row
    from desktop.moved.canvas import MovedCanvas
    from desktop.moved.view import MovedResult


class Bonds(QObject):
    def __init__(self, view: MovedResult, kit: Kit) -> None:
        super().__init__(view)
        self._view, self._kit = view, kit
        self.hidden: frozenset[int] = frozenset()
        self.rows: list[Row] = []
        self._codes: dict[MovedCanvas, NDArray[np.int16]] = {}
        self._to_say: tuple[MovedCanvas, int] | None = None
        charts, strip = view.charts, view.strip
        charts.clicked.connect(self._click)
        charts.walked.connect(self._walk)
        charts.activated.connect(self._play)
        charts.outlined.connect(self._outline)
        charts.card_wanted.connect(self._fill_card)
        strip.hidden_changed.connect(self._hide)
        strip.chosen.connect(self._choose_class)
        view.tints.changed.connect(self.paint)
        kit.selection.changed.connect(self._show_chosen)
        kit.selection.current_changed.connect(self._show_current)
        kit.player.passage_changed.connect(self._show_playing)
        kit.player.playing_changed.connect(self._show_playing)
        kit.cards.arrived.connect(self._cards_came)
        look().changed.connect(self.paint)

    def dress(self) -> None:
        """Tell both maps everything anew: they forget when they get other points."""
        self.paint()
        self._show_chosen()
        self._show_playing()
        self._show_current(self._kit.selection.current)

    # Colours

    @Slot()
    def paint(self) -> None:
        """Maps that form may have other tracks than each other."""
        view, tints = self._view, self._view.tints
        view.bar.colour.show_choices(tints.groups(), tints.key)
        if tints.colours.is_number:
            self._paint_numbers()
        else:
            self._codes = {canvas: tints.codes(canvas.scene.ids) for canvas in view.charts.canvases}
            most = max(self._codes.values(), key=len)
            self.rows = tints.rows(most) if tints.colours.field and len(most) else []
            self.hidden &= {row.code for row in self.rows}
            for canvas, codes in self._codes.items():
                canvas.set_classes(codes, tinting.class_styles())
            view.strip.show_classes(tints.title(), self.rows, self.hidden)
        self._show_hidden()

    def _paint_numbers(self) -> None:
        view, tints = self._view, self._view.tints
        values = {canvas: tints.numbers(canvas.scene.ids) for canvas in view.charts.canvases}
        low, high = tinting.ends(max(values.values(), key=len))
        for canvas, each in values.items():
            canvas.set_numbers(each, "depth", low, high)
        self._codes, self.rows, self.hidden = {}, [], frozenset()
        unit = f" {tints.colours.unit}" if tints.colours.unit else ""
        view.strip.show_numbers(tints.title(), f"{low:g}", f"{high:g}{unit}")

    @Slot(object)
    def _hide(self, hidden: frozenset[int]) -> None:
        self.hidden = hidden
        self._show_hidden()

    def _show_hidden(self) -> None:
        for canvas in self._view.charts.canvases:
            codes = self._codes.get(canvas)
            if codes is None or not self.hidden:
                canvas.set_shown(None)
            else:
                canvas.set_shown(~np.isin(codes, list(self.hidden)))
        self._view.say()

    @Slot(int)
    def _choose_class(self, code: int) -> None:
        after = self._view.charts.after
        if after in self._codes:
            self._kit.selection.choose(after.scene.ids[self._codes[after] == code].tolist())

    # Selection and player

    @Slot()
    def _show_chosen(self) -> None:
        chosen = np.fromiter(self._kit.selection.chosen, np.int64, len(self._kit.selection.chosen))
        for canvas in self._view.charts.canvases:
            canvas.set_chosen(np.isin(canvas.scene.ids, chosen))

    @Slot(object)
    def _show_current(self, track_id: int | None) -> None:
        for canvas in self._view.charts.canvases:
            canvas.set_current(track_id)

    @Slot()
    def _show_playing(self) -> None:
        playing = heard_track(self._kit.player)
        for canvas in self._view.charts.canvases:
            canvas.set_playing(playing)

    @Slot(int)
    def _click(self, track_id: int) -> None:
        """Plays and chooses."""
        self._kit.selection.choose((track_id,))
        self._play(track_id)

    @Slot(int)
    def _play(self, track_id: int) -> None:
        self._kit.selection.make_current(track_id)
        self._view.hearing.play([track_id])

    @Slot(object, str)
    def _outline(self, track_ids: NDArray[np.int64], how: str) -> None:
        if how in ("replace", "add", "remove"):
            self._kit.selection.choose(track_ids.tolist(), how)  # type: ignore[arg-type]

    # The card, and what is said aloud

    @Slot(int, bool)
    def _walk(self, track_id: int, choose: bool) -> None:
        charts = self._view.charts
        canvas = charts.before if charts.before.hasFocus() else charts.after
        self._to_say = (canvas, track_id)
        self._kit.selection.make_current(track_id)
        if choose:
            self._kit.selection.choose((track_id,), "add")
        self._say()

    def near_words(self, track_id: int) -> str:
        """How many neighbours it kept."""
        drawn = self._view.drawn
        row = drawn.row_of(track_id) if drawn is not None else None
        if drawn is None or row is None or not np.isfinite(drawn.share[row]):
            return ""
        return self.tr("Kept {} of {} true neighbours").format(drawn.kept(row), drawn.k)

    @Slot(int)
    def _fill_card(self, track_id: int) -> None:
        self._view.charts.fill_card(track_id, self._kit.cards.get(track_id), self.near_words(track_id))

    @Slot(object)
    def _cards_came(self, track_ids: frozenset[int]) -> None:
        carded = self._view.charts.carded
        if carded is not None and carded in track_ids:
            self._fill_card(carded)
        if self._to_say is not None and self._to_say[1] in track_ids:
            self._say()

    def _say(self) -> None:
        if self._to_say is None:
            return
        canvas, track_id = self._to_say
        card = self._kit.cards.get(track_id)
        if card is None:
            return
        self._to_say = None
        number = next((way.number for way in canvas.ways if way.track_id == track_id), None)
        parts = [
            card.title,
            card.about(),
            self._view.tints.named(track_id),
            self.near_words(track_id),
            self.tr("mover {}").format(number) if number is not None else "",
            self.tr("selected") if track_id in self._kit.selection.chosen else "",
        ]
        canvas.say(". ".join(part for part in parts if part))
