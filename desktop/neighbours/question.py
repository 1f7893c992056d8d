"""What was asked, and the questions before it, so that one can go back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from core.neighbours.request import NearRequest

Mode = Literal["track", "selection", "text", "file"]
MODES: tuple[Mode, ...] = ("track", "selection", "text", "file")
KEPT = 100


@dataclass(frozen=True)
class Question:
    """Empty where nothing is asked yet."""

    mode: Mode = "track"
    plus: tuple[int, ...] = ()
    minus: tuple[int, ...] = ()
    at_s: float | None = None
    """Of one track: only the excerpt that sounds at this second."""
    text: str = ""
    file: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.plus or self.text or self.file)

    @property
    def needs_worker(self) -> bool:
        """Whether the encoder itself has to hear or read something."""
        return bool(self.text or self.file)

    @property
    def track(self) -> int | None:
        """The one track that was asked with."""
        return self.plus[0] if len(self.plus) == 1 and not self.minus else None

    @property
    def file_name(self) -> str:
        return PurePath(self.file).name

    def with_track(self, track_ids: tuple[int, ...], *, minus: bool) -> Question:
        """These also, or less these; a track is on one side only."""
        plus = tuple(id_ for id_ in self.plus if id_ not in track_ids)
        less = tuple(id_ for id_ in self.minus if id_ not in track_ids)
        if minus:
            return Question("selection", plus, (*less, *track_ids))
        return Question("selection", (*plus, *track_ids), less)

    def without(self, track_ids: tuple[int, ...]) -> Question:
        plus = tuple(id_ for id_ in self.plus if id_ not in track_ids)
        return Question("selection", plus, tuple(id_ for id_ in self.minus if id_ not in track_ids))

    def request(self, set_id: int, layer: int, k: int, *, distinct: bool) -> NearRequest:
        from core.neighbours.request import NearRequest

        return NearRequest(
            str(set_id),
            self.plus,
            self.minus,
            self.at_s,
            self.file,
            self.text,
            layer,
            k,
            distinct="artist" if distinct else "",
        )


class Trail:
    """Questions in the order in which they were asked, and the place among them."""

    def __init__(self) -> None:
        self._questions: list[Question] = []
        self._place = -1

    @property
    def can_go_back(self) -> bool:
        return self._place > 0

    @property
    def can_go_on(self) -> bool:
        return self._place < len(self._questions) - 1

    def add(self, question: Question) -> None:
        """What came after the present place is forgotten."""
        if question.is_empty or (self._questions and self._questions[self._place] == question):
            return
        self._questions = [*self._questions[: self._place + 1], question][-KEPT:]
        self._place = len(self._questions) - 1

    def go(self, steps: int) -> Question | None:
        place = self._place + steps
        if not 0 <= place < len(self._questions):
            return None
        self._place = place
        return self._questions[place]

    def forget(self) -> None:
        self._questions, self._place = [], -1
