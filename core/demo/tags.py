"""Tags and covers for the four formats, as other programs write and read them."""

# mutagen says py.typed but types little.
# mypy: disallow-untyped-calls=False

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

import mutagen
from mutagen import id3
from mutagen.flac import FLAC, Picture
from mutagen.mp3 import MP3
from mutagen.ogg import OggPage
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE

from core.demo.planning import TrackPlan

_FRONT = 3
"""The front cover, among the kinds of picture."""


def tag(audio: io.BytesIO, plan: TrackPlan, picture: tuple[bytes, str]) -> None:
    """Write the tags of `plan` into an encoded file that is still in memory."""
    audio.seek(0)
    kind = plan.brief.album.format
    if kind == "flac":
        flac = FLAC(audio)
        flac.update(_comments(plan))
        flac.add_picture(_picture(picture))
        audio.seek(0)
        flac.save(audio)
    elif kind == "ogg":
        vorbis = OggVorbis(audio)
        vorbis.update(_comments(plan))
        vorbis["metadata_block_picture"] = [base64.b64encode(_picture(picture).write()).decode("ascii")]
        audio.seek(0)
        vorbis.save(audio)
        settle_serial(audio, plan.brief.index + 1)
    else:
        tagged: Any = MP3(audio) if kind == "mp3" else WAVE(audio)
        if tagged.tags is None:
            tagged.add_tags()
        for frame in _frames(plan, picture):
            tagged.tags.add(frame)
        audio.seek(0)
        tagged.save(audio, v2_version=4)


def settle_serial(audio: io.BytesIO, serial: int) -> None:
    """WORKAROUND: libsndfile draws an Ogg stream's serial number by chance; files must come out the same."""
    audio.seek(0)
    pages: list[OggPage] = []
    while True:
        try:
            page = OggPage(audio)
        except EOFError:
            break
        page.serial = serial
        pages.append(page)
    audio.seek(0)
    for page in pages:
        audio.write(page.write())
    audio.truncate()


def identity(path: Path) -> str | None:
    """What `TrackPlan.identity` left in a file; None when it is no track of a demo."""
    try:
        found = mutagen.File(path)
    except (mutagen.MutagenError, OSError):
        return None
    if found is None or found.tags is None:
        return None
    if isinstance(found.tags, id3.ID3):
        comments = [str(text) for frame in found.tags.getall("COMM") for text in frame.text]
    else:
        comments = [str(text) for text in found.tags.get("comment", [])]
    return next((comment for comment in comments if comment.startswith("Soundings demo ")), None)


def _comments(plan: TrackPlan) -> dict[str, list[str]]:
    number, total = plan.track
    values = {
        "title": plan.title,
        "artist": plan.artist,
        "album": plan.album,
        "albumartist": plan.artist,
        "tracknumber": str(number),
        "tracktotal": str(total),
        "date": str(plan.year),
        "genre": plan.brief.artist.style.name,
        "composer": plan.artist,
        "comment": plan.identity,
        "lyrics": plan.lyrics,
        "bpm": str(round(plan.brief.tempo)),
        "initialkey": plan.brief.key,
    }
    return {name: [value] for name, value in values.items()}


def _picture(picture: tuple[bytes, str]) -> Picture:
    made = Picture()
    made.data, made.mime = picture
    made.type, made.desc = _FRONT, "Cover"
    return made


def _frames(plan: TrackPlan, picture: tuple[bytes, str]) -> list[id3.Frame]:
    number, total = plan.track
    utf8 = id3.Encoding.UTF8
    data, mime = picture
    return [
        id3.TIT2(encoding=utf8, text=plan.title),
        id3.TPE1(encoding=utf8, text=plan.artist),
        id3.TPE2(encoding=utf8, text=plan.artist),
        id3.TALB(encoding=utf8, text=plan.album),
        id3.TRCK(encoding=utf8, text=f"{number}/{total}"),
        id3.TDRC(encoding=utf8, text=str(plan.year)),
        id3.TCON(encoding=utf8, text=plan.brief.artist.style.name),
        id3.TCOM(encoding=utf8, text=plan.artist),
        id3.TBPM(encoding=utf8, text=str(round(plan.brief.tempo))),
        id3.COMM(encoding=utf8, lang="eng", desc="", text=plan.identity),
        id3.USLT(encoding=utf8, lang="eng", desc="", text=plan.lyrics),
        id3.APIC(encoding=utf8, mime=mime, type=_FRONT, desc="Cover", data=data),
    ]
