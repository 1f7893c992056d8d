"""What both maps are coloured by: a field, what the run says, its split, or how many neighbours stayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.library.splits import PARTS
from desktop import words
from desktop.colouring import Colours
from desktop.map.data import Choices, of_classes
from desktop.map.tints import ColourKey, Tints

if TYPE_CHECKING:
    from core.moved.read import BeforeAfter
    from core.runs import RunLine
    from desktop.kit import Kit

KEPT = ColourKey("kept")
PART = ColourKey("part")
OF_RUNS = ("said", "correct", "confidence", "lent")


class MovedTints(Tints):
    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._drawn: BeforeAfter | None = None

    def show_drawn(self, drawn: BeforeAfter | None, run: RunLine | None) -> None:
        """What is compared, and the run that taught: its words can be shown, too."""
        self._drawn = drawn
        judged = run is not None and run.task in ("classify", "tag", "regress")
        self.show_choices(Choices(runs=(run,) if run is not None and judged else ()))
        if self.key in (KEPT, PART):
            self.choose(self.key)

    def groups(self) -> list[list[tuple[str, object]]]:
        """Without what the map page alone can be asked for, such as clusters."""
        fields, *others = super().groups()
        runs = [each for group in others for each in group if getattr(each[1], "kind", "") in OF_RUNS]
        own: list[tuple[str, object]] = [
            (self.tr("Neighbours kept"), KEPT),
            (self.tr("Part of the split"), PART),
        ]
        return [fields, own, runs]

    def choose(self, key: ColourKey) -> None:
        if key not in (KEPT, PART):
            super().choose(key)
            return
        self.key = key
        self.colours = self._own(key)
        self.changed.emit()

    def _own(self, key: ColourKey) -> Colours:
        drawn = self._drawn
        if drawn is None:
            return Colours()
        if key == KEPT:
            name = self.tr("Neighbours kept")
            known = np.flatnonzero(np.isfinite(drawn.share)).tolist()
            numbers = {int(drawn.track_ids[row]): float(drawn.kept(row)) for row in known}
            return Colours(name, True, self.tr("of {}").format(drawn.k), numbers=numbers)
        pairs = zip(drawn.track_ids.tolist(), drawn.part.tolist(), strict=True)
        found = {id_: words.part(PARTS[part]) for id_, part in pairs if part >= 0}
        return of_classes(self.tr("Part of the split"), found, tuple(map(words.part, PARTS)))

    def forget(self) -> None:
        super().forget()
        self._drawn = None
