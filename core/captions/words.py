"""What a writer's texts are put together from: pieces of words, learnt from captions or taken from a T5.

Any text can be written, since every byte is a piece. Numbers 0 and 1 are nothing
and the end of a text, as T5 has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

from core.errors import WeightsProblem

NOTHING, END = 0, 1
UNHEEDED = -100
"""In the place of nothing where a writer is taught, so that nobody learns to write it."""
UNSEEN = dict.fromkeys((*range(32), *range(127, 160), 0xFFFD), " ")
"""Signs that steer a printer or a screen, and halves of signs."""
SPECIAL = ("<nothing>", "<end>")
OFTEN = 2
"""Pieces that are found more rarely are left in parts."""


class Words:
    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self.size = tokenizer.get_vocab_size()

    @classmethod
    def learn(cls, texts: Iterable[str], size: int) -> Words:
        """The same texts give the same pieces."""
        bytes_ = pre_tokenizers.ByteLevel.alphabet()
        tokenizer = Tokenizer(models.BPE())
        tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
        tokenizer.decoder = decoders.ByteLevel()
        trainer = trainers.BpeTrainer(
            vocab_size=max(size, len(bytes_) + len(SPECIAL)),
            special_tokens=list(SPECIAL),
            min_frequency=OFTEN,
            initial_alphabet=sorted(bytes_),
            show_progress=False,
        )
        tokenizer.train_from_iterator(texts, trainer)
        return cls(tokenizer)

    @classmethod
    def read(cls, text: str) -> Words:
        """What `write` gave, or a T5's `tokenizer.json`."""
        try:
            return cls(Tokenizer.from_str(text))
        except Exception as error:  # the library raises nothing narrower
            raise WeightsProblem(f"The words of a writer cannot be read: {error}.") from error

    def write(self) -> str:
        return self._tokenizer.to_str()

    def numbers(self, texts: Sequence[str], longest: int) -> NDArray[np.int64]:
        """(n, pieces): each text cut to `longest` with its end, and then `UNHEEDED`."""
        found = [
            [*each.ids[: longest - 1], END]
            for each in self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        ]
        rows = np.full((len(found), max(map(len, found), default=1)), UNHEEDED, np.int64)
        for row, ids in zip(rows, found, strict=True):
            row[: len(ids)] = ids
        return rows

    def texts(self, numbers: Iterable[Sequence[int]]) -> list[str]:
        """Up to the end of each, in one line: what has learnt little writes any sign."""
        decoded = (self._tokenizer.decode(_until_end(row), skip_special_tokens=True) for row in numbers)
        return [" ".join(text.translate(UNSEEN).split()) for text in decoded]


def _until_end(row: Sequence[int]) -> list[int]:
    found = [number for number in row if number != NOTHING]
    return found[: found.index(END)] if END in found else found
