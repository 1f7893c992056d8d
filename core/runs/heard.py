"""Which seconds of a track a run has heard, so that exactly these can be played."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any


def excerpt_starts(total: int, length: int, most: int, *, first: bool = False) -> list[int]:
    """Where `most` excerpts begin that lie evenly over `total`; fewer where there is no room for them.

    `first`: from the beginning, one after the other.
    """
    spare = total - length
    if spare <= 0:
        return [0]
    if first:
        return list(range(0, min(most * length, spare + 1), length))
    if most == 1:
        return [spare // 2]
    steps = min(most, 1 + -(-2 * spare // length)) - 1
    return [*(round(place * (spare / steps)) for place in range(steps)), spare]


def heard_spans(text: str, card: Mapping[str, Any], duration_s: float) -> list[tuple[float, float]]:
    """Of a run by the text of its recipe, and the card of its encoder as it wrote that down.

    None where it has heard all of a track: excerpt by excerpt, their vectors averaged.
    """
    recipe = tomllib.loads(text)
    part = recipe.get("encoder", {})
    rate, window_s = card.get("rate_hz", 0), part.get("window_s") or card.get("window_s", 0)
    listens = recipe.get("task") != "caption" and part.get("tune", "frozen") != "frozen"
    if not listens or min(rate, window_s, duration_s) <= 0:
        return []
    length = round(window_s * rate)
    first = part.get("crop") == "first"
    starts = excerpt_starts(max(int(duration_s * rate), 1), length, part.get("excerpts", 1), first=first)
    return [(start / rate, min((start + length) / rate, duration_s)) for start in starts]
