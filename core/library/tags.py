"""Tags of any format under the names of our fields, and what a file's header says of its sound."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import mutagen
from mutagen.aiff import AIFF
from mutagen.apev2 import APEv2
from mutagen.asf import ASFTags
from mutagen.flac import FLAC
from mutagen.id3 import ID3
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4, MP4Tags
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE

from core.audio import Properties

Tags = dict[str, list[str]]

LONGEST = {"comment": 20_000, "lyrics": 50_000}
LONGEST_OTHER = 500
MOST_VALUES = 50

_ID3 = {
    "TIT2": "title",
    "TPE1": "artist",
    "TPE2": "albumartist",
    "TALB": "album",
    "TRCK": "track",
    "TDRC": "year",
    "TDOR": "year",
    "TYER": "year",
    "TCON": "genre",
    "TCOM": "composer",
    "COMM": "comment",
    "USLT": "lyrics",
}
_MP4 = {
    "©nam": "title",
    "©ART": "artist",
    "aART": "albumartist",
    "©alb": "album",
    "trkn": "track",
    "©day": "year",
    "©gen": "genre",
    "©wrt": "composer",
    "©cmt": "comment",
    "©lyr": "lyrics",
}
_ASF = {
    "title": "title",
    "author": "artist",
    "wm/albumartist": "albumartist",
    "wm/albumtitle": "album",
    "wm/tracknumber": "track",
    "wm/year": "year",
    "wm/genre": "genre",
    "wm/composer": "composer",
    "description": "comment",
    "wm/lyrics": "lyrics",
}
_NAMED = {
    "title": "title",
    "artist": "artist",
    "albumartist": "albumartist",
    "album artist": "albumartist",
    "album": "album",
    "tracknumber": "track",
    "track": "track",
    "date": "year",
    "year": "year",
    "originaldate": "year",
    "genre": "genre",
    "composer": "composer",
    "comment": "comment",
    "description": "comment",
    "lyrics": "lyrics",
    "unsyncedlyrics": "lyrics",
}
_COMMON = [MP3, FLAC, OggVorbis, MP4, WAVE, AIFF]
_LIKELY = dict.fromkeys((".mp3", ".flac", ".ogg", ".oga", ".m4a", ".wav", ".aif", ".aiff"), _COMMON)
"""Asking every parser of the library whether it knows the file takes a fifth of the time."""
_YEAR = re.compile(r"\b(1\d{3}|2\d{3})\b")
_NUMBER = re.compile(r"\d{1,5}")


def read(path: Path) -> tuple[Properties | None, Tags]:
    """Properties are None where the tag reader does not know them; the decoder is asked then."""
    try:
        file = mutagen.File(path, options=_LIKELY.get(path.suffix.lower())) or mutagen.File(path)
    except Exception:  # noqa: BLE001 - a parser of foreign files may stumble over anything
        return None, {}
    if file is None:
        return None, {}
    try:
        tags = clean(_named(file.tags))
    except Exception:  # noqa: BLE001 - likewise
        tags = {}
    return _properties(file), tags


def _properties(file: mutagen.FileType) -> Properties | None:
    info, kind = file.info, type(file).__name__.lower()
    seconds, rate = getattr(info, "length", 0) or 0, getattr(info, "sample_rate", 0) or 0
    if kind == "oggopus":
        rate = 48000  # Opus has no other
    channels = getattr(info, "channels", 0) or 0
    if not (seconds > 0 and rate > 0 and channels > 0):
        return None
    codec = str(getattr(info, "codec", "") or kind).split(".")[0]
    bits = getattr(info, "bits_per_sample", None) or None
    return Properties(kind, codec, int(rate), int(channels), round(seconds * rate), bits)


def _named(tags: Any) -> Iterable[tuple[str, str]]:  # noqa: ANN401 - a dozen unrelated classes
    if isinstance(tags, ID3):
        for frame in tags.values():
            if frame.FrameID in _ID3:
                texts = frame.genres if frame.FrameID == "TCON" else getattr(frame, "text", [])
                for text in [texts] if isinstance(texts, str) else texts:
                    yield _ID3[frame.FrameID], str(text)
        return
    table = _MP4 if isinstance(tags, MP4Tags) else _ASF if isinstance(tags, ASFTags) else _NAMED
    for key, values in tags.items() if tags is not None and hasattr(tags, "items") else ():
        name = table.get(key if table is _MP4 else key.lower())
        if name is None:
            continue
        for value in _each(tags, values):
            yield name, str(value[0]) if isinstance(value, tuple) and value else str(value)


def _each(tags: Any, values: Any) -> Iterable[Any]:  # noqa: ANN401
    if isinstance(tags, APEv2):
        return str(values).split("\0")
    return values if isinstance(values, list) else [values]


def clean(pairs: Iterable[tuple[str, str]]) -> Tags:
    """Readable, bounded, each value once."""
    tags: Tags = {}
    for name, raw in pairs:
        for part in raw.split("\0"):
            value = _value(name, part)
            known = tags.setdefault(name, [])
            if value and value not in known and len(known) < MOST_VALUES:
                known.append(value)
    return {name: values for name, values in tags.items() if values}


def _value(name: str, raw: str) -> str:
    limit = LONGEST.get(name, LONGEST_OTHER)
    keep = "\n\t" if name in LONGEST else ""
    text = raw[: 4 * limit].encode("utf-8", "replace").decode()
    text = "".join(c if c.isprintable() or c in keep else " " for c in text).strip()
    if name == "year":
        found = _YEAR.search(text)
        return found.group() if found else ""
    if name == "track":
        number = _NUMBER.match(text)
        return str(int(number.group())) if number else ""
    return text[:limit].rstrip()


def cover(path: Path) -> bytes | None:
    """The embedded picture, as the bytes of an image file; the front cover if there are several."""
    try:
        file = mutagen.File(path)
        pictures = list(_pictures(file)) if file is not None else []
    except Exception:  # noqa: BLE001 - as above
        return None
    pictures.sort(key=lambda picture: picture[0] != 3)  # 3: front cover
    return pictures[0][1] if pictures else None


def _pictures(file: mutagen.FileType) -> Iterable[tuple[int, bytes]]:
    import base64

    from mutagen.flac import Picture

    for picture in getattr(file, "pictures", []):
        yield picture.type, picture.data
    tags: Any = file.tags
    if isinstance(tags, ID3):
        for frame in tags.getall("APIC"):
            yield frame.type, frame.data
    elif isinstance(tags, MP4Tags):
        for data in tags.get("covr", []):
            yield 3, bytes(data)
    elif isinstance(tags, APEv2):
        for key in tags:
            if key.lower().startswith("cover art"):
                yield 3 if "front" in key.lower() else 0, tags[key].value.partition(b"\0")[2]
    elif isinstance(tags, ASFTags):
        for value in tags.get("WM/Picture", []):
            yield 3, _asf_picture(value.value)
    elif tags is not None:
        for text in tags.get("metadata_block_picture", []):
            picture = Picture(base64.b64decode(text))
            yield picture.type, picture.data


def _asf_picture(data: bytes) -> bytes:
    """Type, size, then two texts in UTF-16 that end with a zero, then the picture."""
    size = int.from_bytes(data[1:5], "little")
    return data[-size:] if 0 < size <= len(data) else b""
