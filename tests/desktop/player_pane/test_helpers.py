"""What comes from the helper processes: shapes that grow and are kept, tiles, crashes."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from core.audio import peaks
from desktop.player.reading import Reading
from desktop.player.shape import Shape
from desktop.player.spectrogram import Shades, Tiles
from desktop.theme import look

LONG_MS = 30_000
RATE = 8000


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A minute: silence, then a tone of 1 kHz from 30 s on."""
    t = np.arange(60 * RATE) / RATE
    path = tmp_path / "a b.wav"
    soundfile.write(path, np.where(t < 30, 0, 0.5 * np.sin(2000 * np.pi * t)), RATE)
    return path


@pytest.fixture
def shape(qapp):
    shape = Shape()
    yield shape
    shape.stop()


@pytest.fixture
def tiles(qapp):
    tiles = Tiles()
    yield tiles
    tiles.stop()


def test_a_shape_grows_is_kept_and_then_there_at_once(qtbot, shape, sound):
    shares = []
    shape.changed.connect(lambda: shares.append((shape.share, shape.pyramid and shape.pyramid.frames)))
    shape.show_track(sound)
    qtbot.waitUntil(lambda: shape.is_whole, timeout=LONG_MS)
    grown = [frames for share, frames in shares if share and frames]
    assert len(grown) >= 3
    assert grown == sorted(grown)
    assert shape.pyramid.duration_s == 60
    assert not shape.pyramid.columns(0, 29, 50)[:, 1].any()
    assert shape.pyramid.columns(31, 60, 50)[:, 1].min() == pytest.approx(0.5, abs=0.01)
    shape.show_track(None)
    assert shape.pyramid is None
    shares.clear()
    shape.show_track(sound)
    qtbot.waitUntil(lambda: shape.is_whole, timeout=LONG_MS)
    assert {share for share, _ in shares} == {None}, "nothing was read again"


def test_a_track_that_is_left_early_does_not_come_back(qtbot, shape, sound, tmp_path):
    other = tmp_path / "other.wav"
    soundfile.write(other, np.zeros(RATE), RATE)
    shape.show_track(sound)
    qtbot.waitUntil(lambda: shape.share is not None, timeout=LONG_MS)
    shape.show_track(other)
    qtbot.waitUntil(lambda: shape.is_whole, timeout=LONG_MS)
    assert shape.pyramid.duration_s == 1


@pytest.mark.parametrize(("content", "said"), [(b"no sound", ""), (None, "it is not where it was")])
def test_why_there_is_nothing_to_see(qtbot, shape, tmp_path, content, said):
    path = tmp_path / "bad.wav"
    if content is not None:
        path.write_bytes(content)
    shape.show_track(path)
    qtbot.waitUntil(lambda: bool(shape.problem), timeout=LONG_MS)
    assert said in shape.problem
    assert shape.share is None


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_decoder_that_crashes_takes_only_its_file_along(qtbot, shape, sound):
    shape.show_track(sound)
    qtbot.waitUntil(lambda: shape._helper._process is not None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: shape._helper._process.processId() > 0, timeout=LONG_MS)
    os.kill(shape._helper._process.processId(), signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(shape.problem), timeout=LONG_MS)
    assert shape.problem == "the decoder crashed"
    shape.show_track(None)
    shape.show_track(sound)
    qtbot.waitUntil(lambda: shape.is_whole, timeout=LONG_MS)
    assert peaks.find(sound) is not None


def picture_of(tiles: Tiles, start_s: float, end_s: float) -> np.ndarray:
    image = QImage(200, 64, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    painter = QPainter(image)
    tiles.draw(painter, QRectF(image.rect()), start_s, end_s, look().theme.ramps["depth"])
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(64, 200, 4)[:, :, :3].astype(int, copy=True)


def fetch(qtbot, tiles: Tiles, start_s: float, end_s: float) -> None:
    tiles.want(start_s, end_s, 200)
    qtbot.waitUntil(lambda: not tiles.is_waiting and not tiles._wanted, timeout=LONG_MS)


def test_tiles_show_the_tone_where_and_when_it_sounds(qtbot, tiles, sound):
    tiles.show_track(str(sound))
    fetch(qtbot, tiles, 0, 60)
    dots = picture_of(tiles, 0, 60)
    ground = dots[5, 20]
    assert (dots[:, 5:95] == ground).all(), "silence"
    row = 63 - round(0.3 * 64)
    assert np.abs(dots[row - 5 : row + 5, 150] - ground).sum() > 300
    assert (dots[5, 150] == ground).all()


def test_while_finer_tiles_are_on_their_way_coarser_ones_stand_in(qtbot, tiles, sound):
    tiles.show_track(str(sound))
    fetch(qtbot, tiles, 0, 60)
    dots = picture_of(tiles, 40, 50)
    assert not (dots == [0xFF, 0x00, 0xFF]).all(axis=2).any(), "nothing is left unpainted"
    fetch(qtbot, tiles, 40, 50)
    assert tiles._find(5, 4) is not None


def test_only_what_is_seen_is_computed_and_never_twice(qtbot, tiles, sound):
    asked = []
    ask = tiles._helper.ask
    tiles._helper.ask = lambda path, **more: (asked.append(more["tiles"]), ask(path, **more))
    tiles.show_track(str(sound))
    fetch(qtbot, tiles, 10, 12)
    assert {level for tiles_ in asked for level, _ in tiles_} == {3}
    assert 1 <= len(asked[0]) <= 2
    fetch(qtbot, tiles, 10, 12)
    assert len(asked) == 1


def test_shades_change_what_is_there_without_asking_again(qtbot, tiles, sound):
    tiles.show_track(str(sound))
    fetch(qtbot, tiles, 0, 60)
    before = picture_of(tiles, 0, 60)
    tiles.shades = Shades(40, 0, 2.0)
    assert (picture_of(tiles, 0, 60) != before).any()
    tiles.shades = Shades()
    np.testing.assert_array_equal(picture_of(tiles, 0, 60), before)


def test_a_file_without_sound_has_no_tiles_and_says_why(qtbot, tiles, tmp_path):
    path = tmp_path / "bad.wav"
    path.write_bytes(b"no sound")
    tiles.show_track(str(path))
    with qtbot.waitSignal(tiles.failed, timeout=LONG_MS):
        tiles.want(0, 1, 100)


def test_very_near_the_wave_is_drawn_from_its_samples(qtbot, tiles, sound):
    tiles.show_track(str(sound))
    tiles.want(33.9, 34.1, 200, RATE)
    assert tiles.columns(33.9, 34.1, 200, RATE) is None
    qtbot.waitUntil(lambda: not tiles.is_waiting and not tiles._wanted, timeout=LONG_MS)
    columns = tiles.columns(33.9, 34.1, 200, RATE)
    assert (columns[:, 1] - columns[:, 0]).min() > 0.4, "a period a column"
    tiles.want(34.0, 34.002, 200, RATE)
    near = tiles.columns(34.0, 34.002, 200, RATE)
    moments = (np.arange(200) + 0.5) * 1e-5
    np.testing.assert_allclose(near[:, :2].mean(axis=1), 0.5 * np.sin(2000 * np.pi * moments), atol=0.06)
    assert (near[1:, 0] <= near[:-1, 1] + 1e-6).all(), "without gaps"
    assert tiles.columns(0, 60, 200, RATE) is None, "from afar there are bins for it"


def test_reading_can_be_stopped_and_taken_up_again(qtbot, shape, tmp_path):
    path = tmp_path / "long.wav"
    with soundfile.SoundFile(path, "w", RATE, 1) as file:
        for _ in range(30):
            file.write(np.full(60 * RATE, 0.25, np.float32))
    host = QWidget()
    qtbot.addWidget(host)
    reading = Reading(host, shape)
    host.resize(600, 60)
    host.show()
    shape.show_track(path)
    qtbot.waitUntil(lambda: bool(shape.share), timeout=LONG_MS)
    assert reading.said.text().startswith("Reading the file…")
    qtbot.mouseClick(reading.button, Qt.MouseButton.LeftButton)
    frames = shape.pyramid.frames
    assert 0 < frames < 1800 * RATE
    assert not shape.is_whole
    assert reading.said.text() == "Only the beginning has been read."
    qtbot.wait(100)
    assert shape.pyramid.frames == frames, "nothing comes after a stop"
    qtbot.mouseClick(reading.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shape.is_whole, timeout=LONG_MS)
    assert shape.pyramid.frames == 1800 * RATE
    assert not reading.isVisible()
