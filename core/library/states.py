"""What can be said of a file: the states of the ledger, each with a plain reason."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    OK = "ok"
    TOO_SHORT = "too short"
    SILENT = "silent"
    UNDECODABLE = "undecodable"
    UNSUPPORTED = "unsupported"
    DUPLICATE = "duplicate"
    VANISHED = "vanished"


SHORTEST_S = 0.01
SILENCE_DB = -60.0
"""A file whose loudest sample is below this, re full scale, is silent."""
