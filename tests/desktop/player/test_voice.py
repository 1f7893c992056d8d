"""What sounds, sample by sample: whole files, seams, cuts, loops, speed, loudness, and broken files."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import psutil
import pytest

from desktop.player.deck import Deck
from tests.desktop.player.rig import RATE, Rig, item, noise, rig, save, sine

FADE = round(0.004 * RATE)


@pytest.fixture(scope="module")
def ear() -> Iterator[Rig]:
    with rig() as made:
        yield made


@pytest.fixture(autouse=True)
def _afresh(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "ear" in request.fixturenames:
        ear: Rig = request.getfixturevalue("ear")
        ear.post("stop", turn=0)
        ear.post("rate", speed=1.0, semitones=0.0)
        ear.post("volume", volume=1.0)
        ear.until(lambda: ear.voice._tape is None and ear.voice._orders.empty())
        for _ in range(3):
            ear.voice.fill(np.zeros((480, 2), np.float32), 0.0)
        ear.told.clear()


def test_a_file_is_heard_to_the_last_bit_and_then_silence(ear: Rig, tmp_path: Path) -> None:
    samples = noise(2.3)
    ear.play(item(1, save(tmp_path, "a.wav", samples)))
    heard = ear.hear(2.5)
    np.testing.assert_array_equal(heard[: len(samples)], samples)
    assert not heard[len(samples) :].any()
    ear.until(lambda: ear.said("ended") == [1])
    assert ear.said("started") == [1]


def test_between_two_files_nothing_is_missing_or_added(ear: Rig, tmp_path: Path) -> None:
    whole = sine(3, 330.0)
    seams = (0, 54_321, 54_400, 100_001, len(whole))  # one part is shorter than two milliseconds
    paths = [save(tmp_path, f"{i}.wav", whole[a:b]) for i, (a, b) in enumerate(pairwise(seams))]
    ear.play(*(item(i, path) for i, path in enumerate(paths)))
    heard = ear.hear(3)
    np.testing.assert_array_equal(heard, whole)
    ear.until(lambda: ear.said("at")[-1][1] == 3)


def test_a_span_is_the_span_and_its_cuts_do_not_click(ear: Rig, tmp_path: Path) -> None:
    samples = noise(4)
    ear.play(item(1, save(tmp_path, "a.wav", samples), 1.25, 2.75))
    heard, expected = ear.hear(2), samples[round(1.25 * RATE) : round(2.75 * RATE)]
    np.testing.assert_array_equal(heard[FADE : len(expected) - FADE], expected[FADE:-FADE])
    assert (np.abs(heard[:FADE]) <= np.abs(expected[:FADE])).all()
    assert np.abs(heard[5]).max() < 0.01
    assert np.abs(heard[len(expected) - 5]).max() < 0.01
    assert not heard[len(expected) :].any()


def test_spans_that_join_are_heard_as_one(ear: Rig, tmp_path: Path) -> None:
    samples = noise(3)
    path = save(tmp_path, "a.wav", samples)
    ear.play(item(1, path, 0.0, 1.0), item(2, path, 1.0, 2.0), item(3, path, 2.0, 3.0))
    np.testing.assert_array_equal(ear.hear(3), samples)


def test_a_loop_comes_round_without_a_seam(ear: Rig, tmp_path: Path) -> None:
    """The span holds whole turns of the sine, so a seam would be the only thing to hear."""
    path = save(tmp_path, "a.wav", sine(4, 300.0))
    ear.play(item(1, path, 0.5), at_s=1.0, loop=[1.0, 1.5])
    heard = ear.hear(3)
    np.testing.assert_allclose(heard[FADE:], sine(4, 300.0)[RATE : 4 * RATE][FADE:], atol=1e-4)
    ear.post("loop", span=None)
    ear.settle()
    rest = ear.hear(3.5)
    assert np.abs(rest[2 * RATE : round(2.4 * RATE)]).max() > 0.49  # it goes on to the end of the file
    assert not rest[-RATE // 4 :].any()


def test_a_whole_file_loops_to_the_frame(ear: Rig, tmp_path: Path) -> None:
    samples = noise(0.7)
    ear.play(item(1, save(tmp_path, "a.wav", samples)), loop=[0.0, 0.7])
    np.testing.assert_array_equal(ear.hear(2.1), np.concatenate([samples] * 3))


@pytest.mark.parametrize(("speed", "semitones"), [(0.5, 0.0), (2.0, 0.0), (1.0, 7.0), (1.25, -12.0)])
def test_speed_and_pitch_are_as_asked(ear: Rig, tmp_path: Path, speed: float, semitones: float) -> None:
    ear.post("rate", speed=speed, semitones=semitones)
    ear.play(item(1, save(tmp_path, "a.wav", sine(2, 440.0))))
    heard = ear.hear(2 / speed + 0.5)
    sounding = np.flatnonzero(np.abs(heard[:, 0]) > 0.01)
    assert len(heard[: sounding[-1]]) / RATE == pytest.approx(2 / speed, abs=0.01)
    spectrum = np.abs(np.fft.rfft(heard[RATE // 4 : sounding[-1] - RATE // 4, 0], 2**20))
    assert np.argmax(spectrum) * RATE / 2**20 == pytest.approx(440 * 2 ** (semitones / 12), rel=1e-3)


def test_another_speed_takes_over_where_one_is(ear: Rig, tmp_path: Path) -> None:
    ear.play(item(1, save(tmp_path, "a.wav", sine(6, 440.0))))
    before = ear.hear(1)
    ear.post("rate", speed=0.5, semitones=0.0)
    ear.settle()
    after = ear.hear(1)
    ear.until(lambda: ear.said("at")[-1][2] == pytest.approx(1.5, abs=0.05))
    joined = np.concatenate([before, after])[:, 0]
    assert np.abs(np.diff(joined)).max() < 0.06  # a sine of 440 Hz moves 0.029 a frame; a click moves more


def test_loudness_takes_over_without_a_click(ear: Rig, tmp_path: Path) -> None:
    ear.play(item(1, save(tmp_path, "a.wav", sine(3, 440.0))))
    before = ear.hear(0.5)
    ear.post("gains", gains={"1": 0.25})
    ear.settle()
    after = ear.hear(1)
    assert np.abs(after[RATE // 2 :]).max() == pytest.approx(0.125, abs=0.001)
    assert np.abs(np.diff(np.concatenate([before, after])[:, 0])).max() < 0.035


def test_nothing_goes_beyond_full_scale(ear: Rig, tmp_path: Path) -> None:
    ear.play(item(1, save(tmp_path, "a.wav", sine(1, 440.0, 0.9)), gain=4.0))
    heard = ear.hear(1)
    assert np.abs(heard).max() <= 1.0
    assert np.abs(heard[RATE // 2 :]).max() > 0.9


def test_a_pause_goes_on_where_it_was(ear: Rig, tmp_path: Path) -> None:
    samples = noise(3)
    ear.play(item(1, save(tmp_path, "a.wav", samples)))
    ear.hear(1)
    ear.post("pause")
    ear.settle()
    faded = ear.hear(0.5)
    assert np.abs(faded[:FADE]).max() > 0
    assert not faded[480:].any()
    ear.post("go")
    ear.settle()
    heard = ear.hear(0.5)
    gone_on = RATE + FADE
    np.testing.assert_array_equal(heard[FADE:], samples[gone_on + FADE : gone_on + len(heard)])


def test_a_leap_lands_where_it_should(ear: Rig, tmp_path: Path) -> None:
    samples = noise(5)
    path = save(tmp_path, "a.wav", samples)
    ear.play(item(1, path))
    ear.hear(0.5)
    ear.play(item(1, path), at_s=3.21, turn=2)
    heard = ear.hear(0.5)
    start = round(3.21 * RATE)
    lags = np.correlate(heard[-4800:, 0], samples[start : start + RATE // 2, 0][-4800:], "full")
    late = int(np.argmax(lags)) - 4799  # what had been handed over already comes first
    assert 0 <= late < 0.05 * RATE
    ear.until(lambda: ear.said("at")[-1][0] == 2)


def test_a_file_that_is_none_is_told_once_and_the_next_plays(ear: Rig, tmp_path: Path) -> None:
    broken, samples = tmp_path / "broken.wav", noise(0.5)
    broken.write_bytes(b"RIFF")
    ear.play(item(1, broken), item(2, tmp_path / "gone.wav"), item(3, save(tmp_path, "a.wav", samples)))
    np.testing.assert_array_equal(ear.hear(0.5), samples)
    assert ear.said("bad") == [1, 2]
    assert all("cannot be read" in why for why in ear.said("why"))


def test_the_queue_may_change_while_it_plays(ear: Rig, tmp_path: Path) -> None:
    a, b, c = noise(1, 1), noise(1, 2), noise(1, 3)
    paths = [save(tmp_path, f"{name}.wav", samples) for name, samples in zip("abc", (a, b, c), strict=True)]
    ear.play(item(1, paths[0]), item(2, paths[1]))
    first = ear.hear(0.9)  # the second is written ahead by now
    ear.post("follow", after=1, items=[item(3, paths[2])])
    ear.settle()
    heard = np.concatenate([first, ear.hear(1.1)])
    np.testing.assert_allclose(heard[:RATE], a, atol=1e-6)
    np.testing.assert_array_equal(heard[RATE:], c)


def test_what_was_the_last_gets_a_follower_in_time(ear: Rig, tmp_path: Path) -> None:
    a, b = noise(1, 1), noise(1, 2)
    ear.play(item(1, save(tmp_path, "a.wav", a)))
    first = ear.hear(0.9)
    ear.post("follow", after=1, items=[item(2, save(tmp_path, "b.wav", b))])
    ear.settle()
    heard = np.concatenate([first, ear.hear(1.1)])
    np.testing.assert_allclose(heard, np.concatenate([a, b]), atol=1e-6)


def test_another_rate_goes_on_at_the_same_second(tmp_path: Path) -> None:
    with rig() as ear:
        ear.play(item(1, save(tmp_path, "a.wav", sine(4, 440.0))))
        ear.hear(1)
        ear.voice.set_rate(44100)
        assert ear.voice._deck.rate_hz == 44100
        ear.hear(0.5)
        ear.until(lambda: ear.said("at")[-1][2] == pytest.approx(1.5 * 48000 / 48000, abs=0.1))


@pytest.mark.may_log("the decoder ended")
def test_a_decoder_that_dies_is_replaced(tmp_path: Path) -> None:
    with rig() as ear:
        samples = noise(9)
        ear.play(item(1, save(tmp_path, "a.wav", samples)))
        first = ear.hear(1)
        process = ear.voice._source._process
        psutil.Process(process.pid).kill()
        np.testing.assert_array_equal(np.concatenate([first, ear.hear(7)]), samples[: 8 * RATE])
        assert ear.said("bad") == []


def test_volume_moves_without_a_jump() -> None:
    deck = Deck(RATE)
    deck.write(np.ones((RATE, 2), np.float32))
    deck.goes = True
    out = np.zeros((480, 2), np.float32)
    deck.fill(out, 0.0)
    assert (out == 1).all()
    deck.volume = 0.5
    deck.fill(out, 0.0)
    assert np.abs(np.diff(out[:, 0])).max() < 0.005
    assert out[-1, 0] == 0.5
    assert deck.peaks() == (1.0, 1.0)


def test_where_it_is_counts_what_the_device_still_holds() -> None:
    deck = Deck(RATE)
    deck.write(np.ones((RATE, 2), np.float32))
    deck.goes = True
    for _ in range(10):
        deck.fill(np.zeros((480, 2), np.float32), 0.5)
    assert deck.taken == 4800
    assert deck.heard() == pytest.approx(4800 - 480 - 0.5 * RATE, abs=2400)
    deck.written = deck.taken
    time.sleep(0.6)
    deck.fill(np.zeros((480, 2), np.float32), 0.5)
    assert deck.heard() == 4800  # with nothing more to come, the last is heard in the end
