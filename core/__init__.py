"""The engine of Soundings: everything it can do works without a window."""

__version__ = "0.1.0"
