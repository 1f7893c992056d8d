"""What a person does to captions here, as work for the history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.store import Collection


def settle(caption_id: int, text: str, collection: Collection) -> Edit | None:
    from core.library.caption_edits import settle_caption

    return settle_caption(collection, caption_id, text)


def accept(caption_ids: Sequence[int], collection: Collection) -> Edit | None:
    from core.library.caption_edits import accept_captions

    return accept_captions(collection, caption_ids)


def reject(caption_ids: Sequence[int], rejected: bool, collection: Collection) -> Edit | None:
    from core.library.caption_edits import reject_captions

    return reject_captions(collection, caption_ids, rejected=rejected)


def add(
    track_id: int, start_s: float | None, end_s: float | None, text: str, collection: Collection
) -> Edit | None:
    """A person's text of what the line speaks of."""
    from core.library.caption_edits import add_caption
    from core.library.edits import Span

    if start_s is None or end_s is None:
        return add_caption(collection, track_id, text)
    return add_caption(collection, Span(track_id, start_s, end_s), text)


def export(path: str, caption_ids: Sequence[int], track_ids: Sequence[int], collection: Collection) -> int:
    """These texts, and what people wrote of these tracks; returns how many."""
    from pathlib import Path

    from core.library.caption_sheets import export_captions
    from core.library.captions import read_captions

    there = read_captions(collection, track_ids)
    wanted = set(caption_ids)
    return export_captions(
        collection, Path(path), [one for one in there if one.id in wanted or one.source != "run"]
    )
