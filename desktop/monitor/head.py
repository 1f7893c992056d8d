"""The head of the page: which run is watched, how far it is, how long it may take, what can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from core.progress import Stop
from desktop import words
from desktop.jobs.row import ICONS
from desktop.monitor import state
from desktop.monitor.marks import EpochBar, PatienceBoxes
from desktop.monitor.state import Moment
from desktop.theme import Weight, look
from desktop.widgets import Button, Elided, IconLabel, Question, label, set_tone

MOST_LISTED = 20


class Head(QWidget):
    asked = Signal(object)
    """A Stop, of the job that is watched."""
    resumed = Signal()
    chosen = Signal(int)
    """Another run is to be watched."""
    results_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.moment: Moment | None = None
        self._listed: tuple[tuple[int, str], ...] = ()
        self.run = Button("", "flat", icon_name="down", name=self.tr("Which run is watched"))
        self.run.setToolTip(self.tr("Watch another run"))
        self.what = Elided("", 15, "text")
        self.begun = Elided("", 12)
        self.epoch = label(bold=True)
        self.rate = label(size=12, tone="text2")
        self.bar = EpochBar()
        self.time = Elided("", 12)
        self.boxes = PatienceBoxes()
        self.patience = label(size=12)
        self.memory = label(size=12)
        self.sign = IconLabel("pause")
        self.sentence = label(wrap=True)
        tr = self.tr
        self.pause = Button(tr("Pause"), icon_name="pause")
        self.pause.setToolTip(tr("Stop here and go on later from the same step"))
        self.resume = Button(tr("Resume"), "main", icon_name="resume")
        self.keep = Button("", icon_name="check")
        self.cancel = Button(tr("Cancel run…"))
        self.cancel.setProperty("tone", "bad")
        self.results = Button(tr("See results"), icon_name="forward")
        self._build()
        self.run.clicked.connect(self.list_runs)
        self.pause.clicked.connect(partial(self._ask, Stop.PAUSE))
        self.keep.clicked.connect(partial(self._ask, Stop.KEEP))
        self.resume.clicked.connect(self.resumed)
        self.cancel.clicked.connect(self.ask_cancel)
        self.results.clicked.connect(self.results_wanted)

    # Layout

    def _build(self) -> None:
        px = look().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(8), px(12), px(8))
        row.setSpacing(px(20))
        row.addWidget(self._titles(), 5)
        self.middle = QStackedWidget()
        self.middle.addWidget(self._going())
        self.middle.addWidget(self._still())
        row.addWidget(self.middle, 9)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        for button in (self.results, self.pause, self.resume, self.keep, self.cancel):
            button.hide()  # until it is known what can be asked
            buttons.addWidget(button)
        row.addLayout(buttons)
        self.run.setFont(look().font(15, Weight.DemiBold))
        self.run.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the name

    def _titles(self) -> QWidget:
        part = QWidget()
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(look().px(4))
        first.addWidget(self.run)
        first.addWidget(self.what, 1)
        rows.addStretch(1)
        rows.addLayout(first)
        second = QHBoxLayout()
        second.setContentsMargins(look().px(6), 0, 0, 0)
        second.addWidget(self.begun)
        rows.addLayout(second)
        rows.addStretch(1)
        return part

    def _going(self) -> QWidget:
        px = look().px
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(20))
        progress = QVBoxLayout()
        progress.setSpacing(px(1))
        first = QHBoxLayout()
        first.addWidget(self.epoch)
        first.addStretch(1)
        first.addWidget(self.rate)
        progress.addLayout(first)
        progress.addWidget(self.bar)
        progress.addWidget(self.time)
        row.addLayout(progress, 1)
        self.patience_part = self._block(self.tr("Patience"), self.boxes, self.patience)
        self.memory_part = self._block(self.tr("Memory"), None, self.memory)
        row.addWidget(self.patience_part)
        row.addWidget(self.memory_part)
        return part

    def _block(self, name: str, drawn: QWidget | None, said: QWidget) -> QWidget:
        part = QWidget()
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look().px(2))
        rows.addWidget(label(name, 12, tone="text2"))
        if drawn is not None:
            rows.addWidget(drawn)
        rows.addWidget(said)
        if drawn is None:
            rows.addStretch(1)
        return part

    def _still(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        row.addWidget(self.sign)
        row.addWidget(self.sentence, 1)
        return part

    # What it shows

    def show_moment(self, moment: Moment) -> None:
        self.moment = moment
        story = moment.story
        self.run.setText(story.name if story.run else self.tr("Next run"))
        self.what.show_text(state.title_words(story) if story.run else moment.title)
        self.begun.show_text(state.begun_words(moment))
        going = moment.is_running and moment.asked is None
        self.middle.setCurrentIndex(0 if going else 1)
        if going:
            self._show_progress(moment)
        else:
            self.sign.show_icon(*ICONS.get("running" if moment.asked else moment.state, ("info", "text2")))
            said = state.state_words(moment)
            self.sentence.setText(said)
            self.sentence.setAccessibleName(said)
            set_tone(self.sentence, "text" if moment.state in ("interrupted", "failed") else "text2")
        self._show_buttons(moment)

    def _show_progress(self, moment: Moment) -> None:
        story = moment.story
        words_ = state.epoch_words(moment)
        self.epoch.setText(words_)
        self.rate.setText(state.rate_words(moment))
        self.time.show_text(state.time_words(moment))
        most = max(story.epochs, 1)
        best = None if story.best is None else (story.best + 1) / most
        said = words_ if best is None else self.tr("{}, best so far epoch {}").format(
            words_, words.number((story.best or 0) + 1)
        )  # fmt: skip
        self.bar.show_share(moment.progress / most, best, said)
        self.bar.setToolTip(said)
        self.patience_part.setVisible(story.patience > 0 and bool(story.run))
        patience = state.patience_words(moment)
        self.boxes.show_patience(min(story.stale, story.patience), story.patience, patience)
        self.patience.setText(patience)
        memory = state.memory_words(moment)
        self.memory.setText(memory)
        self.memory_part.setToolTip(f"{story.device}: {memory}")
        self.memory_part.setVisible(bool(memory) and self._has_room)

    @property
    def _has_room(self) -> bool:
        return self.width() >= look().px(1400)

    def _show_buttons(self, moment: Moment) -> None:
        free = moment.asked is None
        self.pause.setVisible(moment.is_running and moment.can_pause)
        self.resume.setVisible(moment.can_resume and not moment.is_running)
        best = moment.story.best
        self.keep.setVisible(moment.is_running and bool(moment.story.run) and free)
        self.keep.setEnabled(best is not None)
        number = words.number((best or 0) + 1)
        self.keep.setText(
            self.tr("Stop and keep") if best is None else self.tr("Stop and keep epoch {}").format(number)
        )
        self.keep.setAccessibleName(self.keep.text())
        self.keep.setToolTip(
            self.tr("The first epoch has to be over first")
            if best is None
            else self.tr("End training now; epoch {} is judged and kept, as the best so far").format(number)
        )
        living = moment.state in ("running", "paused", "interrupted", "waiting")
        self.cancel.setVisible(living and moment.job is not None)
        self.cancel.setEnabled(moment.asked != Stop.CANCEL)
        said = self.tr("Cancelling…") if moment.asked == Stop.CANCEL else self.tr("Cancel run…")
        self.cancel.setText(said)
        self.cancel.setAccessibleName(said)
        self.results.setVisible(moment.state in ("done", "stopped"))

    # Which run

    def show_runs(self, listed: Sequence[tuple[int, str]]) -> None:
        """Others that may be watched, each with what is said of it."""
        self._listed = tuple(listed)

    @Slot()
    def list_runs(self) -> None:
        menu = QMenu(self.run)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setProperty("choices", True)
        for run, said in self._listed[:MOST_LISTED]:
            action = menu.addAction(said.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self.moment is not None and self.moment.story.run == run)
            action.triggered.connect(partial(self._choose, run))
        menu.popup(self.run.mapToGlobal(QPoint(0, self.run.height() + 2)))

    def _choose(self, run: int, _checked: bool = False) -> None:
        self.chosen.emit(run)

    # What is asked

    def _ask(self, stop: Stop, _checked: bool = False) -> None:
        self.asked.emit(stop)

    @Slot()
    def ask_cancel(self) -> None:
        moment = self.moment
        if moment is None or moment.job is None:
            return
        what = moment.story.name if moment.story.run else self.tr("this run")
        epochs = moment.done
        lost = (
            self.tr("Its {} epochs, its checkpoints and its curves are thrown away.").format(
                words.number(epochs)
            )
            if epochs > 1
            else self.tr("What it has learnt so far is thrown away.")
        )
        Question(
            self.window(),
            self.tr("Cancel {}?").format(what),
            f"{lost} {self.tr('Stop and keep ends it, too, and keeps its best epoch.')}",
            {
                self.tr("Cancel the run"): partial(self.asked.emit, Stop.CANCEL),
                self.tr("Let it go on"): _nothing,
            },
        )


def _nothing() -> None:
    """It goes on."""
