"""The page on which tracks are labelled by listening, while a probe guesses the rest."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop import words
from desktop.by_ear.acts import Acts
from desktop.by_ear.bar import Bar
from desktop.by_ear.classes import Classes
from desktop.by_ear.figures import Figures
from desktop.by_ear.hearing import Hearing
from desktop.by_ear.line_up import MOST
from desktop.by_ear.queue import Queue
from desktop.by_ear.subject import Subject
from desktop.by_ear.teaching import Teaching
from desktop.desk.pane import Pane
from desktop.holding import Summary
from desktop.kit import Kit
from desktop.neighbours.notice import Notice
from desktop.theme import look
from desktop.widgets import Button, heading, label, rule, scroller

SIDE_PX, CENTRE_PX = 360, 420
LEAST_SIDE_PX = 300


class ByEarPage(Pane):
    name = "by_ear"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.kit = kit
        self.teaching = Teaching(kit)
        self.bar = Bar()
        self.subject = Subject()
        self.classes = Classes()
        self.queue = Queue(kit, self.teaching.style)
        self.figures = Figures()
        self.notice = Notice()
        self.hearing = Hearing(kit, self.teaching, self.subject)
        self._build()
        self.acts = Acts(self)
        self.main_parts = (self.body, self.notice.button)
        self._connect()
        self.show_state()

    def title(self) -> str:
        return self.tr("By ear")

    def keys(self) -> list[tuple[str, str]]:
        tr = self.tr
        return [
            ("1 … 9", tr("Label the track and go on")),
            ("Ctrl+1 … 9", tr("One label more, where a field takes several")),
            (tr("0 or Delete"), tr("It is none of these")),
            ("S", tr("Skip: do not ask about it again")),
            ("N, →", tr("Next; this one comes again")),
            (tr("Backspace"), tr("Take the last label back")),
            ("+", tr("Add a class…")),
        ]

    # Making

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(rule())
        self.body = QSplitter()
        self.body.setChildrenCollapsible(False)
        self.body.setHandleWidth(1)
        self.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.setAccessibleName(self.tr("Label by ear"))
        self.body.addWidget(self._make_centre())
        self.body.addWidget(self._make_side())
        self.body.setStretchFactor(0, 1)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.body)
        self.middle.addWidget(self.notice)
        rows.addWidget(self.middle, 1)

    def _make_centre(self) -> QWidget:
        centre = QWidget()
        centre.setMinimumWidth(look().px(CENTRE_PX))
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(12, 10, 12, 8)
        rows.setSpacing(8)
        rows.addWidget(self.subject)
        rows.addWidget(scroller(self.classes), 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.add_class = Button(self.tr("Add class…"), "small", icon_name="plus")
        self.add_class.setToolTip(self.tr("Another class to choose from (+)"))
        self.said = label("", 12, tone="text2", wrap=True)
        foot.addWidget(self.add_class)
        foot.addWidget(self.said, 1)
        rows.addLayout(foot)
        return centre

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setMinimumWidth(look().px(LEAST_SIDE_PX))
        rows = QVBoxLayout(side)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("What comes")))
        head.addStretch(1)
        self.busy = label("", 11, tone="text2")
        self.passed = Button("", "flat", tip=self.tr("Ask about the skipped tracks again"))
        self.passed.setFont(look().font(11))
        head.addWidget(self.busy)
        head.addWidget(self.passed)
        rows.addLayout(head)
        self.empty = label("", 12, tone="text2", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        rows.addWidget(self.queue, 1)
        rows.addWidget(self.empty, 1)
        rows.addWidget(self.figures)
        return side

    def _connect(self) -> None:
        teaching, course, subject = self.teaching, self.teaching.course, self.subject
        teaching.changed.connect(self.show_state)
        teaching.probe.busy_changed.connect(self._show_busy)
        course.came.connect(self._came)
        course.queue_changed.connect(self._show_queue)
        course.refused.connect(self.say)
        self.bar.chosen.connect(teaching.choose)
        self.bar.new_wanted.connect(self.acts.new_field)
        subject.chosen.connect(teaching.choose)
        subject.none.clicked.connect(partial(self.give, None))
        subject.skip.clicked.connect(course.pass_over)
        subject.next.clicked.connect(course.go_on)
        subject.undo.clicked.connect(self.undo)
        self.passed.clicked.connect(course.ask_again)
        self.classes.given.connect(self.give)
        self.classes.menu_wanted.connect(self._show_menu)
        self.queue.chosen.connect(course.go_to)
        self.notice.pressed.connect(self._remedy)
        self.add_class.clicked.connect(self.acts.add_class)
        figures = self.figures
        figures.colour.clicked.connect(self.acts.colour_map)
        figures.select.clicked.connect(self.acts.ask_select)
        figures.accept.clicked.connect(self.acts.accept)
        figures.teach.clicked.connect(self.acts.teach)
        self.kit.cards.arrived.connect(self._cards_arrived)
        self.kit.selection.current_changed.connect(self._current_changed)
        self.kit.history.changed.connect(self._show_undo)
        self.kit.workspace.summary_changed.connect(self._summary_changed)
        look().changed.connect(self.show_state)

    # What is shown

    @Slot()
    def show_state(self) -> None:
        teaching = self.teaching
        self.bar.show_choice(teaching.choice, teaching.state)
        self.subject.show_choice(teaching.choice)
        why = self._why_not()
        self.middle.setCurrentWidget(self.notice if why else self.body)
        if why:
            self.notice.say(*why)
            return
        self._show_classes()
        self._show_queue()
        points = teaching.points
        self.figures.show_result(teaching.result, teaching.labelled, points, problem=teaching.problem)
        self._show_undo()

    def _why_not(self) -> tuple[str, str, str] | None:
        """A sentence, the words of a button, and what it does."""
        teaching, tr = self.teaching, self.tr
        if not teaching.is_known:
            return None
        if not self.kit.workspace.tracks:
            return tr("Nothing to label: this collection holds no tracks yet."), tr("Add folder…"), "add"
        if not teaching.state.sets:
            text = tr("Nothing here has been encoded yet. The probe needs the ears of an encoder.")
            return text, tr("Encode…"), "encoders"
        if not teaching.choice.field:
            return tr("Choose a field to label, or begin a new one."), tr("New field…"), "field"
        if teaching.choice.about == "selection" and not self.kit.selection.chosen:
            text = tr("Nothing is selected. Select tracks in the library or on the map, or ask about all.")
            return text, tr("Ask about all tracks"), "all"
        return None

    @Slot(str)
    def _remedy(self, what: str) -> None:
        if what == "field":
            self.acts.new_field()
        elif what == "all":
            self.acts.ask_about_all()
        elif (action := self.kit.commands.actions.get(what)) is not None:
            action.trigger()

    def _show_classes(self) -> None:
        teaching = self.teaching
        lines = teaching.lines()
        self.classes.show_lines(lines, enabled=teaching.course.current is not None)
        state = teaching.state
        if not lines:
            self.say(self.tr("Add the classes that you want to tell apart, then label by their keys."))
        elif len(state.counts) > MOST:
            said = self.tr("The {} most frequent of {} values are shown.")
            self.say(said.format(MOST, words.number(len(state.counts))))
        elif state.many:
            self.say(self.tr("Ctrl and a key adds a label; the probe learns from tracks that have one."))
        else:
            self.say("")

    @Slot()
    def _show_queue(self) -> None:
        course = self.teaching.course
        queue = course.queue
        here = course.current.track_id if course.current is not None else None
        self.queue.show_queue(queue, here)
        self.queue.setVisible(bool(queue))
        self.empty.setVisible(not queue)
        self.empty.setText(self._why_empty())
        passed = len(course.passed)
        self.passed.setVisible(bool(passed))
        self.passed.setText(self.tr("{} skipped").format(words.number(passed)))
        self.passed.setAccessibleName(self.tr("Ask about the skipped tracks again"))

    def _why_empty(self) -> str:
        teaching = self.teaching
        if teaching.result is None:
            return self.tr("The probe is listening…") if not teaching.problem else ""
        if teaching.choice.order == "surprising":
            return self.tr("No label surprises the probe.")
        if teaching.result.unlabelled:
            return self.tr("The next tracks are on their way.")
        return self.tr("Every track that is asked about has a label, or is said to have none.")

    @Slot(bool)
    def _show_busy(self, busy: bool) -> None:
        self.busy.setText(self.tr("learning…") if busy else "")

    @Slot(str)
    def say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setAccessibleName(text)

    @Slot()
    def _show_undo(self) -> None:
        last = self.teaching.course.last
        self.subject.undo.setEnabled(last is not None)

    @Slot(bool)
    def _came(self, by_hand: bool) -> None:
        self._show_classes()
        here = self.teaching.course.current
        self.queue.show_current(here.track_id if here is not None else None)
        self._show_undo()
        self.hearing.come(by_hand=by_hand and self.isVisible())

    @Slot(object)
    def _current_changed(self, track_id: int | None) -> None:
        """Somebody points at a track elsewhere, while the page is seen: it is asked about now."""
        if track_id is not None and self.isVisible() and self.teaching.choice.field:
            self.teaching.course.go_to(track_id, by_hand=False)

    @Slot(object)
    def _cards_arrived(self, track_ids: frozenset[int]) -> None:
        here = self.teaching.course.current
        if here is not None and here.track_id in track_ids and self.isVisible():
            self._show_classes()

    @Slot(object)
    def _summary_changed(self, _summary: Summary) -> None:
        if self.isVisible():
            self.show_state()

    # What is done

    @Slot(str)
    def give(self, name: str | None, _checked: bool = False) -> None:
        self.teaching.give(name)

    @Slot()
    def undo(self) -> None:
        if why := self.teaching.course.undo():
            self.say(why)

    def _show_menu(self, name: str, where: QPoint) -> None:
        self.acts.show_menu(name, where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.middle.currentWidget() is self.body and self._press(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        key, course = event.key(), self.teaching.course
        quiet = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier  # French figures
        held = event.modifiers() & ~quiet
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            return self._press_figure(key - Qt.Key.Key_1, held)
        if held:
            return False
        plain: dict[int, Callable[[], object]] = {
            Qt.Key.Key_0: partial(self.give, None),
            Qt.Key.Key_Delete: partial(self.give, None),
            Qt.Key.Key_S: course.pass_over,
            Qt.Key.Key_N: course.go_on,
            Qt.Key.Key_Right: course.go_on,
            Qt.Key.Key_Backspace: self.undo,
            Qt.Key.Key_Plus: self.acts.add_class,
        }
        act = plain.get(key)
        if act is None:
            return False
        act()
        return True

    def _press_figure(self, place: int, held: Qt.KeyboardModifier) -> bool:
        names = self.classes.names
        if held not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
            return False
        if place >= len(names):
            self.say(self.tr("There is no class {} yet.").format(place + 1))
        elif held:
            self.teaching.give(names[place], more=True)
        else:
            self.teaching.give(names[place])
        return True

    # What Qt and the desk tell it

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.teaching.watch(seen=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.teaching.watch(seen=False)

    def show_collection(self, summary: Summary) -> None:
        if self.isVisible() and not self.teaching.is_known:
            self.teaching.refresh()

    def forget(self) -> None:
        self.teaching.forget()
        self.hearing.forget()
        self.show_state()

    def finish(self) -> None:
        self.subject.wave.finish()

    def remembered(self) -> dict[str, Any]:
        return {**self.teaching.kept(), "sizes": self.body.sizes()}

    def restore(self, kept: dict[str, Any]) -> None:
        self.teaching.restore(kept)
        sizes = kept.get("sizes")
        if isinstance(sizes, list) and len(sizes) == 2 and all(type(px) is int and px > 0 for px in sizes):
            self.body.setSizes(sizes)
        else:
            self.body.setSizes([3 * look().px(SIDE_PX), look().px(SIDE_PX)])
