"""Writing captions: many at once beside one at a time, by a T5 of t5-small's shape and by our own small one.

Weights are drawn at random, which takes as long for each piece of a caption as if
they had learnt. One thread, for both: on cores that others use, several would wait
for each other.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

import numpy as np
import torch

from core.captions.shelf import Opened
from core.captions.style import WriterPart
from core.captions.words import NOTHING, Words
from core.captions.writer import Ears, Writer, build_t5, own_settings
from core.recipes.hearing import Excerpts, write_all
from core.training.loop import deterministic, threads
from tests.benchmarks.figure import Figure

TRACKS, EXCERPTS, DIMENSION = 100, 6, 512
LONGEST = 16
"""Pieces of a caption: each takes as long as the one before."""
LIMIT = 1 / 3
HEED = 4
"""What is drawn at random hardly heeds what it hears, and would write the same of all."""
SMALL = {
    "vocab_size": 32_128, "d_model": 512, "d_kv": 64, "num_heads": 8, "d_ff": 2048, "num_layers": 6,
    "num_decoder_layers": 6, "dropout_rate": 0.1, "tie_word_embeddings": True,
}  # fmt: skip
"""As the config.json of t5-small has it."""
TEXTS = ["A slow air for the fiddle.", "A quick jig for fiddle and flute.", "The flute leads a slow air."] * 3


class Pieces(Words):
    """Says their numbers, since there are no texts here that so many words could be learnt from."""

    def texts(self, numbers: Iterable[Sequence[int]]) -> list[str]:
        return [" ".join(str(number) for number in row if number != NOTHING) for row in numbers]


def measure() -> list[Figure]:
    with threads(1):
        return [*_beside(WriterPart(longest=LONGEST), "T5 of t5-small's shape", SMALL), *_own()]


def heard(tracks: int = TRACKS) -> Excerpts:
    values = np.random.default_rng(0).standard_normal((tracks, EXCERPTS, 1, DIMENSION))
    return values.astype(np.float32)


def made(part: WriterPart, settings: dict[str, object] | None = None) -> tuple[Writer, Opened]:
    words = Pieces.learn(TEXTS, part.pieces)
    settings = settings or own_settings(part, words)
    with deterministic(0):
        t5 = build_t5(settings)
        ears = Ears(torch.zeros(1, DIMENSION), torch.ones(1, DIMENSION), t5.config.d_model, part)
    with torch.no_grad():
        for block in t5.decoder.block:
            block.layer[1].EncDecAttention.o.weight.mul_(HEED)
    return Writer(ears, t5).eval(), Opened(t5, words, settings)


def together(writer: Writer, opened: Opened, values: Excerpts, part: WriterPart) -> tuple[float, list[str]]:
    begun_s = time.monotonic()
    texts = [text for some in write_all(writer, opened.words, values, part, 0) for text in some]
    return time.monotonic() - begun_s, texts


def one_by_one(writer: Writer, opened: Opened, values: Excerpts, part: WriterPart) -> tuple[float, list[str]]:
    begun_s, texts = time.monotonic(), list[str]()
    for row in range(len(values)):
        texts += writer.write(torch.from_numpy(values[row : row + 1]), opened.words, part, row)
    return time.monotonic() - begun_s, texts


def _beside(part: WriterPart, name: str, settings: dict[str, object] | None) -> list[Figure]:
    writer, opened = made(part, settings)
    values = heard()
    together(writer, opened, values[:2], part)  # what is made once is made
    quick_s, texts = together(writer, opened, values, part)
    slow_s, alone = one_by_one(writer, opened, values, part)
    same = float(np.mean([one == other for one, other in zip(texts, alone, strict=True)]))
    what = f"{TRACKS} captions of {part.longest} pieces, {part.beams} beams, {name}"
    return [
        Figure(what, quick_s, "s", "one at a time", slow_s, LIMIT, of_ratio=True),
        Figure("of these, written otherwise than one at a time", 100 * (1 - same), "%"),
        Figure("of these, unlike each other", len(set(texts)), "texts"),
    ]


def _own() -> list[Figure]:
    part = WriterPart(pieces=320)
    writer, opened = made(part)
    values = heard()
    taken_s, _ = together(writer, opened, values, part)
    what = f"a caption of {part.longest} pieces, {part.beams} beams, our own small writer"
    return [Figure(what, taken_s / len(values), "s")]
