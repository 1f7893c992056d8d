"""The inspector: the current track with its file, labels and captions, or what the chosen have in common."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from core.messages import channel
from desktop import words
from desktop.changes import Changes
from desktop.commands import Command
from desktop.desk.pane import Pane
from desktop.kit import Kit
from desktop.labels.door import Labels
from desktop.track.captions import CaptionSection
from desktop.track.facts import SeveralFacts, TrackFacts, read_several, read_track
from desktop.track.head import FileSection, Head
from desktop.track.labels import LabelSection
from desktop.track.lines import of_several, of_track
from desktop.track.several import SeveralHead
from desktop.widgets import Button, label, scroller

SETTLE_MS = 60
"""Who walks quickly through tracks waits for the last one only."""


class TrackPane(Pane):
    name = "track"
    wanted = Signal(object)
    """It wants to be seen: itself."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._wanted: tuple[int, ...] = ()
        self._is_reading = False
        self._is_stale = True
        self._is_to_write = False
        """A caption is written as soon as the current track is shown."""
        self.facts: TrackFacts | SeveralFacts | None = None
        self.labels_door = Labels(kit, self)
        self._build()
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._read)
        kit.selection.current_changed.connect(self._look)
        kit.selection.changed.connect(self._look)
        kit.workspace.changed.connect(self._look_again)
        self.head.current_wanted.connect(kit.selection.make_current)
        self.labels.label_wanted.connect(self._set_label)
        kit.commands.offer("tracks", self._commands())
        self._show(None)

    def title(self) -> str:
        return self.tr("Track")

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._make_which())
        self.empty = label(
            self.tr("Choose a track in the library, on the map or among the neighbours."), 12,
            tone="text2", wrap=True,
        )  # fmt: skip
        self.empty.setContentsMargins(12, 12, 12, 12)
        rows.addWidget(self.empty)
        self._body = body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(12, 12, 12, 12)
        inner.setSpacing(4)
        self.head, self.several = Head(), SeveralHead()
        self.labels = LabelSection(self._kit)
        self.captions = CaptionSection(self._kit)
        self.file = FileSection()
        for part in (self.head, self.several, self.labels, self.captions, self.file):
            inner.addWidget(part)
        inner.addStretch(1)
        self.area = scroller(body)
        self.area.setAccessibleName(self.tr("About the track"))
        rows.addWidget(self.area, 1)
        self.labels.list.current_moved.connect(self._keep_in_sight)

    def _make_which(self) -> QWidget:
        """The current track, or those that are chosen, when these are several."""
        self.which = QWidget()
        row = QHBoxLayout(self.which)
        row.setContentsMargins(12, 8, 12, 0)
        row.setSpacing(4)
        self.one = Button(self.tr("Current track"), "flat")
        self.all = Button("", "flat", name=self.tr("The chosen tracks"))
        group = QButtonGroup(self)
        for button in (self.one, self.all):
            button.setCheckable(True)
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.all.setChecked(True)
        group.buttonClicked.connect(self._look)
        self.which.hide()
        return self.which

    def _commands(self) -> list[Command]:
        tr = self.tr
        return [
            Command("show_in_folder", tr("Show in &folder"), tr("The file of the current track"),
                    self._show_folder, icon_name="folder", needs_collection=True),
            Command("add_caption", tr("Add &caption…"), tr("Say what is heard in the current track"),
                    self._add_caption, icon_name="edit", needs_collection=True),
        ]  # fmt: skip

    # What is shown

    def forget(self) -> None:
        self._settled.stop()
        self.labels_door.forget()
        self._wanted, self._is_reading, self._is_stale = (), False, True
        self._is_to_write = False
        self._show(None)

    def finish(self) -> None:
        self._settled.stop()
        self.head.cover.finish()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._look()

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.tracks or changes.labels or changes.captions or changes.runs:
            self._look()

    @Slot()
    def _look(self) -> None:
        """Soon, and only if somebody sees it."""
        chosen = self._kit.selection.chosen
        if len(chosen) < 2:
            self.all.setChecked(True)
        self._is_stale = True
        if self.isVisible():
            self._settled.start()

    def _asked_for(self) -> tuple[int, ...]:
        chosen, current = self._kit.selection.chosen, self._kit.selection.current
        self.which.setVisible(len(chosen) > 1)
        self.all.setText(self.tr("{} chosen").format(words.number(len(chosen))))
        if len(chosen) > 1 and self.all.isChecked():
            return tuple(sorted(chosen))
        if current is None and len(chosen) == 1:
            (current,) = chosen
        return () if current is None else (current,)

    @Slot()
    def _read(self) -> None:
        if self._is_reading:
            return  # when that has come, it looks whether something else is wanted by then
        self._wanted = wanted = self._asked_for()
        self._is_stale = False
        if not wanted:
            self._show(None)
            return
        self._is_reading = True
        look = self._kit.workspace.look
        if len(wanted) > 1:
            look(partial(read_several, wanted), partial(self._came, wanted), self._failed)
        else:
            look(partial(read_track, wanted[0]), partial(self._came, wanted), self._failed)

    def _came(self, wanted: tuple[int, ...], facts: TrackFacts | SeveralFacts | None) -> None:
        self._is_reading = False
        if wanted == self._wanted:
            self._show(facts)
        if self._is_stale or wanted != self._asked_for():
            self._look()

    def _failed(self, error: Exception) -> None:
        self._is_reading = False
        channel.failure(error)

    def _show(self, facts: TrackFacts | SeveralFacts | None) -> None:
        other = _ids(facts) != _ids(self.facts)
        self.facts = facts
        one = isinstance(facts, TrackFacts)
        self.empty.setVisible(facts is None)
        self.area.setVisible(facts is not None)
        for part in (self.head, self.captions, self.file):
            part.setVisible(one)
        self.several.setVisible(isinstance(facts, SeveralFacts))
        if other:
            self.labels.calm()
        if isinstance(facts, TrackFacts):
            self.head.show_track(facts)
            self.labels.show_lines(of_track(facts))
            self.captions.show_captions(facts.id, facts.captions)
            self.file.show_file(facts.file)
            if self._is_to_write:
                self._is_to_write = False
                self.captions.begin()
                QTimer.singleShot(0, self, partial(self.area.ensureWidgetVisible, self.captions))
        else:
            self.head.cover.show_cover_of(None)
        if isinstance(facts, SeveralFacts):
            self.several.show_tracks(facts)
            self.labels.show_lines(of_several(facts))
        if (layout := self._body.layout()) is not None:
            layout.activate()  # now, so that no part is seen at the height it had before
        if other:
            self.area.verticalScrollBar().setValue(0)

    @Slot()
    def _keep_in_sight(self) -> None:
        labels = self.labels.list
        if labels.hasFocus() and labels.currentIndex().isValid():
            middle = labels.visualRect(labels.currentIndex()).center()
            place = labels.mapTo(self._body, middle)
            self.area.ensureVisible(place.x(), place.y(), 0, 40)

    # What is asked

    @Slot()
    def _set_label(self) -> None:
        line = self.labels.list.current
        self.labels_door.ask_set(self._wanted, line.field.name if line is not None else "")

    @Slot()
    def _show_folder(self) -> None:
        from desktop.track.folder import show_in_folder

        current = self._kit.selection.current
        card = self._kit.cards.get(current) if current is not None else None
        if card is not None:
            show_in_folder(card.path)

    @Slot()
    def _add_caption(self) -> None:
        if self._kit.selection.current is None:
            channel.info(self.tr("Choose the track that should be described first."))
            return
        self._is_to_write = True
        self.one.setChecked(True)
        self.wanted.emit(self)
        self._look()


def _ids(facts: TrackFacts | SeveralFacts | None) -> tuple[int, ...]:
    if facts is None:
        return ()
    return (facts.id,) if isinstance(facts, TrackFacts) else facts.ids
