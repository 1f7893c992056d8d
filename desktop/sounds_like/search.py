"""Tracks in the order of their likeness to words, for table, map and neighbours at once."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.colouring import Colours
from desktop.neighbours.asking import Answer, Asking
from desktop.neighbours.ears import Ears
from desktop.neighbours.question import Question

if TYPE_CHECKING:
    from core.encoders import Listed
    from desktop.kit import Kit

KEPT = 20
NEAREST = 20


@dataclass(frozen=True)
class Liked:
    """What was found: tracks with their likeness, the nearest first."""

    words: str
    title: str
    """Of the encoder."""
    likeness: dict[int, float]


@dataclass(frozen=True)
class Trouble:
    sentence: str
    button: str = ""


class WordSearch(QObject):
    changed = Signal()
    asked = Signal(str)
    """Words that an encoder reads now."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.workspace)
        self._kit = kit
        self.ears = Ears(kit)
        self._asking = Asking(kit.workspace)
        self._found: OrderedDict[str, Liked] = OrderedDict()
        self.words = ""
        """Asked for last."""
        self.busy = ""
        self.trouble: Trouble | None = None
        self._waits = False
        """For the sets of the collection to be read."""
        self.ears.changed.connect(self._ears_changed)
        self._asking.answered.connect(self._answered)
        self._asking.refused.connect(self._refused)
        self._asking.busy_changed.connect(self._show_busy)
        kit.workspace.opened.connect(self.ears.refresh)
        kit.workspace.closing.connect(self.forget)
        kit.filter.asked_changed.connect(self._follow)

    @property
    def liked(self) -> Liked | None:
        """By what the tracks are ordered now."""
        return self._found.get(self._kit.filter.asked.like)

    # Asking

    def ask(self, text: str) -> None:
        text = " ".join(text.split())
        if not text:
            self.clear()
            return
        self.words, self.trouble = text, None
        self._waits = not self.ears.is_known
        if self._waits:
            self.ears.refresh()
            return
        info = self.ears.with_words()
        if info is None:
            self._kit.workspace.call(_listed, partial(self._say_needs, text), self._not_listed)
            return
        question = Question("text", text=text)
        request = question.request(info.id, info.usual_layer, max(info.tracks, 1), distinct=False)
        self._asking.ask(question, info, info.usual_layer, request, self.ears.age)
        self.asked.emit(text)

    @Slot()
    def _ears_changed(self) -> None:
        if self._waits and self.ears.is_known:
            self.ask(self.words)

    def _say_needs(self, text: str, encoders: list[Listed]) -> None:
        """No set was made by ears with words: what is missing, exactly."""
        if text != self.words:
            return
        readers = [one for one in encoders if one.card.text]
        ready = next((one for one in readers if one.ready), None)
        if ready is not None:
            said = self.tr("{} can read words, but has not heard these tracks yet. Encode them with it.")
            self._fail(said.format(ready.card.title), self.tr("Encode…"))
        elif readers:
            said = self.tr(
                "Words need an encoder that reads: {}. It cannot be used: {}. Fetch it, then encode."
            )
            self._fail(said.format(readers[0].card.title, readers[0].reason), self.tr("Encoders…"))
        else:
            self._fail(self.tr("Words need an encoder that reads, such as CLAP."), self.tr("Encoders…"))

    def _not_listed(self, error: Exception) -> None:
        self._fail(str(error), self.tr("Encoders…"))

    def _fail(self, sentence: str, button: str = "") -> None:
        self.trouble = Trouble(sentence, button)
        self.changed.emit()

    @Slot(object)
    def _answered(self, answer: Answer) -> None:
        words = answer.question.text
        likeness = {hit.track_id: hit.similarity for hit in answer.result.hits}
        self._found.pop(words, None)
        self._found[words] = Liked(words, answer.info.card.title, likeness)
        while len(self._found) > KEPT:
            self._found.popitem(last=False)
        self._kit.filter.rank(words, likeness)
        self._show()

    @Slot(object, str)
    def _refused(self, _question: Question, why: str) -> None:
        self._fail(why, self.tr("Encoders…"))

    @Slot(str)
    def _show_busy(self, busy: str) -> None:
        self.busy = self.tr("Reading “{}”…").format(self.words) if busy else ""
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        self._asking.cancel()
        self.changed.emit()

    # What is shown

    @Slot()
    def clear(self) -> None:
        """The order is the usual one again."""
        self._asking.cancel()
        self.trouble, self.words, self._waits = None, "", False
        self._kit.filter.ask(like="")
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        """Undo, or a click on a column, has changed the order."""
        if self._kit.filter.asked.like != self.words and not self.busy and self.trouble is None:
            self.words = self._kit.filter.asked.like
            self._show()

    def _show(self) -> None:
        liked = self.liked
        if liked is not None:
            title = self.tr("Like “{}”").format(liked.words)
            self._kit.colouring.lent.emit(Colours(title, is_number=True, numbers=liked.likeness), True)
        else:
            self._kit.colouring.lent.emit(Colours(), False)
        self.changed.emit()

    @Slot()
    def select_nearest(self) -> None:
        if (liked := self.liked) is not None:
            self._kit.selection.choose(list(liked.likeness)[:NEAREST])

    @Slot()
    def forget(self) -> None:
        self._asking.forget()
        self.ears.forget()
        self._found.clear()
        self.words, self.busy, self.trouble, self._waits = "", "", None, False
        self.changed.emit()


def _listed() -> list[Listed]:
    """In the background."""
    from core.encoders import listed

    return listed()
