"""How good a figure is: scores with the interval that they lie in. Imports no torch."""

from core.evaluation.intervals import Score, bootstrap, bootstrap_mean, wilson

__all__ = ["Score", "bootstrap", "bootstrap_mean", "wilson"]
