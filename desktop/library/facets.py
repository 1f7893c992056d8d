"""The facets: which states, values and numbers the tracks found have. What is checked goes into the query."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.errors import KnownError
from core.library.fields import FieldInfo
from core.library.query.rewrite import with_range, with_value, without, without_value
from desktop.changes import Changes
from desktop.library.counting import Counting
from desktop.library.facet_group import Group, NumberGroup, StateGroup, ValueGroup
from desktop.library.fields import Fields
from desktop.theme import look
from desktop.widgets import scroller

if TYPE_CHECKING:
    from desktop.kit import Kit

FIRST = ("genre", "year", "artist")
OPEN = frozenset(("state", *FIRST))
LEFT_OUT = frozenset(("track", "albumartist"))
"""Place on the album, and who is the artist anyway: nobody looks for them by value."""
WIDE = 152


class Facets(QWidget):
    def __init__(self, kit: Kit, fields: Fields) -> None:
        super().__init__()
        self.setObjectName("dock")
        self.setAccessibleName(self.tr("Facets"))
        self._kit, self._fields = kit, fields
        self._open: dict[str, bool] = {}
        """What somebody has opened or closed."""
        self.states = StateGroup()
        self.groups: dict[str, Group] = {}
        self.counting = Counting(kit.workspace)
        self._is_watched = False
        self._order = ["state"]
        self._coming: list[FieldInfo] = []
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._make_next)
        self._build()
        self.counting.counted.connect(self._show_counted)
        fields.changed.connect(self._make_groups)
        kit.filter.found_changed.connect(self.count)
        kit.filter.asked_changed.connect(self._show_asked)
        kit.colouring.changed.connect(self._colour)
        kit.workspace.changed.connect(self._went_stale)

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        body = QWidget()
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(0, 0, 0, 8)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        self.area = scroller(body)
        rows.addWidget(self.area)
        self._add(self.states)

    def sizeHint(self) -> QSize:
        return QSize(look().px(WIDE), look().px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(112), look().px(80))

    # Which there are

    @Slot()
    def _make_groups(self) -> None:
        wanted = {field.name: field for field in _in_order(self._fields.known)}
        for name, group in list(self.groups.items()):
            if name != "state" and group.field != wanted.get(name):
                self._drop(name)
        self._order = ["state", *wanted]
        self._coming = [field for name, field in wanted.items() if name not in self.groups]
        if len(self._coming) == 1 and len(self.groups) > 1:  # somebody has just made this field
            self._open.setdefault(self._coming[0].name, True)
        self._show_asked()
        self.count()
        self._next.start()

    @Slot()
    def _make_next(self) -> None:
        """One at a turn: each group is many widgets, and a scan may bring twenty fields."""
        if not self._coming:
            return
        field = self._coming.pop(0)
        group = NumberGroup(field) if field.kind == "number" else ValueGroup(field, self._kit.colouring)
        self._add(group)
        self._try(lambda text: group.show_asked(text, self._fields.kinds))
        if group.is_open and self._is_watched:
            self._count_one(group)
        self._next.start()

    def _add(self, group: Group) -> None:
        self.groups[group.name] = group
        group.set_open(is_open=self._open.get(group.name, group.name in OPEN))
        group.opened.connect(self._opened)
        group.value_wanted.connect(self._ask_value)
        group.range_wanted.connect(self._ask_range)
        group.clear_wanted.connect(self._ask_nothing)
        before = self._order[: self._order.index(group.name)]
        self._rows.insertWidget(sum(name in self.groups for name in before), group)

    def _drop(self, name: str) -> None:
        group = self.groups.pop(name)
        group.hide()
        self._rows.removeWidget(group)
        group.deleteLater()

    @Slot(object)
    def _went_stale(self, changes: Changes) -> None:
        if changes.tracks or changes.labels:
            for group in self.groups.values():
                group.went_stale()

    # Counting

    def watch(self, *, is_watched: bool) -> None:
        """Only what somebody sees is counted."""
        if is_watched != self._is_watched:
            self._is_watched = is_watched
            if is_watched:
                self.count()

    @Slot()
    def count(self) -> None:
        """What was found last may be of another query than the text that is refused now."""
        if self._is_watched and not self._kit.filter.problem and self._kit.workspace.folder is not None:
            groups = [group for group in self.groups.values() if group.is_open]
            self._try(
                lambda text: self.counting.ask(
                    {group.name: group.work(text, self._fields.kinds) for group in groups}
                )
            )

    def _opened(self, name: str, is_open: bool) -> None:
        self._open[name] = is_open
        if is_open:
            self._count_one(self.groups[name])

    def _count_one(self, group: Group) -> None:
        self._try(lambda text: self.counting.add(group.name, group.work(text, self._fields.kinds)))

    @Slot(str, object)
    def _show_counted(self, name: str, counted: object) -> None:
        if name in self.groups:
            self.groups[name].show_counted(counted)

    @Slot()
    def _show_asked(self) -> None:
        def show(text: str) -> None:
            for group in self.groups.values():
                group.show_asked(text, self._fields.kinds)

        self._try(show)

    @Slot()
    def _colour(self) -> None:
        for group in self.groups.values():
            if isinstance(group, ValueGroup):
                group.show_again()

    def _try(self, work: Callable[[str], object]) -> bool:
        """With the query as it is; one that cannot be understood is told of below the query bar."""
        try:
            work(self._kit.filter.asked.text)
        except KnownError:
            return False
        return True

    # Asking

    def _ask_value(self, name: str, value: str, wanted: bool) -> None:
        group, kinds = self.groups[name], self._fields.kinds

        def ask(text: str) -> None:
            if wanted:
                self._kit.filter.ask(with_value(text, name, value, kinds))
            else:
                written = group.asked_as(value) if isinstance(group, ValueGroup) else value
                self._kit.filter.ask(without_value(text, name, written, kinds))

        if not self._try(ask):
            group.show_again()

    def _ask_range(self, name: str, low: float, high: float) -> None:
        self._try(lambda text: self._kit.filter.ask(with_range(text, name, low, high, self._fields.kinds)))

    def _ask_nothing(self, name: str) -> None:
        self._try(lambda text: self._kit.filter.ask(without(text, name, self._fields.kinds)))

    # As it was

    def remembered(self) -> dict[str, bool]:
        return dict(self._open)

    def restore(self, kept: Any) -> None:  # noqa: ANN401 - JSON from outside
        told = kept if isinstance(kept, dict) else {}
        self._open = {name: is_open for name, is_open in told.items() if isinstance(is_open, bool)}
        for name, group in self.groups.items():
            group.set_open(is_open=self._open.get(name, name in OPEN))

    def forget(self) -> None:
        self._coming = []
        self.counting.forget()


def _in_order(known: dict[str, FieldInfo]) -> list[FieldInfo]:
    """The usual ones first; text has no values to choose from."""
    fields = [field for field in known.values() if field.kind != "text" and field.name not in LEFT_OUT]
    return sorted(fields, key=lambda field: FIRST.index(field.name) if field.name in FIRST else len(FIRST))
