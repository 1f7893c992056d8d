"""What is learnt: one label, several, a number, a text. What cannot work here says why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from core.recipes.described import FEWEST as FEWEST_CAPTIONS
from core.recipes.recipe import Task
from desktop import words
from desktop.teach.draft import Draft
from desktop.teach.facts import Facts
from desktop.teach.section import Section
from desktop.theme import look
from desktop.widgets import label


class TaskChoice(QWidget):
    """A radio button with a quiet line below it, in a frame when it is chosen."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("choice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look().px(8), look().px(2), look().px(8), look().px(4))
        rows.setSpacing(0)
        self.button = QRadioButton(title)
        self.button.setFont(look().font(13))
        self.more: QLabel = label(size=11, tone="text2")
        self.more.setContentsMargins(look().px(23), 0, 0, 0)
        rows.addWidget(self.button)
        rows.addWidget(self.more)
        self.button.toggled.connect(self._frame)

    def show_state(self, what: str, why_not: str) -> None:
        self.button.setEnabled(not why_not)
        self.more.setText(why_not or what)
        self.button.setAccessibleDescription(why_not or what)
        self.setToolTip(why_not)

    def mousePressEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        if self.button.isEnabled():
            self.button.click()
        super().mousePressEvent(event)

    @Slot(bool)
    def _frame(self, on: bool) -> None:
        self.setProperty("chosen", on)
        self.style().unpolish(self)
        self.style().polish(self)


class TaskSection(Section):
    chosen = Signal(object)
    """The Task that a person has chosen."""

    def __init__(self, parent: QWidget, draft: Draft) -> None:
        super().__init__(parent, self.tr("Task"), draft)
        titles = {
            Task.CLASSIFY: self.tr("&Classify"),
            Task.TAG: self.tr("&Tag"),
            Task.REGRESS: self.tr("R&egress"),
            Task.CAPTION: self.tr("Capt&ion"),
        }
        self._group = QButtonGroup(self)
        self.choices: dict[Task, TaskChoice] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look().px(4))
        for place, (task, title) in enumerate(titles.items()):
            self.choices[task] = choice = TaskChoice(title)
            self._group.addButton(choice.button)
            grid.addWidget(choice, place // 2, place % 2)
        self._group.buttonClicked.connect(self._choose)
        self.rows.addLayout(grid)
        self.end()

    def show_facts(self, facts: Facts) -> None:
        for task, choice in self.choices.items():
            choice.show_state(self._what(task), self._why_not(task, facts))

    def show_draft(self) -> None:
        super().show_draft()
        self.choices[self.draft.recipe.task].button.setChecked(True)

    def _what(self, task: Task) -> str:
        return {
            Task.CLASSIFY: self.tr("one label a track"),
            Task.TAG: self.tr("several labels a track"),
            Task.REGRESS: self.tr("a number a track"),
            Task.CAPTION: self.tr("a text a track"),
        }[task]

    def _why_not(self, task: Task, facts: Facts) -> str:
        if task is Task.CAPTION:
            if facts.can_caption:
                return ""
            need = self.tr("needs {} described tracks; {} are")
            return need.format(words.number(FEWEST_CAPTIONS), words.number(facts.described))
        if facts.teachable(task):
            return ""
        if task is Task.REGRESS:
            return self.tr("needs a field of numbers; none here")
        if task is Task.TAG:
            return self.tr("needs a field of labels; none here")
        return self.tr("needs a field with two labels; none here")

    @Slot()
    def _choose(self) -> None:
        task = next(task for task, choice in self.choices.items() if choice.button.isChecked())
        if task is not self.draft.recipe.task:
            self.chosen.emit(task)
