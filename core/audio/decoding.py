"""Any file to float32 samples: the one way in which this program hears.

libsndfile first, FFmpeg for the rest. Rates are converted such that an excerpt
equals the same span of the whole file converted: the same instants are heard
whatever the borders.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from math import gcd
from pathlib import Path

import av
import numpy as np
import soundfile
import soxr

from core.audio.ffmpeg import FfmpegReader, NoSoundError
from core.audio.properties import Properties
from core.audio.reader import Reader, Samples
from core.audio.sndfile import SndfileReader, UnseekableError
from core.errors import AudioProblem

MARGIN = 4096
"""Frames around an excerpt that the rate conversion's filter looks at."""

_MIX = {
    3: ((1, 0), (0, 1), (0.7, 0.7)),
    4: ((1, 0), (0, 1), (0.7, 0), (0, 0.7)),
    5: ((1, 0), (0, 1), (0.7, 0.7), (0.7, 0), (0, 0.7)),
    6: ((1, 0), (0, 1), (0.7, 0.7), (0, 0), (0.7, 0), (0, 0.7)),
    7: ((1, 0), (0, 1), (0.7, 0.7), (0, 0), (0.5, 0.5), (0.7, 0), (0, 0.7)),
    8: ((1, 0), (0, 1), (0.7, 0.7), (0, 0), (0.7, 0), (0, 0.7), (0.7, 0), (0, 0.7)),
}
"""How much of each channel goes left and right, in the usual order (front, centre, low, back, side)."""


@contextlib.contextmanager
def open_audio(path: Path) -> Iterator[Reader]:
    """Every failure inside the block, the decoder's too, becomes an `AudioProblem`."""
    with _explain(path):
        reader = _open(path)
        try:
            yield reader
        finally:
            reader.close()


def examine(path: Path) -> Properties:
    """What the header says, without decoding."""
    with open_audio(path) as reader:
        return reader.properties


def decode(
    path: Path,
    rate_hz: int | None = None,
    *,
    mono: bool = True,
    start_s: float = 0.0,
    end_s: float | None = None,
) -> Samples:
    """The span [start_s, end_s) at `rate_hz`: (n,) when mono, else (n, 2).

    n is the same for every file that lasts until `end_s`; a shorter file gives fewer.
    """
    with open_audio(path) as reader:
        own_hz = reader.properties.rate_hz
        to_hz = rate_hz or own_hz
        start = round(start_s * to_hz)
        count = None if end_s is None else max(round(end_s * to_hz) - start, 0)
        samples = _read(reader, start, count, own_hz, to_hz, mono=mono)
    if not np.isfinite(samples).all():
        raise AudioProblem(path, "it holds values that are no numbers")
    return samples


class OpenedFile:
    """A file that is kept open, for many spans of it: what a player reads. Close it, or use `with`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with _explain(path):
            self._reader = _open(path)

    def __enter__(self) -> OpenedFile:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def read(self, rate_hz: int, start: int, count: int) -> Samples:
        """Frames [start, start + count) of the whole file at `rate_hz`, as (n, 2); fewer where it ends."""
        with _explain(self._path):
            samples = _read(self._reader, start, count, self._reader.properties.rate_hz, rate_hz, mono=False)
        if not np.isfinite(samples).all():
            raise AudioProblem(self._path, "it holds values that are no numbers")
        return samples

    def close(self) -> None:
        self._reader.close()


def blocks(path: Path, rate_hz: int, block_s: float = 30.0) -> Iterator[Samples]:
    """The whole file in mono, piece by piece, in the memory of one piece."""
    with open_audio(path) as reader:
        own_hz, size = reader.properties.rate_hz, round(block_s * rate_hz)
        start = 0
        while True:
            block = _read(reader, start, size, own_hz, rate_hz, mono=True)
            if len(block):
                yield block
            if len(block) < size:
                return
            start += size


def _read(reader: Reader, start: int, count: int | None, own_hz: int, to_hz: int, *, mono: bool) -> Samples:
    """`start` and `count` are frames at `to_hz`."""
    if own_hz == to_hz:
        return _mix(reader.read(start, count), mono=mono)
    step = gcd(own_hz, to_hz)
    own_step, to_step = own_hz // step, to_hz // step
    first = max((start * own_step // to_step - MARGIN) // own_step, 0)
    wanted = None
    if count is not None:
        wanted = -(-(start + count) * own_step // to_step) + MARGIN - first * own_step
    own = _mix(reader.read(first * own_step, wanted), mono=mono)
    if wanted is None or len(own) < wanted:
        # The file ends here: what a full conversion would give, to the sample.
        last = (2 * len(own) * to_step + own_step) // (2 * own_step) + first * to_step
        count = max(last - start, 0) if count is None else min(count, max(last - start, 0))
    if not count or not len(own):
        return own[:0]
    converted: Samples = soxr.resample(own, own_hz, to_hz)
    skip = start - first * to_step
    converted = converted[skip : skip + count]
    if len(converted) < count:
        converted = np.concatenate(
            [converted, np.zeros((count - len(converted), *own.shape[1:]), np.float32)]
        )
    return np.ascontiguousarray(converted)


def _mix(samples: Samples, *, mono: bool) -> Samples:
    channels = samples.shape[1]
    if channels > 2:
        weights = _MIX.get(channels, tuple((1, 0) if i % 2 == 0 else (0, 1) for i in range(channels)))
        mix = np.array(weights, np.float32)
        samples = samples @ (mix / mix.sum(axis=0))
    if mono:
        return samples[:, 0] if samples.shape[1] == 1 else samples.mean(axis=1, dtype=np.float32)
    return np.repeat(samples, 2, axis=1) if samples.shape[1] == 1 else samples


def _open(path: Path) -> Reader:
    if path.stat().st_size == 0:
        raise AudioProblem(path, "it is empty")
    try:
        return SndfileReader(path)
    except (soundfile.LibsndfileError, UnseekableError):
        return FfmpegReader(path)


@contextlib.contextmanager
def _explain(path: Path) -> Iterator[None]:
    try:
        yield
    except soundfile.LibsndfileError as error:
        raise AudioProblem(path, f"the decoder gives up ({_sentence(error.error_string)})") from error
    except av.InvalidDataError as error:
        raise AudioProblem(path, "it is damaged from its start, or no audio") from error
    except (av.DecoderNotFoundError, av.DemuxerNotFoundError, av.PatchWelcomeError) as error:
        raise AudioProblem(path, "nothing here can decode its kind of sound", unsupported=True) from error
    except av.EOFError as error:
        raise AudioProblem(path, "it ends before any sound") from error
    except av.FFmpegError as error:
        raise AudioProblem(
            path, f"the decoder gives up ({_sentence(error.strerror or str(error))})"
        ) from error
    except NoSoundError as error:
        raise AudioProblem(path, "there is no sound in it") from error
    except OSError as error:
        raise AudioProblem(path, _sentence(error.strerror or str(error))) from error


def _sentence(text: str) -> str:
    text = text.strip().rstrip(".").removeprefix("Error : ")
    return text[:1].lower() + text[1:]
