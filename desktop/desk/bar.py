"""The bar above the desk: which collection, which page, undo, two pages side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from desktop.desk.pages import Pages
from desktop.icons import logo
from desktop.kit import Kit
from desktop.theme import look
from desktop.widgets import Button, label


class DeskBar(QWidget):
    switch_wanted = Signal(object)
    """The button of the collection's name, to hang a menu on."""

    def __init__(self, kit: Kit, pages: Pages) -> None:
        super().__init__()
        self._history = kit.history
        self._pages = pages
        self.setObjectName("deskbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.collection = Button("", "flat", name=self.tr("Collection"))
        self.collection.setToolTip(self.tr("Open another collection"))
        self.collection.setFont(look().font(13, look().font().Weight.DemiBold))
        self.tabs = self._make_tabs()
        self.undo = Button("", "icon", icon_name="undo", name=self.tr("Undo"))
        self.double = Button("", "icon", icon_name="columns", name=self.tr("Two pages side by side"))
        self.double.setToolTip(self.tr("Two pages side by side (Ctrl+\\)"))
        self.double.setCheckable(True)
        self._build()
        self.collection.clicked.connect(self._ask_switch)
        self.undo.clicked.connect(kit.history.undo)
        self.double.clicked.connect(self._set_double)
        self.tabs.tabBarClicked.connect(self._turn)
        self.tabs.currentChanged.connect(self._turn)
        pages.turned.connect(self._follow)
        kit.history.changed.connect(self._show_undo)
        self._show_undo()

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setObjectName("pages")
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        for name, page in self._pages.pages.items():
            tabs.setTabData(tabs.addTab(page.title()), name)
        return tabs

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(8)
        side = look().px(20)
        picture = label()
        picture.setPixmap(logo().pixmap(side, side))
        for widget in (picture, self.collection, self.tabs):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.undo, self.double):
            row.addWidget(widget)

    def show_name(self, name: str) -> None:
        self.collection.setText(f"{name}  ▾")
        self.collection.setAccessibleName(self.tr("Collection {}").format(name))

    @Slot()
    def _ask_switch(self) -> None:
        self.switch_wanted.emit(self.collection)

    @Slot(int)
    def _turn(self, place: int) -> None:
        name = self.tabs.tabData(place)
        if name and name != self._pages.current:
            self._pages.turn_to(name)

    @Slot(bool)
    def _set_double(self, double: bool) -> None:
        self._pages.set_double(double=double)

    @Slot()
    def _follow(self) -> None:
        self.double.setChecked(self._pages.is_double)
        place = next((p for p in range(self.tabs.count()) if self.tabs.tabData(p) == self._pages.current), 0)
        self.tabs.setCurrentIndex(place)

    @Slot()
    def _show_undo(self) -> None:
        words = self._history.undo_words
        self.undo.setEnabled(bool(words))
        self.undo.setToolTip(
            self.tr("Undo: {} (Ctrl+Z)").format(words) if words else self.tr("Nothing to undo")
        )
