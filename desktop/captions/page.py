"""The page of captions: machine text beside human text, heard, judged, corrected, scored, exported."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from core.errors import KnownError
from core.messages import channel
from desktop import words
from desktop.captions.acts import Acts
from desktop.captions.empty import Empty
from desktop.captions.head import Head
from desktop.captions.model import CaptionsModel
from desktop.captions.reading import Details, read_details, read_list, read_runs
from desktop.captions.scores import ScoresPanel
from desktop.captions.strip import ChosenStrip, WritingStrip
from desktop.captions.table import CaptionsTable
from desktop.captions.texts import joined
from desktop.captions.waves import Waves
from desktop.captions.writing import Writing
from desktop.changes import Changes
from desktop.desk.pane import Pane
from desktop.theme import look
from desktop.widgets import rule

if TYPE_CHECKING:
    from core.library.caption_lines import Lines, LinesAsked
    from desktop.captions.reading import WritingRun
    from desktop.holding import Summary
    from desktop.kit import Kit

LIVE_MS = 400
"""While a job writes, the list is read anew at most so often."""
NARROW_PX = 1340
SCORES_PX = 432


class CaptionsPage(Pane):
    name = "captions"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.runs: tuple[WritingRun, ...] = ()
        self.lines: Lines | None = None
        self._is_stale = True
        self._asked: LinesAsked | None = None
        self._chosen_run: Any = False
        """What was looked at when the collection was last open; False: nothing is known of that."""
        self._scores_shown: bool | None = None
        """Whether somebody wants to see the scores; None: where there is room."""
        self._scores_px = SCORES_PX
        self._details: tuple[int, Details] | None = None
        self._live = QTimer(self, singleShot=True, interval=LIVE_MS)
        self.model = CaptionsModel(kit, self)
        self.waves = Waves(kit, self)
        self.writing = Writing(kit.workspace, self)
        self._build()
        self.acts = Acts(self)
        self._connect()

    def title(self) -> str:
        return self.tr("Captions")

    # How it is made

    def _build(self) -> None:
        self.head = Head()
        self.strip = WritingStrip(self.writing)
        self.table = CaptionsTable(self.kit, self.model, self.waves)
        self.empty = Empty()
        self.chosen = ChosenStrip()
        self.scores = ScoresPanel()
        self.body = QStackedWidget()
        self.body.addWidget(self.table)
        self.body.addWidget(self.empty)
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget in (self.head, self.strip, rule()):
            rows.addWidget(widget)
        rows.addWidget(self.body, 1)
        rows.addWidget(self.chosen)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.scores)
        self.split.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        kit, head, table = self.kit, self.head, self.table
        kit.workspace.changed.connect(self._look_again)
        kit.runs.changed.connect(self._runs_changed)
        self.writing.wrote.connect(self._wrote)
        self._live.timeout.connect(self.refresh)
        head.asked_changed.connect(self._ask)
        head.scores_wanted.connect(self._show_scores)
        table.opened.connect(self._opened)
        table.chosen_changed.connect(self._show_chosen)
        self.scores.repeated_wanted.connect(self._show_repeated)
        self.split.splitterMoved.connect(self._moved)
        self.empty.wanted.connect(self._act_on_empty)

    # What is shown

    def show_collection(self, summary: Summary) -> None:
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        if self._is_stale:
            self.refresh()

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.captions or changes.runs:
            self.scores.look_again()
        if changes.captions or changes.tracks or changes.runs:
            self.refresh()

    @Slot()
    def _runs_changed(self) -> None:
        self.refresh()

    @Slot(int, object)
    def _wrote(self, run: int, _tracks: frozenset[int]) -> None:
        """Texts are seen as soon as they are kept."""
        if not self._live.isActive():
            self._live.start()

    @Slot()
    def refresh(self) -> None:
        self._is_stale = True
        if self.isVisible() and self.kit.workspace.summary is not None:
            self._is_stale = False
            self.kit.workspace.look(read_runs, self._runs_came)

    def _runs_came(self, runs: tuple[WritingRun, ...]) -> None:
        first = not self.runs and not self.head.by.count()
        self.runs = runs
        self.head.show_runs(runs)
        if first:
            known = self._chosen_run is not False
            wrote = next((run.run for run in runs if run.wrote), None)
            self.head.choose_run(self._chosen_run if known else wrote)
        self._ask()

    def look_at(self, run: int | None) -> None:
        """The texts of a run, as soon as it is known that it has written."""
        self.head.choose_run(run)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        asked = self._asked = self.head.asked
        done, failed = partial(self._came, asked), partial(self._failed, asked)
        self.kit.workspace.look(partial(read_list, asked), done, failed)

    def _came(self, asked: LinesAsked, lines: Lines) -> None:
        if asked != self._asked:
            return
        self.lines = lines
        self.head.complain("")
        self.head.show_counts(lines.counts)
        self.model.show_lines(lines.lines, lines.rows)
        self._show_body()
        self._show_chosen()
        run = self.run_of(asked.run) or next((run for run in self.runs if run.wrote), None)
        run = run or next((run for run in self.runs if run.can_write), None)
        self.scores.show_run(run, self.kit)
        shown, whole = len(lines.lines), lines.counts.get(None, 0)
        some, all_ = words.number(shown), words.number(whole)
        self.told.emit(all_ if shown == whole else self.tr("{} of {}").format(some, all_))

    def _failed(self, asked: LinesAsked, error: Exception) -> None:
        if not isinstance(error, KnownError):
            channel.failure(error)
        elif asked == self._asked:
            self.head.complain(str(error))

    def _show_body(self) -> None:
        lines = self.lines
        if lines is not None and lines.lines:
            self.body.setCurrentWidget(self.table)
            return
        asked = lines.asked if lines is not None else None
        narrowed = asked is not None and (asked.search or asked.verdict or asked.repeated)
        if narrowed:
            self.empty.show_why("found")
        elif not self.kit.workspace.tracks:
            self.empty.show_why("tracks")
        else:
            self.empty.show_why("write" if any(run.can_write for run in self.runs) else "teach")
        self.body.setCurrentWidget(self.empty)

    def expect(self, run: int) -> None:
        """A job has been asked for: the texts of its run are looked at as soon as they come."""
        self.head.which.show_chosen("all")
        known = self.run_of(run)
        if known is not None:
            self.head.add_run(known)
        self.look_at(run)

    def run_of(self, run: int | None) -> WritingRun | None:
        return next((one for one in self.runs if one.run == run), None)

    # The open line

    @Slot()
    def _opened(self) -> None:
        says = self.table.says
        line = self.table.line
        if line is not None and self.table.hasFocus():
            self.kit.selection.make_current(line.track_id)
        if says is None or says.machine is None:
            return
        self.acts.keep_draft()
        run = self.run_of(says.machine.run_id)
        self.table.text.show_line(says, run, self.acts.draft_of(says.line.key))
        if self._details is not None and self._details[0] == says.line.key:
            self.table.text.show_details(run, self._details[1])
        human = joined([one.text for one in says.human])
        work = partial(read_details, says.line.track_id, says.machine.text, human)
        self.kit.workspace.look(work, partial(self._details_came, says.line.key))

    def _details_came(self, key: int, details: Details) -> None:
        says = self.table.text.says
        if says is not None and says.line.key == key and says.machine is not None:
            self._details = (key, details)
            self.table.text.show_details(self.run_of(says.machine.run_id), details)

    @Slot()
    def _show_chosen(self) -> None:
        lines = self.table.chosen()
        self.chosen.show_number(len(lines), sum(bool(line.caption) for line in lines))
        self.acts.show_offers()

    # Scores beside the table, or behind a button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < look().px(NARROW_PX)
        shown = not narrow if self._scores_shown is None else self._scores_shown
        self.head.title.setVisible(not narrow)
        if self.scores.isHidden() == shown:
            self.scores.setVisible(shown)
        self.head.scores.blockSignals(True)
        self.head.scores.setChecked(shown)
        self.head.scores.blockSignals(False)
        if shown:
            beside = min(look().px(self._scores_px), self.width() // 2)
            self.split.setSizes([max(self.width() - beside, 1), beside])

    @Slot(bool)
    def _show_scores(self, shown: bool) -> None:
        self._scores_shown = shown
        self._arrange()

    @Slot()
    def _moved(self) -> None:
        self._scores_px = round(self.scores.width() / look().scale)

    @Slot()
    def _show_repeated(self) -> None:
        run = self.scores.run
        if run is not None:
            self.head.choose_run(run)
            self.head.which.show_chosen("all")
            self.head.show_repeated(repeated=True)

    @Slot(str)
    def _act_on_empty(self, why: str) -> None:
        actions = self.kit.commands.actions
        if why == "found":
            self.head.which.show_chosen("all")
            self.head.search.clear()
            self.head.show_repeated(repeated=False)
        elif why == "write":
            self.acts.ask_to_write()
        else:
            actions["teach" if why == "teach" else "add"].trigger()

    # As it was

    def keys(self) -> list[tuple[str, str]]:
        tr = self.tr
        return [
            ("Enter", tr("Play the excerpt that was described")),
            ("Ctrl+Enter", tr("Accept the text, or all that are chosen")),
            ("Ctrl+Backspace", tr("Reject the text, or all that are chosen")),
            ("F2", tr("Edit the text")),
            ("Escape", tr("Leave the text as it was")),
            ("Ctrl+A", tr("Choose every line")),
        ]

    def remembered(self) -> dict[str, Any]:
        asked = self.head.asked
        return {
            **({"run": asked.run} if self.runs else {}),
            "sort": asked.sort,
            "which": asked.verdict or "all",
            "search": asked.search,
            "scores": self._scores_shown,
            "scores_px": self._scores_px,
        }

    def restore(self, kept: dict[str, Any]) -> None:
        run, shown, px = kept.get("run"), kept.get("scores"), kept.get("scores_px")
        self._chosen_run = run if "run" in kept and (run is None or type(run) is int) else False
        self._scores_shown = shown if isinstance(shown, bool) else None
        self._scores_px = min(max(px, 240), 640) if type(px) is int else SCORES_PX
        sort = kept.get("sort")
        self.head.start_with(
            None,
            sort if sort in ("track", "newest", "to check", "text") else "track",
            str(kept.get("which", "all")),
            str(kept.get("search", "")),
        )
        self._arrange()

    def forget(self) -> None:
        self._live.stop()
        self._asked = self.lines = self._details = None
        self.runs = ()
        self.head.forget()
        self.acts.forget()
        self.model.forget()
        self.waves.forget()
        self.scores.forget()
        self._is_stale = True
        self.told.emit("")

    def finish(self) -> None:
        self._live.stop()
        self.head.finish()
        self.waves.finish()
