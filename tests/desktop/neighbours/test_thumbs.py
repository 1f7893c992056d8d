"""The small spectrograms beside neighbours: of the right file and seconds, one after the other."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QWidget

from desktop.neighbours.thumbs import KEPT, Thumb, Thumbs, middle_of
from tests.desktop.conftest import LONG_MS

RATE = 16_000


class Room(QObject):
    closing = Signal()


@pytest.fixture
def thumbs(qtbot, qapp):
    view = QWidget()
    qtbot.addWidget(view)
    made = Thumbs(SimpleNamespace(workspace=Room()), QSize(52, 30), view)
    yield made
    made.forget()


@pytest.fixture
def glide(tmp_path):
    """Four seconds: low, then high."""
    t = np.arange(2 * RATE) / RATE
    path = tmp_path / "glide.wav"
    soundfile.write(path, 0.5 * np.concatenate([np.sin(2 * np.pi * hz * t) for hz in (200, 4000)]), RATE)
    return str(path)


def loudest_row(image) -> float:
    """From 0 at the top to 1 at the bottom; loud is bright in the dark and dark in the light."""
    light = np.array(
        [[image.pixelColor(x, y).lightness() for x in range(8, 44)] for y in range(image.height())]
    )
    return float(np.abs(light.mean(1) - np.median(light)).argmax()) / image.height()


def test_each_shows_its_own_seconds(thumbs, glide, qtbot):
    low, high = Thumb(glide, 0.0, 2.0), Thumb(glide, 2.0, 4.0)
    assert thumbs.get(low) is None
    assert thumbs.get(high) is None
    qtbot.waitUntil(lambda: thumbs.get(low) is not None and thumbs.get(high) is not None, timeout=LONG_MS)
    assert loudest_row(thumbs.get(high)) < 0.5 < loudest_row(thumbs.get(low))


@pytest.mark.may_log("helper for tiles")
def test_what_cannot_be_read_holds_nobody_up(thumbs, glide, tmp_path, qtbot):
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"no sound")
    thumbs.get(Thumb(glide, 0.0, 2.0))
    bad = Thumb(str(broken), 0.0, 2.0)
    thumbs.get(bad)
    later = Thumb(glide, 1.0, 3.0)
    thumbs.get(later)
    qtbot.waitUntil(lambda: bad in thumbs._made and thumbs.get(later) is not None, timeout=LONG_MS)
    assert thumbs.get(bad) is None


def test_what_was_scrolled_past_is_not_waited_for(thumbs, glide):
    for start in range(200):
        thumbs.get(Thumb(glide, start / 100, start / 100 + 1))
    assert len(thumbs._wanted) <= 40
    assert thumbs._wanted[-1].start_s == pytest.approx(1.99)


def test_a_closed_collection_leaves_nothing(thumbs, glide, qtbot):
    thumb = Thumb(glide, 0.0, 2.0)
    thumbs.get(thumb)
    qtbot.waitUntil(lambda: thumbs.get(thumb) is not None, timeout=LONG_MS)
    thumbs.forget()
    assert not thumbs._made
    assert KEPT > 100


def test_of_a_whole_track_the_middle_is_shown():
    assert middle_of("a", 100.0) == Thumb("a", 45.0, 55.0)
    assert middle_of("a", 4.0) == Thumb("a", 0.0, 4.0)
