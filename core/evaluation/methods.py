"""How each figure and its interval are worked out, in words that a methods sheet can print."""

from __future__ import annotations

METHODS = {
    "accuracy": "share of tracks whose likeliest class is the true one; of equally likely classes the first",
    "top_k_accuracy": "share of tracks whose true class is among the k likeliest, equal ones in order",
    "balanced_accuracy": "mean recall over the classes that occur in the part",
    "macro_f1": "mean F1 over the classes that occur in the part, each counting the same",
    "weighted_f1": "mean F1 over the classes that occur in the part, weighted by their tracks",
    "precision": "of the tracks called so, the share that are; none where no track was called so",
    "recall": "of the tracks of the class, the share called so; none where the part has no such track",
    "f1": "harmonic mean of precision and recall; none where the part has no track of the class",
    "log_loss": "mean of −ln of the probability of the true class",
    "brier": "mean squared distance of the probabilities from the truth, summed over the classes (0 to 2)",
    "calibration_error": "mean gap of confidence and share right in 10 bins of about equally many tracks",
    "roc_auc": "chance that a track with the tag scores higher than one without, equal scores counting half",
    "average_precision": "precision at each track with the tag, averaged; equal scores are passed at once",
    "macro_roc_auc": "mean ROC-AUC over the tags that some tracks carry and others do not",
    "macro_average_precision": "mean average precision (mAP) over the same tags as the macro ROC-AUC",
    "micro_roc_auc": "ROC-AUC over all pairs of track and tag",
    "micro_average_precision": "average precision over all pairs of track and tag",
    "r2": "1 − squared error / squared distance of the truth from its mean in the part",
    "mae": "mean absolute error",
    "rmse": "root of the mean squared error",
    "pearson": "correlation of prediction and truth",
    "spearman": "correlation of their ranks, equal values sharing their mean rank",
    "concordance": "Lin's concordance correlation: agreement in value, not in direction alone",
}
"""How the value of each figure is worked out."""

SHARES = ("accuracy", "top_k_accuracy", "precision", "recall", "f1")
"""Figures that are shares of tracks, or rise with one, as F1 does with hits / (of the class or called so)."""

WILSON = "Wilson's interval"
TRACKS = "percentiles of {resamples} resamples of the tracks"
GROUPS = "percentiles of {resamples} resamples of whole groups, of which there are {groups}"
EDGE = "Wilson's interval for as many groups where all or none are right"
MIRRORED = (
    "mirrored at the value, because noise only ever adds to it; from 0 where true claims could show as much"
)


def method(figure: str, *, groups: int | None, resamples: int) -> str:
    """Value and interval in one line. `groups` and `resamples` as they were when it was worked out."""
    drawn = (TRACKS if groups is None else GROUPS).format(resamples=f"{resamples:,}", groups=groups)
    if figure in SHARES:
        drawn = WILSON if groups is None else f"{drawn}; {EDGE}"
    if figure == "calibration_error":
        drawn = f"{drawn}, {MIRRORED}"
    return f"{METHODS[figure]}. Interval: {drawn}."
