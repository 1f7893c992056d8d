"""The dialog "Write captions": by which run, of which tracks, how; and what will come of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.messages import channel
from core.progress import say_seconds
from core.recipes.describing import MOST_BEAMS, CaptionRequest
from desktop import words
from desktop.captions.offers import (
    SILENT,
    Counted,
    Offer,
    Which,
    count_offer,
    lacking_query,
    playlist_query,
    read_playlists,
)
from desktop.captions.said import run_title
from desktop.doctor import Doctor, fastest_device
from desktop.forms import Says, foot
from desktop.neighbours.segments import Segments
from desktop.theme import look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from desktop.captions.reading import WritingRun
    from desktop.kit import Kit

SETTLE_MS = 250
GREATEST_SEED = 999_999_999


class WriteDialog(QDialog):
    agreed = Signal(object, str)
    """The CaptionRequest, and the device."""
    teach_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        kit: Kit,
        runs: Sequence[WritingRun],
        run: int | None,
        tracks: Sequence[int],
        seconds_each: float,
    ) -> None:
        """`tracks`: those of which something is to be written again."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Write captions"))
        self.setMinimumWidth(look().px(560))
        self._kit, self._seconds_each = kit, seconds_each
        self._these = tuple(tracks)
        self._runs = {one.run: one for one in runs if one.can_write}
        self._counted: Counted | None = None
        self._asked: tuple[Offer, int] | None = None
        doctor = parent.findChild(Doctor)
        self._device = fastest_device(doctor.findings if doctor is not None else None)
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._ask)
        self._make(run)
        self._build()
        self._show_way()
        self.finished.connect(self._leave)
        kit.workspace.look(read_playlists, self._playlists_came)
        self.refresh()

    # How it is made

    def _make(self, run: int | None) -> None:
        tr = self.tr
        self.run = QComboBox()
        self.run.setAccessibleName(tr("Run that writes"))
        for number, one in self._runs.items():
            self.run.addItem(run_title(one), number)
        self.run.setCurrentIndex(max(self.run.findData(run), 0))
        self.which = QComboBox()
        self.which.setAccessibleName(tr("Which tracks"))
        for name, said in self._offered().items():
            self.which.addItem(said, name)
        self.playlist = QComboBox()
        self.playlist.setAccessibleName(tr("Playlist"))
        self.query = QLineEdit(self._kit.filter.asked.text)
        self.query.setAccessibleName(tr("Query"))
        self.query.setPlaceholderText(tr("a query, such as genre:waltz"))
        ways = {"likely": (tr("Likeliest words"), ""), "chance": (tr("By chance"), "")}
        self.way = Segments(tr("How words are chosen"), ways)
        self.beams = QSpinBox(minimum=1, maximum=MOST_BEAMS)
        self.beams.setAccessibleName(tr("Beams"))
        self.beams.setToolTip(tr("Wordings that are followed at the same time; more is slower"))
        self.temperature = QDoubleSpinBox(decimals=2, minimum=0.05, maximum=10, singleStep=0.05, value=0.8)
        self.temperature.setAccessibleName(tr("Temperature"))
        self.temperature.setToolTip(tr("The higher, the more freely words are drawn"))
        self.seed = QSpinBox(minimum=0, maximum=GREATEST_SEED)
        self.seed.setAccessibleName(tr("Seed"))
        self.seed.setToolTip(tr("The same seed draws the same words"))
        self.says = Says(54)
        self.go = Button(tr("Write captions"), "main")
        self.teach = Button(tr("Teach…"))
        self._show_run()

    def _offered(self) -> dict[Which, str]:
        tr, kit = self.tr, self._kit
        found: dict[Which, str] = {}
        if self._these:
            found["these"] = tr("These again: {}").format(words.tracks(len(self._these)))
        if kit.selection.chosen:
            found["chosen"] = tr("Selected: {}").format(words.tracks(len(kit.selection.chosen)))
        found["lacking"] = tr("Without a text of this run")
        found["silent"] = tr("Without any text")
        found["found"] = tr("Found by a query")
        found["playlist"] = tr("Of a playlist")
        found["all"] = tr("All that can be heard")
        return found

    def _build(self) -> None:
        tr = self.tr
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(tr("Write captions"), 15, bold=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._parts: dict[str, QWidget] = {}
        for name, said, widget in (
            ("run", tr("&By"), self.run),
            ("which", tr("&Tracks"), self.which),
            ("playlist", tr("&Playlist"), self.playlist),
            ("query", tr("&Query"), self.query),
            ("way", tr("Words"), self.way),
        ):
            self._parts[name] = self._add(grid, said, widget)
        grid.addWidget(self._numbers(), grid.rowCount(), 1)
        rows.addLayout(grid)
        rows.addWidget(self.says)
        buttons = foot(self, self.go, self._agree)
        buttons.insertWidget(0, self.teach)
        rows.addLayout(buttons)
        self._connect()

    def _add(self, grid: QGridLayout, said: str, widget: QWidget) -> QWidget:
        name, row = label(said), grid.rowCount()
        name.setBuddy(widget)
        grid.addWidget(name, row, 0)
        grid.addWidget(widget, row, 1)
        return name

    def _numbers(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._likely = [label(self.tr("Beams"), 12, tone="text2"), self.beams]
        self._chance = [label(self.tr("Temperature"), 12, tone="text2"), self.temperature,
                        label(self.tr("Seed"), 12, tone="text2"), self.seed]  # fmt: skip
        for widget in (*self._likely, *self._chance):
            row.addWidget(widget)
        row.addStretch(1)
        return holder

    def _connect(self) -> None:
        self.run.currentIndexChanged.connect(self._show_run)
        self.which.currentIndexChanged.connect(self.refresh)
        self.playlist.currentIndexChanged.connect(self.refresh)
        self.query.textChanged.connect(self._settled.start)
        self.way.chosen.connect(self._show_way)
        self.teach.clicked.connect(self._teach)

    # What is chosen

    @Slot()
    def _show_run(self) -> None:
        """As the run's recipe has it."""
        run = self._runs.get(self.run.currentData())
        if run is not None:
            self.beams.setValue(run.beams)
            self.way.show_chosen("chance" if run.temperature else "likely")
            if run.temperature:
                self.temperature.setValue(run.temperature)
        if hasattr(self, "_parts"):
            self._show_way()
            self.refresh()

    @Slot()
    def _show_way(self) -> None:
        by_chance = self.way.current == "chance"
        for widget in self._likely:
            widget.setVisible(not by_chance)
        for widget in self._chance:
            widget.setVisible(by_chance)

    def _playlists_came(self, names: list[str]) -> None:
        self.playlist.addItems(names)
        if not names:
            self.which.removeItem(self.which.findData("playlist"))

    def offer(self) -> Offer:
        which: Which = self.which.currentData()
        tracks = {"these": self._these, "chosen": tuple(sorted(self._kit.selection.chosen))}
        query = {
            "lacking": lacking_query(self.run.currentData() or 0),
            "silent": SILENT,
            "found": self.query.text().strip(),
            "playlist": playlist_query(self.playlist.currentText()),
        }
        return Offer(which, query.get(which, ""), tracks.get(which, ()))

    def request(self) -> CaptionRequest:
        offer = self.offer()
        by_chance = self.way.current == "chance"
        return CaptionRequest(
            self.run.currentData(),
            offer.query,
            self._counted.named if self._counted is not None else offer.tracks,
            beams=0 if by_chance else self.beams.value(),
            temperature=round(self.temperature.value(), 2) if by_chance else 0.0,
            seed=self.seed.value() if by_chance else 0,
        )

    # What will come of it

    @Slot()
    def refresh(self) -> None:
        which = self.which.currentData()
        for name in ("playlist", "query"):
            widget = self.playlist if name == "playlist" else self.query
            shown = which == ("playlist" if name == "playlist" else "found")
            widget.setVisible(shown)
            self._parts[name].setVisible(shown)
        self.teach.setVisible(not self._runs)
        if not self._runs:
            self._complain(
                self.tr(
                    "No run has learnt to write yet. A model that writes is taught first: Teach… with the "
                    "task Caption. The small writer of Soundings needs no download; any other T5 is a folder "
                    "on this disk, or fetched when it is taught."
                )
            )
            return
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if not self._runs:
            return
        self._settled.stop()
        self.go.setEnabled(False)
        asked = self._asked = (self.offer(), self.run.currentData())
        done, failed = partial(self._came, asked), partial(self._failed, asked)
        self._kit.workspace.look(partial(count_offer, *asked), done, failed)

    def _came(self, asked: tuple[Offer, int], counted: Counted) -> None:
        if asked != self._asked:
            return
        self._counted = counted
        if not counted.tracks:
            self._complain(self.tr("No track that can be heard is among these."))
            return
        self.says.say(self._outlook(counted))
        self.go.setEnabled(counted.tracks > 0)
        self.go.setToolTip("")

    def _failed(self, asked: tuple[Offer, int], error: Exception) -> None:
        if not isinstance(error, KnownError):
            channel.failure(error)
        elif asked == self._asked:
            self._complain(str(error))

    def _complain(self, text: str) -> None:
        self.says.complain(text)
        self.go.setEnabled(False)
        self.go.setToolTip(text)

    def _outlook(self, counted: Counted) -> str:
        tr = self.tr
        parts = [words.tracks(counted.tracks)]
        if self._seconds_each:
            took = say_seconds(self._seconds_each * counted.tracks)
            parts.append(tr("about {} at the pace of the last time").format(took))
        else:
            parts.append(tr("how long it takes is known after the first texts"))
        said = [", ".join(parts) + "."]
        for number, one, more in (
            (counted.again, tr("1 has a text of this run, which is written anew."),
             tr("{} have a text of this run, which is written anew.")),
            (counted.kept, tr("1 stays as a person left it."), tr("{} stay as a person left them.")),
            (counted.unheard, tr("1 cannot be heard."), tr("{} cannot be heard.")),
        ):  # fmt: skip
            if number:
                said.append(one if number == 1 else more.format(words.number(number)))
        return " ".join(said)

    @Slot()
    def _teach(self) -> None:
        self.reject()
        self.teach_wanted.emit()

    @Slot()
    def _agree(self) -> None:
        if self.go.isEnabled():
            request = self.request()
            self.accept()
            self.agreed.emit(request, self._device)

    @Slot()
    def _leave(self) -> None:
        self._settled.stop()
        self._asked = None
        self.deleteLater()
