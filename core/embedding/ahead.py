"""Work that goes on in a thread while its results are used: decoding runs ahead of the encoder."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
WAIT_S = 0.1


@dataclass(frozen=True)
class _End:
    error: BaseException | None = None


class Ahead(Generic[T]):
    """Iterates over what `draw` gives, drawn in a thread, at most `most` in advance. Use `with`.

    `draw` is given a function that says whether nobody wants any more.
    """

    def __init__(self, draw: Callable[[Callable[[], bool]], Iterable[T]], most: int) -> None:
        self.waited_s = 0.0
        """How long the user of the results had to wait for them."""
        self._source = draw
        self._ready: queue.Queue[T | _End] = queue.Queue(most)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._draw, name="ahead", daemon=True)
        self._thread.start()

    def __enter__(self) -> Ahead[T]:
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    def __iter__(self) -> Iterator[T]:
        while True:
            begun_s = time.monotonic()
            thing = self._ready.get()
            self.waited_s += time.monotonic() - begun_s
            if isinstance(thing, _End):
                if thing.error:
                    raise thing.error
                return
            yield thing

    def _draw(self) -> None:
        end = _End()
        try:
            for thing in self._source(self._over.is_set):
                if not self._put(thing):
                    return
        except BaseException as error:  # noqa: BLE001 - raised again where the results are used
            end = _End(error)
        self._put(end)

    def _put(self, thing: T | _End) -> bool:
        while not self._over.is_set():
            try:
                self._ready.put(thing, timeout=WAIT_S)
            except queue.Full:
                continue
            return True
        return False
