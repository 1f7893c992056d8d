"""The bar above the desk: which collection, which page, undo, two pages side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabBar, QWidget

from desktop.commands import Commands
from desktop.desk.pages import Pages
from desktop.icons import icon
from desktop.kit import Kit
from desktop.theme import Weight, look
from desktop.widgets import Button, IconLabel

NAME_PX = 148
LONGEST_NAME_PX = 260


class DeskBar(QWidget):
    switch_wanted = Signal(object)
    """The button of the collection's name, to hang a menu on."""

    def __init__(self, kit: Kit, pages: Pages) -> None:
        super().__init__()
        self._history = kit.history
        self._pages = pages
        self.setObjectName("deskbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.collection = self._make_name()
        self.tabs = self._make_tabs()
        self.undo = Button("", "icon", icon_name="undo", name=self.tr("Undo"))
        self.double = Button("", "icon", icon_name="columns", name=self.tr("Two pages side by side"))
        self.double.setToolTip(self.tr("Two pages side by side (Ctrl+\\)"))
        self.double.setCheckable(True)
        self.methods = Button(self.tr("Methods sheet…"), icon_name="log")
        self.teach = Button(self.tr("Teach…"), "main")
        self._build()
        self.collection.clicked.connect(self._ask_switch)
        self.undo.clicked.connect(kit.history.undo)
        self.double.clicked.connect(self._set_double)
        self.tabs.currentChanged.connect(self._turn)
        pages.turned.connect(self._follow)
        kit.history.changed.connect(self._show_undo)
        self._show_undo()

    def _make_name(self) -> Button:
        name = Button("", "flat", name=self.tr("Collection"))
        name.setFont(look().font(13, Weight.DemiBold))
        name.setIcon(icon("down"))
        name.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the name
        name.setMinimumWidth(look().px(NAME_PX))
        return name

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setObjectName("pages")
        tabs.setAccessibleName(self.tr("Pages"))
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setUsesScrollButtons(False)
        for place, (name, page) in enumerate(self._pages.pages.items(), 1):
            tabs.setTabData(tabs.addTab(page.title()), name)
            tabs.setTabToolTip(place - 1, self.tr("{} (Alt+{})").format(page.title(), place))
        return tabs

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("soundings", "text", 20))
        row.addWidget(self.collection)
        row.addSpacing(8)
        row.addWidget(self.tabs)
        row.addStretch(1)
        for widget in (self.undo, self.double, self.methods, self.teach):
            row.addWidget(widget)

    def show_count(self, page: str, count: int) -> None:
        """How many things go on there, beside the page's name."""
        place = next(p for p in range(self.tabs.count()) if self.tabs.tabData(p) == page)
        title = self._pages.pages[page].title()
        side = QTabBar.ButtonPosition.RightSide
        pill = self.tabs.tabButton(place, side)
        shown = pill if isinstance(pill, Pill) else Pill() if count else None
        if shown is not None:
            shown.show_count(count)
        self.tabs.setTabButton(place, side, shown if count else None)
        if isinstance(pill, Pill) and not count:
            pill.deleteLater()
        self.tabs.updateGeometry()
        said = self.tr("{}, {} running").format(title, count) if count else title
        self.tabs.setAccessibleTabName(place, said)
        self.tabs.setTabToolTip(place, self.tr("{} (Alt+{})").format(said, place + 1))

    def follow(self, commands: Commands) -> None:
        """The buttons of commands that are offered by now."""
        for button, name in ((self.methods, "methods"), (self.teach, "teach")):
            action = commands.actions[name]
            button.clicked.connect(action.trigger)
            action.changed.connect(partial(_as_action, button, action))
            _as_action(button, action)

    def show_name(self, name: str) -> None:
        room = look().px(LONGEST_NAME_PX)
        shown = self.collection.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        self.collection.setText(shown.replace("&", "&&"))
        self.collection.setAccessibleName(self.tr("Collection {}").format(name))
        self.collection.setToolTip(self.tr("{}. Open another collection").format(name))

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


class Pill(QLabel):
    """A number on a page's tab."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(look().font(11, Weight.DemiBold))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_count(self, count: int) -> None:
        self.setText(str(count))
        self.setFixedSize(look().px(14) + self.fontMetrics().horizontalAdvance(self.text()), look().px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("accent"))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        painter.setPen(look().colour("on-accent"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def _as_action(button: Button, action: QAction) -> None:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button.setEnabled(action.isEnabled())
    button.setToolTip(f"{action.toolTip()} ({keys})" if keys else action.toolTip())
