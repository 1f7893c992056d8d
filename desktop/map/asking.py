"""What the dialogs of maps and clusters share: of which set, which tracks, and what would come of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from core.errors import KnownError
from core.messages import channel
from core.progress import say_seconds
from desktop import words
from desktop.forms import Says, foot
from desktop.map.data import Choices, Source, count_heard
from desktop.map.facts import source_words
from desktop.theme import look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from desktop.kit import Kit

SETTLE_MS = 250


class AskingDialog(QDialog):
    """Says in words what will happen, or why it cannot; asks nothing that it can find out."""

    agreed = Signal(object)
    """The request."""
    encoders_wanted = Signal()

    def __init__(self, parent: QWidget, kit: Kit, choices: Choices, title: str, verb: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(look().px(560))
        self.kit, self.choices = kit, choices
        self.heard = 0
        self.found = 0
        self._asked: tuple[int, str] | None = None
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._ask)
        self.says = Says(54)
        self.go = Button(verb, "main")
        self.encode = Button(self.tr("Encode…"))
        self._make_fields()
        self._build(title)
        self.finished.connect(self._leave)
        self._show_set()

    def _make_fields(self) -> None:
        tr = self.tr
        self.source = QComboBox()
        self.source.setAccessibleName(tr("Embedding set"))
        for info in self.choices.sets:
            for layer in info.layers:
                self.source.addItem(source_words(info, layer, self.choices.sets), Source(info.id, layer))
        self.query = QLineEdit()
        self.query.setPlaceholderText(tr("all that were heard; or a query, such as genre:jazz"))
        self.query.setAccessibleName(tr("Which tracks"))
        self.query.setClearButtonEnabled(True)
        self.source.currentIndexChanged.connect(self._show_set)
        self.query.textChanged.connect(self._typed)
        self.encode.clicked.connect(self._encode)

    def _build(self, title: str) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(title, 15, bold=True))
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(1, 1)
        self.add_row(self.tr("&Of"), self.source)
        self.add_row(self.tr("&Tracks"), self.query)
        self.add_rows()
        rows.addLayout(self.grid)
        rows.addWidget(self.says)
        buttons = foot(self, self.go, self._agree)
        buttons.insertWidget(0, self.encode)
        rows.addLayout(buttons)

    def add_row(self, name: str, *widgets: QWidget) -> list[QWidget]:
        """A name and what belongs to it, on a line of their own; all of them."""
        row = self.grid.rowCount()
        said = label(name)
        said.setBuddy(widgets[0])
        self.grid.addWidget(said, row, 0)
        for place, widget in enumerate(widgets, 1):
            self.grid.addWidget(widget, row, place, 1, 1 if len(widgets) > 1 else 2)
        return [said, *widgets]

    def add_rows(self) -> None:
        """What a dialog asks beside that."""
        raise NotImplementedError

    def request(self) -> object:
        """What would be asked for; may refuse with a KnownError."""
        raise NotImplementedError

    def why_not(self) -> str:
        """Why it cannot be asked for, beside what the request itself refuses."""
        return ""

    def outlook(self) -> str:
        """What will happen, in words."""
        raise NotImplementedError

    @property
    def chosen(self) -> Source | None:
        found = self.source.currentData()
        return found if isinstance(found, Source) else None

    def choose(self, source: Source | None) -> None:
        place = next((i for i in range(self.source.count()) if self.source.itemData(i) == source), -1)
        if place >= 0:
            self.source.setCurrentIndex(place)

    def about(self, seconds: float) -> str:
        return self.tr("about {} on this computer").format(say_seconds(seconds))

    # How many tracks

    @Slot()
    def _show_set(self) -> None:
        info = self.choices.set_of(self.chosen.set_id) if self.chosen else None
        self.heard = info.tracks if info else 0
        self._typed()

    @Slot()
    def _typed(self) -> None:
        self._asked = None
        if not self.query.text().strip():
            self._settled.stop()
            self.found = self.heard
            self.refresh()
            return
        self.go.setEnabled(False)
        self._settled.start()

    @Slot()
    def _ask(self) -> None:
        if self.chosen is None:
            return
        asked = self._asked = (self.chosen.set_id, self.query.text().strip())
        done, failed = partial(self._counted, asked), partial(self._not_counted, asked)
        self.kit.workspace.look(partial(count_heard, *asked), done, failed)

    def _counted(self, asked: tuple[int, str], found: int) -> None:
        if asked == self._asked:
            self.found = found
            self.refresh()

    def _not_counted(self, asked: tuple[int, str], error: Exception) -> None:
        if not isinstance(error, KnownError):
            channel.failure(error)
        elif asked == self._asked:
            self._complain(str(error))

    # What will come of it

    @Slot()
    def refresh(self) -> None:
        self.encode.setVisible(not self.choices.sets)
        if not self.choices.sets:
            self._complain(self.tr("No encoder has heard these tracks yet. Encode them first."))
            return
        if not self.found:
            self._complain(self.tr("The encoder has heard none of the tracks that this query finds."))
            return
        try:
            self.request()
        except KnownError as error:
            self._complain(str(error))
            return
        if reason := self.why_not():
            self._complain(reason)
            self.says.say(reason)  # nothing is wrong
            return
        self.says.say(self.outlook())
        self.go.setEnabled(True)
        self.go.setToolTip("")

    def _complain(self, text: str) -> None:
        self.says.complain(text)
        self.go.setEnabled(False)
        self.go.setToolTip(text)

    def tracks_words(self) -> str:
        if self.found == self.heard:
            return words.tracks(self.found)
        return self.tr("{} of {}").format(words.number(self.found), words.tracks(self.heard))

    @Slot()
    def _encode(self) -> None:
        self.reject()
        self.encoders_wanted.emit()

    @Slot()
    def _agree(self) -> None:
        request = self.request()
        self.accept()
        self.agreed.emit(request)

    @Slot()
    def _leave(self) -> None:
        """An answer that comes now finds nobody."""
        self._settled.stop()
        self._asked = None
