"""What of the player is as it was when a collection is opened again: what was seen, how it was coloured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.player.shading import shades_of

if TYPE_CHECKING:
    from desktop.player.pane import PlayerPane


def remembered(pane: PlayerPane) -> dict[str, Any]:
    """As JSON; the same while nothing but the position changes."""
    shades, span = pane.tiles.shades, pane.span
    kept: dict[str, Any] = {
        "folded": pane.is_folded,
        "spectrum": pane.picture.with_spectrum,
        "shades": {"range_db": shades.range_db, "top_db": shades.top_db, "contrast": shades.contrast},
    }
    if pane.shown is not None and span.duration_s and not span.is_whole:
        kept["seen"] = [pane.shown.track_id, round(span.start_s, 2), round(span.end_s, 2)]
    return kept


def restore(pane: PlayerPane, kept: dict[str, Any]) -> None:
    """Whatever does not fit is left out."""
    shades = shades_of(kept.get("shades"))
    pane.shading.show_shades(shades)
    pane.set_shades(shades)
    pane.shading.shown.setChecked(kept.get("spectrum") is not False)
    seen = kept.get("seen")
    if isinstance(seen, list) and len(seen) == 3 and all(isinstance(n, int | float) for n in seen):
        pane.see_again(int(seen[0]), float(seen[1]), float(seen[2]))
    folded = kept.get("folded")
    if isinstance(folded, bool) and folded != pane.is_folded:
        pane.set_folded(folded=folded)
