"""How an older collection becomes a current one: one file a step, applied in order."""
