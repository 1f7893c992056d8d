"""A passage: a span of a track that somebody wants to hear, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.player.player import Player


@dataclass(frozen=True)
class Passage:
    track_id: int
    start_s: float = 0.0
    end_s: float | None = None
    """None: to the end of the track."""
    why: str = ""
    """What is heard and why, where it is not simply a track: "Excerpt that MERT-95M heard"."""


def heard_track(player: Player) -> int | None:
    """Of the passage that plays now: what is shown in gold."""
    return player.passage.track_id if player.passage is not None and player.is_playing else None
