"""How good a figure is: scores with the interval that they lie in, beside the floors. Imports no torch."""

from core.evaluation.attributes import Attribute, AttributeScores, OneValue, attribute_scores
from core.evaluation.caption_floors import caption_floors, constant_caption, random_captions, shuffled
from core.evaluation.caption_methods import CAPTION_METHODS, caption_method
from core.evaluation.captions import CaptionScores, Wording, caption_scores
from core.evaluation.classes import Bin, ClassScores, OneClass, class_scores, confusion
from core.evaluation.described import Attributes, DescribedSample
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
    described_sample,
    mcnemar,
)
from core.evaluation.retrieval import (
    RetrievalScores,
    retrieval_scores,
    text_retrieval_scores,
    text_similarity,
)
from core.evaluation.tags import OneTag, TagScores, tag_scores
from core.evaluation.votes import Votes, Voting, vote

__all__ = [
    "CAPTION_METHODS",
    "METHODS",
    "Attribute",
    "AttributeScores",
    "Attributes",
    "Basis",
    "Bin",
    "CaptionScores",
    "ClassScores",
    "Comparison",
    "DescribedSample",
    "Difference",
    "Discordance",
    "NumberScores",
    "OneClass",
    "OneTag",
    "OneValue",
    "Outcome",
    "RetrievalScores",
    "Score",
    "TagScores",
    "Task",
    "Votes",
    "Voting",
    "Wording",
    "attribute_scores",
    "bootstrap",
    "bootstrap_mean",
    "caption_floors",
    "caption_method",
    "caption_scores",
    "class_floors",
    "class_scores",
    "class_shares",
    "compare",
    "confusion",
    "constant_caption",
    "described_sample",
    "majority_levels",
    "mcnemar",
    "method",
    "number_floors",
    "number_scores",
    "random_captions",
    "random_levels",
    "retrieval_scores",
    "shuffled",
    "tag_floors",
    "tag_levels",
    "tag_scores",
    "text_retrieval_scores",
    "text_similarity",
    "vote",
    "wilson",
]
