"""Everything that can be done with a run, as commands: for menus, palette and the table's own menu."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop.commands import Command
from desktop.results.asking import AcceptDialog, SeedsDialog, ask_delete
from desktop.results.said import ENOUGH, seeds_of
from desktop.results.work import Weight, Work

if TYPE_CHECKING:
    from core.runs.shown import RunLine
    from desktop.results.page import ResultsPage
    from desktop.results.read import Facts

GROUPS = (
    ("run_look", "run_beside"),
    ("run_note", "run_tags", "run_archive", "run_unarchive"),
    ("run_seeds", "run_copy", "run_accept", "run_encode"),
    ("methods", "run_export"),
    ("run_delete",),
)
"""As the table's menu shows them."""
SAYS_LABELS = ("classify", "tag", "regress")
LIVING = ("waiting", "running")


class Deeds(QObject):
    """They are done to the row where the keyboard is, else to the run that is looked at."""

    def __init__(self, page: ResultsPage, work: Work) -> None:
        super().__init__(page)
        self._page = page
        self._kit = page.kit
        self.work = work
        self._kit.commands.offer("teach", self._looking())
        self._kit.commands.offer("teach", self._changing())
        self._kit.commands.offer("studies", self._leaving())
        self.show_offers()

    def _looking(self) -> list[Command]:
        tr = self.tr
        return [
            Command("run_look", tr("&Look at this run"), tr("Its figures and what lies behind them"),
                    self.look, icon_name="eye"),
            Command("run_beside", tr("&Compare with this run"), tr("Put it beside the run that is looked at"),
                    self.put_beside, icon_name="columns"),
            Command("run_seeds", tr("&Queue more seeds…"), tr("The same recipe again, from other chances"),
                    self.ask_seeds, icon_name="plus"),
            Command("run_copy", tr("Copy &settings into Teach…"), tr("Put a run together as this one was"),
                    self.copy_settings, icon_name="copy"),
            Command("run_accept", tr("&Accept its predictions as labels…"),
                    tr("What the run says becomes labels; undo takes them back"), self.ask_accept,
                    icon_name="tag"),
            Command("run_encode", tr("&Encode with its encoder"),
                    tr("What the run has taught an encoder to hear"), self.encode, icon_name="encode"),
        ]  # fmt: skip

    def _changing(self) -> list[Command]:
        tr = self.tr
        return [
            Command("run_note", tr("Write a &note"), tr("In the table of runs"), self.write_note,
                    icon_name="edit"),
            Command("run_tags", tr("Write &tags"), tr("In the table of runs, with commas between them"),
                    self.write_tags, icon_name="tag"),
            Command("run_archive", tr("Arc&hive this run"), tr("Put it away; nothing of it is lost"),
                    partial(self.archive, archived=True), icon_name="archive"),
            Command("run_unarchive", tr("&Bring back from the archive"), tr("Show it among the others again"),
                    partial(self.archive, archived=False), icon_name="archive"),
            Command("run_delete", tr("&Delete this run…"), tr("Says what goes with it, and asks"),
                    self.ask_delete, icon_name="trash"),
        ]  # fmt: skip

    def _leaving(self) -> list[Command]:
        tr = self.tr
        return [
            Command("run_export", tr("Export this &run…"),
                    tr("Scores, predictions, curves, split, recipe and methods sheet, into a folder"),
                    self.ask_export, icon_name="export"),
            Command("runs_export", tr("Export the &table of runs…"),
                    tr("The runs that are shown, with names and units"), self.ask_export_table,
                    icon_name="export"),
        ]  # fmt: skip

    # What is offered

    @property
    def line(self) -> RunLine | None:
        runs, row = self._kit.runs, self._page.table.current
        return runs.line(row.run if row is not None else runs.run)

    @property
    def facts(self) -> Facts | None:
        line = self.line
        return None if line is None else self._page.facts.get(line.run)

    @Slot()
    def show_offers(self) -> None:
        tr, line, facts = self.tr, self.line, self.facts
        none = "" if line is not None else tr("Choose a run on the page of results first")
        reasons = dict.fromkeys((name for group in GROUPS for name in group if name != "methods"), none)
        if line is not None:
            if self._kit.runs.run in (None, line.run):
                reasons["run_beside"] = tr("Look at another run first")
            if line.task not in SAYS_LABELS:
                reasons["run_accept"] = tr("Captions are accepted on the page of captions")
            elif not line.scores:
                reasons["run_accept"] = tr("This run has said nothing yet")
            if facts is None or not facts.trained:
                reasons["run_encode"] = tr("This run has not trained an encoder")
            if line.state in LIVING:
                reasons["run_delete"] = tr("It is being made: cancel its job first")
            if line.archived:
                reasons["run_archive"] = tr("It is in the archive")
            else:
                reasons["run_unarchive"] = tr("It is not in the archive")
        reasons["runs_export"] = "" if self._page.model.table.rows else tr("There is no run yet")
        for name, reason in reasons.items():
            self._kit.commands.enable(name, reason=reason)

    @Slot(QPoint)
    def show_menu(self, place: QPoint) -> None:
        self.show_offers()
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        menu.setAccessibleName(self.tr("What can be done with this run"))
        actions = self._kit.commands.actions
        hidden = "run_archive" if self.line is not None and self.line.archived else "run_unarchive"
        for group in GROUPS:
            if menu.actions():
                menu.addSeparator()
            for name in group:
                if name in actions and name != hidden:
                    menu.addAction(actions[name])
        menu.popup(place)

    # What is done

    @Slot()
    def look(self) -> None:
        if (line := self.line) is not None:
            self._page.wanted.emit()
            self._page.look_at(line.run)

    @Slot()
    def put_beside(self) -> None:
        if (line := self.line) is not None:
            self._page.wanted.emit()
            self._page.put_beside(line.run)

    @Slot()
    def write_note(self) -> None:
        self._write("note")

    @Slot()
    def write_tags(self) -> None:
        self._write("tags")

    def _write(self, column: str) -> None:
        if (line := self.line) is not None:
            self._page.wanted.emit()
            self._page.table.go_to(line.run)
            self._page.table.write(column)

    def archive(self, _checked: bool = False, *, archived: bool) -> None:
        if (line := self.line) is not None and line.archived != archived:
            self.work.archive(line, archived=archived)

    @Slot()
    def toggle_archive(self) -> None:
        if (line := self.line) is not None:
            self.work.archive(line, archived=not line.archived)

    @Slot()
    def ask_delete(self) -> None:
        if (line := self.line) is not None and line.state not in LIVING:
            self.work.weigh(line.run, partial(self._weighed, line.run))

    def _weighed(self, run: int, weight: Weight) -> None:
        ask_delete(self._page.window(), run, weight, partial(self.work.delete, run))

    @Slot()
    def ask_seeds(self) -> None:
        line, facts = self.line, self.facts
        if line is None or facts is None:
            return
        taken = [other.seed for other in self._same(facts)]
        seconds = None
        if line.started is not None and line.ended is not None:
            seconds = (line.ended - line.started).total_seconds()
        have = len(seeds_of(line, self._kit.runs.lines, self._page.facts))
        dialog = SeedsDialog(
            self._page.window(),
            line.run,
            max(ENOUGH - have, 1),
            seconds,
            partial(self.work.free_seeds, facts.text, taken),
        )
        dialog.agreed.connect(partial(self._queue, line, facts))
        dialog.open()

    def _queue(self, line: RunLine, facts: Facts, seeds: list[int]) -> None:
        self.work.queue(line, facts, seeds)
        self.work.say_queued(len(seeds))

    def _same(self, facts: Facts) -> list[RunLine]:
        """Runs of the same recipe, whatever became of them."""
        known = self._page.facts
        return [
            line for line in self._kit.runs.lines if line.run in known and known[line.run].text == facts.text
        ]

    def queue_missing(self, run: int) -> list[int]:
        """The seeds that are missing to tell the recipe of this run from luck are queued."""
        line, facts = self._kit.runs.line(run), self._page.facts.get(run)
        if line is None or facts is None:
            return []
        missing = self.missing(run)
        seeds = self.work.free_seeds(facts.text, [other.seed for other in self._same(facts)], missing)
        if seeds:
            self.work.queue(line, facts, seeds)
        return seeds

    def missing(self, run: int) -> int:
        """How many seeds are missing, those that were asked for already counted as there."""
        line, facts = self._kit.runs.line(run), self._page.facts.get(run)
        if line is None or facts is None:
            return 0
        living = {
            other.seed for other in self._same(facts) if other.state in (*LIVING, "paused", "interrupted")
        }
        there = set(seeds_of(line, self._kit.runs.lines, self._page.facts)) | living
        return max(ENOUGH - len(there | self.work.asked_for(facts.text)), 0)

    @Slot()
    def copy_settings(self) -> None:
        line, facts = self.line, self.facts
        if line is not None and facts is not None:
            self._page.recipe_wanted.emit(facts.text, line.seed)

    @Slot()
    def ask_accept(self) -> None:
        line, facts = self.line, self.facts
        if line is None or facts is None:
            return
        says_chances = line.task != "regress"
        dialog = AcceptDialog(self._page.window(), line.run, facts.field, has_probability=says_chances)
        dialog.agreed.connect(partial(self._accept, line.run))
        dialog.open()

    def _accept(self, run: int, field: str, least: float, only_unlabelled: bool) -> None:
        self.work.accept(run, field, least, only_unlabelled=only_unlabelled)

    @Slot()
    def encode(self) -> None:
        if (line := self.line) is not None:
            self.work.encode(line)

    @Slot()
    def ask_export(self) -> None:
        if (line := self.line) is not None:
            title = self.tr("The run gets a folder of its own in here")
            chosen = QFileDialog.getExistingDirectory(self._page.window(), title, str(Path.home()))
            if chosen:
                self.work.export_run(line.run, Path(chosen) / f"run-{line.run}")

    @Slot()
    def ask_export_table(self) -> None:
        start = str(Path.home() / "runs.csv")
        title = self.tr("Export the table of runs")
        path, _ = QFileDialog.getSaveFileName(self._page.window(), title, start, "CSV (*.csv);;TSV (*.tsv)")
        if path:
            whole = Path(path) if Path(path).suffix else Path(f"{path}.csv")
            page = self._page
            self.work.export_table(whole, page.model.table, self._kit.runs.lines, page.facts)
