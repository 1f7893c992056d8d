"""The page of studies: a published comparison, run again on this collection."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout

from core.errors import KnownError
from core.progress import Stop
from desktop.changes import Changes
from desktop.desk.pane import Pane
from desktop.doctor import fastest_device
from desktop.holding import Summary
from desktop.kit import Kit
from desktop.studies import said
from desktop.studies.beside import Beside
from desktop.studies.course import CAN_GO_ON, Course
from desktop.studies.deeds import Deeds
from desktop.studies.empty import Empty
from desktop.studies.plan import headings, rows_of
from desktop.studies.read import Opened, Shelf, open_begun, open_study, read_shelf
from desktop.studies.shelf import ShelfList
from desktop.studies.view import StudyView
from desktop.theme import look

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from core.jobs.events import Progressed
    from core.store import Collection
    from core.studies import StudyRequest

SIZES = (220, 720, 330)
LEAST = (200, 420, 260)


class StudiesPage(Pane):
    name = "studies"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.setAccessibleName(self.tr("Studies"))
        self.shelf: Shelf | None = None
        self.opened: Opened | None = None
        self._key = ""
        self._wanted = ""
        self._turn = 0
        self.course = Course(kit.workspace)
        self._build()
        self.deeds = Deeds(self)
        self._connect()
        self._show_all()

    def title(self) -> str:
        return self.tr("Studies")

    def keys(self) -> list[tuple[str, str]]:
        return [(self.tr("Enter"), self.tr("look at the run of the cell"))]

    @property
    def study(self) -> int | None:
        """The number of the one that is open, where it was begun."""
        if self.course.outlook is not None and self.course.outlook.study:
            return self.course.outlook.study
        return self.opened.begun or None if self.opened else None

    @property
    def report_folder(self) -> Path | None:
        outlook = self.course.outlook
        return Path(outlook.folder) if outlook is not None and outlook.folder else None

    def _build(self) -> None:
        self.list, self.view, self.beside, self.empty = ShelfList(), StudyView(), Beside(), Empty()
        self.middle = QStackedWidget()
        self.middle.addWidget(self.empty)
        self.middle.addWidget(self.view)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        for place, widget in enumerate((self.list, self.middle, self.beside)):
            self.split.addWidget(widget)
            self.split.setStretchFactor(place, 1 if place == 1 else 0)
        for widget, least in ((self.list, LEAST[0]), (self.middle, LEAST[1]), (self.beside, LEAST[2])):
            widget.setMinimumWidth(look().px(least))
        self.split.setSizes([look().px(size) for size in SIZES])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.split)
        self.main_parts = (self.list, self.empty.button)

    def _connect(self) -> None:
        kit, view, course = self.kit, self.view, self.course
        self.list.chosen.connect(self.open)
        self.empty.add_wanted.connect(partial(self.trigger, "add"))
        view.options.changed.connect(self._change)
        view.start.clicked.connect(course.start)
        view.pause.clicked.connect(partial(course.stop, Stop.PAUSE))
        view.keep.clicked.connect(partial(course.stop, Stop.KEEP))
        view.cancel.clicked.connect(self.deeds.ask_cancel)
        view.table.run_wanted.connect(self.deeds.look_at)
        view.table.menu_wanted.connect(self.deeds.show_menu)
        view.table.moved.connect(self._show_deeds)
        view.look_at.clicked.connect(view.table.open_run)
        view.report.clicked.connect(self.deeds.open_report)
        view.export.clicked.connect(self.deeds.ask_export)
        view.copy.clicked.connect(self.deeds.copy_methods)
        course.outlook_changed.connect(self._show_all)
        course.cells_changed.connect(self._show_rows)
        course.job_changed.connect(self._job_changed)
        course.progressed.connect(self._show_progress)
        kit.workspace.changed.connect(self._look_again)
        look().changed.connect(self.view.table.viewport().update)

    def trigger(self, name: str) -> None:
        if (action := self.kit.commands.actions.get(name)) is not None:
            action.trigger()

    # What there is

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.shelf is None:
            self.refresh()
        self.course.set_seen(seen=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.course.set_seen(seen=False)

    def show_collection(self, summary: Summary) -> None:
        self._show_empty()
        if self.isVisible():
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        self.kit.workspace.look(read_shelf, self._came)

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if self.shelf is not None and (changes.runs or changes.sets or changes.labels or changes.tracks):
            self.refresh()

    def _came(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._show_list()
        self._show_empty()
        if not self._key and shelf.tracks:
            self.open(self._wanted or _first(shelf))

    def _show_list(self) -> None:
        if self.shelf is not None:
            states = {job.id: str(job.state) for job in self.course.jobs}
            self.list.show_shelf(self.shelf, states, self._key)

    # Which is open

    @Slot(str)
    def open(self, key: str) -> None:
        """`study encoders-genre`, or `begun 3`; one that is not there is left alone."""
        kind, _, named = key.partition(" ")
        line = (
            next((line for line in self.shelf.lines if line.study.name == named), None)
            if self.shelf
            else None
        )
        self._turn += 1
        done = partial(self._opened, self._turn, key)
        look_ = self.kit.workspace.look
        if kind == "begun" and named.isdecimal():
            look_(partial(open_begun, int(named)), done)
        elif line is not None:
            look_(partial(_open_new, line.text), done)

    def open_request(self, request: StudyRequest) -> None:
        """A study as it is set up by somebody, such as one from a file."""
        self._turn += 1
        done = partial(self._opened, self._turn, f"study {request.study[:40]}")
        self.kit.workspace.look(partial(_open_changed, request, 0), done)

    def _opened(self, turn: int, key: str, opened: Opened) -> None:
        if turn != self._turn:
            return
        self._key, self.opened = key, opened
        self.list.mark(key)
        self.view.options.show_study(opened, self.shelf.fields if self.shelf else (), self._sound(opened))
        self.course.device = self._device()
        self.course.open(opened.request)
        self._show_all()

    def _sound(self, opened: Opened) -> str:
        """The text of which it is the sound or the quick version; empty where nobody knows."""
        from core.studies import read_study, write_study
        from core.studies.quick import quick

        for line in self.shelf.lines if self.shelf else ():
            if opened.request.study in (line.text, write_study(quick(read_study(line.text)))):
                return line.text
        return ""

    def _device(self) -> str:
        doctor = getattr(self.window(), "doctor", None)
        return fastest_device(doctor.findings) if doctor is not None else "cpu"

    @Slot()
    def _change(self) -> None:
        try:
            request = self.view.options.request()
        except KnownError as error:
            self.view.says.complain(str(error))
            return
        begun = self.opened.begun if self.opened and self.opened.request.study == request.study else 0
        self._turn += 1
        done = partial(self._opened, self._turn, self._key)
        self.kit.workspace.look(partial(_open_changed, request, begun), done)

    # What is shown

    def _show_empty(self) -> None:
        self.empty.show_why(has_tracks=bool(self.kit.workspace.tracks))
        there = self.opened is not None and bool(self.kit.workspace.tracks)
        self.middle.setCurrentWidget(self.view if there else self.empty)
        self.beside.setVisible(there)

    @Slot()
    def _show_all(self) -> None:
        self._show_empty()
        if self.opened is None:
            return
        view, study, outlook = self.view, self.opened.study, self.course.outlook
        view.title.show_text(study.title)
        view.question.setText(study.question)
        view.question.setToolTip(said.source(self.opened))
        view.about.setText(said.about(outlook) if outlook else "")
        view.about.setVisible(bool(outlook and outlook.split))
        self.beside.show_tables(self.opened.published, outlook.split if outlook else None)
        self._show_rows()
        self._show_found()
        self._show_job()
        self._say()

    @Slot()
    def _show_rows(self) -> None:
        outlook, table = self.course.outlook, self.view.table
        if outlook is None or self.opened is None:
            table.plan.show_rows((), [])
            return
        task = self.opened.task
        rows = rows_of(outlook, task, self.course.now)
        table.plan.show_rows(headings(outlook, task), rows)
        self._show_deeds()

    def _show_found(self) -> None:
        """The sentences of the report."""
        outlook = self.course.outlook
        sentences: list[str] = []
        if outlook is not None and outlook.findings is not None:
            from core.studies.page import answers

            sentences = [*answers(outlook.findings), *outlook.findings.split.said]
        self.view.found.setText("\n".join(sentences))
        self.view.found_area.setVisible(bool(sentences))

    def _say(self) -> None:
        says, outlook, course = self.view.says, self.course.outlook, self.course
        if course.problem:
            says.complain(course.problem)
        elif outlook is None:
            says.say(self.tr("Looking at encoders, labels and runs…"))
        elif outlook.problem:
            says.complain(f"{outlook.problem} {outlook.hint}".strip())
        elif course.state == "interrupted":
            said_ = self.tr("The study was interrupted. Nothing is lost: it goes on where it was.")
            says.say(f"{said_} {said.whole(outlook)}", "warning", "warn")
        elif course.state == "failed" and course.job is not None:
            says.complain(course.job.sentence)
        else:
            says.say(said.whole(outlook))

    @Slot()
    def _job_changed(self) -> None:
        self._show_list()
        self._show_job()
        if self.opened is not None:
            self._say()

    def _show_job(self) -> None:
        course, view = self.course, self.view
        live, outlook = course.is_live, course.outlook
        view.settings.setVisible(not live)
        view.start.setVisible(not live)
        view.running.setVisible(live)
        ready = outlook is not None and not outlook.problem and outlook.done < outlook.wanted
        can_go_on = course.state in CAN_GO_ON
        begun = bool(outlook and outlook.done)
        view.start.setText(self.tr("Go on") if can_go_on or begun else self.tr("Start study"))
        view.start.setEnabled(ready or can_go_on)
        if live and course.job is not None:
            asked = course.job.asked
            for button in (view.pause, view.keep, view.cancel):
                button.setEnabled(asked is None)
            words_ = {Stop.PAUSE: self.tr("Pausing…"), Stop.KEEP: self.tr("Stopping…")}
            words_ |= {Stop.CANCEL: self.tr("Cancelling…")}
            waiting = self.tr("Waiting for its turn") if course.state == "waiting" else ""
            said_ = said.progress(
                course.job, waiting, course.job.done, course.job.total, course.job.seconds_left
            )
            view.note.show_text(words_.get(asked, said_) if asked else said_)
            self._show_bar(course.job.done, course.job.total)
        self._show_deeds()

    def _show_bar(self, done: int, total: int) -> None:
        self.view.bar.setRange(0, max(total, 1))
        self.view.bar.setValue(done)

    @Slot(object)
    def _show_progress(self, event: Progressed) -> None:
        job = self.course.job
        if job is not None and job.asked is None:
            said_ = said.progress(job, event.note, event.done, event.total, event.seconds_left)
            self.view.note.show_text(said_)
            self._show_bar(event.done, event.total)

    @Slot()
    def _show_deeds(self) -> None:
        view, row = self.view, self.view.table.current
        runs = row.runs if row is not None else ()
        view.look_at.setEnabled(bool(runs))
        view.look_at.setText(
            self.tr("Look at run {}").format(runs[-1][1]) if runs else self.tr("Look at run")
        )
        folder = self.report_folder
        for button in (view.report, view.export):
            button.setEnabled(folder is not None)
        view.report.setToolTip(
            self.tr("In the browser: {}").format(folder / "report.html")
            if folder
            else self.tr("It is written when the study is done, or stopped and kept")
        )
        view.copy.setEnabled(self.study is not None)

    # As it was

    def forget(self) -> None:
        self._turn += 1
        self.shelf = self.opened = None
        self._key = self._wanted = ""
        self.course.jobs = []
        self.course.open(None)
        self.view.options.halt()
        self.list.clear()
        self._show_empty()

    def remembered(self) -> dict[str, Any]:
        return {"open": self._key, "sizes": self.split.sizes()}

    def restore(self, kept: dict[str, Any]) -> None:
        sizes: Any = kept.get("sizes")
        fits = isinstance(sizes, list) and len(sizes) == 3 and all(type(s) is int and s >= 0 for s in sizes)
        if fits and sum(sizes):
            self.split.setSizes(sizes)
        self._wanted = kept["open"] if isinstance(kept.get("open"), str) else ""

    def finish(self) -> None:
        self.view.options.halt()


def _first(shelf: Shelf) -> str:
    """The newest that was begun; else one whose labels are there."""
    if shelf.begun:
        return f"begun {shelf.begun[0].id}"
    fits = [line for line in shelf.lines if line.task != "caption" and line.field in shelf.fields]
    return f"study {(fits or shelf.lines)[0].study.name}"


# In the background


def _open_new(text: str, _collection: Collection) -> Opened:
    from core.studies import StudyRequest

    return open_study(StudyRequest(text))


def _open_changed(request: StudyRequest, begun: int, _collection: Collection) -> Opened:
    return open_study(request, begun)
