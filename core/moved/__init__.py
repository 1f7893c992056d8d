"""Before and after: what a run has made of an encoder, as two maps of the same tracks and who kept whom."""

from core.moved.pair import Pair, Side, pair_of
from core.moved.request import MovedRequest, MovedResult

__all__ = ["MovedRequest", "MovedResult", "Pair", "Side", "pair_of"]
