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


MEANING = {
    State.OK: "can be heard and used",
    State.TOO_SHORT: "is too short to hear anything in it",
    State.SILENT: "holds nothing but silence",
    State.UNDECODABLE: "is audio, but cannot be read",
    State.UNSUPPORTED: "is no audio that this program can read",
    State.DUPLICATE: "is the same recording as another track",
    State.VANISHED: "is not where it was",
}

SHORTEST_S = 0.01
SILENCE_DB = -60.0
"""A file whose loudest sample is below this, re full scale, is silent."""
