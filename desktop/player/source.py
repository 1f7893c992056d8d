"""Seconds of files as samples, decoded ahead by a child that may die.

Files are cut into chunks of one second. Whoever plays says which chunks come
next; they are decoded in that order and kept for a while, so that a loop, a
step back or another speed needs no decoding again.
"""

from __future__ import annotations

import logging
import multiprocessing
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np

from core.audio.reader import Samples
from desktop.player.decoder import serve

KEPT_BYTES = 96_000_000
PATIENCE_S = 20.0
TRIES = 2
"""A child may have died of something else; the second time it is the file's doing."""

Chunk = tuple[str, int, int]
"""Path, rate, and the second."""

_log = logging.getLogger(__name__)
_spawn = multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Failed:
    sentence: str


class Source:
    """`get` never waits. `came` is called, in another thread, when there is more to get."""

    def __init__(self, came: Callable[[], None]) -> None:
        self._came = came
        self._kept: OrderedDict[Chunk, Samples | Failed] = OrderedDict()
        self._bytes = 0
        self._wanted: list[Chunk] = []
        self._news = threading.Condition()
        self._is_over = False
        self._process: Any = None
        self._pipe: Connection | None = None
        self._thread = threading.Thread(target=self._run, name="decoding", daemon=True)
        self._thread.start()

    def get(self, chunk: Chunk) -> Samples | Failed | None:
        """None: not yet."""
        with self._news:
            found = self._kept.get(chunk)
            if found is not None:
                self._kept.move_to_end(chunk)
            return found

    def want(self, chunks: Sequence[Chunk]) -> None:
        """These are needed next, the first first, and nothing else."""
        with self._news:
            self._wanted = list(dict.fromkeys(chunks))
            self._news.notify()

    def forgive(self, path: str) -> None:
        """What failed of this file is tried again."""
        with self._news:
            for chunk in [c for c, kept in self._kept.items() if c[0] == path and isinstance(kept, Failed)]:
                del self._kept[chunk]

    def close(self) -> None:
        with self._news:
            self._is_over = True
            self._news.notify()
        self._thread.join()
        self._end_child()

    def _run(self) -> None:
        self._ensure_child()
        while (chunk := self._next()) is not None:
            decoded = self._decode(chunk)
            with self._news:
                if not self._is_over:
                    self._keep(chunk, decoded)
            self._came()

    def _next(self) -> Chunk | None:
        with self._news:
            while not self._is_over:
                for chunk in self._wanted:
                    if chunk not in self._kept:
                        return chunk
                self._news.wait()
        return None

    def _keep(self, chunk: Chunk, decoded: Samples | Failed) -> None:
        self._kept[chunk] = decoded
        self._bytes += 0 if isinstance(decoded, Failed) else decoded.nbytes
        for old in list(self._kept):
            if self._bytes <= KEPT_BYTES:
                break
            if old not in self._wanted:
                dropped = self._kept.pop(old)
                self._bytes -= 0 if isinstance(dropped, Failed) else dropped.nbytes

    # The child

    def _decode(self, chunk: Chunk) -> Samples | Failed:
        path, rate_hz, second = chunk
        how = ""
        for _ in range(TRIES):
            if self._is_over:
                break
            try:
                pipe = self._ensure_child()
                pipe.send((path, rate_hz, second * rate_hz, rate_hz))
                answer = self._answer(pipe)
                if isinstance(answer, str):
                    return Failed(answer)
                raw = self._bytes_of(pipe) if answer else b""
                return np.frombuffer(raw, np.float32).reshape(-1, 2)
            except TimeoutError:
                self._end_child()
                how = f"it took longer than {PATIENCE_S:.0f} s"
                break
            except (EOFError, OSError) as error:
                _log.warning("the decoder ended at %s: %r", path, error)
                self._end_child()
                how = "its decoder crashed"
        return Failed(f"{Path(path).name} cannot be read: {how}.")

    def _answer(self, pipe: Connection) -> int | str:
        deadline = time.monotonic() + PATIENCE_S
        while not pipe.poll(0.1):
            if self._is_over:
                raise EOFError
            if time.monotonic() > deadline:
                raise TimeoutError
        answer: int | str = pipe.recv()
        return answer

    def _bytes_of(self, pipe: Connection) -> bytes:
        return pipe.recv_bytes()

    def _ensure_child(self) -> Connection:
        if self._pipe is None:
            ours, theirs = _spawn.Pipe()
            self._process = _spawn.Process(target=serve, args=(theirs,), daemon=True)
            self._process.start()
            theirs.close()
            self._pipe = ours
            self._answer(ours)
        return self._pipe

    def _end_child(self) -> None:
        pipe, process = self._pipe, self._process
        self._pipe = self._process = None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.join(0.5)
            if process.is_alive():
                process.kill()
            process.join()
            process.close()
