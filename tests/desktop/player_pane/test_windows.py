"""What the encoder heard of a track: its windows, the check of the file, the sentence and its colour."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.player.passage import Passage
from tests.desktop.player_pane.conftest import LONG_MS


def test_the_same_file_is_said_in_green(loaded):
    assert loaded.windows.state == "same"
    said = loaded.transport.heard.text()
    assert said == "Same file that Descriptors heard: 12 excerpts of 5 s, 22.05 kHz mono"
    assert loaded.transport.heard.property("tone") == "good"
    assert loaded.windows.starts == tuple(float(5 * n) for n in range(12))


def test_exactly_what_it_heard_is_said_when_that_is_heard(loaded, qtbot):
    loaded._kit.player.seek(13.0)
    loaded._kit.commands.actions["play_heard"].trigger()
    assert loaded._kit.player.passage.end_s == 15.0
    assert loaded.transport.heard.text() == (
        "This is what Descriptors heard: same file, same 5 s, 22.05 kHz mono"
    )
    loaded._kit.player.play([Passage(loaded.shown.track_id, 10.5, 15.5)])
    assert loaded.transport.heard.text().startswith("Same file that Descriptors heard")


def test_a_track_that_it_has_not_heard(pane, window, track_ids, qtbot):
    window.kit.selection.make_current(track_ids[2])
    qtbot.waitUntil(lambda: pane.windows.state == "unheard", timeout=LONG_MS)
    assert pane.transport.heard.text() == "Descriptors has not heard this track."
    assert pane.transport.heard.property("tone") == "text2"
    assert not pane.picture.scene.windows


@pytest.mark.parametrize(
    ("harm", "state", "said"),
    [
        (lambda path: path.write_bytes(path.read_bytes() + b"x"), "changed", "The file has changed since"),
        (lambda path: os.utime(path, ns=(1, 1)), "same", "Same file that Descriptors heard"),
        (None, "changed", "The file has changed since"),
        (lambda path: path.unlink(), "gone", "is not where it was"),
    ],
)
def test_a_file_that_changed_is_said_in_amber(pane, window, track_ids, tmp_path, qtbot, harm, state, said):
    (harm or flip_a_bit)(tmp_path / "reels" / "take 1.flac")
    window.kit.selection.make_current(track_ids[1])
    qtbot.waitUntil(lambda: pane.windows.state not in ("", "checking"), timeout=LONG_MS)
    assert pane.windows.state == state
    assert said in pane.transport.heard.text()
    assert pane.transport.heard.property("tone") == ("good" if state == "same" else "warn")


def flip_a_bit(path: Path) -> None:
    """The same size, another content."""
    content = bytearray(path.read_bytes())
    content[-1] ^= 0xFF
    path.write_bytes(content)


def test_another_set_shows_its_own_windows(loaded, qtbot):
    loaded._kit.heard.show(99, "MERT-95M", 5.0, 5.0, 24_000)
    qtbot.waitUntil(lambda: loaded.windows.state == "unheard", timeout=LONG_MS)
    assert loaded.transport.heard.text() == "MERT-95M has not heard this track."
