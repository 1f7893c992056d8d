"""Every page has its own docks beside it, and has them again when the collection is opened anew."""

from __future__ import annotations

import json


def beside(window):
    return [name for name, dock in window.desk.docks.items() if not dock.isHidden()]


def test_a_wide_page_has_the_whole_width_until_a_dock_is_shown(opened):
    desk = opened.desk
    assert beside(opened) == ["library", "answers", "player"]
    desk.turn_to("results")
    assert beside(opened) == ["player"]
    desk.show_pane(desk.library)
    desk.turn_to("map")
    assert beside(opened) == ["library", "answers", "player"]
    desk.docks["answers"].close()
    desk.turn_to("results")
    assert beside(opened) == ["library", "player"]
    desk.turn_to("map")
    assert beside(opened) == ["library", "player"]


def test_two_pages_side_by_side_share_what_is_there(opened):
    desk = opened.desk
    desk.pages.set_double(double=True, beside="results")
    assert beside(opened) == ["library", "answers", "player"]
    desk.pages.set_double(double=False)
    assert desk.pages.current == "results"
    assert beside(opened) == ["player"]


def test_what_stood_beside_each_page_comes_back(opened):
    desk = opened.desk
    desk.turn_to("results")
    desk.show_pane(desk.library)
    kept = json.loads(json.dumps(desk.kept()))
    desk.arrange()
    desk.restore(kept, has_tracks=True)
    assert desk.pages.current == "results"
    assert beside(opened) == ["library", "player"]
    desk.turn_to("map")
    assert beside(opened) == ["library", "answers", "player"]


def test_nonsense_in_the_file_is_left_out(opened):
    kept = json.loads(json.dumps(opened.desk.kept())) | {
        "beside": {"map": "x", "moon": ["library"], "results": [3]}
    }
    opened.desk.restore(kept, has_tracks=True)
    assert beside(opened) == ["library", "answers", "player"]
    opened.desk.turn_to("results")
    assert beside(opened) == ["library", "answers", "player"]
