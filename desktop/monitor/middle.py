"""Who is taken for whom, epoch by epoch; or, where there are no classes, the figures of every epoch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from desktop.matrix.cells import CellList
from desktop.matrix.data import confusion_of
from desktop.matrix.matrix import Matrix
from desktop.monitor.figures import Figures
from desktop.theme import look
from desktop.widgets import label

if TYPE_CHECKING:
    from desktop.curves.story import Story
    from desktop.kit import Kit


class Middle(QWidget):
    has_side = Signal(bool)
    """Whether there are cells whose tracks can be listed."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._story: Story | None = None
        self._why = ""
        self.matrix = Matrix(kit)
        self.figures = Figures()
        self.side = CellList(kit)
        """The tracks of the cell that is looked at; stands beside, wherever the page puts it."""
        self.epoch = QSpinBox()
        self.follow = QCheckBox(self.tr("Follow"))
        self._build()
        self.side.follow(self.matrix)
        self.epoch.valueChanged.connect(self._choose)
        self.follow.toggled.connect(self._show)

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        rows.addWidget(self.stack)
        self.stack.addWidget(self.matrix)
        self.stack.addWidget(self.figures)
        self.epoch.setProperty("kind", "small")
        self.epoch.setFont(look().font(12))
        self.epoch.setAccessibleName(self.tr("Epoch that the matrix shows"))
        self.epoch.setToolTip(self.tr("Look at the matrix of another epoch"))
        self.epoch.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.epoch.setRange(1, 1)
        self.epoch.setMinimumWidth(look().px(58))
        self.follow.setToolTip(self.tr("Always show the newest epoch"))
        self.follow.setFont(look().font(12))
        self.follow.setChecked(True)
        words = label(self.tr("Epoch"), 12, tone="text2")
        words.setBuddy(self.epoch)
        for widget in (words, self.epoch, self.follow):
            self.matrix.controls.addWidget(widget)

    # What it shows

    def show_story(self, story: Story, why_empty: str) -> None:
        self._story, self._why = story, why_empty
        has_classes = story.task == "classify"
        self.stack.setCurrentWidget(self.matrix if has_classes else self.figures)
        self.has_side.emit(has_classes)
        if has_classes:
            self._show()
        else:
            self.figures.show_story(story)

    @Slot()
    def _show(self, _follow: bool = False) -> None:
        story = self._story
        if story is None:
            return
        rows = [row for row in story.rows if row.confusion]
        there = bool(rows) and len(story.labels) == len(rows[0].confusion or ())
        self.epoch.setEnabled(there)
        if not there:
            self.matrix.show_counts(None, story.name, self._why)
            self.side.show_run(None)
            return
        newest = rows[-1].epoch + 1
        self.epoch.blockSignals(True)
        self.epoch.setRange(rows[0].epoch + 1, newest)
        if self.follow.isChecked():
            self.epoch.setValue(newest)
        self.epoch.blockSignals(False)
        wanted = self.epoch.value() - 1
        row = next((row for row in rows if row.epoch == wanted), rows[-1])
        confusion = confusion_of(story.labels, row.confusion or [], "valid", row.epoch, story.field)
        if confusion != self.matrix.confusion or story.name != self.matrix.of:
            self.matrix.show_counts(confusion, story.name)
        self.side.show_run(story.run, "valid", row.epoch)

    @Slot(int)
    def _choose(self, _epoch: int) -> None:
        """A person wants to see this one, and not the next."""
        self.follow.setChecked(False)
        self._show()

    def forget(self) -> None:
        self._story = None
        self.follow.setChecked(True)
        self.matrix.show_counts(None, "", self._why)
        self.side.forget()

    def remembered(self) -> dict[str, Any]:
        return {"share": self.matrix.as_share}

    def restore(self, kept: dict[str, Any]) -> None:
        self.matrix.set_as_share(kept.get("share") is True)
