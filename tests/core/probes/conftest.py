"""The shelf of the recipes: tracks with vectors and labels, and no files."""

from __future__ import annotations

from tests.core.recipes.conftest import filled_once, shelf

__all__ = ["filled_once", "shelf"]
