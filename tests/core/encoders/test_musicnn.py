"""MusiCNN and VGG: equal to what was published, honest about files that are something else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import h5py
import msgspec
import numpy as np
import pytest
import soxr
import torch

from core.demo.brief import brief
from core.demo.composer import compose
from core.demo.mixer import desk, record
from core.encoders import Card, Local, cards, find_card, look, musicnn, open_encoder
from core.encoders.musicnn import FRAMES, HOP, Tagger, patch_starts
from core.encoders.net import NetEncoder
from core.encoders.weights import own_folder
from core.errors import WeightsProblem
from tests.core.encoders.keras_models import PUBLISHED, SLOW, Weights, random_weights, read, write

FAMILY = [card for card in cards() if card.family == "musicnn"]
TAGGERS = [card for card in FAMILY if card.tags]
published = pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published weights are not on this machine")
per_published = pytest.mark.parametrize("card", FAMILY, ids=lambda card: card.name)
per_tagger = pytest.mark.parametrize("card", TAGGERS, ids=lambda card: card.name)
MADE = [card for card in FAMILY if card.settings["file"].startswith("MSD")]
"""One card for every network and part; those of the other training data are built alike."""
per_made = pytest.mark.parametrize("card", MADE, ids=lambda card: card.name)
per_made_tagger = pytest.mark.parametrize(
    "card", [card for card in MADE if card.tags], ids=lambda card: card.name
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a file of small random weights for every card."""
    folder = tmp_path_factory.mktemp("keras")
    for card in FAMILY:
        write(folder / card.settings["file"], random_weights(card.settings["network"]))
    return folder


def opened(card: Card, folder: Path, precision: str = "fp32") -> NetEncoder:
    return musicnn.load(card, folder, "cpu", precision)


def net_of(encoder: NetEncoder) -> Tagger:
    assert isinstance(encoder.net, Tagger)
    return encoder.net


def noise(count: int, seconds: float, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 0.1, (count, round(seconds * 16_000))).astype(np.float32)


def far(ours: torch.Tensor | np.ndarray, wanted: np.ndarray) -> float:
    """Greatest difference; of values above 1, relative to the greatest."""
    return float(np.abs(np.asarray(ours) - wanted).max() / max(1.0, np.abs(wanted).max()))


@published
@per_tagger
def test_the_published_figures(card: Card) -> None:
    golden = np.load(PUBLISHED / "reference.npz")
    name = card.settings["file"].removesuffix(".h5")
    net = net_of(opened(card, PUBLISHED))
    patches = torch.from_numpy(golden["patches"])
    with torch.inference_mode():
        output = net.logits(patches)
        if card.settings["network"] == "musicnn":
            output = output.sigmoid()
            assert np.abs(net.layers(patches)[0][:, 0].numpy() - golden[f"{name}_penultimate"]).max() < 1e-4
        assert np.abs(output.numpy() - golden[f"{name}_output"]).max() < 1e-4


def agree(card: Card, folder: Path, weights: Weights, patches: np.ndarray) -> None:
    net = net_of(opened(card, folder))
    with torch.inference_mode():
        layers, logits = net.layers(torch.from_numpy(patches)), net.logits(torch.from_numpy(patches))
    assert len(layers) == len(card.layers)
    for i, patch in enumerate(patches):
        slow = SLOW[card.settings["network"]](weights, patch)
        assert far(logits[i], slow["logits"]) < 1e-4
        for layer, name in zip(layers, card.layers, strict=True):
            assert layer[i].shape == slow[name].shape
            assert layer.shape[2] == card.dimension
            assert far(layer[i], slow[name]) < 1e-4


@per_made
def test_every_layer_equals_a_slow_one(card: Card, made: Path) -> None:
    patches = np.random.default_rng(1).uniform(0, 5, (2, 187, 96)).astype(np.float32)
    agree(card, made, random_weights(card.settings["network"]), patches)


@published
@per_published
def test_every_layer_of_the_published_ones_equals_a_slow_one(card: Card) -> None:
    patches = np.load(PUBLISHED / "reference.npz")["patches"][[0, -1]]
    agree(card, PUBLISHED, read(PUBLISHED / card.settings["file"]), patches)


@per_made
def test_shapes_batches_and_repeats(card: Card, made: Path) -> None:
    encoder = opened(card, made)
    batch = noise(5, 3.0)
    whole = encoder.embed(batch)
    assert whole.shape == (5, len(card.layers), card.dimension)
    assert whole.dtype == np.float32
    assert np.array_equal(whole, encoder.embed(batch))
    assert far(np.concatenate([encoder.embed(one[None]) for one in batch]), whole) < 1e-5
    assert opened(card, made).weights == encoder.weights


@per_made_tagger
def test_tags_are_means_over_patches(card: Card, made: Path) -> None:
    encoder = opened(card, made)
    batch = noise(2, 7.0)
    tags = encoder.tag(batch)
    assert tags.shape == (2, len(card.tags)) == (2, 50)
    assert ((tags >= 0) & (tags <= 1)).all()
    net = net_of(encoder)
    with torch.inference_mode():
        patches = net.patches(torch.from_numpy(batch))
        assert patches.shape == (2, 3, 187, 96)
        each = [net.logits(patches[:, i]).sigmoid().numpy() for i in range(3)]
    assert far(np.mean(each, 0), tags) < 1e-5


@per_made
@pytest.mark.parametrize("samples", [1, 300, 16_000, (FRAMES - 1) * HOP, 48_000])
def test_short_and_silent_excerpts(card: Card, made: Path, samples: int) -> None:
    encoder = opened(card, made)
    silence = np.zeros((1, samples), np.float32)
    sound = noise(1, 3.0)[:, :samples]
    assert np.isfinite(encoder.embed(silence)).all()
    assert np.isfinite(encoder.embed(sound)).all()
    filled = np.pad(sound, ((0, 0), (0, max(0, (FRAMES - 1) * HOP - samples))))
    assert np.array_equal(encoder.embed(sound), encoder.embed(filled))


@pytest.mark.parametrize(
    ("seconds", "starts"),
    [
        (2.976, [0]),
        (3.0, [0]),
        (3.2, [0]),
        (3.3, [0, 20]),
        (6.0, [0, 187]),
        (10.0, [0, 187, 374, 439]),
        (30.0, [187 * i for i in range(10)]),
    ],
)
def test_patches_lie_side_by_side_and_the_last_is_flush(seconds: float, starts: list[int]) -> None:
    assert patch_starts(round(seconds * 16_000) // HOP + 1) == starts


@per_made
def test_half_precision_hears_about_the_same(card: Card, made: Path) -> None:
    batch = noise(2, 3.0)
    whole, half = (opened(card, made, precision).embed(batch) for precision in ("fp32", "bf16"))
    lengths = np.linalg.norm(whole, axis=2) * np.linalg.norm(half, axis=2)
    assert ((whole * half).sum(2) / lengths > 0.99).all()


@per_made_tagger
def test_it_can_be_trained(card: Card, made: Path) -> None:
    net = net_of(opened(card, made)).requires_grad_(True).train()
    net.tags(torch.from_numpy(noise(2, 3.0))).sum().backward()
    for name, parameter in net.named_parameters():
        assert parameter.grad is not None, name
        assert torch.isfinite(parameter.grad).all(), name


def spoil_layer(weights: Weights) -> None:
    del weights["dense"]


def spoil_part(weights: Weights) -> None:
    del weights["midend_conv2"]["bias"]


def add_layer(weights: Weights) -> None:
    weights["dense_2"] = {"kernel": np.zeros((2, 2), np.float32)}


def spoil_shape(weights: Weights) -> None:
    weights["conv2d_1"]["kernel"] = weights["conv2d_1"]["kernel"][:, :60]


def spoil_kind(weights: Weights) -> None:
    weights["bn_dense"]["gamma"] = weights["bn_dense"]["gamma"].astype(np.float64)


def spoil_value(weights: Weights) -> None:
    weights["dense"]["kernel"][3, 4] = np.nan


SPOILT = [
    (spoil_layer, "the layer dense is missing"),
    (spoil_part, "the layer midend_conv2 lacks its bias"),
    (add_layer, "it has a layer dense_2 too many"),
    (spoil_shape, "kernel of the layer conv2d_1 is 7 × 60 × 1 × 204, not 7 × 67 × 1 × 204"),
    (spoil_kind, "gamma of the layer bn_dense is not in 32-bit numbers"),
    (spoil_value, "kernel of the layer dense holds values that are no numbers"),
]


@pytest.mark.parametrize(("spoil", "reason"), SPOILT)
def test_a_file_of_something_else(spoil: Callable[[Weights], None], reason: str, tmp_path: Path) -> None:
    weights = random_weights("musicnn")
    spoil(weights)
    path = write(tmp_path / "MSD_musicnn.h5", weights)
    refuses(path, f"{path} is no copy of MusiCNN (MSD): {reason}. Fetch or copy it again.")


def refuses(path: Path, sentence: str, name: str = "musicnn-msd") -> None:
    with pytest.raises(WeightsProblem) as caught:
        opened(find_card(name), path)
    assert str(caught.value) == sentence


def test_another_network_or_description(tmp_path: Path, made: Path) -> None:
    vgg = made / "MSD_vgg.h5"
    reason = "the layer batch_normalization is missing"
    refuses(vgg, f"{vgg} is no copy of MusiCNN (MSD): {reason}. Fetch or copy it again.")
    weights = random_weights("musicnn")
    path = write(tmp_path / "a.h5", weights, frames=366)
    refuses(
        path, f"{path} is no copy of MusiCNN (MSD): its input is not 187 × 96 × 1. Fetch or copy it again."
    )
    path = write(tmp_path / "b.h5", weights, epsilon=1e-5)
    reason = "the layer batch_normalization has another epsilon than 0.001"
    refuses(path, f"{path} is no copy of MusiCNN (MSD): {reason}. Fetch or copy it again.")
    with h5py.File(path, "a") as file:
        del file.attrs["model_config"]
    reason = "it does not say which network it holds"
    refuses(path, f"{path} is no copy of MusiCNN (MSD): {reason}. Fetch or copy it again.")


def test_a_missing_or_damaged_file(tmp_path: Path, made: Path) -> None:
    path = tmp_path / "MSD_musicnn.h5"
    refuses(tmp_path, f"The weights of MusiCNN (MSD) lack {path}. Fetch or copy it again.")
    whole = (made / path.name).read_bytes()
    for size in (0, 7, 100, 5_000, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        refuses(path, f"{path} cannot be read: the copy of MusiCNN (MSD) is damaged. Fetch or copy it again.")
    path.write_bytes(np.random.default_rng(0).bytes(10_000))
    refuses(path, f"{path} cannot be read: the copy of MusiCNN (MSD) is damaged. Fetch or copy it again.")


def test_overwritten_bytes_load_or_are_refused(tmp_path: Path, made: Path) -> None:
    """Nothing but the problem of the weights comes out, whatever was hit."""
    whole = (made / "MSD_vgg.h5").read_bytes()
    rng = np.random.default_rng(0)
    path = tmp_path / "MSD_vgg.h5"
    refused = 0
    for start in rng.integers(0, 20_000, 40):
        path.write_bytes(whole[:start] + rng.bytes(64) + whole[start + 64 :])
        try:
            opened(find_card("vgg-msd"), path)
        except WeightsProblem:
            refused += 1
    assert 0 < refused < 40


@published
def test_it_opens_by_name_and_from_a_place_of_ones_own() -> None:
    card = find_card("musicnn-mtt")
    own_folder(card).mkdir(parents=True)
    shutil.copy(PUBLISHED / card.settings["file"], own_folder(card))
    batch = noise(1, 3.0)
    vectors = open_encoder(card).embed(batch)
    assert open_encoder(find_card("musicnn-mtt-rhythm")).embed(batch).shape == (1, 1, 153)
    assert not look(find_card("musicnn-msd")).ready
    added = msgspec.structs.replace(card, source=Local(str(PUBLISHED)))
    assert np.array_equal(open_encoder(added).embed(batch), vectors)


@cache
def demo(style: str, count: int = 2) -> np.ndarray:
    """(count, samples): the first tracks of a style, 10 s each at 16 kHz."""
    found = list[np.ndarray]()
    index = 0
    while len(found) < count:
        plan = brief(index, 10.0, 0)
        index += 1
        if plan.artist.style.name == style:
            recording = record(compose(plan), desk(plan))
            sound = soxr.resample(recording.audio.mean(1), recording.rate_hz, 16_000)
            found.append(np.resize(sound, 158_000).astype(np.float32))
    return np.stack(found)


@published
@per_tagger
def test_tags_of_the_demo_are_plausible(card: Card) -> None:
    """Every calm track is more ambient than every busy one, and the other way round."""
    encoder = opened(card, PUBLISHED)
    calm, busy, bowed = (
        dict(zip(card.tags, encoder.tag(demo(style)).T, strict=True))
        for style in ("Drift", "Groove", "Slow Air")
    )
    of_games = "MTT" in card.title
    for tag in ("techno", "electronic") if of_games else ("electronic", "dance", "electro"):
        assert busy[tag].min() > max(calm[tag].max(), bowed[tag].max()), tag
    for tag in ("ambient", "slow", "strings") if of_games else ("ambient",):
        assert calm[tag].min() > busy[tag].max(), tag
    if of_games:
        assert bowed["violin"].min() > busy["violin"].max()
