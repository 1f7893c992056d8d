"""Watching a run while it learns."""
