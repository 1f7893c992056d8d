"""What can be done on the page besides labelling: classes, the map, the selection, guesses as labels."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

from desktop import words
from desktop.by_ear.accept import AcceptDialog
from desktop.by_ear.names import FieldNameForm, NameForm
from desktop.commands import Command
from desktop.icons import icon
from desktop.shapes import shape_icon

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.store import Collection
    from desktop.by_ear.page import ByEarPage


class Acts(QObject):
    def __init__(self, page: ByEarPage) -> None:
        super().__init__(page)
        self._page, self._kit, self._teaching = page, page.kit, page.teaching
        tr, commands = self.tr, self._kit.commands
        commands.offer(
            "teach",
            [
                Command("by_ear_add_class", tr("&Add class…"), tr("By ear: another class to choose from"),
                        self.add_class, icon_name="plus", needs_collection=True),
                Command("by_ear_colour", tr("&Colour the map by the guesses"),
                        tr("By ear: what the probe takes each track for"), self.colour_map,
                        icon_name="colours", needs_collection=True),
                Command("by_ear_accept", tr("Acce&pt guesses…"), tr("By ear: take guesses over as labels"),
                        self.accept, icon_name="check", needs_collection=True),
            ],
        )  # fmt: skip
        page.teaching.changed.connect(self._show_state)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        result = self._teaching.result
        why = "" if result is not None and not result.needs else self.tr("Label by ear first")
        for name in ("by_ear_colour", "by_ear_accept"):
            if self._kit.workspace.folder is not None:
                self._kit.commands.enable(name, reason=why)

    # Fields and classes

    @Slot()
    def new_field(self) -> None:
        FieldNameForm(self._page, self._teaching.state.fields, self._begin_field).open()

    def _begin_field(self, name: str, many: bool) -> None:
        self._teaching.choose(dataclasses.replace(self._teaching.choice, field=name, many=many))
        self._page.body.setFocus()

    def ask_about_all(self) -> None:
        self._teaching.choose(dataclasses.replace(self._teaching.choice, about="all"))

    @Slot()
    def add_class(self) -> None:
        teaching = self._teaching
        if not teaching.choice.field:
            self.new_field()
            return
        title = self.tr("Add a class of {}").format(teaching.choice.field)
        NameForm(self._page, title, self.tr("Add class"), teaching.names, self._add).open()

    def _add(self, name: str) -> None:
        teaching = self._teaching
        teaching.line_up.add(teaching.choice.field, name)
        self._page.show_state()
        self._page.body.setFocus()

    def show_menu(self, name: str, where: QPoint) -> None:
        """Of one class."""
        teaching, tr = self._teaching, self.tr
        field, names = teaching.choice.field, teaching.names
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        guessed = sum(said == name for said, _ in teaching.guesses.values())
        select = menu.addAction(tr("Select {} guessed as {}").format(words.tracks(guessed), name))
        select.setEnabled(bool(guessed))
        select.triggered.connect(partial(self.select, name))
        menu.addSeparator()
        menu.addAction(icon("edit"), tr("Rename…")).triggered.connect(partial(self.rename, name))
        for said, sign, steps in ((tr("Move up"), "up", -1), (tr("Move down"), "down", 1)):
            action = menu.addAction(icon(sign), said)
            action.setEnabled(0 <= names.index(name) + steps < len(names) if name in names else False)
            action.triggered.connect(partial(self.move, name, steps))
        if name not in teaching.state.counts:
            menu.addAction(icon("trash"), tr("Take away")).triggered.connect(partial(self.take_away, name))
        menu.setAccessibleName(f"{field} {name}")
        menu.popup(where)

    def rename(self, name: str, _checked: bool = False) -> None:
        taken = [known for known in self._teaching.names if known != name]
        title = self.tr("Rename {}").format(name)
        form = NameForm(self._page, title, self.tr("Rename"), taken, partial(self._rename, name))
        form.name.setText(name)
        form.name.selectAll()
        form.open()

    def _rename(self, old: str, new: str) -> None:
        teaching = self._teaching
        if new == old:
            return
        field = teaching.choice.field
        if old in teaching.state.counts:
            self._kit.history.edit(partial(_rename, field, old, new))
        teaching.line_up.rename(field, old, new)
        self._page.show_state()

    def move(self, name: str, steps: int, _checked: bool = False) -> None:
        self._teaching.line_up.move(self._teaching.choice.field, name, steps)
        self._page.show_state()

    def take_away(self, name: str, _checked: bool = False) -> None:
        self._teaching.line_up.take_away(self._teaching.choice.field, name)
        self._page.show_state()

    # What is done with the guesses

    @Slot()
    def colour_map(self) -> None:
        result = self._teaching.result
        if result is None or result.needs:
            return
        self._kit.colouring.lent.emit(self._teaching.guessed_colours(), True)
        page = self._kit.commands.actions.get("page_map")
        if page is not None:
            page.trigger()

    @Slot()
    def ask_select(self) -> None:
        """Of which class."""
        counts: dict[str, int] = {}
        for name, _ in self._teaching.guesses.values():
            counts[name] = counts.get(name, 0) + 1
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self._teaching.names:
            if name in counts:
                said = f"{name}   {words.number(counts[name])}"
                action = menu.addAction(shape_icon(self._teaching.style(name)), said)
                action.triggered.connect(partial(self.select, name))
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing is left to guess")).setEnabled(False)
        button = self._page.figures.select
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def select(self, name: str, _checked: bool = False) -> None:
        self._kit.selection.choose(
            id_ for id_, (said, _) in self._teaching.guesses.items() if said == name
        )  # fmt: skip

    @Slot()
    def accept(self) -> None:
        teaching = self._teaching
        if teaching.guesses:
            AcceptDialog(self._page, self._kit, teaching.choice.field, teaching.guesses).open()

    @Slot()
    def teach(self) -> None:
        action = self._kit.commands.actions.get("teach")
        if action is not None:
            action.setData({"field": self._teaching.choice.field})
            action.trigger()


def _rename(field: str, old: str, new: str, collection: Collection) -> Edit | None:
    """In the background."""
    from core.library.edits import rename_value

    return rename_value(collection, field, old, new)
