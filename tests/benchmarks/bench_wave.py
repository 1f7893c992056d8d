"""How quickly sound is seen: from asking for three hours whose peaks are kept until the first paint.

And each picture while its span is zoomed and moved. The peer is a file of three minutes.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import numpy as np

from core.audio import peaks
from tests.benchmarks.figure import Figure

RATE = 44_100
LONG_S, SHORT_S = 3 * 3600.0, 180.0
WIDTH, HEIGHT = 1150, 160
ROUNDS = 5
FRAMES = 60


def _file(folder: Path, seconds: float) -> Path:
    """A stand-in whose peaks are kept, so that nobody reads it."""
    path = folder / f"{seconds:.0f}.wav"
    path.write_bytes(b"stand-in")
    rng = np.random.default_rng(0)
    bins = np.sort(rng.integers(-30_000, 30_000, (round(seconds * RATE) // peaks.BASE, 3)), axis=1)
    growing = peaks.Growing(RATE, round(seconds * RATE))
    growing.append(bins.astype(np.int16), len(bins) * peaks.BASE)
    peaks.keep(growing.pyramid, peaks.place_of(path))
    return path


def _tiles(tiles) -> None:
    """Spectrograms as noise, at once: their making is another process's work."""
    from PySide6.QtGui import QImage

    from core.audio.spectrum import COLUMNS, MELS
    from desktop.player.spectrogram import _Tile

    noise = np.random.default_rng(0).integers(0, 255, (MELS, COLUMNS), np.uint8).tobytes()

    def make(_path: str, _key: tuple[int, int]) -> _Tile:
        return _Tile(QImage(noise, COLUMNS, MELS, COLUMNS, QImage.Format.Format_Indexed8).copy())

    class Every(dict):
        def get(self, key, default=None):
            return self.setdefault(key, make(*key))

        def __contains__(self, key):
            return True if key[1][0] >= 0 else super().__contains__(key)

        def move_to_end(self, key):
            """Nothing goes."""

    tiles._tiles = Every()


def _wait(until: Callable[[], bool]) -> None:
    from PySide6.QtWidgets import QApplication

    deadline = time.monotonic() + 60
    while not until():
        QApplication.processEvents()
        assert time.monotonic() < deadline, "waited in vain"


def _first_paint(path: Path, seconds: float) -> float:
    """Seconds from asking for a track until its whole shape has been painted."""
    from desktop.player.picture import Picture
    from desktop.player.shape import Shape
    from desktop.player.span import Span
    from desktop.player.spectrogram import Tiles

    span, shape, tiles = Span(), Shape(), Tiles()
    picture = Picture(span, shape, tiles)
    picture.resize(WIDTH, HEIGHT)
    picture.show()
    picture.repaint()
    start = time.perf_counter()
    span.set_track(seconds)
    shape.show_track(path)
    _wait(lambda: shape.is_whole)
    picture.repaint()
    taken = time.perf_counter() - start
    shape.stop()
    tiles.stop()
    picture.deleteLater()
    return taken


def _frames(path: Path, seconds: float) -> list[float]:
    """The time of each picture from the whole to a second and along it, spectrogram and all."""
    from desktop.player.picture import Picture
    from desktop.player.shape import Shape
    from desktop.player.span import Span
    from desktop.player.spectrogram import Tiles

    span, shape, tiles = Span(), Shape(), Tiles()
    _tiles(tiles)
    picture = Picture(span, shape, tiles)
    picture.resize(WIDTH, HEIGHT)
    picture.show()
    span.set_track(seconds)
    shape.show_track(path)
    _wait(lambda: shape.is_whole)
    tiles.show_track(str(path))
    taken = []
    with patch.object(tiles, "_ask"):
        for frame in range(2 * FRAMES):
            if frame < FRAMES:
                span.zoom(0.7, seconds * 0.6)
            else:
                span.move(span.length_s / 20)
            start = time.perf_counter()
            picture.repaint()
            taken.append(time.perf_counter() - start)
    shape.stop()
    tiles.stop()
    picture.deleteLater()
    return taken


def measure() -> list[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "" if os.environ.get("DISPLAY") else "offscreen")
    from desktop.app import make_app

    make_app("dark")
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, {"SOUNDINGS_HOME": folder}):
        long, short = _file(Path(folder), LONG_S), _file(Path(folder), SHORT_S)
        first = [(_first_paint(long, LONG_S), _first_paint(short, SHORT_S)) for _ in range(ROUNDS)]
        paint, peer = (statistics.median(values) for values in zip(*first, strict=True))
        frames, few = _frames(long, LONG_S), _frames(short, SHORT_S)
    frames.sort()
    few.sort()
    return [
        Figure("first paint of a track of 3 h from the cache", paint, "s", "3 min", peer, limit=0.1),
        Figure("a picture while zooming and moving, 3 h", statistics.median(frames), "s", "3 min",
               statistics.median(few), limit=0.016),
        Figure("the slowest but one of 120", frames[-2], "s", "3 min", few[-2], limit=0.033),
    ]  # fmt: skip
