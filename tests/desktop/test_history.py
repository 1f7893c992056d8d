"""Undo and redo in one order over selections, searches and labels, with the real journal."""

from __future__ import annotations

import pytest

from core.errors import RequestProblem
from core.library.edits import set_values
from core.library.journal import undo
from core.messages import channel
from core.store import open_collection
from desktop.changes import Changes
from tests.desktop.conftest import LONG_MS


def rested(spine, qtbot) -> None:
    """Until whatever was asked for in the background has been answered."""
    answered = []
    spine.workspace.read(lambda collection: None, answered.append)
    qtbot.waitUntil(lambda: bool(answered), timeout=LONG_MS)
    spine.workspace.look(lambda collection: None, answered.append)
    qtbot.waitUntil(lambda: len(answered) == 2, timeout=LONG_MS)


def words(spine) -> list[str]:
    return [done.words for done in spine.history._done]


def test_a_selection_a_search_and_an_edit_are_undone_in_their_order(spine, qtbot):
    spine.selection.choose([1, 2, 3])
    spine.filter.ask("genre:lament")
    spine.label(qtbot, [1, 3], "dirge")
    assert words(spine) == ["Select 3 tracks", "Search genre:lament", "Set genre of 2 tracks to dirge"]
    spine.history.undo()
    rested(spine, qtbot)
    assert spine.values()[1] == ["lament"]
    assert spine.history.redo_words == "Set genre of 2 tracks to dirge"
    spine.history.undo()
    assert spine.filter.asked.text == ""
    spine.history.undo()
    assert spine.selection.chosen == frozenset()
    assert (spine.history.undo_words, spine.history.redo_words) == ("", "Select 3 tracks")
    for _ in range(3):
        spine.history.redo()
        rested(spine, qtbot)
    assert spine.selection.chosen == {1, 2, 3}
    assert spine.filter.asked.text == "genre:lament"
    assert spine.values()[1] == ["dirge"]


def test_something_new_forgets_what_was_undone(spine):
    spine.selection.choose([1])
    spine.history.undo()
    spine.selection.choose([2])
    assert spine.history.redo_words == ""
    spine.history.redo()
    assert spine.selection.chosen == {2}


def test_nothing_is_undone_while_an_edit_is_on_its_way_back(spine, qtbot):
    spine.selection.choose([1])
    spine.label(qtbot, [1], "dirge")
    spine.history.undo()
    assert spine.history.undo_words == ""
    spine.history.undo()
    assert spine.selection.chosen == {1}
    rested(spine, qtbot)
    assert spine.history.undo_words == "Select 1 track"


def test_what_is_chosen_while_an_edit_is_undone_stays_undoable(spine, qtbot):
    spine.label(qtbot, [1], "dirge")
    spine.history.undo()
    spine.selection.choose([5, 6])
    rested(spine, qtbot)
    assert words(spine) == ["Select 2 tracks"]
    assert spine.values()[1] == ["lament"]
    spine.history.undo()
    assert spine.selection.chosen == frozenset()


def test_an_edit_that_changes_nothing_is_no_step(spine, qtbot):
    done = []
    spine.history.edit(lambda collection: set_values(collection, [1], "genre", ["lament"]), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=LONG_MS)
    assert done == [None]
    assert spine.history.undo_words == ""


@pytest.mark.may_log("told")
def test_an_edit_that_fails_is_told_and_leaves_no_step(spine, qtbot, messages):
    spine.history.edit(lambda collection: set_values(collection, [1], "sort", ["x"]))
    qtbot.waitUntil(lambda: bool(messages), timeout=LONG_MS)
    assert spine.history.undo_words == ""


@pytest.mark.may_log("told")
def test_an_undo_that_fails_is_told_and_can_be_tried_again(spine, qtbot, messages):
    """Another program has changed the same label since."""
    spine.label(qtbot, [1], "dirge")
    with open_collection(spine.folder) as other:
        undo(other)
        set_values(other, [1], "genre", ["polka"])
        from core.library.journal import forget_history

        forget_history(other)
    spine.history.undo()
    rested(spine, qtbot)
    assert spine.values()[1] == ["polka"]
    assert spine.history.undo_words == ""


def test_what_the_journal_knows_can_be_undone_after_opening_again(spine, qtbot):
    from desktop.desk.desk import journal_of

    spine.label(qtbot, [1], "dirge")
    spine.label(qtbot, [2], "polka")
    spine.history.undo()
    rested(spine, qtbot)
    with qtbot.waitSignal(spine.workspace.opened, timeout=LONG_MS):
        spine.workspace.open(spine.folder.parent / "stocked" / ".." / "stocked")
    spine.workspace.look(journal_of, spine.history.start_with)
    qtbot.waitUntil(lambda: bool(spine.history.undo_words), timeout=LONG_MS)
    assert spine.history.undo_words == "Set genre of 1 track to dirge"
    assert spine.history.redo_words == "Set genre of 1 track to polka"
    spine.history.redo()
    rested(spine, qtbot)
    assert spine.values()[2] == ["polka"]


def test_closing_while_an_edit_is_undone_leaves_no_trace(spine, qtbot):
    spine.label(qtbot, [1], "dirge")
    spine.history.undo()
    with qtbot.waitSignal(spine.workspace.closed, timeout=LONG_MS):
        spine.workspace.close()
    spine.history.forget()
    assert (spine.history.undo_words, spine.history.redo_words) == ("", "")
    with open_collection(spine.folder) as collection:
        from core.library.groups import read_values

        assert list(read_values(collection, "genre")[1]) == ["lament"]


def test_the_oldest_steps_are_let_go(spine):
    from desktop.history import KEPT

    for number in range(KEPT + 20):
        spine.selection.choose([number % 12 + 1, 100 + number])
    assert len(spine.history._done) == KEPT


@pytest.mark.may_log("The disk is full")
def test_what_cannot_be_undone_stays_done(spine, qtbot):
    def refuse(_collection):
        raise RequestProblem("The disk is full.", "Make room, then try again.")

    told = []
    leave = channel.connect(told.append)
    spine.history.wrote("Rename playlist", refuse, lambda _collection: None, Changes(playlists=True))
    spine.history.undo()
    assert spine.history.undo_words == ""
    rested(spine, qtbot)
    assert (spine.history.undo_words, spine.history.redo_words) == ("Rename playlist", "")
    assert "The disk is full." in told[-1].text
    leave()


def test_what_was_written_is_undone_and_done_again_in_the_collection(spine, qtbot):
    calls = []
    spine.history.wrote(
        "Rename playlist",
        lambda c: calls.append("undo"),
        lambda c: calls.append("redo"),
        Changes(playlists=True),
    )
    for step in (spine.history.undo, spine.history.redo, spine.history.undo):
        step()
        rested(spine, qtbot)
    assert calls == ["undo", "redo", "undo"]
    assert spine.history.redo_words == "Rename playlist"
