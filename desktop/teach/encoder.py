"""By which ear: every encoder with its state, whether it learns along, and which of its layers is used."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from core.encoders import BuiltIn, Card
from core.encoders.recognise import OF_RUNS
from core.recipes.recipe import Task
from desktop.icons import icon
from desktop.neighbours.segments import Segments
from desktop.teach.draft import Draft
from desktop.teach.facts import Facts
from desktop.teach.fields import small
from desktop.teach.section import Section
from desktop.theme import look
from desktop.widgets import Button, IconLabel, label, set_tone

WITH_ATTENTION = ("speech", "mert", "clap")
"""Families whose layers small additions can be made to."""


class EncoderSection(Section):
    encoders_wanted = Signal()

    def __init__(self, parent: QWidget, draft: Draft) -> None:
        super().__init__(parent, self.tr("Encoder"), draft, "encoder.")
        self._facts = Facts()
        self.encoder = QComboBox()
        self.encoder.setAccessibleName(self.tr("Encoder"))
        self.encoder.setFixedWidth(look().px(344))
        self.encoder.setMaxVisibleItems(20)
        self.sign = IconLabel("check", "good", 14)
        self.state = label(size=12, tone="good")
        self.licence = label(size=12, tone="text2")
        self.fetch = Button(self.tr("Encoders…"), "small", tip=self.tr("Fetch it, or see what it hears"))
        self.tune = Segments(
            self.tr("Whether it learns along"),
            {
                "frozen": (self.tr("Frozen"), self.tr("It is used as it is; a run takes seconds")),
                "lora": (
                    self.tr("LoRA"),
                    self.tr("It learns by small additions to its layers; what it knows stays"),
                ),
                "whole": (self.tr("Fine-tune"), self.tr("It learns along in every weight")),
            },
        )
        self.layer = QComboBox()
        self.layer.setAccessibleName(self.tr("Layers"))
        self._layer_words = label(self.tr("Layers"), 12, tone="text2")
        small(self.encoder)
        small(self.layer)
        self.layer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.add_line(self.encoder, self.sign, self.state, self.licence, self.fetch)
        self.add_line(self.tune, self._layer_words, self.layer)
        self.end()
        self.encoder.activated.connect(self._put_encoder)
        self.tune.chosen.connect(self._put_tune)
        self.layer.activated.connect(self._put_layer)
        self.fetch.clicked.connect(self.encoders_wanted)

    @property
    def card(self) -> Card | None:
        item = self._facts.encoder(self.draft.get("encoder.name"))
        return item.card if item else None

    def show_facts(self, facts: Facts) -> None:
        self._facts = facts
        self.encoder.clear()
        for item in facts.encoders:
            card = item.card
            said = self.tr("{} · {:g} kHz · {} numbers").format(
                card.title, card.rate_hz / 1000, card.dimension
            )
            self.encoder.addItem(said, card.name)
            if not item.ready:
                place = self.encoder.count() - 1
                self.encoder.setItemIcon(place, icon("warning", "warn"))
                away = self.tr("{}, not here").format(said)
                self.encoder.setItemData(place, away, Qt.ItemDataRole.AccessibleTextRole)
        self.show_draft()

    def show_draft(self) -> None:
        super().show_draft()
        name = self.draft.get("encoder.name")
        place = self.encoder.findData(name)
        if place < 0 and self._facts.encoders:
            self.encoder.addItem(self.tr("{} · not known here").format(name), name)
            place = self.encoder.count() - 1
        self.encoder.setCurrentIndex(place)
        self._show_state()
        self._show_tune()
        self._show_layers()

    def _show_state(self) -> None:
        item = self._facts.encoder(self.draft.get("encoder.name"))
        ready = item is not None and item.ready
        self.sign.show_icon("check" if ready else "warning", "good" if ready else "warn")
        self.state.setText(self.tr("ready") if ready else self.tr("not here yet"))
        set_tone(self.state, "good" if ready else "warn")
        self.fetch.setVisible(not ready and bool(self._facts.encoders))
        card = item.card if item else None
        quiet = card is None or isinstance(card.source, BuiltIn)
        self.licence.setText("" if quiet or card is None else card.licence)
        self.licence.setVisible(not quiet)
        self.encoder.setToolTip(card.hears if card else "")

    def _show_tune(self) -> None:
        card, tune = self.card, self.draft.get("encoder.tune")
        self.tune.show_chosen(tune)
        for key in ("lora", "whole"):
            self.tune.buttons[key].setVisible(card is None or key == tune or fits(card, key))

    def _show_layers(self) -> None:
        card, recipe = self.card, self.draft.recipe
        names = card.layers if card else ()
        one = len(names) == 1
        usual = names[card.usual_layer] if card else ""
        self.layer.clear()
        self.layer.addItem(
            self.tr("the usual one ({})").format(usual) if usual else self.tr("the usual one"), "usual"
        )
        if recipe.encoder.tune == "frozen" and recipe.task is not Task.CAPTION:
            self.layer.addItem(self.tr("the best on the valid part"), "best")
        if recipe.task is Task.CAPTION or recipe.head.kind in ("linear", "mlp"):
            self.layer.addItem(self.tr("a learnt mix of all {}").format(len(names) or ""), "mix")
        if recipe.task is not Task.CAPTION:
            self.layer.addItem(self.tr("all, side by side"), "all")
        for place, name in enumerate(names):
            self.layer.addItem(name, place)
        wanted = self.draft.get("encoder.layer")
        if isinstance(wanted, int) and names:
            wanted %= len(names)
        place = self.layer.findData(wanted)
        self.layer.setCurrentIndex(max(place, 0))
        for widget in (self.layer, self._layer_words):
            widget.setVisible(not one or wanted not in ("usual", 0))

    def wrong(self) -> str:
        said = super().wrong()
        card, name = self.card, self.draft.get("encoder.name")
        if said or not self._facts.encoders:
            return said
        if card is None:
            return self.tr("There is no encoder called {} here.").format(name)
        tune = self.draft.get("encoder.tune")
        if tune != "frozen" and not fits(card, tune):
            return self.tr("{} cannot learn along so: choose Frozen, or another encoder.").format(card.title)
        layer = self.draft.get("encoder.layer")
        if isinstance(layer, int) and not -len(card.layers) <= layer < len(card.layers):
            return self.tr("{} has no layer {}: choose another.").format(card.title, layer)
        return ""

    def missing(self) -> str:
        """Why nothing can be heard with it now."""
        item = self._facts.encoder(self.draft.get("encoder.name"))
        if item is None or item.ready:
            return ""
        return self.tr("{} is not here yet: {}.").format(item.card.title, item.reason.rstrip("."))

    # What a person changes

    @Slot(int)
    def _put_encoder(self, place: int) -> None:
        name = self.encoder.itemData(place)
        item = self._facts.encoder(name)
        changed: dict[str, object] = {"encoder.name": name}
        if item is not None:
            tune = self.draft.get("encoder.tune")
            if not fits(item.card, tune):
                changed["encoder.tune"] = "frozen"
            if isinstance(self.draft.get("encoder.layer"), int):
                changed["encoder.layer"] = "usual"
        self.draft.put_all(changed)

    @Slot(str)
    def _put_tune(self, key: str) -> None:
        self.draft.put("encoder.tune", key)

    @Slot(int)
    def _put_layer(self, place: int) -> None:
        self.draft.put("encoder.layer", self.layer.itemData(place))


def fits(card: Card, tune: str) -> bool:
    if tune == "lora":
        return card.family in WITH_ATTENTION
    return tune == "frozen" or card.family in OF_RUNS
