"""The question before encoding: which tracks, and how long the excerpts are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from core.embedding import EncodeRequest
from core.embedding.request import SHORTEST_S
from core.encoders import Card
from core.encoders.card import LONGEST_S
from core.errors import KnownError
from core.library.query import count
from core.messages import channel
from desktop import words
from desktop.forms import Says, foot
from desktop.theme import look
from desktop.widgets import Button, label
from desktop.workspace import Workspace

SETTLE_MS = 250


class EncodeDialog(QDialog):
    agreed = Signal(object)
    """The EncodeRequest."""

    def __init__(self, parent: QWidget, card: Card, workspace: Workspace, device: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Encode with {}").format(card.title))
        self.setMinimumWidth(look().px(540))
        self._card = card
        self._workspace = workspace
        self._asked = ""
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._ask)
        self._make_fields()
        self.says = Says()
        self.encode = Button(self.tr("Encode"), "main")
        self._build(device)
        self.query.textChanged.connect(self._typed)
        self.finished.connect(self._leave)
        self._typed()
        self.query.setFocus()

    def _make_fields(self) -> None:
        self.query = QLineEdit()
        self.query.setPlaceholderText(self.tr("all tracks; or a query, such as genre:jazz year:1950..1965"))
        self.query.setAccessibleName(self.tr("Which tracks"))
        self.query.setClearButtonEnabled(True)
        self.window_s = QDoubleSpinBox()
        self.window_s.setRange(SHORTEST_S, LONGEST_S)
        self.window_s.setDecimals(2)
        self.window_s.setSuffix(self.tr(" s"))
        self.window_s.setValue(self._card.window_s)
        self.window_s.setFixedWidth(look().px(120))
        self.window_s.setAccessibleName(self.tr("Length of an excerpt in seconds"))
        self._usual_s = self.window_s.value()
        """As the field rounds it."""

    def _build(self, device: str) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(self.windowTitle(), 15, bold=True, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        tracks, excerpts = label(self.tr("&Tracks")), label(self.tr("E&xcerpts of"))
        tracks.setBuddy(self.query)
        excerpts.setBuddy(self.window_s)
        grid.addWidget(tracks, 0, 0)
        grid.addWidget(self.query, 0, 1)
        grid.addWidget(self.says, 1, 1)
        grid.addWidget(excerpts, 2, 0)
        grid.addWidget(self.window_s, 2, 1)
        usual = self.tr("Usually {} s for this encoder. Other lengths make an embedding set of their own.")
        grid.addWidget(label(usual.format(f"{self._usual_s:g}"), 12, tone="text2", wrap=True), 3, 1)
        grid.addWidget(label(self.tr("Device")), 4, 0)
        grid.addWidget(label(device), 4, 1)
        rows.addLayout(grid)
        rows.addSpacing(4)
        rows.addLayout(foot(self, self.encode, self._agree))

    # What the query finds

    @Slot()
    def _typed(self) -> None:
        text = self.query.text().strip()
        self._asked = ""
        if not text:
            self._settled.stop()
            found = self.tr("{}; what has been encoded already is not encoded again.")
            self._say(found.format(words.tracks(self._workspace.tracks)))
            return
        self.encode.setEnabled(False)
        self.encode.setToolTip(self.tr("Looking what the query finds…"))
        self._settled.start()

    @Slot()
    def _ask(self) -> None:
        text = self._asked = self.query.text().strip()
        done, failed = partial(self._counted, text), partial(self._not_counted, text)
        self._workspace.read(partial(_count, text), done, failed)

    def _counted(self, text: str, found: int) -> None:
        if text == self._asked:
            none = "" if found else self.tr("No track fits this query.")
            self._say(none or self.tr("{} found").format(words.tracks(found)), bad=bool(none))

    def _not_counted(self, text: str, error: Exception) -> None:
        if not isinstance(error, KnownError):
            channel.failure(error)
        elif text == self._asked:
            self._say(str(error), bad=True)

    def _say(self, text: str, *, bad: bool = False) -> None:
        self.says.complain(text) if bad else self.says.say(text)
        self.encode.setEnabled(not bad)
        self.encode.setToolTip(text if bad else "")

    @Slot()
    def _leave(self) -> None:
        """An answer that comes now finds nobody."""
        self._settled.stop()
        self._asked = ""

    @Slot()
    def _agree(self) -> None:
        self.window_s.interpretText()
        seconds = self.window_s.value()
        request = EncodeRequest(
            self._card.name,
            self.query.text().strip(),
            window_s=None if seconds == self._usual_s else seconds,
        )
        self.accept()
        self.agreed.emit(request)


def _count(text: str, collection: object) -> int:
    from core.store import Collection

    assert isinstance(collection, Collection)
    return count(collection, text)
