"""A row of the form: its name left, its fields right, and what is wrong with them below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.flow import Flow
from desktop.teach.draft import Draft
from desktop.teach.fields import Cell
from desktop.teach.settings import settings
from desktop.theme import look
from desktop.widgets import Button, IconLabel, label, rule

NAME_PX = 78


class Section(QWidget):
    """`names`: how the names of its plain settings begin, as "training.".

    Everything is made inside of what it belongs to: whatever moves to another parent is dressed anew.
    """

    def __init__(self, parent: QWidget, title: str, draft: Draft, *names: str) -> None:
        super().__init__(parent)
        self.draft = draft
        self.more = False
        self._names = names
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look().px(8))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self.line = rule()
        grid.addWidget(self.line, 0, 0, 1, 2)
        self.name = label(title, 13, bold=True)
        self.name.setFixedWidth(look().px(NAME_PX))
        self.name.setContentsMargins(0, look().px(9), 0, 0)
        grid.addWidget(self.name, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._body = body = QWidget(self)
        self.rows = QVBoxLayout(body)
        self.rows.setContentsMargins(0, look().px(5), 0, look().px(5))
        self.rows.setSpacing(look().px(4))
        grid.addWidget(body, 1, 1)
        self._line = QWidget(body)
        own = [one for one in settings() if one.name.startswith(names)] if names else []
        self.cells = [Cell(self._line, one, draft) for one in own]
        self.complaint = Complaint()
        self.toggle = Button("", "flat", name=self.tr("More settings of {}").format(title))
        self.toggle.setProperty("link", True)
        self.toggle.clicked.connect(self._toggle)

    def add_line(self, *widgets: QWidget) -> QWidget:
        """In a flow of their own."""
        return self._fill(QWidget(self._body), *widgets)

    def _fill(self, line: QWidget, *widgets: QWidget) -> QWidget:
        flow = Flow(line)
        for widget in widgets:
            flow.addWidget(widget)
        self.rows.addWidget(line)
        return line

    def end(self) -> None:
        """The plain settings and the complaint, below what was added."""
        if self.cells:
            self._fill(self._line, *self.cells, self.toggle)
        self.rows.addWidget(self.complaint)

    def show_draft(self) -> None:
        for cell in self.cells:
            cell.show_draft(more=self.more)
        rare = [cell for cell in self.cells if cell.setting.rare and cell.setting.matters(self.draft.recipe)]
        self.toggle.setVisible(bool(rare))
        self.toggle.setText(self.tr("Fewer settings") if self.more else self.tr("More settings"))
        self.complaint.show_text(self.wrong())

    def wrong(self) -> str:
        """What is wrong with one of its own settings."""
        own = (why for name, why in self.draft.problems.items() if name and self._owns(name))
        return next(own, "")

    def _owns(self, name: str) -> bool:
        return bool(self._names) and name.startswith(self._names)

    def _toggle(self) -> None:
        self.more = not self.more
        self.show_draft()


class Complaint(QWidget):
    """In plain words, below the field; takes no room as long as all is well."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("error", "bad", 14), 0, Qt.AlignmentFlag.AlignTop)
        self.said = label(size=12, tone="bad", wrap=True)
        row.addWidget(self.said, 1)
        self.hide()

    def show_text(self, text: str) -> None:
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.setVisible(bool(text))
