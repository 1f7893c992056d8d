"""What colour and shape mean now: one field for map, legend, table and facets.

Values get their class by how many tracks have them, in the whole collection, so
that a colour does not change its meaning with the query. Beyond twelve, and for
tracks without a value, there is "other" and nothing.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.changes import Changes
from desktop.theme import ClassStyle, look

if TYPE_CHECKING:
    from core.library.fields import FieldInfo
    from core.store import Collection
    from desktop.workspace import Workspace

CLASSES = 12
OTHER = CLASSES
NONE = -1
LIKELY = ("genre", "style", "artist")
"""What a collection is coloured by when nobody has said."""


@dataclass(frozen=True)
class Colours:
    """`codes`: by track, 0 to 11 for a class, OTHER; tracks that are missing have no value.

    Of a field of numbers `codes` is empty and `numbers` has what is known.
    """

    field: str = ""
    is_number: bool = False
    unit: str = ""
    values: tuple[tuple[str, int], ...] = ()
    """Each value with how many tracks have it, the most frequent first."""
    codes: dict[int, int] = dataclasses.field(default_factory=dict)
    numbers: dict[int, float] = dataclasses.field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """Of the classes."""
        return tuple(value for value, _ in self.values[:CLASSES])


class Colouring(QObject):
    changed = Signal()
    """`colours` is another object now."""
    run_wanted = Signal(str, int)
    """The map should show what this run says: "correct", "confidence" or "said"."""
    lent = Signal(object, bool)
    """Colours of no field, such as guesses, for a map that shows them; whether it should turn to them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._wanted: str | None = None
        self.colours = Colours()
        self._classes: dict[str, int] = {}
        self.fields: tuple[str, ...] = ()
        """That tracks can be coloured by."""
        workspace.changed.connect(self._look_again)

    def choose(self, field_name: str) -> None:
        """Colour by a field; empty: by nothing."""
        self._wanted = field_name
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self._workspace.look(partial(read_colours, self._wanted), partial(self._came, self._wanted))

    def _came(self, wanted: str | None, found: tuple[Colours, tuple[str, ...]]) -> None:
        if wanted == self._wanted:
            self.colours, self.fields = found
            self._wanted = self.colours.field if wanted is None and self.colours.field else wanted
            self._classes = {name: code for code, name in enumerate(self.colours.names)}
            self.changed.emit()

    def style(self, value: str) -> ClassStyle | None:
        """Of a value of the field; None for "other"."""
        return self.style_of(self._classes.get(value, OTHER))

    def style_of(self, code: int) -> ClassStyle | None:
        return look().theme.classes[code] if 0 <= code < CLASSES else None

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.tracks or changes.labels:
            self.refresh()

    def forget(self) -> None:
        self._wanted = None
        self.colours, self.fields, self._classes = Colours(), (), {}
        self.changed.emit()


def read_colours(wanted: str | None, collection: Collection) -> tuple[Colours, tuple[str, ...]]:
    """Runs in the background. `wanted` None: whatever is likely; a field that is gone counts as empty."""
    from core.library.fields import list_fields

    with collection.database.reading() as session:
        known = {found.name: found for found in list_fields(session) if found.kind != "text"}
    name = _likely(collection, known) if wanted is None else wanted
    fields = tuple(known)
    if name not in known:
        return Colours(), fields
    if known[name].kind == "number":
        return Colours(name, True, known[name].unit, numbers=_numbers(name, collection)), fields
    return _classes(name, collection), fields


def _likely(collection: Collection, known: dict[str, FieldInfo]) -> str:
    """The first with something to tell apart; after the likely ones, those that a person has made."""
    from sqlalchemy import select

    from core.store.schema import Standing

    own = (found.name for found in known.values() if found.kind == "category" and not found.description)
    with collection.database.reading() as session:
        for name in (*LIKELY, *own):
            if name in known:
                values = select(Standing.value_id).where(Standing.field_id == known[name].id)
                if len(session.scalars(values.distinct().limit(2)).all()) > 1:
                    return name
    return ""


def _classes(name: str, collection: Collection) -> Colours:
    from core.library.groups import read_values

    first = {track_id: values[0] for track_id, values in read_values(collection, name).items()}
    counts: dict[str, int] = {}
    for value in first.values():
        counts[value] = counts.get(value, 0) + 1
    values = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    codes = {value: min(place, OTHER) for place, (value, _) in enumerate(values)}
    return Colours(name, values=values, codes={track_id: codes[value] for track_id, value in first.items()})


def _numbers(name: str, collection: Collection) -> dict[int, float]:
    from sqlalchemy import select

    from core.store.schema import Field, Standing

    chosen = (
        select(Standing.track_id, Standing.number)
        .join(Field, Field.id == Standing.field_id)
        .where(Field.name == name, Standing.excerpt_id == 0, Standing.number.is_not(None))
    )
    with collection.database.reading() as session:
        found = session.execute(chosen).all()
    return {row.track_id: row.number for row in found}
