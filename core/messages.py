"""One channel for everything a person should be told, with or without a window.

What is said before a listener connects is kept and handed over then, so a
problem at start-up is not lost. Any thread may speak; listeners are called in
the thread that spoke.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from core.errors import Interrupted, KnownError

Level = Literal["info", "warning", "error"]
Listener = Callable[["Message"], None]

BUG_SENTENCE = "Something went wrong inside Soundings."
BUG_HINT = "The log has the details; nothing that was saved is lost."

_log = logging.getLogger(__name__)
_LOG_LEVEL = {"info": logging.INFO, "warning": logging.WARNING, "error": logging.WARNING}


@dataclass(frozen=True)
class Message:
    """`text` is one or two sentences; `details` is for the curious and for reports."""

    level: Level
    text: str
    details: str = ""


class Channel:
    """Keeps at most `keep` messages for a listener that is not there yet."""

    def __init__(self, keep: int = 100) -> None:
        self._waiting: deque[Message] = deque(maxlen=keep)
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()

    def connect(self, listener: Listener) -> Callable[[], None]:
        """Start listening; returns the function that ends it."""
        with self._lock:
            self._listeners.append(listener)
            waiting = list(self._waiting)
            self._waiting.clear()
        for message in waiting:
            listener(message)

        def disconnect() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return disconnect

    def send(self, message: Message) -> None:
        _log.log(_LOG_LEVEL[message.level], "told: %s", message.text)
        with self._lock:
            listeners = list(self._listeners)
            if not listeners:
                self._waiting.append(message)
        for listener in listeners:
            listener(message)

    def info(self, text: str) -> None:
        self.send(Message("info", text))

    def warning(self, text: str) -> None:
        self.send(Message("warning", text))

    def failure(self, error: BaseException) -> None:
        """Tell a person about `error`; the traceback only goes to the log."""
        message = message_for(error)
        if message is not None:
            self.send(message)


def message_for(error: BaseException) -> Message | None:
    """The message that `error` deserves, or None when somebody merely asked to stop."""
    if isinstance(error, (Interrupted, KeyboardInterrupt)):
        return None
    if isinstance(error, KnownError):
        _log.debug("known error", exc_info=error)
        return Message("error", str(error))
    _log.error("bug", exc_info=error)
    return Message("error", f"{BUG_SENTENCE} {BUG_HINT}", details=f"{type(error).__name__}: {error}")


channel = Channel()
