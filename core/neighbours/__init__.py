"""What is near what, in the full space: search, hubs, and where two tracks match. Imports no torch."""

from core.neighbours.request import (
    Hit,
    Hub,
    Hubness,
    HubsRequest,
    HubsResult,
    MatchRequest,
    MatchResult,
    NearRequest,
    NearResult,
    PathRequest,
    PathResult,
    PathTrack,
    Stretch,
)
from core.neighbours.search import NONE, Metric, Nearest, Space

__all__ = [
    "NONE",
    "Hit",
    "Hub",
    "Hubness",
    "HubsRequest",
    "HubsResult",
    "MatchRequest",
    "MatchResult",
    "Metric",
    "NearRequest",
    "NearResult",
    "Nearest",
    "PathRequest",
    "PathResult",
    "PathTrack",
    "Space",
    "Stretch",
]
