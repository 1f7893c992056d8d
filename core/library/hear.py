"""What a whole hearing of one file tells. Runs in a crew, since files may be anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.audio import blocks, open_audio
from core.audio.fingerprint import LONGEST_S, RATE_HZ, fingerprint
from core.audio.loudness import Loudness
from core.errors import AudioProblem
from core.library.states import SHORTEST_S, SILENCE_DB, State
from core.store.files import hash_file

LISTEN_HZ = 2 * RATE_HZ
"""Enough for loudness; the fingerprint takes every second sample of a filtered copy."""


@dataclass(frozen=True)
class Heard:
    state: State
    reason: str = ""
    sha256: str | None = None
    duration_s: float | None = None
    rate_hz: int | None = None
    channels: int | None = None
    peak_db: float | None = None
    loudness_db: float | None = None
    fingerprint: bytes | None = None


def hear(name: str) -> Heard:
    """The function of the crew: from the path of a file to all that hearing it tells."""
    path = Path(name)
    try:
        sha256 = hash_file(path)
    except FileNotFoundError:
        return Heard(State.VANISHED, "The file is not where it was.")
    except OSError as error:
        return Heard(State.UNDECODABLE, f"{(error.strerror or str(error)).capitalize()}.")
    try:
        return _listen(path, sha256)
    except AudioProblem as problem:
        state = State.UNSUPPORTED if problem.unsupported else State.UNDECODABLE
        return Heard(state, f"{problem.why[:1].upper()}{problem.why[1:]}.", sha256)


def _listen(path: Path, sha256: str) -> Heard:
    with open_audio(path) as reader:
        header = reader.properties
    loudness, samples, opening = Loudness(LISTEN_HZ), 0, []
    for block in blocks(path, LISTEN_HZ):
        if not np.isfinite(block).all():
            raise AudioProblem(path, "it holds values that are no numbers")
        loudness.feed(block)
        if samples < LONGEST_S * LISTEN_HZ:
            opening.append(block)
        samples += len(block)
    seconds, peak_db = samples / LISTEN_HZ, loudness.peak_db()
    state, reason = State.OK, ""
    if not samples:
        state, reason = State.UNDECODABLE, "There is no sound in it."
    elif seconds < SHORTEST_S:
        state, reason = State.TOO_SHORT, f"It lasts {1000 * seconds:.0f} ms."
    elif peak_db is None or peak_db < SILENCE_DB:
        state = State.SILENT
        reason = "It is silent." if peak_db is None else f"Its loudest moment is at {peak_db:.0f} dB."
    words = _fingerprint(opening) if state == State.OK else b""
    return Heard(
        state,
        reason,
        sha256,
        seconds if samples else None,
        header.rate_hz,
        header.channels,
        peak_db,
        loudness.loudness_db(),
        words,
    )


def _fingerprint(opening: list[np.ndarray]) -> bytes:
    import soxr

    whole = np.concatenate(opening)[: round(LONGEST_S * LISTEN_HZ)]
    return fingerprint(soxr.resample(whole, LISTEN_HZ, RATE_HZ, quality="LQ")).tobytes()
