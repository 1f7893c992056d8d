"""Finds the audio files below a folder, whatever odd things lie there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.progress import ShouldStop, never
from core.store.database import FILE_NAME

_LOSSLESS = (
    "aif",
    "aifc",
    "aiff",
    "alac",
    "ape",
    "caf",
    "dff",
    "dsf",
    "flac",
    "shn",
    "tak",
    "tta",
    "w64",
    "wv",
)
_PLAIN = ("au", "rf64", "snd", "voc", "wav", "wave")
_LOSSY = (
    "aac",
    "ac3",
    "amr",
    "dts",
    "mp1",
    "mp2",
    "mp3",
    "mpc",
    "mpga",
    "oga",
    "ogg",
    "opus",
    "ra",
    "spx",
    "wma",
)
_CONTAINERS = ("asf", "m4a", "m4b", "m4p", "mka", "mkv", "mov", "mp4", "ogv", "rm", "webm")
AUDIO = frozenset(_LOSSLESS + _PLAIN + _LOSSY + _CONTAINERS)
"""Endings of files that are, or may hold, recorded sound."""

_HEADS = (b"fLaC", b"OggS", b"ID3", b"wvPk", b"MAC ", b"MPCK", b"MP+", b"TTA1", b"DSD ", b"caff", b".snd")


LEAVE = frozenset({FILE_NAME, ".nomedia"})
"""A folder that holds one of these is left alone: another collection, or one whose owner says so."""


@dataclass(frozen=True)
class Found:
    path: str
    """Relative to the folder that was walked."""
    size_bytes: int
    mtime_ns: int


@dataclass
class Walk:
    """What is met on the way; `problems` names what could not be looked into, in sentences."""

    root: Path
    others: dict[str, int] = field(default_factory=dict)
    """How many files of other kinds, by ending."""
    problems: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    """Folders, relative to the root, whose files can be neither seen nor missed."""

    def files(self, should_stop: ShouldStop = never) -> Iterator[Found]:
        """In the order of their names; links are followed, circles are not."""
        yield from self._folder("", set(), should_stop)

    def _folder(self, relative: str, above: set[tuple[int, int]], should_stop: ShouldStop) -> Iterator[Found]:
        folder = os.path.join(self.root, relative)  # noqa: PTH118 - a third of the time of Path
        try:
            place = os.stat(folder)  # noqa: PTH116
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.unreadable.append(relative)
            self.problems.append(f"{folder} cannot be looked into: {(error.strerror or str(error)).lower()}.")
            return
        identity = (place.st_dev, place.st_ino)
        if identity in above or (relative and any(entry.name in LEAVE for entry in listed)):
            return
        for entry in listed:
            if should_stop():
                return
            name = os.path.join(relative, entry.name)  # noqa: PTH118
            if _is_folder(entry):
                if not entry.name.startswith("."):
                    yield from self._folder(name, above | {identity}, should_stop)
            else:
                yield from self._file(entry, name)

    def _file(self, entry: os.DirEntry[str], name: str) -> Iterator[Found]:
        if entry.name.startswith("."):
            return  # a file system's own notes, such as ._Reel 12.wav
        try:
            stat = entry.stat()
        except OSError as error:
            if not entry.is_symlink():
                self.problems.append(
                    f"{entry.path} cannot be looked at: {(error.strerror or str(error)).lower()}."
                )
            return
        if not _is_regular(stat.st_mode):
            return
        if is_audio(entry.path):
            yield Found(name, stat.st_size, stat.st_mtime_ns)
        else:
            ending = os.path.splitext(entry.name)[1].lstrip(".").lower()  # noqa: PTH122
            self.others[ending] = self.others.get(ending, 0) + 1


def is_audio(path: str) -> bool:
    """By its ending; by its first bytes where the ending says nothing."""
    ending = os.path.splitext(path)[1].lstrip(".").lower()  # noqa: PTH122
    if ending in AUDIO:
        return True
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            head = file.read(12)
    except OSError:
        return False
    riff = head[:4] in (b"RIFF", b"RF64", b"FORM") and head[8:12] in (b"WAVE", b"AIFF", b"AIFC")
    return riff or head.startswith(_HEADS)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_regular(mode: int) -> bool:
    return (mode & 0o170000) == 0o100000
