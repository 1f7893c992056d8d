"""Small lessons to train, and somebody who watches them and asks them to stop."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from core.errors import Interrupted
from core.progress import Step, Stop
from core.runs import EpochRow
from core.training.batches import VectorBatches
from core.training.checkpoint import State
from core.training.learner import Learner
from core.training.loop import Judged, Lesson, Ties, Trained, deterministic, train
from core.training.plan import Plan

N, WIDE, KINDS = 43, 6, 3


def crowd(seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    kinds = rng.integers(0, KINDS, N)
    values = rng.standard_normal((N, 1, WIDE)).astype(np.float32)
    values[np.arange(N), 0, kinds] += 1.5
    return values, kinds


class Encoder(nn.Module):
    """As an encoder that learns along: something adaptive, something random."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.BatchNorm1d(WIDE)
        self.line = nn.Linear(WIDE, WIDE)
        self.drop = nn.Dropout(0.2)

    def forward(self, values: Tensor) -> Tensor:
        out: Tensor = self.drop(self.line(self.norm(values[:, 0]))).unsqueeze(1)
        return out


def learner(*, encoder: bool = True) -> Learner:
    with deterministic(5):
        head = nn.Sequential(
            nn.Flatten(), nn.Linear(WIDE, 16), nn.ReLU(), nn.BatchNorm1d(16), nn.Dropout(0.3)
        )
        head.append(nn.Linear(16, KINDS))
        return Learner(head, Encoder() if encoder else None)


def lesson(plan: Plan, *, seed: int = 3, encoder: bool = True) -> Lesson:
    values, kinds = crowd()
    valid_values, valid_kinds = crowd(1)

    def judge(learner: Learner, should_stop: Any) -> Judged:
        if should_stop():
            raise Interrupted
        outputs = learner(torch.from_numpy(valid_values))
        loss = float(nn.functional.cross_entropy(outputs, torch.from_numpy(valid_kinds)))
        return Judged({"loss": loss}, -loss, [[1, 2], [3, 4]])

    def hits(outputs: Tensor, targets: Tensor) -> dict[str, float]:
        return {"accuracy": float((outputs.argmax(1) == targets).sum())}

    batches = VectorBatches(values, kinds, plan.batch, seed, shuffle=plan.shuffle)
    return Lesson(learner(encoder=encoder), nn.CrossEntropyLoss(), hits, batches, judge, plan, seed)


@dataclass
class Watched:
    """Keeps checkpoints in a folder; asks to stop at a count of looks."""

    folder: Path
    at: int = 10**9
    ask: Stop = Stop.PAUSE
    looks: int = 0
    rows: list[EpochRow] = field(default_factory=list)
    shown: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    @property
    def path(self) -> Path:
        return self.folder / "latest.safetensors"

    def keep(self, state: State, write: Any, rows: list[EpochRow]) -> None:
        self.rows += rows
        with self.path.open("wb") as file:
            write(file)

    def stop(self) -> Stop | None:
        self.looks += 1
        return self.ask if self.looks > self.at else None

    def ties(self) -> Ties:
        return Ties(
            self.keep, lambda name, data: self.shown.append((name, data)), self.steps.append, self.stop
        )


def whole(lesson: Lesson, watched: Watched, checkpoint: Path | None = None) -> Trained:
    trained = train(lesson, watched.ties(), checkpoint)
    watched.rows += trained.rows
    return trained


def same(first: Learner, second: Learner) -> bool:
    one, two = first.state_dict(), second.state_dict()
    return list(one) == list(two) and all(torch.equal(one[name], two[name]) for name in one)


def told(rows: list[EpochRow]) -> list[tuple[Any, ...]]:
    """All but the seconds that it took."""
    return [(row.epoch, row.step, row.figures, row.confusion) for row in rows]
