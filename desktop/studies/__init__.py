"""Published comparisons, run again here; methods sheets."""
