"""What is judged beside a run, each with what it costs, and how often the run is made."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from core.recipes.recipe import CONTROLS, Task
from core.recipes.request import SEEDS
from desktop.teach.draft import Draft
from desktop.teach.fields import small
from desktop.teach.section import Section
from desktop.teach.settings import is_caption
from desktop.theme import look
from desktop.widgets import label

MOST_SEEDS = 50


class ControlsSection(Section):
    """What is judged beside the run, each with what it costs, and how often the run is made."""

    seeds_changed = Signal()

    def __init__(self, parent: QWidget, draft: Draft) -> None:
        super().__init__(parent, self.tr("Controls"), draft)
        tr, said = self.tr, _said()
        self.checks: dict[str, QCheckBox] = {}
        for name in CONTROLS:
            words, tip = said[name]
            self.checks[name] = check = QCheckBox(words)
            check.setToolTip(tip)
            check.clicked.connect(self._put)
        beside = tr("Captions always stand beside constant, random and nearest captions and shuffled audio.")
        self.always = label(beside, 12, tone="text2", wrap=True)
        self.add_line(*self.checks.values())
        self.rows.addWidget(self.always)
        self.seeds = QLineEdit("0")
        small(self.seeds)
        self.seeds.setFixedWidth(look().px(130))
        self.seeds.setAccessibleName(tr("Seeds"))
        self.seeds.setToolTip(tr("One, or several as 1, 2, 3 or 1-5: each is a run of its own"))
        self.seeds.textEdited.connect(self._typed)
        self.runs = label(size=12, tone="text2")
        self.add_line(label(tr("Seed"), 12, tone="text2"), self.seeds, self.runs)
        self.end()
        self._costs: dict[str, str] = {}
        self._words = {name: words for name, (words, _) in said.items()}

    def show_draft(self) -> None:
        super().show_draft()
        caption = is_caption(self.draft.recipe)
        controls = self.draft.get("controls")
        for name, check in self.checks.items():
            check.setVisible(
                not caption and (name != "random labels" or self.draft.recipe.task is not Task.REGRESS)
            )
            check.setChecked(name in controls)
            check.setText(f"{self._words[name]} {self._costs.get(name, '')}".strip())
        self.always.setVisible(caption)
        found = self.chosen_seeds()
        self.runs.setText(
            "" if len(found) < 2 else self.tr("{} runs, one after the other").format(len(found))
        )

    def show_costs(self, costs: dict[str, str]) -> None:
        if costs != self._costs:
            self._costs = costs
            self.show_draft()

    def wrong(self) -> str:
        return read_seeds(self.seeds.text())[1]

    def chosen_seeds(self) -> tuple[int, ...]:
        return read_seeds(self.seeds.text())[0]

    def show_seeds(self, text: str) -> None:
        self.seeds.setText(text)
        self.show_draft()

    @Slot()
    def _put(self) -> None:
        chosen = [name for name in CONTROLS if self.checks[name].isChecked()]
        self.draft.put("controls", chosen)

    @Slot()
    def _typed(self) -> None:
        bad = bool(self.wrong())
        self.seeds.setProperty("bad", bad)
        self.seeds.style().unpolish(self.seeds)
        self.seeds.style().polish(self.seeds)
        self.show_draft()
        self.seeds_changed.emit()


def _said() -> dict[str, tuple[str, str]]:
    """By control: its words, and what it is."""
    return {
        "majority": (
            _tr("Majority"),
            _tr("Always the most frequent label, or the mean"),
        ),
        "random labels": (
            _tr("Random labels"),
            _tr("Labels drawn as often as they occur, without listening"),
        ),
        "shuffled labels": (
            _tr("Shuffled labels"),
            _tr("The same ear, taught labels that were dealt out at random"),
        ),
        "random encoder": (_tr("Random encoder"), _tr("An ear that has learnt nothing")),
        "descriptors": (
            _tr("Descriptors"),
            _tr("What can be measured without learning: loudness, brightness, rhythm"),
        ),
    }


def read_seeds(text: str) -> tuple[tuple[int, ...], str]:
    """The seeds, and why there are none."""
    found: dict[int, None] = {}
    for part in filter(None, re.split(r"[,;\s]+", re.sub(r"\s*[-–]\s*", "-", text.strip()))):
        span = re.fullmatch(r"(\d{1,10})(?:-(\d{1,10}))?", part)
        if span is None:
            return (), _tr("A seed is a whole number from 0 on, not {}.").format(part)
        first, last = int(span[1]), int(span[2] or span[1])
        if last < first or max(first, last) >= SEEDS or last - first >= MOST_SEEDS:
            return (), _tr("{} are no seeds: write few of them, as 1-5.").format(part)
        found |= dict.fromkeys(range(first, last + 1))
    if not found:
        return (), _tr("Give a seed, such as 0: the same seed gives the same run.")
    if len(found) > MOST_SEEDS:
        return (), _tr("{} seeds at most.").format(MOST_SEEDS)
    return tuple(found), ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teach", text)
