"""Any file, any rate, any span: always the same instants, always the right number of samples."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st

from core.audio import blocks, decode, examine, open_audio
from core.errors import AudioProblem
from tests.core.audio.sounds import FFMPEG, RATE, SECONDS, SNDFILE, signal, write

NAMES = sorted(SNDFILE) + sorted(FFMPEG)


@pytest.fixture(scope="session")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("sounds")
    samples = signal()
    return {name: write(folder, name, samples) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_heard_whole(sounds: dict[str, Path], name: str) -> None:
    properties = examine(sounds[name])
    heard = decode(sounds[name], mono=False)
    assert heard.dtype == np.float32
    seconds = len(heard) / properties.rate_hz
    expected = SECONDS * RATE / 48000 if name == "opus.opus" else SECONDS
    assert seconds == pytest.approx(expected, abs=0.06)
    assert properties.duration_s == pytest.approx(
        seconds, abs=0.6 if "low" in name or name == "aac.aac" else 0.06
    )
    assert properties.channels == 2
    assert 0.1 < np.sqrt(np.mean(heard**2)) < 0.4


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rate_hz", [None, 16000, 24000, 48000])
def test_a_span_is_the_same_span_of_the_whole(
    sounds: dict[str, Path], name: str, rate_hz: int | None
) -> None:
    path = sounds[name]
    to_hz = rate_hz or examine(path).rate_hz
    whole = decode(path, rate_hz)
    rng = np.random.default_rng(NAMES.index(name))
    last_s = len(whole) / to_hz
    spans = [(a, a + rng.uniform(0.01, 2.0)) for a in rng.uniform(0, last_s, 8)] + [
        (0.0, 0.5),
        (last_s - 0.1, 99),
    ]
    for start_s, end_s in spans:
        part = decode(path, rate_hz, start_s=start_s, end_s=end_s)
        expected = whole[round(start_s * to_hz) : round(end_s * to_hz)]
        assert part.shape == expected.shape
        np.testing.assert_allclose(part, expected, atol=1e-4)


@pytest.mark.parametrize("name", ["pcm24.wav", "pcm24.flac", "alac.m4a", "flac.mka", "wavpack.wv", "tta.tta"])
def test_lossless_is_lossless(sounds: dict[str, Path], name: str) -> None:
    np.testing.assert_allclose(decode(sounds[name], mono=False), signal(), atol=1 / 32768)


@pytest.mark.parametrize("rate_hz", [8000, 11025, 22050, 44100, 96000, 192000])
@pytest.mark.parametrize("to_hz", [8000, 16000, 24000, 44100, 48000])
def test_rates_from_8_to_192_khz(tmp_path: Path, rate_hz: int, to_hz: int) -> None:
    samples = signal(rate_hz, 3.0, 1)
    path = write(tmp_path, "pcm16.wav", samples, rate_hz)
    heard = decode(path, to_hz)
    assert len(heard) == 3 * to_hz
    reference = soxr.resample(soundfile.read(path, dtype="float32")[0], rate_hz, to_hz)
    np.testing.assert_allclose(heard, reference[: len(heard)], atol=1e-6)
    assert len(decode(path, to_hz, start_s=1.0, end_s=2.5)) == round(1.5 * to_hz)


@settings(max_examples=60, deadline=None)
@given(
    frames=st.integers(1, 9000),
    own_hz=st.sampled_from([8000, 11025, 22050, 44100, 48000, 44099]),
    to_hz=st.sampled_from([8000, 16000, 22050, 24000, 48000]),
    span=st.tuples(st.floats(0, 1.2), st.floats(0, 1.2)),
)
def test_counts_are_exact(
    tmp_path_factory: pytest.TempPathFactory, frames: int, own_hz: int, to_hz: int, span: tuple[float, float]
) -> None:
    path = tmp_path_factory.mktemp("counts") / "x.wav"
    soundfile.write(path, np.linspace(-0.5, 0.5, frames, dtype=np.float32), own_hz, "FLOAT")
    whole = decode(path, to_hz)
    assert len(whole) == int(frames * to_hz / own_hz + 0.5)
    start_s, end_s = sorted(span)
    part = decode(path, to_hz, start_s=start_s, end_s=end_s)
    expected = whole[round(start_s * to_hz) : round(end_s * to_hz)]
    assert len(part) == len(expected)


@pytest.mark.parametrize("channels", range(1, 10))
def test_channels_are_mixed(tmp_path: Path, channels: int) -> None:
    path = tmp_path / "many.wav"
    soundfile.write(path, np.full((1000, channels), 0.25, np.float32), 8000, "FLOAT")
    stereo, mono = decode(path, mono=False), decode(path)
    assert stereo.shape == (1000, 2)
    assert mono.shape == (1000,)
    np.testing.assert_allclose(stereo, 0.25, atol=1e-6)
    np.testing.assert_allclose(mono, 0.25, atol=1e-6)


def test_left_stays_left(tmp_path: Path) -> None:
    path = tmp_path / "left.wav"
    soundfile.write(path, np.tile(np.float32([[0.5, -0.25]]), (1000, 1)), 8000, "FLOAT")
    stereo = decode(path, mono=False)
    np.testing.assert_allclose(stereo.mean(axis=0), [0.5, -0.25], atol=1e-6)
    np.testing.assert_allclose(decode(path), 0.125, atol=1e-6)


def test_blocks_are_the_whole_file(sounds: dict[str, Path]) -> None:
    for name in ("pcm16.wav", "vbr.mp3", "vorbis.ogg", "aac.m4a", "flac.mka"):
        pieces = list(blocks(sounds[name], 16000, 2.5))
        assert {len(piece) for piece in pieces[:-1]} == {40000}
        np.testing.assert_allclose(np.concatenate(pieces), decode(sounds[name], 16000), atol=1e-4)


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    for name in ("pcm16.wav", "aac.m4a"):
        path = write(tmp_path, name, signal(seconds=1.0))
        odd = Path(os.fsdecode(os.fsencode(path.parent) + b"/\xff\n\xe2 " + name.encode()))
        path.rename(odd)
        assert len(decode(odd)) == pytest.approx(RATE, abs=1100)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (b"just some text, nothing to hear\n" * 50, "it is damaged from its start, or no audio"),
        (b"RIFF" + bytes(40), "no audio|no sound|gives up"),
        (b"fLaC" + bytes(400), "no audio|no sound|gives up"),
    ],
)
def test_what_is_no_audio_is_told_in_a_sentence(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "Reel 12.wav"
    path.write_bytes(content)
    with pytest.raises(AudioProblem, match=why) as told:
        decode(path)
    assert str(told.value).startswith(f"{path} cannot be read: ")
    assert "\n" not in str(told.value)


def test_missing_and_folders(tmp_path: Path) -> None:
    with pytest.raises(AudioProblem, match="no such file"):
        decode(tmp_path / "gone.wav")
    with pytest.raises(AudioProblem, match="cannot be read: is a directory"):
        decode(tmp_path)


def test_values_that_are_no_numbers(tmp_path: Path) -> None:
    path = tmp_path / "nan.wav"
    samples = np.zeros(1000, np.float32)
    samples[500] = np.nan
    soundfile.write(path, samples, 8000, "FLOAT")
    with pytest.raises(AudioProblem, match="it holds values that are no numbers"):
        decode(path)


def test_a_file_that_ends_early_gives_what_it_has(sounds: dict[str, Path], tmp_path: Path) -> None:
    for name in ("pcm16.wav", "vbr.mp3", "pcm24.flac", "aac.aac", "wavpack.wv"):
        cut = tmp_path / name
        content = sounds[name].read_bytes()
        cut.write_bytes(content[: len(content) // 2])
        try:
            heard = decode(cut, 16000)
        except AudioProblem:
            continue
        assert len(heard) < 0.7 * SECONDS * 16000


def test_files_are_only_read(sounds: dict[str, Path]) -> None:
    before = {name: (path.stat().st_mtime_ns, path.read_bytes()) for name, path in sounds.items()}
    for path in sounds.values():
        with open_audio(path) as reader:
            reader.read(100, 100)
    assert {name: (path.stat().st_mtime_ns, path.read_bytes()) for name, path in sounds.items()} == before
