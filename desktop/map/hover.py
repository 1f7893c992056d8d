"""The card of the point under the pointer: cover, title, who and when, how true its place is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from core.library.tags import cover
from desktop.bridge import Background
from desktop.cards import TrackCard
from desktop.theme import look
from desktop.widgets import Elided, label

COVER, EDGE, AWAY = 40, 8, 14
WIDEST = 300
REMEMBERED = 64


class HoverCard(QFrame):
    """Lets the mouse through. What is not known yet comes in when it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hovercard")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.track_id: int | None = None
        self._at = QPointF()
        self._covers: dict[Path, QImage | None] = {}
        self._wanted: Path | None = None
        # A disk that does not answer must not hold up the end of the program.
        self._reading = Background("covers", self, may_be_left=True)
        self.picture = label()
        self.title = Elided("", 12, "text", bold=True)
        self.about = Elided("", 12, "text2")
        self.near = label(size=12, tone="text2")
        self._build()
        look().changed.connect(self._dress)
        self._dress()
        self.hide()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        for line in (self.title, self.about, self.near):
            lines.addWidget(line)
        row.addLayout(lines)

    @Slot()
    def _dress(self) -> None:
        colours = look().theme.colours
        self.setStyleSheet(
            f"#hovercard {{ background: {colours['raised']}; border: 1px solid {colours['edge']}; }}"
        )

    def show_card(self, track_id: int, card: TrackCard | None, at: QPointF) -> None:
        self._at = at
        if track_id != self.track_id:
            self.near.clear()
            self.near.hide()
            self.picture.hide()
        self.track_id = track_id
        self.title.show_text(card.title if card else self.tr("Reading…"))
        self.about.show_text(card.about() if card else "")
        self.about.setVisible(bool(card and card.about()))
        if card is not None:
            self._want_cover(card.path)
        self._place()
        self.show()
        self.raise_()

    def show_near(self, text: str) -> None:
        self.near.setText(text)
        self.near.setVisible(bool(text))
        self._place()

    def forget(self) -> None:
        self.track_id = None
        self._wanted = None
        self.hide()

    def _place(self) -> None:
        """Beside the point, within the map."""
        parent = self.parentWidget()
        if parent is None:
            return
        self.setMaximumWidth(min(look().px(2 * WIDEST), parent.width() - 2 * look().px(EDGE)))
        self.adjustSize()
        away, edge = look().px(AWAY), look().px(EDGE)
        left, top = round(self._at.x()) + away, round(self._at.y()) + away
        if left + self.width() > parent.width() - edge:
            left = round(self._at.x()) - away - self.width()
        if top + self.height() > parent.height() - edge:
            top = round(self._at.y()) - away - self.height()
        self.move(max(left, edge), max(top, edge))

    # The cover

    def _want_cover(self, path: Path) -> None:
        self._wanted = path
        if path in self._covers:
            self._show_cover(self._covers[path])
            return
        side = round(look().px(COVER) * self.devicePixelRatioF())
        self._reading.call(partial(read_cover, path, side), partial(self._came, path), self._failed)

    def _came(self, path: Path, image: QImage | None) -> None:
        while len(self._covers) >= REMEMBERED:
            self._covers.pop(next(iter(self._covers)))
        self._covers[path] = image
        if path == self._wanted and not self.isHidden():
            self._show_cover(image)

    def _failed(self, _error: Exception) -> None:
        """A card without a cover says all it has to say."""

    def _show_cover(self, image: QImage | None) -> None:
        self.picture.setVisible(image is not None)
        if image is not None:
            drawn = QPixmap.fromImage(image)
            drawn.setDevicePixelRatio(self.devicePixelRatioF())
            self.picture.setPixmap(drawn)
        self._place()

    def finish(self) -> None:
        self._reading.leave()


def read_cover(path: Path, side: int) -> QImage | None:
    """In the background: small enough to be shown at once."""
    data = cover(path)
    image = QImage.fromData(data) if data else QImage()
    if image.isNull():
        return None
    return image.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
