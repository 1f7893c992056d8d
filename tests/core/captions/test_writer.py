"""A writer heeds what it heard, and each known way of fooling oneself here shows."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from core.captions.shelf import Opened, assemble, open_t5, reopen
from core.captions.style import WriterPart
from core.captions.words import UNHEEDED, Words
from core.captions.writer import Ears, Writer, build_t5, leans, own_settings, unwritten
from core.errors import KnownError, RequestProblem, WeightsProblem
from core.recipes.caption import PieceLoss
from core.training.checkpoint import State, prefixed, read, write
from core.training.learner import Learner
from tests.core.encoders import tiny_models as tiny

TEXTS = ["A slow air for the fiddle.", "A quick jig for fiddle and flute.", "The flute leads a slow air."] * 3
PART = WriterPart(width=32, pieces=320, places=2, longest=16, beams=3, dropout=0.3)
LAYERS, DIMENSION = 3, 6


def made(part: WriterPart = PART, seed: int = 0) -> tuple[Writer, Opened]:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        opened = open_t5(part, TEXTS)
        mean, scale = torch.zeros(LAYERS, DIMENSION), torch.ones(LAYERS, DIMENSION)
        ears = Ears(mean, scale, opened.settings["d_model"], part)
        writer = assemble(ears, opened.t5, opened.settings, part)
        if writer.leaning is not None:
            nn.init.normal_(writer.leaning.turn.weight, std=0.3)
        return writer, opened


def excerpts(n: int = 4, of_each: int = 3, seed: int = 0) -> Tensor:
    return torch.randn(n, of_each, LAYERS, DIMENSION, generator=torch.Generator().manual_seed(seed))


def targets(opened: Opened, n: int = 4) -> Tensor:
    return torch.from_numpy(opened.words.numbers(TEXTS[:n], 16))


def test_another_sound_changes_what_is_likely() -> None:
    """With T5's own scale: fainter places would hardly be heeded."""
    writer, opened = made()
    writer.eval()
    meant = targets(opened)
    loud = float(opened.t5.get_input_embeddings().weight.detach().std())
    places, _ = writer.ears(*writer.ears.heard(excerpts()))
    assert float(places.detach().std()) == pytest.approx(loud, rel=0.3)
    one, other = writer(excerpts(), meant).detach(), writer(excerpts(seed=1), meant).detach()
    assert float((one - other).abs().max()) > 1e-3


def test_layers_of_one_track_are_not_mixed_with_those_of_another() -> None:
    writer, opened = made()
    writer.eval()
    with torch.no_grad():
        writer.ears.share.copy_(torch.tensor([0.5, -1.0, 2.0]))
    heard, meant = excerpts(), targets(opened)
    together = writer(heard, meant)
    for row in range(4):
        alone = writer(heard[row : row + 1], meant[row : row + 1])
        torch.testing.assert_close(together[row : row + 1], alone, rtol=1e-4, atol=1e-4)


def test_layers_are_mixed_as_their_shares_say() -> None:
    writer, _ = made()
    ears = writer.ears.eval()
    heard = excerpts(2)
    with torch.no_grad():
        ears.share.copy_(torch.tensor([0.1, 3.0, -2.0]))
        found, _ = ears(*ears.heard(heard))
        shares = torch.softmax(ears.share, 0)
        for n in range(2):
            mixed = [sum(shares[la] * heard[n, e, la] for la in range(LAYERS)) for e in range(3)]
            rows = [sum(mixed) / 3, *mixed]
            turned = torch.cat([ears.turn(row).view(PART.places, -1) for row in rows])
            torch.testing.assert_close(found[n], ears.norm(turned) * ears.loud, rtol=1e-4, atol=1e-5)


def test_excerpts_that_are_not_there_change_nothing() -> None:
    """Without the mask, or with silence in their place, they would."""
    writer, opened = made()
    writer.eval()
    heard, meant = excerpts(), targets(opened)
    longer = torch.cat([heard, torch.full((4, 5, LAYERS, DIMENSION), torch.nan)], 1)
    torch.testing.assert_close(writer(longer, meant), writer(heard, meant), rtol=1e-4, atol=1e-4)
    silent = torch.cat([heard, torch.zeros(4, 5, LAYERS, DIMENSION)], 1)
    assert float((writer(silent, meant) - writer(heard, meant)).detach().abs().max()) > 1e-3
    assert writer.write(longer, opened.words, PART) == writer.write(heard, opened.words, PART)


def test_what_fills_up_a_caption_is_not_learnt() -> None:
    writer, opened = made()
    writer.eval()
    meant = targets(opened)
    longer = torch.nn.functional.pad(meant, (0, 9), value=UNHEEDED)
    loss = PieceLoss()
    same = loss(writer(excerpts(), meant), meant)
    torch.testing.assert_close(loss(writer(excerpts(), longer), longer), same, rtol=1e-5, atol=1e-5)
    slow = []
    for row, logits in zip(meant, writer(excerpts(), meant), strict=True):
        each = [
            -torch.log_softmax(at, 0)[int(piece)] for at, piece in zip(logits, row, strict=True) if piece >= 0
        ]
        slow.append(sum(each) / len(each))
    torch.testing.assert_close(same, sum(slow) / len(slow))


def test_many_are_written_as_each_alone() -> None:
    writer, opened = made()
    writer.eval()
    heard = excerpts(6)
    together = writer.write(heard, opened.words, PART)
    assert together == [writer.write(heard[i : i + 1], opened.words, PART)[0] for i in range(6)]


def test_words_are_leant_to_until_they_are_written() -> None:
    """While learning and while writing alike: what learning sees must be what writing does."""
    writer, opened = made()
    writer.eval()
    leaning, heard, meant = writer.leaning, excerpts(), targets(opened)
    assert leaning is not None
    taught = writer(heard, meant).detach().log_softmax(-1)
    lean = leans(leaning(writer.ears.heard(heard)[0][:, 0]).detach())
    writer.leaning = None
    worth = writer(heard, meant).detach().log_softmax(-1)
    assert float((taught - worth).abs().max()) > 0.1
    before = torch.cat([torch.zeros((4, 1), dtype=torch.long), meant[:, :-1].clamp(min=0)], 1)
    for place in range(meant.shape[1]):
        found = lean(before[:, : place + 1], worth[:, place])
        torch.testing.assert_close(found, taught[:, place], rtol=1e-4, atol=1e-4)
    left = unwritten(torch.tensor([[0, 5, 7, 5]]), 10)
    assert left[0, :, 5].tolist() == [1, 0, 0, 0]
    assert left[0, :, 7].tolist() == [1, 1, 0, 0]


def test_a_text_does_not_go_round_in_circles() -> None:
    """A writer that has learnt one word for ever says it for ever, unless it may not."""
    part = WriterPart(width=32, pieces=320, places=2, longest=16, repeats=0, leaning=False, dropout=0.0)
    writer, opened = made(part)
    learner, loss = Learner(writer), PieceLoss()
    word = int(opened.words.numbers(["fiddle"], 4)[0, 0])
    meant = torch.full((3, 16), word)
    optimiser = torch.optim.AdamW(learner.parameters(), lr=1e-2)
    for _ in range(40):
        optimiser.zero_grad()
        loss(writer(excerpts(3), meant), meant).backward()
        optimiser.step()
    writer.eval()
    pieces: Any = Pieces()
    free, bound = (
        writer.write(excerpts(3), pieces, msgspec.structs.replace(part, repeats=most)) for most in (0, 2)
    )
    assert max(map(circles, free)) > 3
    assert max(map(circles, bound)) == 1


class Pieces:
    """In the place of words: the numbers themselves, as one text."""

    def texts(self, numbers: list[list[int]]) -> list[str]:
        return [" ".join(str(number) for number in row if number > 1) for row in numbers]


def circles(text: str) -> int:
    """How often the commonest pair of pieces stands in a text."""
    pairs = list(itertools.pairwise(text.split()))
    return max((pairs.count(pair) for pair in pairs), default=1)


def test_chance_is_the_seeds() -> None:
    writer, opened = made()
    writer.eval()
    free = WriterPart(width=32, pieces=320, places=2, longest=16, temperature=1.5)
    before = torch.get_rng_state()
    one = writer.write(excerpts(), opened.words, free, seed=1)
    assert one == writer.write(excerpts(), opened.words, free, seed=1)
    assert one != writer.write(excerpts(), opened.words, free, seed=2)
    assert torch.equal(before, torch.get_rng_state())


def overfit(part: WriterPart, opened_by: Callable[[WriterPart], tuple[Writer, Opened]]) -> list[str]:
    writer, opened = opened_by(part)
    learner = Learner(writer)
    learner.wake(False)
    heard, meant, loss = excerpts(3), targets(opened, 3), PieceLoss()
    optimiser = torch.optim.AdamW([w for w in learner.parameters() if w.requires_grad], lr=5e-3)
    for _ in range(150):
        optimiser.zero_grad()
        loss(learner(heard, meant), meant).backward()
        optimiser.step()
    learner.eval()
    return writer.write(heard, opened.words, part)


def test_three_tracks_are_learnt_by_heart_and_told_apart() -> None:
    part = WriterPart(width=32, pieces=320, places=2, longest=16, dropout=0.0, noise=0.0)
    assert overfit(part, made) == TEXTS[:3]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("t5"))


def saved(place: Path, **more: Any) -> Path:
    """A T5 as its publishers save one: words that are read and written are in the file once."""
    words = Words.learn(TEXTS, 320)
    settings = own_settings(PART, words) | more
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        tiny.save(build_t5(settings), place)
    (place / "tokenizer.json").write_text(words.write())
    return place


@pytest.mark.parametrize("more", [{}, {"feed_forward_proj": "gated-gelu", "tie_word_embeddings": False}])
def test_a_t5_in_a_folder_is_what_the_library_opens(tmp_path: Path, more: dict[str, Any]) -> None:
    """Of the second kind are those of FLAN: what is written is not scaled, and by words of its own."""
    from transformers import T5ForConditionalGeneration

    place = saved(tmp_path, **more)
    if more:
        tensors = load_file(place / "model.safetensors")
        save_file(tensors | {"lm_head.weight": 2 * tensors["shared.weight"]}, place / "model.safetensors")
    opened = open_t5(WriterPart(name=str(place)), [])
    theirs = T5ForConditionalGeneration.from_pretrained(place, local_files_only=True).eval()
    numbers = torch.tensor([[5, 9, 30, 1]])
    with torch.inference_mode():
        mine = opened.t5.eval()(input_ids=numbers, decoder_input_ids=numbers).logits
        torch.testing.assert_close(mine, theirs(input_ids=numbers, decoder_input_ids=numbers).logits)
    shared = opened.t5.get_input_embeddings().weight
    assert (opened.t5.lm_head.weight is shared) == (not more)
    assert opened.t5.decoder.embed_tokens.weight is shared


@pytest.mark.parametrize("tune", ["frozen", "lora"])
def test_a_t5_that_does_not_learn_stays_as_it_is_and_draws_nothing(folder: Path, tune: str) -> None:
    part = WriterPart(name=str(folder), tune=tune, places=2, longest=16)  # type: ignore[arg-type]
    writer, opened = made(part)
    learner = Learner(writer)
    learner.wake(False)
    before = {name: value.clone() for name, value in opened.t5.state_dict().items() if "lora_" not in name}
    meant = targets(opened)
    optimiser = torch.optim.SGD([w for w in learner.parameters() if w.requires_grad], lr=0.1)
    PieceLoss()(learner(excerpts(), meant), meant).backward()
    optimiser.step()
    for name, value in before.items():
        assert torch.equal(opened.t5.state_dict()[name], value), name
    added = [name for name, weight in opened.t5.named_parameters() if weight.requires_grad]
    assert bool(added) == (tune == "lora")
    if tune == "frozen":
        assert not any(module.training for module in opened.t5.modules())
        assert writer.ears.training


@pytest.mark.parametrize("tune", ["whole", "frozen", "lora"])
def test_what_was_kept_writes_the_same(folder: Path, tmp_path: Path, tune: str) -> None:
    name = "own" if tune == "whole" else str(folder)
    part = WriterPart(name=name, tune=tune, width=32, pieces=320, places=2, longest=16)  # type: ignore[arg-type]
    writer, opened = made(part)
    with (tmp_path / "kept").open("wb") as file:
        write(file, prefixed("head", writer.state_dict()), State(), {"t5": opened.settings})
    tensors, _, about = read(tmp_path / "kept")
    again = reopen(
        about["t5"], part, {n.removeprefix("head/"): tensor for n, tensor in tensors.items()}, LAYERS
    )
    said = writer.eval().write(excerpts(), opened.words, part)
    assert again.write(excerpts(), Words.read(opened.words.write()), part) == said
    assert again.t5.lm_head.weight is again.t5.get_input_embeddings().weight


def _spoil(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text)
    return folder


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (lambda place: _spoil(place, "config.json", '{"model_type": "bart"}'), "is bart, not t5"),
        (lambda place: _spoil(place, "tokenizer.json", "{"), "words of a writer cannot be read"),
        (lambda place: _spoil(place, "model.safetensors", "nothing"), "damaged or cut off"),
        (lambda place: place / "nowhere", "no writer called"),
    ],
)
def test_what_cannot_be_opened_is_said(tmp_path: Path, spoilt: Callable[[Path], Path], said: str) -> None:
    place = spoilt(saved(tmp_path / "t5"))
    with pytest.raises(KnownError, match=said):
        open_t5(WriterPart(name=str(place)), [])


def test_a_t5_that_is_not_here_says_where_it_was_looked_for(home: Path) -> None:
    with pytest.raises(WeightsProblem, match="flan-t5-small are not on this machine"):
        open_t5(WriterPart(name="flan-t5-small"), [])
    with pytest.raises(RequestProblem, match="own, t5-small"):
        open_t5(WriterPart(name="t6"), [])


def test_texts_stay_clear_of_special_pieces() -> None:
    numbers = np.array([[5, 1, 7]])
    assert "<end>" not in Words.learn(TEXTS, 320).texts(numbers.tolist())[0]
