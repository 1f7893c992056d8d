"""What stands beside every figure: what is said without listening, by chance, by an ear that learnt nothing.

The same tracks of the same split, judged in the same way. A run that is not clear
of these has found nothing.
"""

from __future__ import annotations

import numpy as np

from core.encoders import find_card
from core.encoders.card import BuiltIn
from core.progress import Progress, ShouldStop, Step, shares
from core.recipes.bench import Bench, Learnt
from core.recipes.contract import Family, Verdict, family_of
from core.recipes.material import check
from core.recipes.quick import logistic
from core.recipes.recipe import EncoderPart, Task
from core.recipes.vectors import encode_missing, read_vectors
from core.runs import ScoreRow

RANDOM = "mel-cnn"
"""An ear that has learnt nothing and is quick; a network of ours that was drawn is its own control."""


def judge_controls(
    bench: Bench, learnt: Learnt, progress: Progress, should_stop: ShouldStop
) -> list[ScoreRow]:
    rows = list[ScoreRow]()
    wanted = bench.recipe.controls
    floors = learnt.family.floors("test", bench.seed)
    if bench.recipe.task is Task.CAPTION:  # always, since habits of wording look like hearing
        wanted = tuple(floors)
    steps = shares(progress, *([1] * max(len(wanted), 1)))
    for control, step in zip(wanted, steps, strict=False):
        step(Step(0, 1, note=f"Control: {control}"))
        if control in floors:
            named = learnt.family.constant if control == "majority" else control
            verdict, test = Verdict("test", named), learnt.family.material.of("test")
            rows += learnt.family.scores(verdict, test, floors[control], bench.seed, should_stop)
        else:
            rows += _probe(bench, learnt.family, control, step, should_stop)
    return rows


def _probe(
    bench: Bench, family: Family, control: str, progress: Progress, should_stop: ShouldStop
) -> list[ScoreRow]:
    """Logistic regression on other vectors, or on other labels."""
    encoder = _encoder(bench, control)
    if not encoder:
        return []
    part = EncoderPart(name=encoder)
    if control == "shuffled labels" and bench.recipe.encoder.tune == "frozen":
        part = bench.recipe.encoder
    set_id = encode_missing(bench, encoder, part.window_s, progress, should_stop)
    vectors = read_vectors(bench.collection, set_id, part, family.material.tracks)
    heard = family_of(family.material.only(vectors.rows), balance=bench.recipe.head.balance)
    check(heard.material)
    truth = heard.material.of("train")
    if control == "shuffled labels":
        truth = np.random.default_rng((bench.seed, 1)).permutation(truth)
    values = vectors.values.reshape(len(vectors.values), -1)
    solved = logistic(heard, values, truth=truth, should_stop=should_stop)
    rows = heard.material.parts["test"]
    return heard.scores(
        Verdict("test", control), heard.material.truth[rows], solved.said[rows], bench.seed, should_stop
    )


def _encoder(bench: Bench, control: str) -> str:
    """Whose vectors; none where the run itself is the control."""
    own = bench.recipe.encoder
    card = find_card(own.name)
    drawn = isinstance(card.source, BuiltIn) and not card.dimensions
    if control == "random encoder":
        return (own.name if own.tune != "frozen" else "") if drawn else RANDOM
    if control == "descriptors":
        return (
            ""
            if own.name == "descriptors" and own.tune == "frozen" and bench.recipe.head.kind == "logistic"
            else "descriptors"
        )
    return own.name if own.tune == "frozen" else "descriptors"
