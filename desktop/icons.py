"""Icons: drawn from SVG in the colour of the text, crisp at any scale.

The colour is chosen while painting, so that icons follow a change of theme by
themselves.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from core import places
from desktop.theme import look

_drawn: dict[tuple[str, str, int, int], QPixmap] = {}
_kept: dict[tuple[str, str], tuple[QIcon, QIconEngine]] = {}


@cache
def _svg(name: str) -> str:
    return places.resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def render(name: str, colour: str, size: QSize, scale: float = 1.0) -> QPixmap:
    """The icon at `size` points and `scale` dots a point, from the cache when it was drawn before."""
    dots = size * scale
    key = (name, colour, dots.width(), dots.height())
    if key not in _drawn:
        image = QImage(dots, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))
        renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        renderer.render(painter, QRectF(0, 0, dots.width(), dots.height()))
        painter.end()
        _drawn[key] = QPixmap.fromImage(image)
    drawn = QPixmap(_drawn[key])
    drawn.setDevicePixelRatio(scale)
    return drawn


class _Tinted(QIconEngine):
    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    def _colour(self, mode: QIcon.Mode) -> str:
        return look().theme.colours["text3" if mode == QIcon.Mode.Disabled else self._tint]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return render(self._name, self._colour(mode), size)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return render(self._name, self._colour(mode), size, scale)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, render(self._name, self._colour(mode), rect.size(), scale))

    def clone(self) -> QIconEngine:
        return _Tinted(self._name, self._tint)


def icon(name: str, tint: str = "text2") -> QIcon:
    """The icon `name` in the colour `tint` of the theme; the same object for the same question."""
    key = (name, tint)
    if key not in _kept:
        if not _kept and (app := QApplication.instance()) is not None:
            app.aboutToQuit.connect(_drawn.clear)
        engine = _Tinted(name, tint)
        # The engine is kept too: Qt owns it, and Python must not free what it overrides.
        _kept[key] = (QIcon(engine), engine)
    return _kept[key][0]


def logo() -> QIcon:
    """The program's own icon, in its own colours, for the window and the task bar."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(render("soundings", "", QSize(size, size)))
    return result
