"""What queries find in small libraries, and what is counted there."""

from __future__ import annotations

import pytest

from core.library.caption_edits import accept_captions, add_caption, delete_captions, edit_caption
from core.library.captions import read_captions
from core.library.edits import Span
from core.library.journal import undo
from core.library.labels import NewLabel, write_labels
from core.library.query import (
    FacetValue,
    Match,
    Query,
    QueryProblem,
    Text,
    count,
    facets,
    find,
)
from core.store import Collection, open_collection
from core.store.schema import Excerpt, Track
from tests.core.library.shelf import add, begun, hear, tag


def test_a_few_queries_by_hand(collection: Collection) -> None:
    first, second, third = add(collection, "tapes/1934/a.wav", "tapes/1934 b.wav", "cellar/c_d.flac")
    tag(
        collection,
        first,
        title="Blue in Green",
        artist=["Bill Evans", "Miles Davis"],
        genre="Jazz",
        year=1959.0,
    )
    tag(collection, second, title="Noël", artist="Bill Evans", genre=["jazz", "modal"], year=1963.0)
    for text, ids in {
        "": [first, second, third],
        "genre:JAZZ year:1950..1960": [first],
        'genre:jazz -artist:"miles davis"': [second],
        "noel": [second],
        "bill evans": [first, second],
        '"evans bill"': [],
        "gre": [first],
        '"gre"': [],
        "path:tapes/1934": [first],
        "path:tapes/*": [first, second],
        "path:*c_d*": [third],
        "path:*c%d*": [],
        "-genre:*": [third],
        "year:>=1963 or cellar": [second, third],
        "sort:-year": [second, first, third],
        "sort:title": [first, second, third],
        "sort:genre sort:-year": [first, second, third],
        "duplicate:no state:OK": [first, second, third],
        "composer:x or lyrics:y": [],
        '"???"': [],
    }.items():
        assert (text, find(collection, text).ids) == (text, ids)
        assert count(collection, text) == len(ids)
    with pytest.raises(QueryProblem, match="Unknown field mood"):
        find(collection, "mood:calm")


def test_nothing_that_a_person_writes_is_run(collection: Collection) -> None:
    """Quotes, operators and wildcards of SQL and of full-text search are plain text."""
    evil = [
        "'; DROP TABLE tracks; --",
        '" OR 1=1',
        "NEAR(a b)",
        "a AND b",
        "col:*",
        "%",
        "_",
        "\\",
        "^x",
        "{a}:b",
    ]
    ids = add(collection, *(f"{i}.wav" for i in range(len(evil))))
    for id_, text in zip(ids, evil, strict=True):
        tag(collection, id_, title=text, genre=text)
    for id_, text in zip(ids, evil, strict=True):
        assert find(collection, Query(Match("genre", "is", (text,)))).ids == [id_]
        assert find(collection, Query(Match("title", "starts", (text,)))).ids == [id_]
        assert find(collection, Query(Match("path", "contains", (text,)))).ids == []
        words = find(collection, Query(Text(text))).ids
        assert id_ in words or not any(character.isalnum() for character in text)


def test_facets_count_tracks(collection: Collection) -> None:
    first, second, third = add(collection, "a.wav", "b.wav", "c.wav")
    for track, genre, year in (
        (first, ["jazz", "bop"], 1959.0),
        (second, ["jazz"], 1959.0),
        (third, ["Bop"], 0.1),
    ):
        tag(collection, track, genre=genre, year=year)
    with collection.database.writing() as session:
        session.add(Excerpt(track_id=third, start_s=0, end_s=1))
        session.flush()
        write_labels(session, [NewLabel(third, "genre", v, "person", excerpt_id=1) for v in ("jazz", "Bop")])
    everything = [FacetValue("jazz", 3), FacetValue("Bop", 1), FacetValue("bop", 1)]
    assert facets(collection, "genre") == everything
    assert facets(collection, "genre", "-year:0.1") == [FacetValue("jazz", 2), FacetValue("bop", 1)]
    assert facets(collection, "genre", most=1) == [FacetValue("jazz", 3)]
    assert facets(collection, "year") == [FacetValue(1959.0, 2), FacetValue(0.1, 1)]


def test_few_and_many_tracks_are_counted_alike(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = add(collection, *(f"{i}.wav" for i in range(30)))
    for i in ids:
        tag(collection, i, genre=[f"g{i % 3}", "all"], year=1950.0 + i % 4)
    for text in ("", "year:1951", "-year:1951", "genre:none"):
        for field in ("genre", "year"):
            few = facets(collection, field, text)
            with monkeypatch.context() as patch:
                patch.setattr("core.library.query.finder.FEW", -1)
                assert facets(collection, field, text) == few


def test_what_is_remembered_is_forgotten_when_anybody_writes(collection: Collection) -> None:
    first, second = add(collection, "a.wav", "b.wav")
    tag(collection, first, title="x")
    tag(collection, second, title="y")
    assert find(collection, "sort:title").ids == [first, second]
    with open_collection(collection.folder) as other:
        tag(other, first, title="z")
    assert find(collection, "sort:title").ids == [second, first]
    tag(collection, second, title="zz")
    assert find(collection, "sort:title").ids == [first, second]
    (third,) = add(collection, "c.wav")
    assert find(collection, "sort:title").ids == [first, second, third]
    with collection.database.writing() as session:
        session.delete(session.get_one(Track, first))
    assert find(collection, "-genre:x").ids == find(collection, "").ids == [second, third]


def test_tracks_are_asked_for_by_who_has_captioned_them(collection: Collection) -> None:
    human, machine, both, neither = add(collection, "a.wav", "b.wav", "c.wav", "d.wav")
    first, second = begun(collection), begun(collection)
    add_caption(collection, human, "a slow flute")
    add_caption(collection, Span(both, 0, 10), "a slow drum")
    hear(collection, first, (machine, 0.0, "a flute"), (both, 0.0, "a reed"))
    hear(collection, second, (both, None, "a drum"))
    accept_captions(collection, [c.id for c in read_captions(collection, run_id=second)])
    for text, ids in {
        "captioned:human": [human, both],
        "captioned:machine": [machine, both],
        "captioned:accepted": [both],
        "captioned:none": [neither],
        "captioned:*": [human, machine, both],
        f"captioned:run-{first}": [machine, both],
        f"captioned:run-{second}": [both],
        "captioned:run-99": [],
        "captioned:none,accepted": [both, neither],
        "-captioned:human": [machine, neither],
        "captioned:machine -captioned:accepted caption:flute": [machine],
        "captioned:human captioned:machine": [both],
    }.items():
        assert (text, find(collection, text).ids) == (text, ids)
        assert count(collection, text) == len(ids)


def test_captions_are_found_as_they_are_now(collection: Collection) -> None:
    """Written, edited, undone, deleted, written anew: search knows at once."""
    track, _ = add(collection, "a.wav", "b.wav")
    run = begun(collection)

    def found(*words: str) -> list[list[int]]:
        return [find(collection, f"caption:{word}").ids for word in words]

    hear(collection, run, (track, 0.0, "a flute"))
    assert found("flute", "drum", "horn") == [[track], [], []]
    hear(collection, run, (track, 0.0, "a drum"))
    assert found("flute", "drum", "horn") == [[], [track], []]
    (drum,) = read_captions(collection)
    edit_caption(collection, drum.id, "a horn")
    assert found("flute", "drum", "horn") == [[], [], [track]]
    undo(collection)
    assert found("flute", "drum", "horn") == [[], [track], []]
    delete_captions(collection, [drum.id])
    assert found("flute", "drum", "horn") == [[], [], []]
    assert find(collection, "captioned:*").ids == []
