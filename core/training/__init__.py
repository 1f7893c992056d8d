"""Training: one loop for every recipe, exact to the bit when it goes on after a stop. Imports no torch."""

from core.training.plan import Plan

__all__ = ["Plan"]
