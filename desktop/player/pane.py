"""The player's pane: it shows what the player plays, and asks it for everything."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.cards import TrackCard
from desktop.changes import Changes
from desktop.desk.pane import Pane
from desktop.holding import Summary
from desktop.icons import icon
from desktop.kit import Kit
from desktop.player import memory, ticks
from desktop.player.dockside import resize_dock, upright
from desktop.player.excerpts import Excerpts
from desktop.player.marked import MarkedBar
from desktop.player.offered import Offered
from desktop.player.overview import Overview
from desktop.player.passage import Passage
from desktop.player.picture import Picture
from desktop.player.scene import Seconds
from desktop.player.shading import Shading
from desktop.player.shape import Shape
from desktop.player.sound import Sound
from desktop.player.span import Span
from desktop.player.spectrogram import Shades, Tiles
from desktop.player.transport import Transport
from desktop.player.upnext import UpNext
from desktop.player.windows import Windows
from desktop.theme import look
from desktop.widgets import Button, Tone, label

FOLDED_PX, OPEN_PX = 112, 224
"""With its title."""
FOLDS_BELOW_PX = 118
"""Without it."""
AROUND = 6.0
"""So many times its length is seen around an excerpt, and this many seconds at least."""
AROUND_S = 20.0


class PlayerPane(Pane):
    name = "player"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Passage | None = None
        self._wanted_span: tuple[int, float, float] | None = None
        self._is_folded: bool | None = None
        self.span, self.shape, self.tiles = Span(self), Shape(self), Tiles(self)
        self.windows = Windows(kit, self)
        self.picture = Picture(self.span, self.shape, self.tiles)
        self.overview = Overview(self.span, self.shape, self.picture.scene)
        self.marked = MarkedBar(self.picture)
        self.transport = Transport(kit.player)
        self.sound = Sound(kit.player)
        self.shading = Shading(self)
        self.queue = UpNext(kit.player, kit.cards)
        self.shade = Button("", "icon", icon_name="spectrum", name=self.tr("Spectrogram settings"))
        self.shade.setToolTip(self.tr("Range, brightness and contrast of the spectrogram"))
        self.fold_button = Button("", "icon", icon_name="down", name=self.tr("Fold the player"))
        self._build()
        self.excerpts = Excerpts(kit, self)
        self._connect()
        self.offered = Offered(kit, self)
        self._show(None)

    def title(self) -> str:
        return self.tr("Player")

    def title_widgets(self) -> list[QWidget]:
        return [self.queue, self.shade, self.fold_button]

    def keys(self) -> list[tuple[str, str]]:
        return self.offered.keys()

    def sizeHint(self) -> QSize:
        return QSize(look().px(900), look().px(OPEN_PX - 34))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(520), look().px(FOLDED_PX - 36))

    # Making

    def _build(self) -> None:
        self.quiet = label(
            self.tr("Nothing is loaded. Choose a track in the library or on the map."), tone="text2"
        )
        self.quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body = QWidget()
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        centre = QVBoxLayout()
        centre.setContentsMargins(0, 0, 0, 0)
        centre.setSpacing(1)
        centre.addWidget(self.overview)
        centre.addWidget(self.picture, 1)
        row.addWidget(self.transport)
        row.addWidget(upright())
        row.addLayout(centre, 1)
        row.addWidget(upright())
        row.addWidget(self.sound)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.quiet)
        self.stack.addWidget(self.body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # its parts fold when it is low
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        kit, player, picture = self._kit, self._kit.player, self.picture
        player.passage_changed.connect(self._follow)
        player.moved.connect(self._move)
        player.loop_changed.connect(self.show_heard)
        player.playing_changed.connect(self._follow_heard)
        kit.selection.current_changed.connect(self._load)
        kit.cards.arrived.connect(self._arrived)
        kit.cards.stale.connect(self._look_again)
        kit.workspace.changed.connect(self._changed)
        kit.heard.changed.connect(self._show_windows)
        self.windows.changed.connect(self._show_windows)
        self.shape.changed.connect(self._measure)
        self.overview.sought.connect(player.seek)
        picture.sought.connect(player.seek)
        self.transport.loop.clicked.connect(self.excerpts.toggle_loop)
        self.shade.clicked.connect(self._open_shading)
        self.shading.changed.connect(self.set_shades)
        self.shading.shown_changed.connect(self._show_spectrum)
        self.fold_button.clicked.connect(self.toggle_fold)

    # What is shown

    @property
    def shown(self) -> Passage | None:
        return self._shown

    @property
    def _card(self) -> TrackCard | None:
        return self._kit.cards.get(self._shown.track_id) if self._shown else None

    @Slot(object)
    def _load(self, track_id: int | None) -> None:
        player = self._kit.player
        if player.is_playing:
            return
        if track_id is not None:
            player.load(Passage(track_id))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        passage, current = self._kit.player.passage, self._kit.selection.current
        if passage is None and current is not None:
            passage = Passage(current)
        if passage != self._shown:
            self._show(passage)

    def _show(self, passage: Passage | None) -> None:
        before, self._shown = self._shown, passage
        self.stack.setCurrentWidget(self.body if passage else self.quiet)
        another = passage is None or before is None or before.track_id != passage.track_id
        if another:
            self.picture.choose(None)
            self.shape.show_track(None)
            self.tiles.show_track("")
            self.span.set_track(0.0)
            self.windows.show_track(passage.track_id if passage else None)
        self._show_card(look_at=another or (passage is not None and passage.end_s is not None))
        self.show_heard()
        self._move(self._kit.player.position_s if self._kit.player.passage else 0.0)

    def _show_card(self, *, look_at: bool) -> None:
        """What is known of the track; its sound too, once its file is known."""
        passage, card = self._shown, self._card
        if passage is None:
            return
        if card is None:
            self.transport.show_track("…", "")
            return
        about = (card.first(field) for field in ("artist", "album", "year"))
        self.transport.show_track(card.title, " · ".join(part for part in about if part))
        if not self.isVisible():
            return
        if not self.span.duration_s:
            self.span.set_track(card.duration_s or 0.0)
        self.shape.show_track(card.path)
        self.tiles.show_track(str(card.path))
        self.transport.show_length(self.span.duration_s)
        if look_at and self.span.duration_s:
            self._look_at(passage)
        self.picture.refresh()

    def _look_at(self, passage: Passage) -> None:
        """An excerpt is seen with what is around it; a track whole, or as it was seen last time."""
        wanted, self._wanted_span = self._wanted_span, None
        if wanted is not None and wanted[0] == passage.track_id:
            self.span.show(*wanted[1:])
        elif passage.end_s is not None and self.span.is_whole:
            length = passage.end_s - passage.start_s
            around = max(length * AROUND, AROUND_S)
            middle = (passage.start_s + passage.end_s) / 2
            self.span.show(middle - around / 2, middle + around / 2)
        elif passage.end_s is not None:
            self.span.reveal(passage.start_s, passage.end_s)

    @Slot()
    def _measure(self) -> None:
        """The whole file was read: now its length is known to the sample."""
        if self.shape.is_whole and self.shape.pyramid is not None and self._shown is not None:
            known = self.span.duration_s > 0
            self.span.set_duration(self.shape.pyramid.duration_s)
            self.transport.show_length(self.span.duration_s)
            if not known:
                self._look_at(self._shown)

    @Slot(object)
    def _arrived(self, ids: frozenset[int]) -> None:
        if self._shown is not None and self._shown.track_id in ids:
            self._show_card(look_at=not self.span.duration_s)

    @Slot()
    def _look_again(self) -> None:
        """Labels may be others; what was known is shown until they are there."""
        if self._card is not None:
            self._show_card(look_at=False)

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        """Files may be others, too."""
        if changes.tracks:
            self.shape.show_track(None)
            self.tiles.forget()
            self._look_again()

    @Slot(float)
    def _move(self, seconds: float) -> None:
        before = self.picture.scene.position_s
        self._follow_heard()
        self.picture.move_to(seconds)
        self.overview.move_to(before, seconds)
        self.transport.show_position(seconds)
        span = self.span
        left = before <= span.end_s < seconds and seconds - before < 2
        if self._kit.player.is_playing and left and not self.picture.is_dragging:
            span.turn_page(seconds)

    @property
    def heard(self) -> Seconds | None:
        """The span that is heard, where that is not simply the track."""
        player, passage = self._kit.player, self._shown
        if player.loop is not None:
            return player.loop
        if player.span_instead is not None:
            start_s, end_s = player.span_instead
            return (start_s, end_s) if end_s is not None else None
        if passage is None or (passage.end_s is None and not passage.start_s):
            return None
        return passage.start_s, passage.end_s if passage.end_s is not None else self.span.duration_s

    @Slot()
    def _follow_heard(self) -> None:
        """An audition may have begun or ended."""
        if self.heard != self.picture.scene.heard:
            self.show_heard()

    @Slot()
    def show_heard(self) -> None:
        scene, heard = self.picture.scene, self.heard
        looping = self._kit.player.loop is not None
        words = ""
        if heard is not None:
            said = self.tr("Loop {}") if looping else self.tr("Excerpt {}")
            words = said.format(ticks.between(*heard))
        scene.heard, scene.heard_words = heard, words
        self.transport.show_span(words, looping=looping)
        self.transport.span.setToolTip(self._shown.why if self._shown else "")
        self.picture.refresh()
        self.overview.refresh()
        self._say_heard()

    @Slot()
    def _show_windows(self) -> None:
        scene = self.picture.scene
        scene.windows, scene.window_s, scene.pointed = self.windows.starts, self.windows.length_s, None
        self.picture.refresh()
        self._say_heard()

    def _say_heard(self) -> None:
        state = self.windows.state
        tones: dict[str, tuple[Tone, str]] = {
            "same": ("good", "check"),
            "changed": ("warn", "warning"),
            "gone": ("warn", "warning"),
        }
        tone, sign = tones.get(state, ("text2", ""))
        span = self.heard
        if span is None and self.span.duration_s:
            span = (0.0, self.span.duration_s)
        self.transport.show_heard(self.windows.words(span), tone, sign)

    # The spectrogram

    @Slot()
    def _open_shading(self) -> None:
        self.shading.adjustSize()
        corner = self.shade.mapToGlobal(self.shade.rect().topRight())
        self.shading.move(corner.x() - self.shading.width(), corner.y() - self.shading.height() - 4)
        self.shading.show()
        self.shading.range.setFocus()

    @Slot(object)
    def set_shades(self, shades: Shades) -> None:
        self.tiles.shades = shades
        self.picture.refresh()

    @Slot(bool)
    def _show_spectrum(self, shown: bool) -> None:
        self.picture.with_spectrum = shown
        self.picture.refresh()
        self.marked.place()

    # Folding

    @Slot()
    def toggle_fold(self) -> None:
        self.set_folded(folded=not self.is_folded)

    @property
    def is_folded(self) -> bool:
        return bool(self._is_folded)

    def set_folded(self, *, folded: bool) -> None:
        resize_dock(self, look().px(FOLDED_PX if folded else OPEN_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        folded = self.height() < look().px(FOLDS_BELOW_PX)
        if folded != self._is_folded:
            self._is_folded = folded
            self.transport.fold(folded=folded)
            self.sound.fold(folded=folded)
            self.overview.setFixedHeight(look().px(12 if folded else 24))
            words = self.tr("Unfold the player") if folded else self.tr("Fold the player")
            self.fold_button.setIcon(icon("up" if folded else "down"))
            self.fold_button.setToolTip(words)
            self.fold_button.setAccessibleName(words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is decoded for the eye."""
        super().hideEvent(event)
        self.tiles.show_track("")

    # From one opening to the next

    def show_collection(self, summary: Summary) -> None:
        self.windows.choose_a_set()

    def forget(self) -> None:
        self._kit.heard.forget()
        self._show(None)
        self.tiles.forget()

    def remembered(self) -> dict[str, Any]:
        return memory.remembered(self)

    def restore(self, kept: dict[str, Any]) -> None:
        memory.restore(self, kept)

    def see_again(self, track_id: int, start_s: float, end_s: float) -> None:
        """These seconds, as soon as that track is shown."""
        self._wanted_span = (track_id, start_s, end_s)
        if self._shown is not None and self.span.duration_s:
            self._look_at(self._shown)

    def finish(self) -> None:
        self.offered.finish()
        self.shape.stop()
        self.tiles.stop()
        self.windows.stop()
