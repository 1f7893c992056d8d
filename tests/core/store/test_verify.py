"""The jobs `verify` and `backup`, as plain functions."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.errors import DiskFull
from core.progress import Context, Step, Stop
from core.store import Collection, backup, open_collection, verify
from core.store.files import hash_file
from core.store.schema import Checkpoint, EmbeddingSet, JobRow, Recipe, Run, Track, Verification
from tests.core.store.test_vectors import add_set
from tests.core.tracks import add_tracks


def context(collection: Collection) -> Context:
    with collection.database.writing() as session:
        row = JobRow(kind="verify", title="Verify", request="{}", device="cpu", priority=10, state="running")
        session.add(row)
        session.flush()
        return Context(collection.folder, row.id)


def after(number: int, stop: Stop):
    """Asks to stop at the `number`th question, and ever after."""
    calls = 0

    def should_stop() -> Stop | None:
        nonlocal calls
        calls += 1
        return stop if calls >= number else None

    return should_stop


@pytest.fixture
def filled(collection: Collection, tmp_path: Path) -> tuple[Collection, list[Path]]:
    paths = add_tracks(collection, tmp_path / "audio", 250)
    set_id = add_set(collection)
    for track_id in (1, 2, 3):
        collection.vectors.append(set_id, "track", np.ones((1, 4)), [(track_id, 1)])
    return collection, paths


def test_all_as_it_should_be(filled: tuple[Collection, list[Path]]) -> None:
    collection, _ = filled
    steps: list[Step] = []
    result = verify.run(verify.VerifyRequest(), context(collection), progress=steps.append)
    assert (result.tracks, result.shards) == ({"unchanged": 250}, {"unchanged": 3})
    assert result.sentence() == "253 files checked; all are as they should be."
    assert [step.done for step in steps] == list(range(254))
    assert {step.total for step in steps} == {253}


def test_every_kind_of_harm_is_found(filled: tuple[Collection, list[Path]]) -> None:
    collection, paths = filled
    paths[3].write_bytes(b"changed")
    paths[4].unlink()
    paths[5].unlink()
    paths[5].mkdir()
    next(collection.vectors.folder.rglob("*.npy")).write_bytes(b"damaged")
    with collection.database.writing() as session:
        session.get_one(Track, 10).sha256 = None
    result = verify.run(verify.VerifyRequest(), context(collection))
    assert result.tracks == {
        "changed": 1,
        "first hash": 1,
        "missing": 1,
        "unchanged": 246,
        "unreadable": 1,
    }
    assert result.shards == {"changed": 1, "unchanged": 2}
    assert result.sentence() == (
        "253 files checked: 249 as they should be, 2 changed, 1 missing, 1 unreadable."
        " Encode again with descriptors (excerpts of 5 s): what is damaged is made again."
    )
    with collection.database.reading() as session:
        assert session.get_one(Track, 10).sha256 == hash_file(paths[9])
        reasons = {v.outcome: v.reason for v in session.query(Verification) if v.reason}
    assert reasons == {"missing": "The file is not there.", "unreadable": "Is a directory"}


def test_changed_audio_alone_asks_for_no_encoding(filled: tuple[Collection, list[Path]]) -> None:
    collection, paths = filled
    paths[3].write_bytes(b"changed")
    result = verify.run(verify.VerifyRequest(), context(collection))
    assert result.sentence() == "253 files checked: 252 as they should be, 1 changed."


@pytest.mark.parametrize(
    ("window", "said"),
    [
        ({"hop_s": 2.5}, "descriptors (excerpts of 5 s every 2.5 s)"),
        ({"card": {"card": {"layers": ["a", "b"]}, "layers": [1]}}, "(excerpts of 5 s, layer 1 alone)"),
    ],
)
def test_a_set_is_named_so_that_it_can_be_asked_for(
    filled: tuple[Collection, list[Path]], window: dict[str, object], said: str
) -> None:
    collection, _ = filled
    next(collection.vectors.folder.rglob("*.npy")).unlink()
    with collection.database.writing() as session:
        for name, value in window.items():
            setattr(session.get_one(EmbeddingSet, 1), name, value)
    assert said in verify.run(verify.VerifyRequest(), context(collection)).sentence()


@pytest.mark.parametrize("number", [1, 2, 120, 600])
def test_a_stopped_verification_goes_on_where_it_was(
    filled: tuple[Collection, list[Path]], number: int
) -> None:
    collection, _ = filled
    here = context(collection)
    part = verify.run(verify.VerifyRequest(), here, should_stop=after(number, Stop.PAUSE))
    done = sum(part.tracks.values()) + sum(part.shards.values())
    steps: list[Step] = []
    whole = verify.run(verify.VerifyRequest(), here, progress=steps.append)
    assert (whole.tracks, whole.shards) == ({"unchanged": 250}, {"unchanged": 3})
    assert steps[0].done == done


def test_a_cancelled_verification_leaves_nothing(filled: tuple[Collection, list[Path]]) -> None:
    collection, _ = filled
    verify.run(verify.VerifyRequest(), context(collection), should_stop=after(100, Stop.CANCEL))
    with collection.database.reading() as session:
        assert session.query(Verification).count() == 0


def test_tracks_or_vectors_alone(filled: tuple[Collection, list[Path]]) -> None:
    collection, _ = filled
    assert verify.run(verify.VerifyRequest(tracks=False), context(collection)).tracks == {}
    assert verify.run(verify.VerifyRequest(shards=False), context(collection)).shards == {}


def add_checkpoint(collection: Collection, reason: str, content: bytes) -> Path:
    path = collection.folder / "checkpoints" / f"run-000001-{reason}-{content.hex():0>12}.safetensors"
    path.write_bytes(content)
    with collection.database.writing() as session:
        if session.get(Run, 1) is None:
            session.add(Recipe(id=1, name="r", task="classify", text="", sha256="0" * 64))
            session.flush()
            session.add(Run(id=1, recipe_id=1, state="done", seed=0, device="cpu"))
            session.flush()
        values = {"epoch": 1, "step": 1, "size_bytes": len(content), "sha256": hash_file(path)}
        session.add(Checkpoint(run_id=1, reason=reason, filename=path.name, **values))
    return path


def test_checkpoints_are_checked_and_named_by_their_run(filled: tuple[Collection, list[Path]]) -> None:
    collection, _ = filled
    best, latest = (add_checkpoint(collection, reason, reason.encode()[:6]) for reason in ("best", "latest"))
    request = verify.VerifyRequest(tracks=False, shards=False)
    fine = verify.run(request, context(collection))
    assert (fine.checkpoints, fine.lost, fine.tracks) == ({"unchanged": 2}, (), {})
    best.write_bytes(b"damaged")
    latest.unlink()
    found = verify.run(request, context(collection))
    assert found.checkpoints == {"changed": 1, "missing": 1}
    assert found.sentence() == (
        "2 files checked: 0 as they should be, 1 changed, 1 missing."
        " Of no use any more: the best checkpoint of run 1, the latest checkpoint of run 1."
    )


def test_a_checkpoint_that_gives_way_to_a_newer_one_meanwhile_is_not_missed(
    filled: tuple[Collection, list[Path]],
) -> None:
    collection, _ = filled
    path = add_checkpoint(collection, "latest", b"old")

    def replace(step: Step) -> None:
        if step.note == path.name:
            path.unlink()
            with collection.database.writing() as session:
                session.delete(session.query(Checkpoint).one())
            add_checkpoint(collection, "latest", b"new")

    request = verify.VerifyRequest(tracks=False)
    found = verify.run(request, context(collection), progress=replace)
    assert (found.shards, found.checkpoints, found.lost) == ({"unchanged": 3}, {}, ())


def test_audio_is_only_read(filled: tuple[Collection, list[Path]]) -> None:
    collection, paths = filled
    before = [(path.stat().st_mtime_ns, path.stat().st_mode, path.read_bytes()) for path in paths]
    for path in paths:
        path.chmod(0o444)
    paths[0].parent.chmod(0o555)
    verify.run(verify.VerifyRequest(), context(collection))
    paths[0].parent.chmod(0o755)
    after_ = [(path.stat().st_mtime_ns, path.stat().st_mode | 0o200, path.read_bytes()) for path in paths]
    assert after_ == before


def test_a_backup_opens_like_any_other(filled: tuple[Collection, list[Path]], tmp_path: Path) -> None:
    collection, _ = filled
    request = backup.BackupRequest(str(tmp_path / "stick"))
    result = backup.run(request, context(collection))
    assert result is not None
    assert (result.files, result.lost) == (4, [])
    copy = Path(result.folder)
    manifest = json.loads((copy / "backup.json").read_text())
    assert {name: hash_file(copy / name) for name in manifest["sha256"]} == manifest["sha256"]
    with open_collection(copy) as opened:
        with opened.database.reading() as session:
            assert {job.state for job in session.query(JobRow)} == {"cancelled"}
        assert opened.counts() == collection.counts()
        assert opened.vectors.read_set(1).matrix.shape == (3, 4)
        checked = verify.run(verify.VerifyRequest(), context(opened))
        assert checked.shards == {"unchanged": 3}


@pytest.mark.parametrize("number", [1, 2, 4, 6])
def test_a_stopped_backup_goes_on(filled: tuple[Collection, list[Path]], number: int) -> None:
    collection, _ = filled
    here, request = context(collection), backup.BackupRequest()
    assert backup.run(request, here, should_stop=after(number, Stop.PAUSE)) is None
    result = backup.run(request, here)
    assert result is not None
    assert result.files == 4
    assert [path.name for path in (collection.folder / "backups").iterdir()] == [Path(result.folder).name]


def test_a_cancelled_backup_leaves_nothing(filled: tuple[Collection, list[Path]]) -> None:
    collection, _ = filled
    backup.run(backup.BackupRequest(), context(collection), should_stop=after(3, Stop.CANCEL))
    assert list((collection.folder / "backups").iterdir()) == []


def test_a_backup_names_what_is_lost(filled: tuple[Collection, list[Path]]) -> None:
    collection, _ = filled
    first, second, _ = sorted(collection.vectors.folder.rglob("*.npy"))
    first.unlink()
    second.write_bytes(b"damaged")
    with collection.database.writing() as session:
        session.add(Recipe(name="r", task="classify", text="", sha256="0" * 64))
        session.flush()
        session.add(Run(recipe_id=1, state="done", seed=0, device="cpu"))
        session.flush()
        session.add(
            Checkpoint(
                run_id=1, reason="best", epoch=1, step=1, filename="run-1.pt", size_bytes=1, sha256="0" * 64
            )
        )
    result = backup.run(backup.BackupRequest(), context(collection))
    assert result is not None
    assert len(result.lost) == 3
    assert "3 files were missing or damaged; backup.json names them." in result.sentence()


def test_a_backup_to_a_full_disk_is_refused_at_once(
    filled: tuple[Collection, list[Path]], small_disk: Path
) -> None:
    collection, _ = filled
    with pytest.raises(DiskFull):
        backup.run(backup.BackupRequest(str(small_disk)), context(collection))
    assert [path for path in small_disk.rglob("*") if path.is_file()] == []
