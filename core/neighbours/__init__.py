"""What is near what, in the full space: search, hubs, and where two tracks match. Imports no torch."""

from core.neighbours.request import Hit, NearRequest, NearResult
from core.neighbours.search import NONE, Metric, Nearest, Space

__all__ = ["NONE", "Hit", "Metric", "NearRequest", "NearResult", "Nearest", "Space"]
