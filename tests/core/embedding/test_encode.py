"""The job `encode` on real files in a real collection."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.embedding import (
    EncodeRequest,
    book,
    encode,
    excerpt_vectors,
    find_set,
    list_sets,
    track_vectors,
    tuning,
)
from core.embedding.encode import discard, run
from core.encoders import find_card, open_encoder
from core.errors import RequestProblem
from core.library import listen, scan
from core.library.ledger import read_ledger
from core.progress import Context, Step, Stop, ignore
from core.store import Collection, verify
from core.store.schema import JobRow, Track
from tests.core.heard import RATE
from tests.core.library.shelf import rows


def overwrite(path: Path, data: bytes) -> None:
    """As a disk that decays: no size and no time tells."""
    before = path.stat()
    path.write_bytes(data)
    assert len(data) == before.st_size
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def go(collection: Collection, job: int = 3, **asked: object) -> encode.EncodeResult:
    request = EncodeRequest(**{"encoder": "descriptors", **asked})  # type: ignore[arg-type]
    return run(request, Context(collection.folder, job))


def test_a_collection_is_encoded_once(heard: Collection) -> None:
    result = go(heard)
    assert (result.new, result.skipped, result.failed) == (6, 0, {})
    assert result.sentence() == "6 tracks encoded with descriptors."
    again = go(heard, 4)
    assert (again.new, again.skipped, again.embedding_set) == (0, 6, result.embedding_set)
    assert again.sentence() == "0 tracks encoded with descriptors, 6 were there already."


def test_vectors_are_those_of_the_windows(encoded: Collection, reels: Path) -> None:
    info = find_set(encoded, "descriptors")
    assert (info.tracks, info.window_s, info.hop_s) == (6, 10.0, 10.0)
    excerpts, tracks = excerpt_vectors(encoded, info), track_vectors(encoded, info, spread=True)
    encoder = open_encoder(find_card("descriptors"))
    for id_, name in rows(encoded, "SELECT id, shown_path FROM tracks"):
        samples, _ = soundfile.read(reels / name, dtype="float32")
        window = 10 * RATE
        left = len(samples) % window
        starts = list(range(0, max(len(samples) - window, 0) + 1, window))
        starts += [len(samples) - window] if len(samples) > window and left > window / 2 else []
        expected = np.concatenate([encoder.embed(samples[None, s : s + window]) for s in starts])[:, 0]
        mine = excerpts.values[excerpts.track_ids == id_]
        np.testing.assert_allclose(mine, expected, rtol=1e-3, atol=1e-3)
        summary = tracks.values[tracks.track_ids == id_][0]
        np.testing.assert_allclose(summary, [*expected.mean(0), *expected.std(0)], rtol=1e-3, atol=2e-3)
    assert excerpts.windows.tolist() == [
        w for i in range(6) for w in range((excerpts.track_ids == i + 1).sum())
    ]


def test_what_cannot_be_heard_goes_to_the_ledger_and_stops_nothing(heard: Collection, reels: Path) -> None:
    overwrite(reels / "take 1.flac", b"fLaC" + bytes((reels / "take 1.flac").stat().st_size - 4))
    (reels / "take 2.flac").unlink()
    result = go(heard)
    assert result.new == 4
    assert {Path(path).name for path in result.failed} == {"take 1.flac", "take 2.flac"}
    assert result.sentence().endswith("2 could not be heard.")
    ledger = read_ledger(heard)
    assert (ledger.total, ledger.states["undecodable"], ledger.states["vanished"]) == (6, 1, 1)
    assert go(heard, 4).failed == {}


def test_a_changed_file_is_encoded_again_and_no_other(encoded: Collection, reels: Path) -> None:
    before = track_vectors(encoded, find_set(encoded, "descriptors"))
    shutil.copy(reels / "take 3.flac", reels / "take 0.flac")
    scan.run(scan.ScanRequest(), Context(encoded.folder, 5))
    listen.run(listen.ListenRequest(), Context(encoded.folder, 6))
    result = go(encoded, 7)
    assert (result.new, result.skipped) == (1, 5)
    after = track_vectors(encoded, find_set(encoded, "descriptors"))
    (changed,) = np.flatnonzero((before.values != after.values).any(1))
    assert before.track_ids[changed] == 1
    np.testing.assert_array_equal(after.values[changed], after.values[3])


CHANGED = "The file has changed since it was scanned. Scan, then encode again."


def record(collection: Collection) -> None:
    scan.run(scan.ScanRequest(), Context(collection.folder, 5))
    listen.run(listen.ListenRequest(), Context(collection.folder, 6))


@pytest.mark.parametrize("moment", ["before", "after it was heard"])
def test_a_file_that_changed_since_the_scan_waits_for_the_next(
    heard: Collection, reels: Path, moment: str
) -> None:
    def change(step: Step | None = None) -> None:
        if step is None or step.done == 6:
            shutil.copy(reels / "take 3.flac", reels / "take 0.flac")

    if moment == "before":
        change()
    request = EncodeRequest("descriptors")
    result = run(request, Context(heard.folder, 3), progress=change if moment != "before" else ignore)
    assert (result.new, result.failed) == (5, {str(reels / "take 0.flac"): CHANGED})
    assert read_ledger(heard).states["ok"] == 6
    record(heard)
    assert (go(heard, 7).new, go(heard, 8).failed) == (1, {})
    vectors = track_vectors(heard, find_set(heard, "descriptors")).values
    np.testing.assert_array_equal(vectors[0], vectors[3])


def test_a_scan_that_is_quicker_than_the_last_look_is_noticed(
    heard: Collection, reels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_then_change(path: Path, seen: tuple[int, int]) -> None:
        if path.name == "take 0.flac":
            shutil.copy(reels / "take 3.flac", path)
            record(heard)

    monkeypatch.setattr(book, "why_not", look_then_change)
    go(heard)
    monkeypatch.undo()
    assert list_sets(heard)[0].tracks == 5
    assert go(heard, 7).new == 1


def test_a_file_that_goes_while_it_is_encoded_goes_to_the_ledger(heard: Collection, reels: Path) -> None:
    def remove(step: Step) -> None:
        if step.done == 6:
            (reels / "take 0.flac").unlink()

    result = run(EncodeRequest("descriptors"), Context(heard.folder, 3), progress=remove)
    assert (result.new, list(result.failed.values())) == (5, ["The file is not where it was."])
    assert read_ledger(heard).states["vanished"] == 1


def test_a_pause_goes_on_and_gives_the_same(heard: Collection, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(heard.folder, copy)
    steps: list[Step] = []
    stopped = run(
        EncodeRequest("descriptors"),
        Context(heard.folder, 3),
        progress=steps.append,
        should_stop=lambda: Stop.PAUSE if len(steps) > 2 else None,
    )
    assert 0 < stopped.new < 6
    rest = go(heard)
    assert stopped.new + rest.new == 6
    run(EncodeRequest("descriptors"), Context(copy, 3))
    with_pause = track_vectors(heard, find_set(heard, "descriptors"))
    from core.store import open_collection

    with open_collection(copy) as undisturbed:
        without = track_vectors(undisturbed, find_set(undisturbed, "descriptors"))
    np.testing.assert_array_equal(with_pause.values, without.values)


def test_a_pause_waits_for_one_batch_only(heard: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    batches: list[int] = []
    monkeypatch.setattr(
        encode._Plan, "embed", lambda plan, batch: batches.append(1) or plan.encoder.embed(batch)
    )
    asked = EncodeRequest("descriptors", window_s=1.0)
    stopped = run(asked, Context(heard.folder, 3), should_stop=lambda: Stop.PAUSE if batches else None)
    assert len(batches) == 1
    assert stopped.new <= 1


def test_cancelling_takes_back_what_the_job_made_and_no_more(encoded: Collection) -> None:
    request = EncodeRequest("descriptors")
    assert list_sets(encoded)[0].tracks == 6
    discard(request, Context(encoded.folder, 4))
    assert list_sets(encoded)[0].tracks == 3
    files = {path.name for path in encoded.folder.rglob("*.npy")}
    assert {name for (name,) in rows(encoded, "SELECT filename FROM shards")} == files
    assert go(encoded, 5).new == 3


@pytest.mark.parametrize("part", ["track", "excerpt"])
@pytest.mark.parametrize("harm", ["gone", "cut off"])
def test_what_is_lost_of_a_set_is_made_again(encoded: Collection, part: str, harm: str) -> None:
    before = track_vectors(encoded, find_set(encoded, "descriptors"))
    for path in encoded.folder.rglob(f"{part}-00000004*.npy"):
        path.unlink() if harm == "gone" else path.write_bytes(path.read_bytes()[:-9])
    said: list[str] = []
    context = Context(encoded.folder, 5, say=lambda level, text: said.append(text))
    result = run(EncodeRequest("descriptors"), context)
    assert (result.new, result.skipped, result.tracks) == (3, 3, 6)
    assert said == ["The vectors of 3 tracks were missing or damaged; they are made again."]
    after = track_vectors(encoded, find_set(encoded, "descriptors"))
    np.testing.assert_array_equal(before.values, after.values)
    assert set(excerpt_vectors(encoded, find_set(encoded, "descriptors")).track_ids) == {1, 2, 3, 4, 5, 6}


def flip(path: Path) -> None:
    """One bit of the last value."""
    whole = path.read_bytes()
    overwrite(path, whole[:-1] + bytes([whole[-1] ^ 1]))


def check(collection: Collection) -> verify.VerifyResult:
    with collection.database.writing() as session:
        job = JobRow(kind="verify", title="Verify", request="{}", device="cpu", priority=10, state="running")
        session.add(job)
        session.flush()
        context = Context(collection.folder, job.id)
    return verify.run(verify.VerifyRequest(tracks=False), context)


@pytest.mark.parametrize("part", ["track", "excerpt"])
def test_bits_that_verify_found_flipped_are_made_again_and_no_others(encoded: Collection, part: str) -> None:
    before = track_vectors(encoded, find_set(encoded, "descriptors"))
    (damaged,) = encoded.folder.rglob(f"{part}-00000004*.npy")
    flip(damaged)
    assert "Encode again with descriptors (excerpts of 10 s)" in check(encoded).sentence()
    said: list[str] = []
    context = Context(encoded.folder, 5, say=lambda level, text: said.append(text))
    result = run(EncodeRequest("descriptors"), context)
    assert (result.new, result.skipped, result.tracks) == (3, 3, 6)
    assert said == ["The vectors of 3 tracks were missing or damaged; they are made again."]
    after = track_vectors(encoded, find_set(encoded, "descriptors"))
    np.testing.assert_array_equal(before.values, after.values)
    assert check(encoded).sentence().endswith("; all are as they should be.")
    assert go(encoded, 6).new == 0


def test_a_shard_that_was_put_back_after_verify_is_kept(encoded: Collection) -> None:
    (shard,) = encoded.folder.rglob("track-00000004*.npy")
    flip(shard)
    assert check(encoded).shards == {"changed": 1, "unchanged": 3}
    flip(shard)
    assert (go(encoded, 5).new, shard.exists()) == (0, True)


def test_what_is_damaged_and_not_asked_for_is_counted_apart(encoded: Collection) -> None:
    for path in encoded.folder.rglob("track-*.npy"):
        path.unlink()
    said: list[str] = []
    context = Context(encoded.folder, 5, say=lambda level, text: said.append(text))
    run(EncodeRequest("descriptors", "duration:<11"), context)
    assert said == ["The vectors of 6 tracks were missing or damaged; 3 of them are made again now."]
    assert go(encoded, 6).new == 3


def test_windows_and_hops_make_sets_of_their_own(heard: Collection) -> None:
    ids = {go(heard, window_s=w, hop_s=h).embedding_set for w, h in ((None, None), (5.0, None), (5.0, 2.5))}
    assert len(ids) == 3
    dense = next(info for info in list_sets(heard) if info.hop_s == 2.5)
    assert (excerpt_vectors(heard, dense).track_ids == 2).sum() == 9
    assert find_set(heard, str(dense.id)).hop_s == 2.5


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"encoder": "descriptor"}, "Did you mean descriptors?"),
        ({"layer": 3}, "has no layer 3: it has 1"),
        ({"window_s": 0.0}, "A window lasts 0.1 to 600 seconds, not 0."),
        ({"hop_s": 1e9}, "A hop lasts"),
        ({"query": "genre:"}, ""),
    ],
)
def test_what_cannot_be_asked_is_said(heard: Collection, asked: dict[str, object], said: str) -> None:
    with pytest.raises(RequestProblem) as raised:
        go(heard, **asked)
    assert said in str(raised.value)


def test_nothing_encoded_yet_says_how(collection: Collection) -> None:
    with pytest.raises(RequestProblem, match=r"soundings encode .* --encoder mert-95m"):
        find_set(collection, "mert-95m")


def test_an_unknown_length_waits_for_listening(heard: Collection) -> None:
    with heard.database.writing() as session:
        session.get_one(Track, 2).duration_s = None
    result = go(heard)
    assert result.new == 5
    assert list(result.failed.values()) == [
        "How long it lasts is not known yet; encode again when listening is done."
    ]
    assert read_ledger(heard).states["ok"] == 6


def test_a_network_gives_what_it_gives_alone(
    heard: Collection, reels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Batches, chunks and storage in 16 bits change nothing that matters."""
    monkeypatch.setattr(tuning, "BUDGET_S", 0.5)
    result = go(heard, encoder="sample-cnn", precision="fp32")
    assert 0 < result.storage_error < 1e-5
    info = find_set(heard, "sample-cnn")
    encoder = open_encoder(find_card("sample-cnn"))
    samples, _ = soundfile.read(reels / "take 3.flac", dtype="float32")
    window = encoder.card.window
    mine = excerpt_vectors(heard, info)
    for i, vector in enumerate(mine.values[mine.track_ids == 4][:5]):
        alone = encoder.embed(samples[None, i * window : (i + 1) * window])[0, 0]
        np.testing.assert_allclose(vector, alone, rtol=2e-3, atol=2e-4)
