"""A label for an excerpt: the field and the value, nothing more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.forms import Says, foot
from desktop.player import ticks
from desktop.player.passage import Passage
from desktop.theme import look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.store import Collection
    from desktop.kit import Kit

Fields = list[tuple[str, str]]


class LabelForm(QDialog):
    """`kit.history` can take the label back."""

    done_with = Signal()

    def __init__(self, parent: QWidget, kit: Kit, passage: Passage, title: str) -> None:
        super().__init__(parent)
        assert passage.end_s is not None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Label an excerpt"))
        self._kit = kit
        self._passage = passage
        self._kinds: dict[str, str] = {}
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.setAccessibleName(self.tr("Field"))
        self.value = QLineEdit()
        self.value.setAccessibleName(self.tr("Value"))
        self.says = Says(18)
        self.agree = Button(self.tr("Set label"), "main")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(8)
        rows.addWidget(label(title, 15, bold=True))
        rows.addWidget(label(ticks.between(passage.start_s, passage.end_s), tone="text2"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, (words, widget) in enumerate(
            ((self.tr("Field"), self.field), (self.tr("Value"), self.value))
        ):
            grid.addWidget(label(words, tone="text2"), row, 0)
            grid.addWidget(widget, row, 1)
        rows.addLayout(grid)
        rows.addWidget(self.says)
        rows.addLayout(foot(self, self.agree, self._set))
        self.setMinimumWidth(look().px(400))
        self.field.editTextChanged.connect(self._look)
        self.value.textChanged.connect(self._look)
        kit.workspace.look(read_fields, self._fill)
        self._look()
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, fields: Fields) -> None:
        typed = self.field.currentText()
        self._kinds = dict(fields)
        self.field.addItems([name for name, _ in fields])
        preferred = self.field.findText("genre")
        if typed:
            self.field.setEditText(typed)
        elif preferred >= 0:
            self.field.setCurrentIndex(preferred)

    def _number(self) -> float | None:
        try:
            return float(self.value.text().strip())
        except ValueError:
            return None

    @Slot()
    def _look(self) -> None:
        name, value = self.field.currentText().strip().lower(), self.value.text().strip()
        wrong = self._kinds.get(name) == "number" and bool(value) and self._number() is None
        self.agree.setEnabled(bool(name and value) and not wrong)
        if wrong:
            self.says.complain(self.tr("{} takes numbers.").format(name))
        elif name and self._kinds and name not in self._kinds:
            self.says.say(self.tr("{} is a new field.").format(name))
        else:
            self.says.say(self.tr("The label belongs to these seconds only. It can be undone."))

    @Slot()
    def _set(self) -> None:
        name, text = self.field.currentText().strip().lower(), self.value.text().strip()
        number = self._number() if self._kinds.get(name) == "number" else None
        value = number if number is not None else text
        self.agree.setEnabled(False)
        work = partial(set_label, self._passage, name, value)
        self._kit.history.edit(work, self._was_set, self._was_not)

    def _was_set(self, _edit: Edit | None) -> None:
        self.accept()

    def _was_not(self, error: Exception) -> None:
        self.agree.setEnabled(True)
        self.says.complain(str(error))


def read_fields(collection: Collection) -> Fields:
    """Runs in the background."""
    from core.library.fields import STANDARD, list_fields

    with collection.database.reading() as session:
        known = {field.name: field.kind for field in list_fields(session)}
    return list(({name: field.kind for name, field in STANDARD.items()} | known).items())


def set_label(passage: Passage, field: str, value: str | float, collection: Collection) -> Edit | None:
    """Runs in the background."""
    from core.library.edits import Span, add_value

    assert passage.end_s is not None
    span = Span(passage.track_id, round(passage.start_s, 3), round(passage.end_s, 3))
    return add_value(collection, [span], field, value)
