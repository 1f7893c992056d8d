"""The page of runs: what they reached, one beside another, and what lies behind each figure."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.changes import Changes
from desktop.desk.pane import Pane
from desktop.kit import Kit
from desktop.results.deeds import Deeds
from desktop.results.empty import Empty
from desktop.results.model import RunsModel
from desktop.results.pairing import Pairing
from desktop.results.read import Facts, Leaks, read_facts, read_leaks
from desktop.results.rows import COLUMNS, Asked, build, subject_of
from desktop.results.strip import Strip
from desktop.results.table import RunsTable
from desktop.results.tools import Tools
from desktop.results.views import Views
from desktop.results.work import Work
from desktop.theme import look

if TYPE_CHECKING:
    from core.runs.shown import RunLine

TEXT_FIRST = ("what", "encoder", "split", "state", "note", "tags", "seed")
"""Sorted upwards when first clicked."""
MOST_ABOVE = 0.48
"""Of the height, for the table."""
FEWEST_ROWS = 3
"""That are seen at the same time."""


class ResultsPage(Pane):
    name = "results"
    wanted = Signal()
    """It wants to be seen."""
    recipe_wanted = Signal(str, int)
    """The text of a recipe and a seed, for a new run."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.asked = Asked()
        self.facts: dict[int, Facts] = {}
        self.leaks: Leaks = {}
        self._reading = 0
        self._has_looked = False
        """A run was chosen once, be it by the page."""
        self._looked: int | None = None
        """The run that was looked at last: another one takes the keyboard's row along."""
        self._is_shared_out = False
        """Somebody has said how table and views share the height."""
        self.model = RunsModel(self)
        self._build()
        self.deeds = Deeds(self, Work(kit, self))
        self.pair = Pairing(self)
        self._connect()
        self._show_place()

    def title(self) -> str:
        return self.tr("Results")

    def keys(self) -> list[tuple[str, str]]:
        tr = self.tr
        return [
            (tr("Enter"), tr("look at the run")),
            ("B", tr("put the run beside the one that is looked at")),
            ("N", tr("write a note")),
            ("T", tr("write tags")),
            (tr("Delete"), tr("delete the run, after a question")),
        ]

    # How it is made

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        rows.addWidget(self.stack)
        self.empty = Empty()
        self.waiting = QWidget()
        self.tools, self.strip = Tools(), Strip()
        self.table = RunsTable(self.model)
        self.table.setMinimumHeight(look().px(26) * (1 + FEWEST_ROWS))
        self.views = Views(self.kit)
        above = QWidget()
        inner = QVBoxLayout(above)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.tools)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.strip)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(above)
        self.split.addWidget(self.views)
        self.split.setStretchFactor(1, 1)
        for page in (self.waiting, self.empty, self.split):
            self.stack.addWidget(page)
        self.main_parts = (self.table, self.empty.teach)

    def _connect(self) -> None:
        kit, table, tools = self.kit, self.table, self.tools
        self.split.splitterMoved.connect(self._share_out)
        kit.runs.changed.connect(self._read)
        kit.runs.turned.connect(self._turned)
        kit.workspace.changed.connect(self._look_again)
        self.model.noted.connect(self._note)
        self.model.tagged.connect(self._tag)
        table.look_wanted.connect(self.look_at)
        table.beside_wanted.connect(self.put_beside)
        table.mark_wanted.connect(self.toggle_mark)
        table.delete_wanted.connect(self.deeds.ask_delete)
        table.menu_wanted.connect(self.deeds.show_menu)
        table.moved.connect(self._moved)
        table.header.sort_wanted.connect(self.sort)
        tools.subject_wanted.connect(self._choose_subject)
        tools.text.textChanged.connect(self._filter)
        tools.controls.toggled.connect(self._filter)
        tools.archived.toggled.connect(self._filter)
        tools.note.clicked.connect(self.deeds.write_note)
        tools.archive.clicked.connect(self.deeds.toggle_archive)
        tools.more.clicked.connect(self._show_more)
        tools.export.clicked.connect(self.deeds.ask_export_table)
        self.strip.cancel.clicked.connect(self._leave_beside)
        self.strip.differs.clicked.connect(self.show_differences)
        self.empty.teach.clicked.connect(self._teach)

    # What is known

    @Slot()
    def _read(self) -> None:
        """The lines have changed: what is known beside them is read anew."""
        self._reading += 1
        lines = self.kit.runs.lines
        if not lines:
            self._came(self._reading, {})
            return
        work = partial(read_facts, [line.run for line in lines])
        self.kit.workspace.look(work, partial(self._came, self._reading))

    def _came(self, reading: int, facts: dict[int, Facts]) -> None:
        if reading != self._reading:
            return
        self.facts = facts
        self._show_place()
        self.show_rows()
        self._look_at_first()
        self._turn()
        names = sorted({about.split.name for about in facts.values() if about.split})
        if unknown := [name for name in names if name not in self.leaks]:
            self.kit.workspace.read(partial(read_leaks, unknown), partial(self._leaks_came, self._reading))

    def _leaks_came(self, reading: int, leaks: Leaks) -> None:
        if reading == self._reading:
            self.leaks = {**self.leaks, **leaks}
            self.show_rows()

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        """Who belongs to whom may be known otherwise now."""
        if changes.labels or changes.tracks:
            self.leaks = {}
            if self.facts:
                self._read()

    def _show_place(self) -> None:
        is_known = self.kit.workspace.folder is not None
        there = bool(self.kit.runs.lines)
        page = self.split if there else self.empty if is_known else self.waiting
        self.stack.setCurrentWidget(page)

    # What is shown

    def show_rows(self) -> None:
        runs, row = self.kit.runs, self.table.current
        current = (row.run, row.control) if row is not None else (runs.run, "")
        self.model.show_table(build(runs.lines, self.facts, self.leaks, self.asked, runs.run))
        self.model.show_marks(runs.run, runs.beside)
        self.table.fit()
        self._share_room()
        self.table.header.show_sort(self.asked.sort, down=self.asked.down)
        self.table.go_to(*current)
        self.tools.show_table(self.model.table, 2 if runs.beside is not None else 1)
        self._moved()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.views.fetch()
        self._look_at_first()
        self._turn()

    def _share_room(self) -> None:
        """The table takes what its rows need, and half of the page at most, until somebody shares it out."""
        if not self._is_shared_out and self.height() > 100 and self.model.table.rows:
            rows = len(self.model.table.rows) * look().px(26) + look().px(26)
            needed = self.tools.sizeHint().height() + rows + look().px(40) + 4
            above = min(needed, round(self.height() * MOST_ABOVE))
            self.split.setSizes([above, self.height() - above])

    @Slot()
    def _share_out(self) -> None:
        self._is_shared_out = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tools.show_narrow(self.width())
        self._share_room()

    def _look_at_first(self) -> None:
        """The newest run that was judged, until somebody chooses another."""
        runs = self.kit.runs
        if self._has_looked or not self.isVisible() or not self.facts:
            return
        self._has_looked = True
        judged = [line.run for line in runs.lines if line.scores and not line.archived]
        if runs.run is None and judged:
            runs.look_at(judged[0])

    @Slot()
    def _moved(self) -> None:
        line = self.deeds.line
        self.tools.enable(there=line is not None)
        self.tools.show_archived(archived=line is not None and line.archived)
        self.deeds.show_offers()

    @Slot()
    def _turned(self) -> None:
        line = self.kit.runs.line(self.kit.runs.run)
        if line is not None:
            self._has_looked = True
            subject = subject_of(line, self.facts.get(line.run))
            if self.asked.subject and line.run in self.facts and subject != self.asked.subject:
                self.asked = replace(self.asked, subject="")
        self.show_rows()
        if line is not None and line.run != self._looked:
            self.table.go_to(line.run)
        self._looked = self.kit.runs.run
        self._turn()

    def _turn(self) -> None:
        """The strip and the views follow what is looked at, as far as they are seen."""
        runs = self.kit.runs
        run, beside = runs.line(runs.run), runs.line(runs.beside)
        if not self.isVisible():
            return
        self.views.show_runs(run, beside, self._about(run, beside))
        self.pair.show_runs(run, beside)

    def _about(self, run: RunLine | None, beside: RunLine | None) -> str:
        if run is None:
            return ""
        b = self.tr("B: run {}").format(run.run)
        return b if beside is None else self.tr("{} · A: run {}").format(b, beside.run)

    # What is wanted

    @Slot(int)
    def look_at(self, run: int) -> None:
        """What was beside stays beside."""
        runs = self.kit.runs
        runs.look_at(run, runs.beside)

    @Slot(int)
    def put_beside(self, run: int) -> None:
        """Beside what is looked at; again: beside no more."""
        runs = self.kit.runs
        if runs.run is None:
            runs.look_at(run)
        elif run != runs.run:
            runs.look_at(runs.run, None if run == runs.beside else run)

    @Slot(int)
    def toggle_mark(self, run: int) -> None:
        runs = self.kit.runs
        if run == runs.run:
            runs.look_at(runs.beside)
        else:
            self.put_beside(run)

    @Slot()
    def _leave_beside(self) -> None:
        self.kit.runs.look_at(self.kit.runs.run)

    @Slot()
    def show_differences(self) -> None:
        self.views.show_differences()

    @Slot(str)
    def sort(self, column: str) -> None:
        same = column == self.asked.sort
        down = not self.asked.down if same else column not in TEXT_FIRST
        self.asked = replace(self.asked, sort=column, down=down)
        self.show_rows()

    @Slot(str)
    def _choose_subject(self, subject: str) -> None:
        self.asked = replace(self.asked, subject=subject)
        self.show_rows()
        judged = [row.run for row in self.model.table.rows if row.figure is not None and not row.control]
        line = self.kit.runs.line(self.kit.runs.run)
        if judged and (line is None or subject_of(line, self.facts.get(line.run)) != subject):
            self.kit.runs.look_at(max(judged))

    @Slot()
    def _filter(self) -> None:
        tools = self.tools
        text, controls, archived = tools.text.text(), tools.controls.isChecked(), tools.archived.isChecked()
        self.asked = replace(self.asked, text=text, controls=controls, archived=archived)
        self.show_rows()

    @Slot(int, str)
    def _note(self, run: int, text: str) -> None:
        if (line := self.kit.runs.line(run)) is not None:
            self.deeds.work.note(line, text)

    @Slot(int, str)
    def _tag(self, run: int, text: str) -> None:
        if (line := self.kit.runs.line(run)) is not None:
            self.deeds.work.tag(line, text)

    @Slot()
    def _show_more(self) -> None:
        button = self.tools.more
        self.deeds.show_menu(button.mapToGlobal(QPoint(0, button.height())))

    @Slot()
    def _teach(self) -> None:
        self.kit.commands.actions["teach"].trigger()

    # As it was

    def forget(self) -> None:
        self._reading += 1
        self.facts, self.leaks, self.asked = {}, {}, Asked()
        self._has_looked = False
        self.pair.forget()
        self.views.forget()
        self.deeds.work.forget()
        self.show_rows()
        self._show_place()

    def remembered(self) -> dict[str, Any]:
        return asdict(self.asked) | {
            "run": self.kit.runs.run,
            "beside": self.kit.runs.beside,
            "view": self.views.wished,
            "sizes": self.split.sizes() if self._is_shared_out else [],
        }

    def restore(self, kept: dict[str, Any]) -> None:
        asked = Asked()
        subject, text, sort = kept.get("subject"), kept.get("text"), kept.get("sort")
        self.asked = Asked(
            subject if isinstance(subject, str) else "",
            text if isinstance(text, str) else "",
            kept.get("controls") is not False,
            kept.get("archived") is True,
            sort if sort in COLUMNS else asked.sort,
            kept.get("down") is not False,
        )
        self._show_asked()
        view = kept.get("view")
        self.views.wished = view if isinstance(view, str) else ""
        sizes = kept.get("sizes")
        if isinstance(sizes, list) and len(sizes) == 2 and all(type(s) is int and s > 0 for s in sizes):
            self.split.setSizes(sizes)
            self._is_shared_out = True
        run, beside = (
            value if type(value) is int else None for value in (kept.get("run"), kept.get("beside"))
        )
        if run is not None:
            self.kit.runs.look_at(run, beside)

    def _show_asked(self) -> None:
        tools, asked = self.tools, self.asked
        for box, wanted in ((tools.controls, asked.controls), (tools.archived, asked.archived)):
            box.blockSignals(True)
            box.setChecked(wanted)
            box.blockSignals(False)
        tools.text.blockSignals(True)
        tools.text.setText(asked.text)
        tools.text.blockSignals(False)

    def finish(self) -> None:
        self.pair.finish()
        self.views.finish()
