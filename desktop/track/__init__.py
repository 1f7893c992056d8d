"""One track, or what several have in common: file, labels with their sources, captions."""
