"""Writes what is found as a table for others: the shown columns, with names and units."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cards import read_cards
from desktop.library.columns import Column

if TYPE_CHECKING:
    from core.store import Collection

PAGE = 1000


def write_table(
    path: Path, track_ids: Sequence[int], columns: Sequence[Column], collection: Collection
) -> int:
    """Runs in the background; returns the number of rows. The file of each track comes first."""
    from core.store.files import write_whole

    rest = [column for column in columns if column.key != "path"]
    with write_whole(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        writer = csv.writer(text, delimiter="\t" if path.suffix.lower() in (".tsv", ".tab") else ",")
        writer.writerow(["path", *(column.exported_heading for column in rest)])
        number = 0
        for start in range(0, len(track_ids), PAGE):
            page = track_ids[start : start + PAGE]
            cards = {card.id: card for card in read_cards(page, collection)}
            for card in (cards[track_id] for track_id in page if track_id in cards):
                writer.writerow([card.shown_path, *(column.exported(card) for column in rest)])
                number += 1
        text.flush()
        text.detach()
    return number
