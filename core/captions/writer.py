"""A T5 that writes after what was heard: excerpts become places in front of its first word.

What comes in is brought to one scale, and what goes on has the scale that T5's own
words have, or it would be too faint to be heeded. Excerpts that are not there are
NaN on the way in: one that was taken for sound would show at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import one_hot

from core.captions.choice import Choice
from core.captions.style import HEADS, WriterPart
from core.captions.words import END, NOTHING, UNHEEDED, Words


class Ears(nn.Module):
    """From (n, excerpts, layers, dimension) to (n, places, width), and which of them there are."""

    mean: Tensor
    scale: Tensor

    def __init__(self, mean: Tensor, scale: Tensor, width: int, part: WriterPart) -> None:
        """`mean` and `scale` (layers, dimension) are of the train part."""
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("scale", scale)
        layers, dimension = mean.shape
        self.share = nn.Parameter(torch.zeros(layers))
        self.places, self.noise = part.places, part.noise
        self.drop = nn.Dropout(part.dropout)
        self.turn = nn.Linear(dimension, part.places * width)
        self.norm = nn.LayerNorm(width)
        self.loud = nn.Parameter(torch.ones(()))

    def heard(self, excerpts: Tensor) -> tuple[Tensor, Tensor]:
        """(n, 1 + excerpts, dimension): the whole track first; and which of them there are."""
        there = ~excerpts[:, :, 0, 0].isnan()
        heard = ((excerpts - self.mean) / self.scale).nan_to_num()
        heard = torch.einsum("neld,l->ned", heard, self.share.softmax(0))
        whole = heard.sum(1, keepdim=True) / there.sum(1)[:, None, None].clamp(min=1)
        heard = torch.cat([whole, heard], 1)
        if self.training and self.noise:
            heard = heard + self.noise * torch.randn_like(heard)
        return heard, torch.cat([there.new_ones(len(there), 1), there], 1)

    def forward(self, heard: Tensor, there: Tensor) -> tuple[Tensor, Tensor]:
        turned = self.turn(self.drop(heard)).unflatten(2, (self.places, -1)).flatten(1, 2)
        return self.norm(turned) * self.loud, there.repeat_interleave(self.places, 1)


class Leaning(nn.Module):
    """How much the sound of a whole track speaks for each word that has not been written yet.

    A straight way beside T5: few tracks are enough to learn it, as they are for a probe.
    """

    def __init__(self, dimension: int, words: int, part: WriterPart) -> None:
        super().__init__()
        self.drop = nn.Dropout(part.dropout)
        self.turn = nn.Linear(dimension, words, bias=False)
        nn.init.zeros_(self.turn.weight)

    def forward(self, whole: Tensor) -> Tensor:
        """From (n, dimension) to (n, words)."""
        found: Tensor = self.turn(self.drop(whole))
        return found


def unwritten(before: Tensor, words: int) -> Tensor:
    """(n, pieces, words): 1 for each word that does not stand at that piece or before it."""
    return 1 - one_hot(before, words).cumsum(1).clamp(max=1)


class Writer(nn.Module):
    """The head of a learner; it is told the caption while it learns, since words follow words."""

    told = True

    def __init__(self, ears: Ears, t5: Any, leaning: Leaning | None = None) -> None:  # noqa: ANN401
        super().__init__()
        self.ears, self.t5, self.leaning = ears, t5, leaning
        self.choice: Choice | None = None
        """Learnt when all else is."""
        self.asleep = not any(weight.requires_grad for weight in t5.parameters())
        with torch.no_grad():
            ears.loud.fill_(float(t5.get_input_embeddings().weight.detach().std()))

    def train(self, mode: bool = True) -> Writer:
        """A T5 that does not learn has nothing random in it either."""
        super().train(mode)
        if self.asleep:
            self.t5.eval()
        return self

    def forward(self, excerpts: Tensor, targets: Tensor) -> Tensor:
        """What it holds for likely at each piece of the caption: (n, pieces, words)."""
        heard, there = self.ears.heard(excerpts)
        places, there = self.ears(heard, there)
        before = torch.cat([targets.new_full((len(targets), 1), NOTHING), targets[:, :-1]], 1)
        before = before.masked_fill(before == UNHEEDED, NOTHING)
        found: Tensor = self.t5(
            inputs_embeds=places, attention_mask=there.long(), decoder_input_ids=before, use_cache=False
        ).logits
        if self.leaning is not None:
            found = found + self.leaning(heard[:, 0])[:, None] * unwritten(before, found.shape[2])
        return found

    @torch.no_grad()
    def write(self, excerpts: Tensor, words: Words, part: WriterPart, seed: int = 0) -> list[str]:
        """One text for each; the same seed draws the same."""
        heard, there = self.ears.heard(excerpts)
        places, there = self.ears(heard, there)
        choice = self.choice if part.choosing and not part.temperature else None
        chance = {"do_sample": True, "temperature": part.temperature, "num_beams": 1}
        likely = {"do_sample": False, "num_beams": part.beams}
        likely |= {"num_return_sequences": part.beams} if choice else {}
        with torch.random.fork_rng(devices=[places.device] if places.is_cuda else []):
            torch.manual_seed(seed)
            texts = self.t5.generate(
                inputs_embeds=places,
                attention_mask=there.long(),
                max_new_tokens=part.longest,
                no_repeat_ngram_size=part.repeats,
                logits_processor=[] if self.leaning is None else [leans(self.leaning(heard[:, 0]))],
                **(chance if part.temperature else likely),
            )
        if choice is not None:
            fitting = choice(heard[:, 0], texts).unflatten(0, (len(heard), -1)).argmax(1)
            texts = texts.unflatten(0, (len(heard), -1))[range(len(heard)), fitting]
        return words.texts(texts.tolist())


def leans(leaning: Tensor) -> Callable[[Tensor, Tensor], Tensor]:
    """For the library, which follows several texts of one track: what each next piece is worth."""

    def lean(before: Tensor, worth: Tensor) -> Tensor:
        each = leaning.repeat_interleave(len(worth) // len(leaning), 0)
        left = torch.ones_like(worth).scatter(1, before, 0.0)
        return torch.log_softmax(worth + each * left, -1)

    return lean


def own_settings(part: WriterPart, words: Words) -> dict[str, Any]:
    """Of a small T5, as a `config.json` would say it."""
    return {
        "vocab_size": words.size,
        "d_model": part.width,
        "d_kv": part.width // HEADS,
        "num_heads": HEADS,
        "d_ff": 2 * part.width,
        "num_layers": part.layers,
        "num_decoder_layers": part.layers,  # WORKAROUND: generate() makes room for as many as listen
        "dropout_rate": part.dropout,
        "tie_word_embeddings": True,
    }


def build_t5(settings: dict[str, Any]) -> Any:  # noqa: ANN401
    """Of weights that are drawn from torch's random numbers."""
    from transformers import T5Config, T5ForConditionalGeneration

    numbers = {"pad_token_id": NOTHING, "eos_token_id": END, "decoder_start_token_id": NOTHING}
    return T5ForConditionalGeneration(T5Config(**{**settings, **numbers}))
