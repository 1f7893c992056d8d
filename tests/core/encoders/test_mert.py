"""MERT from files as its publisher names and shapes them; nothing that lies beside them is ever run."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core.encoders import mert, open_encoder
from core.encoders.checkpoint import build, declared
from core.encoders.health import examine
from core.encoders.recognise import recognise
from core.encoders.speech import STEADY, standardise
from core.errors import WeightsProblem
from tests.core.encoders import tiny_models as tiny
from tests.core.encoders.tiny_models import offline  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("offline")

TEN_S = 240_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny.mert_folder(tmp_path / "mert", tiny.mert_model())


@pytest.mark.parametrize("pickled", [False, True], ids=["safetensors", "bin"])
@pytest.mark.parametrize("stable", [False, True], ids=["95M", "330M"])
def test_vectors_are_those_of_hubert_with_its_weights(stable: bool, pickled: bool, tmp_path: Path) -> None:
    model = tiny.mert_model(stable=stable)
    path = tiny.mert_folder(tmp_path / "MERT-v1", model, pickled=pickled)
    card = tiny.added(path)
    assert (card.name, card.family, card.dimension, card.rate_hz) == ("mert-v1", "mert", 32, 24_000)
    samples = tiny.noise(24_000, 2)
    with torch.inference_mode():
        out = model(standardise(torch.from_numpy(samples)), output_hidden_states=True)
    layers = [*out.hidden_states[:-1], out.last_hidden_state]

    found = open_encoder(card).embed(samples)

    np.testing.assert_allclose(found, torch.stack([layer.mean(1) for layer in layers], 1), atol=2e-5)
    assert not (path / "marker").exists(), "code from the folder has run"


def test_the_format_of_the_file_makes_no_difference(tmp_path: Path) -> None:
    model = tiny.mert_model()
    hashes = {
        open_encoder(recognise(tiny.mert_folder(tmp_path / str(pickled), model, pickled=pickled))).weights
        for pickled in (False, True)
    }
    assert len(hashes) == 1


def test_both_kinds_of_normalisation_have_the_same_tensors_but_not_the_same_hash(tmp_path: Path) -> None:
    model = tiny.mert_model()
    hashes = {
        open_encoder(
            recognise(tiny.mert_folder(tmp_path / str(stable), model, do_stable_layer_norm=stable))
        ).weights
        for stable in (False, True)
    }
    assert len(hashes) == 2


@pytest.mark.parametrize("kind", ["mert_model", "music_hubert"])
def test_both_names_of_the_network(kind: str, tmp_path: Path) -> None:
    path = tiny.mert_folder(tmp_path / "mert", tiny.mert_model(), model_type=kind)
    assert recognise(path).family == "mert"
    open_encoder(recognise(path))


def test_ten_seconds_are_749_frames(folder: Path) -> None:
    net = mert.network(recognise(folder), folder)
    with torch.inference_mode():
        assert {layer.shape[1] for layer in net.hidden(torch.from_numpy(tiny.noise(TEN_S)))} == {749}


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
@pytest.mark.parametrize("stable", [False, True], ids=["95M", "330M"])
def test_it_is_healthy(stable: bool, precision: str, tmp_path: Path) -> None:
    card = tiny.added(tiny.mert_folder(tmp_path / "mert", tiny.mert_model(stable=stable)))
    assert [found.sentence for found in examine(open_encoder(card, "cpu", precision)) if not found.ok] == []


def test_it_can_be_taught(folder: Path) -> None:
    net = mert.network(recognise(folder), folder).train()
    layers = net.hidden(torch.from_numpy(tiny.noise(24_000, 2)))
    assert len(layers) == 4, "the settings say that layers are left out at random"
    layers[-1].mean().backward()
    assert net.model.encoder.layers[0].attention.q_proj.weight.grad is not None


def test_the_rate_of_older_ones_is_taken_from_the_folder(tmp_path: Path) -> None:
    path = tiny.mert_folder(tmp_path / "v0", tiny.mert_model(), sample_rate=16_000)
    (path / "preprocessor_config.json").unlink()
    assert recognise(path).rate_hz == 16_000
    open_encoder(recognise(path))


LARGE = {
    "hidden_size": 1024,
    "num_hidden_layers": 24,
    "num_attention_heads": 16,
    "intermediate_size": 4096,
    "do_stable_layer_norm": True,
    "hidden_dropout": 0.0,
    "mask_time_prob": 0.075,
}


@pytest.mark.parametrize(
    ("shape", "parameters"), [({}, 94_371_712), (LARGE, 315_428_992)], ids=["95M", "330M"]
)
def test_the_published_sizes(shape: dict[str, Any], parameters: int) -> None:
    from transformers import HubertConfig, HubertModel

    said = {"auto_map": {}, "attention_relax": 32.0, "feat_extract_norm": "group", **shape}
    network = build(lambda: HubertModel(HubertConfig(**declared(HubertConfig, said), **STEADY)))
    assert sum(value.numel() for value in network.parameters()) == parameters


class Trap:
    """A pickle that would run something when it is read."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.marker),)


def test_a_pickle_with_code_is_refused_and_not_run(tmp_path: Path) -> None:
    path = tiny.mert_folder(tmp_path / "mert", tiny.mert_model(), pickled=True)
    card = tiny.added(path)
    torch.save({"encoder.layer_norm.weight": Trap(path / "marker")}, path / "pytorch_model.bin")
    with pytest.raises(WeightsProblem, match="damaged, or holds more than weights"):
        open_encoder(card)
    assert not (path / "marker").exists()


def change(folder: Path, **changed: object) -> None:
    path = folder / "config.json"
    tiny.write_json(path, {**json.loads(path.read_text()), **changed})


def rewrite(folder: Path, **changed: torch.Tensor | None) -> None:
    from safetensors.torch import load_file, save_file

    path = folder / "model.safetensors"
    tensors = {**load_file(path), **changed}
    save_file({name: tensor for name, tensor in tensors.items() if tensor is not None}, path)


BROKEN = {
    "cqt": (lambda f: change(f, feature_extractor_cqt=True), "constant-Q spectrum"),
    "deepnorm": (lambda f: change(f, deepnorm=True), "DeepNorm"),
    "another network": (lambda f: change(f, model_type="wav2vec2"), "is wav2vec2, not one of mert_model"),
    "another front end": (lambda f: change(f, conv_stride=[5, 2, 2, 2, 2, 2, 1]), "1498 frames"),
    "another depth": (lambda f: change(f, num_hidden_layers=2), "card says layers: 4"),
    "another rate": (
        lambda f: tiny.write_json(f / "preprocessor_config.json", {"sampling_rate": 16_000}),
        "card says samples per second: 24000",
    ),
    "a shape": (
        lambda f: rewrite(f, masked_spec_embed=torch.zeros(31)),
        "masked_spec_embed has the shape (31,) instead of (32,)",
    ),
    "one missing": (lambda f: rewrite(f, masked_spec_embed=None), "its weights lack masked_spec_embed."),
    "one unknown": (lambda f: rewrite(f, more=torch.zeros(1)), "its weights hold unknown more."),
    "no number": (
        lambda f: rewrite(f, masked_spec_embed=torch.full((32,), torch.nan)),
        "its weights hold values in masked_spec_embed that are no numbers.",
    ),
    "cut off": (
        lambda f: (f / "model.safetensors").write_bytes((f / "model.safetensors").read_bytes()[:-9]),
        "damaged or cut off",
    ),
    "no weights": (lambda f: (f / "model.safetensors").unlink(), "holds no weights"),
    "gone": (shutil.rmtree, "not on this machine"),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_folder_that_goes_bad_is_refused_in_a_sentence(how: str, folder: Path) -> None:
    tiny.refused(folder, *BROKEN[how])


@pytest.mark.parametrize("content", [b"", b"\x80\x02}q\x00.", b"PK\x03\x04 nothing"])
def test_bad_pickles(content: bytes, tmp_path: Path) -> None:
    path = tiny.mert_folder(tmp_path / "mert", tiny.mert_model(), pickled=True)
    (path / "pytorch_model.bin").write_bytes(content)
    with pytest.raises(WeightsProblem, match=r"^mert cannot be opened: "):
        open_encoder(recognise(path))
