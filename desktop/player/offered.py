"""The commands of the player, for the menus, the keyboard and the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMenu, QWidget

from desktop.commands import Command
from desktop.icons import icon
from desktop.player import ticks
from desktop.player.steps import Steps
from desktop.times import clock

if TYPE_CHECKING:
    from desktop.kit import Kit
    from desktop.player.pane import PlayerPane

SKIP_S = 5.0
LOUDER = 0.05


class Offered(QObject):
    def __init__(self, kit: Kit, pane: PlayerPane) -> None:
        super().__init__(pane)
        self._kit = kit
        self._pane = pane
        steps = Steps(kit.player, pane).commands()
        sound = [*self._sound(), *steps]
        kit.commands.offer("play", [*self._transport(), *sound, *self._excerpts(), *self._sight()])
        kit.player.playing_changed.connect(self._show_state)
        kit.player.loop_changed.connect(self._show_state)
        kit.player.matching_changed.connect(self._show_state)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        self._app = app

    def finish(self) -> None:
        self._app.removeEventFilter(self)

    def _transport(self) -> list[Command]:
        player, tr = self._kit.player, self.tr
        return [
            _command("play", tr("&Play or pause"), tr("Play or pause what is loaded"),
                     player.toggle, "Space", "play"),
            _command("play_from_start", tr("Play from the &start"), tr("Play the excerpt from its start"),
                     player.play_from_start, "Shift+Space"),
            _command("stop_playing", tr("S&top"), tr("Back to the start, silent"), player.stop,
                     icon_name="stop"),
            _command("next_passage", tr("&Next"), tr("The next in the queue"),
                     player.next, "Ctrl+Right", "next"),
            _command("previous_passage", tr("P&revious"), tr("The one before in the queue"),
                     player.previous, "Ctrl+Left", "previous"),
            _command("skip_on", tr("5 s &on"), tr("Five seconds on"), partial(player.skip, SKIP_S),
                     "Alt+Right"),
            _command("skip_back", tr("5 s &back"), tr("Five seconds back"), partial(player.skip, -SKIP_S),
                     "Alt+Left"),
        ]  # fmt: skip

    def _sound(self) -> list[Command]:
        tr = self.tr
        return [
            _command("loop", tr("&Loop"), tr("Loop the marked excerpt, or what is heard"),
                     self._pane.excerpts.toggle_loop, "Ctrl+Shift+L", "loop", checkable=True),
            _command("louder", tr("Lo&uder"), tr("Turn the volume up"), partial(self._turn, LOUDER),
                     "Ctrl+Up"),
            _command("quieter", tr("&Quieter"), tr("Turn the volume down"), partial(self._turn, -LOUDER),
                     "Ctrl+Down"),
            _command("match_loudness", tr("&Match loudness"), tr("Bring every track to a common loudness"),
                     self._toggle_matching, checkable=True),
            _command("usual_speed", tr("Usual spee&d and pitch"), tr("Speed 1.00, pitch 0"),
                     self._set_usual),
        ]  # fmt: skip

    def _excerpts(self) -> list[Command]:
        pane, tr = self._pane.excerpts, self.tr
        return [
            _command("play_marked", tr("Play the marked &excerpt"), tr("What is blue in the player, alone"),
                     pane.play_marked),
            _command("label_marked", tr("Label the marked e&xcerpt…"), tr("A label for these seconds only"),
                     pane.label_marked, icon_name="tag"),
            _command("clear_mark", tr("Take the mar&k away"), tr("Mark no excerpt"), pane.clear_mark),
            _command("play_heard", tr("Play what the encoder &heard here"),
                     tr("The encoder's excerpt around this instant, alone"), pane.play_window_here),
        ]  # fmt: skip

    def _sight(self) -> list[Command]:
        pane, tr = self._pane, self.tr
        return [
            _command("see_nearer", tr("Zoom &in"), tr("See fewer seconds"), partial(self._zoom, 1.0),
                     icon_name="zoom-in"),
            _command("see_farther", tr("&Zoom out"), tr("See more seconds"), partial(self._zoom, -1.0),
                     icon_name="zoom-out"),
            _command("see_whole", tr("See the &whole track"), tr("All of it at once"), pane.span.show_all,
                     icon_name="fit"),
            _command("fold_player", tr("&Fold or unfold the player"), tr("Only the waveform, or all of it"),
                     pane.toggle_fold),
        ]  # fmt: skip

    def keys(self) -> list[tuple[str, str]]:
        """Those of the picture."""
        tr = self.tr
        return [
            ("+", tr("Zoom in where it plays")),
            ("-", tr("Zoom out")),
            ("0", tr("See the whole track")),
            ("← →", tr("Move along")),
            ("[", tr("The marked excerpt starts here")),
            ("]", tr("The marked excerpt ends here")),
            ("Enter", tr("Play the marked excerpt")),
            ("Escape", tr("Take the mark away")),
        ]

    def fill(self, menu: QMenu, at_s: float) -> None:
        """What can be done with this instant of the picture, and with the marked excerpt."""
        kit, pane, actions = self._kit, self._pane, self._kit.commands.actions
        here = menu.addAction(icon("play"), self.tr("Play from {}").format(clock(at_s, 1)))
        here.triggered.connect(partial(self._play_from, at_s))
        window = pane.picture.scene.window_at(at_s)
        if window is not None:
            said = self.tr("Play what {} heard, {}").format(
                kit.heard.title, ticks.between(*pane.picture.scene.window(window))
            )
            menu.addAction(said).triggered.connect(partial(pane.excerpts.play_window, window))
        if kit.heard.marked is not None:
            menu.addSeparator()
            menu.addAction(actions["play_marked"])
            menu.addAction(icon("loop"), self.tr("Loop the marked excerpt")).triggered.connect(
                pane.excerpts.loop_marked
            )
            if "near-excerpt" in actions:
                menu.addAction(actions["near-excerpt"])
                actions["near-excerpt"].setData(kit.heard.marked)
            menu.addAction(actions["label_marked"])
            menu.addAction(actions["clear_mark"])
        menu.addSeparator()
        for name in ("see_nearer", "see_farther", "see_whole"):
            menu.addAction(actions[name])

    def _play_from(self, at_s: float) -> None:
        player = self._kit.player
        player.seek(at_s)
        if not player.is_playing:
            player.toggle()

    @Slot()
    def _show_state(self) -> None:
        player, actions = self._kit.player, self._kit.commands.actions
        actions["play"].setIcon(icon("pause-filled" if player.is_playing else "play"))
        actions["loop"].setChecked(player.loop is not None)
        actions["match_loudness"].setChecked(player.matching)

    def _turn(self, by: float) -> None:
        player = self._kit.player
        player.set_volume(min(max(player.volume + by, 0.0), 1.0))

    @Slot()
    def _toggle_matching(self) -> None:
        self._kit.player.set_matching(not self._kit.player.matching)
        self._show_state()

    @Slot()
    def _set_usual(self) -> None:
        self._kit.player.set_speed(1.0)
        self._kit.player.set_pitch(0.0)

    def _zoom(self, turns: float) -> None:
        span, at_s = self._pane.span, self._pane.picture.scene.position_s
        inside = span.start_s <= at_s <= span.end_s
        span.zoom(turns, at_s if inside else (span.start_s + span.end_s) / 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space belongs to the player, except where it ticks or chooses something."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and not event.modifiers()
            and isinstance(watched, QWidget)
            and needs_space(watched)
        ):
            event.accept()
            return True
        return False


def needs_space(widget: QWidget) -> bool:
    if isinstance(widget, QComboBox) or (isinstance(widget, QAbstractButton) and widget.isCheckable()):
        return True
    above: QWidget | None = widget
    while above is not None:
        if above.property("takes_space") or above.objectName() == "jobs":
            return True
        above = above.parentWidget()
    return False


def _command(
    name: str,
    words: str,
    tip: str,
    slot: object,
    shortcut: str = "",
    icon_name: str = "",
    *,
    checkable: bool = False,
) -> Command:
    assert callable(slot)
    return Command(
        name,
        words,
        tip,
        slot,
        shortcut,
        icon_name=icon_name,
        needs_collection=True,
        checkable=checkable,
    )
