"""One page, or two side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from desktop.desk.pages import Pages
from desktop.desk.pane import Pane


class Page(Pane):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.input = QLineEdit()
        QVBoxLayout(self).addWidget(self.input)

    def title(self) -> str:
        return self.name


@pytest.fixture
def pages(qtbot) -> Pages:
    made = Pages([Page("map"), Page("collection"), Page("results")])
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.activateWindow()
    return made


def seen(pages: Pages) -> list[str]:
    return [name for name, page in pages.pages.items() if page.isVisible()]


def test_one_page_at_first(pages):
    assert (pages.current, pages.shown, seen(pages)) == ("map", ["map"], ["map"])


def test_side_by_side_takes_half_each(pages):
    pages.set_double(double=True)
    assert pages.shown == ["map", "collection"]
    assert seen(pages) == ["map", "collection"]
    left, right = pages.sizes()
    assert abs(left - right) <= 2


def test_what_is_chosen_appears_on_the_side_used_last(pages, qtbot):
    pages.set_double(double=True)
    qtbot.mouseClick(pages.pages["map"].input, Qt.MouseButton.LeftButton)
    assert pages.current == "map"
    pages.turn_to("results")
    assert pages.shown == ["results", "collection"]
    qtbot.mouseClick(pages.pages["collection"], Qt.MouseButton.LeftButton)
    assert pages.current == "collection"
    pages.turn_to("map")
    assert pages.shown == ["results", "map"]


def test_a_page_that_is_seen_is_not_doubled(pages):
    pages.set_double(double=True, beside="results")
    pages.turn_to("map")
    assert (pages.shown, pages.current) == (["map", "results"], "map")


def test_one_again_keeps_the_side_in_use(pages):
    pages.set_double(double=True, beside="results")
    pages.set_double(double=False)
    assert (pages.shown, seen(pages)) == (["results"], ["results"])


def test_as_it_was(pages, qtbot):
    pages.set_double(double=True, beside="results")
    pages.setSizes([300, 596])
    kept = pages.kept()
    pages.set_double(double=False)
    pages.turn_to("collection")
    assert pages.restore(kept)
    assert (pages.shown, pages.current) == (["map", "results"], "results")
    assert pages.sizes() == kept["sizes"]


@pytest.mark.parametrize(
    "kept",
    [
        None,
        {},
        {"shown": []},
        {"shown": ["gone"]},
        {"shown": ["map", "map"]},
        {"shown": ["map", "results", "collection"]},
        {"shown": [["map"]]},
        {"shown": "map"},
    ],
)
def test_what_makes_no_sense_changes_nothing(pages, kept):
    pages.turn_to("results")
    assert not pages.restore(kept)
    assert pages.shown == ["results"]


@pytest.mark.parametrize("sizes", [None, [1], ["a", "b"], [-5, 10], [0, 0]])
def test_odd_sizes_leave_both_sides_in_sight(pages, sizes):
    assert pages.restore({"shown": ["map", "results"], "side": 7, "sizes": sizes})
    assert all(size > 50 for size in pages.sizes())
