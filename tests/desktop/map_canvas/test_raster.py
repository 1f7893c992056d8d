"""Pictures of points, held against what each pixel should be."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.map.ink import LEVELS, ramp_colours, strengths, tint_places, tints
from desktop.map.raster import DOTS, SHAPES, Frame, Renderer, disc, in_order, prepare
from desktop.map.scene import Numbers, Scene
from desktop.map.shading import shade, weigh
from desktop.map.view import View
from desktop.theme import load_theme

THEME = load_theme("dark")
BLUE, BROWN = THEME.classes[0], THEME.classes[1]


def scene(points, codes=None, **parts):
    points = np.array(points, np.float32).reshape(-1, 2)
    codes = np.zeros(len(points), np.int16) if codes is None else np.array(codes, np.int16)
    return Scene(np.arange(len(points)), points, codes, (BLUE, BROWN), **parts)


def frame(width=200, height=100, scale=1.0, dots=1.0, edge=0, crowd=1.0):
    return Frame(View(0, 0, scale, width, height), THEME, dots, edge, 4.0, crowd)


def painted(picture, view=None):
    """On the plot, at the picture's own pixels."""
    view, dots = view or picture.frame.view, picture.frame.dots
    image = QImage(round(view.width * dots), round(view.height * dots), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(dots)
    image.fill(QColor(THEME.colours["plot"]))
    painter = QPainter(image)
    picture.paint(painter, view)
    painter.end()
    return image


def colour(image, x, y):
    return image.pixelColor(x, y).name().upper()


@pytest.mark.parametrize("dots", [1.0, 1.5, 2.0])
def test_a_shape_lies_where_its_point_is(dots):
    image = painted(Renderer().draw(scene([(30, 20)]), frame(dots=dots)))
    x, y = round((100 + 30) * dots), round((50 - 20) * dots)
    assert colour(image, x, y) == BLUE.colour
    assert colour(image, x + round(8 * dots), y) == THEME.colours["plot"]


def test_shapes_sit_between_pixels():
    """Half a pixel to the right, the picture is another: nothing jumps while the map is pulled slowly."""
    first, second = (painted(Renderer().draw(scene([(x, 0)]), frame())) for x in (0.0, 0.5))
    assert first != second
    columns = [
        np.average(np.arange(200), weights=[image.pixelColor(x, 50).lightness() - 18 for x in range(200)])
        for image in (first, second)
    ]
    assert columns[1] - columns[0] == pytest.approx(0.5, abs=0.15)


@pytest.mark.parametrize("count", [SHAPES + 1000, DOTS + 50_000])
def test_many_points_lie_where_they_are(count):
    rng = np.random.default_rng(0)
    points = np.concatenate(
        [rng.normal((-50, 20), 3, (count // 2, 2)), rng.normal((50, -20), 3, (count // 2, 2))]
    )
    codes = np.repeat([0, 1], count // 2)
    image = painted(Renderer().draw(scene(points, codes), frame(crowd=count)))
    for x, y, style in ((50, 30, BLUE), (150, 70, BROWN)):
        shown, wanted = image.pixelColor(x, y), QColor(style.colour)
        parts = [(getattr(shown, part)(), getattr(wanted, part)()) for part in ("red", "green", "blue")]
        assert all(abs(is_ - should) < 12 for is_, should in parts)
    assert colour(image, 100, 50) == THEME.colours["plot"]


def test_points_beside_the_view_do_not_wrap_around():
    points = np.tile([(150.0, 0.0), (-150.0, 0.0), (0.0, 99.0), (0.0, -99.0)], (20_000, 1))
    for count in (4, 8_000, len(points)):
        image = painted(Renderer().draw(scene(points[:count]), frame(crowd=count)))
        assert {colour(image, x, y) for x in range(200) for y in range(0, 100, 7)} == {THEME.colours["plot"]}


def test_a_picture_goes_along_with_the_view():
    picture = Renderer().draw(scene([(0, 0)]), frame(edge=50))
    view = picture.frame.view.panned(40, 10)
    image = painted(picture, view)
    assert colour(image, 140, 60) == BLUE.colour
    assert colour(painted(picture, View(0, 0, 3.0, 200, 100)), 100, 50) == BLUE.colour


def test_what_lies_around_the_view_comes_in_when_it_is_pulled():
    picture = Renderer().draw(scene([(-120, 0)]), frame(edge=50))
    assert colour(painted(picture, picture.frame.view.panned(60, 0)), 40, 50) == BLUE.colour


def test_chosen_points_lie_on_top_and_lost_ones_below():
    count = 9_000  # dots
    points = np.zeros((count, 2))
    codes = np.zeros(count)
    codes[5] = 1
    one = np.arange(count) == 5
    assert colour(
        painted(Renderer().draw(scene(points, codes, chosen=one), frame(crowd=count))), 100, 50
    ) == (BROWN.colour)
    lost = painted(Renderer().draw(scene(points, codes, found=one), frame(crowd=count)))
    assert colour(lost, 100, 50) == BROWN.colour


def test_hidden_points_are_not_drawn():
    hidden = painted(Renderer().draw(scene([(0, 0)], shown=np.array([False])), frame()))
    assert colour(hidden, 100, 50) == THEME.colours["plot"]


def test_the_order_does_not_favour_the_last_class():
    order = in_order(np.zeros((10_000, 2), np.float32))
    late = order[-1000:] >= 5_000
    assert 400 < late.sum() < 600
    assert sorted(order.tolist()) == list(range(10_000))


def test_prepared_points_know_where_the_lost_and_the_chosen_end():
    found, chosen = np.array([True, False, True, False]), np.array([False, False, True, True])
    several = scene(np.zeros((4, 2)), found=found, chosen=chosen)
    assert prepare(several, np.arange(4)).ends == (1, 2, 4)


@pytest.mark.parametrize("radius", [0.75, 1.25, 3.0])
def test_a_dot_covers_its_area(radius):
    covered = sum(cover for _, _, cover in disc(radius))
    assert covered == pytest.approx(np.pi * radius**2, rel=0.15)


def test_a_pixel_of_a_crowd_has_the_mean_colour_and_grows_with_number():
    own = tints(scene([(0, 0)]), THEME)
    tint = np.array([0] * 30 + [1] * 30 + [0], np.uint8)
    level = np.full(61, LEVELS, np.uint8)
    flat = np.array([2] * 60 + [5], np.intp)
    pixels = np.zeros((2, 4), np.uint32)
    shade(pixels, flat, weigh(tint, level, own), level)
    dense, lone = (int(pixels.reshape(-1)[place]) for place in (2, 5))
    assert dense >> 24 > lone >> 24 > 60
    assert (pixels.reshape(-1)[[0, 1, 3, 4, 6, 7]] == 0).all()
    mean = np.mean([own[0].rgb, own[1].rgb], axis=0)
    shown = np.array([(dense >> shift) & 255 for shift in (16, 8, 0)]) * 255 / (dense >> 24)
    assert shown == pytest.approx(mean, abs=6)


def test_a_million_points_in_one_spot_keep_their_colour():
    own = tints(scene([(0, 0)]), THEME)
    count = 1_000_000
    tint, level = np.ones(count, np.uint8), np.full(count, LEVELS, np.uint8)
    pixels = np.zeros((1, 1), np.uint32)
    shade(pixels, np.zeros(count, np.intp), weigh(tint, level, own), level)
    shown = [(int(pixels[0, 0]) >> shift) & 255 for shift in (16, 8, 0)]
    assert shown == pytest.approx(np.array(own[1].rgb) * ((int(pixels[0, 0]) >> 24) / 255), abs=6)


# Ink


def test_codes_become_tints():
    several = scene(np.zeros((5, 2)), [0, 1, 7, -1, 1])
    own = tints(several, THEME)
    shown = [own[place] for place in tint_places(several, several.seen)]
    assert [tint.colour for tint in shown[:2]] == [BLUE.colour, BROWN.colour]
    assert (shown[2].colour, shown[2].hollow) == (THEME.colours["text3"], False)
    assert (shown[3].colour, shown[3].hollow) == (THEME.colours["text3"], True)


def test_a_theme_draws_a_class_in_its_own_colour():
    light = load_theme("light")
    assert tints(scene([(0, 0)]), light)[0].colour == light.classes[0].colour


def test_numbers_follow_the_ramp():
    values = np.array([10, 20, 15, np.nan, 99], np.float32)
    several = Scene(np.arange(5), np.zeros((5, 2), np.float32), numbers=Numbers(values, "depth", 10, 20))
    own, ramp = tints(several, THEME), ramp_colours(THEME, "depth")
    shown = [own[place] for place in tint_places(several, several.seen)]
    assert [shown[0].colour, shown[1].colour, shown[4].colour] == [ramp[0], ramp[-1], ramp[-1]]
    assert shown[2].colour == ramp[len(ramp) // 2]
    assert shown[3].hollow
    assert ramp[0] != THEME.colours["plot"]
    assert ramp[-1] == THEME.ramps["depth"][-1]


def test_one_number_alone_lies_in_the_middle_of_the_ramp():
    alone = Numbers(np.array([5, np.nan], np.float32), "depth", 5, 5)
    several = Scene(np.arange(2), np.zeros((2, 2), np.float32), numbers=alone)
    places = tint_places(several, several.seen)
    assert places.tolist() == [16, 32]


def test_strength_tells_found_chosen_and_trust():
    plain = scene(np.zeros((3, 2)))
    assert strengths(plain, plain.seen).tolist() == [LEVELS] * 3
    found = plain.changed(found=np.array([True, False, True]), chosen=np.array([True, True, False]))
    first, lost, beside = strengths(found, found.seen).tolist()
    assert lost < beside < first == LEVELS
    trusted = plain.changed(trust=np.array([1.0, 0.5, np.nan], np.float32))
    sure, half, unknown = strengths(trusted, trusted.seen).tolist()
    assert unknown < half < sure == LEVELS


def test_arrays_of_another_length_are_refused():
    with pytest.raises(ValueError, match="found has 2 values for 1 points"):
        scene([(0, 0)]).changed(found=np.ones(2, bool))
