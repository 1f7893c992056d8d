"""The plan of a demo collection: every track's path and the truth about it, before a note is played."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.demo import words
from core.demo.artists import ALBUM_TRACKS
from core.demo.brief import Brief, brief
from core.demo.instruments import plain_name
from core.demo.theory import NOTES

VERSION = 2
"""Of the music: raise it when the same seed would sound different."""


@dataclass(frozen=True)
class TrackPlan:
    """`path` is below the folder of the demo, with `/` between its parts."""

    brief: Brief
    path: str
    title: str
    artist: str
    album: str
    year: int
    lyrics: str
    truth: dict[str, Any]

    @property
    def identity(self) -> str:
        """Written into the file: says which request would make this very file again."""
        made = self.brief
        return f"Soundings demo {VERSION}, seed {made.seed}, track {made.index + 1}, {made.seconds:g} s"

    @property
    def track(self) -> tuple[int, int]:
        return self.brief.track_number, ALBUM_TRACKS


def plan_track(index: int, seconds: float, seed: int) -> TrackPlan:
    made = brief(index, seconds, seed)
    title, album = words.title(made), words.album_title(made.artist, made.album)
    name = f"{made.track_number:02d} {title}.{made.album.format}"
    path = f"{made.artist.name}/{made.album.year} {album}/{name}"
    text = words.lyrics(made)
    heads = {
        "path": path,
        "title": title,
        "artist": made.artist.name,
        "album": album,
        "year": made.album.year,
    }
    truth = heads | _truth(made) | {"captions": list(words.captions(made)), "lyrics": text}
    return TrackPlan(made, path, title, made.artist.name, album, made.album.year, text, truth)


def _truth(made: Brief) -> dict[str, Any]:
    parts = [(part, plain_name(instrument)) for part, instrument in made.parts]
    return {
        "track_number": made.track_number,
        "style": made.artist.style.name,
        "tempo_bpm": made.tempo,
        "metre": made.metre.name,
        "key": made.key,
        "tonic": NOTES[made.tonic],
        "mode": made.mode,
        "instruments": list(dict.fromkeys(name for _, name in parts)),
        "lead": next((name for part, name in parts if part.how == "tune"), ""),
        "drums": any(part.how == "drums" for part, _ in parts),
        "valence": made.valence,
        "arousal": made.arousal,
        "mood": words.mood_words(made)[0],
        "texture": made.texture,
        "bars": made.bars,
        "seconds": made.seconds,
        "rate_hz": made.album.rate_hz,
        "channels": made.album.channels,
        "seed": made.seed,
        "index": made.index,
    }
