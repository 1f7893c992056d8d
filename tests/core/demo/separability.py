"""How well simple features tell styles and artists apart: far above chance, clearly below perfect.

Run by hand, since it takes a minute:  python -m tests.core.demo.separability [tracks] [seconds] [seed]
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor

import numpy as np

from core.demo.brief import brief
from core.demo.composer import compose
from core.demo.mixer import desk, record
from core.demo.styles import STYLES
from core.demo.synthesis import Signal


def mfcc(audio: Signal, rate: int, count: int = 20) -> np.ndarray:
    """(count, frames), from 40 mel bands of 46 ms."""
    size, hop = 2048, 1024
    frames = np.lib.stride_tricks.sliding_window_view(audio, size)[::hop] * np.hanning(size)
    power = np.abs(np.fft.rfft(frames, axis=1)) ** 2
    mel = np.linspace(0, 2595 * np.log10(1 + 11_000 / 700), 42)
    edges = 700 * (10 ** (mel / 2595) - 1)
    hz = np.fft.rfftfreq(size, 1 / rate)
    rise = (hz[None] - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    fall = (edges[2:, None] - hz[None]) / (edges[2:] - edges[1:-1])[:, None]
    bands = np.log(power @ np.clip(np.minimum(rise, fall), 0, None).T + 1e-8)
    basis = np.cos(np.pi / 40 * (np.arange(40) + 0.5)[None] * np.arange(count)[:, None])
    return basis @ bands.T


def features(audio: Signal, rate: int) -> np.ndarray:
    """Mean, spread and mean movement of every coefficient but the first, which is loudness."""
    found = mfcc(audio.mean(axis=1), rate)[1:]
    return np.concatenate([found.mean(axis=1), found.std(axis=1), np.abs(np.diff(found)).mean(axis=1)])


def describe(job: tuple[int, float, int]) -> tuple[int, int, np.ndarray]:
    made = brief(*job)
    recording = record(compose(made), desk(made))
    return made.style_number, made.artist.number, features(recording.audio, recording.rate_hz)


def ridge(train: np.ndarray, classes: np.ndarray, test: np.ndarray, weight: float = 30.0) -> np.ndarray:
    """Linear classes by least squares on standardised features."""
    mean, spread = train.mean(axis=0), train.std(axis=0) + 1e-9
    x, y = (train - mean) / spread, (test - mean) / spread
    wanted = np.eye(classes.max() + 1)[classes]
    weights = np.linalg.solve(x.T @ x + weight * np.eye(x.shape[1]), x.T @ (wanted - wanted.mean(axis=0)))
    return (y @ weights + wanted.mean(axis=0)).argmax(axis=1)


def guess_styles(styles: np.ndarray, artists: np.ndarray, x: np.ndarray) -> np.ndarray:
    """For every track the style given by a classifier that has not heard its artist."""
    guessed = np.zeros(len(styles), dtype=int)
    for held in range(3):
        test = artists == held
        guessed[test] = ridge(x[~test], styles[~test], x[test])
    return guessed


def artist_accuracy(styles: np.ndarray, artists: np.ndarray, x: np.ndarray) -> float:
    """Within a style, four folds: whose track is it?"""
    hits = np.zeros(len(styles), dtype=bool)
    for style in np.unique(styles):
        mine = np.flatnonzero(styles == style)
        fold = (np.arange(len(mine)) // 3) % 4
        for held in range(4):
            test, train = mine[fold == held], mine[fold != held]
            hits[test] = ridge(x[train], artists[train], x[test]) == artists[test]
    return float(hits.mean())


def report(tracks: int = 240, seconds: float = 10.0, seed: int = 0) -> str:
    with ProcessPoolExecutor(2) as pool:
        rows = list(pool.map(describe, [(k, seconds, seed) for k in range(tracks)], chunksize=4))
    styles, artists = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    x = np.stack([row[2] for row in rows])
    guessed = guess_styles(styles, artists, x)
    right = np.mean(guessed == styles)
    lines = [f"style, artists held out: {right:.3f} (chance {1 / len(STYLES):.3f}, n = {tracks})"]
    for number, style in enumerate(STYLES):
        counts = np.bincount(guessed[styles == number], minlength=len(STYLES))
        heard = ", ".join(f"{STYLES[k].name} {counts[k]}" for k in np.argsort(-counts)[:4] if counts[k])
        lines.append(f"  {style.name:14s} heard as {heard}")
    lines.append(f"artist within style: {artist_accuracy(styles, artists, x):.3f} (chance {1 / 3:.3f})")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(report(*(int(value) for value in sys.argv[1:])) + "\n")
