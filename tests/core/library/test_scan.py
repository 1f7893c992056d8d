"""Scanning and listening: real files, real moves, real damage; and never a write to the audio."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

import mutagen
import numpy as np
import pytest
import soundfile
from sqlalchemy import select

from core.errors import RequestProblem
from core.library import listen, scan
from core.library.groups import read_values
from core.library.labels import NewLabel, write_labels
from core.library.ledger import entries, read_ledger
from core.library.states import State
from core.progress import Context, Step, Stop
from core.store import Collection
from core.store.schema import Track
from tests.core.audio.sounds import RATE, signal, write
from tests.core.audio.test_listening import melody

SHARED = Path(__file__).parents[4] / "shared" / "data"


def tone(path: Path, seed: int, seconds: float = 1.0, **tags: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, 0.2 * np.random.default_rng(seed).standard_normal((round(RATE * seconds), 1)), RATE)
    if tags:
        file = mutagen.File(path)
        for name, value in tags.items():
            file[name] = [value]
        file.save()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reels"
    for i in range(6):
        tone(
            folder / f"side {i % 2}" / f"take {i}.flac", i, artist=f"Duo {i % 3}", genre="lament", date="1962"
        )
    return folder


def look(collection: Collection, *folders: Path, **options: bool) -> scan.ScanResult:
    request = scan.ScanRequest(tuple(str(path) for path in folders), **options)
    return scan.run(request, Context(collection.folder, 1))


def hear(collection: Collection) -> listen.ListenResult:
    return listen.run(listen.ListenRequest(), Context(collection.folder, 2))


def tracks(collection: Collection) -> dict[str, Track]:
    with collection.database.reading() as session:
        return {Path(track.path).name: track for track in session.scalars(select(Track))}


def counts(result: scan.ScanResult) -> dict[str, int]:
    names = ("new", "changed", "moved", "back", "vanished", "unchanged")
    return {name: number for name in names if (number := getattr(result, name))}


def test_two_scans_at_once_enter_each_file_once(collection: Collection, folder: Path) -> None:
    others: list[scan.ScanResult] = []

    def meanwhile(step: Step) -> None:
        if step.note.startswith("take") and not others:
            others.append(look(collection, folder / "side 1"))

    tone(folder / "side 2" / "take 6.flac", 6)
    request = scan.ScanRequest((str(folder),))
    mine = scan.run(request, Context(collection.folder, 1), progress=meanwhile)
    assert mine.new + others[0].new == 7
    assert len(tracks(collection)) == 7
    assert counts(look(collection)) == {"unchanged": 7}


def test_a_first_scan_fills_the_table(collection: Collection, folder: Path) -> None:
    steps: list[Step] = []
    result = scan.run(scan.ScanRequest((str(folder),)), Context(collection.folder, 1), progress=steps.append)
    assert counts(result) == {"new": 6}
    assert result.sentence() == "6 new. 6 tracks, all ok."
    assert steps[-1].done == steps[-1].total
    track = tracks(collection)["take 3.flac"]
    assert (track.duration_s, track.rate_hz, track.channels, track.bits) == (1.0, RATE, 1, 16)
    assert (track.state, track.codec, track.sha256) == ("ok", "flac", None)
    assert (
        sorted(read_values(collection, "artist").values())
        == [["Duo 0"]] * 2 + [["Duo 1"]] * 2 + [["Duo 2"]] * 2
    )


def test_a_second_scan_touches_only_what_changed(collection: Collection, folder: Path) -> None:
    look(collection, folder)
    hear(collection)
    assert counts(look(collection)) == {"unchanged": 6}
    tone(folder / "side 0" / "take 0.flac", 99, 2.0, artist="Somebody else")
    tone(folder / "take 6.flac", 6)
    assert counts(look(collection)) == {"new": 1, "changed": 1, "unchanged": 5}
    after = tracks(collection)
    unheard = {name for name, track in after.items() if track.listened_at is None}
    assert unheard == {"take 0.flac", "take 6.flac"}
    assert after["take 0.flac"].duration_s == 2.0
    assert ["Somebody else"] in read_values(collection, "artist").values()
    assert counts(look(collection, again=True)) == {"changed": 7}


def test_a_person_s_labels_survive_a_rescan(collection: Collection, folder: Path) -> None:
    look(collection, folder)
    track_id = tracks(collection)["take 0.flac"].id
    with collection.database.writing() as session:
        write_labels(session, [NewLabel(track_id, "mood", "sad", "person")])
    tone(folder / "side 0" / "take 0.flac", 99, 2.0, genre="reel")
    look(collection)
    assert read_values(collection, "mood") == {track_id: ["sad"]}
    assert read_values(collection, "genre")[track_id] == ["reel"]
    assert track_id not in read_values(collection, "artist")


@pytest.mark.parametrize("heard", [False, True])
def test_moved_files_keep_their_labels(collection: Collection, folder: Path, heard: bool) -> None:
    look(collection, folder)
    if heard:
        hear(collection)
    before = {name: track.id for name, track in tracks(collection).items()}
    (folder / "side 0").rename(folder / "first side")
    (folder / "side 1" / "take 1.flac").rename(folder / "renamed.flac")
    if heard:
        os.utime(folder / "renamed.flac")  # a copy over a network loses the time, not the content
    result = look(collection)
    assert counts(result) == {"moved": 4, "unchanged": 2}
    after = {name: track.id for name, track in tracks(collection).items()}
    assert after == {("renamed.flac" if n == "take 1.flac" else n): id_ for n, id_ in before.items()}
    assert counts(look(collection)) == {"unchanged": 6}


def test_vanished_files_are_kept_and_come_back(collection: Collection, folder: Path, tmp_path: Path) -> None:
    look(collection, folder)
    hear(collection)
    shutil.move(folder / "side 1", tmp_path / "elsewhere")
    result = look(collection)
    assert counts(result) == {"vanished": 3, "unchanged": 3}
    assert result.ledger.states["vanished"] == 3
    assert {e.reason for e in entries(collection, State.VANISHED)} == {"The file is not where it was."}
    shutil.move(tmp_path / "elsewhere", folder / "side 1")
    assert counts(look(collection)) == {"back": 3, "unchanged": 3}
    assert read_ledger(collection).states["ok"] == 6
    assert all(track.sha256 for track in tracks(collection).values())


def test_a_disk_that_is_gone_takes_nothing_along(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    look(collection, folder)
    folder.rename(tmp_path / "unplugged")
    result = look(collection)
    assert counts(result) == {"vanished": 6}
    assert {e.reason for e in entries(collection)} == {
        "Its folder is not there; connect the disk or find the folder."
    }
    assert counts(look(collection)) == {}
    (tmp_path / "unplugged").rename(folder)
    assert counts(look(collection)) == {"back": 6}


def test_what_is_wrong_with_a_file_is_said_again_when_it_returns(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    (folder / "broken.wav").write_bytes(b"")
    look(collection, folder)
    (folder / "broken.wav").rename(tmp_path / "broken.wav")
    look(collection)
    (tmp_path / "broken.wav").rename(folder / "broken.wav")
    look(collection)
    (entry,) = entries(collection, State.UNDECODABLE)
    assert entry.reason == "The file is empty."


def test_a_folder_inside_a_known_one_is_already_covered(collection: Collection, folder: Path) -> None:
    look(collection, folder)
    assert counts(look(collection, folder / "side 0")) == {"unchanged": 6}
    with pytest.raises(RequestProblem, match="is not a folder"):
        look(collection, folder / "nowhere")
    with pytest.raises(RequestProblem, match="is not a whole path"):
        scan.ScanRequest(("reels",))


def test_a_stopped_scan_goes_on(collection: Collection, folder: Path) -> None:
    request = scan.ScanRequest((str(folder),))
    calls = 0

    def soon() -> Stop | None:
        nonlocal calls
        calls += 1
        return Stop.PAUSE if calls > 9 else None

    scan.run(request, Context(collection.folder, 1), should_stop=soon)
    result = look(collection, folder)
    assert result.ledger.total == 6
    assert read_ledger(collection).states["ok"] == 6


def test_a_cancelled_scan_takes_its_folder_along(collection: Collection, folder: Path) -> None:
    request = scan.ScanRequest((str(folder),))
    calls = 0

    def late() -> Stop | None:
        nonlocal calls
        calls += 1
        return Stop.CANCEL if calls > 12 else None

    scan.run(request, Context(collection.folder, 1), should_stop=late)
    assert read_ledger(collection).total == 0


def test_listening_finds_silence_damage_and_duplicates(collection: Collection, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    music = melody(3)
    original = write(folder, "pcm24.flac", music)
    shutil.copy(original, folder / "copy of it.flac")
    write(folder, "vbr.mp3", music)
    write(folder, "aac.m4a", music)
    write(folder, "vorbis.ogg", melody(4))
    soundfile.write(folder / "silence.wav", np.zeros((RATE, 2)), RATE)
    soundfile.write(folder / "click.wav", np.full((20, 1), 0.5), RATE)
    cut = original.read_bytes()
    (folder / "cut.flac").write_bytes(cut[: len(cut) // 3])
    samples = signal(seconds=1.0)
    samples[100] = np.nan
    soundfile.write(folder / "nan.wav", samples, RATE, "FLOAT")
    look(collection, folder)
    result = hear(collection)
    found = {Path(e.path).name: (e.state, e.reason) for e in entries(collection)}
    assert found["copy of it.flac"] == (State.OK, "")  # lossless, and the first of those
    for name, why in (("pcm24.flac", "file"), ("vbr.mp3", "recording"), ("aac.m4a", "recording")):
        assert found[name] == (State.DUPLICATE, f"The same {why} as copy of it.flac."), name
    assert found["vorbis.ogg"] == (State.OK, "")
    assert found["silence.wav"] == (State.SILENT, "It is silent.")
    assert found["click.wav"] == (State.TOO_SHORT, "It lasts 0 ms.")
    assert found["nan.wav"] == (State.UNDECODABLE, "It holds values that are no numbers.")
    assert result.duplicates == 3
    assert sum(result.ledger.states.values()) == result.ledger.total == 9
    heard = tracks(collection)
    assert heard["vorbis.ogg"].loudness_db == pytest.approx(heard["vbr.mp3"].loudness_db, abs=3)
    assert hear(collection).heard == 0


def test_a_track_that_was_a_duplicate_is_free_when_the_other_goes(
    collection: Collection, tmp_path: Path
) -> None:
    folder = tmp_path / "twice"
    folder.mkdir()
    first = write(folder, "pcm24.flac", melody(3))
    shutil.copy(first, folder / "zzz.flac")
    look(collection, folder)
    hear(collection)
    assert read_ledger(collection).states["duplicate"] == 1
    first.unlink()
    look(collection)
    hear(collection)
    assert {k: v for k, v in read_ledger(collection).states.items() if v} == {"ok": 1, "vanished": 1}


def tree_state(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.stat().st_mode, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_audio_is_never_written_to(collection: Collection, folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = tree_state(folder)
    look(collection, folder)
    hear(collection)
    look(collection, again=True)
    assert tree_state(folder) == before
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)


@pytest.mark.skipif(not SHARED.exists(), reason="the messy files lie beside the project, where there are any")
def test_messy_files_all_end_in_the_ledger(collection: Collection) -> None:
    before = subprocess.run(["find", str(SHARED), "-newer", __file__], capture_output=True, check=True).stdout
    result = look(collection, SHARED / "messy", SHARED / "one-shots")
    heard = hear(collection)
    assert result.new == heard.ledger.total == sum(heard.ledger.states.values()) > 600
    assert result.problems == []
    lines = entries(collection)
    assert [e for e in lines if e.state != State.OK and not e.reason.endswith(".")] == []
    assert [e for e in lines if len(e.reason) > 200 or "\n" in e.reason] == []
    assert heard.ledger.states["ok"] > 300
    after = subprocess.run(["find", str(SHARED), "-newer", __file__], capture_output=True, check=True).stdout
    assert after == before


def mutate(content: bytes, rng: random.Random) -> bytes:
    data = bytearray(content)
    kind = rng.randrange(5)
    if kind == 0 and data:
        for _ in range(rng.randrange(1, 40)):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    elif kind == 1:
        data = data[: rng.randrange(len(data) + 1)]
    elif kind == 2 and data:
        start = rng.randrange(len(data))
        data[start : start + rng.randrange(2000)] = bytes(rng.randrange(2000))
    elif kind == 3:
        data = bytearray(rng.randbytes(rng.randrange(3000)))
    else:
        data = bytearray(rng.randbytes(rng.randrange(200))) + data
    return bytes(data)


def make_mutants(folder: Path, number: int, seed: int) -> int:
    """Damaged files under odd names and wrong endings; returns how many a scan must find."""
    rng = random.Random(seed)
    source = folder.parent / "sources"
    source.mkdir()
    names = (
        "pcm16.wav",
        "pcm24.flac",
        "vorbis.ogg",
        "vbr.mp3",
        "aac.m4a",
        "wma.wma",
        "wavpack.wv",
        "flac.mka",
    )
    originals = [write(source, name, signal(seconds=0.7)).read_bytes() for name in names]
    endings = [Path(name).suffix for name in names] + [
        ".aiff",
        ".opus",
        ".ape",
        ".mpc",
        ".dsf",
        ".spx",
        ".caf",
    ]
    odd = (b"", b"\xff\xfe", b"new\nline", "🎻".encode(), b"quote\"'", b"%s%n", b"-rf", b" ")
    for i in range(number):
        place = folder / f"{rng.randrange(10)}"
        place.mkdir(parents=True, exist_ok=True)
        name = rng.choice(odd) + str(i).encode() + rng.choice(endings).encode()
        path = os.fsencode(place) + b"/" + name
        Path(os.fsdecode(path)).write_bytes(mutate(rng.choice(originals), rng))
    (folder / "loop").symlink_to(folder)
    return number


def test_damaged_files_end_in_the_ledger(collection: Collection, tmp_path: Path) -> None:
    folder = tmp_path / "mutants"
    number = make_mutants(folder, 150, seed=3)
    result = look(collection, folder)
    assert result.new == number
    heard = hear(collection)
    assert sum(heard.ledger.states.values()) == heard.ledger.total == number
    assert len(entries(collection)) == number
