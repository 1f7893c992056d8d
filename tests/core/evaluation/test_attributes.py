"""What a text names, and how often it is what is true."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import metrics as theirs

from core.evaluation import Attribute, OneValue, attribute_scores, bootstrap, wilson
from core.evaluation.attributes import NEVER_NAMED, NO_VALUE
from core.evaluation.described import attributes_of

INSTRUMENTS = ("drums", "bass", "bass drum", "acoustic guitar", "guitar", "voice", "strings")
STYLES = {"hiphop": ("hip hop", "hip-hop"), "blues": (), "blues rock": (), "rock": (), "country": ()}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A bass drum and a drum.", {"bass drum", "drums"}),
        ("An ACOUSTIC guitar, two bass drums", {"acoustic guitar", "bass drum"}),
        ("Guitars; voices. String quartet", {"guitar", "voice", "strings"}),
        ("acoustic, guitar-like", {"acoustic guitar"}),
        ("bassoon, drumming, guitarist", set()),
        ("no drums, without voice but basses", {"bass"}),
        ("no bass drum, drums", {"drums"}),
        ("", set()),
    ],
)
def test_what_a_text_names(text: str, named: set[str]) -> None:
    assert Attribute(INSTRUMENTS, many=True).named(text) == named


def test_spellings_and_what_is_no_plural() -> None:
    style = Attribute(STYLES)
    assert style.named("A Hip-Hop beat") == style.named("some hip hop") == style.named("hiphop") == {"hiphop"}
    assert style.named("blues rock") == {"blues rock"}
    assert style.named("blues, rock") == {"blues rock"}  # marks are not read
    assert style.named("a blue light in many countries") == {"country"}


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(INSTRUMENTS), max_size=4, unique=True))
def test_what_is_listed_is_named(values: list[str]) -> None:
    assert Attribute(INSTRUMENTS).named(" and a ".join(values)) == set(values)


def test_of_one_value_only_that_and_no_other_is_right() -> None:
    texts = ["rock", "rock and country", "blues", "a song", "country"]
    truth = [["rock"], ["rock"], ["rock"], ["country"], None]
    found = attribute_scores(Attribute(STYLES), texts, truth, seed=0)
    assert (found.n, found.unknown, found.majority) == (4, 1, 0.75)
    assert found.figures["attribute_accuracy"] == wilson(1, 4)
    assert found.figures["attribute_named"] == wilson(3, 4)
    assert found.values["rock"] == OneValue(true=3, named=2, right=2)
    assert found.values["country"] == OneValue(true=1, named=1, right=0)


def tables(n: int, seed: int) -> tuple[list[str], list[list[str]], np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    true = rng.random((n, 7)) < 0.35
    said = np.where(rng.random((n, 7)) < 0.6, true, rng.random((n, 7)) < 0.3)
    texts = [" and a ".join(np.array(INSTRUMENTS)[row]) for row in said]
    return texts, [list(np.array(INSTRUMENTS)[row]) for row in true], true, said


def slow(true: np.ndarray, said: np.ndarray, name: str) -> float:
    """scikit-learn, of the values that are true somewhere."""
    if name == "attribute_named":
        return float(said.any(1).mean())
    _, average, measure = name.split("_")
    of = {"precision": theirs.precision_score, "recall": theirs.recall_score, "f1": theirs.f1_score}[measure]
    if average == "micro":
        return float(of(true, said, average="micro", zero_division=0))
    kept = true.any(0) & (said.any(0) if measure == "precision" else True)
    return float(of(true[:, kept], said[:, kept], average="macro", zero_division=0))


FIGURES = [
    f"attribute_{average}_{measure}"
    for average in ("micro", "macro")
    for measure in ("precision", "recall", "f1")
]


@pytest.mark.parametrize("grouped", [False, True])
@pytest.mark.parametrize("name", FIGURES)
def test_of_many_values_as_in_scikit_learn_on_every_resample(name: str, grouped: bool) -> None:
    texts, truth, true, said = tables(40, 3)
    groups = np.random.default_rng(1).integers(-1, 8, 40) if grouped else None
    ours = attribute_scores(
        Attribute(INSTRUMENTS, many=True), texts, truth, groups=groups, seed=5, resamples=30
    ).figures[name]
    other = bootstrap(
        lambda rows: slow(true[rows], said[rows], name), 40, groups=groups, seed=5, resamples=30
    )
    assert (ours.value, ours.low, ours.high) == pytest.approx((other.value, other.low, other.high))


def test_groups_of_tracks_that_are_left_out_are_left_out_too() -> None:
    texts, truth, _, _ = tables(12, 4)
    groups = np.repeat([0, 1, 2, 3], 3)
    some = [None if group == 3 else true for group, true in zip(groups, truth, strict=True)]
    instruments = Attribute(INSTRUMENTS, many=True)
    found = attribute_scores(instruments, texts, some, groups=groups, seed=0, resamples=20)
    kept = attribute_scores(instruments, texts[:9], truth[:9], groups=groups[:9], seed=0, resamples=20)
    assert (found.groups, found.unknown, kept.unknown) == (3, 3, 0)
    assert found.figures == kept.figures


def test_what_cannot_be_told_has_a_reason() -> None:
    instruments = Attribute(INSTRUMENTS, many=True)
    silent = attribute_scores(instruments, ["a", "b"], [["bass"], []], seed=0)
    assert silent.reasons == {
        "attribute_micro_precision": NEVER_NAMED,
        "attribute_macro_precision": NEVER_NAMED,
    }
    assert silent.figures["attribute_macro_f1"].value == 0
    bare = attribute_scores(instruments, ["a", "b"], [[], []], seed=0)
    assert set(bare.reasons.values()) == {NO_VALUE}
    assert bare.figures["attribute_named"] == wilson(0, 2)


def test_what_cannot_be_judged() -> None:
    style = Attribute(STYLES)
    for truth, says in (
        ([["polka"]], "'polka' is no value"),
        ([["rock", "blues"]], "exactly one value"),
        (["rock"], "be it of one"),
        ([None], "nobody has said"),
        ([], "1 texts, and what is true of 0 tracks"),
    ):
        with pytest.raises(ValueError, match=says):
            attribute_scores(style, ["rock"], truth, seed=0)
    with pytest.raises(ValueError, match="could be 'drum' or 'drums'"):
        Attribute(["drum", "drums"])
    with pytest.raises(ValueError, match="without a word"):
        Attribute(["?"])


def test_labels_that_texts_call_alike_or_cannot_name_are_no_hindrance() -> None:
    """As people write them: a collection may hold all of these."""
    known = {"genre": {1: ["Jig"], 2: ["jigs"], 3: ["♪"], 4: ["Reel"]}, "mood": {9: ["calm"]}}
    found = attributes_of(known, [1, 2, 3, 4, 5])
    attribute, truth = found["genre"]
    assert found.keys() == {"genre"}
    assert attribute.values == ("Jig", "Reel")
    assert truth == [("Jig",), ("Jig",), None, ("Reel",), None]
    scores = attribute_scores(attribute, ["a jig", "two jigs", "♪", "a reel", ""], truth, seed=0)
    assert (scores.n, scores.unknown) == (3, 2)
    assert scores.figures["attribute_accuracy"].value == 1  # type: ignore[union-attr]
