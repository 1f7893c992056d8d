"""Tiles of the spectrogram: the right pitch at the right height and instant, at every scale."""

from __future__ import annotations

import numpy as np
import pytest

from core.audio.decoding import open_audio
from core.audio.spectrum import (
    COLUMNS,
    FLOOR_DB,
    LEVELS,
    MELS,
    TOP_HZ,
    filters,
    height_of,
    hop_s,
    level_for,
    tile,
    tile_s,
)
from tests.core.audio.sounds import write


def tone(hz: float, seconds: float, rate_hz: int, channels: int = 2) -> np.ndarray:
    t = np.arange(round(seconds * rate_hz)) / rate_hz
    return np.repeat(np.sin(2 * np.pi * hz * t)[:, None], channels, axis=1).astype(np.float32)


def decibels(values: np.ndarray) -> np.ndarray:
    return values / 255 * -FLOOR_DB + FLOOR_DB


@pytest.mark.parametrize("rate_hz", [8000, 22050, 44100, 96000])
@pytest.mark.parametrize("hz", [100, 440, 1000, 3500])
@pytest.mark.parametrize("level", [0, 5, 7])
def test_a_tone_is_as_loud_as_it_is_and_at_its_height(tmp_path, rate_hz, hz, level):
    path = write(tmp_path, "float.wav", tone(hz, 4, rate_hz) * 0.5, rate_hz)
    with open_audio(path) as reader:
        values = tile(reader, level, 0)
    column = values[:, min(COLUMNS // 2, round(2 / hop_s(level)))]
    row = int(column.argmax())
    assert (MELS - row - 0.5) / MELS == pytest.approx(height_of(hz), abs=1.6 / MELS)
    assert decibels(column[row]) == pytest.approx(-6, abs=4)


@pytest.mark.parametrize("level", [2, 5, 8, 11])
def test_a_sound_is_seen_when_it_sounds(tmp_path, level):
    """Two seconds of tone, in the middle of silence."""
    rate_hz, seconds = 8000, 40
    samples = tone(1000, seconds, rate_hz)
    samples[: 10 * rate_hz], samples[12 * rate_hz :] = 0, 0
    path = write(tmp_path, "pcm16.wav", samples, rate_hz)
    hop = hop_s(level)
    number = int(11 // tile_s(level))
    with open_audio(path) as reader:
        values = tile(reader, level, number)
    times = (number * COLUMNS + np.arange(COLUMNS) + 0.5) * hop
    loud = decibels(values.max(axis=0)) > -30
    slack = hop + 0.06
    assert loud[(times > 10 + slack) & (times < 12 - slack)].all()
    assert not loud[(times < 10 - slack) | (times > 12 + slack)].any()


def test_tiles_of_one_scale_join_without_a_seam(tmp_path):
    path = write(tmp_path, "pcm24.flac", tone(700, 6, 22050), 22050)
    with open_audio(path) as reader:
        both = np.concatenate([tile(reader, 3, 0), tile(reader, 3, 1)], axis=1)
    inside = both[:, 20:-20].astype(int)
    assert np.abs(np.diff(inside[inside.max(axis=1) > 150], axis=1)).max() <= 3


@pytest.mark.parametrize("name", ["pcm16.wav", "opus.webm"])
def test_behind_the_end_there_is_nothing(tmp_path, name):
    path = write(tmp_path, name, tone(440, 1, 48000), 48000)
    with open_audio(path) as reader:
        assert not tile(reader, 5, 1).any()
        assert not tile(reader, 12, 3).any()


def test_what_is_read_sparsely_looks_like_what_is_read_whole(tmp_path, monkeypatch):
    rate_hz = 8000
    samples = tone(1000, 300, rate_hz, 1)
    path = write(tmp_path, "pcm16.wav", samples, rate_hz)
    with open_audio(path) as reader:
        sparse = tile(reader, 11, 0)
        monkeypatch.setattr("core.audio.spectrum._seeks_quickly", lambda reader: False)
        whole = tile(reader, 11, 0)
    np.testing.assert_array_equal(sparse, whole)
    assert sparse[:, 100].max() > 200


def test_values_that_are_no_numbers_do_no_harm(tmp_path):
    samples = tone(440, 2, 8000)
    samples[4000:4100] = np.nan
    path = write(tmp_path, "float.wav", samples, 8000)
    with open_audio(path) as reader:
        assert tile(reader, 4, 0)[:, 5:30].max() > 150


def test_no_band_is_deaf():
    for rate_hz, size in ((44100, 4096), (44100, 2048), (96000, 8192), (192000, 16384)):
        assert (filters(rate_hz, size).sum(axis=1) > 0).all()
    bands = filters(8000, 1024)
    heights = (np.arange(MELS) + 0.5) / MELS
    assert (bands[heights < height_of(3900)].sum(axis=1) > 0).all()
    assert not bands[heights > height_of(4200)].any()


def test_there_is_a_column_for_each_pixel():
    assert level_for(0.0001) == 0
    for level in range(1, LEVELS):
        assert level_for(hop_s(level)) == level
        assert hop_s(level_for(hop_s(level) * 1.7)) <= hop_s(level) * 1.7
    assert level_for(1e9) == LEVELS - 1
    assert height_of(TOP_HZ) == 1
    assert height_of(0) == 0
