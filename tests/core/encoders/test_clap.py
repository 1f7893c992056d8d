"""CLAP from a folder on disk: what it hears and reads, against the library's own ways, and how it cuts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core.encoders import clap, open_encoder
from core.encoders.health import examine
from core.encoders.recognise import recognise
from core.errors import RequestProblem, WeightsProblem
from tests.core.encoders import tiny_models as tiny
from tests.core.encoders.tiny_models import offline  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("offline")

RATE = 48_000


@pytest.fixture(scope="module")
def model() -> Any:
    return tiny.clap_model()


@pytest.fixture(scope="module")
def saved(model: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.clap_folder(tmp_path_factory.mktemp("models") / "clap", model)


@pytest.fixture
def folder(model: Any, tmp_path: Path) -> Path:
    """For tests that spoil it."""
    return tiny.clap_folder(tmp_path / "clap", model)


def opened(path: Path) -> Any:
    return open_encoder(recognise(path))


def heard(encoder: Any, samples: np.ndarray) -> np.ndarray:
    return encoder.embed(samples)[:, 0]


def times(seconds: float) -> np.ndarray:
    return np.arange(round(RATE * seconds)) / RATE


SOUNDS = {
    "a tone": lambda: np.sin(2 * np.pi * 440 * times(10)),
    "noise": lambda: tiny.noise(10 * RATE)[0],
    "silence": lambda: np.zeros(10 * RATE),
    "a click": lambda: np.eye(1, 10 * RATE, 123)[0],
    "a sweep that dies away": lambda: np.sin(2 * np.pi * 90 * times(10) ** 2) * np.exp(-2 * times(10)),
    "three seconds": lambda: np.sin(2 * np.pi * 440 * times(3)) * times(3) / 3,
    "6.5 seconds": lambda: tiny.noise(round(6.5 * RATE))[0],
    "10 ms": lambda: tiny.noise(RATE // 100)[0],
}


@pytest.mark.parametrize("fused", [False, True], ids=["unfused", "fused"])
@pytest.mark.parametrize("sound", SOUNDS)
def test_features_are_those_of_the_library(sound: str, fused: bool) -> None:
    from transformers import ClapFeatureExtractor

    way = "fusion" if fused else "rand_trunc"
    extract = ClapFeatureExtractor(frequency_min=50, frequency_max=14_000, truncation=way)
    samples = SOUNDS[sound]().astype(np.float32)
    wanted = extract(samples, sampling_rate=RATE, return_tensors="pt")["input_features"]

    class Config:
        class audio_config:  # noqa: N801
            enable_fusion = fused

        text_config = None

    bare = torch.nn.Module()
    bare.config = Config  # type: ignore[assignment]
    net = clap.ClapNet(bare, {**clap.AS_PUBLISHED, "truncation": way})
    found = net.features(net.windows(torch.from_numpy(samples[None]))[:, 0])

    assert found.shape == wanted.shape == (1, 4 if fused else 1, 1001, 64)
    torch.testing.assert_close(found, wanted, atol=1e-3, rtol=0)


@pytest.mark.parametrize("fused", [False, True], ids=["unfused", "fused"])
def test_vectors_are_those_of_the_library(fused: bool, tmp_path: Path) -> None:
    model = tiny.clap_model(fused=fused)
    way = "fusion" if fused else "rand_trunc"
    card = tiny.added(tiny.clap_folder(tmp_path / "My CLAP", model, truncation=way, max_length_s=10))
    assert (card.name, card.family, card.dimension, card.rate_hz) == ("my-clap", "clap", 24, RATE)
    assert card.text
    encoder: Any = open_encoder(card)
    samples = tiny.noise(10 * RATE, 2)
    windows = encoder.net.windows(torch.from_numpy(samples))[:, 0]
    with torch.inference_mode():
        longer = torch.zeros(2, 1, dtype=torch.bool)
        wanted = model.get_audio_features(input_features=encoder.net.features(windows), is_longer=longer)
    found = encoder.embed(samples)
    assert found.shape == (2, 1, 24)
    np.testing.assert_allclose(found[:, 0], wanted.pooler_output, atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(found, axis=-1), 1.0, atol=1e-5)


def test_a_long_excerpt_is_the_mean_of_windows_that_cover_it(saved: Path) -> None:
    encoder = opened(saved)
    samples = tiny.noise(round(2.5 * RATE))
    starts = (0, round(0.75 * RATE), round(1.5 * RATE))
    parts = np.concatenate([heard(encoder, samples[:, start : start + RATE]) for start in starts])
    wanted = parts.mean(0) / np.linalg.norm(parts.mean(0))
    np.testing.assert_allclose(heard(encoder, samples)[0], wanted, atol=1e-5)
    np.testing.assert_array_equal(heard(encoder, samples), heard(encoder, samples))


def test_a_short_excerpt_is_repeated_while_it_fits(saved: Path) -> None:
    net = opened(saved).net
    short = torch.from_numpy(tiny.noise(round(0.4 * RATE), 2))
    filled = net.windows(short)
    assert filled.shape == (2, 1, RATE)
    length = short.shape[1]
    assert torch.equal(filled[:, 0, : 2 * length], short.repeat(1, 2))
    assert filled[:, 0, 2 * length :].abs().max() == 0


@pytest.mark.parametrize("samples", [1, 480, RATE, RATE + 1])
def test_any_length(saved: Path, samples: int) -> None:
    found = heard(opened(saved), tiny.noise(samples, 2))
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1.0, atol=1e-5)


def test_texts_are_read_as_the_library_reads_them(saved: Path, model: Any) -> None:
    encoder = opened(saved)
    texts = ["a slow lament", "drums", "x" * 300]
    tokens = tiny.tokenizer()(texts, padding=True, truncation=True, max_length=77, return_tensors="pt")
    assert tokens["input_ids"].shape == (3, 77)
    with torch.inference_mode():
        wanted = model.get_text_features(**tokens).pooler_output.numpy()
    found = encoder.embed_text(texts)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, wanted, atol=1e-5)
    np.testing.assert_allclose(encoder.embed_text(texts[1:2]), wanted[1:2], atol=1e-5)
    many = encoder.embed_text([f"text {i}" for i in range(100)])
    assert many.shape == (100, 24)
    assert encoder.embed_text([]).shape == (0, 24)


def test_both_forms_of_answer_are_understood() -> None:
    vector = torch.ones(1, 4)

    class Answer:
        pooler_output = vector

    assert clap.embedding(vector) is vector
    assert clap.embedding(Answer()) is vector


def centre(model: Any, encoder: Any) -> None:
    """Make a random model a healthy one: what all vectors have in common is taken away."""
    from core.encoders import health, sounds

    for projection, give in (
        (model.audio_projection, lambda: encoder.embed(sounds.clips(RATE, 1.0))),
        (model.text_projection, lambda: encoder.embed_text(health.TEXTS)),
    ):
        raw: list[torch.Tensor] = []
        hook = projection.linear2.register_forward_hook(lambda *seen, into=raw: into.append(seen[2]))
        give()
        hook.remove()
        projection.linear2.bias.data -= torch.cat(raw).mean(0)


def test_a_healthy_model_passes_and_a_collapsed_one_is_found_out(model: Any, tmp_path: Path) -> None:
    collapsed = opened(tiny.clap_folder(tmp_path / "collapsed", model))
    findings = {found.name: found for found in examine(collapsed)}
    for what in ("sounds", "texts"):
        found = findings.pop(f"different {what} point in different directions")
        assert not found.ok
        assert "has collapsed" in found.sentence
    assert all(found.ok for found in findings.values())

    encoder: Any = opened(tiny.clap_folder(tmp_path / "healthy", model))
    centre(encoder.net.model, encoder)
    tiny.save(encoder.net.model, tmp_path / "healthy")
    assert [found.sentence for found in examine(opened(tmp_path / "healthy")) if not found.ok] == []


def test_half_precision(saved: Path) -> None:
    full = heard(opened(saved), tiny.noise(RATE, 2))
    encoder: Any = open_encoder(recognise(saved), "cpu", "bf16")
    assert encoder.net.log_mel.filters.dtype == torch.float64
    half = heard(encoder, tiny.noise(RATE, 2))
    assert (half * full).sum(1).min() > 0.99
    texts = ["one", "another, longer one"]
    assert (encoder.embed_text(texts) * opened(saved).embed_text(texts)).sum(1).min() > 0.99


def test_it_can_be_taught_without_touching_what_is_normalised(saved: Path) -> None:
    net = clap.network(recognise(saved), saved)
    before = {name: value.clone() for name, value in net.named_buffers()}
    samples = torch.from_numpy(tiny.noise(RATE, 2))
    net.train().hidden(samples)[0][:, 0, 0].sum().backward()
    assert net.training
    assert net.model.audio_projection.linear1.weight.grad is not None
    assert all(torch.equal(before[name], value) for name, value in net.named_buffers())


def test_opening_draws_no_random_numbers(saved: Path) -> None:
    before = torch.get_rng_state()
    assert opened(saved).weights == opened(saved).weights
    assert torch.equal(before, torch.get_rng_state())


def test_what_every_model_has_alike_may_be_missing(folder: Path, saved: Path) -> None:
    from safetensors.torch import load_file, save_file

    path = folder / "model.safetensors"
    tensors = {
        name: v for name, v in load_file(path).items() if not name.endswith(("index", "_ids", "tracked"))
    }
    save_file(tensors, path)
    samples = tiny.noise(RATE)
    np.testing.assert_array_equal(heard(opened(folder), samples), heard(opened(saved), samples))


def test_without_a_tokenizer_it_hears_but_does_not_read(model: Any, tmp_path: Path, folder: Path) -> None:
    card = recognise(tiny.clap_folder(tmp_path / "deaf", model, words=False))
    assert not card.text
    with pytest.raises(RequestProblem, match="has no text tower"):
        open_encoder(card).embed_text(["anything"])

    card = recognise(folder)
    encoder = open_encoder(card)
    (folder / "tokenizer.json").unlink()
    with pytest.raises(WeightsProblem, match=r"clap cannot be opened: .* holds no tokenizer"):
        encoder.embed_text(["anything"])


def test_a_damaged_or_foreign_tokenizer(folder: Path) -> None:
    path = folder / "tokenizer.json"
    encoder = opened(folder)
    path.write_text("{")
    with pytest.raises(WeightsProblem, match=r"the tokenizer in .* is damaged"):
        encoder.embed_text(["anything"])

    many = tiny.tokenizer()
    many.add_tokens([f"<{i}>" for i in range(100)])
    many.save_pretrained(folder)
    with pytest.raises(WeightsProblem, match="knows 361 words, the network 300"):
        encoder.embed_text(["anything"])


def test_code_in_the_folder_is_never_run(folder: Path) -> None:
    for name in ("config.json", "tokenizer_config.json", "preprocessor_config.json"):
        kept = json.loads((folder / name).read_text())
        classes = {
            "AutoConfig": "bad.Config",
            "AutoModel": "bad.Model",
            "AutoTokenizer": ["bad.Words", "bad.Words"],
        }
        tiny.write_json(folder / name, {**kept, "auto_map": classes})
    (folder / "bad.py").write_text(tiny.HOSTILE.format(marker=str(folder / "marker")))
    encoder = opened(folder)
    heard(encoder, tiny.noise(RATE))
    encoder.embed_text(["anything"])
    assert not (folder / "marker").exists()


def change(folder: Path, **changed: object) -> None:
    path = folder / "config.json"
    tiny.write_json(path, {**json.loads(path.read_text()), **changed})


BROKEN = {
    "another network": (lambda f: change(f, model_type="clip"), "is clip, not clap"),
    "another space": (lambda f: change(f, projection_dim=48), "card says values per vector: 24"),
    "no towers": (lambda f: change(f, audio_config=[1, 2]), "do not fit together"),
    "another tower": (lambda f: change(f, text_config={"hidden_size": 16}), "do not fit together"),
    "cut off": (
        lambda f: (f / "model.safetensors").write_bytes((f / "model.safetensors").read_bytes()[:-9]),
        "damaged or cut off",
    ),
    "no weights": (lambda f: (f / "model.safetensors").unlink(), "holds no weights"),
    "another rate": (
        lambda f: tiny.write_json(f / "preprocessor_config.json", {"sampling_rate": 16_000}),
        "card says samples per second: 48000",
    ),
    "another filling": (
        lambda f: tiny.write_json(f / "preprocessor_config.json", {"padding": "pad"}),
        "fills short excerpts by pad",
    ),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_folder_that_goes_bad_is_refused_in_a_sentence(how: str, folder: Path) -> None:
    assert tiny.refused(folder, *BROKEN[how]).startswith("clap cannot be opened: ")
