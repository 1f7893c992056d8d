"""Probes: quick heads on cached vectors, and what a few labels tell. Imports no torch."""

from core.probes.request import (
    Curve,
    CurveRequest,
    CurveResult,
    Next,
    Point,
    ProbeRequest,
    ProbeResult,
    Share,
)

__all__ = [
    "Curve",
    "CurveRequest",
    "CurveResult",
    "Next",
    "Point",
    "ProbeRequest",
    "ProbeResult",
    "Share",
]
