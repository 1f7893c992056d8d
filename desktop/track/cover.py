"""The picture that a file carries: read and decoded in the background, never larger than is shown."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.messages import message_for
from desktop.bridge import Background
from desktop.icons import icon
from desktop.theme import look

SIDE = 64
LARGEST_BYTES = 30_000_000
LARGEST_SIDE = 12_000
_log = logging.getLogger(__name__)


class Cover(QWidget):
    """Empty until a picture has come; a note where the file has none."""

    def __init__(self) -> None:
        super().__init__()
        side = look().px(SIDE)
        self.setFixedSize(side, side)
        self.image: QImage | None = None
        self._path: Path | None = None
        self._background = Background("covers", self)
        self.setAccessibleName(self.tr("No cover"))

    def show_cover_of(self, path: Path | None) -> None:
        if path == self._path:
            return
        self._path = path
        self._show(None)
        if path is not None:
            side = round(look().px(SIDE) * self.devicePixelRatioF())
            work = partial(self._read_if_wanted, path, side)
            self._background.call(work, partial(self._came, path), self._failed)

    def _read_if_wanted(self, path: Path, side: int) -> QImage | None:
        """Runs in the background: nobody waits for the covers of tracks that were passed by."""
        return read_cover(path, side) if path == self._path else None

    def _came(self, path: Path, image: QImage | None) -> None:
        if path == self._path:
            self._show(image)

    def _show(self, image: QImage | None) -> None:
        self.image = image
        self.setAccessibleName(self.tr("Cover") if image is not None else self.tr("No cover"))
        self.update()

    def _failed(self, error: Exception) -> None:
        message_for(error)  # the log has it; a cover is not worth a message

    def finish(self) -> None:
        self._path = None
        self._background.finish()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), look().colour("raised"))
        if self.image is not None:
            size = QSize(self.image.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = self.rect()
            place.setSize(size)
            place.moveCenter(self.rect().center())
            painter.drawImage(place, self.image)
        else:
            side = look().px(24)
            place = self.rect()
            place.setSize(QSize(side, side))
            place.moveCenter(self.rect().center())
            icon("note", "text3").paint(painter, place)


def read_cover(path: Path, side: int) -> QImage | None:
    """The picture of a file, at most `side` dots wide and high; None if it has none that can be shown."""
    from core.library.tags import cover

    data = cover(path)
    if not data or len(data) > LARGEST_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > LARGEST_SIDE:
        _log.info("the cover of %s is not shown: %s", path, reader.errorString() or size)
        return None
    if max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
