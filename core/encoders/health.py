"""Is what was loaded what it claims to be? Questions for every encoder before its vectors are used.

A checkpoint can load without a word and still be of no use: published ones
exist whose vectors hardly differ from one sound to the next.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.encoders import sounds
from core.encoders.contract import Batch, Embedded, Encoder

LONGEST_S = 3.0
"""Of the sounds that are played to it: enough to tell them apart, and soon done."""
AT_ONCE = 8
CLOSE = 1e-4
"""Of the largest value of a layer, but at least of 1."""
CLOSE_COSINE = 0.999
SAME_COSINE = 0.99
COLLAPSED_COSINE = 0.8
COLLAPSED_TEXT_COSINE = 0.95
TEXTS = (
    "a slow piano piece in a minor key",
    "a fast punk song with distorted guitars",
    "a dog barking in the distance",
    "solo violin playing a lively dance",
    "a choir singing in a large church",
    "electronic drums at a steady beat",
    "a woman speaking calmly",
    "rain on a tin roof",
)
Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Finding:
    """`sentence` says what was found, with the number that decided, also where all is well."""

    name: str
    ok: bool
    sentence: str


def examine(encoder: Encoder) -> list[Finding]:
    """Takes about a minute for a large network on a processor."""
    rate_hz = encoder.card.rate_hz
    seconds = min(encoder.card.window_s, LONGEST_S)
    clips = sounds.clips(rate_hz, seconds)
    heard = np.concatenate([encoder.embed(clips[i : i + AT_ONCE]) for i in range(0, len(clips), AT_ONCE)])
    findings = [
        *_frozen(encoder),
        _shaped(encoder, heard),
        _finite(encoder, heard, seconds),
        _deterministic(encoder, clips[:AT_ONCE], heard[:AT_ONCE]),
        _batch_like_single(encoder, clips[:AT_ONCE], heard[:AT_ONCE]),
        _tells_apart(encoder, heard),
    ]
    if encoder.card.text:
        findings.append(collapse(heard[:, encoder.card.usual_layer]))
        findings.append(collapse(encoder.embed_text(TEXTS), COLLAPSED_TEXT_COSINE, "texts"))
    return findings


def collapse(vectors: Vectors, limit: float = COLLAPSED_COSINE, what: str = "sounds") -> Finding:
    """Of (n, dimension), n different things in a space that is made for cosines."""
    found = mean_cosine(vectors)
    name = f"different {what} point in different directions"
    said = f"{len(vectors)} different {what} have a mean cosine of {found:.2f}"
    if found <= limit:
        return Finding(name, True, f"{said}.")
    return Finding(
        name,
        False,
        f"{said}, and more than {limit:.2f} means that the encoder has collapsed: choose another.",
    )


def mean_cosine(vectors: Vectors) -> float:
    """Over all pairs; not a number where a vector is not."""
    units = _units(vectors)
    n = len(units)
    return float((np.square(units.sum(0)).sum() - np.square(units).sum()) / (n * (n - 1)))


def _units(vectors: Vectors) -> NDArray[np.float64]:
    wide = vectors.astype(np.float64)
    length = np.linalg.norm(wide, axis=-1, keepdims=True)
    # Vectors of nothing but zeros are as alike as can be.
    return np.where(length > 0, wide / np.where(length > 0, length, 1.0), 1 / np.sqrt(wide.shape[-1]))


def _frozen(encoder: Encoder) -> list[Finding]:
    """Only networks can be otherwise."""
    net = getattr(encoder, "net", None)
    if net is None:
        return []
    learning = sum(1 for parameter in net.parameters() if parameter.requires_grad)
    training = sum(1 for module in net.modules() if module.training)
    ok = not learning and not training
    sentence = "Nothing in it can change." if ok else f"{learning} weights and {training} parts could change."
    return [Finding("frozen", ok, sentence)]


def _shaped(encoder: Encoder, heard: Embedded) -> Finding:
    card = encoder.card
    wanted = (len(heard), len(card.layers), card.dimension)
    ok = heard.shape == wanted and heard.dtype == np.float32
    return Finding("as its card says", ok, f"Vectors are {heard.shape[1:]}; the card says {wanted[1:]}.")


def _finite(encoder: Encoder, heard: Embedded, seconds: float) -> Finding:
    rate_hz = encoder.card.rate_hz
    samples = round(rate_hz * seconds)
    noise = np.random.default_rng(0).uniform(-1, 1, (1, samples)).astype(np.float32)
    cases = {
        "silence": np.zeros((1, samples), np.float32),
        "noise": noise,
        "10 ms": noise[:, : rate_hz // 100],
        "a full-scale offset": np.ones((1, samples), np.float32),
    }
    bad = [name for name, batch in cases.items() if not np.isfinite(encoder.embed(batch)).all()]
    if not np.isfinite(heard).all():
        bad.append("music")
    sentence = f"Gives no numbers for {', '.join(bad)}." if bad else f"Gives numbers for {', '.join(cases)}."
    return Finding("finite", not bad, sentence)


def _deterministic(encoder: Encoder, batch: Batch, before: Embedded) -> Finding:
    return _alike(encoder, "deterministic", "twice the same", encoder.embed(batch), before)


def _batch_like_single(encoder: Encoder, batch: Batch, together: Embedded) -> Finding:
    alone = np.concatenate([encoder.embed(batch[i : i + 1]) for i in range(len(batch))])
    return _alike(encoder, "batch like single", "alone and in a batch", alone, together)


def _alike(encoder: Encoder, name: str, when: str, one: Embedded, other: Embedded) -> Finding:
    if encoder.precision == "fp32":
        # Of each layer by itself: in deep networks the middle ones hold values in the thousands.
        scale = np.maximum(1.0, np.abs(other).max((0, 2), keepdims=True, initial=0.0))
        far = float((np.abs(one - other) / scale).max())
        return Finding(name, far < CLOSE, f"The same sounds {when} differ by {far:.1e}.")
    cosine = float((_units(one) * _units(other)).sum(-1).min())
    return Finding(name, cosine >= CLOSE_COSINE, f"The same sounds {when} have a cosine of {cosine:.5f}.")


def _tells_apart(encoder: Encoder, heard: Embedded) -> Finding:
    """Untrained networks find most sounds much alike, so the two count that are least so."""
    vectors = heard[:, encoder.card.usual_layer]
    if encoder.card.dimensions:
        # Measurements in units of their own: one large number would decide every cosine.
        vectors = (vectors - vectors.mean(0)) / np.maximum(
            vectors.std(0), 1e-3 * np.abs(vectors).max(0) + 1e-9
        )
    units = _units(vectors)
    cosine = float((units @ units.T).min())
    sentence = f"Of {len(vectors)} sounds, the two least alike have a cosine of {cosine:.3f}."
    return Finding("tells sounds apart", cosine < SAME_COSINE, sentence)
