"""The ledger: every file with its state, the reason, and what to do about it."""
