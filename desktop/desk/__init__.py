"""The desk of an open collection: its panes, its pages, and where each is."""
