"""A dock of the desk: one pane, or several as tabs, under a title bar of our own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QStackedWidget, QTabBar, QWidget

from desktop.desk.pane import Pane
from desktop.theme import look
from desktop.widgets import Button, label


class Dock(QDockWidget):
    """`name` is what the desk remembers its place by."""

    front_changed = Signal()
    """Another of its panes is in front, or the dock has come or gone."""

    def __init__(self, name: str, title: str, panes: Sequence[Pane]) -> None:
        super().__init__(title)
        self.setObjectName(name)
        self.setAcceptDrops(True)
        self.panes = list(panes)
        self.tabs: QTabBar | None = None
        self.quiet = label(size=12, tone="text2")
        self.body = QStackedWidget()
        for pane in self.panes:
            self.body.addWidget(pane)
        self._tools: list[QWidget] = []
        self._told = [""] * len(self.panes)
        self.setWidget(self.body)
        self.setTitleBarWidget(self._make_bar())
        self._show_tools(0)
        self.visibilityChanged.connect(self.front_changed)
        for pane in self.panes:
            pane.told.connect(self._tell)

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("dock")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(4)
        if len(self.panes) == 1:
            row.addWidget(label(self.windowTitle(), bold=True))
            row.addSpacing(8)
            row.addWidget(self.quiet)
        else:
            row.setContentsMargins(6, 0, 6, 0)
            self.tabs = self._make_tabs()
            row.addWidget(self.tabs)
            row.addSpacing(4)
            row.addWidget(self.quiet)
        row.addStretch(1)
        for pane in self.panes:
            widgets = pane.title_widgets()
            holder = QWidget()
            tools = QHBoxLayout(holder)
            tools.setContentsMargins(0, 0, 0, 0)
            tools.setSpacing(2)
            for widget in widgets:
                tools.addWidget(widget)
            self._tools.append(holder)
            row.addWidget(holder)
        self._add_buttons(row)
        return bar

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setObjectName("panes")
        tabs.setAccessibleName(self.windowTitle())
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setElideMode(Qt.TextElideMode.ElideNone)
        tabs.setUsesScrollButtons(True)  # else its words would say how narrow the dock may be
        for pane in self.panes:
            tabs.addTab(pane.title())
        tabs.currentChanged.connect(self._turn)
        return tabs

    def _add_buttons(self, row: QHBoxLayout) -> None:
        title = self.windowTitle()
        float_words = self.tr("Float {}, or dock it again").format(title)
        self.float_button = Button("", "icon", icon_name="float", name=float_words, tip=float_words)
        close_words = self.tr("Close {}").format(title)
        self.close_button = Button("", "icon", icon_name="close", name=close_words)
        self.close_button.setToolTip(self.tr("Close {}; the Window menu brings it back").format(title))
        for button in (self.float_button, self.close_button):
            button.setIconSize(QSize(look().px(16), look().px(16)))
            row.addWidget(button)
        self.float_button.clicked.connect(self._toggle_floating)
        self.close_button.clicked.connect(self.close)

    @Slot()
    def _toggle_floating(self) -> None:
        self.setFloating(not self.isFloating())

    @Slot(int)
    def _turn(self, place: int) -> None:
        self.body.setCurrentIndex(place)
        self._show_tools(place)
        self.front_changed.emit()

    @Slot(str)
    def _tell(self, words: str) -> None:
        pane = self.sender()
        if isinstance(pane, Pane):
            self._told[self.panes.index(pane)] = words
            self.quiet.setText(self._told[self.body.currentIndex()])

    def _show_tools(self, place: int) -> None:
        self.quiet.setText(self._told[place])
        for other, holder in enumerate(self._tools):
            holder.setVisible(other == place)

    # Which pane is in front

    @property
    def front(self) -> Pane:
        return self.panes[self.body.currentIndex()]

    def is_in_front(self, pane: Pane) -> bool:
        """Whether a person can see it, as far as this dock goes."""
        return not self.isHidden() and self.front is pane

    def bring(self, pane: Pane) -> None:
        """As `show_pane`, but a hidden dock stays hidden."""
        place = self.panes.index(pane)
        if self.tabs is not None:
            self.tabs.setCurrentIndex(place)
        else:
            self._turn(place)

    def show_pane(self, pane: Pane) -> None:
        """Bring it to the front, wherever it is."""
        self.bring(pane)
        self.show()
        self.raise_()
        if self.isFloating():
            self.activateWindow()

    # A floating dock is a window of its own: what it has no use for goes to the main window

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (window := self._main_window()) is not None:
            window.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if (window := self._main_window()) is not None:
            window.dragEnterEvent(event)
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if (window := self._main_window()) is not None:
            window.dropEvent(event)
        else:
            super().dropEvent(event)

    def _main_window(self) -> QWidget | None:
        """While it floats; else whatever it has no use for goes up by itself."""
        desk = self.parentWidget()
        return desk.window() if self.isFloating() and desk is not None else None
