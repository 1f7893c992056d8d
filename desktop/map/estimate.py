"""How long a map or clusters will take, from what earlier ones took on this computer, and how much disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.jobs import Job

USUAL = {"pca": (2000, 4.0), "tsne": (2000, 14.0), "umap": (2000, 14.0), "kmeans": (2000, 10.0),
         "hdbscan": (2000, 10.0)}  # fmt: skip
"""Tracks and seconds on two slow cores, the start of a worker included."""
START_S = 2.5
"""What even the smallest takes: a process that starts, vectors that are read."""
BYTES_A_POINT = 29
BYTES_A_FILE = 1600


def measured(jobs: Sequence[Job]) -> dict[str, tuple[int, float]]:
    """By method, how many tracks the newest job took so many seconds for."""
    found: dict[str, tuple[int, float]] = {}
    for job in sorted(jobs, key=lambda job: job.id):
        if job.kind not in ("map", "clusters") or job.state != "done" or not job.result:
            continue
        if job.started_at is None or job.ended_at is None:
            continue
        result = json.loads(job.result)
        seconds = (job.ended_at - job.started_at).total_seconds()
        tracks = result["shown"] if job.kind == "map" else len(result["track_ids"])
        if not result.get("known") and tracks and seconds > 0:
            found[str(result["method"])] = (tracks, seconds)
    return found


def seconds(method: str, tracks: int, known: dict[str, tuple[int, float]]) -> float:
    """Grows with the tracks; what is the same for every job does not."""
    n, took = known.get(method, USUAL[method])
    return START_S + max(took - START_S, 0.1) * tracks / max(n, 1)


def disk_bytes(tracks: int) -> int:
    return BYTES_A_FILE + BYTES_A_POINT * tracks
