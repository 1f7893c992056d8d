"""A player with its process, and tracks to play."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.player.player import Player
from tests.desktop.player.rig import save, sine
from tests.desktop.player.shelf import Shelf


@pytest.fixture(scope="module")
def reels(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three files of 1.2 s each."""
    folder = tmp_path_factory.mktemp("reels")
    return [save(folder, f"reel {number}.wav", sine(1.2, 220.0 * number)) for number in (1, 2, 3)]


def fill(shelf: Shelf, reels: list[Path]) -> None:
    shelf.cards.clear()
    shelf.late.clear()
    loudness = [(-13.0, -1.0), (-33.0, -4.0), (None, None)]
    for number, (path, (loudness_db, peak_db)) in enumerate(zip(reels, loudness, strict=True), 1):
        shelf.put(number, path, 1.2, loudness_db, peak_db)


@pytest.fixture(scope="module")
def shared(qapp: object, reels: list[Path]) -> Iterator[Player]:
    """Its process takes a second to start, so most tests share it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDINGS_SOUND", "off")
        patch.setenv("SOUNDINGS_HOME", str(reels[0].parent))
        player = Player(Shelf())
        player.look_for_devices()
        yield player
        player.finish()


@pytest.fixture
def player(shared: Player, reels: list[Path]) -> Iterator[Player]:
    fill(shared._cards, reels)
    yield shared
    shared.forget()
    shared.set_speed(1.0)
    shared.set_pitch(0.0)
    shared.set_volume(1.0)
    shared.set_matching(False)
    shared._keep.stop()


@pytest.fixture
def shelf(player: Player) -> Shelf:
    return player._cards


@pytest.fixture
def own_player(qapp: object, reels: list[Path]) -> Iterator[Player]:
    """With a process that may be killed."""
    shelf = Shelf()
    fill(shelf, reels)
    player = Player(shelf)
    yield player
    player.finish()
