"""A file that is kept open gives the same, piece after piece and after leaps, as one decoded whole."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.audio import OpenedFile, decode
from core.audio.ffmpeg import FfmpegReader
from core.errors import AudioProblem
from tests.core.audio.sounds import FFMPEG, signal, write

NAMES = ["pcm16.wav", "vbr.mp3", "vorbis.ogg", *sorted(FFMPEG)]


@pytest.fixture(scope="module")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("opened")
    return {name: write(folder, name, signal(seconds=6)) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rate_hz", [44100, 48000])
def test_second_by_second_and_after_leaps(sounds: dict[str, Path], name: str, rate_hz: int) -> None:
    whole = decode(sounds[name], rate_hz, mono=False)
    with OpenedFile(sounds[name]) as opened:
        for second in (0, 1, 2, 3, 1, 5, 4, 6, 0, 9):
            piece = opened.read(rate_hz, second * rate_hz, rate_hz)
            expected = whole[second * rate_hz : (second + 1) * rate_hz]
            assert piece.shape == expected.shape
            np.testing.assert_allclose(piece, expected, atol=1e-4)


def test_reading_on_decodes_nothing_twice(sounds: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    begun = []
    decode_from = FfmpegReader._decode
    monkeypatch.setattr(
        FfmpegReader, "_decode", lambda self, start: begun.append(start) or decode_from(self, start)
    )
    with OpenedFile(sounds["wma.wma"]) as opened:
        for second in range(6):
            opened.read(48000, second * 48000, 48000)
    assert begun == [0]


def test_a_file_that_is_none_says_so(tmp_path: Path) -> None:
    path = tmp_path / "none.wav"
    path.write_bytes(b"no sound at all")
    with pytest.raises(AudioProblem, match=r"none\.wav cannot be read"):
        OpenedFile(path)
