"""The head of the pane: how it is asked, how many are shown, what was asked, and whose ears decide."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from desktop.neighbours.ears import Ears, set_words
from desktop.neighbours.question import Mode
from desktop.neighbours.segments import Segments
from desktop.theme import look
from desktop.widgets import Button, Elided, label

FEWEST, MOST = 1, 200
COUNT_PX = 54


class Head(QWidget):
    mode_chosen = Signal(str)
    changed = Signal()
    """How many, or whether artists are distinct."""
    text_asked = Signal(str)

    def __init__(self, ears: Ears) -> None:
        super().__init__()
        self._ears = ears
        self._make()
        self._build()
        self.modes.chosen.connect(self.mode_chosen)
        self.count.valueChanged.connect(self.changed)
        self.distinct.toggled.connect(self.changed)
        self.edit.returnPressed.connect(self._ask_text)
        self.find_button.clicked.connect(self._ask_text)
        self.sets.activated.connect(self._choose_set)
        self.layers.activated.connect(self._choose_layer)
        ears.changed.connect(self.show_ears)
        self.show_mode("track")
        self.show_ears()

    def _make(self) -> None:
        tr = self.tr
        self.modes = Segments(
            tr("Ask with"),
            {
                "track": (tr("Track"), tr("What is nearest to the current track")),
                "selection": (tr("Selection"), tr("What is nearest to the average of the chosen tracks")),
                "text": (tr("Text"), tr("What sounds as words say; needs an encoder with words")),
                "file": (tr("File"), tr("What is nearest to a file that is not in the collection")),
            },
        )
        self.count = QSpinBox()
        self.count.setRange(FEWEST, MOST)
        self.count.setValue(10)
        self.count.setKeyboardTracking(False)
        self.count.setFixedWidth(look().px(COUNT_PX))
        self.count.setAccessibleName(tr("Neighbours shown"))
        self.count.setToolTip(tr("How many neighbours are shown"))
        self.asked = Elided("", 13, "text", bold=True)
        self.distinct = QCheckBox(tr("Distinct artists"))
        self.distinct.setToolTip(tr("At most one track of each artist, and none of the asked one's"))
        self.distinct.setFont(look().font(12))
        self.sets, self.layers = QComboBox(), QComboBox()
        self.sets.setAccessibleName(tr("Embedding set"))
        self.layers.setAccessibleName(tr("Layer"))
        self.layers.setToolTip(tr("Layer of the encoder"))
        self.back = _icon("back", tr("Earlier question (Alt+Shift+Left)"), tr("Earlier question"))
        self.forward = _icon("forward", tr("Later question (Alt+Shift+Right)"), tr("Later question"))
        self.pin = _icon("pin", tr("Keep this question whatever track is current"), tr("Keep this question"))
        self.pin.setCheckable(True)
        self._make_questions()
        self._dress()

    def _make_questions(self) -> None:
        tr = self.tr
        self.export = _icon("export", tr("Export the list as a table"), tr("Export the list…"))
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(tr("Words, such as slow fiddle lament"))
        self.edit.setAccessibleName(tr("Words to ask with"))
        self.find_button = Button(tr("Find"), "small", tip=tr("Find what sounds so (Enter)"))
        self.file = Button(tr("Choose file…"), "small", tip=tr("Ask with a recording from outside"))

    def _dress(self) -> None:
        for field in (self.count, self.edit, self.sets, self.layers):
            field.setProperty("kind", "small")
            field.setFont(look().font(12))
        for combo in (self.sets, self.layers):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sets.setMinimumContentsLength(10)
        self.layers.setMinimumContentsLength(4)

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 8, 8, 6)
        rows.setSpacing(6)
        rows.addLayout(
            _row(self.modes, None, label(self.tr("Show"), 12, tone="text2"), self.count, self.export)
        )
        self._text_row, self._file_row = QWidget(), QWidget()
        for holder, widgets in (
            (self._text_row, (self.edit, self.find_button)),
            (self._file_row, (self.file, label(self.tr("or drop a recording here"), 12, tone="text2"), None)),
        ):
            holder.setLayout(_row(*widgets))
            rows.addWidget(holder)
        rows.addLayout(_row(label(self.tr("Nearest to"), 12, tone="text2"), self.asked, None, self.distinct))
        rows.addLayout(_row(self.sets, self.layers, self.back, self.forward, self.pin, gap=2))

    def show_mode(self, mode: Mode) -> None:
        self.modes.show_chosen(mode)
        self._text_row.setVisible(mode == "text")
        self._file_row.setVisible(mode == "file")
        self.pin.setVisible(mode in ("track", "selection"))

    @Slot()
    def show_ears(self) -> None:
        info = self._ears.info
        self.sets.clear()
        for known in self._ears.sets:
            self.sets.addItem(set_words(known), known.id)
        self.layers.clear()
        if info is not None:
            self.sets.setCurrentIndex(self.sets.findData(info.id))
            self.sets.setToolTip(self._about_set())
            self.layers.addItems([self.tr("Layer {}").format(name) for name in info.layers])
            self.layers.setCurrentIndex(self._ears.layer)
        self.sets.setEnabled(len(self._ears.sets) > 1)
        self.layers.setVisible(info is not None and len(info.layers) > 1)

    def _about_set(self) -> str:
        info = self._ears.info
        if info is None:
            return ""
        said = self.tr("{}: mean of excerpts of {} s, {} numbers, {} tracks")
        return said.format(info.card.title, f"{info.window_s:g}", info.dimension, f"{info.tracks:,}")

    @Slot()
    def _ask_text(self) -> None:
        if text := self.edit.text().strip():
            self.text_asked.emit(text)

    @Slot(int)
    def _choose_set(self, place: int) -> None:
        self._ears.choose(self.sets.itemData(place))

    @Slot(int)
    def _choose_layer(self, place: int) -> None:
        if self._ears.info is not None:
            self._ears.choose(self._ears.info.id, place)


def _icon(name: str, tip: str, words: str) -> Button:
    button = Button("", "icon", icon_name=name, tip=tip, name=words)
    button.setIconSize(QSize(look().px(16), look().px(16)))
    return button


def _row(*widgets: QWidget | None, gap: int = 6) -> QHBoxLayout:
    """None stands for the room that is left."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
            if isinstance(widget, QLineEdit | QComboBox) and widget.property("kind") == "small":
                row.setStretchFactor(widget, 1)
    return row
