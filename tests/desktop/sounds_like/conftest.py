"""Eight sounds that a tiny CLAP has heard: the real architecture, drawn at random, read from disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from core.encoders import Card, add_card, recognise
from core.library import scan as scanning
from core.library.scan import ScanRequest
from core.progress import Context
from core.store import create_collection
from desktop.window import MainWindow
from tests.desktop.desk.conftest import open_in

RATE, SECONDS = 48_000, 2
NAME = "tiny-clap"


@pytest.fixture(scope="session")
def clap_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.core.encoders import tiny_models as tiny

    return tiny.clap_folder(tmp_path_factory.mktemp("models") / "clap", tiny.clap_model())


def added(clap: Path) -> Card:
    """As a person adds an encoder from a folder."""
    card = msgspec.structs.replace(recognise(clap, NAME), title="Tiny CLAP")
    add_card(card)
    return card


@pytest.fixture
def card(home: Path, clap_once: Path) -> Card:
    return added(clap_once)


@pytest.fixture(scope="session")
def sounds_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tones and noises with files, which nobody has heard yet."""
    place = tmp_path_factory.mktemp("sounds")
    (place / "audio").mkdir()
    rng = np.random.default_rng(1)
    t = np.arange(RATE * SECONDS) / RATE
    for i in range(8):
        loud = rng.standard_normal(len(t)) if i % 2 else np.sign(np.sin(2 * np.pi * 60 * 2**i * t))
        sound = 0.2 * loud * np.exp(-(i / 4) * t)
        soundfile.write(place / "audio" / f"sound {i}.flac", sound, RATE)
    create_collection(place / "coast").close()
    scanning.run(ScanRequest((str(place / "audio"),)), Context(place / "coast", 1))
    return place / "coast"


@pytest.fixture
def unheard(sounds_once: Path, tmp_path: Path) -> Path:
    shutil.copytree(sounds_once, tmp_path / "coast")
    return tmp_path / "coast"


@pytest.fixture(scope="session")
def heard_once(sounds_once: Path, clap_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from core.embedding import EncodeRequest
    from core.embedding import encode as encoding

    place = tmp_path_factory.mktemp("heard")
    shutil.copytree(sounds_once, place / "coast")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOUNDINGS_HOME", str(place / "home"))
        request = EncodeRequest(added(clap_once).name, precision="fp32")
        encoding.run(request, Context(place / "coast", 2))
    return place / "coast"


@pytest.fixture
def heard(heard_once: Path, card: Card, tmp_path: Path) -> Path:
    shutil.copytree(heard_once, tmp_path / "heard")
    return tmp_path / "heard"


@pytest.fixture
def opened(make_window: Callable[[], MainWindow], heard: Path, qtbot: QtBot) -> MainWindow:
    return open_in(make_window(), heard, qtbot)
