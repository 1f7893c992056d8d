"""What can be done with excerpts: those that a person marks, and those that an encoder heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

from desktop.player.labelling import LabelForm
from desktop.player.passage import Passage

if TYPE_CHECKING:
    from desktop.kit import Kit
    from desktop.player.pane import PlayerPane


class Excerpts(QObject):
    def __init__(self, kit: Kit, pane: PlayerPane) -> None:
        super().__init__(pane)
        self._kit = kit
        self._pane = pane
        self._scene = pane.picture.scene
        picture, bar = pane.picture, pane.marked
        picture.window_wanted.connect(self.play_window)
        picture.play_chosen.connect(self.play_marked)
        picture.menu_wanted.connect(self.open_menu)
        picture.chosen_changed.connect(self._note_mark)
        bar.play.clicked.connect(self.play_marked)
        bar.loop.clicked.connect(self.loop_marked)
        bar.near.clicked.connect(self.find_near)
        bar.name.clicked.connect(self.label_marked)
        bar.clear.clicked.connect(self.clear_mark)

    @Slot(int)
    def play_window(self, place: int) -> None:
        """One window of the encoder alone, exactly as it was heard."""
        shown, windows = self._pane.shown, self._pane.windows
        if shown is not None and place < len(windows.starts):
            start = windows.starts[place]
            why = self.tr("Excerpt that {} heard").format(self._kit.heard.title)
            self._kit.player.play([Passage(shown.track_id, start, start + windows.length_s, why)])

    @Slot()
    def play_window_here(self) -> None:
        place = self._scene.window_at(self._scene.position_s)
        if place is not None:
            self.play_window(place)

    @Slot()
    def play_marked(self) -> None:
        if self._scene.chosen is not None:
            self._kit.player.audition(*self._scene.chosen)

    @Slot()
    def loop_marked(self) -> None:
        if self._scene.chosen is not None:
            self._kit.player.audition(*self._scene.chosen, loop=True)

    @Slot()
    def toggle_loop(self) -> None:
        """The marked excerpt, or what is heard, or no longer."""
        player, heard = self._kit.player, self._scene.chosen or self._scene.heard
        if player.loop is None and heard is not None:
            player.set_loop(*heard)
        else:
            player.toggle_loop()
        self._pane.show_heard()

    @Slot()
    def find_near(self) -> None:
        action = self._kit.commands.actions.get("near-excerpt")
        if action is not None and self._kit.heard.marked is not None:
            action.setData(self._kit.heard.marked)
            action.trigger()

    @Slot()
    def label_marked(self) -> None:
        marked = self._kit.heard.marked
        if marked is not None:
            card = self._kit.cards.get(marked.track_id)
            LabelForm(self._pane.window(), self._kit, marked, card.title if card else "").open()

    @Slot()
    def clear_mark(self) -> None:
        self._pane.picture.choose(None)

    @Slot()
    def _note_mark(self) -> None:
        chosen, shown = self._scene.chosen, self._pane.shown
        marked = Passage(shown.track_id, *chosen) if chosen is not None and shown is not None else None
        self._pane.marked.near.setVisible("near-excerpt" in self._kit.commands.actions)
        self._kit.heard.mark(marked)

    @Slot(object)
    def open_menu(self, where: QPoint) -> None:
        picture = self._pane.picture
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pane.offered.fill(menu, picture.seconds(picture.mapFromGlobal(where).x()))
        menu.popup(where)
