"""What an edit or a job has changed in the collection, so that each view knows whether to look again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Changes:
    tracks: bool = False
    labels: bool = False
    captions: bool = False
    playlists: bool = False
    sets: bool = False
    maps: bool = False
    runs: bool = False


EVERYTHING = Changes(*[True] * 7)

OF_JOBS = {
    "scan": Changes(tracks=True, labels=True),
    "listen": Changes(tracks=True),
    "demo": Changes(tracks=True, labels=True, captions=True),
    "encode": Changes(sets=True),
    "map": Changes(maps=True),
    "place": Changes(maps=True),
    "stability": Changes(maps=True),
    "moved": Changes(sets=True, maps=True),
    "clusters": Changes(labels=True, playlists=True),
    "train": Changes(runs=True, sets=True),
    "caption": Changes(captions=True),
    "study": Changes(runs=True, sets=True),
}
"""By kind of job, when it has ended in any way; a kind that is not here changes nothing that is shown."""
