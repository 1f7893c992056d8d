"""A process that keeps a second checkpoint and is killed on the way, at the moment that it is told."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from core.runs import EpochRow, checkpoints
from core.store import open_collection
from core.store.files import Draft

FIRST, SECOND = b"first" * 40_000, b"second" * 40_000
MOMENTS = {
    "half written": False,
    "synced": False,
    "the lock held": False,
    "before it has its name": False,
    "after it has its name": False,
    "committed": True,
    "the older one deleted": True,
}
"""When, and whether the second one counts from then on."""


def row(epoch: int) -> EpochRow:
    return EpochRow(epoch, 10 * (epoch + 1), 1.0, {"valid": {"loss": float(epoch)}}, [[epoch]])


def die(*arguments: object, **named: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(folder: str, moment: str) -> None:
    publish, delete = Draft.publish, checkpoints._delete

    def write(file: BinaryIO) -> None:
        file.write(SECOND[: len(SECOND) // 2])
        file.flush()
        if moment == "half written":
            die()
        file.write(SECOND[len(SECOND) // 2 :])

    def published(draft: Draft) -> None:
        if moment == "before it has its name":
            die()
        publish(draft)
        die()

    def deleted(*arguments: object) -> None:
        if moment == "committed":
            die()
        delete(*arguments)  # type: ignore[arg-type]
        die()

    if moment == "synced":
        checkpoints.hash_file = die
    elif moment == "the lock held":
        checkpoints.write_epochs = die
    elif moment.endswith("its name"):
        Draft.publish = published  # type: ignore[method-assign]
    else:
        checkpoints._delete = deleted
    with open_collection(Path(folder)) as collection:
        checkpoints.keep_checkpoint(collection, 1, "latest", 1, 20, write, [row(1)])


if __name__ == "__main__":
    main(*sys.argv[1:])
