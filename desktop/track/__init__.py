"""One track: its tags, cover, labels with their sources, captions."""
