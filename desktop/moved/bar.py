"""The row above the two maps: colours, ways, one map or two, the change, how neighbours count, export."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QWidget

from core.maps.request import SAID
from desktop.map.colour_box import ColourBox
from desktop.neighbours.segments import Segments
from desktop.widgets import Button, label


class Bar(QWidget):
    method_chosen = Signal(str)
    apart_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.colour = ColourBox(9, 110)
        self.colour.setProperty("kind", "small")
        self.ways = QCheckBox(tr("Paths of the movers"))
        self.ways.setChecked(True)
        self.ways.setToolTip(tr("From where each of the biggest movers was to where it is (P)"))
        self.many = Segments(
            tr("Maps"),
            {
                "two": (tr("Side by side"), tr("Both maps at once")),
                "one": (tr("One map"), tr("One that goes from before to after")),
            },
        )
        self.moment = Segments(
            tr("Moment"),
            {"before": (tr("A"), tr("Before")), "after": (tr("B"), tr("After"))},
        )
        self.moment.show_chosen("after")
        self.play = Button(tr("Play the change"), "small", icon_name="play")
        self.play.setToolTip(tr("Every track goes from where it was to where it is (C)"))
        self.more = Button("", "icon", icon_name="settings", name=tr("How it is drawn"))
        self.more.setToolTip(tr("Method, and whose neighbours count"))
        self.export = Button("", "icon", icon_name="export", name=tr("Export before and after…"))
        self.export.setToolTip(tr("Export before and after as a picture or a table"))
        self._method, self._apart = "tsne", ""
        self._build()
        self.more.clicked.connect(self._open_menu)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 8, 5)
        row.setSpacing(8)
        name = label(self.tr("Colour by"), 12, tone="text2")
        name.setBuddy(self.colour)
        left: tuple[QWidget, ...] = (name, self.colour, self.ways)
        right: tuple[QWidget, ...] = (self.many, self.moment, self.play, self.more, self.export)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
        self.moment.hide()

    def set_usable(self, on: bool) -> None:
        """What both maps are needed for."""
        for widget in (self.ways, self.many, self.moment, self.play, self.export):
            widget.setEnabled(on)

    def show_way(self, method: str, apart: str) -> None:
        self._method, self._apart = method, apart

    @Slot()
    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setProperty("choices", True)
        group = QActionGroup(menu)
        for method in ("tsne", "pca"):
            action = QAction(SAID[method], menu, checkable=True, checked=method == self._method)
            action.setData(method)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._choose_method)
        menu.addSeparator()
        apart = menu.addAction(self.tr("Neighbours of other artists only"))
        apart.setCheckable(True)
        apart.setChecked(bool(self._apart))
        apart.triggered.connect(self.apart_chosen)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    @Slot(QAction)
    def _choose_method(self, action: QAction) -> None:
        self.method_chosen.emit(action.data())
