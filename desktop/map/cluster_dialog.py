"""The dialog "Find clusters": which tracks an encoder hears as groups, and what will come of asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from core.clusters import ClusterRequest
from core.clusters.request import MOST_CLUSTERS, SAID
from desktop.map import estimate
from desktop.map.asking import AskingDialog
from desktop.map.controls import GREATEST_SEED
from desktop.map.data import Choices
from desktop.neighbours.segments import Segments
from desktop.theme import look

if TYPE_CHECKING:
    from desktop.kit import Kit

FEWEST = 3
FIELD_PX = 132


class ClusterDialog(AskingDialog):
    def __init__(
        self, parent: QWidget, kit: Kit, choices: Choices, known: dict[str, tuple[int, float]]
    ) -> None:
        self._known = known
        super().__init__(parent, kit, choices, parent.tr("Find clusters"), parent.tr("Find clusters"))

    def add_rows(self) -> None:
        tr = self.tr
        tips = {
            "kmeans": tr("Every track is in one cluster; clusters are round"),
            "hdbscan": tr("Dense groups of any form; tracks between them are in none"),
        }
        self.method = Segments(tr("Method"), {name: (SAID[name], tip) for name, tip in tips.items()})
        self.clusters = QSpinBox(minimum=1, maximum=MOST_CLUSTERS, value=1)
        self.clusters.setSpecialValueText(tr("best of 2 to 12"))
        self.smallest = QSpinBox(minimum=1, maximum=100_000, value=1)
        self.smallest.setSpecialValueText(tr("as usual"))
        self.seed = QSpinBox(minimum=0, maximum=GREATEST_SEED, value=0)
        self.field = QComboBox()
        self.field.addItem(tr("all fields"), "")
        for name in self.kit.colouring.fields:
            self.field.addItem(name.capitalize(), name)
        self.add_row(tr("&Method"), self.method)
        self._parts: list[tuple[str, list[QWidget]]] = []
        for name, field, method in (
            (tr("&Clusters"), self.clusters, "kmeans"),
            (tr("&Smallest cluster"), self.smallest, "hdbscan"),
            (tr("See&d"), self.seed, "kmeans"),
            (tr("&Names from"), self.field, ""),
        ):
            field.setAccessibleName(name.replace("&", ""))
            if field is not self.field:
                field.setFixedWidth(look().px(FIELD_PX))
            self._parts.append((method, self.add_row(name, field)))
        self.method.chosen.connect(self._choose_method)
        for spin in (self.clusters, self.smallest, self.seed):
            spin.valueChanged.connect(self.refresh)
        self._show_parts()

    @Slot()
    def _choose_method(self) -> None:
        self._show_parts()
        self.refresh()

    def _show_parts(self) -> None:
        for method, widgets in self._parts:
            for widget in widgets:
                widget.setVisible(method in ("", self.method.current))

    def request(self) -> ClusterRequest:
        source, kmeans = self.chosen, self.method.current == "kmeans"
        info = self.choices.set_of(source.set_id) if source else None
        clusters, smallest = self.clusters.value(), self.smallest.value()
        return ClusterRequest(
            str(source.set_id) if source else "",
            info.layers.index(source.layer) if info and source else None,
            self.method.current,  # type: ignore[arg-type]
            clusters=clusters if kmeans and clusters > 1 else None,
            smallest=smallest if not kmeans and smallest > 1 else None,
            query=self.query.text().strip(),
            seed=self.seed.value(),
            field=self.field.currentData(),
        )

    def why_not(self) -> str:
        if self.found < FEWEST:
            return self.tr("Clusters need at least {} tracks; there are {}.").format(FEWEST, self.found)
        request = self.request()
        if max(request.clusters or 0, request.smallest or 0) > self.found:
            return self.tr("There are only {}; ask for less.").format(self.tracks_words())
        return ""

    def outlook(self) -> str:
        method = self.method.current
        took = self.about(estimate.seconds(method, self.found, self._known))
        said = self.tr("Groups among {} by {}, in the full space, not on the map; {}.")
        then = self.tr(
            "The map is coloured by them, and they can become labels or playlists. Nothing is changed yet."
        )
        return f"{said.format(self.tracks_words(), SAID[method], took)} {then}"
