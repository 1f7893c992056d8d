"""Above the table: whose texts, which of them, words to look for, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QVBoxLayout, QWidget

from core.library.caption_lines import LinesAsked
from desktop import words
from desktop.captions.said import run_title, verdict_words
from desktop.forms import Says
from desktop.icons import icon
from desktop.neighbours.segments import Segments
from desktop.theme import look
from desktop.widgets import Button, heading, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.library.caption_lines import Sort
    from core.library.captions import Verdict
    from desktop.captions.reading import WritingRun

SETTLE_MS = 250
SHOWN: tuple[Verdict | None, ...] = (None, "to check", "accepted", "edited", "rejected")


class Head(QWidget):
    asked_changed = Signal()
    """`asked` is another question."""
    scores_wanted = Signal(bool)
    export_wanted = Signal()
    write_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.sort: Sort = "track"
        self.repeated = False
        self.by = QComboBox()
        self.by.setProperty("kind", "small")
        self.by.setAccessibleName(tr("Whose texts"))
        self.by.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.by.setMinimumContentsLength(12)
        self.by.setMaximumWidth(look().px(300))
        self.which = Segments(tr("Which texts"), {_key(one): (_which(one), "") for one in SHOWN})
        self.search = QLineEdit()
        self.search.setProperty("kind", "small")
        self.search.setPlaceholderText(tr("Search both texts"))
        self.search.setAccessibleName(tr("Search both texts"))
        self.search.setToolTip(tr("Words of either text, or a query such as genre:waltz captioned:accepted"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMinimumWidth(look().px(110))
        self.only = Button(tr("Repeated texts"), "small", icon_name="close", tip=tr("Show all texts again"))
        self.order = Button("", "icon", icon_name="list", tip=tr("Order of the texts"))
        self.write = Button(tr("Write captions…"), "small", tip=tr("Let a run describe tracks"))
        self.export = Button("", "icon", icon_name="export", tip=tr("Export these captions…"))
        self.scores = Button(
            tr("Scores"), "flat", icon_name="meter", tip=tr("What the texts of the run are worth")
        )
        self.scores.setCheckable(True)
        self.says = Says(room_px=0)
        self.says.hide()
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 6, 8, 6)
        rows.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.title = heading(self.tr("Captions"))
        row.addWidget(self.title)
        self.by_word = label(self.tr("by"), 12, tone="text2")
        self.by_word.setBuddy(self.by)
        row.addWidget(self.by_word)
        row.addWidget(self.by, 2)
        row.addWidget(self.which)
        row.addWidget(self.only)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.search, 3)
        for widget in (self.order, self.write, self.scores, self.export):
            row.addWidget(widget)
        rows.addLayout(row)
        rows.addWidget(self.says)
        self.only.hide()
        self.which.buttons["rejected"].hide()

    def _connect(self) -> None:
        self.by.activated.connect(self._ask)
        self.which.chosen.connect(self._ask)
        self.search.textChanged.connect(self._settled.start)
        self.search.returnPressed.connect(self._ask)
        self._settled.timeout.connect(self._ask)
        self.only.clicked.connect(self._show_all)
        self.order.clicked.connect(self._show_orders)
        self.write.clicked.connect(self.write_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.scores.toggled.connect(self.scores_wanted)

    # What is asked

    @property
    def run(self) -> int | None:
        """Whose texts; None: everybody's."""
        found = self.by.currentData()
        return found if isinstance(found, int) else None

    @property
    def asked(self) -> LinesAsked:
        verdict: Verdict | None = next(one for one in SHOWN if _key(one) == self.which.current)
        return LinesAsked(self.run, self.search.text().strip(), verdict, self.repeated, self.sort)

    @Slot()
    def _ask(self) -> None:
        self._settled.stop()
        self.asked_changed.emit()

    @Slot()
    def _show_all(self) -> None:
        self.show_repeated(repeated=False)

    def show_repeated(self, *, repeated: bool) -> None:
        self.repeated = repeated
        self.only.setVisible(repeated)
        self.sort = "text" if repeated else "track" if self.sort == "text" else self.sort
        self._ask()

    def start_with(self, run: int | None, sort: Sort, verdict: str, search: str) -> None:
        self.sort = sort
        if verdict in self.which.buttons:
            self.which.show_chosen(verdict)
        self.search.blockSignals(True)
        self.search.setText(search)
        self.search.blockSignals(False)
        self.choose_run(run)

    def choose_run(self, run: int | None) -> None:
        place = self.by.findData(run)
        self.by.setCurrentIndex(max(place, 0))

    # What is shown

    def show_runs(self, runs: tuple[WritingRun, ...]) -> None:
        """Those that have written; the one that is chosen stays."""
        chosen = self.by.currentData()
        self.by.clear()
        self.by.addItem(self.tr("Everybody"), None)
        for run in runs:
            if run.wrote or run.run == chosen:
                self.add_run(run)
        self.choose_run(chosen)

    def add_run(self, run: WritingRun) -> None:
        if self.by.findData(run.run) < 0:
            self.by.addItem(run_title(run), run.run)
            self.by.setItemData(self.by.count() - 1, run_title(run), Qt.ItemDataRole.ToolTipRole)

    def show_counts(self, counts: Mapping[Verdict | None, int]) -> None:
        for one in SHOWN:
            button = self.which.buttons[_key(one)]
            said = f"{_which(one)} {words.number(counts.get(one, 0))}"
            button.setText(said)
            button.setAccessibleName(said)
            button.updateGeometry()
        rejected = bool(counts.get("rejected")) or self.which.current == "rejected"
        self.which.buttons["rejected"].setVisible(rejected)

    def complain(self, text: str) -> None:
        self.says.setVisible(bool(text))
        if text:
            self.says.complain(text)

    @Slot()
    def _show_orders(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setProperty("choices", True)
        group = QActionGroup(menu)
        tr = self.tr
        orders = {"track": tr("By track"), "to check": tr("To check first"), "newest": tr("Newest first"),
                  "text": tr("By machine text")}  # fmt: skip
        for name, said in orders.items():
            action = menu.addAction(said)
            action.setCheckable(True)
            action.setChecked(name == self.sort)
            action.setData(name)
            group.addAction(action)
        group.triggered.connect(self._sort_by)
        menu.popup(self.order.mapToGlobal(QPoint(0, self.order.height())))

    @Slot(QAction)
    def _sort_by(self, action: QAction) -> None:
        self.sort = action.data()
        self._ask()

    def forget(self) -> None:
        self.finish()
        self.by.clear()
        self.complain("")
        self.repeated = False
        self.only.hide()

    def finish(self) -> None:
        self._settled.stop()


def _key(verdict: Verdict | None) -> str:
    return verdict or "all"


def _which(verdict: Verdict | None) -> str:
    from PySide6.QtCore import QCoreApplication

    return verdict_words(verdict) if verdict else QCoreApplication.translate("Captions", "All")
