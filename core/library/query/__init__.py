"""The query language: `genre:jazz year:1950..1965 -artist:"Bill Evans" sort:title`."""

from core.library.query.algebra import And, Match, Node, Not, Or, Query, SortKey, Text, quote
from core.library.query.finder import FacetValue, Found, count, facets, find, rebuild_search
from core.library.query.parse import QueryProblem, parse

__all__ = [
    "And",
    "FacetValue",
    "Found",
    "Match",
    "Node",
    "Not",
    "Or",
    "Query",
    "QueryProblem",
    "SortKey",
    "Text",
    "count",
    "facets",
    "find",
    "parse",
    "quote",
    "rebuild_search",
]
