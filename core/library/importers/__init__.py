"""Known data sets and tables in a local folder become labels, captions, splits and playlists.

Nothing is ever downloaded, and nothing outside the chosen folder is taken in
without saying so.
"""
