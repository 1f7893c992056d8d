"""Before and after teaching: two maps of the same tracks, what moved between them, and how that sounds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from core.moved import MovedRequest
from desktop.changes import Changes
from desktop.map.legend import Row
from desktop.moved import says
from desktop.moved.bar import Bar
from desktop.moved.bonds import Bonds
from desktop.moved.canvas import Way
from desktop.moved.charts import Charts
from desktop.moved.colours import MovedTints
from desktop.moved.commands import offers
from desktop.moved.data import State, Wanted, read_state
from desktop.moved.empty import Empty, Progress
from desktop.moved.exporting import Exporting
from desktop.moved.follow import Following, Under
from desktop.moved.hearing import Hearing
from desktop.moved.model import NUMBERED
from desktop.moved.movers import Movers
from desktop.moved.strip import Strip
from desktop.results.view import ResultView
from desktop.theme import look
from desktop.widgets import Elided, label, rule

if TYPE_CHECKING:
    from core.jobs import Job
    from core.maps.frame import Frame
    from core.moved.read import BeforeAfter
    from core.runs.shown import RunLine
    from desktop.kit import Kit


class MovedResult(ResultView):
    name = "moved"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setObjectName("dock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Before and after"))
        self.state: State | None = None
        self._is_forming = self._is_stale = False
        self._wanted: Wanted | None = None
        self._run: RunLine | None = None
        self._method, self._apart, self._problem = "tsne", "", ""
        self._asked = 0
        self._took: dict[str, tuple[int, float]] = {}
        self.tints = MovedTints(kit)
        self.following = Following(kit.workspace, self)
        self.hearing = Hearing(kit, self)
        self.bar, self.strip, self.charts, self.empty = Bar(), Strip(), Charts(), Empty()
        self.progress = Progress()
        self.movers = Movers(kit, self.hearing)
        self.counted = Elided("", 12, "text", bold=True)
        self.told = label(size=11, tone="text2", wrap=True)
        self.bonds = Bonds(self, kit)
        self.exporting = Exporting(self, kit)
        self._build()
        self._connect()
        self._commands = offers(self, kit)
        self._show()

    def title(self) -> str:
        return self.tr("Before and after")

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.progress, rule(), self.strip):
            column.addWidget(part)
        column.addWidget(self.charts, 1)
        column.addWidget(rule())
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 4, 10, 5)
        foot.setSpacing(1)
        foot.addWidget(self.counted)
        foot.addWidget(self.told)
        column.addLayout(foot)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(look().px(4))
        self.split.addWidget(left)
        self.split.addWidget(self.movers)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self.split.setSizes([look().px(840), look().px(440)])
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        self.bar.colour.chosen.connect(self.tints.choose)
        self.bar.ways.toggled.connect(self.charts.set_shows_ways)
        self.bar.many.chosen.connect(self._choose_many)
        self.bar.moment.chosen.connect(self._choose_moment)
        self.bar.play.clicked.connect(self.play_change)
        self.bar.export.clicked.connect(self.open_export)
        self.movers.listed.connect(self._number)
        self.following.changed.connect(self._show)
        self.following.framed.connect(self._frame)
        self.following.ended.connect(self._ended)
        self.progress.cancel.clicked.connect(self.cancel)
        self.empty.draw_wanted.connect(self.draw)
        self.empty.cancel_wanted.connect(self.cancel)
        self.empty.teach_wanted.connect(self._teach)
        for part in (self.bar, self.empty):
            part.method_chosen.connect(self.choose_method)
            part.apart_chosen.connect(self.choose_apart)
        self._kit.workspace.jobs_listed.connect(self._time)
        self._kit.workspace.changed.connect(self._look_again)

    # Which runs

    def fits(self, run: RunLine, beside: RunLine | None) -> bool:
        """Whatever there is to say: a run that left its encoder as it was says so."""
        return True

    def show_runs(self, run: RunLine | None, beside: RunLine | None) -> None:
        self._run = run
        wanted = Wanted(run.run, beside.run if beside is not None else 0) if run is not None else None
        if wanted is None or self._wanted is None or (wanted.run, wanted.beside) != self._pair():
            self._problem = ""
        self._want(wanted)

    def _pair(self) -> tuple[int, int] | None:
        return (self._wanted.run, self._wanted.beside) if self._wanted is not None else None

    def _want(self, wanted: Wanted | None) -> None:
        self._asked += 1
        self._is_stale = False
        if wanted is None:
            self._wanted = None
            self._take(None)
            return
        self._wanted = Wanted(wanted.run, wanted.beside, self._method, self._apart)
        if self.state is not None and self.state.wanted != self._wanted:
            self._take(None)
        work = partial(read_state, self._wanted)
        self._kit.workspace.look(work, partial(self._came, self._asked))

    def _came(self, asked: int, state: State) -> None:
        if asked == self._asked:
            self._take(state)

    def _take(self, state: State | None) -> None:
        before, self.state, self._is_forming = self.drawn, state, False
        drawn = self.drawn
        same = before is not None and drawn is not None and _is_same(before, drawn)
        if not same or state is None:
            names = ("", "")
            if drawn is not None:
                names = (says.before_words(drawn.pair), says.after_words(drawn.pair))
            self.charts.show_drawn(drawn, names)
            self.hearing.show_state(state if drawn is not None else None)
        self.tints.show_drawn(drawn, self._run)
        self.movers.show_drawn(drawn)
        self.bonds.dress()
        self._show()

    @property
    def drawn(self) -> BeforeAfter | None:
        return self.state.drawn if self.state is not None else None

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.maps or changes.sets or changes.runs:
            self._is_stale = True
            self._look_when_seen()

    def _look_when_seen(self) -> None:
        if self._wanted is not None and self._is_stale and self.isVisible():
            self._want(self._wanted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_when_seen()

    # What is seen

    def request(self) -> MovedRequest | None:
        wanted = self._wanted
        if wanted is None:
            return None
        return MovedRequest(wanted.run, wanted.beside, method=self._method, apart=self._apart)  # type: ignore[arg-type]

    @Slot()
    def _show(self) -> None:
        under = self.following.of(self.request())
        there = self.drawn is not None
        seen = there or (self._is_forming and under is not None)
        self.stack.setCurrentWidget(self.split if seen else self.empty)
        self.progress.show_job(self.following, under if seen else None)
        self.bar.set_usable(there)
        self._commands(there=there, busy=under is not None)
        if not there:
            self._show_empty(under)
        self.bar.show_way(self._method, self._apart)
        self.say()

    def _show_empty(self, under: Under | None) -> None:
        state = self.state
        if self._wanted is None:
            self.empty.show_nothing()
        elif under is not None:
            self.empty.show_busy(self.following, under)
        elif state is None:
            self.empty.show_reading()
        elif state.pair is None:
            self.empty.show_none(state.why, state.hint)
        else:
            self.empty.show_ready(state.pair, self._method, self._apart, self._took, self._problem)

    @property
    def hidden(self) -> frozenset[int]:
        return self.bonds.hidden

    @property
    def visible(self) -> int:
        """Points that the legend does not hide."""
        shown = self.charts.after.scene.shown
        return len(self.charts.after.scene) if shown is None else int(np.count_nonzero(shown))

    def rows(self) -> list[Row]:
        return self.bonds.rows

    def say(self) -> None:
        """The caption, as it stands on the exported picture, too."""
        drawn = self.drawn
        if drawn is not None:
            self.counted.show_text(f"{says.counts(drawn, self.visible)} · {says.method(drawn)}")
            self.told.setText(says.stayed(drawn))
            self.told.setAccessibleName(self.told.text())
        elif self._is_forming:
            self.counted.show_text(self.tr("Both maps as they form"))
            self.told.setText("")

    @Slot()
    def _number(self) -> None:
        drawn = self.drawn
        ways = []
        for line in self.movers.model.lines[:NUMBERED] if drawn is not None else ():
            assert drawn is not None
            x, y = drawn.before[line.row].tolist()
            ways.append(Way(line.rank, line.track_id, (x, y)))
        self.charts.show_ways(ways)

    @Slot(str)
    def _choose_many(self, many: str) -> None:
        self.charts.set_one(many == "one")
        self.bar.moment.setVisible(many == "one")
        self.bar.moment.show_chosen("after")

    @Slot(str)
    def _choose_moment(self, moment: str) -> None:
        self.charts.show_moment("before" if moment == "before" else "after")

    @Slot()
    def play_change(self) -> None:
        if self.drawn is not None:
            self.bar.moment.show_chosen("after")
            self.charts.play_change()

    # Drawing

    @Slot()
    def draw(self) -> None:
        request = self.request()
        if request is not None and self.state is not None and self.state.pair is not None:
            self._problem = ""
            title = self.tr("Draw before and after of run {}").format(request.run)
            self.following.ask(request, title)

    @Slot()
    def cancel(self) -> None:
        self.following.cancel(self.request())

    @Slot(object, str)
    def _ended(self, request: MovedRequest, problem: str) -> None:
        if request == self.request():
            self._problem = problem
            self._want(self._wanted)

    @Slot(object, str, object)
    def _frame(self, request: MovedRequest, which: str, frame: Frame) -> None:
        """Both maps are seen as they form."""
        if request == self.request() and self.drawn is None:
            self._is_forming = True
            self.charts.show_frame(which, frame)
            self.bonds.dress()
            self._show()

    @Slot(object)
    def _time(self, jobs: list[Job]) -> None:
        from desktop.map.estimate import measured

        self._took = self._took | measured(jobs)

    @Slot(str)
    def choose_method(self, method: str) -> None:
        self._method = method
        self._want(self._wanted)

    @Slot(bool)
    def choose_apart(self, on: bool) -> None:
        self._apart = "artist" if on else ""
        self._want(self._wanted)

    @Slot()
    def _teach(self) -> None:
        if (action := self._kit.commands.actions.get("teach")) is not None:
            action.trigger()

    @Slot()
    def open_export(self) -> None:
        if self.drawn is not None:
            self.exporting.open_menu(self.bar.export)

    # Keys that count while a map has the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and any(canvas.hasFocus() for canvas in self.charts.canvases) and self._press(event.text()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _press(self, letter: str) -> bool:
        tools = {"V": "pan", "L": "lasso", "B": "rectangle"}
        key = letter.upper()
        if key in tools:
            for canvas in self.charts.canvases:
                canvas.set_tool(tools[key])  # type: ignore[arg-type]
        elif key == "F":
            self.charts.fit()
        elif key == "P":
            self.bar.ways.toggle()
        elif key == "C":
            self.play_change()
        elif key == "N":
            self.movers.list.step(1)
        else:
            return False
        return True

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(560), look().px(200))

    # What the desk tells

    def forget(self) -> None:
        self._wanted, self._run = None, None
        self._problem = ""
        self._asked += 1
        self.tints.forget()
        self._take(None)

    def finish(self) -> None:
        self.exporting.finish()
        self.charts.finish()


def _is_same(one: BeforeAfter, other: BeforeAfter) -> bool:
    """Nothing that is seen has changed: the view and what is heard may stay."""
    return (
        one.info.id == other.info.id
        and one.apart == other.apart
        and one.second.sha256 == other.second.sha256
        and one.first.sha256 == other.first.sha256
    )
