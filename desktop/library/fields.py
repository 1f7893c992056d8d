"""Which fields the collection has, and which values they know: for columns, completion and facets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.library.fields import FieldInfo, Kind
from core.library.query.parse import STANDARD_KINDS
from desktop.changes import Changes

if TYPE_CHECKING:
    from core.store import Collection
    from desktop.workspace import Workspace

MOST_VALUES = 5000
TITLES = {"albumartist": "Album artist", "track": "Track number"}


def title_of(name: str) -> str:
    """A field's name as a heading."""
    return TITLES.get(name) or name.replace("_", " ").capitalize()


class Fields(QObject):
    changed = Signal()
    """There are others, or one holds something else."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.known: dict[str, FieldInfo] = {}
        self._values: dict[str, list[str]] = {}
        workspace.changed.connect(self._look_again)

    @property
    def kinds(self) -> dict[str, Kind]:
        """With the standard ones, which can be asked for before any track has them."""
        return {**STANDARD_KINDS, **{name: field.kind for name, field in self.known.items()}}

    @Slot()
    def refresh(self) -> None:
        self._workspace.look(read_fields, self._came)

    def _came(self, fields: list[FieldInfo]) -> None:
        known = {field.name: field for field in fields}
        if known != self.known:
            self.known = known
            self.changed.emit()

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.tracks or changes.labels:
            self._values.clear()
            self.refresh()

    def ask_values(self, name: str, done: Callable[[list[str]], None]) -> None:
        """The values of a field, the most frequent first; at once where they are known."""
        if name in self._values:
            done(self._values[name])
        elif name in self.known:
            self._workspace.look(partial(read_values, name), partial(self._values_came, name, done), _nobody)
        else:
            done([])

    def _values_came(self, name: str, done: Callable[[list[str]], None], values: list[str]) -> None:
        self._values[name] = values
        done(values)

    def forget(self) -> None:
        self._values.clear()
        self.known = {}
        self.changed.emit()


def _nobody(_error: Exception) -> None:
    """The field is gone: there is nothing to suggest."""


# In the background


def read_fields(collection: Collection) -> list[FieldInfo]:
    from core.library.fields import list_fields

    with collection.database.reading() as session:
        return list_fields(session)


def read_values(name: str, collection: Collection) -> list[str]:
    from core.library.query import facets

    found = facets(collection, name, most=MOST_VALUES)
    return [facet.value if isinstance(facet.value, str) else f"{facet.value:g}" for facet in found]
