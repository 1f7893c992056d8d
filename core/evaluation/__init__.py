"""How good a figure is: scores with the interval that they lie in, beside the floors. Imports no torch."""

from core.evaluation.classes import Bin, ClassScores, OneClass, class_scores, confusion
from core.evaluation.floors import (
    class_floors,
    class_shares,
    majority_levels,
    number_floors,
    random_levels,
    tag_floors,
    tag_levels,
)
from core.evaluation.intervals import Score, bootstrap, bootstrap_mean, wilson
from core.evaluation.methods import METHODS, method
from core.evaluation.numbers import NumberScores, number_scores
from core.evaluation.paired import (
    Basis,
    Comparison,
    Difference,
    Discordance,
    Outcome,
    Task,
    compare,
    mcnemar,
)
from core.evaluation.tags import OneTag, TagScores, tag_scores
from core.evaluation.votes import Votes, Voting, vote

__all__ = [
    "METHODS",
    "Basis",
    "Bin",
    "ClassScores",
    "Comparison",
    "Difference",
    "Discordance",
    "NumberScores",
    "OneClass",
    "OneTag",
    "Outcome",
    "Score",
    "TagScores",
    "Task",
    "Votes",
    "Voting",
    "bootstrap",
    "bootstrap_mean",
    "class_floors",
    "class_scores",
    "class_shares",
    "compare",
    "confusion",
    "majority_levels",
    "mcnemar",
    "method",
    "number_floors",
    "number_scores",
    "random_levels",
    "tag_floors",
    "tag_levels",
    "tag_scores",
    "vote",
    "wilson",
]
