"""A fingerprint of how music moves: the same recording has it in whatever format it is encoded.

Sixteen times a second, 32 bits say whether the difference between neighbouring
bands of the spectrum rises or falls, after Haitsma and Kalker (ISMIR 2002).
Encoders change few of these bits; another recording agrees on half of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 11025
WINDOW = 4096
HOP = 689
"""62.5 ms, a sixth of the window: two encodings need not start at the same sample."""
LONGEST_S = 60.0
BANDS = 33
LOW_HZ, HIGH_HZ = 300.0, 3000.0
SAME = 0.36
"""Less than this share of bits differs between two encodings of one recording; chance is 0.5."""
FEWEST = 24
"""Frames below which a fingerprint says nothing: 1.5 s."""
KEY_MOST = 40
"""A word that occurs in more tracks than this tells nothing about any of them."""

Words = NDArray[np.uint32]


def fingerprint(samples: NDArray[np.float32]) -> Words:
    """Of mono samples at RATE_HZ; silence before the first sound is passed over."""
    loud = np.flatnonzero(np.abs(samples) > 1e-3)
    samples = samples[loud[0] :] if len(loud) else samples[:0]
    frames = 1 + (len(samples) - WINDOW) // HOP
    if frames < FEWEST:
        return np.zeros(0, np.uint32)
    window = np.hanning(WINDOW).astype(np.float32)
    edges = np.geomspace(LOW_HZ, HIGH_HZ, BANDS + 1) / RATE_HZ * WINDOW
    first, last = int(edges[0]), int(np.ceil(edges[-1]))
    weights = _band_weights(edges, first, last)
    energy = np.empty((frames, BANDS), np.float32)
    for start in range(0, frames, 256):
        picked = np.arange(start, min(start + 256, frames))[:, None] * HOP + np.arange(WINDOW)
        spectrum = np.abs(np.fft.rfft(samples[picked] * window)[:, first:last]) ** 2
        energy[start : start + len(picked)] = spectrum @ weights
    level = np.log(energy + 1e-9)
    slope = level[:, :-1] - level[:, 1:]
    bits = slope[1:] > slope[:-1]
    return np.packbits(bits, axis=1).view(">u4").astype(np.uint32)[:, 0]


def _band_weights(edges: NDArray[np.float64], first: int, last: int) -> NDArray[np.float32]:
    """How much of each spectral line belongs to each band; narrow bands share lines."""
    lines = np.arange(first, last)[:, None]
    overlap = np.minimum(lines + 1, edges[1:]) - np.maximum(lines, edges[:-1])
    weights: NDArray[np.float32] = np.clip(overlap, 0, None).astype(np.float32)
    return weights


def distance(a: Words, b: Words, reach: int = 24) -> float:
    """The least share of differing bits over all shifts up to `reach` frames; 0.5 is chance."""
    best = 0.5
    for shift in range(-reach, reach + 1):
        left, right = a[max(shift, 0) :], b[max(-shift, 0) :]
        length = min(len(left), len(right))
        if length >= FEWEST:
            differing = np.bitwise_count(left[:length] ^ right[:length]).mean() / 32
            best = min(best, float(differing))
    return best


def suspects(prints: list[Words], *, hits: int = 2) -> list[tuple[int, int]]:
    """Pairs (i < j) that share enough words to be worth a closer look."""
    owners = np.repeat(np.arange(len(prints)), [len(words) for words in prints])
    words = np.concatenate(prints) if prints else np.zeros(0, np.uint32)
    distinct = np.unique(words.astype(np.uint64) << np.uint64(32) | owners.astype(np.uint64))
    keys, who = distinct >> np.uint64(32), (distinct & np.uint64(0xFFFFFFFF)).astype(np.int64)
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.zeros(0, np.int64)
    sizes = np.diff(np.r_[starts, len(keys)])
    counts: dict[tuple[int, int], int] = {}
    for start, size in zip(starts[(sizes > 1)], sizes[sizes > 1], strict=True):
        if size > KEY_MOST:
            continue
        group = who[start : start + size]
        for i in range(size):
            for j in range(i + 1, size):
                pair = (int(group[i]), int(group[j]))
                counts[pair] = counts.get(pair, 0) + 1
    return [pair for pair, count in counts.items() if count >= hits]
