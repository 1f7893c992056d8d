"""The window of Soundings. It shows what `core` does and never computes by itself."""
