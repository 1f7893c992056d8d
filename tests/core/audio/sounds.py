"""Sound files of every kind that can be written here, from one signal with a known value at each instant."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import soundfile
from numpy.typing import NDArray

RATE = 44100
SECONDS = 12
SNDFILE = {
    "pcm16.wav": {"subtype": "PCM_16"},
    "pcm24.wav": {"subtype": "PCM_24"},
    "pcm8.wav": {"subtype": "PCM_U8"},
    "float.wav": {"subtype": "FLOAT"},
    "double.wav": {"subtype": "DOUBLE"},
    "ulaw.wav": {"subtype": "ULAW"},
    "adpcm.wav": {"subtype": "IMA_ADPCM"},
    "pcm16.aiff": {"subtype": "PCM_16"},
    "pcm16.caf": {"subtype": "PCM_16"},
    "alac.caf": {"subtype": "ALAC_16"},
    "pcm24.flac": {"subtype": "PCM_24"},
    "vorbis.ogg": {"subtype": "VORBIS"},
    "opus.opus": {"format": "OGG", "subtype": "OPUS"},
    "vbr.mp3": {"bitrate_mode": "VARIABLE", "compression_level": 0.5},
    "vbr-low.mp3": {"bitrate_mode": "VARIABLE", "compression_level": 0.9},
    "cbr.mp3": {"bitrate_mode": "CONSTANT", "compression_level": 0.5},
    "cbr-low.mp3": {"bitrate_mode": "CONSTANT", "compression_level": 0.9},
}
FFMPEG = {
    "aac.m4a": ("aac", {"aac_pns": "0", "aac_coder": "fast"}),
    "aac.aac": ("aac", {"aac_pns": "0", "aac_coder": "fast"}),
    "alac.m4a": ("alac", {}),
    "mp2.mp2": ("mp2", {}),
    "ac3.ac3": ("ac3", {}),
    "opus.webm": ("libopus", {}),
    "flac.mka": ("flac", {}),
    "wavpack.wv": ("wavpack", {}),
    "tta.tta": ("tta", {}),
    "pcm.mov": ("pcm_s16le", {}),
    "wma.wma": ("wmav2", {}),
}


def signal(rate_hz: int = RATE, seconds: float = SECONDS, channels: int = 2) -> NDArray[np.float32]:
    """Gliding tones and noise: no two spans of it look alike."""
    t = np.arange(round(rate_hz * seconds)) / rate_hz
    rng = np.random.default_rng(0)
    voices = [
        0.3 * np.sin(2 * np.pi * (200 * (c + 1) * t + 30 * np.sin(0.7 * t + c)))
        + 0.02 * rng.normal(size=len(t))
        for c in range(channels)
    ]
    return np.stack(voices, axis=1).astype(np.float32)


def write(folder: Path, name: str, samples: NDArray[np.float32], rate_hz: int = RATE) -> Path:
    path = folder / name
    if name in FFMPEG:
        _write_ffmpeg(path, samples, rate_hz, *FFMPEG[name])
        return path
    options = SNDFILE.get(name, {})
    if name == "opus.opus":
        rate_hz = 48000
    # libsndfile falls over when a long Vorbis is written in one go.
    with soundfile.SoundFile(path, "w", rate_hz, samples.shape[1], **options) as file:
        for start in range(0, len(samples), rate_hz):
            file.write(samples[start : start + rate_hz])
    return path


def _write_ffmpeg(
    path: Path, samples: NDArray[np.float32], rate_hz: int, codec: str, options: dict[str, str]
) -> None:
    to_hz = 48000 if "opus" in codec else rate_hz
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=to_hz, layout="stereo", options=options)
        if codec == "wmav2":
            stream.bit_rate = 128_000
        elif codec in ("wavpack", "tta"):
            stream.codec_context.format = "s16p" if codec == "wavpack" else "s16"
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.T), "fltp", "stereo")
        frame.sample_rate, frame.pts = rate_hz, 0
        resampler = av.AudioResampler(stream.codec_context.format, "stereo", to_hz)
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
