"""Labels written in bulk: what counts, what a rescan replaces, what stays current by itself."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from core.errors import RequestProblem
from core.library.fields import RESERVED, STANDARD, ensure_field, find_field, list_fields
from core.library.labels import NewLabel, drop_labels, labels_of, values_of, write_labels
from core.library.query import count, find, rebuild_search
from core.library.query.properties import PROPERTIES
from core.store import Collection
from core.store.schema import Caption, Excerpt, Field, FieldValue, Label, Recipe, Run, Track, fold
from tests.core.library.shelf import add, derived, labels, tag


def counted(collection: Collection, track_id: int) -> dict[str, list[str | float]]:
    with collection.database.reading() as session:
        return values_of(session, [track_id])[track_id]


def test_the_best_source_counts(collection: Collection) -> None:
    (track,) = add(collection, "a.wav")
    with collection.database.writing() as session:
        session.add(Recipe(name="r", task="classify", text="", sha256="0" * 64))
        session.flush()
        session.add_all(Run(recipe_id=1, state="done", seed=0, device="cpu") for _ in range(2))
    with collection.database.writing() as session:
        write_labels(session, [NewLabel(track, "genre", "old", "run", run_id=1)])
        write_labels(session, [NewLabel(track, "genre", "new", "run", run_id=2, confidence=0.5)])
    for source, values, expected in [
        ("run", [], ["new"]),
        ("folder", ["tape"], ["tape"]),
        ("tag", ["jazz", "bop"], ["jazz", "bop"]),
        ("import", ["blues"], ["blues"]),
        ("person", ["lament", "aria"], ["lament", "aria"]),
    ]:
        tag(collection, track, source, genre=values)
        assert counted(collection, track)["genre"] == expected
    with collection.database.reading() as session:
        shown = labels_of(session, [track])[track]
    assert [label.value for label in shown if label.counts] == ["lament", "aria"]
    assert {label.source for label in shown} == {"run", "folder", "tag", "import", "person"}
    assert next(label.confidence for label in shown if label.value == "new") == 0.5


def test_a_rescan_replaces_only_what_came_from_tags(collection: Collection) -> None:
    first, second = add(collection, "a.wav", "b.wav")
    tag(collection, first, genre=["jazz", "bop"], year=1959.0)
    tag(collection, first, "person", genre="lament")
    tag(collection, second, genre="jazz")
    before = labels(collection)
    tag(collection, first, genre=["jazz", "bop"], year=1959.0)
    assert labels(collection) == before
    tag(collection, first, genre="blues")
    assert [row[4] for row in labels(collection) if row[:2] == ("genre", first)] == ["lament", "blues"]
    assert [row[4] for row in labels(collection) if row[:2] == ("genre", second)] == ["jazz"]
    with collection.database.writing() as session:
        drop_labels(session, [first], "tag")
    assert [row[4] for row in labels(collection) if row[1] == first] == ["lament"]


def test_without_replace_labels_are_added(collection: Collection) -> None:
    (track,) = add(collection, "a.wav")
    tag(collection, track, genre="jazz")
    with collection.database.writing() as session:
        assert write_labels(session, [NewLabel(track, "genre", "bop", "tag")], replace=False) == 1
        assert write_labels(session, [NewLabel(track, "genre", "bop", "tag")], replace=False) == 0
    assert counted(collection, track)["genre"] == ["jazz", "bop"]


@pytest.mark.parametrize("number", [1, 3, 50])
def test_what_is_derived_is_as_if_made_anew(collection: Collection, number: int) -> None:
    """Few labels go through the triggers, many through the bulk writer."""
    ids = add(collection, *(f"{i}.wav" for i in range(number)))
    for word in ("blue", "green"):
        with collection.database.writing() as session:
            write_labels(session, [NewLabel(i, "title", f"{word} {i}", "tag") for i in ids])
            write_labels(session, [NewLabel(i, "genre", g, "tag") for i in ids for g in ("jazz", word)])
            write_labels(session, [NewLabel(i, "year", float(i), "person") for i in ids])
        kept = derived(collection)
        rebuild_search(collection)
        assert derived(collection) == kept
        assert count(collection, f'"{word}"') == number
    assert count(collection, '"blue"') == 0


def test_any_writer_keeps_search_current(collection: Collection) -> None:
    """Rows written, changed and deleted without our functions, also by cascade."""
    first, second = add(collection, "tapes/a.wav", "tapes/b.wav")
    with collection.database.writing() as session:
        title = Field(name="title", kind="text")
        session.add(title)
        session.flush()
        value = FieldValue(field_id=title.id, text="Über den Wolken")
        session.add_all([value, Excerpt(track_id=first, start_s=0, end_s=1)])
        session.flush()
        label = Label(field_id=title.id, track_id=first, value_id=value.id, source="tag")
        caption = Caption(track_id=second, text="a slow flute", source="person")
        session.add_all([label, caption])
    assert find(collection, "uber wolken").ids == [first]
    assert find(collection, 'title:"uber den wolken"').ids == [first]
    assert find(collection, "flute").ids == find(collection, "caption:flute").ids == [second]
    with collection.database.writing() as session:
        session.get_one(Label, 1).track_id = second
        session.get_one(Caption, 1).text = "a quick drum"
        session.get_one(Track, first).shown_path = "cellar/a.wav"
    assert find(collection, "wolken").ids == [second]
    assert (find(collection, "flute").ids, find(collection, "drum").ids) == ([], [second])
    assert (find(collection, "tapes").ids, find(collection, "cellar").ids) == ([second], [first])
    with collection.database.writing() as session:
        session.execute(delete(Track).where(Track.id == second))
    assert find(collection, "drum or wolken or tapes or title:* or source:tag").ids == []
    kept = derived(collection)
    rebuild_search(collection)
    assert derived(collection) == kept


def test_a_deleted_run_takes_its_labels_along(collection: Collection) -> None:
    (track,) = add(collection, "a.wav")
    with collection.database.writing() as session:
        session.add(Recipe(name="r", task="classify", text="", sha256="0" * 64))
        session.flush()
        session.add(Run(recipe_id=1, state="done", seed=0, device="cpu"))
        session.flush()
        write_labels(session, [NewLabel(track, "mood", "calm", "run", run_id=1)])
    assert find(collection, "mood:calm source:run").ids == [track]
    with collection.database.writing() as session:
        session.execute(delete(Run))
    assert find(collection, "mood:calm or source:run").ids == []


def test_values_are_tidied(collection: Collection) -> None:
    (track,) = add(collection, "a.wav")
    tag(collection, track, genre=["  hard \n bop ", "", "Cafe\u0301"], comment=" two\nlines ", year=-0.0)
    assert counted(collection, track) == {
        "genre": ["hard bop", "Café"],
        "comment": ["two\nlines"],
        "year": [0.0],
    }


def test_numbers_are_numbers(collection: Collection) -> None:
    (track,) = add(collection, "a.wav")
    for value in ("soon", float("nan"), float("inf")):
        with pytest.raises(RequestProblem, match="year holds numbers"):
            tag(collection, track, year=[1.0, value])
    with pytest.raises(RequestProblem, match="The field genre holds categories, not numbers"):
        tag(collection, track, genre=3.0)


def test_fields_are_made_once_and_checked(collection: Collection) -> None:
    with collection.database.writing() as session:
        tempo = ensure_field(session, "Tempo", "number", unit="BPM")
        assert ensure_field(session, "tempo") == tempo
        assert (tempo.kind, tempo.unit, tempo.many) == ("number", "BPM", False)
        assert ensure_field(session, "genre", "text").kind == "category"
        ensure_field(session, "artist")
        assert [field.name for field in list_fields(session)] == ["artist", "genre", "tempo"]
        assert find_field(session, "genre").description == "The kind of music"
        with pytest.raises(RequestProblem, match="holds numbers, not categories"):
            ensure_field(session, "tempo", "category")
        with pytest.raises(RequestProblem, match="categories, numbers or text, not colour"):
            ensure_field(session, "hue", "colour")  # type: ignore[arg-type]
        with pytest.raises(RequestProblem, match=r"Unknown field gnre\. Did you mean genre\?"):
            find_field(session, "gnre")
        for name in ("", "1st", "two words", "größe", "x" * 41, *RESERVED):
            with pytest.raises(RequestProblem, match="cannot name a field"):
                ensure_field(session, name)


def test_no_property_can_be_hidden_by_a_field() -> None:
    assert PROPERTIES.keys() <= RESERVED
    assert not STANDARD.keys() & RESERVED


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Dvořák", "dvorak"),
        ("STRASSE Straße", "strasse strasse"),
        ("  a\tb\n", "a b"),
        ("ﬁn", "fin"),
        ("İ", "i"),
        ("Ångström", "angstrom"),
        ("日本", "日本"),
        ("x" * 300, "x" * 200),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded
