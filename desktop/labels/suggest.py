"""The values that a field has already, for whoever types one. Read in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from core.messages import message_for

if TYPE_CHECKING:
    from core.library.query import FacetValue
    from core.store import Collection
    from desktop.workspace import Workspace

MOST = 500


def suggest(workspace: Workspace, field: str, came: Callable[[list[FacetValue]], None]) -> None:
    """`came` gets the values, the most frequent first; none of a field that is not there."""
    workspace.look(partial(read_values, field), came, _say_nothing)


def read_values(field: str, collection: Collection) -> list[FacetValue]:
    from core.library.fields import list_fields
    from core.library.query import facets

    with collection.database.reading() as session:
        known = {info.name for info in list_fields(session)}
    return facets(collection, field, most=MOST) if field in known else []


def _say_nothing(error: Exception) -> None:
    """Nobody misses a suggestion; the log has it."""
    message_for(error)
