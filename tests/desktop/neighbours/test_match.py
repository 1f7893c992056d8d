"""Where it matches, as a person meets it: seen, pointed at, clicked, heard on both sides, taken away."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from core.neighbours import MatchRequest, MatchResult
from core.neighbours.compare import answer
from core.store import open_collection
from desktop.neighbours.match import MatchPane
from desktop.neighbours.matrix import MatrixView, Picture, ramp, ticks
from desktop.neighbours.stretches import Column
from desktop.theme import load_theme
from tests.desktop.conftest import LONG_MS
from tests.desktop.neighbours.conftest import AIR, LAMENT, LULLABY, SHORE, answered

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def match(stand, qtbot):
    """A pair is compared, and its answer is there."""

    def match(a, b) -> MatchPane:
        pane = stand.match
        pane.show_pair(a, b)
        qtbot.waitUntil(lambda: pane.result is not None and (pane.a, pane.b) == (a, b), timeout=LONG_MS)
        return pane

    return match


def core_result(pane, a, b):
    with open_collection(pane.kit.workspace.folder) as collection:
        return answer(collection, MatchRequest("1", a, b))


def cell(pane, row, column):
    rows = pane.body.table.rows
    return rows.index(row, column).data()


def spot(pane, a_s, b_s):
    return pane.body.matrix.point_of(a_s, b_s).toPoint()


def test_what_was_planted_is_listed_and_framed(match, qtmodeltester):
    pane = match(SHORE, LULLABY)
    assert pane.result == core_result(pane, SHORE, LULLABY)
    assert (cell(pane, 0, Column.A), cell(pane, 0, Column.B)) == ("0:20–0:50", "0:50–1:20")
    assert cell(pane, 0, Column.SIMILAR) == f"{pane.result.stretches[0].similarity:.2f}"
    assert pane.body.a.accessibleName() == "Shore"
    foot = pane.body.foot.text()
    assert foot.startswith("Ear, steps of 10 s. Stretches of at least 20 s, above what 99 %")
    assert f"({pane.result.chance:.2f})" in foot
    frame = pane.body.matrix.frame_of(pane.result.stretches[0])
    assert frame.contains(QPointF(spot(pane, 30, 60)))
    assert not frame.contains(QPointF(spot(pane, 10, 60)))
    qtmodeltester.check(pane.body.table.rows)


def test_a_click_plays_a_there_and_with_shift_b(match, qtbot):
    pane = match(SHORE, LULLABY)
    matrix, player = pane.body.matrix, pane.kit.player
    point = spot(pane, 33.0, 61.0)
    a_s, b_s = matrix.seconds_at(QPointF(point))
    assert (a_s, b_s) == (pytest.approx(33.0, abs=0.4), pytest.approx(61.0, abs=0.4))
    qtbot.mouseClick(matrix, LEFT, pos=point)
    assert (player.passage.track_id, player.passage.start_s, player.passage.end_s) == (SHORE, a_s, None)
    assert player.is_playing
    qtbot.mouseClick(matrix, LEFT, SHIFT, pos=point)
    assert (player.passage.track_id, player.passage.start_s) == (LULLABY, b_s)
    player.toggle()
    player.seek(b_s + 4.0)
    qtbot.keyClick(matrix, Qt.Key.Key_X)
    assert (player.passage.track_id, player.passage.start_s) == (SHORE, a_s)
    assert player.position_s == pytest.approx(a_s + 4.0, abs=0.2)
    assert matrix.heads[0] == pytest.approx(a_s + 4.0, abs=0.5)
    assert matrix.heads[1] is None


def test_stretches_are_heard_from_table_and_keyboard(match, qtbot):
    pane = match(SHORE, LULLABY)
    table, player, best = pane.body.table, pane.kit.player, pane.result.stretches[0]

    def press(column):
        place = table.visualRect(table.rows.index(0, column)).center()
        qtbot.mouseClick(table.viewport(), LEFT, pos=place)

    press(Column.PLAY)
    passage = player.passage
    assert (passage.track_id, passage.start_s, passage.end_s) == (SHORE, best.a_start_s, best.a_end_s)
    assert table.rows.heard == pane.body.matrix.heard == 0
    press(Column.COMPARE)
    passage = player.passage
    assert (passage.track_id, passage.start_s, passage.end_s) == (LULLABY, best.b_start_s, best.b_end_s)
    qtbot.keyClick(table, Qt.Key.Key_X)
    assert player.passage.track_id == SHORE
    player.stop()
    press(Column.B)
    assert player.passage.track_id == LULLABY
    qtbot.keyClick(table, Qt.Key.Key_Space, SHIFT)
    assert (player.passage.track_id, player.passage.start_s) == (LULLABY, best.b_start_s)
    assert cell(pane, 0, Column.COMPARE) == "A/B"


def test_pointing_says_both_times_and_the_value(match, qtbot):
    pane = match(SHORE, LULLABY)
    matrix = pane.body.matrix
    assert pane.body.caption.text() == "A across, B upwards, minutes"
    qtbot.mouseMove(matrix, QPoint(2, 2))
    qtbot.mouseMove(matrix, spot(pane, 35.0, 65.0))
    qtbot.waitUntil(lambda: "of A" in pane.body.caption.text())
    value = Picture(pane.result).similarity(35.0, 65.0)
    assert value > 0.9
    assert pane.body.caption.text().endswith(f"of B: similarity {value:.2f}")
    matrix.setFocus()
    before = matrix.cross
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    assert matrix.cross == (45.0, 65.0)
    qtbot.keyClick(matrix, Qt.Key.Key_Down)
    assert matrix.cross == (45.0, 55.0) != before
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert (pane.kit.player.passage.track_id, pane.kit.player.passage.start_s) == (SHORE, 45.0)


def test_above_chance_only_leaves_the_rest_blank(match, qtbot):
    pane = match(SHORE, LULLABY)
    theme = load_theme("light")
    ground = int(ramp(theme)[0])
    picture = pane.body.matrix.picture
    chance = pane.result.chance

    def blank(*, above):
        image = picture.image(QSize(80, 80), theme, above=above)
        shown = np.array([[image.pixel(x, y) == ground for x in range(80)] for y in range(80)])
        return shown[::-1].T[5::10, 5::10]

    values = picture.values / 127.5 - 1
    np.testing.assert_array_equal(blank(above=True)[values < chance - 0.01], True)
    assert not blank(above=True)[values > chance + 0.02].any()
    assert blank(above=False).sum() < blank(above=True).sum()
    assert pane.body.legend.low == pytest.approx(chance)
    qtbot.mouseClick(pane.body.above, LEFT, pos=QPoint(8, pane.body.above.height() // 2))
    assert not pane.body.matrix.above
    assert pane.body.legend.low == 0.0


def test_b_is_chosen_among_the_neighbours_or_is_a_itself(ask, stand, qtbot):
    neighbours, pane = ask(SHORE), stand.match
    neighbours.list.setFocus()
    neighbours.kit.commands.actions["where-it-matches"].trigger()
    first = neighbours.model.hits[0].track_id
    qtbot.waitUntil(lambda: pane.result is not None and pane.result.b == first, timeout=LONG_MS)
    assert pane.isVisible()
    ids = [pane.body.b.itemData(place) for place in range(pane.body.b.count())]
    assert ids == [*(hit.track_id for hit in neighbours.model.hits), SHORE]
    pane.body.b.setFocus()
    qtbot.keyClick(pane.body.b, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: pane.result is not None and pane.result.b == SHORE, timeout=LONG_MS)
    assert pane.result.a == SHORE
    assert "that come again" in pane.body.foot.text()
    stand.kit.selection.make_current(AIR)
    answered(qtbot, neighbours, lambda: neighbours.question.plus == (AIR,))
    qtbot.waitUntil(lambda: pane.result is not None and pane.result.a == AIR, timeout=LONG_MS)


def test_nothing_is_compared_while_it_is_not_seen(ask, stand, qtbot):
    ask(SHORE)
    qtbot.wait(100)
    assert stand.match.result is None
    assert stand.match.a == SHORE
    stand.stack.setCurrentWidget(stand.match)
    qtbot.waitUntil(lambda: stand.match.result is not None, timeout=LONG_MS)


def test_an_older_comparison_is_not_heard_of(stand, qtbot):
    pane, came = stand.match, []
    pane.body.matrix.show_result = came.append
    pane.show_pair(SHORE, LULLABY)
    wish = pane._wish
    pane.show_pair(SHORE, AIR)
    assert wish.stop is not None
    qtbot.waitUntil(lambda: pane.result is not None, timeout=LONG_MS)
    assert [(result.a, result.b) for result in came if result is not None] == [(SHORE, AIR)]


def test_a_track_that_is_too_short_says_so(stand, qtbot):
    pane = stand.match
    pane.show_pair(SHORE, LAMENT)
    qtbot.waitUntil(lambda: "too short" in pane.body.notice.text.text(), timeout=LONG_MS)
    assert not pane.body.export.isEnabled()
    qtbot.mouseClick(pane.body.notice.button, LEFT)
    assert stand.encoders_wanted == 1


def test_waveforms_come_along_the_axes(match, qtbot):
    pane = match(SHORE, LULLABY)
    matrix = pane.body.matrix
    qtbot.waitUntil(lambda: all(wave is not None for wave in matrix.waves), timeout=LONG_MS)
    assert matrix.waves[0].max() == pytest.approx(0.2, abs=0.01)
    assert matrix.waves[1].min() == pytest.approx(-0.2, abs=0.01)


def test_picture_and_stretches_are_taken_away(match, qtbot, tmp_path, monkeypatch):
    pane = match(SHORE, LULLABY)
    for path, export in (
        (tmp_path / "match.png", pane._export.export_picture),
        (tmp_path / "match.csv", pane._export.export_stretches),
    ):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        export()
        qtbot.waitUntil(lambda path=path: path.exists() and path.stat().st_size > 0, timeout=LONG_MS)
    qtbot.waitUntil(lambda: QImage(str(tmp_path / "match.png")).width() == 1440, timeout=LONG_MS)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "match.csv").read_text(encoding="utf-8"))))
    assert [float(row["a_start [s]"]) for row in rows] == [s.a_start_s for s in pane.result.stretches]
    assert rows[0]["encoder"] == "ear"
    assert rows[0]["a_path"] == "shore.wav"


def made(a, b, seed):
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 256, (a, b)).astype(np.uint8)
    times = [[2.0 * i for i in range(n)] for n in (a, b)]
    ends = [[start + 2.0 for start in starts] for starts in times]
    return MatchResult(
        1, 2, "a", "b", "ear", 1, "x", times[0], ends[0], times[1], ends[1], values.tobytes(), 0.4
    )


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 300), st.integers(1, 300), st.integers(0, 5))
def test_the_picture_has_every_excerpt_in_its_place(a, b, seed):
    picture = Picture(made(a, b, seed))
    theme = load_theme("dark")
    image = picture.image(QSize(a, b), theme, above=False)
    low = np.clip((picture.values / 127.5 - 1), 0, 1)
    expected = ramp(theme)[(low * 255).round().astype(int)]
    rng = np.random.default_rng(seed)
    for x, y in zip(rng.integers(0, a, 10), rng.integers(0, b, 10), strict=True):
        assert image.pixel(int(x), int(b - 1 - y)) == expected[x, y]
        at = picture.similarity(2.0 * x + 0.7, 2.0 * y + 1.9)
        assert at == pytest.approx(picture.values[x, y] / 127.5 - 1)


@settings(max_examples=30, deadline=None)
@given(st.floats(0, 1), st.floats(0, 1), st.integers(150, 900), st.integers(150, 900))
def test_places_and_seconds_are_one_another(qapp, across, upwards, width, height):
    view = MatrixView()
    view.show_result(made(90, 40, 0))
    view.resize(width, height)
    a_s, b_s = across * 179.9, upwards * 79.9 + 0.1
    found = view.seconds_at(view.point_of(a_s, b_s))
    plot = view.plot()
    if found is not None:  # at the very edge a point may round outwards
        assert found[0] == pytest.approx(a_s, abs=180 / plot.width())
        assert found[1] == pytest.approx(b_s, abs=80 / plot.height())
    view.deleteLater()


@given(st.floats(0.5, 40_000), st.floats(1, 12))
def test_ticks_are_few_and_begin_at_nothing(length_s, most):
    found = ticks(length_s, most)
    assert found[0] == 0
    assert found[-1] <= length_s
    assert len(found) <= most + 1 or found[1] - found[0] == 3600
