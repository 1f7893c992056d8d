"""Vectors on disk: shards that are written once, memory-mapped to read, and swept or verified.

A shard is a `.npy` file under `vectors/<identity>/`. Its row is committed in
the same transaction in which the file gets its name, so a file without a row
was left by a program that died, and a row without a file was lost by the disk.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from core.errors import FileProblem, ShardProblem
from core.store.database import Database
from core.store.files import Draft, draft, hash_file, inside
from core.store.schema import EmbeddingSet, Shard, ShardTrack, Track, Verification

Part = Literal["track", "excerpt"]
Floats = NDArray[np.floating[Any]]
VECTORS = "vectors"
STRAYS = ".strays"
KEEP_STRAYS_S = 30 * 24 * 3600.0
"""An older database that was put back knows less; what it does not know must not be gone at once."""

_IDENTITY = re.compile("[0-9a-f]{16}")
_SHARD = re.compile(r"(track|excerpt)-[0-9a-f]{16}\.npy")


@dataclass(frozen=True)
class Vectors:
    """`matrix[i]` is window `window[i]` of the track `track_ids[i]`."""

    track_ids: NDArray[np.int64]
    window: NDArray[np.int64]
    matrix: NDArray[np.floating[Any]]


class _Hashing:
    """Passes on what is written and hashes it on the way."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.sha256 = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        self.sha256.update(data)
        self.size += len(data)
        return self._file.write(data)


class VectorStore:
    """The shards of one collection."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder / VECTORS
        self._database = database

    def path(self, identity: str, filename: str) -> Path:
        return inside(self.folder, f"{identity[:16]}/{filename}")

    def append(
        self,
        set_id: int,
        part: Part,
        vectors: Floats,
        rows: Sequence[tuple[int, int]],
        *,
        job_id: int = 0,
    ) -> int:
        """Write `vectors` (n, …) whose rows belong to tracks in order: `rows` is (track_id, count)."""
        (shard_id,) = self.append_all(set_id, {part: (vectors, rows)}, job_id=job_id)
        return shard_id

    def append_all(
        self,
        set_id: int,
        parts: Mapping[Part, tuple[Floats, Sequence[tuple[int, int]]]],
        *,
        job_id: int = 0,
        seen: Mapping[int, tuple[int, int]] | None = None,
    ) -> list[int]:
        """As `append`, several parts at once: either all of them are there afterwards or none.

        Tracks that are gone meanwhile, that another program has entered into the set, or whose file a scan
        has found to be of another size and time than in `seen`, are left out.
        """
        for vectors, rows in parts.values():
            if sum(count for _, count in rows) != len(vectors):
                raise ValueError(f"{len(vectors)} vectors for {rows}")
        with self._database.reading() as session:
            identity = session.get_one(EmbeddingSet, set_id).identity
        with contextlib.ExitStack() as open_files:
            drafts = list[tuple[Draft, Shard, Sequence[tuple[int, int]]]]()
            for part, (vectors, rows) in parts.items():
                filename = f"{part}-{job_id:08x}{secrets.token_hex(4)}.npy"
                file = open_files.enter_context(draft(self.path(identity, filename)))
                drafts.append((file, _write(file, set_id, part, filename, vectors), rows))
            with self._database.writing() as session:
                for file, shard, rows in drafts:
                    ids = [track_id for track_id, _ in rows]
                    wanted = _wanted(session, set_id, shard.part, ids, seen or {})
                    session.add(shard)
                    session.flush()
                    _add_tracks(session, shard.id, rows, wanted)
                    session.flush()
                    file.publish()
                return [shard.id for _, shard, _ in drafts]

    def discard(self, set_id: int, job_id: int) -> int:
        """Take away what a job has written into a set; returns the number of tracks that lose vectors."""
        with self._database.writing() as session:
            identity = session.get_one(EmbeddingSet, set_id).identity
            written = select(Shard).where(
                Shard.embedding_set_id == set_id, Shard.filename.like(f"%-{job_id:08x}________.npy")
            )
            shards = session.scalars(written).all()
            tracks = select(func.count(ShardTrack.track_id.distinct())).where(
                ShardTrack.shard_id.in_([shard.id for shard in shards])
            )
            number = session.scalar(tracks) or 0
            paths = [self.path(identity, shard.filename) for shard in shards]
            for shard in shards:
                session.delete(shard)
        for path in paths:
            path.unlink(missing_ok=True)
        return number

    def read(self, shard: Shard, identity: str) -> NDArray[np.floating[Any]]:
        """The shard's vectors, memory-mapped; nothing is read before it is used."""
        path = self.path(identity, shard.filename)
        try:
            mapped: NDArray[np.floating[Any]] = np.load(path, mmap_mode="r", allow_pickle=False)
        except FileNotFoundError as error:
            raise ShardProblem(path, "are missing") from error
        except PermissionError as error:
            raise FileProblem(path, "cannot be read: permission denied", "Allow reading it again.") from error
        except (OSError, ValueError, EOFError) as error:
            raise ShardProblem(path, "cannot be read") from error
        if len(mapped) != shard.rows or str(mapped.dtype) != shard.dtype:
            raise ShardProblem(path, "are not those that were written")
        return mapped

    def read_set(
        self, set_id: int, part: Part = "track", pick: Callable[[Floats], Floats] = lambda rows: rows
    ) -> Vectors:
        """Every vector of a set, in the order of track and time; `pick` takes what is wanted of the rows."""
        with self._database.reading() as session:
            identity = session.get_one(EmbeddingSet, set_id).identity
            places = session.execute(
                select(Shard, ShardTrack)
                .join(ShardTrack, ShardTrack.shard_id == Shard.id)
                .where(Shard.embedding_set_id == set_id, Shard.part == part)
                .order_by(ShardTrack.track_id)
            ).all()
            shards = {shard.id: shard for shard, _ in places}
            mapped = {id_: self.read(shard, identity) for id_, shard in shards.items()}
        spans = [(p.track_id, mapped[s.id][p.first_row : p.first_row + p.rows]) for s, p in places]
        if not spans:
            empty = np.zeros(0, np.int64)
            return Vectors(empty, empty, np.zeros((0, 0), np.float32))
        return Vectors(
            np.concatenate([np.full(len(span), track_id) for track_id, span in spans]),
            np.concatenate([np.arange(len(span)) for _, span in spans]),
            np.concatenate([pick(span) for _, span in spans]),
        )

    def sweep(self) -> list[Path]:
        """Put aside shards that no row knows; delete those that were put aside long ago.

        The lock keeps a writer from being caught in between. Only names that we give are touched, and
        nothing behind a link: a folder may hold things that are not ours.
        """
        if not self.folder.is_dir() or self.folder.is_symlink():
            return []
        with self._database.writing() as session:
            known = {
                self.path(identity, filename)
                for identity, filename in session.execute(
                    select(EmbeddingSet.identity, Shard.filename).join(
                        Shard, Shard.embedding_set_id == EmbeddingSet.id
                    )
                )
            }
            strays = [path for path in self._shards() if path not in known]
            for path in strays:
                aside = self.folder / STRAYS / path.name
                aside.parent.mkdir(exist_ok=True)
                path.replace(aside)
                os.utime(aside)
        self._delete_old_strays()
        return strays

    def _shards(self) -> Iterator[Path]:
        for folder in self.folder.iterdir():
            if _IDENTITY.fullmatch(folder.name) and folder.is_dir() and not folder.is_symlink():
                yield from (path for path in folder.iterdir() if _SHARD.fullmatch(path.name))

    def _delete_old_strays(self) -> None:
        oldest = time.time() - KEEP_STRAYS_S
        for path in (self.folder / STRAYS).glob("*.npy"):
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)

    def forget_damaged(self, set_id: int) -> set[int]:
        """Drop shards of a set that are gone, unreadable or changed; returns the tracks that lose vectors.

        They lose all parts, so that all are made again. Hashed again are shards that `verify` found changed
        and no others: to hash all would take as long as to read the set.
        """
        if self.folder.is_symlink() and not self.folder.exists():
            raise FileProblem(self.folder, "leads to a place that is gone", "Bring back the disk it is on.")
        found = select(Verification.subject_id).where(Verification.subject == "shard")
        with self._database.reading() as session:
            identity = session.get_one(EmbeddingSet, set_id).identity
            shards = session.scalars(select(Shard).where(Shard.embedding_set_id == set_id)).all()
            suspects = set(session.scalars(found.where(Verification.outcome == "changed")))
        damaged = [s.id for s in shards if not self._is_whole(s, identity, suspected=s.id in suspects)]
        if not damaged:
            return set()
        of_set = select(Shard.id).where(Shard.embedding_set_id == set_id)
        with self._database.writing() as session:
            tracks = set[int]()
            for id_ in damaged:
                tracks.update(session.scalars(select(ShardTrack.track_id).where(ShardTrack.shard_id == id_)))
                session.execute(delete(Shard).where(Shard.id == id_))
            for id_ in tracks:
                rows = delete(ShardTrack).where(ShardTrack.track_id == id_, ShardTrack.shard_id.in_(of_set))
                session.execute(rows)
        return tracks

    def _is_whole(self, shard: Shard, identity: str, *, suspected: bool) -> bool:
        try:
            self.read(shard, identity)
            return not suspected or hash_file(self.path(identity, shard.filename)) == shard.sha256
        except (ShardProblem, OSError):
            return False

    def forget_missing(self) -> list[int]:
        """Drop the rows of shards whose file is gone, so that their tracks are encoded again."""
        with self._database.writing() as session:
            rows = session.execute(
                select(Shard, EmbeddingSet.identity).join(
                    EmbeddingSet, Shard.embedding_set_id == EmbeddingSet.id
                )
            ).all()
            gone = [shard for shard, identity in rows if not self.path(identity, shard.filename).exists()]
            ids = [shard.id for shard in gone]
            for shard in gone:
                session.delete(shard)
        return ids


def _write(file: Draft, set_id: int, part: Part, filename: str, vectors: Floats) -> Shard:
    """The slow part, before any lock is held; returns the row to be."""
    out = _Hashing(file.file)
    np.save(out, np.ascontiguousarray(vectors), allow_pickle=False)
    file.sync()
    return Shard(
        embedding_set_id=set_id,
        part=part,
        filename=filename,
        rows=len(vectors),
        dtype=str(vectors.dtype),
        size_bytes=out.size,
        sha256=out.sha256.hexdigest(),
    )


def _wanted(
    session: Session, set_id: int, part: str, ids: Sequence[int], seen: Mapping[int, tuple[int, int]]
) -> set[int]:
    """Tracks among `ids` that are still as they were seen and have no vectors of this part in the set."""
    if not ids:
        return set()
    entered = select(ShardTrack.track_id).join(Shard, Shard.id == ShardTrack.shard_id)
    here = entered.where(Shard.embedding_set_id == set_id, Shard.part == part)
    there = session.scalars(here.where(ShardTrack.track_id.between(min(ids), max(ids))))
    columns = select(Track.id, Track.size_bytes, Track.mtime_ns)
    known = session.execute(columns.where(Track.id.between(min(ids), max(ids))))
    return {id_ for id_, *now in known if tuple(now) == seen.get(id_, tuple(now))} - set(there)


def _add_tracks(session: Session, shard_id: int, rows: Sequence[tuple[int, int]], wanted: set[int]) -> None:
    first = 0
    for track_id, count in rows:
        if track_id in wanted:
            session.add(ShardTrack(shard_id=shard_id, track_id=track_id, first_row=first, rows=count))
        first += count
