"""What is near what, in the full space: search, hubs, and where two tracks match."""

from core.neighbours.search import NONE, Metric, Nearest, Space

__all__ = ["NONE", "Metric", "Nearest", "Space"]
