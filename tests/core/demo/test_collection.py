"""The folder that a demo leaves: whole files with true tags, the same every time, nothing after a cancel."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import mutagen
import numpy as np
import psutil
import pytest
import soundfile
from mutagen.flac import FLAC, Picture
from PIL import Image

from core.demo.collection import make, plan
from core.demo.files import encode, is_there, make_track
from core.demo.journal import Journal, keep
from core.demo.planning import plan_track
from core.demo.request import DemoRequest
from core.demo.studio import Order, fulfil
from core.demo.tags import identity
from core.errors import FileProblem, KnownError, RequestProblem
from core.progress import Context, Step, Stop
from tests.core.demo.midi_reader import read_midi

FORMATS = ("flac", "ogg", "mp3", "wav")


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def context(folder: Path, job_id: int = 1) -> Context:
    return Context(folder, job_id)


@pytest.fixture(scope="module")
def eight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once, by one process; not to be changed."""
    folder = tmp_path_factory.mktemp("demo") / "by one"
    request = DemoRequest(str(folder), tracks=8, seconds=3.0)
    result = make(request, context(folder), processes=1)
    assert result.sentence() == f"8 tracks made in {folder}."
    keep(folder)
    return folder


def test_two_processes_make_the_same_bytes_as_one(eight: Path, tmp_path: Path) -> None:
    time.sleep(1.1)  # a clock that got into a file would show
    make(DemoRequest(str(tmp_path / "two"), tracks=8, seconds=3.0), context(tmp_path), processes=2)
    keep(tmp_path / "two")
    assert hashes(tmp_path / "two") == hashes(eight)


def test_another_seed_makes_other_music(tmp_path: Path, eight: Path) -> None:
    one, other = plan_track(0, 3.0, 0), plan_track(0, 3.0, 1)
    assert one.artist == other.artist
    assert one.brief.tempo != other.brief.tempo
    assert one.title != other.title


def by_format() -> dict[str, int]:
    found: dict[str, int] = {}
    for index in range(8):
        found.setdefault(plan_track(index, 3.0, 0).brief.album.format, index)
    return found


def test_the_first_tracks_show_every_format() -> None:
    assert set(by_format()) == set(FORMATS)


@pytest.mark.parametrize("kind", FORMATS)
def test_tags_are_read_back(eight: Path, kind: str) -> None:
    plan_ = plan_track(by_format()[kind], 3.0, 0)
    path = eight / plan_.path
    easy = mutagen.File(path, easy=True)
    read = (
        {name: str(easy.tags[name][0]) for name in ("title", "artist", "album", "genre")}
        if kind != "wav"
        else {}
    )
    file = mutagen.File(path)
    if kind in ("mp3", "wav"):
        tags = file.tags
        assert tags.version[:2] == (2, 4)
        names = {"title": "TIT2", "artist": "TPE1", "album": "TALB", "genre": "TCON", "albumartist": "TPE2"}
        read |= {name: str(tags[frame].text[0]) for name, frame in names.items()}
        read |= {"date": str(tags["TDRC"].text[0]), "composer": str(tags["TCOM"].text[0])}
        read["number"], read["lyrics"] = str(tags["TRCK"].text[0]), str(tags.getall("USLT")[0].text)
        picture = tags.getall("APIC")[0].data
    else:
        read |= {name: file[name][0] for name in ("albumartist", "date", "composer", "lyrics")}
        read["number"] = f"{file['tracknumber'][0]}/{file['tracktotal'][0]}"
        picture = _picture(file)
    assert read == {
        "title": plan_.title,
        "artist": plan_.artist,
        "albumartist": plan_.artist,
        "album": plan_.album,
        "genre": plan_.brief.artist.style.name,
        "date": str(plan_.year),
        "composer": plan_.artist,
        "lyrics": plan_.lyrics,
        "number": f"{plan_.brief.track_number}/12",
    }
    assert Image.open(io.BytesIO(picture)).size == (320, 320)
    assert identity(path) == plan_.identity


def _picture(file: mutagen.FileType) -> bytes:
    if isinstance(file, FLAC):
        return file.pictures[0].data
    return Picture(base64.b64decode(file["metadata_block_picture"][0])).data


def test_every_file_decodes_to_what_the_truth_says(eight: Path) -> None:
    for row in json.loads((eight / "truth.json").read_text(encoding="utf-8")):
        audio, rate = soundfile.read(eight / row["path"], always_2d=True)
        assert rate == row["rate_hz"]
        assert audio.shape[1] == row["channels"]
        assert len(audio) / rate == pytest.approx(3.0, abs=0.06)
        assert np.abs(audio).max() < 1.0
        assert np.sqrt(np.mean(audio**2)) > 0.02


def test_the_truth_lies_beside_the_audio(eight: Path) -> None:
    rows = json.loads((eight / "truth.json").read_text(encoding="utf-8"))
    assert [row["path"] for row in rows] == [track.path for track in plan(DemoRequest("x", 8, 3.0))]
    with (eight / "truth.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["path"] for row in table] == [row["path"] for row in rows]
    assert table[0]["caption_1"] == rows[0]["captions"][0]
    assert table[0]["instruments"].split("; ") == rows[0]["instruments"]
    assert not list(eight.glob(".soundings*"))


def test_the_default_collection_has_all_styles_artists_and_albums() -> None:
    tracks = plan(DemoRequest("anywhere"))
    assert len(tracks) == 120
    assert len({track.brief.artist.style.name for track in tracks}) == 12
    assert len({track.artist for track in tracks}) == 60
    assert len({(track.artist, track.album, track.year) for track in tracks}) == 60
    assert {track.brief.album.format for track in tracks} == set(FORMATS)
    assert {track.brief.album.channels for track in tracks} == {1, 2}
    assert {track.brief.album.rate_hz for track in tracks} == {44_100, 48_000}
    assert {"4/4", "3/4", "6/8"} < {track.brief.metre.name for track in tracks}


def test_no_style_can_be_told_by_its_format() -> None:
    formats: dict[str, set[str]] = {}
    for track in plan(DemoRequest("anywhere")):
        formats.setdefault(track.brief.artist.style.name, set()).add(track.brief.album.format)
    assert min(len(found) for found in formats.values()) >= 3


def stop_after(tracks: int, how: Stop) -> tuple[Callable[[Step], None], Callable[[], Stop | None]]:
    steps: list[Step] = []
    return steps.append, lambda: how if steps and steps[-1].done >= tracks else None


def test_an_interrupted_demo_goes_on_where_it_was(eight: Path, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    request = DemoRequest(str(folder), tracks=8, seconds=3.0)
    progress, should_stop = stop_after(4, Stop.PAUSE)
    paused = make(request, context(folder), progress=progress, should_stop=should_stop, processes=1)
    assert (paused.made, paused.found) == (4, 0)
    assert paused.sentence() == f"4 tracks made in {folder}; 4 left to make."
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("* *.*") if path.suffix != ".json"}
    steps: list[Step] = []
    resumed = make(request, context(folder), progress=steps.append, processes=2)
    keep(folder)
    assert (resumed.made, resumed.found) == (4, 4)
    assert (steps[0].done, steps[-1].done, steps[-1].total) == (4, 8, 8)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert hashes(folder) == hashes(eight)


@pytest.mark.parametrize("existed", [False, True])
@pytest.mark.parametrize("how", [Stop.CANCEL, Stop.PAUSE])
def test_undoing_leaves_nothing(tmp_path: Path, existed: bool, how: Stop) -> None:
    folder = tmp_path / "cancelled"
    if existed:
        folder.mkdir()
        (folder / "mine.txt").write_text("keep me", encoding="utf-8")
    request = DemoRequest(str(folder), tracks=6, seconds=3.0, midi=True, stems=True)
    progress, should_stop = stop_after(2, how)
    result = make(request, context(folder), progress=progress, should_stop=should_stop, processes=1)
    assert result.made == 2
    Journal(folder, 1).undo()
    assert folder.exists() == existed
    assert [path.name for path in folder.rglob("*")] == (["mine.txt"] if existed else [])
    Journal(folder, 1).undo()


def test_a_stop_is_heard_before_the_first_track(tmp_path: Path) -> None:
    made = make(DemoRequest("early", 2000), context(tmp_path), should_stop=lambda: Stop.CANCEL)
    assert (made.made, made.found) == (0, 0)
    Journal(tmp_path / "early", 1).undo()
    assert not (tmp_path / "early").exists()


def test_undoing_after_a_pause_removes_both_halves_but_no_earlier_demo(tmp_path: Path) -> None:
    folder = tmp_path / "grown"
    make(DemoRequest(str(folder), tracks=2, seconds=3.0), context(folder, 1), processes=1)
    keep(folder)
    before = hashes(folder)
    request = DemoRequest(str(folder), tracks=5, seconds=3.0)
    for after, how in ((3, Stop.PAUSE), (4, Stop.CANCEL)):
        progress, should_stop = stop_after(after, how)
        make(request, context(folder, 2), progress=progress, should_stop=should_stop, processes=1)
    Journal(folder, 2).undo()
    assert hashes(folder) == before


def test_what_is_kept_outlasts_every_journal(tmp_path: Path) -> None:
    request = DemoRequest(tracks=2, seconds=3.0)
    progress, should_stop = stop_after(1, Stop.PAUSE)
    make(request, context(tmp_path, 1), progress=progress, should_stop=should_stop, processes=1)
    make(request, context(tmp_path, 2), processes=1)
    keep(tmp_path / "audio")
    before = hashes(tmp_path)
    Journal(tmp_path / "audio", 1).undo()
    assert hashes(tmp_path) == before


@pytest.mark.parametrize("content", ["{", "[1]", '[{"path": "a.wav"}]'])
def test_a_strange_truth_is_refused_before_anything_is_made(tmp_path: Path, content: str) -> None:
    (tmp_path / "truth.json").write_text(content, encoding="utf-8")
    with pytest.raises(FileProblem, match="is no truth of a demo"):
        make(DemoRequest(str(tmp_path), 1, 3.0), context(tmp_path))
    assert hashes(tmp_path).keys() == {"truth.json"}


def test_midi_and_stems_on_request(tmp_path: Path) -> None:
    plan_ = plan_track(3, 3.0, 0)
    answer = fulfil(Order(str(tmp_path), 3, 3.0, 0, midi=True, stems=True))
    assert answer.sentence == ""
    stem = plan_.path.rpartition(".")[0]
    assert len(read_midi((tmp_path / f"midi/{stem}.mid").read_bytes()).tracks) == len(plan_.brief.parts) + 1
    stems = sorted((tmp_path / "stems" / stem).glob("*.flac"))
    assert [path.stem for path in stems] == [
        f"{n:02d} {part.role} ({name})" for n, (part, name) in enumerate(plan_.brief.parts, 1)
    ]
    assert is_there(tmp_path, plan_, midi=True, stems=True)
    stems[0].unlink()
    assert not is_there(tmp_path, plan_, midi=True, stems=True)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"tracks": 0}, "The demo has 1 to 50,000 tracks, not 0."),
        ({"seconds": 1}, "A demo track lasts 3 to 600 seconds, not 1."),
        ({"seconds": float("nan")}, "A demo track lasts 3 to 600 seconds, not nan."),
        ({"seed": -1}, "The seed is a whole number from 0 to 4,294,967,295, not -1."),
        ({"folder": ""}, "The demo needs a folder to write to."),
    ],
)
def test_what_cannot_be_asked_is_refused(wrong: dict, sentence: str) -> None:
    with pytest.raises(RequestProblem) as refused:
        DemoRequest(**({"folder": "here"} | wrong))
    assert refused.value.sentence == sentence


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(FileProblem, match="is a file, not a folder"):
        make(DemoRequest(str(tmp_path / "file"), 1, 3.0), context(tmp_path))


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that not even root may write to")
def test_a_folder_that_cannot_be_written_is_refused() -> None:
    with pytest.raises(FileProblem, match="cannot be used"):
        make(DemoRequest("/proc/demo", 1, 3.0), context(Path("/proc")))


def test_a_stranger_in_the_place_of_a_track_is_refused(tmp_path: Path) -> None:
    path = tmp_path / plan_track(0, 3.0, 0).path
    path.parent.mkdir(parents=True)
    path.write_bytes(b"somebody's only copy")
    with pytest.raises(FileProblem, match="is no track of a demo"):
        make(DemoRequest(str(tmp_path), 1, 3.0), context(tmp_path))
    assert path.read_bytes() == b"somebody's only copy"


def test_a_disk_that_fails_is_told_of_in_a_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / plan_track(0, 3.0, 0).path.split("/", 1)[0]
    blocked.write_text("in the way", encoding="utf-8")
    with pytest.raises(KnownError, match="cannot be used"):
        make(DemoRequest(str(tmp_path), 1, 3.0), context(tmp_path), processes=1)


def test_long_vorbis_is_encoded() -> None:
    audio = np.zeros((44_100 * 60, 2), dtype=np.float32)
    data = encode(audio, 44_100, "ogg")
    data.seek(0)
    assert soundfile.info(data).duration == 60


def test_a_track_does_not_depend_on_what_was_made_before(tmp_path: Path) -> None:
    """Tables and drums are kept between tracks; that must not show."""
    for name, indices in (("a", (5, 1)), ("b", (1,))):
        for index in indices:
            make_track(tmp_path / name, plan_track(index, 3.0, 0), midi=False, stems=False)
    path = plan_track(1, 3.0, 0).path
    assert (tmp_path / "a" / path).read_bytes() == (tmp_path / "b" / path).read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_studios_die_with_their_parent(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path\n"
        "from core.demo.collection import DemoRequest, make\n"
        "from core.progress import Context\n"
        f"make(DemoRequest({str(tmp_path / 'd')!r}, 400, 60.0), Context(Path('.'), 1), processes=2)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], env=os.environ.copy()) as parent:
        children: list[psutil.Process] = []
        while len(children) < 2:
            time.sleep(0.02)
            children = psutil.Process(parent.pid).children()
        time.sleep(0.8)
        parent.kill()
        parent.wait()
    _, alive = psutil.wait_procs(children, timeout=10)
    assert not alive
