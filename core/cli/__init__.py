"""Everything the engine can do, as commands."""
