"""What a confusion matrix shows, as plain values: names, counts, and of what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Cell = tuple[str, str]
"""What is true, and what the model said."""


@dataclass(frozen=True)
class Confusion:
    """`counts[true][said]` in tracks, both in the order of `names`."""

    names: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    part: str = "valid"
    epoch: int | None = None
    """From 0, of a run that learns in epochs; None: what the finished run says."""
    field: str = ""
    """Whose values the names are, so that they are drawn as everywhere."""

    @property
    def n(self) -> int:
        return sum(map(sum, self.counts))

    def of(self, true: int) -> int:
        """How many tracks are truly so."""
        return sum(self.counts[true])

    def called(self, said: int) -> int:
        """How many tracks the model calls so."""
        return sum(row[said] for row in self.counts)

    def share(self, true: int, said: int) -> float:
        """Of the tracks that are truly so."""
        of = self.of(true)
        return self.counts[true][said] / of if of else 0.0

    def place(self, cell: Cell) -> tuple[int, int] | None:
        """Its row and column; None where a name is not there."""
        if cell[0] in self.names and cell[1] in self.names:
            return self.names.index(cell[0]), self.names.index(cell[1])
        return None

    @property
    def hits(self) -> int:
        return sum(self.counts[place][place] for place in range(len(self.names)))


def confusion_of(
    names: Sequence[str],
    counts: Sequence[Sequence[int]],
    part: str = "valid",
    epoch: int | None = None,
    field: str = "",
) -> Confusion:
    """As jobs show it while they train: lists in lists."""
    return Confusion(tuple(names), tuple(tuple(row) for row in counts), part, epoch, field)
