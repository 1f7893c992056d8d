"""What is labelled, by whose ears, of which tracks, in which order: what the bar above the page chooses."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal

About = Literal["all", "query", "selection"]
Order = Literal["uncertain", "surprising", "each", "listed"]
ABOUT: tuple[About, ...] = ("all", "query", "selection")
ORDERS: tuple[Order, ...] = ("uncertain", "surprising", "each", "listed")
LENGTHS_S = (10.0, 30.0, 0.0)
"""Of what is played; 0: the whole track."""


@dataclass(frozen=True)
class Choice:
    field: str = ""
    set_id: int | None = None
    layer: int = 0
    about: About = "all"
    order: Order = "uncertain"
    length_s: float = LENGTHS_S[0]
    plays: bool = True
    """By itself, when a track comes."""
    many: bool = False
    """Of a field that is not there yet: a track may have several values."""

    def kept(self) -> dict[str, Any]:
        return dataclasses.asdict(self)


def read_choice(kept: Any) -> Choice:  # noqa: ANN401 - JSON from outside
    """What `kept` gave; what does not fit is as usual."""
    if not isinstance(kept, dict):
        return Choice()
    set_id, layer = kept.get("set_id"), kept.get("layer")
    return Choice(
        field=kept["field"] if isinstance(kept.get("field"), str) else "",
        set_id=set_id if type(set_id) is int else None,
        layer=layer if type(layer) is int and layer >= 0 else 0,
        about=next((about for about in ABOUT if about == kept.get("about")), "all"),
        order=next((order for order in ORDERS if order == kept.get("order")), "uncertain"),
        length_s=next((s for s in LENGTHS_S if s == kept.get("length_s")), LENGTHS_S[0]),
        plays=kept.get("plays") is not False,
        many=kept.get("many") is True,
    )
