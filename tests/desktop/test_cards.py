"""Cards: read by the page, kept while in use, read again when they may be stale."""

from __future__ import annotations

from desktop import cards as module
from tests.desktop.conftest import LONG_MS


def test_a_card_arrives_and_says_who_and_when(spine, qtbot):
    assert spine.cards.get(4) is None
    with qtbot.waitSignal(spine.cards.arrived, timeout=LONG_MS) as said:
        pass
    assert said.args == [frozenset({4})]
    card = spine.cards.get(4)
    assert (card.title, card.first("genre"), card.about()) == ("track 0003", "dance", "1954")
    assert card.path.is_absolute()


def test_what_is_asked_for_together_is_read_together(spine, qtbot):
    arrived = []
    spine.cards.arrived.connect(arrived.append)
    for track_id in range(1, 13):
        spine.cards.get(track_id)
    qtbot.waitUntil(lambda: bool(arrived), timeout=LONG_MS)
    assert arrived == [frozenset(range(1, 13))]


def test_of_too_many_the_last_asked_for_come_first(spine, qtbot, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 3)
    with qtbot.waitSignal(spine.cards.arrived, timeout=LONG_MS) as said:
        spine.cards.want(range(1, 13))
    assert said.args == [frozenset({10, 11, 12})]


def test_those_not_looked_at_for_long_are_let_go(spine, qtbot, monkeypatch):
    monkeypatch.setattr(module, "KEPT", 4)
    for ids in ((1, 2, 3, 4), (5,)):
        with qtbot.waitSignal(spine.cards.arrived, timeout=LONG_MS):
            spine.cards.want(ids)
        spine.cards.get(1)
    assert set(spine.cards._known) == {1, 3, 4, 5}


def test_an_edit_makes_them_stale(spine, qtbot):
    with qtbot.waitSignal(spine.cards.arrived, timeout=LONG_MS):
        spine.cards.get(1)
    with qtbot.waitSignal(spine.cards.stale, timeout=LONG_MS):
        spine.label(qtbot, [1], "dirge")
    assert spine.cards.get(1) is None
    qtbot.waitUntil(lambda: spine.cards.get(1) is not None, timeout=LONG_MS)
    assert spine.cards.get(1).first("genre") == "dirge"


def test_what_was_read_before_an_edit_is_not_shown_after_it(spine, qtbot):
    spine.cards.get(1)
    qtbot.wait(1)
    spine.cards.forget()
    assert spine.cards.get(2) is None
    qtbot.waitUntil(lambda: spine.cards.get(2) is not None, timeout=LONG_MS)
    assert 1 not in spine.cards._known


def test_a_track_that_is_not_there_is_asked_for_once_and_not_announced(spine, qtbot):
    arrived = []
    spine.cards.arrived.connect(arrived.append)
    assert spine.cards.get(999) is None
    with qtbot.waitSignal(spine.cards.arrived, timeout=LONG_MS):
        spine.cards.get(1)
    qtbot.waitUntil(lambda: not spine.cards._asked, timeout=LONG_MS)
    assert arrived in ([frozenset({1})], [frozenset({1}), frozenset({1})])
