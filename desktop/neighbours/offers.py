"""The commands of the two panes, for menus and palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.commands import Command

if TYPE_CHECKING:
    from desktop.neighbours.pane import NeighboursPane


def offers(pane: NeighboursPane) -> list[Command]:
    tr, acts = pane.tr, pane.acts
    return [
        Command("near", tr("Find &neighbours"), tr("What is nearest to the current track"),
                acts.find, "", icon_name="search", needs_collection=True),
        Command("near-excerpt", tr("Find neighbours of the e&xcerpt"),
                tr("What is nearest to the excerpt that the player is at"),
                acts.find_excerpt, "", needs_collection=True),
        Command("near-selection", tr("Find neighbours of the &selection"),
                tr("What is nearest to the average of the chosen tracks"),
                acts.find_selection, "", needs_collection=True),
        Command("near-text", tr("Find by &text…"), tr("What sounds as words say"),
                acts.find_text, "", needs_collection=True),
        Command("near-file", tr("Find neighbours of a &file…"),
                tr("A recording that is not in the collection"),
                acts.find_file, "", needs_collection=True),
        Command("where-it-matches", tr("Where it &matches"),
                tr("Which seconds of the asked track are like which of its neighbour"),
                acts.show_match, "", icon_name="columns", needs_collection=True),
        Command("near-play", tr("&Play neighbours in order"), tr("All that are listed, the nearest first"),
                acts.play_in_order, "", needs_collection=True),
        Command("near-add", tr("&Add to the question"), tr("Ask with this track, too"),
                acts.add, "", needs_collection=True),
        Command("near-subtract", tr("Su&btract from the question"), tr("Ask with less of this track"),
                acts.subtract, "", needs_collection=True),
        Command("near-back", tr("&Earlier question"), tr("Back to the neighbours shown before"),
                pane.go_back, "Alt+Shift+Left", icon_name="back", needs_collection=True),
        Command("near-forward", tr("&Later question"), tr("On to the neighbours shown after"),
                pane.go_on, "Alt+Shift+Right", icon_name="forward", needs_collection=True),
        Command("near-export", tr("Export neighbo&urs…"), tr("The list as a table"),
                acts.export, "", icon_name="export", needs_collection=True),
    ]  # fmt: skip
