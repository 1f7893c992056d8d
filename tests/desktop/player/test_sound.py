"""What really leaves the program: a sound server records it, and the recording is compared with the files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from scipy.signal import correlate

from core.audio import decode
from core.messages import Message
from desktop.player.passage import Passage
from desktop.player.player import Player
from tests.desktop.player.ears import RATE, Ears, ears, missing
from tests.desktop.player.rig import noise, save, sine
from tests.desktop.player.shelf import Shelf

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())

LONG_MS = 30_000
SHARED = Path(__file__).parents[4] / "shared" / "data" / "one-shots"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ears]:
    with ears(tmp_path_factory.mktemp("ears")) as made:
        yield made


@pytest.fixture(scope="module")
def loud_player(server: Ears, qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Player]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOUNDINGS_SOUND", raising=False)
        patch.setenv("SOUNDINGS_HOME", str(tmp_path_factory.mktemp("home")))
        for name, value in server.environment.items():
            patch.setenv(name, value)
        player = Player(Shelf())
        player.look_for_devices()
        yield player
        player.finish()


@pytest.fixture
def player(loud_player: Player) -> Iterator[Player]:
    loud_player._cards.cards.clear()
    yield loud_player
    loud_player.forget()
    loud_player.set_speed(1.0)
    loud_player.set_pitch(0.0)
    loud_player.set_volume(1.0)
    loud_player.set_matching(False)
    loud_player._keep.stop()


@pytest.fixture
def heard(server: Ears, player: Player, qtbot: QtBot) -> Iterator[object]:
    """Plays to the end and gives the recording."""

    def hear(*passages: Passage) -> np.ndarray:
        server.wait_for_silence()
        server.record()
        player.play(passages)
        qtbot.waitUntil(lambda: not player.is_playing, timeout=LONG_MS)
        return server.stop()

    return hear


def put(player: Player, track_id: int, path: Path, **more: float) -> None:
    player._cards.put(track_id, path, **more)


def lag(heard: np.ndarray, expected: np.ndarray) -> tuple[int, float]:
    """Where in `heard` the expected begins, and how alike they are there (1: the same but for its level)."""
    mine, theirs = heard.mean(axis=1), expected.mean(axis=1)
    scores = correlate(mine, theirs, "valid", "fft")
    start = int(np.argmax(scores))
    part = mine[start : start + len(theirs)]
    return start, float(scores[start] / np.sqrt((part**2).sum() * (theirs**2).sum()))


def strongest_hz(samples: np.ndarray) -> float:
    middle = samples[len(samples) // 4 : -len(samples) // 4, 0]
    return float(np.argmax(np.abs(np.fft.rfft(middle * np.hanning(len(middle)), 2**21)))) * RATE / 2**21


def levels_of_halves(samples: np.ndarray) -> tuple[float, ...]:
    """In dB, of the middle of each half."""
    eighths = np.array_split(samples, 8)
    return tuple(float(10 * np.log10((eighths[i] ** 2).mean())) for i in (1, 5))


def jumps(samples: np.ndarray, hertz: float) -> float:
    """The largest departure of a sine from itself, in shares of its level: gaps and clicks are large."""
    part, turn = samples[RATE // 10 : -RATE // 10, 0], 2 * np.cos(2 * np.pi * hertz / RATE)
    return float(np.abs(part[2:] - turn * part[1:-1] + part[:-2]).max() / np.abs(part).max())


def test_the_right_seconds_of_the_right_file(player: Player, heard: object, tmp_path: Path) -> None:
    put(player, 1, save(tmp_path, "other.wav", noise(4, 1)), duration_s=4.0)
    path = save(tmp_path, "this.wav", noise(4, 2))
    put(player, 2, path, duration_s=4.0)
    recording = heard(Passage(2, 1.5, 2.5))
    expected = decode(path, RATE, mono=False, start_s=1.5, end_s=2.5)
    start, alike = lag(np.pad(recording, ((4800, 4800), (0, 0))), expected)
    assert alike > 0.99
    assert abs(start - 4800) < 0.005 * RATE
    assert len(recording) / RATE == pytest.approx(1.0, abs=0.01)


def test_a_real_recording(player: Player, heard: object) -> None:
    path = SHARED / "loop_amen.flac"
    if not path.exists():
        pytest.skip("no real recordings here")
    put(player, 1, path)
    recording = heard(Passage(1, 0.4, 1.6))
    _, alike = lag(
        np.pad(recording, ((4800, 4800), (0, 0))), decode(path, RATE, mono=False, start_s=0.4, end_s=1.6)
    )
    assert alike > 0.98


def test_no_gap_between_two_tracks(player: Player, heard: object, tmp_path: Path) -> None:
    whole = sine(2.4, 441.0, rate_hz=RATE)
    for number, part in enumerate((whole[:47_777], whole[47_777:]), 1):
        put(player, number, save(tmp_path, f"{number}.wav", part, RATE))
    recording = heard(Passage(1), Passage(2))
    assert len(recording) / RATE == pytest.approx(2.4, abs=0.01)
    assert jumps(recording, 441.0) < 0.01
    gapped = np.delete(recording, slice(RATE, RATE + 30), axis=0)
    assert jumps(gapped, 441.0) > 0.05  # less than a millisecond is missing there, and it shows


def test_a_loop_is_seamless(player: Player, server: Ears, qtbot: QtBot, tmp_path: Path) -> None:
    put(player, 1, save(tmp_path, "a.wav", sine(3, 300.0, rate_hz=RATE), RATE), duration_s=3.0)
    server.wait_for_silence()
    server.record()
    player.play([Passage(1)])
    player.set_loop(1.0, 1.3)  # 90 whole turns
    qtbot.waitUntil(
        lambda: len(server.heard()) > RATE, timeout=LONG_MS
    )  # thrice around, however late it began
    player.stop()
    recording = server.stop()
    assert jumps(recording, 300.0) < 0.01


@pytest.mark.parametrize(("speed", "semitones"), [(0.5, 0.0), (2.0, 0.0), (1.0, 12.0), (1.0, -5.0)])
def test_speed_and_pitch(
    player: Player, heard: object, tmp_path: Path, speed: float, semitones: float
) -> None:
    put(player, 1, save(tmp_path, "a.wav", sine(1.2, 440.0)))
    player.set_speed(speed)
    player.set_pitch(semitones)
    recording = heard(Passage(1))
    assert len(recording) / RATE == pytest.approx(1.2 / speed, abs=0.03)
    assert strongest_hz(recording) == pytest.approx(440 * 2 ** (semitones / 12), rel=1e-3)


def test_loudness_is_matched_or_not(player: Player, heard: object, tmp_path: Path) -> None:
    for number, amplitude in enumerate((0.5, 0.05), 1):
        db = 20 * np.log10(amplitude)
        path = save(tmp_path, f"{number}.wav", sine(0.5, 1000.0, amplitude))
        put(player, number, path, loudness_db=db - 3.0, peak_db=db)
    loud, quiet = levels_of_halves(heard(Passage(1), Passage(2)))
    assert loud - quiet == pytest.approx(20, abs=0.3)
    player.set_matching(True)
    loud, quiet = levels_of_halves(heard(Passage(1), Passage(2)))
    assert loud == pytest.approx(quiet, abs=0.3)
    assert loud == pytest.approx(-23.0, abs=0.5)
    player.set_volume(0.5)
    assert levels_of_halves(heard(Passage(1), Passage(2)))[0] == pytest.approx(loud - 6.02, abs=0.3)


@pytest.mark.may_log("is gone")
def test_a_device_that_goes_and_comes_back(
    player: Player, server: Ears, qtbot: QtBot, tmp_path: Path, messages: list[Message]
) -> None:
    put(player, 1, save(tmp_path, "a.wav", sine(30, 440.0)))
    player.play([Passage(1)])
    qtbot.waitUntil(lambda: player.position_s > 0.3 and not player.silence, timeout=LONG_MS)
    server.close()
    qtbot.waitUntil(lambda: bool(player.silence), timeout=LONG_MS)
    gone_s = player.position_s
    qtbot.waitUntil(lambda: player.position_s > gone_s + 0.5, timeout=LONG_MS)  # it goes on, silent
    server.open()
    qtbot.waitUntil(lambda: not player.silence, timeout=LONG_MS)
    server.record()
    qtbot.wait(500)
    recording = server.stop()
    assert strongest_hz(recording) == pytest.approx(440, rel=1e-3)
    assert ["gone" in message.text for message in messages] == [True, False]
