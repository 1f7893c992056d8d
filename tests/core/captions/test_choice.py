"""What is chosen among wordings is what tracks of such a sound are described with."""

from __future__ import annotations

import math

import msgspec
import pytest
import torch
from torch import Tensor

from core.captions.choice import STRENGTHS, Choice, learn_choice
from core.captions.shelf import reopen
from core.captions.style import WriterPart
from core.captions.words import UNHEEDED
from core.captions.writer import Writer
from tests.core.captions.test_writer import PART, excerpts, made

FLUTE, FIDDLE, SLOW, ALWAYS = 5, 9, 12, 3


def sounds(n: int = 24, seed: int = 0) -> Tensor:
    """The first number is high where there is a flute, the second where it is slow; the rest says nothing."""
    found = torch.randn(n, 6, generator=torch.Generator().manual_seed(seed)) * 0.1
    found[:, 0] += torch.arange(n) % 2
    found[:, 1] += torch.arange(n) // 2 % 2
    return found


def described(heard: Tensor) -> Tensor:
    rows = torch.full((len(heard), 4), UNHEEDED)
    rows[:, 0] = ALWAYS
    rows[:, 1] = torch.where(heard[:, 0] > 0.5, FLUTE, FIDDLE)
    rows[heard[:, 1] > 0.5, 2] = SLOW
    return rows


def test_the_fitting_wording_is_told_from_others() -> None:
    choice = learn_choice(sounds(), described(sounds()))
    fresh = sounds(4, seed=7)  # fiddle, flute, slow fiddle, slow flute
    wordings = torch.tensor(
        [[ALWAYS, FLUTE, 0], [ALWAYS, FIDDLE, 0], [FLUTE, SLOW, 400], [FIDDLE, SLOW, 400]]
    )
    fits = choice(fresh, wordings.repeat(4, 1)).view(4, 4)
    assert fits.argmax(1).tolist() == [1, 0, 3, 2]
    assert float(fits.abs().max()) <= 1 + 1e-6


def test_strength_and_expectations_are_those_of_a_slow_ridge() -> None:
    heard, texts = sounds(), described(sounds())
    choice = learn_choice(heard, texts)
    pieces = sorted({FLUTE, FIDDLE, SLOW, ALWAYS})
    assert choice.pieces.tolist() == pieces
    there = torch.tensor([[float(piece in row) for piece in pieces] for row in texts.tolist()])
    share = there.mean(0)
    assert choice.weight.tolist() == pytest.approx([-math.log(of) for of in share.tolist()], abs=1e-6)
    wanted = ((there - share) * choice.weight).double()
    given = ((heard - heard.mean(0)) / heard.std(0, correction=0)).double()

    def ridge(rows: list[int], strength: float) -> Tensor:
        x, y = given[rows], wanted[rows]
        found: Tensor = torch.linalg.solve(x.T @ x + strength * torch.eye(6, dtype=torch.double), x.T @ y)
        return found

    def missed(strength: float) -> float:
        rest = [[other for other in range(24) if other != row] for row in range(24)]
        errors = [wanted[row] - given[row] @ ridge(rest[row], strength) for row in range(24)]
        return float(sum((error**2).sum() for error in errors))

    best = min(STRENGTHS, key=missed)
    torch.testing.assert_close(choice.turn, ridge(list(range(24)), best).float(), rtol=1e-4, atol=1e-5)


class Wishes(Choice):
    """Holds one of the wordings of each track for the fitting one."""

    def __init__(self, wished: list[int]) -> None:
        super().__init__(1, 1)
        self.wished = wished

    def forward(self, wholes: Tensor, texts: Tensor) -> Tensor:
        beams = len(texts) // len(wholes)
        found = torch.zeros(len(texts))
        for row, wish in enumerate(self.wished):
            found[row * beams + wish] = 1
        return found


def test_the_wording_that_fits_is_written() -> None:
    writer, opened = made()
    writer.eval()
    likeliest = writer.write(excerpts(), opened.words, PART)
    writer.choice = Wishes([0, 0, 0, 0])
    assert writer.write(excerpts(), opened.words, PART) == likeliest
    second = [Wishes([at] * 4) for at in (1, 2)]
    written = [_with(writer, each).write(excerpts(), opened.words, PART) for each in second]
    assert len({tuple(texts) for texts in (likeliest, *written)}) == 3
    mixed = _with(writer, Wishes([2, 0, 1, 0])).write(excerpts(), opened.words, PART)
    assert mixed == [written[1][0], likeliest[1], written[0][2], likeliest[3]]
    unasked = msgspec.structs.replace(PART, choosing=False)
    assert writer.write(excerpts(), opened.words, unasked) == likeliest


def _with(writer: Writer, choice: Choice) -> Writer:
    writer.choice = choice
    return writer


def test_one_wording_or_a_drawn_one_leaves_nothing_to_choose() -> None:
    writer, opened = made()
    writer.eval()
    for part in (_like(beams=1), _like(temperature=1.0)):
        plain = writer.write(excerpts(), opened.words, part)
        writer.choice = learn_choice(sounds(), described(sounds()))
        assert writer.write(excerpts(), opened.words, part) == plain
        writer.choice = None


def _like(**changes: float) -> WriterPart:
    return msgspec.structs.replace(PART, **changes)


def test_a_choice_is_kept_with_its_writer() -> None:
    writer, opened = made()
    choice = learn_choice(sounds(), described(sounds()))
    writer.eval().choice = choice
    back = reopen(opened.settings, PART, writer.state_dict(), len(writer.ears.mean))
    assert back.choice is not None
    for name, held in choice.state_dict().items():
        torch.testing.assert_close(back.choice.state_dict()[name], held)
    assert back.write(excerpts(), opened.words, PART) == writer.write(excerpts(), opened.words, PART)
