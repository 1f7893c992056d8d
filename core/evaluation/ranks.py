"""Figures that rest on an order: how well scores set some tracks before others.

The order is found once. On a resample only the weights of the tracks differ, and what
stands before a track is a running sum of them. Tracks with the same score stand side
by side: neither is before the other.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.evaluation.draws import Floats, Rows
from core.evaluation.sums import ratio

Mask = NDArray[np.bool_]


class Ranking:
    """Tracks in the order of their scores, the highest first, and which of them are to be found."""

    def __init__(self, wanted: Mask, scores: Floats, group: Rows) -> None:
        order = np.argsort(-scores, kind="stable")
        first, last = _ties(scores[order])
        places = np.flatnonzero(wanted[order])
        self.group = group[order]
        self.places = places
        self.begin, self.end = first[places], last[places]
        # The same among the tracks to be found alone.
        self.own_begin = np.searchsorted(places, self.begin)
        self.own_end = np.searchsorted(places, self.end)

    def figures(self, counts: Floats) -> tuple[Floats, Floats]:
        """ROC-AUC and average precision, (resamples,) each, from (groups, resamples).

        NaN where nothing is to be found; the ROC-AUC also where there is nothing else.
        """
        weights = counts[self.group]
        mine = weights[self.places]
        passed, found = _running(weights), _running(mine)
        until, found_until = passed[self.end], found[self.own_end]
        others_until = until - found_until
        others_before = passed[self.begin] - found[self.own_begin]
        all_found = found[-1]
        others = passed[-1] - all_found
        beaten = (mine * (others - (others_before + others_until) / 2)).sum(0)
        precision = np.divide(found_until, until, out=np.zeros_like(until), where=until > 0)
        return ratio(beaten, all_found * others), ratio((mine * precision).sum(0), all_found)


class Order:
    """Numbers in rising order, for their ranks on any resample."""

    def __init__(self, values: Floats, group: Rows) -> None:
        self.order = np.argsort(values, kind="stable")
        self.first, self.last = _ties(values[self.order])
        self.group = group[self.order]

    def ranks(self, counts: Floats) -> Floats:
        """(tracks, resamples), in the order that they were given; equal ones share their mean rank."""
        passed = _running(counts[self.group])
        ranks = np.empty((len(self.order), counts.shape[1]))
        ranks[self.order] = (passed[self.first] + passed[self.last]) / 2
        return ranks


def _ties(ordered: Floats) -> tuple[Rows, Rows]:
    """For each place where its equals begin, and where they have ended."""
    begins = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    lengths = np.diff(np.append(begins, len(ordered)))
    return np.repeat(begins, lengths), np.repeat(begins + lengths, lengths)


def _running(weights: Floats) -> Floats:
    """(n + 1, resamples): the weight before each place, and of all."""
    found = np.zeros((len(weights) + 1, weights.shape[1]))
    np.cumsum(weights, axis=0, out=found[1:])
    return found
