"""Small forms: the name of a new field, of a new class, and of a class that is to be called otherwise."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from core.errors import RequestProblem
from desktop.forms import Says, foot
from desktop.theme import look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    Agreed = Callable[[str], None]


class NameForm(QDialog):
    """One name, checked as it is typed."""

    def __init__(
        self, parent: QWidget, title: str, verb: str, taken: Collection[str], agreed: Agreed
    ) -> None:
        super().__init__(parent)
        from PySide6.QtCore import Qt

        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._taken = set(taken)
        self._agreed = agreed
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name"))
        self.says = Says(18)
        self.agree = Button(verb, "main")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.rows.setSpacing(8)
        self.rows.addWidget(label(title, 15, bold=True))
        self.rows.addWidget(self.name)
        self.rows.addWidget(self.says)
        self.rows.addLayout(foot(self, self.agree, self._agree))
        self.setMinimumWidth(look().px(380))
        self.name.textChanged.connect(self.look)
        self.look()
        self.name.setFocus()

    @property
    def text(self) -> str:
        return " ".join(self.name.text().split())

    @Slot()
    def look(self) -> None:
        problem = self.problem() if self.text else ""
        self.agree.setEnabled(bool(self.text) and not problem)
        if problem:
            self.says.complain(problem)
        else:
            self.says.say(self.hint())

    def hint(self) -> str:
        return self.tr("As it will stand in the library.")

    def problem(self) -> str:
        return self.tr("{} is there already.").format(self.text) if self.text in self._taken else ""

    @Slot()
    def _agree(self) -> None:
        if self.agree.isEnabled():
            self.accept()
            self._agreed(self.text)


class FieldNameForm(NameForm):
    """A field is made with its first label."""

    def __init__(self, parent: QWidget, taken: Collection[str], agreed: Callable[[str, bool], None]) -> None:
        self.many = QCheckBox()
        super().__init__(parent, self.tr("Label a new field"), self.tr("Begin"), taken, self._both)
        self._told = agreed
        self.many.setText(self.tr("A track may have several values"))
        self.rows.insertWidget(2, self.many)
        self.name.setPlaceholderText(self.tr("such as mood"))

    def _both(self, text: str) -> None:
        self._told(text, self.many.isChecked())

    @property
    def text(self) -> str:
        return self.name.text().strip().lower()

    def hint(self) -> str:
        return self.tr("The field is made with its first label.")

    def problem(self) -> str:
        from core.library.fields import check_name

        if super().problem():
            return super().problem()
        try:
            check_name(self.text)
        except RequestProblem as problem:
            return str(problem)
        return ""
