"""Several encoders as one: their vectors side by side, each value brought to mean 0 and deviation 1.

What that takes is fitted once to vectors that exist already, and lies in a
folder. A part may be weighed, and all of it be turned and cut by PCA. A part
counts by the number of its values: weights of 1 / sqrt(dimension) make all
count alike.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import safetensors
import safetensors.numpy
import soxr
from numpy.typing import NDArray

from core.encoders.card import Card, Local
from core.encoders.contract import Batch, Embedded, Encoder
from core.encoders.registry import find_card, open_encoder
from core.errors import RequestProblem, WeightsProblem
from core.store.files import explain_os_errors, write_text, write_whole

FAMILY = "blend"
FITTED = "blend.safetensors"
READABLE = "blend.json"

Doubles = NDArray[np.float64]
Matrix = NDArray[np.floating[Any]]


class Part(msgspec.Struct, frozen=True):
    """`layer` counts from 0."""

    encoder: str
    layer: int


@dataclass(frozen=True)
class Fitted:
    parts: tuple[Part, ...]
    means: tuple[Doubles, ...]
    scales: tuple[Doubles, ...]
    """One over the standard deviation; 0 for values that never change, which say nothing."""
    weights: Doubles
    """One for each part."""
    components: Doubles | None = None
    """Of PCA: (dimensions left, values of all parts)."""

    @property
    def dimension(self) -> int:
        return sum(map(len, self.means)) if self.components is None else len(self.components)


class Blend(Encoder):
    def __init__(self, card: Card, fitted: Fitted, encoders: dict[str, Encoder]) -> None:
        any_part = next(iter(encoders.values()))
        super().__init__(card, _hash(fitted, encoders), any_part.device, any_part.precision)
        self.fitted = fitted
        self.encoders = encoders
        self.tunable = any(encoder.tunable for encoder in encoders.values())

    def embed(self, batch: Batch) -> Embedded:
        heard = {name: _hear(part, batch, self.card.rate_hz) for name, part in self.encoders.items()}
        matrices = [heard[part.encoder][:, part.layer] for part in self.fitted.parts]
        return combine(self.fitted, matrices)[:, None]


def load(card: Card, files: Path | None, device: str = "cpu", precision: str = "fp32") -> Encoder:
    if files is None:
        raise WeightsProblem(f"{card.title} has not been fitted.", "Make the blend again.")
    fitted = read(files)
    if card.settings != _settings(fitted) or card.dimension != fitted.dimension:
        raise WeightsProblem(f"{files} was fitted for another blend than {card.title}.", _AGAIN)
    encoders = dict[str, Encoder]()
    for part in fitted.parts:
        if part.encoder not in encoders:
            encoders[part.encoder] = open_encoder(_no_blend(find_card(part.encoder)), device, precision)
    return Blend(card, fitted, encoders)


def _hear(encoder: Encoder, batch: Batch, rate_hz: int) -> Embedded:
    """At the part's own rate, in windows of its own length, the last one flush with the end."""
    samples = _convert(batch, rate_hz, encoder.card.rate_hz)
    window, length = encoder.card.window, samples.shape[1]
    starts = list(range(0, length - window + 1, window)) or [0]
    # What conversion rounds up is no reason to hear the end twice.
    if length - (starts[-1] + window) > window // 1000:
        starts.append(length - window)
    total = np.zeros((len(batch), len(encoder.card.layers), encoder.card.dimension), np.float64)
    for start in starts:
        total += encoder.embed(np.ascontiguousarray(samples[:, start : start + window]))
    return (total / len(starts)).astype(np.float32)


def _convert(batch: Batch, rate_hz: int, to_hz: int) -> Batch:
    if rate_hz == to_hz or not len(batch):
        return batch
    count = max(round(batch.shape[1] * to_hz / rate_hz), 1)
    converted: Batch = soxr.resample(np.ascontiguousarray(batch.T), rate_hz, to_hz).T[:, :count]
    return np.pad(converted, ((0, 0), (0, count - converted.shape[1])))


# --- fitting and combining ------------------------------------------------------------------------


def fit(
    parts: Sequence[tuple[Card, int, Matrix]], pca: int | None = None, weights: Sequence[float] | None = None
) -> Fitted:
    """A part is a card, one of its layers, and vectors (n, dimension); row i is of the same thing in all."""
    _check(parts)
    matrices = [matrix for _, _, matrix in parts]
    means = [matrix.mean(0, dtype=np.float64) for matrix in matrices]
    fitted = Fitted(
        parts=tuple(Part(card.name, range(len(card.layers))[layer]) for card, layer, _ in parts),
        means=tuple(means),
        scales=tuple(_scale(matrix, mean) for matrix, mean in zip(matrices, means, strict=True)),
        weights=_checked_weights(weights, len(parts)),
    )
    if pca is None:
        return fitted
    most = min(len(matrices[0]), fitted.dimension)
    if not 1 <= pca <= most:
        raise RequestProblem(
            f"{len(matrices[0]):,} vectors of {fitted.dimension:,} values cannot be cut to {pca:,} by PCA.",
            f"Choose between 1 and {most:,}.",
        )
    return replace(fitted, components=_components(_side_by_side(fitted, matrices), pca))


def combine(fitted: Fitted, matrices: Sequence[Matrix]) -> NDArray[np.float32]:
    """(n, dimension) from the vectors of each part, row by row; needs no sound."""
    shapes = [matrix.shape[1] for matrix in matrices]
    if shapes != [len(mean) for mean in fitted.means] or len({len(matrix) for matrix in matrices}) != 1:
        raise RequestProblem(
            "The vectors do not belong to the parts of this blend.", "Encode with its parts again."
        )
    combined = _side_by_side(fitted, matrices)
    if fitted.components is not None:
        combined = combined @ fitted.components.T
    return combined.astype(np.float32)


def _side_by_side(fitted: Fitted, matrices: Sequence[Matrix]) -> Doubles:
    of_parts = zip(matrices, fitted.means, fitted.scales, fitted.weights, strict=True)
    values: Doubles = np.hstack(
        [(matrix - mean) * (scale * weight) for matrix, mean, scale, weight in of_parts]
    )
    return values


def _scale(matrix: Matrix, mean: Doubles) -> Doubles:
    deviation = matrix.std(0, dtype=np.float64)
    moves = deviation > 1e-6 * np.abs(mean) + 1e-12
    scale: Doubles = np.divide(1.0, deviation, out=np.zeros_like(deviation), where=moves)
    return scale


def _components(values: Doubles, count: int) -> Doubles:
    """The largest entry of each is positive: the sign is no matter of chance."""
    if len(values) > values.shape[1]:
        values = np.asarray(np.linalg.qr(values, mode="r"))  # the same directions in far fewer rows
    components: Doubles = np.linalg.svd(values, full_matrices=False)[2][:count]
    largest = np.take_along_axis(components, np.abs(components).argmax(1)[:, None], 1)
    signed: Doubles = np.where(largest < 0, -components, components)
    return signed


def _check(parts: Sequence[tuple[Card, int, Matrix]]) -> None:
    if not parts:
        raise RequestProblem("A blend needs at least one part.", "Name encoders and their layers.")
    rows = {len(matrix) for _, _, matrix in parts}
    if len(rows) > 1 or min(rows) < 2:
        counts = ", ".join(f"{card.title} {len(matrix):,}" for card, _, matrix in parts)
        raise RequestProblem(
            f"The parts of a blend need vectors of the same things, two at least; here are: {counts}.",
            "Encode all tracks with each of them.",
        )
    for card, layer, matrix in parts:
        _no_blend(card)
        if not -len(card.layers) <= layer < len(card.layers):
            raise RequestProblem(
                f"{card.title} has no layer {layer}.", f"Choose between 0 and {len(card.layers) - 1}."
            )
        if matrix.shape[1:] != (card.dimension,) or not np.isfinite(matrix).all():
            raise RequestProblem(
                f"The vectors of {card.title} are not what it gives.", "Encode with it again."
            )


def _no_blend(card: Card) -> Card:
    if card.family == FAMILY:
        raise RequestProblem(
            f"{card.title} is a blend itself, and blends are not blended.", "Name its parts instead."
        )
    return card


def _checked_weights(weights: Sequence[float] | None, parts: int) -> Doubles:
    checked = np.ones(parts) if weights is None else np.asarray(weights, np.float64)
    if checked.shape != (parts,) or not np.isfinite(checked).all() or checked.min() < 0 or not checked.any():
        raise RequestProblem(
            "A blend needs a weight for each part, none below 0 and one above.", "Leave them out for 1 each."
        )
    return checked


# --- on disk --------------------------------------------------------------------------------------


def save(fitted: Fitted, folder: Path) -> None:
    """What counts is one file, there whole or not at all; the other is for people."""
    parts = msgspec.json.encode(fitted.parts).decode()
    with write_whole(folder / FITTED) as file:
        file.write(safetensors.numpy.save(_arrays(fitted), {"parts": parts}))
    readable = {
        "parts": [
            {"encoder": part.encoder, "layer": part.layer, "values": len(mean), "weight": float(weight)}
            for part, mean, weight in zip(fitted.parts, fitted.means, fitted.weights, strict=True)
        ],
        "pca": fitted.components is not None,
        "dimension": fitted.dimension,
    }
    write_text(
        folder / READABLE, msgspec.json.format(msgspec.json.encode(readable), indent=1).decode() + "\n"
    )


def read(folder: Path) -> Fitted:
    path = folder / FITTED
    if not path.is_file():
        raise WeightsProblem(f"{path} is missing.", _AGAIN)
    try:
        with explain_os_errors(path), safetensors.safe_open(path, "numpy") as file:
            parts = msgspec.json.decode(file.metadata()["parts"], type=tuple[Part, ...])
            arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no mapping
        numbers = range(len(parts))
        return Fitted(
            parts=parts,
            means=tuple(arrays[f"mean.{i}"] for i in numbers),
            scales=tuple(arrays[f"scale.{i}"] for i in numbers),
            weights=arrays["weights"],
            components=arrays.get("components"),
        )
    except (safetensors.SafetensorError, msgspec.DecodeError, KeyError, TypeError, ValueError) as error:
        raise WeightsProblem(f"{path} cannot be read: it is damaged.", _AGAIN) from error


_AGAIN = "Make the blend again from its parts."


def blend_card(name: str, fitted: Fitted, folder: Path, title: str = "") -> Card:
    """To be added with `add_card`; `folder` is where `save` has put it."""
    cards = [find_card(part.encoder) for part in fitted.parts]
    titles = [_titled(card, part.layer) for card, part in zip(cards, fitted.parts, strict=True)]
    readable = fitted.components is None and all(card.dimensions for card in cards)
    return Card(
        name=name,
        family=FAMILY,
        title=title or " + ".join(titles),
        hears=f"What several encoders hear, side by side: {', '.join(titles)}.",
        dimension=fitted.dimension,
        rate_hz=max(card.rate_hz for card in cards),
        window_s=max(card.window_s for card in cards),
        licence=" and ".join(dict.fromkeys(card.licence for card in cards)),
        source=Local(str(folder)),
        dimensions=tuple(
            f"{of}: {value}" for of, card in zip(titles, cards, strict=True) for value in card.dimensions
        )
        if readable
        else (),
        settings=_settings(fitted),
    )


def _settings(fitted: Fitted) -> dict[str, Any]:
    return {"parts": msgspec.to_builtins(list(fitted.parts))}


def _titled(card: Card, layer: int) -> str:
    return card.title if len(card.layers) == 1 else f"{card.title}, {card.layers[layer]}"


def _arrays(fitted: Fitted) -> dict[str, Doubles]:
    arrays = {f"mean.{i}": mean for i, mean in enumerate(fitted.means)}
    arrays |= {f"scale.{i}": scale for i, scale in enumerate(fitted.scales)}
    arrays["weights"] = fitted.weights
    if fitted.components is not None:
        arrays["components"] = np.ascontiguousarray(fitted.components)
    return arrays


def _hash(fitted: Fitted, encoders: dict[str, Encoder]) -> str:
    """Over what was fitted and over the weights of all parts."""
    whole = hashlib.sha256(msgspec.json.encode(fitted.parts))
    for name, array in sorted(_arrays(fitted).items()):
        whole.update(f"{name} {array.shape}".encode() + array.tobytes())
    for name, encoder in sorted(encoders.items()):
        card = encoder.card
        whole.update(f"{name} {card.version} {encoder.weights} {card.settings}".encode())
    return whole.hexdigest()
