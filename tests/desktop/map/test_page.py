"""The map page as a person meets it: what it shows, what it says, what hands and keys do."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.colouring import NONE
from desktop.map.facts import near_words
from desktop.map.tints import NOTHING, ColourKey
from tests.desktop.conftest import LONG_MS
from tests.desktop.map.conftest import TRACKS, at, click, lonely


def counts(legend):
    return [(row.row.name, row.row.count) for row in legend.rows]


def shown_map(page):
    return page.gallery.shown.info.id if page.gallery.shown else None


def test_the_newest_map_says_what_it_is_and_how_far_to_believe_it(page, window):
    assert page.gallery.shown.info.method == "tsne"
    first, trust = page.facts.lines()
    assert first == ("60 of 60 tracks shown · t-SNE, perplexity 8, seed 1 · Ears, mean of all 10 s excerpts")
    share = page.bonds.share
    assert share.by_chance == pytest.approx(30 / 59)
    near = f"{share.mean * 10:.1f}".removesuffix(".0")
    assert trust == (
        f"Trust {share.mean:.2f} (by chance 0.51): on average {near} of a track's 10 true neighbours "
        "are among its 30 nearest points here. The axes have no unit."
    )
    assert page.controls.drawing.source.currentText() == "Ears · mean"
    assert window.kit.heard.title == "Ears"


def test_a_map_that_was_drawn_before_comes_back_at_once(page, qtbot):
    row, canvas = page.controls.drawing, page.stage.canvas
    assert row.perplexity_part.isVisible()
    click(qtbot, row.method.buttons["pca"])
    qtbot.waitUntil(lambda: page.gallery.shown.info.method == "pca", timeout=LONG_MS)
    assert not row.perplexity_part.isVisible()
    assert not row.draw.isEnabled()
    assert row.draw.toolTip() == "This map is drawn already"
    qtbot.waitUntil(lambda: "along with loudness" in page.facts.lines()[-1], timeout=LONG_MS)
    assert page.facts.lines()[-1].startswith("Across ")
    qtbot.waitUntil(canvas.is_complete, timeout=LONG_MS)
    assert canvas.scene.points == pytest.approx(page.gallery.shown.kept.points, abs=1e-5)
    click(qtbot, row.method.buttons["tsne"])
    assert page.gallery.shown.info.method == "tsne"  # nothing was read again


def test_what_is_new_can_be_drawn_and_is_watched_as_it_forms(page, qtbot):
    row, frames = page.controls.drawing, []
    page.course.framed.connect(lambda: frames.append(page.stage.canvas.scene.points.copy()))
    row.perplexity.setValue(5)
    assert row.draw.isEnabled()
    assert row.draw.toolTip() == "Draw 60 tracks so"
    click(qtbot, row.draw)
    assert not row.draw.isEnabled()
    assert page.notices.forming.isVisible()
    qtbot.waitUntil(lambda: not page.course.drawing.is_busy, timeout=LONG_MS)
    qtbot.waitUntil(lambda: page.gallery.shown.info.id == 3, timeout=LONG_MS)
    assert page.gallery.shown.info.settings["perplexity"] == 5
    assert frames
    assert not page.notices.forming.isVisible()
    assert page.facts.lines()[0].count("perplexity 5") == 1
    assert row.draw.toolTip() == "This map is drawn already"


def test_a_map_that_is_cancelled_leaves_the_one_before(page, qtbot):
    before = page.gallery.shown
    page.controls.drawing.seed.setValue(77)
    click(qtbot, page.controls.drawing.draw)
    click(qtbot, page.notices.forming.cancel)
    assert page.notices.forming.text.accessibleName() == "Cancelling…"
    qtbot.waitUntil(lambda: not page.course.drawing.is_busy, timeout=LONG_MS)
    qtbot.waitUntil(lambda: page.gallery.shown is not None, timeout=LONG_MS)
    assert page.gallery.shown.kept.info == before.kept.info
    assert not page.gallery.is_forming
    assert page.stage.isVisible()
    assert page.controls.drawing.draw.isEnabled()


def test_the_legend_hides_shows_shows_alone_and_stays_where_it_is_put(page, qtbot):
    legend, canvas = page.stage.legend, page.stage.canvas
    assert [(row.row.name, row.row.count) for row in legend.rows] == [
        ("fado", 20),
        ("raga", 20),
        ("reel", 20),
    ]
    click(qtbot, legend.rows[0])
    assert page.facts.lines()[0].startswith("40 of 60 tracks shown")
    assert canvas.scene.shown.sum() == 40
    click(qtbot, legend.eye)
    assert canvas.scene.shown is None
    qtbot.mouseClick(legend.rows[1], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    assert canvas.scene.shown.sum() == 20
    legend.rows[1].setFocus()
    qtbot.keyClick(legend.rows[1], Qt.Key.Key_Down)
    assert legend.rows[2].hasFocus()
    qtbot.keyClick(legend.rows[2], Qt.Key.Key_Space)
    assert canvas.scene.shown.sum() == 40
    qtbot.keyClick(legend.rows[2], Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert legend.hidden == {0, 1}
    qtbot.keyClick(legend.rows[2], Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert legend.hidden == frozenset()
    tall = legend.height()
    click(qtbot, legend.fold)
    assert legend.height() < tall / 2
    assert not legend.rows[0].isVisible()
    click(qtbot, legend.fold)
    assert legend.height() == tall
    before, grip = legend.pos(), QPoint(20, 8)
    corner = QPoint(0, 0) if before.x() > 40 else QPoint(page.stage.width() - legend.width() - 20, 30)
    QTest.mousePress(legend, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(legend, grip + corner - before)
    QTest.mouseRelease(legend, Qt.MouseButton.LeftButton, pos=grip)
    assert legend.pos() != before
    where = page.stage.legend_at
    page.stage.canvas.zoom(2.0)
    page.stage.place_legend()
    assert page.stage.legend_at == where


def test_a_click_makes_current_plays_and_links(page, window, heard, qtbot):
    track = lonely(page)
    click(qtbot, page.stage.canvas, at(page, track))
    assert window.kit.selection.current == track
    qtbot.waitUntil(lambda: bool(heard), timeout=LONG_MS)
    (passage,) = heard[0]
    assert (passage.track_id, passage.start_s, passage.end_s) == (track, 0.0, 10.0)
    assert passage.why == "The excerpt most like the whole track, as Ears hears it"
    qtbot.waitUntil(lambda: page.stage.canvas._links is not None, timeout=LONG_MS)
    source, links = page.stage.canvas._links
    assert source == track
    assert len(links) == 10
    page.controls.tools.links.setValue(4)
    qtbot.waitUntil(lambda: len(page.stage.canvas._links[1]) == 4, timeout=LONG_MS)
    qtbot.waitUntil(lambda: "4 true neighbours" in page.facts.lines()[1], timeout=LONG_MS)
    qtbot.keyClick(page.stage.canvas, Qt.Key.Key_T)
    assert page.controls.tools.links.value() == 0
    qtbot.keyClick(page.stage.canvas, Qt.Key.Key_T)
    assert page.controls.tools.links.value() == 4
    for key, tool in (("L", "lasso"), ("B", "rectangle"), ("V", "pan")):
        page.controls.drawing.perplexity.setFocus()
        qtbot.keyClicks(page.controls.drawing.perplexity, key)
        assert page.controls.tools.tool != tool
        page.stage.canvas.setFocus()
        qtbot.keyClicks(page.stage.canvas, key)
        assert page.controls.tools.tool == page.stage.canvas.tool == tool


def test_keys_walk_select_play_and_are_read_aloud(page, window, heard, qtbot):
    canvas, selection = page.stage.canvas, window.kit.selection
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    first = selection.current
    assert first is not None
    qtbot.waitUntil(lambda: f"Take {first}" in canvas.accessibleDescription(), timeout=LONG_MS)
    assert "true neighbours" in canvas.accessibleDescription()
    assert any(genre in canvas.accessibleDescription() for genre in ("raga", "reel", "fado"))
    key = next(
        key
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if (qtbot.keyClick(canvas, key, Qt.KeyboardModifier.ShiftModifier), selection.current != first)[1]
    )
    assert key
    assert selection.chosen == {selection.current}
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(heard), timeout=LONG_MS)
    assert heard[0][0].track_id == selection.current


def test_a_rectangle_selects_and_the_bar_says_how_many(page, window, heard, qtbot):
    canvas, bar, selection = page.stage.canvas, page.chosen, window.kit.selection
    assert not bar.isVisible()
    page.controls.tools.show_tool("rectangle")
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    QTest.mouseMove(canvas, QPoint(canvas.width() // 2, canvas.height() // 2))
    QTest.mouseMove(canvas, QPoint(canvas.width() - 2, canvas.height() - 2))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() - 2, canvas.height() - 2))
    assert len(selection.chosen) == TRACKS
    assert bar.isVisible()
    assert bar.count.text() == "60 selected"
    selection.choose({3, 1, 2})
    assert canvas.scene.chosen.sum() == 3
    click(qtbot, bar.play)
    qtbot.waitUntil(lambda: bool(window.kit.filter.ids), timeout=LONG_MS)
    order = [id_ for id_ in window.kit.filter.ids if id_ in (1, 2, 3)]
    assert [passage.track_id for passage in heard[0]] == order
    click(qtbot, bar.clear)
    assert not selection.chosen
    assert not bar.isVisible()
    window.kit.history.undo()
    assert selection.chosen == {1, 2, 3}
    for name, button in bar.others.items():
        action = window.commands.actions.get(name)
        assert button.isVisible() == (action is not None)
        if action is not None:
            done = []
            action.triggered.disconnect()
            action.triggered.connect(lambda *_, done=done, name=name: done.append(name))
            click(qtbot, button)
            assert done == [name]


def test_the_card_comes_when_the_pointer_rests_and_it_plays_when_asked_to(page, window, heard, qtbot):
    card, track = page.stage.card, lonely(page)
    QTest.mouseMove(page.stage.canvas, QPoint(1, 1))
    QTest.mouseMove(page.stage.canvas, at(page, track))
    assert not card.isVisible()
    qtbot.waitUntil(lambda: card.isVisible() and card.near.isVisible(), timeout=LONG_MS)
    assert card.title.accessibleName() == f"Take {track}"
    assert card.about.accessibleName() == f"artist {track % 20} · {1900 + track}"
    links = page.nearness._sight.links(track, 10)
    far = sum(link.is_far for link in links)
    assert card.near.text().lower() == near_words(10, far)
    assert page.stage.canvas.rect().contains(card.geometry())
    assert not heard
    QTest.mouseMove(page.stage.canvas, QPoint(1, 1))
    assert not card.isVisible()
    page.controls.tools.hover.setChecked(True)
    QTest.mouseMove(page.stage.canvas, QPoint(1, 1))
    QTest.mouseMove(page.stage.canvas, at(page, track))
    qtbot.waitUntil(lambda: bool(heard), timeout=LONG_MS)
    assert heard[0][0].track_id == track
    assert window.kit.selection.current is None
    QTest.mouseMove(page.stage.canvas, QPoint(1, 1))


def choose_colour(page, words):
    box = page.controls.tools.colour
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_coloured_by_numbers_a_run_nothing_shaded_by_trust_and_by_what_is_found(page, window, qtbot):
    assert page.stage.canvas.scene.trust is None
    click(qtbot, page.controls.tools.trust, QPoint(8, page.controls.tools.trust.height() // 2))
    assert page.stage.canvas.scene.trust.mean() == pytest.approx(page.bonds.share.mean, abs=1e-5)
    page.controls.tools.trust.setChecked(False)
    assert page.stage.canvas.scene.trust is None
    window.kit.filter.ask("genre:raga")
    found = page.stage.canvas
    qtbot.waitUntil(lambda: found.scene.found is not None and found.scene.found.sum() == 20, timeout=LONG_MS)
    window.kit.filter.ask("")
    qtbot.waitUntil(lambda: found.scene.found is None, timeout=LONG_MS)
    scene = page.stage.canvas
    choose_colour(page, "Year")
    qtbot.waitUntil(lambda: scene.scene.numbers is not None, timeout=LONG_MS)
    assert page.stage.legend.ramp.isVisible()
    assert np.nanmax(scene.scene.numbers.values) == 1960
    assert window.kit.colouring.colours.field == "year"
    choose_colour(page, "Run 1: correct")
    qtbot.waitUntil(lambda: bool(page.stage.legend.rows), timeout=LONG_MS)
    assert [(row.row.name, row.row.count) for row in page.stage.legend.rows] == [
        ("correct", 58),
        ("wrong", 2),
    ]
    choose_colour(page, "Run 1: confidence")
    qtbot.waitUntil(page.stage.legend.ramp.isVisible, timeout=LONG_MS)
    choose_colour(page, "Run 1: what it says")
    qtbot.waitUntil(lambda: len(page.stage.legend.rows) == 3, timeout=LONG_MS)
    choose_colour(page, "Nothing")
    qtbot.waitUntil(lambda: page.tints.key == NOTHING and not page.stage.legend.isVisible(), timeout=LONG_MS)
    assert (scene.scene.codes == NONE).all()


def test_it_is_as_it_was_when_opened_again(page, chart, window, open_page, qtbot):
    page.gallery.show_map(1)
    qtbot.waitUntil(lambda: page.gallery.shown.info.id == 1, timeout=LONG_MS)
    qtbot.waitUntil(page.stage.canvas.is_complete, timeout=LONG_MS)
    tools = page.controls.tools
    tools.show_tool("lasso")
    tools.links.setValue(3)
    tools.density.setChecked(False)
    tools.trust.setChecked(True)
    page.stage.canvas.zoom(3.0)
    page.tints.choose(ColourKey("correct", "Run 1: correct", 1))
    page.stage.put_legend([1.0, 0.0])
    kept, view = page.remembered(), page.stage.canvas.view
    page.forget()
    page.restore({})
    page.restore(kept)
    page.gallery.refresh()
    qtbot.waitUntil(
        lambda: page.gallery.shown is not None and page.gallery.shown.info.id == 1, timeout=LONG_MS
    )
    qtbot.waitUntil(lambda: page.tints.colours.field == "Run 1: correct", timeout=LONG_MS)
    assert page.stage.canvas.view.scale == pytest.approx(view.scale, rel=1e-3)
    assert (page.stage.canvas.view.x, page.stage.canvas.view.y) == pytest.approx((view.x, view.y), abs=1e-3)
    assert page.remembered() | {"view": None} == kept | {"view": None}


def look_at_width(page, qtbot, width):
    """What has no room is behind a button."""
    page.controls.setFixedWidth(width)
    qtbot.wait(20)
    assert page.controls.minimumSizeHint().width() <= 600
    for row in (page.controls.drawing.row, page.controls.tools.row):
        folded = [item for item in row._items if item.is_folded and item.is_wanted]
        assert row.more.isVisible() == bool(folded)
        for item in row._items:
            if item.is_wanted and not item.is_folded:
                assert row.rect().contains(item.widget.geometry()), item.widget
                assert item.widget.width() >= item.widget.minimumSizeHint().width()
        if folded:
            click(qtbot, row.more)
            assert all(item.widget.isVisible() for item in folded)
            row.folder.hide()
    folded = [item for item in page.controls.tools.row._items if item.is_folded]
    assert width == 760 or bool(folded) == (width == 600)
    page.controls.setMinimumWidth(0)
    page.controls.setMaximumWidth(16_777_215)


NONSENSE = (
    {"map": "seven", "view": [1, "2", None], "legend": [0], "tool": 7, "links": "many", "colour": 3},
    {"map": 99, "view": [1e300, 0, 0], "legend": [float("nan"), 2], "tool": "saw", "links": -1},
    {"map": True, "colour": ["correct", None, "x"], "density": 0, "hover": "yes"},
)


def test_what_makes_no_sense_is_left_out_and_nothing_is_clipped(page, qtbot):
    for kept in NONSENSE:
        page.restore(kept)
        page.gallery.refresh()
        qtbot.waitUntil(lambda: page.gallery.wanted is None, timeout=LONG_MS)
        assert page.gallery.shown.info.id == 2
        assert page.controls.tools.tool == "pan"
    for width in (600, 760, 1100):
        look_at_width(page, qtbot, width)
