"""Set label: one field of the chosen tracks, with what will happen in words before it happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.messages import channel
from desktop import words
from desktop.forms import Says
from desktop.labels.edit_dialog import EditDialog
from desktop.labels.plan import Asked, Mode, Plan, ValueProblem, do, known_fields, make_plan
from desktop.labels.said import consequence
from desktop.labels.suggest import suggest
from desktop.labels.values import ValueEdit
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from core.library.fields import FieldInfo, Kind
    from core.library.journal import Edit
    from core.library.query import FacetValue
    from core.store import Collection
    from desktop.kit import Kit

LIKELY = ("genre", "style", "mood")
"""The field that is offered first, where nobody has set one yet."""


class LabelDialog(EditDialog):
    def __init__(
        self, parent: QWidget, kit: Kit, track_ids: Sequence[int], field: str = "", mode: Mode = "set"
    ) -> None:
        super().__init__(parent, kit, self.tr("Set label"))
        self._ids = tuple(track_ids)
        self._fields: dict[str, FieldInfo] = {}
        self._plan: Plan | None = None
        self._suggested = ""
        self._is_looking = False
        self._build()
        self._connect()
        self.field.setEditText(field)
        self.modes.buttons()[("set", "add", "remove", "clear").index(mode)].setChecked(True)
        self._show_form()
        kit.workspace.look(known_fields, partial(self._know_fields, field))
        (self.value if field else self.field).setFocus()

    # How it is made

    def _build(self) -> None:
        tr = self.tr
        rows = self._begin_rows(tr("Label of {}").format(words.tracks(len(self._ids))))
        rows.addLayout(self._make_modes())
        self.field_says = Says(room_px=0)
        self.value = ValueEdit()
        self.value_says = Says(room_px=0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        field, self.value_name = label(tr("&Field")), label(tr("&Value"))
        field.setBuddy(self.field)
        self.value_name.setBuddy(self.value)
        grid.addWidget(field, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self.field_says, 1, 1)
        grid.addWidget(self._make_new(), 2, 1)
        grid.addWidget(self.value_name, 3, 0)
        grid.addWidget(self.value, 3, 1)
        grid.addWidget(self.value_says, 4, 1)
        rows.addLayout(grid)
        self._say_at(None, "")
        self._end_rows(rows)

    def _make_modes(self) -> QHBoxLayout:
        tr = self.tr
        row = QHBoxLayout()
        row.setSpacing(4)
        self.modes = QButtonGroup(self)
        for mode, name, tip in (
            ("set", tr("&Set"), tr("This value and no other")),
            ("add", tr("&Add"), tr("This value beside the others")),
            ("remove", tr("&Remove"), tr("All values but this one")),
            ("clear", tr("&Clear"), tr("No value at all, whatever the tags say")),
        ):
            button = Button(name, "flat", tip=tip)
            button.setCheckable(True)
            button.setProperty("mode", mode)
            self.modes.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _make_new(self) -> QWidget:
        """What a field that is not there yet should hold."""
        tr = self.tr
        self.new = QWidget()
        row = QHBoxLayout(self.new)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("What the new field holds"))
        for kind, name in (("category", tr("Categories")), ("number", tr("Numbers")), ("text", tr("Text"))):
            self.kind.addItem(name, kind)
        self.many = QCheckBox(tr("A track may have several"))
        row.addWidget(label(tr("New field, holds"), tone="text2"))
        row.addWidget(self.kind)
        row.addWidget(self.many)
        row.addStretch(1)
        return self.new

    def _connect(self) -> None:
        self.modes.buttonClicked.connect(self._changed)
        self.field.editTextChanged.connect(self._changed)
        self.kind.currentIndexChanged.connect(self._changed)
        self.many.toggled.connect(self._changed)
        self.value.textChanged.connect(self._changed)

    # What is filled in

    @property
    def mode(self) -> Mode:
        button = self.modes.checkedButton()
        return cast("Mode", button.property("mode")) if button is not None else "set"

    @property
    def asked(self) -> Asked:
        kind = cast("Kind", self.kind.currentData())
        name = self.field.currentText().strip().lower()
        return Asked(self._ids, self.mode, name, self.value.text(), kind, self.many.isChecked())

    def _know_fields(self, wanted: str, fields: Sequence[FieldInfo]) -> None:
        if self._gone:
            return
        self._fields = {info.name: info for info in fields}
        text = self.field.currentText()
        self.field.blockSignals(True)
        self.field.addItems(list(self._fields))
        first = next((name for name in LIKELY if name in self._fields), "")
        self.field.setEditText(text or wanted or first)
        self.field.blockSignals(False)
        self._changed()

    @Slot()
    def _changed(self) -> None:
        """Unless the box has only written a known field in its own letters."""
        if self._plan is not None and self._plan.asked == self.asked:
            return
        self._plan = None
        self._show_form()
        self._settled.start()

    def _show_form(self) -> None:
        name = self.field.currentText().strip().lower()
        info = self._fields.get(name)
        self.new.setVisible(
            bool(self._fields) and bool(name) and info is None and self.mode in ("set", "add")
        )
        self.many.setEnabled(self.kind.currentData() == "category")
        wants_value = self.mode != "clear"
        for widget in (self.value, self.value_name):
            widget.setVisible(wants_value)
        self.value.be_for(several=info.many if info else self.many.isChecked())
        tr = self.tr
        verbs = {
            "set": tr("Set label"),
            "add": tr("Add value"),
            "remove": tr("Remove value"),
            "clear": tr("Clear label"),
        }
        self.agree.setText(verbs[self.mode])
        self.agree.setEnabled(self._plan is not None and self._plan.changed > 0)
        if name != self._suggested:
            self._suggested = name
            suggest(self._kit.workspace, name, partial(self._know_values, name))

    def _know_values(self, name: str, values: list[FacetValue]) -> None:
        if not self._gone and name == self._suggested:
            self.value.offer(values)

    # What would happen

    def _look_ahead(self) -> None:
        if self._is_looking:
            return  # when that has come, what is filled in by then is looked at
        self._is_looking = True
        asked = self.asked
        self._kit.workspace.look(
            partial(make_plan, asked), partial(self._show_plan, asked), partial(self._refuse, asked)
        )

    def _is_late(self, asked: Asked) -> bool:
        self._is_looking = False
        if not self._gone and asked != self.asked:
            self._settled.start()
        return self._gone or asked != self.asked

    def _show_plan(self, asked: Asked, plan: Plan) -> None:
        if self._is_late(asked):
            return
        self._plan = plan
        self._say_at(None, "")
        self.says.say(consequence(plan))
        self.agree.setEnabled(plan.changed > 0)

    def _refuse(self, asked: Asked, error: Exception) -> None:
        is_late = self._is_late(asked)
        if not isinstance(error, KnownError):
            channel.failure(error)
        elif not is_late:
            waits = not asked.field if not isinstance(error, ValueProblem) else not asked.text.strip()
            place = self.value_says if isinstance(error, ValueProblem) else self.field_says
            self._say_at(None if waits else place, str(error))
            self.says.say(str(error) if waits else "")

    def _say_at(self, place: Says | None, text: str) -> None:
        for says in (self.field_says, self.value_says):
            says.setVisible(says is place)
        if place is not None:
            place.complain(text)

    # What is done

    def _work(self) -> Callable[[Collection], Edit | None] | None:
        return None if self._plan is None else partial(do, self._plan)
