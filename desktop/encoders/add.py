"""Add encoder: choose a folder with weights, see what is in it, give it a name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from core.encoders import Card, add_card, recognise
from core.errors import KnownError
from core.messages import channel
from desktop import words
from desktop.bridge import Background
from desktop.forms import Says, foot
from desktop.theme import look
from desktop.widgets import Button, label

SETTLE_MS = 400


class AddEncoderDialog(QDialog):
    """Looks into the folder in the background and says in place what it found or what is wrong."""

    def __init__(self, parent: QWidget, background: Background, added: Callable[[Card], None]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add encoder"))
        self.setMinimumWidth(look().px(560))
        self._background = background
        self._tell_added = added
        self._looked_in = ""
        self._card: Card | None = None
        self._gone = False
        self.folder = QLineEdit()
        self.folder.setAccessibleName(self.tr("Folder of the weights"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the encoder"))
        self.says = Says(room_px=52)
        self.add = Button(self.tr("Add encoder"), "main")
        self._build()
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._look)
        self.folder.textChanged.connect(self._settled.start)
        self.folder.editingFinished.connect(self._look)
        self.name.textChanged.connect(self._show_ready)
        self.finished.connect(self._leave)
        self.says.say(self._usual())
        self._show_ready()
        self.folder.setFocus()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(self.tr("Add encoder"), 15, bold=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        folder, name = label(self.tr("&Folder")), label(self.tr("&Name"))
        folder.setBuddy(self.folder)
        name.setBuddy(self.name)
        self.choose = Button(self.tr("&Choose…"), tip=self.tr("Choose the folder"))
        self.choose.clicked.connect(self._choose)
        grid.addWidget(folder, 0, 0)
        grid.addWidget(self.folder, 0, 1)
        grid.addWidget(self.choose, 0, 2)
        grid.addWidget(name, 1, 0)
        grid.addWidget(self.name, 1, 1, 1, 2)
        rows.addLayout(grid)
        rows.addWidget(self.says)
        rows.addLayout(foot(self, self.add, self._add))

    def _usual(self) -> str:
        return self.tr(
            "A folder that the Hugging Face libraries have saved (Wav2Vec2, HuBERT, WavLM, MERT, CLAP), "
            "or the checkpoint of a run. It stays where it is."
        )

    @Slot()
    def _choose(self) -> None:
        start = self.folder.text().strip() or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of the weights"), start)
        if chosen:
            self.folder.setText(chosen)
            self._look()

    @Slot()
    def _look(self) -> None:
        text = self.folder.text().strip()
        if text == self._looked_in:
            return
        self._looked_in, self._card = text, None
        self._show_ready()
        if not text:
            self.says.say(self._usual())
            return
        self.says.say(self.tr("Looking…"))
        found, failed = partial(self._found, text), partial(self._not_found, text)
        self._background.call(partial(recognise, text), found, failed)

    def _found(self, text: str, card: Card) -> None:
        if self._gone or text != self._looked_in:
            return
        self._card = card
        self.name.setText(card.name)
        self.says.say(
            self.tr("{} {} values in {}; licence {}.").format(
                card.hears, words.number(card.dimension), self._layers(card), card.licence
            ),
            "check",
            "good",
        )
        self._show_ready()

    def _layers(self, card: Card) -> str:
        count = len(card.layers)
        return self.tr("1 layer") if count == 1 else self.tr("{} layers").format(count)

    def _not_found(self, text: str, error: Exception) -> None:
        if not isinstance(error, KnownError):
            channel.failure(error)
        elif not self._gone and text == self._looked_in:
            self.says.say(str(error), "error", "bad")

    @Slot()
    def _show_ready(self) -> None:
        ready = self._card is not None and bool(self.name.text().strip())
        self.add.setEnabled(ready)
        self.add.setToolTip("" if ready else self.tr("Choose a folder with weights first"))

    @Slot()
    def _add(self) -> None:
        self.add.setEnabled(False)
        text, name = self._looked_in, self.name.text().strip()
        self._background.call(partial(_recognise_and_add, text, name), self._added, self._not_added)

    def _added(self, card: Card) -> None:
        if not self._gone:
            self.accept()
        self._tell_added(card)

    def _not_added(self, error: Exception) -> None:
        if self._gone or not isinstance(error, KnownError):
            channel.failure(error)
            return
        self.says.say(str(error), "error", "bad")
        self._show_ready()

    @Slot()
    def _leave(self) -> None:
        """Answers that come now find nobody."""
        self._gone = True
        self._settled.stop()


def _recognise_and_add(text: str, name: str) -> Card:
    card = recognise(text, name)
    add_card(card)
    return card
