"""What should be drawn next: what the controls ask for, whether it would be new, and the job that draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.maps.request import SAID, MapRequest
from desktop import words
from desktop.map.data import (
    Source,
    find_drawn,
    is_plain,
    newcomers,
    newest,
    request_of,
    source_of,
    usual_source,
)
from desktop.map.drawing import Drawing

if TYPE_CHECKING:
    from core.maps import MapInfo
    from core.maps.frame import Frame
    from desktop.kit import Kit
    from desktop.map.controls import DrawRow
    from desktop.map.gallery import Gallery


class Course(QObject):
    """Between the first row of controls, the gallery of maps and the job that draws."""

    begun = Signal()
    """A map is on its way, or what is wanted has changed."""
    framed = Signal()
    refused = Signal(str)
    """Why no map has come."""

    def __init__(self, kit: Kit, gallery: Gallery, row: DrawRow) -> None:
        super().__init__(gallery)
        self._gallery, self._row = gallery, row
        self.drawing = Drawing(kit.workspace)
        self.draws_first = False
        """As soon as something has been heard, a first map is drawn."""
        self.is_elsewhere = False
        """What is wanted is of another embedding set than the map that was shown last."""
        self._source: Source | None = None
        gallery.choices_changed.connect(self._choices_changed)
        gallery.map_changed.connect(self._map_changed)
        row.source_chosen.connect(self._choose_source)
        row.method_chosen.connect(self._choose_method)
        row.settings_changed.connect(self._change_settings)
        row.draw_wanted.connect(self.draw)
        self.drawing.begun.connect(self._begun)
        self.drawing.framed.connect(self._framed)
        self.drawing.ended.connect(self._ended)
        self.show_draw()

    # What is wanted

    @property
    def source(self) -> Source | None:
        sets = self._gallery.choices.sets
        if self._source is None or self._gallery.choices.set_of(self._source.set_id) is None:
            return usual_source(max(sets, key=lambda info: info.tracks)) if sets else None
        return self._source

    @property
    def request(self) -> MapRequest | None:
        """What the controls ask for; None where nothing has been heard."""
        source, row = self.source, self._row
        if source is None:
            return None
        method = row.chosen_method()
        return request_of(self._gallery.choices, source, method, row.settings(), row.seed.value())  # type: ignore[arg-type]

    @property
    def drawn(self) -> MapInfo | None:
        """The map that is wanted, where it is there already."""
        source, request = self.source, self.request
        return find_drawn(self._gallery.choices, source, request) if source and request else None

    def heard(self) -> int:
        """Tracks that can be on the map that is wanted."""
        info = self._gallery.choices.set_of(self.source.set_id) if self.source else None
        return info.tracks if info else 0

    def newcomers(self) -> int:
        shown = self._gallery.shown
        return newcomers(self._gallery.choices, shown.info) if shown else 0

    @Slot(object)
    def _choose_source(self, chosen: Source | int) -> None:
        choices = self._gallery.choices
        if isinstance(chosen, int):
            self._show(choices.map_of(chosen))
            return
        self._source = chosen
        methods = [self._row.chosen_method(), *SAID]
        self._show(self.drawn or next(filter(None, (newest(choices, chosen, m) for m in methods)), None))

    @Slot(str)
    def _choose_method(self, method: str) -> None:
        source = self.source
        found = newest(self._gallery.choices, source, method) if source else None
        self._show(self.drawn or found)

    @Slot()
    def _change_settings(self) -> None:
        self._show(self.drawn)

    def _show(self, info: MapInfo | None) -> None:
        shown = self._gallery.shown
        if info is not None:
            self._gallery.show_map(info.id)
        self.is_elsewhere = (
            info is None
            and shown is not None
            and self.source is not None
            and source_of(shown.info) != self.source
        )
        self.show_draw()
        self.begun.emit()

    # What there is

    @Slot()
    def _choices_changed(self) -> None:
        gallery = self._gallery
        shown = gallery.shown
        stands_on: Source | int | None = self.source
        if shown is not None and not self.is_elsewhere and not is_plain(shown.info):
            stands_on = shown.info.id
        self._row.show_choices(gallery.choices, stands_on)
        self.show_draw()
        if self.draws_first and gallery.choices.sets and not self.drawing.is_busy:
            self.draws_first = False
            if not gallery.choices.maps:
                self.draw()

    @Slot()
    def _map_changed(self) -> None:
        shown = self._gallery.shown
        self.is_elsewhere = False
        if shown is not None:
            self._source = source_of(shown.info)
            self._row.show_map(shown.info)
        self.show_draw()

    def show_draw(self) -> None:
        """Whether drawing would give something new, else why not."""
        tr, row = self.tr, self._row
        drawn = self.drawn
        if self.request is None:
            row.say_draw(tr("Nothing has been heard yet; encode the tracks first"), "")
        elif self.drawing.is_busy:
            row.say_draw(tr("A map is being drawn"), "")
        elif drawn is not None and not newcomers(self._gallery.choices, drawn):
            row.say_draw(tr("This map is drawn already"), "")
        else:
            row.say_draw("", tr("Draw {} so").format(words.tracks(self.heard())))

    # Drawing

    @Slot()
    def draw(self) -> None:
        request = self.request
        if request is not None:
            self.ask(request)

    @Slot()
    def draw_again(self) -> None:
        """As the map that is shown, with all tracks that have come since."""
        shown = self._gallery.shown
        if shown is not None:
            self._row.show_map(shown.info)
        self.draw()

    def ask(self, request: MapRequest) -> None:
        if self.drawing.is_busy:
            self.refused.emit(self.tr("A map is being drawn; wait for it, or cancel it."))
            return
        info = next((i for i in self._gallery.choices.sets if str(i.id) == request.encoder), None)
        title = info.card.title if info else request.encoder
        self.drawing.ask(request, self.tr("Draw {} of {}").format(SAID[request.method], title))

    @Slot()
    def _begun(self) -> None:
        self.show_draw()
        self.begun.emit()

    @Slot(object)
    def _framed(self, frame: Frame) -> None:
        self._gallery.show_frame(frame)
        self.framed.emit()

    @Slot(object, str)
    def _ended(self, map_id: int | None, sentence: str) -> None:
        gallery = self._gallery
        if map_id is None:
            gallery.end_forming()
            if sentence:
                self.refused.emit(sentence)
        else:
            gallery.wanted = map_id
            gallery.refresh()
        self.show_draw()
        self.begun.emit()

    def forget(self) -> None:
        self.drawing.forget()
        self._row.forget()
        self.is_elsewhere = False
        self._source = None
