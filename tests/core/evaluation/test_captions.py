"""Figures of captions are those of slow loops over words, and so are their intervals."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import exp, log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Interrupted
from core.evaluation import Attribute, bootstrap, caption_scores
from core.evaluation.captions import ONE_TRACK, TOO_SHORT
from core.evaluation.wording import common_length, count_sequences, tokens, words
from core.progress import Stop

VOCABULARY = [
    "a",
    "the",
    "Slow",
    "slow",
    "song",
    "with",
    "drums",
    "drums,",
    "piano",
    "and",
    "soft",
    "voice.",
    "sad",
]
TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=9).map(" ".join)
ITEMS = st.lists(st.tuples(TEXTS, st.lists(TEXTS, min_size=1, max_size=3)), min_size=2, max_size=8)
BLEU = ("bleu_1", "bleu_2", "bleu_3", "bleu_4")

Items = list[tuple[str, list[str]]]


def some(n: int, seed: int) -> Items:
    rng = np.random.default_rng(seed)

    def text() -> str:
        return " ".join(rng.choice(VOCABULARY, rng.integers(3, 12)))

    return [(text(), [text() for _ in range(rng.integers(1, 4))]) for _ in range(n)]


def sequences(text: list[str], length: int) -> list[tuple[str, ...]]:
    return [tuple(text[start : start + length]) for start in range(len(text) - length + 1)]


def slow_bleu(items: Items, longest: int) -> float:
    """Of what is told of BLEU, with loops; 0 where nothing matches."""
    said_length = meant_length = 0
    logs = 0.0
    for length in range(1, longest + 1):
        matched = tried = 0
        for said, references in items:
            ours = sequences(tokens(said), length)
            tried += len(ours)
            for each in set(ours):
                best = max(sequences(tokens(other), length).count(each) for other in references)
                matched += min(ours.count(each), best)
        if not matched:
            return 0.0
        logs += log(matched / tried)
    for said, references in items:
        mine = len(tokens(said))
        said_length += mine
        meant_length += min((abs(len(tokens(other)) - mine), len(tokens(other))) for other in references)[1]
    return min(1.0, exp(1 - meant_length / said_length)) * exp(logs / longest)


def slow_rouge(said: str, references: list[str]) -> float:
    def f1(first: list[str], second: list[str]) -> float:
        common = slow_common(first, second)
        return 2 * common / (len(first) + len(second)) if common else 0.0

    return max(f1(words(said), words(other)) for other in references)


def slow_common(first: list[str], second: list[str]) -> int:
    table = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i, one in enumerate(first):
        for j, other in enumerate(second):
            table[i + 1][j + 1] = table[i][j] + 1 if one == other else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def slow_cider(items: Items) -> list[float]:
    found = []
    for said, references in items:
        total = 0.0
        for other in references:
            apart = len(words(said)) - len(words(other))
            for length in range(1, 5):
                mine, meant = (weights(text, length, items) for text in (said, other))
                norms = [sqrt(sum(value**2 for value in each.values())) for each in (mine, meant)]
                alike = sum(min(value, meant.get(key, 0)) * meant.get(key, 0) for key, value in mine.items())
                if all(norms):
                    total += alike / (norms[0] * norms[1]) * exp(-(apart**2) / 72)
        found.append(10 * total / 4 / len(references))
    return found


def weights(text: str, length: int, items: Items) -> dict[tuple[str, ...], float]:
    found = {}
    for key, times in Counter(sequences(words(text), length)).items():
        having = sum(any(key in sequences(words(other), length) for other in each) for _, each in items)
        found[key] = times * log(len(items) / max(having, 1))
    return found


def judged(items: Items, **settings_: object) -> dict:
    said, references = zip(*items, strict=True)
    return caption_scores(said, references, seed=0, **{"resamples": 5} | settings_).figures


@settings(deadline=None, max_examples=60)
@given(ITEMS)
def test_as_with_loops(items: Items) -> None:
    found = judged(items)
    for longest, name in enumerate(BLEU, 1):
        if all(len(tokens(said)) < longest for said, _ in items):
            assert found[name] is None
        else:
            assert found[name].value == pytest.approx(slow_bleu(items, longest)), name
    assert found["rouge_l"].value == pytest.approx(np.mean([slow_rouge(*item) for item in items]))
    assert found["cider_d"].value == pytest.approx(np.mean(slow_cider(items)))


def test_by_hand() -> None:
    """Seven "the" of which the reference has two; one reference of seven tokens, one of six."""
    said, references = "the the the the the the the", ["the cat is on the mat", "there is a cat on the mat"]
    found = judged([(said, references), ("", ["nothing"])])
    # 2 of 7 match; 7 tokens were said, 7 + 1 meant.
    assert found["bleu_1"].value == pytest.approx(2 / 7 * exp(1 - 8 / 7))
    assert found["bleu_2"].value == 0
    assert found["rouge_l"].value == pytest.approx((2 * 2 / 13 + 0) / 2)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from("abc"), max_size=90), st.lists(st.sampled_from("abcd"), max_size=90))
def test_the_longest_common_subsequence(first: list[str], second: list[str]) -> None:
    assert common_length(first, second) == common_length(second, first) == slow_common(first, second)


def test_case_and_marks_count_for_bleu_alone() -> None:
    assert tokens("A sad, SAD song (live).") == ["A", "sad", ",", "SAD", "song", "(", "live", ")", "."]
    assert words("A sad, SAD song (live).") == ["a", "sad", "sad", "song", "live"]
    found = judged([("SAD SONG", ["sad song"]), ("slow, soft", ["slow soft"])])
    assert found["bleu_1"].value == pytest.approx(2 / 5)
    assert found["rouge_l"].value == 1


@settings(deadline=None, max_examples=40)
@given(ITEMS, st.integers(0, 10**6))
def test_the_same_text_is_one_and_the_order_of_tracks_is_nothing(items: Items, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(items))
    once, again = judged(items), judged([items[place] for place in order])
    for name, score in once.items():
        assert (score is None) == (again[name] is None)
        assert score is None or again[name].value == pytest.approx(score.value)
    same = judged([(references[-1] or "word", [*references, "word"]) for _, references in items])
    for name in (*BLEU, "rouge_l"):
        assert same[name] is None or same[name].value == pytest.approx(1), name


def test_the_same_rare_text_is_ten() -> None:
    texts = ["one two three four five", "six seven eight nine ten eleven"]
    assert judged([(text, [text]) for text in texts])["cider_d"].value == pytest.approx(10)
    assert judged([(text, [text]) for text in texts[::-1]])["cider_d"].low is None


def slow_figure(items: Items, name: str, rows: np.ndarray) -> float:
    drawn = [items[row] for row in rows]
    if name in BLEU:
        return slow_bleu(drawn, BLEU.index(name) + 1)
    if name == "rouge_l":
        return float(np.mean([slow_rouge(*item) for item in drawn]))
    # What is rare stays what it is among the references of all.
    return float(np.mean(np.array(slow_cider(items))[rows]))


@pytest.mark.parametrize("grouped", [False, True])
@pytest.mark.parametrize("name", ["bleu_1", "bleu_3", "rouge_l", "cider_d"])
def test_intervals_as_from_drawing_tracks(name: str, grouped: bool) -> None:
    items = some(14, 1)
    groups = np.random.default_rng(2).integers(-1, 5, 14) if grouped else None
    ours = judged(items, groups=groups, resamples=25)[name]
    slow = bootstrap(lambda rows: slow_figure(items, name, rows), 14, groups=groups, seed=0, resamples=25)
    assert (ours.value, ours.n) == (pytest.approx(slow.value), 14)
    assert (ours.low, ours.high) == (pytest.approx(slow.low), pytest.approx(slow.high))


def test_all_of_it_at_once() -> None:
    said = ["A sad song.", "A sad song.", ""]
    references = [["A sad song with drums."], ["Fast techno.", "Techno!"], ["Silence, long and deep."]]
    mood = (Attribute(["sad", "fast"]), [["sad"], ["fast"], None])
    found = caption_scores(said, references, attributes={"mood": mood}, seed=0, resamples=20)
    assert (found.n, found.groups, found.wording.distinct, found.wording.empty) == (3, None, 2, 1)
    assert (found.wording.words, found.wording.reference_words) == (2, (5 + 2 + 1 + 4) / 4)
    assert found.retrieval.pool == 3
    assert found.attributes["mood"].figures["attribute_accuracy"].value == 0.5
    # A joint encoder's word goes before that of the words.
    heard = caption_scores(said, references, similarity=np.eye(3), seed=0, resamples=20)
    assert heard.retrieval.figures["recall_at_1"].value == 1
    assert caption_scores(said, references, retrieval=False, seed=0, resamples=2).retrieval is None


def test_what_cannot_be_told_has_a_reason() -> None:
    found = caption_scores(["Sad."], [["Sad song."]], seed=0)
    assert found.reasons == {"bleu_3": TOO_SHORT, "bleu_4": TOO_SHORT, "cider_d": ONE_TRACK}
    assert all(found.figures[name] is None for name in found.reasons)
    assert found.figures["bleu_1"].low is None
    nothing = caption_scores(["", ""], [["a"], ["b"]], seed=0)
    assert [nothing.figures[name] for name in BLEU] == [None] * 4
    assert nothing.figures["rouge_l"].value == nothing.figures["cider_d"].value == 0


@pytest.mark.parametrize(
    ("said", "references", "says"),
    [
        ([], [], "no captions"),
        (["a"], [["a"], ["b"]], "1 captions, and references of 2 tracks"),
        (["a", "b"], [["a"], []], "1 of 2 tracks have no reference"),
        (["a"], ["a song"], "a list of texts"),
    ],
)
def test_what_cannot_be_judged(said: list[str], references: list, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        caption_scores(said, references, seed=0)


def test_sequences_are_counted_within_texts_only() -> None:
    ones, twos = count_sequences([["a", "b", "a", "b"], [], ["b", "a"]], 2)
    assert ones.toarray().tolist() == [[2, 2], [0, 0], [1, 1]]
    assert twos.toarray().tolist() == [[2, 1], [0, 0], [0, 1]]
    assert [each.shape for each in count_sequences([[], []], 2)] == [(2, 1), (2, 1)]


def test_it_can_be_stopped() -> None:
    said, references = zip(*some(3, 0), strict=True)
    for asked in range(1, 4):
        answers = iter([None] * (asked - 1) + [Stop.CANCEL] * 9)
        with pytest.raises(Interrupted):
            caption_scores(said, references, seed=0, should_stop=lambda answers=answers: next(answers))


def test_more_common_words_are_more() -> None:
    """Each step takes one more word from the reference."""
    meant = ["one", "two", "three", "four", "five", "six"]
    texts = [" ".join([*meant[:k], *["x"] * (6 - k)]) for k in range(7)]
    rising = [judged([(text, [" ".join(meant)]), ("y", ["z"])]) for text in texts]
    for name in ("bleu_1", "rouge_l", "cider_d"):
        assert all(more[name].value > less[name].value for less, more in pairwise(rising)), name
