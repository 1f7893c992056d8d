"""The page on which training is watched: curves, matrix, time left, while it goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from core.progress import Stop
from desktop.curves.data import Curves
from desktop.curves.plot import CurvesPlot
from desktop.curves.story import Story, figures_of, loss_curves, score_curves
from desktop.desk.pane import Pane
from desktop.kit import Kit
from desktop.monitor.empty import Empty
from desktop.monitor.head import Head
from desktop.monitor.middle import Middle
from desktop.monitor.queue import QueueLine
from desktop.monitor.watching import Watching
from desktop.results.figures import figure_words

if TYPE_CHECKING:
    from desktop.jobs.model import JobsModel

EVERY_MS = 500
SECOND_MS = 1000
WIDTHS = (400, 440, 360)


class MonitorPage(Pane):
    name = "monitor"
    running = Signal(int)
    """So many runs are being made."""

    def __init__(self, kit: Kit, jobs: JobsModel) -> None:
        super().__init__()
        self._kit, self._jobs = kit, jobs
        self.watching = Watching(kit, jobs, self)
        self.head = Head()
        self.loss = CurvesPlot(kit, self.tr("Loss"))
        self.score = CurvesPlot(kit, self.tr("Score"))
        self.figure = QComboBox()
        self.middle = Middle(kit)
        self.queue = QueueLine(kit)
        self.empty = Empty(kit)
        self._drawn: Story | None = None
        self._figure = ""
        self._count = 0
        self._parts: list[Callable[[], object]] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._pause = QTimer(self, singleShot=True)
        self._second = QTimer(self, interval=SECOND_MS)
        self._build()
        self._connect()
        self.main_parts = (self.loss, self.empty.teach)

    def title(self) -> str:
        return self.tr("Monitor")

    def keys(self) -> list[tuple[str, str]]:
        return [("Left, Right", self.tr("On a curve: read off the epoch before or after"))]

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        rows.addWidget(self.stack)
        self.body = QWidget()
        parts = QVBoxLayout(self.body)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        parts.addWidget(_framed(self.head))
        self.curves = QSplitter(Qt.Orientation.Vertical)
        self.curves.addWidget(_framed(self.loss))
        self.score_part = _framed(self.score)
        self.curves.addWidget(self.score_part)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.addWidget(self.curves)
        self.columns.addWidget(_framed(self.middle))
        self.side_part = _framed(self.middle.side)
        self.columns.addWidget(self.side_part)
        for splitter in (self.curves, self.columns):
            splitter.setChildrenCollapsible(False)
        for place, factor in enumerate((10, 11, 9)):
            self.columns.setStretchFactor(place, factor)
        self.columns.setSizes(list(WIDTHS))
        parts.addWidget(self.columns, 1)
        parts.addWidget(self.queue)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.body)
        self.figure.setProperty("kind", "small")
        self.figure.setAccessibleName(self.tr("Which score"))
        self.figure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.score.head.insertWidget(0, self.figure)
        self.loss.log.setChecked(True)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._refresh_if_stale)
        self._next.timeout.connect(self._show_part)
        self._second.timeout.connect(self._show_head)
        self.middle.has_side.connect(self.side_part.setVisible)
        self.watching.turned.connect(self._turned)
        self.watching.news.connect(self._news)
        self.head.asked.connect(self._ask)
        self.head.resumed.connect(self._resume)
        self.head.chosen.connect(self._watch)
        self.head.results_wanted.connect(self._show_results)
        self.figure.activated.connect(self._choose_figure)
        self._is_stale = True

    # News

    @Slot()
    def _turned(self) -> None:
        self._drawn, self._figure, self._parts = None, "", []
        self.loss.show_curves(Curves(self.loss.name))
        self.score.show_curves(Curves(self.score.name))
        self.middle.forget()

    @Slot()
    def _news(self) -> None:
        self._is_stale = True
        count = len(self.watching.teaching)
        if count != self._count:
            self._count = count
            self.running.emit(count)
        if self.isVisible() and not self._pause.isActive():
            self._refresh()

    @Slot()
    def _refresh_if_stale(self) -> None:
        if self._is_stale and self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._is_stale = False
        self._pause.start(EVERY_MS)
        moment = self.watching.moment()
        there = self.watching.run is not None or moment is not None
        self.stack.setCurrentWidget(self.body if there else self.empty)
        self.queue.show_waiting(self.watching.waiting)
        self._show_head()
        story = self.watching.story
        if story is not None and story is not self._drawn:
            self._show_story(story)

    @Slot()
    def _show_head(self) -> None:
        moment = self.watching.moment()
        going = moment is not None and moment.is_running and self.isVisible()
        if going != self._second.isActive():
            (self._second.start if going else self._second.stop)()
        if moment is None:
            return
        self.head.show_runs(self.watching.listed())
        self.head.show_moment(moment)

    def _show_story(self, story: Story) -> None:
        """Each part in a turn of its own, so that no turn takes long."""
        self._drawn = story
        self.loss.of = self.score.of = story.name
        why = self._why_empty(story)
        self._parts = [
            partial(self._show_loss, story, why),
            partial(self._show_score, story, why),
            partial(self.middle.show_story, story, why),
        ]
        self._next.start()

    @Slot()
    def _show_part(self) -> None:
        if self._parts:
            self._parts.pop(0)()
        if self._parts:
            self._next.start()

    def _show_loss(self, story: Story, why: str) -> None:
        self.loss.show_curves(loss_curves([story]), why)

    def _show_score(self, story: Story, why: str) -> None:
        figures = figures_of([story])
        self._offer_figures(figures)
        self.score_part.setVisible(bool(figures) or story.task != "caption")
        curves = score_curves([story], self._figure) if figures else Curves(self.score.name)
        self.score.show_curves(curves, why)

    def _why_empty(self, story: Story) -> str:
        if story.rows:
            return self.tr("No track was set apart to judge epochs by: the validation part is empty.")
        line = self._kit.runs.line(story.run)
        if line is not None and self.watching.state_of(line) in ("done", "stopped"):
            return self.tr("This run was solved at once, without epochs. Its results are on their page.")
        return self.tr("The first epoch is not over yet.")

    def _offer_figures(self, figures: list[str]) -> None:
        there = [self.figure.itemData(place) for place in range(self.figure.count())]
        if there != figures:
            self.figure.clear()
            for name in figures:
                self.figure.addItem(figure_words(name), name)
        if self._figure not in figures:
            self._figure = figures[0] if figures else ""
        self.figure.setCurrentIndex(figures.index(self._figure) if figures else -1)
        self.figure.setVisible(len(figures) > 1)
        self.score.title.setVisible(len(figures) < 2)  # else the choice is the title

    # What a person does

    @Slot(int)
    def _choose_figure(self, place: int) -> None:
        self._figure = str(self.figure.itemData(place))
        if self._drawn is not None:
            self.score.show_curves(score_curves([self._drawn], self._figure))

    @Slot(object)
    def _ask(self, stop: Stop) -> None:
        moment = self.watching.moment()
        if moment is not None and moment.job is not None:
            if moment.is_running:
                self._jobs.ask(moment.job, stop)
            self._kit.workspace.ask(moment.job, stop)
            self._refresh()

    @Slot()
    def _resume(self) -> None:
        moment = self.watching.moment()
        if moment is not None and moment.job is not None:
            self._kit.workspace.resume(moment.job)

    @Slot(int)
    def _watch(self, run: int) -> None:
        self.watching.watch(run)
        self._kit.runs.look_at(run)

    @Slot()
    def _show_results(self) -> None:
        self._kit.runs.look_at(self.watching.run)
        self._kit.commands.actions["page_results"].trigger()

    # As part of the desk

    def _rest(self) -> None:
        for timer in (self._next, self._pause, self._second):
            timer.stop()

    def forget(self) -> None:
        self._rest()
        self.watching.forget()
        self._turned()
        self.stack.setCurrentWidget(self.empty)

    def finish(self) -> None:
        self._rest()
        self.watching.forget()

    def remembered(self) -> dict[str, Any]:
        return {
            "columns": self.columns.sizes(),
            "curves": self.curves.sizes(),
            "loss": self.loss.remembered(),
            "score": self.score.remembered(),
            "middle": self.middle.remembered(),
        }

    def restore(self, kept: dict[str, Any]) -> None:
        for splitter, name in ((self.columns, "columns"), (self.curves, "curves")):
            sizes = kept.get(name)
            if isinstance(sizes, list) and len(sizes) == splitter.count() and all(map(_fits, sizes)):
                splitter.setSizes(sizes)
        for part, name in ((self.loss, "loss"), (self.score, "score"), (self.middle, "middle")):
            if isinstance(kept.get(name), dict):
                part.restore(kept[name])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._is_stale = True
        self._pause.start(0)
        if self._parts:
            self._next.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rest()


def _fits(size: object) -> bool:
    return isinstance(size, int) and 0 <= size < 100_000


def _framed(body: QWidget) -> QWidget:
    """A pane of its own on the page."""
    frame = QWidget()
    frame.setObjectName("dock")
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    rows = QVBoxLayout(frame)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(body)
    return frame
