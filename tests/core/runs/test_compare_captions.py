"""Two runs that wrote captions of the same tracks: figures and intervals against loops and scores of one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.errors import RequestProblem
from core.evaluation import Attribute, caption_scores, described_sample
from core.evaluation.attributes import Truth
from core.evaluation.draws import Draws, numbered
from core.runs import (
    PredictionRow,
    accept_predictions,
    artists_of,
    compare_runs,
    outcome,
    rows_of_captions,
    set_state,
    write_predictions,
    write_scores,
)
from core.store import Collection
from tests.core.library.shelf import tag
from tests.core.runs.conftest import GENRES, PART, begun, finished

MOODS = ("calm", "quick")
PLAYED = ("oud", "pipes")
RECIPE = 'name = "caption"\ntask = "caption"\n\n[writer]\nnamed = ["genre", "instrument", "weather"]\n'
SHARED = (
    *((name, "") for name in ("cider_d", "rouge_l", "bleu_4", "recall_at_10")),
    ("attribute_accuracy", "genre"),
    ("attribute_micro_f1", "instrument"),
)


def human(i: int) -> str:
    return f"A {MOODS[i // 2 % 2]} piece of {GENRES[i % 3]} with {PLAYED[i // 3 % 2]}, number {i}."


def wrote(collection: Collection, right: float, seed: int) -> int:
    """A run that has described every track, mostly as people have; of every fifth nobody knows the genre."""
    rng = np.random.default_rng(seed)
    told = [i if rng.random() < right else int(rng.integers(60)) for i in range(60)]
    said = [human(i) for i in told]
    run = begun(collection, name="caption", task="caption", text=RECIPE, seed=seed)
    rows = [PredictionRow(i + 1, PART[i % 5], human(i) if i % 6 else None, said[i]) for i in range(60)]
    write_predictions(collection, run, rows)
    one = outcome(collection, run, "test")
    references = [(text,) for text in one.truth.tolist()]
    groups = artists_of(collection, one.tracks)
    found = caption_scores(
        one.said.tolist(), references, groups=groups, attributes=dict(one.attributes), seed=0, resamples=50
    )
    write_scores(collection, run, rows_of_captions(found, "test", resamples=50))
    set_state(collection, run, "done")
    return run


@pytest.fixture
def played(shelf: Collection) -> Collection:
    """One track in six has two instruments; of one in seven nobody has said which."""
    for i in (i for i in range(60) if i % 7):
        tag(shelf, i + 1, instrument=list(PLAYED) if i % 6 == 1 else [PLAYED[i // 3 % 2]])
    return shelf


def key(name: str, about: str) -> str:
    return f"{name} of {about}" if about else name


def test_differences_are_those_of_the_scores(played: Collection) -> None:
    first, second = wrote(played, 0.3, 0), wrote(played, 0.9, 1)
    compared = compare_runs(played, first, second)
    assert (compared.task, compared.part) == ("caption", "test")
    before, after = compared.scores
    for name, about in SHARED:
        found = compared.found.differences[key(name, about)]
        assert found
        expected = after[key(name, about)].value - before[key(name, about)].value
        assert found.score.value == pytest.approx(expected)
        assert found.score.n == compared.found.n
        assert found.p is not None
    cider = compared.found.differences["cider_d"]
    assert cider
    assert cider.p is not None
    assert cider.p < 0.05
    assert not {name for name in compared.found.differences if "weather" in name}
    back = compare_runs(played, second, first).found.differences["cider_d"]
    assert back
    assert (back.score.value, back.p) == (pytest.approx(-cider.score.value), cider.p)


def test_intervals_are_over_artists(played: Collection) -> None:
    """Against a loop over the draws, track by track."""
    runs = wrote(played, 0.3, 0), wrote(played, 0.9, 1)
    compared = compare_runs(played, *runs)
    outcomes = [outcome(played, run, "test") for run in runs]
    group = numbered(artists_of(played, outcomes[0].tracks), compared.found.n)
    assert compared.found.groups == len(np.unique(group)) < compared.found.n
    played_on, truth = outcomes[0].attributes["instrument"]
    known = np.array([true is not None for true in truth])
    assert not known.all()
    told = [[played_on.named(text) for text in one.said.tolist()] for one in outcomes]
    drawn = []
    for counts in Draws(group, 0).counts():
        for draw in counts.T:
            times = np.where(known, draw[group], 0)
            before, after = (f1(each, truth, times) for each in told)
            drawn.append(after - before)
    found = compared.found.differences["attribute_micro_f1 of instrument"]
    assert found
    assert found.score.value == pytest.approx(drawn[0])
    assert [found.score.low, found.score.high] == pytest.approx(np.quantile(drawn[1:], [0.025, 0.975]))


def f1(told: list[frozenset[str]], truth: Truth, times: np.ndarray) -> float:
    """Each track counts so many times."""
    right = named = true = 0.0
    for names, values, weight in zip(told, truth, times.tolist(), strict=True):
        if weight:
            right += weight * len(names & set(values or ()))
            named += weight * len(names)
            true += weight * len(set(values or ()))
    return 2 * right / (named + true)


def test_sums_give_the_figures_of_a_run_and_their_intervals(played: Collection) -> None:
    one = outcome(played, wrote(played, 0.6, 3), "test")
    groups = artists_of(played, one.tracks)
    whole = caption_scores(
        one.said.tolist(),
        [(text,) for text in one.truth.tolist()],
        groups=groups,
        attributes=dict(one.attributes),
        seed=0,
    )
    sample = described_sample(one)
    found = sample.figures(sample.drawn(Draws(numbered(groups, sample.n), 0)))
    assert whole.retrieval
    told = whole.figures | whole.retrieval.figures
    for about, of in whole.attributes.items():
        told |= {key(name, about): score for name, score in of.figures.items()}
    assert {key(*each) for each in SHARED} <= found.keys() <= told.keys()
    for name, values in found.items():
        score = told[name]
        assert score
        assert values[0] == pytest.approx(score.value)
        if name != "attribute_micro_f1 of instrument":  # drawn there without artists of whom nothing is known
            assert [score.low, score.high] == pytest.approx(np.quantile(values[1:], [0.025, 0.975]))


def test_the_fields_are_those_of_the_recipe_as_people_say_them(played: Collection) -> None:
    run = wrote(played, 0.5, 0)
    tag(played, 2, source="run", weather="rain")
    attributes = outcome(played, run, "test").attributes
    assert {name: attribute.many for name, (attribute, _) in attributes.items()} == {
        "genre": False,
        "instrument": True,
    }
    genre, truth = attributes["genre"]
    assert isinstance(genre, Attribute)
    assert genre.values == GENRES
    told = dict(zip(outcome(played, run, "test").tracks.tolist(), truth, strict=True))
    assert {id_: true for id_, true in told.items() if true} == {
        id_: (GENRES[(id_ - 1) % 3],) for id_ in told if (id_ - 1) % 5
    }


@pytest.mark.parametrize("least", [0.0, 0.5])
def test_captions_are_no_labels(played: Collection, least: float) -> None:
    run = wrote(played, 0.5, 0)
    with pytest.raises(RequestProblem, match=f"Run {run} writes captions, which are no labels"):
        accept_predictions(played, run, "genre", least)


def test_what_cannot_be_compared_is_said(played: Collection) -> None:
    run, classes = wrote(played, 0.5, 0), finished(played)
    with pytest.raises(RequestProblem, match="one is to caption, the other to classify"):
        compare_runs(played, run, classes)
    other: dict[str, Any] = {"name": "caption", "task": "caption", "text": RECIPE + "# other", "seed": 9}
    elsewhere = begun(played, **other)
    write_predictions(played, elsewhere, [PredictionRow(4, "test", "Something else.", "A reel.")])
    with pytest.raises(RequestProblem, match="judged on different tracks"):
        compare_runs(played, run, elsewhere)
