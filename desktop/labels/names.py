"""Labels from names: which part of the files' names is a value, and what would come of it, before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from core.errors import KnownError
from core.library.names import NamedPlan, NameRule
from core.messages import channel
from desktop import words
from desktop.labels.edit_dialog import EditDialog
from desktop.labels.plan import known_fields
from desktop.tables import RowCell, dress
from desktop.theme import look
from desktop.widgets import label

if TYPE_CHECKING:
    from core.library.fields import FieldInfo
    from core.library.journal import Edit
    from core.store import Collection
    from desktop.kit import Kit

SHOWN = 500
"""More values than this are counted and not listed."""
USUAL = "prefix"


class NamesDialog(EditDialog):
    def __init__(self, parent: QWidget, kit: Kit, track_ids: Sequence[int]) -> None:
        super().__init__(parent, kit, self.tr("Labels from names"), self.tr("Set labels"))
        self._ids = tuple(track_ids)
        self.plan: NamedPlan | None = None
        self._planned: tuple[str, NameRule] | None = None
        """What `plan` is of."""
        self._make_fields()
        self._build()
        self._connect()
        kit.workspace.look(known_fields, self._know_fields)
        self.field.setFocus()
        self._changed()

    # How it is made

    def _make_fields(self) -> None:
        tr = self.tr
        self.field.setEditText(USUAL)
        self.part = QComboBox()
        self.part.setAccessibleName(tr("Which part of the name"))
        for said, rule in (
            (tr("File name, before the first _ or -"), NameRule("before", "_-")),
            (tr("File name, before the first space"), NameRule("before", " ")),
            (tr("File name, after the last _ or -"), NameRule("after", "_-")),
            (tr("File name, after the last space"), NameRule("after", " ")),
            (tr("Folder that the file lies in"), NameRule("folder")),
        ):
            self.part.addItem(said, rule)
        self.values = QTableWidget(0, 2)
        self.values.setItemDelegate(RowCell(self.values))
        dress(self.values, tr("Values and how many tracks get them"))
        self.values.setHorizontalHeaderLabels([tr("Value"), tr("Tracks")])
        self.values.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = self.values.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, side in enumerate((Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)):
            item = self.values.horizontalHeaderItem(place)
            if item is not None:
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.values.setFixedHeight(look().px(260))

    def _build(self) -> None:
        tr = self.tr
        rows = self._begin_rows(tr("Labels of {} from their names").format(words.tracks(len(self._ids))))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        names = ((tr("&Field"), self.field), (tr("&Value"), self.part), (tr("&Gives"), self.values))
        for place, (name, widget) in enumerate(names):
            said = label(name)
            said.setBuddy(widget)
            top = Qt.AlignmentFlag.AlignTop if widget is self.values else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(said, place, 0, top)
            grid.addWidget(widget, place, 1)
        rows.addLayout(grid)
        self._end_rows(rows)

    def _connect(self) -> None:
        self.field.editTextChanged.connect(self._changed)
        self.part.currentIndexChanged.connect(self._changed)

    # What is filled in

    @property
    def name(self) -> str:
        return self.field.currentText().strip().lower()

    @property
    def rule(self) -> NameRule:
        found = self.part.currentData()
        assert isinstance(found, NameRule)
        return found

    def _know_fields(self, fields: Sequence[FieldInfo]) -> None:
        """A name that was typed, or offered, stays; `title` and its like are no labels to group by."""
        if not self._gone:
            text = self.field.currentText()
            blocked = self.field.blockSignals(True)
            self.field.addItems([info.name for info in fields if info.kind == "category"])
            self.field.setEditText(text)
            self.field.blockSignals(blocked)

    @Slot()
    def _changed(self) -> None:
        """Unless the box has only written a known field in its own letters."""
        if self.plan is not None and self._planned == (self.name, self.rule):
            return
        self.plan = None
        self.agree.setEnabled(False)
        self._settled.start()

    # What would happen

    def _look_ahead(self) -> None:
        asked = (self.name, self.rule)
        work = partial(_plan, self._ids, *asked)
        self._kit.workspace.look(work, partial(self._show, asked), partial(self._refuse, asked))

    def _is_late(self, asked: tuple[str, NameRule]) -> bool:
        return self._gone or asked != (self.name, self.rule)

    def _show(self, asked: tuple[str, NameRule], plan: NamedPlan) -> None:
        if self._is_late(asked):
            return
        self.plan, self._planned = plan, asked
        self._list(plan)
        self.says.say(self._outcome(plan))
        self.agree.setEnabled(plan.changed > 0)

    def _refuse(self, asked: tuple[str, NameRule], error: Exception) -> None:
        if not isinstance(error, KnownError):
            channel.failure(error)
        elif not self._is_late(asked):
            self.values.setRowCount(0)
            self.says.complain(str(error))

    def _list(self, plan: NamedPlan) -> None:
        shown = list(plan.values.items())[:SHOWN]
        self.values.setRowCount(len(shown))
        for row, (value, count) in enumerate(shown):
            self.values.setItem(row, 0, QTableWidgetItem(value))
            number = QTableWidgetItem(words.number(count))
            number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.values.setItem(row, 1, number)

    def _outcome(self, plan: NamedPlan) -> str:
        tr, count = self.tr, words.number
        if not plan.values:
            return tr("None of these names has such a part.")
        if not plan.changed:
            return tr("Nothing changes: {} have these values already.").format(words.tracks(plan.same))
        values = tr("1 value") if len(plan.values) == 1 else tr("{} values").format(count(len(plan.values)))
        said = [tr("Sets {} of {} to {}").format(plan.field, words.tracks(plan.changed), values)]
        if plan.replaced:
            said.append(tr("other values that are replaced: {}").format(count(plan.replaced)))
        if plan.same:
            said.append(tr("as they are already: {}").format(count(plan.same)))
        if plan.without:
            said.append(tr("without such a part, left alone: {}").format(count(plan.without)))
        new = tr(" {} is a new field.").format(plan.field) if plan.is_new else ""
        return "; ".join(said) + "." + new

    # What is done

    def _work(self) -> Callable[[Collection], Edit | None] | None:
        return None if self.plan is None else partial(_do, self._ids, self.name, self.rule)


# In the background


def _plan(track_ids: Sequence[int], name: str, rule: NameRule, collection: Collection) -> NamedPlan:
    from core.library.names import plan_names

    return plan_names(collection, track_ids, name, rule)


def _do(track_ids: Sequence[int], name: str, rule: NameRule, collection: Collection) -> Edit | None:
    from core.library.names import label_by_names

    return label_by_names(collection, track_ids, name, rule)
