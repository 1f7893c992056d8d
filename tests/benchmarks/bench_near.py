"""How soon neighbours are found: one question, a thousand at once, through the index, and a cancel.

Vectors are drawn as embeddings lie: clouds of unequal place in few dimensions, seen in many, all to one side.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np

from core.errors import Interrupted
from core.neighbours import Space
from core.neighbours.cells import build
from core.neighbours.hubs import Mutual, report
from core.neighbours.match import segments
from core.progress import Stop
from tests.benchmarks.figure import Figure, in_turn

TRACKS, DIMENSION = 100_000, 768
QUERIES, K = 1000, 10
MANY, FEW_DIMENSIONS = 400_000, 512
INNER = 64
HUB_TRACKS = 10_000


def vectors(n: int, dimension: int) -> np.ndarray:
    rng = np.random.default_rng(0)
    centres = 1.5 * rng.standard_normal((max(n // 300, 50), INNER), dtype=np.float32)
    inner = centres[rng.integers(0, len(centres), n)] + rng.standard_normal((n, INNER), dtype=np.float32)
    seen = inner @ rng.standard_normal((INNER, dimension), dtype=np.float32)
    seen += 3 * rng.standard_normal(dimension, dtype=np.float32)
    seen += 0.5 * rng.standard_normal(seen.shape, dtype=np.float32)
    return seen


def timed(work: Callable[[], object]) -> Callable[[], float]:
    def measure() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return measure


def measure() -> list[Figure]:
    space = Space(vectors(TRACKS, DIMENSION))
    return [*_exact(space), _cancelled(space), *_index(), *_hubs(), _stretches()]


def _exact(space: Space) -> list[Figure]:
    rng = np.random.default_rng(1)
    query = space.vectors[5] + 0.01 * rng.standard_normal(DIMENSION, dtype=np.float32)
    queries = space.vectors[rng.permutation(TRACKS)[:QUERIES]]
    one, product = in_turn(
        timed(lambda: space.nearest(query[None], K)), timed(lambda: space.vectors @ query), rounds=25
    )
    name, peer = _peer(space, queries)
    many, theirs = in_turn(timed(lambda: space.nearest(queries, K)), peer, rounds=7)
    of = f"of {TRACKS:,} × {DIMENSION}"
    return [
        Figure(f"{K} nearest {of}", one, "s", "matrix × vector", product, limit=1.3, of_ratio=True),
        Figure(f"{K} nearest {of}, {QUERIES:,} times", many, "s", name, theirs, limit=1.25, of_ratio=True),
    ]


def _peer(space: Space, queries: np.ndarray) -> tuple[str, Callable[[], float]]:
    """Faiss where it is installed, with as many threads; or else the products alone."""
    try:
        import faiss
    except ImportError:
        blocks = range(0, TRACKS, 4096)
        return "products alone", timed(lambda: [space.vectors[b : b + 4096] @ queries.T for b in blocks])
    from threadpoolctl import ThreadpoolController

    faiss.omp_set_num_threads(ThreadpoolController().select(user_api="blas").info()[0]["num_threads"])
    index = faiss.IndexFlatIP(space.vectors.shape[1])
    index.add(space.vectors)
    return "faiss IndexFlatIP", timed(lambda: index.search(queries, K))


def _cancelled(space: Space) -> Figure:
    """From the wish to the answer, while all look for their neighbours."""
    asked = list[float]()

    def ask() -> None:
        asked.append(time.perf_counter())

    timer = threading.Timer(1.0, ask)
    timer.start()
    try:
        space.own_nearest(K, should_stop=lambda: Stop.CANCEL if asked else None)
    except Interrupted:
        return Figure("cancel a search", time.perf_counter() - asked[0], "s", limit=0.2)
    raise AssertionError("nobody stopped")


def _index() -> list[Figure]:
    space = Space(vectors(MANY, FEW_DIMENSIONS))
    rng = np.random.default_rng(2)
    queries = space.vectors[rng.permutation(MANY)[:200]]
    queries += 0.002 * rng.standard_normal(queries.shape, dtype=np.float32)
    start = time.perf_counter()
    built = build(space)
    taken = time.perf_counter() - start
    assert built is not None
    cells, _ = built
    everything = np.ones(MANY, bool)
    true = space.nearest(queries, K).rows
    found = [cells.nearest(query, K, everything).rows[0] for query in queries]
    share = np.mean([len(set(a) & set(b)) / K for a, b in zip(found, true, strict=True)])
    quick, exact = in_turn(
        timed(lambda: [cells.nearest(query, K, everything) for query in queries[:20]]),
        timed(lambda: [space.nearest(query[None], K) for query in queries[:20]]),
    )
    of = f"{MANY:,} × {FEW_DIMENSIONS}"
    return [
        Figure(f"build the index of {of}", taken, "s"),
        Figure("it misses, of the 10 nearest", 1 - float(share), "", limit=0.02),
        Figure("it says that it misses", 1 - cells.recall, ""),
        Figure(f"10 nearest of {of}", quick / 20, "s", "exact", exact / 20, limit=0.5, of_ratio=True),
    ]


def _hubs() -> list[Figure]:
    space = Space(vectors(HUB_TRACKS, DIMENSION))
    before, after = (
        timed(lambda kind=kind: report(kind.own_nearest(K)))() for kind in (space, Mutual(space))
    )
    return [
        Figure(f"count hubs among {HUB_TRACKS:,}", before, "s"),
        Figure("count them with mutual proximity", after, "s", limit=60),
    ]


def _stretches() -> Figure:
    """Of two tracks as long as they may be."""
    alike = np.random.default_rng(3).random((2048, 2048), dtype=np.float32)
    return Figure("stretches of 2,048 × 2,048 excerpts", timed(lambda: segments(alike))(), "s", limit=5)
