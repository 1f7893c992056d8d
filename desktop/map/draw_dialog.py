"""The dialog "Draw a map": everything that a map can be asked for, and what will come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from core.maps.request import MOST_NEIGHBOURS, SAID, MapRequest
from desktop import words
from desktop.map import estimate
from desktop.map.asking import AskingDialog
from desktop.map.controls import GREATEST_SEED
from desktop.map.data import Choices, Source, find_drawn
from desktop.map.facts import method_words
from desktop.neighbours.segments import Segments
from desktop.theme import look

if TYPE_CHECKING:
    from core.maps import MapInfo
    from desktop.kit import Kit

FEWEST = 4
FIELD_PX = 96


class DrawDialog(AskingDialog):
    def __init__(
        self,
        parent: QWidget,
        kit: Kit,
        choices: Choices,
        shown: MapInfo | None,
        known: dict[str, tuple[int, float]],
    ) -> None:
        self._shown, self._known = shown, known
        super().__init__(parent, kit, choices, parent.tr("Draw a map"), parent.tr("Draw"))

    def add_rows(self) -> None:
        tr = self.tr
        self.method = Segments(tr("Method"), {name: (said, said) for name, said in SAID.items()})
        self.method.show_chosen("tsne")
        self.perplexity = QDoubleSpinBox(decimals=0, minimum=2, maximum=MOST_NEIGHBOURS, value=30)
        self.neighbours = QSpinBox(minimum=2, maximum=MOST_NEIGHBOURS, value=15)
        self.distance = QDoubleSpinBox(decimals=2, minimum=0, maximum=1, value=0.1, singleStep=0.05)
        self.seed = QSpinBox(minimum=0, maximum=GREATEST_SEED, value=1)
        self.found_by = QComboBox()
        self.found_by.addItem(tr("by angle (cosine)"), "cosine")
        self.found_by.addItem(tr("by distance (Euclidean)"), "euclidean")
        self.like = QCheckBox(tr("Lay it over the map that is shown"))
        self.like.setEnabled(self._shown is not None)
        why = tr("It begins with the places of that map and is turned like it, so that both can be compared")
        self.like.setToolTip(why if self._shown else tr("No map is shown"))
        self._parts: list[tuple[str, list[QWidget]]] = []
        self.add_row(tr("&Method"), self.method)
        for name, field, methods in (
            (tr("&Perplexity"), self.perplexity, "tsne"),
            (tr("&Neighbours"), self.neighbours, "umap"),
            (tr("Least &distance"), self.distance, "umap"),
            (tr("&Seed"), self.seed, "tsne umap"),
            (tr("Neighbours are &found"), self.found_by, "pca tsne umap"),
        ):
            field.setAccessibleName(name.replace("&", ""))
            if field is not self.found_by:
                field.setFixedWidth(look().px(FIELD_PX))
            self._parts.append((methods, self.add_row(name, field)))
        self.grid.addWidget(self.like, self.grid.rowCount(), 1, 1, 2)
        self.method.chosen.connect(self._choose_method)
        for spin in (self.perplexity, self.neighbours, self.distance, self.seed):
            spin.valueChanged.connect(self.refresh)
        self.found_by.currentIndexChanged.connect(self.refresh)
        self.like.toggled.connect(self.refresh)
        self._show_parts()

    def start_with(self, source: Source | None, method: str, settings: dict[str, float], seed: int) -> None:
        """As the controls have it."""
        self.choose(source)
        self.method.show_chosen(method)
        self.perplexity.setValue(settings["perplexity"])
        self.neighbours.setValue(int(settings["neighbours"]))
        self.distance.setValue(settings["min_dist"])
        self.seed.setValue(seed)
        self._show_parts()
        self.refresh()

    @Slot()
    def _choose_method(self) -> None:
        self._show_parts()
        self.refresh()

    def _show_parts(self) -> None:
        for methods, widgets in self._parts:
            for widget in widgets:
                widget.setVisible(self.method.current in methods.split())

    def request(self) -> MapRequest:
        source, info = self.chosen, None
        info = self.choices.set_of(source.set_id) if source else None
        return MapRequest(
            str(source.set_id) if source else "",
            self.method.current,  # type: ignore[arg-type]
            info.layers.index(source.layer) if info and source else None,
            query=self.query.text().strip(),
            metric=self.found_by.currentData(),
            seed=self.seed.value(),
            perplexity=self.perplexity.value(),
            neighbours=self.neighbours.value(),
            min_dist=round(self.distance.value(), 2),
            like=self._shown.id if self._shown and self.like.isChecked() else 0,
        )

    def why_not(self) -> str:
        request, source = self.request(), self.chosen
        if request.like and self._shown is not None and self.found < FEWEST:
            return self.tr("Two maps can be compared from {} tracks on.").format(FEWEST)
        special = request.query or request.like or request.metric != "cosine"
        drawn = find_drawn(self.choices, source, request) if source and not special else None
        if drawn is not None and drawn.shown == self.found:
            return self.tr("This map is drawn already: {}.").format(method_words(drawn))
        return ""

    def outlook(self) -> str:
        method = self.method.current
        took = estimate.seconds(method, self.found, self._known)
        said = self.tr("{} of {}; {}, {} on the disk.").format(
            SAID[method],
            self.tracks_words(),
            self.about(took),
            words.size(estimate.disk_bytes(self.found)),
        )
        if method == "pca":
            return said + " " + self.tr("Its axes stand for what varies most.")
        if self.found < FEWEST:
            return said + " " + self.tr("So few tracks lie as PCA puts them.")
        return said + " " + self.tr("It is seen as it forms, and can be stopped and kept.")
