"""Renaming and merging values, renaming and deleting fields: small forms that say the outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from core.errors import KnownError
from desktop import words
from desktop.labels.edit_dialog import EditDialog
from desktop.labels.plan import known_fields
from desktop.labels.suggest import suggest
from desktop.theme import look
from desktop.track.sources import value_text
from desktop.widgets import label

if TYPE_CHECKING:
    from core.library.fields import FieldInfo
    from core.library.journal import Edit
    from core.library.query import FacetValue
    from core.store import Collection
    from desktop.kit import Kit

VALUE_ROLE = Qt.ItemDataRole.UserRole + 1


class FieldForm(EditDialog):
    """Begins with a field that is there; whoever inherits adds what is done with it."""

    def __init__(self, parent: QWidget, kit: Kit, title: str) -> None:
        super().__init__(parent, kit, title, title)
        self.setMinimumWidth(look().px(460))
        self.field.setEditable(False)
        self._was_refused = False
        self.fields: dict[str, FieldInfo] = {}
        self.counts: dict[str, int] = {}
        """How many tracks have each value of the field."""
        rows = self._begin_rows(title)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(1, 1)
        rows.addLayout(self.grid)
        self.add_row(self.tr("&Field"), self.field)
        self._end_rows(rows)
        self.field.currentIndexChanged.connect(self._turn)
        self._look_ahead()
        kit.workspace.look(known_fields, self._know_fields)
        self.field.setFocus()

    def add_row(self, name: str, widget: QWidget) -> None:
        words_ = label(name)
        words_.setBuddy(widget)
        place = self.grid.rowCount()
        self.grid.addWidget(words_, place, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(widget, place, 1)

    def suits(self, info: FieldInfo) -> bool:
        return True

    def _know_fields(self, fields: Sequence[FieldInfo]) -> None:
        if self._gone:
            return
        self.fields = {info.name: info for info in fields if self.suits(info)}
        self.field.addItems(list(self.fields))
        if not self.fields:
            self.says.say(self.tr("There is no such field yet."))

    @property
    def name(self) -> str:
        return self.field.currentText()

    @Slot()
    def _turn(self) -> None:
        suggest(self._kit.workspace, self.name, partial(self._know_values, self.name))

    def _know_values(self, name: str, values: list[FacetValue]) -> None:
        if not self._gone and name == self.name:
            self.counts = {value_text(facet.value): facet.tracks for facet in values}
            self.show_values()
            if not self._was_refused:
                self._look_ahead()

    def show_values(self) -> None:
        """The values of another field are known."""

    def values_words(self) -> str:
        count = len(self.counts)
        return self.tr("1 value") if count == 1 else self.tr("{} values").format(words.number(count))

    @Slot()
    def _look_ahead(self) -> None:
        """At once, for nothing is read."""
        self._was_refused = False
        work = self._work() if self.fields else None
        self.agree.setEnabled(work is not None)
        if self.fields:
            self.says.say(self.outcome())

    def outcome(self) -> str:
        raise NotImplementedError

    def _failed(self, error: Exception) -> None:
        self._was_refused = isinstance(error, KnownError)  # until something else is filled in
        super()._failed(error)


class RenameValueDialog(FieldForm):
    def __init__(self, parent: QWidget, kit: Kit) -> None:
        self.old = QComboBox()
        self.new = QLineEdit()
        super().__init__(parent, kit, self.tr("Rename value"))
        self.old.setAccessibleName(self.tr("Value"))
        self.new.setAccessibleName(self.tr("New name of the value"))
        self.add_row(self.tr("&Value"), self.old)
        self.add_row(self.tr("&New name"), self.new)
        self.old.currentIndexChanged.connect(self._begin)
        self.new.textChanged.connect(self._look_ahead)

    def suits(self, info: FieldInfo) -> bool:
        return info.kind != "number"

    def show_values(self) -> None:
        self.old.clear()
        for value, tracks in self.counts.items():
            self.old.addItem(f"{value}   {words.number(tracks)}", value)

    @Slot()
    def _begin(self) -> None:
        self.new.setText(self.old.currentData() or "")
        self.new.selectAll()

    def outcome(self) -> str:
        old, new = self.old.currentData(), self.new.text().strip()
        if not old:
            return self.tr("No track has a value of {} yet.").format(self.name)
        if not new or new == old:
            return self.tr("{} have it. Type its new name.").format(words.tracks(self.counts[old]))
        said = self.tr("{old} becomes {new} on {count}, whatever its source.").format(
            old=old, new=new, count=words.tracks(self.counts[old])
        )
        if new in self.counts:
            more = self.tr("{} have {} already; then these are one value.")
            said = f"{said} {more.format(words.tracks(self.counts[new]), new)}"
        return said

    def _work(self) -> Callable[[Collection], Edit | None] | None:
        old, new = self.old.currentData(), self.new.text().strip()
        return partial(_rename_value, self.name, old, new) if old and new and new != old else None


class MergeDialog(FieldForm):
    def __init__(self, parent: QWidget, kit: Kit) -> None:
        self.values = QListWidget()
        self.new = QLineEdit()
        super().__init__(parent, kit, self.tr("Merge values"))
        self.values.setAccessibleName(self.tr("Values that become one"))
        self.values.setObjectName("ticks")
        self.values.setFont(look().font(12))
        self.values.setFixedHeight(look().px(220))
        self.new.setAccessibleName(self.tr("What they become"))
        self.add_row(self.tr("&Values"), self.values)
        self.add_row(self.tr("&Become"), self.new)
        self.values.itemChanged.connect(self._ticked)
        self.new.textEdited.connect(self._look_ahead)

    def suits(self, info: FieldInfo) -> bool:
        return info.kind == "category"

    def show_values(self) -> None:
        self.values.blockSignals(True)
        self.values.clear()
        for value, tracks in self.counts.items():
            item = QListWidgetItem(f"{value}   {words.number(tracks)}")
            item.setData(VALUE_ROLE, value)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            )
            item.setCheckState(Qt.CheckState.Unchecked)
            self.values.addItem(item)
        self.values.blockSignals(False)
        self.new.clear()

    @property
    def ticked(self) -> list[str]:
        items = (self.values.item(place) for place in range(self.values.count()))
        return [item.data(VALUE_ROLE) for item in items if item.checkState() == Qt.CheckState.Checked]

    @Slot()
    def _ticked(self) -> None:
        """The most frequent one is offered as the name of all."""
        if not self.new.isModified() and self.ticked:
            self.new.setText(self.ticked[0])
        self._look_ahead()

    def outcome(self) -> str:
        ticked, new = self.ticked, self.new.text().strip()
        if len({*ticked, new} - {""}) < 2:
            return self.tr("Tick the values that are one and the same.")
        return self.tr("{} become {}; sources stay what they are.").format(", ".join(ticked), new or "…")

    def _work(self) -> Callable[[Collection], Edit | None] | None:
        ticked, new = self.ticked, self.new.text().strip()
        ready = bool(new) and bool(ticked) and len({*ticked, new}) > 1
        return partial(_merge, self.name, ticked, new) if ready else None


class RenameFieldDialog(FieldForm):
    def __init__(self, parent: QWidget, kit: Kit) -> None:
        self.new = QLineEdit()
        super().__init__(parent, kit, self.tr("Rename field"))
        self.new.setAccessibleName(self.tr("New name of the field"))
        self.add_row(self.tr("&New name"), self.new)
        self.new.textChanged.connect(self._look_ahead)

    def suits(self, info: FieldInfo) -> bool:
        return not info.description

    def outcome(self) -> str:
        new = self.new.text().strip().lower()
        if not new or new == self.name:
            return self.tr("Its labels stay. Standard fields keep their names.")
        return self.tr("{} becomes {}; its {} stay.").format(self.name, new, self.values_words())

    def _work(self) -> Callable[[Collection], Edit | None] | None:
        new = self.new.text().strip().lower()
        return partial(_rename_field, self.name, new) if new and new != self.name else None


class DeleteFieldDialog(FieldForm):
    """It is the one question before a field goes."""

    def __init__(self, parent: QWidget, kit: Kit) -> None:
        super().__init__(parent, kit, self.tr("Delete field"))

    def outcome(self) -> str:
        return self.tr(
            "{} goes with its {} on every track, from every source. Undo brings it back; "
            "a scan brings back what the tags say."
        ).format(self.name, self.values_words())

    def _work(self) -> Callable[[Collection], Edit | None] | None:
        return partial(_delete_field, self.name)


def _rename_value(field: str, old: str, new: str, collection: Collection) -> Edit | None:
    from core.library.edits import rename_value

    return rename_value(collection, field, old, new)


def _merge(field: str, old: list[str], new: str, collection: Collection) -> Edit | None:
    from core.library.edits import merge_values

    return merge_values(collection, field, old, new)


def _rename_field(old: str, new: str, collection: Collection) -> Edit | None:
    from core.library.edits import rename_field

    return rename_field(collection, old, new)


def _delete_field(name: str, collection: Collection) -> Edit | None:
    from core.library.edits import delete_field

    return delete_field(collection, name)
