"""From what was said of excerpts to what is said of their track.

The figures of a part are about tracks, and an encoder hears excerpts. Which way they
voted belongs beside every figure: `Votes.by` says it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.evaluation.draws import Floats, Rows

EDGE = 2.0**-24
"""Nearer to 0 or 1 than single precision tells, a probability would silence all other excerpts."""


class Voting(StrEnum):
    """How the excerpts of a track come to one answer."""

    MEAN = "mean of probabilities"
    LOGITS = "mean of logits"
    MAJORITY = "majority of excerpts"


@dataclass(frozen=True)
class Votes:
    tracks: Rows
    """In rising order."""
    values: Floats
    """(tracks, classes or tags)"""
    excerpts: Rows
    """How many voted."""
    by: Voting


def vote(
    values: NDArray[np.floating], tracks: Rows, *, by: Voting = Voting.MEAN, exclusive: bool = True
) -> Votes:
    """`values` (excerpts, classes or tags), and the track of each excerpt; the order does not matter.

    `exclusive` classes rule each other out; tags do not. The mean serves for any numbers, the other two
    for probabilities alone.
    """
    values, tracks = _checked(values, tracks, by)
    names, of, excerpts = np.unique(tracks, return_inverse=True, return_counts=True)

    def mean(each: Floats) -> Floats:
        total = np.zeros((len(names), values.shape[1]))
        np.add.at(total, of, each)
        return total / excerpts[:, None]

    if by is Voting.LOGITS:
        found = _from_logits(mean(_logits(values, exclusive)), exclusive)
    elif by is Voting.MAJORITY:
        # The mean is one vote more: enough to settle a tie, never to overrule a majority.
        votes = mean(_ballots(values, exclusive)) * excerpts[:, None]
        found = (votes + mean(values)) / (excerpts[:, None] + 1)
    else:
        found = mean(values)
    return Votes(names, found, excerpts, by)


def _logits(values: Floats, exclusive: bool) -> Floats:
    clear: Floats = np.clip(values, EDGE, 1 - EDGE)
    return np.log(clear) if exclusive else np.log(clear) - np.log1p(-clear)


def _from_logits(logits: Floats, exclusive: bool) -> Floats:
    odds: Floats = np.exp(logits - logits.max(1, keepdims=True) if exclusive else logits)
    others = odds.sum(1, keepdims=True) if exclusive else 1 + odds
    found: Floats = odds / others
    return found


def _ballots(values: Floats, exclusive: bool) -> Floats:
    """Of classes the likeliest, the first of equal ones; of tags each that is as likely as not."""
    found: Floats = np.zeros_like(values)
    if exclusive:
        found[np.arange(len(values)), values.argmax(1)] = 1
    else:
        found[values >= 0.5] = 1
    return found


def _checked(values: NDArray[np.floating], tracks: Rows, by: Voting) -> tuple[Floats, Rows]:
    said, tracks = np.asarray(values, np.float64), np.asarray(tracks)
    if not len(tracks):
        raise ValueError("no excerpts")
    if said.ndim != 2 or tracks.ndim != 1 or len(said) != len(tracks):
        raise ValueError(f"values of shape {said.shape} for the tracks of {len(tracks)} excerpts")
    unknown = int((~np.isfinite(said)).any(1).sum())
    if unknown:
        raise ValueError(f"{unknown} of {len(tracks)} excerpts have values that are no numbers")
    if by is not Voting.MEAN and (said.min() < 0 or said.max() > 1):
        raise ValueError(f"the {by} is for probabilities, and these go from {said.min()} to {said.max()}")
    return said, tracks
