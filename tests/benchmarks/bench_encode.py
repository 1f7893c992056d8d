"""Encoding beside the loop of the documentation: one clip of ten seconds at a time, in full precision.

The network has the shape of MERT 95M and is drawn at random, saved and opened
on the public path. `bf16` wins only where the processor has instructions for it.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import soundfile

from core.embedding.tuning import tune
from core.encoders import Card, add_card, open_encoder
from core.encoders.recognise import recognise
from tests.benchmarks.figure import Figure, in_turn

CLIPS = 8
TURNS, ROUNDS = 3, 15
"""Short turns and many: the speed of a shared machine may double for some seconds."""
RATE, SECONDS = 24_000, 10


def _mert(folder: Path) -> Card:
    import torch
    from transformers import HubertConfig, HubertModel

    torch.manual_seed(0)
    model = HubertModel(HubertConfig())
    model.save_pretrained(folder)
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(
        json.dumps(config | {"model_type": "mert_model", "sample_rate": RATE})
    )
    front = {
        "feature_extractor_type": "Wav2Vec2FeatureExtractor",
        "sampling_rate": RATE,
        "do_normalize": True,
    }
    (folder / "preprocessor_config.json").write_text(json.dumps(front))
    card = recognise(folder, "bench-mert")
    add_card(card)
    return card


def _clips() -> np.ndarray:
    """Chords, glides and noise: clips that differ."""
    t = np.arange(RATE * SECONDS) / RATE
    rng = np.random.default_rng(0)
    return np.stack(
        [
            sum(np.sin(2 * np.pi * 55 * (i + 1) * k * t * (1 + 0.01 * np.sin(t))) / k for k in range(1, 6))
            * 0.1
            + 0.02 * rng.standard_normal(len(t))
            for i in range(CLIPS)
        ]
    ).astype(np.float32)


class _Documented:
    """The loop of the documentation: loaded once, then clip after clip."""

    def __init__(self, folder: Path) -> None:
        from transformers import AutoFeatureExtractor, HubertModel

        self._extractor = AutoFeatureExtractor.from_pretrained(folder)
        self._model = HubertModel.from_pretrained(folder).eval()

    def embed(self, clips: np.ndarray) -> np.ndarray:
        import torch

        vectors = []
        for clip in clips:
            inputs = self._extractor(clip, sampling_rate=RATE, return_tensors="pt")
            with torch.no_grad():
                states = self._model(**inputs, output_hidden_states=True).hidden_states
            vectors.append(torch.stack([state.mean(1) for state in states], 1).numpy())
        return np.concatenate(vectors)


def _cosine(a: np.ndarray, b: np.ndarray) -> float:
    lengths = np.linalg.norm(a, axis=-1) * np.linalg.norm(b, axis=-1)
    return float((np.sum(a * b, -1) / lengths).min())


def _clip_s(embed: Callable[[np.ndarray], object], batch: int, clips: np.ndarray) -> float:
    """Seconds a clip. The first batch is not counted: the other network has just had the caches."""
    taken = []
    for start in range(0, batch * TURNS, batch):
        begun_s = time.perf_counter()
        embed(clips[start : start + batch])
        taken.append((time.perf_counter() - begun_s) / batch)
    return float(np.median(taken[1:]))


def _job(folder: Path) -> Figure:
    """How long the network waits for decoding, on mp3 of 44.1 kHz."""
    from core.embedding import EncodeRequest
    from core.embedding.encode import run
    from core.library import listen, scan
    from core.progress import Context
    from core.store import create_collection

    audio = folder / "audio"
    audio.mkdir()
    for i in range(6):
        noise = 0.1 * np.random.default_rng(i).standard_normal((30 * 44_100, 2))
        soundfile.write(audio / f"{i}.mp3", noise, 44_100)
    with create_collection(folder / "coast") as collection:
        scan.run(scan.ScanRequest((str(audio),)), Context(collection.folder, 1))
        listen.run(listen.ListenRequest(), Context(collection.folder, 2))
        result = run(EncodeRequest("bench-mert"), Context(collection.folder, 3))
    name = f"share of {result.seconds:.0f} s that encoding waited for decoding"
    return Figure(name, result.idle_share, "", limit=0.1)


def measure() -> list[Figure]:
    os.environ["HF_HUB_OFFLINE"] = "1"
    clips = _clips()
    with tempfile.TemporaryDirectory() as place:
        card = _mert(Path(place) / "mert")
        encoder, tuning = tune(card.name, "cpu", "auto", partial(open_encoder, card, "cpu"))
        plain = _Documented(Path(place) / "mert")
        cosine = _cosine(np.concatenate([encoder.embed(clip[None]) for clip in clips]), plain.embed(clips))
        many = np.resize(clips, (tuning.batch * TURNS, clips.shape[1]))
        ours, theirs = in_turn(
            lambda: _clip_s(encoder.embed, tuning.batch, many),
            lambda: _clip_s(plain.embed, 1, clips),
            rounds=ROUNDS,
        )
        name = f"10 s clip, 95M network, {tuning.precision}, batches of {tuning.batch}"
        return [
            Figure(name, ours, "s", "one at a time, fp32", theirs, 1 / 2.5, of_ratio=True),
            Figure("cosine distance to fp32, worst layer and clip", 1 - cosine, "", limit=1e-3),
            _job(Path(place)),
        ]
