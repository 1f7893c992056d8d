"""What has become of the words: on their way, found and by whom, or what is missing."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import words
from desktop.sounds_like.search import NEAREST, WordSearch
from desktop.theme import look
from desktop.widgets import Button, IconLabel, label

NARROW_PX = 420


class Strip(QWidget):
    """Hidden while there is nothing to say."""

    encoders_wanted = Signal()

    def __init__(self, search: WordSearch, *, unless: QWidget | None = None) -> None:
        """`unless`: another one, which says the same where it is seen."""
        super().__init__()
        self._search = search
        self._unless = unless
        self._is_found = False
        tr = self.tr
        self.sign = IconLabel("info", "text2", 14)
        self.sentence = label("", 12, tone="text2", wrap=True)
        self.encoders = Button("", "small")
        self.select = Button(tr("Select the nearest {}").format(NEAREST), "small")
        self.cancel = Button(tr("Cancel"), "small")
        self.clear = Button("", "icon", icon_name="close", name=tr("Usual order again"))
        self.clear.setToolTip(tr("Usual order again"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.sign)
        row.addWidget(self.sentence, 1)
        for button in (self.encoders, self.select, self.cancel, self.clear):
            row.addWidget(button)
        self.encoders.clicked.connect(self.encoders_wanted)
        self.select.clicked.connect(search.select_nearest)
        self.cancel.clicked.connect(search.cancel)
        self.clear.clicked.connect(search.clear)
        search.changed.connect(self.show_state)
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        search = self._search
        liked, trouble = search.liked, search.trouble
        said = search.busy or (trouble.sentence if trouble else "") or self._found()
        self.sentence.setText(said)
        self.sentence.setAccessibleName(said)
        self.sign.show_icon("error" if trouble and not search.busy else "info",
                            "bad" if trouble and not search.busy else "text2")  # fmt: skip
        self.cancel.setVisible(bool(search.busy))
        needs = trouble is not None and not search.busy
        self.encoders.setVisible(needs and bool(trouble and trouble.button))
        if trouble is not None:
            self.encoders.setText(trouble.button)
            self.encoders.setAccessibleName(trouble.button.rstrip("…"))
        self._is_found = liked is not None and not search.busy and not needs
        self.clear.setVisible(self._is_found or needs)
        self._fit()
        self.setVisible(bool(said) and not (self._unless is not None and self._unless.isVisible()))

    def _found(self) -> str:
        liked = self._search.liked
        if liked is None:
            return ""
        said = self.tr("In order of likeness to “{}”, as {} hears it: {}.")
        return said.format(liked.words, liked.title, words.tracks(len(liked.likeness)))

    def _fit(self) -> None:
        self.select.setVisible(self._is_found and self.width() >= look().px(NARROW_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
