"""The methods sheet in one click: what somebody else would have to know to get the same figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Slot

from core.messages import channel
from desktop.commands import Command
from desktop.kit import Kit

if TYPE_CHECKING:
    from desktop.desk.desk import Desk
    from desktop.studies.sheet import MethodsSheet

Kind = Literal["run", "map", "study"]


class MethodsDoor(QObject):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._kit: Kit = desk.kit
        self.sheet: MethodsSheet | None = None
        """The dialog that is open."""
        tr = self.tr
        self._kit.commands.offer(
            "studies",
            [Command("methods", tr("&Methods sheet…"), tr("All that others need to get the same figures"),
                     self._show, "Ctrl+Shift+D", "log", needs_collection=True)],
        )  # fmt: skip

    @Slot()
    def _show(self) -> None:
        self.show()

    def show(self, kind: Kind | None = None, number: int | None = None) -> None:
        """Of what is asked for; else of the run that is looked at, the map that is seen, the study in front.

        What the page in front shows comes first.
        """
        there = self._there()
        if kind is not None:
            there[kind] = number if number is not None else there.get(kind)
        first = kind or next((one for one in self._order() if there.get(one)), None)
        if first is None or there.get(first) is None:
            channel.info(
                self.tr("There is nothing to write a methods sheet of: draw a map, or train a run first.")
            )
            return
        from desktop.studies.sheet import MethodsSheet

        if self.sheet is not None:
            self.sheet.close()
        self.sheet = MethodsSheet(
            self._desk.window(), self._kit, {k: n for k, n in there.items() if n}, first
        )
        self.sheet.finished.connect(self._closed)
        self.sheet.open()

    @Slot()
    def _closed(self) -> None:
        self.sheet = None

    def _there(self) -> dict[Kind, int | None]:
        shown, runs = self._desk.map.gallery.shown, self._kit.runs
        run = runs.run if runs.run is not None else next((line.run for line in runs.lines), None)
        return {"run": run, "map": shown.info.id if shown else None, "study": self._desk.studies.study}

    def _order(self) -> tuple[Kind, ...]:
        if self._desk.pages.current == "map":
            return ("map", "run", "study")
        if self._desk.pages.current == "studies":
            return ("study", "run", "map")
        return ("run", "study", "map")
