"""Ways for samples to leave: through PortAudio, or into nothing at the same pace.

Both call `fill(out, delay_s)` from a thread of their own, as often as they need.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np

from core.audio.reader import Samples

Fill = Callable[[Samples, float], None]

LATENCY_S = 0.05
SILENT_HZ = 48000
SILENT_BLOCK_S = 0.02
DEAD_AFTER_S = 3.0
"""A device that asks for nothing so long is gone; some need a while to begin."""


class Output(Protocol):
    rate_hz: int

    def start(self) -> None: ...

    def is_dead(self) -> bool: ...

    def close(self) -> None: ...


class NoSoundError(Exception):
    """`why` is one of the reasons that the window has words for."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class SilentOutput:
    """Takes what would be heard, as fast as it would be heard."""

    def __init__(self, fill: Fill, rate_hz: int = SILENT_HZ) -> None:
        self.rate_hz = rate_hz
        self._fill = fill
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="silence", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def is_dead(self) -> bool:
        return False

    def close(self) -> None:
        self._is_over.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        out = np.zeros((round(SILENT_BLOCK_S * self.rate_hz), 2), np.float32)
        due = time.monotonic()
        while not self._is_over.wait(max(due - time.monotonic(), 0)):
            self._fill(out, 0.0)
            due += SILENT_BLOCK_S
            if due < time.monotonic() - 1:  # the computer slept
                due = time.monotonic()


class DeviceOutput:
    """A stream of PortAudio; raises `NoSoundError` where it cannot be had."""

    def __init__(self, fill: Fill, name: str) -> None:
        library = _library()
        self._fill = fill
        device = find(library, name)
        self.rate_hz = round(device["default_samplerate"])
        self._channels = min(device["max_output_channels"], 2)
        self._scratch: Samples = np.zeros((0, 2), np.float32)
        self._asked_s = time.monotonic()
        try:
            self._stream: Any = library.OutputStream(
                samplerate=self.rate_hz,
                device=device["index"],
                channels=self._channels,
                dtype="float32",
                latency=max(LATENCY_S, device["default_low_output_latency"]),
                callback=self._called,
            )
        except library.PortAudioError as error:
            raise NoSoundError("refused") from error

    def start(self) -> None:
        library = _library()
        self._asked_s = time.monotonic()
        try:
            self._stream.start()
        except library.PortAudioError as error:
            raise NoSoundError("refused") from error

    def is_dead(self) -> bool:
        return not self._stream.active or time.monotonic() - self._asked_s > DEAD_AFTER_S

    def close(self) -> None:
        """At once; a device that is gone may not even notice."""
        self._stream.abort(ignore_errors=True)
        self._stream.close(ignore_errors=True)

    def _called(self, out: Samples, frames: int, moment: Any, status: object) -> None:  # noqa: ANN401
        self._asked_s = time.monotonic()
        delay_s = moment.outputBufferDacTime - moment.currentTime
        if not 0 < delay_s < 2:
            delay_s = self._stream.latency
        if self._channels == 2:
            self._fill(out, delay_s)
            return
        if len(self._scratch) != frames:
            self._scratch = np.zeros((frames, 2), np.float32)
        self._fill(self._scratch, delay_s)
        out[:, 0] = self._scratch.mean(axis=1)


def names() -> list[str]:
    """Of everything that can be played on. Empty where there is nothing, or no PortAudio."""
    try:
        library = _library()
    except NoSoundError:
        return []
    return sorted({_name(library, device) for device in _outputs(library)}, key=str.casefold)


def find(library: Any, name: str) -> Any:  # noqa: ANN401 - an untyped library
    """The device of this name; without a name, the one that the system plays on."""
    outputs = _outputs(library)
    if not outputs:
        raise NoSoundError("no_device")
    if name:
        chosen = next((device for device in outputs if _name(library, device) == name), None)
        if chosen is None:
            raise NoSoundError("gone")
        return chosen
    usual = library.default.device[1]
    return next((device for device in outputs if device["index"] == usual), outputs[0])


def look_again() -> None:
    """PortAudio knows what was there when it began, so it begins again. No stream may be open."""
    try:
        library = _library()
        library._terminate()  # noqa: SLF001 - there is no other way
        library._initialize()  # noqa: SLF001
    except NoSoundError:
        return


def _library() -> Any:  # noqa: ANN401 - an untyped library
    try:
        import sounddevice
    except OSError as error:
        raise NoSoundError("no_library") from error
    return sounddevice


def _outputs(library: Any) -> list[Any]:  # noqa: ANN401
    return [device for device in library.query_devices() if device["max_output_channels"] > 0]


def _name(library: Any, device: Any) -> str:  # noqa: ANN401
    """Several interfaces may lead to the same device; then the interface is part of the name."""
    same = [other for other in _outputs(library) if other["name"] == device["name"]]
    interface = library.query_hostapis(device["hostapi"])["name"]
    return str(device["name"]) if len(same) == 1 else f"{device['name']}, {interface}"
