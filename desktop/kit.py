"""What all panes of the desk share, made once for the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.cards import Cards
from desktop.colouring import Colouring
from desktop.commands import Commands
from desktop.filter import Filter
from desktop.heard import Heard
from desktop.history import History
from desktop.player.player import Player
from desktop.runs import Runs
from desktop.selection import Selection
from desktop.workspace import Workspace

if TYPE_CHECKING:
    from desktop.window import MainWindow


@dataclass(frozen=True)
class Kit:
    workspace: Workspace
    history: History
    selection: Selection
    filter: Filter
    cards: Cards
    colouring: Colouring
    player: Player
    commands: Commands
    heard: Heard
    runs: Runs


def make_kit(window: MainWindow) -> Kit:
    workspace = window.workspace
    history = History(workspace)
    cards = Cards(workspace)
    return Kit(
        workspace,
        history,
        Selection(history),
        Filter(workspace, history),
        cards,
        Colouring(workspace),
        Player(cards),
        window.commands,
        Heard(workspace),
        Runs(workspace),
    )
