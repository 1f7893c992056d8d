"""A map as a picture for print: light, with its legend, and what it shows said on its face."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.theme import ClassStyle


@dataclass(frozen=True)
class LegendEntry:
    """`style` None is "other"; without `has_value`, the tracks without a value."""

    style: ClassStyle | None
    name: str
    count: int
    has_value: bool = True
