"""Training beside what a researcher would write: heads on vectors, steps end to end, waiting for sound.

The plain loop reads each file, cuts a piece at random, resamples and stacks, then
takes a step: single precision, Adam, the same network, loss and batch.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import numpy as np
import soundfile
import torch
import torchaudio
from torch import nn

from core.encoders import find_card, open_encoder
from core.encoders.mel_resnet import MelResNet
from core.probes.linear import fit_classes
from core.progress import Stop
from core.recipes.heads import make_head, standard
from core.recipes.recipe import Head
from core.training.batches import VectorBatches
from core.training.excerpts import ExcerptBatches
from core.training.learner import Learner, Pooled
from core.training.loop import Judged, Lesson, Ties, deterministic, train
from core.training.plan import Plan
from core.training.sounds import Sound, Sounds
from tests.benchmarks.figure import Figure, in_turn

FILES, SECONDS, RATE = 32, 30.0, 44_100
WINDOW_S, BATCH, KINDS = 3.0, 16, 10
ROUNDS = 3


def measure() -> list[Figure]:
    return [*_heads(1000), *_heads(10_000), *_end_to_end()]


def crowd(n: int, dimension: int = 768) -> tuple[np.ndarray, np.ndarray]:
    """Ten kinds that overlap, as an encoder might give them; half to learn from."""
    rng = np.random.default_rng(0)
    of = rng.integers(0, KINDS, 2 * n)
    centres = 0.16 * rng.standard_normal((KINDS, 32)) @ rng.standard_normal((32, dimension)) / np.sqrt(32)
    return (centres[of] + rng.standard_normal((2 * n, dimension))).astype(np.float32), of


def _heads(n: int) -> Iterator[Figure]:
    """The head that a recipe trains by default, as it does: until nothing improves on a valid part."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    values, of = crowd(n)
    right: dict[str, float] = {}

    def ours() -> float:
        begun_s = time.process_time()
        learner = _head(values[:n], of[:n])
        spent_s = time.process_time() - begun_s
        with torch.no_grad():
            said = learner(torch.from_numpy(values[n:, None])).argmax(1).numpy()
        right["ours"] = float((said == of[n:]).mean())
        return spent_s

    def theirs() -> float:
        begun_s = time.process_time()
        scaler = StandardScaler().fit(values[:n])
        fitted = LogisticRegression(max_iter=1000).fit(scaler.transform(values[:n]), of[:n])
        spent_s = time.process_time() - begun_s
        right["theirs"] = float(fitted.score(scaler.transform(values[n:]), of[n:]))
        return spent_s

    def solved() -> float:
        begun_s = time.process_time()
        fitted = fit_classes(values[:n], of[:n], KINDS)
        spent_s = time.process_time() - begun_s
        right["solved"] = float((fitted.logits(values[n:]).argmax(1) == of[n:]).mean())
        return spent_s

    taken = in_turn(ours, theirs, solved, rounds=ROUNDS)
    peer, wrong = "LogisticRegression", 1 - right["theirs"]
    yield Figure(f"logistic head on {n:,} x 768", taken[2], "s CPU", peer, taken[1])
    yield Figure("… tracks told wrong", 1 - right["solved"], "", peer, wrong)
    yield Figure(f"mlp head on {n:,} x 768", taken[0], "s CPU", peer, taken[1])
    yield Figure("… tracks told wrong", 1 - right["ours"], "", peer, wrong)


def _head(values: np.ndarray, of: np.ndarray) -> Learner:
    train_n = len(values) * 4 // 5
    given, valid = values[:train_n, None], torch.from_numpy(values[train_n:, None])
    truth = torch.from_numpy(of[train_n:])
    plan = Plan()
    with deterministic(0):
        head = make_head(Head(), 0, 1, values.shape[1], KINDS)
    learner = Learner(nn.Sequential(standard(given), head))

    def judge(learner: Learner, _: object) -> Judged:
        return Judged({}, float((learner(valid).argmax(1) == truth).float().mean()))

    batches = VectorBatches(given, of[:train_n], plan.batch, 0)
    train(Lesson(learner, nn.CrossEntropyLoss(), lambda *_: {}, batches, judge, plan, 0, threads=1), _ties())
    return learner


def _ties(should_stop: Callable[[], Stop | None] = lambda: None) -> Ties:
    return Ties(lambda *_: None, lambda *_: None, lambda _: None, should_stop)


@contextmanager
def _files() -> Iterator[list[Sound]]:
    rng = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as place:
        found = []
        for i in range(FILES):
            path = Path(place) / f"{i}.flac"
            soundfile.write(path, 0.1 * rng.standard_normal((round(SECONDS * RATE), 2)), RATE)
            facts = path.stat()
            found.append(Sound(i, path, SECONDS, (facts.st_size, facts.st_mtime_ns)))
        yield found


def _end_to_end() -> Iterator[Figure]:
    """An epoch of each in turn, after one that nobody counts; kept whole, or an excerpt decoded."""
    targets = np.arange(FILES) % KINDS
    with _files() as files:
        plain = _Plain(files, targets)
        plain.epoch()
        for whole, name in ((1 << 30, "kept in memory"), (0, "decoded anew")):
            with _hearing(files, whole) as sounds:
                batches = ExcerptBatches(sounds, list(range(FILES)), targets, BATCH, 0)
                learner = _learner()
                epoch_ours(learner, batches)
                before_s = sounds.waited_s
                mine = partial(epoch_ours, learner, batches)
                taken = in_turn(mine, plain.epoch, rounds=ROUNDS)
                waited = (sounds.waited_s - before_s) / (taken[0] * ROUNDS)
            each = [seconds / FILES * 1000 for seconds in taken]
            yield Figure(
                f"end to end, {name}", each[0], "ms a track", "plain loop", each[1], 1 / 1.5, of_ratio=True
            )
            yield Figure("… share spent waiting for sound", waited, "", limit=0.05)


def _hearing(files: list[Sound], whole: int) -> Sounds:
    length = round(WINDOW_S * 22_050)
    return Sounds(files, 22_050, length, room_bytes=1 << 30, should_stop=lambda: None, whole_bytes=whole)


def epoch_ours(learner: Learner, batches: ExcerptBatches) -> float:
    plan = Plan(
        epochs=1, batch=BATCH, optimiser="adam", warmup=0, clip=0, patience=0, keep="last", encoder_lr=1e-3
    )
    lesson = Lesson(
        learner, nn.CrossEntropyLoss(), lambda *_: {}, batches, lambda *_: Judged({}, 0.0), plan, 0
    )
    begun_s = time.monotonic()
    train(lesson, _ties())
    return time.monotonic() - begun_s


def _learner() -> Learner:
    encoder = open_encoder(find_card("mel-resnet"))
    encoder.net.requires_grad_(True)
    head = make_head(Head(kind="linear"), 0, 1, 512, KINDS)
    return Learner(head, Pooled(encoder.net))


class _Plain:
    """As in a notebook."""

    def __init__(self, files: list[Sound], targets: np.ndarray) -> None:
        self.files, self.targets = files, torch.from_numpy(targets)
        torch.manual_seed(0)
        self.net, self.head = MelResNet(), nn.Linear(512, KINDS)
        self.optimiser = torch.optim.Adam([*self.net.parameters(), *self.head.parameters()], lr=1e-3)

    def load(self, i: int) -> torch.Tensor:
        samples, rate = soundfile.read(self.files[i].path, dtype="float32")
        mono = torchaudio.functional.resample(torch.from_numpy(samples.mean(1)), rate, 22_050)
        length = round(WINDOW_S * 22_050)
        start = int(torch.randint(0, len(mono) - length, ()))
        return mono[start : start + length]

    def epoch(self) -> float:
        begun_s = time.monotonic()
        self.net.train()
        for rows in torch.randperm(FILES).split(BATCH):
            inputs = torch.stack([self.load(i) for i in rows.tolist()])
            self.optimiser.zero_grad()
            outputs = self.head(self.net.hidden(inputs)[0].mean(1))
            nn.functional.cross_entropy(outputs, self.targets[rows]).backward()
            self.optimiser.step()
        return time.monotonic() - begun_s
