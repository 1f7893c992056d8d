"""The two rows above the map: what is drawn and how, and what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.maps.request import MOST_NEIGHBOURS, SAID, SEEDS
from desktop.map.colour_box import ColourBox
from desktop.map.data import Choices, Source, is_plain, source_of
from desktop.map.facts import method_words, source_words
from desktop.map.folding import ElidedBox, FoldingRow
from desktop.neighbours.segments import Segments
from desktop.theme import look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from core.maps import MapInfo

USUAL = "tsne"
KEPT_MAPS = 40
MOST_LINKS = 50
SPIN = 58
GREATEST_SEED = min(SEEDS - 1, 2**31 - 1)


class DrawRow(QWidget):
    """What is drawn: of which embedding set, by which method, with which settings."""

    source_chosen = Signal(object)
    """A Source, or the number of a kept map."""
    method_chosen = Signal(str)
    settings_changed = Signal()
    draw_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.source = ElidedBox()
        self.source.setAccessibleName(tr("What is drawn"))
        self.source.setMinimumWidth(look().px(128))
        self.source.setProperty("shrinks", True)
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.source.setMinimumContentsLength(8)
        tips = {
            "pca": tr("Principal components: quick, its axes have a meaning, small groups may overlap"),
            "tsne": tr("Keeps near neighbours together; the distance between groups means little"),
            "umap": tr("Keeps near neighbours together and some of how groups lie to each other"),
        }
        self.method = Segments(tr("Method"), {name: (SAID[name], tip) for name, tip in tips.items()})
        self.method.show_chosen(USUAL)
        self._make_settings()
        self.draw = Button(tr("Draw"), name=tr("Draw the map"))
        self.row = FoldingRow(tr("Settings of the method"))
        self.row.add(self.source, stretches=True)
        self.row.add(self.method)
        for part, rank in ((self.perplexity_part, 2), (self.neighbours_part, 2), (self.distance_part, 3),
                           (self.seed_part, 1)):  # fmt: skip
            self.row.add(part, rank)
        self.row.close_row(self.draw)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.row)
        self.source.activated.connect(self._choose_source)
        self.method.chosen.connect(self._choose_method)
        self.draw.clicked.connect(self.draw_wanted)
        self._show_settings()

    def _make_settings(self) -> None:
        tr = self.tr
        self.perplexity = QDoubleSpinBox(decimals=0, minimum=2, maximum=MOST_NEIGHBOURS, value=30)
        self.perplexity.setToolTip(tr("About how many neighbours pull at each track"))
        self.neighbours = QSpinBox(minimum=2, maximum=MOST_NEIGHBOURS, value=15)
        self.neighbours.setToolTip(tr("How many neighbours of each track are looked at"))
        self.distance = QDoubleSpinBox(decimals=2, minimum=0, maximum=1, value=0.1, singleStep=0.05)
        self.distance.setToolTip(tr("How close tracks may lie on the map"))
        self.seed = QSpinBox(minimum=0, maximum=GREATEST_SEED, value=1)
        self.seed.setToolTip(tr("Where chance begins: the same seed draws the same map"))
        self.perplexity_part = _named(tr("Perplexity"), self.perplexity)
        self.neighbours_part = _named(tr("Neighbours"), self.neighbours)
        self.distance_part = _named(tr("Distance"), self.distance)
        self.seed_part = _named(tr("Seed"), self.seed)
        spins: tuple[Any, ...] = (self.perplexity, self.neighbours, self.distance, self.seed)
        self._usual: dict[Any, Any] = {spin: spin.value() for spin in spins}
        for spin in spins:
            spin.setKeyboardTracking(False)
            spin.valueChanged.connect(self.settings_changed)

    # What it says

    def chosen_method(self) -> str:
        return self.method.current

    def settings(self) -> dict[str, float]:
        return {
            "perplexity": self.perplexity.value(),
            "neighbours": self.neighbours.value(),
            "min_dist": round(self.distance.value(), 2),
        }

    @property
    def chosen_source(self) -> Source | int | None:
        found = self.source.currentData()
        return found if isinstance(found, (Source, int)) else None

    def show_choices(self, choices: Choices, shown: Source | int | None) -> None:
        """Embedding sets first, then kept maps; `shown` is what the box stands on."""
        with QSignalBlocker(self.source):
            self.source.clear()
            for source in choices.sources():
                info = choices.set_of(source.set_id)
                if info is not None:
                    self.source.addItem(source_words(info, source.layer, choices.sets), source)
            for place, drawn in enumerate(choices.maps[:KEPT_MAPS]):
                if not place:
                    self.source.insertSeparator(self.source.count())
                self.source.addItem(kept_words(drawn, choices), drawn.id)
            self._stand_on(shown)

    def forget(self) -> None:
        """As at the start."""
        with QSignalBlocker(self.source):
            self.source.clear()
        self.method.show_chosen(USUAL)
        for spin, value in self._usual.items():
            with QSignalBlocker(spin):
                spin.setValue(value)
        self._show_settings()

    def _stand_on(self, shown: Source | int | None) -> None:
        place = next((i for i in range(self.source.count()) if self.source.itemData(i) == shown), -1)
        self.source.setCurrentIndex(place)
        self.source.setToolTip(self.source.currentText() or self.tr("Nothing is drawn"))

    def show_source(self, shown: Source | int) -> None:
        with QSignalBlocker(self.source):
            self._stand_on(shown)

    def show_map(self, info: MapInfo) -> None:
        """The settings that it was drawn with."""
        self.show_source(source_of(info) if is_plain(info) else info.id)
        self.method.show_chosen(info.method)
        values = (
            (self.perplexity, info.settings.get("perplexity")),
            (self.neighbours, info.settings.get("neighbours")),
            (self.distance, info.settings.get("min_dist")),
            (self.seed, info.seed if info.method != "pca" else None),
        )
        for spin, value in values:
            if value is not None:
                with QSignalBlocker(spin):
                    spin.setValue(value if isinstance(spin, QDoubleSpinBox) else int(value))
        self._show_settings()

    def say_draw(self, why_not: str, tip: str) -> None:
        self.draw.setEnabled(not why_not)
        self.draw.setToolTip(why_not or tip)

    def _show_settings(self) -> None:
        method = self.method.current
        self.row.show_item(self.perplexity_part, wanted=method == "tsne")
        self.row.show_item(self.neighbours_part, wanted=method == "umap")
        self.row.show_item(self.distance_part, wanted=method == "umap")
        self.row.show_item(self.seed_part, wanted=method != "pca")

    @Slot(int)
    def _choose_source(self, place: int) -> None:
        self.source.setToolTip(self.source.itemText(place))
        self.source_chosen.emit(self.source.itemData(place))

    @Slot(str)
    def _choose_method(self, method: str) -> None:
        self._show_settings()
        self.method_chosen.emit(method)


class ToolRow(QWidget):
    """What is done with the map: tools, colours, what is shown beside the points."""

    tool_chosen = Signal(str)
    fit_wanted = Signal()
    links_changed = Signal(int)
    density_changed = Signal(bool)
    trust_changed = Signal(bool)
    hover_changed = Signal(bool)
    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.tools: dict[str, Button] = {}
        self.fit = Button("", "icon", icon_name="fit", name=tr("Show the whole map"))
        self.fit.setToolTip(tr("Show the whole map (F)"))
        self.colour = ColourBox(7, 92)
        self.colour.setProperty("shrinks", True)
        self.links = QSpinBox(minimum=0, maximum=MOST_LINKS, value=10)
        self.links.setKeyboardTracking(False)
        self.links.setToolTip(tr("So many true neighbours of the current track are linked to it (T)"))
        self.density = QCheckBox(tr("Density"))
        self.density.setChecked(True)
        self.density.setToolTip(tr("Depth lines where tracks lie close (D)"))
        self.trust = QCheckBox(tr("Trust"))
        self.trust.setToolTip(tr("Pale where the map does not show who is truly near (S)"))
        self.hover = QCheckBox(tr("Hover plays"))
        self.hover.setToolTip(tr("Rest on a point to hear it (H)"))
        self.export = Button("", "icon", icon_name="export", name=tr("Export the map…"))
        self.export.setToolTip(tr("Export the map as a picture or a table (Ctrl+Shift+E)"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.row = FoldingRow(self.tr("More of the map"))
        self.row.add(self._make_tools())
        self.row.add(_named(self.tr("Colour by"), self.colour))
        self.links_part = _named(self.tr("True neighbours"), self.links)
        self.row.add(self.links_part, 1)
        self.row.add(self.density, 3)
        self.row.add(self.trust, 4)
        self.row.add(self.hover, 2)
        self.row.close_row(self.export, spring=True)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.row)

    def _make_tools(self) -> QWidget:
        tr = self.tr
        words = {
            "pan": (tr("Move the map"), "V"),
            "lasso": (tr("Choose with a lasso; Shift adds, Alt takes away"), "L"),
            "rectangle": (tr("Choose with a rectangle; Shift adds, Alt takes away"), "B"),
        }
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        for name, (said, key) in words.items():
            button = Button("", "icon", icon_name=name, name=said)
            button.setToolTip(tr("{} ({})").format(said, key))
            button.setCheckable(True)
            self._group.addButton(button)
            self.tools[name] = button
            row.addWidget(button)
        row.addWidget(self.fit)
        self.tools["pan"].setChecked(True)
        return holder

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._choose_tool)
        self.fit.clicked.connect(self.fit_wanted)
        self.links.valueChanged.connect(self.links_changed)
        self.density.toggled.connect(self.density_changed)
        self.trust.toggled.connect(self.trust_changed)
        self.hover.toggled.connect(self.hover_changed)
        self.export.clicked.connect(self.export_wanted)

    @property
    def tool(self) -> str:
        return next(name for name, button in self.tools.items() if button.isChecked())

    def show_tool(self, name: str) -> None:
        if name in self.tools and name != self.tool:
            self.tools[name].setChecked(True)
            self.tool_chosen.emit(name)

    def _choose_tool(self, button: Button) -> None:
        self.tool_chosen.emit(next(name for name, known in self.tools.items() if known is button))


class Controls(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.drawing = DrawRow()
        self.tools = ToolRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(6)
        column.addWidget(self.drawing)
        column.addWidget(self.tools)


def _named(text: str, control: QWidget) -> QWidget:
    """A control with its name before it; both go together."""
    holder = QWidget()
    holder.setProperty("shrinks", bool(control.property("shrinks")))
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(6))
    name = label(text, 12, tone="text2")
    name.setBuddy(control)
    control.setAccessibleName(text)
    if isinstance(control, QAbstractSpinBox):
        control.setFixedWidth(look().px(SPIN))
        control.setAlignment(Qt.AlignmentFlag.AlignRight)
    row.addWidget(name)
    row.addWidget(control, 1)
    holder.setFocusProxy(control)
    return holder


def kept_words(info: MapInfo, choices: Choices) -> str:
    """`t-SNE, perplexity 30, seed 1 · MERT-95M`"""
    known = choices.set_of(info.embedding_set)
    title = known.card.title if known else info.encoder
    return f"{method_words(info, short=True)} · {title}"
