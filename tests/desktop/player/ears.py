"""A sound server of our own with a card that nobody hears, and a recording of what arrives there."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np

RATE = 44100
"""What ALSA asks a server for when nothing else is said, so the server itself converts nothing."""
PROGRAMS = ("pulseaudio", "pactl", "parec")
PLUGINS = (
    "/usr/lib/*/alsa-lib/libasound_module_pcm_pulse.so",
    "/usr/lib64/alsa-lib/libasound_module_pcm_pulse.so",
)
ALSA = """</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
ctl.!default { type pulse }
"""


def missing() -> str:
    """Why there can be no such server here; empty where there can."""
    absent = [name for name in PROGRAMS if shutil.which(name) is None]
    if absent:
        return f"{', '.join(absent)} not installed"
    if not any(any(Path("/").glob(pattern[1:])) for pattern in PLUGINS):
        return "ALSA's plugin for PulseAudio is not installed"
    try:
        import sounddevice  # noqa: F401
    except OSError:
        return "PortAudio is not installed"
    return ""


class Ears:
    """`environment` leads a program here. `record` begins, `stop` gives what was heard."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for name in ("run", "state"):
            (folder / name).mkdir()
        (folder / "asound.conf").write_text(ALSA)
        self.environment = {
            "PULSE_SERVER": f"unix:{folder}/socket",
            "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
            "PULSE_LATENCY_MSEC": "40",
        }
        self._server: subprocess.Popen[bytes] | None = None
        self._recorder: subprocess.Popen[bytes] | None = None
        self._file = folder / "heard.raw"
        self._begin = 0

    def open(self) -> None:
        private = {
            "PULSE_RUNTIME_PATH": str(self._folder / "run"),
            "PULSE_STATE_PATH": str(self._folder / "state"),
        }
        options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"]
        modules = [
            f"module-null-sink sink_name=ear rate={RATE} format=float32le channels=2",
            f"module-native-protocol-unix socket={self._folder}/socket auth-anonymous=1",
        ]
        loads = [word for module in modules for word in ("-L", module)]
        self._server = subprocess.Popen(
            ["pulseaudio", *options, *loads],
            env=os.environ | private | {"HOME": str(self._folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 10
        while subprocess.run(
            ["pactl", "info"], env=os.environ | self.environment, capture_output=True
        ).returncode:
            assert time.monotonic() < deadline, "the sound server does not answer"
            time.sleep(0.05)
        self._listen()

    def close(self) -> None:
        for process in (self._recorder, self._server):
            if process is not None:
                process.kill()
                process.wait()
        self._recorder = self._server = None
        with suppress(FileNotFoundError):
            (self._folder / "socket").unlink()

    def _listen(self) -> None:
        options = ["--device=ear.monitor", "--format=float32le", f"--rate={RATE}", "--channels=2"]
        with self._file.open("wb") as file:
            self._recorder = subprocess.Popen(
                ["parec", "--raw", "--latency-msec=20", *options],
                env=os.environ | self.environment,
                stdout=file,
                stderr=subprocess.DEVNULL,
            )
        deadline = time.monotonic() + 10
        while self._file.stat().st_size < RATE:  # an eighth of a second: it runs
            assert time.monotonic() < deadline, "nothing is recorded"
            time.sleep(0.02)

    def wait_for_silence(self) -> None:
        """The last of what was played before comes late."""
        deadline = time.monotonic() + 10
        while np.abs(self._newest()).max(initial=0.0) > 0:
            assert time.monotonic() < deadline, "something is still heard"
            time.sleep(0.02)

    def record(self) -> None:
        """From here on."""
        self._begin = self._file.stat().st_size // 8 * 8

    def _newest(self) -> np.ndarray:
        """The last fifth of a second."""
        size = self._file.stat().st_size // 8 * 8
        with self._file.open("rb") as file:
            file.seek(max(size - RATE // 5 * 8, 0))
            raw = file.read()
        return np.frombuffer(raw[: len(raw) // 8 * 8], np.float32)

    def stop(self) -> np.ndarray:
        """All that was heard, without the silence around it."""
        time.sleep(0.3)
        return self.heard()

    def heard(self) -> np.ndarray:
        """So far."""
        raw = self._file.read_bytes()[self._begin :]
        heard = np.frombuffer(raw[: len(raw) // 8 * 8], np.float32).reshape(-1, 2)
        loud = np.flatnonzero(np.abs(heard).max(axis=1) > 1e-4)
        return heard[loud[0] : loud[-1] + 1] if len(loud) else heard[:0]


@contextmanager
def ears(folder: Path) -> Iterator[Ears]:
    made = Ears(folder)
    try:
        made.open()
        yield made
    finally:
        made.close()
