"""What is said without listening: the floor that every figure stands on.

Floors know the labels of the training part and nothing else. They are judged like any
run, and their rows stand in the same table. Where chance can be told by a formula, it is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.evaluation.draws import Floats, Rows
from core.evaluation.ranks import Mask

Predictions = dict[str, Floats]
"""What each floor says of the tracks of a part, by the floor's name."""


def class_floors(train: Rows, kinds: int, n: int, *, seed: int) -> Predictions:
    """(n, kinds) each. Of equally frequent classes the first is the majority."""
    shares = class_shares(train, kinds)
    sure = np.eye(kinds)
    drawn = np.random.default_rng(seed).choice(kinds, n, p=shares)
    return {
        "majority": np.tile(sure[shares.argmax()], (n, 1)),
        "prior": np.tile(shares, (n, 1)),
        "random_labels": sure[drawn],
    }


def tag_floors(train: Mask, n: int, *, seed: int) -> Predictions:
    """(n, tags) each."""
    if not len(train):
        raise ValueError("no tracks to learn from")
    shares = np.asarray(train, np.bool_).mean(0)
    drawn = np.random.default_rng(seed).random((n, len(shares))) < shares
    return {"prior": np.tile(shares, (n, 1)), "random_labels": drawn.astype(np.float64)}


def number_floors(train: NDArray[np.floating], n: int) -> Predictions:
    """(n,) each. Of all that is said blindly, the mean errs least in squares, the median as it is."""
    if not len(train):
        raise ValueError("no tracks to learn from")
    return {"mean": np.full(n, np.mean(train)), "median": np.full(n, np.median(train))}


def class_shares(labels: Rows, kinds: int) -> Floats:
    if not len(labels):
        raise ValueError("no tracks to learn from")
    if min(labels) < 0 or max(labels) >= kinds:
        raise ValueError(f"classes from {min(labels)} to {max(labels)}, but there are {kinds}")
    return np.bincount(labels, minlength=kinds) / len(labels)


def majority_levels(share: float, kinds: int) -> dict[str, float]:
    """What the majority reaches where `share` of the part is of its class, and `kinds` classes occur."""
    macro = 2 * share / (kinds * (1 + share))
    # Where it does not occur, all that do are missed.
    return {"accuracy": share, "balanced_accuracy": 1 / kinds if share else 0.0, "macro_f1": macro}


def random_levels(shares: Floats, trained: Floats) -> dict[str, float]:
    """What labels drawn with the shares of training reach on average in a part with these `shares`."""
    return {"accuracy": float(shares @ trained), "balanced_accuracy": float(trained[shares > 0].mean())}


def tag_levels(truth: Mask) -> dict[str, float]:
    """What any score that is the same for all tracks reaches: the prior, for one."""
    share = np.asarray(truth, np.bool_).mean(0)
    told = share[(share > 0) & (share < 1)]
    if not len(told):
        raise ValueError("no tag is carried by some tracks and not by others")
    return {"macro_roc_auc": 0.5, "macro_average_precision": float(told.mean())}
