"""What can be said of music without listening to it: the floor that every caption stands on.

Four of them: one learnt sentence for everything, some learnt sentence for each, what was
said of the nearest track, and what was said rightly of another track. A caption that does
not leave the first two behind has learnt how people write, not what they hear.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.errors import Interrupted
from core.evaluation.draws import Rows
from core.evaluation.wording import overlap, words
from core.progress import ShouldStop, never

Captions = dict[str, tuple[str, ...]]
"""What each floor says of the tracks of a part, by the floor's name."""

CANDIDATES = 150
"""Training captions among which the constant one is sought."""


def caption_floors(
    train: Sequence[str],
    n: int,
    *,
    seed: int,
    nearest: Rows | None = None,
    said: Sequence[str] | None = None,
    should_stop: ShouldStop = never,
) -> Captions:
    """`n` captions each, from those of the training part.

    `nearest` is the place in `train` of each track's nearest neighbour; `said` are captions that listened,
    of which each goes to another track.
    """
    floors = {
        "constant_caption": (constant_caption(train, seed=seed, should_stop=should_stop),) * n,
        "random_caption": random_captions(train, n, seed=seed),
    }
    if nearest is not None:
        if len(nearest) != n or min(nearest) < 0 or max(nearest) >= len(train):
            raise ValueError(f"each of {n} tracks wants a neighbour among {len(train)}")
        floors["nearest_caption"] = tuple(train[place] for place in nearest)
    if said is not None:
        if len(said) != n:
            raise ValueError(f"{len(said)} captions of {n} tracks")
        floors["shuffled"] = shuffled(said, seed=seed)
    return floors


def constant_caption(
    train: Sequence[str], *, seed: int, candidates: int = CANDIDATES, should_stop: ShouldStop = never
) -> str:
    """Of some drawn at random the one that is most like the others, by mean ROUGE-L; of equals the first.

    What it reaches depends on the draw: say the seed, or draw several times.
    """
    drawn = _drawn(train, min(candidates, len(train)), seed)
    texts = [words(text) for text in drawn]
    likeness = np.zeros(len(texts))
    for row, first in enumerate(texts):
        if should_stop():
            raise Interrupted
        for column in range(row):
            both = overlap(first, texts[column])
            likeness[row] += both
            likeness[column] += both
    return drawn[int(likeness.argmax())]


def random_captions(train: Sequence[str], n: int, *, seed: int) -> tuple[str, ...]:
    if not len(train):
        raise ValueError("no captions to learn from")
    return tuple(train[place] for place in np.random.default_rng(seed).integers(0, len(train), n).tolist())


def shuffled(said: Sequence[str], *, seed: int) -> tuple[str, ...]:
    """Each caption goes to another track than its own: from one to the next along a random round."""
    if len(said) < 2:
        raise ValueError("a single caption has no other track to go to")
    round_ = np.random.default_rng(seed).permutation(len(said))
    given = np.empty(len(said), np.int64)
    given[round_] = np.roll(round_, 1)
    return tuple(said[place] for place in given.tolist())


def _drawn(train: Sequence[str], n: int, seed: int) -> list[str]:
    if not len(train):
        raise ValueError("no captions to learn from")
    drawn = np.random.default_rng(seed).choice(len(train), n, replace=False)
    return [train[place] for place in drawn.tolist()]
