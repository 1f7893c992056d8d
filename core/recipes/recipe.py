"""A recipe: what to train, in one text that a person can read, change and cite.

The text is TOML. What is left out has its default, and what is written out says
all of it, so that the same text is the same recipe whatever defaults become later.
"""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Literal

import msgspec
import tomli_w

from core.captions.style import WriterPart
from core.errors import RequestProblem
from core.library.groups import GROUPS
from core.training.plan import Plan


class Task(StrEnum):
    CLASSIFY = "classify"
    """One of several classes."""
    TAG = "tag"
    """Any of several tags."""
    REGRESS = "regress"
    """A number."""
    CAPTION = "caption"
    """A text."""


class Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    field: str = "genre"
    """The labels to learn. Captions are learnt from texts; a split keeps the shares of these labels even."""
    query: str = ""
    """Only the tracks that it finds."""
    least: int = 0
    """Classes or tags of fewer tracks are left out; 0: they are refused."""
    most: int = 0
    """Of tags, so many of the most frequent; 0: all."""
    split: str = ""
    """A split by name. Without one, it is made from what follows."""
    shares: tuple[float, float, float] = (0.6, 0.2, 0.2)
    together: tuple[str, ...] = GROUPS
    split_seed: int = 0

    def __post_init__(self) -> None:
        if not self.field.strip():
            raise ValueError("field is empty")
        if min(self.shares) < 0 or abs(sum(self.shares) - 1) > 1e-6:
            raise ValueError("shares are not negative and add up to 1")
        if min(self.least, self.most) < 0:
            raise ValueError("least and most are not negative")
        unknown = [group for group in self.together if group not in GROUPS]
        if unknown:
            raise ValueError(f"tracks are kept together by {', '.join(GROUPS)}, not by {unknown[0]}")


class EncoderPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str = "descriptors"
    tune: Literal["frozen", "whole", "lora"] = "frozen"
    """Whether the encoder learns along: not at all, in every weight, or by small additions to its layers."""
    layer: int | Literal["usual", "best", "mix", "all"] = "usual"
    """A layer by number; `best` on the valid part; a learned `mix`; or `all` of them side by side."""
    features: Literal["mean", "mean and spread"] = "mean"
    """Of a track's excerpts, where the encoder is frozen."""
    window_s: float = 0.0
    """Length of an excerpt; 0: as the encoder's card says."""
    crop: Literal["random", "first", "middle"] = "random"
    """Where the excerpt lies that an encoder learns from, in each epoch."""
    excerpts: int = 3
    """So many excerpts of a track are judged, spread over it; their probabilities are averaged."""
    augment: bool = False
    """Excerpts to learn from are made louder, softer, duller, thinner or noisier at random."""
    rank: int = 8
    """Of `lora`: how wide its additions are."""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("name is empty")
        if not (self.window_s == 0 or 0.1 <= self.window_s <= 120):
            raise ValueError("window_s must be 0, or lie between 0.1 and 120")
        if not 1 <= self.excerpts <= 100:
            raise ValueError("excerpts must lie between 1 and 100")
        if not 1 <= self.rank <= 256:
            raise ValueError("rank must lie between 1 and 256")


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    kind: Literal["linear", "mlp", "logistic", "svm"] = "mlp"
    """`linear` and `mlp` are trained step by step; `logistic` (of numbers: ridge) and `svm` are solved."""
    width: int = 512
    """Of the hidden layer of `mlp`."""
    norm: bool = True
    """Batch normalisation behind the hidden layer."""
    dropout: float = 0.0
    standardise: bool = True
    """Values are brought to mean 0 and deviation 1 by those of the training part."""
    balance: bool = False
    """Rare classes weigh as much as frequent ones."""
    strengths: tuple[float, ...] = (0.001, 0.01, 0.1, 1.0, 10.0, 100.0)
    """What `logistic` and `svm` try as C; the valid part chooses."""
    kernels: tuple[Literal["linear", "rbf"], ...] = ("linear", "rbf")
    """What `svm` tries."""
    gammas: tuple[float, ...] = (0.0,)
    """What `svm` tries for `rbf`; 0: one over dimension and variance."""

    def __post_init__(self) -> None:
        if not 1 <= self.width <= 65_536:
            raise ValueError("width must lie between 1 and 65,536")
        if not 0 <= self.dropout < 1:
            raise ValueError("dropout must lie between 0 and 1")
        if not self.strengths or min(self.strengths) <= 0:
            raise ValueError("strengths are above 0, at least one")
        if not self.kernels or not self.gammas or min(self.gammas) < 0:
            raise ValueError("kernels and gammas hold at least one each, and gammas are not negative")


CONTROLS = ("majority", "random labels", "shuffled labels", "random encoder", "descriptors")


class Recipe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    task: Task
    title: str = ""
    about: str = ""
    """What it does, in a sentence for a musicologist."""
    source: str = ""
    """Where its settings come from, and what it differs in."""
    data: Data = Data()
    encoder: EncoderPart = EncoderPart()
    head: Head = Head()
    writer: WriterPart = WriterPart()
    """What writes captions."""
    training: Plan = Plan()
    controls: tuple[str, ...] = CONTROLS
    """What is judged beside it, as far as the task has it."""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,63}", self.name):
            raise ValueError("name has small letters, digits, hyphens and dots")
        unknown = [control for control in self.controls if control not in CONTROLS]
        if unknown:
            raise ValueError(f"controls are {', '.join(CONTROLS)}, not {unknown[0]}")
        if self.task is Task.CAPTION and self.encoder.layer in ("best", "all"):
            raise ValueError("of an encoder that captions are written after, one layer or a mix is heard")
        if self.encoder.tune != "frozen" and self.task is not Task.CAPTION:
            if self.head.kind not in ("linear", "mlp"):
                raise ValueError(f"an encoder cannot learn along with a head that is {self.head.kind}")
            if self.encoder.layer == "best":
                raise ValueError("the best layer can only be chosen for a frozen encoder")
        if self.head.kind in ("logistic", "svm") and self.encoder.layer == "mix":
            raise ValueError(
                f"a mix of layers is learnt step by step, and a head that is {self.head.kind} is not"
            )


def read_recipe(text: str, whence: str = "The recipe") -> Recipe:
    """`whence` names the text in what is said of its faults."""
    try:
        return msgspec.convert(tomllib.loads(text), Recipe)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise RequestProblem(f"{whence} cannot be read: {_plain(error)}.", _hint(str(error))) from error


def write_recipe(recipe: Recipe) -> str:
    """All of it, also what has its default."""
    return tomli_w.dumps(msgspec.to_builtins(recipe))


def change(recipe: Recipe, changes: dict[str, str]) -> Recipe:
    """With settings by their dotted names, such as `training.epochs`, as they would stand in the text."""
    whole = msgspec.to_builtins(recipe)
    for key, text in changes.items():
        *path, name = key.split(".")
        place = whole
        for part in path:
            place = place.get(part) if isinstance(place, dict) else None
        if not isinstance(place, dict) or name not in place or isinstance(place[name], dict):
            raise RequestProblem(f"A recipe has no setting {key}.", _near(key))
        place[name] = _value(text, place[name])
    try:
        return msgspec.convert(whole, Recipe)
    except msgspec.ValidationError as error:
        raise RequestProblem(f"The recipe cannot be changed so: {_plain(error)}.") from error


def settings() -> list[str]:
    """Every dotted name."""
    groups = {"data": Data, "encoder": EncoderPart, "head": Head, "writer": WriterPart, "training": Plan}
    own = ("name", "title", "about", "source", "controls")
    return [*own, *(f"{group}.{name}" for group, kind in groups.items() for name in kind.__struct_fields__)]


def _value(text: str, before: object) -> Any:  # noqa: ANN401 - whatever TOML knows
    """As TOML reads it; what it cannot read is a word. Lists may be written without brackets."""
    if isinstance(before, (list, tuple)) and not text.lstrip().startswith("["):
        return [_value(part.strip(), "") for part in text.split(",") if part.strip()]
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _plain(error: Exception) -> str:
    said = " ".join(str(error).split()).rstrip(".")
    return (
        said.replace("`", "")
        .replace(" - at $.", " at ")
        .replace("Object contains unknown field", "there is no setting")
    )


def _hint(said: str) -> str:
    found = re.search(r"unknown field `([^`]*)`(?: - at `\$\.?([a-z]*)`)?", said)
    return _near(".".join(part for part in (found[2], found[1]) if part)) if found else ""


def _near(key: str) -> str:
    near = get_close_matches(key, settings(), n=1, cutoff=0.5)
    return f"Did you mean {near[0]}?" if near else "soundings recipes show classify lists what there is."
