"""What colour and shape mean: classes by frequency, numbers, nothing; and that they follow edits."""

from __future__ import annotations

from functools import partial

import pytest

from core.library.edits import set_values
from desktop import colouring as module
from desktop.theme import look
from tests.desktop.conftest import LONG_MS


def choose(spine, qtbot, field: str | None) -> None:
    with qtbot.waitSignal(spine.colouring.changed, timeout=LONG_MS):
        if field is None:
            spine.colouring.refresh()
        else:
            spine.colouring.choose(field)


def test_nobody_has_said_so_it_is_the_genre(spine, qtbot):
    choose(spine, qtbot, None)
    colours = spine.colouring.colours
    assert (colours.field, colours.names) == ("genre", ("lament", "ballad", "dance"))
    assert dict(colours.values) == {"lament": 6, "ballad": 3, "dance": 3}
    assert colours.codes[1] == 0
    assert spine.colouring.style("lament") == look().theme.classes[0]
    assert spine.colouring.style("unknown") is None


def test_a_genre_that_all_have_tells_nothing_so_it_is_what_a_person_made(spine, qtbot):
    spine.label(qtbot, range(1, 13), "dance")
    with qtbot.waitSignal(spine.workspace.changed, timeout=LONG_MS):
        spine.history.edit(partial(set_values, targets=[1, 2], field="mood", values=["calm"]))
    choose(spine, qtbot, None)
    assert spine.colouring.colours.field == ""
    with qtbot.waitSignal(spine.workspace.changed, timeout=LONG_MS):
        spine.history.edit(partial(set_values, targets=[3], field="mood", values=["wild"]))
    qtbot.waitUntil(lambda: spine.colouring.colours.field == "mood", timeout=LONG_MS)


def test_a_number_has_no_classes(spine, qtbot):
    choose(spine, qtbot, "year")
    colours = spine.colouring.colours
    assert colours.is_number
    assert colours.codes == {}
    assert colours.numbers[3] == 1953


@pytest.mark.parametrize("field", ["", "gone"])
def test_by_nothing(spine, qtbot, field):
    choose(spine, qtbot, field)
    assert spine.colouring.colours.field == ""
    assert {"genre", "year"} <= set(spine.colouring.fields)


def test_what_has_no_class_of_its_own_is_other(spine, qtbot, monkeypatch):
    monkeypatch.setattr(module, "CLASSES", 2)
    monkeypatch.setattr(module, "OTHER", 2)
    choose(spine, qtbot, "genre")
    colours = spine.colouring.colours
    assert colours.names == ("lament", "ballad")
    assert {colours.codes[4], colours.codes[8], colours.codes[12]} == {2}
    assert spine.colouring.style("dance") is None
    assert spine.colouring.style_of(2) is None


def test_an_edit_counts_anew_and_keeps_the_field(spine, qtbot):
    choose(spine, qtbot, None)
    with qtbot.waitSignal(spine.colouring.changed, timeout=LONG_MS):
        spine.label(qtbot, [1, 3, 5, 7, 9, 11], "dance")
    qtbot.waitUntil(lambda: spine.colouring.colours.names[0] == "dance", timeout=LONG_MS)
    assert dict(spine.colouring.colours.values) == {"dance": 9, "ballad": 3}


def test_only_the_last_choice_counts(spine, qtbot):
    seen = []
    spine.colouring.changed.connect(lambda: seen.append(spine.colouring.colours.field))
    spine.colouring.choose("genre")
    spine.colouring.choose("year")
    qtbot.waitUntil(lambda: "year" in seen, timeout=LONG_MS)
    assert seen == ["year"]


def test_forgetting_leaves_nothing(spine, qtbot):
    choose(spine, qtbot, None)
    spine.colouring.forget()
    assert spine.colouring.colours.codes == {}
    assert spine.colouring.fields == ()
