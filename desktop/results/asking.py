"""What is asked before something is done with a run: how many seeds, which labels, whether it may go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.progress import say_seconds
from desktop import words
from desktop.forms import Says, foot
from desktop.results.work import Weight
from desktop.theme import look
from desktop.widgets import Button, Question, label

MOST_SEEDS = 20


def _tr(text: str) -> str:
    return QCoreApplication.translate("Results", text)


class _Dialog(QDialog):
    def __init__(self, parent: QWidget, title: str, agree: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(look().px(460))
        self.agree = Button(agree, "main")
        self.says = Says()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(24, 24, 24, 16)
        self.rows.setSpacing(12)
        self.rows.addWidget(label(title, 15, bold=True, wrap=True))
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(1, 1)
        self.rows.addLayout(self.grid)
        self.rows.addWidget(self.says)

    def ask(self, name: str, widget: QWidget, spoken: str) -> None:
        place = self.grid.rowCount()
        head = label(name)
        head.setBuddy(widget)
        widget.setAccessibleName(spoken)
        self.grid.addWidget(head, place, 0)
        self.grid.addWidget(widget, place, 1)

    def close_form(self, agreed: Callable[[], None]) -> None:
        self.rows.addLayout(foot(self, self.agree, agreed))


class SeedsDialog(_Dialog):
    agreed = Signal(object)
    """The seeds."""

    def __init__(
        self, parent: QWidget, run: int, count: int, seconds: float | None, free: Callable[[int], list[int]]
    ) -> None:
        """`free` gives as many seeds as it is asked for; `seconds`: how long the run took."""
        super().__init__(parent, self.tr("Queue more seeds of run {}").format(run), self.tr("Queue"))
        self._free = free
        self._seconds = seconds
        self.count = QSpinBox()
        self.count.setRange(1, MOST_SEEDS)
        self.count.setValue(count)
        self.ask(self.tr("&More runs"), self.count, self.tr("How many more runs"))
        self.count.valueChanged.connect(self._show_plan)
        self.close_form(self._agree)
        self._show_plan()
        self.count.setFocus()
        self.count.selectAll()

    @Slot()
    def _show_plan(self) -> None:
        seeds = self._free(self.count.value())
        named = ", ".join(map(str, seeds))
        said = (
            self.tr("The same recipe with seed {}.")
            if len(seeds) == 1
            else self.tr("The same recipe with the seeds {}.")
        ).format(named)
        if self._seconds is not None:
            took = self.tr("Each takes about as long as this one did: {}.").format(say_seconds(self._seconds))
            said = f"{said} {took}"
        self.says.say(said)
        one, more = self.tr("Queue 1 run"), self.tr("Queue {} runs").format(len(seeds))
        self.agree.setText(one if len(seeds) == 1 else more)

    @Slot()
    def _agree(self) -> None:
        self.count.interpretText()
        seeds = self._free(self.count.value())
        self.accept()
        self.agreed.emit(seeds)


class AcceptDialog(_Dialog):
    agreed = Signal(str, float, bool)
    """The field, the least probability, and whether only tracks without a label get one."""

    def __init__(self, parent: QWidget, run: int, field: str, *, has_probability: bool) -> None:
        title = self.tr("Accept the predictions of run {} as labels").format(run)
        super().__init__(parent, title, self.tr("Accept as labels"))
        self.field = QLineEdit(field)
        self.least = QDoubleSpinBox()
        self.least.setRange(0.0, 1.0)
        self.least.setSingleStep(0.05)
        self.least.setDecimals(2)
        self.unlabelled = QCheckBox(self.tr("Only tracks that nobody has labelled"))
        self.unlabelled.setChecked(True)
        self.ask(self.tr("&Field"), self.field, self.tr("Field that gets the labels"))
        if has_probability:
            self.ask(self.tr("&At least this sure"), self.least, self.tr("Least probability, 0 to 1"))
        self.grid.addWidget(self.unlabelled, self.grid.rowCount(), 1)
        self.says.say(
            self.tr(
                "Each label says which run it comes from; what a person has said stays. Undo takes it back."
            )
        )
        self.close_form(self._agree)
        self.field.textChanged.connect(self._check)
        self.field.setFocus()

    @Slot()
    def _check(self) -> None:
        there = bool(self.field.text().strip())
        self.agree.setEnabled(there)
        self.agree.setToolTip("" if there else self.tr("Name the field first"))

    @Slot()
    def _agree(self) -> None:
        self.least.interpretText()
        answer = self.field.text().strip(), self.least.value(), self.unlabelled.isChecked()
        self.accept()
        self.agreed.emit(*answer)


def ask_delete(parent: QWidget, run: int, weight: Weight, delete: Callable[[], None]) -> Question:
    """Says what goes with the run, once."""
    return Question(
        parent,
        _tr("Delete run {}?").format(run),
        weight_words(weight),
        {_tr("Delete run {}").format(run): delete, _tr("Keep it"): _nothing},
    )


def weight_words(weight: Weight) -> str:
    """`Its curves, scores, 600 predictions and 2 checkpoints (4.2 MB) go for good.`"""
    parts = [_tr("its curves and scores")]
    for count, one, several in (
        (weight.predictions, _tr("1 prediction"), _tr("{} predictions")),
        (weight.captions, _tr("1 caption"), _tr("{} captions")),
        (
            weight.labels,
            _tr("1 label that was accepted from it"),
            _tr("{} labels that were accepted from it"),
        ),
    ):
        if count:
            parts.append(one if count == 1 else several.format(words.number(count)))
    if weight.checkpoints:
        kept = _tr("1 checkpoint") if weight.checkpoints == 1 else _tr("{} checkpoints")
        size = words.size(weight.size_bytes)
        parts.append(f"{kept.format(words.number(weight.checkpoints))} ({size})")
    if weight.encoder:
        parts.append(_tr("the encoder that it has trained"))
    said = _tr("What goes for good: {}.").format(_listed(parts))
    return f"{said} {_tr('Vectors that its encoder has made stay.')}" if weight.encoder else said


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else _tr("{} and {}").format(", ".join(parts[:-1]), parts[-1])


def _nothing() -> None:
    """It is kept."""
