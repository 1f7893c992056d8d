"""The job `verify`: is every file still what the collection believes it is?

Hashes tracks, shards and checkpoints again. What was found is committed every half second,
so a killed job goes on where it was, and a finished one can be read later.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import delete, func, insert, select

from core.errors import Interrupted
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never
from core.store.checkpoints import CHECKPOINTS
from core.store.collection import Collection, open_collection
from core.store.files import hash_file, inside
from core.store.schema import Checkpoint, EmbeddingSet, Folder, Shard, Track, Verification

COMMIT_S = 0.5
COMMIT_FILES = 100

Outcome = Literal["unchanged", "changed", "missing", "unreadable", "first hash"]


@dataclass(frozen=True)
class VerifyRequest:
    tracks: bool = True
    shards: bool = True
    checkpoints: bool = True


@dataclass(frozen=True)
class VerifyResult:
    """How many files ended in which outcome."""

    tracks: dict[str, int] = field(default_factory=dict)
    shards: dict[str, int] = field(default_factory=dict)
    harmed: tuple[str, ...] = ()
    """Embedding sets that have lost vectors, as a person asks for them."""
    checkpoints: dict[str, int] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    """Checkpoints that are no longer what was written."""

    def sentence(self) -> str:
        counts = {
            outcome: sum(each.get(outcome, 0) for each in (self.tracks, self.shards, self.checkpoints))
            for outcome in ("unchanged", "first hash", "changed", "missing", "unreadable")
        }
        fine = counts.pop("unchanged") + counts.pop("first hash")
        bad = ", ".join(f"{n:,} {outcome}" for outcome, n in counts.items() if n)
        files = fine + sum(counts.values())
        said = f"{files:,} {'file' if files == 1 else 'files'} checked"
        if not bad:
            return f"{said}; all are as they should be."
        again = f" Encode again with {' and '.join(self.harmed)}: what is damaged is made again."
        lost = f" Of no use any more: {', '.join(self.lost)}."
        return (
            f"{said}: {fine:,} as they should be, {bad}."
            f"{again if self.harmed else ''}{lost if self.lost else ''}"
        )


@dataclass(frozen=True)
class _Subject:
    kind: Literal["track", "shard", "checkpoint"]
    id: int
    path: Path
    expected: str | None


def run(
    request: VerifyRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> VerifyResult:
    with open_collection(context.folder) as collection:
        waiting = _not_yet_checked(collection, request, context.job_id)
        earlier = _counts(collection, context.job_id)
        before = sum(earlier.tracks.values()) + sum(earlier.shards.values())
        total, found, committed_at = before + len(waiting), list[dict[str, Any]](), time.monotonic()
        try:
            for done, subject in enumerate(waiting, before):
                progress(Step(done, total, "files", subject.path.name))
                if should_stop():
                    break
                found.append({"job_id": context.job_id} | _check(subject, should_stop))
                if len(found) >= COMMIT_FILES or time.monotonic() - committed_at > COMMIT_S:
                    _commit(collection, found)
                    committed_at = time.monotonic()
            else:
                progress(Step(total, total, "files"))
        except Interrupted:
            pass
        _commit(collection, found)
        if should_stop() == Stop.CANCEL:
            _forget(collection, context.job_id)
        return _counts(collection, context.job_id)


def _check(subject: _Subject, should_stop: ShouldStop) -> dict[str, Any]:
    outcome: Outcome
    found, reason = None, ""
    try:
        found = hash_file(subject.path, should_stop)
        outcome = "unchanged" if found == subject.expected else "changed"
        if subject.expected is None:
            outcome = "first hash"
    except FileNotFoundError:
        outcome, reason = "missing", "The file is not there."
    except OSError as error:
        outcome, reason = "unreadable", error.strerror or str(error)
    return {
        "subject": subject.kind,
        "subject_id": subject.id,
        "outcome": outcome,
        "found_sha256": found,
        "reason": reason,
    }


def _not_yet_checked(collection: Collection, request: VerifyRequest, job_id: int) -> list[_Subject]:
    subjects: list[_Subject] = []
    with collection.database.reading() as session:
        checked = set(
            session.execute(
                select(Verification.subject, Verification.subject_id).where(Verification.job_id == job_id)
            )
        )
        if request.tracks:
            tracks = select(Track.id, Folder.path, Track.path, Track.sha256).join(Folder).order_by(Track.id)
            for id_, folder, path, sha256 in session.execute(tracks):
                subjects.append(_Subject("track", id_, Path(folder) / path, sha256))
        if request.shards:
            shards = (
                select(Shard.id, EmbeddingSet.identity, Shard.filename, Shard.sha256)
                .join(EmbeddingSet)
                .order_by(Shard.id)
            )
            for id_, identity, filename, sha256 in session.execute(shards):
                path_ = collection.vectors.path(identity, filename)
                subjects.append(_Subject("shard", id_, path_, sha256))
        if request.checkpoints:
            for kept in session.scalars(select(Checkpoint).order_by(Checkpoint.id)):
                path_ = inside(collection.folder / CHECKPOINTS, kept.filename)
                subjects.append(_Subject("checkpoint", kept.id, path_, kept.sha256))
    return [subject for subject in subjects if (subject.kind, subject.id) not in checked]


def _commit(collection: Collection, found: list[dict[str, Any]]) -> None:
    if not found:
        return
    with collection.database.writing() as session:
        # A run that goes on meanwhile puts a newer checkpoint in an older one's place.
        kept = set(session.scalars(select(Checkpoint.id)))
        found[:] = [row for row in found if row["subject"] != "checkpoint" or row["subject_id"] in kept]
        if found:
            session.execute(insert(Verification), found)
        for row in _first_hashes(found):
            track = session.get(Track, row["subject_id"])
            if track is not None and track.sha256 is None:
                track.sha256 = row["found_sha256"]
    found.clear()


def _first_hashes(found: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    return (row for row in found if row["outcome"] == "first hash" and row["subject"] == "track")


def _forget(collection: Collection, job_id: int) -> None:
    with collection.database.writing() as session:
        session.execute(delete(Verification).where(Verification.job_id == job_id))


def _counts(collection: Collection, job_id: int) -> VerifyResult:
    with collection.database.reading() as session:
        rows = session.execute(
            select(Verification.subject, Verification.outcome, func.count())
            .where(Verification.job_id == job_id)
            .group_by(Verification.subject, Verification.outcome)
            .order_by(Verification.subject, Verification.outcome)
        ).all()
        harmed = session.scalars(
            select(EmbeddingSet)
            .join(Shard)
            .join(Verification, Verification.subject_id == Shard.id)
            .where(Verification.job_id == job_id, Verification.subject == "shard")
            .where(Verification.outcome != "unchanged")
            .order_by(EmbeddingSet.id)
            .distinct()
        )
        asked = tuple(map(_asked, harmed))
        spoilt = session.scalars(
            select(Checkpoint)
            .join(Verification, Verification.subject_id == Checkpoint.id)
            .where(Verification.job_id == job_id, Verification.subject == "checkpoint")
            .where(Verification.outcome != "unchanged")
            .order_by(Checkpoint.id)
        )
        lost = tuple(f"the {row.reason} checkpoint of run {row.run_id}" for row in spoilt)
    tracks, shards, checkpoints = (
        {outcome: n for subject, outcome, n in rows if subject == kind}
        for kind in ("track", "shard", "checkpoint")
    )
    return VerifyResult(tracks, shards, asked, checkpoints, lost)


def _asked(row: EmbeddingSet) -> str:
    """What has to be said to encode this set and no other of its encoder."""
    layers, kept = row.card.get("card", {}).get("layers", ()), row.card.get("layers", ())
    alone = f", layer {kept[0]} alone" if len(kept) == 1 < len(layers) else ""
    hop = f" every {row.hop_s:g} s" if row.hop_s != row.window_s else ""
    return f"{row.encoder} (excerpts of {row.window_s:g} s{hop}{alone})"
