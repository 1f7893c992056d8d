"""How an encoder runs fastest on a device: precision and size of batches, measured once and remembered.

bf16 is taken only where it is clearly faster and every layer still points the
same way as in fp32. The batch is as large as pays.
"""

from __future__ import annotations

import contextlib
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import numpy as np

from core import places
from core.encoders import Encoder
from core.errors import FileProblem
from core.store.files import write_text

FASTER = 1.2
"""bf16 must win by this factor."""
SAME_COSINE = 0.999
PAYS = 1.07
"""A larger batch must be quicker by this factor."""
WORSE = 1.5
"""A batch that is slower than another by this factor is the last to be tried."""
BUDGET_S = 20.0
CPU_BATCHES = (1, 2, 4, 8)
GPU_BATCHES = (8, 16, 32, 64, 128, 256)
SIMPLE_BATCH = 16
"""For encoders that are no network."""
_FILE = "tuning.json"


@dataclass(frozen=True)
class Tuning:
    precision: str
    batch: int


def tune(name: str, device: str, precision: str, open_: Callable[[str], Encoder]) -> tuple[Encoder, Tuning]:
    """The loaded encoder and how to run it. `open_` loads it in a precision."""
    known = _recall(name, device, precision)
    encoder = open_(known.precision if known else "bf16" if precision == "bf16" else "fp32")
    if not encoder.tunable:
        return encoder, Tuning("fp32", SIMPLE_BATCH)
    if known:
        return encoder, known
    if precision == "auto":
        encoder = _better(encoder, open_)
    tuning = Tuning(encoder.precision, _batch(encoder))
    _remember(name, device, precision, tuning)
    return encoder, tuning


def _better(encoder: Encoder, open_: Callable[[str], Encoder]) -> Encoder:
    sound = _sound(encoder, 1)
    slow_s, vectors = _timed(encoder, sound)
    try:
        other = open_("bf16")
        fast_s, others = _timed(other, sound)
    except (RuntimeError, NotImplementedError):  # the device cannot do it
        return encoder
    return other if slow_s > FASTER * fast_s and _cosine(vectors, others) >= SAME_COSINE else encoder


def _batch(encoder: Encoder) -> int:
    sizes = CPU_BATCHES if encoder.device == "cpu" else GPU_BATCHES
    begun_s, each_s = time.monotonic(), dict[int, float]()
    for size in sizes:
        if time.monotonic() - begun_s > BUDGET_S:
            break
        each_s[size] = _timed(encoder, _sound(encoder, size))[0] / size
        if each_s[size] > WORSE * min(each_s.values()):
            break
    enough_s = PAYS * min(each_s.values())
    return next(size for size, seconds in each_s.items() if seconds <= enough_s)


def _timed(encoder: Encoder, sound: np.ndarray) -> tuple[float, np.ndarray]:
    """The quicker of two, as other programs may have been at work."""
    encoder.embed(sound[:1, : encoder.card.rate_hz])
    taken = [_once(encoder, sound) for _ in range(2)]
    return min(taken, key=lambda each: each[0])


def _once(encoder: Encoder, sound: np.ndarray) -> tuple[float, np.ndarray]:
    begun_s = time.perf_counter()
    vectors = encoder.embed(sound)
    return time.perf_counter() - begun_s, vectors


def _sound(encoder: Encoder, size: int) -> np.ndarray:
    noise = np.random.default_rng(0).standard_normal((size, encoder.card.window))
    return (0.1 * noise).astype(np.float32)


def _cosine(a: np.ndarray, b: np.ndarray) -> float:
    """The smallest over all layers."""
    lengths = np.linalg.norm(a, axis=-1) * np.linalg.norm(b, axis=-1)
    return float((np.sum(a * b, axis=-1) / np.maximum(lengths, 1e-12)).min())


def _key(name: str, device: str, precision: str) -> str:
    return " · ".join((name, device, _device_name(device), precision, _versions()))


def _device_name(device: str) -> str:
    if device.startswith("cuda"):
        import torch

        return torch.cuda.get_device_name(device)
    return platform.processor() or platform.machine()


def _versions() -> str:
    from importlib.metadata import version

    return f"torch {version('torch')}"


def _read() -> dict[str, Tuning]:
    try:
        text = (places.cache_folder() / _FILE).read_bytes()
        return msgspec.json.decode(text, type=dict[str, Tuning])
    except (OSError, ValueError):
        return {}


def _recall(name: str, device: str, precision: str) -> Tuning | None:
    return _read().get(_key(name, device, precision))


def _remember(name: str, device: str, precision: str, tuning: Tuning) -> None:
    known = _read() | {_key(name, device, precision): tuning}
    text = msgspec.json.format(msgspec.json.encode(known)).decode()
    with contextlib.suppress(FileProblem):  # then it is measured again next time
        write_text(places.cache_folder() / _FILE, text)
