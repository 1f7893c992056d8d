"""The map: points that can be heard, chosen and walked along."""
