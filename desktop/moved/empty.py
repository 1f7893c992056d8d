"""What stands where the two maps will be: why there are none, what drawing them takes, how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QElapsedTimer, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from core.maps.request import SAID
from desktop import words
from desktop.map import estimate
from desktop.moved import says
from desktop.neighbours.segments import Segments
from desktop.theme import look
from desktop.widgets import Button, Elided, label

if TYPE_CHECKING:
    from core.moved.pair import Pair
    from desktop.moved.follow import Following, Under

STEPS = 1000
MORE_PX = 460
Why = Literal["nothing", "none", "ready", "busy", "reading"]


class Empty(QWidget):
    draw_wanted = Signal()
    teach_wanted = Signal()
    cancel_wanted = Signal()
    method_chosen = Signal(str)
    apart_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.why: Why = "nothing"
        self.title = label(size=15, bold=True)
        self.more = label(tone="text2", wrap=True)
        self.more.setFixedWidth(look().px(MORE_PX))
        self.problem = label(tone="bad", wrap=True)
        self.problem.setFixedWidth(look().px(MORE_PX))
        self.method = Segments(
            tr("Method"),
            {
                "tsne": (SAID["tsne"], tr("Shows who is near whom; distances say little")),
                "pca": (SAID["pca"], tr("Shows what varies most, in a moment")),
            },
        )
        self.apart = QCheckBox(tr("Neighbours of other artists only"))
        self.apart.setToolTip(tr("Tracks of the same artist are no neighbours"))
        self.bar = QProgressBar(textVisible=False, maximum=STEPS)
        self.bar.setFixedWidth(look().px(MORE_PX))
        self.bar.setAccessibleName(tr("Progress of before and after"))
        self.button = Button("", "main")
        self._since_asked = QElapsedTimer()
        self._build()
        self.button.clicked.connect(self._act)
        self.method.chosen.connect(self.method_chosen)
        self.apart.clicked.connect(self.apart_chosen)
        self.show_nothing()

    def _build(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for said in (self.title, self.more, self.problem):
            said.setAlignment(centre)
            column.addWidget(said, 0, centre)
        self.choices = QWidget()
        row = QHBoxLayout(self.choices)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(16)
        row.addWidget(self.method)
        row.addWidget(self.apart)
        column.addWidget(self.choices, 0, centre)
        column.addWidget(self.bar, 0, centre)
        column.addSpacing(4)
        column.addWidget(self.button, 0, centre)
        column.addStretch(3)

    def _show(self, why: Why, title: str, more: str, button: str = "", problem: str = "") -> None:
        self.why = why
        self.title.setText(title)
        for said, text in ((self.more, more), (self.problem, problem)):
            said.setText(text)
            said.setVisible(bool(text))
            said.setMinimumHeight(max(said.heightForWidth(look().px(MORE_PX)), 1))
        self.choices.setVisible(why == "ready")
        self.bar.setVisible(why == "busy")
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.setVisible(bool(button))
        self.button.setEnabled(True)

    def show_reading(self) -> None:
        self._show("reading", "", "")

    def show_nothing(self) -> None:
        """No run is looked at."""
        self._show("nothing", self.tr("No run is looked at"), self.tr("Choose a run in the table above."))

    def show_none(self, why: str, hint: str) -> None:
        """There is nothing to compare."""
        self._show("none", self.tr("Nothing to compare"), f"{why} {hint}".strip(), self.tr("Teach…"))

    def show_ready(
        self, pair: Pair, method: str, apart: str, took: dict[str, tuple[int, float]], problem: str
    ) -> None:
        """It can be drawn: what has to be heard first, and how long that takes if anybody knows."""
        self.method.show_chosen(method)
        self.apart.setChecked(bool(apart))
        tr = self.tr
        seconds = expected_s(pair, method, took)
        time = says.about(seconds) if seconds is not None else tr("how long hearing takes is not known yet")
        what = tr("{} before and after teaching, one map over the other, and who has other neighbours now.")
        more = f"{what.format(words.tracks(pair.tracks))} {says.to_hear(pair)} {sentence(time)}"
        title = tr("Before and after are not drawn yet")
        self._show("ready", title, more, tr("Draw before and after"), problem)

    def show_busy(self, following: Following, under: Under) -> None:
        self._show("busy", self.tr("Drawing before and after"), following.said(under), self.tr("Cancel"))
        self.bar.setValue(round(STEPS * under.share))
        self.button.setEnabled(under.asked is None)

    @Slot()
    def _act(self) -> None:
        acts = {"none": self.teach_wanted, "ready": self.draw_wanted, "busy": self.cancel_wanted}
        since = self._since_asked.elapsed() if self._since_asked.isValid() else None
        if self.why == "busy" and since is not None and since < QApplication.doubleClickInterval():
            return  # the second click of two, which began it
        if self.why in acts:
            self._since_asked.start()
            acts[self.why].emit()


class Progress(QWidget):
    """Above maps that form: how far, how long, and the way to end it."""

    def __init__(self) -> None:
        super().__init__()
        self.said = Elided("", 12, "text")
        self.bar = QProgressBar(textVisible=False, maximum=STEPS)
        self.bar.setFixedWidth(look().px(160))
        self.bar.setAccessibleName(self.tr("Progress of before and after"))
        self.cancel = Button(self.tr("Cancel"), "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.said, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        self.hide()

    def show_job(self, following: Following, under: Under | None) -> None:
        self.setVisible(under is not None)
        if under is not None:
            self.said.show_text(following.said(under))
            self.bar.setValue(round(STEPS * under.share))
            self.cancel.setEnabled(under.asked is None)


def expected_s(pair: Pair, method: str, took: dict[str, tuple[int, float]]) -> float | None:
    """None: what is to be heard first has never been timed here."""
    if pair.missing and pair.track_s is None:
        return None
    hearing = pair.missing * (pair.track_s or 0.0)
    return hearing + 2 * estimate.seconds(method, pair.tracks, took)


def sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
