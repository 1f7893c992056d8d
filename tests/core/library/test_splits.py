"""Splits keep together what belongs together, keep proportions, and name every leak."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import RequestProblem
from core.library.groups import tie
from core.library.labels import NewLabel, write_labels
from core.library.splits import (
    PARTS,
    SplitRequest,
    assign,
    delete_split,
    export_split,
    find_leaks,
    make_split,
    read_split,
    report_split,
    store_split,
)
from core.store import Collection
from core.store.schema import Track
from tests.core.tracks import add_tracks


@pytest.fixture
def library(collection: Collection, tmp_path: Path) -> Collection:
    """240 tracks: 4 genres × 6 artists × 2 albums × 5, as a demo collection has them."""
    add_tracks(collection, tmp_path / "audio", 240)
    labels = []
    for i in range(240):
        genre, artist, album = i % 4, i % 24, i % 48
        labels += [
            NewLabel(i + 1, "genre", f"genre {genre}", "tag"),
            NewLabel(i + 1, "artist", f"artist {artist}", "tag"),
            NewLabel(i + 1, "album", f"album {album}", "tag"),
        ]
    with collection.database.writing() as session:
        write_labels(session, labels)
    return collection


def request(**changes: object) -> SplitRequest:
    values = {"name": "by artist", "label": "genre", "tracks": tuple(range(1, 241))} | changes
    return SplitRequest(**values)  # type: ignore[arg-type]


def test_artists_are_kept_together_and_genres_in_proportion(library: Collection) -> None:
    report = make_split(library, request(shares=(0.5, 0.17, 0.33)))
    assert report.leaks == []
    assert report.counts["test"] == {f"genre {i}": 20 for i in range(4)}
    assert report.counts["valid"] == {f"genre {i}": 10 for i in range(4)}
    assert report.sentence() == "by artist: 120 train, 40 valid, 80 test. Nothing lies on two sides."


def test_the_same_seed_gives_the_same_split(library: Collection) -> None:
    splits = [make_split(library, request(name=f"s{i}", seed=seed)) for i, seed in enumerate((7, 7, 8))]
    first, second, other = (read_split(library, report.split_id) for report in splits)
    assert first == second != other


def test_duplicates_are_kept_together(library: Collection) -> None:
    with library.database.writing() as session:
        for i in range(2, 200, 2):
            session.get_one(Track, i).duplicate_of_id = i - 1
    report = make_split(library, request(together=("recording",)))
    parts = read_split(library, report.split_id)
    assert all(parts[i] == parts[i - 1] for i in range(2, 200, 2))
    assert {leak.group for leak in report.leaks} == {"artist", "album"}


def test_an_imported_split_is_told_its_leaks(library: Collection) -> None:
    split_id = store_split(library, "random", "imported", {i: PARTS[i // 24 % 3] for i in range(1, 241)})
    report = report_split(library, split_id)
    names = {leak.name for leak in report.leaks if leak.group == "artist"}
    assert names == {f"artist {i}" for i in range(24)}
    assert "24 artists" in report.sentence()
    assert "scores may come out too high" in report.sentence()


def test_tracks_without_the_label_are_left_out_and_counted(library: Collection, tmp_path: Path) -> None:
    add_tracks(library, tmp_path / "more", 5)
    report = make_split(library, request(tracks=tuple(range(1, 246))))
    assert report.unlabelled == 5
    assert "5 tracks without the label are left out." in report.sentence()


def test_a_split_as_a_table_and_its_end(library: Collection) -> None:
    report = make_split(library, request())
    rows = list(csv.DictReader(io.StringIO(export_split(library, report.split_id))))
    assert len(rows) == 240
    assert {row["part"] for row in rows} == set(PARTS)
    assert all(Path(row["path"]).is_file() for row in rows)
    delete_split(library, report.split_id)
    assert read_split(library, report.split_id) == {}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": " "}, "A split needs a name."),
        ({"shares": (0.0, 0.5, 0.5)}, "train is not 0"),
        ({"shares": (0.5, 0.5, 0.5)}, "add up to 1"),
        (
            {"together": ("colour",)},
            "cannot be kept together by colour. Choose among artist, album, recording.",
        ),
        ({"label": "mood"}, "needs at least two tracks with a value of mood; 0 have one"),
    ],
)
def test_what_cannot_be_split(library: Collection, changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(RequestProblem, match=sentence.replace(".", r"\.")):
        make_split(library, request(**changes))


def test_a_name_is_taken_once(library: Collection) -> None:
    make_split(library, request())
    with pytest.raises(RequestProblem, match="There is a split called by artist already"):
        make_split(library, request())


groupings = st.lists(
    st.dictionaries(st.integers(0, 29), st.lists(st.sampled_from("abcdef"), max_size=2), max_size=30),
    max_size=3,
)


@given(groupings)
def test_units_never_tear_a_group_apart(found: list[dict[int, list[str]]]) -> None:
    units = tie(range(30), found)
    assert sorted(track for unit in units for track in unit) == list(range(30))
    unit_of = {track: i for i, unit in enumerate(units) for track in unit}
    for groups in found:
        for a in groups:
            for b in groups:
                if set(groups[a]) & set(groups[b]):
                    assert unit_of[a] == unit_of[b]
    if not found:
        assert len(units) == 30


@settings(max_examples=50)
@given(
    classes=st.lists(st.sampled_from("xyz"), min_size=5, max_size=80),
    seed=st.integers(0, 5),
    shares=st.sampled_from([(0.7, 0.1, 0.2), (0.5, 0.0, 0.5), (1.0, 0.0, 0.0)]),
)
def test_single_tracks_are_split_in_proportion(
    classes: list[str], seed: int, shares: tuple[float, float, float]
) -> None:
    by_track = dict(enumerate(classes))
    parts = assign([[i] for i in by_track], by_track, shares, seed)
    assert parts.keys() == by_track.keys()
    counted = Counter((part, by_track[i]) for i, part in parts.items())
    open_ = [part for part, share in zip(PARTS, shares, strict=True) if share]
    for name, total in Counter(classes).items():
        for part, share in zip(PARTS, shares, strict=True):
            assert abs(counted[part, name] - share * total) <= (1.0 if total > len(open_) else total)
        assert sum(counted[part, name] > 0 for part in open_) == min(total, len(open_))
        assert counted["train", name]
        assert counted["test", name] or not shares[2] or total == 1


def test_each_class_is_in_every_part_though_its_artists_are_few() -> None:
    """Three artists for each of four classes, of 4, 3 and 3 tracks."""
    units, classes = list[list[int]](), dict[int, str]()
    for kind in "wxyz":
        for size in (4, 3, 3):
            units.append([len(classes) + i for i in range(size)])
            classes |= dict.fromkeys(units[-1], kind)
    parts = assign(units, classes, (0.6, 0.2, 0.2), 0)
    assert Counter((part, classes[i]) for i, part in parts.items()) == {
        (part, kind): n for kind in "wxyz" for part, n in (("train", 4), ("valid", 3), ("test", 3))
    }


def test_leaks_are_counted_on_each_side(library: Collection) -> None:
    leaks = find_leaks(library, {1: "train", 25: "test", 49: "train", 2: "train"})
    assert [(leak.group, leak.name, leak.parts) for leak in leaks] == [
        ("artist", "artist 0", {"test": 1, "train": 2}),
    ]
