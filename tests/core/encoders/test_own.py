"""Our own networks: their layers as published, the same draw everywhere, and whole ways to disk and back."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
import torch
from torch import nn

from core.encoders import Card, Local, find_card, open_encoder
from core.encoders.mel_cnn import FLAT, WHOLE, Heads, MelCnn
from core.encoders.mel_resnet import MelResNet
from core.encoders.net import Net, NetEncoder, hash_weights
from core.encoders.own import CARD, WEIGHTS, draw, load_into, save_encoder
from core.encoders.sample_cnn import STEP, SampleCnn
from core.errors import KnownError, WeightsProblem

NETS: list[tuple[str, type[Net]]] = [
    ("sample-cnn", SampleCnn),
    ("mel-resnet", MelResNet),
    ("mel-cnn", MelCnn),
]
DRAWN = {
    "sample-cnn": "42ca1ef42a68",
    "mel-resnet": "9bebc06755b5",
    "mel-cnn": "a6fd43616e67",
}
"""A change here is a change of every vector that untrained encoders gave: raise the cards' version."""
each_net = pytest.mark.parametrize(("name", "kind"), NETS, ids=[name for name, _ in NETS])


def parameters(net: nn.Module) -> int:
    return sum(parameter.numel() for parameter in net.parameters())


def sounds(count: int, samples: int) -> torch.Tensor:
    return torch.from_numpy(
        np.random.default_rng(0).standard_normal((count, samples)).astype(np.float32) * 0.1
    )


def load(name: str, folder: Path) -> NetEncoder:
    card = msgspec.structs.replace(find_card(name), source=Local(str(folder)))
    opened = open_encoder(card)
    assert isinstance(opened, NetEncoder)
    return opened


# --- as published ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("samples", "steps"), [(STEP, 1), (2 * STEP - 1, 1), (2 * STEP, 2), (5 * STEP + 7, 5)]
)
def test_sample_cnn_gives_a_step_for_each_59049_samples(samples: int, steps: int) -> None:
    assert STEP == 59_049 == find_card("sample-cnn").window
    with torch.inference_mode():
        (out,) = SampleCnn().eval().hidden(sounds(2, samples))
    assert out.shape == (2, steps, 512)


def test_sample_cnn_shortens_time_to_a_third_at_each_block() -> None:
    net, lengths, widths = SampleCnn().eval(), list[int](), list[int]()
    with torch.inference_mode():
        maps = net.stem(sounds(1, STEP).unsqueeze(1))
        for block in net.blocks:
            lengths.append(maps.shape[2])
            maps = block(maps)
            widths.append(maps.shape[1])
    assert lengths == [3**power for power in range(9, 0, -1)]
    assert widths == [128, 128, 256, 256, 256, 256, 256, 256, 512]
    assert maps.shape == (1, 512, 1)


def test_mel_resnet_is_resnet_18() -> None:
    """11,689,512 parameters as published, without 1000 classes and two colours at the entrance."""
    net = MelResNet().eval()
    assert parameters(net) == 11_689_512 - (512 * 1000 + 1000) - 2 * 64 * 7 * 7
    with torch.inference_mode():
        spectrogram = net.spectrogram(sounds(2, 66_150))
        assert spectrogram.shape == (2, 1, 128, 130)
        assert net.steps(spectrogram).shape == (2, 5, 512)


def test_mel_cnn_has_every_shape_of_the_table() -> None:
    net, shapes = MelCnn().eval(), list[tuple[int, ...]]()
    assert parameters(net) == 261_376
    with torch.inference_mode():
        spectrogram = net.spectrogram(torch.zeros(1, WHOLE))
        assert spectrogram.shape == (1, 1, 64, 4219)
        maps = spectrogram
        for layer in net.layers:
            maps = layer(maps)
            if isinstance(layer, (nn.Conv2d, nn.MaxPool2d)):
                shapes.append(tuple(maps.shape[1:]))
    assert shapes == [
        (16, 66, 4221),
        (16, 33, 2110),
        (32, 18, 1056),
        (32, 9, 528),
        (64, 5, 264),
        (64, 2, 132),
        (128, 2, 132),
    ]
    assert [parameters(layer) for layer in net.layers if parameters(layer)] == [
        160,
        4_640,
        51_264,
        128,
        204_928,
        256,
    ]


def test_the_heads_of_the_thesis_take_its_whole_length() -> None:
    heads = Heads()
    maps = torch.randn(2, 128, 2, 132)
    assert heads.pool(maps).flatten(1).shape == (2, FLAT)
    assert heads.wide(maps).shape == (2, 1024)
    torch.testing.assert_close(heads(maps), heads.z(heads.wide(maps).tanh()))
    assert heads(maps).shape == (2, 512)
    assert parameters(heads.v) == 8448 * 1024 + 1024


def test_mel_cnn_as_an_encoder_keeps_both_rows_of_frequency() -> None:
    with torch.inference_mode():
        (out,) = MelCnn().eval().hidden(sounds(1, WHOLE))
    assert out.shape == (1, 132, 256)


# --- drawn ----------------------------------------------------------------------------------------


@each_net
def test_a_seed_draws_the_same_everywhere(name: str, kind: type[Net]) -> None:
    net = kind()
    draw(net, 0)
    assert hash_weights(net)[:12] == DRAWN[name]
    draw(net, 1)
    assert hash_weights(net)[:12] != DRAWN[name]


@each_net
def test_opening_leaves_torchs_random_numbers_alone(name: str, kind: type[Net]) -> None:
    torch.manual_seed(7)
    expected = torch.rand(4)
    torch.manual_seed(7)
    open_encoder(find_card(name))
    assert torch.equal(torch.rand(4), expected)


@each_net
def test_drawn_networks_hear_differences(name: str, kind: type[Net]) -> None:
    """Weights that shrink from layer to layer would give every sound the same vector."""
    encoder = open_encoder(find_card(name))
    quiet, loud = sounds(1, encoder.card.window).numpy(), np.ones((1, encoder.card.window), np.float32)
    tone = np.sin(np.arange(encoder.card.window, dtype=np.float32) / 20)[None]
    vectors = encoder.embed(np.concatenate([quiet, loud, tone]))[:, 0]
    assert (vectors.std(0) > 0.01 * np.abs(vectors).max()).mean() > 0.2


# --- trained --------------------------------------------------------------------------------------


@each_net
def test_gradients_reach_every_weight_and_statistics_move(name: str, kind: type[Net]) -> None:
    net = kind().train()
    (out,) = net.hidden(sounds(2, net.shortest * (1 if name == "sample-cnn" else 8)))
    out.square().mean().backward()
    assert all(p.grad is not None and torch.isfinite(p.grad).all() for p in net.parameters())
    moved = [m.num_batches_tracked for m in net.modules() if isinstance(m, (nn.BatchNorm1d, nn.BatchNorm2d))]
    assert moved
    assert all(count == 1 for count in moved)


@each_net
def test_what_is_saved_is_what_is_loaded(name: str, kind: type[Net], tmp_path: Path) -> None:
    net = kind().train()
    net.hidden(sounds(2, net.shortest * 2))
    saved = save_encoder(tmp_path / "run", find_card(name), net)
    assert saved.source == Local(str(tmp_path / "run"))
    assert msgspec.json.decode((tmp_path / "run" / CARD).read_bytes())["card"]["name"] == name
    opened = open_encoder(saved)
    assert isinstance(opened, NetEncoder)
    assert opened.weights == hash_weights(net.eval())
    batch = sounds(2, net.shortest)
    with torch.inference_mode():
        expected = net.hidden(batch)[0].mean(1).numpy()
    np.testing.assert_array_equal(opened.embed(batch.numpy())[:, 0], expected)


@each_net
def test_half_precision_is_near(name: str, kind: type[Net]) -> None:
    card = find_card(name)
    batch = sounds(2, 60_000).numpy()
    whole, half = (open_encoder(card, precision=p).embed(batch)[:, 0] for p in ("fp32", "bf16"))
    assert np.abs(whole - half).max() < 0.05 * np.abs(whole).max()


# --- what can be wrong ----------------------------------------------------------------------------


def told(card: Card, folder: Path) -> str:
    with pytest.raises(WeightsProblem) as caught:
        load_into(MelCnn(), folder, card)
    assert caught.value.hint
    return caught.value.sentence


def test_missing_damaged_and_foreign_weights(tmp_path: Path) -> None:
    card, path = find_card("mel-cnn"), tmp_path / WEIGHTS
    assert told(card, tmp_path) == f"The weights of Mel CNN, untrained lack {path}."
    save_encoder(tmp_path, card, MelCnn())
    whole = path.read_bytes()
    for damaged in (b"", whole[:100], whole[:-1], b"no weights at all"):
        path.write_bytes(damaged)
        assert told(card, tmp_path) == f"{path} cannot be read: the copy of Mel CNN, untrained is damaged."
    save_encoder(tmp_path, card, SampleCnn())
    assert told(card, tmp_path).startswith(
        f"{path} does not fit Mel CNN, untrained: it lacks layers.0.bias and "
    )


def test_wrong_shapes_strange_names_and_values_that_are_no_numbers(tmp_path: Path) -> None:
    card = find_card("mel-cnn")
    net = MelCnn()
    net.layers[0] = nn.Conv2d(1, 16, 5)
    save_encoder(tmp_path, card, net)
    assert "has layers.0.weight in the shape (16, 1, 5, 5) instead of (16, 1, 3, 3)" in told(card, tmp_path)
    net = MelCnn()
    net.extra = nn.Linear(1, 1)
    save_encoder(tmp_path, card, net)
    assert "holds extra.bias and 1 more, which it has no place for" in told(card, tmp_path)
    net = MelCnn()
    nn.init.constant_(net.layers[0].bias, float("nan"))
    save_encoder(tmp_path, card, net)
    assert "holds values in layers.0.bias that are no numbers" in told(card, tmp_path)


def test_a_network_is_filled_whole_or_not_at_all(tmp_path: Path) -> None:
    other = MelCnn()
    nn.init.constant_(other.layers[10].bias, float("inf"))
    save_encoder(tmp_path, find_card("mel-cnn"), other)
    net = MelCnn()
    before = hash_weights(net)
    with pytest.raises(WeightsProblem):
        load_into(net, tmp_path, find_card("mel-cnn"))
    assert hash_weights(net) == before


def test_saving_where_nothing_can_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KnownError):
        save_encoder(tmp_path / "file", find_card("mel-cnn"), MelCnn())
