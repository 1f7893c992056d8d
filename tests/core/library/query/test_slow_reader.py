"""What a query finds, beside a slow reader of the same rules over random libraries."""

from __future__ import annotations

import re
import shutil
from datetime import timedelta
from functools import cmp_to_key
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from core.library.labels import NewLabel, write_labels
from core.library.query import (
    And,
    Match,
    Node,
    Not,
    Or,
    Query,
    SortKey,
    Text,
    count,
    find,
)
from core.library.query.algebra import both, either
from core.store import Collection, open_collection
from core.store.schema import Caption, Excerpt, Folder, Track, fold, now

WORDS = ["blue", "Blüe", "river", "riverside", "Dvořák", "night", "日本", "a-b"]


track = st.fixed_dictionaries(
    {
        "title": st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), max_size=1),
        "artist": st.lists(st.sampled_from(WORDS), max_size=2, unique=True),
        "genre": st.lists(st.sampled_from(["jazz", "Jazz", "hard bop", "é", "e"]), max_size=2, unique=True),
        "year": st.lists(st.sampled_from([1950.0, 1960.0, 1960.5]), max_size=1),
        "source": st.sampled_from(["tag", "import"]),
        "person": st.lists(st.sampled_from(["jazz", "lament"]), max_size=2, unique=True),
        "excerpt": st.lists(st.sampled_from(["jazz", "aria"]), max_size=1),
        "caption": st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join),
        "duration": st.none() | st.sampled_from([29.6, 30.0, 200.0]),
        "size": st.sampled_from([1000, 2_000_000]),
        "state": st.sampled_from(["ok", "undecodable"]),
        "days": st.integers(0, 2),
        "duplicate": st.booleans(),
    }
)

leaf = (
    st.builds(Text, st.sampled_from([*WORDS, "riv", "blue river", "wav", "?"]), st.booleans())
    | st.builds(
        Match,
        st.sampled_from(["genre", "artist", "title"]),
        st.sampled_from(["is", "starts", "ends", "contains"]),
        st.sampled_from(["JAZZ", "e", "blue", "river", "d", "lament"]).map(lambda value: (value,)),
    )
    | st.builds(Match, st.just("genre"), st.just("is"), st.just(("jazz", "é")))
    | st.builds(Match, st.sampled_from(["genre", "year", "caption", "duration", "source"]), st.just("any"))
    | st.builds(
        Match,
        st.sampled_from(["year", "duration"]),
        st.sampled_from(["is", "<", "<=", ">", ">="]),
        st.sampled_from([30.0, 200.0, 1960.0]).map(lambda value: (value,)),
    )
    | st.sampled_from(
        [
            Match("year", "..", (1950.0, 1960.0)),
            Match("year", "..", (None, 1955.0)),
            Match("size", ">", (1e6,)),
            Match("state", "is", ("OK",)),
            Match("state", "starts", ("un",)),
            Match("path", "is", ("dir 1",)),
            Match("path", "contains", ("1/TRACK",)),
            Match("added", "is", ("today",)),
            Match("added", "<", ("today",)),
            Match("added", "..", ("yesterday", None)),
            Match("duplicate", "is", ("yes",)),
            Match("duplicate", "is", ("no",)),
            Match("source", "is", ("person",)),
            Match("caption", "is", ("river",)),
            Match("caption", "starts", ("riv",)),
            Match("captioned", "any"),
            Match("captioned", "is", ("human",)),
            Match("captioned", "is", ("machine", "none")),
            Match("composer", "is", ("x",)),
        ]
    )
)
node = st.recursive(
    leaf,
    lambda inner: (
        st.builds(Not, inner)
        | st.lists(inner, min_size=2, max_size=3).map(both)
        | st.lists(inner, min_size=2, max_size=3).map(either)
    ),
    max_leaves=5,
)
key = st.builds(
    SortKey, st.sampled_from(["title", "artist", "genre", "year", "duration", "path", "state"]), st.booleans()
)
queries = st.builds(Query, st.none() | node, st.lists(key, max_size=3).map(tuple))


def fill(collection: Collection, tracks: list[dict[str, Any]]) -> None:
    with collection.database.writing() as session:
        session.add(Folder(path="/music"))
        session.flush()
        labels: list[NewLabel] = []
        for i, given_ in enumerate(tracks, 1):
            path = f"dir {i % 2}/track {i}.wav"
            session.add(
                Track(
                    id=i,
                    folder_id=1,
                    path=path,
                    shown_path=path,
                    size_bytes=given_["size"],
                    mtime_ns=0,
                    state=given_["state"],
                    duration_s=given_["duration"],
                    duplicate_of_id=1 if given_["duplicate"] and i > 1 else None,
                    added_at=now() - timedelta(days=given_["days"]),
                )
            )
            session.flush()
            for field in ("title", "artist", "genre", "year"):
                labels += [NewLabel(i, field, value, given_["source"]) for value in given_[field]]
            labels += [NewLabel(i, "genre", value, "person") for value in given_["person"]]
            for value in given_["excerpt"]:
                session.add(Excerpt(id=i, track_id=i, start_s=0, end_s=1))
                session.flush()
                labels.append(NewLabel(i, "genre", value, "tag", excerpt_id=i))
            if given_["caption"]:
                session.add(Caption(track_id=i, text=given_["caption"], source="person"))
        write_labels(session, labels)


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def says(text: str, phrase: str, *, prefix: bool) -> bool:
    have, want = tokens(text), tokens(phrase)
    spans = (have[i : i + len(want)] for i in range(len(have) - len(want) + 1))
    return bool(want) and any(
        span[:-1] == want[:-1] and (span[-1].startswith(want[-1]) if prefix else span[-1] == want[-1])
        for span in spans
    )


def values(item: dict[str, Any], field: str, *, excerpts: bool = False) -> list[Any]:
    own = item["person"] if field == "genre" and item["person"] else item.get(field, [])
    return [*own, *(item["excerpt"] if excerpts and field == "genre" else [])]


def compare(op: str, value: Any, wanted: tuple[Any, ...], near: float = 0.0) -> bool:
    if op == "is":
        return any(w - near <= value < w + near if near else value == w for w in wanted)
    if op == "..":
        low, high = wanted
        return (low is None or value >= low) and (high is None or value <= high)
    return {
        "<": value < wanted[0],
        "<=": value <= wanted[0],
        ">": value > wanted[0],
        ">=": value >= wanted[0],
    }[op]


def match_text(op: str, text: str, wanted: tuple[str, ...]) -> bool:
    return any(
        {"is": text == w, "starts": text.startswith(w), "ends": text.endswith(w), "contains": w in text}[op]
        for w in wanted
    )


def holds(part: Node | None, i: int, item: dict[str, Any]) -> bool:
    """The slow reader."""
    path = f"dir {i % 2}/track {i}.wav"
    if part is None:
        return True
    if isinstance(part, And):
        return all(holds(inner, i, item) for inner in part.parts)
    if isinstance(part, Or):
        return any(holds(inner, i, item) for inner in part.parts)
    if isinstance(part, Not):
        return not holds(part.part, i, item)
    if isinstance(part, Text):
        said = [" ".join(values(item, "title")), *values(item, "artist"), item["caption"], path]
        return any(says(text, part.text, prefix=part.prefix) for text in said)
    return holds_match(part, i, item, path)


def holds_match(part: Match, i: int, item: dict[str, Any], path: str) -> bool:
    op, wanted = part.op, part.values
    folded = tuple(fold(w) if isinstance(w, str) else w for w in wanted)
    if part.field == "caption":
        return (
            bool(item["caption"])
            if op == "any"
            else says(item["caption"], str(wanted[0]), prefix=op == "starts")
        )
    if part.field == "captioned":
        return bool(item["caption"]) == (op == "any" or "human" in wanted)
    if part.field == "source":
        labelled = any(item[f] for f in ("title", "artist", "genre", "year"))
        sources = {item["source"]} if labelled else set()
        sources |= ({"person"} if item["person"] else set()) | ({"tag"} if item["excerpt"] else set())
        return bool(sources) if op == "any" else bool(sources & set(wanted))
    if part.field in ("genre", "artist", "title", "year", "composer"):
        have = values(item, part.field, excerpts=True)
        if op == "any":
            return bool(have)
        if part.field == "year":
            return any(compare(op, value, wanted) for value in have)
        return any(match_text(op, fold(value), folded) for value in have)
    if part.field == "duplicate":
        return (item["duplicate"] and i > 1) == (wanted == ("yes",))
    if part.field == "added":
        ago = item["days"]
        return {"is": ago == 0, "<": ago > 0, "..": ago <= 1}[op]
    if part.field == "path":
        return path.startswith("dir 1/") if op == "is" else "1/track" in path
    if part.field == "state":
        return match_text(op, item["state"], folded)
    value = item[part.field]
    if value is None:
        return False
    return op == "any" or compare(op, value, wanted, 0.5 if part.field == "duration" else 0.0)


def ordered(tracks: list[dict[str, Any]], query: Query, ids: dict[str, int]) -> list[int]:
    chosen = [i for i, item in enumerate(tracks, 1) if holds(query.where, i, item)]

    def value(i: int, sort: SortKey) -> Any:
        item = tracks[i - 1]
        if sort.name in ("duration", "state"):
            return item[sort.name]
        if sort.name == "path":
            return f"dir {i % 2}/track {i}.wav"
        have = values(item, sort.name)
        sortable = have if sort.name == "year" else [(fold(v), ids[sort.name, v]) for v in have]
        return (max if sort.descending else min)(sortable, default=None)

    def order(a: int, b: int) -> int:
        for sort in query.sort:
            x, y = value(a, sort), value(b, sort)
            if x == y:
                continue
            if x is None or y is None:
                return 1 if x is None else -1
            return (-1 if x < y else 1) * (-1 if sort.descending else 1)
        turned = query.sort and query.sort[-1].descending and value(a, query.sort[-1]) is not None
        return b - a if turned else a - b

    return sorted(chosen, key=cmp_to_key(order))


@given(st.lists(track, min_size=1, max_size=8), st.lists(queries, min_size=1, max_size=12))
@settings(
    max_examples=60,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_query_finds_what_the_slow_reader_finds(
    empty_collection: Path, tmp_path: Path, tracks: list[dict[str, Any]], queries: list[Query]
) -> None:
    folder = tmp_path / "random"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(empty_collection, folder)
    with open_collection(folder) as collection:
        fill(collection, tracks)
        with collection.database.connection() as connection:
            rows = connection.exec_driver_sql(
                "SELECT f.name, v.text, v.id FROM field_values v JOIN fields f ON f.id = v.field_id"
            )
            ids = {(name, text): id_ for name, text, id_ in rows}
        for query in queries:
            expected = ordered(tracks, query, ids)  # type: ignore[arg-type]
            assert (str(query), find(collection, query).ids) == (str(query), expected)
            assert count(collection, query) == len(expected)
