"""Decodes for the player, in a process of its own: a file that crashes its decoder silences nothing else."""

from __future__ import annotations

import contextlib
import signal
from collections import OrderedDict
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.audio import OpenedFile

KEPT_OPEN = 6


def serve(pipe: Connection) -> None:
    """Its life, until the pipe is closed. It is asked for (path, rate, start, count).

    The answer is the number of frames and then the frames, or a sentence.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    opened: OrderedDict[str, OpenedFile] = OrderedDict()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        pipe.send("ready")
        while True:
            path, rate_hz, start, count = pipe.recv()
            try:
                samples = _open(opened, path).read(rate_hz, start, count)
            except Exception as error:  # noqa: BLE001 - files are written by anybody
                pipe.send(_sentence(path, error))
                if path in opened:
                    opened.pop(path).close()
                continue
            pipe.send(len(samples))
            if len(samples):
                pipe.send_bytes(samples.tobytes())


def _open(opened: OrderedDict[str, OpenedFile], path: str) -> OpenedFile:
    from core.audio import OpenedFile

    if path not in opened:
        opened[path] = OpenedFile(Path(path))
        if len(opened) > KEPT_OPEN:
            opened.popitem(last=False)[1].close()
    opened.move_to_end(path)
    return opened[path]


def _sentence(path: str, error: Exception) -> str:
    from core.errors import KnownError

    name = Path(path).name
    known = isinstance(error, KnownError)
    return str(error).replace(path, name) if known else f"{name} cannot be read: {error}."
