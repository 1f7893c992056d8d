"""The library: tracks, their labels and states, how they are found and how they are split."""
