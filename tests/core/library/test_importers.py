"""Data sets in a local folder, as they are found in the wild: complete, partial, broken."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import soundfile
from sqlalchemy import select

from core.errors import RequestProblem
from core.library import scan
from core.library.caption_edits import edit_caption
from core.library.captions import read_captions
from core.library.groups import read_values
from core.library.importers.folders import import_folders
from core.library.importers.gtzan import TEST_COUNTS, import_gtzan
from core.library.importers.magnatagatune import import_magnatagatune
from core.library.importers.musiccaps import import_musiccaps
from core.library.importers.playlists import import_playlist, read_playlist
from core.library.splits import read_split
from core.progress import Context
from core.store import Collection
from core.store.schema import Caption, PlaylistItem, Split

MUSICCAPS = Path(__file__).parents[4] / "shared" / "data" / "musiccaps" / "musiccaps-public.csv"


def sound(path: Path, source: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, path)


@pytest.fixture(scope="session")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("short") / "short.wav"
    soundfile.write(path, 0.1 * np.random.default_rng(0).standard_normal(2000), 22050)
    return path


def take_in(collection: Collection, folder: Path) -> None:
    scan.run(scan.ScanRequest((str(folder),)), Context(collection.folder, 1))


def sizes(collection: Collection, name: str) -> dict[str, int]:
    with collection.database.reading() as session:
        split_id = session.scalar(select(Split.id).where(Split.name == name))
    assert split_id is not None
    return dict(Counter(read_split(collection, split_id).values()))


@pytest.fixture
def gtzan(tmp_path: Path, short: Path) -> Path:
    folder = tmp_path / "genres_original"
    for genre in TEST_COUNTS:
        for i in range(100):
            sound(folder / genre / f"{genre}.{i:05d}.wav", short)
    (folder / "jazz" / "jazz.00054.wav").write_bytes(b"not a sound")
    return folder


def test_gtzan_with_its_unreadable_file(collection: Collection, gtzan: Path) -> None:
    take_in(collection, gtzan)
    report = import_gtzan(collection, gtzan)
    assert (report.tracks, report.labels, report.missing) == (1000, 1000, [])
    assert report.unreadable == ["jazz.00054.wav"]
    assert sizes(collection, "GTZAN fault-filtered") == {"train": 442, "valid": 197, "test": 290}
    assert sizes(collection, "GTZAN random 800/200") == {"train": 799, "test": 200}
    assert "The fault-filtered lists name 1 clips that cannot be used: jazz.00054." in report.sentence()
    genres = read_values(collection, "genre")
    assert Counter(value for (value,) in genres.values()) == dict.fromkeys(TEST_COUNTS, 100)


def test_part_of_gtzan(collection: Collection, gtzan: Path) -> None:
    shutil.rmtree(gtzan / "rock")
    take_in(collection, gtzan)
    report = import_gtzan(collection, gtzan)
    assert report.tracks == 900
    assert len(report.missing) == 100
    assert "100 missing (such as rock.00000)" in report.sentence()


def test_what_is_not_gtzan(collection: Collection, tmp_path: Path, short: Path) -> None:
    sound(tmp_path / "other" / "song.wav", short)
    take_in(collection, tmp_path / "other")
    with pytest.raises(RequestProblem, match="does not look like GTZAN"):
        import_gtzan(collection, tmp_path / "other")


ROWS = [
    ("-0Gj8-vB1q4", "30", "40", "['low quality', 'sad']", "A sad song.", "True"),
    ("abc", "10", "20", "['piano', \"child's voice\", 'piano']", "A piano, and a child's voice.", "False"),
    ("gone", "0", "10", "[]", "Nobody has this.", "False"),
    ("odd", "0", "10", "__import__('os').system('touch /tmp/evil')", "Odd.", "False"),
]


@pytest.fixture
def musiccaps(tmp_path: Path, short: Path) -> Path:
    table = tmp_path / "musiccaps.csv"
    with table.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["ytid", "start_s", "end_s", "aspect_list", "caption", "is_audioset_eval"])
        writer.writerows(ROWS)
    clips = tmp_path / "clips"
    for name in ("[-0Gj8-vB1q4]-[30-40].wav", "abc.wav", "odd_0_10.wav", "stranger.wav"):
        sound(clips / name, short)
    return table


def test_musiccaps(collection: Collection, musiccaps: Path, tmp_path: Path) -> None:
    take_in(collection, tmp_path / "clips")
    for _ in range(2):
        report = import_musiccaps(collection, musiccaps, tmp_path / "clips")
        with collection.database.writing() as session:
            session.query(Split).filter(Split.name == "MusicCaps official").update(
                {"name": f"old {id(report)}"}
            )
    assert (report.tracks, report.captions, report.missing) == (3, 3, ["gone"])
    aspects = sorted(sorted(values) for values in read_values(collection, "aspect").values())
    assert aspects == [["child's voice", "piano"], ["low quality", "sad"]]
    with collection.database.reading() as session:
        texts = sorted(session.scalars(select(Caption.text)))
    assert texts == ["A piano, and a child's voice.", "A sad song.", "Odd."]


def test_an_edited_caption_of_musiccaps_stays(
    collection: Collection, musiccaps: Path, tmp_path: Path
) -> None:
    take_in(collection, tmp_path / "clips")
    import_musiccaps(collection, musiccaps, tmp_path / "clips")
    (odd,) = [caption for caption in read_captions(collection) if caption.text == "Odd."]
    assert (odd.source, odd.settings) == ("import", {"from": "MusicCaps"})
    edit_caption(collection, odd.id, "Even.")
    with collection.database.writing() as session:
        session.query(Split).delete()
    import_musiccaps(collection, musiccaps, tmp_path / "clips")
    assert sorted(caption.text for caption in read_captions(collection)) == [
        *("A piano, and a child's voice.", "A sad song.", "Even."),
    ]


def test_musiccaps_without_a_clip_or_a_column(
    collection: Collection, musiccaps: Path, tmp_path: Path
) -> None:
    with pytest.raises(RequestProblem, match="None of the 4 clips of MusicCaps is in"):
        import_musiccaps(collection, musiccaps, tmp_path / "clips")
    musiccaps.write_text("a,b\n1,2\n")
    with pytest.raises(RequestProblem, match="is not the table of MusicCaps: it has no column aspect_list"):
        import_musiccaps(collection, musiccaps, tmp_path / "clips")


@pytest.mark.skipif(not MUSICCAPS.exists(), reason="the table lies beside the project, where there is one")
def test_the_real_table_of_musiccaps(collection: Collection, tmp_path: Path, short: Path) -> None:
    for ytid in ("-0Gj8-vB1q4", "-0SdAVK79lg"):
        sound(tmp_path / "clips" / f"{ytid}.wav", short)
    take_in(collection, tmp_path / "clips")
    report = import_musiccaps(collection, MUSICCAPS, tmp_path / "clips")
    assert (report.tracks, len(report.missing), report.captions) == (2, 5519, 2)


def test_magnatagatune(collection: Collection, tmp_path: Path, short: Path) -> None:
    folder = tmp_path / "mtat"
    names = [f"{letter}/song-{letter}.mp3" for letter in "0bcdf"]
    for name in names:
        sound((folder / name).with_suffix(".wav"), short)
    table = tmp_path / "annotations_final.csv"
    lines = ["clip_id\tguitar\tno voice\tmp3_path"]
    lines += [f"{i}\t1\t{i % 2}\t{name}" for i, name in enumerate([*names, "a/gone.mp3"])]
    table.write_text("\n".join(lines))
    take_in(collection, folder)
    report = import_magnatagatune(collection, table, folder)
    assert (report.tracks, report.missing, report.labels) == (5, ["a/gone.mp3"], 7)
    assert sizes(collection, "MagnaTagATune 12:1:3") == {"train": 2, "valid": 1, "test": 2}


def test_one_folder_a_class(collection: Collection, tmp_path: Path, short: Path) -> None:
    folder = tmp_path / "classes"
    for name in ("drum/a.wav", "drum/deep/b.wav", "flute/c.wav", "loose.wav"):
        sound(folder / name, short)
    take_in(collection, folder)
    report = import_folders(collection, folder, "instrument")
    assert Counter(v for (v,) in read_values(collection, "instrument").values()) == {"drum": 2, "flute": 1}
    assert report.notes == ["instrument has 2 values.", "flute has a single track, too few to teach."]
    with pytest.raises(RequestProblem, match="does not hold one folder a class"):
        import_folders(collection, folder / "drum")


def playlists(folder: Path) -> dict[str, str]:
    whole = (folder / "a b.wav").as_uri()
    return {
        "one.m3u": f"#EXTM3U\n#EXTINF:1,A\nc.wav\n\n{folder}/a b.wav\nhttp://example.org/x.mp3\ngone.wav\n",
        "two.m3u8": "\ufeffc.wav\r\na b.wav\r\n../../etc/passwd\r\n",
        "three.pls": "[playlist]\nFile2=a b.wav\nFile1=c.wav\nTitle1=C\nNumberOfEntries=2\n",
        "four.xspf": '<?xml version="1.0"?><playlist xmlns="http://xspf.org/ns/0/"><trackList>'
        f"<track><location>c.wav</location></track><track><location>{whole}</location></track>"
        "</trackList></playlist>",
    }


def test_playlists_of_every_kind(collection: Collection, tmp_path: Path, short: Path) -> None:
    folder = tmp_path / "music"
    for name in ("a b.wav", "c.wav"):
        sound(folder / name, short)
    take_in(collection, folder)
    for name, text in playlists(folder).items():
        (folder / name).write_text(text)
        report = import_playlist(collection, folder / name)
        assert report.tracks == 2
        assert report.playlists == [Path(name).stem]
    with collection.database.reading() as session:
        items = session.execute(select(PlaylistItem.playlist_id, PlaylistItem.track_id)).all()
    assert [tuple(item) for item in items] == [(i, t) for i in (1, 2, 3, 4) for t in (2, 1)]
    assert import_playlist(collection, folder / "one.m3u").playlists == ["one 2"]


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("x.txt", "a.wav", "x.txt is no playlist that can be read"),
        ("x.xspf", "<playlist", "cannot be read as a playlist"),
        ("x.xspf", '<!DOCTYPE a [<!ENTITY b "c">]><playlist/>', "declares entities"),
        ("x.m3u", "gone.wav", "names no track of this collection"),
        ("x.pls", "", "names no track of this collection"),
    ],
)
def test_playlists_that_are_none(
    collection: Collection, tmp_path: Path, name: str, text: str, sentence: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(RequestProblem, match=sentence):
        import_playlist(collection, tmp_path / name)


def test_an_old_playlist_in_latin_1(tmp_path: Path) -> None:
    (tmp_path / "x.m3u").write_bytes("Küste.wav\n".encode("latin-1"))
    assert read_playlist(tmp_path / "x.m3u") == ["Küste.wav"]
