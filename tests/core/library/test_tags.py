"""Tags of many formats come out under the same names, bounded and readable."""

from __future__ import annotations

from pathlib import Path

import mutagen
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutagen.flac import Picture
from mutagen.id3 import APIC, COMM, ID3, TALB, TCOM, TCON, TDRC, TIT2, TPE1, TPE2, TRCK, USLT
from mutagen.mp4 import MP4, MP4Cover

from core.library import tags
from tests.core.audio.sounds import write

EXPECTED = {
    "title": ["Shore lament"],
    "artist": ["Duo H", "Singer V"],
    "albumartist": ["Duo H"],
    "album": ["Reel 12"],
    "track": ["7"],
    "year": ["1962"],
    "genre": ["Lament"],
    "composer": ["Traditional"],
    "comment": ["Recorded at sea"],
    "lyrics": ["O hear the waves"],
}
PICTURE = b"\x89PNG\r\n\x1a\nnot really a picture"
SILENCE = np.zeros((44100, 2), np.float32)


def id3() -> ID3:
    frames = ID3()
    for frame in (
        TIT2(encoding=3, text="Shore lament"),
        TPE1(encoding=3, text=["Duo H", "Singer V"]),
        TPE2(encoding=3, text="Duo H"),
        TALB(encoding=3, text="Reel 12"),
        TRCK(encoding=3, text="7/12"),
        TDRC(encoding=3, text="1962-05-01"),
        TCON(encoding=3, text="Lament"),
        TCOM(encoding=3, text="Traditional"),
        COMM(encoding=3, lang="eng", desc="", text="Recorded at sea"),
        USLT(encoding=3, lang="eng", desc="", text="O hear the waves"),
        APIC(encoding=3, mime="image/png", type=3, desc="", data=PICTURE),
    ):
        frames.add(frame)
    return frames


def tag_id3(path: Path) -> None:
    file = mutagen.File(path)
    if file.tags is None:
        file.add_tags()
    for frame in id3().values():
        file.tags.add(frame)
    file.save()


def tag_vorbis(path: Path) -> None:
    file = mutagen.File(path)
    names = {"track": "tracknumber", "year": "date"}
    for name, values in EXPECTED.items():
        file[names.get(name, name)] = ["1962-05-01"] if name == "year" else values
    picture = Picture()
    picture.type, picture.data, picture.mime = 3, PICTURE, "image/png"
    if path.suffix == ".flac":
        file.add_picture(picture)
    else:
        import base64

        file["metadata_block_picture"] = [base64.b64encode(picture.write()).decode()]
    file.save()


def tag_mp4(path: Path) -> None:
    file = MP4(path)
    keys = {
        "title": "©nam",
        "artist": "©ART",
        "albumartist": "aART",
        "album": "©alb",
        "genre": "©gen",
        "composer": "©wrt",
        "comment": "©cmt",
        "lyrics": "©lyr",
    }
    for name, key in keys.items():
        file[key] = EXPECTED[name]
    file["trkn"] = [(7, 12)]
    file["©day"] = ["1962"]
    file["covr"] = [MP4Cover(PICTURE, MP4Cover.FORMAT_PNG)]
    file.save()


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("cbr.mp3", tag_id3),
        ("pcm16.wav", tag_id3),
        ("pcm16.aiff", tag_id3),
        ("pcm24.flac", tag_vorbis),
        ("vorbis.ogg", tag_vorbis),
        ("opus.opus", tag_vorbis),
        ("aac.m4a", tag_mp4),
    ],
)
def test_every_format_under_the_same_names(tmp_path: Path, name: str, tag) -> None:
    path = write(tmp_path, name, SILENCE)
    tag(path)
    properties, found = tags.read(path)
    assert found == EXPECTED
    assert properties is not None
    assert properties.duration_s == pytest.approx(1.0, abs=0.1)
    assert (properties.rate_hz, properties.channels) == (48000 if name == "opus.opus" else 44100, 2)
    assert tags.cover(path) == PICTURE


def test_what_is_no_music_has_no_tags(tmp_path: Path) -> None:
    path = tmp_path / "x.mp3"
    for content in (b"", b"text", bytes(3000), b"ID3\x03\x00\x00\x7f\x7f\x7f\x7f"):
        path.write_bytes(content)
        assert tags.read(path)[1] == {}
        assert tags.cover(path) is None


def test_a_tag_of_100_000_characters_is_cut(tmp_path: Path) -> None:
    path = write(tmp_path, "pcm24.flac", SILENCE)
    file = mutagen.File(path)
    file["title"], file["lyrics"] = ["a" * 100_000], ["b" * 100_000]
    file["artist"] = [f"Singer {i}" for i in range(1000)]
    file.save()
    found = tags.read(path)[1]
    assert (len(found["title"][0]), len(found["lyrics"][0]), len(found["artist"])) == (500, 50_000, 50)


@pytest.mark.parametrize(
    ("name", "raw", "clean"),
    [
        ("year", "c. 1962?", ["1962"]),
        ("year", "62", []),
        ("year", "1962-1965", ["1962"]),
        ("track", "07/12", ["7"]),
        ("track", "A2", []),
        ("title", "  a\x00b  ", ["a", "b"]),
        ("title", "line\nbreak\x07", ["line break"]),
        ("lyrics", "two\nlines", ["two\nlines"]),
        ("title", "\ud800", ["?"]),
    ],
)
def test_values_are_made_readable(name: str, raw: str, clean: list[str]) -> None:
    assert tags.clean([(name, raw)]).get(name, []) == clean


@given(st.lists(st.tuples(st.sampled_from(sorted(EXPECTED)), st.text())))
def test_whatever_comes_is_printable_and_unique(pairs: list[tuple[str, str]]) -> None:
    for name, values in tags.clean(pairs).items():
        assert len(set(values)) == len(values) > 0
        for value in values:
            assert value == value.strip() != ""
            value.encode()
            assert all(c.isprintable() or (c in "\n\t" and name in tags.LONGEST) for c in value)
