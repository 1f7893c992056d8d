"""What is chosen and what is current."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from desktop.history import History
from desktop.selection import Selection


class Nobody(QObject):
    """A workspace that nothing is asked of."""


def made() -> tuple[QObject, History, Selection]:
    nobody = Nobody()
    history = History(nobody)
    return nobody, history, Selection(history)


ids = st.frozensets(st.integers(1, 8), max_size=8)
hows = st.sampled_from(["replace", "add", "remove", "toggle"])


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(st.tuples(ids, hows), max_size=8))
def test_undo_and_redo_go_through_every_selection(steps):
    nobody, history, selection = made()
    seen = [selection.chosen]
    for chosen, how in steps:
        selection.choose(chosen, how)
        if selection.chosen != seen[-1]:
            seen.append(selection.chosen)
    for before in reversed(seen[:-1]):
        history.undo()
        assert selection.chosen == before
    assert not history.undo_words
    for after in seen[1:]:
        history.redo()
        assert selection.chosen == after
    assert isinstance(nobody, QObject)


@settings(max_examples=60, deadline=None)
@given(first=ids, second=ids, how=hows)
def test_the_four_ways_to_choose(first, second, how):
    nobody, _, selection = made()
    selection.choose(first)
    selection.choose(second, how)
    expected = {
        "replace": second,
        "add": first | second,
        "remove": first - second,
        "toggle": first ^ second,
    }
    assert selection.chosen == expected[how]
    assert isinstance(nobody, QObject)


def test_choosing_the_same_again_says_nothing(qtbot):
    nobody, history, selection = made()
    selection.choose([1])
    with qtbot.assertNotEmitted(selection.changed):
        selection.choose([1])
    assert len(history._done) == 1
    assert isinstance(nobody, QObject)


def test_the_current_track_is_not_undone(qtbot):
    nobody, history, selection = made()
    with qtbot.waitSignal(selection.current_changed) as said:
        selection.make_current(3)
    assert said.args == [3]
    assert not history.undo_words
    selection.forget()
    assert selection.current is None
    assert isinstance(nobody, QObject)


def test_starting_as_it_was_is_no_step():
    nobody, history, selection = made()
    selection.start_with([1, 2], 2)
    assert (selection.chosen, selection.current) == ({1, 2}, 2)
    assert not history.undo_words
    assert isinstance(nobody, QObject)
