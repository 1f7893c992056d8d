"""Embedding sets: a collection as one encoder hears it. Importing this imports no torch."""

from core.embedding.request import EncodeRequest, EncodeResult
from core.embedding.sets import Matrix, SetInfo, excerpt_vectors, find_set, layer_of, list_sets, track_vectors

__all__ = [
    "EncodeRequest",
    "EncodeResult",
    "Matrix",
    "SetInfo",
    "excerpt_vectors",
    "find_set",
    "layer_of",
    "list_sets",
    "track_vectors",
]
