"""Which tracks can be described, asked in the background: the dialog only shows what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from core.store import Collection

Which = Literal["these", "chosen", "found", "playlist", "lacking", "silent", "all"]


@dataclass(frozen=True)
class Offer:
    """Which tracks. `query` and `tracks` are what the request gets."""

    which: Which
    query: str = ""
    tracks: tuple[int, ...] = ()


@dataclass(frozen=True)
class Counted:
    """What would become of an offer."""

    tracks: int
    """That can be heard."""
    unheard: int
    """That were named and cannot be."""
    again: int
    """Have a text of this run, which is written anew."""
    kept: int
    """Have one that a person accepted or edited, which stays."""
    named: tuple[int, ...]
    """Of those that were named: the ones that can be heard."""


def lacking_query(run: int) -> str:
    return f"-captioned:run-{run}"


SILENT = "captioned:none"
"""Nobody has described them."""


def read_playlists(collection: Collection) -> list[str]:
    from core.library.playlists import list_playlists

    return [info.name for info in list_playlists(collection)]


def playlist_query(name: str) -> str:
    from core.library.query import Match

    return str(Match("playlist", "is", (name,)))


def count_offer(offer: Offer, run: int, collection: Collection) -> Counted:
    from sqlalchemy import func, or_, select

    from core.library.labels import each
    from core.library.query import find
    from core.store.schema import Caption

    usable = find(collection, f"({offer.query}) state:ok" if offer.query.strip() else "state:ok").ids
    named: Sequence[int] = ()
    if offer.tracks:
        there = set(usable)
        named = usable = [id_ for id_ in offer.tracks if id_ in there]
    mine = (Caption.run_id == run, Caption.track_id.in_(each(usable)))
    rejected = func.json_extract(Caption.settings, "$.rejected")
    by_hand = or_(Caption.accepted.is_(True), Caption.edited_at.is_not(None)) & rejected.is_(None)
    tracks = func.count(Caption.track_id.distinct())
    with collection.database.reading() as session:
        whole = session.scalar(select(tracks).where(*mine)) or 0
        kept = session.scalar(select(tracks).where(*mine, by_hand)) or 0
    unheard = len(offer.tracks) - len(named) if offer.tracks else 0
    return Counted(len(usable), unheard, whole - kept, kept, tuple(named))
