"""The groups of the facets: a head that opens and closes, and below it states, values or a histogram."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.library.fields import FieldInfo, Kind
from core.library.query.rewrite import range_asked, values_asked, without
from core.store.schema import fold
from desktop import words
from desktop.icons import icon
from desktop.ledger.states import state_words
from desktop.library.counting import MOST_VALUES, Values, Work, count_numbers, count_states, count_values
from desktop.library.facet_row import FacetRow
from desktop.library.fields import title_of
from desktop.library.histogram import HistogramView
from desktop.theme import Weight, look
from desktop.widgets import Button, rule

if TYPE_CHECKING:
    from desktop.colouring import Colouring

FEW = 12
"""A field of no more values shows them all, in an order that stays."""
SOME, MANY = 6, 150
"""Of more values so many are shown at first, and at most."""


class Group(QWidget):
    opened = Signal(str, bool)
    value_wanted = Signal(str, str, bool)
    """A field or property, a value of it, and whether it should be asked for."""
    range_wanted = Signal(str, float, float)
    clear_wanted = Signal(str)

    def __init__(self, name: str, title: str, field: FieldInfo | None = None) -> None:
        super().__init__()
        self.name, self.heading, self.field = name, title, field
        self.is_open = True
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._make_head())
        self.body = QWidget()
        self.lines = QVBoxLayout(self.body)
        self.lines.setContentsMargins(0, 0, 0, 8)
        self.lines.setSpacing(0)
        rows.addWidget(self.body)
        rows.addWidget(rule())

    def _make_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(4, 4, 4, 2)
        row.setSpacing(0)
        self.fold = Button(self.heading, "flat", icon_name="down")
        self.fold.setFont(look().font(12, Weight.DemiBold))
        self.fold.setIconSize(QSize(look().px(14), look().px(14)))
        self.fold.setStyleSheet("text-align: left;")
        self.fold.clicked.connect(self._toggle)
        row.addWidget(self.fold, 1)
        any_ = self.tr("Any {}").format(self.heading.lower())
        self.clear = Button(
            "", "icon", icon_name="close", name=any_, tip=self.tr("{}: ask for none").format(any_)
        )
        self.clear.setIconSize(QSize(look().px(12), look().px(12)))
        self.clear.clicked.connect(self._ask_clear)
        self.clear.hide()
        row.addWidget(self.clear)
        self._say_open()
        return head

    @Slot()
    def _ask_clear(self) -> None:
        self.clear_wanted.emit(self.name)

    @Slot()
    def _toggle(self) -> None:
        self.set_open(is_open=not self.is_open)
        self.opened.emit(self.name, self.is_open)

    def set_open(self, *, is_open: bool) -> None:
        self.is_open = is_open
        self.body.setVisible(is_open)
        self._say_open()

    def _say_open(self) -> None:
        self.fold.setIcon(icon("down" if self.is_open else "right"))
        said = self.tr("{}, open") if self.is_open else self.tr("{}, closed")
        self.fold.setAccessibleName(said.format(self.heading))

    def work(self, text: str, kinds: Mapping[str, Kind]) -> Work:
        """What counts it, without its own condition."""
        return self.counting(without(text, self.name, kinds))

    def counting(self, text: str) -> Work:
        raise NotImplementedError

    def show_counted(self, counted: Any) -> None:  # noqa: ANN401 - what `work` has counted
        raise NotImplementedError

    def show_asked(self, text: str, kinds: Mapping[str, Kind]) -> None:
        """What the query asks of it."""
        raise NotImplementedError

    def show_again(self) -> None:
        """As it was before somebody pressed on it."""

    def went_stale(self) -> None:
        """Somebody has edited labels, or tracks have come."""

    def _walk(self, row: FacetRow, by: int) -> None:
        rows = [one for one in self.body.findChildren(FacetRow) if not one.isHidden()]
        at = rows.index(row) + by
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_row(self) -> FacetRow:
        row = FacetRow(self.body)
        row.turned.connect(self._turned)
        row.walked.connect(partial(self._walk, row))
        return row

    @Slot(str, bool)
    def _turned(self, value: str, wanted: bool) -> None:
        self.value_wanted.emit(self.name, value, wanted)


class StateGroup(Group):
    """The ledger: every file has one state, and the counts add up."""

    def __init__(self) -> None:
        super().__init__("state", "")
        self.heading = self.tr("State")
        self.fold.setText(self.heading)
        self._say_open()
        self.rows: dict[str, FacetRow] = {}
        self._asked: frozenset[str] = frozenset()

    def counting(self, text: str) -> Work:
        return partial(count_states, text)

    def show_counted(self, counted: dict[str, int]) -> None:
        for state, count in counted.items():
            row = self.rows.get(state)
            if row is None:
                said = state_words(state)
                row = self.rows[state] = self._make_row()
                row.show_sign(said.icon, said.tone)
                self.lines.addWidget(row)
            said = state_words(state)
            row.show_value(state, said.title, count, checked=state in self._asked)
            row.setToolTip(f"{row.toolTip()}. {said.meaning} {said.remedy}".strip())
            row.setVisible(bool(count) or state in self._asked or state == "ok")

    def show_asked(self, text: str, kinds: Mapping[str, Kind]) -> None:
        self._asked = frozenset(str(value).lower() for value in values_asked(text, self.name, kinds))
        self.show_again()
        self.clear.setVisible(bool(self._asked))

    def show_again(self) -> None:
        for state, row in self.rows.items():
            row.setChecked(state in self._asked)


class ValueGroup(Group):
    """A field of categories. Of many values the rest opens, with a line to find one."""

    def __init__(self, field: FieldInfo, colouring: Colouring) -> None:
        super().__init__(field.name, title_of(field.name), field)
        self._colouring = colouring
        self._rows: list[FacetRow] = []
        self._asked: dict[str, str] = {}
        """As the query writes it, by how it is compared."""
        self._counted = Values({}, {}, {})
        self._is_fresh = False
        """What is known of the whole collection still holds."""
        self._is_whole = False
        self.filter = QLineEdit()
        self.filter.setProperty("kind", "small")
        self.filter.setFont(look().font(12))
        self.filter.setPlaceholderText(self.tr("Find a value"))
        self.filter.setAccessibleName(self.tr("Find a value of {}").format(self.heading))
        self.filter.textChanged.connect(self._show_rows)
        self._finder = QWidget()
        holder = QHBoxLayout(self._finder)
        holder.setContentsMargins(10, 2, 8, 4)
        holder.addWidget(self.filter)
        self.lines.addWidget(self._finder)
        self._finder.hide()
        self.more = Button("", "flat")
        self.more.setFont(look().font(12))
        self.more.setProperty("link", True)
        self.more.setStyleSheet("text-align: left;")
        self.more.clicked.connect(self._toggle_whole)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.lines.addLayout(foot)
        self.more.hide()

    def counting(self, text: str) -> Work:
        return partial(count_values, self.name, self._counted.whole if self._is_fresh else None, text)

    def went_stale(self) -> None:
        self._is_fresh = False

    def show_counted(self, counted: Values) -> None:
        self._counted, self._is_fresh = counted, True
        self._show_rows()

    def show_asked(self, text: str, kinds: Mapping[str, Kind]) -> None:
        self._asked = {fold(str(value)): str(value) for value in values_asked(text, self.name, kinds)}
        self.clear.setVisible(bool(self._asked))
        self._show_rows()

    def asked_as(self, value: str) -> str:
        """The query may write a value in another case."""
        return self._asked.get(fold(value), value)

    @Slot()
    def _toggle_whole(self) -> None:
        self._is_whole = not self._is_whole
        self._finder.setVisible(self._is_whole)
        if self._is_whole:
            self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filter.clear()
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        values = self._shown()
        while len(self._rows) < len(values):
            row = self._make_row()
            self._rows.append(row)
            self.lines.insertWidget(self.lines.count() - 1, row)
        is_coloured = not self._colouring.colours.is_number and self._colouring.colours.field == self.name
        for row, value in zip(self._rows, values, strict=False):
            checked = self._counted.folded[value] in self._asked
            row.show_value(value, value, self._counted.found.get(value, 0), checked=checked)
            row.show_shape(self._colouring.style(value) if is_coloured else None, has_shape=is_coloured)
            row.show()
        for row in self._rows[len(values) :]:
            row.hide()
        self._show_more(len(values))

    def _shown(self) -> list[str]:
        """In the order of the whole collection where all are seen; else what is found most comes first."""
        whole, folded = self._counted.whole, self._counted.folded
        if len(whole) <= FEW:
            return list(whole)
        order = list(folded)
        if self._is_whole:
            wanted = fold(self.filter.text())
            return [value for value in order if wanted in folded[value]][:MANY]
        asked = [value for value in order if folded[value] in self._asked] if self._asked else []
        return list(dict.fromkeys([*order[:SOME], *asked]))

    def _show_more(self, shown: int) -> None:
        left = len(self._counted.whole) - shown
        self.more.setVisible(self._is_whole or left > 0)
        more = self.tr("{} more…").format(words.number(left))
        if len(self._counted.whole) >= MOST_VALUES:
            more = self.tr("More…")
        self.more.setText(self.tr("Fewer") if self._is_whole else more)
        self.more.setAccessibleName(f"{self.heading}: {self.more.text()}")

    def show_again(self) -> None:
        self._show_rows()


class NumberGroup(Group):
    def __init__(self, field: FieldInfo) -> None:
        super().__init__(field.name, title_of(field.name), field)
        self._asked: tuple[float | None, float | None] | None = None
        self.view = HistogramView(self.heading, field.unit)
        self.view.range_wanted.connect(self._ask)
        self.view.cleared.connect(self._ask_clear)
        self.lines.addWidget(self.view)

    def counting(self, text: str) -> Work:
        return partial(count_numbers, self.name, text)

    def _ask(self, low: float, high: float) -> None:
        self.range_wanted.emit(self.name, low, high)

    def show_counted(self, counted: Any) -> None:  # noqa: ANN401 - a Histogram or nothing
        self.view.show_histogram(counted, self._asked)
        self.setVisible(counted is not None)

    def show_asked(self, text: str, kinds: Mapping[str, Kind]) -> None:
        self._asked = range_asked(text, self.name, kinds)
        values = [value for value in values_asked(text, self.name, kinds) if isinstance(value, float)]
        if self._asked is None and values:
            self._asked = (min(values), max(values))
        self.clear.setVisible(self._asked is not None)
        self.view.show_histogram(self.view.histogram, self._asked)
