"""The row above the page: which field, by whose ears, which tracks, in which order."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from desktop.by_ear.choice import Choice
from desktop.theme import look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from core.embedding import SetInfo
    from desktop.by_ear.state import FieldState


class Bar(QWidget):
    chosen = Signal(object)
    """The Choice that a person has made."""
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self._choice = Choice()
        self._sets: tuple[SetInfo, ...] = ()
        self.field = _box(tr("Field to label"), 9)
        self.new = Button(tr("New…"), "small", tip=tr("Label a field that is not there yet"))
        self.new.setAccessibleName(tr("New field…"))
        self.sets = _box(tr("Embedding set"), 10)
        self.sets.setToolTip(tr("Whose ears the probe has"))
        self.layers = _box(tr("Layer"), 4)
        self.layers.setToolTip(tr("Layer of the encoder"))
        self.about = _box(tr("Which tracks are asked about"), 7)
        self.order = _box(tr("Order"), 9)
        self._fill()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(6)
        for said, boxes in (
            (tr("Label"), (self.field, self.new)),
            (tr("The probe has the ears of"), (self.sets, self.layers)),
            (tr("Ask about"), (self.about,)),
            (tr("Order"), (self.order,)),
        ):
            row.addWidget(_quiet(said))
            for box in boxes:
                row.addWidget(box)
            row.addSpacing(10)
        row.addStretch(1)
        for box in (self.field, self.sets, self.layers, self.about, self.order):
            box.activated.connect(self._chosen)
        self.new.clicked.connect(self.new_wanted)

    def _fill(self) -> None:
        tr = self.tr
        for about, said in (
            ("all", tr("all tracks")), ("query", tr("what is found")), ("selection", tr("the selection")),
        ):  # fmt: skip
            self.about.addItem(said, about)
        self.about.setToolTip(tr("The probe learns from all labels, whatever it is asked about"))
        tips = {
            "uncertain": (tr("uncertain first"), tr("Tracks that could be one thing or another")),
            "surprising": (tr("surprising first"), tr("Labelled tracks of which all others say otherwise")),
            "each": (tr("one of each guess"), tr("The surest of each class in turn")),
            "listed": (tr("as listed"), tr("In the order of the library")),
        }
        for order, (said, tip) in tips.items():
            self.order.addItem(said, order)
            self.order.setItemData(self.order.count() - 1, tip, 3)  # the role of tool tips

    def show_choice(self, choice: Choice, state: FieldState) -> None:
        self._choice = choice
        names = list(state.fields)
        if choice.field and choice.field not in names:
            names.append(choice.field)
        _list(self.field, [(name, name) for name in names], choice.field)
        if state.sets != self._sets:
            self._sets = state.sets
        _list(self.sets, [(f"{i.card.title} · {i.window_s:g} s", i.id) for i in self._sets], choice.set_id)
        self.sets.setEnabled(len(self._sets) > 1)
        info = next((info for info in self._sets if info.id == choice.set_id), None)
        layers = info.layers if info is not None else ()
        said = [(self.tr("Layer {}").format(name), place) for place, name in enumerate(layers)]
        _list(self.layers, said, choice.layer)
        self.layers.setVisible(len(layers) > 1)
        for box, value in ((self.about, choice.about), (self.order, choice.order)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        tip = self.order.itemData(self.order.currentIndex(), 3)
        self.order.setToolTip(tip or "")

    @Slot()
    def _chosen(self) -> None:
        set_id = self.sets.currentData()
        layer = self.layers.currentData() or 0
        if set_id != self._choice.set_id:
            layer = next((info.usual_layer for info in self._sets if info.id == set_id), 0)
        self.chosen.emit(
            dataclasses.replace(
                self._choice,
                field=self.field.currentData() or "",
                set_id=set_id,
                layer=layer,
                about=self.about.currentData(),
                order=self.order.currentData(),
            )
        )


def _box(name: str, letters: int) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setProperty("kind", "small")
    box.setFont(look().font(12))
    box.setMinimumContentsLength(letters)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _quiet(text: str) -> QLabel:
    return label(text, 12, tone="text2")


def _list(box: QComboBox, items: Sequence[tuple[str, object]], chosen: object) -> None:
    """Anew only where something is different, since an open list would close."""
    with QSignalBlocker(box):
        if [(box.itemText(i), box.itemData(i)) for i in range(box.count())] != list(items):
            box.clear()
            for said, value in items:
                box.addItem(said, value)
        box.setCurrentIndex(next((i for i, (_, value) in enumerate(items) if value == chosen), -1))
