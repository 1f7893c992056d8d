"""From decoded chunks to whole encoded tracks, in batches that are always full.

The size of a batch can change the last bits of a vector, its other rows do not. So batches have one
size, filled up with silence at the end, and a vector does not depend on what was encoded beside it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator

import numpy as np

from core.crew import Died
from core.embedding.book import Vectors
from core.embedding.spans import Chunk, Heard, Unheard

Embed = Callable[[Vectors], Vectors]
"""(n, samples) to (n, layers, dimension)."""


def embedded(
    heard: Iterable[tuple[Chunk, Heard | Died]], embed: Embed, window: int, batch: int
) -> Iterator[tuple[Chunk, Vectors | Unheard]]:
    """In full batches across chunks and tracks; a short track goes alone, at its own length."""
    full: deque[tuple[Chunk, Vectors]] = deque()
    done: dict[Chunk, list[Vectors]] = defaultdict(list)
    waiting = 0
    for chunk, answer in heard:
        if isinstance(answer, Died | Unheard):
            yield chunk, Unheard(f"Reading it failed: {answer.how}.") if isinstance(answer, Died) else answer
        elif chunk.length < window:
            yield chunk, embed(answer)
        else:
            full.append((chunk, answer))
            waiting += len(answer)
            while waiting >= batch:
                yield from _one_batch(full, done, embed, batch)
                waiting -= batch
    while full:
        yield from _one_batch(full, done, embed, batch)


def _one_batch(
    full: deque[tuple[Chunk, Vectors]], done: dict[Chunk, list[Vectors]], embed: Embed, room: int
) -> Iterator[tuple[Chunk, Vectors]]:
    """Takes a batch off the front, filled up with silence where it is not full; gives finished chunks."""
    rows, owners = list[Vectors](), list[tuple[Chunk, int, bool]]()
    while full and room:
        chunk, windows = full.popleft()
        taken, left = windows[:room], windows[room:]
        rows.append(taken)
        owners.append((chunk, len(taken), not len(left)))
        room -= len(taken)
        if len(left):
            full.appendleft((chunk, left))
    if room:
        rows.append(np.zeros((room, rows[0].shape[1]), np.float32))
    vectors = embed(np.concatenate(rows))
    first = 0
    for chunk, count, last in owners:
        done[chunk].append(vectors[first : first + count])
        first += count
        if last:
            yield chunk, np.concatenate(done.pop(chunk))


def finished(
    embedded: Iterable[tuple[Chunk, Vectors | Unheard]],
) -> Iterator[tuple[int, Vectors | Unheard]]:
    """Whole tracks, once their last chunk is there."""
    parts: dict[int, dict[int, Vectors | Unheard]] = defaultdict(dict)
    for chunk, vectors in embedded:
        parts[chunk.track_id][chunk.number] = vectors
        if len(parts[chunk.track_id]) < chunk.of:
            continue
        whole = parts.pop(chunk.track_id)
        unheard = [part for part in whole.values() if isinstance(part, Unheard)]
        joined = unheard[0] if unheard else np.concatenate([part for _, part in sorted(whole.items())])
        del whole  # a track of hours is large enough once
        yield chunk.track_id, joined
