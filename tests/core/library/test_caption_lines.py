"""Lines of a table of captions: which there are, in which order, what stands beside each."""

from __future__ import annotations

import pytest

from core.errors import RequestProblem
from core.library.caption_edits import accept_captions, add_caption, reject_captions, settle_caption
from core.library.caption_lines import Line, LinesAsked, list_lines, read_lines
from core.library.edits import Span
from core.store import Collection
from tests.core.library.shelf import add, begun, hear, tag


@pytest.fixture
def runs(collection: Collection) -> tuple[int, int]:
    """Two runs have described some of four tracks; of the last only a person has."""
    add(collection, "a.wav", "b.wav", "c.wav", "d.wav", duration_s=30.0)
    first, second = begun(collection), begun(collection, "others")
    hear(collection, first, (1, 0.0, "A slow flute"), (2, 10.0, "A drum"), (3, None, "A slow flute"))
    hear(collection, second, (1, 0.0, "A quick reed"))
    add_caption(collection, 1, "Flauta, échappée")
    add_caption(collection, Span(1, 0, 10), "It begins softly")
    add_caption(collection, 4, "A slow reed")
    return first, second


def shown(collection: Collection, **asked: object) -> list[tuple[int, str]]:
    """Each line's track and text."""
    found = list_lines(collection, LinesAsked(**asked))  # type: ignore[arg-type]
    return [
        (one.line.track_id, one.machine.text if one.machine else "")
        for one in read_lines(collection, found.lines)
    ]


def test_a_line_is_a_text_of_a_run_or_a_track_that_only_people_described(
    collection: Collection, runs: tuple[int, int]
) -> None:
    everything = [
        (1, "A slow flute"), (1, "A quick reed"), (2, "A drum"), (3, "A slow flute"), (4, ""),
    ]  # fmt: skip
    assert shown(collection) == everything
    assert shown(collection, run=runs[0]) == [one for one in everything if one[1] not in ("A quick reed", "")]
    lines = list_lines(collection, LinesAsked(run=runs[0]))
    assert lines.lines == [
        Line(1, 1, 0.0, 10.0, "to check"),
        Line(2, 2, 10.0, 20.0, "to check"),
        Line(3, 3, None, None, "to check"),
    ]
    first, *_, last = read_lines(collection, list_lines(collection, LinesAsked()).lines)
    assert [one.text for one in first.human] == ["Flauta, échappée", "It begins softly"]
    assert first.same == 1
    assert (last.line.key, last.machine, len(last.human)) == (-4, None, 1)


def test_verdicts_are_counted_whichever_is_asked_for(collection: Collection, runs: tuple[int, int]) -> None:
    accept_captions(collection, [1])
    settle_caption(collection, 2, "Two drums")
    reject_captions(collection, [3])
    counted = {None: 5, "accepted": 1, "edited": 1, "rejected": 1, "to check": 1}
    for verdict, track in (("accepted", 1), ("edited", 2), ("rejected", 3), ("to check", 1)):
        found = list_lines(collection, LinesAsked(verdict=verdict))  # type: ignore[arg-type]
        assert [line.track_id for line in found.lines] == [track]
        assert dict(found.counts) == counted
    assert dict(list_lines(collection, LinesAsked(run=runs[1])).counts) == {None: 1, "to check": 1}


@pytest.mark.parametrize(
    ("search", "tracks"),
    [
        ("slow", [1, 3, 4]),
        ("SLO flu", [1, 3]),
        ("flauta echappee", [1, 1]),
        ("reed", [1, 4]),
        ("low", []),
        ("genre:polka", [2]),
        ("genre:polka caption:drum", [2]),
        ("caption:flute", [1, 1, 3]),
        ("   ", [1, 1, 2, 3, 4]),
    ],
)
def test_both_texts_are_searched_and_queries_are_understood(
    collection: Collection, runs: tuple[int, int], search: str, tracks: list[int]
) -> None:
    tag(collection, 2, genre="polka")
    assert [track for track, _ in shown(collection, search=search)] == tracks


def test_a_query_that_cannot_be_understood_is_refused(collection: Collection, runs: tuple[int, int]) -> None:
    with pytest.raises(RequestProblem, match="gener"):
        list_lines(collection, LinesAsked(search="gener:polka"))


def test_the_order_is_asked_for(collection: Collection, runs: tuple[int, int]) -> None:
    accept_captions(collection, [1])
    assert [track for track, _ in shown(collection, sort="to check")] == [1, 2, 3, 1, 4]
    assert shown(collection, sort="text")[:3] == [(2, "A drum"), (1, "A quick reed"), (1, "A slow flute")]
    hear(collection, runs[1], (2, 10.0, "A bell"))
    assert shown(collection, sort="newest")[0] == (2, "A bell")


def test_texts_that_are_written_of_several_tracks_are_found(
    collection: Collection, runs: tuple[int, int]
) -> None:
    assert shown(collection, repeated=True) == [(1, "A slow flute"), (3, "A slow flute")]
    assert shown(collection, repeated=True, run=runs[1]) == []
    hear(collection, runs[1], (3, 0.0, "A slow flute"))
    assert len(shown(collection, repeated=True)) == 2
