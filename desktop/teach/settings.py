"""Every setting of a recipe that has a plain field: its kind, its limits, and when it matters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from core.recipes.recipe import Recipe, Task
from desktop.teach import wording

Kind = Literal["whole", "real", "choice", "switch", "list", "text"]
Matters = Callable[[Recipe], bool]


@dataclass(frozen=True)
class Shape:
    name: str
    """Dotted, as in a recipe."""
    kind: Kind
    matters: Matters
    low: float = 0
    high: float = 1e9
    choices: tuple[str, ...] = ()
    rare: bool = False
    """Shown only when more settings are wanted."""


@dataclass(frozen=True)
class Setting(Shape):
    words: str = ""
    help: str = ""
    """A sentence without its full stop."""
    said: tuple[str, ...] = ()
    """The words of the choices."""
    unit: str = ""
    zero: str = ""
    """What 0 is called, where it means something of its own."""


def is_solved(recipe: Recipe) -> bool:
    return recipe.task is not Task.CAPTION and recipe.head.kind in ("logistic", "svm")


def steps(recipe: Recipe) -> bool:
    return not is_solved(recipe)


def learns_along(recipe: Recipe) -> bool:
    return recipe.encoder.tune != "frozen"


def is_caption(recipe: Recipe) -> bool:
    return recipe.task is Task.CAPTION


def _always(_recipe: Recipe) -> bool:
    return True


def _lora(recipe: Recipe) -> bool:
    return recipe.encoder.tune == "lora"


def _judged(recipe: Recipe) -> bool:
    return learns_along(recipe) and not is_caption(recipe)


def _vectors(recipe: Recipe) -> bool:
    return not learns_along(recipe) and not is_caption(recipe)


def _has_head(recipe: Recipe) -> bool:
    return not is_caption(recipe)


def _has_hidden(recipe: Recipe) -> bool:
    return _has_head(recipe) and recipe.head.kind == "mlp"


def _taught_head(recipe: Recipe) -> bool:
    return _has_head(recipe) and steps(recipe)


def _is_svm(recipe: Recipe) -> bool:
    return _has_head(recipe) and recipe.head.kind == "svm"


def _has_labels(recipe: Recipe) -> bool:
    return recipe.task in (Task.CLASSIFY, Task.TAG)


def _own_writer(recipe: Recipe) -> bool:
    return is_caption(recipe) and recipe.writer.name == "own"


def _other_writer(recipe: Recipe) -> bool:
    return is_caption(recipe) and not _own_writer(recipe)


def _writer_lora(recipe: Recipe) -> bool:
    return is_caption(recipe) and recipe.writer.tune == "lora"


def _plateau(recipe: Recipe) -> bool:
    return steps(recipe) and recipe.training.schedule == "plateau"


SHAPES = (
    Shape("encoder.rank", "whole", _lora, 1, 256),
    Shape("encoder.window_s", "real", _always, 0, 120),
    Shape("encoder.excerpts", "whole", _judged, 1, 100),
    Shape("encoder.crop", "choice", learns_along, choices=("random", "first", "middle")),
    Shape("encoder.features", "choice", _vectors, choices=("mean", "mean and spread")),
    Shape("encoder.augment", "switch", learns_along),
    Shape("head.width", "whole", _has_hidden, 1, 65_536),
    Shape("head.dropout", "real", _taught_head, 0, 0.99),
    Shape("head.strengths", "list", is_solved),
    Shape("head.kernels", "list", _is_svm),
    Shape("head.gammas", "list", _is_svm),
    Shape("head.balance", "switch", _has_labels),
    Shape("head.norm", "switch", _has_hidden, rare=True),
    Shape("head.standardise", "switch", _has_head, rare=True),
    Shape("writer.name", "text", is_caption),
    Shape("writer.tune", "choice", _other_writer, choices=("whole", "lora", "frozen")),
    Shape("writer.rank", "whole", _writer_lora, 1, 256),
    Shape("writer.pieces", "whole", _own_writer, 300, 65_536),
    Shape("writer.width", "whole", _own_writer, 16, 2_048),
    Shape("writer.layers", "whole", _own_writer, 1, 24),
    Shape("writer.beams", "whole", is_caption, 1, 64),
    Shape("writer.temperature", "real", is_caption, 0, 10),
    Shape("writer.dropout", "real", _own_writer, 0, 0.9, rare=True),
    Shape("writer.noise", "real", is_caption, 0, 10, rare=True),
    Shape("writer.excerpts", "whole", is_caption, 1, 1_000, rare=True),
    Shape("writer.places", "whole", is_caption, 1, 64, rare=True),
    Shape("writer.longest", "whole", is_caption, 4, 512, rare=True),
    Shape("writer.repeats", "whole", is_caption, 0, 64, rare=True),
    Shape("writer.named", "list", is_caption, rare=True),
    Shape("writer.several", "choice", is_caption, choices=("joined", "first"), rare=True),
    Shape("writer.choosing", "switch", is_caption, rare=True),
    Shape("writer.leaning", "switch", _own_writer, rare=True),
    Shape("training.epochs", "whole", steps, 1, 100_000),
    Shape("training.patience", "whole", steps, 0, 100_000),
    Shape("training.batch", "whole", steps, 1, 65_536),
    Shape("training.accumulate", "whole", learns_along, 1, 4_096),
    Shape("training.encoder_lr", "real", learns_along, 0, 100),
    Shape("training.head_lr", "real", steps, 0, 100),
    Shape("training.schedule", "choice", steps, choices=("cosine", "constant", "plateau")),
    Shape("training.halve_after", "whole", _plateau, 1, 100_000),
    Shape("training.keep", "choice", steps, choices=("best", "last"), rare=True),
    Shape("training.optimiser", "choice", steps, choices=("adamw", "adam", "sgd"), rare=True),
    Shape("training.weight_decay", "real", steps, 0, 10, rare=True),
    Shape("training.clip", "real", steps, 0, 1e6, rare=True),
    Shape("training.average", "real", steps, 0, 0.999999, rare=True),
    Shape("training.unfreeze_at", "whole", learns_along, 0, 100_000, rare=True),
    Shape("training.precision", "choice", learns_along, choices=("auto", "fp32", "bf16"), rare=True),
    Shape("training.checkpoint_s", "real", steps, 0, 86_400, rare=True),
    Shape("training.shuffle", "switch", steps, rare=True),
    Shape("training.warmup", "real", steps, 0, 0.9, rare=True),
)


def settings() -> list[Setting]:
    """Grouped by the first part of their names, in the order in which they are shown."""
    named, chosen, units = wording.named(), wording.chosen(), wording.units()
    found = []
    for shape in SHAPES:
        said = tuple(chosen[shape.name][choice] for choice in shape.choices)
        own = shape.name, shape.kind, shape.matters, shape.low, shape.high, shape.choices, shape.rare
        words, help_ = named[shape.name]
        unit, zero = units.get(shape.name, ("", ""))
        found.append(Setting(*own, words, help_, said, unit, zero))
    return found
