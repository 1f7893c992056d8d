"""What `core.encoders.contract` promises, asked of every encoder there is: one suite for all families.

Every card of the catalogue that opens here, and `EXTRA`: for each family whose
weights are foreign a tiny network in a folder as its publisher saves it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from core.encoders import (
    BuiltIn,
    Card,
    Encoder,
    Listed,
    Local,
    add_card,
    cards,
    find_card,
    listed,
    look,
    open_encoder,
    weights,
)
from core.encoders.blend import blend_card, fit, save
from core.encoders.catalogue import CATALOGUE
from core.encoders.mel_cnn import MelCnn
from core.encoders.own import draw, save_encoder
from core.encoders.recognise import recognise
from core.encoders.registry import FAMILIES
from core.errors import RequestProblem
from tests.core.encoders import keras_models as keras
from tests.core.encoders import tiny_models as tiny

Samples = NDArray[np.float32]


def _saved_run(folder: Path) -> Card:
    net = MelCnn()
    draw(net, 5)
    card = msgspec.structs.replace(find_card("mel-cnn"), name="tiny-run", title="A run", settings={})
    return save_encoder(folder, card, net)


def _blended(folder: Path, pca: int | None = None) -> Card:
    rng = np.random.default_rng(0)
    made_of = [find_card("descriptors"), find_card("mel-cnn")]
    parts = [(card, 0, rng.standard_normal((30, card.dimension))) for card in made_of]
    fitted = fit(parts, pca, [1.0, 0.5])
    save(fitted, folder)
    return blend_card("tiny-blend", fitted, folder)


def _tagger(name: str, folder: Path) -> Card:
    card = find_card(name)
    keras.write(folder / card.settings["file"], keras.random_weights(card.settings["network"]))
    return msgspec.structs.replace(card, name=f"tiny-{name}", source=Local(str(folder)))


def _speech(kind: str, folder: Path) -> Card:
    return recognise(tiny.speech_folder(folder, tiny.speech_model(kind)))


EXTRA: dict[str, Callable[[Path], Card]] = {
    "saved run": _saved_run,
    "blend": _blended,
    "blend with PCA": lambda folder: _blended(folder, 6),
    **{
        f"tiny {card.name}": partial(_tagger, card.name)
        for card in CATALOGUE
        if card.family == "musicnn" and "msd" in card.name
    },
    **{f"tiny {kind}": partial(_speech, kind) for kind in ("wav2vec2", "hubert", "wavlm")},
    "tiny mert": lambda folder: recognise(tiny.mert_folder(folder, tiny.mert_model())),
    "tiny clap": lambda folder: recognise(tiny.clap_folder(folder, tiny.clap_model())),
}
"""Each makes what it needs in an empty folder and returns the card, which is then added to the registry.
For another family: a line here, with a folder as its publisher saves it."""

MODELS = os.environ.get("SOUNDINGS_TEST_MODELS", "")
"""A model folder with real weights; without it, their encoders are skipped."""


def _looked_for() -> dict[str, Listed]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weights, "model_folder", lambda: Path(MODELS or "$SOUNDINGS_TEST_MODELS"))
        return {card.name: look(card) for card in CATALOGUE}


LOOKED_FOR = _looked_for()


@dataclass(frozen=True)
class Opened:
    card: Card
    encoder: Encoder
    batch: Samples
    """Three different excerpts of the card's length."""
    vectors: NDArray[np.float32]


@pytest.fixture(scope="module", params=[*(name for name, found in LOOKED_FOR.items() if found.ready), *EXTRA])
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    name = request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDINGS_HOME", str(tmp_path_factory.mktemp("home")))
        if MODELS:
            patch.setattr(weights, "model_folder", lambda: Path(MODELS))
        if name in EXTRA:
            card = EXTRA[name](tmp_path_factory.mktemp("encoder"))
            add_card(card)
            name = card.name
        card = find_card(name)
        encoder = open_encoder(card)
        batch = music(card, 3)
        yield Opened(card, encoder, batch, encoder.embed(batch))


@pytest.mark.parametrize("name", [name for name, found in LOOKED_FOR.items() if not found.ready])
def test_weights_that_are_not_here(name: str) -> None:
    """The real ones are held to the contract where SOUNDINGS_TEST_MODELS says that they are."""
    pytest.skip(LOOKED_FOR[name].reason)


def music(card: Card, n: int) -> Samples:
    """Chords over a little noise, each a fourth higher than the last."""
    seconds = np.arange(card.window) / card.rate_hz
    rng = np.random.default_rng(0)
    chords = [
        sum(np.sin(2 * np.pi * hz * (4 / 3) ** i * seconds) for hz in (220, 277.2, 329.6)) for i in range(n)
    ]
    beat = np.exp(-3 * (seconds % 0.5))
    return (0.2 * np.stack(chords) * beat + 0.02 * rng.standard_normal((n, card.window))).astype(np.float32)


# --- the card -------------------------------------------------------------------------------------


def test_a_card_says_enough(opened: Opened) -> None:
    card = opened.card
    assert msgspec.json.decode(msgspec.json.encode(card), type=Card) == card
    assert card.family in FAMILIES
    assert card.title
    assert card.licence
    assert card.hears.endswith(".")
    assert card.window > 0
    assert all(card.layers)
    assert len(set(card.layers)) == len(card.layers)
    assert not set(card.tags) or len(set(card.tags)) == len(card.tags)
    assert -len(card.layers) <= card.usual_layer < len(card.layers)
    assert len(card.dimensions) in (0, card.dimension)
    assert len(set(card.dimensions)) == len(card.dimensions)


def test_names_are_unique_and_fit_for_typing() -> None:
    names = [card.name for card in cards()]
    assert len(set(names)) == len(names)
    assert all(name == name.lower() and " " not in name and name.isascii() for name in names)
    assert [item.card.name for item in listed()] == names


def test_listing_imports_no_torch() -> None:
    code = (
        "import sys, json, core.encoders as e; e.listed();"
        "print(json.dumps([m for m in ('torch', 'transformers', 'torchaudio', 'h5py') if m in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


def test_descriptors_need_no_torch() -> None:
    code = (
        "import sys, numpy as np, core.encoders as e;"
        "e.open_encoder(e.find_card('descriptors')).embed(np.ones((1, 9), np.float32));"
        "print('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# --- vectors --------------------------------------------------------------------------------------


def test_shape_kind_and_finiteness(opened: Opened) -> None:
    assert opened.vectors.shape == (3, len(opened.card.layers), opened.card.dimension)
    assert opened.vectors.dtype == np.float32
    assert np.isfinite(opened.vectors).all()


def test_different_sounds_give_different_vectors(opened: Opened) -> None:
    for layer in range(len(opened.card.layers)):
        vectors = opened.vectors[:, layer]
        assert np.abs(vectors[0] - vectors[1]).max() > 1e-3 * np.abs(vectors).max()


def test_a_batch_is_its_excerpts_one_by_one(opened: Opened) -> None:
    single = np.concatenate([opened.encoder.embed(samples[None]) for samples in opened.batch])
    np.testing.assert_allclose(opened.vectors, single, rtol=1e-4, atol=1e-4)


def test_the_order_of_a_batch_does_not_matter(opened: Opened) -> None:
    turned = opened.encoder.embed(np.ascontiguousarray(opened.batch[::-1]))[::-1]
    np.testing.assert_allclose(opened.vectors, turned, rtol=1e-4, atol=1e-4)


def test_samples_are_not_changed_and_may_lie_anyhow(opened: Opened) -> None:
    before = opened.batch.copy()
    before.flags.writeable = False
    scattered = np.asfortranarray(before)
    np.testing.assert_array_equal(opened.encoder.embed(scattered), opened.vectors)
    np.testing.assert_array_equal(scattered, opened.batch)


def test_opened_again_it_gives_the_same_bits(opened: Opened) -> None:
    again = open_encoder(opened.card)
    assert again.weights == opened.encoder.weights
    np.testing.assert_array_equal(again.embed(opened.batch), opened.vectors)
    np.testing.assert_array_equal(opened.encoder.embed(opened.batch), opened.vectors)


@pytest.mark.parametrize("seconds", [0.0, 0.01, 0.5], ids=["one sample", "10 ms", "half a second"])
def test_short_excerpts(opened: Opened, seconds: float) -> None:
    samples = max(round(seconds * opened.card.rate_hz), 1)
    vectors = opened.encoder.embed(opened.batch[:2, :samples])
    assert vectors.shape == (2, *opened.vectors.shape[1:])
    assert np.isfinite(vectors).all()


@pytest.mark.parametrize("share", [0.97, 1.03])
def test_excerpts_a_little_off_their_length(opened: Opened, share: float) -> None:
    samples = round(share * opened.card.window)
    vectors = opened.encoder.embed(np.resize(opened.batch, (1, samples)))
    assert vectors.shape == (1, *opened.vectors.shape[1:])
    assert np.isfinite(vectors).all()


def test_silence(opened: Opened) -> None:
    silent = np.zeros_like(opened.batch)
    vectors = opened.encoder.embed(silent)
    assert np.isfinite(vectors).all()
    np.testing.assert_allclose(vectors[0], vectors[1], rtol=1e-4, atol=1e-4)
    mixed = opened.encoder.embed(np.stack([silent[0], opened.batch[1]]))
    np.testing.assert_allclose(mixed[1], opened.vectors[1], rtol=1e-4, atol=1e-4)


# --- the rest of the contract ---------------------------------------------------------------------


def test_frozen(opened: Opened) -> None:
    import torch

    state = torch.get_rng_state()
    opened.encoder.embed(opened.batch[:1])
    assert torch.equal(torch.get_rng_state(), state)
    nets = [getattr(encoder, "net", None) for encoder in _with_parts(opened.encoder)]
    for net in filter(None, nets):
        assert not any(module.training for module in net.modules())
        assert not any(parameter.requires_grad for parameter in net.parameters())


def _with_parts(encoder: Encoder) -> list[Encoder]:
    return [encoder, *getattr(encoder, "encoders", {}).values()]


def test_weights_are_known_by_their_hash(opened: Opened) -> None:
    known = opened.encoder.weights
    assert len(known) == 64 or (known == "" and isinstance(opened.card.source, BuiltIn))
    assert (opened.encoder.card, opened.encoder.device) == (opened.card, "cpu")


def test_tags_or_a_sentence(opened: Opened) -> None:
    if not opened.card.tags:
        with pytest.raises(RequestProblem, match="gives no tags"):
            opened.encoder.tag(opened.batch)
        return
    tags = opened.encoder.tag(opened.batch)
    assert tags.shape == (3, len(opened.card.tags))
    assert tags.dtype == np.float32
    assert ((tags >= 0) & (tags <= 1)).all()


def test_texts_or_a_sentence(opened: Opened) -> None:
    if not opened.card.text:
        with pytest.raises(RequestProblem, match="has no text tower"):
            opened.encoder.embed_text(["a slow lament"])
        return
    vectors = opened.encoder.embed_text(["a slow lament", "a march", "a slow lament"])
    assert vectors.shape == (3, opened.card.dimension)
    assert vectors.dtype == np.float32
    assert np.isfinite(vectors).all()
    np.testing.assert_allclose(vectors[0], vectors[2], rtol=1e-4, atol=1e-4)
