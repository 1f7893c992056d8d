"""A map on its way, small enough to be shown several times a second: workers pack it, a window reads it."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.maps.forming import Points

NAME = "map"
STEPS = 65_535


@dataclass(frozen=True)
class Frame:
    done: int
    total: int
    track_ids: NDArray[np.int64]
    points: Points


def pack(frame: Frame) -> dict[str, Any]:
    """Places are rounded to a 65,535th of the map's width, which no screen shows."""
    low = frame.points.min(0, initial=0.0)
    width = float(max((frame.points.max(0, initial=0.0) - low).max(), 1e-12))
    places = np.rint((frame.points - low) * (STEPS / width)).clip(0, STEPS).astype("<u2")
    return {
        "done": frame.done,
        "total": frame.total,
        "low": [float(value) for value in low],
        "width": width,
        "track_ids": base64.b64encode(frame.track_ids.astype("<i4").tobytes()).decode(),
        "points": base64.b64encode(places.tobytes()).decode(),
    }


def unpack(data: dict[str, Any]) -> Frame:
    places = np.frombuffer(base64.b64decode(data["points"]), "<u2").reshape(-1, 2)
    points = places.astype(np.float32) * np.float32(data["width"] / STEPS) + np.array(data["low"], np.float32)
    ids = np.frombuffer(base64.b64decode(data["track_ids"]), "<i4").astype(np.int64)
    return Frame(data["done"], data["total"], ids, points)
