"""Text to algebra and back, and what is said about mistakes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.library.query import And, Match, Node, Not, Or, Query, QueryProblem, SortKey, Text, parse
from core.library.query.algebra import both, either
from core.library.query.parse import DEEPEST, LONGEST, MOST_PARTS
from core.library.query.properties import PROPERTIES, days, read_amount

FIELDS = {"genre": "category", "artist": "category", "title": "text", "year": "number", "tempo": "number"}


def where(text: str) -> Node | None:
    return parse(text, FIELDS).where  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("  ", None),
        ("river", Text("river", prefix=True)),
        ("blue river", And((Text("blue"), Text("river", prefix=True)))),
        ('"blue river"', Text("blue river")),
        ('"blue riv"*', Text("blue riv", prefix=True)),
        ("(blue river)", And((Text("blue"), Text("river", prefix=True)))),
        ("riv* blue genre:x", And((Text("riv", prefix=True), Text("blue"), Match("genre", "is", ("x",))))),
        ("hip-hop x", And((Text("hip-hop"), Text("x", prefix=True)))),
        ("10:30 x", And((Text("10:30"), Text("x", prefix=True)))),
        ("genre:jazz", Match("genre", "is", ("jazz",))),
        ("GENRE:Jazz", Match("genre", "is", ("Jazz",))),
        ('artist:"Bill Evans"', Match("artist", "is", ("Bill Evans",))),
        (r'artist:"\"Fats\" \\ Waller"', Match("artist", "is", ('"Fats" \\ Waller',))),
        ('genre:a,"b c",d', Match("genre", "is", ("a", "b c", "d"))),
        ("genre:a*", Match("genre", "starts", ("a",))),
        ('genre:"hard b"*', Match("genre", "starts", ("hard b",))),
        ("genre:*a", Match("genre", "ends", ("a",))),
        ("genre:*a*", Match("genre", "contains", ("a",))),
        ("genre:*", Match("genre", "any")),
        ("genre:a,b*", Or((Match("genre", "is", ("a",)), Match("genre", "starts", ("b",))))),
        ("genre:1950..1965", Match("genre", "is", ("1950..1965",))),
        ("-genre:jazz", Not(Match("genre", "is", ("jazz",)))),
        ("not genre:jazz", Not(Match("genre", "is", ("jazz",)))),
        ("--x", Not(Not(Text("x", prefix=True)))),
        ("year:1960", Match("year", "is", (1960.0,))),
        ("year:1960,1970", Match("year", "is", (1960.0, 1970.0))),
        ("year:1950..1965", Match("year", "..", (1950.0, 1965.0))),
        ("year:..1965", Match("year", "..", (None, 1965.0))),
        ("year:1950..", Match("year", "..", (1950.0, None))),
        ("year:<=1950", Match("year", "<=", (1950.0,))),
        ("tempo:>-1.5e2", Match("tempo", ">", (-150.0,))),
        ("year:*", Match("year", "any")),
        ("duration:<3:20", Match("duration", "<", (200.0,))),
        ("duration:30s..5min", Match("duration", "..", (30.0, 300.0))),
        ("size:>10MB", Match("size", ">", (1e7,))),
        ("rate:44.1kHz", Match("rate", "is", (44100.0,))),
        ("added:2026-11..today", Match("added", "..", ("2026-11", "today"))),
        ("duplicate:YES", Match("duplicate", "is", ("yes",))),
        ("caption:flu*", Match("caption", "starts", ("flu",))),
        ("captioned:Human,run-12", Match("captioned", "is", ("human", "run-12"))),
        ("captioned:*", Match("captioned", "any")),
        (
            "genre:a genre:b or genre:c",
            Or(
                (
                    And((Match("genre", "is", ("a",)), Match("genre", "is", ("b",)))),
                    Match("genre", "is", ("c",)),
                )
            ),
        ),
        (
            "genre:a AND (genre:b OR genre:c)",
            And(
                (
                    Match("genre", "is", ("a",)),
                    Or((Match("genre", "is", ("b",)), Match("genre", "is", ("c",)))),
                )
            ),
        ),
    ],
)
def test_what_a_text_means(text: str, expected: Node | None) -> None:
    assert where(text) == expected


def test_sort_keys() -> None:
    query = parse("sort:artist riv sort:-year")
    assert query == Query(Text("riv", prefix=True), (SortKey("artist"), SortKey("year", descending=True)))
    assert str(query) == "riv* sort:artist sort:-year"


@pytest.mark.parametrize(
    ("text", "position", "sentence"),
    [
        ("jazz gnre:x", 5, "Unknown field gnre. Did you mean genre?"),
        ("mailto:x", 0, "Unknown field mailto. Put text that holds a colon into quotes."),
        ("a (b", 2, "This parenthesis is never closed."),
        ("a) b", 1, "This parenthesis was never opened."),
        ("()", 1, "Something to look for is missing here."),
        ("a or", 4, "Something to look for is missing here."),
        ("or a", 0, "Something to look for is missing here."),
        ("a - b", 2, "Nothing follows the minus. Write -genre:jazz to leave jazz out."),
        ("a *", 2, "* stands alone. Leave it out to find all tracks."),
        ('a "b', 2, 'This quotation does not end. Close it with ".'),
        ('""', 0, "There is nothing between the quotes."),
        ("genre:", 6, "genre: needs a value, as genre:jazz."),
        ("genre: jazz", 6, "genre: needs a value, as genre:jazz."),
        ("genre:(a or b)", 6, "A value is not put into parentheses. Write genre:this,that."),
        ("genre:a,,b", 8, "A value of genre is missing here."),
        ("genre:a*b", 6, "* stands at the beginning or at the end of a value."),
        ("year:soon", 5, "year is a number; soon is none. Write year:1950..1965."),
        ("year:1950..soon", 11, "year is a number; soon is none. Write year:1950..1965."),
        ("year:<", 5, "year is a number; nothing is none. Write year:1950..1965."),
        ("duration:3:99:1", 9, "duration is a number; 3:99:1 is none. Write duration:<3:20."),
        ("added:2026-13-01", 6, "added is a day; 2026-13-01 is none. Write added:today."),
        ("source:peson", 7, "source is person, import, tag, folder or run, not peson. Did you mean person?"),
        ("duplicate:maybe", 10, "duplicate is yes or no, not maybe."),
        ("caption:*flute*", 8, "Only whole words or their beginnings are found in captions."),
        (
            "captioned:humn",
            10,
            "captioned is human, machine, accepted, none or run-3, not humn. Did you mean human?",
        ),
        ("captioned:run-0", 10, "captioned is human, machine, accepted, none or run-3, not run-0."),
        ("captioned:run*", 10, "captioned is human, machine, accepted, none or run-3, not run."),
        ("captiond:none", 0, "Unknown field captiond. Did you mean captioned?"),
        ("sort:titel", 5, "Tracks cannot be sorted by titel. Did you mean title?"),
        ("sort:", 5, "sort: needs a field, as sort:title."),
        ("(a sort:title)", 3, "sort: stands outside parentheses and without a minus before it."),
        ("-sort:title", 1, "sort: stands outside parentheses and without a minus before it."),
    ],
)
def test_mistakes_are_told_with_their_place(text: str, position: int, sentence: str) -> None:
    with pytest.raises(QueryProblem) as problem:
        parse(text, FIELDS)  # type: ignore[arg-type]
    assert (str(problem.value), problem.value.position) == (sentence, position)
    line, caret = problem.value.caret().split("\n")
    assert (line, caret) == (text, " " * position + "^")


@pytest.mark.parametrize(
    "text",
    ["(" * 99 + "a" + ")" * 99, "-" * (DEEPEST + 2) + "a", "a " * (MOST_PARTS + 1), "a" * (LONGEST + 1)],
)
def test_monsters_are_refused(text: str) -> None:
    with pytest.raises(QueryProblem):
        parse(text)


@given(st.text(alphabet='ab:"()-*,.\\< \t\n19éyeargnortsz', max_size=40))
def test_any_text_is_understood_or_refused(text: str) -> None:
    query = position = None
    try:
        query = parse(text, FIELDS)  # type: ignore[arg-type]
    except QueryProblem as problem:
        position = problem.position
    if query is None:
        assert position in range(len(text) + 1)
    else:
        assert parse(str(query), FIELDS) == query  # type: ignore[arg-type]


words = st.text(min_size=1, max_size=12).filter(lambda text: text.strip())
numbers = st.floats(allow_nan=False, allow_infinity=False).map(lambda number: number + 0.0)
amounts = (
    st.builds(
        Match, st.sampled_from(["year", "tempo"]), st.just("is"), st.lists(numbers, min_size=1).map(tuple)
    )
    | st.builds(
        Match, st.just("year"), st.sampled_from(["<", "<=", ">", ">="]), numbers.map(lambda number: (number,))
    )
    | st.builds(
        Match,
        st.just("year"),
        st.just(".."),
        st.tuples(st.none() | numbers, st.none() | numbers).filter(lambda pair: pair != (None, None)),
    )
)
texts = st.builds(
    Match,
    st.sampled_from(["genre", "title", "state", "path"]),
    st.just("is"),
    st.lists(words, min_size=1).map(tuple),
) | st.builds(
    Match,
    st.sampled_from(["genre", "title", "codec"]),
    st.sampled_from(["starts", "ends", "contains"]),
    words.map(lambda word: (word,)),
)
leaves = (
    st.builds(Text, words, st.booleans())
    | amounts
    | texts
    | st.sampled_from(
        [
            Match("genre", "any"),
            Match("duplicate", "is", ("yes",)),
            Match("source", "is", ("person", "tag")),
            Match("captioned", "is", ("none", "run-3")),
            Match("added", "..", ("2026-11", None)),
            Match("added", "<", ("yesterday",)),
        ]
    )
)
nodes = st.recursive(
    leaves,
    lambda inner: (
        st.builds(Not, inner)
        | st.lists(inner, min_size=2, max_size=4).map(both)
        | st.lists(inner, min_size=2, max_size=4).map(either)
    ),
    max_leaves=8,
)
sorts = st.lists(
    st.builds(SortKey, st.sampled_from(["title", "year", "path", "added"]), st.booleans()), max_size=3
)


@given(st.builds(Query, st.none() | nodes, sorts.map(tuple)))
def test_a_query_prints_as_text_that_means_the_same(query: Query) -> None:
    assert parse(str(query), FIELDS) == query  # type: ignore[arg-type]


def test_examples_are_queries() -> None:
    for item in PROPERTIES.values():
        assert parse(item.example).where is not None


def test_amounts_and_days() -> None:
    seconds = PROPERTIES["duration"].units
    assert [
        read_amount(t, seconds) for t in ("1:02:03", "0:07.5", "90", "1.5 min", "2h", "3:7", "x", "1e999")
    ] == [
        *(3723.0, 7.5, 90.0, 90.0, 7200.0),
        *(None, None, None),
    ]
    first, after = days("2024-02")
    assert (after - first).days == 29
    first, after = days("2026")
    assert (after - first).days == 365
    assert days("yesterday")[1] == days("today")[0]
