"""What is dragged inside the window: ids of tracks, places in a playlist."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData

TRACKS = "application/x-soundings-tracks"
"""A JSON list of ids."""
PLACES = "application/x-soundings-places"
"""A JSON list: the id of a playlist, then places in it."""


def tracks_data(track_ids: Sequence[int], places: Sequence[int] = (), playlist_id: int = 0) -> QMimeData:
    data = QMimeData()
    data.setData(TRACKS, QByteArray(json.dumps(list(track_ids)).encode()))
    if places:
        data.setData(PLACES, QByteArray(json.dumps([playlist_id, *places]).encode()))
    return data


def read_numbers(data: QMimeData, kind: str) -> list[int]:
    """Empty where there is nothing that can be read."""
    if not data.hasFormat(kind):
        return []
    try:
        found = json.loads(bytes(data.data(kind).data()))
    except ValueError:
        return []
    plain = isinstance(found, list) and all(type(number) is int for number in found)
    return found if plain else []
