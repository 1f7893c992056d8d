"""Shards: what is written comes back, whatever happens in between."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import DiskFull, FileProblem, ShardProblem
from core.store import Collection, create_collection, open_collection
from core.store.files import draft
from core.store.schema import EmbeddingSet, Shard, ShardTrack
from tests.core.tracks import add_tracks

IDENTITY = "ab" * 32


def add_set(collection: Collection, identity: str = IDENTITY) -> int:
    with collection.database.writing() as session:
        row = EmbeddingSet(
            identity=identity,
            encoder="descriptors",
            card={"name": "descriptors"},
            dimension=4,
            pooling="mean",
            rate_hz=22050,
            window_s=5.0,
            hop_s=5.0,
        )
        session.add(row)
        session.flush()
        return row.id


@pytest.fixture
def filled(collection: Collection, tmp_path: Path) -> tuple[Collection, int]:
    add_tracks(collection, tmp_path / "audio", 40)
    return collection, add_set(collection)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_what_is_written_comes_back(filled: tuple[Collection, int], data: st.DataObject) -> None:
    collection, _ = filled
    set_id = add_set(collection, os.urandom(32).hex())
    counts = data.draw(st.lists(st.integers(1, 5), min_size=1, max_size=40))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(counts)), max_size=4)) | {len(counts)})
    dtype = data.draw(st.sampled_from([np.float16, np.float32]))
    expected = np.random.default_rng(len(counts)).normal(size=(sum(counts), 4)).astype(dtype)
    first_track = first_row = 0
    for cut in cuts:
        rows = [(i + 1, counts[i]) for i in range(first_track, cut)]
        size = sum(count for _, count in rows)
        collection.vectors.append(set_id, "excerpt", expected[first_row : first_row + size], rows)
        first_track, first_row = cut, first_row + size
    read = collection.vectors.read_set(set_id, "excerpt")
    np.testing.assert_array_equal(read.matrix, expected)
    np.testing.assert_array_equal(read.track_ids, np.repeat(np.arange(1, len(counts) + 1), counts))
    np.testing.assert_array_equal(read.window, np.concatenate([np.arange(count) for count in counts]))
    assert collection.vectors.sweep() == []
    assert collection.vectors.forget_missing() == []


def test_reading_maps_and_does_not_load(filled: tuple[Collection, int]) -> None:
    collection, set_id = filled
    collection.vectors.append(set_id, "track", np.ones((2, 3, 4), np.float16), [(1, 1), (2, 1)])
    with collection.database.reading() as session:
        shard = session.query(Shard).one()
    mapped = collection.vectors.read(shard, IDENTITY)
    assert isinstance(mapped, np.memmap)
    assert mapped.shape == (2, 3, 4)


def test_an_empty_set_reads_as_nothing(filled: tuple[Collection, int]) -> None:
    collection, set_id = filled
    assert len(collection.vectors.read_set(set_id).matrix) == 0


def test_rows_must_add_up(filled: tuple[Collection, int]) -> None:
    collection, set_id = filled
    with pytest.raises(ValueError, match="3 vectors"):
        collection.vectors.append(set_id, "track", np.ones((3, 4)), [(1, 1)])


def test_a_track_that_is_gone_is_left_out(filled: tuple[Collection, int]) -> None:
    collection, set_id = filled
    vectors = np.arange(8, dtype=np.float32).reshape(2, 4)
    collection.vectors.append(set_id, "track", vectors, [(999, 1), (1, 1)])
    found = collection.vectors.read_set(set_id)
    assert found.track_ids.tolist() == [1]
    np.testing.assert_array_equal(found.matrix, vectors[1:])


def test_damage_is_told_of(filled: tuple[Collection, int]) -> None:
    collection, set_id = filled
    collection.vectors.append(set_id, "track", np.ones((2, 4), np.float32), [(1, 1), (2, 1)])
    (path,) = collection.vectors.folder.rglob("*.npy")
    path.write_bytes(path.read_bytes()[:-5])
    with pytest.raises(
        ShardProblem, match=r"cannot be read\. Encode again: only these tracks are recomputed"
    ):
        collection.vectors.read_set(set_id)
    np.save(path, np.ones((1, 4), np.float32))
    with pytest.raises(ShardProblem, match="are not those that were written"):
        collection.vectors.read_set(set_id)
    np.save(path, np.array([{"evil": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(ShardProblem, match="cannot be read"):
        collection.vectors.read_set(set_id)


def test_a_lost_shard_is_forgotten_so_that_it_is_made_again(filled: tuple[Collection, int]) -> None:
    collection, set_id = filled
    first = collection.vectors.append(set_id, "track", np.ones((1, 4)), [(1, 1)])
    collection.vectors.append(set_id, "track", np.ones((1, 4)), [(2, 1)])
    with collection.database.reading() as session:
        lost = session.get_one(Shard, first).filename
    collection.vectors.path(IDENTITY, lost).unlink()
    with pytest.raises(ShardProblem, match="are missing"):
        collection.vectors.read_set(set_id)
    assert collection.vectors.forget_missing() == [first]
    assert collection.vectors.read_set(set_id).track_ids.tolist() == [2]
    with collection.database.reading() as session:
        assert session.query(ShardTrack).count() == 1


def test_what_may_not_be_read_is_no_damage(
    filled: tuple[Collection, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    collection, set_id = filled
    collection.vectors.append(set_id, "track", np.ones((1, 4)), [(1, 1)])
    with monkeypatch.context() as locked:
        locked.setattr(np, "load", lambda *a, **k: (_ for _ in ()).throw(PermissionError(13, "no")))
        with pytest.raises(FileProblem, match="cannot be read: permission denied"):
            collection.vectors.forget_damaged(set_id)
    assert len(collection.vectors.read_set(set_id).matrix) == 1


def test_a_disk_that_is_away_is_no_damage(filled: tuple[Collection, int], tmp_path: Path) -> None:
    collection, set_id = filled
    collection.vectors.append(set_id, "track", np.ones((1, 4)), [(1, 1)])
    elsewhere = collection.vectors.folder.rename(tmp_path / "other disk")
    collection.vectors.folder.symlink_to(elsewhere)
    away = elsewhere.rename(tmp_path / "away")
    with pytest.raises(FileProblem, match="leads to a place that is gone"):
        collection.vectors.forget_damaged(set_id)
    away.rename(elsewhere)
    assert collection.vectors.forget_damaged(set_id) == set()
    assert len(collection.vectors.read_set(set_id).matrix) == 1


def test_whoever_comes_second_with_a_track_leaves_it_out(filled: tuple[Collection, int]) -> None:
    collection, set_id = filled
    rows = {"track": [(1, 1), (2, 1), (3, 1)], "excerpt": [(1, 2), (2, 1), (3, 2)]}
    for value, first in ((2.0, 1), (3.0, 0), (4.0, 0)):
        parts = {
            part: (np.full((sum(n for _, n in whole[first:]), 4), value, np.float32), whole[first:])
            for part, whole in rows.items()
        }
        collection.vectors.append_all(set_id, parts)  # type: ignore[arg-type]
    for part, owners, values in (
        ("track", [1, 2, 3], [3, 2, 2]),
        ("excerpt", [1, 1, 2, 3, 3], [3, 3, 2, 2, 2]),
    ):
        read = collection.vectors.read_set(set_id, part)  # type: ignore[arg-type]
        assert read.track_ids.tolist() == owners
        assert read.matrix[:, 0].tolist() == values


def test_a_foreign_row_never_leads_out(filled: tuple[Collection, int]) -> None:
    collection, set_id = filled
    collection.vectors.append(set_id, "track", np.ones((1, 4)), [(1, 1)])
    with collection.database.writing() as session:
        session.query(Shard).update({"filename": "../../../../etc/passwd"})
    with pytest.raises(FileProblem, match="lies outside its collection"):
        collection.vectors.read_set(set_id)


def test_a_full_disk_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    with create_collection(small_disk / "coast") as collection:
        add_tracks(collection, tmp_path / "audio", 2)
        set_id = add_set(collection)
        collection.vectors.append(set_id, "track", np.ones((1, 4)), [(1, 1)])
        with pytest.raises(DiskFull):
            collection.vectors.append(set_id, "track", np.ones((1, 4_000_000)), [(2, 1)])
        assert collection.vectors.read_set(set_id).track_ids.tolist() == [1]
        assert len(list((small_disk / "coast").rglob("*.npy"))) == 1


def test_a_shard_on_its_way_is_not_swept(filled: tuple[Collection, int]) -> None:
    collection, _ = filled
    path = collection.vectors.path(IDENTITY, "track-0123456789abcdef.npy")
    with draft(path) as unpublished:
        open_collection(collection.folder).close()
        assert unpublished.temporary.exists()
        unpublished.publish()
    assert path.exists()


APPENDER = """
import sys
import numpy as np
from pathlib import Path
from core.store import open_collection
collection = open_collection(Path(sys.argv[1]))
print("ready", flush=True)
i = 0
while True:
    i += 1
    collection.vectors.append(1, "track", np.full((1, 50_000), i, np.float32), [(i % 40 + 1, 1)])
    print(i, flush=True)
"""


@pytest.mark.parametrize("after", [1, 7, 20])
def test_a_killed_writer_leaves_rows_and_files_that_agree(filled: tuple[Collection, int], after: int) -> None:
    collection, set_id = filled
    collection.close()
    command = [sys.executable, "-c", APPENDER, str(collection.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        for _ in range(after + 1):
            writer.stdout.readline()
        writer.kill()
    with open_collection(collection.folder) as opened:
        assert opened.vectors.forget_missing() == []
        read = opened.vectors.read_set(set_id)
        assert len(read.matrix) >= after
        assert all(row[0] == row[-1] for row in read.matrix)
        files = {path.name for path in (opened.folder / "vectors").rglob("*") if path.is_file()}
        with opened.database.reading() as session:
            assert files == {shard.filename for shard in session.query(Shard)}
