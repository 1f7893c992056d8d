"""The styles of the demo collection, in the order in which tracks are dealt out."""

from __future__ import annotations

from core.demo.style import Style
from core.demo.styles_dance import CROOKED, JIG, WALTZ
from core.demo.styles_groove import GROOVE, SHUFFLE, SWAY
from core.demo.styles_machine import CHIP, PULSE
from core.demo.styles_still import CHORALE, DRIFT, GONGS, SLOW_AIR

STYLES: tuple[Style, ...] = (
    WALTZ,
    GROOVE,
    SLOW_AIR,
    CHIP,
    SWAY,
    GONGS,
    JIG,
    DRIFT,
    SHUFFLE,
    CHORALE,
    CROOKED,
    PULSE,
)
