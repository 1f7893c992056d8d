"""The one training loop, for every recipe: from the first step, or from wherever a checkpoint stands.

N steps are the same, to the bit on a processor, as k steps, a checkpoint, the end
of the program, and the N - k others. So whatever decides a step is either the
same each time (the plan, the batches) or lies in the checkpoint.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from core.errors import Interrupted, RequestProblem
from core.progress import Progress, ShouldStop, Step, Stop
from core.runs import EpochRow
from core.training.batches import Batches
from core.training.checkpoint import State, Write
from core.training.learner import Learner
from core.training.plan import Plan
from core.training.sitting import Sitting

SHOW_S = 0.5
"""Points of the loss within an epoch are shown at most this often, with the examples seen of it so far."""


@dataclass(frozen=True)
class Judged:
    figures: dict[str, float]
    """Of the valid part."""
    decisive: float
    """The higher, the better the epoch."""
    confusion: list[list[int]] | None = None
    told: bytes | None = None
    """What was said of each track, packed."""


@dataclass(frozen=True)
class Lesson:
    """What is learnt, how and with what. `device` and `precision` as torch spells them."""

    learner: Learner
    loss: Callable[[Tensor, Tensor], Tensor]
    """The mean over a batch, from what the learner says and the targets."""
    tally: Callable[[Tensor, Tensor], Mapping[str, float]]
    """Sums over a batch, such as hits, whose mean over the epoch is shown."""
    batches: Batches
    judge: Callable[[Learner, ShouldStop], Judged]
    plan: Plan
    seed: int
    device: str = "cpu"
    precision: str = "fp32"
    threads: int = 0
    """Of the processor; 0: as many as there are cores. Small networks are quicker with one."""
    about: Mapping[str, Any] | None = None
    """What else has to be the same when training goes on; it is kept in the checkpoint."""


@dataclass(frozen=True)
class Ties:
    """To those who keep, watch and stop it."""

    keep: Callable[[State, Write, list[EpochRow]], None]
    show: Callable[[str, dict[str, Any]], None]
    progress: Progress
    should_stop: ShouldStop
    tell: Callable[[Mapping[int, bytes]], None] | None = None
    """By epoch, what was said; before a checkpoint keeps it, for those who watch."""


@dataclass(frozen=True)
class Trained:
    """The learner has the weights that were asked for: of the best epoch or of the last."""

    state: State
    rows: list[EpochRow]
    """Of epochs that no checkpoint has kept yet."""
    stopped: bool


def train(lesson: Lesson, ties: Ties, checkpoint: Path | None = None) -> Trained:
    with deterministic(lesson.seed, lesson.device), threads(lesson.threads):
        sitting = Sitting(lesson.learner, lesson.plan, lesson.batches.count(), lesson.about or {})
        if checkpoint:
            sitting.restore(checkpoint)
        state, stopped = sitting.state, False
        while not (state.over or stopped):
            lesson.learner.wake(state.epoch >= lesson.plan.unfreeze_at and lesson.learner.encoder is not None)
            stopped = _learn_epoch(lesson, ties, sitting)
            if not stopped or state.best is None:
                _judge_epoch(lesson, ties, sitting)
        sitting.finish()
        return Trained(state, sitting.rows, stopped)


def _learn_epoch(lesson: Lesson, ties: Ties, sitting: Sitting) -> bool:
    """What is left of the epoch at hand; true when it was stopped to keep what there is."""
    state, count, shown_s = sitting.state, sitting.count, time.monotonic()
    for batch in lesson.batches.epoch(state.epoch, state.batch):
        stop = ties.should_stop()
        if stop == Stop.CANCEL:
            raise Interrupted
        if stop and sitting.between_steps:
            sitting.keep(ties.keep)  # also before it is judged: what ends that loses nothing
            if stop == Stop.KEEP:
                return True
            raise Interrupted
        if len(batch.targets) > 1 or lesson.plan.batch == 1:
            with _room(lesson, len(batch.targets)):
                _learn(lesson, sitting, batch.inputs, batch.targets)
        else:  # its tracks could not be heard, or a norm would be over a single one
            sitting.count_batch(0, {})
        done, whole = state.epoch * count + state.batch, lesson.plan.epochs * count
        ties.progress(Step(done, whole, "", _note(lesson.plan, state)))
        if time.monotonic() - shown_s > SHOW_S:
            shown_s = time.monotonic()
            at = {"epoch": state.epoch + state.batch / count, "loss": sitting.means()["loss"]}
            ties.show("step", at | {"seen": state.seen, "memory": memory(lesson.device)})
        if sitting.between_steps and sitting.due():
            sitting.keep(ties.keep)
    if ties.should_stop() == Stop.CANCEL:  # sounds have ended early
        raise Interrupted
    return False


def _learn(lesson: Lesson, sitting: Sitting, inputs: Tensor, targets: Tensor) -> None:
    """One batch forward and back; a step when enough have been."""
    inputs = inputs.to(lesson.device, non_blocking=True)
    targets = targets.to(lesson.device, non_blocking=True)
    with _mixed(lesson):
        outputs = lesson.learner(inputs, targets)
    loss = lesson.loss(outputs.float(), targets)
    value = loss.item()
    if value != value or abs(value) == float("inf"):
        raise RequestProblem(
            f"The loss is no number any more in epoch {sitting.state.epoch + 1}: the steps are too large.",
            "Lower training.head_lr and training.encoder_lr, or set training.clip to 1.",
        )
    (loss / sitting.together()).backward()  # type: ignore[no-untyped-call]
    with torch.no_grad():
        sums = dict(lesson.tally(outputs.float(), targets))
    sitting.count_batch(len(targets), {"loss": value * len(targets)} | sums)


def _judge_epoch(lesson: Lesson, ties: Ties, sitting: Sitting) -> None:
    """On the valid part; an epoch that is interrupted here is judged when training goes on."""

    def stop() -> Stop | None:
        asked = ties.should_stop()
        return None if asked == Stop.KEEP else asked

    try:
        with sitting.at_its_best(), _mixed(lesson), torch.no_grad():
            judged = lesson.judge(lesson.learner.eval(), stop)
            row = sitting.end_epoch(judged.decisive, judged.figures, judged.confusion, judged.told)
    except Interrupted:
        if ties.should_stop() != Stop.CANCEL:
            sitting.keep(ties.keep)
        raise
    if ties.tell is not None:
        sitting.tell(ties.tell)
    state = sitting.state
    ties.show(
        "epoch",
        {
            "epoch": row.epoch,
            "epochs": lesson.plan.epochs,
            "step": row.step,
            "figures": row.figures,
            "confusion": row.confusion,
            "best_epoch": state.best_epoch,
            "stale": state.stale,
            "patience": lesson.plan.patience,
        },
    )


def _note(plan: Plan, state: State) -> str:
    best = f", best so far epoch {state.best_epoch + 1}" if state.best is not None else ""
    return f"Epoch {state.epoch + 1} of {plan.epochs}{best}"


def memory(device: str) -> tuple[int, int]:
    """Bytes that are in use here, and that there are: of the device, or of the computer."""
    if device.startswith("cuda"):
        free, whole = torch.cuda.mem_get_info(device)
        return whole - free, whole
    import psutil

    return psutil.Process().memory_info().rss, psutil.virtual_memory().total


def _mixed(lesson: Lesson) -> torch.autocast:
    kind = lesson.device.partition(":")[0]
    return torch.autocast(kind, torch.bfloat16, enabled=lesson.precision == "bf16")


@contextmanager
def _room(lesson: Lesson, size: int) -> Iterator[None]:
    """Says what to do where memory ends."""
    try:
        yield
    except (torch.OutOfMemoryError, RuntimeError, MemoryError) as error:
        if isinstance(error, RuntimeError) and "memory" not in str(error):
            raise
        half, more = max(lesson.plan.batch // 2, 1), lesson.plan.accumulate * 2
        raise RequestProblem(
            f"{lesson.device} has too little memory for {size:,} examples at once.",
            f"Set training.batch to {half} and training.accumulate to {more}, or shorten encoder.window_s.",
        ) from error


@contextmanager
def deterministic(seed: int, device: str = "cpu") -> Iterator[None]:
    """Random numbers from `seed`, and only ways of reckoning that repeat; then all is as it was."""
    cuda = [torch.device(device)] if device.startswith("cuda") else []
    before = torch.are_deterministic_algorithms_enabled()
    warned = torch.is_deterministic_algorithms_warn_only_enabled()
    with torch.random.fork_rng(devices=cuda):
        torch.manual_seed(seed)
        torch.use_deterministic_algorithms(True, warn_only=bool(cuda))
        try:
            yield
        finally:
            torch.use_deterministic_algorithms(before, warn_only=warned)


@contextmanager
def threads(wanted: int) -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(wanted or before)
    try:
        yield
    finally:
        torch.set_num_threads(before)
