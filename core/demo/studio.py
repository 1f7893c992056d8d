"""The process that makes tracks: told their numbers by lines on stdin, telling by lines on stdout.

It ends at once when its parent is gone, since stdin then ends.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from pathlib import Path
from typing import BinaryIO

import msgspec

from core.demo.files import make_track
from core.demo.planning import plan_track
from core.errors import KnownError


class Order(msgspec.Struct, frozen=True):
    """One track to make."""

    folder: str
    index: int
    seconds: float
    seed: int
    midi: bool
    stems: bool


class Answer(msgspec.Struct, frozen=True):
    """`sentence` is empty when all went well."""

    index: int
    sentence: str = ""
    hint: str = ""


def fulfil(order: Order) -> Answer:
    try:
        plan = plan_track(order.index, order.seconds, order.seed)
        make_track(Path(order.folder), plan, midi=order.midi, stems=order.stems)
    except KnownError as error:
        return Answer(order.index, error.sentence, error.hint)
    except MemoryError:
        return Answer(order.index, "Memory ran out.", "Ask for shorter tracks, then try again.")
    return Answer(order.index)


def _listen(stdin: BinaryIO, inbox: queue.SimpleQueue[Order]) -> None:
    for line in stdin:
        inbox.put(msgspec.json.decode(line, type=Order))
    os._exit(0)


def main() -> None:
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints stays out of our answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends us
    inbox = queue.SimpleQueue[Order]()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, inbox), daemon=True).start()
    while True:
        out.write(msgspec.json.encode(fulfil(inbox.get())) + b"\n")
        out.flush()


if __name__ == "__main__":
    main()
