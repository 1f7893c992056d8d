"""Labelling by listening, with a probe that guesses along."""
