"""Training goes on after any stop as if there had been none; every setting of the plan does what it says."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from core.errors import Interrupted, RequestProblem
from core.progress import Stop
from core.training.batches import VectorBatches, in_batches
from core.training.learner import Learner
from core.training.loop import Judged, Lesson, deterministic
from core.training.optimiser import rate_factor
from core.training.plan import Plan
from tests.core.training.lessons import (
    KINDS,
    WIDE,
    N,
    Watched,
    crowd,
    learner,
    lesson,
    same,
    told,
    whole,
)

PLANS = {
    "plain": Plan(epochs=4, batch=8, patience=0),
    "accumulated": Plan(epochs=3, batch=4, accumulate=3, patience=0),
    "averaged": Plan(epochs=4, batch=8, average=0.9, patience=0, keep="last"),
    "thawed": Plan(epochs=5, batch=8, unfreeze_at=2, patience=0),
    "plateau": Plan(epochs=8, batch=16, schedule="plateau", halve_after=1, head_lr=0.1, optimiser="sgd"),
    "patient": Plan(epochs=40, batch=16, head_lr=0.05, patience=2, optimiser="adam"),
}


@pytest.mark.parametrize("name", PLANS)
@settings(max_examples=6, deadline=None)
@given(at=st.integers(1, 60))
def test_paused_anywhere_and_gone_on_is_the_same_to_the_bit(
    tmp_path_factory: Any, name: str, at: int
) -> None:
    plan, folder = PLANS[name], tmp_path_factory.mktemp("run")
    undisturbed, ours = lesson(plan), lesson(plan)
    first, second = Watched(folder), Watched(folder, at)
    expected = whole(undisturbed, first)
    sittings, checkpoint = 0, None
    while True:
        try:
            found = whole(ours, second, checkpoint)
            break
        except Interrupted:
            # Another process would draw everything anew.
            torch.manual_seed(sittings)
            ours, checkpoint, sittings = lesson(plan), second.path, sittings + 1
            second.at = second.looks + at + 1
    assert same(undisturbed.learner, ours.learner)
    assert told(second.rows) == told(first.rows)
    ignored = {"seconds": 0.0, "epoch_seconds": 0.0}
    assert msgspec.structs.replace(found.state, **ignored) == msgspec.structs.replace(
        expected.state, **ignored
    )


def test_another_seed_is_another_run(tmp_path: Path) -> None:
    plan = PLANS["plain"]
    first, again, other = lesson(plan), lesson(plan), lesson(plan, seed=4)
    for each in (first, again, other):
        whole(each, Watched(tmp_path))
    assert same(first.learner, again.learner)
    assert not same(first.learner, other.learner)


def test_everybody_elses_random_numbers_stay(tmp_path: Path) -> None:
    torch.manual_seed(1)
    before = torch.get_rng_state()
    whole(lesson(PLANS["plain"]), Watched(tmp_path))
    assert torch.equal(before, torch.get_rng_state())
    assert not torch.are_deterministic_algorithms_enabled()


def test_one_batch_is_learnt_by_heart(tmp_path: Path) -> None:
    plan = Plan(epochs=300, batch=64, patience=0, keep="last", head_lr=0.01, weight_decay=0)
    ours = lesson(plan, encoder=False)
    ours.learner.head[4].p = 0.0
    watched = Watched(tmp_path)
    whole(ours, watched)
    assert watched.rows[-1].figures["train"]["accuracy"] == 1.0
    assert watched.rows[-1].figures["train"]["loss"] < 0.05


def test_loss_and_weights_are_those_of_a_plain_loop(tmp_path: Path) -> None:
    plan = Plan(epochs=2, batch=8, clip=0, schedule="constant", warmup=0, patience=0, keep="last")
    ours, plain = lesson(plan, encoder=False), learner(encoder=False)
    watched = Watched(tmp_path)
    whole(ours, watched)
    values, kinds = map(torch.from_numpy, crowd())
    flat = [weight for weight in plain.parameters() if weight.ndim <= 1]
    deep = [weight for weight in plain.parameters() if weight.ndim > 1]
    optimiser = torch.optim.AdamW(
        [{"params": deep, "weight_decay": 0.01}, {"params": flat, "weight_decay": 0}], lr=1e-3
    )
    losses = []
    with deterministic(3):
        for epoch in range(2):
            plain.train()
            total = 0.0
            for rows in in_batches(N, 8, 3, epoch):
                optimiser.zero_grad()
                loss = nn.functional.cross_entropy(plain(values[rows]), kinds[rows])
                loss.backward()
                optimiser.step()
                total += loss.item() * len(rows)
            losses.append(total / N)
    assert [row.figures["train"]["loss"] for row in watched.rows] == pytest.approx(losses, rel=1e-5)
    for one, two in zip(ours.learner.parameters(), plain.parameters(), strict=True):
        torch.testing.assert_close(one, two, rtol=1e-4, atol=1e-6)


def test_accumulated_batches_make_the_step_of_one_large_one(tmp_path: Path) -> None:
    """Without anything that looks at a batch as a whole."""
    values, kinds = crowd()
    found = []
    for batch, accumulate in ((8, 1), (4, 2)):
        with deterministic(0):
            line = Learner(nn.Sequential(nn.Flatten(), nn.Linear(WIDE, KINDS)))
        plan = Plan(
            epochs=1,
            batch=batch,
            accumulate=accumulate,
            optimiser="sgd",
            clip=0,
            patience=0,
            keep="last",
            shuffle=False,
        )
        given = VectorBatches(values[:40], kinds[:40], batch, 0, shuffle=False)
        whole(
            Lesson(line, nn.CrossEntropyLoss(), lambda *_: {}, given, lambda *_: Judged({}, 0.0), plan, 0),
            Watched(tmp_path),
        )
        found.append(line)
    for one, two in zip(*(each.parameters() for each in found), strict=True):
        torch.testing.assert_close(one, two)


def test_a_sleeping_encoder_does_not_change_and_then_does(tmp_path: Path) -> None:
    ours = lesson(Plan(epochs=2, batch=8, unfreeze_at=2, patience=0, keep="last"))
    before = {name: value.clone() for name, value in ours.learner.encoder.state_dict().items()}
    whole(ours, Watched(tmp_path))
    assert all(torch.equal(before[name], value) for name, value in ours.learner.encoder.state_dict().items())
    awake = lesson(Plan(epochs=3, batch=8, unfreeze_at=2, patience=0, keep="last", encoder_lr=0.01))
    whole(awake, Watched(tmp_path))
    assert not torch.equal(before["line.weight"], awake.learner.encoder.state_dict()["line.weight"])


def test_patience_ends_it_and_the_best_epoch_is_kept(tmp_path: Path) -> None:
    watched = Watched(tmp_path)
    ours = lesson(Plan(epochs=200, batch=16, head_lr=0.3, warmup=0, patience=3))
    trained = whole(ours, watched)
    losses = [row.figures["valid"]["loss"] for row in watched.rows]
    assert len(losses) < 200
    assert trained.state.best_epoch == int(np.argmin(losses)) == len(losses) - 4
    values, kinds = crowd(1)
    with torch.no_grad():
        again = nn.functional.cross_entropy(ours.learner(torch.from_numpy(values)), torch.from_numpy(kinds))
    assert float(again) == pytest.approx(min(losses))


def test_the_mean_of_the_weights_is_what_is_judged(tmp_path: Path) -> None:
    plan = Plan(epochs=1, batch=8, average=0.5, patience=0, keep="last", optimiser="sgd", clip=0, warmup=0)
    values, kinds = crowd()
    with deterministic(0):
        line = Learner(nn.Sequential(nn.Flatten(), nn.Linear(WIDE, KINDS)))
    weight = line.head[1].weight
    history = [weight.detach().clone()]
    real = VectorBatches(values, kinds, 8, 0)

    class Noted(VectorBatches):
        def epoch(self, number: int, first: int = 0) -> Any:
            for batch in real.epoch(number, first):
                yield batch
                history.append(weight.detach().clone())

    given = Noted(values, kinds, 8, 0)
    whole(
        Lesson(line, nn.CrossEntropyLoss(), lambda *_: {}, given, lambda *_: Judged({}, 0.0), plan, 0),
        Watched(tmp_path),
    )
    mean = history[0]
    for each in history[1:]:
        mean = mean.lerp(each, 0.5)
    torch.testing.assert_close(weight.detach(), mean)


@pytest.mark.parametrize(("warmup", "schedule"), [(0.0, "constant"), (0.2, "cosine"), (0.5, "plateau")])
def test_rates_rise_and_fall(warmup: float, schedule: Any) -> None:
    plan = Plan(warmup=warmup, schedule=schedule)
    factors = [rate_factor(plan, step, 100) for step in range(100)]
    rise = round(100 * warmup)
    assert factors[:rise] == pytest.approx([(i + 1) / rise for i in range(rise)])
    if schedule == "cosine":
        assert factors[rise:] == pytest.approx([0.5 + 0.5 * math.cos(math.pi * i / 80) for i in range(80)])
    else:
        assert set(factors[rise:]) == {1.0}
    assert rate_factor(plan, -1, 100) == 0.0


def test_stop_and_keep_has_a_judged_epoch_even_in_the_first(tmp_path: Path) -> None:
    watched = Watched(tmp_path, 2, Stop.KEEP)
    trained = whole(lesson(Plan(epochs=50, batch=8)), watched)
    assert trained.stopped
    assert len(watched.rows) == 1
    assert trained.state.best_epoch == 0


def test_cancel_keeps_nothing(tmp_path: Path) -> None:
    watched = Watched(tmp_path, 3, Stop.CANCEL)
    with pytest.raises(Interrupted):
        whole(lesson(Plan(epochs=50, batch=8)), watched)
    assert not watched.path.exists()


def test_a_loss_that_is_no_number_is_a_sentence(tmp_path: Path) -> None:
    ours = lesson(Plan(epochs=50, batch=8, head_lr=100, encoder_lr=100, clip=0, optimiser="sgd", warmup=0))
    with pytest.raises(RequestProblem, match="The loss is no number any more in epoch"):
        for part in (ours.learner.head, ours.learner.encoder):
            for module in part.modules():
                if isinstance(module, nn.BatchNorm1d):
                    module.weight.data *= 1e30
        whole(ours, Watched(tmp_path))


@pytest.mark.parametrize(
    "error",
    [
        torch.OutOfMemoryError("CUDA out of memory"),
        RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes"),
        MemoryError(),
    ],
)
def test_too_little_memory_is_a_sentence_that_says_what_to_set(tmp_path: Path, error: Exception) -> None:
    def full(outputs: Tensor, targets: Tensor) -> Tensor:
        raise error

    plan = Plan(epochs=1, batch=16)
    ours = lesson(plan)
    with pytest.raises(RequestProblem, match=r"Set training\.batch to 8 and training\.accumulate to 2"):
        whole(Lesson(ours.learner, full, ours.tally, ours.batches, ours.judge, plan, 0), Watched(tmp_path))


def test_other_faults_stay_what_they_are(tmp_path: Path) -> None:
    def broken(outputs: Tensor, targets: Tensor) -> Tensor:
        raise RuntimeError("shapes differ")

    ours = lesson(Plan(epochs=1))
    with pytest.raises(RuntimeError, match="shapes differ"):
        whole(
            Lesson(ours.learner, broken, ours.tally, ours.batches, ours.judge, ours.plan, 0),
            Watched(tmp_path),
        )


@given(n=st.integers(1, 200), size=st.integers(1, 64), seed=st.integers(0, 9), epoch=st.integers(0, 5))
def test_batches_hold_each_row_once(n: int, size: int, seed: int, epoch: int) -> None:
    parts = in_batches(n, size, seed, epoch)
    assert sorted(np.concatenate(parts).tolist()) == list(range(n))
    if n > 1 and size > 1:
        assert min(map(len, parts)) > 1
    assert [part.tolist() for part in parts] == [part.tolist() for part in in_batches(n, size, seed, epoch)]
