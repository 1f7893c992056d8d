"""The left side of the dialog: every section of a recipe, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.teach.controls import ControlsSection
from desktop.teach.draft import Draft
from desktop.teach.encoder import EncoderSection
from desktop.teach.facts import Facts
from desktop.teach.head import HeadSection, TrainingSection, WriterSection
from desktop.teach.labels import LabelsSection
from desktop.teach.start import StartSection
from desktop.teach.task import TaskSection
from desktop.theme import look

if TYPE_CHECKING:
    from desktop.kit import Kit


class Form(QWidget):
    """Empty at first: it is filled where it stands, since moving it would dress all of it anew."""

    def fill(self, draft: Draft, kit: Kit) -> None:
        self.start = StartSection(self, draft, kit)
        self.task = TaskSection(self, draft)
        self.labels = LabelsSection(self, draft)
        self.encoder = EncoderSection(self, draft)
        self.head = HeadSection(self, draft)
        self.writer = WriterSection(self, draft)
        self.training = TrainingSection(self, draft)
        self.controls = ControlsSection(self, draft)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look().px(16), look().px(2), look().px(12), look().px(8))
        rows.setSpacing(0)
        for section in self.sections:
            rows.addWidget(section)
        self.start.line.hide()
        rows.addStretch(1)

    @property
    def sections(self) -> tuple[
        StartSection, TaskSection, LabelsSection, EncoderSection, HeadSection, WriterSection, TrainingSection,
        ControlsSection,
    ]:  # fmt: skip
        return (
            self.start, self.task, self.labels, self.encoder, self.head, self.writer, self.training,
            self.controls,
        )  # fmt: skip

    def show_facts(self, facts: Facts) -> None:
        self.task.show_facts(facts)
        self.labels.show_facts(facts)
        self.encoder.show_facts(facts)

    def show_draft(self) -> None:
        for section in self.sections:
            section.show_draft()

    def wrong(self) -> str:
        return next(filter(None, (section.wrong() for section in self.sections)), "")
