"""The plain parts: spans, ticks, scenes, the wave's dots, the colours of loudness."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from desktop.player import ticks, waveform
from desktop.player.scene import Scene
from desktop.player.shading import shades_of
from desktop.player.span import SHORTEST_S, Span
from desktop.player.spectrogram import Shades, colour_table
from desktop.theme import load_theme
from desktop.times import clock

seconds = st.floats(-1e4, 1e4)


@given(
    duration=st.floats(0, 20_000),
    steps=st.lists(st.tuples(st.sampled_from(["zoom", "move", "show", "page", "reveal"]), seconds, seconds)),
)
def test_a_span_stays_in_its_track_whatever_is_done(duration, steps):
    span = Span()
    span.set_track(duration)
    for what, a, b in steps:
        if what == "zoom":
            span.zoom(max(min(a, 50), -50), b)
        elif what == "move":
            span.move(a)
        elif what == "show":
            span.show(a, b)
        elif what == "page":
            span.turn_page(a)
        else:
            span.reveal(min(a, b), max(a, b))
        assert -1e-6 <= span.start_s <= span.end_s <= duration + 1e-6
        assert span.length_s >= min(SHORTEST_S, duration) - 1e-6


@given(at=st.floats(10, 90), turns=st.floats(0.1, 6))
def test_zooming_in_and_out_keeps_the_instant_and_comes_back(at, turns):
    span = Span()
    span.set_track(100.0)
    share = at / 100
    span.zoom(turns, at)
    assert (at - span.start_s) / span.length_s == pytest.approx(share, abs=1e-6)
    span.zoom(-turns, at)
    assert (span.start_s, span.end_s) == pytest.approx((0, 100), abs=1e-6)


def test_a_longer_track_than_was_said_stays_whole():
    span = Span()
    span.set_track(10.0)
    span.set_duration(10.5)
    assert (span.start_s, span.end_s) == (0.0, 10.5)
    span.show(2.0, 4.0)
    span.set_duration(10.2)
    assert (span.start_s, span.end_s) == pytest.approx((2.0, 4.0))


@pytest.mark.parametrize(
    ("value", "digits", "said"),
    [
        (0, 0, "0:00"),
        (43.6, 1, "0:43.6"),
        (59.96, 1, "1:00.0"),
        (3725, 0, "1:02:05"),
        (-3, 0, "0:00"),
        (61.005, 2, "1:01.01"),
    ],
)
def test_clock(value, digits, said):
    assert clock(value, digits) == said


@given(start=st.floats(0, 10_000), length=st.floats(0.25, 12_000), width=st.integers(200, 3000))
def test_labels_of_time_never_crowd_and_say_where_they_are(start, length, width):
    large, small = ticks.time_ticks(start, start + length, width, 90)
    places = [(s - start) / length * width for s, _ in large]
    assert all(b - a >= 90 - 1e-6 for a, b in pairwise(places))
    assert all(start - 1e-6 <= s <= start + length + 1e-6 for s, _ in large)
    words = [said for _, said in large]
    assert len(set(words)) == len(words)
    assert not {round(s, 6) for s in small} & {round(s, 6) for s, _ in large}


def test_pitches_are_said_with_their_unit():
    assert [ticks.hertz(value) for value in sorted(ticks.HERTZ)] == ["200 Hz", "1 kHz", "5 kHz"]


@given(at=st.floats(0, 70))
def test_the_window_under_the_pointer_holds_it(at):
    scene = Scene(windows=[n * 2.5 for n in range(24)], window_s=5.0)
    place = scene.window_at(at)
    holding = [n for n in range(24) if n * 2.5 <= at < n * 2.5 + 5]
    if not holding:
        assert place is None
    else:
        assert place in holding
        assert abs(place * 2.5 + 2.5 - at) == pytest.approx(min(abs(n * 2.5 + 2.5 - at) for n in holding))


def dots_of(image: QImage) -> np.ndarray:
    values = np.frombuffer(image.constBits(), np.uint8)
    return values.reshape(image.height(), image.width(), 4).copy()


def test_the_wave_covers_what_sounds_and_gold_is_where_it_is_heard():
    columns = np.zeros((30, 3), np.float32)
    columns[10:20] = (-0.5, 1.0, 0.25)
    grey, gold = QColor("#AEB8C3"), QColor("#F3B84B")
    dots = dots_of(waveform.wave_image(columns, 40, grey, gold, slice(15, 20)))
    assert dots.shape == (40, 30, 4)
    silent, loud, heard = (dots[:, x, 3].astype(float).sum() / 255 for x in (2, 12, 17))
    assert silent == pytest.approx(1, abs=0.1), "a thin line"
    assert 15 < loud < 30
    assert heard == loud
    assert dots[0, 12, 3] > 100
    assert dots[35, 12, 3] == 0
    assert dots[20, 12, 0] > dots[20, 12, 2], "grey is bluish"
    assert dots[20, 17, 2] > dots[20, 17, 0] + 100, "gold is not"


def test_an_empty_wave_is_no_image():
    assert waveform.wave_image(np.zeros((0, 3), np.float32), 9, QColor(), QColor(), slice(0)).isNull()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_louder_is_further_along_the_ramp(theme):
    stops = load_theme(theme).ramps["depth"]
    table = colour_table(stops, Shades(range_db=60), -10.0)
    colours = [QColor.fromRgb(value) for value in table]
    assert colours[0].name() == stops[0].lower()
    assert colours[255].name() == stops[-1].lower()
    lightness = [colour.lightnessF() for colour in colours]
    steps = np.diff(lightness)
    assert (steps >= -0.02).all() if theme == "dark" else (steps <= 0.02).all()
    quiet = [QColor.fromRgb(v).name() for v in colour_table(stops, Shades(range_db=20), -10.0)]
    assert quiet[150] == stops[0].lower()


@pytest.mark.parametrize(
    ("kept", "shades"),
    [
        (None, Shades()),
        ("odd", Shades()),
        ({"range_db": 70, "top_db": -20, "contrast": 1.5}, Shades(70, -20, 1.5)),
        ({"range_db": 71, "top_db": "x", "contrast": []}, Shades()),
    ],
)
def test_remembered_shades_that_do_not_fit_are_left_out(kept, shades):
    assert shades_of(kept) == shades
