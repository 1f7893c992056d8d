"""The player as everybody asks it: queue, seek, loop, audition, loudness, what it says, what it survives."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from core.messages import Message
from desktop.player import kept
from desktop.player.levels import FLOOR_DB, Ballistics
from desktop.player.passage import Passage
from desktop.player.player import Player
from tests.desktop.player.rig import save, sine
from tests.desktop.player.shelf import Shelf

LONG_MS = 20_000
A, B, C = Passage(1), Passage(2), Passage(3)


def wait(qtbot: QtBot, holds: object) -> None:
    qtbot.waitUntil(holds, timeout=LONG_MS)


def test_a_queue_plays_to_its_end(player: Player, qtbot: QtBot) -> None:
    seen: list[Passage | None] = []
    player.passage_changed.connect(seen.append)
    places: list[float] = []
    player.moved.connect(places.append)
    player.play([A, B, Passage(3, 0.5, 0.8)])
    assert player.is_playing
    wait(qtbot, lambda: not player.is_playing)
    assert seen == [A, B, Passage(3, 0.5, 0.8)]
    assert player.place == 2
    assert player.position_s == 0.5  # back at the start of the last, ready to be heard again
    assert max(places) == pytest.approx(1.2, abs=0.02)
    assert len(places) > 30


def test_position_follows_the_clock(player: Player, qtbot: QtBot) -> None:
    lags: list[float] = []
    begun: list[float] = []
    player.started.connect(begun.append)
    player.moved.connect(
        lambda seconds: lags.append(time.monotonic() - begun[0] - seconds) if begun else None
    )
    player.play([A])
    wait(qtbot, lambda: player.position_s > 1.0)
    player.started.disconnect()
    player.moved.disconnect()
    assert min(lags) > -0.05  # never ahead
    assert min(lags) < 0.1  # and where the window had nothing else to do, on time


def test_pause_keeps_the_place_and_stop_does_not(player: Player, qtbot: QtBot) -> None:
    player.play([Passage(1, 0.2)])
    wait(qtbot, lambda: player.position_s > 0.5)
    player.toggle()
    assert not player.is_playing
    qtbot.wait(150)
    held_s = player.position_s
    assert held_s > 0.5
    player.toggle()
    wait(qtbot, lambda: player.position_s > held_s + 0.1)
    player.stop()
    assert (player.is_playing, player.position_s) == (False, 0.2)
    qtbot.wait(150)
    assert player.position_s == 0.2  # nothing that was on its way counts any more


def test_seeking_is_seen_at_once_and_never_flickers_back(player: Player, qtbot: QtBot) -> None:
    player.play([A])
    wait(qtbot, lambda: player.position_s > 0.3)
    places: list[float] = []
    player.moved.connect(places.append)
    player.seek(0.8)
    assert player.position_s == 0.8
    wait(qtbot, lambda: not player.is_playing)
    assert min(places[:-1]) >= 0.8
    player.seek(99)
    assert player.position_s == 1.2
    player.skip(-5)
    assert player.position_s == 0.0


def test_behind_the_end_of_an_excerpt_the_track_goes_on(player: Player, qtbot: QtBot) -> None:
    player.play([Passage(1, 0.0, 0.3)])
    player.seek(0.6)
    wait(qtbot, lambda: player.position_s > 1.0)


def test_a_loop_stays_inside_and_lets_go(player: Player, qtbot: QtBot) -> None:
    player.play([A])
    player.set_loop(0.4, 0.6)
    assert player.position_s == 0.4
    places: list[float] = []
    player.moved.connect(places.append)
    qtbot.wait(800)
    assert player.is_playing
    assert min(places) > 0.399
    assert max(places) < 0.601
    assert sum(b < a for a, b in pairwise(places)) >= 2
    player.toggle_loop()
    assert player.loop is None
    wait(qtbot, lambda: not player.is_playing)


def test_an_audition_plays_its_span_and_leaves_the_queue(player: Player, qtbot: QtBot) -> None:
    player.play([A, B])
    player.audition(0.5, 0.7)
    places: list[float] = []
    player.moved.connect(places.append)
    wait(qtbot, lambda: not player.is_playing)
    assert max(places) <= 0.71
    assert (player.passage, player.position_s) == (A, 0.5)
    player.audition(0.2, 0.3, loop=True)
    qtbot.wait(500)
    assert player.is_playing
    assert player.loop == (0.2, 0.3)
    player.next()
    assert (player.passage, player.loop, player.is_playing) == (B, None, True)


def test_next_and_previous(player: Player, qtbot: QtBot) -> None:
    player.play([A, B, C], 1)
    player.next()
    player.next()
    assert player.passage == C
    player.previous()
    assert player.passage == B
    player.jump(0)
    assert player.passage == A
    player.previous()
    assert (player.passage, player.is_playing) == (A, True)
    player.append([A])
    assert player.queue == [A, B, C, A]


def test_loading_shows_a_passage_unless_something_plays(player: Player, qtbot: QtBot) -> None:
    player.load(Passage(2, 0.3))
    assert (player.passage, player.position_s, player.is_playing) == (Passage(2, 0.3), 0.3, False)
    assert player.duration_s == 1.2
    player.toggle()
    wait(qtbot, lambda: player.position_s > 0.4)
    player.load(A)
    assert player.passage == Passage(2, 0.3)
    player.forget()
    assert (player.passage, player.queue, player.is_playing) == (None, [], False)


def test_tracks_whose_cards_come_late_play_then(
    player: Player, shelf: Shelf, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in (7, 8):
        shelf.put(number, save(tmp_path, f"{number}.wav", sine(0.4, 200.0)), 0.4, late=True)
    player.play([Passage(7), Passage(8)])
    qtbot.wait(100)
    assert (player.is_playing, player.position_s) == (True, 0.0)
    shelf.deliver()
    assert player.duration_s == 0.4
    wait(qtbot, lambda: player.place == 1)
    wait(qtbot, lambda: not player.is_playing)


@pytest.mark.may_log("Reel 12")
def test_a_broken_file_is_told_and_the_next_plays(
    player: Player, shelf: Shelf, tmp_path: Path, qtbot: QtBot, messages: list[Message]
) -> None:
    broken = tmp_path / "Reel 12.wav"
    broken.write_bytes(b"RIFF\0\0")
    shelf.put(9, broken, 3.0)
    player.play([Passage(9), C])
    wait(qtbot, lambda: player.passage == C and player.position_s > 0.1)
    told = [message.text for message in messages]
    assert len(told) == 1
    assert told[0].startswith("Reel 12.wav cannot be read")


@pytest.mark.may_log("Reel 12")
def test_a_broken_file_alone_ends_quietly(
    player: Player, shelf: Shelf, tmp_path: Path, qtbot: QtBot, messages: list[Message]
) -> None:
    shelf.put(9, tmp_path / "Reel 12.wav")
    player.play([Passage(9)])
    wait(qtbot, lambda: not player.is_playing)
    assert [message.text for message in messages] == [
        "Reel 12.wav cannot be read: no such file or directory. Copy it again from where it came, then scan."
    ]


def test_matching_brings_tracks_to_one_loudness_as_far_as_peaks_allow(player: Player, qtbot: QtBot) -> None:
    gains: list[float] = []
    player.gain_changed.connect(gains.append)
    player.play([A, B, C])
    player.set_matching(True)
    assert player.gain_db == -10.0
    player.next()
    assert player.gain_db == 4.0  # 10 are missing, but its peak is 4 below full scale
    player.next()
    assert player.gain_db == 0.0  # nothing is known of it
    player.set_matching(False)
    player.previous()
    assert gains == [-10.0, 4.0, 0.0]


def test_levels_are_shown_while_it_plays(player: Player, qtbot: QtBot) -> None:
    player.set_volume(0.5)
    player.play([A])
    wait(qtbot, lambda: player.levels.left_db > -12.3)
    assert player.levels.left_db == pytest.approx(-12.04, abs=0.2)  # a sine of 0.5, at half the volume
    assert player.levels.right_hold_db == pytest.approx(-12.04, abs=0.2)
    player.stop()
    assert player.levels.left_db == FLOOR_DB


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0.01, 1)), min_size=1))
def test_a_held_peak_is_never_below_what_is_shown(steps: list[tuple[float, float, float]]) -> None:
    ballistics, now_s, last = Ballistics(), 0.0, None
    for left, right, after_s in steps:
        now_s += after_s
        levels = ballistics.feed(left, right, now_s)
        assert FLOOR_DB <= levels.left_db <= levels.left_hold_db <= 0
        assert FLOOR_DB <= levels.right_db <= levels.right_hold_db <= 0
        if last is not None:  # down no faster than the eye can follow
            assert (
                levels.left_db >= min(last.left_db - 26.0 * after_s - 1e-6, 0) or levels.left_db == FLOOR_DB
            )
        last = levels


def test_limits_hold_and_the_usual_is_kept(own_player: Player, home: Path) -> None:
    own_player.set_speed(9)
    own_player.set_pitch(-99)
    own_player.set_volume(3)
    assert (own_player.speed, own_player.semitones, own_player.volume) == (2.0, -12.0, 1.0)
    own_player.set_volume(0.25)
    own_player.set_matching(True)
    own_player.choose_device("Headphones")
    own_player.finish()
    assert kept.recall() == kept.Kept(0.25, True, "Headphones")
    (home / "state" / "sound.json").write_text('{"volume": "loud", "matching": 3, "device": []}')
    assert kept.recall() == kept.Kept()


def test_without_sound_it_says_why_and_goes_on(own_player: Player, qtbot: QtBot) -> None:
    said: list[str] = []
    own_player.silence_changed.connect(said.append)
    own_player.play([A])
    wait(qtbot, lambda: own_player.position_s > 0.1)
    assert said == [own_player.silence]
    assert "SOUNDINGS_SOUND" in own_player.silence


def test_a_process_that_dies_is_replaced_and_goes_on_where_it_was(own_player: Player, qtbot: QtBot) -> None:
    own_player.play([A, B])
    wait(qtbot, lambda: own_player.position_s > 0.6)
    psutil.Process(own_player._link._process.processId()).kill()
    with qtbot.waitSignal(own_player._link.lost, timeout=LONG_MS):
        pass
    wait(qtbot, lambda: own_player.position_s > 0.8)
    assert own_player.passage == A
    wait(qtbot, lambda: own_player.passage == B)


@pytest.mark.may_log("again and again")
def test_a_process_that_dies_again_and_again_is_given_up(
    own_player: Player, qtbot: QtBot, messages: list[Message]
) -> None:
    own_player.play([A])
    for _ in range(4):
        wait(qtbot, lambda: own_player._link.is_running and own_player._link._process.processId() > 0)
        with qtbot.waitSignal(own_player._link.lost, timeout=LONG_MS):
            psutil.Process(own_player._link._process.processId()).kill()
    assert not own_player.is_playing
    assert "again and again" in own_player.silence
    assert [message.text for message in messages] == [own_player.silence]


def test_nothing_is_left_of_it(own_player: Player, qtbot: QtBot) -> None:
    own_player.play([A])
    wait(qtbot, lambda: own_player.position_s > 0.1)
    helper = psutil.Process(own_player._link._process.processId())
    family = [helper, *helper.children(recursive=True)]
    assert len(family) >= 2  # the decoder is a process too
    own_player.finish()
    _gone, alive = psutil.wait_procs(family, timeout=10)
    assert not alive
