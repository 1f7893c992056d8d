"""How fast `verify` hashes 2,000 small files, beside a bare loop over the same files."""

from __future__ import annotations

import hashlib
import tempfile
import time
from pathlib import Path

from core.progress import Context
from core.store import create_collection
from core.store.schema import JobRow
from core.store.verify import VerifyRequest, run
from tests.benchmarks.figure import Figure, in_turn
from tests.core.tracks import add_tracks

TRACKS = 2000


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with create_collection(place / "coast") as collection:
            paths = add_tracks(collection, place / "audio", TRACKS, size=20_000)

            def verify() -> float:
                with collection.database.writing() as session:
                    row = JobRow(
                        kind="verify", title="", request="{}", device="cpu", priority=10, state="done"
                    )
                    session.add(row)
                    session.flush()
                    job_id = row.id
                start = time.perf_counter()
                run(VerifyRequest(), Context(collection.folder, job_id))
                return time.perf_counter() - start

            def bare() -> float:
                start = time.perf_counter()
                for path in paths:
                    hashlib.sha256(path.read_bytes()).hexdigest()
                return time.perf_counter() - start

            ours, peer = in_turn(verify, bare)
    return [Figure("verify 2,000 files of 20 kB", ours, "s", "bare hashlib loop", peer)]
