"""The map page: an embedding set in two dimensions, to be seen, asked, heard, and doubted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from core.embedding import EncodeRequest
from desktop.desk.pane import Pane
from desktop.holding import Summary
from desktop.kit import Kit
from desktop.map.alike import Alike
from desktop.map.bonds import Bonds
from desktop.map.chosen_bar import ChosenBar
from desktop.map.clusters import Clusters
from desktop.map.commands import MapCommands
from desktop.map.controls import Controls
from desktop.map.course import Course
from desktop.map.empty import Empty
from desktop.map.exporting import Exporting
from desktop.map.gallery import Gallery
from desktop.map.nearness import Nearness
from desktop.map.notices import Notices
from desktop.map.placing import Placing
from desktop.map.said import Facts
from desktop.map.stage import Stage
from desktop.map.tints import ColourKey, Tints

if TYPE_CHECKING:
    from core.jobs import Job

FIRST = "descriptors"
"""The encoder that needs nothing but the tracks."""


class MapPage(Pane):
    name = "map"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setAccessibleName(self.tr("Map"))
        self.stage = Stage()
        self.tints = Tints(kit)
        self.nearness = Nearness(kit.workspace)
        self.bonds = Bonds(kit, self.stage, self.tints, self.nearness)
        self.alike = Alike(kit, self.stage, self.tints)
        self.gallery = Gallery(kit, self.stage, self.bonds)
        self.controls = Controls()
        self.course = Course(kit, self.gallery, self.controls.drawing)
        self.chosen = ChosenBar(kit)
        self.notices = Notices(self.course.drawing)
        self.facts = Facts(kit, self.gallery, self.bonds, self.nearness)
        self.empty = Empty()
        self.main_parts = (self.empty.button, self.stage.canvas)
        self.placing = Placing(self, kit, self.gallery, self.stage)
        self.clusters = Clusters(self, kit, self.tints)
        self.exporting = Exporting(self, kit)
        self._is_hearing = False
        self._links = 10
        self._above: QWidget | None = None
        self._build()
        self.commands = MapCommands(self, kit)
        self._connect()

    def title(self) -> str:
        return self.tr("Map")

    def _build(self) -> None:
        self.notices.add(self.placing.notice)
        self.notices.add(self.clusters.notice)
        self.middle = QStackedWidget()
        self.middle.addWidget(self.empty)
        self.middle.addWidget(self.stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.controls)
        column.addWidget(self.notices)
        column.addWidget(self.chosen)
        column.addWidget(self.middle, 1)
        column.addWidget(self.facts)

    def add_above(self, widget: QWidget) -> None:
        """Between the controls and the map, while there is one."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, widget)
        self._above = widget
        self._show_middle()

    def _connect(self) -> None:
        tools, canvas = self.controls.tools, self.stage.canvas
        tools.tool_chosen.connect(canvas.set_tool)
        tools.fit_wanted.connect(canvas.fit)
        tools.colour.chosen.connect(self.tints.choose)
        tools.links_changed.connect(self.bonds.set_links)
        tools.density_changed.connect(canvas.set_density)
        tools.trust_changed.connect(self.bonds.set_trust)
        tools.hover_changed.connect(self._set_hover)
        self.tints.changed.connect(self._show_colours)
        self.gallery.choices_changed.connect(self._choices_changed)
        self.gallery.map_changed.connect(self._map_changed)
        self.gallery.refused.connect(self.notices.problem.say)
        self.course.refused.connect(self.notices.problem.say)
        self.course.begun.connect(self._show_middle)
        self.course.framed.connect(self._show_middle)
        tools.export_wanted.connect(self.commands.ask_export)
        self.stage.file_dropped.connect(self.placing.place_file)
        self.notices.again_wanted.connect(self.course.draw_again)
        self.notices.place_wanted.connect(self.placing.place_newcomers)
        self.empty.draw_wanted.connect(self.course.draw)
        self.empty.hear_wanted.connect(self.hear)
        self.empty.add_wanted.connect(partial(self._trigger, "add"))
        self.empty.encoders_wanted.connect(partial(self._trigger, "encoders"))
        self._kit.workspace.jobs_listed.connect(self._jobs_listed)

    def _trigger(self, name: str) -> None:
        if (action := self._kit.commands.actions.get(name)) is not None:
            action.trigger()

    # What is seen

    @Slot()
    def _choices_changed(self) -> None:
        self.tints.show_choices(self.gallery.choices)
        self.notices.show_newcomers(self.course.newcomers())
        self._show_middle()

    @Slot()
    def _map_changed(self) -> None:
        shown = self.gallery.shown
        self.notices.problem.hide()
        self.notices.show_newcomers(self.course.newcomers())
        heard = getattr(self._kit, "heard", None)
        info = self.gallery.choices.set_of(shown.info.embedding_set) if shown else None
        if heard is not None and info is not None:
            card = info.card
            heard.show(info.id, card.title, info.window_s, info.hop_s, card.rate_hz)
        self._show_middle()

    @Slot()
    def _show_middle(self) -> None:
        """The map, or why there is none."""
        self.commands.show_state()
        gallery, tracks = self.gallery, self._kit.workspace.tracks
        there = (gallery.shown is not None and not self.course.is_elsewhere) or gallery.is_forming
        self.middle.setCurrentWidget(self.stage if there else self.empty)
        self.facts.setVisible(there)
        if self._above is not None:
            self._above.setVisible(there)
        self.middle.setVisible(gallery.has_looked or there)
        if there:
            self.stage.place_legend()
        elif not tracks:
            self.empty.show_why("tracks")
        elif not gallery.choices.sets:
            self.empty.show_why("hearing" if self._is_hearing else "heard", tracks)
        else:
            heard = self.course.heard()
            self.empty.show_why("chosen" if gallery.choices.maps else "drawn", heard)

    @Slot()
    def _show_colours(self) -> None:
        self.controls.tools.colour.show_choices(self.tints.groups(), self.tints.key)

    @Slot()
    def toggle_links(self) -> None:
        """Of the current track: none, or as many as before."""
        spin = self.controls.tools.links
        self._links, wanted = (spin.value(), 0) if spin.value() else (self._links, self._links)
        spin.setValue(wanted)

    @Slot(bool)
    def _set_hover(self, on: bool) -> None:
        self.bonds.hover_plays = on

    # The first map of a collection

    @Slot()
    def hear(self) -> None:
        """Let the descriptors hear all tracks; then a first map is drawn without being asked for."""
        self.course.draws_first = True
        self._is_hearing = True
        self._kit.workspace.encode(EncodeRequest(FIRST), "cpu")
        self._show_middle()

    @Slot(object)
    def _jobs_listed(self, jobs: list[Job]) -> None:
        hearing = any(job.kind == "encode" and job.state in ("running", "waiting") for job in jobs)
        if hearing != self._is_hearing:
            self._is_hearing = hearing
            self._show_middle()

    # Keys that count while the map has the keyboard

    def keys(self) -> list[tuple[str, str]]:
        tr = self.tr
        return [
            (tr("Arrows"), tr("Walk to the next track that way")),
            (tr("Shift+arrows"), tr("Walk, and select")),
            (tr("Home"), tr("Walk to the middle")),
            (tr("Enter"), tr("Play the current track")),
            ("+, −", tr("Zoom")),
            *((command.key, command.words) for command in self.commands.keyed),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and self.stage.canvas.hasFocus() and self.commands.press(event.text().upper()):
            event.accept()
        else:
            super().keyPressEvent(event)

    # What the desk tells

    def show_collection(self, summary: Summary) -> None:
        if not self.gallery.has_looked:
            self.gallery.refresh()
        self._show_middle()

    def forget(self) -> None:
        self.course.forget()
        self.gallery.forget()
        self.tints.forget()
        self.notices.forget()
        self.placing.forget()
        self.clusters.forget()
        self._is_hearing = False

    def finish(self) -> None:
        self.nearness.finish()
        self.stage.finish()

    def remembered(self) -> dict[str, Any]:
        tools, shown, key = self.controls.tools, self.gallery.shown, self.tints.key
        return {
            "map": shown.info.id if shown else None,
            "view": self.stage.seen(),
            "legend": self.stage.legend_at,
            "folded": self.stage.legend.is_folded,
            "tool": tools.tool,
            "links": tools.links.value(),
            "density": tools.density.isChecked(),
            "trust": tools.trust.isChecked(),
            "hover": tools.hover.isChecked(),
            "colour": [key.kind, key.name, key.number],
            "draws_first": self.course.draws_first,
        }

    def restore(self, kept: dict[str, Any]) -> None:
        tools = self.controls.tools
        wanted = kept.get("map")
        self.gallery.wanted = wanted if type(wanted) is int else None
        self.stage.look_later(kept.get("view"))
        self.stage.legend.set_folded(folded=kept.get("folded") is True)
        self.stage.put_legend(kept.get("legend"))
        tools.show_tool(str(kept.get("tool", "pan")))
        links = kept.get("links")
        tools.links.setValue(links if type(links) is int else 10)
        tools.density.setChecked(kept.get("density") is not False)
        tools.trust.setChecked(kept.get("trust") is True)
        tools.hover.setChecked(kept.get("hover") is True)
        self.course.draws_first = kept.get("draws_first") is True
        key = _key(kept.get("colour"))
        if key is not None:
            self.tints.choose(key)


def _key(kept: object) -> ColourKey | None:
    """What a run says; the field is the desk's to remember, and clusters are listed later."""
    if not isinstance(kept, list) or len(kept) != 3 or type(kept[2]) is not int:
        return None
    known = kept[0] in ("correct", "confidence", "said")
    return ColourKey(kept[0], str(kept[1]), kept[2]) if known else None
