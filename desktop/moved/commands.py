"""What can be done with before and after, for menus and palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from desktop.commands import Command

if TYPE_CHECKING:
    from desktop.kit import Kit
    from desktop.moved.view import MovedResult


class ShowState(Protocol):
    def __call__(self, *, there: bool, busy: bool) -> None:
        """Whether both maps are drawn, and whether they are being drawn."""


def offers(view: MovedResult, kit: Kit) -> ShowState:
    """Offers them, and returns the way to say which of them can be used."""
    tr = view.tr
    commands = [
        Command("moved-draw", tr("Draw &before and after"),
                tr("Two maps of the same tracks: before a run has taught its encoder, and after"),
                view.draw, icon_name="map", needs_collection=True),
        Command("moved-play", tr("Play the &change"), tr("Every track goes from where it was to where it is"),
                view.play_change, icon_name="play", needs_collection=True),
        Command("moved-order", tr("Play the biggest &movers in order"),
                tr("All that are listed, the biggest mover first"),
                view.movers.play_in_order, needs_collection=True),
        Command("moved-save", tr("&Save the movers as playlist…"), tr("All that are listed, in this order"),
                view.movers.ask_name, icon_name="playlist", needs_collection=True),
        Command("moved-export", tr("&Export before and after…"), tr("As a picture or a table"),
                view.exporting.ask, icon_name="export", needs_collection=True),
    ]  # fmt: skip
    kit.commands.offer("teach", commands)
    return partial(_show_state, view, kit)


def _show_state(view: MovedResult, kit: Kit, *, there: bool, busy: bool) -> None:
    state, tr = view.state, view.tr
    can_draw = state is not None and state.pair is not None and not there and not busy
    why = tr("It is being drawn") if busy else tr("Look at a run that has taught its encoder, on Results")
    kit.commands.enable("moved-draw", reason="" if can_draw else why)
    missing = "" if there else tr("Before and after are not drawn yet")
    for name in ("moved-play", "moved-order", "moved-save", "moved-export"):
        kit.commands.enable(name, reason=missing)
