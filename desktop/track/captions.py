"""The captions of the inspector: what humans and machines say of a track, heard, judged and corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.errors import KnownError
from core.messages import channel
from desktop.forms import Says
from desktop.player.passage import Passage
from desktop.track.caption import CaptionBox, CaptionEditor
from desktop.track.section import Section
from desktop.track.sources import span_words
from desktop.widgets import Button, clear, label

if TYPE_CHECKING:
    from core.library.captions import CaptionInfo
    from core.library.journal import Edit
    from core.store import Collection
    from desktop.kit import Kit

SHOWN = 12
"""So many captions at first; the rest when it is asked for."""


class CaptionSection(Section):
    shown = Signal()
    """Other captions are shown, so the pane has another height."""

    def __init__(self, kit: Kit) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Captions"))
        self._kit = kit
        self._track_id = 0
        self._captions: tuple[CaptionInfo, ...] = ()
        self._all = False
        self._open: CaptionEditor | None = None
        """The caption that somebody is writing."""
        self.add = self.add_tool("plus", self.tr("Add a caption"))
        self.none = label(self.tr("Nobody has described it yet."), 12, tone="text2", wrap=True)
        self.says = Says(room_px=0)
        self.says.hide()
        holder = QWidget()
        self._boxes = QVBoxLayout(holder)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.setSpacing(8)
        self.more = Button("", "flat", name=self.tr("Show all captions"))
        self.rows.addWidget(self.none)
        self.rows.addWidget(holder)
        self.rows.addWidget(self.more)
        self.rows.addWidget(self.says)
        self.add.clicked.connect(self.begin)
        self.more.clicked.connect(self._show_all)

    # What is shown

    def show_captions(self, track_id: int, captions: Sequence[CaptionInfo]) -> None:
        """Later, if somebody is writing one of the same track."""
        same = track_id == self._track_id
        if same and tuple(captions) == self._captions and self._boxes.count():
            return
        self._captions = tuple(captions)
        if not same:
            self._track_id, self._all, self._open = track_id, False, None
            self.says.hide()
        elif self._open is not None:
            return
        self._make_boxes()

    def _make_boxes(self) -> None:
        clear(self._boxes)
        self._open = None
        shown = self._captions if self._all else self._captions[:SHOWN]
        for caption in shown:
            box = CaptionBox(caption)
            box.play_wanted.connect(self._play)
            box.accept_wanted.connect(self._accept)
            box.edit_wanted.connect(self._begin_editing)
            box.delete_wanted.connect(self._delete)
            self._boxes.addWidget(box)
        hidden = len(self._captions) - len(shown)
        self.more.setText(self.tr("{} more…").format(hidden))
        self.more.setVisible(hidden > 0)
        self.none.setVisible(not self._captions)
        self.quiet.setText(f"{len(self._captions):,}" if self._captions else "")
        self.shown.emit()

    @Slot()
    def _show_all(self) -> None:
        self._all = True
        self._make_boxes()

    def boxes(self) -> list[CaptionBox]:
        widgets = [self._boxes.itemAt(place).widget() for place in range(self._boxes.count())]  # type: ignore[union-attr]
        return [widget for widget in widgets if isinstance(widget, CaptionBox)]

    # What is asked

    @Slot()
    def begin(self) -> None:
        """Write a new one, below the others."""
        self._begin("", self._add_text)

    def _begin_editing(self, caption: CaptionInfo) -> None:
        self._begin(caption.text, partial(self._edit_text, caption), caption.id)

    def _begin(self, text: str, keep: Callable[[str], None], instead_of: int = 0) -> None:
        if self._open is not None:
            self._make_boxes()
        self._open = editor = CaptionEditor(text)
        editor.kept.connect(keep)
        editor.left.connect(self._leave)
        for place, box in enumerate(self.boxes()):
            if box.caption.id == instead_of:
                box.hide()
                self._boxes.insertWidget(place, editor)
                break
        else:
            self._boxes.addWidget(editor)
        self.none.hide()
        editor.show()
        editor.text.setFocus()
        self.shown.emit()

    @Slot()
    def _leave(self) -> None:
        self._make_boxes()
        self.add.setFocus()

    def _add_text(self, text: str) -> None:
        self._edit(partial(_add, self._track_id, text))

    def _edit_text(self, caption: CaptionInfo, text: str) -> None:
        self._edit(partial(_change, caption.id, text))

    def _accept(self, caption: CaptionInfo) -> None:
        self._edit(partial(_accept, caption.id, not caption.accepted))

    def _delete(self, caption: CaptionInfo) -> None:
        self._edit(partial(_delete, caption.id))

    def _edit(self, work: Callable[[Collection], Edit | None]) -> None:
        self.says.hide()
        self._kit.history.edit(work, self._done, self._refused)

    def _done(self, _edit: Edit | None) -> None:
        """What is there now is on its way."""
        if self._open is not None:
            self._make_boxes()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self.says.complain(str(error))
            self.says.show()
        else:
            channel.failure(error)

    def _play(self, caption: CaptionInfo) -> None:
        if caption.start_s is None:
            self._kit.player.play([Passage(caption.track_id)])
            return
        why = self.tr("Caption of {}").format(span_words(caption.start_s, caption.end_s or 0.0))
        self._kit.player.play([Passage(caption.track_id, caption.start_s, caption.end_s, why)])


def _add(track_id: int, text: str, collection: Collection) -> Edit | None:
    from core.library.caption_edits import add_caption

    return add_caption(collection, track_id, text)


def _change(caption_id: int, text: str, collection: Collection) -> Edit | None:
    from core.library.caption_edits import edit_caption

    return edit_caption(collection, caption_id, text)


def _accept(caption_id: int, accepted: bool, collection: Collection) -> Edit | None:
    from core.library.caption_edits import accept_captions

    return accept_captions(collection, [caption_id], accepted=accepted)


def _delete(caption_id: int, collection: Collection) -> Edit | None:
    from core.library.caption_edits import delete_captions

    return delete_captions(collection, [caption_id])
