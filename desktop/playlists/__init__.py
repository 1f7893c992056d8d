"""Playlists: tracks and excerpts put together to be heard."""
