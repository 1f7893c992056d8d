"""The lines below the map, which say what it is and how far it can be believed."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.errors import KnownError
from core.messages import channel
from desktop.map.data import Shown, read_axes
from desktop.map.facts import axes_words, count_words, drawn_words, trust_words
from desktop.theme import look
from desktop.widgets import label

if TYPE_CHECKING:
    from desktop.kit import Kit
    from desktop.map.bonds import Bonds
    from desktop.map.gallery import Gallery
    from desktop.map.nearness import Nearness


class Facts(QWidget):
    def __init__(self, kit: Kit, gallery: Gallery, bonds: Bonds, nearness: Nearness) -> None:
        super().__init__()
        self._kit, self._gallery, self._bonds, self._nearness = kit, gallery, bonds, nearness
        self._axes: list[dict[str, Any]] = []
        self._plain: list[str] = []
        self.drawn = label(size=12, tone="text2", wrap=True)
        self.drawn.setTextFormat(Qt.TextFormat.RichText)
        self.trust = label(size=11, tone="text2", wrap=True)
        self.axes = label(size=11, tone="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 5, 10, 5)
        column.setSpacing(1)
        for line in (self.drawn, self.trust, self.axes):
            column.addWidget(line)
        look().changed.connect(self.refresh)
        gallery.map_changed.connect(self._map_changed)
        bonds.painted.connect(self.refresh)
        nearness.shared.connect(self.refresh)
        gallery.choices_changed.connect(self.refresh)

    @Slot()
    def _map_changed(self) -> None:
        self._axes = []
        shown = self._gallery.shown
        if shown is not None and shown.info.method == "pca":
            done = partial(self._axes_came, shown)
            self._kit.workspace.read(partial(read_axes, shown.kept), done, _no_axes)
        self.refresh()

    def _axes_came(self, shown: Shown, axes: list[dict[str, Any]]) -> None:
        if shown is self._gallery.shown:
            self._axes = axes
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        shown = self._gallery.shown
        if self._gallery.is_forming or shown is None:
            said = self.tr("A map on its way: it still moves.") if self._gallery.is_forming else ""
            self._say("", said, "", "")
            return
        info = shown.info
        heard = self._gallery.choices.set_of(info.embedding_set)
        self._say(
            count_words(self._bonds.visible, info.total),
            drawn_words(info, heard),
            trust_words(info, self._bonds.share, counting=self._nearness.counting),
            axes_words(self._axes),
        )

    def _say(self, count: str, drawn: str, trust: str, axes: str) -> None:
        first = " · ".join(part for part in (count, drawn) if part)
        self._plain = [line for line in (first, trust, axes) if line]
        bold = f'<span style="color:{look().theme.colours["text"]}; font-weight:600">{escape(count)}</span>'
        self.drawn.setText(f"{bold} · {escape(drawn)}" if count else escape(drawn))
        self.drawn.setAccessibleName(first)
        for line, text in ((self.trust, trust), (self.axes, axes)):
            line.setText(text)
            line.setVisible(bool(text))

    def lines(self) -> list[str]:
        """As plain text: for a picture to take away."""
        return self._plain


def _no_axes(error: Exception) -> None:
    """Where the vectors have gone, nothing is said of the axes."""
    if not isinstance(error, KnownError):
        channel.failure(error)
