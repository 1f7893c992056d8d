"""A T5 that writes after what was heard: excerpts become places in front of its first word.

What comes in is brought to one scale, and what goes on has the scale that T5's own
words have, or it would be too faint to be heeded. Excerpts that are not there are
NaN on the way in: one that was taken for sound would show at once.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

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

    def forward(self, excerpts: Tensor) -> tuple[Tensor, Tensor]:
        there = ~excerpts[:, :, 0, 0].isnan()
        heard = ((excerpts - self.mean) / self.scale).nan_to_num()
        heard = torch.einsum("neld,l->ned", heard, self.share.softmax(0))
        whole = heard.sum(1, keepdim=True) / there.sum(1)[:, None, None].clamp(min=1)
        heard = torch.cat([whole, heard], 1)
        if self.training and self.noise:
            heard = heard + self.noise * torch.randn_like(heard)
        turned = self.turn(self.drop(heard)).unflatten(2, (self.places, -1)).flatten(1, 2)
        there = torch.cat([there.new_ones(len(there), 1), there], 1).repeat_interleave(self.places, 1)
        return self.norm(turned) * self.loud, there


class Writer(nn.Module):
    """The head of a learner; it is told the caption while it learns, since words follow words."""

    told = True

    def __init__(self, ears: Ears, t5: Any) -> None:  # noqa: ANN401 - the library has no hints
        super().__init__()
        self.ears, self.t5 = ears, t5
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
        places, there = self.ears(excerpts)
        before = torch.cat([targets.new_full((len(targets), 1), NOTHING), targets[:, :-1]], 1)
        before = before.masked_fill(before == UNHEEDED, NOTHING)
        found: Tensor = self.t5(
            inputs_embeds=places, attention_mask=there.long(), decoder_input_ids=before, use_cache=False
        ).logits
        return found

    @torch.no_grad()
    def write(self, excerpts: Tensor, words: Words, part: WriterPart, seed: int = 0) -> list[str]:
        """One text for each; the same seed draws the same."""
        places, there = self.ears(excerpts)
        chance = {"do_sample": True, "temperature": part.temperature, "num_beams": 1}
        how = chance if part.temperature else {"do_sample": False, "num_beams": part.beams}
        with torch.random.fork_rng(devices=[places.device] if places.is_cuda else []):
            torch.manual_seed(seed)
            numbers = self.t5.generate(
                inputs_embeds=places, attention_mask=there.long(), max_new_tokens=part.longest, **how
            )
        return words.texts(numbers.tolist())


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
