"""Questions that come from outside the collection: a file, or a text. They need the encoder itself.

It stays loaded for the next question.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np

from core.audio import examine
from core.crew import Crew, Died
from core.embedding import SetInfo
from core.embedding.spans import Unheard, chunks
from core.encoders import Card, Encoder, open_encoder
from core.errors import AudioProblem, RequestProblem
from core.neighbours.search import Floats


def read(info: SetInfo, text: str, device: str) -> Floats:
    """A text as a vector of the set's space."""
    if not info.card.text:
        raise RequestProblem(f"{info.card.title} has no text tower.", "Choose an encoder that has, as CLAP.")
    vector: Floats = _encoder(info.card, device).embed_text([text])[0]
    return vector


def hear(info: SetInfo, layer: int, path: Path, device: str) -> Floats:
    """A file as the set's tracks were heard. It is decoded where it may crash."""
    if not path.is_file():
        raise RequestProblem(f"{path} is no file.", "Name a recording.")
    card, encoder = info.card, _encoder(info.card, device)
    place = card.layers.index(info.layers[layer])
    vectors = list[Floats]()
    things = chunks(0, path, _seconds(path), card.rate_hz, info.window_s, info.hop_s)
    with Crew("core.embedding.spans:hear", 1) as crew:
        for _, heard in crew.run(things):
            if isinstance(heard, Died | Unheard):
                why = heard.how if isinstance(heard, Died) else heard.why
                raise RequestProblem(f"{path} cannot be heard: {why[:1].lower()}{why[1:].rstrip('.')}.")
            vectors += [encoder.embed(window[None])[0, place] for window in heard]
    mean: Floats = np.mean(vectors, axis=0)
    return mean


def _seconds(path: Path) -> float:
    try:
        return examine(path).duration_s or 0.0
    except AudioProblem as problem:
        raise RequestProblem(problem.sentence, problem.hint) from problem


def _encoder(card: Card, device: str) -> Encoder:
    return _opened(msgspec.json.encode(card), device)


@lru_cache(maxsize=1)
def _opened(card: bytes, device: str) -> Encoder:
    return open_encoder(msgspec.json.decode(card, type=Card), device)
