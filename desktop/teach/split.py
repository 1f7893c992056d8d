"""Which tracks train, choose and judge: a split that is there, or a new one with its shares."""

from __future__ import annotations

import re

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from core.library.groups import GROUPS
from desktop import words
from desktop.flow import Flow
from desktop.teach.draft import Draft
from desktop.teach.facts import Facts
from desktop.teach.fields import Spin, small
from desktop.teach.section import Complaint
from desktop.theme import look
from desktop.widgets import label


class SplitPart(QWidget):
    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self._facts = Facts()
        tr = self.tr
        self.split = QComboBox()
        self.split.setAccessibleName(tr("Split"))
        self.split.setFixedWidth(look().px(232))
        self.shares = QLineEdit()
        self.shares.setAccessibleName(tr("Shares of train, valid and test in per cent"))
        self.shares.setToolTip(tr("Shares of train, valid and test; they add up to 100"))
        self.shares.setFixedWidth(look().px(104))
        self.seed = Spin()
        self.seed.setRange(0, 2**31 - 1)
        self.seed.setKeyboardTracking(False)
        self.seed.setFixedWidth(look().px(62))
        self.seed.setAccessibleName(tr("Seed of the split"))
        self.seed.setToolTip(tr("Another number makes another split; it is not the seed of the run"))
        said = {"artist": tr("artists"), "album": tr("albums"), "recording": tr("recordings")}
        self.together = {group: QCheckBox(said[group]) for group in GROUPS}
        self.complaint = Complaint()
        self._percent = label("%", 12, tone="text2")
        for widget in (self.split, self.shares, self.seed):
            small(widget)
        self._build()
        self.split.activated.connect(self._put_split)
        self.shares.textEdited.connect(self._put_shares)
        self.seed.valueChanged.connect(self._put_seed)
        for check in self.together.values():
            check.clicked.connect(self._put_together)

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look().px(4))
        first, self.new = QWidget(), QWidget()
        flow = Flow(first)
        for widget in (label(self.tr("Split"), 13, bold=True), self.split, self.shares, self._percent):
            flow.addWidget(widget)
        below = Flow(self.new)
        below.addWidget(label(self.tr("Keep together"), 12, tone="text2"))
        for check in self.together.values():
            below.addWidget(check)
        below.addWidget(label(self.tr("seed"), 12, tone="text2"))
        below.addWidget(self.seed)
        for line in (first, self.new, self.complaint):
            rows.addWidget(line)

    def show_facts(self, facts: Facts) -> None:
        self._facts = facts
        self.split.clear()
        self.split.addItem(self.tr("A new split"), "")
        for fact in facts.splits:
            self.split.addItem(f"{fact.name} · {'/'.join(words.number(n) for n in fact.sizes)}", fact.name)
        self.show_draft()

    def show_draft(self) -> None:
        draft = self.draft
        name = draft.get("data.split")
        place = self.split.findData(name)
        if place < 0 and self.split.count():
            self.split.addItem(self.tr("{} · not here").format(name), name)
            place = self.split.count() - 1
        self.split.setCurrentIndex(place)
        self.split.setToolTip(self.split.currentText())
        for widget in (self.new, self.shares, self._percent):
            widget.setVisible(not name)
        bad = draft.problems.get("data.shares", "")
        if not bad and not self.shares.hasFocus():
            self.shares.setText(write_shares(draft.get("data.shares")))
        self.shares.setProperty("bad", bool(bad))
        self.shares.style().unpolish(self.shares)
        self.shares.style().polish(self.shares)
        self.seed.blockSignals(True)
        self.seed.setValue(draft.get("data.split_seed"))
        self.seed.blockSignals(False)
        for group, check in self.together.items():
            check.setChecked(group in draft.get("data.together"))
        self.complaint.show_text(bad)

    @Slot(int)
    def _put_split(self, place: int) -> None:
        self.draft.put("data.split", self.split.itemData(place))

    @Slot(str)
    def _put_shares(self, text: str) -> None:
        try:
            self.draft.put("data.shares", read_shares(text))
        except ValueError as error:
            self.draft.refuse("data.shares", str(error))

    @Slot(int)
    def _put_seed(self, value: int) -> None:
        self.draft.put("data.split_seed", value)

    @Slot()
    def _put_together(self) -> None:
        self.draft.put("data.together", [group for group in GROUPS if self.together[group].isChecked()])

    def keep_together(self) -> None:
        """A new split in which nothing leaks."""
        self.draft.put_all({"data.split": "", "data.together": list(GROUPS)})


def write_shares(shares: list[float]) -> str:
    return " / ".join(f"{round(100 * share, 4):g}" for share in shares)


def read_shares(text: str) -> list[float]:
    """Raises ValueError with a sentence."""
    parts = [part for part in re.split(r"[/\s%;]+", text.strip()) if part]
    try:
        values = [float(part.replace(",", ".")) for part in parts]
    except ValueError:
        values = []
    if len(values) != 3:
        raise ValueError(_tr("Three shares are needed, as 60 / 20 / 20."))
    if min(values) < 0 or not values[0]:
        raise ValueError(_tr("Shares are not negative, and that of train is above 0."))
    if abs(sum(values) - 100) > 1e-6:
        raise ValueError(_tr("Shares add up to 100; these make {}.").format(f"{sum(values):g}"))
    return [value / 100 for value in values]


def _tr(text: str) -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Teach", text)
