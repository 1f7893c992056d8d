"""Holds the device: opens it when it is needed, notices when it is gone, waits for it, takes it back."""

from __future__ import annotations

import logging
import os
import queue
import time
from collections.abc import Callable
from typing import Any

from desktop.player import output
from desktop.player.output import DeviceOutput, NoSoundError, Output, SilentOutput

LOOK_S = 0.25
AGAIN_S = 2.0
IDLE_S = 30.0
"""So long a device is kept after it was needed last."""
OFF = "SOUNDINGS_SOUND"
"""In the environment: `off` plays into nothing, as tests must."""

_log = logging.getLogger(__name__)


class Holder:
    """`run` is a thread of its own, since a driver may take its time."""

    def __init__(
        self,
        fill: output.Fill,
        set_rate: Callable[[int], None],
        tell: Callable[[dict[str, Any]], None],
    ) -> None:
        self._fill = fill
        self._set_rate = set_rate
        self._tell = tell
        self._orders: queue.SimpleQueue[tuple[str, str]] = queue.SimpleQueue()
        self._name = ""
        self._output: Output | None = None
        self._is_needed = False
        self._needed_s = 0.0
        self._why: str | None = None
        self._tried_s = 0.0

    # From other threads

    def need(self, *, needed: bool) -> None:
        was, self._is_needed = self._is_needed, needed
        self._needed_s = time.monotonic()
        if needed and not was:
            self._orders.put(("look", ""))

    def choose(self, name: str) -> None:
        self._orders.put(("choose", name))

    def list_devices(self) -> None:
        self._orders.put(("list", ""))

    def close(self) -> None:
        self._orders.put(("quit", ""))

    # The thread

    def run(self) -> None:
        while True:
            try:
                order, name = self._orders.get(timeout=LOOK_S)
            except queue.Empty:
                order, name = "look", ""
            if order == "quit":
                break
            if order == "choose":
                self._choose(name)
            elif order == "list":
                self._list()
            self._watch()
        self._shut()

    def _choose(self, name: str) -> None:
        if name != self._name:
            self._shut()
            self._name = name
            self._tried_s = 0.0
            if _is_on():
                output.look_again()
            self._open()

    def _list(self) -> None:
        """With an open stream, only what was there when it was opened can be named."""
        if _is_on() and not (isinstance(self._output, DeviceOutput) and self._is_needed):
            self._shut()
            output.look_again()
        self._tell({"devices": output.names() if _is_on() else []})

    def _watch(self) -> None:
        if not self._is_needed:
            if self._output is not None and time.monotonic() - self._needed_s > IDLE_S:
                self._shut()
            return
        if self._output is None:
            self._open()
        elif self._output.is_dead():
            _log.warning("the sound device %r is gone", self._name)
            self._shut()
            self._be_silent("gone")
        elif self._why not in (None, "", "off") and time.monotonic() - self._tried_s > AGAIN_S:
            self._try_again()

    def _try_again(self) -> None:
        self._tried_s = time.monotonic()
        output.look_again()
        try:
            found = DeviceOutput(self._fill, self._name)
        except NoSoundError:
            return
        self._shut()
        self._start(found)

    def _open(self) -> None:
        if not _is_on():
            self._be_silent("off")
            return
        try:
            self._start(DeviceOutput(self._fill, self._name))
        except NoSoundError as error:
            self._shut()
            self._be_silent(error.why)

    def _start(self, found: Output) -> None:
        self._set_rate(found.rate_hz)
        self._output = found
        try:
            found.start()
        except NoSoundError as error:
            self._shut()
            self._be_silent(error.why)
        else:
            self._say("")

    def _be_silent(self, why: str) -> None:
        self._tried_s = time.monotonic()
        self._output = SilentOutput(self._fill)
        self._set_rate(self._output.rate_hz)
        self._output.start()
        self._say(why)

    def _say(self, why: str) -> None:
        if why != self._why:
            self._why = why
            self._tell({"silence": why})

    def _shut(self) -> None:
        shown, self._output = self._output, None
        if shown is not None:
            shown.close()


def _is_on() -> bool:
    return os.environ.get(OFF, "") != "off"
