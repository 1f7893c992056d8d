"""What machines wrote of tracks, beside what people wrote."""
