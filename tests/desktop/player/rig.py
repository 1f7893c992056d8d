"""The voice with an ear instead of a device: it takes what would be heard, as fast as it can be made."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from desktop.player.voice import Voice

RATE = 48000
BLOCK = 480


class Rig:
    def __init__(self) -> None:
        self.told: list[dict[str, Any]] = []
        self.voice = Voice(self.told.append)
        self._thread = threading.Thread(target=self.voice.run)
        self._thread.start()

    def close(self) -> None:
        self.voice.post({"do": "quit"})
        self._thread.join()

    def play(self, *items: dict[str, Any], at_s: float | None = None, turn: int = 1, **more: Any) -> None:
        first = items[0]
        order = {"item": first, "follow": list(items[1:]), "loop": None, "turn": turn, "goes": True}
        self.post("play", at_s=first["start_s"] if at_s is None else at_s, **(order | more))
        self.until(lambda: self.voice._turn == turn and self.voice._deck.goes == order["goes"])

    def post(self, do: str, **more: Any) -> None:
        self.voice.post({"do": do, **more})

    def settle(self) -> None:
        """Until the orders so far are done."""
        done = threading.Event()
        self.post("look", done=done)
        assert done.wait(20)

    def until(self, holds: Any, timeout_s: float = 20.0) -> None:
        deadline = time.monotonic() + timeout_s
        while not holds():
            assert time.monotonic() < deadline, "waited in vain"
            time.sleep(0.001)

    def hear(self, seconds: float) -> np.ndarray:
        """What comes next. It is waited for, so that only the end of all is silent."""
        voice, blocks = self.voice, []
        for _ in range(round(seconds * RATE / BLOCK)):
            self.until(lambda: voice._deck.ahead >= BLOCK or voice._end is not None or voice._tape is None)
            out = np.full((BLOCK, 2), 9, np.float32)
            voice.fill(out, 0.0)
            blocks.append(out)
        return np.concatenate(blocks)

    def said(self, key: str) -> list[Any]:
        return [thing[key] for thing in self.told if key in thing]


@contextmanager
def rig() -> Iterator[Rig]:
    made = Rig()
    try:
        yield made
    finally:
        made.close()


def item(
    serial: int, path: Path, start_s: float = 0.0, end_s: float | None = None, gain: float = 1.0
) -> dict[str, Any]:
    return {"serial": serial, "path": str(path), "start_s": start_s, "end_s": end_s, "gain": gain}


def noise(seconds: float, seed: int = 0, level: float = 0.2) -> np.ndarray:
    samples = np.random.default_rng(seed).uniform(-level, level, (round(seconds * RATE), 2))
    return samples.astype(np.float32)


def sine(seconds: float, hertz: float, level: float = 0.5, rate_hz: int = RATE) -> np.ndarray:
    t = np.arange(round(seconds * rate_hz)) / rate_hz
    return np.repeat((level * np.sin(2 * np.pi * hertz * t)).astype(np.float32)[:, None], 2, axis=1)


def save(folder: Path, name: str, samples: np.ndarray, rate_hz: int = RATE) -> Path:
    path = folder / name
    soundfile.write(path, samples, rate_hz, subtype="FLOAT")
    return path
