"""The search: what it finds, what it refuses, and that late answers change nothing."""

from __future__ import annotations

from desktop.filter import Asked
from tests.desktop.conftest import LONG_MS


def test_all_tracks_are_found_at_first(spine):
    assert sorted(spine.ids) == list(range(1, 13))


def test_a_query_finds_and_sorts(spine, qtbot):
    with qtbot.waitSignal(spine.filter.found_changed, timeout=LONG_MS):
        spine.filter.ask("genre:dance", "-year")
    assert spine.ids == [12, 8, 4]


def test_what_cannot_be_understood_is_said_and_the_tracks_stay(spine, qtbot):
    before = list(spine.ids)
    with qtbot.waitSignal(spine.filter.refused, timeout=LONG_MS) as said:
        spine.filter.ask("genre:(")
    assert said.args[0]
    assert spine.ids == before
    with qtbot.waitSignal(spine.filter.found_changed, timeout=LONG_MS):
        spine.filter.ask("genre:dance")
    assert spine.filter.problem == ""


def test_only_the_last_question_counts(spine, qtbot):
    found = []
    spine.filter.found_changed.connect(lambda: found.append(list(spine.ids)))
    for text in ("genre:ballad", "genre:lament", "genre:dance"):
        spine.filter.ask(text)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG_MS)
    assert [sorted(ids) for ids in found] == [[4, 8, 12]]


def test_asking_the_same_is_no_step(spine):
    spine.filter.ask("  ")
    assert spine.history.undo_words == ""


def test_a_change_of_labels_asks_again(spine, qtbot):
    with qtbot.waitSignal(spine.filter.found_changed, timeout=LONG_MS):
        spine.filter.ask("genre:dance")
    with qtbot.waitSignal(spine.filter.found_changed, timeout=LONG_MS):
        spine.label(qtbot, [1], "dance")
    qtbot.waitUntil(lambda: sorted(spine.ids) == [1, 4, 8, 12], timeout=LONG_MS)


def test_another_collection_starts_without_the_old_tracks(spine):
    spine.filter.start_with(Asked("genre:dance", "year"))
    assert spine.ids == []
    assert spine.filter.asked.query() == "genre:dance sort:year"
