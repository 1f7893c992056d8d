"""The demo collection: music that we compose and play ourselves, so that the truth about it is known."""
