"""Which columns the table shows, in which order and how wide, from one opening to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from desktop.library.columns import USUAL, Column, columns_for

if TYPE_CHECKING:
    from desktop.library.fields import Fields
    from desktop.library.table import TracksTable


class ShownColumns(QObject):
    def __init__(self, table: TracksTable, fields: Fields) -> None:
        super().__init__(table)
        self._table, self._fields = table, fields
        self._keys: list[str] = list(USUAL)
        """Those that are wanted, be they there or not."""
        self._widths: dict[str, Any] = {}
        fields.changed.connect(self.show)
        table.head.changed.connect(self._note)

    def there_are(self) -> dict[str, Column]:
        return columns_for(self._fields.known.values())

    def columns(self) -> list[Column]:
        """As they stand, from the left."""
        columns = {column.key: column for column in self._table.tracks.columns}
        return [columns[key] for key in self._table.head.order()]

    def keys(self) -> set[str]:
        return {column.key for column in self._table.tracks.columns}

    @Slot()
    def show(self) -> None:
        """Those that are wanted and there. The order on the screen becomes that of the model."""
        known, table = self.there_are(), self._table
        columns = [known[key] for key in self._keys if key in known]
        if columns == table.tracks.columns:
            return
        top = table.seen_rows()
        table.tracks.show_columns([])  # so that what was moved counts no more
        table.tracks.show_columns(columns)
        table.head.show_widths(self._widths)
        if len(top):
            table.scrollTo(table.tracks.index(top.start, 0), table.ScrollHint.PositionAtTop)

    @Slot()
    def _note(self) -> None:
        """Somebody has moved one or changed a width."""
        there = self.keys()
        self._keys = [*self._table.head.order(), *(key for key in self._keys if key not in there)]
        self._widths = {**self._widths, **self._table.head.widths()}

    def turn(self, key: str) -> None:
        """Show a column, or no longer; one always stays."""
        order = self._table.head.order()
        if key not in order:
            self._keys = [*order, key]
        elif len(order) > 1:
            self._keys = [one for one in order if one != key]
        self.show()

    @Slot()
    def show_usual(self) -> None:
        self._keys, self._widths = list(USUAL), {}
        self._table.tracks.show_columns([])
        self.show()

    def remembered(self) -> dict[str, Any]:
        return {"columns": self._keys, "widths": self._widths}

    def restore(self, kept: dict[str, Any]) -> None:
        keys, widths = kept.get("columns"), kept.get("widths")
        told = [key for key in keys if isinstance(key, str)] if isinstance(keys, list) else []
        self._keys = list(dict.fromkeys(told)) or list(USUAL)
        self._widths = widths if isinstance(widths, dict) else {}
        self._table.tracks.show_columns([])
        self.show()
