"""How sure a run was, and whether rightly: precision over recall, claims against truth, numbers said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop import words
from desktop.colouring import CLASSES
from desktop.matrix.certainty_export import Exporting
from desktop.matrix.parts import PartView
from desktop.matrix.plots import ClaimsPlot, NumbersPlot, Plot, PrecisionPlot
from desktop.player.passage import Passage, heard_track
from desktop.shapes import shape_icon
from desktop.theme import ClassStyle, look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from core.runs.certainty import Certainty, Told
    from core.store import Collection
    from desktop.kit import Kit


class CertaintyResult(PartView):
    name = "certainty"
    tasks = ("classify", "tag", "regress")

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.which = QComboBox()
        self.precision = PrecisionPlot(self._style)
        self.claims = ClaimsPlot()
        self.numbers = NumbersPlot()
        self.empty = label("", tone="text2", wrap=True)
        tip = self.tr("Export certainty…")
        self.export = Button("", "icon", icon_name="export", name=tip, tip=tip)
        self.exporting = Exporting(self, kit)
        self.said = ""
        """What the note says, whole."""
        self._build()
        self.export.clicked.connect(self.exporting.open_menu)
        self.which.currentIndexChanged.connect(self._choose)
        look().changed.connect(self._colour_names)
        self.numbers.played.connect(self._play)
        self.numbers.title_of = self._title_of
        kit.player.passage_changed.connect(self._follow)
        kit.player.playing_changed.connect(self._follow)

    def _build(self) -> None:
        px = look().px
        self.which.setAccessibleName(self.tr("Class whose curve is drawn"))
        self.which.setProperty("kind", "small")
        self.which.setMinimumWidth(px(140))
        self.pair = QSplitter(Qt.Orientation.Horizontal)
        self.pair.setChildrenCollapsible(False)
        self.pair.addWidget(self.precision)
        self.pair.addWidget(self.claims)
        self.stack = QStackedWidget()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for seen in (self.pair, self.numbers, self.empty):
            self.stack.addWidget(seen)
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(px(8), px(6), px(8), px(4))
        room.addWidget(self.stack)
        self._begin_rows(self.which, self.part, self.export).addWidget(inside, 1)

    def title(self) -> str:
        return self.tr("Certainty")

    @Slot(str)
    def _read(self, _part: str = "") -> None:
        self._asked += 1
        run, part = self._run, self.part.current
        self.which.setVisible(run is not None and run.task != "regress")
        if run is None:
            self._show_empty("")
        elif run.task == "regress":
            came = partial(self._came_numbers, self._asked)
            self._kit.workspace.look(partial(read_numbers, run.run, part), came, self._failed)
        else:
            came_ = partial(self._came, self._asked)
            self._kit.workspace.look(partial(read, run.run, part), came_, self._failed)

    def _failed(self, error: Exception) -> None:
        """A part without tracks that are known, or a run that is gone: both say so in a sentence."""
        self._show_empty(str(error))

    def _show_empty(self, why: str) -> None:
        self.empty.setText(why)
        self._show(self.empty, "")

    def _show(self, seen: QWidget, note: str) -> None:
        self.stack.setCurrentWidget(seen)
        self.said = note
        self.note.show_text(note)
        self.export.setEnabled(bool(self.plots()))

    def _came(self, asked: int, certainty: Certainty) -> None:
        if asked != self._asked:
            return
        before = self.which.currentText()
        names = [curve.name for curve in certainty.curves]
        self._show_names(names, before)
        self.precision.show_curves(certainty.curves, self.which.currentIndex())
        self.claims.setVisible(certainty.error is not None)
        self.claims.show_certainty(certainty)
        said = self.tr("{}; dotted: chance; bars: 95 % intervals")
        self._show(self.pair, said.format(words.tracks(certainty.tracks)))

    def _show_names(self, names: list[str], before: str) -> None:
        blocked = self.which.blockSignals(True)
        self.which.clear()
        for place, name in enumerate(names):
            self.which.addItem(shape_icon(self._style_of(place, name)), name)
        self.which.setCurrentIndex(max(names.index(before) if before in names else 0, 0))
        self.which.blockSignals(blocked)

    @Slot()
    def _colour_names(self) -> None:
        for place in range(self.which.count()):
            style = self._style_of(place, self.which.itemText(place))
            self.which.setItemIcon(place, shape_icon(style))

    def _style_of(self, place: int, name: str) -> ClassStyle | None:
        known = name in self._kit.colouring.colours.names
        if known:
            return self._kit.colouring.style(name)
        return look().theme.classes[place] if place < CLASSES else None

    def _style(self, place: int) -> ClassStyle | None:
        return self._style_of(place, self.precision.curves[place].name)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.precision.show_curves(self.precision.curves, place)

    # Out

    @property
    def number(self) -> int:
        return 0 if self._run is None else self._run.run

    def plots(self) -> list[Plot]:
        """Those that show something."""
        shown = self.stack.currentWidget()
        if shown is self.numbers:
            return [self.numbers]
        if shown is self.empty:
            return []
        has_claims = self.claims.certainty is not None and self.claims.certainty.error is not None
        return [self.precision, self.claims] if has_claims else [self.precision]

    def rows(self) -> list[dict[str, object]]:
        """What is drawn, a row for each point."""
        plots, found = self.plots(), list[dict[str, object]]()
        if self.numbers in plots:
            found += [_point("numbers", p.track_id, p.true, p.said) for p in self.numbers.points]
        if self.precision in plots:
            for curve in self.precision.curves:
                points = zip(curve.recall, curve.precision, strict=True)
                found += [_point("precision", curve.name, *at, tracks=curve.tracks) for at in points]
        if self.claims in plots and self.claims.certainty is not None:
            found += [
                _point("claims", "", claim.claimed, claim.right, claim.low, claim.high, claim.tracks)
                for claim in self.claims.certainty.claims
            ]
        return found

    # Numbers

    def _came_numbers(self, asked: int, found: tuple[str, list[Told]]) -> None:
        if asked != self._asked:
            return
        unit, points = found
        self.numbers.show_points(points, unit)
        self._kit.cards.want([point.track_id for point in points[:400]])
        said = self.tr("{}; on the dashed line what was said is true; click plays")
        self._show(self.numbers, said.format(words.tracks(len(points))))

    def _title_of(self, track_id: int) -> str:
        card = self._kit.cards.get(track_id)
        return card.title if card is not None else self.tr("Track {}").format(track_id)

    @Slot(int)
    def _play(self, track_id: int) -> None:
        self._kit.selection.make_current(track_id)
        point = next(point for point in self.numbers.points if point.track_id == track_id)
        self._kit.player.play([Passage(track_id, why=self.numbers.said(point))])

    @Slot()
    def _follow(self, _what: object = None) -> None:
        self.numbers.show_heard(heard_track(self._kit.player))

    def forget(self) -> None:
        super().forget()
        self.precision.show_curves((), -1)
        self.claims.show_certainty(None)
        self.numbers.show_points((), "")
        self._show_empty("")


def _point(
    plot: str,
    name: object,
    x: float,
    y: float,
    low: float | None = None,
    high: float | None = None,
    tracks: int = 1,
) -> dict[str, object]:
    return {"plot": plot, "name": name, "x": x, "y": y, "low": low, "high": high, "tracks": tracks}


# In the background


def read(run: int, part: str, collection: Collection) -> Certainty:
    from core.runs.certainty import read_certainty

    return read_certainty(collection, run, part)


def read_numbers(run: int, part: str, collection: Collection) -> tuple[str, list[Told]]:
    from core.runs.certainty import read_numbers as read_told
    from core.runs.shown import read_run

    labels = read_run(collection, run).environment.get("labels") or [""]
    return str(labels[0]), read_told(collection, run, part)
