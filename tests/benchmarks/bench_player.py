"""How soon a click is heard, what playing costs, and whether a busy window makes the sound stutter.

Where a sound server can be had, a stream of PortAudio plays into it and a
recording tells of gaps; elsewhere the sound goes into nothing at the same pace,
and only the first figures are measured. The peer of the last figure is a stream
whose callback lives in the window's own process.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import psutil

from tests.benchmarks.figure import Figure

CLICKS = 30
PLAY_S = 4.0
BLOCKED_S = 0.3
BLOCKS = 5
HERTZ = 441.0


def _wait(until, timeout_s: float = 30.0) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop, deadline = QEventLoop(), time.monotonic() + timeout_s
    timer = QTimer(interval=2)
    timer.timeout.connect(lambda: loop.quit() if until() or time.monotonic() > deadline else None)
    timer.start()
    loop.exec()
    timer.stop()
    assert until(), "waited in vain"


def _rest(seconds: float) -> None:
    end = time.monotonic() + seconds
    _wait(lambda: time.monotonic() > end)


def _clicks(player, *, prepared: bool) -> list[float]:
    """Seconds from `play` until the first sample was handed over; each time at another place."""
    from desktop.player.passage import Passage

    started: list[float] = []
    player.started.connect(started.append)
    taken = []
    for number in range(CLICKS):
        passage = Passage(1 + number % 3, (1.0 if prepared else 20.0) + 1.37 * number)
        if prepared:
            player.prepare(passage)
            _rest(0.3)
        begun = time.monotonic()
        player.play([passage])
        _wait(lambda number=number: len(started) > number)
        taken.append(started[-1] - begun)
        player.stop()
        _rest(0.1)
    player.started.disconnect(started.append)
    return taken


def _cost(player, speed: float) -> float:
    """Share of one core that the sound's processes take while they play."""
    from desktop.player.passage import Passage

    helper = psutil.Process(player._link._process.processId())
    family = [helper, *helper.children(recursive=True)]
    player.set_speed(speed)
    player.play([Passage(1)])
    _rest(1.0)

    def used() -> float:
        return sum(p.cpu_times().user + p.cpu_times().system for p in family)

    before, begun = used(), time.monotonic()
    _rest(PLAY_S)
    share = (used() - before) / (time.monotonic() - begun)
    player.stop()
    player.set_speed(1.0)
    return share


def _block() -> None:
    """The window's thread keeps the interpreter to itself, as a long sort or a large JSON file does."""
    end = time.monotonic() + BLOCKED_S
    while time.monotonic() < end:
        sum(range(3_000_000))


def _missing_ms(heard: np.ndarray, rate_hz: int) -> float:
    """How much of a sine is wrong: frames that do not follow from the two before, with their surroundings."""
    wave = heard[rate_hz // 5 : -rate_hz // 5, 0]
    turn = 2 * np.cos(2 * np.pi * HERTZ / rate_hz)
    wrong = np.abs(wave[2:] - turn * wave[1:-1] + wave[:-2]) > 0.02
    silent = np.convolve(np.abs(wave) < 1e-4, np.ones(32), "same") > 31
    return float((wrong.sum() + silent.sum()) / rate_hz * 1000)


def _stutter(ears, play, stop) -> float:
    ears.record()
    play()
    _rest(1.0)
    for _ in range(BLOCKS):
        _block()
        _rest(0.2)
    stop()
    from tests.desktop.player.ears import RATE

    return _missing_ms(ears.stop(), RATE)


def _in_this_process():
    """A stream as it would be without a process of its own."""
    import sounddevice

    from desktop.player.output import look_again

    look_again()  # for it was asked before there was a server
    at = 0

    def called(out, frames, _moment, _status) -> None:
        nonlocal at
        t = np.arange(at, at + frames) / 44100
        out[:] = (0.5 * np.sin(2 * np.pi * HERTZ * t)).astype(np.float32)[:, None]
        at += frames

    stream = sounddevice.OutputStream(
        samplerate=44100, channels=2, dtype="float32", latency=0.05, callback=called
    )
    return stream.start, stream.abort


def measure() -> list[Figure]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from desktop.player.passage import Passage
    from desktop.player.player import Player
    from tests.desktop.player.ears import RATE, ears, missing
    from tests.desktop.player.rig import save, sine
    from tests.desktop.player.shelf import Shelf

    _app = QApplication.instance() or QApplication([])
    figures = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "ears").mkdir()
        why = missing()
        server = None if why else stack.enter_context(ears(folder / "ears"))
        os.environ |= server.environment if server else {"SOUNDINGS_SOUND": "off"}
        shelf = Shelf()
        for number in (1, 2, 3):
            shelf.put(number, save(folder, f"{number}.wav", sine(90, HERTZ, rate_hz=RATE), RATE), 90.0)
        player = Player(shelf)
        player.play([Passage(1)])
        _wait(lambda: player.position_s > 1.0)
        player.stop()
        warm, cold = _clicks(player, prepared=True), _clicks(player, prepared=False)
        name = f"click to first sample, {'PortAudio' if server else 'no device'}"
        figures += [
            Figure(f"{name} (worst of {CLICKS})", max(warm), "s", "not prepared", max(cold), limit=0.06),
            Figure(f"{name} (median)", statistics.median(warm), "s", "not prepared", statistics.median(cold)),
            Figure("processor while playing, plain", _cost(player, 1.0), "cores", limit=0.2),
            Figure("processor while playing, speed 0.8", _cost(player, 0.8), "cores", limit=0.4),
        ]
        if server:
            ours = _stutter(server, lambda: player.play([Passage(1)]), player.stop)
            theirs = _stutter(server, *_in_this_process())
            title = f"sound lost while the window is blocked {BLOCKS} × {BLOCKED_S:g} s"
            figures.append(Figure(title, ours, "ms", "callback in the window", theirs, limit=0.5))
        player.finish()
    return figures
