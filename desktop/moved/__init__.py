"""What fine-tuning moved: two maps of the same tracks, and the tracks that moved most."""
