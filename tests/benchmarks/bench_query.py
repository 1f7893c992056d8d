"""How soon 100,000 tracks with 8 labels each are opened, searched, counted and edited."""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import psutil
from sqlalchemy import insert, update

from core.library import edits, journal
from core.library.labels import NewLabel, write_labels
from core.library.query import facets, find
from core.store import Collection, create_collection, open_collection
from core.store.schema import CollectionRow, Folder, Track, now
from tests.benchmarks.figure import Figure

TRACKS = 100_000
BATCH = 10_000
ROUNDS = 7
LIMIT_S = 0.05

QUERIES = (
    "",
    "genre:g3",
    "-genre:g3",
    "genre:g1,g2,g5 year:1950..1965",
    "artist:artist*",
    "title:*river*",
    "year:..1965",
    "-year:1950..1965",
    "genre:g3 or artist:artist_7 or year:1960",
    "(genre:g1 or genre:g2) -year:1950..1965 duration:<3:20",
    "mood:*",
    "-mood:*",
    "duration:<30",
    "state:undecodable",
    "-state:ok",
    "format:flac",
    "added:today",
    "source:person",
    "-source:person",
    "path:tapes/00*",
    "river",
    "ri",
    "blue river",
    '"blue river"',
    "wav",
    "river or genre:g3",
    "caption:flute",
    "sort:title",
    "sort:-year",
    "sort:artist",
    "sort:duration",
    "sort:tempo",
    "sort:genre",
    "sort:path",
    "sort:mood",
    "genre:g1 sort:title",
    "-genre:g1 sort:-duration",
    "river year:1950.. sort:artist",
    "sort:artist sort:-year",
)
COLD = ("sort:title", "genre:g1 sort:title", "-genre:g1 sort:-duration", "sort:artist sort:-year")
"""Asked again just after somebody wrote, when no order is remembered."""
FACETS = (("genre", ""), ("genre", "year:..1965"), ("artist", "duration:>60"), ("year", "-genre:g1"))


def fill(collection: Collection) -> None:
    """Synthetic tracks whose values are spread as in a real library: a few frequent, many rare."""
    chance = random.Random(7)
    words = ["river", "blue", "lament", "night", "song", "dance", *(f"word{i}" for i in range(3000))]
    added = now()
    with collection.database.writing() as session:
        session.add(Folder(path="/music"))
        session.flush()
        for start in range(1, TRACKS + 1, BATCH):
            session.execute(
                insert(Track.__table__),
                [_track(chance, i, added) for i in range(start, start + BATCH)],
            )
    for start in range(1, TRACKS + 1, BATCH):
        with collection.database.writing() as session:
            labels = [label for i in range(start, start + BATCH) for label in _labels(chance, i, words)]
            write_labels(session, labels)


def _track(chance: random.Random, i: int, added: object) -> dict[str, object]:
    path = f"tapes/{i // 100:04d}/side {i % 100:02d}.{'wav' if i % 3 else 'flac'}"
    return {
        "folder_id": 1,
        "path": path,
        "shown_path": path,
        "size_bytes": chance.randrange(100_000, 90_000_000),
        "mtime_ns": i,
        "state": "ok" if i % 50 else "undecodable",
        "fingerprint": chance.randbytes(400),
        "container": "wav" if i % 3 else "flac",
        "codec": "pcm_s16le" if i % 3 else "flac",
        "duration_s": chance.uniform(5, 600),
        "rate_hz": chance.choice((22050, 44100, 48000)),
        "channels": chance.choice((1, 2)),
        "added_at": added - timedelta(days=i % 400),  # type: ignore[operator]
    }


def _labels(chance: random.Random, i: int, words: list[str]) -> list[NewLabel]:
    few = min(int(chance.expovariate(0.25)), 30)
    values: list[tuple[str, str | float]] = [
        ("title", " ".join(chance.choices(words[:300], k=4)) + f" {i}"),
        ("artist", f"artist_{min(int(chance.expovariate(0.001)), 9999)}"),
        ("album", f"album {i // 12}"),
        ("genre", f"g{few}"),
        ("year", float(chance.randrange(1900, 2026))),
        ("composer", f"composer {chance.randrange(800)}"),
        ("tempo", chance.uniform(40, 200)),
    ]
    labels = [NewLabel(i, name, value, "tag") for name, value in values]
    if i % 2:
        return [*labels, NewLabel(i, "genre", f"g{(few + 1) % 31}", "tag")]
    return [*labels, NewLabel(i, "mood", chance.choice(words[:40]), "person")]


def median_s(work: Callable[[], object]) -> float:
    work()
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def once_s(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "coast"
        with create_collection(folder) as made:
            filled = once_s(lambda: fill(made))
        opened = median_s(lambda: open_collection(folder).close())
        with open_collection(folder) as collection:
            figures = [Figure(f"write {TRACKS:,} tracks with 8 labels", filled, "s")]
            figures += [Figure(f"open a collection of {TRACKS:,} tracks", opened, "s", limit=0.5)]
            figures += [_query(collection, text) for text in QUERIES]
            figures += [_cold(collection, text) for text in COLD]
            figures += [_facets(collection, *asked) for asked in FACETS]
            everything = list(range(1, TRACKS + 1))
            figures += [
                Figure(name, once_s(work), "s")
                for name, work in (
                    (
                        "set genre of all tracks",
                        lambda: edits.set_values(collection, everything, "genre", ["lament"]),
                    ),
                    ("undo it", lambda: journal.undo(collection)),
                    ("redo it", lambda: journal.redo(collection)),
                )
            ]
    figures.append(Figure("peak memory", _peak_bytes() / 1e6, "MB"))
    return figures


def _query(collection: Collection, text: str) -> Figure:
    return Figure(
        f"find {text or 'all tracks'}", median_s(lambda: find(collection, text)), "s", limit=LIMIT_S
    )


def _cold(collection: Collection, text: str) -> Figure:
    taken = []
    for _ in range(ROUNDS):
        with collection.database.writing() as session:
            session.execute(update(CollectionRow).values(saved_by=CollectionRow.saved_by))
        taken.append(once_s(lambda: find(collection, text)))
    return Figure(f"find {text} just after a write", statistics.median(taken), "s")


def _facets(collection: Collection, field: str, text: str) -> Figure:
    name = f"count {field} in {text or 'all tracks'}"
    return Figure(name, median_s(lambda: facets(collection, field, text)), "s", limit=LIMIT_S)


def _peak_bytes() -> int:
    if sys.platform == "win32":
        return int(psutil.Process().memory_info().peak_wset)
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
