"""Playlists are made, changed and put back; what cannot be done says why and changes nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from core.errors import RequestProblem
from core.library.edits import Span
from core.library.importers.playlists import import_playlist
from core.library.playlist_sheets import export_playlist
from core.library.playlists import (
    Content,
    add_items,
    create,
    do_again,
    find_playlist,
    free_name,
    list_playlists,
    move_items,
    moved_order,
    read_playlist,
    remove_items,
    rename,
    set_notes,
    take_back,
)
from core.library.playlists import delete as delete_playlist
from core.library.query import count, find
from core.store import Collection
from core.store.schema import PlaylistItem, Track
from tests.core.library.shelf import add, tag


@pytest.fixture
def tracks(collection: Collection) -> list[int]:
    return add(collection, "a.wav", "b.wav", "c.wav", "d.wav", duration_s=60.0)


def items(collection: Collection, playlist_id: int) -> list[int | Span]:
    return list(read_playlist(collection, playlist_id).items)


def test_made_and_listed(collection: Collection, tracks: list[int]) -> None:
    a, b, *_ = tracks
    made = create(collection, "  Slow   laments ", [b, Span(a, 10.0, 20.0), b], notes=" for Friday ")
    assert made.title == "Make playlist Slow laments"
    assert made.before is None
    create(collection, "Élégies")
    create(collection, "bells")
    listed = list_playlists(collection)
    assert [info.name for info in listed] == ["bells", "Élégies", "Slow laments"]
    assert (listed[2].items, listed[2].duration_s, listed[2].unknown) == (3, 130.0, 0)
    assert listed[2].notes == "for Friday"
    assert (listed[1].items, listed[1].duration_s) == (0, 0.0)
    assert items(collection, made.playlist_id) == [b, Span(a, 10.0, 20.0), b]
    assert find_playlist(collection, "elegies") == listed[1].id
    with pytest.raises(RequestProblem, match=r"Did you mean Slow laments\?"):
        find_playlist(collection, "Slow lament")


def test_lengths_that_nobody_knows_are_counted(collection: Collection, tracks: list[int]) -> None:
    (unknown,) = add(collection, "e.wav")
    create(collection, "mixed", [tracks[0], unknown, Span(unknown, 0.0, 5.0)])
    (info,) = list_playlists(collection)
    assert (info.duration_s, info.unknown) == (65.0, 1)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "A playlist needs a name."),
        (" \n ", "A playlist needs a name."),
        ("taken", "There is a playlist taken already."),
        ("x" * 201, "at most 200 characters"),
    ],
)
def test_names_that_cannot_be(collection: Collection, name: str, said: str) -> None:
    create(collection, "taken")
    other = create(collection, "other").playlist_id
    with pytest.raises(RequestProblem, match=said):
        create(collection, name)
    with pytest.raises(RequestProblem, match=said):
        rename(collection, other, name)
    assert [info.name for info in list_playlists(collection)] == ["other", "taken"]


def test_items_that_cannot_be(collection: Collection, tracks: list[int]) -> None:
    made = create(collection, "mine", tracks[:2]).playlist_id
    for wrong, said in (
        (999, "There is no track 999"),
        (Span(tracks[0], 5.0, 5.0), "ends after it begins"),
        (Span(tracks[0], 5.0, float("inf")), "needs an end"),
    ):
        with pytest.raises(RequestProblem, match=said):
            add_items(collection, made, [tracks[2], wrong])
        with pytest.raises(RequestProblem, match=said):
            create(collection, "new", [wrong])
    for act in (
        lambda: add_items(collection, made, [tracks[2]], at=3),
        lambda: remove_items(collection, made, [2]),
        lambda: move_items(collection, made, [-1], 0),
        lambda: move_items(collection, made, [0], 3),
    ):
        with pytest.raises(RequestProblem, match=r"mine has 2 items; nothing can be .* place"):
            act()
    assert items(collection, made) == tracks[:2]
    assert len(list_playlists(collection)) == 1
    for act in (lambda: rename(collection, 77, "x"), lambda: delete_playlist(collection, 77)):
        with pytest.raises(RequestProblem, match="There is no playlist 77"):
            act()


def test_every_change_can_be_taken_back_and_done_again(collection: Collection, tracks: list[int]) -> None:
    a, b, c, d = tracks
    made = create(collection, "mine", [a, b])
    mine = made.playlist_id
    changes = [
        made,
        add_items(collection, mine, [c, d], at=1),
        add_items(collection, mine, [Span(a, 1.0, 2.0)]),
        move_items(collection, mine, [0, 3], 2),
        remove_items(collection, mine, [1, 1, 4]),
        rename(collection, mine, "ours"),
        set_notes(collection, mine, "for Friday"),
        delete_playlist(collection, mine),
    ]
    assert [change.title for change in changes[1:]] == [
        "Add 2 items to mine",
        "Add 1 item to mine",
        "Move 2 items in mine",
        "Remove 2 items from mine",
        "Rename playlist mine to ours",
        "Change the notes of ours",
        "Delete playlist ours",
    ]
    assert [len(change.after.items) if change.after else None for change in changes] == [
        *(2, 4, 5, 5, 3, 3, 3, None)
    ]
    for change in reversed(changes):
        take_back(collection, change)
        assert _now(collection, mine) == change.before
    for change in changes:
        do_again(collection, change)
        assert _now(collection, mine) == change.after
    assert [track.id for track in _tracks(collection)] == tracks


def _now(collection: Collection, playlist_id: int) -> Content | None:
    known = {info.id for info in list_playlists(collection)}
    return read_playlist(collection, playlist_id) if playlist_id in known else None


def _tracks(collection: Collection) -> list[Track]:
    with collection.database.reading() as session:
        return list(session.scalars(select(Track).order_by(Track.id)))


def test_nothing_is_taken_back_over_the_work_of_others(collection: Collection, tracks: list[int]) -> None:
    mine = create(collection, "mine", tracks[:1]).playlist_id
    change = add_items(collection, mine, tracks[1:2])
    add_items(collection, mine, tracks[2:3])
    with pytest.raises(RequestProblem, match="has been changed since by something else"):
        take_back(collection, change)
    assert items(collection, mine) == tracks[:3]
    gone = delete_playlist(collection, mine)
    create(collection, "mine")
    with pytest.raises(RequestProblem):
        take_back(collection, gone)


def test_a_track_that_goes_leaves_no_hole(collection: Collection, tracks: list[int]) -> None:
    mine = create(collection, "mine", tracks).playlist_id
    with collection.database.writing() as session:
        session.execute(delete(Track).where(Track.id == tracks[1]))
    move_items(collection, mine, [2], 0)
    assert items(collection, mine) == [tracks[3], tracks[0], tracks[2]]
    with collection.database.reading() as session:
        positions = session.scalars(select(PlaylistItem.position).order_by(PlaylistItem.position))
        assert list(positions) == [0, 1, 2]


@given(st.data())
def test_moving_keeps_everything_and_the_order_of_both_parts(data: st.DataObject) -> None:
    number = data.draw(st.integers(0, 30))
    places = data.draw(st.sets(st.integers(0, number - 1))) if number else set()
    to = data.draw(st.integers(0, number))
    order = moved_order(number, places, to)
    assert sorted(order) == list(range(number))
    moved = [place for place in order if place in places]
    assert moved == sorted(places)
    rest = [place for place in order if place not in places]
    assert rest == sorted(rest)
    if places:
        first = order.index(moved[0])
        assert order[first : first + len(moved)] == moved
        assert all(place < to for place in order[:first])
        assert all(place >= to for place in order[first + len(moved) :])


Step = tuple[str, list[int], int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "remove", "move"]), st.lists(st.integers(0, 9), max_size=4), st.integers(0, 9)
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_as_a_plain_list_would(collection: Collection, steps: list[Step]) -> None:
    with collection.database.reading() as session:
        known = list(session.scalars(select(Track.id)))
    tracks = known or add(collection, "a.wav", "b.wav", "c.wav")
    taken = [info.name for info in list_playlists(collection)]
    mine = create(collection, free_name(taken, "mine"), tracks).playlist_id
    model, done = list(tracks), []
    for what, numbers, to in steps:
        places = {n % len(model) for n in numbers} if model else set()
        at = to % (len(model) + 1)
        if what == "add":
            new = [tracks[n % len(tracks)] for n in numbers]
            done.append(add_items(collection, mine, new, at))
            model[at:at] = new
        elif what == "remove":
            done.append(remove_items(collection, mine, places))
            model = [track for place, track in enumerate(model) if place not in places]
        else:
            done.append(move_items(collection, mine, places, at))
            model = [model[place] for place in moved_order(len(model), places, at)]
        assert items(collection, mine) == model
    for change in reversed(done):
        take_back(collection, change)
    assert items(collection, mine) == tracks


def test_playlists_can_be_searched_for(collection: Collection, tracks: list[int]) -> None:
    a, b, c, d = tracks
    create(collection, "Élégies lentes", [a, Span(b, 0.0, 5.0), a])
    create(collection, "Bells", [c])
    for query, found in {
        'playlist:"elegies lentes"': [a, b],
        "playlist:bells": [c],
        "playlist:bells,none": [c],
        "playlist:eleg*": [a, b],
        "playlist:*e*": [a, b, c],
        "playlist:*lls": [c],
        "playlist:none": [],
        "-playlist:*": [d],
        "playlist:bells or -playlist:*": [c, d],
        "playlist:bells sort:title": [c],
    }.items():
        assert (query, find(collection, query).ids) == (query, found)
        assert count(collection, query) == len(found)


def test_free_names() -> None:
    assert free_name([], "a") == "a"
    assert free_name(["a", "a 2", "b"], "a") == "a 3"


def test_written_for_players_and_read_again(collection: Collection, tmp_path: Path) -> None:
    odd = ["küste.wav", "a b.flac", "#1.wav", "two\nlines.wav", "end .wav "]
    ids = add(collection, *odd, "bad.wav", duration_s=59.6)
    with collection.database.writing() as session:
        session.execute(update(Track).where(Track.id == ids[-1]).values(path="bad\udcff.wav"))
    tag(collection, ids[0], title="Shore", artist=["Ann", "Bo"])
    mine = create(collection, "mine", [*reversed(ids), Span(ids[0], 1.5, 4.0)]).playlist_id
    assert export_playlist(collection, mine, tmp_path / "mine.m3u8") == 7
    text = (tmp_path / "mine.m3u8").read_text(encoding="utf-8")
    assert text.startswith("#EXTM3U\n#PLAYLIST:mine\n")
    assert (
        "#EXTINF:2,Ann, Bo - Shore\n#EXTVLCOPT:start-time=1.5\n#EXTVLCOPT:stop-time=4\n/music/küste.wav\n"
        in text
    )
    assert "#EXTINF:60,Ann, Bo - Shore\n/music/küste.wav\n" in text
    report = import_playlist(collection, tmp_path / "mine.m3u8")
    assert report.missing == []
    assert report.playlists == ["mine 2"]
    assert items(collection, find_playlist(collection, "mine 2")) == [*reversed(ids), ids[0]]


def test_written_as_a_table(collection: Collection, tracks: list[int], tmp_path: Path) -> None:
    tag(collection, tracks[0], title="Shore, north", artist=["Ann", "Bo"])
    mine = create(collection, "mine", [tracks[0], Span(tracks[1], 1.5, 4.0)]).playlist_id
    assert export_playlist(collection, mine, tmp_path / "mine.csv") == 2
    rows = list(csv.DictReader((tmp_path / "mine.csv").read_text(encoding="utf-8").splitlines()))
    assert rows[0] == {
        "place": "1",
        "track_id": str(tracks[0]),
        "path": "/music/a.wav",
        "title": "Shore, north",
        "artist": "Ann, Bo",
        "start_s": "",
        "end_s": "",
        "length_s": "60.000",
    }
    assert (rows[1]["start_s"], rows[1]["end_s"], rows[1]["length_s"]) == ("1.5", "4", "2.500")
    with pytest.raises(RequestProblem, match=r"Let it end in \.m3u8, \.m3u, \.csv"):
        export_playlist(collection, mine, tmp_path / "mine.doc")
