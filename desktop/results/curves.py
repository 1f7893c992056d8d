"""How runs learnt: losses and scores of their epochs, two runs laid over each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QSplitter, QVBoxLayout

from desktop.curves.plot import CurvesPlot
from desktop.curves.story import Story, figures_of, loss_curves, read_story, score_curves
from desktop.results.figures import figure_words
from desktop.results.view import ResultView

if TYPE_CHECKING:
    from core.jobs.events import Shown
    from core.runs.shown import RunLine
    from core.store import Collection
    from desktop.curves.data import Curves
    from desktop.kit import Kit

NEWS_MS = 1000
"""A run that is being made is looked at again so long after it has told something."""


class CurvesResult(ResultView):
    name = "curves"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._runs: tuple[int, ...] = ()
        self._asked = 0
        self.stories: list[Story] = []
        self._soon = QTimer(self, singleShot=True, interval=NEWS_MS)
        self._soon.timeout.connect(self._read)
        self.loss = CurvesPlot(kit, self.tr("Loss"))
        self.score = CurvesPlot(kit, self.tr("Scores"))
        self.figure = QComboBox()
        self.figure.setProperty("kind", "small")
        self.figure.setAccessibleName(self.tr("Which score"))
        self.figure.setToolTip(self.tr("Which score"))
        self.figure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.score.head.insertWidget(2, self.figure)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        for plot in (self.loss, self.score):
            self.split.addWidget(plot)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.split)
        self.figure.activated.connect(self._draw)
        kit.workspace.bridge.shown.connect(self._heard)

    def title(self) -> str:
        return self.tr("Curves")

    def fits(self, run: RunLine, beside: RunLine | None) -> bool:
        return True

    def show_runs(self, run: RunLine | None, beside: RunLine | None) -> None:
        self._runs = tuple(line.run for line in (run, beside) if line is not None)
        self._read()

    def forget(self) -> None:
        self._asked += 1
        self._soon.stop()
        self._runs, self.stories = (), []
        for plot in (self.loss, self.score):
            plot.of = ""
            plot.forget()

    @Slot(object)
    def _heard(self, event: Shown) -> None:
        """Something that a run has told of itself while it is made."""
        if self._runs and self.isVisible() and event.data.get("run") in self._runs:
            self._soon.start()

    @Slot()
    def _read(self) -> None:
        self._asked += 1
        if self._runs:
            self._kit.workspace.look(partial(_stories, self._runs), partial(self._came, self._asked))

    def _came(self, asked: int, stories: list[Story]) -> None:
        if asked != self._asked:
            return
        self.stories = stories
        self._show_figures(figures_of(self._told()))
        self._draw()

    def _told(self) -> list[Story]:
        """The runs that had epochs."""
        return [story for story in self.stories if story.rows]

    def _show_figures(self, names: list[str]) -> None:
        chosen = self.figure.currentData()
        self.figure.clear()
        for name in names:
            self.figure.addItem(figure_words(name), name)
        self.figure.setCurrentIndex(names.index(chosen) if chosen in names else 0 if names else -1)
        self.figure.setVisible(len(names) > 1)

    @Slot()
    def _draw(self) -> None:
        told = self._told()
        why = self._why()
        figure: Any = self.figure.currentData()
        score = score_curves(told, figure) if told and figure else None
        for plot, curves in ((self.loss, loss_curves(told)), (self.score, score)):
            plot.of = ", ".join(story.name for story in told)
            self._show(plot, curves, why)

    def _show(self, plot: CurvesPlot, curves: Curves | None, why: str) -> None:
        if curves is None or curves.is_empty:
            plot.forget()
            plot.show_curves(plot.curves, why)
        else:
            plot.show_curves(curves)

    def _why(self) -> str:
        if len(self.stories) == 2:
            return self.tr("Neither run was trained in epochs, or none is over yet.")
        return self.tr("This run was not trained in epochs, or none is over yet.")


# In the background


def _stories(runs: tuple[int, ...], collection: Collection) -> list[Story]:
    return [read_story(run, collection) for run in runs]
