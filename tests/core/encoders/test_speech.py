"""Wav2Vec2, HuBERT and WavLM, from a folder on disk to vectors, against the library's own networks."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core.encoders import open_encoder, speech
from core.encoders.health import examine
from core.encoders.recognise import recognise
from tests.core.encoders import tiny_models as tiny
from tests.core.encoders.tiny_models import offline  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("offline")

KINDS = ("wav2vec2", "hubert", "wavlm")
SECOND = 16_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny.speech_folder(tmp_path / "hubert", tiny.speech_model("hubert"))


def expected(model: Any, samples: np.ndarray) -> np.ndarray:
    """The library's own way, with the final normalisation on the last layer."""
    from transformers import Wav2Vec2FeatureExtractor

    extract = Wav2Vec2FeatureExtractor(do_normalize=True)
    inputs = extract(list(samples), sampling_rate=16_000, return_tensors="pt").input_values
    with torch.inference_mode():
        out = model(inputs.float(), output_hidden_states=True)
    layers = [*out.hidden_states[:-1], out.last_hidden_state]
    return torch.stack([layer.mean(1) for layer in layers], 1).numpy()


@pytest.mark.parametrize("stable", [False, True], ids=["usual", "stable"])
@pytest.mark.parametrize("kind", KINDS)
def test_vectors_are_those_of_the_library(kind: str, stable: bool, tmp_path: Path) -> None:
    model = tiny.speech_model(kind, stable=stable)
    card = tiny.added(tiny.speech_folder(tmp_path / f"My {kind}", model, normalise=True))
    assert (card.name, card.family, card.dimension, card.rate_hz) == (f"my-{kind}", "speech", 32, 16_000)
    assert card.layers == ("input", "block 1", "block 2", "block 3")

    found = open_encoder(card).embed(tiny.noise(SECOND, 3))

    assert found.shape == (3, 4, 32)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, expected(model, tiny.noise(SECOND, 3)), atol=2e-5)


def test_the_last_layer_is_normalised_where_the_library_leaves_it_raw(tmp_path: Path) -> None:
    model = tiny.speech_model("hubert", stable=True)
    with torch.no_grad():
        model.encoder.layer_norm.weight.fill_(5.0)
    card = tiny.added(tiny.speech_folder(tmp_path / "large", model))
    with torch.inference_mode():
        out = model(speech.standardise(torch.from_numpy(tiny.noise(SECOND))), output_hidden_states=True)
    raw, normal = out.hidden_states[-1].mean(1), out.last_hidden_state.mean(1)
    assert not torch.allclose(raw, normal, atol=0.1)
    found = open_encoder(card).embed(tiny.noise(SECOND))[:, -1]
    np.testing.assert_allclose(found, normal.numpy(), atol=2e-5)


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_healthy(kind: str, precision: str, tmp_path: Path) -> None:
    card = tiny.added(tiny.speech_folder(tmp_path / kind, tiny.speech_model(kind)))
    assert [found.sentence for found in examine(open_encoder(card, "cpu", precision)) if not found.ok] == []


def test_attention_is_the_quick_one(folder: Path) -> None:
    encoder: Any = open_encoder(recognise(folder))
    assert encoder.net.model.config._attn_implementation == "sdpa"


def test_loudness_counts_only_where_the_publisher_wants_it(tmp_path: Path) -> None:
    model = tiny.speech_model("wavlm", stable=True)
    vectors, hashes = {}, set()
    for normalise in (True, False):
        card = recognise(tiny.speech_folder(tmp_path / str(normalise), model, normalise=normalise))
        encoder = open_encoder(card)
        quiet, loud = (encoder.embed(gain * tiny.noise(SECOND)) for gain in (0.01, 1.0))
        vectors[normalise] = float(np.abs(quiet - loud).max())
        hashes.add(encoder.weights)
    assert vectors[True] < 1e-2 < vectors[False]
    assert len(hashes) == 2, "what changes vectors counts as a weight"


def test_normalising_is_exact_for_quiet_and_for_silence() -> None:
    samples = torch.from_numpy(tiny.noise(SECOND, 2)) * torch.tensor([[1.0], [1e-1]]) + 0.3
    normal = speech.standardise(samples)
    torch.testing.assert_close(normal.mean(1), torch.zeros(2), atol=1e-4, rtol=0)
    torch.testing.assert_close(normal.var(1), torch.ones(2), atol=1e-2, rtol=0)
    assert speech.standardise(torch.zeros(1, 100)).abs().max() == 0
    assert speech.standardise(samples.bfloat16()).dtype == torch.float32


@pytest.mark.parametrize("samples", [1, 160, 399, 400, 401, 720])
def test_short_excerpts(folder: Path, samples: int) -> None:
    found = open_encoder(recognise(folder)).embed(tiny.noise(samples, 2))
    assert found.shape == (2, 4, 32)
    assert np.isfinite(found).all()


@pytest.mark.parametrize("samples", [400, 719, 720, 16_000, 80_123])
def test_frames_are_counted_as_the_network_makes_them(folder: Path, samples: int) -> None:
    encoder: Any = open_encoder(recognise(folder))
    assert encoder.net.shortest == 400
    made = encoder.net.hidden(torch.from_numpy(tiny.noise(samples)))[0].shape[1]
    assert speech.frames(encoder.net.model.config, samples) == made
    assert speech.frames(encoder.net.model.config, 399) == 0


@pytest.mark.parametrize("stable", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_it_can_be_taught_and_hides_nothing(kind: str, stable: bool, tmp_path: Path) -> None:
    """With gradients and in training, but no frame is masked and no layer is left out."""
    still = {
        "hidden_dropout": 0.0,
        "attention_dropout": 0.0,
        "activation_dropout": 0.0,
        "feat_proj_dropout": 0.0,
    }
    wild = {"layerdrop": 0.9, "mask_time_prob": 0.9, "mask_feature_prob": 0.5, "apply_spec_augment": True}
    model = tiny.speech_model(kind, stable=stable, **still, **wild)
    path = tiny.speech_folder(tmp_path / kind, model)
    net = speech.network(recognise(path), path)
    samples = torch.from_numpy(tiny.noise(SECOND, 2))
    with torch.no_grad():
        calm = net.eval().hidden(samples)
    for _ in range(3):
        taught = net.train().hidden(samples)
        assert len(taught) == 4
        for before, after in zip(calm, taught, strict=True):
            torch.testing.assert_close(before, after, atol=1e-4, rtol=1e-4)
    torch.stack(taught).square().mean().backward()
    untouched = {name for name, value in net.named_parameters() if value.grad is None}
    assert untouched <= {"model.masked_spec_embed"}


def test_opening_draws_no_random_numbers(folder: Path) -> None:
    card = recognise(folder)
    torch.manual_seed(3)
    before = torch.get_rng_state()
    first, second = open_encoder(card), open_encoder(card)
    assert torch.equal(before, torch.get_rng_state())
    assert first.weights == second.weights != ""


def test_what_a_head_left_in_the_file_is_no_fault(folder: Path, tmp_path: Path) -> None:
    """Published files are often of the network with a head, and name everything after it."""
    from safetensors.torch import load_file, save_file

    other = tmp_path / "with-head"
    shutil.copytree(folder, other)
    tensors = {f"hubert.{name}": tensor for name, tensor in load_file(other / "model.safetensors").items()}
    tensors.pop("hubert.masked_spec_embed")
    save_file(tiny.old_names({**tensors, "lm_head.weight": torch.zeros(2, 2)}), other / "model.safetensors")
    samples = tiny.noise(SECOND)
    found, wanted = (open_encoder(recognise(path)).embed(samples) for path in (other, folder))
    np.testing.assert_array_equal(found, wanted)


def test_half_precision_files_are_read_in_full(folder: Path) -> None:
    from safetensors.torch import load_file, save_file

    path = folder / "model.safetensors"
    save_file({name: value.half() for name, value in load_file(path).items()}, path)
    encoder: Any = open_encoder(recognise(folder))
    assert {value.dtype for value in encoder.net.parameters()} == {torch.float32}


def test_nothing_is_written_to_the_terminal(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    capfd.readouterr()
    open_encoder(recognise(folder)).embed(tiny.noise(SECOND))
    assert capfd.readouterr() == ("", "")


def break_config(folder: Path, **changed: object) -> None:
    path = folder / "config.json"
    tiny.write_json(path, {**json.loads(path.read_text()), **changed})


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


BROKEN = {
    "lacks a file": (lambda f: (f / "model.safetensors").unlink(), "holds no weights"),
    "is cut off": (lambda f: cut(f / "model.safetensors"), "damaged or cut off"),
    "is no file of weights": (
        lambda f: (f / "model.safetensors").write_bytes(b"nothing"),
        "damaged or cut off",
    ),
    "is a pointer": (
        lambda f: (f / "model.safetensors").write_bytes(b"version x/git-lfs\noid sha256:1\n"),
        "only a pointer",
    ),
    "has another width": (
        lambda f: break_config(f, intermediate_size=64),
        "shape (48, 32) instead of (64, 32)",
    ),
    "has other vectors": (lambda f: break_config(f, hidden_size=64), "card says values per vector: 32"),
    "has another depth": (lambda f: break_config(f, num_hidden_layers=2), "card says layers: 4"),
    "is another network": (lambda f: break_config(f, model_type="bert"), "is bert, not one of wav2vec2"),
    "has odd settings": (lambda f: break_config(f, hidden_act="shout"), "do not fit together"),
    "has settings of a wrong type": (
        lambda f: break_config(f, layer_norm_eps="small"),
        "do not fit together",
    ),
    "has heads that do not divide": (lambda f: break_config(f, num_attention_heads=5), "do not fit together"),
    "has another rate": (
        lambda f: tiny.write_json(f / "preprocessor_config.json", {"sampling_rate": 8000}),
        "card says samples per second: 16000, but the files in its folder say 8000",
    ),
    "has no settings": (lambda f: (f / "config.json").unlink(), "holds no config.json"),
    "has settings that are no JSON": (lambda f: (f / "config.json").write_text("{"), "it is no JSON"),
    "has lost layers": (lambda f: lose(f, "encoder.layers.1"), "its weights lack encoder.layers.1."),
}


def lose(folder: Path, start: str) -> None:
    from safetensors.torch import load_file, save_file

    path = folder / "model.safetensors"
    save_file({name: v for name, v in load_file(path).items() if not name.startswith(start)}, path)


@pytest.mark.parametrize("how", BROKEN)
def test_a_folder_that_goes_bad_is_refused_in_a_sentence(how: str, folder: Path) -> None:
    assert tiny.refused(folder, *BROKEN[how]).startswith("hubert cannot be opened: ")
