"""A file from outside, or tracks that have come since, find their place on the map; nothing else moves."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from core.library.walk import AUDIO
from core.maps import PlaceRequest, PlaceResult
from desktop.map.notices import Notice
from desktop.player.passage import Passage
from desktop.widgets import Button

if TYPE_CHECKING:
    from desktop.kit import Kit
    from desktop.map.gallery import Gallery
    from desktop.map.stage import Stage


class Placing(QObject):
    def __init__(self, window: QWidget, kit: Kit, gallery: Gallery, stage: Stage) -> None:
        super().__init__(window)
        self._window, self._kit, self._gallery, self._stage = window, kit, gallery, stage
        self._asked: tuple[int, str] | None = None
        self._near: list[int] = []
        self._name = ""
        self.notice = Notice("info")
        tr = self.tr
        self.select = Button(tr("Select its nearest"), "small")
        self.select.setToolTip(tr("The tracks that sound most like it, in the full space"))
        self.play = Button(tr("Play them"), "small", icon_name="play")
        self.notice.add(self.select, self.play)
        self.notice.add_close()
        self.select.clicked.connect(self._select)
        self.play.clicked.connect(self._play)
        self.notice.closed.connect(self.forget)
        gallery.map_changed.connect(self.forget)
        kit.cards.arrived.connect(self._show)

    # A file from outside

    @Slot()
    def choose_file(self) -> None:
        pattern = " ".join(f"*.{ending}" for ending in sorted(AUDIO))
        title = self.tr("A recording to be placed on the map")
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, title, str(Path.home()), self.tr("Recordings ({})").format(pattern)
        )
        if chosen:
            self.place_file(Path(chosen))

    def place_file(self, path: Path) -> None:
        """Heard by the encoder of the map, in a worker; its file is only read."""
        shown = self._gallery.shown
        if shown is None:
            return
        self.forget()
        self._asked = (shown.info.id, str(path))
        self._name = path.name
        self._offer(offered=False)
        self.notice.sign.show_icon("running", "accent")
        self.notice.say(self.tr("Listening to {}…").format(path.name))
        request = PlaceRequest(shown.info.id, str(path))
        done, failed = partial(self._placed, self._asked), partial(self._refused, self._asked)
        self._kit.workspace.answer("place", request, done, failed)

    def _placed(self, asked: tuple[int, str], text: str) -> None:
        if asked != self._asked:
            return
        result = msgspec.json.decode(text, type=PlaceResult)
        if result.x is None or result.y is None:
            return
        self._near = result.near
        self._stage.canvas.set_mark(result.x, result.y, self._name)
        self._kit.cards.want(self._near[:3])
        self._offer(offered=bool(self._near))
        self.notice.sign.show_icon("info")
        self._show()

    @Slot()
    def _show(self) -> None:
        if not self._near or self.notice.isHidden():
            return
        cards = [self._kit.cards.get(id_) for id_ in self._near[:3]]
        names = ", ".join(card.title for card in cards if card is not None)
        said = self.tr("{} would lie here; nearest to {}") if names else self.tr("{} would lie here")
        self.notice.say(said.format(self._name, names))

    def _refused(self, asked: tuple[int, str], error: Exception) -> None:
        if asked == self._asked:
            self._asked = None
            self.notice.sign.show_icon("error", "bad")
            self.notice.say(str(error))

    def _offer(self, *, offered: bool) -> None:
        self.select.setVisible(offered)
        self.play.setVisible(offered)

    @Slot()
    def _select(self) -> None:
        self._kit.selection.choose(self._near)

    @Slot()
    def _play(self) -> None:
        self._kit.player.play([Passage(id_) for id_ in self._near])

    # Tracks that have come since

    @Slot()
    def place_newcomers(self) -> None:
        """`workspace.changed` follows, and the map is read anew."""
        shown = self._gallery.shown
        if shown is not None:
            self._kit.workspace.submit("place", PlaceRequest(shown.info.id))

    @Slot()
    def forget(self) -> None:
        self._asked = None
        self._near = []
        self._stage.canvas.set_mark(0.0, 0.0, None)
        self.notice.hide()
