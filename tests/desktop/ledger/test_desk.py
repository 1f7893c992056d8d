"""The ledger, the inspector and playlists where the desk has put them."""

from __future__ import annotations

from tests.desktop.conftest import LONG_MS


def test_they_are_on_the_desk_and_let_go_of_a_closed_collection(opened, qtbot):
    desk = opened.desk
    desk.pages.turn_to("ledger")
    assert desk.ledger.isVisible()
    qtbot.waitUntil(lambda: desk.ledger.none.text() == "No files yet. Add a folder.", timeout=LONG_MS)
    desk.show_pane(desk.track)
    assert desk.track.isVisible()
    opened.menus.actions["save_as_playlist"].trigger()
    assert desk.playlists.content is None
    desk.playlists.make_empty()
    qtbot.waitUntil(lambda: desk.playlists.content is not None, timeout=LONG_MS)
    assert desk.playlists.isVisible()
    for name in ("set_label", "rename_value", "save_as_playlist"):
        assert opened.menus.actions[name].isEnabled()
        assert opened.commands.menu_of[name] == "tracks"
    opened.jobs.clear()
    opened.close_collection()
    qtbot.waitUntil(opened.start.isVisible, timeout=LONG_MS)
    assert desk.playlists.content is None
    assert desk.ledger.model.ids == []
    assert not opened.menus.actions["set_label"].isEnabled()
    qtbot.waitUntil(opened.start.shows_chart)
