"""Probes: quick heads on cached vectors. Imports no torch."""
