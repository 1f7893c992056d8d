"""The labels of the inspector: what is said, by whom, and what a person does about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu

from core.errors import KnownError
from core.messages import channel
from desktop.forms import Says
from desktop.icons import icon
from desktop.labels.suggest import suggest
from desktop.player.passage import Passage
from desktop.track.lines import Line
from desktop.track.list import LabelList
from desktop.track.model import LinesModel, whole_text
from desktop.track.section import Section, tool
from desktop.track.sources import span_words, value_text
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.library.labels import Value
    from core.library.query import FacetValue
    from core.store import Collection
    from desktop.kit import Kit


class LabelSection(Section):
    label_wanted = Signal()
    """A person wants to set a label of any field."""

    def __init__(self, kit: Kit) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Labels"))
        self._kit = kit
        self._waiting: list[Line] | None = None
        self.model = LinesModel(self)
        self.list = LabelList(self.model, self._suggest)
        self.none = label(self.tr("Nothing is said of it yet."), 12, tone="text2", wrap=True)
        self.says = Says(room_px=0)
        self.says.hide()
        self.rows.addWidget(self.none)
        self.rows.addWidget(self.list)
        self.rows.addWidget(self.says)
        self.rows.addLayout(self._make_buttons())
        self.model.typed.connect(self.say)
        self.list.removal_wanted.connect(self.remove)
        self.list.play_wanted.connect(self.play)
        self.list.clicked.connect(self._clicked)
        self.list.menu_wanted.connect(self._show_menu)
        self.list.current_moved.connect(self._show_offers)
        self.list.left_alone.connect(self._catch_up)
        self._show_offers()

    def _make_buttons(self) -> QHBoxLayout:
        tr = self.tr
        self.set_label = Button(tr("Set label…"), "small", icon_name="tag", tip=tr("Of any field (Ctrl+T)"))
        self.add = tool("plus", tr("Add a value"))
        self.change = tool("edit", tr("Change the value"))
        self.take_away = tool("trash", tr("Remove the value"))
        self.back = tool("undo", tr("Revert to what the file says"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.set_label)
        row.addStretch(1)
        for button in (self.add, self.change, self.take_away, self.back):
            row.addWidget(button)
        self.set_label.clicked.connect(self.label_wanted)
        self.add.clicked.connect(self.begin_adding)
        self.change.clicked.connect(self.begin_changing)
        self.take_away.clicked.connect(self.remove)
        self.back.clicked.connect(self.revert)
        return row

    # What is shown

    def show_lines(self, lines: list[Line], quiet: str = "") -> None:
        """Later, if somebody is typing."""
        self.quiet.setText(quiet)
        if self.list.is_typed_in:
            self._waiting = lines
            return
        self._waiting = None
        self.model.show_lines(lines)
        self.none.setVisible(not lines)
        self.list.setVisible(bool(lines))
        self._show_offers()

    @Slot()
    def _catch_up(self) -> None:
        if self.list.is_typed_in:
            return
        self.model.drop_new()
        if self._waiting is not None:
            self.model.show_lines(self._waiting)
            self._waiting = None

    def calm(self) -> None:
        """Another track: what went wrong before is no news."""
        self.says.hide()

    @Slot()
    def _show_offers(self) -> None:
        line = self.list.current
        choose = "" if line is not None else self.tr("Choose a label first")
        offers = (
            (self.add, self.tr("Add a value to {} (Insert)"), choose),
            (self.change, self.tr("Change {} (F2)"), choose or self._why_not_change(line)),
            (self.take_away, self.tr("Remove from {} (Delete)"), choose or self._why_not_remove(line)),
            (self.back, self.tr("Revert {} to what the file says"), choose or self._why_not_revert(line)),
        )
        for button, tip, why_not in offers:
            button.setEnabled(not why_not)
            button.setToolTip(why_not or tip.format(line.field.name if line else ""))

    def _why_not_change(self, line: Line | None) -> str:
        if line is None:
            return ""
        return self.tr("It is overruled; revert, or let it count") if line.overruled else ""

    def _why_not_remove(self, line: Line | None) -> str:
        if line is None:
            return ""
        if line.overruled:
            return self.tr("It is overruled already")
        return self.tr("There is none already") if line.label is not None and line.value is None else ""

    def _why_not_revert(self, line: Line | None) -> str:
        return "" if line is not None and line.spoken else self.tr("No person has said anything here")

    # What is asked

    def _suggest(self, field: str, came: Callable[[list[str]], None]) -> None:
        def texts(found: list[FacetValue]) -> None:
            came([value_text(facet.value) for facet in found])

        suggest(self._kit.workspace, field, texts)

    @Slot()
    def begin_adding(self) -> None:
        """In place, below the last value of the field."""
        self.list.add_value()

    @Slot()
    def begin_changing(self) -> None:
        self.list.edit(self.list.currentIndex())

    def say(self, line: Line, text: str) -> None:
        """Another value, instead of the one of the line if it has one."""
        try:
            value = _read(line, text)
        except KnownError as problem:
            self._refused(problem)
            return
        if line.kind == "new":
            self._edit(partial(_add, line, value))
        elif len(line.targets) > 1:
            self._edit(partial(_set, line, (value,)))
        else:
            said = [value if old == line.value else old for old in line.counting]
            wanted = said if line.value in line.counting else [value]
            self._edit(partial(_set, line, tuple(dict.fromkeys(wanted))))

    @Slot()
    def remove(self) -> None:
        line = self.list.current
        if line is None or self._why_not_remove(line):
            return
        if line.value is None:
            self._edit(partial(_clear, line))
        else:
            self._edit(partial(_remove, line))

    @Slot()
    def revert(self) -> None:
        line = self.list.current
        if line is not None and not self._why_not_revert(line):
            self._edit(partial(_revert, line))

    @Slot()
    def let_count(self) -> None:
        """A person says what the overruled source says."""
        line = self.list.current
        if line is not None and line.value is not None:
            same = [x for x in self.model.lines if x.targets == line.targets and x.field == line.field]
            source = line.label.source if line.label else ""
            said = [x.value for x in same if x.label and x.label.source == source and x.value is not None]
            self._edit(partial(_set, line, tuple(said)))

    def _edit(self, work: Callable[[Collection], Edit | None]) -> None:
        self.says.hide()
        self._kit.history.edit(work, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self.says.complain(str(error))
            self.says.show()
        else:
            channel.failure(error)

    def _clicked(self) -> None:
        line = self.list.current
        if line is not None and line.span is not None:
            self.play()

    @Slot()
    def play(self) -> None:
        line = self.list.current
        if line is not None and line.span is not None:
            span = line.span
            why = self.tr("{}: {}, {}").format(
                line.field.name, line.text, span_words(span.start_s, span.end_s)
            )
            self._kit.player.play([Passage(span.track_id, span.start_s, span.end_s, why)])

    @Slot()
    def copy(self) -> None:
        line = self.list.current
        if line is not None:
            QGuiApplication.clipboard().setText(whole_text(line) or line.text)

    @Slot()
    def find_alike(self) -> None:
        """Ask the library for all tracks that have this value."""
        from core.library.query import Match

        line = self.list.current
        if line is not None and line.value is not None:
            self._kit.filter.ask(str(Match(line.field.name, "is", (line.value,))))

    def _show_menu(self, place: object) -> None:
        line, tr = self.list.current, self.tr
        if line is None:
            return
        self.list.has_menu = True
        menu = QMenu(self)
        menu.aboutToHide.connect(self._menu_gone)
        for button, words, slot in (
            (self.add, tr("Add a value"), self.begin_adding),
            (self.change, tr("Change"), self.begin_changing),
            (self.take_away, tr("Remove"), self.remove),
            (self.back, tr("Revert to what the file says"), self.revert),
        ):
            menu.addAction(button.icon(), words, slot).setEnabled(button.isEnabled())
        if line.overruled:
            menu.addAction(icon("check"), tr("Let this count"), self.let_count)
        menu.addSeparator()
        menu.addAction(icon("copy"), tr("Copy"), self.copy)
        if line.span is not None:
            menu.addAction(icon("play"), tr("Play excerpt"), self.play)
        if line.value is not None:
            menu.addAction(icon("filter"), tr("Find tracks with this value"), self.find_alike)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)  # type: ignore[arg-type]

    @Slot()
    def _menu_gone(self) -> None:
        self.list.has_menu = False


def _read(line: Line, text: str) -> Value:
    from core.library.labels import as_number

    return as_number(line.field, text.replace(",", ".")) if line.field.kind == "number" else text


def _set(line: Line, values: tuple[Value, ...], collection: Collection) -> Edit | None:
    from core.library.edits import set_values

    return set_values(collection, line.targets, line.field.name, values)


def _add(line: Line, value: Value, collection: Collection) -> Edit | None:
    from core.library.edits import add_value

    return add_value(collection, line.targets, line.field.name, value)


def _remove(line: Line, collection: Collection) -> Edit | None:
    from core.library.edits import remove_value

    assert line.value is not None
    return remove_value(collection, line.targets, line.field.name, line.value)


def _clear(line: Line, collection: Collection) -> Edit | None:
    from core.library.edits import clear

    return clear(collection, line.targets, line.field.name)


def _revert(line: Line, collection: Collection) -> Edit | None:
    from core.library.edits import revert

    return revert(collection, line.targets, line.field.name)
