"""Encoders in the window: which there are, fetching, adding and checking them, encoding with them."""
