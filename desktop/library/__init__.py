"""The library: the table of tracks, its facets and its query bar."""
