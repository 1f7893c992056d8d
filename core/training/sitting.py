"""What training has in its hands between two steps: all that a checkpoint must hold."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import torch
from torch import Tensor

from core.errors import RequestProblem
from core.runs import EpochRow
from core.training.checkpoint import (
    AGAIN,
    State,
    Tensors,
    Write,
    pack_optimiser,
    prefixed,
    read,
    under,
    unpack_optimiser,
    write,
)
from core.training.learner import Learner
from core.training.optimiser import make_optimiser, set_rates, shorten
from core.training.plan import Plan

COST = 20
"""Writing checkpoints may take no more than this part of the time."""
TELL_S, TELL_COST = 1.0, 100
"""What was said is told at most this often, and takes no more than this part of the time."""


class Sitting:
    def __init__(self, learner: Learner, plan: Plan, count: int, about: Mapping[str, Any]) -> None:
        self.learner, self.plan, self.count, self.about = learner, plan, count, about
        self.optimiser = make_optimiser(learner, plan)
        self.state = State()
        self.rows: list[EpochRow] = []
        self._average = _values(learner) if plan.average else Tensors()
        self._best = Tensors()
        self._kept_s = self._since_s = time.monotonic()
        self._cost_s = 0.0
        self._told_s, self._tell_cost_s = -TELL_S, 0.0

    @property
    def between_steps(self) -> bool:
        """No gradient waits for others."""
        return self.state.batch % self.plan.accumulate == 0 or self.state.batch == self.count

    def together(self) -> int:
        """Batches that make the step which the next one belongs to."""
        first = self.state.batch - self.state.batch % self.plan.accumulate
        return min(self.plan.accumulate, self.count - first)

    def count_batch(self, size: int, sums: Mapping[str, float]) -> None:
        state = self.state
        state.batch += 1
        state.seen += size
        for name, value in sums.items():
            state.sums[name] = state.sums.get(name, 0.0) + value
        if self.between_steps:
            self._step()

    def _step(self) -> None:
        plan, state = self.plan, self.state
        each = -(-self.count // plan.accumulate)
        set_rates(
            self.optimiser, plan, state.step, plan.epochs * each, plan.unfreeze_at * each, state.halvings
        )
        shorten(self.learner, plan.clip)
        self.optimiser.step()
        self.optimiser.zero_grad()
        state.step += 1
        if self._average:
            now = self.learner.state_dict()
            for name, mean in self._average.items():
                mean.lerp_(now[name], 1 - plan.average)

    def means(self) -> dict[str, float]:
        """Over what has been seen of the epoch."""
        return {name: value / max(self.state.seen, 1) for name, value in self.state.sums.items()}

    def end_epoch(
        self,
        decisive: float,
        figures: dict[str, float],
        confusion: list[list[int]] | None,
        told: bytes | None = None,
    ) -> EpochRow:
        """Takes the weights as they are now for the best if they are; call it inside `at_its_best`."""
        state, plan = self.state, self.plan
        self._tell_time()
        means = {"train": self.means(), "valid": figures}
        row = EpochRow(state.epoch, state.step, state.epoch_seconds, means, confusion, told)
        self.rows.append(row)
        if state.best is None or decisive > state.best:
            state.best, state.best_epoch, state.stale, state.stale_rate = decisive, state.epoch, 0, 0
            if plan.keep == "best":
                self._best = {name: value.clone() for name, value in self.learner.state_dict().items()}
        else:
            state.stale, state.stale_rate = state.stale + 1, state.stale_rate + 1
        if plan.schedule == "plateau" and state.stale_rate > plan.halve_after:
            state.halvings, state.stale_rate = state.halvings + 1, 0
        state.epoch, state.batch, state.seen, state.sums, state.epoch_seconds = state.epoch + 1, 0, 0, {}, 0.0
        state.over = state.epoch >= plan.epochs or bool(plan.patience and state.stale >= plan.patience)
        return row

    @contextmanager
    def at_its_best(self) -> Iterator[None]:
        """With the running mean of the weights, where there is one."""
        if not self._average:
            yield
            return
        now = {name: value.clone() for name, value in _values(self.learner).items()}
        _put(self.learner, self._average)
        try:
            yield
        finally:
            _put(self.learner, now)

    def finish(self) -> None:
        """The weights that the plan asks for."""
        if self._best:
            _put(self.learner, self._best)
        elif self._average:
            _put(self.learner, self._average)
        self.learner.eval()

    def due(self) -> bool:
        return time.monotonic() - self._kept_s >= max(self.plan.checkpoint_s, COST * self._cost_s)

    def keep(self, keep: Callable[[State, Write, list[EpochRow]], None]) -> None:
        self._tell_time()
        begun_s = time.monotonic()
        tensors = (
            prefixed("learner", self.learner.state_dict())
            | prefixed("average", self._average)
            | prefixed("best", self._best)
            | pack_optimiser(self.optimiser)
            | self._random()
        )

        def put(file: BinaryIO) -> None:
            write(file, tensors, self.state, self.about)

        keep(self.state, put, self.rows)
        self.rows = []
        self._kept_s = time.monotonic()
        self._cost_s = self._kept_s - begun_s

    def tell(self, tell: Callable[[Mapping[int, bytes]], None]) -> None:
        """What was said in the epochs that nobody has told of yet, when it is time."""
        waiting = {row.epoch: row.told for row in self.rows if row.told is not None}
        begun_s = time.monotonic()
        if not waiting or begun_s - self._told_s < max(TELL_S, TELL_COST * self._tell_cost_s):
            return
        tell(waiting)
        self.rows = [replace(row, told=None) for row in self.rows]
        self._told_s = time.monotonic()
        self._tell_cost_s = self._told_s - begun_s

    def restore(self, path: Path) -> None:
        tensors, self.state, about = read(path)
        if about != dict(self.about):
            differ = sorted(name for name in {*about, *self.about} if about.get(name) != self.about.get(name))
            raise RequestProblem(f"{path} is of other conditions: {', '.join(differ)} differ.", AGAIN)
        _put(self.learner, under("learner", tensors))
        self._average, self._best = under("average", tensors), under("best", tensors)
        for kept in (self._average, self._best):
            for name, like in self.learner.state_dict().items():
                if name in kept:
                    kept[name] = torch.empty_like(like).copy_(kept[name])
        unpack_optimiser(self.optimiser, tensors)
        torch.set_rng_state(tensors["random/torch"])
        for device, value in under("random/cuda", tensors).items():
            torch.cuda.set_rng_state(value, int(device))

    def _random(self) -> Tensors:
        found = {"random/torch": torch.get_rng_state()}
        devices = {value.device for value in self.learner.parameters() if value.is_cuda}
        for device in devices:
            found[f"random/cuda/{device.index}"] = torch.cuda.get_rng_state(device)
        return found

    def _tell_time(self) -> None:
        now_s = time.monotonic()
        self.state.seconds += now_s - self._since_s
        self.state.epoch_seconds += now_s - self._since_s
        self._since_s = now_s


def _values(learner: Learner) -> dict[str, Tensor]:
    """What a mean can be taken of: weights, and the running figures of norms."""
    return {
        name: value.detach().clone()
        for name, value in learner.state_dict().items()
        if value.is_floating_point()
    }


def _put(learner: Learner, values: Mapping[str, Tensor]) -> None:
    with torch.no_grad():
        for name, value in learner.state_dict().items():
            if name in values:
                value.copy_(values[name])
